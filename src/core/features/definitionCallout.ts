import type { Definition } from '../index/glossary';
import type { VaultIndex } from '../index/vaultIndex';
import { withoutBlankEnd } from '../notes/blankLines';
import type { Note } from '../notes/note';
import type { Position, Range, TextEdit, TextLines } from '../text';
import { withoutQuoteMarks } from './excerptHtml';
import { subpathTo } from './headingSubpath';
import { type LinkPlace, type NoteText, textForNote, writtenLink } from './linkWriting';

/** A definition to be put into a note. */
export interface DefinitionText {
  readonly term: string;
  /** What explains it, in Markdown. */
  readonly markdown: string;
  /** Where it is from, in Markdown: a link, or a book. */
  readonly source: string;
}

/** A definition of the vault as another note must write it, its links leading where they led. */
export function definitionText(
  definition: Definition,
  from: NoteText,
  place: LinkPlace,
  index: Pick<VaultIndex, 'resolve'>,
): DefinitionText {
  const { term, path, range, body, source } = definition;
  const line = from.lines.line(range.start.line);
  const isHeading = source === 'glossary' || source === 'heading';
  const heading = isHeading
    ? from.note.headings.find((other) => other.range.start.line === range.start.line)
    : undefined;
  const subpath = heading && subpathTo(from.note, heading);
  return {
    term,
    markdown: standAlone(textForNote(from, body, place, index), body, quoteDepth(line)),
    source: writtenLink(place, { path, subpath, shown: undefined }),
  };
}

/**
 * A piece of a note without the marks and the indentation that its lines have in quotes and lists. LF line breaks.
 * @param body where it stands in its note.
 * @param depth how many quotes and callouts it is taken out of.
 */
export function standAlone(markdown: string, body: Range, depth: number): string {
  let text = markdown.replace(/\r\n?/g, '\n');
  for (let count = 0; count < depth; count++) text = withoutQuoteMarks(text);
  const lines = text.split('\n');
  // Behind a term the first line says nothing about indentation.
  const indented = lines.slice(body.start.column === 0 ? 0 : 1).filter((line) => line.trim() !== '');
  const indent = Math.min(...indented.map(indentOf));
  return lines
    .map((line) => line.slice(Math.min(indentOf(line), indent)))
    .join('\n')
    .trim();
}

/** How many quotes and callouts enclose what stands on a line. */
export function quoteDepth(line: string): number {
  return /^(?:[ \t]*>)*/.exec(line)?.[0].match(/>/g)?.length ?? 0;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** The callout that shows a definition, without a line break at its end. LF line breaks. */
export function definitionCallout({ term, markdown, source }: DefinitionText): string {
  const lines = [`[!abstract] Definition *${term}*`, ...markdown.split('\n'), '', `— ${source}`];
  return lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n');
}

/**
 * Puts a block of its own into a note: at the cursor where its line is empty and between blocks, else behind the block in which the cursor
 * stands. Empty lines part it from what is above and below.
 * @param block its lines, without a line break at the end.
 */
export function blockInsertion(note: Note, lines: TextLines, cursor: Position, block: string): TextEdit {
  const around = blockLinesAt(note, lines, cursor.line);
  const isFree = cursor.line >= around.end;
  const line = isFree ? cursor.line : around.end - 1;
  const above = isFree ? gapAbove(lines, line) : '\n\n';
  const below = isBlank(lines, line + 1) ? '' : '\n';
  const end = { line, column: lines.line(line).length };
  return { range: { start: isFree ? { line, column: 0 } : end, end }, newText: `${above}${block}${below}` };
}

/** The block that begins last at or above a line, without the empty lines at its end; empty at the note's start. */
function blockLinesAt(note: Note, lines: TextLines, line: number): { first: number; end: number } {
  const first = note.blockLines.findLast((start) => start <= line);
  if (first === undefined) return { first: 0, end: 0 };
  const end = note.blockLines.find((start) => start > line) ?? note.lineCount;
  const block = withoutBlankEnd(lines, { first, end });
  return lines.line(block.end - 1).trim() === '' ? { first, end: first } : block;
}

function gapAbove(lines: TextLines, line: number): string {
  return line > 0 && lines.line(line - 1).trim() !== '' ? '\n' : '';
}

/** Whether a line is empty, or behind the end of the note. */
function isBlank(lines: TextLines, line: number): boolean {
  return line >= lines.count || lines.line(line).trim() === '';
}
