import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from '../src/cli/readVault';
import {
  type CachedNote,
  decodeCachedNotes,
  encodeCachedNotes,
  shardCount,
  shardOf,
} from '../src/core/index/cachedNotes';
import { isNotePath } from '../src/core/index/linkResolver';
import { VaultIndex } from '../src/core/index/vaultIndex';
import { parseNote } from '../src/core/notes/parseNote';
import { glossaryNotes, textOf } from './indexVault';

const version = 'bench';

/** Writes what the extension keeps of a vault between windows. */
export function writeCache(folder: string, cache: string): void {
  const shards = Array.from({ length: shardCount }, (): CachedNote[] => []);
  for (const path of filesIn(folder).filter(isNotePath)) {
    const { size, mtimeMs } = statSync(join(folder, path));
    shards[shardOf(path)]?.push({ path, size, mtime: mtimeMs, note: parseNote(textOf(folder, path)) });
  }
  mkdirSync(cache, { recursive: true });
  shards.forEach((notes, shard) => {
    writeFileSync(shardFile(cache, shard), encodeCachedNotes(notes, version));
  });
}

/** The notes in one of the cache's files. Throws for contents of another version. */
export function decodeShard(contents: string): readonly CachedNote[] {
  const notes = decodeCachedNotes(contents, version);
  if (!notes) throw new Error('This is no cache of this version.');
  return notes;
}

/** One of the cache's files. */
export function shardFile(cache: string, shard: number): string {
  return join(cache, `${shard}.json`);
}

/** Indexes a folder from its cache: only files that have changed since are read. `parsed` says how many these were. */
export function indexFromCache(
  folder: string,
  cache: string,
): { readonly index: VaultIndex; readonly parsed: number } {
  const index = new VaultIndex(glossaryNotes);
  const cached = new Map<string, CachedNote>();
  for (let shard = 0; shard < shardCount; shard++) {
    for (const note of decodeShard(readFileSync(shardFile(cache, shard), 'utf8')))
      cached.set(note.path, note);
  }
  let parsed = 0;
  for (const path of filesIn(folder)) {
    if (!isNotePath(path)) {
      index.addAttachment(path);
      continue;
    }
    const { size, mtimeMs } = statSync(join(folder, path));
    const kept = cached.get(path);
    const isFresh = kept?.size === size && kept.mtime === mtimeMs;
    if (!isFresh) parsed++;
    index.setNote(path, isFresh ? kept.note : parseNote(textOf(folder, path)));
  }
  return { index, parsed };
}
