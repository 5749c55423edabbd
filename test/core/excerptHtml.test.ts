import { describe, expect, it } from 'vitest';
import { excerptHtml, withoutQuoteMarks } from '../../src/core/features/excerptHtml';
import { renderFormula } from '../../src/core/math/formulaRenderer';

const style = { color: '#123456', fontSize: 15 };
const context = {
  renderFormula: (tex: string, isDisplay: boolean) => renderFormula(tex, isDisplay, style),
  hrefOf: ({ path }: { path: string }) => (path === 'da' ? 'command:x?%5B%5D' : undefined),
  imageOf: ({ path }: { path: string }) => (path === 'Bild.png' ? 'file:///v/Bild.png' : undefined),
};
const html = (markdown: string): string => excerptHtml(markdown, context);

/** The SVG of the first picture. */
function picture(markdown: string): string {
  const data = /src="data:image\/svg\+xml;base64,([^"]+)"/.exec(html(markdown))?.[1] ?? '';
  return new TextDecoder().decode(Uint8Array.from(atob(data), (character) => character.charCodeAt(0)));
}

describe('An excerpt for a hover', () => {
  it('is one line of HTML, since a blank line would end it', () => {
    const excerpt = html('Text\n\n- a\n- b\n\n```\ncode\n\nmore\n```\n');
    expect(excerpt).not.toContain('\n');
    expect(excerpt).toContain('code&#10;&#10;more');
  });

  it('shows formulas as pictures with their TeX as text', () => {
    expect(html('Norm $\\|w\\|_2$')).toMatch(
      /<img src="data:image\/svg\+xml;base64,[^"]+" width="\d+" height="\d+" align="middle" alt="\\\|w\\\|_2">/,
    );
    expect(picture('$\\alpha < \\text{größe}$')).toContain('color="#123456"');
  });

  it('sets display formulas on lines of their own, with no empty line around them', () => {
    expect(html('so: $$x$$ also')).toMatch(/^<div><p>so: <br><img [^>]*><br> also<\/p><\/div>$/);
    expect(html('so:\n$$x$$\nalso')).toMatch(/^<div><p>so:<\/p> <p><img [^>]*><\/p><p>also<\/p><\/div>$/);
  });

  it('shows TeX that does not parse as code', () => {
    expect(html('$\\frac{1$')).toContain('<code>\\frac{1</code>');
  });

  it('links what can be reached and shows the rest as text', () => {
    expect(html('[[da|hier]] und [[fort]]')).toContain('<a href="command:x?%5B%5D">hier</a> und fort');
  });

  it('links Markdown links as wikilinks, and leaves web addresses alone', () => {
    expect(html('[x](da) [*y*](fort.md) [z](https://a.de)')).toContain(
      '<a href="command:x?%5B%5D">x</a> <em>y</em> <a href="https://a.de">z</a>',
    );
  });

  it.each([
    ['![[Bild.png]]', '<img src="file:///v/Bild.png" alt="Bild.png">'],
    ['![[Bild.png|100x80]]', '<img src="file:///v/Bild.png" alt="Bild.png" width="100" height="80">'],
    ['![Skizze|120](Bild.png)', '<img src="file:///v/Bild.png" alt="Skizze|120" width="120">'],
    ['![[fort.png|300]]', 'fort.png'],
    ['![[da]]', '<a href="command:x?%5B%5D">da</a>'],
  ])('shows %s', (markdown, expected) => {
    expect(html(markdown)).toBe(`<div><p>${expected}</p></div>`);
  });

  it('shows footnotes', () => {
    expect(html('Text[^1]\n\n[^1]: mit *Erklärung*')).toMatch(/Text<sup>1<\/sup>.*<sup>1<\/sup><p>mit <em>/);
  });

  it('hides comments, block ids and properties, and shows callouts', () => {
    const excerpt = html('---\na: b\n---\nText %%geheim%% ^id\n\n%%\ngeheim\n%%\n\n> [!tip]\n> Rat\n');
    expect(excerpt).not.toMatch(/geheim|\^id|a: b/);
    expect(excerpt).toMatch(/<blockquote><p><b>Tip<\/b><\/p>\s*<p>Rat/);
  });

  it.each([
    ['scripts', '<script>alert(1)</script>'],
    ['event handlers', '<img src=x onerror=alert(1)>'],
    ['command links', '[x](command:workbench.action.quit)'],
    ['script links', '[x](javascript:alert(1))'],
    ['pictures from elsewhere', '![x](https://example.org/x.png)'],
    ['HTML in formulas', '$<img src=x onerror=alert(1)>%$'],
    ['links in TeX', '$\\href{javascript:alert(1)}{x}$'],
  ])('keeps no %s', (_what, markdown) => {
    const excerpt = html(`${markdown}\n\nText ${markdown}`);
    expect(excerpt.replace(/<img src="data:image[^>]*>/g, '')).not.toMatch(
      /<script|<img|href="(?:command:w|java)/i,
    );
    expect(picture(markdown)).not.toMatch(/javascript|onerror=|<image|<script/i);
  });

  it('stays below the size at which an editor cuts hovers', () => {
    expect(html('$\\frac{\\alpha}{\\beta}+\\sum_{i=1}^n x_i$ '.repeat(3000)).length).toBeLessThan(100_000);
  });
});

describe('A definition', () => {
  it.each([
    ['> Jede Art.\n> > tief', 'Jede Art.\n> tief'],
    [' \n> Units werden\n>\n> abgeschaltet', ' \nUnits werden\n\nabgeschaltet'],
    ['Text\n> Zitat\nText', 'Text\n> Zitat\nText'],
    [' setzt herab.', ' setzt herab.'],
  ])('loses the marks of the quote that it stands in, and no others: %j', (body, expected) => {
    expect(withoutQuoteMarks(body)).toBe(expected);
  });
});

describe('A formula', () => {
  it.each([
    '\\def\\a{\\a}\\a',
    '\\def\\a{x\\a\\a}\\a',
    '\\frac'.repeat(3000),
    'x'.repeat(100_000),
    '\\newcommand{\\b}{\\b\\b}\\b',
  ])('that never ends is not drawn: %s', (tex) => {
    expect(renderFormula(tex, false, style)).toBeUndefined();
  });

  it('leaves no macros behind for the next one', () => {
    renderFormula('\\newcommand{\\foo}{y}\\foo', false, style);
    expect(renderFormula('\\foo', false, style)).toBeUndefined();
  });

  it('in a line is as tall above its baseline as below', () => {
    const image = renderFormula('\\frac{a}{b_{c_d}}', false, style);
    const box = /viewBox="[-\d.]+ ([-\d.]+) [-\d.]+ ([-\d.]+)"/.exec(atob(image!.source.split(',')[1]!))!;
    expect(Number(box[1])).toBeCloseTo(-Number(box[2]) / 2);
  });
});
