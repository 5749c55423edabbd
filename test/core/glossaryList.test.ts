import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { germanSortKey, inGermanOrder, initialOf } from '../../src/core/features/germanOrder';
import {
  glossaryByNote,
  glossaryEntries,
  glossaryList,
  glossaryOfNote,
  missingTerms,
} from '../../src/core/features/glossaryList';
import { parseNote } from '../../src/core/notes/parseNote';
import { vaultOf } from '../kit/vault';

const all = (): boolean => false;

/** A glossary, lectures that explain terms, and links that lead nowhere. */
const files = {
  'Glossar.md':
    '## Zufall\n\nNicht vorhersagbar.\n\n## Ähnlichkeit\n\nMaß.\n\n## Adam\n\nVerfahren.\n\n## Öffnung\n\n[[#Ohne]]\n',
  'VL 10.md': '*Adam:* noch einmal.\n\n[[Momentum]], [[Glossar#Momentum|m]] und [[Glossar#Adam]]\n',
  'VL 2.md':
    '# Einleitung\n\n*Batch:* ein Teil.\n\n*Adam:* zuerst.\n\n[[Momentum]] [[Folien.pdf]] ![[Bild]] [[adam]]\n',
  'alt/VL 1.md': '*Verworfen:* weg. [[Weg]]\n',
};
const isOld = (path: string): boolean => path.startsWith('alt/');

/** Each letter with its terms. */
function letters(vault: ReturnType<typeof vaultOf>): readonly string[] {
  return glossaryList(vault, isOld).map(
    ({ letter, entries }) => `${letter}: ${entries.map(({ term }) => term).join(', ')}`,
  );
}

describe('The list from A to Z', () => {
  it('has each term once, umlauts under their vowels, and leaves excluded notes out', () => {
    expect(letters(vaultOf(files, ['Glossar']))).toEqual([
      'A: Adam, Ähnlichkeit',
      'B: Batch',
      'O: Öffnung',
      'Z: Zufall',
    ]);
  });

  it('takes the best definition and counts the others', () => {
    const entries = glossaryEntries(vaultOf(files, ['Glossar']), isOld);
    const adam = entries.find(({ term }) => term === 'Adam');
    expect(adam).toMatchObject({ definition: { path: 'Glossar.md', source: 'glossary' }, furtherCount: 2 });
  });

  it('puts what has no initial first and other alphabets last', () => {
    const vault = vaultOf({ 'Glossar.md': '## β-Fehler\n\nx\n\n## 0-1-Loss\n\nx\n\n## $\\alpha$\n\nx\n' }, [
      'Glossar',
    ]);
    expect(letters(vault)).toEqual(['#: 0-1-Loss', 'A: \\alpha', 'Β: β-Fehler']);
  });

  it('follows notes that change and go', () => {
    const vault = vaultOf(files, ['Glossar']);
    expect(letters(vault)).toContain('Z: Zufall');
    vault.setNote('Glossar.md', parseNote('## Zebra\n\nTier.\n'));
    expect(letters(vault)).toEqual(['A: Adam', 'B: Batch', 'Z: Zebra']);
    vault.delete('Glossar.md');
    expect(letters(vault)).toEqual(['A: Adam', 'B: Batch']);
  });

  it('is empty for an empty vault', () => {
    expect(glossaryList(vaultOf({}), all)).toEqual([]);
    expect(missingTerms(vaultOf({}), all)).toEqual([]);
  });
});

describe('What is linked and not explained', () => {
  it('are missing notes and missing headings of a glossary, by how often they are linked', () => {
    const missing = missingTerms(vaultOf(files, ['Glossar']), isOld);
    expect(missing.map(({ name, count, first }) => [name, count, first.path])).toEqual([
      ['Momentum', 3, 'VL 10.md'],
      ['Ohne', 1, 'Glossar.md'],
    ]);
  });

  it('is nothing that another note explains or has as an alias, and no missing heading of a lecture', () => {
    const vault = vaultOf({
      'A.md': '[[Dropout]] [[Zweitname]] [[B#Fehlt]]',
      'B.md': '---\naliases: [Zweitname]\n---\n*Dropout:* Units fallen aus.\n',
    });
    expect(missingTerms(vault, all)).toEqual([]);
  });
});

describe('The list by lecture', () => {
  it('has notes in natural order and terms as they stand in them', () => {
    const groups = glossaryByNote(vaultOf(files, ['Glossar']), isOld);
    expect(groups.map(({ path, definitions }) => [path, ...definitions.map(({ term }) => term)])).toEqual([
      ['Glossar.md', 'Zufall', 'Ähnlichkeit', 'Adam', 'Öffnung'],
      ['VL 2.md', 'Batch', 'Adam'],
      ['VL 10.md', 'Adam'],
    ]);
  });
});

describe('The list of one note', () => {
  it('has each term once, in the order of the text', () => {
    const vault = vaultOf({ 'VL 3.md': '*Zeit:* a\n\n*Anfang:* b\n\n> [!info] Definition *Zeit*\n> c\n' });
    const terms = glossaryOfNote(vault, 'VL 3.md').map(({ term, source }) => [term, source]);
    expect(terms).toEqual([
      ['Anfang', 'lead-in'],
      ['Zeit', 'callout'],
    ]);
  });

  it('is empty for what is no note', () => {
    expect(glossaryOfNote(vaultOf({}), 'Fehlt.md')).toEqual([]);
  });
});

describe('German order', () => {
  it.each([
    [
      ['Zebra', 'Äther', 'Athen', 'Azimut'],
      ['Athen', 'Äther', 'Azimut', 'Zebra'],
    ],
    [
      ['VL 10', 'VL 2', 'VL 2b'],
      ['VL 2', 'VL 2b', 'VL 10'],
    ],
    [
      ['Maße', 'Masse', 'Maßstab'],
      ['Masse', 'Maße', 'Maßstab'],
    ],
    [
      ['„Zitat“', '*Anfang*', 'Mitte'],
      ['*Anfang*', 'Mitte', '„Zitat“'],
    ],
    // A Mac composes letters of two characters.
    [
      ['U\u0308bung', 'Udo', 'Uhr'],
      ['U\u0308bung', 'Udo', 'Uhr'],
    ],
  ])('%j', (names, sorted) => {
    expect(inGermanOrder(names, (name) => name)).toEqual(sorted);
  });

  it('puts names under the letter that they are sorted by', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const letter = initialOf(name);
        if (letter !== '#') expect(germanSortKey(name)).toContain(letter.toLowerCase());
      }),
    );
    expect(['Ölfeld', 'étale', '3-fach', '', 'ßx', 'ﬀ'].map(initialOf)).toEqual([
      'O',
      'E',
      '#',
      '#',
      'S',
      'F',
    ]);
  });
});
