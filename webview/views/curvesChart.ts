import type { Frame, Setup, Trace } from '../../src/experiments/kit/experiment';
import { formatMeasured, formatTick } from '../numbers';
import { PenInput } from '../prediction/penInput';
import type { PredictedCurve } from '../prediction/predictionSource';
import { predictedStyle, type SeriesStyle, seriesStyles, sketchStyle, solidStyle } from '../seriesStyle';
import { plainText } from '../text';
import type { Theme } from '../theme';
import {
  type CurveMark,
  type CurvesDeclaration,
  curveNames,
  curvesPerSeries,
  markedPoints,
  measuredOverPredicted,
  predictionNames,
  splitCurves,
  theoryName,
} from './curveData';
import { curveHeadings, curvesTable } from './dataTables';
import { placeOnAxis } from './extent';
import { arrayField } from './fields';
import { createFigure, giveRoom, type KeyEntry, SeriesKey, ValueTable } from './figure';
import { emphasize, focusedVariant, variantsOfCurves } from './focus';
import { type Columns, LineChart } from './lineChart';
import type { DataTable, KeyItem, LabView, Picture, RunOutline, ViewContext } from './view';

/** Where several series have variants, a key of more entries names the series only. */
const MOST_KEY_ENTRIES = 12;

/** What a y axis without a fixed range shows while its values are hidden. */
const RANGES_OF_NOTHING = { linear: [0, 1], log: [0.1, 1] } as const;

/** The x axis of a picture with curves, and where the points lie on it. */
export interface CurvesAxis {
  /** Field of the setup, `[points]`. */
  readonly field: string;
  /** Plain text. */
  readonly title: string;
  /** Plain text. */
  readonly unit?: string | undefined;
  readonly scale: 'linear' | 'log';
  /** Where a point is drawn, from its value and its index; `null`: nowhere. Ascending. */
  readonly place: (value: number, index: number) => number | null;
  readonly range: (places: readonly number[]) => readonly [number, number];
  /** Places that get a tick; `undefined`: at round numbers. */
  readonly ticks?: ((places: readonly number[]) => readonly number[]) | undefined;
  /** What a tick says; `values` are those of the field. */
  readonly formatTick: (place: number, values: Float32Array) => string;
  /** What the points are called where their values say nothing, in their order. Plain text. */
  readonly names?: readonly string[] | undefined;
  /** Whether each point is a variant of its own, which can be picked out; not so where absent. */
  readonly hasVariants?: boolean;
}

/** Measured curves over a common x, with those that a formula predicts; all of them are redrawn on every frame. */
export class CurvesChart implements LabView {
  readonly element: HTMLElement;
  readonly #view: CurvesDeclaration;
  readonly #axis: CurvesAxis;
  readonly #context: ViewContext;
  readonly #key = new SeriesKey({ line: true, marker: true, values: true }, (variant) => this.#pick(variant));
  readonly #table: ValueTable;
  readonly #chart: LineChart;
  #setup: Setup | undefined;
  #xValues = new Float32Array(0);
  /** Indices of the points that have a place on the x axis, and their places. */
  #kept: readonly number[] = [];
  #places: readonly number[] = [];
  /** As measured and as predicted, curve by curve; what is drawn may be clamped. */
  #measured: readonly Float32Array[] = [];
  #predicted: readonly Float32Array[] = [];
  #drawn: readonly (readonly (number | null)[])[] = [];
  /** The curve that the learner draws or has drawn; none or one. */
  #sketched: readonly Float32Array[] = [];
  readonly #pen: PenInput;
  #seenFrames = 0;
  /** What the key was made for. */
  #styledFor: { readonly theme: Theme; readonly sketches: number } | undefined;
  #pointed: number | undefined;

