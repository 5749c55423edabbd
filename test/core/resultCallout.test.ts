import { describe, expect, it } from 'vitest';
import type { DemoPlace, LabSettings } from '../../src/core/features/keepDemo';
import { keepDemo } from '../../src/core/features/keepDemo';
import { applyEdits } from '../../src/core/features/rename/renamePlan';
import {
  formerResult,
  hasResults,
  insertedResult,
  keepsPicture,
  type LabResult,
  pictureNames,
  removedResult,
  resultCallout,
  resultsIn,
  settingsOf,
  staleResults,
} from '../../src/core/features/resultCallout';
import { parseNote } from '../../src/core/notes/parseNote';
import { TextLines } from '../../src/core/text';
import { experiments } from '../kit/experiments';
import { marked } from '../kit/markedText';

const dropout = experiments[0]!;

const result: LabResult = {
  title: 'Dropout im Netz',
  params: { hiddenRate: 0.3, width: 64, activation: 'tanh' },
  seed: 7,
  step: 300,
  claims: [
    { text: 'Mehr $p_h$ glättet.', measured: '0,310', bound: '≥ 0,2', verdict: 'holds' },
    { text: 'Es\n wird besser.', measured: '1,2·10⁻⁴', bound: '≤ 0', verdict: 'fails' },
    { text: 'Im Mittel.', measured: '3', bound: '1 bis 2', verdict: 'deviates' },
  ],
};

const embed = '![[dropout-loss-seed7.svg]]';
const callout = [
  '> [!example] Ergebnis: Dropout im Netz',
  '> ![[dropout-loss-seed7.svg]]',
  '> ✓ Mehr $p_h$ glättet. (gemessen 0,310; verlangt ≥ 0,2)',
  '> ✗ Es wird besser. (gemessen 1,2·10⁻⁴; verlangt ≤ 0)',
  '> ≈ Im Mittel. (gemessen 3; verlangt 1 bis 2)',
  '> Startwert 7, Schritt 300 · `experiment: dropout` `hiddenRate: 0.3` `activation: tanh`',
].join('\n');

const target = (text: string) => ({ note: parseNote(text), lines: new TextLines(text) });

/** Inserts a result, with the name of its picture, in place of a former one where there is one. */
function insertAt(
  text: string,
  place: DemoPlace,
  fileName = 'dropout-loss-seed7.svg',
  changes: Partial<LabResult> = {},
): string {
  const here = target(text);
  const former = formerResult(here, place, dropout, fileName);
  const shown = { ...result, claims: [], ...changes };
  const written = resultCallout(dropout, shown, `![[${fileName}]]`, 'de');
  const inserted = insertedResult(here, place, dropout, written, former);
  return inserted ? applyEdits(here.lines, [inserted.edit]) : text;
}

const block = '```demo\nexperiment: dropout\nhiddenRate: 0.3\nactivation: tanh\nseed: 7\n```';
const short = `${callout.split('\n').toSpliced(2, 3).join('\n')}`;

describe('The callout of a result', () => {
  it('says what came out, in the language of the note', () => {
    expect(resultCallout(dropout, result, embed, 'de')).toBe(callout);
    expect(
      resultCallout(dropout, { ...result, title: 'Dropout', claims: result.claims.slice(0, 1) }, embed, 'en'),
    ).toBe(
      [
        '> [!example] Result: Dropout',
        '> ![[dropout-loss-seed7.svg]]',
        '> ✓ Mehr $p_h$ glättet. (measured 0,310; required ≥ 0,2)',
        '> Seed 7, step 300 · `experiment: dropout` `hiddenRate: 0.3` `activation: tanh`',
      ].join('\n'),
    );
  });

  it.each(['de', 'en'] as const)('is read back (%s)', (language) => {
    const text = resultCallout(dropout, result, embed, language);
    const [read, ...others] = resultsIn(target(`${text}\n> Eigenes\n\nText`));
    expect(others).toEqual([]);
    expect(read).toMatchObject({ experimentId: 'dropout', seed: 7, picture: 'dropout-loss-seed7.svg' });
    expect(read && settingsOf(read, dropout)).toEqual({
      params: { hiddenRate: 0.3, activation: 'tanh' },
      seed: 7,
    });
    expect(read?.lines).toEqual({ first: 0, end: 7 });
    expect(read?.ownEnd).toBe(6);
  });

  it.each([
    '> [!example] Ergebnis: Dropout\n> Startwert 7',
    '> [!example] Dropout\n> Startwert 7, Schritt 3 · `experiment: dropout`',
    '> [!note] Ergebnis: Dropout\n> Startwert 7, Schritt 3 · `experiment: dropout`',
    'Startwert 7, Schritt 3 · `experiment: dropout`',
  ])('is not %j', (text) => {
    expect(resultsIn(target(text))).toEqual([]);
  });

  it('is looked for in no other note', () => {
    expect(hasResults(parseNote('> [!example] Ergebnis: A\n'))).toBe(true);
    expect(hasResults(parseNote('> [!example] Beispiel\n\n> [!note] Ergebnis: A\n'))).toBe(false);
  });
});

