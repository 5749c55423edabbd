import type { Locale, Localized } from '../../src/experiments/kit/localized';
import { cssColor } from '../color';
import { element, setText, svgElement } from '../dom';
import { ExportMenu } from '../export/exportMenu';
import { createIcon } from '../icons';
import { formatNumber } from '../numbers';
import { markerPath, type SeriesStyle } from '../seriesStyle';
import { createTable } from '../table';
import { plainText, setInlineMarkdown } from '../text';
import { SpokenReading } from './spokenReading';
import type { DataTable, KeyItem, ViewContext } from './view';

/** The parts of a picture on the page. */
export interface Figure {
  /** Name of the picture. Plain text. */
  readonly title: string;
  readonly element: HTMLElement;
  /** Small buttons beside the title. */
  readonly tools: HTMLDivElement;
  /** Where the picture itself goes; its height is given by the style sheet. */
  readonly plot: HTMLDivElement;
  /** Below the picture: what its signs mean. */
  readonly key: HTMLDivElement;
}

/** Id of the caption of a view, which describes its picture. */
export function captionId(viewId: string): string {
  return `view-${viewId}-caption`;
}

/** A figure with title and caption. `kind` becomes the class `view-<kind>`. */
export function createFigure(
  view: {
    readonly id: string;
    readonly kind: string;
    readonly title: Localized;
    readonly caption: Localized;
  },
  context: ViewContext,
): Figure {
  const titleId = `view-${view.id}`;
  const title = element('h3', { id: titleId });
  setInlineMarkdown(title, view.title[context.locale]);
  const caption = element('figcaption', { id: captionId(view.id) });
  setInlineMarkdown(caption, view.caption[context.locale]);
  const plot = element('div', { class: 'plot', 'aria-describedby': caption.id });
  const key = element('div', { class: 'key' });
  const figure = element('figure', { class: `view view-${view.kind}`, 'aria-labelledby': titleId });
  const tools = element('div', { class: 'figure-tools' });
  const plainTitle = plainText(view.title[context.locale]);
  // A map is enlarged by itself, not with all the others.
  if (view.kind !== 'decision-maps') {
    tools.append(createEnlargeButton(figure, plainTitle, context));
  }
  const save = new ExportMenu(context.strings, plainTitle, {
    onExport: (target) => context.onExport(view.id, target),
    hasRun: () => context.hasRun?.() ?? true,
  });
  tools.append(save.element);
  figure.append(element('div', { class: 'figure-head' }, title, tools), plot, key, caption);
  return { title: plainTitle, element: figure, tools, plot, key };
}

/** Gives the figure the whole row and more height, and back. */
function createEnlargeButton(figure: HTMLElement, title: string, context: ViewContext): HTMLElement {
  const { enlarge } = context.strings;
  const button = element('button', {
    type: 'button',
    class: 'tool-button',
    title: enlarge,
    'aria-label': `${enlarge}: ${title}`,
    'aria-pressed': 'false',
  });
  button.append(createIcon('enlarge'));
  button.addEventListener('click', () => {
    const isEnlarged = figure.classList.toggle('view-enlarged');
    button.setAttribute('aria-pressed', String(isEnlarged));
    figure.scrollIntoView({ block: 'nearest' });
  });
  return button;
}

/** A chart with more curves gets more room. */
const MOST_CURVES_SIDE_BY_SIDE = 4;

/** Gives the figure of a chart the room that its curves need. */
export function giveRoom(figure: HTMLElement, curves: number): void {
  figure.classList.toggle('view-wide', curves > MOST_CURVES_SIDE_BY_SIDE);
}

/** Which signs of a series its key shows. */
export interface KeySigns {
  readonly line: boolean;
  readonly marker: boolean;
  /** Whether there is a value beside each name, and a line that says where the values are from. */
  readonly values: boolean;
}

