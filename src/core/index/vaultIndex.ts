import { isMarkdownLink } from '../notes/markdownLinkParts';
import type { Link, Note } from '../notes/note';
import { foldCase } from '../terms/fold';
import { type SelectValues, type TermMatch, TermTable } from '../terms/termTable';
import { type Definition, definitionsIn } from './glossary';
import { GlossaryChoice, type GlossarySettings, termKeys } from './glossaryChoice';
import { basename, type Files, isNotePath, LinkResolver, normalizeLinkPath } from './linkResolver';
import { findPlace, type Place, placeKind } from './places';

/** Where a link leads. */
export type LinkTarget =
  | {
      readonly status: 'found';
      /** The file, relative to the vault. */
      readonly path: string;
      /** The heading or block; `undefined` when the link names none, or one that is not there (`missing`). */
      readonly place: Place | undefined;
      /** What the link names and the note does not have; Obsidian opens the note at its top. */
      readonly missing: Place['kind'] | undefined;
      /** The files that fit equally well, when there are several; empty when the link is unambiguous. */
      readonly candidates: readonly string[];
    }
  | { readonly status: 'unresolved' };

/** Where a link leads that leads somewhere. */
export type FoundTarget = LinkTarget & { readonly status: 'found' };

/** A link to a note, seen from the note. */
export interface Backlink {
  /** The note in which the link stands. */
  readonly source: string;
  readonly link: Link;
  readonly target: FoundTarget;
}

/** Links with one path: two lists side by side, since a hub has tens of thousands of them. */
interface LinksOfPath {
  /** The note in which each link stands. */
  readonly sources: string[];
  readonly links: Link[];
}

const noLinks: LinksOfPath = { sources: [], links: [] };

/** A note's definitions, with what they depend on besides the note. */
interface KnownDefinitions {
  readonly path: string;
  readonly isGlossary: boolean;
  readonly definitions: readonly Definition[];
}

/** Finds terms in texts. Offsets as in `TermTable`. */
export interface TermFinder {
  readonly findAt: (text: string, offset: number) => TermMatch<Definition> | undefined;
  readonly findAll: (text: string) => readonly TermMatch<Definition>[];
}

/** What a link must say to be resolved. */
export type LinkReference = Pick<Link, 'kind' | 'path' | 'subpath'>;

/**
 * What a vault's notes say, kept up to date file by file. The only thing in core that changes.
 *
 * Links are kept by the name that they use and resolved when somebody asks. So a note that comes, goes or gets another name costs the
 * same in a vault of any size, and nothing can be out of date.
 */
export class VaultIndex {
  readonly #notes = new Map<string, Note>();
  readonly #resolver = new LinkResolver();
  /** The links that name a file in one way, by their path as written. */
  readonly #linksByPath = new Map<string, LinksOfPath>();
  /** The ways in which links name files, by what those have in common. */
  readonly #linkPathsByName = new Map<string, Set<string>>();
  /** The places that links have asked for, by note and subpath: thousands of links may name the same few headings of a glossary. */
  readonly #places = new Map<string, Map<string, Place | undefined>>();
  readonly #pathsByAlias = new Map<string, Set<string>>();
  readonly #terms = new TermTable<Definition>();
  /** What notes define, for as long as they say the same. */
  readonly #definitions = new WeakMap<Note, KnownDefinitions>();
  /** What is in the table, by note; notes without terms are left out. */
  readonly #tabled = new Map<string, readonly Definition[]>();
  /** Notes whose terms are not in the table yet. */
  readonly #untabled = new Set<string>();
  readonly #choice: GlossaryChoice;
  /** The notes that choose a glossary themselves, by its name. */
  readonly #pathsByGlossary = new Map<string, Set<string>>();
  #namesRevision = 0;
  #termsRevision = 0;
  #placesRevision = 0;

  /** @param glossaries names of the glossary notes, or all settings about them. */
  constructor(glossaries: readonly string[] | GlossarySettings) {
    this.#choice = new GlossaryChoice('notes' in glossaries ? glossaries : { notes: glossaries });
  }

