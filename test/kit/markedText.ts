import type { Position, Range } from '../../src/core/text';
import { TextLines } from '../../src/core/text';

/** A text with its markers taken out. */
export interface MarkedText {
  readonly text: string;
  /** Where `¦` stood; throws when there was none. */
  readonly cursor: Position;
  /** What `⟦` and `⟧` enclosed, in the order of their starts. */
  readonly ranges: readonly Range[];
}

/** Reads a text with markers: characters that no note of ours has, since `|` and brackets are part of Obsidian's links. */
export function marked(source: string): MarkedText {
  let text = '';
  let cursor: number | undefined;
  const open: number[] = [];
  const spans: { start: number; end: number }[] = [];
  for (const piece of source.split(/(¦|⟦|⟧)/)) {
    if (piece === '¦') cursor = text.length;
    else if (piece === '⟦') open.push(spans.push({ start: text.length, end: -1 }) - 1);
    else if (piece === '⟧') (spans[open.pop() ?? -1] ?? { end: 0 }).end = text.length;
    else text += piece;
  }
  const lines = new TextLines(text);
  return {
    text,
    get cursor() {
      if (cursor === undefined) throw new Error('The text has no cursor mark ¦.');
      return lines.positionAt(cursor);
    },
    ranges: spans.map(({ start, end }) => ({ start: lines.positionAt(start), end: lines.positionAt(end) })),
  };
}
