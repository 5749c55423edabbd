import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDemoBlock } from '../../src/core/features/demoBlock';
import type { DemoValue } from '../../src/core/features/demoValue';
import { type DemoPlace, type KeptDemo, keepDemo, type LabSettings } from '../../src/core/features/keepDemo';
import { applyEdits } from '../../src/core/features/rename/renamePlan';
import type { RunnableParam } from '../../src/core/features/runnableExperiment';
import { parseNote } from '../../src/core/notes/parseNote';
import { TextLines } from '../../src/core/text';
import { experiments } from '../kit/experiments';
import { markdownPieces } from '../kit/markdownPieces';
import { marked } from '../kit/markedText';

const dropout = experiments[0]!;

/** Keeps settings of dropout in a text. */
function keepAt(
  text: string,
  place: DemoPlace,
  settings: Partial<LabSettings>,
): KeptDemo & { after: string } {
  const lines = new TextLines(text);
  const kept = keepDemo({ note: parseNote(text), lines }, place, dropout, {
    params: {},
    seed: 1,
    ...settings,
  });
  return { ...kept, after: applyEdits(lines, kept.edits) };
}

/** Keeps settings in a text in which `¦` says where the lab was opened. Where that is a fence, the settings were taken from its block. */
function keep(source: string, settings: Partial<LabSettings>): KeptDemo & { after: string } {
  const { text, cursor } = marked(source);
  const { line } = cursor;
  const isFence = /(?:```|~~~) ?demo/.test(new TextLines(text).line(line));
  return keepAt(text, { line, ...(isFence && { demoLine: line }) }, settings);
}

/** What the block at a line orders. */
function orderAt(text: string, line: number) {
  const block = parseNote(text).demoBlocks.find(({ range }) => range.start.line === line);
  return block && readDemoBlock(block, experiments).order;
}

const inLines = (...lines: readonly string[]) => `${lines.join('\n')}\n`;

describe('Keeping settings in a block', () => {
  it('changes values where they stand, and adds what is new behind them', () => {
    const { after, kind, names, line } = keep(
      inLines(
        '# Dropout',
        '',
        '¦```demo',
        '# die übliche Rate',
        '',
        'experiment: dropout',
        'hiddenRate:   0,5 # mit Komma',
        'width:\t64',
        '# Schluss',
        '```',
        'Text',
      ),
      { params: { hiddenRate: 0.3, width: 64, activation: 'tanh', scaling: false }, seed: 7 },
    );
    expect(after).toBe(
      inLines(
        '# Dropout',
        '',
        '```demo',
        '# die übliche Rate',
        '',
        'experiment: dropout',
        'hiddenRate:   0.3 # mit Komma',
        'width:\t64',
        'activation: tanh',
        'scaling: false',
        'seed: 7',
        '# Schluss',
        '```',
        'Text',
      ),
    );
    expect([kind, names, line]).toEqual(['updated', ['hiddenRate', 'activation', 'scaling', 'seed'], 2]);
  });

  it.each<[string, string, Partial<LabSettings>, string]>([
    [
      'in a callout',
      '> [!tip] A\n> ¦```demo\n>  experiment: dropout\n> ```\n> B',
      { params: { hiddenRate: 0.1 } },
      '> [!tip] A\n> ```demo\n>  experiment: dropout\n>  hiddenRate: 0.1\n> ```\n> B',
    ],
    [
      'in a list in a quote',
      '> 1. a\n>    - ¦```demo\n>      experiment: dropout\n>      ```\n',
      { seed: 2 },
      '> 1. a\n>    - ```demo\n>      experiment: dropout\n>      seed: 2\n>      ```\n',
    ],
    [
      'in a list with tabs',
      '- a\n\t¦```demo\n\texperiment: dropout\n\twidth: "16"\n\t```\n- b\n',
      { params: { width: 32, scaling: false } },
      '- a\n\t```demo\n\texperiment: dropout\n\twidth: "32"\n\tscaling: false\n\t```\n- b\n',
    ],
    [
      'with CRLF',
      'A\r\n\r\n¦```demo\r\nexperiment: dropout\r\nwidth: 16\r\n```\r\n',
      { params: { width: 32, hiddenRate: 0.1 } },
      'A\r\n\r\n```demo\r\nexperiment: dropout\r\nwidth: 32\r\nhiddenRate: 0.1\r\n```\r\n',
    ],
    [
      'that is never closed and ends without a line break',
      '¦```demo\nwidth: 16\nexperiment: dropout',
      { params: { width: 32, hiddenRate: 0.1 } },
      '```demo\nwidth: 32\nexperiment: dropout\nhiddenRate: 0.1',
    ],
    [
      'that is never closed, with CRLF',
      '¦```demo\r\nexperiment: dropout',
      { seed: 3 },
      '```demo\r\nexperiment: dropout\r\nseed: 3',
    ],
    [
      'whose values are missing',
      '¦~~~ demo\nexperiment: dropout\nwidth:\nhiddenRate: # folgt\nseed: ""\n~~~\n',
      { params: { width: 16, hiddenRate: 0.2 }, seed: 4 },
      '~~~ demo\nexperiment: dropout\nwidth: 16\nhiddenRate: 0.2 # folgt\nseed: "4"\n~~~\n',
    ],
    [
      'whose values are back at their defaults',
      '¦```demo\nexperiment: dropout\nwidth: 16\nseed: 9\n```\n',
      {},
      '```demo\nexperiment: dropout\nwidth: 64\nseed: 1\n```\n',
    ],
    [
      'whose values are wrong, with what belongs to nothing',
      "¦```demo\nexperiment: dropout\nwidth: '9999'\nnix: 1\nText\nwidth: 8\n```\n",
      { params: { width: 16 } },
      "```demo\nexperiment: dropout\nwidth: '16'\nnix: 1\nText\nwidth: 8\n```\n",
    ],
    [
      'with another sweep',
      '¦```demo\nexperiment: dropout\nsweep: width 16..512 # alle\n```\n',
      { sweep: { param: 'hiddenRate', values: [0, 0.25, 0.5] } },
      '```demo\nexperiment: dropout\nsweep: hiddenRate 0, 0.25, 0.5 # alle\n```\n',
    ],
    [
      'with a first sweep, that is a range',
      '¦```demo\nexperiment: dropout\n```\n',
      { sweep: { param: 'width', values: [16, 29, 51, 91, 161, 287, 512] } },
      '```demo\nexperiment: dropout\nsweep: width 16..512\n```\n',
    ],
  ])('%s', (_name, source, settings, expected) => {
    expect(keep(source, settings).after).toBe(expected);
  });

  it('changes nothing where all is as it was', () => {
    const { after, kind, edits } = keep(
      '¦```demo\nexperiment: dropout\nwidth: "16"\nscaling: nein\nsweep: width 16..512\n```\n',
      { params: { width: 16, scaling: false } },
    );
    expect([kind, edits]).toEqual(['unchanged', []]);
    expect(after).toContain('scaling: nein');
  });

  it('leaves a sweep alone where nothing was swept since', () => {
    const source = '¦```demo\nexperiment: dropout\nsweep: width 16, 32\n```\n';
    expect(keep(source, { seed: 2 }).after).toContain('sweep: width 16, 32\nseed: 2\n');
  });
});

