import { afterEach, describe, expect, it } from 'vitest';
import {
  renderInlineMarkdown,
  renderLiveFormula,
  renderMarkdown,
} from '../../scripts/lib/learnerMarkdown.mjs';
import * as page from '../../webview/text';

describe('learner texts, set when the extension is built', () => {
  it('have formulas and emphasis', () => {
    const html = renderInlineMarkdown('Je größer $\\alpha$, desto *kleiner*.');
    expect(html).toContain('class="katex"');
    expect(html).toContain('<em>kleiner</em>');
    expect(html).toContain('</math>');
  });

  it('have a formula of its own as a block', () => {
    expect(renderMarkdown('Text\n\n$$\\|w\\|^2$$\n')).toContain('katex-display');
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '$<img src=x onerror=alert(1)>$',
    '$\\text{<img src=x onerror=alert(1)>}$',
    '$$<script>alert(1)</script>$$',
    '$\\notacommand<b onclick=alert(1)>$',
    '`<script>`',
  ])('show HTML in %s as text', (source) => {
    for (const html of [renderMarkdown(source), renderInlineMarkdown(source)]) {
      expect(html).not.toMatch(/<(script|img|b)\b/i);
    }
  });

  it.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](data:text/html,hi)',
    '[x](vscode:extension/x)',
    '[x](command:x)',
    '<javascript:alert(1)>',
    '$\\href{javascript:alert(1)}{x}$',
    '$\\url{javascript:alert(1)}$',
    '![x](javascript:alert(1))',
  ])('have neither link nor picture of %s', (source) => {
    expect(renderMarkdown(source)).not.toMatch(/<(a|img)\b/i);
  });

  it('keep links to the web', () => {
    expect(renderInlineMarkdown('[paper](https://arxiv.org/abs/1211.5063)')).toContain(
      '<a href="https://arxiv.org/abs/1211.5063">',
    );
  });

  it('survive a broken formula', () => {
    expect(renderInlineMarkdown('$\\frac{1$')).toContain('frac');
  });
});

describe('a live formula', () => {
  it('has the place of each value in its picture and in its MathML, and no TeX', () => {
    const html = renderLiveFormula('\\frac{\\live{lambda}}{\\live{lambda}+\\alpha} = \\live{factor2}');
    expect(html.match(/⟦lambda⟧/g)).toHaveLength(4);
    expect(html.match(/<mtext>⟦factor2⟧<\/mtext>/g)).toHaveLength(1);
    expect(html.match(/⟦factor2⟧/g)).toHaveLength(2);
    expect(html).not.toMatch(/\\live|annotation|@/);
  });

  it('is refused where it cannot be set', () => {
    expect(() => renderLiveFormula('\\frac{1')).toThrow();
  });
});

describe('texts on the page', () => {
  afterEach(() => page.adoptRenderedTexts({ inline: {}, block: {}, formulas: {} }));

  it('are looked up among those of the experiment on the page', () => {
    page.adoptRenderedTexts({
      inline: { 'a *b*': 'a <em>b</em>' },
      block: { '# x': '<h1>x</h1>' },
      formulas: { x: '<i>x</i>' },
    });
    expect(page.renderInlineMarkdown('a *b*')).toBe('a <em>b</em>');
    expect(page.renderMarkdown('# x')).toBe('<h1>x</h1>');
    expect(page.renderMarkdown('a *b*')).toBe('<p>a <em>b</em></p>');
    expect(page.renderLiveFormula('x')).toBe('<i>x</i>');
    page.adoptRenderedTexts({ inline: {}, block: {}, formulas: {} });
    expect(page.renderInlineMarkdown('a *b*')).toBe('a b');
  });

  it.each(['<script>alert(1)</script>', '$<b onclick=alert(1)>$', 'constructor'])(
    'show %s without markup where it is not among them',
    (source) => {
      const html = page.renderInlineMarkdown(source);
      expect(html).not.toMatch(/[<>]/);
      expect(html).toContain(source.replace(/[$]/g, '').replace(/</g, '&lt;').replace(/>/g, '&gt;'));
    },
  );

  it('are empty where there is none', () => {
    expect(page.renderMarkdown('')).toBe('');
  });

  it('are plain where nothing can be set', () => {
    expect(page.plainText('Weight Decay ($L_2$-Regularisierung)')).toBe('Weight Decay (L₂-Regularisierung)');
    expect(page.plainText('Das *kleinste* $\\alpha_{\\min}$')).toBe('Das kleinste α_min');
    expect(page.plainText('*Schritt* $k^*$, $R^2 = 1$')).toBe('Schritt k∗, R² = 1');
    expect(page.plainText('$\\|w\\| \\approx 0{,}7$, $n \\operatorname{Var}(w)$')).toBe(
      '‖w‖ ≈ 0,7, n Var(w)',
    );
  });
});
