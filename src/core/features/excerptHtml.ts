import type { MarkdownIt, Token } from 'markdown-it';
import type { CalloutMeta } from '../grammar/callout';
import type { FootnoteMeta } from '../grammar/footnote';
import { createGrammar } from '../grammar/grammar';
import type { WikilinkMeta } from '../grammar/wikilink';
import type { LinkReference } from '../index/vaultIndex';
import type { FormulaImage } from '../math/formulaImage';
import { markdownLinkParts } from '../notes/markdownLinkParts';
import { wikilinkText } from '../notes/plainText';
import { imageSize } from './linkPreview';

/** What an excerpt needs from outside. */
export interface ExcerptContext {
  /** Draws a formula; `undefined` shows its TeX. */
  readonly renderFormula: (tex: string, isDisplay: boolean) => FormulaImage | undefined;
  /** Where a link leads, as a URI that the reader may follow; `undefined` shows its text alone. */
  readonly hrefOf: (link: LinkReference) => string | undefined;
  /** The picture that an embed or Markdown image shows, as a URI; `undefined` shows its text. */
  readonly imageOf: (link: LinkReference) => string | undefined;
}

/** An editor's hover cuts its content at 100,000 characters and would show a broken picture; formulas beyond this stay TeX. */
const imageBudget = 60_000;

/** A hover that is longer than this is a page, not a hover. */
const longestExcerpt = 4_000;

const htmlEntities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

interface RenderState {
  readonly context: ExcerptContext;
  imageCharacters: number;
  /** Whether each link that is open has been written as one. */
  readonly openLinks: boolean[];
}

let renderer: MarkdownIt | undefined;

/**
 * A piece of a note as HTML for an editor's hover: one line, only tags that hovers keep, raw HTML of the note as text, no link but
 * those into the vault and web addresses, no picture but formulas and the vault's own.
 */
export function excerptHtml(markdown: string, context: ExcerptContext): string {
  renderer ??= createRenderer();
  const state: RenderState = { context, imageCharacters: 0, openLinks: [] };
  return `<div>${renderer.render(cut(markdown), state).trim().replaceAll('\n', ' ')}</div>`;
}

/**
 * A definition that stands in a quote or callout, without that quote's marks. A first line without one is what follows a lead-in on its
 * own line; any other text is returned as it is.
 */
export function withoutQuoteMarks(markdown: string): string {
  const [first = '', ...rest] = markdown.split('\n');
  const isQuoted = (line: string): boolean => /^[ \t]*>/.test(line);
  if (!rest.every(isQuoted) || (rest.length === 0 && !isQuoted(first))) return markdown;
  return [first, ...rest].map((line) => line.replace(/^[ \t]*> ?/, '')).join('\n');
}

/** Cuts between blocks where possible. */
function cut(markdown: string): string {
  if (markdown.length <= longestExcerpt) return markdown;
  const head = markdown.slice(0, longestExcerpt);
  const blockEnd = head.lastIndexOf('\n\n');
  return `${blockEnd > longestExcerpt / 2 ? head.slice(0, blockEnd) : head}\n\n…`;
}

function createRenderer(): MarkdownIt {
  const md = createGrammar();
  md.validateLink = (url) => /^(?:https?:|mailto:)/i.test(url) || markdownLinkParts(url) !== undefined;
  const text = (token: Token | undefined): string => escapeHtml(token?.content ?? '');
  const nothing = (): string => '';
  const code = (token: Token | undefined): string => `<code>${text(token).replaceAll('\n', '&#10;')}</code>`;
  Object.assign(md.renderer.rules, {
    html_block: (tokens, index) => `<p>${text(tokens[index])}</p>`,
    html_inline: (tokens, index) => text(tokens[index]),
    math_inline: (tokens, index, _options, state: RenderState) => formula(tokens[index], false, state, code),
    math_block: (tokens, index, _options, state: RenderState) => formula(tokens[index], true, state, code),
    wikilink: (tokens, index, _options, state: RenderState) => wikilink(tokens[index], state),
    embed: (tokens, index, _options, state: RenderState) => embed(tokens[index], state),
    link_open: (tokens, index, _options, state: RenderState) => openLink(tokens[index], state),
    link_close: (_tokens, _index, _options, state: RenderState) => (state.openLinks.pop() ? '</a>' : ''),
    footnote_reference: (tokens, index) => `<sup>${text(tokens[index])}</sup>`,
    footnote_inline_open: () => ' (',
    footnote_inline_close: () => ')',
    footnote_open: (tokens, index) => {
      const meta = tokens[index]?.meta as FootnoteMeta | undefined;
      return `<div><sup>${escapeHtml(meta?.label ?? '')}</sup>`;
    },
    footnote_close: () => '</div>',
    tag: (tokens, index) => `#${text(tokens[index])}`,
    image: (tokens, index, _options, state: RenderState) => markdownImage(tokens[index], state),
    fence: (tokens, index) => `<pre>${code(tokens[index])}</pre>`,
    code_block: (tokens, index) => `<pre>${code(tokens[index])}</pre>`,
    callout_open: (tokens, index) => `<blockquote><p><b>${escapeHtml(typeAsTitle(tokens, index))}`,
    callout_close: () => '</blockquote>',
    callout_title_open: nothing,
    callout_title_close: () => '</b></p>',
    comment: nothing,
    comment_block: nothing,
    block_id: nothing,
    properties: nothing,
  } satisfies MarkdownIt['renderer']['rules']);
  return md;
}

