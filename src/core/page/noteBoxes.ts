import type { MarkdownIt, Token } from 'markdown-it';
import { imageText } from '../features/linkPreview';
import type { WikilinkMeta } from '../grammar/wikilink';
import { escapeHtml, linkHtml } from '../html';
import { noteName } from '../index/linkResolver';
import { headingSegments, type Place, placeKind } from '../index/places';
import type { FoundTarget, LinkTarget } from '../index/vaultIndex';
import { wikilinkText } from '../notes/plainText';
import { copyOfToken } from './copyOfToken';
import { type EmbeddedText, EmbeddedTexts } from './embeddedText';
import { type Rendering, renderingWithin, withRendering } from './notePage';
import { type PageWord, pageText } from './words';

/** So many notes can be embedded in one another below the page's own. */
const deepest = 5;

/** What one page takes in at most: a keystroke draws it again. */
const mostEmbeds = 100;
const mostCharacters = 1_000_000;

/** An embed of a note on a page. */
export interface NoteEmbed {
  /** The `embed_block`, or `embed` for one that stands alone. */
  readonly token: Token;
  readonly target: LinkTarget;
  readonly rendering: Rendering;
  /** What the renderer was called with. */
  readonly env: unknown;
}

/** Draws boxes with other notes, or parts of notes, as they are embedded. */
export class NoteBoxes {
  readonly #md: MarkdownIt;
  readonly #texts: EmbeddedTexts;

  constructor(md: MarkdownIt) {
    this.#md = md;
    this.#texts = new EmbeddedTexts(md);
  }

  /** The box with its title, and what the embed names or why that is not shown. Takes from the page's budget. */
  html(embed: NoteEmbed): string {
    const { token, target, rendering } = embed;
    if (target.status === 'unresolved') return this.#missingNote(embed);
    const { path, place } = target;
    const parts = token.meta as WikilinkMeta;
    const href = rendering.page.hrefOf({ path, subpath: parts.subpath, line: place?.lines.first });
    const title = escapeHtml(titleOf(parts, path, place));
    const link = href === '' ? title : linkHtml(href, title, { class: 'll-link' });
    return this.#box(token, 'll-embed', link, this.#content(embed, target));
  }

  #missingNote({ token, rendering: { page } }: NoteEmbed): string {
    const parts = token.meta as WikilinkMeta;
    const title = escapeHtml(wikilinkText(parts));
    // Until all files are known, the note may still turn up.
    if (!page.isRead) return this.#box(token, 'll-embed', title, pending('embedLoading', page));
    const text = message('noNote', page, parts.path);
    return this.#box(token, 'll-embed ll-unresolved', title, text);
  }

  #box(token: Token, classes: string, title: string, content: string): string {
    const box = copyOfToken(token);
    box.attrJoin('class', classes);
    const attributes = this.#md.renderer.renderAttrs(box);
    return `<div${attributes}><div class="ll-embed-title">${title}</div>\n<div class="ll-embed-content">${content}</div></div>\n`;
  }

  #content(embed: NoteEmbed, target: FoundTarget): string {
    const { page, embedded, budget } = embed.rendering;
    const refused = refusal(embed, target);
    if (refused) return refused;
    const { path, place } = target;
    const source = path === page.path ? page.text : page.textOf(path);
    if (source === undefined) return pending('embedNoText', page);
    // Also for a part of a note, all of it is parsed.
    if (source.length > mostCharacters) return message('embedTooMuch', page);
    const text = this.#texts.textOf(path, source);
    const characters = charactersOf(text, place);
    if (budget.characters + characters > mostCharacters) return message('embedTooMuch', page);
    budget.embeds++;
    budget.characters += characters;
    const inside = renderingWithin(embed.rendering, {
      source: path,
      embedded: [...embedded, keyOf(target)],
      idPrefix: `ll-embed-${budget.embeds}-`,
    });
    const env = withRendering(embed.env, inside);
    return this.#md.renderer.render(text.tokensOf(place?.lines), this.#md.options, env);
  }
}

/** Why an embed shows no text; `undefined` where it does. */
function refusal(embed: NoteEmbed, target: FoundTarget): string | undefined {
  const { page, embedded, budget } = embed.rendering;
  const { subpath = '' } = embed.token.meta as WikilinkMeta;
  if (target.missing) {
    const word = placeKind(subpath) === 'block' ? 'noBlock' : 'noHeading';
    return message(word, page, subpath, noteName(target.path));
  }
  if (isWithinItself(embed, target)) return message('embedItself', page);
  if (embedded.length > deepest) return message('embedTooDeep', page);
  return budget.embeds >= mostEmbeds ? message('embedTooMuch', page) : undefined;
}

/** Whether what an embed shows would hold this embed. A section of the same note need not. */
function isWithinItself({ token, rendering: { embedded, source } }: NoteEmbed, target: FoundTarget): boolean {
  if (embedded.includes(keyOf(target))) return true;
  const line = token.map?.[0];
  const lines = target.place?.lines;
  if (target.path !== source || !lines || line === undefined) return false;
  return line >= lines.first && line < lines.end;
}

/** What `Rendering.embedded` holds for an embed: the note's path, with the line of the place that is shown of it. */
function keyOf({ path, place }: FoundTarget): string {
  return place ? `${path}#${place.lines.first}` : path;
}

function charactersOf({ lines }: EmbeddedText, place: Place | undefined): number {
  if (!place) return lines.text.length;
  const { first, end } = place.lines;
  return lines.offsetAt({ line: end, column: 0 }) - lines.offsetAt({ line: first, column: 0 });
}

/** As Obsidian names it: the note, and the heading. A size says nothing about a note. */
function titleOf({ alias, subpath = '' }: WikilinkMeta, path: string, place: Place | undefined): string {
  const shown = imageText(alias);
  if (shown !== '') return shown;
  const headings = place?.kind === 'heading' ? headingSegments(subpath) : [];
  return [noteName(path), ...headings].join(' > ');
}

function message(word: PageWord, { locale }: Rendering['page'], ...values: readonly string[]): string {
  return `<p class="ll-embed-message">${escapeHtml(pageText(word, locale, ...values))}</p>`;
}

function pending(word: PageWord, { locale }: Rendering['page']): string {
  return `<p class="ll-embed-message ll-embed-pending">${escapeHtml(pageText(word, locale))}</p>`;
}
