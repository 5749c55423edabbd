import { describe, expect, it } from 'vitest';
import german from '../../l10n/bundle.l10n.de.json';
import { demoBlockFor, demoKeys, readDemoBlock } from '../../src/core/features/demoBlock';
import { type DemoProblem, demoMessages, demoProblemText } from '../../src/core/features/demoProblem';
import { readNumber } from '../../src/core/features/demoValue';
import { demoDiagnoses } from '../../src/core/features/diagnostics';
import { demoFixes } from '../../src/core/features/quickFixes';
import { conceptTable } from '../../src/core/index/conceptTable';
import type { DemoBlock } from '../../src/core/notes/note';
import { parseNote } from '../../src/core/notes/parseNote';
import { TextLines } from '../../src/core/text';
import { specs } from '../../src/experiments/specs.gen';
import { experiments } from '../kit/experiments';
import { marked } from '../kit/markedText';
import { sampleNotes } from '../kit/notes';

function blockIn(text: string): DemoBlock {
  const [block] = parseNote(text).demoBlocks;
  if (!block) throw new Error(`There is no block in ${JSON.stringify(text)}.`);
  return block;
}

/** A note with one block of these lines. */
const fenced = (...lines: readonly string[]) => `\`\`\`demo\n${lines.join('\n')}\n\`\`\`\n`;

/** What a block of these lines orders; throws where anything is wrong. */
function order(...lines: readonly string[]) {
  const { order, problems } = readDemoBlock(blockIn(fenced(...lines)), experiments);
  expect(problems).toEqual([]);
  return order;
}

function sweep(value: string): readonly number[] | undefined {
  return order('experiment: dropout', `sweep: ${value}`)?.sweep?.values;
}

/** What is wrong in a text with markers, and the texts that stand there instead after each fix. */
function problemsOf(source: string): { problems: readonly DemoProblem[]; ranges: readonly unknown[] } {
  const { text, ranges } = marked(source);
  return { problems: readDemoBlock(blockIn(text), experiments).problems, ranges };
}

describe('A demo block', () => {
  it.each([
    ['of backticks', '⟦```demo\n⟦seed⟧: ⟦7⟧\n```⟧\n'],
    ['of tildes, with spaces', '⟦~~~~  demo \n  ⟦seed⟧ :  ⟦7⟧  \n~~~~⟧  \n'],
    ['in a quote', '> ⟦```demo\n>  ⟦seed⟧: ⟦7⟧\n> ```⟧\n'],
    ['in a callout in a callout', '> [!tip] A\n> > [!note] B\n> > ⟦```demo\n> > ⟦seed⟧: ⟦7⟧\n> > ```⟧\n'],
    ['in a list in a quote', '> 1. a\n>    - ⟦```demo\n>      ⟦seed⟧: ⟦7⟧\n>      ```⟧\n'],
    ['that is never closed', 'a\n\n⟦```demo\n⟦seed⟧: ⟦7⟧⟧'],
    ['that its list ends', '- ⟦```demo\n  ⟦seed⟧: ⟦7⟧\n⟧\nText'],
    ['with CRLF', '⟦```demo\r\n⟦seed⟧: ⟦7⟧\r\n```⟧\r\n'],
    ['with quotes and comments', '⟦```demo\n# so\n\n⟦seed⟧: "⟦7⟧" # so\n```⟧'],
    ['with a value that is still missing', '⟦```demo\n⟦seed⟧:⟦⟧\n```⟧'],
  ])('%s is found with exact ranges', (_name, source) => {
    const { text, ranges } = marked(source);
    const { range, entries, strayLines } = blockIn(text);
    const [entry] = entries;
    expect([range, entry?.nameRange, entry?.valueRange]).toEqual(ranges);
    expect(strayLines).toEqual([]);
    expect(entries).toHaveLength(1);
  });

  it.each(['```\nseed: 7\n```', '```python demo\n```', '    ```demo\n', '`demo`', '%%\n```demo\n```\n%%'])(
    'is not %j',
    (text) => {
      expect(parseNote(text).demoBlocks).toEqual([]);
    },
  );

  it('orders an experiment with settings, a seed and a sweep', () => {
    expect(
      order(
        'experiment: dropout',
        '# die übliche Rate',
        'hiddenRate: 0,5 # mit Komma',
        "activation: 'tanh'",
        'scaling: nein',
        'sweep: width 16..512',
        'seed: 4294967295',
      ),
    ).toEqual({
      experimentId: 'dropout',
      params: { hiddenRate: 0.5, activation: 'tanh', scaling: false },
      seed: 4_294_967_295,
      sweep: { param: 'width', values: [16, 29, 51, 91, 161, 287, 512] },
    });
  });

  it('leaves to the experiment what it does not set', () => {
    expect(order('experiment: bagging')).toEqual({ experimentId: 'bagging', params: {} });
  });

  it.each([
    ['true', true],
    ['an', true],
    ['Ja', true],
    ['off', false],
  ])('takes %s for a switch', (written, value) => {
    expect(order('experiment: dropout', `scaling: ${written}`)?.params).toEqual({ scaling: value });
  });
});

