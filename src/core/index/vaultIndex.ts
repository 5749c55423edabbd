import type { Note, Wikilink } from '../notes/note';
import { parseNote } from '../notes/parseNote';
import { TermTable } from '../terms/termTable';
import type { Range } from '../text';
import { type Definition, definitionsIn } from './glossary';
import { headingKey } from './headingKey';
import { basename, LinkResolver } from './linkResolver';

/** Where a wikilink leads. */
export type LinkTarget =
  /** `range` is the heading or block; `undefined` when the link names none, or one that is not there (`isMissingPlace`). */
  | {
      readonly status: 'found';
      readonly path: string;
      readonly range: Range | undefined;
      readonly isMissingPlace: boolean;
    }
  | { readonly status: 'missing' };

/** What a vault's notes say, kept up to date file by file. The only thing in core that changes. */
export class VaultIndex {
  readonly #notes = new Map<string, Note>();
  readonly #resolver = new LinkResolver();
  readonly #terms = new TermTable<Definition>();
  readonly #glossaryNotes: ReadonlySet<string>;

  /** @param glossaryNotes names of the notes whose headings are terms, as links write them: `Glossar`, `Mathe/Begriffe`. */
  constructor(glossaryNotes: readonly string[]) {
    this.#glossaryNotes = new Set(glossaryNotes.map((name) => headingKey(name.replace(/\.md$/i, ''))));
  }

  /** Terms that the vault defines, best source first. */
  get terms(): Pick<TermTable<Definition>, 'findAt' | 'findAll'> {
    return this.#terms;
  }

  /** Reads a note, new or changed. `path` is relative to the vault, with `/`. Returns what it says. */
  setNote(path: string, text: string): Note {
    const note = parseNote(text);
    this.#notes.set(path, note);
    this.#resolver.add(path);
    this.#terms.set(
      path,
      definitionsIn(path, note, this.#isGlossary(path)).map((value) => ({ term: value.term, value })),
    );
    return note;
  }

  /** Makes a file that is no note known, so that links reach it. */
  addAttachment(path: string): void {
    this.#resolver.add(path);
  }

  /** Forgets a note or attachment. */
  delete(path: string): void {
    this.#notes.delete(path);
    this.#resolver.delete(path);
    this.#terms.set(path, []);
  }

  /** What a note says; `undefined` for a path that is no note of this vault. */
  note(path: string): Note | undefined {
    return this.#notes.get(path);
  }

  /** Where a link in the note `source` leads. */
  resolve(link: Pick<Wikilink, 'path' | 'subpath'>, source: string): LinkTarget {
    const file = this.#resolver.resolve(link.path, source);
    if (file.status === 'missing') return { status: 'missing' };
    const note = this.#notes.get(file.path);
    const range = note && link.subpath ? placeOf(note, link.subpath) : undefined;
    const isMissingPlace = note !== undefined && Boolean(link.subpath) && range === undefined;
    return { status: 'found', path: file.path, range, isMissingPlace };
  }

  #isGlossary(path: string): boolean {
    const name = path.replace(/\.md$/i, '');
    return this.#glossaryNotes.has(headingKey(name)) || this.#glossaryNotes.has(headingKey(basename(name)));
  }
}

/** The heading or block that a subpath names; of headings with the same text the first counts. */
function placeOf(note: Note, subpath: string): Range | undefined {
  if (subpath.startsWith('^')) {
    const id = subpath.slice(1).toLowerCase();
    return note.blockIds.find((block) => block.id.toLowerCase() === id)?.range;
  }
  const keys = subpath
    .split('#')
    .map(headingKey)
    .filter((key) => key !== '');
  let from = 0;
  let parent: { readonly level: number; readonly sectionEnd: number } | undefined;
  for (const key of keys) {
    const index = note.headings.findIndex(
      (heading, at) =>
        at >= from &&
        headingKey(heading.source) === key &&
        (!parent || (heading.level > parent.level && heading.range.start.line < parent.sectionEnd)),
    );
    parent = note.headings[index];
    if (!parent) return undefined;
    from = index + 1;
  }
  return note.headings[from - 1]?.range;
}
