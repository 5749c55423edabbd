import { describe, expect, it } from 'vitest';
import { FullPages } from '../../kit/fullPages';
import { growthPerDoubling } from '../../kit/growth';

const others = {
  'A.md': '# Kopf\n\nText ^id\n',
  'Lang.md': numbered(300, (at) => `# Teil ${at}\n\nText\n`),
  'a.png': '',
  'Folien.pdf': '',
};

const { index } = new FullPages(others);

function numbered(count: number, make: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => make(at)).join('');
}

/** Each with how many there are at most: what takes long comes less often. */
const cases: Readonly<Record<string, readonly [make: (count: number) => string, most: number]>> = {
  'wikilinks in a line': [(n) => '[[A#Kopf]] [[Fehlt]] '.repeat(n), 8000],
  'Markdown links in a line': [(n) => '[x](A.md) '.repeat(n), 8000],
  'wikilinks without end': [(n) => '[['.repeat(n), 200_000],
  'wikilinks without end, with text': [(n) => '[[a '.repeat(n), 100_000],
  'marks of highlights': [(n) => '=='.repeat(n), 100_000],
  highlights: [(n) => '==a== '.repeat(n), 10_000],
  'dollar signs': [(n) => '$'.repeat(n), 200_000],
  'display formulas without end': [(n) => '$$a '.repeat(n), 20_000],
  'percent signs': [(n) => '%%'.repeat(n), 100_000],
  'comments without end': [(n) => '%%a '.repeat(n), 100_000],
  'callouts in callouts': [(n) => numbered(n, (at) => `${'> '.repeat(at + 1)}[!note]- a\n`), 800],
  callouts: [(n) => '> [!note]- a\n> b\n\n'.repeat(n), 4000],
  'references to one footnote': [(n) => `${'[^1] '.repeat(n)}\n\n[^1]: a\n`, 8000],
  footnotes: [(n) => numbered(n, (at) => `a[^${at}]\n\n`) + numbered(n, (at) => `[^${at}]: b\n`), 4000],
  'footnotes, each behind the one before': [
    (n) => `a[^0]\n\n${numbered(n, (at) => `[^${at}]: a[^${at + 1}]\n\n`)}`,
    4000,
  ],
  'footnotes in the text': [(n) => 'a^[b] '.repeat(n), 8000],
  'task items': [(n) => '- [ ] a\n'.repeat(n), 8000],
  headings: [(n) => numbered(n, (at) => `${'#'.repeat((at % 6) + 1)} a ${at}\n`), 8000],
  'headings with one text': [(n) => '# a\n'.repeat(n), 8000],
  'headings with the numbers of others': [(n) => numbered(n, (at) => `# a${at % 2 ? '' : `-${at}`}\n`), 8000],
  'links to headings of the note': [(n) => `${'# b\n'.repeat(n)}${'[[#b]] [x](#b) '.repeat(n)}`, 4000],
  'block ids': [(n) => numbered(n, (at) => `a ^b${at}\n\n- b\n\n^c${at}\n\n`), 4000],
  'links to block ids': [
    (n) => numbered(n, (at) => `a ^b${at}\n\n`) + numbered(n, (at) => `[[#^b${at}]] `),
    4000,
  ],
  'embeds of notes': [(n) => '![[A]]\n\n'.repeat(n), 4000],
  'embeds of sections': [(n) => numbered(n, (at) => `![[Lang#Teil ${at % 300}]] b\n`), 4000],
  'embeds in a link': [(n) => `[${'![[A]] '.repeat(n)}](b)`, 8000],
  'pictures in a link': [(n) => `[${'![[a.png|9]] ![x](a.png) '.repeat(n)}](b)`, 4000],
  'rows of a table': [(n) => `| a | b |\n|---|---|\n${'| [[A]] | [[A\\|b]] |\n'.repeat(n)}`, 4000],
  'terms in a paragraph': [(n) => 'Dropout mit Momentum. '.repeat(n), 8000],
  'paragraphs with terms': [(n) => 'Dropout mit Momentum.\n\n'.repeat(n), 4000],
  'places with demos': [(n) => '# Dropout\n\n**Momentum:** a\n'.repeat(n), 2000],
  properties: [(n) => `---\n${numbered(n, (at) => `k${at}: "[[A]]"\n`)}---\n`, 8000],
  'wikilinks without end in a property': [(n) => `---\na: "${'[['.repeat(n)}"\n---\n`, 200_000],
};

describe('The time to make a page grows with the text and not with its square', () => {
  let count = 0;

  it.each(Object.entries(cases))('for %s', (_name, [make, most]) => {
    const growth = growthPerDoubling((n) => {
      // Another note each time: of one known by its path, terms are remembered.
      const path = `Notiz ${count++}.md`;
      const pages = new FullPages({ ...others, [path]: make(n) }, { index });
      return () => pages.render(path);
    }, most);
    expect(growth).toBeLessThan(3);
  });
});
