import { type Definition, inLanguage } from '../index/glossary';
import { type Language, languageOf } from '../terms/language';
import type { TextLines } from '../text';
import { withoutQuoteMarks } from './excerptHtml';

/** Definitions of the best rank whose language is looked at. */
const mostRivals = 5;

/**
 * The definitions among which the language decides, so that their notes' texts are needed; empty where there is no choice.
 * @param definitions best first.
 */
export function rivalsOf(definitions: readonly Definition[]): readonly Definition[] {
  const rivals = definitions.filter(({ source }) => source === definitions[0]?.source);
  return rivals.length < 2 ? [] : rivals.slice(0, mostRivals);
}

/**
 * Among definitions of the same rank those in a language come first.
 * @param definitions best first.
 * @param linesOf the text of a note, `undefined` for one that is gone or not read; asked for the notes of `rivalsOf`.
 */
export function inLanguageFirst(
  definitions: readonly Definition[],
  language: Language,
  linesOf: (path: string) => TextLines | undefined,
): readonly Definition[] {
  const languages = new Map(
    rivalsOf(definitions).map((rival) => [rival, definitionLanguage(rival, linesOf(rival.path))]),
  );
  if (languages.size === 0) return definitions;
  return inLanguage(definitions, language, (definition) => languages.get(definition));
}

/** What a definition says, in its note's Markdown without the marks of a quote around it; `''` when its note is gone meanwhile. */
export function definitionMarkdown(definition: Definition, lines: TextLines | undefined): string {
  return lines ? withoutQuoteMarks(lines.slice(definition.body)) : '';
}

/** By text and place: the same few definitions are compared again and again. */
const languages = new WeakMap<TextLines, Map<unknown, Language | undefined>>();

/** Where too few words of a definition tell, the language of its note. */
function definitionLanguage({ body }: Definition, lines: TextLines | undefined): Language | undefined {
  if (!lines) return undefined;
  const known = languages.get(lines) ?? new Map<unknown, Language | undefined>();
  languages.set(lines, known);
  const remember = (place: unknown, text: () => string): Language | undefined => {
    if (!known.has(place)) known.set(place, languageOf(text()));
    return known.get(place);
  };
  return remember(body, () => lines.slice(body)) ?? remember(lines, () => lines.text);
}
