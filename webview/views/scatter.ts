import type { Frame, Setup, Trace } from '../../src/experiments/kit/experiment';
import type { Axis, ScatterView } from '../../src/experiments/kit/views';
import { formatMeasured, formatTick } from '../numbers';
import { type SeriesStyle, seriesStyles } from '../seriesStyle';
import { plainText } from '../text';
import type { ChartAxis } from './chartSvg';
import { curveNames, curvesPerSeries, splitCurves } from './curveData';
import { Extent } from './extent';
import { arrayField } from './fields';
import { createFigure, type KeyEntry, SeriesKey, ValueTable } from './figure';
import { emphasize, focusedVariant, variantsOfCurves } from './focus';
import { ReadingPlot } from './readingPlot';
import { scatterSvg } from './scatterSvg';
import type { CreateView, DataTable, KeyItem, LabView, Picture, RunOutline, ViewContext } from './view';

/** Room beside the outermost points, as a share of the axis; on a log axis of its decades. */
const MARGIN = 0.05;

type Declaration = ScatterView<Setup, Frame>;

/** The range of an axis: the fixed one, or what it has to show with some room beside it. `seen`: `undefined` before the first value. */
export function scatterRange(
  { scale, range }: Axis,
  seen: readonly [number, number] | undefined,
): readonly [number, number] {
  if (range) return range;
  const [low, high] = seen ?? (scale === 'log' ? [0.1, 1] : [0, 1]);
  if (scale === 'log') {
    const factor = high > low ? (high / low) ** MARGIN : 2;
    return [low / factor, high * factor];
  }
  const room = high > low ? (high - low) * MARGIN : Math.abs(high) || 1;
  return [low - room, high + room];
}

/** Points as a table, one row each: of which series or variant, and its coordinates as measured. `clouds`: `[points, 2]` each. */
export function scatterTable(
  headings: readonly [string, string, string],
  names: readonly string[],
  clouds: readonly ArrayLike<number>[],
): DataTable {
  const rows = clouds.flatMap((points, index) =>
    Array.from({ length: Math.floor(points.length / 2) }, (_, point) => [
      names[index] ?? '',
      points[2 * point] ?? Number.NaN,
      points[2 * point + 1] ?? Number.NaN,
    ]),
  );
  return { headings, rows };
}

/** Points in a plane whose axes are two measured quantities. */
class Scatter implements LabView {
  readonly element: HTMLElement;
  readonly #view: Declaration;
  readonly #context: ViewContext;
  readonly #plot: ReadingPlot;
  readonly #key: SeriesKey;
  readonly #table: ValueTable;
  readonly #seen = { x: new Extent(), y: new Extent() };
  #seenFrames = 0;
  #setup: Setup | undefined;
  /** As measured, `[points, 2]` each, series by series. */
  #clouds: readonly Float32Array[] = [];
  #line = new Float32Array();
  #styledFor: unknown;

