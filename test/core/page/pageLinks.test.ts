import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dirname, joinPath } from '../../../src/core/index/linkResolver';
import { markdownLinkParts } from '../../../src/core/notes/markdownLinkParts';
import { parseNote } from '../../../src/core/notes/parseNote';
import { headingIdsOf, headingSlug } from '../../../src/core/page/headingSlug';
import type { PageTarget } from '../../../src/core/page/notePage';
import { pageHrefs, relativeHref } from '../../../src/core/page/pageLinks';
import { renderPage } from '../../kit/page';
import { vaultOf } from '../../kit/vault';

function hrefs(
  files: Readonly<Record<string, string>>,
  fragments: 'elements' | 'lines' = 'elements',
  from = 'Notiz.md',
): (path: string, target?: Partial<PageTarget>) => string {
  const hrefOf = pageHrefs(vaultOf(files), from, fragments);
  return (path, target) => hrefOf({ path, subpath: undefined, line: undefined, ...target });
}

function idsOf(text: string): readonly string[] {
  return [...headingIdsOf(parseNote(text)).values()].map(decodeURIComponent);
}

describe('addresses of files', () => {
  it.each([
    ['VL 4 – Größe.md', 'VL%204%20%E2%80%93%20Gr%C3%B6%C3%9Fe.md'],
    ['a#b?c%d.md', 'a%23b%3Fc%25d.md'],
    [`"it's" (1) [2].md`, '%22it%27s%22%20%281%29%20%5B2%5D.md'],
    ['Ordner/Notiz.md', 'Ordner/Notiz.md'],
    ['a&b=c.md', 'a%26b%3Dc.md'],
  ])('are percent-encoded: %s', (path, href) => {
    expect(relativeHref(path, 'Start.md')).toBe(href);
  });

  it('are relative to the folder of the page', () => {
    expect(relativeHref('Folien/Slides 05.pdf', 'VL/5/Notiz.md')).toBe('../../Folien/Slides%2005.pdf');
    expect(relativeHref('VL/6.md', 'VL/5.md')).toBe('6.md');
  });

  it('never begin with a scheme', () => {
    expect(relativeHref('javascript:alert(1).md', 'a.md')).toBe('./javascript%3Aalert%281%29.md');
    expect(relativeHref('a:b.md', 'a.md')).toBe('./a%3Ab.md');
    expect(relativeHref('x/a:b.md', 'a.md')).toBe('x/a%3Ab.md');
  });

  it('are made of half a character too', () => {
    expect(relativeHref('a\uD800b.md', 'n.md')).toBe('a%EF%BF%BDb.md');
  });

  it('decode back to the path, whatever is in it', () => {
    const segment = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 8 })
      .map((text) => text.replace(/[/\0]/g, '-'))
      .filter((text) => text !== '.' && text !== '..');
    const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
    fc.assert(
      fc.property(path, path, (target, source) => {
        fc.pre(target !== source);
        const href = relativeHref(target, source);
        expect(href).toMatch(/^[\w.%/~!*-]+$/);
        const parts = markdownLinkParts(href);
        expect(parts && joinPath(dirname(source), parts.path)).toBe(target);
      }),
    );
  });
});

describe('addresses of places', () => {
  const files = {
    'Notiz.md': '# Oben\n\n## Größe & Co.\n\nText.',
    'VL/B.md': '# Titel\n\nText ^Satz-1\n\n- Punkt ^p\n\n## Größe\n\nmehr',
    'f.pdf': '',
  };

  it('name headings as the preview names their elements', () => {
    const href = hrefs(files);
    expect(href('VL/B.md', { subpath: 'Größe', line: 6 })).toBe('VL/B.md#gr%C3%B6%C3%9Fe');
    expect(href('Notiz.md', { line: 2 })).toBe('#gr%C3%B6%C3%9Fe--co');
  });

  it('name blocks by their ids, in lower case', () => {
    const href = hrefs(files);
    expect(href('VL/B.md', { subpath: '^SATZ-1', line: 2 })).toBe('VL/B.md#%5Esatz-1');
    expect(href('VL/B.md', { line: 4 })).toBe('VL/B.md#%5Ep');
  });

  it('name the section of a line that has no name itself', () => {
    expect(hrefs(files)('VL/B.md', { line: 8 })).toBe('VL/B.md#gr%C3%B6%C3%9Fe');
  });

  it('name lines for the editor, but not on the page itself', () => {
    const href = hrefs(files, 'lines');
    expect(href('VL/B.md', { subpath: 'Größe', line: 6 })).toBe('VL/B.md#L7');
    expect(href('VL/B.md')).toBe('VL/B.md');
    expect(href('Notiz.md', { line: 0 })).toBe('#oben');
  });

  it('lead to the top where no place is named', () => {
    expect(hrefs(files)('Notiz.md')).toBe('#');
    expect(hrefs(files)('VL/B.md', { subpath: 'gibt es nicht' })).toBe('VL/B.md');
  });

  it('keep what a link says about an attachment', () => {
    expect(hrefs(files)('f.pdf', { subpath: 'page=3&height=400' })).toBe('f.pdf#page=3&height=400');
    expect(hrefs(files)('f.pdf', { subpath: 'ä #"' })).toBe('f.pdf#%C3%A4%20%23%22');
  });

  it('go by what the page says rather than by an older index', () => {
    const own = parseNote('\n\n# Neu');
    const hrefOf = pageHrefs(vaultOf(files), 'Notiz.md', 'elements', own);
    expect(hrefOf({ path: 'Notiz.md', subpath: undefined, line: 2 })).toBe('#neu');
  });
});

describe('ids of headings', () => {
  it.each([
    ['Größe & Co. (Teil 1)', 'größe--co-teil-1'],
    ['ASCII–Strich — Emoji 🎓 L₂ x²', 'asciistrich--emoji--l-x'],
    ['a_b-c', 'a_b-c'],
    ['  TCP/IP: "was"?  ', 'tcpip-was'],
  ])('are made as VS Code makes them: %s', (text, slug) => {
    expect(headingSlug(text)).toBe(slug);
  });

  it('count the words alone: no markup, no formulas, no wikilinks', () => {
    expect(idsOf('# **Fett** & `code` $x^2$\n\n## [Text](a.md) und [[Notiz]]')).toEqual([
      'fett--code',
      'text-und',
    ]);
  });

  it('tell headings with one text apart', () => {
    expect(idsOf('# A\n# B\n# A\n# a!')).toEqual(['a', 'b', 'a-1', 'a-2']);
    expect(idsOf('# A\n# A-1\n# A\n# A-1')).toEqual(['a', 'a-1', 'a-2', 'a-1-1']);
  });

  it('are there for headings without words', () => {
    expect(idsOf('# $L_2$\n# 🎓')).toEqual(['l_2', 'section']);
  });

  it('are what links on the page lead to', () => {
    const html = renderPage('# Größe\n\n## Größe\n\n[[#Größe]]');
    expect(html).toMatch(/<h1 [^>]*id="gr%C3%B6%C3%9Fe"/);
    expect(html).toMatch(/<h2 [^>]*id="gr%C3%B6%C3%9Fe-1"/);
    expect(html).toContain('href="#gr%C3%B6%C3%9Fe"');
  });
});
