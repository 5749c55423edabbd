import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

/** A note from disk. */
export interface NoteFile {
  readonly name: string;
  readonly text: string;
}

const root = resolve(import.meta.dirname, '../..');

/** The folders of the sample vaults that ship with the extension, absolute: the German one, then the English one. */
export const sampleVaults: readonly [german: string, english: string] = [
  join(root, 'media/sample-vault'),
  join(root, 'media/sample-vault-en'),
];

/** The notes of both sample vaults. */
export function sampleNotes(): readonly NoteFile[] {
  return sampleVaults.flatMap(notesIn);
}

/** Lecture notes that students wrote, where a folder `shared/notes` lies beside the project; none elsewhere. */
export function realNotes(): readonly NoteFile[] {
  return notesIn(resolve(root, '../shared/notes'));
}

function notesIn(folder: string): readonly NoteFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => ({ name: basename(path), text: readFileSync(join(folder, path), 'utf8') }));
}
