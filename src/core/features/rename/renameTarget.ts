import { basename, isNotePath, normalizeLinkPath, noteName } from '../../index/linkResolver';
import { findPlace, headingPath, placeKind } from '../../index/places';
import type { VaultIndex } from '../../index/vaultIndex';
import type { BlockId, Heading, Link, Note } from '../../notes/note';
import { contains, type Position, type Range, type TextLines } from '../../text';
import { linkAt } from '../positionLookups';
import { type LinkSpans, linkSpans } from './linkSpans';
import { propertyEntries } from './propertyEntries';
import { type Refusal, refuse } from './refusal';

/** Something with a name that can be changed. */
export type Renamable =
  /** A note or attachment. */
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'heading'; readonly path: string; readonly heading: Heading }
  | { readonly kind: 'block-id'; readonly path: string; readonly block: BlockId }
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'alias'; readonly path: string; readonly alias: string };

/** What a rename at some position is about. */
export interface RenameTarget {
  readonly renamable: Renamable;
  /** Where its name stands at the position, without marks. */
  readonly range: Range;
  /** What it is called at present: a note without folder and `.md`, an attachment without folder. */
  readonly name: string;
}

/** A note as somebody sees who renames something in it. */
export interface NoteView {
  readonly path: string;
  readonly note: Note;
  readonly lines: TextLines;
}

/** What can be renamed at a position of a note. */
export function renameTargetAt(
  index: Pick<VaultIndex, 'note' | 'resolve'>,
  view: NoteView,
  position: Position,
): RenameTarget | Refusal {
  const link = linkAt(view.note, position);
  if (link) return linkTarget(index, view, link, position);
  return (
    propertyTarget(view, position) ??
    tagTarget(view, position) ??
    blockTarget(view, position) ??
    headingTarget(view, position) ??
    refuse('nothing')
  );
}

function linkTarget(
  index: Pick<VaultIndex, 'note' | 'resolve'>,
  view: NoteView,
  link: Link,
  position: Position,
): RenameTarget | Refusal {
  const spans = linkSpans(view.lines, link);
  if (!spans) return refuse('changed', view.path);
  const target = index.resolve(link, view.path);
  if (target.status === 'unresolved') return refuse('unresolved');
  const segment = spans.segments.findIndex((range) => contains(range, position));
  if (segment >= 0) return segmentTarget(index.note(target.path), target.path, link, spans, segment);
  if (spans.alias && contains(spans.alias, position))
    return aliasTarget(index.note(target.path), target.path, link, spans.alias);
  if (normalizeLinkPath(link.path) === '') return refuse('nothing');
  return {
    renamable: { kind: 'file', path: target.path },
    range: nameIn(view.lines, spans.path),
    name: fileName(target.path),
  };
}

/** A segment of a link's subpath: the heading that it matches, or a block id. */
function segmentTarget(
  note: Note | undefined,
  path: string,
  link: Link,
  spans: LinkSpans,
  segment: number,
): RenameTarget | Refusal {
  const range = spans.segments[segment];
  const subpath = link.subpath ?? '';
  if (!note || !range) return refuse('nothing');
  if (placeKind(subpath) === 'block') {
    const place = findPlace(note, subpath);
    if (place?.kind !== 'block') return refuse('unresolved');
    return blockIdTarget(path, place.block, range);
  }
  const heading = headingPath(note, subpath)[segment];
  if (!heading) return refuse('unresolved');
  return { renamable: { kind: 'heading', path, heading }, range, name: headingName(note, heading).name };
}

function aliasTarget(note: Note | undefined, path: string, link: Link, range: Range): RenameTarget | Refusal {
  const shown = (link.alias ?? '').normalize('NFC');
  const alias = note?.properties.aliases.find((declared) => declared.normalize('NFC') === shown);
  if (alias === undefined || link.kind !== 'wikilink') return refuse('shown-text');
  return { renamable: { kind: 'alias', path, alias }, range, name: alias };
}

/** The last part of a link's path, without `.md`. */
function nameIn(lines: TextLines, path: Range): Range {
  const written = lines.slice(path);
  const start = path.start.column + Math.max(written.lastIndexOf('/'), written.lastIndexOf('\\')) + 1;
  const end = path.end.column - (/\.md$/i.test(written) ? '.md'.length : 0);
  return { start: { line: path.start.line, column: start }, end: { line: path.end.line, column: end } };
}

function fileName(path: string): string {
  return isNotePath(path) ? noteName(path) : basename(path);
}

function propertyTarget({ path, lines }: NoteView, position: Position): RenameTarget | undefined {
  const entry = propertyEntries(lines).find(({ range }) => contains(range, position));
  if (!entry) return undefined;
  if (entry.key === 'tags') return tagUpTo(entry.name, entry.range, position);
  return { renamable: { kind: 'alias', path, alias: entry.name }, range: entry.range, name: entry.name };
}

function tagTarget({ note }: NoteView, position: Position): RenameTarget | undefined {
  const tag = note.tags.find(({ range }) => contains(range, position));
  if (!tag) return undefined;
  return tagUpTo(tag.name, { ...tag.range, start: shifted(tag.range.start, 1) }, position);
}

/** Of a nested tag the part up to the level at the position: in `#fach/dlvc` either `fach` or all of it. */
function tagUpTo(tag: string, range: Range, position: Position): RenameTarget {
  const slash = tag.indexOf('/', Math.max(0, position.column - range.start.column));
  const name = slash < 0 ? tag : tag.slice(0, slash);
  return {
    renamable: { kind: 'tag', tag: name },
    range: { ...range, end: shifted(range.start, name.length) },
    name,
  };
}

function blockTarget({ path, note }: NoteView, position: Position): RenameTarget | undefined {
  const block = note.blockIds.find(({ range }) => contains(range, position));
  return block && blockIdTarget(path, block, block.range);
}

/** @param range of the mark, `^` included. */
function blockIdTarget(path: string, block: BlockId, range: Range): RenameTarget {
  return {
    renamable: { kind: 'block-id', path, block },
    range: { ...range, start: shifted(range.start, 1) },
    name: block.id,
  };
}

function headingTarget({ path, note }: NoteView, position: Position): RenameTarget | undefined {
  const heading = note.headings.find(
    ({ range }) => range.start.line <= position.line && position.line <= range.end.line,
  );
  return heading && { renamable: { kind: 'heading', path, heading }, ...headingName(note, heading) };
}

/** The part of a heading that is its name: all but a block id at its end. */
export function headingName(note: Note, heading: Heading): { readonly name: string; readonly range: Range } {
  const { source, range } = heading;
  const block = note.blockIds.find((other) => contains(range, other.range.start));
  const name = block ? source.slice(0, source.length - block.id.length - 1).trimEnd() : source;
  const end = { line: range.end.line, column: range.end.column - (source.length - name.length) };
  return { name, range: { start: range.start, end } };
}

function shifted({ line, column }: Position, columns: number): Position {
  return { line, column: column + columns };
}
