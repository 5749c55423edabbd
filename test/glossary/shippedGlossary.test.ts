import { describe, expect, it } from 'vitest';
import { renderFormula } from '../../src/core/math/formulaRenderer';
import { foldWord } from '../../src/core/terms/fold';
import { TermTable } from '../../src/core/terms/termTable';
import { specs } from '../../src/experiments/specs.gen';
import type { GlossaryTerm } from '../../src/glossary/glossaryTerm';
import {
  definitionMarkdown,
  namesOf,
  shippedGlossary,
  shippedTerm,
} from '../../src/glossary/shippedGlossary';
import { sampleNotes } from '../kit/notes';

const style = { color: '#000', fontSize: 13 };
/** CSS pixels that VS Code gives the text of a hover, at least. */
const hoverWidth = 450;
const inlineFormula = /\$([^$]+)\$/g;

/** What fails a check, as `id: what`; a test that expects none names every culprit at once. */
function flaws(check: (term: GlossaryTerm) => readonly string[]): readonly string[] {
  return shippedGlossary.flatMap((term) => check(term).map((what) => `${term.id}: ${what}`));
}

/** Texts that learners read, in both languages. */
function textsOf({ definition, symbols = [] }: GlossaryTerm): readonly string[] {
  return [definition, ...symbols.map(({ meaning }) => meaning)].flatMap(({ de, en }) => [de, en]);
}

function inlineFormulasOf(text: string): readonly string[] {
  return Array.from(text.matchAll(inlineFormula), ([, tex]) => tex!);
}

function withoutFormulas(text: string): string {
  return text.replace(inlineFormula, '');
}

/** Equal for names that recognition takes as one. */
function keyOf(name: string): string {
  return foldWord(name).replace(/[\s\p{Pd}]/gu, '');
}

function repeated(values: readonly string[]): readonly string[] {
  return values.filter((value, index) => values.indexOf(value) < index);
}

/** Everything that a term is recognised by. */
function allNamesOf(term: GlossaryTerm): readonly string[] {
  return [...namesOf(term, 'de'), ...(term.misspellings ?? [])];
}

/** The letters and commands of a formula; words (`\operatorname{Var}`) are one. */
function lettersOf(tex: string): readonly string[] {
  return tex.match(/\\(?:operatorname\*?|text|mathrm)\{[^{}]*\}|\\[A-Za-z]+|[A-Za-z]/g) ?? [];
}

/** `x_i` stands for `x_1` to `x_n`. */
function withoutIndices(tex: string): string {
  return tex.replace(/_(?:\{[^{}]*\}|\w|\\[A-Za-z]+(?:\{[^{}]*\})?)/g, '');
}

const idsByKey = new Map<string, Set<string>>();
for (const term of shippedGlossary) {
  for (const key of allNamesOf(term).map(keyOf)) {
    idsByKey.set(key, (idsByKey.get(key) ?? new Set()).add(term.id));
  }
}

const table = new TermTable<string>();
for (const term of shippedGlossary) {
  table.set(
    term.id,
    allNamesOf(term).map((name) => ({ name, value: term.id })),
  );
}

/** The ids of the terms that a text as a whole is a name of, in any inflected form. */
function idsOf(text: string): readonly string[] {
  const match = table.findAt(text, 0);
  return match && match.kind !== 'compound' && match.end === text.length ? [...new Set(match.values)] : [];
}