/** A callout without a title shows its type, as in Obsidian: `''` where it has one. */
function typeAsTitle(tokens: readonly Token[], index: number): string {
  const callout = tokens[index];
  if (!callout || tokens[index + 2]?.content !== '') return '';
  const { type } = callout.meta as CalloutMeta;
  return type.charAt(0).toUpperCase() + type.slice(1);
}

function formula(
  token: Token | undefined,
  isDisplay: boolean,
  state: RenderState,
  fallback: (token: Token | undefined) => string,
): string {
  const image =
    state.imageCharacters < imageBudget
      ? state.context.renderFormula(token?.content ?? '', isDisplay)
      : undefined;
  if (!token || !image || state.imageCharacters + image.source.length > imageBudget) return fallback(token);
  state.imageCharacters += image.source.length;
  const alt = escapeHtml(token.content.replace(/\s+/g, ' '));
  const tag = `<img src="${image.source}" width="${image.width}" height="${image.height}" align="middle" alt="${alt}">`;
  if (!isDisplay) return tag;
  // In the middle of a paragraph there is no place in the source, and a line of its own takes breaks.
  return token.map ? `<p>${tag}</p>` : `<br>${tag}<br>`;
}

function wikilink(token: Token | undefined, state: RenderState): string {
  const parts = token?.meta as WikilinkMeta;
  return anchor(state.context.hrefOf({ kind: 'wikilink', ...parts }), escapeHtml(wikilinkText(parts)));
}

/** A picture as a picture; of anything else that is embedded the link. */
function embed(token: Token | undefined, state: RenderState): string {
  const parts = token?.meta as WikilinkMeta;
  const reference = { kind: 'embed', ...parts } as const;
  const size = imageSize(parts.alias);
  const image = state.context.imageOf(reference);
  if (image !== undefined) return imageTag(image, parts.path, size);
  const shown = wikilinkText(size ? { ...parts, alias: undefined } : parts);
  return anchor(state.context.hrefOf(reference), escapeHtml(shown));
}

function markdownImage(token: Token | undefined, state: RenderState): string {
  const parts = markdownLinkParts(token?.attrGet('src') ?? '');
  const alt = token?.content ?? '';
  const image = parts && state.context.imageOf({ kind: 'image', ...parts });
  return image === undefined ? `<em>${escapeHtml(alt)}</em>` : imageTag(image, alt, imageSize(alt));
}

function imageTag(source: string, alt: string, size: ReturnType<typeof imageSize>): string {
  const attributes = size ? ` width="${size.width}"${size.height ? ` height="${size.height}"` : ''}` : '';
  return `<img src="${escapeHtml(source)}" alt="${escapeHtml(alt)}"${attributes}>`;
}

function openLink(token: Token | undefined, state: RenderState): string {
  const address = token?.attrGet('href') ?? '';
  const parts = markdownLinkParts(address);
  const href = parts ? state.context.hrefOf({ kind: 'markdown', ...parts }) : address;
  state.openLinks.push(href !== undefined);
  return href === undefined ? '' : `<a href="${escapeHtml(href)}">`;
}

function anchor(href: string | undefined, shown: string): string {
  return href === undefined ? shown : `<a href="${escapeHtml(href)}">${shown}</a>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => htmlEntities[character] ?? character);
}
