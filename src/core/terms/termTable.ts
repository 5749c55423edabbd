import { type CompoundPart, compoundParts } from './compound';
import { foldWord } from './fold';
import { isInflection } from './inflection';
import { Phrases } from './phrases';
import { type WordForm, wordForm } from './wordKey';
import { wordsOf } from './words';

/** How a text's words agree with a term, best first: `compound` means that they contain it. */
export type MatchKind = 'exact' | 'folded' | 'alias' | 'stem' | 'compound';

/** Every kind of match, best first. */
export const matchKinds: readonly MatchKind[] = ['exact', 'folded', 'alias', 'stem', 'compound'];

/** A name of a term, with what the table holds for it. */
export interface TermName<T> {
  readonly name: string;
  readonly value: T;
  /** Whether it is another name than the usual one. */
  readonly isAlias?: boolean;
}

/** A term found in a text. */
export interface TermMatch<T> {
  /** 0-based UTF-16 offsets; `end` is exclusive. A compound is in it from its first letter to its last. */
  readonly start: number;
  readonly end: number;
  readonly kind: MatchKind;
  /** What the table holds for the term; never empty. */
  readonly values: readonly T[];
}

/** Picks those of a term's values that count where the text stands; none of them: the term is not there. */
export type SelectValues<T> = (values: readonly T[]) => readonly T[];

interface Entry<T> {
  readonly owner: string;
  readonly value: T;
  readonly isAlias: boolean;
  readonly words: readonly TermWord[];
}

/** A word of a name, ready for comparing. */
interface TermWord {
  readonly text: string;
  readonly isAbbreviation: boolean;
}

/** Words `first … last` of a text agree with a term. */
interface PhraseMatch<T> {
  readonly first: number;
  readonly last: number;
  readonly kind: MatchKind;
  readonly values: readonly T[];
}

/**
 * Terms of one or more words, found in the forms in which people write them. Each term belongs to an owner (a note, an experiment), whose
 * terms are replaced together.
 */
export class TermTable<T> {
  /** By the keys of a name's words, joined by spaces, and by the key of all of them written as one. */
  readonly #entries = new Map<string, Entry<T>[]>();
  readonly #keysOfOwner = new Map<string, readonly string[]>();
  /** Names of one word, folded, with their keys: what a compound may begin with. Those that are gone lead to no entry. */
  readonly #heads = new Map<string, string>();
  /** What names of one word begin with, so that words written apart are looked up only where they may be one. */
  readonly #starts = new Set<string>();
  /** The most words of a name that begins with the word of this key. */
  readonly #longest = new Map<string, number>();

  /** Whether words have nothing to do with any term, as far as they were asked about since the last change. */
  #idle = new WeakMap<WordForm, boolean>();

  /** Replaces all terms of `owner`; an empty list removes them. */
  set(owner: string, names: Iterable<TermName<T>>): void {
    this.#idle = new WeakMap();
    this.#remove(owner);
    const keys: string[] = [];
    for (const { name, value, isAlias = false } of names) {
      const texts = wordsOf(name).map(({ text }) => text);
      const words = texts.map((text) => ({ text, isAbbreviation: isAbbreviation(text) }));
      const entry: Entry<T> = { owner, value, isAlias, words };
      for (const key of this.#keysFor(words)) {
        const entries = this.#entries.get(key);
        if (entries) entries.push(entry);
        else this.#entries.set(key, [entry]);
        keys.push(key);
      }
    }
    if (keys.length > 0) this.#keysOfOwner.set(owner, keys);
  }