  constructor(view: Declaration, context: ViewContext, requestDraw: () => void) {
    this.#view = view;
    this.#context = context;
    const figure = createFigure(view, context);
    this.element = figure.element;
    this.#plot = new ReadingPlot(figure, context, {
      title: plainText(view.title[context.locale]),
      describe: (item) => this.#describe(item),
      ...(view.variants && { onPick: (item) => this.#pick(this.#cloudOf(item).cloud) }),
      onResize: requestDraw,
    });
    this.#key = new SeriesKey({ line: true, marker: true, values: false }, (variant) => this.#pick(variant));
    this.#table = new ValueTable(context, figure.title, requestDraw);
    figure.key.append(this.#key.element, this.#plot.position);
    this.element.append(this.#table.element);
    this.#restyle();
  }

  begin({ setup }: RunOutline): void {
    const { line } = this.#view;
    this.#setup = setup;
    this.#line = line ? new Float32Array(arrayField(setup, line.field)) : new Float32Array();
    this.#clouds = [];
    this.#seenFrames = 0;
    this.#seen.x.reset();
    this.#seen.y.reset();
    this.#widen(this.#line);
    this.#styledFor = undefined;
    this.#restyle();
  }

  draw(trace: Trace, frame: number): void {
    const shown = trace.frames[frame];
    if (!shown || this.#plot.width === 0) return;
    const measured = this.#measured(shown);
    // Where nothing trains, the first frame is the answer.
    const isHidden = this.#context.predictions?.isWaiting === true;
    this.#clouds = isHidden ? measured.map((points) => points.map(() => Number.NaN)) : measured;
    if (!isHidden) this.#widenTo(trace);
    this.#restyle();
    this.#key.setPicked(this.#picked());
    const { svg, boxes, frame: crossIn } = this.#drawing();
    this.#plot.show({ svg, boxes, crossIn, height: this.#plot.height });
    this.#table.fill(() => this.data(), this.#context.locale);
  }

  picture(): Picture | undefined {
    const { width, height } = this.#plot;
    if (this.#clouds.length === 0 || width === 0) return undefined;
    return { width, height, svg: this.#drawing().svg };
  }

  data(): DataTable | undefined {
    if (this.#clouds.length === 0) return undefined;
    const { strings } = this.#context;
    const headings = [strings.reading.series, this.#title(this.#view.x), this.#title(this.#view.y)] as const;
    const lines = this.#view.line ? [this.#line] : [];
    return scatterTable(headings, this.#names(), [...this.#clouds, ...lines]);
  }

  keyItems(): readonly KeyItem[] {
    return this.#key.items;
  }

  dispose(): void {
    this.#plot.dispose();
  }

  #measured(shown: Frame): readonly Float32Array[] {
    const count = this.#variants();
    return this.#view.series.flatMap(({ field }) => splitCurves(arrayField(shown, field), count));
  }

  #variants(): number {
    return curvesPerSeries(this.#view, this.#setup);
  }

  /** All frames of the run so far count, so that the axes do not breathe. */
  #widenTo({ frames }: Trace): void {
    for (const frame of frames.slice(this.#seenFrames)) {
      for (const points of this.#measured(frame)) this.#widen(points);
    }
    this.#seenFrames = frames.length;
  }

  #widen(points: Float32Array): void {
    points.forEach((value, index) => {
      const axis = index % 2 === 0 ? 'x' : 'y';
      if (this.#view[axis].scale === 'linear' || value > 0) this.#seen[axis].add(value);
    });
  }

  #drawing() {
    const { width, height } = this.#plot;
    const styles = this.#styles();
    const line = { points: this.#line, style: this.#lineStyle() };
    return scatterSvg({
      width,
      height,
      x: this.#axis('x'),
      y: this.#axis('y'),
      clouds: this.#clouds.flatMap((points, index) => {
        const style = styles[index];
        return style ? [{ points, style }] : [];
      }),
      ...(this.#view.line && { line }),
      theme: this.#context.theme(),
    });
  }

  #axis(name: 'x' | 'y'): ChartAxis {
    const axis = this.#view[name];
    return {
      title: this.#title(axis),
      scale: axis.scale,
      range: scatterRange(axis, this.#seen[name].range),
      format: (value) => formatTick(value, this.#context.locale),
    };
  }

  #title({ title, unit }: Axis): string {
    const { locale, strings } = this.#context;
    return strings.axisTitle(plainText(title[locale]), unit?.[locale]);
  }

  #lineStyle(): SeriesStyle {
    return { color: this.#context.theme().quiet, dash: [6, 4], marker: 'none' };
  }

  #plainStyles(): readonly SeriesStyle[] {
    const { series, variants } = this.#view;
    const theme = this.#context.theme();
    const count = this.#variants();
    if (!variants) return seriesStyles(theme, series.length, 'categories');
    const ofVariants = seriesStyles(theme, count, 'ordered');
    if (series.length === 1) return ofVariants;
    return seriesStyles(theme, series.length, 'categories').flatMap(({ marker }) =>
      ofVariants.map((style) => ({ ...style, marker })),
    );
  }

  #styles(): readonly SeriesStyle[] {
    const styles = this.#plainStyles();
    return emphasize(styles, variantsOfCurves(styles.length, this.#variants()), this.#picked());
  }

  #picked(): number | undefined {
    return focusedVariant(this.#context.focus(), this.#view.variants?.field, this.#variants());
  }

  #pick(cloud: number): void {
    const { variants } = this.#view;
    if (variants) this.#context.setFocus({ field: variants.field, index: cloud % this.#variants() });
  }

  /** Names of the clouds, then of the line. */
  #names(): readonly string[] {
    const { line } = this.#view;
    const { locale } = this.#context;
    const names = curveNames({ ...this.#view, kind: 'scatter' }, this.#setup, locale);
    return line ? [...names, plainText(line.label[locale])] : names;
  }

  #restyle(): void {
    const theme = this.#context.theme();
    if (this.#styledFor === theme) return;
    this.#styledFor = theme;
    const styles = this.#plainStyles();
    this.#key.setSeries(
      this.#names().map((label, index): KeyEntry => {
        const style = styles[index];
        if (!style) return { label, style: this.#lineStyle() };
        const variant = this.#view.variants ? index % this.#variants() : undefined;
        return { label, style, hasLine: false, variant };
      }),
    );
  }

  /** The cloud that an item belongs to, and which of its points it is. */
  #cloudOf(item: number): { readonly cloud: number; readonly point: number } {
    let point = item;
    let cloud = 0;
    for (; cloud < this.#clouds.length - 1; cloud++) {
      const points = (this.#clouds[cloud]?.length ?? 0) / 2;
      if (point < points) break;
      point -= points;
    }
    return { cloud, point };
  }

  #describe(item: number): string {
    const { locale, strings } = this.#context;
    const { cloud, point } = this.#cloudOf(item);
    const points = this.#clouds[cloud] ?? [];
    const coordinates = [this.#view.x, this.#view.y].map(
      ({ title }, axis) =>
        `${plainText(title[locale])} = ${formatMeasured(points[2 * point + axis] ?? Number.NaN, locale)}`,
    );
    const { reading } = strings;
    const place = `${reading.point} ${reading.of(point + 1, points.length / 2)}`;
    return `${this.#names()[cloud]}, ${place}: ${coordinates.join(', ')}`;
  }
}

/** Makes a picture of points. */
export const createScatterView: CreateView<Declaration> = (view, context, requestDraw) =>
  new Scatter(view, context, requestDraw);
