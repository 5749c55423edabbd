/** Offsets in a line, 0-based UTF-16; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a line of a `demo` block says. */
export type DemoLine =
  | { readonly kind: 'entry'; readonly name: Span; readonly value: Span }
  | { readonly kind: 'nothing' }
  /** Neither an entry nor a comment; the span is its text without the spaces around it. */
  | { readonly kind: 'stray'; readonly text: Span };

/**
 * Reads a line of a `demo` block: `name: value`, `# comment`, or nothing. A value may be quoted, which its span leaves out; behind it a
 * comment may stand. The span of a missing value is empty.
 */
export function readDemoLine(line: string): DemoLine {
  const text = trimmed(line, { start: 0, end: line.length });
  if (text.start === text.end || line[text.start] === '#') return { kind: 'nothing' };
  const colon = line.indexOf(':');
  const name = trimmed(line, { start: text.start, end: colon });
  if (colon < 0 || name.start === name.end) return { kind: 'stray', text };
  return { kind: 'entry', name, value: valueIn(line, { start: colon + 1, end: text.end }) };
}

/** A value in quotes, and what may stand behind it. */
const quoted = /^(["'])(.*?)\1\s*(?:#.*)?$/;

function valueIn(line: string, behindColon: Span): Span {
  const whole = trimmed(line, behindColon);
  const inside = quoted.exec(line.slice(whole.start, whole.end))?.[2];
  if (inside !== undefined) return { start: whole.start + 1, end: whole.start + 1 + inside.length };
  const comment = /(?:^|\s)#/.exec(line.slice(whole.start, whole.end));
  return comment ? trimmed(line, { start: whole.start, end: whole.start + comment.index }) : whole;
}

/** A span without the spaces at its ends; where nothing else is in it, the empty one at its start. */
function trimmed(line: string, { start, end }: Span): Span {
  const text = line.slice(start, Math.max(start, end));
  const inside = text.trim();
  const from = inside === '' ? start : start + text.indexOf(inside);
  return { start: from, end: from + inside.length };
}
