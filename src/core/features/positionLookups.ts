import type { Formula, Note, Wikilink } from '../notes/note';
import { comparePositions, contains, type Position, type Range } from '../text';

/** The wikilink or embed at a position, `undefined` where there is none. */
export function linkAt(note: Note, position: Position): Wikilink | undefined {
  return note.links.find(({ range }) => contains(range, position));
}

/** The formula at a position, dollar signs included; `undefined` where there is none. */
export function formulaAt(note: Note, position: Position): Formula | undefined {
  return note.formulas.find(({ range }) => contains(range, position));
}

/** Whether a position lies strictly inside code, a formula, a comment, properties or a link's target, where words are no prose. */
export function isOpaqueAt(note: Note, position: Position): boolean {
  return note.opaque.some((range) => isInside(range, position));
}

function isInside(range: Range, position: Position): boolean {
  return comparePositions(range.start, position) <= 0 && comparePositions(position, range.end) < 0;
}
