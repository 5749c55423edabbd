import type { ConceptTable } from '../index/conceptTable';
import type { LeadInKind, Note } from '../notes/note';
import { isOpaqueAt } from '../notes/opaque';
import { type RunIn, runInsOf } from '../notes/runIns';
import { comparePositions, type Range, type TextLines } from '../text';
import { withDemosProperty } from './demosProperty';
import { isResult } from './resultCallout';

/** A place in a note that names a concept which can be run. */
export interface DemoAnchor {
  readonly kind: 'heading' | 'callout' | LeadInKind | RunIn['kind'] | 'property';
  /** The heading's, title's, lead-in's or run-in's plain text; of the property its name. */
  readonly text: string;
  readonly range: Range;
  /** Ids of the experiments that show the concept, most specific first, each once. */
  readonly experiments: readonly string[];
}

/** A place that may name a concept. */
type Place = Omit<DemoAnchor, 'experiments'> & Partial<Pick<RunIn, 'isWhole'>>;

/**
 * Every heading, callout title, lead-in and run-in that names a concept, in document order. A passing mention in a sentence is none.
 * What the note says itself (`demos:`) wins over that.
 * @param lines the note's text
 */
export function demoAnchors(note: Note, concepts: ConceptTable, lines: TextLines): readonly DemoAnchor[] {
  const named = placesOf(note).map((place) => ({
    ...place,
    experiments: experimentsNamedAt(place, note, concepts),
  }));
  const found = named.filter(({ experiments }) => experiments.length > 0);
  const runIns = runInAnchors(note, concepts, lines, new Set(named.map(lineOf)));
  const anchors = [...found, ...runIns].sort((a, b) => comparePositions(a.range.start, b.range.start));
  return withDemosProperty(anchors, note, concepts);
}

function placesOf(note: Note): readonly Place[] {
  return [
    ...note.headings.map(({ text, range }) => ({ kind: 'heading' as const, text, range })),
    ...note.callouts
      .filter((callout) => !isResult(callout))
      .map(({ title, titleRange }) => ({ kind: 'callout' as const, text: title, range: titleRange })),
    ...note.leadIns.map(({ kind, term, range }) => ({ kind, text: term, range })),
  ];
}

function lineOf({ range }: Place): number {
  return range.start.line;
}

/** Run-ins that name a concept, on lines that have no other place. Only of those is it worth finding out whether they are prose. */
function runInAnchors(
  note: Note,
  concepts: ConceptTable,
  lines: TextLines,
  taken: ReadonlySet<number>,
): readonly DemoAnchor[] {
  return runInsOf(lines)
    .filter((runIn) => !taken.has(lineOf(runIn)))
    .map((runIn) => ({ ...runIn, experiments: experimentsNamedAt(runIn, note, concepts) }))
    .filter(({ experiments, range }) => experiments.length > 0 && !isOpaqueAt(note, lines, range.end))
    .map(({ kind, text, range, experiments }) => ({ kind, text, range, experiments }));
}

/** What a place names by itself, or else together with the heading that it stands under: "Bias" under "Initialisierung". */
function experimentsNamedAt(place: Place, note: Note, concepts: ConceptTable): readonly string[] {
  const { kind, text, isWhole = false } = place;
  const named = isWhole
    ? wholeNames(text).flatMap((name) => experimentsNamedBy(name, concepts))
    : experimentsNamedIn(text, concepts);
  if (named.length > 0 || kind === 'heading' || kind === 'callout') return [...new Set(named)];
  const heading = note.headings.findLast(({ range }) => range.start.line < lineOf(place))?.text;
  const joined = heading === undefined ? [] : joinedNames(heading, text);
  return [...new Set(joined.flatMap((name) => experimentsNamedBy(name, concepts)))];
}

/** `L1- (auch Lasso-)Regularisierung`: with and without what is in brackets. */
function wholeNames(text: string): readonly string[] {
  const without = text.replace(/\([^)]*\)/g, '').replace(/-\s+(?=\p{L})/gu, '-');
  return [text, without.replace(/\s+/g, ' ').trim()];
}

/** The ways in which a heading and a term below it make one name. */
function joinedNames(heading: string, term: string): readonly string[] {
  return [`${term}-${heading}`, ...['der', 'des', 'of'].map((link) => `${heading} ${link} ${term}`)];
}

/** Ids of the experiments that show a concept of exactly this name, in some form of it. */
function experimentsNamedBy(name: string, concepts: ConceptTable): readonly string[] {
  const [only] = concepts.findAll(name);
  // Dollar signs are no part of a name.
  const [first, last] = [name.search(/[\p{L}\p{N}]/u), name.length - name.trimEnd().length];
  const isAll = only && only.start <= first && only.end >= name.length - last && only.kind !== 'compound';
  return isAll ? only.values : [];
}

/**
 * Ids of the experiments whose concepts a text names: in the order of the text the one that says most about each concept, then those that
 * come second for one, and so on.
 */
export function experimentsNamedIn(text: string, concepts: ConceptTable): readonly string[] {
  const named = concepts.findAll(text).flatMap(({ values }) => values.map((id, rank) => ({ id, rank })));
  return [...new Set(named.sort((a, b) => a.rank - b.rank).map(({ id }) => id))];
}

/**
 * The anchors that get a button above their line: headings, callout titles and bold lead-ins; other lead-ins only for experiments that
 * the heading above does not offer already, bullets never, so that buttons do not drown the text.
 */
export function buttonAnchors(note: Note, concepts: ConceptTable, lines: TextLines): readonly DemoAnchor[] {
  let offered: readonly string[] = [];
  return demoAnchors(note, concepts, lines).filter(({ kind, experiments }) => {
    if (kind === 'heading') offered = experiments;
    if (kind === 'list-item' || kind === 'bullet') return false;
    return (kind !== 'emphasis' && kind !== 'line') || experiments.some((id) => !offered.includes(id));
  });
}
