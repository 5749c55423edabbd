import { distinctNames, type FoldChoices } from './foldChoices';

/** What can be folded on a page, and is the page's own. */
const FOLDS = 'details:is(.ll-callout, .ll-properties, .ll-figure), :is(.ll-contents, .ll-terms) > details';

/** A fold when it was last seen to. */
interface SeenFold {
  readonly name: string;
  isOpen: boolean;
}

function folds(): readonly HTMLDetailsElement[] {
  return [...document.querySelectorAll<HTMLDetailsElement>(FOLDS)];
}

/** What kind a fold is of, and which of them, as far as it says so. */
function nameOf(fold: HTMLDetailsElement): string {
  const kind = /\bll-[\w-]+/.exec(`${fold.className} ${fold.parentElement?.className ?? ''}`)?.[0] ?? '';
  return `${kind} ${fold.dataset.fold ?? fold.dataset.figure ?? ''}`;
}

/**
 * Folds that stay as the reader has left them: when the note is edited, and when it is opened again. A fold that nobody has touched is as
 * the note says. On paper all callouts are open.
 */
export class Folds {
  readonly #choices: FoldChoices;
  /** A fold that is not as it was seen last has been opened or closed by the reader, also by a search or a link. */
  #seen: ReadonlyMap<HTMLDetailsElement, SeenFold> = new Map();
  #openedForPrint: readonly HTMLDetailsElement[] = [];

  constructor(choices: FoldChoices) {
    this.#choices = choices;
    document.addEventListener('toggle', ({ target }) => this.#onToggle(target), { capture: true });
    window.addEventListener('beforeprint', () => this.#openForPrint());
    window.addEventListener('afterprint', () => this.#closeAfterPrint());
  }

  /** Brings the folds that are on the page now into the state that the reader has chosen. */
  update(): void {
    const all = folds();
    const names = distinctNames(all.map(nameOf));
    const choices = this.#choices.all();
    const states = new Map([...this.#seen.values()].map(({ name, isOpen }) => [name, isOpen]));
    this.#seen = new Map(
      all.map((fold, index) => {
        const name = names[index] ?? '';
        // VS Code makes an element another fold where one was put in above, and leaves it open.
        const isMoved = this.#seen.get(fold)?.name !== name;
        fold.open = choices.get(name) ?? (isMoved ? states.get(name) : undefined) ?? fold.open;
        return [fold, { name, isOpen: fold.open }];
      }),
    );
  }

  #onToggle(target: EventTarget | null): void {
    const seen = target instanceof HTMLDetailsElement ? this.#seen.get(target) : undefined;
    if (!seen || !(target instanceof HTMLDetailsElement) || seen.isOpen === target.open) return;
    seen.isOpen = target.open;
    this.#choices.remember(seen.name, target.open);
  }

  /** Callouts are part of the text; what else is folded serves the reader at the screen. */
  #openForPrint(): void {
    this.#openedForPrint = folds().filter((fold) => !fold.open && fold.matches('.ll-callout'));
    for (const fold of this.#openedForPrint) this.#set(fold, true);
  }

  #closeAfterPrint(): void {
    for (const fold of this.#openedForPrint) this.#set(fold, false);
    this.#openedForPrint = [];
  }

  /** Not the reader's choice. */
  #set(fold: HTMLDetailsElement, isOpen: boolean): void {
    const seen = this.#seen.get(fold);
    if (seen) seen.isOpen = isOpen;
    fold.open = isOpen;
  }
}
