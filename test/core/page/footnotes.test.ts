import fc from 'fast-check';
import type { MarkdownIt } from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { bareHtml, withoutPlaces } from '../../kit/bareHtml';
import { pageOf, renderPage, renderTokens, vscodeMarkdownIt } from '../../kit/page';

const reference = (footnote: number, id = `ll-fnref-${footnote}`): string =>
  `<sup class="ll-footnote-ref"><a id="${id}" role="doc-noteref" href="#ll-fn-${footnote}" data-href="#ll-fn-${footnote}">${footnote}</a></sup>`;
const back = (id: string): string =>
  ` <a class="ll-footnote-back" role="doc-backlink" aria-label="Zurück zum Text" href="#${id}" data-href="#${id}">↩</a>`;
const section = (...items: readonly string[]): string =>
  `<section class="ll-footnotes" role="doc-endnotes" aria-label="Fußnoten">\n<hr>\n<ol>\n${items.join('\n')}\n</ol>\n</section>`;
const item = (number: number, content: string): string =>
  `<li id="ll-fn-${number}" value="${number}">\n${content}\n</li>`;

describe('footnotes', () => {
  it('stand at the end, with a way there and back', () => {
    expect(bareHtml('Text[^a] weiter.\n\n[^a]: Die *Quelle*.\n\nEnde.')).toBe(
      `<p>Text${reference(1)} weiter.</p>\n<p>Ende.</p>\n${section(
        item(1, `<p>Die <em>Quelle</em>.${back('ll-fnref-1')}</p>`),
      )}`,
    );
  });

  it('are numbered by their first reference; their own references come after all others', () => {
    const page = bareHtml('x[^b] y[^a]\n\n[^a]: A\n[^b]: B[^c]\n[^c]: C');
    expect(page.match(/<p>[^\n]*/g)).toEqual([
      `<p>x${reference(1)} y${reference(2)}</p>`,
      `<p>B${reference(3)}${back('ll-fnref-1')}</p>`,
      `<p>A${back('ll-fnref-2')}</p>`,
      `<p>C${back('ll-fnref-3')}</p>`,
    ]);
  });

  it('know each of several references', () => {
    const page = bareHtml('x[^1] y[^1]\n\n[^1]: A');
    expect(page).toContain(`x${reference(1)} y${reference(1, 'll-fnref-1-2')}`);
    expect(page).toContain(
      'aria-label="Zurück zur 2. Stelle im Text" href="#ll-fnref-1-2" data-href="#ll-fnref-1-2">↩<sup>2</sup>',
    );
  });

  it('may stand in the text itself, in one another too', () => {
    expect(bareHtml('a^[kurz $x$ ^[tief]] b').match(/<p>a.*|<li.*|<p>tief.*/g)).toEqual([
      `<p>a${reference(1)} b</p>`,
      '<li id="ll-fn-1" value="1">',
      '<li id="ll-fn-2" value="2">',
      `<p>tief${back('ll-fnref-2')}</p>`,
    ]);
    expect(bareHtml('**a ^[b** c]**')).toMatch(/<strong>a <sup .*<\/sup><\/strong>/);
  });

  it('may hold paragraphs, lists, quotes and callouts', () => {
    const page = bareHtml('x[^1]\n\n[^1]: eins\n\n    - zwei\n\n    > [!note] drei');
    expect(page).toContain('<p>eins</p>\n<ul>\n<li>zwei</li>\n</ul>\n<div class="ll-callout"');
    expect(page).toContain(`</div>\n<p>${back('ll-fnref-1')}</p>\n</li>`);
  });

  it('leave the quote that their explanation stands in', () => {
    expect(bareHtml('> a[^1]\n>\n> [^1]: b')).toBe(
      `<blockquote>\n<p>a${reference(1)}</p>\n</blockquote>\n${section(item(1, `<p>b${back('ll-fnref-1')}</p>`))}`,
    );
  });

  it('without an explanation are text; explanations nobody asks for are not shown', () => {
    expect(bareHtml('a[^weg] b\n\n[^da]: x\n[^leer]:')).toBe('<p>a[^weg] b</p>');
    expect(bareHtml('a[^<b>]')).toBe('<p>a[^&lt;b&gt;]</p>');
  });

  it('take the first of two explanations, and an empty one too', () => {
    expect(bareHtml('a[^1]\n\n[^1]: eins\n[^1]: zwei')).not.toContain('zwei');
    expect(bareHtml('a[^1]\n\n[^1]:')).toContain(item(1, `<p>${back('ll-fnref-1')}</p>`));
  });

  it('refer to themselves without an end', () => {
    expect(bareHtml('a[^1]\n\n[^1]: b[^1]').match(/id="ll-fnref[^"]*"/g)).toEqual([
      'id="ll-fnref-1"',
      'id="ll-fnref-1-2"',
    ]);
  });

  it('are no links within links', () => {
    expect(bareHtml('[a^[b]](https://example.org)')).toContain(
      'data-href="https://example.org">a<sup class="ll-footnote-ref" id="ll-fnref-1">1</sup></a>',
    );
  });

  it('know the line of their explanation for scrolling', () => {
    expect(renderPage('a[^1]\n\nb\n\n[^1]: c')).toContain(
      '<li id="ll-fn-1" value="1" data-line="4" class="code-line" dir="auto">',
    );
  });

  it('are these where another extension knows footnotes too', () => {
    const md = vscodeMarkdownIt().use(otherFootnotes);
    const page = pageOf({ 'Notiz.md': 'a[^1]\n\n[^1]: b' }, 'Notiz.md');
    expect(withoutPlaces(renderTokens(page, md))).toContain(item(1, `<p>b${back('ll-fnref-1')}</p>`));
  });

  it('are never lost and never shown twice', () => {
    const label = fc.constantFrom('a', 'b', 'c', 'd');
    fc.assert(
      fc.property(fc.array(label, { maxLength: 8 }), fc.uniqueArray(label), (used, explained) => {
        const text = `${used.map((name) => `x[^${name}]`).join(' ')}\n\n${explained.map((name) => `[^${name}]: ${name}`).join('\n')}`;
        const shown = new Set(used.filter((name) => explained.includes(name)));
        const page = bareHtml(text);
        expect(page.match(/<li /g) ?? []).toHaveLength(shown.size);
        expect(page.match(/role="doc-noteref"/g) ?? []).toHaveLength(
          used.filter((name) => shown.has(name)).length,
        );
      }),
      { numRuns: 50 },
    );
  });
});

/** Swallows explanations, as other extensions do before they show them in their way. */
function otherFootnotes(md: MarkdownIt): void {
  md.block.ruler.before('reference', 'footnote_def', (state, line, _end, silent) => {
    if (!state.src.startsWith('[^', state.bMarks[line])) return false;
    if (!silent) state.line = line + 1;
    return true;
  });
}
