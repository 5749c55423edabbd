/** Widths of characters in a common sans-serif font, as shares of its size; a little generous. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/[iljtfrI.,:;|!'()[\] ’‘·]/, 0.34],
  [/[⁰¹²³⁴⁵⁶⁷⁸⁹⁻₀₁₂₃₄₅₆₇₈₉]/, 0.42],
  [/[mwMW@%—…∞]/, 0.95],
  [/[A-ZÄÖÜ]/, 0.7],
  [/[\u2e80-\uffff]/, 1.05],
];
const USUAL_WIDTH = 0.58;

function characterWidth(character: string): number {
  return widths.find(([pattern]) => pattern.test(character))?.[1] ?? USUAL_WIDTH;
}

/** About how wide a line of text is, in the unit of `fontSize`: for where there is no page that could measure it. */
export function estimateWidth(text: string, fontSize: number): number {
  return [...text].reduce((sum, character) => sum + characterWidth(character), 0) * fontSize;
}

/** A word in pieces that fit; all but very long words are one piece. */
function breakWord(word: string, fontSize: number, width: number): readonly string[] {
  const pieces = [''];
  for (const character of word) {
    const last = pieces.at(-1) ?? '';
    if (last === '' || estimateWidth(last + character, fontSize) <= width)
      pieces[pieces.length - 1] += character;
    else pieces.push(character);
  }
  return pieces;
}

/** Text in lines of about at most `width`, in the unit of `fontSize`. None for an empty text. */
export function wrapText(text: string, fontSize: number, width: number): readonly string[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const lines: string[] = [];
  for (const piece of words.flatMap((word) => breakWord(word, fontSize, width))) {
    const last = lines.at(-1);
    const joined = `${last} ${piece}`;
    if (last !== undefined && estimateWidth(joined, fontSize) <= width) lines[lines.length - 1] = joined;
    else lines.push(piece);
  }
  return lines;
}
