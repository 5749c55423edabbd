import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isNotePath } from '../core/index/linkResolver';
import { VaultIndex } from '../core/index/vaultIndex';
import type { Note } from '../core/notes/note';
import { parseNote } from '../core/notes/parseNote';
import { CommandError } from './commandError';

/** Folders that hold no notes of the user's. */
const ignoredFolders: ReadonlySet<string> = new Set(['node_modules', '.git', '.obsidian', '.trash']);

/** A folder of notes, read at once. */
export interface ReadVault {
  readonly index: VaultIndex;
  /** The text of each note by its path, without a byte order mark. */
  readonly texts: ReadonlyMap<string, string>;
  /** Size of all notes on the disk. */
  readonly bytes: number;
}

/** Reads, parses and indexes a folder. Throws a `CommandError` where there is none; files that cannot be read are left out. */
export function readVault(folder: string, glossaryNotes: readonly string[]): ReadVault {
  const index = new VaultIndex(glossaryNotes);
  const texts = new Map<string, string>();
  let bytes = 0;
  for (const path of filesIn(folder)) {
    if (!isNotePath(path)) {
      index.addAttachment(path);
      continue;
    }
    const file = readNote(join(folder, path));
    if (!file) continue;
    index.setNote(path, file.note);
    texts.set(path, file.text);
    bytes += file.bytes;
  }
  return { index, texts, bytes };
}

/** A note's file. */
export interface NoteFile {
  readonly note: Note;
  /** Without a byte order mark, as editors count columns. Bytes that are not UTF-8 are U+FFFD. */
  readonly text: string;
  /** Size on the disk. */
  readonly bytes: number;
}

/** Reads and parses a file; `undefined` when it is gone or unreadable. */
export function readNote(file: string): NoteFile | undefined {
  let contents: Buffer;
  try {
    contents = readFileSync(file);
  } catch {
    return undefined;
  }
  const text = contents.toString('utf8').replace(/^\ufeff/, '');
  return { note: parseNote(text), text, bytes: contents.length };
}

/**
 * The files below a folder, relative to it, with `/`. Folders that are symbolic links are followed where they lead to something that is
 * not part of the vault already, so that loops end and no file is met twice on that way. Throws a `CommandError` where there is no folder.
 */
export function filesIn(folder: string): readonly string[] {
  const files: string[] = [];
  const links: string[] = [];
  const seen = new Set<string>();

  const visit = (path: string, realPath: string): void => {
    if (seen.has(realPath)) return;
    seen.add(realPath);
    for (const entry of entriesOf(realPath)) {
      const below = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isFile()) files.push(below);
      else if (entry.isSymbolicLink()) links.push(below);
      else if (entry.isDirectory() && !ignoredFolders.has(entry.name))
        visit(below, join(realPath, entry.name));
    }
  };

  visit('', realFolder(folder));
  // Behind everything else: what a link leads to may be in the vault itself. The list grows while it is walked.
  for (const link of links) {
    const target = linkTarget(join(folder, link));
    if (target?.kind === 'file') files.push(link);
    else if (target && !ignoredFolders.has(link.slice(link.lastIndexOf('/') + 1)))
      visit(link, target.realPath);
  }
  return files;
}

function realFolder(folder: string): string {
  try {
    if (statSync(folder).isDirectory()) return realpathSync(folder);
  } catch {
    throw new CommandError(`There is no folder "${folder}".`);
  }
  throw new CommandError(`"${folder}" is a file, not a folder.`);
}

/** Sorted, so that the same vault is read in the same order everywhere; nothing for a folder that may not be read. */
function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

function linkTarget(
  link: string,
): { readonly kind: 'file' | 'folder'; readonly realPath: string } | undefined {
  try {
    const stats = statSync(link);
    if (stats.isFile()) return { kind: 'file', realPath: link };
    return stats.isDirectory() ? { kind: 'folder', realPath: realpathSync(link) } : undefined;
  } catch {
    return undefined;
  }
}
