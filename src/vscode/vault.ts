import * as vscode from 'vscode';
import type { GlossarySettings } from '../core/index/glossaryChoice';
import { basename, isNotePath } from '../core/index/linkResolver';
import { type ObsidianSettings, parseObsidianSettings } from '../core/index/obsidianSettings';
import { VaultIndex } from '../core/index/vaultIndex';
import type { Note } from '../core/notes/note';
import { NoteReading, parseNote } from '../core/notes/parseNote';
import { type Disk, diskOf, isWatchedByFolder } from './disk';
import { ExcludedFiles } from './excludedFiles';
import { filesBelow } from './filesBelow';
import { decodeText, largestNote, tooLarge, unreadable } from './noteFile';
import { Slices } from './slices';
import type { VaultCache } from './vaultCache';
import { YoungFolders } from './youngFolders';

/** Files whose reading from disk overlaps. */
const batchSize = 32;

/** Notes whose terms are made findable in one step. */
const notesPerStep = 8;

/** How long after a change others are told, in milliseconds: typing and bursts of events count as one. */
const tellAfterMilliseconds = 150;

/** When a folder that is new is looked at again, in milliseconds: files that came at once with it may never be reported. */
const secondLookAfterMilliseconds = 1500;

/** A note as an editor has it, not read before somebody asks what it says. */
interface OpenNote {
  readonly document: vscode.TextDocument;
  /** The version that the index knows, -1 for none. */
  readonly version: number;
}

/** What a vault is made with. */
export interface VaultOptions {
  readonly glossary: GlossarySettings;
  /** Where notes are kept between windows; `undefined` where there is no such place. */
  readonly cache: VaultCache | undefined;
  /** Says in the log what of the vault cannot be read, and what to do. */
  readonly warn: (message: string) => void;
}

/**
 * A folder of notes, its index kept up to date with disk and editors. Unsaved editors win over the disk. Files are read in the background,
 * in slices, from one queue: at first all of them, then whatever changes.
 */
export class Vault implements vscode.Disposable {
  readonly root: vscode.Uri;
  readonly #index: VaultIndex;
  readonly #cache: VaultCache | undefined;
  readonly #disk: Disk;
  readonly #slices = new Slices();
  readonly #disposables: vscode.Disposable[] = [];
  readonly #open = new Map<string, OpenNote>();
  readonly #didChange = new vscode.EventEmitter<void>();
  readonly #queue = new Set<string>();
  readonly #warn: (message: string) => void;
  /** Files that the log has a warning of. */
  readonly #warned = new Set<string>();
  #excluded: ExcludedFiles;
  #working: Promise<void> | undefined;
  #reading: Promise<void> = Promise.resolve();
  #isRead = true;
  #foundCount = 0;
  #isDisposed = false;
  #obsidian = parseObsidianSettings(undefined);
  #tellTimer: ReturnType<typeof setTimeout> | undefined;
  /** Folders that were new a moment ago. */
  readonly #newFolders = new Set<string>();
  /** `undefined` where VS Code reports all that happens in folders that are new. */
  readonly #youngFolders: YoungFolders | undefined;
  #secondLook: ReturnType<typeof setTimeout> | undefined;

  /** Fires when notes or files have changed, on disk or in an editor, and when all have been read. Not for every keystroke. */
  readonly onDidChange = this.#didChange.event;

  constructor(root: vscode.Uri, { glossary, cache, warn }: VaultOptions) {
    this.root = root;
    this.#warn = warn;
    this.#index = new VaultIndex(glossary);
    this.#cache = cache;
    this.#disk = diskOf(root);
    this.#excluded = new ExcludedFiles(root);
    if (isWatchedByFolder(root)) this.#youngFolders = new YoungFolders((uri) => this.#enqueue(uri));
  }

