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
  { vault = noVault, shipped }: PassageSources<Entry>,
  passages: readonly string[],
  most: number,
): readonly PassageTerm<Entry>[] {
  const found = passages.flatMap((passage, index) => {
    // As long as the sign it replaces, and never between the words of a term.
    const text = passage.replace(formula, '\0');
    const explained = explainAll(vault.findAll(text), shipped.findAll(text), vault);
    return explained.map((explanation) => ({ passage: index, ...explanation }));
  });
  return oncePerTerm(found).slice(0, most);
}

/** Of all that vault and glossary find in a text the better at each place, left to right, none overlapping. */
function explainAll<Entry extends TermNames>(
  own: readonly TermMatch<Definition>[],
  others: readonly TermMatch<Entry>[],
  vault: TermFinder,
): readonly MatchExplanation<Entry>[] {
  const pairs = [
    ...own.map((match) => explainMatches(match, bestRival(match, others), vault)),
    ...others.map((match) => explainMatches(bestRival(match, own), match, vault)),
  ];
  const chosen: MatchExplanation<Entry>[] = [];
  for (const explanation of pairs.flatMap((pair) => pair ?? []).toSorted(byQuality)) {
    if (!chosen.some(({ match }) => overlap(match, explanation.match))) chosen.push(explanation);
  }
  return chosen.toSorted((a, b) => a.match.start - b.match.start);
}

function bestRival<T>(match: TermMatch<unknown>, rivals: readonly TermMatch<T>[]): TermMatch<T> | undefined {
  return rivals.filter((rival) => overlap(match, rival)).toSorted(compareMatches)[0];
}

function byQuality(a: MatchExplanation<unknown>, b: MatchExplanation<unknown>): number {
  return compareMatches(a.match, b.match);
}

function overlap(a: MatchExplanation<unknown>['match'], b: MatchExplanation<unknown>['match']): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Each term at its best place: the first where it is a word of its own, or else the first of all. */
function oncePerTerm<Entry>(places: readonly PassageTerm<Entry>[]): readonly PassageTerm<Entry>[] {
  const best = new Map<unknown, PassageTerm<Entry>>();
  for (const place of places) {
    const term = place.definitions[0] ?? place.entries[0];
    const known = best.get(term);
    const isBetter = known?.match.kind === 'compound' && place.match.kind !== 'compound';
    if (!known || isBetter) best.set(term, place);
  }
  const chosen = new Set(best.values());
  return places.filter((place) => chosen.has(place));
}
