import { bestFirst, type Definition } from '../index/glossary';
import { noteName } from '../index/linkResolver';
import { newNotePath, parseObsidianSettings } from '../index/obsidianSettings';
import { headingSegments } from '../index/places';
import type { VaultIndex } from '../index/vaultIndex';
import type { Link } from '../notes/note';
import { foldCase } from '../terms/fold';
import { comparePositions } from '../text';
import { inGermanOrder, initialOf } from './germanOrder';

/** What a list of terms is made from. */
export type GlossaryIndex = Pick<VaultIndex, 'notes' | 'note' | 'definitions' | 'resolve' | 'notesWithAlias'>;

/** A term that a vault explains. */
export interface GlossaryEntry {
  readonly term: string;
  /** What the term is called besides. */
  readonly otherNames: readonly string[];
  readonly definition: Definition;
  /** How many other places of the vault explain it too. */
  readonly furtherCount: number;
}

/** The terms with one initial. */
export interface LetterGroup {
  readonly letter: string;
  readonly entries: readonly GlossaryEntry[];
}

/** The terms that one note explains, in the order in which they stand there. */
export interface NoteGroup {
  readonly path: string;
  readonly definitions: readonly Definition[];
}

/** A name that notes link to and that nobody explains. */
export interface MissingTerm {
  readonly name: string;
  /** How many links there are. */
  readonly count: number;
  /** The first of them, by the note's path and the place in it. */
  readonly first: { readonly path: string; readonly link: Link };
}

/** Headings that merely may explain what they name would bury the terms; a note's own list shows them. */
const listedSources: ReadonlySet<string> = new Set(['glossary', 'callout', 'lead-in', 'note']);

/**
 * All terms of a vault from A to Z, each once with its best definition.
 * @param isIgnored leaves notes out.
 */
export function glossaryList(
  index: GlossaryIndex,
  isIgnored: (path: string) => boolean,
): readonly LetterGroup[] {
  const groups = new Map<string, GlossaryEntry[]>();
  for (const entry of glossaryEntries(index, isIgnored)) {
    const letter = initialOf(entry.term);
    const group = groups.get(letter);
    if (group) group.push(entry);
    else groups.set(letter, [entry]);
  }
  return [...groups]
    .map(([letter, entries]) => ({ letter, entries }))
    .sort((a, b) => orderOfLetter(a.letter) - orderOfLetter(b.letter));
}

/** All terms of a vault, each once with its best definition, in German order. */
export function glossaryEntries(
  index: GlossaryIndex,
  isIgnored: (path: string) => boolean,
): readonly GlossaryEntry[] {
  return entriesOf(listedDefinitions(index, isIgnored));
}

/** The terms of a vault by the note that explains them; notes by name, numbers in names by their value. */
export function glossaryByNote(
  index: GlossaryIndex,
  isIgnored: (path: string) => boolean,
): readonly NoteGroup[] {
  const groups = new Map<string, Definition[]>();
  for (const definition of listedDefinitions(index, isIgnored)) {
    const group = groups.get(definition.path);
    if (group) group.push(definition);
    else groups.set(definition.path, [definition]);
  }
  const notes = inGermanOrder([...groups], ([path]) => noteName(path));
  return notes.map(([path, definitions]) => ({ path, definitions: eachTermOnce(definitions) }));
}

/** The terms that one note explains, headings included, in the order in which they stand there, each once. */
export function glossaryOfNote(
  index: Pick<GlossaryIndex, 'definitions'>,
  path: string,
): readonly Definition[] {
  return eachTermOnce(index.definitions(path));
}

/** What a definition's term is called besides. */
export function otherNamesOf({ term, names }: Definition): readonly string[] {
  return names.filter((name) => name !== term);
}

/** What names of one term have in common. */
export function termKey(name: string): string {
  return foldCase(name.replace(/\s+/g, ' ').trim());
}

function* definitionsOfAll(
  index: GlossaryIndex,
  isIgnored: (path: string) => boolean,
): Generator<readonly Definition[]> {
  for (const [path] of index.notes()) if (!isIgnored(path)) yield index.definitions(path);
}

function listedDefinitions(
  index: GlossaryIndex,
  isIgnored: (path: string) => boolean,
): readonly Definition[] {
  const listed: Definition[] = [];
  for (const definitions of definitionsOfAll(index, isIgnored)) {
    for (const definition of definitions) if (listedSources.has(definition.source)) listed.push(definition);
  }
  return listed;
}

interface Draft {
  readonly definition: Definition;
  furtherCount: number;
}

