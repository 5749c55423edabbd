import { isFamilyKey, wordHead, wordKey } from './wordKey';

/** A term as a part of a longer word. */
export interface CompoundPart {
  /** The part's key (`wordKey`). */
  readonly key: string;
  /** The part as it stands in the word, without umlauts; as the last one with its ending, and a capital in a noun. */
  readonly text: string;
  readonly isLast: boolean;
}

/** What stands before the last part and makes it another word instead of a compound: `Entfaltung` is no `Faltung`. */
const prefixes = new Set(
  (
    'ab an auf aus bei be dar durch ein ent er fort ge gegen her hin hinter los miss mit nach nicht nicht non nieder ob uber um un ' +
    'unter ver vor voraus weg wider wieder zer zu zuruck zusammen de re in dis anti para mono tele foto photo karto bio geo typo'
  ).split(' '),
);

/** Ends of words that look like compounds and have a meaning of their own. */
const ownMeaning = /(?:gleichgewicht|geschicht|schwerpunkt|zeitpunkt|standpunkt|plattform)[a-z]{0,3}$/;

/** What may join two words of a compound. */
const linkers = ['', 's', 'n', 'en', 'es', 'e', 'er'];

/** What follows a word and is a suffix, not a second word: `Modellierung`, `Vektorisierung`. */
const suffix =
  /^(?:[a-z]?ier|ung|isier|isch|lich|keit|heit|schaft|bar|haft|los|itat|ismus|ist|iker|chen|lein|al)/;

/** What turns a noun into an adjective that is still about it: `gradientenbasiert`, `elementweise`. */
const adjectiveEnd =
  /^(?:basiert|gestutzt|getrieben|abhangig|unabhangig|spezifisch|weise|invariant|erhaltend|optimal|artig|formig|orientiert|gesteuert|bezogen)/;

const shortestPart = 5;
const shortestWord = 8;

/**
 * The terms that a word may be made of, best first: as its last part, the longest first, then as its first.
 * @param has whether a term has this key.
 * @param hasHead the key of the term that is spelt so, folded and without umlauts; `undefined` for none.
 */
export function* compoundParts(
  word: string,
  has: (key: string) => boolean,
  hasHead: (folded: string) => string | undefined,
): Generator<CompoundPart> {
  const folded = wordHead(word);
  // Capitals within a word make it a name: `TensorFlow`.
  if (folded.length < shortestWord || /\p{L}\p{Lu}/u.test(word)) return;
  const isNoun = word.charAt(0) !== word.charAt(0).toLowerCase();
  if (!ownMeaning.test(folded)) yield* lastParts(folded, wordKey(word), isNoun, has, hasHead);
  yield* firstParts(folded, isNoun, hasHead);
}

function* lastParts(
  folded: string,
  key: string,
  isNoun: boolean,
  has: (key: string) => boolean,
  hasHead: (folded: string) => string | undefined,
): Generator<CompoundPart> {
  for (let at = 3; at <= key.length - 4; at++) {
    const part = key.slice(at);
    if (!has(part) || (!isNoun && !isFamilyKey(part))) continue;
    const before = folded.slice(0, at);
    if (!prefixes.has(before) && isFirstWord(before, part.length, hasHead))
      yield { key: part, text: withCase(folded.slice(at), isNoun), isLast: true };
  }
}

/** Short words end many longer ones by chance, so that what stands before them must be a word: a known one, or one
 * that ends as first words do. */
function isFirstWord(
  before: string,
  partLength: number,
  hasHead: (folded: string) => string | undefined,
): boolean {
  if (partLength >= shortestPart) return true;
  const isKnown = linkers.some((linker) => before.endsWith(linker) && hasHead(withoutEnd(before, linker)));
  return (
    isKnown || (before.length >= shortestPart && /(?:[sn]|al|iv|ik|or)$/.test(before)) || before === 'teil'
  );
}

function* firstParts(
  folded: string,
  isNoun: boolean,
  hasHead: (folded: string) => string | undefined,
): Generator<CompoundPart> {
  for (let end = folded.length - 4; end >= 4; end--) {
    const text = folded.slice(0, end);
    const key = hasHead(text);
    if (key !== undefined && isSecondWord(folded.slice(end), end < shortestPart ? 5 : 4, isNoun))
      yield { key, text, isLast: false };
  }
}

function isSecondWord(behind: string, shortest: number, isNoun: boolean): boolean {
  return linkers.some((linker) => {
    if (!behind.startsWith(linker)) return false;
    const rest = behind.slice(linker.length);
    return isNoun
      ? rest.length >= shortest && !suffix.test(behind) && !suffix.test(rest)
      : adjectiveEnd.test(rest);
  });
}

function withCase(part: string, isNoun: boolean): string {
  return isNoun ? part.charAt(0).toUpperCase() + part.slice(1) : part;
}

function withoutEnd(text: string, end: string): string {
  return text.slice(0, text.length - end.length);
}
