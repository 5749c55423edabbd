import type { Token } from 'markdown-it';
import type { PagePassage } from './notePage';

/** A text of a passage, with the token that shows it. */
interface Piece {
  readonly token: Token;
  /** UTF-16 offset of the token's content in the passage. */
  readonly start: number;
}

/** A paragraph or the like as one text, with the way back to its tokens. */
export interface TokenPassage extends PagePassage {
  readonly pieces: readonly Piece[];
}

/** Where in a `text` token something stands, `[start, end)` in UTF-16 units of its content. */
export interface TokenPlace {
  readonly token: Token;
  readonly start: number;
  readonly end: number;
}

/** Stands for what is no text: no term is in it or reaches across it. */
const gap = '\uFFFC';

/** Blocks whose words stay as they are: what names a section or callout needs no mark, and notes at the foot are notes already. */
const unmarkedBlock = /^(?:heading|callout_title|footnotes)_(?:open|close)$/;

/** The prose of a page, in order: paragraphs, list items, cells of tables, texts of callouts. */
export function tokenPassages(tokens: readonly Token[]): readonly TokenPassage[] {
  const passages: TokenPassage[] = [];
  let line = 0;
  let unmarked = 0;
  for (const { type, nesting, map, children } of tokens) {
    // Cells of tables have no lines of their own.
    if (map) line = map[0];
    if (unmarkedBlock.test(type)) unmarked += nesting;
    else if (type === 'inline' && children && unmarked === 0) passages.push(passageOf(children, line));
  }
  return passages.filter(({ pieces }) => pieces.length > 0);
}

/** Inside these no word can be marked: links do not nest, and what is a footnote or a control has its own life. */
const closed = /^(?:link|footnote_inline)_(?:open|close)$/;
const closedTag = /^<(\/?)(?:a|button|code|kbd|label|samp|summary)\b/i;

/** What leaves a phrase one phrase. */
const withinPhrase = /^(?:em|strong|s|mark|ins|del|u)_(?:open|close)$/;

function passageOf(children: readonly Token[], line: number): TokenPassage {
  const pieces: Piece[] = [];
  let text = '';
  // What was added last: to look at the end of a text that is still growing copies all of it.
  let last = '';
  let depth = 0;
  const add = (more: string): void => {
    text += more;
    last = more || last;
  };
  for (const token of children) {
    depth = Math.max(0, depth + closing(token));
    if (depth === 0 && token.type === 'text') {
      // What is marked up within a word parts it: only whole words are marked.
      if (isCutWord(last, token.content)) add(gap);
      pieces.push({ token, start: text.length });
      add(token.content);
    } else if (token.type === 'softbreak') add(' ');
    else if (!withinPhrase.test(token.type)) add(gap);
  }
  return { text, line, pieces };
}

/** How many more levels a token closes its inside to marks; negative where it opens it again. */
function closing({ type, nesting, content }: Token): number {
  if (closed.test(type)) return nesting;
  const tag = type === 'html_inline' ? closedTag.exec(content) : null;
  return tag ? (tag[1] ? -1 : 1) : 0;
}

const wordEnd = /[\p{L}\p{M}\p{N}_]$/u;
const wordStart = /^[\p{L}\p{M}\p{N}_]/u;

/** Whether the last letters of a text and the first of the next are one word. */
function isCutWord(text: string, next: string): boolean {
  // The last letter may be two units long.
  return text !== '' && wordStart.test(next) && wordEnd.test(text.slice(-2));
}

/**
 * Where a stretch of a passage stands in a token. Of one that reaches over several, as where a word of it is emphasised, the place of its
 * longest part; `undefined` where it has none.
 */
export function tokenPlace(passage: TokenPassage, start: number, end: number): TokenPlace | undefined {
  let longest: TokenPlace | undefined;
  for (const piece of passage.pieces) {
    const place = placeInPiece(piece, start, end);
    if (place && (!longest || place.end - place.start > longest.end - longest.start)) longest = place;
  }
  return longest;
}

/** Without spaces and hyphens at its ends, which join it to its other parts. */
function placeInPiece({ token, start: offset }: Piece, start: number, end: number): TokenPlace | undefined {
  const from = Math.max(0, start - offset);
  const part = token.content.slice(from, Math.max(0, end - offset));
  const trimmed = part.replace(/^[\s-]+/, '');
  const first = from + part.length - trimmed.length;
  const length = trimmed.replace(/[\s-]+$/, '').length;
  return length > 0 ? { token, start: first, end: first + length } : undefined;
}
