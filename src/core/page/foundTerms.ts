import { explainPassage } from '../features/explainPassages';
import type { MatchExplanation } from '../features/explainTerm';
import type { Definition } from '../index/glossary';
import type { TermNames } from '../index/glossaryTable';
import type { TermFinder, VaultIndex } from '../index/vaultIndex';
import { getOrAdd, keepRecent } from '../maps';
import type { Note } from '../notes/note';
import type { TermTable } from '../terms/termTable';
import type { TextLines } from '../text';

/** What of a vault explains terms. */
export type PageTermIndex = Pick<VaultIndex, 'terms' | 'termsRevision' | 'definitions'>;

/** Where the terms of a page are found. */
export interface TermPlaces<Entry extends TermNames> {
  /** The same object as long as it is the same vault. */
  readonly index: PageTermIndex;
  /** The same object as long as it holds the same terms. */
  readonly table: Pick<TermTable<Entry>, 'findAll'>;
  /** The page's note, relative to the vault. */
  readonly path: string;
  /** What it says now. */
  readonly note: Note;
}

/** A definition by its place among those of its note: this stays while the vault's terms do, whereas lines move with every edit. */
export interface DefinitionPlace {
  readonly path: string;
  readonly at: number;
}

/** A term in a text, with what explains it. */
export interface FoundTerm<Entry> {
  readonly match: MatchExplanation<Entry>['match'];
  /** The vault's best ones, best first; may be empty. */
  readonly definitions: readonly DefinitionPlace[];
  /** Those that the page's note has itself: indices into its list. */
  readonly here: readonly number[];
  /** The shipped glossary's; may be empty, but not all three. */
  readonly entries: readonly Entry[];
  /** Equal for the same term. */
  readonly term: unknown;
}

/** Finds the terms of one page, as long as nothing changes. */
export interface PageTermFinder<Entry> {
  /** The terms in a text, left to right. A text that the page had the last time is not looked through again. */
  readonly termsIn: (text: string) => readonly FoundTerm<Entry>[];
  /** The lines of notes with definitions, by path, kept with the page: for whoever reads them. */
  readonly lines: Map<string, TextLines>;
}

/** What is kept of a page until it is asked about again: one keystroke changes one of its texts. */
interface PageMemory<Entry> {
  /** Equal as long as the same terms are found in the same texts. */
  readonly key: string;
  /** By text. */
  readonly found: Map<string, readonly FoundTerm<Entry>[]>;
  readonly lines: Map<string, TextLines>;
}

/** How many pages of a vault are kept. */
const mostPages = 4;

/** By glossary, then by vault, then by path, least recently used first. */
const memories = new WeakMap<object, WeakMap<PageTermIndex, Map<string, PageMemory<unknown>>>>();

/** What finds terms for a page, with what it remembers of the last time. */
export function pageTermFinder<Entry extends TermNames>(places: TermPlaces<Entry>): PageTermFinder<Entry> {
  const { index, table, path, note } = places;
  const pages = pagesOf(places);
  const { glossaries, glossaryExclude } = note.properties;
  const key = JSON.stringify([index.termsRevision, glossaries, glossaryExclude]);
  const before = pages.get(path);
  const known = before?.key === key ? before.found : undefined;
  const memory: PageMemory<Entry> = { key, found: new Map(), lines: before?.lines ?? new Map() };
  keepRecent(pages, path, memory, mostPages);
  const vault = index.terms(path, note);
  const finder: Finder<Entry> = { path, index, vault, shipped: table, places: new Map() };
  const termsIn = (text: string): readonly FoundTerm<Entry>[] =>
    getOrAdd(memory.found, text, () => known?.get(text) ?? findTerms(text, finder));
  return { termsIn, lines: memory.lines };
}

function pagesOf<Entry extends TermNames>({
  table,
  index,
}: TermPlaces<Entry>): Map<string, PageMemory<Entry>> {
  const byIndex = getOrAdd(memories, table, () => new WeakMap());
  // What is kept for a glossary holds its entries and no others.
  return getOrAdd(byIndex, index, () => new Map<string, PageMemory<unknown>>()) as Map<
    string,
    PageMemory<Entry>
  >;
}

/** Definitions that are looked at for one to show: some may be in another language, or not be read yet. */
const mostDefinitions = 8;

interface Finder<Entry extends TermNames> {
  readonly path: string;
  readonly index: PageTermIndex;
  readonly vault: TermFinder;
  readonly shipped: Pick<TermTable<Entry>, 'findAll'>;
  /** Those that were asked for already: a definition of a common word is found in many texts. */
  readonly places: Map<Definition, DefinitionPlace>;
}

function findTerms<Entry extends TermNames>(
  text: string,
  finder: Finder<Entry>,
): readonly FoundTerm<Entry>[] {
  return explainPassage(finder, text).map(({ match: { start, end, kind }, definitions, entries }) => {
    const placeOf = (definition: Definition): DefinitionPlace =>
      getOrAdd(finder.places, definition, () => findPlace(definition, finder.index));
    const best = definitions.slice(0, mostDefinitions).map(placeOf);
    const here = definitions.filter(({ path }) => path === finder.path).map((own) => placeOf(own).at);
    const term = best[0] ? `${best[0].at} ${best[0].path}` : entries[0];
    return { match: { start, end, kind }, definitions: best, here, entries, term };
  });
}

function findPlace({ path, term, source, range }: Definition, index: PageTermIndex): DefinitionPlace {
  const at = index
    .definitions(path)
    .findIndex(
      (other) =>
        other.term === term &&
        other.source === source &&
        other.range.start.line === range.start.line &&
        other.range.start.column === range.start.column,
    );
  return { path, at };
}
