import { definitionMarkdown, inLanguageFirst } from '../features/definitionTexts';
import { shortMarkdown } from '../features/excerptHtml';
import { oncePerTerm } from '../features/explainPassages';
import type { Definition } from '../index/glossary';
import type { TermNames } from '../index/glossaryTable';
import type { Note } from '../notes/note';
import type { TermTable } from '../terms/termTable';
import { TextLines } from '../text';
import { type FoundTerm, type PageTermFinder, type PageTermIndex, pageTermFinder } from './foundTerms';
import type { NotePage, PagePassage, PageTerm } from './notePage';
import type { PageLocale } from './words';

/** An entry of a glossary that is not a note. */
export interface ShippedEntry extends TermNames {
  /** The usual name first. */
  readonly names: Readonly<Record<PageLocale, readonly string[]>>;
  /** Where to read on. */
  readonly source: string;
}

/** A glossary for what the vault does not define. */
export interface ShippedGlossary<Entry extends ShippedEntry> {
  /** The same object as long as its terms are the same. */
  readonly table: Pick<TermTable<Entry>, 'findAll'>;
  readonly definitionMarkdown: (entry: Entry, locale: PageLocale) => string;
}

/** Where the terms of a page are looked up. */
export interface PageTermSources<Entry extends ShippedEntry> {
  /** The same object as long as it is the same vault. */
  readonly index: PageTermIndex;
  readonly shipped: ShippedGlossary<Entry> | undefined;
  /** What `shipped` is called. Plain text. */
  readonly shippedTitle: string;
  /** The page's note, relative to the vault. */
  readonly path: string;
  /** What it says now. */
  readonly note: Note;
  readonly locale: PageLocale;
  /** The text of a note, the page's own included; `undefined` where it is gone or not read yet. */
  readonly textOf: (path: string) => string | undefined;
}

/** More marked words would be a distraction. */
const mostTerms = 60;

/** A definition that is longer than this many UTF-16 code units is shown in part. */
const longestDefinition = 2000;

const noEntries: Pick<TermTable<never>, 'findAll'> = { findAll: () => [] };

/**
 * What answers a page that asks for the terms of its texts: each at its first good place, explained by the vault's best definition, in the
 * page's language where there are several, or else by the shipped glossary. Within its own definition a term is not marked.
 */
export function pageTerms<Entry extends ShippedEntry>(
  sources: PageTermSources<Entry>,
): NonNullable<NotePage['termsIn']> {
  const { index, path, note, shipped } = sources;
  return (passages) => {
    const finder = pageTermFinder<Entry>({ index, path, note, table: shipped?.table ?? noEntries });
    const places = goodPlaces(passages, finder, index.definitions(path));
    const linesOf = linesFrom(finder.lines, sources.textOf);
    const terms: PageTerm[] = [];
    for (const place of oncePerTerm(places, ({ found }) => found.term)) {
      const explanation = explain(place.found, sources, linesOf);
      const { passage, match } = place;
      if (explanation) terms.push({ passage, start: match.start, end: match.end, ...explanation });
    }
    return terms;
  };
}

interface GoodPlace<Entry> extends Pick<FoundTerm<Entry>, 'match'> {
  readonly passage: number;
  readonly found: FoundTerm<Entry>;
}

/**
 * Where the first terms may be marked, in reading order: of each the places up to the first that no other can be better than. Nothing is
 * looked for beyond the place where there are enough of them.
 * @param here the definitions of the page's note.
 */
function goodPlaces<Entry>(
  passages: readonly PagePassage[],
  { termsIn }: PageTermFinder<Entry>,
  here: readonly Definition[],
): readonly GoodPlace<Entry>[] {
  const places: GoodPlace<Entry>[] = [];
  const terms = new Set<unknown>();
  const settled = new Set<unknown>();
  for (const [passage, { text, line }] of passages.entries()) {
    for (const found of termsIn(text)) {
      if (settled.has(found.term) || found.here.some((at) => isDefinedAt(here[at], line))) continue;
      terms.add(found.term);
      if (terms.size > mostTerms) return places;
      if (found.match.kind !== 'compound') settled.add(found.term);
      places.push({ passage, match: found.match, found });
    }
  }
  return places;
}

/** Whether a line of a note is where one of its definitions stands: nobody needs a mark there. */
function isDefinedAt(definition: Definition | undefined, line: number): boolean {
  return definition !== undefined && (hasLine(definition.range, line) || hasLine(definition.body, line));
}

function hasLine({ start, end }: Definition['body'], line: number): boolean {
  return start.line <= line && (line < end.line || (line === end.line && end.column > 0));
}

type LinesOf = (path: string) => TextLines | undefined;

/** The lines of notes, which are counted again only when their text is another. Changes `lines`. */
function linesFrom(lines: Map<string, TextLines>, textOf: PageTermSources<never>['textOf']): LinesOf {
  return (path) => {
    const text = textOf(path);
    const known = lines.get(path);
    if (text === undefined || text === known?.text) return text === undefined ? undefined : known;
    const counted = new TextLines(text);
    lines.set(path, counted);
    return counted;
  };
}

type Explanation = Omit<PageTerm, 'passage' | 'start' | 'end'>;

/** `undefined` where the only definition says nothing, or cannot be read yet. */
function explain<Entry extends ShippedEntry>(
  { definitions, entries: [entry] }: FoundTerm<Entry>,
  { index, locale, shipped, shippedTitle }: PageTermSources<Entry>,
  linesOf: LinesOf,
): Explanation | undefined {
  const own = definitions.flatMap(({ path, at }) => index.definitions(path)[at] ?? []);
  for (const definition of inLanguageFirst(own, locale, linesOf)) {
    const markdown = definitionMarkdown(definition, linesOf(definition.path));
    if (markdown.trim() !== '') return ownExplanation(definition, markdown);
  }
  if (!entry || !shipped) return undefined;
  return {
    name: entry.names[locale][0] ?? '',
    markdown: shortMarkdown(shipped.definitionMarkdown(entry, locale), longestDefinition),
    source: undefined,
    line: undefined,
    from: `${shippedTitle} · ${entry.source}`,
  };
}

function ownExplanation({ term, path, noteTitle, range }: Definition, markdown: string): Explanation {
  return {
    name: term,
    markdown: shortMarkdown(markdown, longestDefinition),
    source: path,
    line: range.start.line,
    from: noteTitle,
  };
}
