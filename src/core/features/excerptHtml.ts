import type { MarkdownIt, Token } from 'markdown-it';
import type { CalloutMeta } from '../grammar/callout';
import type { FootnoteMeta } from '../grammar/footnote';
import { createGrammar } from '../grammar/grammar';
import type { WikilinkMeta } from '../grammar/wikilink';
import { escapeHtml } from '../html';
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
  /** Whether web addresses are links; they are where this is absent. */
  readonly linksToWeb?: boolean;
}

/**
 * An editor's hover cuts its content at 100,000 characters and would show a broken picture. What formulas, pictures and addresses of links
 * add beyond this is left out: formulas stay TeX, links and pictures are text.
 */
const richBudget = 60_000;

/** Characters of a picture with a single letter, roughly. */
const smallestFormula = 600;

/** Markup that multiplies, as a table of empty cells does, is shown as it is written instead. */
const longestHtml = 80_000;

/** A hover that is longer than this is a page, not a hover. */
const longestExcerpt = 4_000;

interface RenderState {
  readonly context: ExcerptContext;
  /** Characters of formulas, pictures and opening tags of links. */
  richCharacters: number;
  /** Whether each link that is open has been written as one. */
  readonly openLinks: boolean[];
}

let renderer: MarkdownIt | undefined;

/**
 * A piece of a note as HTML for an editor's hover: one line, only tags that hovers keep, raw HTML of the note as text, no link but
 * those into the vault and web addresses, no picture but formulas and the vault's own. Shorter than 81,000 characters, whatever is in it.
 */
export function excerptHtml(markdown: string, context: ExcerptContext): string {
  renderer ??= createRenderer();
  const state: RenderState = { context, richCharacters: 0, openLinks: [] };
  const source = shortMarkdown(markdown, longestExcerpt);
  const html = renderer.render(source, state).trim().replaceAll('\n', ' ');
  return `<div>${html.length <= longestHtml ? html : `<pre>${codeHtml(source)}</pre>`}</div>`;
}

/**
 * A piece of a note as HTML that leads nowhere and loads nothing: formulas as pictures, of links and other pictures the text alone. For a
 * page that shows it beside texts of its own. Otherwise as `excerptHtml`.
 */
export function plainExcerptHtml(markdown: string, renderFormula: ExcerptContext['renderFormula']): string {
  const nowhere = (): undefined => undefined;
  return excerptHtml(markdown, { renderFormula, hrefOf: nowhere, imageOf: nowhere, linksToWeb: false });
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

/** Markdown of at most so many UTF-16 code units and an ellipsis, cut between blocks where possible. */
export function shortMarkdown(markdown: string, most: number): string {
  if (markdown.length <= most) return markdown;
  // Not between the halves of a character.
  const head = markdown.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
  const blockEnd = head.lastIndexOf('\n\n');
  return `${blockEnd > most / 2 ? head.slice(0, blockEnd) : head}\n\n…`;
}

function createRenderer(): MarkdownIt {
  const md = createGrammar();
  md.validateLink = (url) => /^(?:https?:|mailto:)/i.test(url) || markdownLinkParts(url) !== undefined;
  const text = (token: Token | undefined): string => escapeHtml(token?.content ?? '');
  const nothing = (): string => '';
  const code = (token: Token | undefined): string => codeHtml(token?.content ?? '');
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
  const tex = token?.content ?? '';
  const image = isFull(state) ? undefined : state.context.renderFormula(tex, isDisplay);
  if (!token || !image) return fallback(token);
  const alt = escapeHtml(tex.replace(/\s+/g, ' '));
  const tag = `<img src="${image.source}" width="${image.width}" height="${image.height}" align="middle" alt="${alt}">`;
  if (!spend(state, tag)) return fallback(token);
  if (!isDisplay) return tag;
  // In the middle of a paragraph there is no place in the source, and a line of its own takes breaks.
  return token.map ? `<p>${tag}</p>` : `<br>${tag}<br>`;
}

function wikilink(token: Token | undefined, state: RenderState): string {
  const parts = token?.meta as WikilinkMeta;
  const href = state.context.hrefOf({ kind: 'wikilink', ...parts });
  return anchor(href, escapeHtml(wikilinkText(parts)), state);
}

/** A picture as a picture; of anything else that is embedded the link. */
function embed(token: Token | undefined, state: RenderState): string {
  const parts = token?.meta as WikilinkMeta;
  const reference = { kind: 'embed', ...parts } as const;
  const size = imageSize(parts.alias);
  const image = state.context.imageOf(reference);
  const tag = image === undefined ? undefined : imageTag(image, parts.path, size);
  if (tag !== undefined && spend(state, tag)) return tag;
  const shown = wikilinkText(size ? { ...parts, alias: undefined } : parts);
  return anchor(state.context.hrefOf(reference), escapeHtml(shown), state);
}

function markdownImage(token: Token | undefined, state: RenderState): string {
  const parts = markdownLinkParts(token?.attrGet('src') ?? '');
  const alt = token?.content ?? '';
  const image = parts && state.context.imageOf({ kind: 'image', ...parts });
  const tag = image === undefined ? undefined : imageTag(image, alt, imageSize(alt));
  return tag !== undefined && spend(state, tag) ? tag : `<em>${escapeHtml(alt)}</em>`;
}

function imageTag(source: string, alt: string, size: ReturnType<typeof imageSize>): string {
  const attributes = size ? ` width="${size.width}"${size.height ? ` height="${size.height}"` : ''}` : '';
  return `<img src="${escapeHtml(source)}" alt="${escapeHtml(alt)}"${attributes}>`;
}

function openLink(token: Token | undefined, state: RenderState): string {
  const address = token?.attrGet('href') ?? '';
  const parts = markdownLinkParts(address);
  const { hrefOf, linksToWeb = true } = state.context;
  const webAddress = linksToWeb ? address : undefined;
  const href = parts ? hrefOf({ kind: 'markdown', ...parts }) : webAddress;
  const tag = openingTag(href, state);
  state.openLinks.push(tag !== '');
  return tag;
}

function anchor(href: string | undefined, shown: string, state: RenderState): string {
  const tag = openingTag(href, state);
  return tag === '' ? shown : `${tag}${shown}</a>`;
}

/** `''` for a link that leads nowhere, and when there are too many. */
function openingTag(href: string | undefined, state: RenderState): string {
  if (href === undefined) return '';
  const tag = `<a href="${escapeHtml(href)}">`;
  return spend(state, tag) ? tag : '';
}

/** Takes a tag from what is left for tags; whether there was enough. */
function spend(state: RenderState, tag: string): boolean {
  if (state.richCharacters + tag.length > richBudget) return false;
  state.richCharacters += tag.length;
  return true;
}

/** Whether there is no room for even the smallest formula, so that none need be drawn. */
function isFull({ richCharacters }: RenderState): boolean {
  return richCharacters + smallestFormula > richBudget;
}

/** A line break as a reference, since a blank line would end the HTML. */
function codeHtml(text: string): string {
  return `<code>${escapeHtml(text).replaceAll('\n', '&#10;')}</code>`;
}
