import { fnv1a } from '../hash';
import type { Note } from '../notes/note';
import { decodeNote, type EncodedNote, encodeNote, noteFormat } from '../notes/noteCodec';

/** What a note on disk said when its file had this size and modification time. */
export interface CachedNote {
  /** Relative to the vault, with `/`. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly mtime: number;
  readonly note: Note;
}

/** In how many files the notes of a vault are kept: after a change one of them is written again, and reading one takes a moment only. */
export const shardCount = 256;

/** The file in which a note is kept, 0 … `shardCount` - 1. */
export function shardOf(path: string): number {
  return fnv1a(path) % shardCount;
}

/** What a file of cached notes begins with, in a line of its own. */
interface Head {
  readonly version?: unknown;
  /** Hash of the rest: a digit that is another one on disk would be another note. */
  readonly hash?: unknown;
}

/** The contents of a file of cached notes. `version` is that of the program: another one reads notes differently. */
export function encodeCachedNotes(notes: Iterable<CachedNote>, version: string): string {
  const rows = Array.from(notes, ({ path, size, mtime, note }) => [path, size, mtime, encodeNote(note)]);
  const body = JSON.stringify(rows);
  return `${JSON.stringify({ version: fullVersion(version), hash: fnv1a(body) } satisfies Head)}\n${body}`;
}

/** The notes in such a file; `undefined` for one that is damaged, foreign or of another version. */
export function decodeCachedNotes(contents: string, version: string): readonly CachedNote[] | undefined {
  const end = contents.indexOf('\n');
  const body = contents.slice(end + 1);
  try {
    const head = JSON.parse(contents.slice(0, Math.max(0, end))) as Head | null;
    if (head?.version !== fullVersion(version) || head.hash !== fnv1a(body)) return undefined;
    return (JSON.parse(body) as readonly unknown[]).map(toCachedNote);
  } catch {
    return undefined;
  }
}

function toCachedNote(row: unknown): CachedNote {
  const [path, size, mtime, encoded] = row as readonly unknown[];
  if (typeof path !== 'string' || typeof size !== 'number' || typeof mtime !== 'number') {
    throw new Error('Not a cached note.');
  }
  return { path, size, mtime, note: decodeNote(encoded as EncodedNote) };
}

function fullVersion(version: string): string {
  return `${version} notes ${noteFormat}`;
}
