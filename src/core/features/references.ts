import { headingPath } from '../index/places';
import type { Backlink, VaultIndex } from '../index/vaultIndex';
import type { BlockId, Heading, Note } from '../notes/note';
import { foldCase } from '../terms/fold';
import { contains, type Position, type Range } from '../text';
import { linkAt } from './positionLookups';

/** What links and tags can refer to. */
export type Referent =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'heading'; readonly path: string; readonly heading: Heading }
  | { readonly kind: 'block'; readonly path: string; readonly block: BlockId }
  /** Without `#`. */
  | { readonly kind: 'tag'; readonly name: string };

/** A place in a note. */
export interface Location {
  /** Relative to the vault, with `/`. */
  readonly path: string;
  readonly range: Range;
}

type Index = Pick<VaultIndex, 'resolve' | 'backlinks' | 'note' | 'notes'>;

/**
 * What stands at a position: what the link there leads to, the heading, block id or tag there, and anywhere else the note itself.
 * `undefined` on a link that leads nowhere.
 */
export function referentAt(index: Index, path: string, note: Note, position: Position): Referent | undefined {
  const link = linkAt(note, position);
  if (link) {
    const target = index.resolve(link, path);
    return target.status === 'found' ? referentOf(target) : undefined;
  }
  const tag = note.tags.find(({ range }) => contains(range, position));
  if (tag) return { kind: 'tag', name: tag.name };
  const block = note.blockIds.find(({ range }) => contains(range, position));
  if (block) return { kind: 'block', path, block };
  const heading = note.headings.find(
    ({ range }) => range.start.line <= position.line && position.line <= range.end.line,
  );
  return heading ? { kind: 'heading', path, heading } : { kind: 'file', path };
}

/** What a resolved link refers to. A place that is missing counts as the note. */
export function referentOf({ path, place }: Pick<Backlink['target'], 'path' | 'place'>): Referent {
  if (!place) return { kind: 'file', path };
  return place.kind === 'heading'
    ? { kind: 'heading', path, heading: place.heading }
    : { kind: 'block', path, block: place.block };
}

/** Everything that refers to something, by path and place. `withDeclaration` includes the heading, block id or note itself. */
export function referencesTo(
  index: Index,
  referent: Referent,
  withDeclaration: boolean,
): readonly Location[] {
  const found = referent.kind === 'tag' ? tagged(index, referent.name) : linked(index, referent);
  const declaration = withDeclaration ? declarationOf(referent) : undefined;
  return [...(declaration ? [declaration] : []), ...found.toSorted(byPlace)];
}

/** Every link to a file, or through a heading, or to a block; a heading that a link only passes on its way to another counts. */
export function linksTo(index: Index, referent: Exclude<Referent, { kind: 'tag' }>): readonly Backlink[] {
  const backlinks = index.backlinks(referent.path);
  if (referent.kind === 'file') return backlinks;
  const note = index.note(referent.path);
  return backlinks.filter(({ link, target: { place } }) => {
    if (referent.kind === 'block') return place?.kind === 'block' && place.block === referent.block;
    return (
      note && place?.kind === 'heading' && headingPath(note, link.subpath ?? '').includes(referent.heading)
    );
  });
}

function linked(index: Index, referent: Exclude<Referent, { kind: 'tag' }>): readonly Location[] {
  return linksTo(index, referent).map(({ source, link }) => ({ path: source, range: link.range }));
}

/** Notes with a tag or one nested in it, in any case. Tags in properties count for the note's first line. */
function tagged(index: Index, name: string): readonly Location[] {
  const key = foldCase(name);
  const fits = (other: string): boolean => foldCase(other) === key || foldCase(other).startsWith(`${key}/`);
  const locations: Location[] = [];
  for (const [path, note] of index.notes()) {
    if (note.properties.tags.some(fits)) locations.push({ path, range: firstLine });
    for (const tag of note.tags) if (fits(tag.name)) locations.push({ path, range: tag.range });
  }
  return locations;
}

const firstLine: Range = { start: { line: 0, column: 0 }, end: { line: 0, column: 0 } };

function declarationOf(referent: Referent): Location | undefined {
  switch (referent.kind) {
    case 'file':
      return { path: referent.path, range: firstLine };
    case 'heading':
      return { path: referent.path, range: referent.heading.range };
    case 'block':
      return { path: referent.path, range: referent.block.range };
    case 'tag':
      return undefined;
  }
}

/** Order of places: by path, then by line. */
export function byPlace(a: Location, b: Location): number {
  const byPath = a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
  return byPath || a.range.start.line - b.range.start.line || a.range.start.column - b.range.start.column;
}
