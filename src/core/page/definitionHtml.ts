import type { MarkdownIt } from 'markdown-it';
import type { Files } from '../index/linkResolver';
import { getOrAdd, keepRecent } from '../maps';
import { placelessTokens } from './embeddedText';
import { type Rendering, renderingOf } from './notePage';

/** HTML of definitions by all that it is made from, least recently used first. */
type KnownHtml = Map<string, string>;

/** As much as several pages show. */
const mostKnown = 500;

/** By vault, of which the files are one object for all pages. */
const known = new WeakMap<MarkdownIt, WeakMap<Files, KnownHtml>>();

/**
 * A definition as HTML, for the page that `env` is of. Each keystroke draws the page again: what was drawn before is
 * kept for as long as it would be the same.
 */
export function definitionHtml(md: MarkdownIt, markdown: string, env: object): string {
  const rendering = renderingOf(env);
  if (!rendering || !isLasting(markdown)) return render(md, markdown, env);
  const byVault = getOrAdd(known, md, () => new WeakMap<Files, KnownHtml>());
  const htmlByKey = getOrAdd(byVault, rendering.page.index.files, (): KnownHtml => new Map());
  const key = keyOf(md, markdown, rendering);
  const html = htmlByKey.get(key) ?? render(md, markdown, env);
  keepRecent(htmlByKey, key, html, mostKnown);
  return html;
}

/** Whether nothing but the names of files and places in the vault can change what is shown: embeds change with their notes. */
function isLasting(markdown: string): boolean {
  return !markdown.includes('![');
}

function keyOf({ options }: MarkdownIt, markdown: string, { page, source, idPrefix }: Rendering): string {
  const { breaks, linkify, typographer } = options;
  return JSON.stringify([
    markdown,
    source,
    // Footnotes alone have ids.
    markdown.includes('[^') || markdown.includes('^[') ? idPrefix : '',
    page.path,
    page.index.namesRevision,
    page.index.placesRevision,
    page.isRead,
    page.locale,
    page.options.lineBreaks,
    page.preamble,
    [breaks, linkify, typographer],
  ]);
}

function render(md: MarkdownIt, markdown: string, env: object): string {
  return md.renderer.render(placelessTokens(md, markdown), md.options, env).trim();
}