/** A term is known by all its names: what another note explains under one of them is the same term. */
function entriesOf(definitions: readonly Definition[]): readonly GlossaryEntry[] {
  const drafts: Draft[] = [];
  const byName = new Map<string, Draft>();
  for (const definition of bestFirst(definitions)) {
    const key = termKey(definition.term);
    const known = byName.get(key);
    if (known) {
      known.furtherCount++;
      continue;
    }
    const draft = { definition, furtherCount: 0 };
    drafts.push(draft);
    byName.set(key, draft);
    for (const name of otherNamesOf(definition)) {
      if (!byName.has(termKey(name))) byName.set(termKey(name), draft);
    }
  }
  const entries = drafts.map(({ definition, furtherCount }) => ({
    term: definition.term,
    otherNames: otherNamesOf(definition),
    definition,
    furtherCount,
  }));
  return inGermanOrder(entries, ({ term }) => term);
}

function eachTermOnce(definitions: readonly Definition[]): readonly Definition[] {
  const byTerm = new Map<string, Definition>();
  for (const definition of bestFirst(definitions)) {
    const key = termKey(definition.term);
    if (!byTerm.has(key)) byTerm.set(key, definition);
  }
  return [...byTerm.values()].sort((a, b) => comparePositions(a.range.start, b.range.start));
}

/** What begins with no letter first, then A to Z, then other alphabets. */
function orderOfLetter(letter: string): number {
  return letter === '#' ? 0 : (letter.codePointAt(0) ?? 0);
}

/** Whether links with one path can miss something, by that path: a vault has many times more links than paths. */
type PathMemo = Map<string, boolean>;

/**
 * The names that a vault's notes link to and that nobody explains: missing notes, and missing headings of a glossary. What is linked most
 * often comes first. Looks at every link, so ask only when somebody wants to see it.
 */
export function missingTerms(
  index: GlossaryIndex,
  isIgnored: (path: string) => boolean,
): readonly MissingTerm[] {
  const { names, glossaries } = knownNames(index, isIgnored);
  const glossaryNames = new Set([...glossaries].map((path) => foldCase(noteName(path))));
  const memo: PathMemo = new Map();
  const found = new Map<string, MissingTerm>();
  for (const [path, { links }] of index.notes()) {
    if (links.length === 0 || isIgnored(path)) continue;
    for (const link of links) {
      if (link.kind !== 'wikilink' || !mayMiss(link, path, index, glossaryNames, memo)) continue;
      const name = missingName(link, path, index, glossaries);
      if (name === undefined || names.has(termKey(name)) || index.notesWithAlias(name).length > 0) continue;
      count(found, name, path, link);
    }
  }
  return inGermanOrder([...found.values()], ({ name }) => name).toSorted((a, b) => b.count - a.count);
}

/** The keys of all names that something explains, be it a heading, and the notes whose headings are terms. */
function knownNames(
  index: GlossaryIndex,
  isIgnored: (path: string) => boolean,
): { readonly names: ReadonlySet<string>; readonly glossaries: ReadonlySet<string> } {
  const names = new Set<string>();
  const glossaries = new Set<string>();
  for (const definitions of definitionsOfAll(index, isIgnored)) {
    for (const definition of definitions) {
      if (definition.source === 'glossary') glossaries.add(definition.path);
      for (const name of [definition.term, ...otherNamesOf(definition)]) names.add(termKey(name));
    }
  }
  return { names, glossaries };
}

function count(found: Map<string, MissingTerm>, name: string, path: string, link: Link): void {
  const key = termKey(name);
  const known = found.get(key);
  const isFirst = !known || isBefore({ path, link }, known.first);
  const first = isFirst ? { path, link } : known.first;
  found.set(key, { name: isFirst ? name : known.name, count: (known?.count ?? 0) + 1, first });
}

function isBefore(a: MissingTerm['first'], b: MissingTerm['first']): boolean {
  if (a.path !== b.path) return a.path < b.path;
  return comparePositions(a.link.range.start, b.link.range.start) < 0;
}

/** Whether a link leads to no file or to a glossary; relative paths lead elsewhere from every folder. */
function mayMiss(
  { path }: Link,
  source: string,
  index: GlossaryIndex,
  glossaryNames: ReadonlySet<string>,
  memo: PathMemo,
): boolean {
  if (path === '') return glossaryNames.has(foldCase(noteName(source)));
  const isShared = !path.startsWith('.');
  const known = isShared ? memo.get(path) : undefined;
  if (known !== undefined) return known;
  const may =
    glossaryNames.has(foldCase(noteName(path))) ||
    index.resolve({ kind: 'wikilink', path, subpath: undefined }, source).status === 'unresolved';
  if (isShared) memo.set(path, may);
  return may;
}

const defaults = parseObsidianSettings(undefined);

/** The name of what a link misses: a note, or a heading of a glossary. `undefined` where it misses neither. */
function missingName(
  link: Link,
  source: string,
  index: GlossaryIndex,
  glossaries: ReadonlySet<string>,
): string | undefined {
  const target = index.resolve(link, source);
  if (target.status === 'unresolved') {
    const isNote = newNotePath(defaults, link.path, source) !== undefined;
    return isNote ? noteName(link.path.trim()) : undefined;
  }
  if (target.missing !== 'heading' || !glossaries.has(target.path)) return undefined;
  return headingSegments(link.subpath ?? '')
    .at(-1)
    ?.trim();
}
