import {
  definitionMarkdown,
  inLanguageFirst as inLanguageFirstOf,
  rivalsOf,
} from '../core/features/definitionTexts';
import type { Definition } from '../core/index/glossary';
import { TextLines } from '../core/text';
import type { Locale } from '../experiments/kit/localized';
import type { Vault } from './vault';

/**
 * Among definitions of the same rank those in a language come first; texts are read only where there is a choice.
 * @param definitions best first.
 */
export async function inLanguageFirst(
  vault: Vault,
  language: Locale,
  definitions: readonly Definition[],
): Promise<readonly Definition[]> {
  const paths = [...new Set(rivalsOf(definitions).map(({ path }) => path))];
  const read = await Promise.all(paths.map((path) => linesOf(vault, path)));
  return inLanguageFirstOf(definitions, language, (path) => read[paths.indexOf(path)]);
}

/** What a definition says, in its note's Markdown without the marks of a quote around it; `''` when its note is gone meanwhile. */
export async function markdownOf(vault: Vault, definition: Definition): Promise<string> {
  return definitionMarkdown(definition, await linesOf(vault, definition.path));
}

async function linesOf(vault: Vault, path: string): Promise<TextLines | undefined> {
  const text = await vault.textOf(path);
  return text === undefined ? undefined : new TextLines(text);
}