describe('A result is inserted', () => {
  it.each<[string, string, string]>([
    ['below its block', `# A\n\n¦${block}\n\nText\n`, `# A\n\n${block}\n\n${short}\n\nText\n`],
    ['below its block without an empty line', `¦${block}\nText`, `${block}\n\n${short}\n\nText`],
    ['at the end', `# A\n\n¦${block}`, `# A\n\n${block}\n\n${short}`],
    [
      'below the callout that its block is in',
      `> [!tip] A\n> ¦${block.replaceAll('\n', '\n> ')}\n> B\n\nC\n`,
      `> [!tip] A\n> ${block.replaceAll('\n', '\n> ')}\n> B\n\n${short}\n\nC\n`,
    ],
    [
      'below the list that its block is in',
      `- A\n  ¦${block.replaceAll('\n', '\n  ')}\n- B\n\nC\n`,
      `- A\n  ${block.replaceAll('\n', '\n  ')}\n- B\n\n${short}\n\nC\n`,
    ],
    ['below the heading where there is no block', '# ¦Dropout\nText\n', `# Dropout\n\n${short}\n\nText\n`],
    [
      'with CRLF',
      `¦${block}\n\nText\n`.replaceAll('\n', '\r\n'),
      `${block}\n\n${short}\n\nText\n`.replaceAll('\n', '\r\n'),
    ],
  ])('%s', (_name, source, expected) => {
    const { text, cursor } = marked(source);
    expect(insertAt(text, { line: cursor.line })).toBe(expected);
  });

  it('behind the results of other pictures there', () => {
    const text = insertAt(`${block}\n\nText\n`, { line: 0 });
    const other = short.replace('dropout-loss', 'dropout-weights');
    expect(insertAt(text, { line: 0 }, 'dropout-weights-seed7.svg')).toBe(
      `${block}\n\n${short}\n\n${other}\n\nText\n`,
    );
  });

  it('in place of the former one of its picture, and what was written below it stays', () => {
    const mine = '> Eigenes';
    const text = `${block}\n\n${short}\n${mine}\n\nText\n`;
    const next = insertAt(text, { line: 0 }, 'dropout-loss-seed9.svg', { seed: 9 });
    const expected = short.replace('loss-seed7', 'loss-seed9').replace('Startwert 7', 'Startwert 9');
    expect(next).toBe(`${block}\n\n${expected}\n${mine}\n\nText\n`);
  });

  it('in place of the former one, with the marks that its lines have now', () => {
    const nested = (text: string) =>
      `- > ${text.replaceAll('\n', '\n  > ')}\r\n`.replace(/(?<!\r)\n/g, '\r\n');
    const head = `# A\r\n\r\n${block.replaceAll('\n', '\r\n')}\r\n\r\n`;
    const next = insertAt(head + nested(short), { line: 0 }, 'dropout-loss-seed7.svg', { step: 4 });
    expect(next).toBe(head + nested(short.replace('Schritt 300', 'Schritt 4')));
  });

  it('beside that of the same picture below another block', () => {
    const text = `${block}\n\n${short}\n\n${block}\n`;
    expect(insertAt(text, { line: 12, demoLine: 12 })).toBe(`${block}\n\n${short}\n\n${block}\n\n${short}\n`);
  });

  it('not where a fence that is never closed would swallow it', () => {
    expect(insertAt('```demo\nexperiment: dropout\n', { line: 0 })).toBe('```demo\nexperiment: dropout\n');
  });
});

