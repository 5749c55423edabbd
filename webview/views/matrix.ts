import type { Frame, Setup, Trace } from '../../src/experiments/kit/experiment';
import type { Locale } from '../../src/experiments/kit/localized';
import type { MatrixSide, MatrixView } from '../../src/experiments/kit/views';
import type { Rgb } from '../color';
import { element } from '../dom';
import { formatMeasured, formatNumber, formatSetting, formatTick } from '../numbers';
import { plainText } from '../text';
import { showColorScale } from './colorScale';
import { type ColorScale, colorScaleSvg } from './colorScaleSvg';
import { arrayField } from './fields';
import { createFigure, ValueTable } from './figure';
import { matrixSvg } from './matrixSvg';
import { ReadingPlot } from './readingPlot';
import { scaleStops } from './valueColors';
import type { CreateView, DataTable, KeyItem, LabView, Picture, ViewContext } from './view';

/** Widest that a cell may be, in CSS pixels: beside other pictures, and enlarged. */
const MOST_WIDTH = { usual: 64, enlarged: 96 } as const;
const SCALE_GAP = 8;
/** Odd, so that one of them stands for zero in the middle. A matrix may have thousands of cells, and mixing a colour takes its time. */
const RAMP_COLORS = 129;

type Declaration = MatrixView<Setup, Frame>;

/** Names along one side of a matrix, as plain text. */
export function sideLabels(side: MatrixSide, locale: Locale): readonly string[] {
  if ('labels' in side) return side.labels.map((label) => plainText(label[locale]));
  return Array.from({ length: side.count }, (_, index) => String(side.first + index));
}

/** What a cell says: whole numbers as they are, others with so many decimals as the scale is worth. */
export function cellText(value: number, range: readonly [number, number], locale: Locale): string {
  if (!Number.isFinite(value)) return formatMeasured(value, locale);
  const largest = Math.max(...range.map(Math.abs));
  const decimals = Math.min(3, Math.max(0, 2 - Math.floor(Math.log10(largest))));
  return formatSetting(Number(value.toFixed(decimals)), locale);
}

/** The colour of a value on a scale whose colours lie at equal distances; `undefined` for NaN. */
export function rampColor(
  ramp: readonly Rgb[],
  value: number,
  [low, high]: readonly [number, number],
): Rgb | undefined {
  const share = Math.min(1, Math.max(0, (value - low) / (high - low)));
  return ramp[Math.round(share * (ramp.length - 1))];
}

/** The matrix as a table: one row for each of its rows, with the names of its columns as headings. */
export function matrixTable(view: Declaration, values: ArrayLike<number>, locale: Locale): DataTable {
  const columns = sideLabels(view.columns, locale);
  const [down, across] = [view.rows, view.columns].map(({ title }) => plainText(title[locale]));
  const rows = sideLabels(view.rows, locale).map((label, row) => [
    label,
    ...columns.map((_, column) => values[row * columns.length + column] ?? Number.NaN),
  ]);
  return { headings: [`${down} \\ ${across}`, ...columns], rows };
}

/** A matrix as a field of coloured cells. */
class Matrix implements LabView {
  readonly element: HTMLElement;
  readonly #view: Declaration;
  readonly #context: ViewContext;
  readonly #plot: ReadingPlot;
  readonly #scale = element('p', { class: 'color-scale' });
  readonly #table: ValueTable;
  #values: ArrayLike<number> = [];
  #hasValues = false;
  #ramp: readonly Rgb[] = [];
  #styledFor: unknown;

  constructor(view: Declaration, context: ViewContext, requestDraw: () => void) {
    this.#view = view;
    this.#context = context;
    const figure = createFigure(view, context);
    this.element = figure.element;
    this.#plot = new ReadingPlot(figure, context, {
      title: plainText(view.title[context.locale]),
      describe: (cell) => this.#describe(cell),
      onResize: () => {
        if (this.#plot.width > 0 && !this.#hasValues) this.#plot.reserve(this.#drawing().height);
        requestDraw();
      },
    });
    this.#table = new ValueTable(context, figure.title, requestDraw);
    figure.key.append(this.#scale, this.#plot.position);
    this.element.append(this.#table.element);
  }

  begin(): void {
    // What was drawn stays until the first frame.
  }

  draw({ setup, frames }: Trace, frame: number): void {
    const shown = frames[frame];
    if (!shown || this.#plot.width === 0) return;
    const { field } = this.#view;
    const values = arrayField(Object.hasOwn(shown, field) ? shown : setup, field);
    // Where nothing trains, the first frame is the answer.
    this.#values = this.#context.predictions?.isWaiting ? values.map(() => Number.NaN) : values;
    this.#hasValues = true;
    this.#restyle();
    const { svg, height, cells } = this.#drawing();
    this.#plot.show({ svg, height, boxes: cells });
    this.#table.fill(() => this.data(), this.#context.locale);
  }

  picture(): Picture | undefined {
    const { width } = this.#plot;
    if (!this.#hasValues || width === 0) return undefined;
    const theme = this.#context.theme();
    const { svg, height } = this.#drawing();
    const scale = colorScaleSvg(this.#colorScale(), height + SCALE_GAP, width, theme);
    return { width, height: height + SCALE_GAP + scale.height, svg: svg + scale.svg };
  }

  data(): DataTable | undefined {
    return this.#hasValues ? matrixTable(this.#view, this.#values, this.#context.locale) : undefined;
  }

  keyItems(): readonly KeyItem[] {
    return [];
  }

  dispose(): void {
    this.#plot.dispose();
  }

  get #valueName(): string {
    return plainText(this.#view.value[this.#context.locale]);
  }

  #colorScale(): ColorScale {
    const { range } = this.#view;
    const [from = '', to = ''] = range.map((end) => formatTick(end, this.#context.locale));
    const stops = scaleStops(this.#context.theme(), range);
    return { title: this.#valueName, from, to, note: '', stops, isSplit: false };
  }

  #drawing() {
    const { rows, columns, range } = this.#view;
    const { locale } = this.#context;
    return matrixSvg({
      width: this.#plot.width,
      rows: sideLabels(rows, locale),
      columns: sideLabels(columns, locale),
      heading: `↓ ${plainText(rows.title[locale])} · → ${plainText(columns.title[locale])}`,
      values: this.#values,
      color: (value) => rampColor(this.#ramp, value, range),
      format: (value) => cellText(value, range, locale),
      mostWidth: this.#plot.isEnlarged ? MOST_WIDTH.enlarged : MOST_WIDTH.usual,
      theme: this.#context.theme(),
    });
  }

  #restyle(): void {
    const theme = this.#context.theme();
    if (this.#styledFor === theme) return;
    this.#styledFor = theme;
    this.#ramp = scaleStops(theme, this.#view.range, RAMP_COLORS);
    showColorScale(this.#scale, this.#colorScale(), theme);
  }

  #describe(cell: number): string {
    const { rows, columns } = this.#view;
    const { locale } = this.#context;
    const across = sideLabels(columns, locale);
    const name = (side: MatrixSide, index: number) =>
      `${plainText(side.title[locale])} ${sideLabels(side, locale)[index]}`;
    const place = [name(rows, Math.floor(cell / across.length)), name(columns, cell % across.length)];
    const value = formatNumber(this.#values[cell] ?? Number.NaN, locale);
    return `${place.join(', ')}: ${this.#valueName} = ${value}`;
  }
}

/** Makes a matrix. */
export const createMatrixView: CreateView<Declaration> = (view, context, requestDraw) =>
  new Matrix(view, context, requestDraw);
