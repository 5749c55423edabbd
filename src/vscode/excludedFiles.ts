import * as vscode from 'vscode';
import { globTest } from '../core/glob';

/** Folders that hold no notes of the user's. */
const ignoredFolders = ['**/node_modules', '**/.git', '**/.obsidian', '**/.trash'];

/** Which files of a vault are none of our business: folders of tools, and the user's own `files.exclude`. */
export class ExcludedFiles {
  /** For VS Code's search: one pattern for all. */
  readonly glob: string;
  readonly #matches: (path: string) => boolean;
  readonly #folders = new Map<string, boolean>();

  constructor(root: vscode.Uri) {
    const patterns = [...ignoredFolders, ...userPatterns(root)];
    this.glob = `{${patterns.flatMap((pattern) => [pattern, `${pattern}/**`]).join(',')}}`;
    this.#matches = globTest(patterns);
  }

  /** Whether a file, or one of the folders that it is in, is excluded. `path` is relative to the vault. */
  has(path: string): boolean {
    return this.#matches(path) || this.#isInExcludedFolder(path);
  }

  #isInExcludedFolder(path: string): boolean {
    const slash = path.lastIndexOf('/');
    if (slash < 0) return false;
    const folder = path.slice(0, slash);
    let isExcluded = this.#folders.get(folder);
    if (isExcluded === undefined) {
      isExcluded = this.has(folder);
      this.#folders.set(folder, isExcluded);
    }
    return isExcluded;
  }
}

/** The patterns of `files.exclude` that are on. Those that depend on a file beside ("when") are for build results, not for notes. */
function userPatterns(root: vscode.Uri): readonly string[] {
  const exclude = vscode.workspace
    .getConfiguration('files', root)
    .get<Record<string, unknown> | null>('exclude');
  return Object.entries(exclude ?? {})
    .filter(([, isOn]) => isOn === true)
    .map(([pattern]) => pattern.replace(/\/(?:\*\*)?$/, ''));
}
