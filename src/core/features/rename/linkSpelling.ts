import type { LinkForm } from './linkSpans';

/** What a Markdown link's target cannot hold as it is: what is encoding itself, divides, escapes or ends it. */
const special = /[\s%#?\\<>|`\p{Cc}]|&(?=#?\w+;)/gu;

/**
 * Part of a link's target as it must be written.
 * @param before what stands there now: where it encodes letters, its successor does too.
 */
export function spelled(text: string, form: LinkForm, before: string): string {
  if (form === 'wikilink') return text;
  const encoded = text.replace(special, encodeURIComponent);
  const withoutScheme = encoded.replace(/^[^/]*:/, (scheme) => scheme.replaceAll(':', '%3A'));
  const spelledOut = form === 'angle' ? inAngles(withoutScheme) : withParentheses(withoutScheme);
  return /%[89a-f][0-9a-f]/i.test(before)
    ? spelledOut.replace(/[^\0-\x7f]+/g, encodeURIComponent)
    : spelledOut;
}

/** Between `<` and `>` spaces may stay. */
function inAngles(text: string): string {
  return text.replaceAll('%20', ' ');
}

/** Parentheses may stay where each has its partner. */
function withParentheses(text: string): string {
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth++;
    if (character === ')' && --depth < 0) break;
  }
  return depth === 0 ? text : text.replaceAll('(', '%28').replaceAll(')', '%29');
}
