import * as vscode from 'vscode';
import type { Note } from '../core/notes/note';
import { settings } from './settings';
import { Vault } from './vault';

/** The documents that this extension reads. */
export const noteSelector: vscode.DocumentSelector = { language: 'markdown' };

/** The vaults of this window: each workspace folder is its own; a note outside of all folders is a vault of one. */
export class Vaults implements vscode.Disposable {
  readonly #vaults = new Map<string, Vault>();
  readonly #disposables: vscode.Disposable[];
  readonly #log: vscode.LogOutputChannel;

  constructor(log: vscode.LogOutputChannel) {
    this.#log = log;
    this.#disposables = [
      vscode.workspace.onDidCloseTextDocument((document) => this.#close(document)),
      vscode.workspace.onDidChangeWorkspaceFolders(({ removed }) => {
        for (const folder of removed) this.#forget(folder.uri);
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('lectureLab.glossaryNotes')) this.#forgetAll();
      }),
    ];
  }

  /** The vault that a file belongs to. Reading it begins with the first question. */
  vaultOf(uri: vscode.Uri): Vault {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    const root = folder?.uri ?? vscode.Uri.joinPath(uri, '..');
    const key = root.toString();
    const known = this.#vaults.get(key);
    if (known) return known;
    const vault = new Vault(root, settings.glossaryNotes(root));
    this.#vaults.set(key, vault);
    if (folder) {
      vault.watch().catch((error: unknown) => this.#log.error(`Reading ${key} failed: ${String(error)}`));
    }
    return vault;
  }

  /** What an open note says at present. */
  noteOf(document: vscode.TextDocument): Note {
    return this.vaultOf(document.uri).noteOf(document);
  }

  dispose(): void {
    this.#forgetAll();
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #close(document: vscode.TextDocument): void {
    if (vscode.languages.match(noteSelector, document) > 0) void this.vaultOf(document.uri).close(document);
  }

  #forget(root: vscode.Uri): void {
    this.#vaults.get(root.toString())?.dispose();
    this.#vaults.delete(root.toString());
  }

  #forgetAll(): void {
    for (const vault of this.#vaults.values()) vault.dispose();
    this.#vaults.clear();
  }
}
