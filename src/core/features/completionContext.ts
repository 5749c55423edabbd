import { formulasIn } from '../notes/formulas';
import type { Note } from '../notes/note';
import { isOpaqueAt } from '../notes/opaque';
import { contains, type Position, type Range, TextLines } from '../text';

/** Which part of a link is being typed: `[[path#heading|alias]]`, `[[path#^block]]`. */
export type LinkPart = 'path' | 'heading' | 'block' | 'alias';

/** What is being typed at a position, and what a completion replaces. */
export type CompletionContext = {
  /** What stands between the start of `range` and the cursor. */
  readonly typed: string;
  /** Within one line, around the cursor. */
  readonly range: Range;
} & (
  | {
      readonly kind: 'link';
      readonly part: LinkPart;
      readonly isEmbed: boolean;
      /** The link's path, as far as it stands before `range`. */
      readonly path: string;
      /** Whether `]]` stands behind already. */
      readonly isClosed: boolean;
      /** What stands between `range` and `]]`: `#heading`, `|alias`; `''` for nothing. */
      readonly rest: string;
      /** How `|` is written here: with a backslash in tables. */
      readonly bar: '|' | '\\|';
    }
  | { readonly kind: 'tag' }
  | { readonly kind: 'callout'; readonly isClosed: boolean }
);

/** What is being typed; `undefined` where nothing can be completed: in plain text, code, formulas and comments. */
export function completionContextAt(
  note: Note,
  lines: TextLines,
  position: Position,
): CompletionContext | undefined {
  const line = lines.line(position.line);
  const before = line.slice(0, position.column);
  const after = line.slice(position.column);
  if (isInProperties(lines, position.line)) {
    return linkContext(before, after, position) ?? propertyTagContext(lines, before, after, position);
  }
  const context =
    linkContext(before, after, position) ??
    calloutContext(before, after, position) ??
    tagContext(before, after, position);
  return context && !isInOpaque(note, lines, context) ? context : undefined;
}

