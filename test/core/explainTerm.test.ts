import { describe, expect, it } from 'vitest';
import { explainTerm } from '../../src/core/features/explainTerm';
import { firstOccurrences, termsInNote } from '../../src/core/features/termsInNote';
import { bestFirst, inLanguage } from '../../src/core/index/glossary';
import type { GlossarySettings } from '../../src/core/index/glossaryChoice';
import { glossaryTable, type TermNames } from '../../src/core/index/glossaryTable';
import { VaultIndex } from '../../src/core/index/vaultIndex';
import { parseNote } from '../../src/core/notes/parseNote';
import { languageOf } from '../../src/core/terms/language';
import { TextLines } from '../../src/core/text';
import { marked } from '../kit/markedText';

type Files = Readonly<Record<string, string>>;

function indexOf(
  files: Files,
  glossaries: GlossarySettings | readonly string[] = ['Glossar.md'],
): VaultIndex {
  const index = new VaultIndex(glossaries);
  for (const [path, text] of Object.entries(files)) index.setNote(path, parseNote(text));
  return index;
}

/** Every definition of a vault as `term = names (source): body`. */
function definitionsOf(files: Files): string[] {
  const index = indexOf(files);
  return Object.keys(files).flatMap((path) =>
    index.definitions(path).map(({ term, names, source, body }) => {
      const text = new TextLines(files[path] ?? '').slice(body).trim().replace(/\s+/g, ' ');
      return `${[term, ...names].join(' = ')} (${source}): ${text}`;
    }),
  );
}

/** The definitions at the cursor, best first, as `term (source, path, kind)`. */
function explain(
  files: Files,
  source: string,
  {
    path = 'Mitschrift.md',
    glossaries,
    shipped = [],
  }: {
    path?: string;
    glossaries?: GlossarySettings;
    shipped?: readonly TermNames[];
  } = {},
): string[] {
  const { text, cursor } = marked(source);
  const note = parseNote(text);
  const index = indexOf({ ...files, [path]: text }, glossaries);
  const sources = { vault: index.terms(path, note), shipped: glossaryTable(shipped) };
  const found = explainTerm(sources, { path, note, lines: new TextLines(text) }, cursor);
  return [
    ...(found?.definitions ?? []).map(
      ({ term, source, path }) => `${term} (${source}, ${path}, ${found?.kind})`,
    ),
    ...(found?.entries ?? []).map(({ names }) => `${names.de?.[0]} (shipped, ${found?.kind})`),
  ];
}

describe('A glossary defines', () => {
  it.each([
    [
      'a heading',
      '# Norm\n\nLänge.\n\n# Rang\n\nZeilen.',
      ['Norm (glossary): Länge.', 'Rang (glossary): Zeilen.'],
    ],
    [
      'two names in a heading',
      '## Standardabweichung (SD)\n\nWurzel.',
      ['Standardabweichung = SD (glossary): Wurzel.'],
    ],
    [
      'other names, anywhere in the section',
      '## EMA\n\nMittel.\n\n*Auch: gleitendes Mittel, Exponential Moving Average*',
      [
        'EMA = gleitendes Mittel = Exponential Moving Average (glossary): Mittel. *Auch: gleitendes Mittel, Exponential Moving Average*',
      ],
    ],
    [
      'names in emphasis below the heading',
      '## Norm\n\n*Länge, Betrag*\n\nText.',
      ['Norm = Länge = Betrag (glossary): *Länge, Betrag* Text.'],
    ],
    [
      'only what has a text of its own',
      '# Glossar\n\n## A\n\n### Achse\n\nLinie.',
      ['Achse (glossary): Linie.'],
    ],
    [
      'a definition list',
      'Norm\nLänge\n: Betrag\n  eines Vektors\nRang\n: Zeilen',
      [
        'Norm (glossary): Betrag eines Vektors',
        'Länge (glossary): Betrag eines Vektors',
        'Rang (glossary): Zeilen',
      ],
    ],
    [
      'a bullet list',
      '- **Norm**: Länge\n- **Rang** – Zeilen\n- Spur: Summe',
      ['Norm (glossary): Länge', 'Rang (glossary): Zeilen', 'Spur (glossary): Summe'],
    ],
    [
      'a table, with its columns for names',
      '| Begriff | Abk. | Bedeutung |\n|---|---|---|\n| *Norm* | N | Länge $x$ |\n| Rang | | Zeilen |',
      ['Norm = N (glossary): Länge $x$', 'Rang (glossary): Zeilen'],
    ],
    [
      'a table without a head that says so',
      '| x | y |\n|--|--|\n| Norm | Länge |',
      ['Norm (glossary): Länge'],
    ],
  ])('%s', (_what, text, expected) => {
    expect(definitionsOf({ 'Glossar.md': text })).toEqual(expected);
  });
});

