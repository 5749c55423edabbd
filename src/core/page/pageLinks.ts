import { relativePath } from '../index/linkText';
import { placeKind } from '../index/places';
import type { Note } from '../notes/note';
import { headingIdsOf } from './headingSlug';
import type { NotePage, PageIndex, PageTarget } from './notePage';

/**
 * Addresses on the page of one note, relative to it.
 * @param path of the page's note.
 * @param fragments how headings and blocks of other notes are named: as VS Code's preview names its elements (`#gr%C3%B6%C3%9Fe`,
 * `#%5Eblock`), or by line for the editor (`#L12`). Those of the page's own note are always elements.
 * @param own what the page's note says, where that is newer than the index.
 */
export function pageHrefs(
  index: PageIndex,
  path: string,
  fragments: 'elements' | 'lines',
  own?: Note,
): NotePage['hrefOf'] {
  return (target) => {
    const isOwn = target.path === path;
    const note = (isOwn && own) || index.note(target.path);
    const fragment = note
      ? placeFragment(note, target, isOwn ? 'elements' : fragments)
      : fileFragment(target.subpath);
    if (isOwn) return `#${fragment}`;
    return relativeHref(target.path, path) + (fragment === '' ? '' : `#${fragment}`);
  };
}

/** The address of a file on the page of the note `source`, percent-encoded; never one that begins with a scheme. */
export function relativeHref(path: string, source: string): string {
  const segments = relativePath(path, source).split('/');
  const start = segments[0]?.includes(':') ? './' : '';
  return start + segments.map(encoded).join('/');
}

/** The id that the element of a named block has, or its anchor; percent-encoded. @param id without `^`. */
export function blockElementId(id: string): string {
  return encoded(`^${id.toLowerCase()}`);
}

/** What `encodeURIComponent` leaves but could end an attribute or a Markdown link. */
const leftPlain = /['()]/g;

function encoded(text: string): string {
  return encodeURIComponent(wellFormed(text)).replace(
    leftPlain,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
}

/** Half a character cannot be encoded. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** As written, so that a reader of PDFs knows it: `page=3&height=400`. */
function fileFragment(subpath: string | undefined): string {
  return encodeURI(wellFormed(subpath ?? '')).replaceAll('#', '%23');
}

/** `''` for the top of the note. A line without a name of its own is in the section of the heading above. */
function placeFragment(note: Note, { subpath, line }: PageTarget, fragments: 'elements' | 'lines'): string {
  if (line === undefined) return '';
  if (fragments === 'lines') return `L${line + 1}`;
  if (subpath !== undefined && placeKind(subpath) === 'block') return blockElementId(subpath.slice(1).trim());
  const ids = headingIdsOf(note);
  return ids.get(line) ?? blockAt(note, line) ?? lastBefore(ids, line);
}

function blockAt({ blockIds }: Note, line: number): string | undefined {
  const found = blockIds.find(({ block, range }) => block.first === line || range.start.line === line);
  return found && blockElementId(found.id);
}

function lastBefore(ids: ReadonlyMap<number, string>, line: number): string {
  let last = '';
  for (const [at, id] of ids) {
    if (at > line) break;
    last = id;
  }
  return last;
}