describe('The block that is meant', () => {
  const block = (id: string, seed: number) => `\`\`\`demo\nexperiment: ${id}\nseed: ${seed}\n\`\`\`\n\n`;

  it('is the nearest for the experiment in the section', () => {
    const text = `${block('dropout', 1)}# A\n\n${block('bagging', 2)}¦Text\n\n${block('dropout', 3)}${block('dropout', 4)}`;
    expect(keep(text, { seed: 5 }).after).toBe(text.replace('¦', '').replace('seed: 3', 'seed: 5'));
  });

  it('is the one that the settings were taken from, also among others', () => {
    const text = `# A\n\n${block('dropout', 3)}${block('dropout', 4)}`;
    const { after } = keepAt(text, { line: 0, demoLine: 7 }, { seed: 5 });
    expect(after).toBe(text.replace('seed: 4', 'seed: 5'));
  });

  it('is found by the heading when the note has grown above', () => {
    const text = `# Neu\n\nEins\n\nZwei\n\n# A\n\n${block('dropout', 3)}`;
    const { after } = keepAt(text, { line: 0, demoLine: 2, anchorText: 'A' }, { seed: 5 });
    expect(after).toBe(text.replace('seed: 3', 'seed: 5'));
  });

  it('is none of another experiment, and none of another section', () => {
    const text = `# A\n\n${block('bagging', 3)}# B\n\n${block('dropout', 4)}`;
    expect(keepAt(text, { line: 0, demoLine: 2 }, { seed: 5 }).kind).toBe('added');
  });
});