describe('Numbers', () => {
  it.each([
    ['0.5', 0.5],
    ['0,5', 0.5],
    ['0,125', 0.125],
    ['.5', 0.5],
    ['−2', -2],
    ['+3', 3],
    ['1e-3', 0.001],
    ['1,5e-3', undefined],
    ['12,50', 12.5],
    ['1234,567', 1234.567],
    ['1,250', undefined],
    ['1.234,5', undefined],
    ['1 000', undefined],
    ['Infinity', undefined],
    ['1e999', undefined],
    ['0x10', undefined],
    ['', undefined],
  ])('%j is %d', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });
});

describe('A sweep', () => {
  it.each([
    ['a range on a linear scale', 'hiddenRate 0..0.9', [0, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9]],
    ['a range with decimal commas', 'hiddenRate 0,1 .. 0,7', [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]],
    ['a range by equal factors', 'learningRate 0.001..1000', [0.001, 0.01, 0.1, 1, 10, 100, 1000]],
    ['a narrow range of whole numbers', 'width 4..6', [4, 5, 6]],
    ['a list as it is', 'width 64, 16, 64', [64, 16, 64]],
    ['a list without spaces', 'width 16,32,64', [16, 32, 64]],
    ['a list with decimal commas', 'hiddenRate 0,1, 0,25', [0.1, 0.25]],
    ['a list with semicolons', 'hiddenRate 0,1; 0.5', [0.1, 0.5]],
    ['twelve values', 'width 4,5,6,7,8,9,10,11,12,13,14,15', [4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]],
  ])('takes %s', (_name, written, values) => {
    expect(sweep(written)).toEqual(values);
  });

  it('has values of equal distance on the scale of the setting, its ends exact', () => {
    const values = sweep('learningRate 0.0123..7.89') ?? [];
    expect([values[0], values.at(-1)]).toEqual([0.0123, 7.89]);
    const factor = (7.89 / 0.0123) ** (1 / 6);
    for (const [index, value] of values.slice(1).entries()) {
      expect(value / (values[index] ?? 0) / factor).toBeCloseTo(1, 2);
    }
  });
});

