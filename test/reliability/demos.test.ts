import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDemoBlock } from '../../src/core/features/demoBlock';
import { demoProblemText } from '../../src/core/features/demoProblem';
import { demosPropertyProblems, offeredExperiments } from '../../src/core/features/demosProperty';
import { conceptTable } from '../../src/core/index/conceptTable';
import { parseNote } from '../../src/core/notes/parseNote';
import { TextLines } from '../../src/core/text';
import { checkParams } from '../../src/experiments/kit/checkParams';
import { specs } from '../../src/experiments/specs.gen';
import { anyText, mutated } from '../kit/anyNote';
import { fuzz } from '../kit/reliability';

const concepts = conceptTable(specs);

/** What people might write behind the colon, right or nearly. */
const value = fc.oneof(
  fc.double({ min: -2000, max: 2000, noNaN: true }).map(String),
  fc.constantFrom(
    '0,5',
    '5e-3',
    '1/3',
    '50 %',
    '0.5 0.6',
    'ja',
    'true',
    'relu',
    '2**3',
    '1.000,5',
    '−3',
    '+3',
    '∞',
    'NaN',
    '0x10',
    '',
  ),
  anyText,
);

const entryOf = (spec: (typeof specs)[number]): fc.Arbitrary<string> => {
  const names = Object.keys(spec.params);
  const name = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...names) },
    { weight: 2, arbitrary: fc.constant('seed') },
    {
      weight: 1,
      arbitrary: fc.constantFrom('__proto__', 'constructor', 'toString', names[0]?.toUpperCase() ?? ''),
    },
    { weight: 1, arbitrary: anyText },
  );
  const number = fc.double({ min: -1, max: 100, noNaN: true }).map(String);
  const sweep = fc
    .tuple(
      fc.constantFrom(...names),
      fc.constantFrom('..', ', ', '…', ' '),
      fc.array(number, { maxLength: 14 }),
    )
    .map(([param, mark, numbers]) => `sweep: ${param} ${numbers.join(mark)}`);
  const exact = fc.constantFrom(...names).map((key) => `${key}: ${spec.params[key]?.default}`);
  const line = fc
    .tuple(name, fc.constantFrom(': ', ':', ' : ', '=', ' '), value)
    .map((parts) => parts.join(''));
  return fc.oneof(line, exact, exact, sweep);
};

const blocks = fc
  .constantFrom(...specs)
  .chain((spec) => {
    const head = fc.oneof(
      { weight: 8, arbitrary: fc.constant(`experiment: ${spec.id}`) },
      { weight: 1, arbitrary: anyText },
    );
    return fc.tuple(head, fc.array(entryOf(spec), { maxLength: 4 }));
  })
  .map(([head, entries]) => `\`\`\`demo\n${[head, ...entries].join('\n')}\n\`\`\`\n`);

describe('A demo block', () => {
  it('orders what its experiment can do, or says what is wrong and where', () =>
    fuzz(
      'demo-blocks',
      fc.oneof({ weight: 4, arbitrary: blocks }, { weight: 1, arbitrary: mutated(blocks) }),
      (text) => {
        const lines = new TextLines(text);
        for (const block of parseNote(text).demoBlocks) {
          const { order, problems } = readDemoBlock(block, specs);
          expect(order === undefined).toBe(problems.length > 0);
          for (const problem of problems) {
            expect(demoProblemText(problem).length).toBeGreaterThan(5);
            expect(lines.slice(problem.range)).not.toBe('');
          }
          if (!order) continue;
          const spec = specs.find(({ id }) => id === order.experimentId);
          expect(spec && 'values' in checkParams(spec.params, order.params)).toBe(true);
          if (order.seed !== undefined) expect(order.seed >>> 0).toBe(order.seed);
          for (const number of order.sweep?.values ?? []) {
            const params = { [order.sweep?.param ?? '']: number };
            expect(spec && 'values' in checkParams(spec.params, params), JSON.stringify(params)).toBe(true);
          }
        }
      },
    ));
});

const yaml = fc.constantFrom(
  ...[
    'demos:',
    ' ',
    '\n',
    '\n  ',
    '- ',
    'dropout',
    'Dropout',
    '"Weight Decay"',
    'none',
    'false',
    '[',
    ']',
    ', ',
    '{',
    '}',
    ': ',
    '#',
    "'",
  ],
  ...['\n  - ', '\n  Kopf: ', '*a', '&a ', '|', '>', '? ', '!!set', '\t', '\r\n', 'Kopf', '"[[x]]"'],
);

describe('The property demos', () => {
  it('is read, or is a problem, with places that cut their own texts out', () =>
    fuzz(
      'demos-property',
      fc.array(fc.oneof({ weight: 12, arbitrary: yaml }, { weight: 1, arbitrary: anyText }), {
        maxLength: 14,
      }),
      (parts) => {
        const text = `---\ndemos: ${parts.join('')}\n---\n# Kopf\n\n# Dropout\n`;
        const note = parseNote(text);
        const lines = new TextLines(text);
        for (const { heading, demos } of note.properties.demos?.offers ?? []) {
          for (const placed of [...demos, ...(heading ? [heading] : [])]) {
            const cut = lines.slice(placed.range);
            // What is escaped, quoted or folded in YAML is written otherwise than it reads.
            if (!/['"\\\r\n\0]/.test(cut)) expect(cut.trim()).toBe(placed.text);
          }
        }
        for (const problem of demosPropertyProblems(note, concepts, specs)) {
          expect(demoProblemText(problem)).toContain(problem.values[0]);
          expect(lines.slice(problem.range)).not.toBe('');
        }
        for (const id of offeredExperiments(note, concepts) ?? []) expect(concepts.ids.has(id)).toBe(true);
      },
    ));
});
