import type { Localized } from '../../src/experiments/kit/localized';
import { cssColor } from '../color';
import { element, setText, svgElement } from '../dom';
import { markerPath, type SeriesStyle } from '../seriesStyle';
import { setInlineMarkdown } from '../text';
import type { ViewContext } from './view';

/** The parts of a picture on the page. */
export interface Figure {
  readonly element: HTMLElement;
  /** Where the picture itself goes; its height is given by the style sheet. */
  readonly plot: HTMLDivElement;
  /** Below the picture: what its signs mean. */
  readonly key: HTMLDivElement;
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
  const caption = element('figcaption');
  setInlineMarkdown(caption, view.caption[context.locale]);
  const plot = element('div', { class: 'plot' });
  const key = element('div', { class: 'key' });
  const figure = element('figure', { class: `view view-${view.kind}`, 'aria-labelledby': titleId });
  figure.append(title, plot, key, caption);
  return { element: figure, plot, key };
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
}

/** The key of a chart: one line a series with its signs, its name and, where there is one, its value. */
export class SeriesKey {
  readonly element = element('div', { class: 'series-key' });
  readonly #position = element('p', { class: 'key-position' });
  readonly #list = element('ul');
  readonly #signs: KeySigns;
  #rows: readonly Readonly<Record<'item' | 'note' | 'value', HTMLElement>>[] = [];

  constructor(signs: KeySigns) {
    this.#signs = signs;
    this.element.append(this.#list);
    if (signs.values) this.element.append(this.#position);
  }

  /** While it has the focus, a chart's values are read out as they change. */
  setLive(isLive: boolean): void {
    this.#position.setAttribute('aria-live', isLive ? 'polite' : 'off');
  }

  /** Reads out values for as long as the chart has the focus. */
  follow(plot: HTMLElement): void {
    plot.addEventListener('focus', () => this.setLive(true));
    plot.addEventListener('blur', () => this.setLive(false));
  }

  /** Sets names and signs; values and notes start empty. */
  setSeries(series: readonly KeyEntry[]): void {
    this.#rows = series.map(({ label, style, hasLine = true, hint }) => {
      const value = element('span', { class: 'key-value' });
      const note = element('span', { class: 'key-note' });
      const name = element('span', { class: 'key-name', ...(hint && { title: hint }) }, label);
      const item = element('li', {}, element('span', {}, name, ' ', note));
      if (this.#signs.values) item.append(value);
      item.prepend(drawSwatch(style, { ...this.#signs, line: this.#signs.line && hasLine }));
      return { item, note, value };
    });
    this.#list.replaceChildren(...this.#rows.map((row) => row.item));
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

  /** `onOpen` is called when the learner opens it, so that it can be filled. */
  constructor(context: ViewContext, onOpen: () => void) {
    const table = element('table', {}, element('thead', {}, this.#head), this.#body);
    const scroller = element('div', { class: 'table-scroll', tabindex: '0' }, table);
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

  #rebuild(headings: readonly string[], rows: readonly (readonly string[])[]): void {
    this.#head.replaceChildren(...headings.map(() => element('th', { scope: 'col' })));
    this.#cells = rows.map((row) =>
      row.map((_, column) => (column === 0 ? element('th', { scope: 'row' }) : element('td'))),
    );
    this.#body.replaceChildren(...this.#cells.map((cells) => element('tr', {}, ...cells)));
  }
}
