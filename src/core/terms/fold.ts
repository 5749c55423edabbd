/** Equal for texts that differ in case or in how Unicode composes letters (a Mac's `u` + `¨`). Never depends on the locale. */
export function foldCase(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

/** Equal for words that people take as the same: case, composition, `ß`/`ss`, and sub- or superscripts (`L₂`, `L_2`, `L2`). */
export function foldWord(word: string): string {
  return word.normalize('NFKC').toLowerCase().replaceAll('ß', 'ss').replaceAll('_', '');
}