function linkContext(before: string, after: string, position: Position): CompletionContext | undefined {
  const open = before.lastIndexOf('[[');
  const inside = before.slice(open + 2);
  if (open < 0 || inside.includes(']]')) return undefined;
  const close = after.search(/\[\[|\]\]/);
  const isClosed = close >= 0 && after.startsWith(']]', close);
  const tail = isClosed ? after.slice(0, close) : '';
  const { part, start, end } = partAt(inside);
  const kept = tail.search(end);
  const replaced = kept < 0 ? tail.length : kept;
  return {
    kind: 'link',
    part,
    isEmbed: before[open - 1] === '!',
    path: part === 'path' ? '' : (/^[^#|]*/.exec(inside)?.[0] ?? '').trim(),
    isClosed,
    rest: tail.slice(replaced),
    bar: /^[\s>]*\|/.test(before) ? '\\|' : '|',
    ...around(position, inside.slice(start), replaced),
  };
}

/** The part that the cursor behind `inside` is in: where it starts, and what ends it. */
function partAt(inside: string): { readonly part: LinkPart; readonly start: number; readonly end: RegExp } {
  const bar = inside.indexOf('|');
  if (bar >= 0) return { part: 'alias', start: bar + 1, end: /$/ };
  const hash = inside.indexOf('#');
  if (hash < 0) return { part: 'path', start: 0, end: /#|\\?\|/ };
  if (inside[hash + 1] === '^') return { part: 'block', start: hash + 2, end: /\\?\|/ };
  return { part: 'heading', start: hash + 1, end: /\\?\|/ };
}

function calloutContext(before: string, after: string, position: Position): CompletionContext | undefined {
  const typed = /^\s*(?:(?:[-*+]|\d+[.)])\s+)*(?:>\s*)+\[!([\w-]*)$/.exec(before)?.[1];
  if (typed === undefined) return undefined;
  const replaced = /^[\w-]*/.exec(after)?.[0].length ?? 0;
  return { kind: 'callout', isClosed: after[replaced] === ']', ...around(position, typed, replaced) };
}

const tagCharacter = '[^\\s\\u2000-\\u206F\\u2E00-\\u2E7F\'!"#$%&()*+,.:;<=>?@^`{|}~[\\]\\\\]';
const tagBefore = new RegExp(`(?:^|\\s)#(${tagCharacter}*)$`);
const tagAfter = new RegExp(`^${tagCharacter}*`);

function tagContext(before: string, after: string, position: Position): CompletionContext | undefined {
  const typed = tagBefore.exec(before)?.[1];
  if (typed === undefined) return undefined;
  return { kind: 'tag', ...around(position, typed, tagAfter.exec(after)?.[0].length ?? 0) };
}

const inlineTags = new RegExp(`^tags?:\\s*(?:.*[\\s,["'#])?(${tagCharacter}*)$`);
const listedTag = new RegExp(`^\\s*-\\s+["']?#?(${tagCharacter}*)$`);

/** `tags: [a, b]`, or an item of the list below `tags:`. */
function propertyTagContext(
  lines: TextLines,
  before: string,
  after: string,
  position: Position,
): CompletionContext | undefined {
  const typed =
    inlineTags.exec(before)?.[1] ??
    (isBelowTags(lines, position.line) ? listedTag.exec(before)?.[1] : undefined);
  if (typed === undefined) return undefined;
  return { kind: 'tag', ...around(position, typed, tagAfter.exec(after)?.[0].length ?? 0) };
}

function isBelowTags(lines: TextLines, line: number): boolean {
  let above = line - 1;
  while (above > 0 && /^\s*(?:-\s|$)/.test(lines.line(above))) above--;
  return /^tags?:\s*$/.test(lines.line(above));
}

function isInProperties(lines: TextLines, line: number): boolean {
  if (line === 0 || lines.line(0).trimEnd() !== '---') return false;
  let close = 1;
  while (close < lines.count && lines.line(close).trimEnd() !== '---') close++;
  return line < close && close < lines.count;
}

function around(
  { line, column }: Position,
  typed: string,
  replaced: number,
): Pick<CompletionContext, 'typed' | 'range'> {
  const range = { start: { line, column: column - typed.length }, end: { line, column: column + replaced } };
  return { typed, range };
}

/** What each kind of context begins with. */
const marks = { link: '[[', callout: '[!', tag: '#' } as const;

/** A block of this many lines is read in a few milliseconds. */
const longestBlock = 100;

/** Whether a context stands in code, a formula or a comment. */
function isInOpaque(note: Note, lines: TextLines, { kind, range }: CompletionContext): boolean {
  const mark = marks[kind];
  const line = lines.line(range.start.line);
  const start = { line: range.start.line, column: line.lastIndexOf(mark, range.start.column - mark.length) };
  const first = note.blockLines.findLast((blockLine) => blockLine <= start.line) ?? 0;
  const end = note.blockLines.find((blockLine) => blockLine > start.line) ?? note.lineCount;
  if (end - first > longestBlock) return isProbablyOpaque(note, lines, first, start);
  // A link is opaque itself: it is looked at as if it were a word.
  const offset = lines.offsetAt(start);
  const masked =
    lines.text.slice(0, offset) + 'x'.repeat(mark.length) + lines.text.slice(offset + mark.length);
  return isOpaqueAt(note, new TextLines(masked), start);
}

/** The same for lists and tables of thousands of lines, which nobody can read at every keystroke: by fences above and backticks before. */
function isProbablyOpaque(note: Note, lines: TextLines, first: number, { line, column }: Position): boolean {
  if (formulasIn(lines.line(line)).some(({ range }) => contains(range, { line: 0, column }))) return true;
  if (note.comments.some((comment) => comment.first <= line && line < comment.end)) return true;
  let fences = 0;
  for (let at = first; at < line; at++) if (fenceLine.test(lines.line(at))) fences++;
  const backticks = lines.line(line).slice(0, column).match(/`+/g)?.length ?? 0;
  return fences % 2 === 1 || backticks % 2 === 1;
}

const fenceLine = /^[\s>]*(?:(?:[-*+]|\d+[.)])\s+)*(?:```|~~~)/;
