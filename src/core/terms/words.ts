/** A word in a text; offsets are 0-based UTF-16, `end` exclusive. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What a UTF-16 code unit is to words: 0 not known yet, 1 no part of one, 2 a part of one. */
const kinds = new Uint8Array(0x10000);
const inWord = /^[\p{L}\p{M}\p{N}]$/u;
const softHyphen = 0xad;
const underscore = 0x5f;

/**
 * The words of a text: letters and digits, with soft hyphens within, an index behind an underscore (`L_2`), and the English genitive.
 * Hyphens part words, so that `Norm-Clipping` and `Norm Clipping` agree. Of a text from `from` to `to`, which stand between words.
 */
export function wordsOf(text: string, from = 0, to = text.length): readonly Word[] {
  const words: Word[] = [];
  for (let start = from; start < to; start++) {
    let end = endOfLetters(text, start);
    if (end === start) continue;
    while (text.charCodeAt(end) === softHyphen) {
      const next = endOfLetters(text, end + 1);
      if (next === end + 1) break;
      end = next;
    }
    end = endOfSuffix(text, end);
    words.push({ text: text.slice(start, end), start, end });
    start = end - 1;
  }
  return words;
}

/** Where the letters and digits end that begin at an offset. */
function endOfLetters(text: string, start: number): number {
  let end = start;
  for (let length = lengthOfLetter(text, end); length > 0; length = lengthOfLetter(text, end)) end += length;
  return end;
}

/** How many code units the letter or digit at an offset takes; 0 for anything else. */
function lengthOfLetter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  // Also at the end of the text, where the code is NaN.
  if (!(code < 0xd800 || code > 0xdfff))
    return at < text.length && inWord.test(characterAt(text, at)) ? 2 : 0;
  let kind = kinds[code];
  if (kind === 0) {
    kind = inWord.test(text.charAt(at)) ? 2 : 1;
    kinds[code] = kind;
  }
  return kind === 2 ? 1 : 0;
}

/** A character beyond the 65,536 of one code unit. */
function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0);
}

/** Behind `_2` and `'s`, where a word goes on with them. */
function endOfSuffix(text: string, end: number): number {
  const next = text.charCodeAt(end);
  if (next === underscore) {
    const digits = /_\p{N}+/uy;
    digits.lastIndex = end;
    return digits.test(text) ? digits.lastIndex : end;
  }
  const isGenitive = (next === 0x27 || next === 0x2019) && text.charAt(end + 1) === 's';
  return isGenitive && lengthOfLetter(text, end + 2) === 0 ? end + 2 : end;
}

/** What may stand between the words of one phrase: spaces (behind an apostrophe: Bayes' theorem), a line break with the marks of a quote or list level, emphasis. */
const withinPhrase = /^(?:['’]?[*_]*[ \t\u00a0]+[*_]*|[*_]*[ \t]*\r?\n[ \t]*(?:>[ \t]*)*[*_]*)$/;
/** Also behind a formula: `$L_2$-Norm`. */
const hyphen = /^[*_$]*[-\u2010\u2011][*_$]*$/;

/** Between each word and the next: `'-'` for a hyphen, `' '` for what is within a phrase, `''` for what parts phrases. */
export function gapsBetween(text: string, words: readonly Word[]): readonly string[] {
  const gaps: string[] = [];
  for (let index = 1; index < words.length; index++)
    gaps.push(gapBetween(text, words[index - 1] as Word, words[index] as Word));
  return gaps;
}

const space = 0x20;

function gapBetween(text: string, before: Word, after: Word): string {
  // Nearly all of them; the rest of this takes many times as long.
  if (after.start - before.end === 1 && text.charCodeAt(before.end) === space) return ' ';
  const gap = text.slice(before.end, after.start);
  if (hyphen.test(gap)) return '-';
  // i.i.d.
  if (gap === '.' && before.text.length === 1 && after.text.length === 1) return ' ';
  return withinPhrase.test(gap) ? ' ' : '';
}

/** Whether a gap joins two words to one. */
export function isHyphen(gap: string): boolean {
  return gap === '-';
}
