import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closest, editDistance } from '../../src/core/features/closest';
import { type Diagnosis, diagnose, formulaDiagnoses } from '../../src/core/features/diagnostics';
import { checkFormula } from '../../src/core/math/formulaRenderer';
import { parseNote } from '../../src/core/notes/parseNote';
import { TextLines } from '../../src/core/text';
import { marked } from '../kit/markedText';
import { vaultOf } from '../kit/vault';

const source = 'Mathe/Quelle.md';

const files = {
  'Norm.md': '---\naliases: [Länge]\n---\n# Norm\n\n## Beweis\n\nText ^satz-1\n\n# Ende\n',
  'a/Doppelt.md': '',
  'b/Doppelt.md': '',
  'Folien/Slides 05.pdf': '',
  'Skizze.excalidraw.md': '---\nexcalidraw-plugin: parsed\n---\n',
};

function diagnosesOf(text: string): readonly Diagnosis[] {
  const note = parseNote(text);
  return diagnose(vaultOf({ ...files, [source]: text }), source, note, new TextLines(text));
}

/** What is wrong in a text, by code and by the text that is underlined. */
function found(text: string): readonly string[] {
  const lines = new TextLines(text);
  return diagnosesOf(text).map(({ code, range }) => `${code} ${lines.slice(range)}`);
}

describe('Diagnostics find', () => {
  it.each([
    ['a link to a note that is not there', 'Siehe [[⟦Weg⟧#a|b]].', 'missing-note'],
    ['an embed of one', '![[⟦Weg.png⟧]]', 'missing-note'],
    ['a Markdown link to one', '[x](⟦Weg%20da.md⟧)', 'missing-note'],
    ['a heading that is not there', '[[Norm⟦#Bewies⟧|so]]', 'missing-heading'],
    ['the segment that leads nowhere', '[[Norm#Norm⟦#Ende⟧#x]]', 'missing-heading'],
    ['a heading of the note itself', '[[⟦#Weg⟧]]', 'missing-heading'],
    ['a heading in a Markdown link', '[x](../Norm.md⟦#Weg%20da⟧)', 'missing-heading'],
    ['a block that is not there', '[[Norm⟦#^satz-2⟧]]', 'missing-block'],
    ['a link that two notes fit', '[[⟦Doppelt⟧|x]]', 'ambiguous-link'],
    ['a link by alias', '[[⟦länge⟧|x]]', 'link-by-alias'],
    ['a link in a table', '| a |\n| - |\n| [[⟦Weg⟧\\|x]] |', 'missing-note'],
    ['a link in a nested quote with Windows line breaks', '> a\r\n> > [[⟦Weg⟧]]', 'missing-note'],
    ['YAML that is broken', '---\na: [1\n⟦b: 2⟧\n---\n', 'broken-properties'],
  ])('%s', (_what, written, code) => {
    const { text, ranges } = marked(written);
    expect(diagnosesOf(text).map((diagnosis) => [diagnosis.code, diagnosis.range])).toEqual([
      [code, ranges[0]],
    ]);
  });

  it('nothing wrong in links that lead somewhere', () => {
    const text = [
      '[[Norm]] [[norm#beweis]] [[Norm#Norm#Beweis]] [[Norm#^SATZ-1]] [[#Hier]] [[]]',
      '![[Slides 05.pdf#page=3]] [[a/Doppelt]] [x](../Norm.md#Beweis) [y](https://example.org/weg)',
      '# Hier',
    ].join('\n\n');
    expect(found(text)).toEqual([]);
  });

  it.each([
    ['out of the vault', '[x](../../anderswo/x.md)'],
    ['to a folder', '[x](../a) [y](../Folien/) [z](/b)'],
    ['into a drawing', '[[Skizze.excalidraw#^abc]]'],
    ['in code, formulas and comments', '`[[Weg]]` $[[Weg]]$ %%[[Weg]]%%\n\n```\n[[Weg]]\n```'],
  ])('nothing wrong in links %s', (_where, text) => {
    expect(found(text)).toEqual([]);
  });

  it('which notes have the alias, which files fit, and what is not in which note', () => {
    expect(diagnosesOf('[[Länge]] [[Doppelt]] [[Norm#x#y]]')).toMatchObject([
      { notes: ['Norm.md'] },
      { target: 'a/Doppelt.md', candidates: ['a/Doppelt.md', 'b/Doppelt.md'] },
      { target: 'Norm.md', wanted: 'x' },
    ]);
  });

  it('a range inside of its line, whatever is written', () => {
    const piece = fc.constantFrom(
      '[[',
      ']]',
      '[a](',
      ')',
      '#',
      '^',
      '|',
      '\n',
      '> ',
      'a',
      'Norm',
      '\\',
      ' ',
      '---\n',
      '%20',
      '<',
      '>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const text = pieces.join('');
        const lines = new TextLines(text);
        for (const { range } of diagnosesOf(text)) {
          expect(range.end.column).toBeLessThanOrEqual(lines.line(range.end.line).length);
          expect(lines.offsetAt(range.start)).toBeLessThanOrEqual(lines.offsetAt(range.end));
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('Formulas', () => {
  const messages = (text: string) =>
    [...formulaDiagnoses(text, ({ tex, isDisplay }) => checkFormula(tex, isDisplay))].map((diagnosis) =>
      diagnosis?.code === 'broken-formula' ? diagnosis.message : undefined,
    );

  it('that do not parse say why, each with a pause behind it', () => {
    expect(messages('$\\frac{1}$ und $x^2$ und $$\\begin{pmatrix}1$$ und $\\unbekannt$')).toEqual([
      expect.stringMatching(/Missing argument/),
      undefined,
      expect.stringMatching(/\\end\{pmatrix\}/),
      expect.stringMatching(/\\unbekannt/),
    ]);
  });

  it.each([
    '\\color{red}{S}',
    '\\ce{H2O}',
    '\\ket{0}',
    '\\cancel{x}',
    '\\displaystyle \\begin{align*}a&=b\\end{align*}',
  ])('that Obsidian draws are right: %s', (tex) => {
    expect(messages(`$$${tex}$$`)).toEqual([undefined]);
  });

  it('that define macros keep them to themselves', () => {
    expect(messages('$\\newcommand{\\R}{\\mathbb{R}} \\R$ und $\\R$')).toEqual([
      undefined,
      expect.stringMatching(/\\R/),
    ]);
  });
});

describe('A name is close to another', () => {
  it.each([
    ['Norm', 'Norm', 0],
    ['Norm', 'Nrom', 1],
    ['Norm', 'Nor', 1],
    ['Norm', 'Normen', 2],
    ['Norm', 'Form', 1],
    ['', 'ab', 2],
    ['Norm', 'Matrix', undefined],
  ])('%s and %s: %s', (a, b, distance) => {
    expect(editDistance(a, b, 2)).toBe(distance);
    expect(editDistance(b, a, 2)).toBe(distance);
  });

  it('as the whole table says, though only a part of it is looked at', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = editDistance(a, b, 20) ?? -1;
        expect(editDistance(a, b, 2)).toBe(distance <= 2 ? distance : undefined);
      }),
    );
  });

  it('closest first, and never when most letters differ', () => {
    const words = ['kern', 'vektor', 'vektoren', 'vketor', 'faktor'].map((word) => [word, word] as const);
    expect(closest('vektor', words, 3).map(({ item }) => item)).toEqual(['vektor', 'vketor', 'vektoren']);
    expect(closest('ab', [['xy', 1]], 3)).toEqual([]);
  });
});
