import { withoutQuoteMarks } from '../core/features/excerptHtml';
import { type Definition, inLanguage } from '../core/index/glossary';
import { languageOf } from '../core/terms/language';
import { TextLines } from '../core/text';
import type { Locale } from '../experiments/kit/localized';
import type { Vault } from './vault';

/** Definitions of the best rank whose language is looked at. */
const mostRivals = 5;

/**
 * Among definitions of the same rank those in a language come first; texts are read only where there is a choice.
 * @param definitions best first.
 */
export async function inLanguageFirst(
  vault: Vault,
  language: Locale,
  definitions: readonly Definition[],
): Promise<readonly Definition[]> {
  const [best] = definitions;
  const rivals = definitions.filter(({ source }) => source === best?.source);
  if (rivals.length < 2) return definitions;
  const read = await Promise.all(rivals.slice(0, mostRivals).map(({ path }) => vault.textOf(path)));
  const languages = new Map(
    rivals.map((rival, at) => [rival, languageOf(bodyOf(read[at], rival)) ?? languageOf(read[at] ?? '')]),
  );
  return inLanguage(definitions, language, (definition) => languages.get(definition));
}

/** What a definition says, in its note's Markdown without the marks of a quote around it; `''` when its note is gone meanwhile. */
export async function markdownOf(vault: Vault, definition: Definition): Promise<string> {
  return withoutQuoteMarks(bodyOf(await vault.textOf(definition.path), definition));
}

function bodyOf(text: string | undefined, { body }: Definition): string {
  return text === undefined ? '' : new TextLines(text).slice(body);
}
