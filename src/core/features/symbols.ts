import { definitionsIn } from '../index/glossary';
import { noteName } from '../index/linkResolver';
import type { VaultIndex } from '../index/vaultIndex';
import { foldCase } from '../terms/fold';
import type { Location } from './references';

/** Something that can be gone to by its name. */
export interface NoteSymbol extends Location {
  readonly kind: 'heading' | 'definition';
  readonly name: string;
  /** The note's name. */
  readonly container: string;
}

/** As many as anybody would look through. */
const mostSymbols = 500;

/**
 * Headings and definitions of a vault whose name contains the letters of a query in their order, in any case; all for an empty query. At
 * most 500, names that begin with the query first.
 * @param isIgnored leaves notes out.
 */
export function findSymbols(
  index: Pick<VaultIndex, 'notes'>,
  query: string,
  isIgnored: (path: string) => boolean,
): readonly NoteSymbol[] {
  const key = foldCase(query.trim());
  const found: { symbol: NoteSymbol; rank: number }[] = [];
  for (const [path, note] of index.notes()) {
    if (isIgnored(path)) continue;
    const container = noteName(path);
    const add = (kind: NoteSymbol['kind'], name: string, range: Location['range']): void => {
      const rank = rankOf(foldCase(name), key);
      if (rank !== undefined) found.push({ symbol: { kind, name, container, path, range }, rank });
    };
    for (const { text, range } of note.headings) add('heading', text, range);
    for (const { term, source, range } of definitionsIn(path, note, false))
      if (source === 'callout' || source === 'lead-in') add('definition', term, range);
  }
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, mostSymbols)
    .map(({ symbol }) => symbol);
}

/** How well a name fits, 0 best; `undefined` when it lacks letters of the query. */
function rankOf(name: string, query: string): number | undefined {
  const at = name.indexOf(query);
  if (at >= 0) return at === 0 ? 0 : 1;
  let from = 0;
  for (const letter of query) {
    if (letter === ' ') continue;
    from = name.indexOf(letter, from) + 1;
    if (from === 0) return undefined;
  }
  return 2;
}
