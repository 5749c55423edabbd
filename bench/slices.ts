// Reading a vault in the background, as src/vscode/vault.ts does: how long is everything else kept waiting? slices DIR [CACHE]
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { filesIn } from '../src/cli/readVault';
import { type CachedNote, shardCount } from '../src/core/index/cachedNotes';
import { isNotePath } from '../src/core/index/linkResolver';
import { VaultIndex } from '../src/core/index/vaultIndex';
import type { Note } from '../src/core/notes/note';
import { NoteReading } from '../src/core/notes/parseNote';
import { Slices } from '../src/vscode/slices';
import { decodeShard, shardFile } from './cache';
import { glossaryNotes } from './indexVault';
import { argument, type Cost, costSince, quantile, report } from './measure';

/** As many files are read at a time as by the extension. */
const batchSize = 32;

/** Notes each stretch between two pauses. */
class WatchedSlices {
  readonly stretches: Cost[] = [];
  readonly #slices = new Slices();
  #start = 0;
  #cpu = process.cpuUsage();

  begin(): void {
    this.#start = performance.now();
    this.#cpu = process.cpuUsage();
  }

  async step(): Promise<void> {
    if (!this.#slices.isOver) return;
    this.end();
    await this.#slices.pause();
    this.begin();
  }

  async waitFor<T>(promise: Promise<T>): Promise<T> {
    this.end();
    const result = await promise;
    this.begin();
    return result;
  }

  end(): void {
    this.stretches.push(costSince(this.#start, this.#cpu));
  }
}

async function read(text: string, slices: WatchedSlices): Promise<Note> {
  const reading = new NoteReading(text);
  while (reading.step()) await slices.step();
  return reading.note;
}

async function readInBackground(
  folder: string,
  paths: readonly string[],
  slices: WatchedSlices,
): Promise<void> {
  const index = new VaultIndex(glossaryNotes);
  for (let at = 0; at < paths.length; at += batchSize) {
    const batch = paths.slice(at, at + batchSize);
    const texts = await slices.waitFor(
      Promise.all(batch.map((path) => (isNotePath(path) ? readFile(join(folder, path), 'utf8') : ''))),
    );
    for (const [offset, path] of batch.entries()) {
      if (isNotePath(path)) index.setNote(path, await read(texts[offset] ?? '', slices));
      else index.addAttachment(path);
      await slices.step();
    }
  }
}

/** A later start: the cache's files one after the other, then what is kept of each note. */
async function readFromCache(
  folder: string,
  paths: readonly string[],
  cache: string,
  slices: WatchedSlices,
): Promise<void> {
  const kept = new Map<string, CachedNote>();
  for (let shard = 0; shard < shardCount; shard++) {
    const contents = await slices.waitFor(readFile(shardFile(cache, shard), 'utf8'));
    await slices.step();
    for (const note of decodeShard(contents)) kept.set(note.path, note);
  }
  const index = new VaultIndex(glossaryNotes);
  for (let at = 0; at < paths.length; at += batchSize) {
    const batch = paths.slice(at, at + batchSize);
    await slices.waitFor(Promise.all(batch.map((path) => stat(join(folder, path)))));
    for (const path of batch) {
      const note = kept.get(path)?.note;
      if (note) index.setNote(path, note);
      else index.addAttachment(path);
      await slices.step();
    }
  }
}

async function main(folder: string, cache: string | undefined): Promise<void> {
  // The walk is VS Code's own search, in another process.
  const paths = filesIn(folder);
  const slices = new WatchedSlices();
  await new Promise((resolve) => setTimeout(resolve, 0));
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  slices.begin();
  await (cache === undefined
    ? readInBackground(folder, paths, slices)
    : readFromCache(folder, paths, cache, slices));
  slices.end();
  delay.disable();
  const lengths = slices.stretches.map(({ ms }) => ms);
  report({
    longestSlice: Math.max(...lengths),
    // Without the time in which other programs had the processor.
    longestBusy: Math.max(...slices.stretches.map(({ ms, cpuMs }) => Math.min(ms, cpuMs))),
    p99Slice: quantile(lengths, 0.99),
    p99Delay: delay.percentile(99) / 1e6,
    longestDelay: delay.max / 1e6,
  });
}

void main(argument(0), process.argv[3]);
