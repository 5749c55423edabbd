import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNote } from '../../../src/core/notes/parseNote';
import type { NotePage, PagePassage } from '../../../src/core/page/notePage';
import { preparePage } from '../../../src/core/page/notePages';
import { pageTerms } from '../../../src/core/page/pageTerms';
import { withoutPlaces } from '../../kit/bareHtml';
import { markdownPieces } from '../../kit/markdownPieces';
import { pageOf, renderPage, renderTokens, vscodeMarkdownIt, withoutLabel } from '../../kit/page';
import { vaultOf } from '../../kit/vault';

const glossary = [
  '## Norm\n\nEine Länge, siehe [[Ziel]].',
  '## Gradient\n\nDie Steigung.',
  '## Stochastic Gradient Descent\n\nEin *Verfahren*.',
  '## Loss-Funktion\n\nMisst den Fehler.',
].join('\n\n');

type Files = Readonly<Record<string, string>>;

function filesWith(text: string, more: Files = {}): Files {
  return { 'Notiz.md': text, 'Glossar.md': glossary, ...more };
}

/** Terms as a host finds them. */
function termsOf(files: Files): NonNullable<NotePage['termsIn']> {
  return pageTerms({
    index: vaultOf(files, ['Glossar.md']),
    shipped: undefined,
    shippedTitle: '',
    path: 'Notiz.md',
    note: parseNote(files['Notiz.md'] ?? ''),
    locale: 'de',
    textOf: (path) => files[path],
  });
}

function pageWith(text: string, more: Files = {}, change: Partial<NotePage> = {}): string {
  const files = filesWith(text, more);
  const html = renderPage(files, 'Notiz.md', { termsIn: termsOf(files), hrefOf: plainHref, ...change });
  return withoutPlaces(html);
}

const plainHref: NotePage['hrefOf'] = ({ path, line }) => `${path}${line === undefined ? '' : `:${line}`}`;

/** The note's text with marks as `{text|name of the term}`, without other tags; and the names at the foot. */
function marked(text: string): string {
  const html = pageWith(text);
  const [body = '', foot = ''] = html.split('<section class="ll-terms"');
  const names = [...foot.matchAll(/<dt>(.*?)<\/dt>/g)].map(([, name]) => name);
  return body
    .replace(
      /<a class="ll-term" role="doc-glossref" href="#ll-term-(\d+)">(.*?)<\/a>/g,
      (_link, number: string, inside: string) => `{${inside}|${names[Number(number) - 1]}}`,
    )
    .replace(/<[^>]*>/g, '')
    .trim();
}

/** The passages that a page asks about. */
function asked(text: string): readonly PagePassage[] {
  const passages: PagePassage[] = [];
  const files = filesWith(text);
  renderPage(files, 'Notiz.md', {
    termsIn: (all) => {
      passages.push(...all.map(({ text, line }) => ({ text, line })));
      return [];
    },
  });
  return passages;
}

