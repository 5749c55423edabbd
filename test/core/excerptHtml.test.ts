import { describe, expect, it } from 'vitest';
import { excerptHtml, plainExcerptHtml, withoutQuoteMarks } from '../../src/core/features/excerptHtml';
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

/** What a note may contain that must not reach a reader. */
const harmful: readonly (readonly [string, string])[] = [
  ['scripts', '<script>alert(1)</script>'],
  ['event handlers', '<img src=x onerror=alert(1)>'],
  ['command links', '[x](command:workbench.action.quit)'],
  ['script links', '[x](javascript:alert(1))'],
  ['pictures from elsewhere', '![x](https://example.org/x.png)'],
  ['HTML in formulas', '$<img src=x onerror=alert(1)>%$'],
  ['links in TeX', '$\\href{javascript:alert(1)}{x}$'],
  ['links with data', '[x](data:text/html;base64,PHNjcmlwdD4=)'],
  [
    'links with a scheme in disguise',
    '[x](java&#115;cript:alert(1)) [x](JAVASCRIPT:alert(1)) [x](<java\tscript:x>)',
  ],
  ['links to another host', '[x](//example.org/x.png)'],
  ['pictures from another host', '![x](//example.org/x.png) ![[https://example.org/x.png]]'],
  ['pictures of data', '![x](data:image/svg+xml;base64,PHN2Zz4=)'],
  ['automatic links', '<javascript:alert(1)> <command:x> <data:text/html,x>'],
  ['reference links', '[x][y] [y] ![y]\n\n[y]: javascript:alert(1) "t"'],
  ['titles that break out', '[x](da "\\" onclick=\\"alert(1)")'],
  ['names that break out', '[[da|"><script>alert(1)</script>]] ![["><img src=x onerror=alert(1)>]]'],
  ['callouts that break out', '> [!"><script>alert(1)</script>]\n> x'],
  ['code that breaks out', '`</code><script>alert(1)</script>`\n\n```"><script>\n</pre><script>x\n```'],
];

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

  it.each(harmful)('keeps no %s', (_what, markdown) => {
    const excerpt = html(`${markdown}\n\nText ${markdown}`);
    const tags =
      excerpt
        .replace(/<img src="data:image\/svg\+xml;base64,[^>]*>/g, '')
        .match(/<[^>]*>/g)
        ?.join('') ?? '';
    expect(tags).not.toMatch(/<script|<img|\son\w+=|href="(?!command:x\?)/i);
    expect(picture(markdown)).not.toMatch(/javascript|onerror=|<image|<script/i);
  });

  it('stays below the size at which an editor cuts hovers', () => {
    expect(html('$\\frac{\\alpha}{\\beta}+\\sum_{i=1}^n x_i$ '.repeat(3000)).length).toBeLessThan(100_000);
  });
});

describe('An excerpt for the lab', () => {
  const plain = (markdown: string): string => plainExcerptHtml(markdown, context.renderFormula);
  const tag =
    /^<\/?(?:div|p|br|b|strong|em|s|mark|sup|code|pre|blockquote|ul|ol|li|h\d|hr|table|thead|tbody|tr)>$/;
  const cell = /^<\/?t[hd](?: style="text-align:(?:left|right|center)")?>$/;
  const formula =
    /^<img src="data:image\/svg\+xml;base64,[\w+/=]+" width="\d+" height="\d+" align="middle" alt="[^"<>]*">$/;
  const isHarmless = (html: string): boolean => [tag, cell, formula].some((allowed) => allowed.test(html));
  const strangeTags = (markdown: string): readonly string[] =>
    (plain(markdown).match(/<[^>]*>?/g) ?? []).filter((html) => !isHarmless(html));

  it('shows formulas as pictures, and of links and other pictures the text', () => {
    const excerpt = plain(
      '[[da|hier]], [web](https://a.de), https://b.de, ![[Bild.png]], ![x](Bild.png) und $x$',
    );
    expect(excerpt).toMatch(
      /^<div><p>hier, web, https:\/\/b\.de, Bild\.png, <em>x<\/em> und <img src="data:[^>]*><\/p><\/div>$/,
    );
  });

  it.each(harmful)('has no tag but harmless ones: %s', (_what, markdown) => {
    expect(strangeTags(`${markdown}\n\nText ${markdown}`)).toEqual([]);
  });

  it.each([
    ['a style', '<p style="position:fixed;inset:0">x</p>'],
    ['a style sheet', '<style>body{display:none}</style>'],
    ['a web address', '[x](https://a.de "t") <https://a.de> https://a.de <a@b.de>'],
    ['a table', '| a | b |\n|:-:|--:|\n| <b onclick=x> | [x](https://a.de) |'],
    ['a list', '1. a\n2. b\n\n- [ ] c\n- [x] d'],
    ['headings and rules', '# a\n\n---\n\n~~b~~ ==c== **d**'],
    ['a footnote and a tag', 'a[^1] #b ^[c]\n\n[^1]: d'],
    ['a frame', '<iframe src="https://a.de"></iframe> <object data=x> <form action=x>'],
  ])('has no tag but harmless ones: %s', (_what, markdown) => {
    expect(strangeTags(markdown)).toEqual([]);
  });
});

