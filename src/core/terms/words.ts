/** A word in a text; offsets are 0-based UTF-16, `end` exclusive. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Letters and digits, soft hyphens within, an index behind an underscore (`L_2`), and the English genitive. */
const word = /[\p{L}\p{M}\p{N}]+(?:\u00ad[\p{L}\p{M}]+)*(?:_\p{N}+|['’]s(?![\p{L}\p{M}]))?/gu;

/** The words of a text. Hyphens part words, so that `Norm-Clipping` and `Norm Clipping` agree. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  word.lastIndex = 0;
  for (let found = word.exec(text); found; found = word.exec(text))
    words.push({ text: found[0], start: found.index, end: found.index + found[0].length });
  return words;
}

/** What may stand between the words of one phrase: spaces (behind an apostrophe: Bayes' theorem), a line break with the marks of a quote or list level, emphasis. */
const withinPhrase = /^(?:['’]?[*_]*[ \t\u00a0]+[*_]*|[*_]*[ \t]*\r?\n[ \t]*(?:>[ \t]*)*[*_]*)$/;
/** Also behind a formula: `$L_2$-Norm`. */
const hyphen = /^[*_$]*[-\u2010\u2011][*_$]*$/;

/** Between each word and the next: `'-'` for a hyphen, `' '` for what is within a phrase, `''` for what parts phrases. */
export function gapsBetween(text: string, words: readonly Word[]): readonly string[] {
  return words.slice(1).map((word, index) => {
    const before = words[index];
    const gap = text.slice(before?.end ?? 0, word.start);
    if (gap === ' ') return gap;
    if (hyphen.test(gap)) return '-';
    // i.i.d.
    if (gap === '.' && before?.text.length === 1 && word.text.length === 1) return ' ';
    return withinPhrase.test(gap) ? ' ' : '';
  });
}

/** Whether a gap joins two words to one. */
export function isHyphen(gap: string): boolean {
  return gap === '-';
}
