import katex from 'katex';
import MarkdownIt from 'markdown-it';
import katexPlugin from 'markdown-it-katex';
import { describe, expect, it } from 'vitest';
import { pageFormulas } from '../../src/core/page/pageFormulas';
import { pageOf, renderPage, renderTokens, vscodeMarkdownIt } from '../kit/page';

/** The display formula `x`, as KaTeX has it. */
const x = katex.renderToString('x', { displayMode: true });

/** The TeX of the formulas in HTML, in order. */
function formulas(html: string): readonly string[] {
  return [...html.matchAll(/<annotation encoding="application\/x-tex">([^<]*)/g)].map(([, tex = '']) => tex);
}

const withoutMath = (text: string): string =>
  renderTokens(pageOf({ 'Notiz.md': text }, 'Notiz.md'), vscodeMarkdownIt({ withMath: false }));

/** A markdown-it whose formulas are counted when they are typeset. */
function counting(): { readonly md: MarkdownIt; readonly typeset: string[] } {
  const md = vscodeMarkdownIt();
  const typeset: string[] = [];
  for (const name of ['math_inline', 'math_block']) {
    const rule = md.renderer.rules[name];
    md.renderer.rules[name] = (tokens, index, options, env, self) => {
      typeset.push(tokens[index]?.content ?? '');
      return rule?.(tokens, index, options, env, self) ?? '';
    };
  }
  return { md: md.use(pageFormulas), typeset };
}

describe('Where formulas are', () => {
  it.each([
    ['$(x,y)$ und $w$', ['(x,y)', 'w']],
    ['W$_1$ und $x$n', ['_1', 'x']],
    ['5$ und 10$', []],
    ['$$a$$ Text $$b$$', ['a', 'b']],
    ['$$a\n\nb', []],
    ['$[[Ziel|Text]]$ und $==x==$', ['[[Ziel|Text]]', '==x==']],
  ])('is as in Obsidian: %j', (text, expected) => {
    expect(formulas(renderPage(text))).toEqual(expected);
  });

  it('is so whoever registered first, and with two of a name', () => {
    const orders = [
      new MarkdownIt().use(pageFormulas).use(katexPlugin),
      new MarkdownIt().use(katexPlugin).use(pageFormulas),
      new MarkdownIt().use(katexPlugin).use(pageFormulas).use(katexPlugin),
    ];
    for (const md of orders) {
      expect(formulas(md.render('W$_1$ und $(x,y)$\n\n$$a$$ Text'))).toEqual(['_1', '(x,y)', 'a']);
    }
  });

  it('is so with rules that bear other names', () => {
    const md = new MarkdownIt().use(pageFormulas);
    md.renderer.rules.math_inline = (tokens, index) => `<i>${tokens[index]?.content}</i>`;
    expect(md.render('W$_1$ und $(x,y)$')).toBe('<p>W<i>_1</i> und <i>(x,y)</i></p>\n');
  });
});

describe('A display formula', () => {
  it('is a block with its place in the source', () => {
    expect(renderPage('Text\n\n$$x$$')).toBe(
      '<p data-line="0" class="code-line" dir="auto">Text</p>\n' +
        `<div data-line="2" class="code-line ll-formula" dir="auto"><p class="katex-block">${x}</p></div>\n`,
    );
  });

  it('in the middle of a paragraph is no paragraph in it', () => {
    expect(renderPage('Also $$x$$ gilt')).toBe(
      '<p data-line="0" class="code-line" dir="auto">Also ' +
        `<span class="katex-block ll-display">${x}</span> gilt</p>\n`,
    );
  });

  it('may be a fenced block, as VS Code has it', () => {
    const html = renderPage('```math\nx\n```\n\n```js\nx\n```');
    expect(html).toContain(
      '<div data-line="0" class="code-line ll-formula" dir="auto"><p class="katex-block">',
    );
    expect(html).toMatch(/<pre><code[^>]*class="[^"]*language-js/);
  });

  it('is code in a fenced block where nobody makes a formula of it', () => {
    const md = new MarkdownIt().use(pageFormulas);
    md.renderer.rules.math_inline = () => '';
    expect(md.render('```math\n\\pmatrix{a}\n```')).toBe(
      '<pre><code class="language-math">\\pmatrix{a}\n</code></pre>\n',
    );
  });
});

