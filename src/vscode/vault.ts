import * as vscode from 'vscode';
import { VaultIndex } from '../core/index/vaultIndex';
import type { Note } from '../core/notes/note';

/** Folders that hold no notes of the user's. */
const ignoredFolders = /(?:^|\/)(?:node_modules|\.git|\.obsidian|\.trash)(?:\/|$)/;
const ignoredGlob = '**/{node_modules,.git,.obsidian,.trash}/**';

/** How long indexing may keep the extension host from other work, in milliseconds. */
const sliceMilliseconds = 8;

/** A folder of notes, its index kept up to date with disk and editors. Unsaved editors win over the disk. */
export class Vault implements vscode.Disposable {
  readonly root: vscode.Uri;
  readonly #index: VaultIndex;
  readonly #disposables: vscode.Disposable[] = [];
  /** Open notes by path; what they say is read when somebody asks, not at every keystroke. */
  readonly #open = new Map<string, { document: vscode.TextDocument; version: number }>();
  #reading: Promise<void> = Promise.resolve();

  constructor(root: vscode.Uri, glossaryNotes: readonly string[]) {
    this.root = root;
    this.#index = new VaultIndex(glossaryNotes);
  }

  /** Reads the folder's files in slices and follows their changes from then on. The promise settles when all are read. */
  watch(): Promise<void> {
    this.#reading = this.#readAll();
    return this.#reading;
  }

  /** Settles when all files are read, or after some milliseconds: what is known by then must do. */
  async read(atMostMilliseconds: number): Promise<void> {
    const enough = new Promise<void>((resolve) => setTimeout(resolve, atMostMilliseconds));
    await Promise.race([this.#reading.catch(() => undefined), enough]);
  }

  /** The index with every open editor's present text in it. */
  get index(): Omit<VaultIndex, 'setNote' | 'addAttachment' | 'delete'> {
    for (const { document } of this.#open.values()) this.noteOf(document);
    return this.#index;
  }

  /** What an open note says at present. */
  noteOf(document: vscode.TextDocument): Note {
    const path = this.pathOf(document.uri);
    const known = this.#index.note(path);
    if (known && this.#open.get(path)?.version === document.version) return known;
    this.#open.set(path, { document, version: document.version });
    return this.#index.setNote(path, document.getText());
  }

  /** The text of a note of this vault; `undefined` when it is gone or unreadable. Bytes that are not UTF-8 become U+FFFD. */
  async textOf(path: string): Promise<string | undefined> {
    const open = this.#open.get(path);
    if (open) return open.document.getText();
    try {
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(this.uriOf(path)));
    } catch {
      return undefined;
    }
  }

  /** An editor was closed: from now on the file on disk counts. */
  async close(document: vscode.TextDocument): Promise<void> {
    if (this.#open.delete(this.pathOf(document.uri))) await this.#readFile(document.uri);
  }

  /** A file's path relative to the vault, with `/`. */
  pathOf(uri: vscode.Uri): string {
    const root = this.root.path.endsWith('/') ? this.root.path : `${this.root.path}/`;
    return uri.path.startsWith(root) ? uri.path.slice(root.length) : uri.path;
  }

  /** The file at a path of this vault. */
  uriOf(path: string): vscode.Uri {
    return vscode.Uri.joinPath(this.root, path);
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  async #readAll(): Promise<void> {
    const everything = new vscode.RelativePattern(this.root, '**/*');
    const watcher = vscode.workspace.createFileSystemWatcher(everything);
    this.#disposables.push(
      watcher,
      watcher.onDidCreate((uri) => this.#readFile(uri)),
      watcher.onDidChange((uri) => this.#readFile(uri)),
      watcher.onDidDelete((uri) => this.#index.delete(this.pathOf(uri))),
    );
    const files = await vscode.workspace.findFiles(everything, ignoredGlob);
    let sliceEnd = Date.now() + sliceMilliseconds;
    for (const uri of files) {
      await this.#readFile(uri);
      if (Date.now() < sliceEnd) continue;
      await new Promise((resolve) => setTimeout(resolve, 0));
      sliceEnd = Date.now() + sliceMilliseconds;
    }
  }

  async #readFile(uri: vscode.Uri): Promise<void> {
    const path = this.pathOf(uri);
    if (ignoredFolders.test(path) || this.#open.has(path)) return;
    if (!/\.md$/i.test(path)) {
      this.#index.addAttachment(path);
      return;
    }
    const text = await this.textOf(path);
    if (text === undefined) this.#index.delete(path);
    else if (!this.#open.has(path)) this.#index.setNote(path, text);
  }
}
