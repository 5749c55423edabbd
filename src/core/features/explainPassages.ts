import type { Definition } from '../index/glossary';
import type { TermNames } from '../index/glossaryTable';
import type { TermFinder } from '../index/vaultIndex';
import type { TermMatch, TermTable } from '../terms/termTable';
import { compareMatches, explainMatches, type MatchExplanation } from './explainTerm';

/** Where the terms of texts that are no notes are looked up. */
export interface PassageSources<Entry extends TermNames> {
  /** The vault's own; `undefined` for no vault. */
  readonly vault: TermFinder | undefined;
  /** A glossary for what the vault does not define. */
  readonly shipped: Pick<TermTable<Entry>, 'findAll'>;
}

/** A term in one of several texts, with all that explains it. */
export interface PassageTerm<Entry> extends MatchExplanation<Entry> {
  /** Index of the text. */
  readonly passage: number;
}

/** Stands in a passage for a formula or whatever else is no text. */
const formula = /\uFFFC/g;

const noVault: TermFinder = { findAt: () => undefined, findAll: () => [] };

/**
 * The terms of texts, each explained as a hover would, in reading order. Each comes once: where it first stands alone, or else where a word
 * first contains it. No term reaches across U+FFFC.
 * @param most how many terms, of those that come first.
 */
export function explainPassages<Entry extends TermNames>(
  sources: PassageSources<Entry>,
  passages: readonly string[],
  most: number,
): readonly PassageTerm<Entry>[] {
  const found = passages.flatMap((text, passage) =>
    explainPassage(sources, text).map((explanation) => ({ passage, ...explanation })),
  );
  return oncePerTerm(found, ({ definitions, entries }) => definitions[0] ?? entries[0]).slice(0, most);
}

/** The terms of one text, each explained as a hover would, left to right, none overlapping. No term reaches across U+FFFC. */
export function explainPassage<Entry extends TermNames>(
  { vault = noVault, shipped }: PassageSources<Entry>,
  passage: string,
): readonly MatchExplanation<Entry>[] {
  // As long as the sign it replaces, and never between the words of a term.
  const text = passage.replace(formula, '\0');
  return explainAll(vault.findAll(text), shipped.findAll(text), vault);
}

/**
 * Each term at its best place: the first where it is a word of its own, or else the first of all.
 * @param places in reading order, and so are those returned.
 * @param termOf the same for places of the same term.
 */
export function oncePerTerm<Place extends Pick<MatchExplanation<unknown>, 'match'>>(
  places: readonly Place[],
  termOf: (place: Place) => unknown,
): readonly Place[] {
  const best = new Map<unknown, Place>();
  for (const place of places) {
    const term = termOf(place);
    const known = best.get(term);
    const isBetter = known?.match.kind === 'compound' && place.match.kind !== 'compound';
    if (!known || isBetter) best.set(term, place);
  }
  const chosen = new Set(best.values());
  return places.filter((place) => chosen.has(place));
}

/** Of all that vault and glossary find in a text the better at each place, left to right, none overlapping. */
function explainAll<Entry extends TermNames>(
  own: readonly TermMatch<Definition>[],
  others: readonly TermMatch<Entry>[],
  vault: TermFinder,
): readonly MatchExplanation<Entry>[] {
  const rivals = bestRivals(own, others);
  const ownRivals = bestRivals(others, own);
  const pairs = [
    ...own.map((match, at) => explainMatches(match, rivals[at], vault)),
    ...others.map((match, at) => explainMatches(ownRivals[at], match, vault)),
  ];
  const chosen: MatchExplanation<Entry>[] = [];
  // One byte for each place of the text: to compare each term with all others would take too long.
  const taken = new Uint8Array(Math.max(own.at(-1)?.end ?? 0, others.at(-1)?.end ?? 0));
  for (const explanation of pairs.flatMap((pair) => pair ?? []).toSorted(byQuality)) {
    const place = taken.subarray(explanation.match.start, explanation.match.end);
    if (place.includes(1)) continue;
    place.fill(1);
    chosen.push(explanation);
  }
  return chosen.toSorted((a, b) => a.match.start - b.match.start);
}

/** The best of the rivals that overlap each match. Both lists are left to right, none overlapping within one. */
function bestRivals<T>(
  matches: readonly TermMatch<unknown>[],
  rivals: readonly TermMatch<T>[],
): readonly (TermMatch<T> | undefined)[] {
  let first = 0;
  return matches.map(({ start, end }) => {
    while ((rivals[first]?.end ?? end) <= start) first++;
    let behind = first;
    while ((rivals[behind]?.start ?? end) < end) behind++;
    return rivals.slice(first, behind).toSorted(compareMatches)[0];
  });
}

function byQuality(a: MatchExplanation<unknown>, b: MatchExplanation<unknown>): number {
  return compareMatches(a.match, b.match);
}
