import type { Backlink } from '../../core/index/vaultIndex';
import type { Note } from '../../core/notes/note';
import type { PageIndex } from '../../core/page/notePage';
import type { Vault } from '../vault';

/** A page that was rendered, with what of its vault it stands on. */
export class ShownPage {
  readonly vault: Vault;
  /** The vault's index, of which it is remembered what the page asks. */
  readonly index: PageIndex;
  readonly #path: string;
  readonly #names: number;
  readonly #terms: number;
  /** `undefined` where the page has not asked. */
  #backlinks: string | undefined;
  readonly #wasRead: boolean;
  /** The other notes that the page leads to or shows, as they were. */
  readonly #notes = new Map<string, Note | undefined>();

  constructor(vault: Vault, path: string) {
    const { index } = vault;
    this.vault = vault;
    this.#path = path;
    this.#names = index.namesRevision;
    this.#terms = index.termsRevision;
    this.#wasRead = vault.isRead;
    this.index = {
      files: index.files,
      namesRevision: index.namesRevision,
      placesRevision: index.placesRevision,
      note: (other) => index.note(other),
      backlinks: (other) => {
        const found = index.backlinks(other);
        if (other === path) this.#backlinks = namesOf(found, path);
        return found;
      },
      definitions: (other) => index.definitions(other),
      resolve: (link, source) => {
        const target = index.resolve(link, source);
        if (target.status === 'found' && target.path !== path && !this.#notes.has(target.path))
          this.#notes.set(target.path, index.note(target.path));
        return target;
      },
    };
  }

  /** Whether the page may say something else by now. What its own text says it is told by VS Code. */
  isOutdated(): boolean {
    const { index, isRead } = this.vault;
    if (index.namesRevision !== this.#names || isRead !== this.#wasRead) return true;
    if (index.termsRevision !== this.#terms) return true;
    const backlinks = this.#backlinks;
    if (backlinks !== undefined && namesOf(index.backlinks(this.#path), this.#path) !== backlinks)
      return true;
    for (const [path, note] of this.#notes) if (index.note(path) !== note) return true;
    return false;
  }
}

/** Where links to a note stand, those in the note itself left out. */
function namesOf(backlinks: readonly Backlink[], path: string): string {
  const others = backlinks.filter(({ source }) => source !== path);
  return others.map(({ source, link }) => `${source}:${link.range.start.line}`).join('\n');
}
