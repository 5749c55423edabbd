import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { glossaryTable } from '../../../src/core/index/glossaryTable';
import { VaultIndex } from '../../../src/core/index/vaultIndex';
import { parseNote } from '../../../src/core/notes/parseNote';
import type { PageTerm } from '../../../src/core/page/notePage';
import { pageTerms } from '../../../src/core/page/pageTerms';
import type { PageLocale } from '../../../src/core/page/words';

const shipped = {
  table: glossaryTable([
    { names: { de: ['Gewichtsabnahme'], en: ['weight decay'] }, source: 'Buch, Kap. 7' },
    { names: { de: ['Norm'], en: ['norm'] }, source: 'Buch, Kap. 2' },
  ]),
  definitionMarkdown: (
    { names }: { readonly names: Readonly<Record<PageLocale, readonly string[]>> },
    locale: PageLocale,
  ) => `Was ${names[locale][0]} ist.`,
};

/** A vault whose notes can be written anew; `unread` are notes whose text is not there yet. */
class TestVault {
  readonly index = new VaultIndex(['Glossar.md']);
  readonly texts = new Map<string, string>();

  constructor(files: Readonly<Record<string, string>>) {
    for (const [path, text] of Object.entries(files)) this.write(path, text);
  }

  write(path: string, text: string): void {
    this.texts.set(path, text);
    this.index.setNote(path, parseNote(text));
  }

  /** The terms of texts of `Notiz.md`, each with its 0-based line. */
  terms(
    passages: readonly (string | readonly [text: string, line: number])[],
    {
      locale = 'de',
      withShipped = true,
      unread = '',
    }: { locale?: PageLocale; withShipped?: boolean; unread?: string } = {},
  ): readonly PageTerm[] {
    const path = 'Notiz.md';
    return pageTerms({
      index: this.index,
      shipped: withShipped ? shipped : undefined,
      shippedTitle: 'Mitgeliefert',
      path,
      note: this.index.note(path) ?? parseNote(''),
      locale,
      textOf: (asked) => (asked === unread ? undefined : this.texts.get(asked)),
    })(
      passages.map((passage) =>
        typeof passage === 'string' ? { text: passage, line: 99 } : { text: passage[0], line: passage[1] },
      ),
    );
  }

  /** As `passage:start-end name → definition`. */
  shown(...args: Parameters<TestVault['terms']>): readonly string[] {
    return this.terms(...args).map(
      ({ passage, start, end, name, markdown }) => `${passage}:${start}-${end} ${name} → ${markdown.trim()}`,
    );
  }
}

describe('The terms of a page', () => {
  const vault = new TestVault({
    'Glossar.md':
      '## Norm\n\nEine Länge.\n\n## Anhang\n\n> [!definition] Gradient\n> Die Steigung.\n> $\\nabla f$\n',
    'Notiz.md': '# VL\n\n## Dropout\n\nFällt aus.\n',
  });

  it('are explained by the vault, or else by the glossary that ships', () => {
    expect(vault.terms(['Die Normen', 'Mit Weight Decay'])).toEqual([
      {
        ...{ passage: 0, start: 4, end: 10, name: 'Norm', markdown: '\n\nEine Länge.\n\n' },
        ...{ source: 'Glossar.md', line: 0, from: 'Glossar' },
      },
      {
        ...{ passage: 1, start: 4, end: 16, name: 'Gewichtsabnahme', markdown: 'Was Gewichtsabnahme ist.' },
        ...{ source: undefined, line: undefined, from: 'Mitgeliefert · Buch, Kap. 7' },
      },
    ]);
  });

  it('come once, where they first stand alone', () => {
    expect(vault.shown(['Die Gradientennorm', 'Norm und Norm', 'Norm'])).toEqual([
      '1:0-4 Norm → Eine Länge.',
    ]);
  });

  it('do not need a glossary that ships', () => {
    expect(vault.shown(['Norm, Weight Decay'], { withShipped: false })).toEqual(['0:0-4 Norm → Eine Länge.']);
  });

  it('are explained without the marks of a quote', () => {
    expect(vault.shown(['Gradient'])).toEqual(['0:0-8 Gradient → Die Steigung.\n$\\nabla f$']);
  });

  it('are explained by the next best while a note is not read yet', () => {
    expect(vault.shown(['Norm, Gradient'], { unread: 'Glossar.md' })).toEqual(['0:0-4 Norm → Was Norm ist.']);
  });

  it('are explained in the page’s language where there is a choice', () => {
    const both = new TestVault({
      'A.md': '# A\n\n## Gradient\n\nThe slope of a function is the direction in which it grows.',
      'B.md': '# B\n\n## Gradient\n\nDie Steigung einer Funktion ist die Richtung, in der sie wächst.',
    });
    expect(both.terms(['Gradient'])[0]?.source).toBe('B.md');
    expect(both.terms(['Gradient'], { locale: 'en' })[0]?.source).toBe('A.md');
  });

  it('are not marked within their own definition', () => {
    expect(vault.shown([['Dropout fällt aus.', 4]])).toEqual([]);
    expect(
      vault.shown([
        ['Dropout fällt aus.', 4],
        ['Dropout', 9],
      ]),
    ).toEqual(['1:0-7 Dropout → Fällt aus.']);
    const callout = new TestVault({
      'Notiz.md': '> [!definition] Momentum\n> Schwung.\n>\n> Momentum hilft.\n\nMomentum\n',
    });
    expect(
      callout.shown([
        ['Momentum hilft.', 3],
        ['Momentum', 5],
      ]),
    ).toHaveLength(1);
    expect(
      callout.terms([
        ['Momentum hilft.', 3],
        ['Momentum', 5],
      ])[0]?.passage,
    ).toBe(1);
  });

  it('are not marked below the heading that names them, though a glossary explains them better', () => {
    const twice = new TestVault({
      'Glossar.md': '## Momentum\n\nSchwung.',
      'Notiz.md': '# VL\n\n## Momentum\n\nDas Momentum.\n\nMomentum.',
    });
    expect(twice.shown([['Das Momentum.', 4]])).toEqual([]);
    expect(
      twice.shown([
        ['Das Momentum.', 4],
        ['Momentum.', 6],
      ]),
    ).toEqual(['1:0-8 Momentum → Schwung.']);
  });

  it('are at most sixty', () => {
    const names = Array.from(
      { length: 70 },
      (_, at) => `Begriff${'abcdefghij'[Math.floor(at / 10)]}${'klmnopqrst'[at % 10]}o`,
    );
    const many = new TestVault({ 'Glossar.md': names.map((name) => `## ${name}\n\nx\n\n`).join('') });
    expect(many.terms(names)).toHaveLength(60);
  });

  it('have definitions of bearable length, cut between blocks', () => {
    const long = new TestVault({ 'Glossar.md': `## Norm\n\n${`${'Länge '.repeat(100)}\n\n`.repeat(9)}` });
    const [term] = long.terms(['Norm']);
    expect(term?.markdown).toMatch(/^\s*(?:(?:Länge ){100}\n\n){3}…$/);
  });

  it('leave out what the note excludes, and heed the glossaries that it chooses', () => {
    const choosing = new TestVault({ 'Glossar.md': '## Norm\n\nEine Länge.', 'Notiz.md': '' });
    expect(choosing.shown(['Norm'], { withShipped: false })).toHaveLength(1);
    choosing.write('Notiz.md', '---\nglossary-exclude: Norm\n---\n');
    expect(choosing.shown(['Norm'], { withShipped: false })).toEqual([]);
    choosing.write('Notiz.md', '---\nglossary: Andere\n---\n');
    expect(choosing.shown(['Norm'], { withShipped: false })).toEqual([]);
    choosing.write('Notiz.md', '');
    expect(choosing.shown(['Norm'], { withShipped: false })).toHaveLength(1);
  });
});

