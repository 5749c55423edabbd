/**
 * Equal for texts that differ in case or in how Unicode composes letters (a Mac's `u` + `¨`). Never depends on the locale, nor on what
 * stands around a letter: JavaScript makes a `Σ` at the end of a word a `ς`, which it no longer is where `.md` follows.
 */
export function foldCase(text: string): string {
  return isAscii.test(text) ? text.toLowerCase() : text.normalize('NFC').toLowerCase().replaceAll('ς', 'σ');
}

/** Most names are, and Unicode's normalisation takes many times as long as this. */
const isAscii = /^[\0-\x7f]*$/;

const spelledOut: Readonly<Record<string, string>> = {
  ß: 'ss',
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  _: '',
  '\u00ad': '',
};

/**
 * Equal for words that people take as the same: case, composition, `ß`/`ss`, umlauts written as `ae`, sub- or superscripts (`L₂`, `L_2`,
 * `L2`), soft hyphens.
 */
export function foldWord(word: string): string {
  if (isPlain.test(word)) return word.toLowerCase();
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ßäöü_\u00ad]/g, (letter) => spelledOut[letter] ?? '');
}

const isPlain = /^[A-Za-z0-9]*$/;