function drawSwatch(style: SeriesStyle, signs: KeySigns): SVGSVGElement {
  const swatch = svgElement('svg', { class: 'swatch', viewBox: '-14 -6 28 12' });
  if (signs.line) {
    const dash = style.dash.join(' ');
    swatch.append(svgElement('line', { x1: '-14', x2: '14', 'stroke-dasharray': dash, 'stroke-width': '2' }));
  }
  if (signs.marker) swatch.append(svgElement('path', { d: markerPath(style.marker, 8) }));
  swatch.style.color = cssColor(style.color);
  return swatch;
}

/** One line of a key. */
export interface KeyEntry {
  readonly label: string;
  readonly style: SeriesStyle;
  /** Whether its swatch has a line, where the key shows lines; it has where absent. */
  readonly hasLine?: boolean;
  /** Shown when the learner points at the name. */
  readonly hint?: string;
  /** The variant that it stands for, if it is one's alone: the entry is then a button that picks it out. */
  readonly variant?: number | undefined;
}

/** A key with more entries is set in columns. */
const MOST_ENTRIES_IN_A_LINE = 4;

/** Marks the row of a pickable entry; bold is what CSS makes of `aria-pressed`. */
function createKeyHead(variant: number | undefined, onPick: ((variant: number) => void) | undefined) {
  if (variant === undefined || !onPick) return element('span', { class: 'key-head' });
  const button = element('button', { type: 'button', class: 'key-head key-pick', 'aria-pressed': 'false' });
  button.addEventListener('click', () => onPick(variant));
  return button;
}

/** The key of a chart: one line a series with its signs, its name and, where there is one, its value. */
export class SeriesKey {
  readonly element = element('div', { class: 'series-key' });
  readonly #position = element('p', { class: 'key-position' });
  readonly #list = element('ul');
  readonly #signs: KeySigns;
  readonly #onPick: ((variant: number) => void) | undefined;
  #rows: readonly (Readonly<Record<'item' | 'head' | 'note' | 'value', HTMLElement>> &
    Pick<KeyEntry, 'variant'>)[] = [];
  #entries: readonly KeyEntry[] = [];
  #notes: readonly string[] = [];

  /** `onPick`: the learner picks the variant of an entry, once more or for the first time. */
  constructor(signs: KeySigns, onPick?: (variant: number) => void) {
    this.#signs = signs;
    this.#onPick = onPick;
    this.element.append(this.#list);
    if (signs.values) this.element.append(this.#position);
  }

  /** Reads out place and values when the learner moves on the chart by key. */
  follow(plot: HTMLElement): void {
    this.element.append(new SpokenReading(plot, () => this.#reading).element);
  }

  /** The place that is read off, with the value of each series there. */
  get #reading(): string {
    const values = this.#rows.flatMap(({ value }, index) => {
      const text = value.textContent;
      return text === '' ? [] : [`${this.#entries[index]?.label}: ${text}`];
    });
    return [this.#position.textContent, ...values].join('; ');
  }

  /** Sets names and signs; values and notes start empty. */
  setSeries(series: readonly KeyEntry[]): void {
    this.#entries = series;
    this.#notes = [];
    this.#rows = series.map(({ label, style, hasLine = true, hint, variant }) => {
      const value = element('span', { class: 'key-value' });
      const note = element('span', { class: 'key-note' });
      // The style sheet keeps room for the name in bold with the help of the attribute.
      const name = element(
        'span',
        { class: 'key-name', 'data-name': label, ...(hint && { title: hint }) },
        label,
      );
      const head = createKeyHead(variant, this.#onPick);
      head.append(drawSwatch(style, { ...this.#signs, line: this.#signs.line && hasLine }));
      head.append(element('span', {}, name, ' ', note));
      const item = element('li', hint ? { class: 'key-formula' } : {}, head);
      if (this.#signs.values) item.append(value);
      return { item, head, note, value, variant };
    });
    this.#list.replaceChildren(...this.#rows.map((row) => row.item));
    this.#list.classList.toggle('key-columns', series.length > MOST_ENTRIES_IN_A_LINE);
    const lengths = series.filter(({ hint }) => !hint).map(({ label }) => label.length);
    this.#list.style.setProperty('--name-length', String(Math.max(0, ...lengths)));
  }

  /** What it says about the signs, for a saved picture. */
  get items(): readonly KeyItem[] {
    return this.#entries.map(({ label, style, hasLine = true }, index) => ({
      label,
      style,
      hasLine: this.#signs.line && hasLine,
      hasMarker: this.#signs.marker && style.marker !== 'none',
      note: this.#notes[index] ?? '',
    }));
  }

  /** Marks the entries of the variant that is picked out; `undefined`: of none. */
  setPicked(picked: number | undefined): void {
    for (const { head, variant } of this.#rows) {
      if (head.hasAttribute('aria-pressed')) head.setAttribute('aria-pressed', String(variant === picked));
    }
  }

  /** Shows where on the chart the values are from, and the values in the order of the series. */
  setValues(position: string, values: readonly string[]): void {
    if (this.#position.textContent !== position) this.#position.textContent = position;
    this.#rows.forEach(({ value }, index) => {
      setText(value, values[index] ?? '');
    });
  }

  /** Shows a remark next to each name, in the order of the series; none where the text is empty. */
  setNotes(notes: readonly string[]): void {
    this.#notes = notes;
    this.#rows.forEach(({ note }, index) => {
      setText(note, notes[index] ?? '');
    });
  }
}