describe('A new block', () => {
  const block = '```demo\nexperiment: dropout\nhiddenRate: 0.3\nseed: 7\n```';
  const settings = { params: { hiddenRate: 0.3, width: 64 }, seed: 7 };

  it.each([
    ['below a heading', '# ¦Dropout\n\nText\n', `# Dropout\n\n${block}\n\nText\n`],
    ['below a heading without an empty line', '# ¦Dropout\nText\n', `# Dropout\n\n${block}\n\nText\n`],
    ['below an underlined heading', '¦Dropout\n===\nText\n', `Dropout\n===\n\n${block}\n\nText\n`],
    [
      'below the paragraph of a lead-in',
      '**¦Dropout:** ist\ngut\n\nText',
      `**Dropout:** ist\ngut\n\n${block}\n\nText`,
    ],
    [
      'below the list of a lead-in',
      '- **¦Dropout:** a\n- b\n\nText\n',
      `- **Dropout:** a\n- b\n\n${block}\n\nText\n`,
    ],
    ['below a callout', '> [!note] ¦Dropout\n> Text\n', `> [!note] Dropout\n> Text\n\n${block}\n`],
    ['at the end without a line break', '# ¦Dropout', `# Dropout\n\n${block}`],
    [
      'below the properties',
      '---\n¦demos: dropout\n---\n# A\n',
      `---\ndemos: dropout\n---\n\n${block}\n\n# A\n`,
    ],
    ['on an empty line', 'A\n\n¦\n\nB\n', `A\n\n${block}\n\nB\n`],
    ['in an empty note', '¦', block],
    [
      'with CRLF',
      '# ¦Dropout\r\n\r\nText\r\n',
      `# Dropout\r\n\r\n${block.replaceAll('\n', '\r\n')}\r\n\r\nText\r\n`,
    ],
  ])('is put %s', (_name, source, expected) => {
    const { after, kind, line } = keep(source, settings);
    expect(after).toBe(expected);
    expect(kind).toBe('added');
    expect(orderAt(after, line)).toEqual({ experimentId: 'dropout', params: { hiddenRate: 0.3 }, seed: 7 });
  });

  it('is not put where a fence that is never closed would swallow it', () => {
    const { kind, edits } = keep('```\n¦code\n', settings);
    expect([kind, edits]).toEqual(['impossible', []]);
  });
});

/** A value that a setting may have. */
function anyValue(param: RunnableParam): fc.Arbitrary<DemoValue> {
  if (param.kind === 'switch') return fc.boolean();
  if (param.kind === 'choice') return fc.constantFrom(...param.options.map(({ value }) => value));
  if (param.integer) return fc.integer({ min: param.min, max: param.max });
  return fc.double({ min: param.min, max: param.max, noNaN: true });
}

const params = fc.record(
  Object.fromEntries(Object.entries(dropout.params).map(([name, param]) => [name, anyValue(param)])),
) as fc.Arbitrary<Readonly<Record<string, DemoValue>>>;
const sweep = fc.record({
  param: fc.constant('width'),
  values: fc.array(fc.integer({ min: 4, max: 512 }), { minLength: 2, maxLength: 12 }),
});
const settings = fc.record(
  { params, seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }), sweep },
  { requiredKeys: ['params', 'seed'] },
);

describe('What was kept is read back', () => {
  const withDefaults = (values: LabSettings['params']) => ({
    ...Object.fromEntries(Object.entries(dropout.params).map(([name, param]) => [name, param.default])),
    ...values,
  });

  it('from any block, and keeping it again changes nothing', () => {
    const entries = fc.shuffledSubarray([
      'width: 16',
      'seed: "3"',
      '# Kommentar: 1',
      "activation: 'tanh' # so",
      '',
      'hiddenRate:',
      'sweep: width 4..9',
    ]);
    const marks = fc.constantFrom('', '> ', '> > ', '  ', '\t');
    const lineBreaks = fc.constantFrom('\n', '\r\n');
    fc.assert(
      fc.property(entries, marks, lineBreaks, settings, (lines, mark, lineBreak, wanted) => {
        const open = /^\s+$/.test(mark) ? `- a${lineBreak}` : '';
        const all = ['```demo', 'experiment: dropout', ...lines, '```'].map((line) => mark + line);
        const text = open + all.join(lineBreak);
        const line = open === '' ? 0 : 1;
        const first = keepAt(text, { line, demoLine: line }, wanted);
        const order = orderAt(first.after, first.line);
        expect(withDefaults(order?.params ?? {})).toEqual(withDefaults(wanted.params));
        expect(order?.seed ?? 1).toBe(wanted.seed);
        if (wanted.sweep) expect(order?.sweep).toEqual(wanted.sweep);
        expect(keepAt(first.after, { line: first.line, demoLine: first.line }, wanted).kind).toBe(
          'unchanged',
        );
      }),
    );
  });

  it('from any note, or nothing is changed', () => {
    fc.assert(
      fc.property(markdownPieces, fc.nat(30), settings, (text, line, wanted) => {
        const kept = keepAt(text, { line }, wanted);
        if (kept.kind === 'impossible') expect(kept.after).toBe(text);
        if (kept.kind !== 'added') return;
        const order = orderAt(kept.after, kept.line);
        expect(withDefaults(order?.params ?? {})).toEqual(withDefaults(wanted.params));
        const before = parseNote(text).headings.map(({ source }) => source);
        expect(parseNote(kept.after).headings.map(({ source }) => source)).toEqual(before);
      }),
      { numRuns: 500 },
    );
  });
});