  /**
   * Finds the terms that the vault defines, as they count in a note: its choice of glossaries, without what it excludes.
   * @param path the note, `undefined` for no note in particular.
   * @param note what it says now, where that is newer than the index.
   */
  terms(path?: string, note = path === undefined ? undefined : this.#notes.get(path)): TermFinder {
    this.tabulate();
    const select = this.#selectionFor(path ?? '', note);
    return {
      findAt: (text, offset) => this.#terms.findAt(text, offset, select),
      findAll: (text) => this.#terms.findAll(text, select),
    };
  }

  /** Makes the terms of notes that are new or changed findable; `terms` does the rest. At most `most` notes; returns whether there are more. */
  tabulate(most = Number.POSITIVE_INFINITY): boolean {
    let count = 0;
    for (const path of this.#untabled) {
      if (count++ >= most) return true;
      this.#untabled.delete(path);
      this.#tabulate(path);
    }
    return false;
  }

  /**
   * Another number whenever a term has come or gone, or goes by other names. As long as it stays, `terms` finds the same places for a note
   * that chooses the same glossaries, and `definitions` lists the same terms in the same order, though their lines may have moved.
   */
  get termsRevision(): number {
    this.tabulate();
    return this.#termsRevision;
  }

  /** The paths of all files. */
  get files(): Files {
    return this.#resolver;
  }

  /** Another number whenever a file or an alias has come or gone: what was made from these names is good as long as it stays. */
  get namesRevision(): number {
    return this.#namesRevision;
  }

  /** Another number whenever a heading or block of some note has come, gone, moved to another line or changed its name. */
  get placesRevision(): number {
    return this.#placesRevision;
  }

  /** Takes in what a note says, new or changed. `path` is relative to the vault, with `/`. */
  setNote(path: string, note: Note): void {
    const before = this.#notes.get(path);
    if (before === note) return;
    this.#notes.set(path, note);
    this.#resolver.add(path);
    if (!before || before.properties.aliases.join('\n') !== note.properties.aliases.join('\n'))
      this.#namesRevision++;
    this.#places.delete(path);
    if (!before || !haveSamePlaces(before, note)) this.#placesRevision++;
    if (before) this.#removeLinks(path, before);
    this.#addLinks(path, note);
    replaceKeys(
      this.#pathsByAlias,
      path,
      before?.properties.aliases.map(foldCase),
      note.properties.aliases.map(foldCase),
    );
    this.#setGlossaries(path, before, note);
    this.#untabled.add(path);
  }

  /** Makes a file that is no note known, so that links reach it. */
  addAttachment(path: string): void {
    this.#resolver.add(path);
    this.#namesRevision++;
  }