describe('The shipped glossary', () => {
  it('holds the vocabulary of a first course', () => {
    expect(shippedGlossary.length).toBeGreaterThanOrEqual(150);
  });

  it('names its terms by unique kebab-case ids', () => {
    expect(repeated(shippedGlossary.map(({ id }) => id))).toEqual([]);
    expect(flaws(({ id }) => (/^[a-z\d]+(?:-[a-z\d]+)*$/.test(id) ? [] : ['id']))).toEqual([]);
  });

  it('finds each term by its id and nothing by another', () => {
    expect(flaws((term) => (shippedTerm(term.id) === term ? [] : ['not found']))).toEqual([]);
    expect(shippedTerm('no-such-term')).toBeUndefined();
  });

  it('explains what the sample vault explains', () => {
    const { text } = sampleNotes().find(({ name }) => name === 'Glossar.md')!;
    const headings = Array.from(text.matchAll(/^## (.+)$/gm), ([, heading]) => heading!);
    const names = headings.flatMap((heading) => heading.replace(')', '').split(' ('));
    const synonyms = Array.from(text.matchAll(/^\*Auch: (.+)\*$/gm), ([, list]) => list!.split(', ')).flat();
    expect(names.length).toBeGreaterThan(40);
    expect(synonyms.length).toBeGreaterThan(15);
    expect([...names, ...synonyms].filter((name) => idsOf(name).length === 0)).toEqual([]);
  });
});

describe('Every term of the shipped glossary', () => {
  it('has names in both languages', () => {
    expect(
      flaws(({ names: { de, en } }) => [...de, ...en].filter((name) => name !== name.trim() || !name)),
    ).toEqual([]);
    expect(flaws(({ names: { de, en } }) => (de.length * en.length === 0 ? ['no name'] : []))).toEqual([]);
  });

  it('shares no name with another', () => {
    const shared = [...idsByKey].filter(([, ids]) => ids.size > 1);
    expect(shared.map(([key, ids]) => `${key}: ${[...ids].join(', ')}`)).toEqual([]);
  });

  it('is recognised by each of its names that consists of words', () => {
    const ofWords = (name: string) => /^[\p{L}\p{N} -]+$/u.test(name);
    expect(
      flaws((term) => allNamesOf(term).filter((name) => ofWords(name) && idsOf(name).join() !== term.id)),
    ).toEqual([]);
  });

  it('has no name twice within a language, nor an abbreviation', () => {
    expect(flaws(({ names: { de, en } }) => [de, en].flatMap((names) => repeated(names.map(keyOf))))).toEqual(
      [],
    );
    expect(flaws(({ abbreviations = [] }) => repeated(abbreviations))).toEqual([]);
  });

  it('has misspellings that are no names, each once', () => {
    expect(
      flaws((term) => {
        const right = namesOf(term, 'de').map(keyOf);
        const wrong = (term.misspellings ?? []).map(keyOf);
        return [...wrong.filter((key) => right.includes(key)), ...repeated(wrong)];
      }),
    ).toEqual([]);
  });

  it('has a definition of whole sentences, without links and HTML', () => {
    expect(
      flaws(({ definition }) => Object.values(definition).filter((text) => !/^\S.*\.$/s.test(text))),
    ).toEqual([]);
    expect(
      flaws((term) =>
        textsOf(term).filter((text) => /\[\[|\]\(|https?:|<|&\w+;/.test(withoutFormulas(text))),
      ),
    ).toEqual([]);
  });

  it('has texts whose formulas end', () => {
    expect(flaws((term) => textsOf(term).filter((text) => /[$\\]/.test(withoutFormulas(text))))).toEqual([]);
  });

  it('has explanations of symbols that go on within a sentence', () => {
    expect(
      flaws(({ symbols = [] }) =>
        symbols
          .flatMap(({ meaning: { de, en } }) => [de, en])
          .filter((text) => !text || /^\s|[.\s]$/.test(text)),
      ),
    ).toEqual([]);
  });

  it('explains only symbols that its formula has, each once', () => {
    expect(
      flaws(({ formula = '', symbols = [] }) => {
        const letters = lettersOf(formula);
        return symbols
          .map(({ tex }) => tex)
          .filter((tex) => !lettersOf(withoutIndices(tex)).every((letter) => letters.includes(letter)));
      }),
    ).toEqual([]);
    expect(flaws(({ symbols = [] }) => repeated(symbols.map(({ tex }) => tex)))).toEqual([]);
  });

  it('has inline formulas that can be drawn', () => {
    const formulasOf = (term: GlossaryTerm) => [
      ...textsOf(term).flatMap(inlineFormulasOf),
      ...(term.symbols ?? []).map(({ tex }) => tex),
    ];
    // Most stand in several places.
    const all = [...new Set(shippedGlossary.flatMap(formulasOf))];
    const bad = new Set(all.filter((tex) => !renderFormula(tex, false, style)));
    expect(flaws((term) => formulasOf(term).filter((tex) => bad.has(tex)))).toEqual([]);
    expect(all.length).toBeGreaterThan(100);
  });

  it('has a formula that can be drawn and fits into a hover', () => {
    const width = ({ formula }: GlossaryTerm) =>
      formula === undefined ? 0 : (renderFormula(formula, true, style)?.width ?? Infinity);
    expect(flaws((term) => (width(term) <= hoverWidth ? [] : [term.formula ?? '']))).toEqual([]);
  });

  it('says where to read on', () => {
    const textbook = /^\S.* \((?:\w+ ed\., )?(?:19|20)\d\d\), (?:§|chapter )\d/;
    const paper = /^\S.* \((?:19|20)\d\d\): \S/;
    expect(flaws(({ source }) => (textbook.test(source) || paper.test(source) ? [] : [source]))).toEqual([]);
  });

  it('points to other terms that exist', () => {
    expect(
      flaws(({ id, seeAlso = [] }) => [
        ...seeAlso.filter((other) => other === id || !shippedTerm(other)),
        ...repeated(seeAlso),
      ]),
    ).toEqual([]);
  });

  it('points to experiments that exist, and all of them are pointed to', () => {
    const known = new Set(specs.map(({ id }) => id));
    expect(flaws(({ experiments = [] }) => experiments.filter((id) => !known.has(id)))).toEqual([]);
    const shown = new Set(shippedGlossary.flatMap(({ experiments = [] }) => experiments));
    expect([...known].filter((id) => !shown.has(id))).toEqual([]);
  });
});

describe('A term as Markdown', () => {
  const term = shippedGlossary.find(({ symbols = [] }) => symbols.length > 1)!;

  it('has definition, formula and symbols as paragraphs', () => {
    const [definition, formula, symbols, ...more] = definitionMarkdown(term, 'de').split('\n\n');
    expect(definition).toBe(term.definition.de);
    expect(formula).toBe(`$$${term.formula}$$`);
    expect(symbols).toMatch(/^Dabei ist \$.*\.$/);
    expect(symbols).toContain(`$${term.symbols![1]!.tex}$ ${term.symbols![1]!.meaning.de}`);
    expect(more).toEqual([]);
  });

  it('is a sentence in English, too', () => {
    const { tex, meaning } = term.symbols![0]!;
    expect(definitionMarkdown(term, 'en')).toContain(`Here $${tex}$ is ${meaning.en}`);
  });
});
