/// <reference path="./markdownIt.d.ts" />
import type { MarkdownIt, Token } from 'markdown-it';
import StateBlock from 'markdown-it/lib/rules_block/state_block.mjs';
import StateInline from 'markdown-it/lib/rules_inline/state_inline.mjs';

/**
 * Where the content of an `inline` token lies in the text: from `content` on, up to the next piece, content offset `content + n`
 * is source offset `source + n`. Offsets are 0-based UTF-16 in the text with LF line breaks.
 */
export interface ContentPiece {
  readonly content: number;
  readonly source: number;
}

/** What this module and the inline rules of the grammar keep in `token.meta`. */
export interface InlineSpan {
  /** Offsets in the content of the enclosing `inline` token; `end` is exclusive and only set by rules that know it. */
  readonly start: number;
  readonly end?: number;
}

/** A row of a table in the text: where it starts and ends. Its cells are told apart when somebody asks for a place in one. */
interface TableRow {
  readonly source: string;
  readonly start: number;
  readonly end: number;
  cells?: readonly (readonly ContentPiece[])[];
}

/** What an `inline` token is made from; the map itself is made when it is needed, which in most of a note is never. */
interface InlineMeta {
  /** Source offsets of the first character that is no space, one for each line of the content. */
  readonly lineStarts?: readonly number[];
  readonly cell?: { readonly row: TableRow; readonly index: number };
  pieces?: readonly ContentPiece[];
}

/** markdown-it's state of the block rules, which also keeps where in the source the content of each `inline` token lies. */
class PositionedBlockState extends StateBlock {
  #row: TableRow = { source: '', start: 0, end: 0 };
  #nextCell = 0;

  override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
    const opener = type === 'inline' ? this.tokens.at(-1) : undefined;
    const token = super.push(type, tag, nesting);
    if (opener) token.meta = this.#inlineMeta(opener);
    return token;
  }

  #inlineMeta(opener: Token): InlineMeta {
    if (opener.type === 'th_open' || opener.type === 'td_open') return { cell: this.#cellOf() };
    return { lineStarts: opener.map ? lineStarts(this, opener) : [] };
  }

  #cellOf(): { row: TableRow; index: number } {
    const row = this.tokens.at(-3);
    if (row?.type === 'tr_open' && row.map) {
      const [line] = row.map;
      this.#row = { source: this.src, start: lineStart(this, line), end: lineEnd(this, line) };
      this.#nextCell = 0;
    }
    return { row: this.#row, index: this.#nextCell++ };
  }
}

/** markdown-it's state of the inline rules, which also keeps where each token starts. */
class PositionedInlineState extends StateInline {
  override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
    const token = super.push(type, tag, nesting);
    token.meta = { start: this.pos } satisfies InlineSpan;
    return token;
  }
}

/**
 * Gives every `inline` token a map back to the source and every inline token its start. markdown-it itself keeps only line
 * numbers; without this, ranges in quotes, lists and table cells could only be guessed.
 */
export function sourcePositions(md: MarkdownIt): void {
  md.block.State = PositionedBlockState;
  md.inline.State = PositionedInlineState;
}

/**
 * The line marks of the block state are only right while a block is pushed: quotes and lists change them for their inside and put them
 * back afterwards.
 */
function lineStarts(state: StateBlock, opener: Token): readonly number[] {
  const [first, end] = opener.map ?? [0, 0];
  if (opener.type === 'heading_open' && opener.markup.startsWith('#')) {
    const marker = lineStart(state, first) + opener.markup.length;
    return [marker + leadingSpace(state.src, marker, lineEnd(state, first))];
  }
  const starts: number[] = [];
  for (let line = first; line < end; line++) starts.push(lineStart(state, line));
  return starts;
}

function piecesOf(inline: Token): readonly ContentPiece[] {
  const meta = inline.meta as InlineMeta | null;
  // A grammar without this plugin knows no places.
  if (!meta) return [];
  meta.pieces ??= meta.cell ? cellOfRow(meta.cell) : linePieces(inline.content, meta.lineStarts ?? []);
  return meta.pieces;
}

/** One piece a line; each starts at the line's first character that is no space, since leading spaces may have been cut or widened. */
function linePieces(content: string, starts: readonly number[]): readonly ContentPiece[] {
  const pieces: ContentPiece[] = [];
  let offset = 0;
  for (const source of starts) {
    const lineBreak = content.indexOf('\n', offset);
    const end = lineBreak < 0 ? content.length : lineBreak;
    pieces.push({ content: offset + leadingSpace(content, offset, end), source });
    offset = end + 1;
  }
  return pieces;
}

function cellOfRow({
  row,
  index,
}: {
  readonly row: TableRow;
  readonly index: number;
}): readonly ContentPiece[] {
  row.cells ??= rowPieces(row);
  return row.cells[index] ?? [];
}

/** The pieces of every cell of a table row, split as markdown-it's table rule does: bars at the row's ends make no cell. */
function rowPieces({ source, start, end }: TableRow): readonly (readonly ContentPiece[])[] {
  const row = source.slice(start, end).trimEnd();
  const bars = [...row.matchAll(/(?<!\\)\|/g)].map(({ index }) => index);
  const cells = [-1, ...bars].map((bar, index) => ({ start: bar + 1, end: bars[index] ?? row.length }));
  if (cells[0]?.end === 0) cells.shift();
  if (cells.length > 0 && cells.at(-1)?.start === row.length) cells.pop();
  return cells.map((cell) => cellPieces(source, start + cell.start, start + cell.end));
}

/** `\|` in a cell has lost its backslash: a new piece begins behind each. */
function cellPieces(source: string, start: number, end: number): ContentPiece[] {
  const textStart = start + leadingSpace(source, start, end);
  const pieces = [{ content: 0, source: textStart }];
  let removed = 0;
  for (let offset = textStart; offset < end - 1; offset++) {
    if (source[offset] !== '\\' || source[offset + 1] !== '|') continue;
    pieces.push({ content: offset - textStart - removed, source: offset + 1 });
    removed++;
  }
  return pieces;
}

function lineStart(state: StateBlock, line: number): number {
  return (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
}

function lineEnd(state: StateBlock, line: number): number {
  return state.eMarks[line] ?? 0;
}

/** How many spaces and tabs stand from `start` on. */
function leadingSpace(text: string, start: number, end: number): number {
  let offset = start;
  while (offset < end && (text[offset] === ' ' || text[offset] === '\t')) offset++;
  return offset - start;
}

/** The source offset of an offset in an `inline` token's content. `undefined` where the token has no place in the source. */
export function sourceOffset(inline: Token, contentOffset: number): number | undefined {
  const pieces = piecesOf(inline);
  // Halving, since a paragraph may have as many pieces as a note has lines.
  let low = 0;
  let high = pieces.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.content ?? 0) <= contentOffset) low = middle;
    else high = middle;
  }
  const piece = pieces[low];
  return piece && piece.source + Math.max(0, contentOffset - piece.content);
}

/** Divides an `inline` token's content at `offset` and returns the map of the second part. */
export function piecesFrom(inline: Token, offset: number): readonly ContentPiece[] {
  const pieces = piecesOf(inline);
  const start = sourceOffset(inline, offset);
  if (start === undefined) return [];
  const rest = pieces.filter(({ content }) => content > offset);
  return [
    { content: 0, source: start },
    ...rest.map((piece) => ({ ...piece, content: piece.content - offset })),
  ];
}

/** The span that the grammar recorded for an inline token. */
export function spanOf(token: Token): InlineSpan {
  return token.meta as InlineSpan;
}
