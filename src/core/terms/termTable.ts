import { stemmer } from '@orama/stemmers/german';
import { foldWord } from './fold';

/** A word in a text; offsets are 0-based UTF-16, `end` exclusive. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** How a text's words agree with a term, best first. */
export type MatchKind = 'exact' | 'folded' | 'stem';

/** A term found in a text. */
export interface TermMatch<T> {
  readonly start: number;
  readonly end: number;
  readonly kind: MatchKind;
  /** What the table holds for the term, in the order in which it was added; never empty. */
  readonly values: readonly T[];
}

interface Entry<T> {
  readonly words: readonly string[];
  readonly value: T;
}

const wordPattern = /[\p{L}\p{M}\p{N}_]+/gu;
const kinds: readonly MatchKind[] = ['exact', 'folded', 'stem'];

/** The words of a text. Hyphens part words, so that `Norm-Clipping` and `Norm Clipping` agree. */
export function wordsOf(text: string): readonly Word[] {
  return Array.from(text.matchAll(wordPattern), ({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }));
}

/**
 * Terms of one or more words, found in their inflected forms. Each term belongs to an owner (a note, an experiment), whose terms are
 * replaced together.
 */
export class TermTable<T> {
  /** By the stems of a term's words, and by owner: a word that thousands of notes explain is as quick to change as any other. */
  readonly #entries = new Map<string, Map<string, Entry<T>[]>>();
  readonly #keysOfOwner = new Map<string, Set<string>>();
  #longest = 0;

  /** Replaces all terms of `owner`; an empty list removes them. */
  set(owner: string, terms: Iterable<{ readonly term: string; readonly value: T }>): void {
    this.#remove(owner);
    const keys = new Set<string>();
    for (const { term, value } of terms) {
      const words = wordsOf(term).map(({ text }) => text);
      if (words.length === 0) continue;
      const key = words.map(stem).join(' ');
      this.#add(key, owner, { words, value });
      keys.add(key);
      this.#longest = Math.max(this.#longest, words.length);
    }
    if (keys.size > 0) this.#keysOfOwner.set(owner, keys);
  }

  #add(key: string, owner: string, entry: Entry<T>): void {
    let byOwner = this.#entries.get(key);
    if (!byOwner) {
      byOwner = new Map();
      this.#entries.set(key, byOwner);
    }
    const entries = byOwner.get(owner);
    if (entries) entries.push(entry);
    else byOwner.set(owner, [entry]);
  }

  #remove(owner: string): void {
    for (const key of this.#keysOfOwner.get(owner) ?? []) {
      const byOwner = this.#entries.get(key);
      byOwner?.delete(owner);
      if (byOwner?.size === 0) this.#entries.delete(key);
    }
    this.#keysOfOwner.delete(owner);
  }

  /** Every term in a text, left to right, the longest at each place, none overlapping. */
  findAll(text: string): readonly TermMatch<T>[] {
    const words = wordsOf(text);
    const matches: TermMatch<T>[] = [];
    for (let index = 0; index < words.length; ) {
      const found = this.#longestAt(words, index);
      if (found) matches.push(found.match);
      index += found?.length ?? 1;
    }
    return matches;
  }

  /** The term that covers an offset of a text, the longest where several do; `undefined` where none does. */
  findAt(text: string, offset: number): TermMatch<T> | undefined {
    const words = wordsOf(text);
    const at = words.findIndex(({ start, end }) => start <= offset && offset <= end);
    if (at < 0) return undefined;
    let best: TermMatch<T> | undefined;
    for (let first = Math.max(0, at - this.#longest + 1); first <= at; first++) {
      const match = this.#longestAt(words, first)?.match;
      const covers = match && match.start <= offset && offset <= match.end;
      if (covers && (!best || match.end - match.start > best.end - best.start)) best = match;
    }
    return best;
  }

  #longestAt(
    words: readonly Word[],
    first: number,
  ): { readonly match: TermMatch<T>; readonly length: number } | undefined {
    for (let length = Math.min(this.#longest, words.length - first); length > 0; length--) {
      const phrase = words.slice(first, first + length);
      const byOwner = this.#entries.get(phrase.map(({ text }) => stem(text)).join(' '));
      const match = byOwner && bestMatch(phrase, [...byOwner.values()].flat());
      if (match) return { match, length };
    }
    return undefined;
  }
}

/** Keeps the entries that agree best: where an exact one exists, one that only shares the stem is another word. */
function bestMatch<T>(phrase: readonly Word[], entries: readonly Entry<T>[]): TermMatch<T> | undefined {
  const start = phrase[0]?.start ?? 0;
  const end = phrase.at(-1)?.end ?? start;
  const texts = phrase.map(({ text }) => text);
  for (const kind of kinds) {
    const values = entries.filter((entry) => agree(texts, entry.words, kind)).map(({ value }) => value);
    if (values.length > 0) return { start, end, kind, values };
  }
  return undefined;
}

function agree(texts: readonly string[], words: readonly string[], kind: MatchKind): boolean {
  return words.every((word, index) => {
    const text = texts[index] ?? '';
    if (kind === 'exact' || isAbbreviation(word)) return text === word;
    return kind === 'stem' || foldWord(text) === foldWord(word);
  });
}

/** SGD, ReLU, NN: written in capitals, so that lower-case words of the same letters are something else. */
function isAbbreviation(word: string): boolean {
  return (word.match(/\p{Lu}/gu)?.length ?? 0) >= 2;
}

const stems = new Map<string, string>();

/** The stem of a word, remembered: a vault has far fewer words than places where they stand. */
function stem(word: string): string {
  let known = stems.get(word);
  if (known === undefined) {
    if (stems.size > 50_000) stems.clear();
    known = stemmer(foldWord(word));
    stems.set(word, known);
  }
  return known;
}