  /** Every term in a text, left to right, the longest at each place, none overlapping. */
  findAll(text: string, select: SelectValues<T> = all): readonly TermMatch<T>[] {
    const matches: TermMatch<T>[] = [];
    for (const { start, end } of stretches(text)) {
      const phrases = new Phrases(text, start, end);
      for (let first = 0; first < phrases.count; ) {
        const groupEnd = phrases.groupEnd(first);
        const isIdle =
          groupEnd === first && this.#isIdle(phrases, first) && !this.#mayBeApart(phrases, first);
        const found = isIdle
          ? undefined
          : (this.#wholeMatch(phrases, first, groupEnd, select) ??
            this.#bestPart(phrases, first, groupEnd, select) ??
            this.#compoundAt(phrases, groupEnd, select));
        if (found) matches.push(withOffsets(phrases, found));
        first = Math.max(groupEnd, found?.last ?? 0) + 1;
      }
    }
    return matches;
  }

  /** The term that covers an offset of a text, the longest where several do; `undefined` where none does. */
  findAt(text: string, offset: number, select: SelectValues<T> = all): TermMatch<T> | undefined {
    const phrases = new Phrases(text);
    const at = phrases.at(offset);
    if (at === undefined) return undefined;
    const [groupStart, groupEnd] = [phrases.groupStart(at), phrases.groupEnd(at)];
    let whole: PhraseMatch<T> | undefined;
    for (let first = Math.max(0, at - mostWords + 1); first <= groupStart; first++) {
      const match = this.#longestAt(phrases, first, groupEnd, phrases.count - 1, select);
      if (match && (!whole || match.last - match.first > whole.last - whole.first)) whole = match;
    }
    const found =
      (whole && asPart(phrases, whole)) ??
      this.#bestPart(phrases, groupStart, groupEnd, select) ??
      this.#compoundAt(phrases, groupEnd, select);
    return found && withOffsets(phrases, found);
  }

  /** The longest term that begins with a hyphenated word and covers all of it. */
  #wholeMatch(
    phrases: Phrases,
    first: number,
    groupEnd: number,
    select: SelectValues<T>,
  ): PhraseMatch<T> | undefined {
    const match = this.#longestAt(phrases, first, groupEnd, phrases.count - 1, select);
    return match && asPart(phrases, match);
  }

