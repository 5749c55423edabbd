import type { BlockId, Heading, LineRange, Note } from '../notes/note';
import type { Range } from '../text';
import { headingKey } from './headingKey';

/** A place in a note that a link names. */
export type Place =
  | { readonly kind: 'heading'; readonly heading: Heading; readonly range: Range; readonly lines: LineRange }
  | { readonly kind: 'block'; readonly block: BlockId; readonly range: Range; readonly lines: LineRange };

/** What kind of place a subpath asks for: `^id` a block, everything else a heading. */
export function placeKind(subpath: string): Place['kind'] {
  return subpath.startsWith('^') ? 'block' : 'heading';
}

/** The heading or block that a subpath names; `undefined` where the note has none. */
export function findPlace(note: Note, subpath: string): Place | undefined {
  if (placeKind(subpath) === 'block') return blockPlace(note, subpath.slice(1));
  const heading = headingPath(note, subpath).at(-1);
  return heading && headingPlace(heading);
}

/** A heading as a place; its lines are the whole section. */
export function headingPlace(heading: Heading): Place {
  const lines = { first: heading.range.start.line, end: heading.sectionEnd };
  return { kind: 'heading', heading, range: heading.range, lines };
}

function blockPlace(note: Note, id: string): Place | undefined {
  const wanted = id.trim().toLowerCase();
  const block = note.blockIds.find((other) => other.id.toLowerCase() === wanted);
  return block && { kind: 'block', block, range: block.range, lines: block.block };
}

/**
 * The headings that the segments of a subpath match, one a segment: each the first below the one before, inside its section and deeper.
 * Empty where one of them is missing. Of headings with the same text the first counts.
 */
export function headingPath(note: Note, subpath: string): readonly Heading[] {
  const keys = headingSegments(subpath).map(headingKey);
  const known = keysOf(note);
  const path: Heading[] = [];
  let from = 0;
  for (const key of keys) {
    const parent = path.at(-1);
    const index = known.findIndex(
      (other, at) => at >= from && other === key && isBelow(note.headings[at], parent),
    );
    const heading = note.headings[index];
    if (!heading) return [];
    path.push(heading);
    from = index + 1;
  }
  return path;
}

/** The segments of a heading subpath, as written; empty ones count for nothing. */
export function headingSegments(subpath: string): readonly string[] {
  return subpath.split('#').filter((segment) => headingKey(segment) !== '');
}

function isBelow(heading: Heading | undefined, parent: Heading | undefined): boolean {
  if (!heading || !parent) return heading !== undefined;
  return heading.level > parent.level && heading.range.start.line < parent.sectionEnd;
}

const headingKeys = new WeakMap<Note, readonly string[]>();

/** The keys of a note's headings, made once: a glossary has many headings, and many links ask for them. */
function keysOf(note: Note): readonly string[] {
  let keys = headingKeys.get(note);
  if (!keys) {
    keys = note.headings.map(({ source }) => headingKey(source));
    headingKeys.set(note, keys);
  }
  return keys;
}
