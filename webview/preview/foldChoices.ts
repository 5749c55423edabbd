/** How many choices are kept, of all notes together. */
const MOST = 500;
const ITEM = 'lectureLab.folds';

/** Where choices are kept: `localStorage`, which may refuse. */
export type FoldStorage = Pick<Storage, 'getItem' | 'setItem'>;

type Choice = readonly [fold: string, isOpen: boolean];

function isChoice(value: unknown): value is Choice {
  return Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'boolean';
}

/** The names of a page's folds, in its order, made different from each other: of those with one name the second gets a `2`. */
export function distinctNames(names: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  return names.map((name) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count === 1 ? name : `${name}\t${count}`;
  });
}

/**
 * Which folds of a note the reader has opened or closed, from one visit to the next. Folds are told apart by their names. What is kept is
 * shared with the other pages that are open, and read anew each time. Where nothing can be kept, nothing is remembered.
 */
export class FoldChoices {
  readonly #storageOf: () => FoldStorage;
  readonly #note: string;

  /**
   * @param storageOf may throw.
   * @param note what tells the note from others.
   */
  constructor(storageOf: () => FoldStorage, note: string) {
    this.#storageOf = storageOf;
    this.#note = note;
  }

  /** By the name of the fold, whether the reader has opened it (`true`) or closed it. Folds that were left alone are not in there. */
  all(): ReadonlyMap<string, boolean> {
    const prefix = this.#keyOf('');
    const own = this.#read().filter(([key]) => key.startsWith(prefix));
    return new Map(own.map(([key, isOpen]) => [key.slice(prefix.length), isOpen]));
  }

  /** Remembers a choice as the newest; forgets the oldest of too many. */
  remember(fold: string, isOpen: boolean): void {
    const key = this.#keyOf(fold);
    const others = this.#read().filter(([other]) => other !== key);
    this.#write([...others, [key, isOpen] as const].slice(-MOST));
  }

  /** No note's address has a line break in it. */
  #keyOf(fold: string): string {
    return `${this.#note}\n${fold}`;
  }

  /** From the oldest to the newest. */
  #read(): readonly Choice[] {
    try {
      const kept: unknown = JSON.parse(this.#storageOf().getItem(ITEM) ?? '[]');
      return Array.isArray(kept) ? kept.filter(isChoice) : [];
    } catch {
      return [];
    }
  }

  #write(choices: readonly Choice[]): void {
    try {
      this.#storageOf().setItem(ITEM, JSON.stringify(choices));
    } catch {
      // Full, or forbidden: the page still folds.
    }
  }
}