describe('What is wrong with a block is marked exactly', () => {
  const dropout = '```demo\nexperiment: dropout\n';
  it.each([
    ['no experiment', '⟦```⟧demo\nseed: 7\n```', 'missing-experiment', []],
    ['an unknown one', '```demo\nexperiment: ⟦dorpout⟧\nx: 1\n```', 'unknown-experiment', ['dropout']],
    [
      'one by its title',
      '> ```demo\n> experiment: "⟦Dropout im Netz⟧"\n> ```',
      'unknown-experiment',
      ['dropout'],
    ],
    ['an unknown parameter', `${dropout}⟦hidenRate⟧: 1\n\`\`\``, 'unknown-parameter', ['hiddenRate']],
    ['one by its German name', `${dropout}⟦Lernrate⟧: 1\n\`\`\``, 'unknown-parameter', ['learningRate']],
    ['a key in capitals', `${dropout}⟦Seed⟧: 1\n\`\`\``, 'unknown-parameter', ['seed']],
    ['the name of a prototype', `${dropout}⟦constructor⟧: 1\n\`\`\``, 'unknown-parameter', []],
    ['a repeated key', `${dropout}seed: 1\n⟦seed⟧: 2\n\`\`\``, 'repeated-key', []],
    ['a missing value', `${dropout}⟦seed⟧: # kommt noch\n\`\`\``, 'missing-value', []],
    ['no number', `${dropout}width: ⟦viel⟧\n\`\`\``, 'not-a-number', []],
    ['an ambiguous number', `${dropout}learningRate: ⟦1,250⟧\n\`\`\``, 'not-a-number', ['1.250', '1250']],
    ['a number that is too large', `${dropout}hiddenRate: ⟦1.5⟧\n\`\`\``, 'out-of-range', ['0.9']],
    ['one that is too small', `${dropout}hiddenRate: ⟦-1⟧\n\`\`\``, 'out-of-range', ['0']],
    ['a broken number', `${dropout}width: ⟦16,6⟧\n\`\`\``, 'not-whole', ['17']],
    ['no option', `${dropout}activation: ⟦thanh⟧\n\`\`\``, 'not-an-option', ['tanh']],
    [
      'an option by its name',
      `${dropout}activation: "⟦Tangens hyperbolicus⟧"\n\`\`\``,
      'not-an-option',
      ['tanh'],
    ],
    ['no switch', `${dropout}scaling: ⟦vielleicht⟧\n\`\`\``, 'not-an-option', ['true', 'false']],
    ['a negative seed', `${dropout}seed: ⟦-3⟧\n\`\`\``, 'bad-seed', ['0']],
    ['a seed that is too large', `${dropout}seed: ⟦4294967296⟧\n\`\`\``, 'bad-seed', ['4294967295']],
    ['a seed that is no number', `${dropout}seed: ⟦sieben⟧\n\`\`\``, 'bad-seed', []],
    ['prose', `${dropout}  ⟦Hier geht es los⟧  \n\`\`\``, 'no-entry', []],
    ['a sweep of nothing', `${dropout}sweep: ⟦width⟧\n\`\`\``, 'bad-sweep', ['width 4..512']],
    ['a sweep of words', `${dropout}sweep: ⟦width klein bis groß⟧\n\`\`\``, 'bad-sweep', ['width 4..512']],
    ['a sweep of no parameter', `${dropout}sweep: ⟦widht⟧ 16..64\n\`\`\``, 'unknown-parameter', ['width']],
    ['a sweep of a choice', `${dropout}sweep: ⟦activation⟧ 1..2\n\`\`\``, 'sweep-of-no-number', []],
    ['a sweep out of range', `${dropout}sweep: width 16..⟦1024⟧\n\`\`\``, 'out-of-range', ['512']],
    ['a broken value of a sweep', `${dropout}sweep: width 16, ⟦20.5⟧, 64\n\`\`\``, 'not-whole', ['21']],
    ['a sweep that goes down', `${dropout}sweep: width ⟦64..16⟧\n\`\`\``, 'sweep-order', ['16..64']],
    ['a sweep of a single value', `${dropout}sweep: width ⟦64⟧\n\`\`\``, 'sweep-count', []],
    [
      'a sweep of thirteen values',
      `${dropout}sweep: width ⟦4,5,6,7,8,9,10,11,12,13,14,15,16⟧\n\`\`\``,
      'sweep-count',
      [],
    ],
  ])('%s', (_name, source, code, replacements) => {
    const { problems, ranges } = problemsOf(source);
    expect(problems.map((problem) => [problem.code, problem.range, problem.replacements])).toEqual([
      [code, ranges[0], replacements],
    ]);
  });

  it('in document order, and then nothing is ordered', () => {
    const { order, problems } = readDemoBlock(
      blockIn(fenced('experiment: dropout', 'width: 3', 'Text', 'nix: 1')),
      experiments,
    );
    expect(order).toBeUndefined();
    expect(problems.map(({ code }) => code)).toEqual(['out-of-range', 'no-entry', 'unknown-parameter']);
  });

  it('and a fix that is applied leaves nothing wrong', () => {
    const text = fenced('experiment: dorpout', 'seed: 7');
    const [problem] = readDemoBlock(blockIn(text), experiments).problems;
    const [edit] = problem ? (demoFixes(problem)[0] as { edits: readonly unknown[] }).edits : [];
    expect(edit).toEqual({ range: problem?.range, newText: 'dropout' });
    const { start, end } = problem?.range ?? expect.unreachable();
    const lines = new TextLines(text);
    const mended = `${text.slice(0, lines.offsetAt(start))}dropout${text.slice(lines.offsetAt(end))}`;
    expect(readDemoBlock(blockIn(mended), experiments).problems).toEqual([]);
  });

  it('in a sentence that says the range', () => {
    const { problems } = problemsOf(fenced('experiment: dropout', 'hiddenRate: 2'));
    expect(problems.map(demoProblemText)).toEqual(['2 is out of range. Allowed for “hiddenRate”: 0 … 0.9']);
  });

  it('in German as well', () => {
    const translated: Readonly<Record<string, string>> = german;
    for (const message of Object.values(demoMessages)) {
      const places = (text: string) => [...new Set(text.match(/\{\d\}/g))].sort();
      expect(places(translated[message] ?? ''), message).toEqual(places(message));
      expect(translated[message], message).toBeTruthy();
    }
  });
});

