import { isDerivedKey, wordHead } from './wordKey';

/** Neuter nouns that form their plural with `-er`, alone or as the last part of a compound. */
const pluralWithEr =
  /(?:bild|feld|wort|glied|blatt|fach|buch|band|rand|bund|haus|kind|licht|schild|rad|loch|dach|tuch|volk|brett|gesicht|geist)$/;

const adjective = /(?:isch|lich|ig|bar|haft|los|sam|al|iv|ar|ell|os|vex|kav|end|ant|ent)$/;
/** Behind the stem, which lacks the `en` of participles: `verborgen`. */
const adjectiveEndings: ReadonlySet<string> = new Set([
  '',
  'e',
  'en',
  'er',
  'es',
  'em',
  'ene',
  'enen',
  'ener',
  'enes',
  'enem',
]);

/**
 * Whether a word can be an inflected form of a term's word. Both have the same key; the key alone would join `Fehler` with `Fehlen` and the
 * noun `Gewicht` with the verb `gewichten`.
 * @param isHead whether it is the term's last word: those before it may be adjectives.
 */
export function isInflection(term: string, word: string, key: string, isHead: boolean): boolean {
  const [from, to] = [wordHead(term), wordHead(word)];
  if (from === to || to === `${from}s` || to === `${from}es`) return true;
  // Forms of a word with a suffix of derivation differ in nothing else.
  if (isDerivedKey(key)) return true;
  const [fromEnding, toEnding] = [endingOf(from, key), endingOf(to, key)];
  if (fromEnding === undefined || toEnding === undefined) return true;
  const mayBeAdjective = !isHead || adjective.test(from) || (!startsUpperCase(term) && fromEnding === '');
  if (mayBeAdjective && adjectiveEndings.has(fromEnding) && adjectiveEndings.has(toEnding)) return true;
  // A noun written in lower case is English or careless; with a German ending it is a verb or an adjective.
  if (startsUpperCase(term) && !startsUpperCase(word) && toEnding !== 's') return false;
  return isNounInflection(from, fromEnding, toEnding);
}

function isNounInflection(term: string, from: string, to: string): boolean {
  switch (from) {
    case 'er':
      return ['er', 'ers', 'ern'].includes(to) || (to === '' && pluralWithEr.test(term.slice(0, -2)));
    case 'en':
      return ['', 'en', 'ens'].includes(to);
    default:
      return to.startsWith('er') ? to.length <= 3 && pluralWithEr.test(term) : to.length <= 3;
  }
}

/** `undefined` where a rule, not a mere ending, joins word and key: there is nothing to compare. */
function endingOf(word: string, key: string): string | undefined {
  return word.startsWith(key) ? word.slice(key.length) : undefined;
}

function startsUpperCase(word: string): boolean {
  const first = word.charAt(0);
  return first !== first.toLowerCase();
}
