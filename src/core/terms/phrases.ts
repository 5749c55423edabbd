import { type WordForm, wordForm } from './wordKey';
import { gapsBetween, isHyphen, type Word, wordsOf } from './words';

/** A text as words, by their index, with what stands between them. */
export class Phrases {
  readonly #words: readonly Word[];
  readonly #gaps: readonly string[];
  readonly #forms: WordForm[] = [];

  /** @param start where to begin in the text, and `end` where to end, between words. */
  constructor(text: string, start = 0, end = text.length) {
    this.#words = wordsOf(text, start, end);
    this.#gaps = gapsBetween(text, this.#words);
  }

  /** How many words there are. */
  get count(): number {
    return this.#words.length;
  }

  /** 0-based UTF-16 offset in the text. */
  start(index: number): number {
    return this.#words[index]?.start ?? 0;
  }

  /** Exclusive. */
  end(index: number): number {
    return this.#words[index]?.end ?? 0;
  }

  /** A word as it is written; `''` behind the last. */
  text(index: number): string {
    return this.#words[index]?.text ?? '';
  }

  /** The words `first … last`. */
  texts(first: number, last: number): readonly string[] {
    return this.#words.slice(first, last + 1).map(({ text }) => text);
  }

  /** A word as terms are looked up by it. */
  form(index: number): WordForm {
    let form = this.#forms[index];
    if (!form) {
      form = wordForm(this.text(index));
      this.#forms[index] = form;
    }
    return form;
  }

  /** The key of a term that is made of the words `first … last`. */
  joinedKey(first: number, last: number): string {
    let joined = this.form(first).key;
    for (let index = first + 1; index <= last; index++) joined += ` ${this.form(index).key}`;
    return joined;
  }

  /** The word at an offset, else the one directly before it: `L_2Loss` is two words without anything between them. */
  at(offset: number): number | undefined {
    const at = this.#words.findLastIndex(({ start, end }) => start <= offset && offset <= end);
    return at < 0 ? undefined : at;
  }

  /** Whether nothing but spaces, one line break, hyphens and emphasis stands between the words. */
  isOne(first: number, last: number): boolean {
    for (let index = first; index < last; index++) if (this.#gaps[index] === '') return false;
    return true;
  }

  /** The first word of the hyphenated word that a word is in; itself where it is in none. */
  groupStart(index: number): number {
    let start = index;
    while (start > 0 && isHyphen(this.#gaps[start - 1] ?? '')) start--;
    return start;
  }

  /** The last word of the hyphenated word that a word is in. */
  groupEnd(index: number): number {
    let end = index;
    while (isHyphen(this.#gaps[end] ?? '')) end++;
    return end;
  }

  /** Whether a word and the next may be one that is written apart: joined by a hyphen, or a German noun behind a space. */
  mayBeOneWord(index: number): boolean {
    const gap = this.#gaps[index] ?? '';
    const next = this.text(index + 1);
    if (next.length < 2) return false;
    return isHyphen(gap) || (gap === ' ' && next.charAt(0) !== next.charAt(0).toLowerCase());
  }
}
