import type { StateCore, Token } from 'markdown-it';
import type { WikilinkMeta } from '../grammar/wikilink';
import { isAttachmentPath } from '../index/obsidianSettings';
import { copyOfToken } from './copyOfToken';

/**
 * The core rule: takes embeds of notes (`![[note]]`) out of their paragraphs, since they are blocks themselves. Each becomes a token
 * `embed_block` with the embed's `meta`; the text before and after it stays in paragraphs. In headings, titles, table cells and within
 * markup they stay what they are.
 */
export function liftNoteEmbeds(state: StateCore): void {
  if (state.inlineMode || !state.src.includes('![[')) return;
  const result: Token[] = [];
  const { tokens } = state;
  for (let index = 0; index < tokens.length; index++) {
    const [open, inline, close] = [tokens[index] as Token, tokens[index + 1], tokens[index + 2]];
    const isParagraph = open.type === 'paragraph_open' && inline?.type === 'inline' && close !== undefined;
    const embeds = isParagraph ? liftedFrom(inline) : [];
    if (!isParagraph || embeds.length === 0) result.push(open);
    else {
      for (const token of new Paragraph(state, open, inline, close).divided(embeds)) result.push(token);
      index += 2;
    }
  }
  state.tokens = result;
}

/** Indices of the embeds that can be blocks among the children of an `inline` token. */
function liftedFrom({ children }: Token): readonly number[] {
  const found: number[] = [];
  let htmlDepth = 0;
  for (const [index, token] of (children ?? []).entries()) {
    if (token.type === 'html_inline') htmlDepth += htmlNesting(token.content);
    const isLifted = token.type === 'embed' && token.level === 0 && htmlDepth <= 0;
    if (isLifted && !isAttachmentPath((token.meta as WikilinkMeta).path)) found.push(index);
  }
  return found;
}

/** What has no end tag. */
const voidTag = /^<(?:[!?]|(?:br|hr|img|input|wbr)\b)|\/>$/i;

function htmlNesting(tag: string): number {
  if (tag.startsWith('</')) return -1;
  return voidTag.test(tag) ? 0 : 1;
}

/** What of a paragraph shows nothing when it stands alone. */
const invisible = new Set(['softbreak', 'hardbreak', 'comment', 'block_id']);

function isInvisible({ type, content }: Token): boolean {
  return invisible.has(type) || (type === 'text' && content.trim() === '');
}

/** A paragraph that is being divided. Its first piece gets its attributes. */
class Paragraph {
  readonly #state: StateCore;
  readonly #open: Token;
  readonly #inline: Token;
  readonly #close: Token;
  readonly #pieces: Token[] = [];
  /** Line breaks of the content that are behind us, and the offset of the next. */
  #breaks = 0;
  #nextBreak: number;

  constructor(state: StateCore, open: Token, inline: Token, close: Token) {
    this.#state = state;
    this.#open = open;
    this.#inline = inline;
    this.#close = close;
    this.#nextBreak = inline.content.indexOf('\n');
  }

  /** @param embeds indices among the children of the `inline` token, ascending. */
  divided(embeds: readonly number[]): readonly Token[] {
    const children = this.#inline.children ?? [];
    let next = 0;
    let offset = 0;
    for (const index of embeds) {
      const embed = children[index] as Token;
      const { start, end } = embed.meta as WikilinkMeta;
      this.#addText(children.slice(next, index), offset, start);
      this.#addEmbed(embed);
      next = index + 1;
      offset = end;
    }
    this.#addText(children.slice(next), offset, this.#inline.content.length);
    this.#pieces[0]?.attrs?.unshift(...(this.#open.attrs ?? []));
    return this.#pieces;
  }

  #addEmbed({ content, meta }: Token): void {
    const token = new this.#state.Token('embed_block', 'div', 0);
    const line = this.#lineOf((meta as WikilinkMeta).start);
    Object.assign(token, { content, meta, map: [line, line + 1], attrs: [] });
    token.block = true;
    token.level = this.#open.level;
    this.#pieces.push(token);
  }

  /** @param start offset in the paragraph's content, as `end`. */
  #addText(children: readonly Token[], start: number, end: number): void {
    const first = children.findIndex((token) => !isInvisible(token));
    if (first < 0) return;
    const last = children.findLastIndex((token) => !isInvisible(token));
    const content = this.#inline.content.slice(start, end);
    const textStart = start + content.length - content.trimStart().length;
    const map: [number, number] = [
      this.#lineOf(textStart),
      this.#lineOf(start + content.trimEnd().length) + 1,
    ];
    const [open, inline, close] = [this.#open, this.#inline, this.#close].map(copyOfToken) as [
      Token,
      Token,
      Token,
    ];
    open.attrs = [];
    open.map = map;
    Object.assign(inline, { map, content: content.trim(), children: children.slice(first, last + 1) });
    this.#pieces.push(open, inline, close);
  }

  /** The line of an offset in the paragraph's content, which has the line breaks of the text. Asked for in ascending order. */
  #lineOf(offset: number): number {
    const { content, map } = this.#inline;
    const [first, end] = map ?? [0, 1];
    while (this.#nextBreak >= 0 && this.#nextBreak < offset) {
      this.#breaks++;
      this.#nextBreak = content.indexOf('\n', this.#nextBreak + 1);
    }
    return Math.min(first + this.#breaks, end - 1);
  }
}
