import { describe, expect, it } from 'vitest';
import { plainText, renderInlineMarkdown, renderMarkdown } from '../../webview/text';

describe('learner texts', () => {
  it('sets formulas and emphasis', () => {
    const html = renderInlineMarkdown('Je größer $\\alpha$, desto *kleiner*.');
    expect(html).toContain('class="katex"');
    expect(html).toContain('<em>kleiner</em>');
    expect(html).toContain('</math>');
  });

  it('sets a formula of its own as a block', () => {
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
  ])('shows HTML in %s as text', (source) => {
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
  ])('makes neither link nor picture of %s', (source) => {
    expect(renderMarkdown(source)).not.toMatch(/<(a|img)\b/i);
  });

  it('keeps links to the web', () => {
    expect(renderInlineMarkdown('[paper](https://arxiv.org/abs/1211.5063)')).toContain(
      '<a href="https://arxiv.org/abs/1211.5063">',
    );
  });

  it('does not fail on a broken formula', () => {
    expect(renderInlineMarkdown('$\\frac{1$')).toContain('frac');
  });

  it('gives plain text where nothing can be set', () => {
    expect(plainText('Weight Decay ($L_2$-Regularisierung)')).toBe('Weight Decay (L₂-Regularisierung)');
    expect(plainText('Das *kleinste* $\\alpha_{\\min}$')).toBe('Das kleinste α_min');
  });
});