describe('The terms of a page that is asked again', () => {
  it('follow what the vault defines', () => {
    const vault = new TestVault({ 'Glossar.md': '## Norm\n\nEine Länge.\n' });
    expect(vault.shown(['Norm, Skalar'])).toEqual(['0:0-4 Norm → Eine Länge.']);
    vault.write('Glossar.md', '# Oben\n\nNeu\n\n## Norm\n\nEine andere Länge.\n');
    expect(vault.shown(['Norm, Skalar'])).toEqual(['0:0-4 Norm → Eine andere Länge.']);
    vault.write('Glossar.md', '## Skalar\n\nEine Zahl.\n\n## Norm\n\nLänge.\n');
    expect(vault.shown(['Norm, Skalar'])).toEqual(['0:0-4 Norm → Länge.', '0:6-12 Skalar → Eine Zahl.']);
    vault.index.delete('Glossar.md');
    expect(vault.shown(['Norm, Skalar'])).toEqual(['0:0-4 Norm → Was Norm ist.']);
  });

  it('are those of a page that nobody asked about before', () => {
    const line = fc.constantFrom(
      '## Norm',
      '## Skalar (Zahl)',
      '> [!definition] Vektor',
      '> Pfeil',
      'Text.',
      '*Norm:* Länge',
      '',
      '- a',
    );
    const note = fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n'));
    const edit = fc.record({ path: fc.constantFrom('Glossar.md', 'Notiz.md', 'A.md'), text: note });
    const passages = ['Norm und Zahl', 'Der Vektor', 'Skalare', 'Weight Decay der Normen'].map(
      (text, at) => [text, at * 2] as const,
    );
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 6 }), (edits) => {
        const vault = new TestVault({ 'Notiz.md': '' });
        for (const { path, text } of edits) {
          vault.write(path, text);
          const fresh = new TestVault(Object.fromEntries(vault.texts));
          expect(vault.terms(passages)).toEqual(fresh.terms(passages));
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('The revision of a vault’s terms', () => {
  const index = new VaultIndex(['Glossar.md']);
  const revisionAfter = (path: string, text: string): number => {
    index.setNote(path, parseNote(text));
    return index.termsRevision;
  };

  it('stays while definitions only move or say something else', () => {
    const before = revisionAfter('Glossar.md', '## Norm\n\nLänge.');
    expect(revisionAfter('Glossar.md', 'Neu.\n\n## Norm\n\nGröße.')).toBe(before);
    expect(revisionAfter('Vektor.md', 'Pfeil.')).not.toBe(before);
    const later = index.termsRevision;
    expect(revisionAfter('Vektor.md', 'Ein Pfeil.\n\n- a')).toBe(later);
  });

  it('is another when a term comes, goes or gets another name or rank', () => {
    const revisions = [
      revisionAfter('Glossar.md', '## Norm\n\nLänge.'),
      revisionAfter('Glossar.md', '## Norm\n\nLänge.\n\n## Skalar\n\nZahl.'),
      revisionAfter('Glossar.md', '## Norm (Betrag)\n\nLänge.\n\n## Skalar\n\nZahl.'),
      revisionAfter('A.md', '# A\n\n## Vektor\n\nPfeil.'),
      revisionAfter('Wahl.md', '---\nglossary: A\n---\n\n# Wahl\n'),
      revisionAfter('Wahl.md', '---\nglossary: Glossar\n---\n\n# Wahl\n'),
      revisionAfter('A.md', ''),
    ];
    expect(new Set(revisions).size).toBe(revisions.length);
  });
});