describe('A note defines', () => {
  it.each([
    ['in a callout', '> [!abstract] Definition *Norm*\n> Länge.', ['Norm (callout): > Länge.']],
    ['in a callout of that type', '> [!definition] Norm\n> Länge.', ['Norm (callout): > Länge.']],
    ['in a callout without a mark', '> [!note] Satz (Bayes)\n> x', ['Bayes (callout): > x']],
    ['in a lead-in', '***Weight Decay:*** zieht.', ['Weight Decay (lead-in): zieht.']],
    [
      'in a lead-in of two names',
      '> **Bagging: Bootstrap Aggregating**\n> Viele.',
      ['Bagging = Bootstrap Aggregating (lead-in): > Viele.'],
    ],
    ['in a section', '# Dropout\n\nMasken.\n\nMehr.', ['Dropout (heading): Masken.']],
    [
      'in a section with its formula',
      '# Norm\n\nEs gilt:\n\n$$\nx\n$$\n\nMehr.',
      ['Norm (heading): Es gilt: $$ x $$'],
    ],
  ])('%s', (_what, text, expected) => {
    expect(definitionsOf({ 'VL 2 - Netze.md': text })).toEqual(expected);
  });

  it.each([
    ['a rubric', '# Einleitung\n\nText.'],
    ['a sentence', '# Wann stehen zwei Vektoren senkrecht?\n\nText.'],
    ['a chapter', '# Kapitel 3\n\nText.'],
    ['a heading without a paragraph', '# Norm\n\n- Länge'],
    ['a lead-in that is a rubric', '**Beispiel:** so.'],
    ['a table', '| Begriff | Bedeutung |\n|---|---|\n| Norm | Länge |'],
  ])('nothing by %s', (_what, text) => {
    expect(definitionsOf({ 'VL 2 - Netze.md': text })).toEqual([]);
  });

  it('itself, where its name is a term, with its aliases', () => {
    const text = '---\naliases: [Abstieg]\n---\n# Über das Bergab\n\nSchritt für Schritt.\n';
    expect(definitionsOf({ 'Optimierung/Gradientenabstieg.md': text })).toContain(
      'Gradientenabstieg = Abstieg (note): Schritt für Schritt.',
    );
    expect(definitionsOf({ '2026-11-23.md': 'Heute.' })).toEqual([]);
  });
});

describe('The explanation of a term', () => {
  const files = {
    'Glossar.md': '## Norm\n\nLänge der Norm.\n\n## Weight Decay\n\nZieht.\n',
    'VL 3.md': '**Norm:** wie lang ein Vektor ist.\n\n# Momentum\n\nTrägheit.\n',
    'Momentum.md': 'Alles über Trägheit.\n',
  };
  const shipped = [
    { names: { de: ['Weight Decay', 'Gewichtsabnahme'], en: ['weight decay'] } },
    { names: { de: ['Dropout'], en: ['dropout'] }, misspellings: ['Drop-aut'] },
  ];

  it.each([
    [
      'the glossary first',
      'Die N¦orm',
      ['Norm (glossary, Glossar.md, exact)', 'Norm (lead-in, VL 3.md, exact)'],
    ],
    [
      'a section before a note',
      'Das Moment¦um',
      ['Momentum (heading, VL 3.md, exact)', 'Momentum (note, Momentum.md, exact)'],
    ],
    [
      'the vault before the shipped glossary',
      'Mit Weight De¦cay',
      ['Weight Decay (glossary, Glossar.md, exact)', 'Weight Decay (shipped, exact)'],
    ],
    ['the shipped glossary where the vault is silent', 'Mit Drop¦outs', ['Dropout (shipped, stem)']],
    ['a misspelling as another name', 'Mit Dropaut¦', ['Dropout (shipped, alias)']],
    [
      'the vault by a name that only the shipped glossary knows',
      'Die Gewichts¦abnahme',
      ['Weight Decay (glossary, Glossar.md, alias)', 'Weight Decay (shipped, alias)'],
    ],
    ['nothing in code', '`No¦rm`', []],
    ['nothing in a formula', '$\\text{No¦rm}$', []],
  ])('shows %s', (_what, source, expected) => {
    expect(explain(files, source, { shipped })).toEqual(expected);
  });

  it('is absent within the definition that it would show', () => {
    const { 'Glossar.md': text } = files;
    expect(explain({}, text.replace('der Norm', 'der N¦orm'), { path: 'Glossar.md' })).toEqual([]);
    expect(explain({}, text.replace('## Norm', '## N¦orm'), { path: 'Glossar.md' })).toEqual([]);
    expect(explain(files, '**N¦orm:** anders.')).toEqual([
      'Norm (glossary, Glossar.md, exact)',
      'Norm (lead-in, Mitschrift.md, exact)',
      'Norm (lead-in, VL 3.md, exact)',
    ]);
  });

  it('is none where many notes have the word as a rubric', () => {
    const notes = Object.fromEntries(
      ['A', 'B', 'C', 'D', 'E'].map((name) => [`VL ${name}1.md`, '# Intuition\n\nx\n']),
    );
    expect(explain(notes, 'Die Intu¦ition')).toEqual([]);
    expect(explain({ ...notes, 'Glossar.md': '# Intuition\n\nEingebung.' }, 'Die Intu¦ition')[0]).toBe(
      'Intuition (glossary, Glossar.md, exact)',
    );
  });
});

