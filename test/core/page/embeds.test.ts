import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import type { NotePage } from '../../../src/core/page/notePage';
import { notePages } from '../../../src/core/page/notePages';
import { markdownPieces } from '../../kit/markdownPieces';
import { pageOf, renderPage, renderTokens, vscodeMarkdownIt, withoutLabel } from '../../kit/page';

type Files = Readonly<Record<string, string>>;

/** The page of `Notiz.md` without what VS Code adds for scrolling along. */
function html(text: string, others: Files = {}, change: Partial<NotePage> = {}): string {
  return plain(renderPage({ ...others, 'Notiz.md': text }, 'Notiz.md', change));
}

function plain(page: string): string {
  return page
    .replace(/ (?:data-line|data-href|dir|data-src)="[^"]*"/g, '')
    .replace(/(class=")code-line ?/g, '$1')
    .replace(/ class=""/g, '')
    .trim();
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

describe('embedded pictures', () => {
  const files = { 'bilder/Kurve 1.png': '', 'b.png': '' };

  it('are found anywhere in the vault', () => {
    expect(html('![[Kurve 1.png]]', files)).toBe(
      '<p><img src="bilder/Kurve%201.png" alt="Kurve 1.png" class="ll-image"></p>',
    );
  });

  it.each([
    ['![[b.png|100]]', 'alt="b.png" class="ll-image" width="100"'],
    ['![[b.png|100x145]]', 'alt="b.png" class="ll-image" width="100" height="145"'],
    ['![[b.png|Die Kurve|100]]', 'alt="Die Kurve" class="ll-image" width="100"'],
    ['![[b.png|Die "Kurve"]]', 'alt="Die &quot;Kurve&quot;" class="ll-image"'],
  ])('have the size and text that %s asks for', (text, attributes) => {
    expect(html(text, files)).toBe(`<p><img src="b.png" ${attributes}></p>`);
  });

  it('stay in their sentences, headings, cells and links', () => {
    expect(html('vor ![[b.png]] nach', files)).toMatch(/^<p>vor <img [^>]*> nach<\/p>$/);
    expect(html('# A ![[b.png]]', files)).toMatch(/<h1[^>]*>A <img [^>]*><\/h1>/);
    expect(html('|a|\n|-|\n|![[b.png\\|50]]|', files)).toMatch(/<td><img [^>]*width="50"[^>]*><\/td>/);
    expect(html('[![[b.png]]](https://example.org)', files)).toMatch(/<a [^>]*><img [^>]*><\/a>/);
  });

  it('that are not there say so', () => {
    expect(html('![[weg & fort.png]]')).toBe(
      '<p><span class="ll-missing-file">Bild fehlt: weg &amp; fort.png</span></p>',
    );
  });

  it('written the Markdown way are found alike', () => {
    expect(html('![Kurve](Kurve%201.png)', files)).toBe(
      '<p><img src="bilder/Kurve%201.png" alt="Kurve"></p>',
    );
    expect(html('![Alt|60](b.png)', files)).toBe('<p><img src="b.png" alt="Alt" width="60"></p>');
  });

  it('that are other files are what an embed of these is', () => {
    const others = { 'VL/B.md': 'inhalt', 'f.pdf': '' };
    expect(html('![Text](B.md)', others)).toBe('<p><a class="ll-link" href="VL/B.md">Text</a></p>');
    expect(html('![](f.pdf#page=2)', others)).toContain('<span class="ll-file-detail">Seite 2</span>');
  });

  it('from the web keep their address and get their size', () => {
    expect(html('![Logo|60x20](https://example.org/l.png "T")')).toBe(
      '<p><img src="https://example.org/l.png" alt="Logo" title="T" width="60" height="20"></p>',
    );
  });

  it('go through the rules of others, which see the address in the vault once', () => {
    const md = vscodeMarkdownIt();
    const page = pageOf({ ...files, 'Notiz.md': '![[Kurve 1.png]] ![x](Kurve%201.png)' }, 'Notiz.md');
    md.use(notePages, {
      pageOf: () => page,
      failed: (error: unknown) => {
        throw error;
      },
    });
    const original = md.renderer.rules.image;
    // As VS Code does it.
    md.renderer.rules.image = (tokens, index, options, env, self) => {
      const token = tokens[index];
      const src = token?.attrGet('src') ?? '';
      if (token && !token.attrGet('data-src')) {
        token.attrSet('src', `webview:${src}`);
        token.attrSet('data-src', src);
      }
      return original?.(tokens, index, options, env, self) ?? '';
    };
    const tokens = md.parse(page.text, {});
    const draw = (): string => md.renderer.render(tokens, md.options, {});
    const first = draw();
    expect(count(first, 'src="webview:bilder/Kurve%201.png"')).toBe(2);
    expect(draw()).toBe(first);
  });
});

describe('other embedded files', () => {
  it('are cards with what the embed says about them', () => {
    const files = { 'Slides 05.pdf': '', 'k.canvas': '' };
    expect(html('![[Slides 05.pdf#page=3]]', files)).toBe(
      '<p><a class="ll-file-card" href="Slides%2005.pdf#page=3"><span class="ll-file-name">Slides 05.pdf</span> <span class="ll-file-detail">Seite 3</span></a></p>',
    );
    expect(html('![[Slides 05.pdf#height=400]]', files)).not.toContain('ll-file-detail');
    expect(html('![[k.canvas|Karte]]', files)).toContain('<span class="ll-file-name">Karte</span>');
    expect(html('![[weg.pdf]]')).toContain('Datei fehlt: weg.pdf');
  });

  it('are players where they sound or move', () => {
    const files = { 'a.mp3': '', 'v.mp4': '' };
    expect(html('![[a.mp3#t=30]]', files)).toContain(
      '<audio class="ll-audio" src="a.mp3#t=30" controls preload="metadata" aria-label="a.mp3">',
    );
    expect(html('![[v.mp4|320x200]]', files)).toContain(
      'controls preload="metadata" width="320" height="200"',
    );
    expect(html('![[a.mp3]]', files, { imageOf: () => '' })).not.toContain('<audio');
  });

  it('that are drawings are cards', () => {
    const drawing = '---\nexcalidraw-plugin: parsed\n---\ndata';
    expect(html('![[Skizze]]', { 'Skizze.md': drawing })).toBe(
      '<p><a class="ll-file-card" href="Skizze.md"><span class="ll-file-name">Skizze</span> <span class="ll-file-detail">Zeichnung</span></a></p>',
    );
  });

  it('with an unknown extension are cards too', () => {
    expect(html('![[Daten.csv]]', { 'Daten.csv': '' })).toContain(
      '<a class="ll-file-card" href="Daten.csv">',
    );
  });
});

describe('embedded notes', () => {
  const other =
    '---\ntags: a\n---\n# Titel\n\nVorwort\n\n## Teil\n\nIm Teil. ^satz\n\n- eins\n- zwei ^zwei\n  - tief\n\n## Ende\n\nSchluss';
  const files = { 'VL/B.md': other };

  it('are boxes with a title and the whole text, without properties', () => {
    expect(html('![[B]]', { 'B.md': '---\ntags: a\n---\n# T\n\nText' })).toMatchInlineSnapshot(`
      "<div class="ll-embed"><div class="ll-embed-title"><a class="ll-link" href="B.md">B</a></div>
      <div class="ll-embed-content"><h1>T</h1>
      <p>Text</p>
      </div></div>"
    `);
  });

  it('have the title that they are given', () => {
    expect(html('![[B|Mein Titel]]', files)).toContain('href="VL/B.md">Mein Titel</a>');
    expect(html('![[B|300]]', files)).toContain('href="VL/B.md">B</a>');
  });

  it('show the section that they name', () => {
    const page = html('![[B#Teil]]', files);
    expect(page).toContain('<a class="ll-link" href="VL/B.md#teil">B &gt; Teil</a>');
    expect(page).toContain('<h2>Teil</h2>\n<p>Im Teil. </p>');
    expect(page).not.toMatch(/Vorwort|Schluss/);
  });

  it('show the block that they name, list items in a list', () => {
    expect(html('![[B#^satz]]', files)).toContain('<div class="ll-embed-content"><p>Im Teil. </p>\n</div>');
    const item = html('![[B#^zwei]]', files);
    expect(item).toContain('<a class="ll-link" href="VL/B.md#%5Ezwei">B</a>');
    expect(item).toMatch(
      /<div class="ll-embed-content"><ul>\n<li>zwei\s*<ul>\n<li>tief<\/li>\n<\/ul>\n<\/li>\n<\/ul>/,
    );
    expect(item).not.toContain('eins');
  });

  it('show a block that is named on a line of its own', () => {
    const quote = '> Satz\n> zwei\n\n^q\n\n| a |\n|---|\n| b |\n^t\n\nnach';
    expect(html('![[B#^q]]', { 'B.md': quote })).toMatch(
      /content"><blockquote>[\s\S]*zwei[\s\S]*<\/blockquote>\n<\/div>/,
    );
    expect(html('![[B#^t]]', { 'B.md': quote })).toMatch(/content"><table>[\s\S]*<\/table>\n<\/div>/);
  });

  it('say which heading, block or note is missing', () => {
    expect(html('![[B#Nix]]', files)).toContain('In „B“ gibt es keine Überschrift „Nix“.');
    expect(html('![[B#^nix]]', files)).toContain('In „B“ gibt es keinen Block „^nix“.');
    expect(html('![[Fehlt]]')).toBe(
      '<div class="ll-embed ll-unresolved"><div class="ll-embed-title">Fehlt</div>\n<div class="ll-embed-content"><p class="ll-embed-message">Es gibt keine Notiz „Fehlt“.</p></div></div>',
    );
    expect(html('![[Fehlt]]', {}, { isRead: false })).toContain('Wird geladen …');
  });

  it('say that their text is not there yet', () => {
    expect(html('![[B]]', files, { textOf: () => undefined })).toContain(
      'll-embed-pending">Der Text dieser Notiz liegt gerade nicht vor.',
    );
  });

  it('divide the paragraph in which they stand', () => {
    const b = { 'B.md': 'inhalt' };
    expect(html('vor\n![[B]]\nnach', b)).toMatch(
      /^<p>vor<\/p>\n<div class="ll-embed">[\s\S]*<\/div>\n<p>nach<\/p>$/,
    );
    expect(html('![[B]] ![[B]]\n![[B]]', b)).toMatch(
      /^(?:<div class="ll-embed">(?:(?!<p><\/p>)[\s\S])*<\/div>\s*){3}$/,
    );
    expect(html('a ![[B]] b ![[B]]', b)).toMatch(/^<p>a\s*<\/p>\n<div[\s\S]*<p>\s*b\s*<\/p>\n<div/);
  });

  it('keep the lines of the parts, and say nothing about their own', () => {
    const page = renderPage({ 'Notiz.md': 'vor\nmehr\n![[B]]\nnach', 'B.md': '# T\n\nText\n\n- a' });
    expect([...page.matchAll(/data-line="(\d+)"/g)].map(([, line]) => line)).toEqual(['0', '2', '3']);
    expect(page).toContain('<div data-line="2" class="code-line ll-embed" dir="auto">');
    expect(page).not.toContain('<h1 ');
  });

  it('are boxes in quotes, lists and callouts', () => {
    const b = { 'B.md': 'inhalt' };
    expect(html('> ![[B]]', b)).toMatch(/^<blockquote>\s*<div class="ll-embed">/);
    expect(html('- vor ![[B]] nach\n- x', b)).toMatch(
      /<li>vor\s*<div class="ll-embed">[\s\S]*<\/div>\s*nach<\/li>/,
    );
    expect(html('> [!note] T\n> ![[B]]', b)).toMatch(/ll-callout-content">\s*<div class="ll-embed">/);
  });

  it('are links in headings, titles, table cells and within markup', () => {
    const b = { 'B.md': 'inhalt' };
    for (const text of ['# ![[B]]', '| a |\n|---|\n| ![[B]] |', '> [!note] ![[B]]\n> x', '**![[B]]**']) {
      const page = html(text, b);
      expect(page).toContain('<a class="ll-link" href="B.md">B</a>');
      expect(page).not.toContain('ll-embed');
    }
    expect(html('[![[B]]](https://example.org)', b)).toBe('<p><a href="https://example.org">B</a></p>');
    expect(html('<u>![[B]]</u> ![[B]]', b)).toMatch(
      /^<p><u><a [^>]*>B<\/a><\/u><\/p>\n<div class="ll-embed">/,
    );
  });

  it('see links and pictures from where they are', () => {
    const page = html('![[VL/B]]', {
      'VL/B.md': '[[C]] ![x](p.png) ![[p.png]]',
      'VL/C.md': '',
      'C.md.txt': '',
      'VL/p.png': '',
      'p.png': '',
    });
    expect(page).toContain('href="VL/C.md"');
    expect(page).toContain('<img src="VL/p.png" alt="x">');
  });

  it('bring the footnotes that they refer to', () => {
    const page = html('![[B#A]]\n\n![[B#A]]', {
      'B.md': '# A\n\neins[^1]\n\n# B\n\nzwei[^2]\n\n[^1]: Nur eins\n[^2]: Nicht',
    });
    expect(count(page, 'Nur eins')).toBe(2);
    expect(page).not.toContain('Nicht');
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('carry the attributes of their paragraph', () => {
    expect(html('![[B]] ^mein', { 'B.md': 'inhalt' })).toMatch(/^<div id="%5Emein" class="ll-embed">/);
  });

  it('are text where no vault is known', () => {
    const md = new MarkdownIt();
    md.use(notePages, { pageOf: () => undefined, failed: () => undefined });
    expect(md.render('vor ![[B#H]]\n\n![[p.png|100]]')).toBe('<p>vor </p>\n<p>B &gt; H</p>\n<p>p.png</p>\n');
  });

  it('leave no block in a paragraph, whatever stands beside them', () => {
    const piece = fc.constantFrom(
      'a',
      '![[B]]',
      '![[p.png]]',
      '\n',
      ' ',
      '  \n',
      '**x**',
      '<br>',
      '%%c%%',
      ' $x$ ',
    );
    const b = { 'B.md': 'inhalt', 'p.png': '' };
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = `a${pieces.join('').replace(/\n\s*(?=\n)/g, '')}`;
        const page = html(text, b);
        expect(page).not.toMatch(/<p[^>]*>(?:(?!<\/p>)[\s\S])*<div|<p>\s*<\/p>/);
        expect(count(page, 'll-embed-title')).toBe(count(text, '![[B]]'));
        expect(count(page, '<img')).toBe(count(text, '![[p.png]]'));
      }),
      { numRuns: 50 },
    );
  });

  it('have no part in lines and ids of the page, whatever they say', () => {
    fc.assert(
      fc.property(markdownPieces, (text) => {
        const page = renderPage({ 'Notiz.md': '![[B]]\n\n![[B]]', 'B.md': text });
        expect([...page.matchAll(/ data-line="(\d+)"/g)].map(([, line]) => line)).toEqual(['0', '2']);
        const ids = [...page.matchAll(/<(?:li|a|sup)\b[^>]* id="([^"]+)"/g)].map(([, id]) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 100 },
    );
  });

  it('are drawn alike each time', () => {
    const page = pageOf({ ...files, 'Notiz.md': '![[B]]\n\n![[B#Teil]]\n\n![x](b.png)' }, 'Notiz.md');
    const md = vscodeMarkdownIt();
    const first = renderTokens(page, md);
    const tokens = md.parse(page.text, {});
    expect(withoutLabel(md.renderer.render(tokens, md.options, {}))).toBe(first);
    expect(withoutLabel(md.renderer.render(tokens, md.options, {}))).toBe(first);
  });

  it('change when the other note does', () => {
    const md = vscodeMarkdownIt();
    let text = 'alt';
    const page = pageOf({ 'Notiz.md': '![[B]]', 'B.md': 'x' }, 'Notiz.md', { textOf: () => text });
    expect(renderTokens(page, md)).toContain('alt');
    text = 'neu';
    expect(md.renderer.render(md.parse(page.text, {}), md.options, {})).toContain('neu');
  });
});

describe('notes that embed one another', () => {
  const itself = 'Hier würde sich die Notiz selbst enthalten.';

  it('end where a note would contain itself', () => {
    expect(count(html('![[Notiz]]'), itself)).toBe(1);
    const cycle = html('A ![[B]]', { 'B.md': 'B ![[Notiz]]' });
    expect(count(cycle, itself)).toBe(1);
    expect(count(cycle, 'll-embed-content')).toBe(2);
  });

  it('may show a section of the same note, but not within that section', () => {
    const text = '# A\n\nimA\n\n# B\n\n![[#A]]\n\n![[#B]]';
    const page = html(text);
    expect(count(page, 'imA')).toBe(2);
    expect(count(page, itself)).toBe(1);
  });

  it('end also where sections embed each other', () => {
    const b = '# X\n\n![[#Y]]\n\n# Y\n\n![[#X]]';
    const page = html('![[B#X]]', { 'B.md': b });
    expect(count(page, 'll-embed-content')).toBe(3);
    expect(count(page, itself)).toBe(1);
  });

  it('are shown five deep', () => {
    const files = Object.fromEntries(
      Array.from({ length: 9 }, (_, index) => [`N${index}.md`, `Tiefe ${index}\n\n![[N${index + 1}]]`]),
    );
    const page = html('![[N0]]', files);
    expect(page).toContain('Tiefe 4');
    expect(page).not.toContain('Tiefe 5');
    expect(page).toContain('Zu tief ineinander eingebettet.');
  });

  it('are shown a hundred times on a page, also where each embeds many', () => {
    const flat = html('![[B]]\n\n'.repeat(2000), { 'B.md': 'Inhalt von B' });
    expect(count(flat, 'Inhalt von B')).toBe(100);
    expect(count(flat, 'schon sehr viel eingebettet')).toBe(1900);
    const bomb = html('![[A]]\n\n'.repeat(10), {
      'A.md': '![[B]]\n\n'.repeat(10),
      'B.md': '![[C]]\n\n'.repeat(10),
      'C.md': 'Inhalt von C',
    });
    expect(count(bomb, 'll-embed-content') - count(bomb, 'schon sehr viel')).toBe(100);
  });

  it('take in a million characters', () => {
    const page = html('![[B]]\n\n![[B]]\n\n![[B]]', { 'B.md': `${'wort '.repeat(80_000)}Schluss` });
    expect(count(page, 'Schluss')).toBe(2);
    expect(count(page, 'schon sehr viel eingebettet')).toBe(1);
  });

  it('show nothing twice for one embed that a broken one follows', () => {
    expect(html('![[B]]\n\n![[', { 'B.md': 'inhalt' })).toMatch(/inhalt[\s\S]*<p>!\[\[<\/p>$/);
  });
});
