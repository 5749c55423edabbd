/** A place in a text: 0-based line, and 0-based column in UTF-16 code units, as editors count. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A stretch of text; `end` is exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A change of a text: what stands in `range` becomes `newText`. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** Line breaks as editors and CommonMark see them: LF, CRLF and a lone CR. */
const lineBreak = /\r\n?|\n/g;

/** A text with its lines, for translating between offsets and positions. */
export class TextLines {
  readonly text: string;
  /** Offset of the first code unit of each line. */
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.text = text;
    this.#starts = text.includes('\r') ? startsWithAnyBreak(text) : startsWithLf(text);
  }

  /** Number of lines, at least 1; a final line break opens an empty last line. */
  get count(): number {
    return this.#starts.length;
  }

  /** The line's text without its line break; `''` for a line that is not there. */
  line(line: number): string {
    const start = this.#starts[line];
    if (start === undefined) return '';
    const end = this.#starts[line + 1] ?? this.text.length;
    return this.text.slice(start, end).replace(/[\r\n]+$/, '');
  }

  /** The position of a 0-based UTF-16 offset; offsets beyond the text are taken as its end. */
  positionAt(offset: number): Position {
    const bounded = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= bounded) low = middle;
      else high = middle;
    }
    return { line: low, column: bounded - (this.#starts[low] ?? 0) };
  }

  /** The offset of a position; a column beyond its line's end is taken as the start of the next line. */
  offsetAt(position: Position): number {
    const start = this.#starts[position.line] ?? this.text.length;
    const next = this.#starts[position.line + 1] ?? this.text.length;
    return Math.min(start + position.column, next);
  }

  /** The text in a range, line breaks as they are in the source. */
  slice(range: Range): string {
    return this.text.slice(this.offsetAt(range.start), this.offsetAt(range.end));
  }
}

/** The line break at the end of a line; of the last line, which has none, that of the line above; LF in a text of one line. */
export function lineBreakAt(lines: TextLines, line: number): string {
  const last = Math.min(line, lines.count - 2);
  const start = { line: last, column: lines.line(last).length };
  return last < 0 ? '\n' : lines.slice({ start, end: { line: last + 1, column: 0 } });
}

function startsWithLf(text: string): readonly number[] {
  const starts = [0];
  for (let offset = text.indexOf('\n'); offset >= 0; offset = text.indexOf('\n', offset + 1))
    starts.push(offset + 1);
  return starts;
}

function startsWithAnyBreak(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(lineBreak), (match) => match.index + match[0].length)];
}

/** Whether `a` is before `b` (negative), at it (0) or after it (positive). */
export function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.column - b.column;
}

/** Whether a position lies in a range, both ends included. */
export function contains(range: Range, position: Position): boolean {
  return comparePositions(range.start, position) <= 0 && comparePositions(position, range.end) <= 0;
}
