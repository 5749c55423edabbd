import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { notePages } from '../../../src/core/page/notePages';
import { bareHtml } from '../../kit/bareHtml';
import { growthPerDoubling } from '../../kit/growth';
import { pageOf, vscodeMarkdownIt, vscodeRules } from '../../kit/page';

const vault = {
  'Vorlesung/VL 4.md': '# Start\n\n## Momentum\n\nText ^kern\n',
  'Skizze.excalidraw.md': '---\nexcalidraw-plugin: parsed\n---\n# Excalidraw Data\n',
  'Folien.pdf': '',
};
const html = (markdown: string): string => bareHtml({ ...vault, 'Notiz.md': markdown });

describe('wikilinks', () => {
  it('lead to notes anywhere in the vault, with what Obsidian shows for them', () => {
    expect(html('[[VL 4]]')).toBe(
      '<p><a class="ll-link" href="Vorlesung/VL%204.md" data-href="Vorlesung/VL%204.md">VL 4</a></p>',
    );
    expect(html('[[VL 4#Momentum]]')).toContain(
      ':2" data-href="Vorlesung/VL%204.md:2">VL 4 &gt; Momentum</a>',
    );
    expect(html('[[VL 4#^kern]]')).toContain('href="Vorlesung/VL%204.md:4"');
    expect(html('[[Skizze.excalidraw]]')).toContain('href="Skizze.excalidraw.md"');
  });

  it('keep the page of a PDF', () => {
    expect(html('[[Folien.pdf#page=3]]')).toContain('href="Folien.pdf#page=3"');
  });

  it('show their alias as plain text', () => {
    expect(html('[[VL 4|*kein* <b>Markup</b>]]')).toContain('>*kein* &lt;b&gt;Markup&lt;/b&gt;</a>');
  });

  it('lead into the same note without a path', () => {
    expect(html('## Hier\n\n[[#Hier]]')).toContain('<a class="ll-link" href="Notiz.md:0"');
  });

  it('say which heading or block is missing and lead to the note', () => {
    expect(html('[[VL 4#Nichts]]')).toBe(
      '<p><a class="ll-link ll-missing-place" title="In „VL 4“ gibt es keine Überschrift „Nichts“." href="Vorlesung/VL%204.md" data-href="Vorlesung/VL%204.md">VL 4 &gt; Nichts</a></p>',
    );
    expect(html('[[VL 4#^nie]]')).toContain('title="In „VL 4“ gibt es keinen Block „^nie“."');
  });

  it('without a note are no links and say so, in the language of the page', () => {
    const span = '<p><span class="ll-unresolved" title="';
    const hidden = '<span class="ll-visually-hidden"> (';
    expect(html('[[Fehlt]]')).toBe(
      `${span}Es gibt keine Notiz „Fehlt“.">Fehlt${hidden}Notiz fehlt)</span></span></p>`,
    );
    expect(bareHtml('[[Fehlt]]', { locale: 'en' })).toBe(
      `${span}There is no note “Fehlt”.">Fehlt${hidden}note missing)</span></span></p>`,
    );
  });

  it('do not say so before the vault is read', () => {
    expect(bareHtml('[[Fehlt]]', { isRead: false })).toBe('<p><span class="ll-link">Fehlt</span></p>');
  });

  it('cannot break out of their text or title', () => {
    const page = html('[["><script>x</script>|"><img src=x>]] [[VL 4#"><b>]]');
    expect(page).not.toMatch(/<script|<img|<b>/);
  });

  it('show their text where a string belongs to no note', () => {
    const md = vscodeMarkdownIt().use(notePages, { pageOf: () => undefined, failed: () => undefined });
    expect(md.render('[[VL 4|da]] [x](y.md)')).toBe(
      '<p><span class="ll-link">da</span> <a href="y.md">x</a></p>\n',
    );
  });
});

describe('Markdown links', () => {
  it('find notes anywhere in the vault', () => {
    expect(html('[x](VL%204.md)')).toBe(
      '<p><a href="Vorlesung/VL%204.md" data-href="Vorlesung/VL%204.md">x</a></p>',
    );
    expect(html('[x](<VL 4.md#Momentum>)')).toContain('href="Vorlesung/VL%204.md:2"');
    expect(html('[x](Folien.pdf#page=3)')).toContain('href="Folien.pdf#page=3"');
  });

  it('keep the name of a heading as VS Code writes it', () => {
    expect(html('[x](VL%204.md#die-momentum-methode)')).toContain(
      'href="Vorlesung/VL%204.md#die-momentum-methode"',
    );
    expect(html('# Der Anfang\n\n[x](#der-anfang)')).toContain(
      '<a href="#der-anfang" data-href="#der-anfang">',
    );
  });

  it('stay as they are where they lead elsewhere', () => {
    for (const address of ['https://example.org/a.md', 'fehlt.md', '//host/x', 'mailto:a@b.c']) {
      expect(html(`[x](${address})`)).toBe(`<p><a href="${address}" data-href="${address}">x</a></p>`);
    }
    expect(html('[x](javascript:alert(1))')).toBe('<p>[x](javascript:alert(1))</p>');
    expect(html('[x](command:quit%20now)')).toContain('href="command:quit%20now"');
  });

  it('keep their title, and the rules of others see the address', () => {
    const md = new MarkdownIt();
    const seen: (string | null | undefined)[] = [];
    md.renderer.rules.link_open = (tokens, index, options, _env, self) => {
      seen.push(tokens[index]?.attrGet('href'));
      return self.renderToken(tokens, index, options);
    };
    const page = pageOf({ ...vault, 'Notiz.md': '[x](VL%204.md "t")' }, 'Notiz.md', { hrefOf: () => 'dort' });
    md.use(notePages, { pageOf: () => page, failed: () => undefined });
    vscodeRules(md);
    const tokens = md.parse(page.text, {});
    const first = md.renderer.render(tokens, md.options, {});
    expect(first).toContain('<a href="dort" title="t" data-href="dort">x</a>');
    expect(md.renderer.render(tokens, md.options, {})).toBe(first);
    expect(seen).toEqual(['dort', 'dort']);
    expect(tokens[1]?.children?.[0]?.attrGet('href')).toBe('VL%204.md');
  });
});

describe('links by the thousands', () => {
  it('take time in proportion', () => {
    const line = '[[VL 4]] [x](VL%204.md)\n';
    const growth = growthPerDoubling((count) => {
      const text = line.repeat(count);
      return () => expect(html(text).match(/<a /g)).toHaveLength(2 * count);
    }, 8000);
    expect(growth).toBeLessThan(3);
  });
});