describe('A formula is typeset', () => {
  it('with the vault’s macros, but can be copied as it is in the note', () => {
    const html = renderPage('$\\RR$ und $$\\bordermatrix{&x\\cr y&\\RR}$$', 'Notiz.md', {
      preamble: '\\newcommand{\\RR}{\\mathbb{R}}',
    });
    expect(html).not.toContain('katex-error');
    expect(formulas(html)).toEqual(['\\RR', '\\bordermatrix{&amp;x\\cr y&amp;\\RR}']);
    expect(html).not.toContain('\\def');
  });

  it('with macros that formulas before have defined', () => {
    const html = renderPage('$$\\newcommand{\\foo}{\\mathbb{F}}$$\n\nText $\\foo$');
    expect(html).not.toContain('katex-error');
    expect(html).toContain('<mi mathvariant="double-struck">F</mi>');
  });

  it('with macros of the page, also behind the text of another note, where VS Code has KaTeX forget them', () => {
    const macros: { current: Record<string, string> } = { current: {} };
    const options = {
      globalGroup: true,
      get macros() {
        return macros.current;
      },
    };
    const md = new MarkdownIt().use(katexPlugin, options);
    md.core.ruler.push('reset-katex-macros', () => {
      macros.current = {};
    });
    const files = {
      'Notiz.md': '$$\\newcommand{\\foo}[1][q]{#1\\RR}$$\n\n![[Andere]]\n\n$\\foo$',
      'Andere.md': 'Hier $\\foo[z]$\n\n$$x$$',
    };
    const html = renderTokens(pageOf(files, 'Notiz.md', { preamble: '\\def\\RR{\\mathbb{R}}' }), md);
    expect(formulas(html)).toEqual(['\\newcommand{\\foo}[1][q]{#1\\RR}', '\\foo[z]', 'x', '\\foo']);
    expect(html).not.toContain('katex-error');
    expect(html).toContain(`<div class="ll-formula"><p class="katex-block">${x}</p></div>`);
  });

  it('in a line of text also with environments of several lines', () => {
    expect(renderPage('Es ist $\\begin{align*}a&=b\\end{align*}$.')).not.toContain('katex-error');
  });

  it('or shown with its mistake, which quotes the note', () => {
    const html = renderPage('$\\uptheta\\frac{"<b>$ und $$\\frac{$$\n\n$$\\frac{$$');
    expect(html).toContain('<span class="katex-error" title="\\uptheta\\frac{&quot;&lt;b&gt;">');
    expect(html).toMatch(
      / und <span class="katex-block katex-error ll-display" title="\\frac\{">[^<]*<\/span><\/p>/,
    );
    expect(html).toMatch(
      /ll-formula" dir="auto"><p class="katex-block katex-error" title="\\frac\{">[^<]*<\/p><\/div>/,
    );
  });

  it('or shown as TeX where it is too long', () => {
    const long = 'x+'.repeat(4001);
    const html = renderPage(`$${long}$ und $$${long}$$\n\n$$${long}$$`);
    expect(html).toBe(
      `<p data-line="0" class="code-line" dir="auto"><span class="ll-tex">$${long}$</span> und <span class="ll-tex">$$${long}$$</span></p>\n` +
        `<div data-line="2" class="code-line ll-tex" dir="auto">$$${long}$$</div>\n`,
    );
  });

  it('or shown with a mistake where it is nested too deeply', () => {
    const html = renderPage(`$${'{'.repeat(3900)}x${'}'.repeat(3900)}$ Ende`);
    expect(html).toMatch(/katex-error.* Ende<\/p>/);
  });
});

describe('Without anybody who typesets formulas', () => {
  it('they are shown as TeX', () => {
    expect(withoutMath('$a<b$ und $$c$$ Text\n\n$$\nd\n$$')).toBe(
      '<p data-line="0" class="code-line" dir="auto"><span class="ll-tex">$a&lt;b$</span> und <span class="ll-tex">$$c$$</span> Text</p>\n' +
        '<div data-line="2" class="code-line ll-tex" dir="auto">$$d$$</div>\n',
    );
  });

  it('nothing else is read into them', () => {
    expect(withoutMath('$[[a]]$ und $a_1 b_2$ und $==x==$')).toContain(
      '<span class="ll-tex">$[[a]]$</span> und <span class="ll-tex">$a_1 b_2$</span> und <span class="ll-tex">$==x==$</span>',
    );
  });
});

describe('A page that is drawn again', () => {
  it('has its formulas from before', () => {
    const { md, typeset } = counting();
    const first = md.render('$x$ und $y$ und $x$\n\n$$x$$');
    expect(md.render('$x$ und $y$ und $x$\n\n$$x$$')).toBe(first);
    md.render('$x$ und $z$');
    expect(typeset).toEqual(['x', 'y', 'x', 'z']);
  });

  it('has none that an earlier definition of the page may have changed', () => {
    const { md, typeset } = counting();
    md.render('$x$ und $\\foo$');
    md.render('$x$ und $\\def\\foo{z}$ und $\\foo$ und $x$');
    md.render('$x$ und $\\foo$');
    expect(typeset).toEqual(['x', '\\foo', '\\def\\foo{z}', '\\foo', 'x']);
  });

  it('is the same from the same tokens, which stay as they are', () => {
    const md = vscodeMarkdownIt().use(pageFormulas);
    const tokens = md.parse(
      '$\\uptheta$ $$x$$ y\n\n$$\\newcommand{\\foo}{z}\\foo$$\n\n```math\n\\foo\n```',
      {},
    );
    const before = JSON.stringify(tokens);
    const first = md.renderer.render(tokens, md.options, {});
    expect(md.renderer.render(tokens, md.options, {})).toBe(first);
    expect(first).not.toContain('katex-error');
    expect(JSON.stringify(tokens)).toBe(before);
  });

  it('forgets formulas that are not asked for', () => {
    const { md, typeset } = counting();
    md.render('$x$');
    md.render(Array.from({ length: 4100 }, (_, index) => `$${index}$`).join(' '));
    typeset.length = 0;
    md.render('$4099$ und $x$');
    expect(typeset).toEqual(['x']);
  });
});