describe('The picture of a result', () => {
  const former = (picture: string) => {
    const [read] = resultsIn(target(short.replace('dropout-loss-seed7.svg', picture)));
    return read ?? expect.unreachable();
  };
  const name = 'dropout-loss-seed7.svg';

  it('goes on being shown for the same settings, in the same format', () => {
    expect(keepsPicture(former('Bilder/dropout-loss-seed7-2.svg'), dropout, result, name)).toBe(true);
    expect(keepsPicture(former(name), dropout, { ...result, seed: 8 }, name)).toBe(false);
    const params = { ...result.params, width: 16 };
    expect(keepsPicture(former(name), dropout, { ...result, params }, name)).toBe(false);
    expect(keepsPicture(former(name), dropout, result, 'dropout-loss-seed7.png')).toBe(false);
  });

  it('is the same whatever its seed, number and folder', () => {
    const text = `${block}\n\n${short.replace('dropout-loss-seed7.svg', 'x/dropout-loss-seed12-3.png')}\n`;
    expect(formerResult(target(text), { line: 0 }, dropout, name)?.picture).toBe(
      'x/dropout-loss-seed12-3.png',
    );
    expect(formerResult(target(text), { line: 0 }, dropout, 'dropout-los-seed7.svg')).toBeUndefined();
  });

  it('gets a name that no other file has', () => {
    const names = pictureNames('a-seed1.svg');
    expect([1, 2, 3].map(() => names.next().value)).toEqual([
      'a-seed1.svg',
      'a-seed1-2.svg',
      'a-seed1-3.svg',
    ]);
  });
});

describe('A result is stale', () => {
  const stale = (text: string) => staleResults(target(text), experiments).map(({ names }) => names);
  /** The block after its settings have been changed in the lab and kept. */
  const kept = (settings: Partial<LabSettings>) => {
    const here = target(block);
    const { edits } = keepDemo(here, { line: 0, demoLine: 0 }, dropout, { ...result, ...settings });
    return applyEdits(here.lines, edits);
  };

  it.each<[string, string, readonly (readonly string[])[]]>([
    ['where the block says something else', `${kept({ seed: 9 })}\n\n${short}\n`, [['seed']]],
    [
      'by all settings that differ, named or not',
      `${kept({ params: { hiddenRate: 0.5, scaling: false, activation: 'tanh' } })}\n\n${short}\n`,
      [['hiddenRate', 'scaling']],
    ],
    ['not where the block says the same', `${block}\n\n${short}\n`, []],
    ['not where the block cannot be run', `${block.replace('0.3', '3')}\n\n${short}\n`, []],
    ['not without a block', `${short}\n`, []],
    ['not by a block below it', `${short}\n\n${kept({ seed: 9 })}\n`, []],
    ['not by a block of another section', `${kept({ seed: 9 })}\n\n# B\n\n${short}\n`, []],
    ['not by the farther of two', `${kept({ seed: 9 })}\n\n${block}\n\n${short}\n`, []],
    ['not by another experiment', `\`\`\`demo\nexperiment: bagging\n\`\`\`\n\n${short}\n`, []],
  ])('%s', (_name, text, names) => {
    expect(stale(text)).toEqual(names);
  });

  it('with the title of its callout for a range, and with what the block orders', () => {
    const { text, ranges } = marked(
      `${block.replace('7', '8')}\n\n${short.replace('Ergebnis: Dropout im Netz', '⟦$&⟧')}`,
    );
    const [found] = staleResults(target(text), experiments);
    expect(found?.result.range).toEqual(ranges[0]);
    expect(found?.order).toMatchObject({ experimentId: 'dropout', seed: 8 });
  });

  it.each([
    ['between others', `A\n\n${short}\n\nB\n`, 'A\n\nB\n'],
    ['with what was written below', `A\n\n${short}\n> C\n\nB\n`, 'A\n\nB\n'],
    ['at the end', `A\n\n${short}`, 'A\n\n'],
    ['close to others', `# A\n${short}\n# B\n`, '# A\n# B\n'],
    ['with CRLF', `A\r\n\r\n${short.replaceAll('\n', '\r\n')}\r\n\r\nB`, 'A\r\n\r\nB'],
  ])('and can be taken out %s', (_name, text, expected) => {
    const here = target(text);
    const [found] = resultsIn(here);
    expect(found && applyEdits(here.lines, [removedResult(here.lines, found)])).toBe(expected);
  });
});
