import type { MarkdownIt, StateBlock, StateInline, Token } from 'markdown-it';

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

interface InlineMeta {
  readonly pieces: readonly ContentPiece[];
}

/**
 * Gives every `inline` token a map back to the source and every inline token its start. markdown-it itself keeps only line
 * numbers; without this, ranges in quotes, lists and table cells could only be guessed.
 */
export function sourcePositions(md: MarkdownIt): void {
  const BlockState = md.block.State;
  md.block.State = class extends BlockState {
    /** Cells of the current table row that have not been pushed yet, last first. */
    #cells: (readonly ContentPiece[])[] = [];

    override push(...args: Parameters<StateBlock['push']>): Token {
      const opener = this.tokens.at(-1);
      const token = super.push(...args);
      if (args[0] === 'inline') token.meta = { pieces: this.#piecesAfter(opener) } satisfies InlineMeta;
      return token;
    }

    #piecesAfter(opener: Token | undefined): readonly ContentPiece[] {
      if (opener?.type !== 'th_open' && opener?.type !== 'td_open')
        return opener ? blockPieces(this, opener) : [];
      const row = this.tokens.at(-3);
      if (row?.type === 'tr_open' && row.map) this.#cells = rowPieces(this, row.map[0]).reverse();
      return this.#cells.pop() ?? [];
    }
  };

  const InlineState = md.inline.State;
  md.inline.State = class extends InlineState {
    override push(...args: Parameters<StateInline['push']>): Token {
      const token = super.push(...args);
      token.meta = { start: this.pos } satisfies InlineSpan;
      return token;
    }
  };
}

/**
 * The pieces of a heading or paragraph. The line marks of the block state are only right while it is pushed: quotes and lists
 * change them for their inside and put them back afterwards.
 */
function blockPieces(state: StateBlock, opener: Token): readonly ContentPiece[] {
  if (!opener.map) return [];
  const [first, end] = opener.map;
  if (opener.type === 'heading_open' && opener.markup.startsWith('#')) {
    const marker = lineStart(state, first) + opener.markup.length;
    return [{ content: 0, source: marker + leadingSpace(state.src, marker, lineEnd(state, first)) }];
  }
  return paragraphPieces(state, first, end);
}

/** One piece a line; each starts at the line's first character that is no space, since leading spaces may have been cut or widened. */
function paragraphPieces(state: StateBlock, first: number, end: number): readonly ContentPiece[] {
  const pieces: ContentPiece[] = [];
  let content = 0;
  for (let line = first; line < end; line++) {
    const source = lineStart(state, line);
    const text = state.getLines(line, line + 1, state.blkIndent, false);
    const indent = line === first ? 0 : leadingSpace(text, 0, text.length);
    pieces.push({ content: content + indent, source });
    content += indent + (lineEnd(state, line) - source) + 1;
  }
  return pieces;
}

/** The pieces of every cell of a table row, split as markdown-it's table rule does: bars at the row's ends make no cell. */
function rowPieces(state: StateBlock, line: number): (readonly ContentPiece[])[] {
  const start = lineStart(state, line);
  const row = state.src.slice(start, lineEnd(state, line)).trimEnd();
  const bars = [...row.matchAll(/(?<!\\)\|/g)].map(({ index }) => index);
  const cells = [-1, ...bars].map((bar, index) => ({ start: bar + 1, end: bars[index] ?? row.length }));
  if (cells[0]?.end === 0) cells.shift();
  if (cells.length > 0 && cells.at(-1)?.start === row.length) cells.pop();
  return cells.map((cell) => cellPieces(state.src, start + cell.start, start + cell.end));
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
  const { pieces } = inline.meta as InlineMeta;
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
  const { pieces } = inline.meta as InlineMeta;
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