  constructor(view: CurvesDeclaration, axis: CurvesAxis, context: ViewContext, requestDraw: () => void) {
    this.#view = view;
    this.#axis = axis;
    this.#context = context;
    const { locale, strings } = context;
    const figure = createFigure(view, context);
    this.element = figure.element;
    this.#table = new ValueTable(context, figure.title, requestDraw);
    const { ticks } = axis;
    this.#chart = new LineChart(
      figure.plot,
      {
        label: plainText(view.title[locale]),
        xTitle: strings.axisTitle(axis.title, axis.unit),
        xScale: axis.scale,
        y: view.y,
        yTitle: strings.axisTitle(plainText(view.y.title[locale]), view.y.unit?.[locale]),
        marked: (curve) => this.#marked(curve),
        styles: () => this.#styles(),
        marks: () => this.#marks(),
        xRange: () => axis.range(this.#places),
        yRange: () => this.#rangeInstead(),
        ...(ticks && { xTicks: () => ticks(this.#places) }),
        formatX: (place) => axis.formatTick(place, this.#xValues),
        onPoint: (index) => this.#point(index),
        ...(axis.hasVariants && { band: () => this.#band(), onPick: (index) => this.#pickPoint(index) }),
      },
      context,
    );
    const pen = strings.prediction.drawLabel(plainText(view.title[locale]));
    this.#pen = new PenInput(
      figure.plot,
      this.#chart,
      pen,
      () => this.#sketch(),
      () => context.predictions?.curveChanged(),
    );
    this.#key.follow(figure.plot);
    figure.key.append(this.#key.element);
    this.element.append(this.#table.element);
    this.#restyle();
  }

  begin({ setup }: RunOutline): void {
    this.#setup = setup;
    this.#xValues = new Float32Array(arrayField(setup, this.#axis.field));
    const placed = Array.from(this.#xValues, (value, index) => this.#axis.place(value, index));
    this.#kept = placed.flatMap((place, index) => (place === null ? [] : [index]));
    this.#places = placed.filter((place) => place !== null);
    this.#predicted = this.#theoryCurves(setup);
    this.#measured = [];
    this.#seenFrames = 0;
    this.#resetRange();
    giveRoom(this.element, this.#view.series.length * this.#curvesPerSeries());
    this.#styledFor = undefined;
    this.#restyle();
  }

  draw(trace: Trace, frame: number): void {
    const shown = trace.frames[frame];
    if (!shown) return;
    this.#widenRange(trace);
    this.#takeUp(trace.setup, shown);
    this.#restyle();
    this.#pen.refresh();
    this.#key.setPicked(this.#pickedCurves());
    const { y } = this.#view;
    const range = this.#drawingRange();
    const axis = range ? { ...y, range } : y;
    this.#drawn = this.#allCurves().map((curve) =>
      this.#kept.map((index) => placeOnAxis(curve[index] ?? Number.NaN, axis)),
    );
    this.#chart.setColumns([this.#places, ...this.#drawn] as Columns);
    this.#showValues();
    this.#showRatios();
    this.#fillTable();
  }

  picture(): Picture | undefined {
    return this.#measured.length === 0 ? undefined : this.#chart.picture();
  }

  data(): DataTable | undefined {
    if (!this.#setup || this.#measured.length === 0) return undefined;
    const { locale, strings } = this.#context;
    const { title, unit } = this.#axis;
    const headings = [
      ...curveHeadings(this.#view, this.#setup, locale, strings),
      ...this.#sketched.map(() => strings.prediction.yourCurve),
    ];
    const curves = this.#allCurves();
    return curvesTable(strings.axisTitle(title, unit), this.#axis.names ?? this.#xValues, headings, curves);
  }

  keyItems(): readonly KeyItem[] {
    return this.#key.items;
  }

  dispose(): void {
    this.#chart.dispose();
  }

  #curvesPerSeries(): number {
    return curvesPerSeries(this.#view, this.#setup);
  }

  #curvesOf(fields: Setup, field: string): readonly Float32Array[] {
    return splitCurves(arrayField(fields, field), this.#curvesPerSeries());
  }

  #theoryCurves(setup: Setup): readonly Float32Array[] {
    return (this.#view.theory ?? []).flatMap(({ field }) => this.#curvesOf(setup, field));
  }

  /** Takes the curves of a frame. While the learner predicts they are empty: where nothing trains, the first frame is the answer. */
  #takeUp(setup: Setup, shown: Frame): void {
    const measured = this.#view.series.flatMap(({ field }) => this.#curvesOf(shown, field));
    const predicted = this.#theoryCurves(setup);
    const hide = (curve: Float32Array) => new Float32Array(curve.length).fill(Number.NaN);
    const isHidden = this.#context.predictions?.isWaiting === true;
    this.#measured = isHidden ? measured.map(hide) : measured;
    this.#predicted = isHidden ? predicted.map(hide) : predicted;
    const sketch = this.#sketch();
    this.#sketched = sketch ? [Float32Array.from(sketch.curve.line, (value) => value ?? Number.NaN)] : [];
    if (isHidden) return;
    for (const curve of this.#sketched) this.#widen(curve);
  }

  /** What the learner predicts here; `undefined`: nothing, or for other points than these. */
  #sketch(): PredictedCurve | undefined {
    const sketch = this.#context.predictions?.predictedCurve(this.#view.id);
    return sketch?.curve.line.length === this.#xValues.length ? sketch : undefined;
  }

  /** The y axis on which the learner draws; `undefined`: nothing is being drawn. */
  #drawingRange(): readonly [number, number] | undefined {
    const sketch = this.#sketch();
    return sketch?.isOpen ? sketch.curve.axis.range : undefined;
  }

  /** The y axis instead of its own: while the learner predicts, that would say how large the hidden values are. */
  #rangeInstead(): readonly [number, number] | undefined {
    const { range, scale } = this.#view.y;
    const isOwn = range !== undefined || !this.#context.predictions?.isWaiting;
    return this.#drawingRange() ?? (isOwn ? undefined : RANGES_OF_NOTHING[scale]);
  }

  /** As they are drawn: measured, predicted by a formula, drawn by the learner. */
  #allCurves(): readonly Float32Array[] {
    return [...this.#measured, ...this.#predicted, ...this.#sketched];
  }

  /** Whether there are too many curves for an entry in the key each: they then have the look of their series. */
  #isCrowded(): boolean {
    const { series } = this.#view;
    const count = this.#curvesPerSeries();
    return count > 1 && series.length > 1 && series.length * count > MOST_KEY_ENTRIES;
  }

  /** Styles of the measured curves; where something is predicted, only that is dashed. */
  #measuredStyles(): readonly SeriesStyle[] {
    const { variants, series, theory } = this.#view;
    const theme = this.#context.theme();
    const count = this.#curvesPerSeries();
    const isSweep = variants && series.length === 1;
    const looks = seriesStyles(theme, isSweep ? count : series.length, isSweep ? 'ordered' : 'categories');
    const styles = isSweep
      ? looks
      : looks.flatMap((look) => {
          const ofVariants = count === 1 || this.#isCrowded() ? [] : seriesStyles(theme, count, 'ordered');
          return Array.from({ length: count }, (_, index) => ({
            ...look,
            marker: ofVariants[index]?.marker ?? look.marker,
          }));
        });
    return theory ? styles.map(solidStyle) : styles;
  }

  #styles(): readonly SeriesStyle[] {
    const measured = this.#measuredStyles();
    const count = this.#curvesPerSeries();
    const predicted = (this.#view.theory ?? []).flatMap(({ series }) =>
      measured.slice(series * count, (series + 1) * count).map(predictedStyle),
    );
    const styles = [...measured, ...predicted];
    const sketched = this.#sketched.map(() => sketchStyle(this.#context.theme()));
    return [...emphasize(styles, variantsOfCurves(styles.length, count), this.#pickedCurves()), ...sketched];
  }

  /** The variant whose curves are brought out; `undefined`: none's. */
  #pickedCurves(): number | undefined {
    return focusedVariant(this.#context.focus(), this.#view.variants?.field, this.#curvesPerSeries());
  }

  /** The point that is brought out, of those shown; `undefined`: none. */
  #band(): number | undefined {
    const variant = focusedVariant(this.#context.focus(), this.#axis.field, this.#xValues.length);
    const place = variant === undefined ? -1 : this.#kept.indexOf(variant);
    return place < 0 ? undefined : place;
  }

  #pick(index: number): void {
    const { variants } = this.#view;
    if (variants) this.#context.setFocus({ field: variants.field, index });
  }

  #pickPoint(place: number): void {
    const index = this.#kept[place];
    if (index !== undefined) this.#context.setFocus({ field: this.#axis.field, index });
  }

  /** A mark for each measured curve; those after them are lines. */
  #marks(): readonly CurveMark[] {
    const count = this.#curvesPerSeries();
    return this.#view.series.flatMap(({ mark = 'line' }) => Array.from({ length: count }, () => mark));
  }

  #marked(curve: number): readonly number[] {
    const mark = this.#marks()[curve];
    if (mark) return markedPoints(mark, this.#drawn[curve] ?? [], curve);
    const sketch = curve === this.#measured.length + this.#predicted.length ? this.#sketch() : undefined;
    return sketch ? this.#kept.flatMap((index, place) => (sketch.curve.isDrawn(index) ? [place] : [])) : [];
  }

  #restyle(): void {
    const [theme, sketches] = [this.#context.theme(), this.#sketched.length];
    if (this.#styledFor?.theme === theme && this.#styledFor.sketches === sketches) return;
    this.#styledFor = { theme, sketches };
    this.#key.setSeries([...this.#measuredEntries(), ...this.#theoryEntries(), ...this.#sketchEntries()]);
    this.#showValues();
    this.#showRatios();
  }

  #measuredEntries(): readonly KeyEntry[] {
    const { locale } = this.#context;
    const isCrowded = this.#isCrowded();
    const names = isCrowded
      ? this.#view.series.map(({ label }) => plainText(label[locale]))
      : curveNames(this.#view, this.#setup, locale);
    const [styles, marks] = [this.#measuredStyles(), this.#marks()];
    return names.map((label, index) => {
      const curve = isCrowded ? index * this.#curvesPerSeries() : index;
      const style = styles[curve] ?? { color: this.#context.theme().foreground, dash: [], marker: 'none' };
      const variant = this.#view.variants && !isCrowded ? index % this.#curvesPerSeries() : undefined;
      return { label, style, hasLine: marks[curve] === 'line', variant };
    });
  }

  /** One entry a formula; where it predicts several curves, each in its own colour, the entry has none of them. */
  #theoryEntries(): readonly KeyEntry[] {
    const { locale, strings, theme: themeNow } = this.#context;
    const measured = this.#measuredStyles();
    const count = this.#curvesPerSeries();
    return (this.#view.theory ?? []).map((theory) => {
      const plain = { color: themeNow().foreground, dash: [], marker: 'none' } as const;
      const predicts = count === 1 ? measured[theory.series] : undefined;
      return {
        style: predictedStyle(predicts ?? plain),
        label: theoryName(this.#view, theory, locale),
        hint: `${strings.source} ${theory.source}`,
      };
    });
  }

  #sketchEntries(): readonly KeyEntry[] {
    const { strings, theme } = this.#context;
    return this.#sketched.map(() => ({ label: strings.prediction.yourCurve, style: sketchStyle(theme()) }));
  }

  #resetRange(): void {
    const { yExtent } = this.#chart;
    yExtent.reset();
    for (const curve of this.#predicted) this.#widen(curve);
    if (this.#view.series.some(({ mark }) => mark === 'stems')) this.#widen([0]);
  }

  #widenRange(trace: Trace): void {
    for (; this.#seenFrames < trace.frames.length; this.#seenFrames++) {
      const recorded = trace.frames[this.#seenFrames] ?? {};
      for (const { field } of this.#view.series) this.#widen(arrayField(recorded, field));
    }
  }

  #widen(values: Iterable<number>): void {
    for (const value of values) {
      this.#chart.yExtent.add(placeOnAxis(value, this.#view.y) ?? Number.NaN);
    }
  }

  #point(index: number | undefined): void {
    this.#pointed = index;
    this.#showValues();
  }

  #showValues(): void {
    const { locale, strings } = this.#context;
    const index = this.#pointed === undefined ? undefined : this.#kept[this.#pointed];
    if (index === undefined) {
      this.#key.setValues(strings.noCursor, []);
      return;
    }
    // An entry for several curves has no value.
    const values = this.#curvesWithEntries().map((curve) =>
      formatMeasured(curve[index] ?? Number.NaN, locale),
    );
    const { title, unit } = this.#axis;
    const x = this.#axis.names?.[index] ?? formatTick(this.#xValues[index] ?? Number.NaN, locale);
    // Of the whole key only this is read out, and what is being drawn should be.
    const drawn = this.#drawingRange() ? `: ${values.at(-1) ?? ''}` : '';
    this.#key.setValues(`${title} = ${x}${unit ? ` ${unit}` : ''}${drawn}`, values);
  }

  #curvesWithEntries(): readonly Float32Array[] {
    if (this.#isCrowded()) return [];
    return this.#curvesPerSeries() === 1 ? this.#allCurves() : this.#measured;
  }

  #showRatios(): void {
    const { locale, strings } = this.#context;
    const { series: declared } = this.#view;
    const before = this.#isCrowded() ? declared.length : declared.length * this.#curvesPerSeries();
    const ratios = (this.#view.theory ?? []).map(({ series }, formula) => {
      const [measured, predicted] = [
        this.#shown(this.#measured, series),
        this.#shown(this.#predicted, formula),
      ];
      const ratio = measuredOverPredicted(measured, predicted, this.#view.y.scale);
      return strings.measuredOverTheory(formatMeasured(ratio, locale));
    });
    this.#key.setNotes([...Array.from({ length: before }, () => ''), ...ratios]);
  }

  /** The values of one series or formula at the points shown. */
  #shown(curves: readonly Float32Array[], index: number): readonly number[] {
    const count = this.#curvesPerSeries();
    return curves
      .slice(index * count, (index + 1) * count)
      .flatMap((curve) => this.#kept.map((point) => curve[point] ?? Number.NaN));
  }

  #fillTable(): void {
    const { locale, strings } = this.#context;
    const { title, unit } = this.#axis;
    const names = curveNames(this.#view, this.#setup, locale);
    const predictions = predictionNames(this.#view, this.#setup, locale);
    const curves = this.#allCurves();
    const sketches = this.#sketched.map(() => strings.prediction.yourCurve);
    this.#table.update([strings.axisTitle(title, unit), ...names, ...predictions, ...sketches], () =>
      Array.from(this.#xValues, (value, index) => [
        this.#axis.names?.[index] ?? formatTick(value, locale),
        ...curves.map((curve) => formatMeasured(curve[index] ?? Number.NaN, locale)),
      ]),
    );
  }
}
