import { keepRecent } from '../../core/maps';
import type { Note } from '../../core/notes/note';
import type { Vault } from '../vault';

/** Notes whose texts are kept: a page with the notes it embeds and the glossaries it quotes. */
const mostTexts = 500;

/** A note's text, as it was when the index read the note. */
interface KnownText {
  readonly note: Note;
  readonly text: string;
}

/** What of a vault has texts. */
type TextVault = Pick<Vault, 'index' | 'openTextOf' | 'textOf'>;

/** Texts of a vault's notes for who cannot wait: what has not been read yet is read, and told of. */
export class NoteTexts {
  readonly #vault: TextVault;
  readonly #didRead: () => void;
  readonly #texts = new Map<string, KnownText>();
  readonly #reading = new Set<string>();
  /** Whether texts have been read that nobody has been told of. */
  #hasNews = false;
  readonly #waiting: (() => void)[] = [];

  /** @param didRead is called when texts that somebody has asked for are there, or have changed. */
  constructor(vault: TextVault, didRead: () => void) {
    this.#vault = vault;
    this.#didRead = didRead;
  }

  /** The text of a note, perhaps of a moment ago; `undefined` where there is no such note, or not yet. */
  get(path: string): string | undefined {
    const open = this.#vault.openTextOf(path);
    if (open !== undefined) return open;
    const note = this.#vault.index.note(path);
    const known = this.#texts.get(path);
    if (note && known?.note !== note && !this.#reading.has(path)) void this.#read(path, note);
    return note && known?.text;
  }

  /** Has the texts of the notes read that a note embeds, as far as they are not there. */
  askForEmbedsOf(path: string, note: Note): void {
    for (const link of note.links) {
      const target = link.kind === 'embed' ? this.#vault.index.resolve(link, path) : undefined;
      if (target?.status === 'found') this.get(target.path);
    }
  }

  async #read(path: string, note: Note): Promise<void> {
    this.#reading.add(path);
    const text = await this.#vault.textOf(path).catch(() => undefined);
    this.#reading.delete(path);
    if (text !== undefined) this.#keep(path, { note, text });
    if (this.#reading.size > 0) return;
    const hasNews = this.#hasNews;
    this.#hasNews = false;
    for (const settle of this.#waiting.splice(0)) settle();
    if (hasNews) this.#didRead();
  }

  /** Settles when all texts that somebody has asked for are there; at once, with `false`, where none is being read. */
  settled(): Promise<boolean> {
    if (this.#reading.size === 0) return Promise.resolve(false);
    return new Promise((resolve) => this.#waiting.push(() => resolve(true)));
  }

  #keep(path: string, known: KnownText): void {
    this.#hasNews = true;
    keepRecent(this.#texts, path, known, mostTexts);
    // They will be asked for next.
    this.askForEmbedsOf(path, known.note);
  }
}
