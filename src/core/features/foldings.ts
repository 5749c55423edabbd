import type { LineRange, Note } from '../notes/note';

/** Lines that can be folded: the first stays visible. `end` is exclusive. */
export interface Folding extends LineRange {
  readonly kind: 'callout' | 'comment';
}

/** Callouts and comments over more than one line, in document order. */
export function foldingsOf(note: Note): readonly Folding[] {
  const callouts = note.callouts.map(({ titleRange, body }) => ({
    kind: 'callout' as const,
    first: titleRange.start.line,
    end: body.end.line + 1,
  }));
  const comments = note.comments.map((lines) => ({ kind: 'comment' as const, ...lines }));
  return [...callouts, ...comments]
    .filter(({ first, end }) => end > first + 1)
    .sort((a, b) => a.first - b.first || b.end - a.end);
}
