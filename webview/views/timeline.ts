import type { Frame, Setup, Trace } from '../../src/experiments/kit/experiment';
import type { TimelineView } from '../../src/experiments/kit/views';
import { formatCount, formatMeasured, formatTick } from '../numbers';
import { type SeriesStyle, seriesStyles, thresholdStyle } from '../seriesStyle';
import { plainText } from '../text';
import { variantLabel } from './curveData';
import { curvesTable, timelineHeadings } from './dataTables';
import { placeOnAxis } from './extent';
import { arrayField, numberField } from './fields';
import { createFigure, giveRoom, type KeyEntry, SeriesKey, ValueTable } from './figure';
import { emphasize, focusedVariant } from './focus';
import { type Columns, LineChart } from './lineChart';
import type { CreateView, DataTable, KeyItem, LabView, Picture, RunOutline, ViewContext } from './view';

/** Quantities against training steps. All recorded frames are drawn; a vertical line marks an earlier one that is shown. */
class TimelineChart implements LabView {
  readonly element: HTMLElement;
  readonly #view: TimelineView<Setup, Frame>;
  readonly #context: ViewContext;
  readonly #key = new SeriesKey({ line: true, marker: true, values: true }, (variant) => this.#pick(variant));
  readonly #table: ValueTable;
  readonly #chart: LineChart;
  #setup: Setup | undefined;
  #frameCount = 1;
  #steps: number[] = [];
  /** As measured, by series; what is drawn may be clamped. */
  #values: number[][] = [];
  #places: (number | null)[][] = [];
  #frame = 0;
  #styledFor: unknown;
  #pointed: number | undefined;