describe('A hostile excerpt', () => {
  const long = 100_000;
  const hostile: Readonly<Record<string, string>> = {
    'a megabyte in one word': 'x'.repeat(1_000_000),
    'a megabyte in one paragraph': 'Wort '.repeat(200_000),
    'a megabyte of entities': '&"<>'.repeat(250_000),
    'half characters': '😀'.repeat(long),
    'nested quotes': '>'.repeat(long),
    'nested quotes and lists': '> - '.repeat(long),
    'nested lists': Array.from({ length: 400 }, (_, level) => `${'  '.repeat(level)}- x`).join('\n'),
    'many list items': '-\n'.repeat(long),
    'open brackets': '['.repeat(long),
    'closed brackets': `${'['.repeat(long)}${']'.repeat(long)}`,
    'open wikilinks': '[['.repeat(long),
    links: '[[da]]'.repeat(long),
    'Markdown links': '[x](da)'.repeat(long),
    pictures: '![[Bild.png]]'.repeat(long),
    formulas: '$x$ '.repeat(10_000),
    'different formulas': Array.from({ length: 10_000 }, (_, n) => `$${n}$`).join(' '),
    dollars: '$'.repeat(long),
    emphasis: '*a**b'.repeat(long),
    underlines: '_'.repeat(long),
    backticks: Array.from({ length: 500 }, (_, n) => '`'.repeat(n)).join('a'),
    tags: '<b>'.repeat(long),
    'open comments': '<!--'.repeat(long),
    comments: '%%'.repeat(long),
    footnotes: '[^1]'.repeat(long),
    'inline footnotes': '^['.repeat(long),
    callouts: '> [!a]\n\n'.repeat(long),
    'an empty table': `${'|a'.repeat(500)}|\n${'|-'.repeat(500)}|\n${'|\n'.repeat(1000)}`,
    'line breaks in code': `\`\`\`\n${'\n'.repeat(long)}\`\`\``,
    escapes: '\\<'.repeat(long),
    'hash tags': '#a '.repeat(long),
  };
  /** As long as those of real vaults. */
  const address = `command:lectureLab.openLocation?${'%5B'.repeat(80)}`;
  const rich = { ...context, hrefOf: () => address, imageOf: () => `file:///${'x'.repeat(200)}` };

  it.each(Object.entries(hostile))('is short and soon there: %s', (_what, markdown) => {
    const begun = performance.now();
    const excerpt = excerptHtml(markdown, rich);
    expect(performance.now() - begun).toBeLessThan(5000);
    expect(excerpt.length).toBeLessThan(81_000);
    expect(excerpt).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
  });

  it('closes every link that it opens', () => {
    const excerpt = excerptHtml('[*x*](da)'.repeat(400), rich);
    expect(excerpt.match(/<a /g)?.length).toBe(excerpt.match(/<\/a>/g)?.length);
    expect(excerpt.match(/<a /g)!.length).toBeLessThan(400);
  });

  it('shows as it is written what would become too long', () => {
    const table = `${'|a'.repeat(400)}|\n${'|-'.repeat(400)}|\n${'|\n'.repeat(1000)}`;
    expect(html(table)).toMatch(/^<div><pre><code>\|a\|a/);
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
