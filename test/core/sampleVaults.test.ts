import { describe, expect, it } from 'vitest';
import { vaultLinks } from '../../src/cli/links';
import { readVault } from '../../src/cli/readVault';
import { termAnswer } from '../../src/cli/term';
import { buttonAnchors } from '../../src/core/features/demoAnchors';
import { diagnose } from '../../src/core/features/diagnostics';
import { conceptTable } from '../../src/core/index/conceptTable';
import { renderFormula } from '../../src/core/math/formulaRenderer';
import { formulasIn } from '../../src/core/notes/formulas';
import { parseNote } from '../../src/core/notes/parseNote';
import { TextLines } from '../../src/core/text';
import { specs } from '../../src/experiments/specs.gen';
import { style } from '../kit/formulas';
import { sampleVaults } from '../kit/notes';

const concepts = conceptTable(specs);
const [german, english] = sampleVaults.map((folder) => readVault(folder, ['Glossar.md', 'Glossary.md']));

/** What stands above a note's lines: the ids of the experiments by the text that names them. */
function buttonsOf(text: string): Readonly<Record<string, readonly string[]>> {
  const found = buttonAnchors(parseNote(text), concepts, new TextLines(text));
  return Object.fromEntries(found.map(({ text: title, experiments }) => [title, experiments]));
}

describe.each([
  { language: 'German', vault: german!, unwritten: [], start: 'Start hier.md', glossary: 'Glossar.md' },
  {
    language: 'English',
    vault: english!,
    unwritten: ['[[Lecture 6 - Convolution]]'],
    start: 'Start here.md',
    glossary: 'Glossary.md',
  },
])('the $language sample vault', ({ vault, unwritten, start, glossary }) => {
  it('has no link that leads nowhere but those to lectures to come', () => {
    const links = [...vaultLinks(vault)];
    expect(links.length).toBeGreaterThan(40);
    const broken = links.filter(({ status }) => status !== 'ok');
    expect(broken.filter(({ status }) => status !== 'unresolved')).toEqual([]);
    expect([...new Set(broken.map(({ raw }) => raw))]).toEqual(unwritten);
  });

  it('has nothing else that a check complains about', () => {
    for (const [path, note] of vault.index.notes()) {
      const lines = new TextLines(vault.texts.get(path) ?? '');
      const found = diagnose(vault.index, path, note, lines);
      expect(
        found.filter(({ code }) => code !== 'missing-note'),
        path,
      ).toEqual([]);
    }
  });

  it('has formulas that can all be drawn', () => {
    const formulas = [...vault.texts.values()].flatMap((text) => formulasIn(text));
    expect(formulas.length).toBeGreaterThan(60);
    const failed = formulas.filter(({ tex, isDisplay }) => !renderFormula(tex, isDisplay, style));
    expect(failed).toEqual([]);
  });

  it('begins with a note that leads to the others', () => {
    const targets = [...vaultLinks(vault)].filter(({ file }) => file === start).map(({ target }) => target);
    expect(targets).toContain(glossary);
    expect(new Set(targets).size).toBeGreaterThanOrEqual(4);
  });

  it('explains each heading of its glossary, and shows what its lectures embed', () => {
    const headings = vault.index.note(glossary)!.headings.map(({ text }) => text);
    expect(headings.length).toBeGreaterThan(20);
    const language = start === 'Start here.md' ? 'en' : 'de';
    const explained = headings.map(
      (heading) => termAnswer(vault, heading.replace(/ \(.*\)/, ''), language).lines[0]?.file,
    );
    expect(new Set(explained)).toEqual(new Set([glossary]));
    expect([...vaultLinks(vault)].filter(({ kind }) => kind === 'embed').length).toBeGreaterThanOrEqual(3);
  });
});

describe('the English lecture on regularization', () => {
  const text = english!.texts.get('Lecture 5 - Regularization.md')!;

  it('has a demo at each heading that names a concept', () => {
    const buttons = buttonsOf(text);
    const headings = parseNote(text).headings.map((heading) => heading.text);
    expect(headings.map((heading) => [heading, buttons[heading]?.[0]])).toEqual([
      ['Regularization', 'weight-decay'],
      ['Weight decay', 'weight-decay'],
      ['L1 regularization', 'sparsity'],
      ['Early stopping', 'early-stopping'],
      ['Dropout', 'dropout'],
      ['Data augmentation', 'data-augmentation'],
      ['Gradient clipping', 'gradient-clipping'],
      ['Initialization', expect.any(String)],
    ]);
  });

  it('has what the lecture before and the exam need: footnotes, a folded question, a demo of its own', () => {
    const note = parseNote(text);
    expect(note.demoBlocks).toHaveLength(1);
    expect(note.callouts.map(({ type }) => type)).toEqual(['abstract', 'warning', 'question']);
    const defined = Array.from(text.matchAll(/^\[\^(\w+)\]:/gm), ([, id]) => id!);
    const used = new Set(Array.from(text.matchAll(/\[\^(\w+)\](?!:)/g), ([, id]) => id!));
    expect([...used].sort()).toEqual([...defined].sort());
  });
});
