import type { Note } from '../notes/note';
import { opaqueRanges } from '../notes/opaque';
import { contains, type Range, TextLines } from '../text';

/** Shorter names are found everywhere. */
const shortestName = 3;

/** Finds the places where other notes name a note without linking to it. */
export class MentionFinder {
  readonly #pattern: RegExp | undefined;

  /** @param names the note's name and its aliases. */
  constructor(names: readonly string[]) {
    const usable = names.filter((name) => name.length >= shortestName);
    // The same letters may be composed or not, in the name and in the text.
    const spellings = new Set(usable.flatMap((name) => [name.normalize('NFC'), name.normalize('NFD')]));
    const alternatives = [...spellings].sort((a, b) => b.length - a.length).map(escapeForPattern);
    if (alternatives.length === 0) return;
    this.#pattern = new RegExp(
      `(?<![\\p{L}\\p{M}\\p{N}_])(?:${alternatives.join('|')})(?![\\p{L}\\p{M}\\p{N}_])`,
      'giu',
    );
  }

  /** Whether a text names the note at all, be it in a link. Much faster than `find`. */
  mayFind(text: string): boolean {
    return this.#pattern !== undefined && text.search(this.#pattern) >= 0;
  }

  /** Where a text names the note in its prose: not in links, code, formulas, comments. In document order. */
  find(text: string, note: Note): readonly Range[] {
    const matches = this.#pattern ? [...text.matchAll(this.#pattern)] : [];
    if (matches.length === 0) return [];
    const lines = new TextLines(text);
    const taken = [...note.links.map(({ range }) => range), ...opaqueRanges(text)];
    return matches
      .map(({ 0: found, index }) => ({
        start: lines.positionAt(index),
        end: lines.positionAt(index + found.length),
      }))
      .filter(({ start }) => !taken.some((range) => contains(range, start)));
  }
}

function escapeForPattern(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
