import type { TextLines } from '../text';
import type { LineRange } from './note';

/** A block without the empty lines at its end: to Markdown, lists reach up to the next block. Keeps at least one line. */
export function withoutBlankEnd(lines: TextLines, { first, end }: LineRange): LineRange {
  let last = end;
  while (last > first + 1 && lines.line(last - 1).trim() === '') last--;
  return { first, end: last };
}
