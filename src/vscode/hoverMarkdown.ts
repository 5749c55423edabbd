import * as vscode from 'vscode';
import { type ExcerptContext, excerptHtml } from '../core/features/excerptHtml';
import { isImagePath } from '../core/features/linkPreview';
import { commandIds, commandUri } from './commands';
import type { Formulas } from './formulas';
import type { Vault } from './vault';

/** Markdown that may use our own commands and plain HTML, nothing else. */
export function hoverMarkdown(parts: readonly string[]): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(parts.filter((part) => part !== '').join('\n\n'));
  markdown.supportHtml = true;
  markdown.isTrusted = {
    enabledCommands: [commandIds.runDemo, commandIds.openLocation, commandIds.openShippedTerm],
  };
  return markdown;
}

/** A piece of the note `source` as HTML, its links and pictures leading into the vault. */
export async function vaultExcerpt(
  vault: Vault,
  markdown: string,
  source: string,
  formulas: Formulas,
): Promise<string> {
  const { index } = vault;
  const context: ExcerptContext = {
    renderFormula: await formulas.renderer(vault),
    hrefOf: (link) => {
      const target = index.resolve(link, source);
      if (target.status !== 'found') return undefined;
      return locationUri(vault, target.path, target.place?.range.start.line ?? 0);
    },
    imageOf: (link) => {
      const target = index.resolve(link, source);
      return target.status === 'found' && isImagePath(target.path)
        ? vault.uriOf(target.path).toString()
        : undefined;
    },
  };
  return excerptHtml(markdown, context);
}

/** A link of a hover that shows a place. `line` is 0-based. */
export function locationUri(vault: Vault, path: string, line: number): string {
  return commandUri(commandIds.openLocation, vault.uriOf(path).toString(), line).toString();
}

/** Text that Markdown shows as it is. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!<>|$~&]/g, '\\$&');
}
