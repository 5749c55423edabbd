/**
 * What names are sorted by, compared by code units: as German lexica do (DIN 5007-1), ä as a, ß as ss, without case, accents and
 * punctuation, numbers by their value. Does not depend on a locale, and is many times faster than comparing with one.
 */
export function germanSortKey(text: string): string {
  let key = keys.get(text);
  if (key === undefined) {
    if (keys.size > 50_000) keys.clear();
    key = makeKey(text);
    keys.set(text, key);
  }
  return key;
}

/** Remembered: the same names are sorted whenever something changes. */
const keys = new Map<string, string>();

/** The capital under which a name stands: `A` for `Ähnlichkeit`, `#` for what begins with a digit or has neither letter nor digit. */
export function initialOf(text: string): string {
  const first = /[\p{L}\p{N}]/u.exec(germanSortKey(text))?.[0] ?? '';
  return /\p{L}/u.test(first) ? first.toUpperCase() : '#';
}

/** Sorts by names as German lexica do; of names that differ in accents or case only, the first in code-unit order comes first. */
export function inGermanOrder<T>(items: readonly T[], nameOf: (item: T) => string): readonly T[] {
  return items
    .map((item) => ({ item, name: nameOf(item), key: germanSortKey(nameOf(item)) }))
    .sort((a, b) => compare(a.key, b.key) || compare(a.name, b.name))
    .map(({ item }) => item);
}

function makeKey(text: string): string {
  const letters = isPlain.test(text)
    ? text.toLowerCase().replace(/[äöüß-]/g, (letter) => plain[letter] ?? letter)
    : plainLetters(text);
  return hasNumber.test(letters) ? letters.replace(/\d+/g, (digits) => digits.padStart(8, '0')) : letters;
}

/** Nearly all names are, and Unicode's normalisation takes many times as long. */
const isPlain = /^[a-z0-9äöüÄÖÜß][a-z0-9äöüÄÖÜß -]*$/i;
const plain: Readonly<Record<string, string>> = { ä: 'a', ö: 'o', ü: 'u', ß: 'ss', '-': ' ' };
const hasNumber = /\d/;

function plainLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