describe('The choice of glossaries', () => {
  const files = {
    'Glossar.md': '## Kern\n\nBild null.\n',
    'CNN/Glossar.md': '## Kern\n\nFilter.\n',
    'Wörter/Begriffe KI.md': '## Agent\n\nHandelt.\n',
  };
  const settings: GlossarySettings = {
    notes: ['Glossar.md', '**/Begriffe *.md'],
    byNote: { 'Bilder/**': ['CNN/Glossar'] },
    exclude: ['Agent'],
  };
  const both = ['Kern (glossary, CNN/Glossar.md, exact)', 'Kern (glossary, Glossar.md, exact)'];

  it.each([
    ['all, where nothing is said', 'a.md', 'Der Ke¦rn', settings, both],
    ['by folder', 'Bilder/a.md', 'Der Ke¦rn', settings, both.slice(0, 1)],
    ['by the note itself', 'Bilder/a.md', '---\nglossary: "[[Glossar]]"\n---\nDer Ke¦rn', settings, both],
    [
      'by the note itself, with a folder',
      'a.md',
      '---\nglossary: CNN/Glossar\n---\nDer Ke¦rn',
      settings,
      both.slice(0, 1),
    ],
    ['none', 'a.md', '---\nglossary: none\n---\nDer Ke¦rn', settings, []],
    ['without excluded terms, in any form', 'a.md', 'Die Agen¦ten', settings, []],
    [
      'with globs',
      'a.md',
      'Die Agen¦ten',
      { ...settings, exclude: [] },
      ['Agent (glossary, Wörter/Begriffe KI.md, stem)'],
    ],
    [
      'without what the note excludes',
      'a.md',
      '---\nglossary-exclude: [Kerne]\n---\nDer Ke¦rn',
      settings,
      [],
    ],
    [
      'a note that only this note calls a glossary',
      'a.md',
      '---\nglossary: Vokabeln\n---\nDie Eb¦ene',
      { notes: [] },
      ['Ebene (glossary, Vokabeln.md, exact)'],
    ],
  ])('%s', (_what, path, source, glossaries, expected) => {
    const all = { ...files, 'Vokabeln.md': '## Ebene\n\nFlach.\n' };
    expect(explain(all, source, { path, glossaries })).toEqual(expected);
  });

  it('follows a note that begins or ceases to choose', () => {
    const index = indexOf({ 'V.md': '## Ebene\n\n- flach\n', 'a.md': 'x' });
    expect(index.terms().findAt('Ebene', 0)).toBeUndefined();
    index.setNote('a.md', parseNote('---\nglossary: V\n---\n'));
    expect(index.terms().findAt('Ebene', 0)?.values[0]?.source).toBe('glossary');
    index.delete('a.md');
    expect(index.terms().findAt('Ebene', 0)).toBeUndefined();
  });
});

describe('The terms of a note', () => {
  const index = indexOf({ 'Glossar.md': '## Norm\n\nx\n\n## Gradient Clipping\n\nx\n' });
  const inNote = (text: string): string[] =>
    termsInNote(index.terms(), 'a.md', text).map(({ range }) => new TextLines(text).slice(range));

  it('are those of its prose, in its order', () => {
    const text =
      'Gradient\nClipping `Norm` $Norm$ [[Norm]] [[x|Norm]] %%Norm%% https://a.de/Norm Normen\n\n```\nNorm\n```\n';
    expect(inNote(text)).toEqual(['Gradient\nClipping', 'Norm', 'Normen']);
  });

  it('do not reach across a formula', () => {
    expect(inNote('Gradient $x$ Clipping')).toEqual([]);
  });

  it('count once as first occurrences', () => {
    const places = termsInNote(index.terms(), 'a.md', 'Norm, Norm, Gradient Clipping, Normen');
    expect(firstOccurrences(places).map(({ match }) => match.values[0]?.term)).toEqual([
      'Norm',
      'Gradient Clipping',
    ]);
  });
});

describe('The language of a text', () => {
  it.each([
    ['Die Norm ist die Länge und nicht der Betrag.', 'de'],
    ['The norm is the length of a vector.', 'en'],
    ['Norm', undefined],
  ])('%s → %s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });

  it('decides between definitions of the same source', () => {
    const index = indexOf({ 'Glossar.md': '# Dropout\n\nMasken.', 'Glossary.md': '# Dropout\n\nMasks.' }, [
      'Glossar',
      'Glossary',
    ]);
    const found = bestFirst(index.terms().findAt('Dropout', 0)?.values ?? []);
    const english = inLanguage(found, 'en', ({ path }) => (path === 'Glossary.md' ? 'en' : 'de'));
    expect(english.map(({ path }) => path)).toEqual(['Glossary.md', 'Glossar.md']);
  });
});
