import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractToGlossary } from '../../src/core/features/extractToGlossary';
import { placeInGlossary } from '../../src/core/features/glossaryPlace';
import { glossarySelection } from '../../src/core/features/glossarySelection';
import { applyEdits } from '../../src/core/features/rename/renamePlan';
import { parseObsidianSettings } from '../../src/core/index/obsidianSettings';
import { parseNote } from '../../src/core/notes/parseNote';
import { type TermMatch, TermTable } from '../../src/core/terms/termTable';
import { wordsOf } from '../../src/core/terms/words';
import { TextLines } from '../../src/core/text';
import { anyNote, anyPlace, anyText } from '../kit/anyNote';
import { markdownPieces } from '../kit/markdownPieces';
import { fuzz } from '../kit/reliability';
import { vaultOf } from '../kit/vault';

const stem = fc.constantFrom(
  ...[
    'Loss',
    'Funktion',
    'Lern',
    'Rate',
    'Größe',
    'groesse',
    'Norm',
    'Clipping',
    'L_2',
    'L₂',
    'L2',
    'SGD',
    'ReLU',
    'Gewicht',
    'Schicht',
  ],
  ...[
    'bias',
    'Nicht',
    'non',
    'u\u0308ber',
    '\u00ad',
    'İ',
    'ẞ',
    'ﬁ',
    '𝔘',
    '日本',
    'a',
    "Newton's",
    's',
    'es',
    'en',
    'ung',
    'e',
  ],
);
const joint = fc.constantFrom(
  '',
  '',
  ' ',
  ' ',
  '-',
  '_',
  '  ',
  '\n',
  '\n\n',
  '\u00a0',
  '*',
  '’',
  '.',
  '\u200d',
  '(',
  ')',
  '\ud800',
);
const words = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: stem },
      { weight: 4, arbitrary: joint },
      { weight: 1, arbitrary: anyText },
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));
const name = fc
  .tuple(stem, joint, fc.option(stem))
  .map(([first, between, last]) => (last ? first + between + last : first));
const names = fc.array(fc.oneof({ weight: 5, arbitrary: name }, { weight: 1, arbitrary: anyText }), {
  minLength: 1,
  maxLength: 8,
});

const isLetter = /^[\p{L}\p{M}\p{N}_]/u;

function expectExactMatch(text: string, { start, end, kind, values }: TermMatch<string>): void {
  const cut = text.slice(start, end);
  expect(cut).toMatch(isLetter);
  expect(cut.trim()).toBe(cut);
  expect(values.length).toBeGreaterThan(0);
  const found = wordsOf(cut).map((word) => word.text);
  if (kind === 'exact')
    expect(values.map((value) => wordsOf(value).map((word) => word.text))).toContainEqual(found);
}

describe('Terms', () => {
  it('are found in order, none over another, each where its own words stand', () =>
    fuzz('term-finds', fc.tuple(names, words), ([list, text]) => {
      const table = new TermTable<string>();
      for (const value of list) table.set(value, [{ name: value, value }]);
      let last = 0;
      for (const match of table.findAll(text)) {
        expect(match.start).toBeGreaterThanOrEqual(last);
        last = match.end;
        expectExactMatch(text, match);
        const at = table.findAt(text, match.start);
        expect(at && at.start <= match.start && at.end > match.start).toBe(true);
      }
      for (const value of list) table.set(value, []);
      expect(table.findAll(text)).toEqual([]);
    }));
});

describe('An entry of a glossary', () => {
  it('is put in and changes nothing else, whatever the glossary looks like', () =>
    fuzz('glossary-places', fc.tuple(anyNote, name), ([text, term]) => {
      const lines = new TextLines(text);
      const { edit } = placeInGlossary('Glossar.md', lines, {
        term: term.replace(/\s+/g, ' '),
        body: 'Text.',
      });
      const at = lines.offsetAt(edit.range.start);
      expect(edit.range.end).toEqual(edit.range.start);
      expect(applyEdits(lines, [edit])).toBe(text.slice(0, at) + edit.newText + text.slice(at));
    }));

  const selections = fc.record({
    text: fc.oneof(anyNote, markdownPieces),
    from: anyPlace,
    length: fc.nat(80),
    glossary: anyNote,
    term: name,
  });

  it('that is made of any selection is refused, or takes out the selection and adds to the glossary only', () =>
    fuzz('glossary-extractions', selections, ({ text, from, length, glossary, term }) => {
      const lines = new TextLines(text);
      const start = Math.floor(from * text.length);
      const range = { start: lines.positionAt(start), end: lines.positionAt(start + length) };
      const index = vaultOf({ 'VL/1.md': text, 'Glossar.md': glossary }, ['Glossar']);
      const source = { path: 'VL/1.md', note: parseNote(text), lines };
      const selection = glossarySelection(source, range, index.definitions(source.path));
      if ('refused' in selection) return;
      const context = { index, files: index.files, settings: parseObsidianSettings('{}'), source };
      const entry = (selection.term ?? term).replace(/\s+/g, ' ').trim();
      const done = extractToGlossary(selection, entry, { path: 'Glossar.md', text: glossary }, context);
      if ('refused' in done) return;
      const after = applyEdits(lines, done.source);
      const outer = {
        start: lines.offsetAt(selection.range.start),
        end: lines.offsetAt(selection.range.end),
      };
      expect(after.startsWith(text.slice(0, outer.start))).toBe(true);
      expect(after.endsWith(text.slice(outer.end))).toBe(true);
      for (const { range } of done.glossary) expect(range.end).toEqual(range.start);
      const written = parseNote(applyEdits(new TextLines(glossary), done.glossary));
      expect(written.headings.length).toBe(parseNote(glossary).headings.length + done.glossary.length);
    }));
});