  /** Forgets a note or attachment. */
  delete(path: string): void {
    const note = this.#notes.get(path);
    this.#resolver.delete(path);
    this.#namesRevision++;
    if (!note) return;
    this.#notes.delete(path);
    this.#places.delete(path);
    this.#removeLinks(path, note);
    replaceKeys(this.#pathsByAlias, path, note.properties.aliases.map(foldCase), []);
    this.#setGlossaries(path, note, undefined);
    this.#untabled.add(path);
  }

  /** What a note says; `undefined` for a path that is no note of this vault. */
  note(path: string): Note | undefined {
    return this.#notes.get(path);
  }

  /** All notes with their paths, in no particular order. */
  notes(): IterableIterator<[path: string, note: Note]> {
    return this.#notes.entries();
  }

  /** The terms that a note explains; none for a path that is no note of this vault. */
  definitions(path: string): readonly Definition[] {
    const note = this.#notes.get(path);
    if (!note) return [];
    const isGlossary = this.#isGlossary(path);
    const known = this.#definitions.get(note);
    if (known && known.path === path && known.isGlossary === isGlossary) return known.definitions;
    const definitions = definitionsIn(path, note, isGlossary);
    this.#definitions.set(note, { path, isGlossary, definitions });
    return definitions;
  }

  /** How many notes there are. */
  get noteCount(): number {
    return this.#notes.size;
  }

  /** The notes that have a name among their aliases; never what a link resolves to. */
  notesWithAlias(alias: string): readonly string[] {
    return [...(this.#pathsByAlias.get(foldCase(alias.trim())) ?? [])];
  }

  /** Where a link in the note `source` leads. */
  resolve(link: LinkReference, source: string): LinkTarget {
    const file = isMarkdownLink(link)
      ? this.#resolver.resolveMarkdown(link.path, source)
      : this.#resolver.resolve(link.path, source);
    if (file.status === 'missing') return { status: 'unresolved' };
    const note = this.#notes.get(file.path);
    const asksForPlace = note !== undefined && note.kind === 'note' && Boolean(link.subpath);
    const place = asksForPlace ? this.#placeIn(file.path, note, link.subpath ?? '') : undefined;
    return {
      status: 'found',
      path: file.path,
      place,
      missing: asksForPlace && !place ? placeKind(link.subpath ?? '') : undefined,
      candidates: file.status === 'ambiguous' ? file.candidates : [],
    };
  }

  /** The notes with a link that uses a name, be it resolved or not. `name` as links write it: folder and `.md` do not matter. */
  sourcesOfName(name: string): ReadonlySet<string> {
    const sources = new Set<string>();
    for (const linkPath of this.#linkPathsByName.get(nameKey(name)) ?? []) {
      for (const source of this.#linksByPath.get(linkPath)?.sources ?? []) sources.add(source);
    }
    return sources;
  }

  /** Every link that leads to a file, those of the note to itself included; sources in no particular order. */
  backlinks(path: string): readonly Backlink[] {
    const backlinks: Backlink[] = [];
    for (const linkPath of this.#linkPathsByName.get(nameKey(path)) ?? []) {
      const { sources, links } = this.#linksByPath.get(linkPath) ?? noLinks;
      const isSameEverywhere = this.#resolver.isSameEverywhere(linkPath);
      const targets = new Map<string | undefined, LinkTarget>();
      for (let at = 0; at < links.length; at++) {
        const link = links[at] as Link;
        const source = sources[at] as string;
        const isShared = isSameEverywhere && !isMarkdownLink(link);
        const target = (isShared && targets.get(link.subpath)) || this.resolve(link, source);
        if (isShared) targets.set(link.subpath, target);
        if (target.status === 'found' && target.path === path) backlinks.push({ source, link, target });
      }
    }
    for (const link of this.#notes.get(path)?.links ?? []) {
      const target = link.path === '' ? this.resolve(link, path) : undefined;
      if (target?.status === 'found') backlinks.push({ source: path, link, target });
    }
    return backlinks;
  }

  #placeIn(path: string, note: Note, subpath: string): Place | undefined {
    let known = this.#places.get(path);
    if (!known) {
      known = new Map();
      this.#places.set(path, known);
    }
    let place = known.get(subpath);
    if (!place && !known.has(subpath)) {
      place = findPlace(note, subpath);
      known.set(subpath, place);
    }
    return place;
  }

  #addLinks(source: string, { links }: Note): void {
    for (const link of links) {
      if (link.path === '') continue;
      let known = this.#linksByPath.get(link.path);
      if (!known) known = this.#addLinkPath(link.path);
      known.sources.push(source);
      known.links.push(link);
    }
  }

  #addLinkPath(path: string): LinksOfPath {
    const none: LinksOfPath = { sources: [], links: [] };
    this.#linksByPath.set(path, none);
    const key = nameKey(path);
    const paths = this.#linkPathsByName.get(key);
    if (paths) paths.add(path);
    else this.#linkPathsByName.set(key, new Set([path]));
    return none;
  }

  /** The order of links under one path is nobody's business: the last takes the place of the one that goes. */
  #removeLinks(source: string, { links }: Note): void {
    for (const { path } of links) {
      const known = this.#linksByPath.get(path);
      // The latest are the likeliest to change: the links of a note that was edited are put at the end.
      const at = known?.sources.lastIndexOf(source) ?? -1;
      if (!known || at < 0) continue;
      const lastSource = known.sources.pop();
      const lastLink = known.links.pop();
      if (at < known.sources.length && lastSource !== undefined && lastLink) {
        known.sources[at] = lastSource;
        known.links[at] = lastLink;
      }
      if (known.sources.length === 0) this.#removeLinkPath(path);
    }
  }

