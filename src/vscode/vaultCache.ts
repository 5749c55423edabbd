import * as vscode from 'vscode';
import { errorText } from '../core/errorText';
import { type CachedNote, decodeCachedNotes, encodeCachedNotes, shardOf } from '../core/index/cachedNotes';
import type { Slices } from './slices';
import { removeIfThere, writeWhole } from './writeWhole';

/** How long the vault must be quiet before changed files are written, in milliseconds. */
const quietMilliseconds = 2000;

/** Files whose reading overlaps. */
const batchSize = 16;

/**
 * What the notes of a vault said when they were read last, kept between windows. Each file is written beside its place and then moved
 * there, so that whoever is killed in between leaves the old file. What cannot be read counts as not there.
 */
export class VaultCache {
  readonly #folder: vscode.Uri;
  readonly #version: string;
  readonly #notes = new Map<string, CachedNote>();
  readonly #changed = new Set<number>();
  readonly #warn: (message: string) => void;
  #hasWarned = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> = Promise.resolve();

  /**
   * @param folder a folder of this vault's own; made when it is needed.
   * @param version of the program: caches of another one are not read.
   * @param warn is told once that writing fails, and what to do.
   */
  constructor(folder: vscode.Uri, version: string, warn: (message: string) => void) {
    this.#warn = warn;
    this.#folder = folder;
    this.#version = version;
  }

  /** Reads all that is kept. */
  async load(slices: Slices): Promise<void> {
    const files = await entriesOf(this.#folder);
    const uris = (ending: string): readonly vscode.Uri[] =>
      files
        .filter(([name]) => name.endsWith(ending))
        .map(([name]) => vscode.Uri.joinPath(this.#folder, name));
    await Promise.all(uris('.tmp').map(removeIfThere));
    const shards = uris('.json');
    for (let first = 0; first < shards.length; first += batchSize) {
      for (const contents of await Promise.all(shards.slice(first, first + batchSize).map(read))) {
        await slices.pause();
        const notes = contents === undefined ? undefined : decodeCachedNotes(contents, this.#version);
        for (const note of notes ?? []) this.#notes.set(note.path, note);
      }
    }
  }

  /** What is kept of a note; `undefined` when the file has changed since, or was never read. */
  get(path: string, { size, mtime }: Pick<CachedNote, 'size' | 'mtime'>): CachedNote['note'] | undefined {
    const kept = this.#notes.get(path);
    return kept && kept.size === size && kept.mtime === mtime ? kept.note : undefined;
  }

  /** Keeps a note from now on. Writing follows when the vault has been quiet for a while. */
  set(note: CachedNote): void {
    this.#notes.set(note.path, note);
    this.#writeLater(note.path);
  }

  /** Forgets a note. */
  delete(path: string): void {
    if (this.#notes.delete(path)) this.#writeLater(path);
  }

  /** Forgets the notes that are not there any more. */
  keepOnly(isThere: (path: string) => boolean): void {
    for (const path of [...this.#notes.keys()]) if (!isThere(path)) this.delete(path);
  }

  /** Writes what has changed, now. Settles when it is on disk; never rejects: a cache that cannot be written is not needed. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#writing = this.#writing.then(() => this.#writeChanged()).catch((error) => this.#fail(error));
    return this.#writing;
  }

  #writeLater(path: string): void {
    this.#changed.add(shardOf(path));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), quietMilliseconds);
  }

  async #writeChanged(): Promise<void> {
    if (this.#changed.size === 0) return;
    const notesOf = new Map<number, CachedNote[]>();
    for (const note of this.#notes.values()) {
      const shard = shardOf(note.path);
      if (!this.#changed.has(shard)) continue;
      const notes = notesOf.get(shard);
      if (notes) notes.push(note);
      else notesOf.set(shard, [note]);
    }
    for (const shard of [...this.#changed]) {
      this.#changed.delete(shard);
      await this.#writeShard(shard, notesOf.get(shard) ?? []);
    }
  }

  async #writeShard(shard: number, notes: readonly CachedNote[]): Promise<void> {
    const target = this.#uriOf(shard);
    const contents = encodeCachedNotes(notes, this.#version);
    try {
      await writeWhole(target, new TextEncoder().encode(contents));
    } catch (error) {
      this.#changed.add(shard);
      throw error;
    }
  }

  /** What could not be written is tried again with the next change. */
  #fail(error: unknown): void {
    if (this.#hasWarned) return;
    this.#hasWarned = true;
    this.#warn(
      `What was read of the notes cannot be kept in ${this.#folder.path}: ${errorText(error)} Everything works, but the next window reads all notes again.`,
    );
  }

  #uriOf(shard: number): vscode.Uri {
    return vscode.Uri.joinPath(this.#folder, `${String(shard).padStart(3, '0')}.json`);
  }
}

async function entriesOf(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

async function read(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}
