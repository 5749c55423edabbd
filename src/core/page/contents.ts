import type { MarkdownIt, Token } from 'markdown-it';
import type { WikilinkMeta } from '../grammar/wikilink';
import { attributesHtml, escapeHtml, linkHtml } from '../html';
import { plainText, wikilinkText } from '../notes/plainText';
import type { NotePage } from './notePage';
import { pageText } from './words';

/** A note with fewer headings than this can be seen at a glance. */
const fewestHeadings = 3;

interface Entry {
  readonly level: number;
  /** The link to the heading. */
  readonly html: string;
  readonly below: Entry[];
}

/**
 * A table of contents, folded: the headings of a note that stand in nothing else, those without a text left out. `''` for a note with few
 * of them. Changes no token.
 */
export function contentsHtml(md: MarkdownIt, tokens: readonly Token[], env: object, page: NotePage): string {
  const entries = tokens.flatMap((token, index): readonly Entry[] => {
    const children = tokens[index + 1]?.children ?? [];
    const isEntry = token.type === 'heading_open' && token.level === 0 && plainText(children) !== '';
    if (!isEntry) return [];
    const href = page.hrefOf({ path: page.path, subpath: undefined, line: token.map?.[0] });
    const html = linkHtml(href, inlineHtml(md, children, env));
    return [{ level: Number(token.tag.slice(1)), html, below: [] }];
  });
  if (entries.length < fewestHeadings) return '';
  const title = pageText('contents', page.locale);
  const list = listHtml(nested(entries));
  return `<nav${attributesHtml({ class: 'll-contents', 'aria-label': title })}><details><summary>${escapeHtml(title)}</summary>${list}</details></nav>\n`;
}

/** Each entry below the nearest before it that has a higher rank. Fills the entries' `below`. */
function nested(entries: readonly Entry[]): readonly Entry[] {
  const top: Entry[] = [];
  const open: Entry[] = [];
  for (const entry of entries) {
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= entry.level) open.pop();
    (open.at(-1)?.below ?? top).push(entry);
    open.push(entry);
  }
  return top;
}

function listHtml(entries: readonly Entry[]): string {
  const items = entries.map(
    ({ html, below }) => `<li>${html}${below.length > 0 ? listHtml(below) : ''}</li>`,
  );
  return `<ol>${items.join('')}</ol>`;
}

/** A heading's text with its markup and formulas, but without anything that would lead elsewhere or stand twice on the page. */
function inlineHtml(md: MarkdownIt, children: readonly Token[], env: object): string {
  let footnotes = 0;
  return children
    .map((token) => {
      if (token.type === 'footnote_inline_open') footnotes++;
      else if (token.type === 'footnote_inline_close') footnotes--;
      else if (footnotes === 0) return tokenHtml(md, token, env);
      return '';
    })
    .join('')
    .trim();
}

function tokenHtml(md: MarkdownIt, token: Token, env: object): string {
  switch (token.type) {
    case 'link_open':
    case 'link_close':
    case 'html_inline':
    case 'footnote_reference':
    case 'block_id':
      return '';
    case 'wikilink':
    case 'embed':
      return escapeHtml(wikilinkText(token.meta as WikilinkMeta));
    case 'image':
      return escapeHtml(plainText(token.children ?? []));
    case 'tag':
      return escapeHtml(`#${token.content}`);
    case 'softbreak':
    case 'hardbreak':
      return ' ';
    default:
      return md.renderer.renderInline([token], md.options, env);
  }
}
