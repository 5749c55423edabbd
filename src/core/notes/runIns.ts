import type { Position, Range, TextLines } from '../text';

/**
 * How a line of a note begins that may name a concept without explaining it as a lead-in does: `- **Term** and more`, a list item that is
 * nothing but a `Term`, or `Term (or another): …` at the start of a line.
 */
export interface RunIn {
  readonly kind: 'bullet' | 'line';
  /** The term, without emphasis. For a `line` all that stands before the colon. */
  readonly text: string;
  readonly range: Range;
  /** Whether the text must be a name as a whole, and not only contain one. */
  readonly isWhole: boolean;
}

/** Longer beginnings are sentences. */
const longest = 80;

/** A list item's mark, after those of the quotes that it is in, and the box of a task. */
const itemMark = /^(?:[ \t]|>)*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[.\][ \t]+)?/;

/** Bold at the start; with a colon or a dash behind it, it is a lead-in. */
const boldStart = /^(\*\*|__)(?=\S)(.{2,80}?)\1(?!\s*:|\s+[–—-]\s)/;

/** A few words without a sign that ends a sentence or sets something apart. */
const plainItem = /^\p{L}[^\s.,:;!?[\]|`*_<>]*(?:[ ]+[^\s.,:;!?[\]|`*_<>]+){0,5}$/u;

/** What stands before the first colon of a line: a term, perhaps with another name in brackets. */
const lineStart = /^([\p{L}$][^:.!?;|[\]`*<>]{1,78}):(?=\s|$)/u;

/** Marks of quotes and the indentation before a line's text. */
const quoteMarks = /^(?:[ \t]|>)*/;

/**
 * What may name a concept at the start of a note's lines. Whether a line is in code or a comment is not looked at: that costs more than
 * finding out whether it names anything.
 */
export function runInsOf(lines: TextLines): readonly RunIn[] {
  const runIns: RunIn[] = [];
  for (let line = 0; line < lines.count; line++) {
    const found = runInOf(lines.line(line), line);
    if (found) runIns.push(found);
  }
  return runIns;
}

function runInOf(source: string, line: number): RunIn | undefined {
  const mark = itemMark.exec(source)?.[0];
  if (mark !== undefined) return bulletOf(source.slice(mark.length), { line, column: mark.length });
  const column = quoteMarks.exec(source)?.[0].length ?? 0;
  const text = lineStart.exec(source.slice(column))?.[1];
  return text === undefined ? undefined : runIn('line', text, { line, column }, true);
}

function bulletOf(content: string, { line, column }: Position): RunIn | undefined {
  const bold = boldStart.exec(content);
  if (bold) return runIn('bullet', bold[2]!, { line, column: column + bold[1]!.length }, false);
  const text = content.trimEnd();
  const isName = text.length <= longest && plainItem.test(text);
  return isName ? runIn('bullet', text, { line, column }, true) : undefined;
}

function runIn(kind: RunIn['kind'], text: string, start: Position, isWhole: boolean): RunIn {
  const end = { line: start.line, column: start.column + text.length };
  return { kind, text, range: { start, end }, isWhole };
}
