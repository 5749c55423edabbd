import { element } from '../dom';
import type { Strings } from '../strings';
import type { ExportFormat, ExportTarget } from '../views/view';

const formats: readonly ExportFormat[] = ['png', 'svg', 'csv'];

/** What the menu asks and does. */
export interface ExportMenuActions {
  /** Gets what the learner chose. */
  readonly onExport: (target: ExportTarget) => void;
  /** Whether there is a run to be put into a note. */
  readonly hasRun: () => boolean;
}

/** Index of the entry that a key leads to from the one at `current`, of `count`; `undefined` for another key. */
export function menuMove(key: string, current: number, count: number): number | undefined {
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: (current + 1) % count,
    ArrowUp: (current + count - 1) % count,
    Home: 0,
    End: count - 1,
  };
  return Object.hasOwn(moves, key) ? moves[key] : undefined;
}

/** A button that opens a menu of where a picture can go: into files of several formats, or into the note. */
export class ExportMenu {
  readonly element: HTMLElement;
  readonly #button: HTMLButtonElement;
  readonly #menu: HTMLElement;
  readonly #items: readonly HTMLElement[];
  readonly #note: HTMLElement;
  readonly #hasRun: () => boolean;

  /** `title` is the picture's, as plain text. */
  constructor(strings: Strings, title: string, { onExport, hasRun }: ExportMenuActions) {
    this.#hasRun = hasRun;
    this.#button = element(
      'button',
      {
        type: 'button',
        class: 'tool-button export-button',
        'aria-haspopup': 'menu',
        'aria-expanded': 'false',
        'aria-label': `${strings.exportFigure}: ${title}`,
      },
      strings.exportFigure,
    );
    this.#note = this.#createItem(strings.insertIntoNote, () => onExport('note'));
    this.#items = [
      ...formats.map((format) => this.#createItem(strings.exportFormats[format], () => onExport(format))),
      this.#note,
    ];
    this.#menu = element('div', { class: 'export-menu', role: 'menu', 'aria-label': strings.exportFigure });
    this.#menu.append(...this.#items);
    this.#menu.hidden = true;
    this.element = element('div', { class: 'export' }, this.#button, this.#menu);
    this.#listen();
  }

  #createItem(label: string, onChoose: () => void): HTMLElement {
    const item = element('button', { type: 'button', role: 'menuitem', tabindex: '-1' }, label);
    item.addEventListener('click', () => {
      if (item.ariaDisabled === 'true') return;
      this.#close();
      this.#button.focus();
      onChoose();
    });
    return item;
  }

  #listen(): void {
    this.#button.addEventListener('click', () => (this.#menu.hidden ? this.#open(0) : this.#close()));
    this.element.addEventListener('keydown', (event) => this.#onKey(event));
    this.element.addEventListener('focusout', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && this.element.contains(relatedTarget))) this.#close();
    });
  }

  #open(index: number): void {
    this.#menu.hidden = false;
    this.#note.ariaDisabled = String(!this.#hasRun());
    this.#button.setAttribute('aria-expanded', 'true');
    this.#items.at(index)?.focus();
  }

  #close(): void {
    this.#menu.hidden = true;
    this.#button.setAttribute('aria-expanded', 'false');
  }

  #onKey(event: KeyboardEvent): void {
    const isOpen = !this.#menu.hidden;
    if (isOpen && event.key === 'Escape') {
      // Outside, Escape means something else.
      event.stopPropagation();
      this.#close();
      this.#button.focus();
    } else if (isOpen) {
      const current = this.#items.findIndex((item) => item.matches(':focus'));
      this.#moveTo(event, menuMove(event.key, current, this.#items.length));
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      this.#open(event.key === 'ArrowDown' ? 0 : -1);
    }
  }

  #moveTo(event: KeyboardEvent, index: number | undefined): void {
    if (index === undefined) return;
    event.preventDefault();
    this.#items[index]?.focus();
  }
}
