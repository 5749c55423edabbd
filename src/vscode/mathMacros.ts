import type * as vscode from 'vscode';
import { fnv1a } from '../core/hash';
import { macroDefinitions } from '../core/math/definitions';
import { diskOf, type FileState } from './disk';
import { settings } from './settings';
import type { Vault } from './vault';

/** A larger file is no preamble, in bytes. */
const largestPreamble = 200_000;

/** The macros that formulas of a vault may use. */
export interface VaultMacros {
  /** TeX that defines them; `''` for none. */
  readonly preamble: string;
  /** A short text that changes with the preamble. */
  readonly key: string;
}

/** A file as it was when it was read. */
interface PreambleFile extends Pick<FileState, 'size' | 'mtime'> {
  readonly text: string;
}

/**
 * The macros of vaults: VS Code's own setting for the Markdown preview, and over them the file that Obsidian's plugin Extended MathJax reads.
 * The file is looked at each time and read when it has changed.
 */
export class MathMacros {
  readonly #files = new Map<string, PreambleFile>();

  /** The macros of a vault as they are now. */
  async of(vault: Vault): Promise<VaultMacros> {
    const macros = macroDefinitions(settings.markdownMacros(vault.root));
    const preamble = [macros, await this.#fileText(vault)].filter((text) => text !== '').join('\n');
    return { preamble, key: preamble === '' ? '' : `${preamble.length}.${fnv1a(preamble)}` };
  }

  async #fileText(vault: Vault): Promise<string> {
    const path = settings.mathPreamble(vault.root);
    if (path === '') return '';
    const uri = vault.uriOf(path);
    const state = await diskOf(vault.root).stat(uri);
    if (!state || state.isFolder || state.size > largestPreamble) return '';
    const known = this.#files.get(uri.toString());
    if (known?.mtime === state.mtime && known.size === state.size) return known.text;
    const text = await textAt(vault.root, uri);
    this.#files.set(uri.toString(), { size: state.size, mtime: state.mtime, text });
    return text;
  }
}

/** The text of a file; `''` when it is gone meanwhile. */
async function textAt(root: vscode.Uri, uri: vscode.Uri): Promise<string> {
  const bytes = await diskOf(root).read(uri);
  return bytes ? new TextDecoder().decode(bytes) : '';
}
