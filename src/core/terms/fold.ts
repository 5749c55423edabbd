/** Equal for texts that differ in case or in how Unicode composes letters (a Mac's `u` + `¨`). Never depends on the locale. */
export function foldCase(text: string): string {
  return isAscii.test(text) ? text.toLowerCase() : text.normalize('NFC').toLowerCase();
}

/** Most names are, and Unicode's normalisation takes many times as long as this. */
const isAscii = /^[\0-\x7f]*$/;

/** Equal for words that people take as the same: case, composition, `ß`/`ss`, and sub- or superscripts (`L₂`, `L_2`, `L2`). */
export function foldWord(word: string): string {
  return word.normalize('NFKC').toLowerCase().replaceAll('ß', 'ss').replaceAll('_', '');
}
