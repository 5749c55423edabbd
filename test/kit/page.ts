import MarkdownIt from 'markdown-it';
import katexPlugin from 'markdown-it-katex';
import { parseNote } from '../../src/core/notes/parseNote';
import type { NotePage } from '../../src/core/page/notePage';
import { notePages } from '../../src/core/page/notePages';
import { pageHrefs } from '../../src/core/page/pageLinks';
import { vaultOf } from './vault';

/** A page of a vault in memory, as VS Code's preview would ask for it; `change` what is special about it. */
export function pageOf(
  files: Readonly<Record<string, string>>,
  path: string,
  change: Partial<NotePage> = {},
): NotePage {
  const index = vaultOf(files);
  const text = files[path] ?? '';
  return {
    path,
    text,
    note: parseNote(text),
    index,
    isRead: true,
    locale: 'de',
    options: { properties: false, contents: false, surroundings: false, lineBreaks: true },
    hrefOf: pageHrefs(index, path, 'elements'),
    imageOf: (file) => encodeURI(file),
    textOf: (file) => files[file],
    demos: [],
    figureHtml: () => '',
    termsIn: undefined,
    preamble: '',
    ...change,
  };
}

/** A note of a vault in memory as the HTML of its page. `path` is the only note, `Notiz.md`, where `files` is its text. */
export function renderPage(
  files: Readonly<Record<string, string>> | string,
  path = 'Notiz.md',
  change: Partial<NotePage> = {},
): string {
  const all = typeof files === 'string' ? { [path]: files } : files;
  return renderTokens(pageOf(all, path, change), vscodeMarkdownIt());
}

/** Renders a page and throws what its rules throw, where VS Code would be left with the bare note. */
export function renderTokens(page: NotePage, md: MarkdownIt): string {
  md.use(notePages, {
    pageOf: () => page,
    failed: (error: unknown) => {
      throw error;
    },
  });
  vscodeRules(md);
  return withoutLabel(md.renderer.render(md.parse(page.text, {}), md.options, {}));
}

/** A page's HTML without what it says about itself to its script, which is the same for every page. */
export function withoutLabel(html: string): string {
  return html.replace(/^<div class="ll-page"[^>]*><\/div>\n/, '');
}

/** A markdown-it as VS Code 1.139 makes it before extensions extend it, with its formulas. */
export function vscodeMarkdownIt({ withMath = true } = {}): MarkdownIt {
  const md = new MarkdownIt({ html: true, linkify: true });
  md.linkify.set({ fuzzyLink: false });
  if (withMath) md.use(katexPlugin, { enableFencedBlocks: true, globalGroup: true, macros: {} });
  return md;
}

/** What VS Code adds after all extensions: places in the source, ids of headings, addresses of links. */
export function vscodeRules(md: MarkdownIt): void {
  md.core.ruler.push('source_map_data_attribute', ({ tokens }) => {
    for (const token of tokens) {
      if (!token.map || token.type === 'inline') continue;
      token.attrSet('data-line', String(token.map[0]));
      token.attrJoin('class', 'code-line');
      token.attrJoin('dir', 'auto');
    }
  });
  const heading = md.renderer.rules.heading_open;
  md.renderer.rules.heading_open = (tokens, index, options, env, self) => {
    tokens[index]?.attrSet('id', slugOf(tokens[index + 1]?.children ?? []));
    return heading ? heading(tokens, index, options, env, self) : self.renderToken(tokens, index, options);
  };
  const link = md.renderer.rules.link_open;
  md.renderer.rules.link_open = (tokens, index, options, env, self) => {
    tokens[index]?.attrSet('data-href', tokens[index]?.attrGet('href') ?? '');
    return link ? link(tokens, index, options, env, self) : self.renderToken(tokens, index, options);
  };
}

function slugOf(children: readonly { readonly type: string; readonly content: string }[]): string {
  const text = children
    .map(({ type, content }) => (/^(?:text|code_inline)$/.test(type) ? content : ''))
    .join('');
  // Half a character cannot be encoded, and no document has one.
  const wellFormed = text.replace(/\p{Surrogate}/gu, '\uFFFD');
  return encodeURIComponent(wellFormed.trim().toLowerCase().replace(/\s+/g, '-'));
}