  constructor(view: TimelineView<Setup, Frame>, context: ViewContext, requestDraw: () => void) {
    this.#view = view;
    this.#context = context;
    const { locale, strings } = context;
    const figure = createFigure(view, context);
    this.element = figure.element;
    giveRoom(this.element, view.series.length);
    this.#table = new ValueTable(context, figure.title, requestDraw);
    this.#chart = new LineChart(
      figure.plot,
      {
        label: plainText(view.title[locale]),
        xTitle: strings.step,
        y: view.y,
        yTitle: strings.axisTitle(plainText(view.y.title[locale]), view.y.unit?.[locale]),
        marked: () => [this.#frame],
        styles: () => this.#styles(),
        xRange: () => [0, Math.max(1, this.#frameCount - 1) * context.stepsPerFrame],
        formatX: formatCount,
        threshold: () => this.#threshold(),
        mark: () => (this.#frame < this.#steps.length - 1 ? this.#frame : undefined),
        onPoint: (index) => this.#point(index),
      },
      context,
    );
    this.#key.follow(figure.plot);
    figure.key.append(this.#key.element);
    this.element.append(this.#table.element);
    this.#restyle();
  }

  begin({ setup, frameCount }: RunOutline): void {
    this.#setup = setup;
    this.#frameCount = frameCount;
    this.#clear();
    this.#styledFor = undefined;
    this.#restyle();
  }

  draw(trace: Trace, frame: number): void {
    this.#restyle();
    this.#frame = frame;
    this.#key.setPicked(this.#picked());
    const count = this.#countOfShown(trace, frame);
    if (this.#steps.length > count) this.#clear();
    this.#append(trace, count);
    this.#chart.setColumns([this.#steps, ...this.#places] as Columns);
    this.#showValues();
    this.#fillTable();
  }

  picture(): Picture | undefined {
    return this.#steps.length === 0 ? undefined : this.#chart.picture();
  }

  data(): DataTable | undefined {
    if (!this.#setup || this.#steps.length === 0) return undefined;
    const { locale, strings } = this.#context;
    const headings = timelineHeadings(this.#view, this.#setup, locale, strings);
    return curvesTable(strings.step, this.#steps, headings, this.#values);
  }

  keyItems(): readonly KeyItem[] {
    return this.#key.items;
  }

  dispose(): void {
    this.#chart.dispose();
  }

  #clear(): void {
    this.#steps = [];
    this.#values = this.#view.series.map(() => []);
    this.#places = this.#view.series.map(() => []);
    this.#chart.yExtent.reset();
    this.#chart.yExtent.add(this.#threshold() ?? Number.NaN);
  }

  /** How many frames are drawn: all that are recorded, but while the learner predicts none that would give the answer away. */
  #countOfShown({ frames }: Trace, frame: number): number {
    return this.#context.predictions?.isWaiting ? frame + 1 : frames.length;
  }

  #append(trace: Trace, count: number): void {
    for (let index = this.#steps.length; index < count; index++) {
      const recorded = trace.frames[index] ?? {};
      this.#steps.push(index * this.#context.stepsPerFrame);
      this.#view.series.forEach((series, number) => {
        const value = numberField(recorded, series.field, series.index);
        const place = placeOnAxis(value, this.#view.y);
        this.#values[number]?.push(value);
        this.#places[number]?.push(place);
        this.#chart.yExtent.add(place ?? Number.NaN);
      });
    }
  }

  #threshold(): number | undefined {
    const threshold = this.#view.threshold;
    return threshold && this.#setup && numberField(this.#setup, threshold.field);
  }

  #plainStyles(): readonly SeriesStyle[] {
    const scheme = this.#view.variants ? 'ordered' : 'categories';
    return seriesStyles(this.#context.theme(), this.#view.series.length, scheme);
  }

  #styles(): readonly SeriesStyle[] {
    return emphasize(this.#plainStyles(), this.#variants(), this.#picked());
  }

  /** The variant of each series; `undefined` for one that is none's. */
  #variants(): readonly (number | undefined)[] {
    return this.#view.series.map(({ index }) => (this.#view.variants ? index : undefined));
  }

  /** The variant that is brought out; `undefined`: none. */
  #picked(): number | undefined {
    const { variants } = this.#view;
    if (!variants || !this.#setup) return undefined;
    return focusedVariant(
      this.#context.focus(),
      variants.field,
      arrayField(this.#setup, variants.field).length,
    );
  }

  #pick(index: number): void {
    const { variants } = this.#view;
    if (variants) this.#context.setFocus({ field: variants.field, index });
  }

  #labels(): readonly string[] {
    const { locale } = this.#context;
    const { variants, series } = this.#view;
    const swept = variants && this.#setup ? arrayField(this.#setup, variants.field) : undefined;
    return series.map(({ label, index }) => {
      if (!variants || index === undefined) return plainText(label[locale]);
      return variantLabel(variants.symbol, swept?.[index], locale);
    });
  }

  #restyle(): void {
    if (this.#styledFor === this.#context.theme()) return;
    this.#styledFor = this.#context.theme();
    const labels = this.#labels();
    const variants = this.#variants();
    const entries: KeyEntry[] = this.#plainStyles().map((style, index) => ({
      style,
      label: labels[index] ?? '',
      variant: variants[index],
    }));
    const threshold = this.#view.threshold;
    if (threshold) {
      const label = plainText(threshold.label[this.#context.locale]);
      entries.push({ style: thresholdStyle(this.#context.theme()), label });
    }
    this.#key.setSeries(entries);
    this.#showValues();
  }

  #point(index: number | undefined): void {
    this.#pointed = index;
    this.#showValues();
  }

  /** Without a pointer the values are those of the shown frame. */
  #showValues(): void {
    const { locale, strings, stepsPerFrame } = this.#context;
    const index = this.#pointed ?? this.#frame;
    if (this.#steps.length === 0) {
      this.#key.setValues('', []);
      return;
    }
    const values = this.#values.map((column) => formatMeasured(column[index] ?? Number.NaN, locale));
    const threshold = this.#threshold();
    if (threshold !== undefined) values.push(formatTick(threshold, locale));
    this.#key.setValues(`${strings.step} ${formatCount(index * stepsPerFrame)}`, values);
  }

  #fillTable(): void {
    const { locale, strings } = this.#context;
    const { title, unit } = this.#view.y;
    const labels = this.#labels();
    const heading = strings.axisTitle(plainText(title[locale]), unit?.[locale]);
    const step = `${strings.step} ${formatCount(this.#frame * this.#context.stepsPerFrame)}`;
    const names = this.#view.series.map(({ label }) => plainText(label[locale]));
    this.#table.update([step, heading], () =>
      labels.map((label, index) => [
        label === names[index] ? label : `${names[index]}: ${label}`,
        formatMeasured(this.#values[index]?.[this.#frame] ?? Number.NaN, locale),
      ]),
    );
  }
}

/** Makes a timeline. */
export const createTimelineView: CreateView<TimelineView<Setup, Frame>> = (view, context, requestDraw) =>
  new TimelineChart(view, context, requestDraw);
