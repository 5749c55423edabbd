import type { Note } from '../notes/note';
import type { TermMatch, TermTable } from '../terms/termTable';
import { type Position, type Range, TextLines } from '../text';
import { isOpaqueAt } from './positionLookups';

/** A term that stands at a position of a note. */
export interface TermAt<T> {
  readonly range: Range;
  /** The term as it is written here. */
  readonly text: string;
  readonly match: TermMatch<T>;
}

/**
 * The term at a position, `undefined` where none stands or where words are no prose.
 * @param lines the line at the position with its neighbours, so that terms over a line break are found.
 * @param firstLine 0-based line in the note of the first of `lines`.
 */
export function termAt<T>(
  terms: Pick<TermTable<T>, 'findAt'>,
  note: Note,
  lines: readonly string[],
  firstLine: number,
  position: Position,
): TermAt<T> | undefined {
  if (isOpaqueAt(note, position)) return undefined;
  const excerpt = new TextLines(lines.join('\n'));
  const offset = excerpt.offsetAt({ line: position.line - firstLine, column: position.column });
  const match = terms.findAt(excerpt.text, offset);
  if (!match) return undefined;
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
