/** What introduces other names of a term on a line of its own: `*Auch: A, B*`, `Synonyme: A`, `Also called: A`. */
const introduction =
  /^\(?(?:auch|synonyme?|alias(?:e|es)?|abkürzung|abk\.|kurz|englisch|engl\.|also|aka|abbreviation|abbr\.|synonyms?|german|deutsch)(?: [\p{L}]+)?:\s*(.+?)\)?\.?$/iu;

/** A whole line in emphasis: names directly below a heading. */
const emphasisedLine = /^([*_]{1,2})([^*_:.!?$[\]]{2,200})\1$/;

/** Other names than these letters begin are never introduced; asked first, for paragraphs are many. */
const mayIntroduce = /^[*_(]*[asekd]/i;

/**
 * The names that a paragraph gives for the term of its section; `undefined` for a paragraph that is about something else.
 * @param isBelowHeading whether it directly follows the heading: emphasis alone is then enough.
 */
export function namesInParagraph(content: string, isBelowHeading: boolean): readonly string[] | undefined {
  if (content.length > 240 || content.includes('\n')) return undefined;
  const introduced = mayIntroduce.test(content)
    ? introduction.exec(content.replace(/[*_]/g, '').trim())
    : undefined;
  const listed = introduced?.[1] ?? (isBelowHeading ? emphasisedLine.exec(content.trim())?.[2] : undefined);
  if (listed === undefined) return undefined;
  const names = listed.split(/[,;/]| oder | or /).map((name) => name.replace(/^[\s"„“'(]+|[\s"”“')]+$/g, ''));
  return names.filter((name) => name !== '' && name.length <= 80);
}