  /** Of the terms that are parts of a hyphenated word the last one, the longest where several end there. */
  #bestPart(
    phrases: Phrases,
    groupStart: number,
    groupEnd: number,
    select: SelectValues<T>,
  ): PhraseMatch<T> | undefined {
    if (groupStart === groupEnd || negates(phrases.text(groupStart))) return undefined;
    let best: PhraseMatch<T> | undefined;
    for (let first = groupStart; first <= groupEnd; first++) {
      const match = this.#longestAt(phrases, first, first, groupEnd, select);
      if (match && (!best || match.last > best.last)) best = match;
    }
    return best && asPart(phrases, best);
  }

  /** The longest term that begins with a word and ends with one of `least … most`. */
  #longestAt(
    phrases: Phrases,
    first: number,
    least: number,
    most: number,
    select: SelectValues<T>,
  ): PhraseMatch<T> | undefined {
    const longest = Math.min(this.#longest.get(phrases.form(first).key) ?? 1, mostWords);
    for (let last = Math.min(first + longest - 1, most); last > first && last >= least; last--) {
      if (!phrases.isOne(first, last)) continue;
      const found = this.#agreeing(phrases.joinedKey(first, last), phrases.texts(first, last), select);
      if (found) return { first, last, ...found };
    }
    const apart = first + 1 >= least && first < most ? this.#writtenApart(phrases, first, select) : undefined;
    if (apart || first < least) return apart;
    const found = this.#agreeing(phrases.form(first).key, [phrases.text(first)], select);
    return found && { first, last: first, ...found };
  }

  /** Whether no term begins with a word, is one of its forms or a part of it. Most words of a text; each is looked at once. */
  #isIdle(phrases: Phrases, index: number): boolean {
    const form = phrases.form(index);
    let isIdle = this.#idle.get(form);
    if (isIdle === undefined) {
      const { key } = form;
      const isNamed = this.#entries.has(key) || this.#longest.has(key);
      isIdle = !isNamed && this.#parts(phrases.text(index)).next().done === true;
      this.#idle.set(form, isIdle);
    }
    return isIdle;
  }

  /** Whether a word and the next begin as some term does that is written as one. */
  #mayBeApart(phrases: Phrases, first: number): boolean {
    if (!phrases.mayBeOneWord(first)) return false;
    const { head } = phrases.form(first);
    const start = head.length >= startLength ? head : head + phrases.form(first + 1).head;
    return this.#starts.has(start.slice(0, startLength));
  }

  /** `Loss-Funktion`, `Loss Funktion`: two words that the term writes as one. */
  #writtenApart(phrases: Phrases, first: number, select: SelectValues<T>): PhraseMatch<T> | undefined {
    const last = first + 1;
    if (!this.#mayBeApart(phrases, first)) return undefined;
    const word = phrases.text(first) + phrases.text(last);
    const found = this.#agreeing(wordForm(word).key, [word], select);
    return (
      found && { first, last, kind: found.kind === 'exact' ? 'folded' : found.kind, values: found.values }
    );
  }

  /** The terms with a key, as far as they agree with the words. Where one is exact, one that only shares the stem is another word. */
  #agreeing(
    key: string,
    texts: readonly string[],
    select: SelectValues<T>,
  ): Pick<TermMatch<T>, 'kind' | 'values'> | undefined {
    const entries = this.#entries.get(key);
    if (!entries) return undefined;
    const [only] = entries;
    if (only && entries.length === 1) {
      const kind = agreement(texts, only, key);
      const values = kind ? select([only.value]) : [];
      return kind && values.length > 0 ? { kind, values } : undefined;
    }
    const ranked = entries.flatMap((entry) => {
      const kind = agreement(texts, entry, key);
      return kind ? [{ kind, value: entry.value }] : [];
    });
    const isNamed = ranked.some(({ kind }) => kind !== 'stem');
    const agreeing = isNamed ? ranked.filter(({ kind }) => kind !== 'stem') : ranked;
    const values = agreeing.length === 0 ? [] : select([...new Set(agreeing.map(({ value }) => value))]);
    if (values.length === 0) return undefined;
    const kinds = agreeing.filter(({ value }) => values.includes(value)).map(({ kind }) => kind);
    return { kind: matchKinds.find((kind) => kinds.includes(kind)) ?? 'stem', values };
  }

  /** A word that has a term as its last or first part. */
  #compoundAt(phrases: Phrases, at: number, select: SelectValues<T>): PhraseMatch<T> | undefined {
    if (phrases.groupStart(at) !== at && negates(phrases.text(phrases.groupStart(at)))) return undefined;
    const found = this.#compound(phrases.text(at), select);
    return found && asPart(phrases, { first: at, last: at, ...found });
  }

  #compound(word: string, select: SelectValues<T>): Omit<PhraseMatch<T>, 'first' | 'last'> | undefined {
    for (const { key, text, isLast } of this.#parts(word)) {
      const entries = (this.#entries.get(key) ?? []).filter(({ words: [first, second] }) => {
        if (!first || first.isAbbreviation || second) return false;
        return isLast ? isInflection(first.text, text, key, true) : wordForm(first.text).head === text;
      });
      const values = entries.length > 0 ? select([...new Set(entries.map(({ value }) => value))]) : [];
      if (values.length > 0) return { kind: 'compound', values };
    }
    return undefined;
  }

  #parts(word: string): Generator<CompoundPart> {
    return compoundParts(
      word,
      (key) => this.#entries.has(key),
      (folded) => this.#heads.get(folded),
    );
  }

  /** The keys under which a name is found; none for a name without words. */
  #keysFor(words: readonly TermWord[]): readonly string[] {
    const [first] = words;
    if (!first) return [];
    const keys = words.map(({ text }) => wordForm(text).key);
    const [firstKey = ''] = keys;
    if (words.length > (this.#longest.get(firstKey) ?? 1)) this.#longest.set(firstKey, words.length);
    if (words.length === 1) {
      const { head } = wordForm(first.text);
      if (head.length < 3 || first.isAbbreviation) return keys;
      this.#heads.set(head, firstKey);
      this.#starts.add(head.slice(0, startLength));
      return keys;
    }
    const asOne = wordForm(words.map(({ text }) => text).join('')).key;
    return words.length <= 3 ? [keys.join(' '), asOne] : [keys.join(' ')];
  }

  #remove(owner: string): void {
    for (const key of this.#keysOfOwner.get(owner) ?? []) {
      const left = this.#entries.get(key)?.filter((entry) => entry.owner !== owner) ?? [];
      if (left.length > 0) this.#entries.set(key, left);
      else this.#entries.delete(key);
    }
    this.#keysOfOwner.delete(owner);
  }
}

