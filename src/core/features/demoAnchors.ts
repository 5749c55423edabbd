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
  const headings = note.headings.map(({ text, range }) => {
    return { kind: 'heading' as const, text, range, experiments: experimentsNamedIn(text, concepts) };
  });
  const others = placesOf(note);
  const taken = new Set([...headings, ...others].map(lineOf));
  const runIns = runInsOf(lines).filter((runIn) => !taken.has(lineOf(runIn)));
  const named = [
    ...anchorsAt(others, headings, concepts),
    // Only of those that name something is it worth finding out whether they are prose.
    ...anchorsAt(runIns, headings, concepts).filter(({ range }) => !isOpaqueAt(note, lines, range.end)),
  ];
  const anchors = [...headings.filter(({ experiments }) => experiments.length > 0), ...named];
  anchors.sort((a, b) => comparePositions(a.range.start, b.range.start));
  return withDemosProperty(anchors, note, concepts);
}

/** Callout titles, then lead-ins. */
function placesOf(note: Note): readonly Place[] {
  return [
    ...note.callouts
      .filter((callout) => !isResult(callout))
      .map(({ title, titleRange }) => ({ kind: 'callout' as const, text: title, range: titleRange })),
    ...note.leadIns.map(({ kind, term, range }) => ({ kind, text: term, range })),
  ];
}

function lineOf({ range }: Pick<Place, 'range'>): number {
  return range.start.line;
}

/** The places that name a concept, by themselves or together with the heading that they stand under: "Bias" under "Initialisierung". */
function anchorsAt(
  places: readonly Place[],
  headings: readonly DemoAnchor[],
  concepts: ConceptTable,
): readonly DemoAnchor[] {
  return places.flatMap((place) => {
    const { kind, text, range } = place;
    const alone = experimentsNamedAlone(place, concepts);
    const joined =
      alone.length > 0 || kind === 'callout' ? [] : joinedNames(headingAbove(place, headings), text);
    const experiments = [...alone, ...joined.flatMap((name) => experimentsNamedBy(name, concepts))];
    return experiments.length > 0 ? [{ kind, text, range, experiments: [...new Set(experiments)] }] : [];
  });
}

function experimentsNamedAlone({ text, isWhole = false }: Place, concepts: ConceptTable): readonly string[] {
  if (!isWhole) return experimentsNamedIn(text, concepts);
  return wholeNames(text).flatMap((name) => experimentsNamedBy(name, concepts));
}

/** The heading that a place stands under, where that names a concept. By halving: a long note has thousands of places. */
function headingAbove(place: Place, headings: readonly DemoAnchor[]): string | undefined {
  let [low, high] = [0, headings.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lineOf(headings[middle]!) < lineOf(place)) low = middle + 1;
    else high = middle;
  }
  const heading = headings[low - 1];
  return heading && heading.experiments.length > 0 ? heading.text : undefined;
}

/** `L1- (auch Lasso-)Regularisierung`: with and without what is in brackets. */
function wholeNames(text: string): readonly string[] {
  if (!text.includes('(')) return [text];
  const without = text.replace(/\([^)]*\)/g, '').replace(/-\s+(?=\p{L})/gu, '-');
  return [text, without.replace(/\s+/g, ' ').trim()];
}

/** The ways in which a heading and a term below it make one name. */
function joinedNames(heading: string | undefined, term: string): readonly string[] {
  if (heading === undefined) return [];
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

/**
 * What a note offers as seen from a line: the places above it from the nearest one upwards, then those below. What is offered at one line
 * stays in its order.
 * @param offers by the 0-based line of the note that offers them, from top to bottom
 */
export function nearestFirst<T extends { readonly line: number }>(
  offers: readonly T[],
  line: number,
): readonly T[] {
  const above = offers.filter((offer) => offer.line <= line).sort((a, b) => b.line - a.line);
  return [...above, ...offers.filter((offer) => offer.line > line)];
}
