import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  askedPositions,
  glossaryHeadings,
  readWordList,
  scoreTerms,
  type TermAt,
  type WordList,
} from '../../bench/terms/wordList';
import { comparePositions, TextLines } from '../../src/core/text';

const read = (name: string) => readFileSync(new URL(`../../bench/terms/${name}`, import.meta.url), 'utf8');

/** Answers as the labels say. */
const byLabels =
  (list: WordList): TermAt =>
  (_, position) =>
    list.places.find(
      ({ range }) =>
        comparePositions(range.start, position) <= 0 && comparePositions(position, range.end) < 0,
    )?.expected;

describe('the reader of labelled words', () => {
  it('takes the marks out and says where they stood', () => {
    const list = readWordList('a.md', 'Die {Normen|Norm} 𝔏 sind\n{normal|-}.');
    expect(list).toEqual({
      file: 'a.md',
      text: 'Die Normen 𝔏 sind\nnormal.',
      places: [
        {
          range: { start: { line: 0, column: 4 }, end: { line: 0, column: 10 } },
          word: 'Normen',
          expected: 'Norm',
        },
        {
          range: { start: { line: 1, column: 0 }, end: { line: 1, column: 6 } },
          word: 'normal',
          expected: undefined,
        },
      ],
    });
  });

  it('counts columns in UTF-16 code units of the text without marks', () => {
    const { places } = readWordList('a.md', '{𝔏|-} und {Wert|Wert}');
    expect(places.map(({ range }) => [range.start.column, range.end.column])).toEqual([
      [0, 2],
      [7, 11],
    ]);
  });

  it('lets a mark reach over one line break, but not over a blank line', () => {
    const [place, ...others] = readWordList('a.md', '{neuronales\nNetz|NN} {kein\n\nNetz|NN}').places;
    expect(place?.range).toEqual({ start: { line: 0, column: 0 }, end: { line: 1, column: 4 } });
    expect(others).toEqual([]);
  });

  it.each([
    String.raw`$\frac{a}{b}$ and $\{x|x>0\}$`,
    String.raw`$\text{Norm}|x|$`,
    'const {a, b} = c | d;',
    '{} {|} {a|} {|b}',
  ])('leaves other braces alone: %s', (source) => {
    expect(readWordList('a.md', source)).toEqual({ file: 'a.md', text: source, places: [] });
  });

  it('finds marks within the braces of a formula', () => {
    const list = readWordList('a.md', String.raw`$\text{{Norm|-}}$ und $\{{Wert|-}\}$`);
    expect(list.text).toBe(String.raw`$\text{Norm}$ und $\{Wert\}$`);
    expect(list.places.map(({ word }) => word)).toEqual(['Norm', 'Wert']);
  });

  it('asks in the middle of each word, not in emphasis and not between the parts of a compound', () => {
    const list = readWordList('a.md', '{**Gradient** Clipping|G} {Loss-Funktion|L} {neuronales\n> Netz|N}');
    const asked = list.places.map((place) =>
      askedPositions(list, place).map(({ line, column }) => [line, column]),
    );
    expect(asked).toEqual([
      [
        [0, 6],
        [0, 17],
      ],
      [[0, 28]],
      [
        [0, 41],
        [1, 4],
      ],
    ]);
  });
});

describe('the score', () => {
  const list = readWordList('a.md', '{Norm|Norm} {Gradient\nClipping|GC} {Wert|Wert}\n{normal|-}');
  const score = (names: Readonly<Record<string, string>>) =>
    scoreTerms([list], (text, { line, column }) => {
      const words = new TextLines(text).line(line).matchAll(/\w+/g);
      const word = [...words].find(({ index, 0: it }) => index <= column && column < index + it.length)?.[0];
      return word === undefined ? undefined : names[word];
    });

  it('is full when every label is answered', () => {
    expect(scoreTerms([list], byLabels(list))).toEqual({ places: 4, precision: 1, recall: 1, mistakes: [] });
  });

  it('counts silence as misses only', () => {
    const silent = scoreTerms([list], () => undefined);
    expect(silent).toMatchObject({ places: 4, precision: 1, recall: 0 });
    expect(silent.mistakes).toHaveLength(3);
  });

  it('counts a term where none is against precision only', () => {
    const given = score({ Norm: 'Norm', Gradient: 'GC', Clipping: 'GC', Wert: 'Wert', normal: 'Norm' });
    expect(given).toEqual({
      places: 4,
      precision: 3 / 4,
      recall: 1,
      mistakes: [{ file: 'a.md', line: 2, word: 'normal', expected: undefined, found: 'Norm' }],
    });
  });

  it('counts a wrong term against both', () => {
    const given = score({ Norm: 'Wert', Gradient: 'GC', Clipping: 'GC', Wert: 'Wert' });
    expect(given).toMatchObject({ precision: 2 / 3, recall: 2 / 3 });
    expect(given.mistakes).toEqual([
      { file: 'a.md', line: 0, word: 'Norm', expected: 'Norm', found: 'Wert' },
    ]);
  });

  it('wants all words of a place to agree, and prefers to report a wrong term', () => {
    const word = 'Gradient\nClipping';
    expect(score({ Gradient: 'GC' }).mistakes).toContainEqual(
      expect.objectContaining({ word, found: undefined }),
    );
    expect(score({ Gradient: 'GC', Clipping: 'C' }).mistakes).toContainEqual(
      expect.objectContaining({ word, line: 0, found: 'C' }),
    );
  });
});

describe('the labelled words', () => {
  const headings = glossaryHeadings(read('Glossar.md'));
  const lists = ['words.tuning.md', 'words.heldOut.md'].map((file) => readWordList(file, read(file)));
  const shareOfTraps = ({ places }: WordList) =>
    places.filter(({ expected }) => expected === undefined).length / places.length;

  it('are judged against a glossary without doubles', () => {
    expect(headings.length).toBeGreaterThanOrEqual(70);
    expect(new Set(headings).size).toBe(headings.length);
  });

  it('are enough, at least 400 in all', () => {
    expect(lists.reduce((sum, { places }) => sum + places.length, 0)).toBeGreaterThanOrEqual(400);
  });

  describe.each(lists)('$file', (list) => {
    it('names only headings of the glossary', () => {
      const strangers = list.places.filter(
        ({ expected }) => expected !== undefined && !headings.includes(expected),
      );
      expect(strangers).toEqual([]);
    });

    it('has three traps in ten places, and not only traps', () => {
      expect(shareOfTraps(list)).toBeGreaterThanOrEqual(0.3);
      expect(shareOfTraps(list)).toBeLessThan(0.5);
    });

    it('has ranges that cut their words out of the text', () => {
      const lines = new TextLines(list.text);
      expect(list.places.map(({ range }) => lines.slice(range))).toEqual(list.places.map(({ word }) => word));
    });

    it('has no mark left over', () => {
      expect(list.text.match(/\|-\}|\{[^}]*\|[^}]*\}/g)).toBeNull();
    });

    it('has a word to ask for at every place', () => {
      expect(list.places.filter((place) => askedPositions(list, place).length === 0)).toEqual([]);
    });

    it('keeps decomposed letters, terms over two lines and terms within emphasis', () => {
      const words = list.places.map(({ word }) => word);
      expect(words.some((word) => word !== word.normalize('NFC'))).toBe(true);
      expect(words.some((word) => word.includes('\n'))).toBe(true);
      expect(words.some((word) => word.includes('*'))).toBe(true);
    });

    it('can be answered in full', () => {
      expect(scoreTerms([list], byLabels(list))).toMatchObject({ precision: 1, recall: 1, mistakes: [] });
    });
  });
});
