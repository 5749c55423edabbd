import type { TextLines } from '../text';
import type { Note } from './note';

/** A block of a note with the line that it begins with. */
export interface BlockText {
  readonly text: string;
  /** 0-based. */
  readonly firstLine: number;
}

/** The block that a line of a note is in: all that must be read to know what stands there. */
export function blockAt(note: Note, lines: TextLines, line: number): BlockText {
  const next = note.blockLines.findIndex((first) => first > line);
  const firstLine = note.blockLines.at(next < 0 ? -1 : Math.max(0, next - 1)) ?? 0;
  const end = next < 0 ? note.lineCount : (note.blockLines[next] ?? note.lineCount);
  return {
    text: lines.slice({ start: { line: firstLine, column: 0 }, end: { line: end, column: 0 } }),
    firstLine,
  };
}
