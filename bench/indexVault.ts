import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from '../src/cli/readVault';
import { buttonAnchors } from '../src/core/features/demoAnchors';
import { conceptTable } from '../src/core/index/conceptTable';
import { isNotePath } from '../src/core/index/linkResolver';
import { VaultIndex } from '../src/core/index/vaultIndex';
import type { Note } from '../src/core/notes/note';
import { parseNote } from '../src/core/notes/parseNote';
import type { TextLines } from '../src/core/text';
import { specs } from '../src/experiments/specs.gen';

/** The glossary's names where nobody has set others. */
export const glossaryNotes: readonly string[] = ['Glossar', 'Glossary'];

/** The concepts of all experiments. */
export const concepts = conceptTable(specs);

/** Walks, reads, parses and indexes a folder. Keeps no text. */
export function indexVault(folder: string): VaultIndex {
  const index = new VaultIndex(glossaryNotes);
  for (const path of filesIn(folder)) {
    if (isNotePath(path)) index.setNote(path, parseNote(textOf(folder, path)));
    else index.addAttachment(path);
  }
  return index;
}

/** The text of a note. */
export function textOf(folder: string, path: string): string {
  return readFileSync(join(folder, path)).toString('utf8');
}

/** Resolves every link of a vault, Markdown links included; returns how many. */
export function resolveAll(index: VaultIndex): number {
  let count = 0;
  for (const [path, note] of index.notes()) count += resolveLinks(index, path, note);
  return count;
}

/** Resolves every link of a note; returns how many. */
export function resolveLinks(index: VaultIndex, path: string, note: Note): number {
  for (const link of note.links) index.resolve(link, path);
  return note.links.length;
}

/** What an editor shows of a changed note, made anew: its links, its backlinks, its lenses; and the terms of the vault. */
export function refresh(index: VaultIndex, path: string, note: Note, lines: TextLines): void {
  resolveLinks(index, path, note);
  index.backlinks(path);
  buttonAnchors(note, concepts, lines);
  index.terms().findAt('', 0);
}
