import type { Definition } from '../index/glossary';
import { headingKey } from '../index/headingKey';
import type { VaultIndex } from '../index/vaultIndex';
import type { Heading, Note } from '../notes/note';
import { parseNote } from '../notes/parseNote';
import { type Position, type Range, type TextEdit, TextLines } from '../text';
import { quoteDepth, standAlone } from './definitionCallout';
import { termKey } from './glossaryList';
import { type Placement, placeInGlossary } from './glossaryPlace';
import type { GlossarySelection } from './glossarySelection';
import { subpathTo } from './headingSubpath';
import { isTableRow, type LinkPlace, type NoteText, textForNote, writtenLink } from './linkWriting';
import { applyEdits } from './rename/renamePlan';

/** The note that gets an entry; its text is `''` where it does not exist yet. */
export interface GlossaryText {
  readonly path: string;
  readonly text: string;
}

/** What an extraction is made from. */
export interface ExtractContext extends Pick<LinkPlace, 'files' | 'settings'> {
  readonly index: Pick<VaultIndex, 'definitions' | 'resolve'>;
  /** The note in which something is selected. */
  readonly source: NoteText;
}

/** What an extraction changes. Both lists are in document order, and do not overlap where the two notes are one. */
export interface Extraction {
  readonly source: readonly TextEdit[];
  /** Empty where the glossary has the term already. */
  readonly glossary: readonly TextEdit[];
  /** The empty line of a new entry, in the glossary as it is then; `undefined` for an entry that has a text, or is not new. */
  readonly cursor: Position | undefined;
}

/** Why nothing can be extracted: the entry exists and the selected text would be lost, or the glossary would break. */
export type ExtractRefusal = { readonly refused: 'exists' | 'unsafe' };

/**
 * Makes the selection an entry of a glossary, and a link to it of what was selected. Nothing that the glossary says already changes. Where it
 * has an entry of that name only the link is made.
 * @param term the entry's name, one line.
 */
export function extractToGlossary(
  selection: GlossarySelection,
  term: string,
  glossary: GlossaryText,
  context: ExtractContext,
): Extraction | ExtractRefusal {
  const known = context.index.definitions(glossary.path).find((definition) => isNamed(definition, term));
  return known
    ? linkToKnown(selection, known, glossary, context)
    : newEntry(selection, term, glossary, context);
}

function isNamed({ source, term, names }: Definition, wanted: string): boolean {
  return source === 'glossary' && [term, ...names].some((name) => termKey(name) === termKey(wanted));
}

/** Text that was selected stays where it is: the term in it becomes the link. */
function linkToKnown(
  selection: GlossarySelection,
  known: Definition,
  glossary: GlossaryText,
  context: ExtractContext,
): Extraction | ExtractRefusal {
  const range = selection.kind === 'phrase' ? selection.range : selection.termRange;
  if (!range) return { refused: 'exists' };
  const note = parseNote(glossary.text);
  const heading = note.headings.find((other) => other.range.start.line === known.range.start.line);
  const subpath = heading && subpathTo(note, heading);
  const link = linkTo(glossary.path, subpath, range, context);
  return { source: [{ range, newText: link }], glossary: [], cursor: undefined };
}

function newEntry(
  selection: GlossarySelection,
  term: string,
  glossary: GlossaryText,
  context: ExtractContext,
): Extraction | ExtractRefusal {
  const lines = new TextLines(glossary.text);
  const body = bodyOf(selection, glossary.path, context);
  const placement = placeInGlossary(glossary.path, lines, { term, body });
  const heading = headingAfter(lines, placement);
  if (!heading) return { refused: 'unsafe' };
  const { range } = selection;
  const shown = selection.kind === 'phrase' ? range : selection.termRange;
  const link = linkTo(glossary.path, heading.subpath, shown ?? term, context);
  const suffix = selection.kind === 'definition' ? selection.suffix : '';
  return {
    source: [{ range, newText: `${link}${suffix}` }],
    glossary: [placement.edit],
    cursor: body === '' ? { line: placement.bodyLine, column: 0 } : undefined,
  };
}

/** What explains the term, as the glossary must write it. */
function bodyOf(selection: GlossarySelection, glossaryPath: string, context: ExtractContext): string {
  if (selection.kind === 'phrase') return '';
  const place = { files: context.files, settings: context.settings, source: glossaryPath };
  const text = textForNote(context.source, selection.body, place, context.index);
  const depth = quoteDepth(context.source.lines.line(selection.range.start.line));
  return standAlone(text, selection.body, depth);
}

/**
 * How links reach the new heading; `undefined` where they cannot, or where the glossary's headings would not be those that it had and this
 * one: an unclosed code block above would swallow it.
 */
function headingAfter(lines: TextLines, placement: Placement): { readonly subpath: string } | undefined {
  const before = parseNote(lines.text);
  const after = parseNote(applyEdits(lines, [placement.edit]));
  const at = after.headings.findIndex(({ range }) => range.start.line === placement.headingLine);
  const heading = after.headings[at];
  if (!heading || !sameHeadings(before, after.headings.toSpliced(at, 1))) return undefined;
  const subpath = subpathTo(after, heading);
  return subpath === undefined || headingKey(subpath) === '' ? undefined : { subpath };
}

function sameHeadings({ headings }: Pick<Note, 'headings'>, others: readonly Heading[]): boolean {
  return (
    headings.length === others.length &&
    headings.every(({ level, source }, at) => level === others[at]?.level && source === others[at]?.source)
  );
}

/** A link with the text that stood there: without it Obsidian would show `Glossar > Term`. */
function linkTo(
  path: string,
  subpath: string | undefined,
  shown: Range | string,
  { files, settings, source }: ExtractContext,
): string {
  const text = typeof shown === 'string' ? shown : source.lines.slice(shown);
  const isInTable = typeof shown !== 'string' && isTableRow(source.lines.line(shown.start.line));
  return writtenLink({ files, settings, source: source.path, isInTable }, { path, subpath, shown: text });
}
