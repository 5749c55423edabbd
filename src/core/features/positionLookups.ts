import { blockAt } from '../notes/blockAt';
import { type Formula, formulasIn } from '../notes/formulas';
import type { Footnote, Note } from '../notes/note';
import { contains, type Position, type Range, type TextLines } from '../text';

/** The innermost link at a position, both ends included: a picture within a link is the picture. `undefined` where there is none. */
export function linkAt(note: Note, position: Position): Note['links'][number] | undefined {
  return at(note.links, position);
}

/** The formula at a position, dollar signs included; `undefined` where there is none. Reads the block at the position only. */
export function formulaAt(note: Note, lines: TextLines, position: Position): Formula | undefined {
  const { text, firstLine } = blockAt(note, lines, position.line);
  return at(formulasIn(text, firstLine), position);
}

/** The footnote's mark at a position, in the text or before its explanation; `undefined` where there is none. */
export function footnoteAt(note: Note, position: Position): Footnote | undefined {
  return at(note.footnotes, position);
}

/** The explanation of a footnote; `undefined` where the note has none. */
export function footnoteDefinition(note: Note, label: string): Footnote | undefined {
  return note.footnotes.find((other) => other.kind === 'definition' && other.label === label);
}

/** The last of the things at a position: what is enclosed comes after what encloses it. */
function at<T extends { readonly range: Range }>(things: readonly T[], position: Position): T | undefined {
  return things.findLast(({ range }) => contains(range, position));
}
