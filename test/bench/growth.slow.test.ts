import { describe, expect, it } from 'vitest';
import { glossaryNotes, refresh, resolveAll } from '../../bench/indexVault';
import { generateVault, longNote } from '../../bench/lectureNotes';
import { termsInNote } from '../../src/core/features/termsInNote';
import { VaultIndex } from '../../src/core/index/vaultIndex';
import type { Note } from '../../src/core/notes/note';
import { parseNote } from '../../src/core/notes/parseNote';
import { TextLines } from '../../src/core/text';
import { growthPerDoubling } from '../kit/growth';

/** Halfway between linear (2) and what many notes do to a note that looks at all others (4), so that a busy machine fails nothing. */
const nearlyLinear = 3;

/** What does not depend on the size of the vault stays as it is (1). */
const nearlyConstant = 1.5;

function notesOf(count: number): readonly (readonly [path: string, note: Note])[] {
  return [...generateVault(count, 1)]
    .filter(({ path }) => path.endsWith('.md'))
    .map(({ path, text }) => [path, parseNote(text)]);
}

function indexOf(notes: readonly (readonly [path: string, note: Note])[]): VaultIndex {
  const index = new VaultIndex(glossaryNotes);
  for (const [path, note] of notes) index.setNote(path, note);
  return index;
}

describe('Twice as much takes about twice as long', () => {
  it('when a key is pressed in a note, for each of its lines', () => {
    const index = indexOf(notesOf(100));
    const growth = growthPerDoubling((lines) => {
      const text = longNote(lines, 100, 2);
      return () => {
        const note = parseNote(`${text}\n\nSiehe [[Glossar]].`);
        index.setNote('Lang.md', note);
        refresh(index, 'Lang.md', note, new TextLines(text));
      };
    }, 8000);
    expect(growth).toBeLessThan(nearlyLinear);
  });

  it('when a vault is read, for each of its notes', () => {
    const growth = growthPerDoubling((count) => {
      const notes = notesOf(count);
      return () => resolveAll(indexOf(notes));
    }, 2400);
    expect(growth).toBeLessThan(nearlyLinear);
  });

  it('when terms are looked for, for each word', () => {
    const index = indexOf(notesOf(200));
    const growth = growthPerDoubling((lines) => {
      const text = longNote(lines, 200, 3);
      return () => termsInNote(index.terms(), 'Lang.md', text);
    }, 8000);
    expect(growth).toBeLessThan(nearlyLinear);
  });
});

describe('A larger vault makes nothing slower', () => {
  it('when one of its notes is edited', () => {
    const growth = growthPerDoubling((count) => {
      const notes = notesOf(count);
      const index = indexOf(notes);
      index.terms().findAt('', 0);
      const [[path], [, other]] = [notes[count >> 1]!, notes[1]!];
      const versions = [other, notes[count >> 1]![1]];
      return () => {
        for (let turn = 0; turn < 800; turn++) {
          const note = versions[turn % 2]!;
          index.setNote(path, note);
          for (const link of note.links) index.resolve(link, path);
          index.backlinks(path);
        }
      };
    }, 2400);
    expect(growth).toBeLessThan(nearlyConstant);
  });

  it('when one of its notes comes and goes', () => {
    const growth = growthPerDoubling((count) => {
      const notes = notesOf(count);
      const index = indexOf(notes);
      const [path, note] = notes[count >> 1]!;
      return () => {
        for (let turn = 0; turn < 400; turn++) {
          index.delete(path);
          index.setNote(path, note);
          index.backlinks(path);
        }
      };
    }, 2400);
    expect(growth).toBeLessThan(nearlyConstant);
  });
});
