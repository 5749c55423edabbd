import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareHtml } from '../../kit/bareHtml';
import { markdownPieces } from '../../kit/markdownPieces';
import { pageOf, renderTokens, vscodeMarkdownIt, withoutLabel } from '../../kit/page';

const options = { properties: false, contents: false, surroundings: false, lineBreaks: false };

describe('the page of a note', () => {
  it('shows tags as tags, and highlights', () => {
    expect(bareHtml('#vl/04 ==wichtig==')).toBe(
      '<p><span class="ll-tag">#vl/04</span> <mark>wichtig</mark></p>',
    );
  });

  it('hides comments and properties', () => {
    expect(bareHtml('---\ntags: [a]\n---\nvor %%geheim%% nach\n\n%%\nauch\n\ngeheim\n%%')).toBe(
      '<p>vor  nach</p>',
    );
  });

  it('breaks lines where the text does, if it is to', () => {
    expect(bareHtml('a\nb')).toBe('<p>a<br>\nb</p>');
    expect(bareHtml('a\nb', { options })).toBe('<p>a\nb</p>');
  });

  it('keeps VS Code’s own setting for line breaks', () => {
    const md = vscodeMarkdownIt().set({ breaks: true });
    expect(renderTokens(pageOf({ 'Notiz.md': 'a\nb' }, 'Notiz.md', { options }), md)).toContain('a<br>\nb');
  });

  it('leaves Markdown, HTML, tables and pictures to VS Code', () => {
    expect(bareHtml('<kbd>Strg</kbd>\n\n<div>x</div>\n\n```py\n[[kein Link]] #nein\n```')).toBe(
      '<p><kbd>Strg</kbd></p>\n<div>x</div>\n<pre><code class="language-py">[[kein Link]] #nein\n</code></pre>',
    );
  });

  it('is the same each time the tokens are rendered', () => {
    const text = '> [!tip]- a\n> [[b]] [x](Notiz.md)\n\n- [x] c[^1] ^id\n\n[^1]: d';
    const page = pageOf({ 'Notiz.md': text }, 'Notiz.md');
    const md = vscodeMarkdownIt();
    const first = renderTokens(page, md);
    const tokens = md.parse(text, {});
    const again = [0, 1].map(() => withoutLabel(md.renderer.render(tokens, md.options, {})));
    expect(again).toEqual([first, first]);
    expect(JSON.parse(JSON.stringify(tokens))).toHaveLength(tokens.length);
  });

  // Without raw HTML, which is as the note has it, and half characters, of which VS Code makes no ids.
  it('nests what it opens, whatever stands in the note', () => {
    fc.assert(
      fc.property(markdownPieces, (text) => {
        expect(wronglyNested(bareHtml(text.replace(/[<\ud800]/g, '')))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('is known to be wrong where it is', () => {
    expect(wronglyNested('<p><b>x</p>')).toEqual(['</p> in p b', 'p b is open']);
    expect(wronglyNested('<p><div></div></p>')).toEqual(['<div> in p']);
    expect(wronglyNested('<p>a<br><input></p>')).toEqual([]);
  });
});

/** Elements that have no end. */
const isVoid = /^(?:br|hr|img|input)$/;

/** Elements that end a paragraph. */
const isBlock = /^(?:p|div|details|section|nav|ul|ol|dl|table|blockquote|pre|hr|h[1-6])$/;

/** What a browser would read otherwise than it is written. */
function wronglyNested(html: string): readonly string[] {
  const wrong: string[] = [];
  const open: string[] = [];
  for (const [, isEnd, name = '', isClosed] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*?(\/?)>/g)) {
    if (isEnd && open.at(-1) === name) open.pop();
    else if (isEnd) wrong.push(`</${name}> in ${open.join(' ')}`);
    else {
      if (isBlock.test(name) && open.includes('p')) wrong.push(`<${name}> in ${open.join(' ')}`);
      if (name === 'a' && open.includes('a')) wrong.push('<a> in a');
      if (!isVoid.test(name) && !isClosed) open.push(name);
    }
  }
  return open.length > 0 ? [...wrong, `${open.join(' ')} is open`] : wrong;
}