  /** Reads the folder's files in slices and follows their changes from then on. The promise settles when all are read. */
  watch(): Promise<void> {
    this.#isRead = false;
    this.#reading = this.#readAll().then(() => {
      this.#isRead = true;
      this.#tell();
    });
    return this.#reading;
  }

  /** Whether all files have been read as they are now. Until then what is not in the index may still be in the folder. */
  get isRead(): boolean {
    return this.#isRead && this.#working === undefined;
  }

  /** How many of the notes that were found at first have been read; both numbers are 0 until they are found. */
  get progress(): { readonly read: number; readonly all: number } {
    return { read: Math.max(0, this.#foundCount - this.#queue.size), all: this.#foundCount };
  }

  /** Settles when all files are read, or after some milliseconds: what is known by then must do. */
  async read(atMostMilliseconds: number): Promise<void> {
    if (this.isRead) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const enough = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, atMostMilliseconds);
    });
    const settled = this.#reading.then(() => this.#working).catch(() => undefined);
    await Promise.race([settled, enough]);
    clearTimeout(timer);
  }

  /** What Obsidian's own settings say about this vault. */
  get obsidian(): ObsidianSettings {
    return this.#obsidian;
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
    const open = this.#open.get(path);
    if (known && open?.document === document && open.version === document.version) return known;
    this.#open.set(path, { document, version: document.version });
    const text = document.getText();
    const note = parseNote(text.length > largestNote ? '' : text);
    this.#index.setNote(path, note);
    return note;
  }

  /** The text of a note that is open in an editor; `undefined` for any other. */
  openTextOf(path: string): string | undefined {
    return this.#open.get(path)?.document.getText();
  }

  /** The text of a note of this vault; `undefined` when it is gone or unreadable. See `decodeText`. */
  async textOf(path: string): Promise<string | undefined> {
    return this.openTextOf(path) ?? this.#readText(this.uriOf(path));
  }

  /** An editor's text has changed: from now on it counts, and whoever shows something of it is told when the typing pauses. */
  didEdit(document: vscode.TextDocument): void {
    const path = this.pathOf(document.uri);
    if (!this.#open.has(path)) this.#open.set(path, { document, version: -1 });
    this.#tellSoon();
  }

  /** An editor was closed: from now on the file on disk counts. Settles when it is read. */
  async close(document: vscode.TextDocument): Promise<void> {
    const path = this.pathOf(document.uri);
    if (!this.#open.delete(path)) return;
    this.#queue.add(path);
    await this.#work();
  }

  /** Reads files, or all below folders, as they are now: what the disk reports of them may still be on its way. */
  async refresh(uris: readonly vscode.Uri[]): Promise<void> {
    for (const uri of uris) this.#enqueue(uri);
    await this.#work();
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

  /** Writes what is kept between windows. */
  async flush(): Promise<void> {
    await this.#cache?.flush();
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#queue.clear();
    clearTimeout(this.#tellTimer);
    clearTimeout(this.#secondLook);
    this.#didChange.dispose();
    this.#youngFolders?.dispose();
    for (const disposable of this.#disposables) disposable.dispose();
  }

  async #readAll(): Promise<void> {
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(this.root, '**/*'));
    this.#disposables.push(
      watcher,
      watcher.onDidCreate((uri) => this.#enqueue(uri)),
      watcher.onDidChange((uri) => this.#enqueue(uri)),
      watcher.onDidDelete((uri) => this.#enqueue(uri)),
    );
    await this.#readObsidianSettings();
    // Before the first file is asked for: whatever is kept need not be read.
    await this.#cache?.load(this.#slices);
    await this.#enqueueAllBelow(this.root);
    this.#foundCount = this.#queue.size;
    await this.#work();
    if (!this.#isDisposed) this.#cache?.keepOnly((path) => this.#index.note(path) !== undefined);
  }

  /** What links can lead to is known at once; what notes say follows from the queue. */
  async #enqueueAllBelow(folder: vscode.Uri): Promise<void> {
    const leftOut = { glob: this.#excluded.glob, hasFolder: this.#isLeftOut };
    for (const uri of await filesBelow(folder, leftOut)) {
      const path = this.pathOf(uri);
      if (this.#excluded.has(path)) continue;
      if (isNotePath(path)) this.#queue.add(path);
      else this.#index.addAttachment(path);
      if (this.#slices.isOver) await this.#slices.pause();
    }
  }

  readonly #isLeftOut = (folder: vscode.Uri): boolean => this.#excluded.has(this.pathOf(folder));

  #enqueue(uri: vscode.Uri): void {
    const path = this.pathOf(uri);
    if (path === '.obsidian/app.json') void this.#readObsidianSettings();
    if (this.#excluded.has(path)) return;
    this.#queue.add(path);
    void this.#work();
  }

  /** Empties the queue. Only one runs at a time; who asks meanwhile waits for that one. */
  #work(): Promise<void> {
    this.#working ??= this.#emptyQueue().finally(() => {
      this.#working = undefined;
      this.#tell();
    });
    return this.#working;
  }

  async #emptyQueue(): Promise<void> {
    while (this.#queue.size > 0) {
      const batch = this.#nextBatch();
      const files = await Promise.all(batch.map((path) => this.#load(path)));
      for (const [at, take] of files.entries()) {
        try {
          await take();
        } catch (error) {
          // One note that fails must not cost the others.
          this.#warnOf(batch[at] as string, `is left out, since reading it failed: ${String(error)}`);
        }
        await this.#slices.pause();
      }
    }
    await this.#slices.run({ step: () => this.#index.tabulate(notesPerStep) });
  }

  #nextBatch(): readonly string[] {
    const batch: string[] = [];
    for (const path of this.#queue) {
      batch.push(path);
      if (batch.length === batchSize) break;
    }
    for (const path of batch) this.#queue.delete(path);
    return batch;
  }

  /** Asks the disk about a path; what is returned takes the answer into the index. */
  async #load(path: string): Promise<() => void | Promise<void>> {
    const uri = this.uriOf(path);
    const stat = await this.#disk.stat(uri);
    if (!stat) return () => this.#deleteAllBelow(path);
    if (stat.isFolder) return () => this.#takeFolder(path);
    if (!isNotePath(path)) return () => this.#index.addAttachment(path);
    const { size, mtime } = stat;
    if (size > largestNote) return () => this.#leaveUnread(path);
    const kept = this.#cache?.get(path, { size, mtime });
    if (kept) return () => this.#setFromDisk(path, kept);
    const text = await this.#readText(uri);
    if (text === undefined) return () => this.#missText(path);
    return async () => {
      const reading = new NoteReading(text);
      await this.#slices.run(reading);
      this.#cache?.set({ path, size, mtime, note: reading.note });
      this.#setFromDisk(path, reading.note);
    };
  }

  /** A folder is new, or another one than before: what was in it is asked about as well as what is. */
  async #takeFolder(path: string): Promise<void> {
    for (const known of this.#knownBelow(path)) this.#queue.add(known);
    const folder = this.uriOf(path);
    // Before its files are listed: from then on they are reported.
    if (this.#youngFolders) await this.#youngFolders.follow(folder, this.#isLeftOut);
    else this.#lookAgainAt(path);
    await this.#enqueueAllBelow(folder);
  }

  /**
   * Whoever watches a folder learns of a new one below it a moment after it was made; what came into it in that moment is not reported by
   * every system. So it is listed once more where it cannot be followed.
   */
  #lookAgainAt(path: string): void {
    this.#newFolders.add(path);
    clearTimeout(this.#secondLook);
    this.#secondLook = setTimeout(() => void this.#lookAgain(), secondLookAfterMilliseconds);
  }

  async #lookAgain(): Promise<void> {
    const folders = [...this.#newFolders];
    this.#newFolders.clear();
    for (const folder of folders) {
      if (!folders.some((other) => folder.startsWith(`${other}/`)))
        await this.#enqueueAllBelow(this.uriOf(folder));
    }
    await this.#work();
  }

  /** The file is there for links, and says nothing. */
  #leaveUnread(path: string): void {
    this.#deleteAllBelow(path);
    this.#index.addAttachment(path);
    this.#warnOf(path, tooLarge);
  }

  /** A note that was there a moment ago is gone, or cannot be read. */
  async #missText(path: string): Promise<void> {
    this.#deleteAllBelow(path);
    if (await this.#disk.stat(this.uriOf(path))) this.#warnOf(path, unreadable);
  }

  #warnOf(path: string, reason: string): void {
    if (this.#warned.has(path)) return;
    this.#warned.add(path);
    this.#warn(`${this.uriOf(path).path} ${reason}`);
  }

  #setFromDisk(path: string, note: Note): void {
    this.#warned.delete(path);
    if (!this.#open.has(path)) this.#index.setNote(path, note);
  }

  /** A folder that goes says nothing about its files. */
  #deleteAllBelow(path: string): void {
    this.#youngFolders?.forget(this.uriOf(path));
    for (const file of this.#knownBelow(path)) {
      this.#cache?.delete(file);
      if (!this.#open.has(file)) this.#index.delete(file);
    }
  }

  /** A file itself, or all that the index knows in a folder. */
  #knownBelow(path: string): readonly string[] {
    const isFile = this.#index.files.named(basename(path)).includes(path);
    return isFile ? [path] : [...this.#index.files.paths()].filter((other) => other.startsWith(`${path}/`));
  }

  async #readObsidianSettings(): Promise<void> {
    this.#obsidian = parseObsidianSettings(await this.#readText(this.uriOf('.obsidian/app.json')));
    this.#tellSoon();
  }

  async #readText(uri: vscode.Uri): Promise<string | undefined> {
    const bytes = await this.#disk.read(uri);
    return bytes && decodeText(bytes);
  }

  #tellSoon(): void {
    clearTimeout(this.#tellTimer);
    this.#tellTimer = setTimeout(() => this.#tell(), tellAfterMilliseconds);
  }

  #tell(): void {
    if (!this.#isDisposed) this.#didChange.fire();
  }
}
