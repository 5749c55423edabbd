import type { Definition } from '../index/glossary';
import type { Callout, LeadIn } from '../notes/note';
import { opaqueRanges } from '../notes/opaque';
import { comparePositions, type Position, type Range, type TextLines } from '../text';
import { isTableRow, isWithin, type NoteText } from './linkWriting';

/** What is selected for the glossary. */
export type GlossarySelection =
  /** A word or a few, without the marks around them. */
  | { readonly kind: 'phrase'; readonly term: string; readonly range: Range }
  | {
      readonly kind: 'definition';
      /** What the text explains; `undefined` where it does not say so. */
      readonly term: string | undefined;
      /** Where the term stands, without its marks. */
      readonly termRange: Range | undefined;
      /** What the link replaces. */
      readonly range: Range;
      /** What the entry says. */
      readonly body: Range;
      /** What must stay behind the link: a block's id, for the links that lead to it. */
      readonly suffix: string;
    };

/** Why a selection cannot become an entry. */
export type SelectionRefusal = {
  readonly refused: 'empty' | 'link' | 'heading' | 'no-prose' | 'footnote';
};

/** Longer selections are sentences, not terms. */
const longestPhrase = 80;

/** Quote marks, indentation, and the mark of a list item: what of a line is not its text. */
const linePrefix = /^(?:[ \t]*>)*[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?/;

/** Marks that may open a term. */
const marks = /^[*_=]*$/;

/**
 * What of a note is selected: a phrase, or a definition with its term. Spaces at the ends of the selection do not count.
 * @param definitions what the note explains: they know the terms of callouts.
 */
export function glossarySelection(
  note: NoteText,
  selection: Range,
  definitions: readonly Definition[],
): GlossarySelection | SelectionRefusal {
  const range = trimmed(note.lines, selection);
  if (!range) return { refused: 'empty' };
  const found =
    definitionIn(note, range, definitions) ?? phraseIn(note, range) ?? plainDefinition(note, range);
  return refusalOf(note, found) ?? found;
}

/** Without white space at the ends; a selection that begins at the start of a line begins with its text. */
function trimmed(lines: TextLines, { start, end }: Range): Range | undefined {
  const text = lines.slice({ start, end });
  const from = lines.offsetAt(start) + text.length - text.trimStart().length;
  const first = lines.positionAt(from);
  const prefix = linePrefix.exec(lines.line(first.line))?.[0].length ?? 0;
  const begin = { line: first.line, column: Math.max(first.column, prefix) };
  const close = lines.positionAt(lines.offsetAt(start) + text.trimEnd().length);
  return comparePositions(begin, close) < 0 ? { start: begin, end: close } : undefined;
}

function definitionIn(
  note: NoteText,
  range: Range,
  definitions: readonly Definition[],
): GlossarySelection | undefined {
  return calloutIn(note, range, definitions) ?? leadInIn(note, range) ?? markedParagraphIn(note, range);
}

/** A callout is taken whole where the selection begins with it. */
function calloutIn(
  { note, lines }: NoteText,
  { start, end }: Range,
  definitions: readonly Definition[],
): GlossarySelection | undefined {
  const callout = note.callouts.find(({ titleRange }) => titleRange.start.line === start.line);
  if (!callout || !lines.line(start.line).startsWith('[!', start.column)) return undefined;
  const isBodyEmpty = lines.slice(callout.body).trim() === '';
  if (isBodyEmpty || comparePositions(end, callout.body.end) > 0) return undefined;
  const mark = lines.line(start.line).lastIndexOf('>', start.column);
  const defined = definitions.find(({ range }) => range.start.line === start.line);
  const term = defined?.term ?? callout.markedTerms[0] ?? (callout.title || undefined);
  return {
    kind: 'definition',
    term,
    termRange: term === undefined ? undefined : rangeOfTerm(lines, callout, term),
    range: { start: { line: start.line, column: Math.max(0, mark) }, end: callout.body.end },
    body: callout.body,
    suffix: '',
  };
}

function rangeOfTerm(lines: TextLines, { titleRange }: Callout, term: string): Range | undefined {
  const { line, column } = titleRange.start;
  const at = lines.line(line).indexOf(term, column);
  return at < 0 ? undefined : { start: { line, column: at }, end: { line, column: at + term.length } };
}

/** A lead-in is taken with its marks, from its term on to the selection's end. */
function leadInIn({ note, lines }: NoteText, range: Range): GlossarySelection | undefined {
  const leadIn = note.leadIns.find((other) => beginsAt(lines, other, range.start));
  if (!leadIn) return undefined;
  const behind = { start: leadIn.body.start, end: range.end };
  if (comparePositions(behind.start, behind.end) >= 0 || lines.slice(behind).trim() === '') return undefined;
  const { line } = leadIn.range.start;
  const start = { line, column: linePrefix.exec(lines.line(line))?.[0].length ?? 0 };
  const { end, suffix } = withoutBlockId(lines, range.end);
  return {
    kind: 'definition',
    term: leadIn.term,
    termRange: leadIn.range,
    range: { start, end: range.end },
    body: { start: leadIn.body.start, end },
    suffix,
  };
}

/** Whether a position is where a lead-in begins: before, in or behind its marks. */
function beginsAt(lines: TextLines, { range }: LeadIn, { line, column }: Position): boolean {
  const from = linePrefix.exec(lines.line(line))?.[0].length ?? 0;
  return (
    range.start.line === line &&
    column >= from &&
    column <= range.start.column &&
    marks.test(lines.line(line).slice(from, range.start.column))
  );
}

/** `**Term** is …`: a whole paragraph that begins with a marked term. All of it explains the term, which its sentence needs. */
function markedParagraphIn({ lines }: NoteText, range: Range): GlossarySelection | undefined {
  const { line, column } = range.start;
  const text = lines.line(line).slice(column);
  const found = /^(\*{1,3}|_{1,3}|==)([^\s*_=](?:[^*_=]*[^\s*_=])?)\1/.exec(text);
  const isParagraph = /[.!?…:]$/.test(lines.slice(withoutSuffix(lines, range)));
  if (!found?.[1] || !found[2] || !isParagraph || found[2].length > longestPhrase) return undefined;
  const start = { line, column: column + found[1].length };
  const termRange = { start, end: { line, column: start.column + found[2].length } };
  const term = found[2].replace(/\s*:$/, '');
  return { ...plainDefinition({ lines }, range), term, termRange };
}

function plainDefinition(
  { lines }: Pick<NoteText, 'lines'>,
  range: Range,
): Extract<GlossarySelection, { kind: 'definition' }> {
  const { suffix } = withoutBlockId(lines, range.end);
  const body = withoutSuffix(lines, range);
  return { kind: 'definition', term: undefined, termRange: undefined, range, body, suffix };
}

function withoutSuffix(lines: TextLines, { start, end }: Range): Range {
  const before = withoutBlockId(lines, end).end;
  return comparePositions(start, before) < 0 ? { start, end: before } : { start, end };
}

/** An id at the end of a block, and where the block ends without it. */
function withoutBlockId(lines: TextLines, { line, column }: Position): { end: Position; suffix: string } {
  const text = lines.line(line).slice(0, column);
  const suffix = / +\^[a-z0-9-]+$/i.exec(text)?.[0] ?? '';
  return { end: { line, column: column - suffix.length }, suffix };
}

/** A few words on one line that are no sentence. */
function phraseIn({ lines }: NoteText, range: Range): GlossarySelection | undefined {
  const text = lines.slice(range);
  if (/[\r\n]/.test(text) || text.length > longestPhrase || /\S\s.*[.!?…]$/.test(text)) return undefined;
  const opening = /^[*_=]*/.exec(text)?.[0].length ?? 0;
  const closing = /:?[*_=]*:?$/.exec(text)?.[0].length ?? 0;
  const term = text.slice(opening, text.length - closing);
  if (term.trim() === '') return undefined;
  const { line, column } = range.start;
  const end = { line, column: range.end.column - closing };
  return { kind: 'phrase', term, range: { start: { line, column: column + opening }, end } };
}

function refusalOf(source: NoteText, selection: GlossarySelection): SelectionRefusal | undefined {
  const { note, lines } = source;
  const { range } = selection;
  const links = note.links.filter((link) => overlaps(link.range, range));
  const isCut = (other: Range): boolean => overlaps(other, range) && !isWithin(other, range);
  if (selection.kind === 'phrase' ? links.length > 0 : links.some((link) => isCut(link.range)))
    return { refused: 'link' };
  if (note.headings.some((heading) => overlaps(heading.range, range))) return { refused: 'heading' };
  const isOfCells = isTableRow(lines.line(range.start.line)) && /[|\r\n]/.test(lines.slice(range));
  if (isOfCells || opaqueRanges(lines.text).some(isCut)) return { refused: 'no-prose' };
  const hasFootnote =
    selection.kind === 'definition' && note.footnotes.some((footnote) => isWithin(footnote.range, range));
  return hasFootnote ? { refused: 'footnote' } : undefined;
}

function overlaps(a: Range, b: Range): boolean {
  return comparePositions(a.start, b.end) < 0 && comparePositions(b.start, a.end) < 0;
}
