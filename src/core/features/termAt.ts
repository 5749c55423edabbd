import type { Note } from '../notes/note';
import { isOpaqueAt } from '../notes/opaque';
import type { TermMatch } from '../terms/termTable';
import { type Position, type Range, TextLines } from '../text';

/** A term that stands at a position of a note. */
export interface TermAt<T> {
  readonly range: Range;
  /** The term as it is written here. */
  readonly text: string;
  readonly match: TermMatch<T>;
}

/**
 * The term at a position, `undefined` where none stands or where words are no prose.
 * @param lines all lines of the note.
 */
export function termAt<T>(
  terms: { findAt(text: string, offset: number): TermMatch<T> | undefined },
  note: Note,
  lines: TextLines,
  position: Position,
): TermAt<T> | undefined {
  const firstLine = Math.max(0, position.line - 1);
  const neighbours = [firstLine, firstLine + 1, firstLine + 2].filter((line) => line <= position.line + 1);
  const excerpt = new TextLines(neighbours.map((line) => lines.line(line)).join('\n'));
  const offset = excerpt.offsetAt({ line: position.line - firstLine, column: position.column });
  const match = terms.findAt(excerpt.text, offset);
  if (!match || isOpaqueAt(note, lines, position)) return undefined;
  const start = excerpt.positionAt(match.start);
  const end = excerpt.positionAt(match.end);
  return {
    range: {
      start: { line: start.line + firstLine, column: start.column },
      end: { line: end.line + firstLine, column: end.column },
    },
    text: excerpt.text.slice(match.start, match.end),
    match,
  };
}