describe('A term on a page', () => {
  it('leads to its definition at the foot', () => {
    expect(pageWith('Die Normen & Co.', { 'Ziel.md': '' })).toBe(
      [
        '<p>Die <a class="ll-term" role="doc-glossref" href="#ll-term-1">Normen</a> &amp; Co.</p>',
        '<section class="ll-terms" role="doc-glossary" aria-label="Begriffe auf dieser Seite (1)"><details><summary>Begriffe auf dieser Seite (1)</summary>',
        '<dl>',
        '<div class="ll-term-entry" id="ll-term-1"><dt>Norm</dt><dd><p>Eine Länge, siehe <a class="ll-link" href="Ziel.md" data-href="Ziel.md">Ziel</a>.</p><p class="ll-term-from">Aus <a href="Glossar.md:0" data-href="Glossar.md:0">Glossar › Norm</a></p></dd></div>',
        '</dl>',
        '</details></section>\n',
      ].join('\n'),
    );
  });

  it('is marked once, in paragraphs, lists, quotes, tables and callouts', () => {
    expect(marked('Die Norm, noch eine Norm.\n\nDie Norm.')).toBe(
      'Die {Norm|Norm}, noch eine Norm.\nDie Norm.',
    );
    expect(marked('- eine Norm\n  - ein Gradient')).toBe('eine {Norm|Norm}\n\nein {Gradient|Gradient}');
    expect(marked('> eine Norm')).toBe('eine {Norm|Norm}');
    expect(marked('| a |\n|---|\n| Norm |')).toContain('{Norm|Norm}');
    expect(marked('> [!tip] Gradient\n> eine Norm')).toBe('Gradient\n\neine {Norm|Norm}');
  });

  it.each([
    '# Norm',
    'Norm\n===',
    '`Norm`',
    '```\nNorm\n```',
    '$Norm$',
    '$$\nNorm\n$$',
    '[[Norm]]',
    '[[Ziel|Norm]]',
    '[die Norm](ziel.md)',
    '[die **Norm**](https://example.org)',
    '<a href="x">die Norm</a>',
    '<kbd>Norm</kbd>',
    '![Norm](bild.png)',
    '![[Norm]]',
    '#Norm',
    '<div>Norm</div>',
    '> [!note] Norm',
    '%%Norm%%',
    'x[^1]\n\n[^1]: Norm',
    'x^[Norm]',
    'x ^Norm',
  ])('is not marked in %s', (markdown) => {
    expect(pageWith(markdown)).not.toContain('ll-term');
  });

  it('is found across emphasis and line breaks, and marked in one text', () => {
    expect(marked('Mit **Stochastic** Gradient Descent.')).toBe(
      'Mit Stochastic {Gradient Descent|Stochastic Gradient Descent}.',
    );
    expect(marked('Stochastic\nGradient Descent')).toBe(
      'Stochastic\n{Gradient Descent|Stochastic Gradient Descent}',
    );
    expect(marked('==Stochastic Gradient *Descent*==')).toBe(
      '{Stochastic Gradient|Stochastic Gradient Descent} Descent',
    );
    expect(marked('Die **Loss**-Funktion')).toBe('Die Loss-{Funktion|Loss-Funktion}');
  });

  it('is never part of a word that is marked up in part, but may be the part that is', () => {
    expect(marked('die **Gradient**en')).toBe('die {Gradient|Gradient}en');
    expect(marked('**N**orm und ~~Nor~~m')).toBe('Norm und Norm');
  });

  it('does not reach across what is no text', () => {
    expect(marked('Stochastic `x` Gradient [[Ziel]] Descent')).toMatch(
      /^Stochastic x \{Gradient\|Gradient\} /,
    );
    expect(asked('ein $x$ und [[Ziel]] *hier*')).toEqual([{ text: 'ein \uFFFC und \uFFFC hier', line: 0 }]);
  });

  it('stands in a passage that knows its line', () => {
    const lines = asked('# A\n\nEins\nzwei.\n\n- drei\n\n| a | b |\n|---|---|\n| vier | fünf |').map(
      ({ text, line }) => `${line} ${text}`,
    );
    expect(lines).toEqual(['2 Eins zwei.', '5 drei', '7 a', '7 b', '9 vier', '9 fünf']);
  });

  it('is numbered in reading order, several in one text', () => {
    expect(marked('Ein Gradient mit Norm und Stochastic Gradient Descent!')).toBe(
      'Ein {Gradient|Gradient} mit {Norm|Norm} und {Stochastic Gradient Descent|Stochastic Gradient Descent}!',
    );
  });

  it('is left out where it cannot be marked', () => {
    const termsIn: NotePage['termsIn'] = () =>
      [0, 7].map((passage) => ({
        ...{ passage, start: 4, end: 4, name: 'x', markdown: 'x', from: 'x' },
        ...{ source: undefined, line: undefined },
      }));
    expect(renderPage('Ein Text.', 'Notiz.md', { termsIn })).not.toContain('ll-term');
  });
});

