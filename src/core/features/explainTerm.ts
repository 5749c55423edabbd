import { bestFirst, type Definition } from '../index/glossary';
import type { TermNames } from '../index/glossaryTable';
import type { TermFinder } from '../index/vaultIndex';
import type { Note } from '../notes/note';
import { foldWord } from '../terms/fold';
import { type MatchKind, matchKinds, type TermMatch, type TermTable } from '../terms/termTable';
import { contains, type Position, type Range, type TextLines } from '../text';
import { termAt } from './termAt';

/** Where terms are looked up. */
export interface TermSources<Entry extends TermNames> {
  /** The vault's own, as they count in the note (`VaultIndex.terms`). */
  readonly vault: TermFinder;
  /** A glossary for what the vault does not define; `undefined` for none. */
  readonly shipped: Pick<TermTable<Entry>, 'findAt'> | undefined;
}

/** The note in which somebody asks. */
export interface AskedNote {
  /** Relative to the vault. */
  readonly path: string;
  readonly note: Note;
  readonly lines: TextLines;
}

/** What explains a term that was found in a text. */
export interface MatchExplanation<Entry> {
  /** Where in the text, and how well it agrees with the term. */
  readonly match: Pick<TermMatch<unknown>, 'start' | 'end' | 'kind'>;
  /** The vault's definitions, best first; may be empty. */
  readonly definitions: readonly Definition[];
  /** The shipped glossary's entries; may be empty, but not both. */
  readonly entries: readonly Entry[];
}

/** A term at a place of a note, with all that explains it. */
export interface TermExplanation<Entry> extends Omit<MatchExplanation<Entry>, 'match'> {
  readonly range: Range;
  /** As it is written here. */
  readonly text: string;
  readonly kind: MatchKind;
}

/**
 * What explains the term at a position: the vault before the shipped glossary, the longer term before the shorter, the better match before
 * the other. `undefined` where no term stands, where words are no prose, and within the very definition that would be shown.
 */
export function explainTerm<Entry extends TermNames>(
  { vault, shipped }: TermSources<Entry>,
  asked: AskedNote,
  position: Position,
): TermExplanation<Entry> | undefined {
  const own = termAt(vault, asked.note, asked.lines, position);
  const other = shipped && termAt(shipped, asked.note, asked.lines, position);
  const found = explainMatches(own?.match, other?.match, vault);
  const place = found && (found.match === own?.match ? own : other);
  if (!found || !place) return undefined;
  const { range, text } = place;
  const { match, definitions, entries } = found;
  const [best] = definitions;
  if (best && isWithin(best, asked.path, position)) return undefined;
  return { range, text, kind: match.kind, definitions, entries };
}

/**
 * What explains one place of a text: the better of what the vault and the shipped glossary find there, completed by the other.
 * `undefined` where neither finds anything.
 * @param own what the vault finds, `other` what the shipped glossary does.
 */
export function explainMatches<Entry extends TermNames>(
  own: TermMatch<Definition> | undefined,
  other: TermMatch<Entry> | undefined,
  vault: TermFinder,
): MatchExplanation<Entry> | undefined {
  if (own && (!other || compareMatches(own, other) <= 0)) return ownExplanation(own, other);
  return other && otherExplanation(other, vault);
}

/** Negative where `a` is the better match for a place: the longer one, then the one that agrees better. */
export function compareMatches(
  a: MatchExplanation<unknown>['match'],
  b: MatchExplanation<unknown>['match'],
): number {
  const byLength = b.end - b.start - (a.end - a.start);
  return byLength || matchKinds.indexOf(a.kind) - matchKinds.indexOf(b.kind);
}

function ownExplanation<Entry extends TermNames>(
  match: TermMatch<Definition>,
  other: TermMatch<Entry> | undefined,
): MatchExplanation<Entry> {
  const definitions = bestFirst(match.values);
  if (!other) return { match, definitions, entries: [] };
  const names = new Set(definitions.flatMap(({ term, names }) => [term, ...names]).map(foldWord));
  const isSame = (entry: Entry): boolean => namesOfEntry(entry).some((name) => names.has(foldWord(name)));
  const sameKind = other.kind === match.kind && other.end - other.start === match.end - match.start;
  return { match, definitions, entries: sameKind ? other.values : other.values.filter(isSame) };
}

/** The vault may define under another name what only the shipped glossary knows by this one. */
function otherExplanation<Entry extends TermNames>(
  match: TermMatch<Entry>,
  vault: TermFinder,
): MatchExplanation<Entry> {
  const definitions = new Set<Definition>();
  for (const name of match.values.flatMap(namesOfEntry)) {
    const found = vault.findAt(name, 0);
    const isWhole = found && found.end === name.length && isNamed(found.kind);
    if (isWhole) for (const definition of found.values) definitions.add(definition);
  }
  return { match, definitions: bestFirst([...definitions]), entries: match.values };
}

function isNamed(kind: MatchKind): boolean {
  return kind === 'exact' || kind === 'folded' || kind === 'alias';
}

function namesOfEntry({ names, abbreviations = [] }: TermNames): readonly string[] {
  return [...Object.values(names).flat(), ...abbreviations];
}

function isWithin({ path, range, body }: Definition, asked: string, position: Position): boolean {
  return path === asked && (contains(range, position) || contains(body, position));
}