  #removeLinkPath(path: string): void {
    this.#linksByPath.delete(path);
    const key = nameKey(path);
    const paths = this.#linkPathsByName.get(key);
    paths?.delete(path);
    if (paths?.size === 0) this.#linkPathsByName.delete(key);
  }

  #tabulate(path: string): void {
    const definitions = this.definitions(path);
    if (!haveSameTerms(definitions, this.#tabled.get(path) ?? [])) this.#termsRevision++;
    if (definitions.length > 0) this.#tabled.set(path, definitions);
    else this.#tabled.delete(path);
    this.#terms.set(
      path,
      definitions.flatMap((value) => [
        { name: value.term, value },
        ...value.names.map((name) => ({ name, value, isAlias: true })),
      ]),
    );
  }

  /** A note that is chosen as a glossary for the first time, or no longer, has other terms than before. */
  #setGlossaries(path: string, before: Note | undefined, after: Note | undefined): void {
    const [old, now] = [before, after].map((note) => note?.properties.glossaries?.map(nameKey) ?? []);
    if (old?.join('\n') === now?.join('\n')) return;
    replaceKeys(this.#pathsByGlossary, path, old, now ?? []);
    const changed = new Set([...(old ?? []), ...(now ?? [])]);
    for (const other of this.#notes.keys()) if (changed.has(nameKey(other))) this.#untabled.add(other);
  }

  /** Whether the headings of a note are terms: by the settings, or because some note chooses it. */
  #isGlossary(path: string): boolean {
    return this.#choice.isGlossary(path) || this.#pathsByGlossary.has(nameKey(path));
  }

  #selectionFor(path: string, note: Note | undefined): SelectValues<Definition> {
    const isChosen = this.#choice.glossariesOf(path, note?.properties.glossaries);
    const excluded = termKeys(note?.properties.glossaryExclude ?? []);
    const counts = ({ term, names, source, path: from }: Definition): boolean =>
      (source !== 'glossary' || isChosen(from)) && !this.#choice.excludes([term, ...names], excluded);
    return (definitions) => {
      const counting = definitions.filter(counts);
      return isRubric(counting) ? [] : counting;
    };
  }
}

/** Whether links into a note lead to the same lines as before. */
function haveSamePlaces(before: Note, after: Note): boolean {
  return (
    before.headings.length === after.headings.length &&
    before.blockIds.length === after.blockIds.length &&
    before.headings.every(({ source, range }, at) => {
      const other = after.headings[at];
      return source === other?.source && range.start.line === other.range.start.line;
    }) &&
    before.blockIds.every(({ id, range }, at) => {
      const other = after.blockIds[at];
      return id === other?.id && range.start.line === other.range.start.line;
    })
  );
}

/** Whether two lists of one note's definitions differ in nothing but places. */
function haveSameTerms(some: readonly Definition[], others: readonly Definition[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ term, names, source }, at) => {
      const other = others[at];
      return (
        term === other?.term &&
        source === other.source &&
        names.length === other.names.length &&
        names.every((name, which) => name === other.names[which])
      );
    })
  );
}

/** What many notes have as a heading or lead-in and no note explains better is a rubric of theirs, not a concept. */
function isRubric(definitions: readonly Definition[]): boolean {
  if (definitions.length <= mostOfOneConcept) return false;
  const isWeak = definitions.every(({ source }) => source === 'heading' || source === 'lead-in');
  return isWeak && new Set(definitions.map(({ path }) => path)).size > mostOfOneConcept;
}

/** More notes than these do not each explain one concept in a section of its own. */
const mostOfOneConcept = 4;

/** What links to a file have in common however they are written: its folded name without folder, `.md` and space at its ends. */
function nameKey(linkPath: string): string {
  const name = foldCase(basename(normalizeLinkPath(linkPath)));
  return (isNotePath(name) ? name.slice(0, -'.md'.length) : name).trim();
}

/** Moves `member` from the sets of its old keys to those of its new ones. */
function replaceKeys(
  sets: Map<string, Set<string>>,
  member: string,
  before: readonly string[] | undefined,
  after: readonly string[],
): void {
  for (const key of before ?? []) {
    const set = sets.get(key);
    set?.delete(member);
    if (set?.size === 0) sets.delete(key);
  }
  for (const key of after) {
    const set = sets.get(key);
    if (set) set.add(member);
    else sets.set(key, new Set([member]));
  }
}