describe('Diagnostics', () => {
  it('gather what is wrong with all blocks of a note and its property', () => {
    const inList = '- a\n  ```demo\n  experiment: bagging\n  width: 1\n  ```\n';
    const text = `---\ndemos: dorpout\n---\n${fenced('seed: x')}\n${inList}`;
    const found = demoDiagnoses(parseNote(text), conceptTable(experiments), experiments);
    const lines = new TextLines(text);
    expect(found.map(({ code, range }) => `${code} ${lines.slice(range)}`)).toEqual([
      'broken-demo dorpout',
      'broken-demo ```',
      'broken-demo x',
      'broken-demo width',
    ]);
  });
});

describe('The block of a section', () => {
  const text = `${fenced('experiment: dropout', 'seed: 1')}
# Dropout

***Dropout:***
Text

## Tiefer

${fenced('experiment: dropout', 'seed: falsch')}
${fenced('experiment: bagging', 'seed: 2')}
${fenced('experiment: dropout', 'seed: 3')}
# Bagging
`;
  const note = parseNote(text);
  const seedAt = (line: string, id: string) =>
    demoBlockFor(note, text.split('\n').indexOf(line), id, experiments)?.order.seed;

  it.each([
    ['# Dropout', 'dropout', 3],
    ['***Dropout:***', 'dropout', 3],
    ['## Tiefer', 'bagging', 2],
    ['# Bagging', 'bagging', undefined],
    ['```demo', 'dropout', 1],
    ['```demo', 'bagging', undefined],
  ])('gives %s its settings for %s', (line, id, seed) => {
    expect(seedAt(line, id)).toBe(seed);
  });
});

describe('The experiments that there are', () => {
  it('are ordered without a fault by the sample vault', () => {
    const notes = sampleNotes().map(({ text }) => parseNote(text));
    expect(notes.flatMap(({ demoBlocks }) => demoBlocks).length).toBeGreaterThan(0);
    expect(notes.flatMap((note) => demoDiagnoses(note, conceptTable(specs), specs))).toEqual([]);
  });

  it('have no parameter with the name of a key', () => {
    for (const { params } of specs) expect(demoKeys.filter((key) => key in params)).toEqual([]);
  });

  it.each(specs)('$id can be ordered with its defaults written out', ({ id, params }) => {
    const lines = Object.entries(params).map(([name, param]) => `${name}: ${param.default}`);
    const { order } = readDemoBlock(blockIn(fenced(`experiment: ${id}`, ...lines)), specs);
    const defaults = Object.entries(params).map(([name, param]) => [name, param.default]);
    expect(order).toEqual({ experimentId: id, params: Object.fromEntries(defaults) });
  });
});
