import { foldCase } from '../terms/fold';

const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** What typed text and names are compared by: without case and accents, umlauts as `ae`, `oe`, `ue`, `ss`. */
export function searchKey(text: string): string {
  if (isAscii.test(text)) return text.toLowerCase();
  return foldCase(text)
    .replace(/[äöüß]/g, (letter) => umlauts[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

// Most names are ASCII, and for these a regular expression is much faster than Unicode's normalisation.
const isAscii = /^[\0-\x7f]*$/;

/** How well a name fits what was typed, best first: all of it, its beginning, the beginning of a word, a part, letters in this order. */
export type Fit = 0 | 1 | 2 | 3 | 4;

/** How well `key` fits `typed`, both search keys; `undefined` where it does not. Nothing typed fits everything equally. */
export function fitOf(key: string, typed: string): Fit | undefined {
  const found = key.indexOf(typed);
  if (found < 0) return hasInOrder(key, typed) ? 4 : undefined;
  if (found === 0) return key.length === typed.length ? 0 : 1;
  return startsWord(key, typed, found) ? 2 : 3;
}

function startsWord(key: string, typed: string, first: number): boolean {
  for (let at = first; at >= 0; at = key.indexOf(typed, at + 1)) {
    if (wordBreak.test(key[at - 1] ?? ' ')) return true;
  }
  return false;
}

const wordBreak = /[\s\-_./()[\],&+:;'"]/;

function hasInOrder(key: string, typed: string): boolean {
  if (typed.length > key.length) return false;
  let next = 0;
  for (let at = 0; at < key.length && next < typed.length; at++) {
    if (key.charCodeAt(at) === typed.charCodeAt(next)) next++;
  }
  return next === typed.length;
}

/** The best few of many, sorted. Each is compared with the worst one kept, so most cost one comparison. */
export class BestOf<T> {
  readonly #compare: (a: T, b: T) => number;
  readonly #limit: number;
  readonly #best: T[] = [];

  constructor(limit: number, compare: (a: T, b: T) => number) {
    this.#limit = limit;
    this.#compare = compare;
  }

  /** Keeps `item` if it is among the best so far. Of equal ones the earlier is better. */
  add(item: T): void {
    const best = this.#best;
    const worst = best.at(-1);
    if (best.length >= this.#limit && worst !== undefined && this.#compare(item, worst) >= 0) return;
    let low = 0;
    let high = best.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#compare(item, best[middle] as T) < 0) high = middle;
      else low = middle + 1;
    }
    best.splice(low, 0, item);
    if (best.length > this.#limit) best.pop();
  }

  /** Best first. */
  get items(): readonly T[] {
    return this.#best;
  }
}