/** The numbers of a picture as a table, for those who do not see the picture and those who want them exactly. Filled while it is open. */
export class ValueTable {
  readonly element: HTMLDetailsElement;
  readonly #body = element('tbody');
  readonly #head = element('tr');
  #cells: HTMLTableCellElement[][] = [];

  /** `title`: of the picture, plain text. `onOpen` is called when the learner opens it, so that it can be filled. */
  constructor(context: ViewContext, title: string, onOpen: () => void) {
    const scroller = createTable(title, element('thead', {}, this.#head), this.#body);
    this.element = element('details', { class: 'value-table' });
    this.element.append(element('summary', {}, context.strings.tableOf), scroller);
    this.element.addEventListener('toggle', () => this.element.open && onOpen());
  }

  /** Shows the rows; the first cell of each is its heading. Does nothing while the table is closed. */
  update(headings: readonly string[], rows: () => readonly (readonly string[])[]): void {
    if (!this.element.open) return;
    const content = rows();
    if (content.length !== this.#cells.length || headings.length !== this.#head.childElementCount) {
      this.#rebuild(headings, content);
    }
    headings.forEach((heading, column) => {
      const cell = this.#head.children[column];
      if (cell) setText(cell, heading);
    });
    content.forEach((row, rowIndex) => {
      row.forEach((text, column) => {
        const cell = this.#cells[rowIndex]?.[column];
        if (cell) setText(cell, text);
      });
    });
  }

  /** Shows a table: whole numbers as they are, all others as measured. It is not made while the table is closed. */
  fill(make: () => DataTable | undefined, locale: Locale): void {
    const table = this.element.open ? make() : undefined;
    if (!table) return;
    const written = (cell: number | string) => (typeof cell === 'string' ? cell : formatNumber(cell, locale));
    this.update(table.headings, () => table.rows.map((row) => row.map(written)));
  }

  #rebuild(headings: readonly string[], rows: readonly (readonly string[])[]): void {
    this.#head.replaceChildren(...headings.map(() => element('th', { scope: 'col' })));
    this.#cells = rows.map((row) =>
      row.map((_, column) => (column === 0 ? element('th', { scope: 'row' }) : element('td'))),
    );
    this.#body.replaceChildren(...this.#cells.map((cells) => element('tr', {}, ...cells)));
  }
}
