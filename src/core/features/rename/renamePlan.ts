import type { Heading, Link } from '../../notes/note';
import { parseNote } from '../../notes/parseNote';
import { comparePositions, type Range, type TextEdit, TextLines } from '../../text';
import { type LinkSpans, linkSpans } from './linkSpans';
import { spelled } from './linkSpelling';
import { type PropertyKey, propertyEntries, spelledEntry } from './propertyEntries';
import { type Refusal, refuse } from './refusal';
import { renamedTag } from './tagNames';

/** The edits of one file, in document order; they do not overlap. */
export interface FileEdits {
  /** The file's path before all moves. */
  readonly path: string;
  readonly edits: readonly TextEdit[];
}

/** A file that gets another path. Paths are relative to the vault, with `/`. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** All that a rename does: first the edits, under the paths before the moves, then the moves. */
export interface RenamePlan {
  readonly edits: readonly FileEdits[];
  readonly moves: readonly Move[];
}

/** A link of the note `path` one part of which gets another text: its path, its alias, or a segment of its subpath by number. */
export interface LinkChange {
  readonly path: string;
  readonly link: Link;
  readonly part: 'path' | 'alias' | number;
  /** Not encoded yet. */
  readonly text: string;
}

/** A place of the note `path` that gets another text. */
export interface TextChange {
  readonly path: string;
  readonly range: Range;
  /** What must stand there now. */
  readonly before: string;
  readonly text: string;
}

/** All entries of a property of the note `path` that are, or for tags begin with, a name. */
export interface PropertyChange {
  readonly path: string;
  readonly key: PropertyKey;
  readonly from: string;
  readonly to: string;
  /** How many entries that are. */
  readonly count: number;
}

/** A heading that must be a heading with the text `source` afterwards. */
export interface HeadingCheck {
  readonly path: string;
  readonly index: number;
  readonly source: Heading['source'];
}

/** What a rename changes, as far as can be said without the texts of the notes. */
export interface RenameDraft {
  readonly links: readonly LinkChange[];
  readonly texts: readonly TextChange[];
  readonly properties: readonly PropertyChange[];
  readonly moves: readonly Move[];
  readonly heading: HeadingCheck | undefined;
}

/** A rename that changes nothing. */
export const emptyDraft: RenameDraft = {
  links: [],
  texts: [],
  properties: [],
  moves: [],
  heading: undefined,
};

/** The notes whose texts `renamePlan` needs, each once. */
export function notesToRead(draft: RenameDraft): readonly string[] {
  return [...new Set([...draft.links, ...draft.texts, ...draft.properties].map(({ path }) => path))];
}

/**
 * Finds the exact places of a draft's changes. Refuses as a whole where a note's text is missing or not what the index knows: half a
 * rename is worse than none.
 * @param texts the texts of `notesToRead`.
 */
export function renamePlan(draft: RenameDraft, texts: ReadonlyMap<string, string>): RenamePlan | Refusal {
  const edits: FileEdits[] = [];
  for (const [path, changes] of changesByNote(draft)) {
    const text = texts.get(path);
    if (text === undefined) return refuse('unreadable', path);
    const lines = new TextLines(text);
    const found = editsOf(changes, lines);
    if (!found) return refuse('changed', path);
    if (found.length === 0) continue;
    // Bytes that are no UTF-8 were read as U+FFFD and would be saved as such.
    if (text.includes('\ufffd')) return refuse('unreadable', path);
    if (draft.heading?.path === path && !holds(draft.heading, lines, found)) return refuse('no-heading');
    edits.push({ path, edits: found });
  }
  return { edits, moves: draft.moves };
}

interface NoteChanges {
  readonly links: LinkChange[];
  readonly texts: TextChange[];
  readonly properties: PropertyChange[];
}

function changesByNote(draft: RenameDraft): ReadonlyMap<string, NoteChanges> {
  const notes = new Map<string, NoteChanges>(
    notesToRead(draft).map((path) => [path, { links: [], texts: [], properties: [] }]),
  );
  for (const change of draft.links) notes.get(change.path)?.links.push(change);
  for (const change of draft.texts) notes.get(change.path)?.texts.push(change);
  for (const change of draft.properties) notes.get(change.path)?.properties.push(change);
  return notes;
}

/** The edits of one note, in document order; `undefined` where its text is not what the changes are about. */
function editsOf(
  { links, texts, properties }: NoteChanges,
  lines: TextLines,
): readonly TextEdit[] | undefined {
  const found = [
    ...links.map((change) => linkEdit(change, lines)),
    ...texts.map((change) => textEdit(change, lines)),
    ...properties.flatMap((change) => propertyEdits(change, lines)),
  ];
  const edits = found.filter((edit) => edit !== undefined);
  if (edits.length < found.length) return undefined;
  const sorted = edits
    .filter(({ range, newText }) => lines.slice(range) !== newText)
    .sort((a, b) => comparePositions(a.range.start, b.range.start));
  return sorted.some(({ range }, at) => overlaps(sorted[at - 1]?.range, range)) ? undefined : sorted;
}

function overlaps(before: Range | undefined, range: Range): boolean {
  return before !== undefined && comparePositions(before.end, range.start) > 0;
}

/** The edit that a change of a link comes to; `undefined` where the text is not this link. */
export function linkEdit(
  { link, part, text }: Omit<LinkChange, 'path'>,
  lines: TextLines,
): TextEdit | undefined {
  const spans = linkSpans(lines, link);
  const range = spans && rangeOf(spans, part);
  if (!range) return undefined;
  return { range, newText: part === 'alias' ? text : spelled(text, spans.form, lines.slice(range)) };
}

function rangeOf(spans: LinkSpans, part: LinkChange['part']): Range | undefined {
  return typeof part === 'number' ? spans.segments[part] : spans[part];
}

function textEdit({ range, before, text }: TextChange, lines: TextLines): TextEdit | undefined {
  return lines.slice(range) === before ? { range, newText: text } : undefined;
}

function propertyEdits(change: PropertyChange, lines: TextLines): readonly (TextEdit | undefined)[] {
  const edits = propertyEntries(lines).flatMap((entry) => {
    const name = entry.key === change.key ? renamedEntry(entry.name, change) : undefined;
    return name === undefined ? [] : [{ range: entry.range, newText: spelledEntry(entry, name) }];
  });
  return edits.length === change.count ? edits : [undefined];
}

/** What an entry of a property is called afterwards; `undefined` for one that keeps its name. */
export function renamedEntry(
  name: string,
  { key, from, to }: Omit<PropertyChange, 'path' | 'count'>,
): string | undefined {
  if (key === 'tags') return renamedTag(name, from, to);
  return name === from ? to : undefined;
}

/** Whether the edited note has the heading that was asked for, and as many headings as before. */
function holds({ index, source }: HeadingCheck, lines: TextLines, edits: readonly TextEdit[]): boolean {
  const before = parseNote(lines.text).headings;
  const after = parseNote(applyEdits(lines, edits)).headings;
  return after.length === before.length && after[index]?.source === source;
}

/** A text with edits done to it, everything else as it was. */
export function applyEdits(lines: TextLines, edits: readonly TextEdit[]): string {
  let text = '';
  let from = 0;
  for (const { range, newText } of edits) {
    text += lines.text.slice(from, lines.offsetAt(range.start)) + newText;
    from = lines.offsetAt(range.end);
  }
  return text + lines.text.slice(from);
}