describe('The terms at the foot of a page', () => {
  it('are explained as their own note sees them, without places of its text', () => {
    const more = { 'Glossar.md': '## Norm\n\nSiehe [[Ziel]].\n\n- **a**\n\n> [!tip] b', 'Ziel.md': '' };
    const foot = renderPage(filesWith('Norm', more), 'Notiz.md', {
      termsIn: termsOf(filesWith('Norm', more)),
    })
      .split('<section class="ll-terms"')
      .at(-1);
    expect(foot).toContain('<a class="ll-link" href="Ziel.md" data-href="Ziel.md">Ziel</a>');
    expect(foot).toContain('<strong>a</strong>');
    expect(foot).toContain('data-callout="tip"');
    expect(foot).not.toMatch(/data-line|code-line|dir="auto"/);
  });

  it('have ids of their own, and headings no id', () => {
    const more = { 'Glossar.md': '> [!definition] Norm\n> Länge[^1].\n>\n> ### Art\n>\n> [^1]: Fußnote' };
    const html = pageWith('Die Norm[^1].\n\n[^1]: Eigene', more);
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids).toContain('ll-term-1-ll-fn-1');
    expect(new Set(ids).size).toBe(ids.length);
    expect(html).toContain('<h3>Art</h3>');
  });

  it('say nothing twice when note and term are called the same', () => {
    expect(pageWith('Ein Vektor.', { 'Vektor.md': 'Ein Pfeil.' })).toContain(
      '<p class="ll-term-from">Aus <a href="Vektor.md:0" data-href="Vektor.md:0">Vektor</a></p>',
    );
  });

  it('are in the page’s language and are escaped', () => {
    const termsIn: NotePage['termsIn'] = () => [
      {
        ...{ passage: 0, start: 0, end: 3, name: '<b>', markdown: 'Die <i>1</i>', from: 'G & H' },
        ...{ source: undefined, line: undefined },
      },
    ];
    const html = withoutPlaces(renderPage('Ein Text', 'Notiz.md', { termsIn, locale: 'en' }));
    expect(html).toContain('<summary>Terms on this page (1)</summary>');
    expect(html).toContain('<dt>&lt;b&gt;</dt>');
    expect(html).toContain('<p class="ll-term-from">From G &amp; H</p>');
  });

  it('follow what their links lead to', () => {
    const files = filesWith('Die Norm');
    const index = vaultOf(files);
    const page = pageOf(files, 'Notiz.md', { index, termsIn: termsOf(files), hrefOf: plainHref });
    const md = vscodeMarkdownIt();
    const first = renderTokens(page, md);
    expect(first).toContain('ll-unresolved');
    const again = (): string => withoutLabel(md.renderer.render(md.parse(page.text, {}), md.options, {}));
    expect(again()).toBe(first);
    index.setNote('Ziel.md', parseNote(''));
    expect(again()).toContain('href="Ziel.md"');
    index.delete('Ziel.md');
    expect(again()).toBe(first);
  });

  it('can be drawn before the page is, one a step', () => {
    const files = filesWith('Die Norm');
    const page = pageOf(files, 'Notiz.md', { termsIn: termsOf(files) });
    const md = vscodeMarkdownIt();
    const first = renderTokens(page, md);
    expect([...preparePage(md, page)].length).toBeGreaterThan(1);
    expect(withoutLabel(md.renderer.render(md.parse(page.text, {}), md.options, {}))).toBe(first);
  });

  it('are none where a page marks none, and without a page', () => {
    expect(renderPage('Die Norm')).not.toContain('ll-term');
  });
});

describe('The text of a page', () => {
  it('is the same with marks as without', () => {
    const term = fc.constantFrom('Norm', ' Gradient ', '**Stochastic** Gradient Descent', ' *der Norm*en');
    const text = fc.array(fc.oneof(term, markdownPieces), { maxLength: 6 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(text, (note) => {
        const files = filesWith(note);
        const plain = renderPage(files);
        const [body = ''] = renderPage(files, 'Notiz.md', { termsIn: termsOf(files) }).split(
          '<section class="ll-terms"',
        );
        expect(body.replace(/<a class="ll-term"[^>]*>(.*?)<\/a>/gs, '$1')).toBe(plain);
        expect(body).not.toMatch(/<a [^>]*>(?:(?!<\/a>).)*<a class="ll-term"/s);
      }),
      { numRuns: 60 },
    );
  });

  it('goes through the rule of another extension', () => {
    const md = vscodeMarkdownIt();
    const original = md.renderer.rules.text;
    md.renderer.rules.text = (...args) => `«${original?.(...args) ?? ''}»`;
    const files = filesWith('Die Norm hier');
    const html = renderTokens(pageOf(files, 'Notiz.md', { termsIn: termsOf(files) }), md);
    expect(html).toContain(
      '«Die »<a class="ll-term" role="doc-glossref" href="#ll-term-1">«Norm»</a>« hier»',
    );
  });
});
