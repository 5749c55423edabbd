import type { Frame, Setup, Trace } from '../../src/experiments/kit/experiment';
import type { ResponseView } from '../../src/experiments/kit/views';
import { formatMeasured, formatTick } from '../numbers';
import { seriesStyles } from '../seriesStyle';
import { plainText } from '../text';
import { placeOnAxis } from './extent';
import { arrayField } from './fields';
import { createFigure, SeriesKey, ValueTable } from './figure';
import { type Columns, LineChart } from './lineChart';
import type { CreateView, LabView, RunOutline, ViewContext } from './view';

/** Measured quantities against the swept parameter, one point a variant. */
class ResponseChart implements LabView {
  readonly element: HTMLElement;
  readonly #view: ResponseView<Setup, Frame>;
  readonly #context: ViewContext;
  readonly #key = new SeriesKey({ line: true, marker: true, values: true });
  readonly #table: ValueTable;
  readonly #chart: LineChart;
  #swept: readonly number[] = [];
  #values: readonly (readonly number[])[] = [];
  #seenFrames = 0;
  #styledFor: unknown;
  #pointed: number | undefined;

  constructor(view: ResponseView<Setup, Frame>, context: ViewContext, requestDraw: () => void) {
    this.#view = view;
    this.#context = context;
    const { locale, strings } = context;
    const figure = createFigure(view, context);
    this.element = figure.element;
    this.#table = new ValueTable(context, requestDraw);
    this.#chart = new LineChart(
      figure.plot,
      {
        label: plainText(view.title[locale]),
        xTitle: plainText(view.x.title[locale]),
        y: view.y,
        yTitle: strings.axisTitle(plainText(view.y.title[locale]), view.y.unit?.[locale]),
        seriesCount: view.series.length,
        marked: () => this.#swept.map((_, index) => index),

        styles: () => this.#styles(),
        xRange: () => [-0.3, Math.max(1, this.#swept.length) - 0.7],
        xTicks: () => this.#swept.map((_, index) => index),
        formatX: (index) => formatTick(this.#swept[index] ?? Number.NaN, locale, 2),
        onPoint: (index) => this.#point(index),
      },
      context,
    );
    figure.plot.addEventListener('focus', () => this.#key.setLive(true));
    figure.plot.addEventListener('blur', () => this.#key.setLive(false));
    figure.key.append(this.#key.element);
    this.element.append(this.#table.element);
    this.#restyle();
  }

  begin({ setup }: RunOutline): void {
    this.#swept = Array.from(arrayField(setup, this.#view.x.field));
    this.#chart.yExtent.reset();
    this.#seenFrames = 0;
  }

  draw(trace: Trace, frame: number): void {
    const shown = trace.frames[frame];
    if (!shown) return;
    this.#restyle();
    this.#widenRange(trace);
    this.#values = this.#view.series.map(({ field }) => Array.from(arrayField(shown, field)));
    const places = this.#values.map((column) => column.map((value) => placeOnAxis(value, this.#view.y)));
    this.#chart.setColumns([this.#swept.map((_, index) => index), ...places] as Columns);
    this.#showValues();
    this.#fillTable();
  }

  dispose(): void {
    this.#chart.dispose();
  }

  #styles() {
    return seriesStyles(this.#context.theme(), this.#view.series.length, 'categories');
  }

  #restyle(): void {
    if (this.#styledFor === this.#context.theme()) return;
    this.#styledFor = this.#context.theme();
    const labels = this.#view.series.map(({ label }) => plainText(label[this.#context.locale]));
    this.#key.setSeries(this.#styles().map((style, index) => ({ style, label: labels[index] ?? '' })));
    this.#showValues();
  }

  #widenRange(trace: Trace): void {
    for (; this.#seenFrames < trace.frames.length; this.#seenFrames++) {
      for (const { field } of this.#view.series) {
        for (const value of arrayField(trace.frames[this.#seenFrames] ?? {}, field)) {
          this.#chart.yExtent.add(placeOnAxis(value, this.#view.y) ?? Number.NaN);
        }
      }
    }
  }

  #point(index: number | undefined): void {
    this.#pointed = index;
    this.#showValues();
  }

  #showValues(): void {
    const { locale, strings } = this.#context;
    const index = this.#pointed;
    if (index === undefined || index >= this.#swept.length) {
      this.#key.setValues(strings.noCursor, []);
      return;
    }
    const swept = formatTick(this.#swept[index] ?? Number.NaN, locale);
    const values = this.#values.map((column) => formatMeasured(column[index] ?? Number.NaN, locale));
    this.#key.setValues(`${plainText(this.#view.x.title[locale])} = ${swept}`, values);
  }

  #fillTable(): void {
    const { locale } = this.#context;
    const headings = [this.#view.x.title, ...this.#view.series.map(({ label }) => label)];
    this.#table.update(
      headings.map((heading) => plainText(heading[locale])),
      () =>
        this.#swept.map((swept, index) => [
          formatTick(swept, locale),
          ...this.#values.map((column) => formatMeasured(column[index] ?? Number.NaN, locale)),
        ]),
    );
  }
}

/** Makes a response chart. */
export const createResponseView: CreateView<ResponseView<Setup, Frame>> = (view, context, requestDraw) =>
  new ResponseChart(view, context, requestDraw);
