import type { MarkdownIt, Token } from 'markdown-it';
import type { WikilinkMeta } from '../grammar/wikilink';
import { attributesHtml, escapeHtml, linkHtml } from '../html';
import { isNotePath, noteName } from '../index/linkResolver';
import type { FoundTarget } from '../index/vaultIndex';
import { markdownLinkParts } from '../notes/markdownLinkParts';
import { wikilinkText } from '../notes/plainText';
import { copyOfToken } from './copyOfToken';
import { type Rendering, renderingOf } from './notePage';
import { drawInstead, ruleBefore } from './rendererRule';
import { pageText } from './words';

/** Shows wikilinks, and lets Markdown's links find files as Obsidian does. Everything else about these is left to whoever shows them. */
export function noteLinks(md: MarkdownIt): void {
  const { rules } = md.renderer;
  rules.wikilink = (tokens, index, _options, env: unknown) =>
    wikilinkHtml(tokens[index]?.meta as WikilinkMeta, renderingOf(env));
  const original = ruleBefore(md, 'link_open');
  rules.link_open = (tokens, index, options, env: unknown, self) => {
    const token = tokens[index] as Token;
    const href = vaultHref(token.attrGet('href') ?? '', env);
    if (href === undefined) return original(tokens, index, options, env, self);
    const link = withHref(token, href, href === '' ? outsideTitleOf(token, env) : undefined);
    return drawInstead(original, link, tokens, index, options, env, self);
  };
}

/** A wikilink that leads to its target; the text alone where nothing is known about the page, or not yet about its vault. */
export function wikilinkHtml(link: WikilinkMeta, rendering: Rendering | undefined): string {
  const text = escapeHtml(wikilinkText(link));
  const target = rendering?.page.index.resolve({ kind: 'wikilink', ...link }, rendering.source);
  const isEarly = target?.status === 'unresolved' && !rendering?.page.isRead;
  if (!rendering || !target || isEarly) return `<span class="ll-link">${text}</span>`;
  if (target.status === 'unresolved') return unresolvedHtml(link, text, rendering);
  const href = hrefOf(target, link.subpath, rendering);
  if (href === '')
    return linkHtml(href, text, { class: 'll-link', title: outsideTitle(target.path, rendering) });
  return linkHtml(href, text, {
    class: target.missing ? 'll-link ll-missing-place' : 'll-link',
    title: target.missing && missingTitle(target, link.subpath ?? '', rendering),
  });
}

/** Of a link to what is not there on a page that stands alone. */
function outsideTitle(path: string, { page }: Rendering): string {
  return pageText('outside', page.locale, noteName(path));
}

function hrefOf({ path, place }: FoundTarget, subpath: string | undefined, { page }: Rendering): string {
  return page.hrefOf({
    path,
    subpath: isNotePath(path) ? undefined : subpath,
    line: place?.range.start.line,
  });
}

function unresolvedHtml({ path }: WikilinkMeta, text: string, { page }: Rendering): string {
  const title = pageText('noNote', page.locale, path);
  const hint = escapeHtml(pageText('unresolved', page.locale));
  return `<span${attributesHtml({ class: 'll-unresolved', title })}>${text}<span class="ll-visually-hidden"> (${hint})</span></span>`;
}

function missingTitle({ path, missing }: FoundTarget, subpath: string, { page }: Rendering): string {
  const word = missing === 'block' ? 'noBlock' : 'noHeading';
  return pageText(word, page.locale, subpath, noteName(path));
}

function outsideTitleOf(token: Token, env: unknown): string | undefined {
  const rendering = renderingOf(env);
  const parts = markdownLinkParts(token.attrGet('href') ?? '');
  return rendering && parts && outsideTitle(parts.path, rendering);
}

/** Where a Markdown link leads within the vault; `undefined` for one that leads elsewhere, or that VS Code itself finds. */
function vaultHref(href: string, env: unknown): string | undefined {
  const rendering = renderingOf(env);
  const parts = rendering && markdownLinkParts(href);
  if (!parts) return undefined;
  const target = rendering.page.index.resolve({ kind: 'markdown', ...parts }, rendering.source);
  if (target.status === 'unresolved') return undefined;
  if (!target.missing) return hrefOf(target, parts.subpath, rendering);
  // VS Code's own links name headings otherwise (`#mein-abschnitt`), and it finds them in its own pages.
  const fragment = href.slice(href.indexOf('#'));
  if (target.path === rendering.page.path) return fragment;
  const note = hrefOf(target, undefined, rendering).replace(/#.*$/, '');
  return note && note + fragment;
}

/** A copy with another address. `data-href` is what VS Code's preview follows, and it has set it before. */
function withHref(token: Token, href: string, title: string | undefined): Token {
  const copy = copyOfToken(token);
  copy.attrSet('href', href);
  copy.attrSet('data-href', href);
  if (title !== undefined) copy.attrSet('title', title);
  return copy;
}