/** Longer names are sentences. */
const mostWords = 8;

/** Letters by which words written apart are first compared with terms. */
const startLength = 6;

/** How much of a text is looked at together, in UTF-16 code units: little enough that its words are soon forgotten. */
const stretchLength = 4000;

/** A text in stretches that end between paragraphs: no term reaches over an empty line. */
function* stretches(text: string): Generator<{ readonly start: number; readonly end: number }> {
  const emptyLine = /\n[ \t\r>]*\n/g;
  let start = 0;
  while (start < text.length) {
    emptyLine.lastIndex = start + stretchLength;
    const end = emptyLine.exec(text) ? emptyLine.lastIndex : text.length;
    yield { start, end };
    start = end;
  }
}

/** A match that is but a part of a hyphenated word: the word contains the term. */
function asPart<T>(phrases: Phrases, match: PhraseMatch<T>): PhraseMatch<T> {
  const [first, last] = [phrases.groupStart(match.first), phrases.groupEnd(match.last)];
  return first === match.first && last === match.last ? match : { ...match, first, last, kind: 'compound' };
}

function withOffsets<T>(phrases: Phrases, { first, last, kind, values }: PhraseMatch<T>): TermMatch<T> {
  return { start: phrases.start(first), end: phrases.end(last), kind, values };
}

function agreement<T>(
  texts: readonly string[],
  { words, isAlias }: Entry<T>,
  key: string,
): MatchKind | undefined {
  const kind =
    words.length === texts.length
      ? wordsAgreement(words, texts)
      : asOneAgreement(words.map(({ text }) => text).join(''), texts.join(''), key);
  return isAlias && (kind === 'exact' || kind === 'folded') ? 'alias' : kind;
}

/** The worst of how the words agree. */
function wordsAgreement(words: readonly TermWord[], texts: readonly string[]): MatchKind | undefined {
  let worst = 0;
  for (let at = 0; at < words.length; at++) {
    const kind = wordAgreement(words[at] as TermWord, texts[at] ?? '', at === words.length - 1);
    if (!kind) return undefined;
    worst = Math.max(worst, matchKinds.indexOf(kind));
  }
  return matchKinds[worst];
}

function wordAgreement(word: TermWord, text: string, isHead: boolean): MatchKind | undefined {
  if (text === word.text) return 'exact';
  // SGD, ReLU, NN: lower-case words of the same letters are something else; several of them get an s.
  if (word.isAbbreviation) return text === `${word.text}s` && isHead ? 'stem' : undefined;
  if (foldWord(text) === foldWord(word.text)) return 'folded';
  return isInflection(word.text, text, wordForm(word.text).key, isHead) ? 'stem' : undefined;
}

/** A name of several words, written as one in the text, or the other way round. */
function asOneAgreement(name: string, text: string, key: string): MatchKind | undefined {
  if (foldWord(name) === foldWord(text)) return 'folded';
  return isInflection(name, text, key, true) ? 'stem' : undefined;
}

function isAbbreviation(word: string): boolean {
  const letters = word.match(/\p{L}/gu)?.length ?? 0;
  const capitals = word.match(/\p{Lu}/gu)?.length ?? 0;
  return capitals >= 2 && capitals >= 0.6 * letters;
}

/** What turns the part behind it into its opposite: `Nicht-Linearität`. */
function negates(word: string): boolean {
  return /^(?:nicht|non|anti)$/i.test(word);
}

function all<T>(values: readonly T[]): readonly T[] {
  return values;
}
