import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { opaqueRanges } from '../../src/core/notes/opaque';
import { parseNote } from '../../src/core/notes/parseNote';
import { TermTable } from '../../src/core/terms/termTable';
import { readOwn } from '../../src/ownExperiments/readOwn';
import { anyText } from '../kit/anyNote';
import { growthPerDoubling } from '../kit/growth';
import { markdownPieces } from '../kit/markdownPieces';
import { fuzz } from '../kit/reliability';

/** What is repeated: a few signs, which is where parsers that go back take longest. */
const unit = fc
  .oneof(
    { weight: 3, arbitrary: markdownPieces.map((text) => text.slice(0, 12)) },
    { weight: 1, arbitrary: anyText.map((text) => text.slice(0, 12)) },
  )
  .filter((text) => text !== '');

/** UTF-16 units of the largest text. */
const most = 64_000;

/** Halfway between linear, 2, and quadratic, 4: measured times are never exact. */
const tooSteep = 3;

/** Fails where the time grows faster than the text in two measurements: one may be the machine's fault. */
function expectLinear(work: (text: string) => void, repeated: string): void {
  const prepare = (length: number) => {
    const text = repeated.repeat(Math.ceil(length / repeated.length));
    return () => work(text);
  };
  const first = growthPerDoubling(prepare, most);
  const growth = first < tooSteep ? first : Math.min(first, growthPerDoubling(prepare, most));
  expect(growth, `time per doubling, of ${JSON.stringify(repeated)} many times`).toBeLessThan(tooSteep);
}

describe('The time that is taken grows with the length of the text', () => {
  it('when a note is read, whatever is repeated in it', () =>
    fuzz('linear-notes', unit, (repeated) => {
      expectLinear((text) => {
        parseNote(text);
        opaqueRanges(text);
      }, repeated);
    }));

  const words = fc.array(
    fc.constantFrom('Loss', 'Funktion', ' ', '-', '\n', 'Nicht-', 'en', '\u00ad', '_2', 'Größe', '*', '’s'),
    {
      minLength: 1,
      maxLength: 5,
    },
  );

  it('when terms are looked up in it, whatever its words', () =>
    fuzz(
      'linear-terms',
      fc.oneof(
        words.map((parts) => parts.join('')),
        unit,
      ),
      (repeated) => {
        const table = new TermTable<string>();
        for (const name of ['Loss', 'Loss-Funktion', 'Nicht-Linearität', 'Größe', 'Loss Loss Loss', 'L_2'])
          table.set(name, [{ name, value: name }]);
        expectLinear((text) => table.findAll(text), repeated);
      },
    ));

  it.each([
    'for(;;)a;',
    'while(a){b()}',
    'for(const x of y)for(;;){}',
    'export const a1=1;',
    'f();\n',
    "'",
    '1+',
    '/',
  ])('when an experiment of the learner’s own is read that has many times %s', (repeated) => {
    expectLinear(
      (text) => readOwn('own', `export const spec = {}; export function run() {}${text}`, 'de'),
      repeated,
    );
  });
});
