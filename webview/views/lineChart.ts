import uPlot from 'uplot';
import type { Axis } from '../../src/experiments/kit/views';
import { cssColor } from '../color';
import { element } from '../dom';
import { formatTick } from '../numbers';
import { lineWidth } from '../seriesStyle';
import { estimateWidth } from '../textLayout';
import { canvasFont } from '../theme';
import { axisFontSize } from './axesSvg';
import { ChartSigns, type ChartSignsOptions } from './chartSigns';
import { type ChartCurve, CROWDED_RATIO, chartPicture, isPowerOfTen } from './chartSvg';
import { Extent, logLines } from './extent';
import type { Picture, ViewContext } from './view';

/** What a chart of lines is told about itself by its view. */
export interface LineChartOptions extends ChartSignsOptions {
  /** For screen readers. */
  readonly label: string;
  readonly xTitle: string;
  readonly yTitle: string;
  /** Linear where absent. */
  readonly xScale?: Axis['scale'];
  /** Fixed range of x. */
  readonly xRange: () => readonly [number, number];
  /** Values of x that get a tick; `undefined`: round numbers. */
  readonly xTicks?: () => readonly number[];
  readonly formatX: (value: number) => string;
  /** Range of the y axis instead of its own; `undefined`: its own. */
  readonly yRange?: () => readonly [number, number] | undefined;
  /** The learner picks the data point of that index; where absent, points cannot be picked. */
  readonly onPick?: (index: number) => void;
  /** The learner points at the data point of that index; `undefined`: at none any more. */
  readonly onPoint: (index: number | undefined) => void;
}

/** Columns of data: x ascending, then one column a series; `null` is a gap. */
export type Columns = readonly [readonly number[], ...(readonly (readonly (number | null)[])[])];

/** Room for the numbers of the y axis, in CSS pixels: fixed, so that nothing moves when the numbers get longer. */
const Y_AXIS_SIZE = 50;
const AXIS_TITLE_SIZE = 18;
/** Room that a number on the x axis needs beside the next one, in CSS pixels. */
const X_LABEL_SPACE = 44;
/** Room between two names on the x axis. */
const LABEL_GAP = 8;
/** The same on the y axis. */
const Y_LABEL_SPACE = 26;

/** As many powers of ten have room on a log axis, with their numbers. */
const MOST_POWERS = 10;

/** A chart of lines over a common x. It is made when its place on the page has a size, and follows that size. */
export class LineChart {
  /** Range of the data drawn so far; the view adds what it is about to draw. */
  readonly yExtent = new Extent();
  readonly #options: LineChartOptions;
  readonly #context: ViewContext;
  readonly #place: HTMLElement;
  readonly #signs: ChartSigns;
  readonly #observer: ResizeObserver;
  #chart: uPlot | undefined;
  #columns: Columns;

  constructor(place: HTMLElement, options: LineChartOptions, context: ViewContext) {
    this.#options = options;
    this.#context = context;
    this.#signs = new ChartSigns(options, context.theme);
    this.#place = place;
    this.#columns = [[], ...options.styles().map(() => [])];
    // Above the axis and not along it: there it may be longer than the axis, and is read without turning the head.
    place.before(element('p', { class: 'axis-title', 'aria-hidden': 'true' }, `↑ ${options.yTitle}`));
    place.tabIndex = 0;
    place.setAttribute('role', 'img');
    const hints = [context.strings.keyboardHint, ...(options.onPick ? [context.strings.pickHint] : [])];
    place.setAttribute('aria-label', `${options.label}. ${hints.join(' ')}`);
    place.classList.toggle('plot-pickable', options.onPick !== undefined);
    place.addEventListener('click', () => this.#pick());
    place.addEventListener('keydown', (event) => this.#onKey(event));
    place.addEventListener('blur', () => this.#chart?.setCursor({ left: -10, top: -10 }));
    this.#observer = new ResizeObserver(() => this.#fit());
    this.#observer.observe(place);
  }

  /** Draws other data. */
  setColumns(columns: Columns): void {
    this.#columns = columns;
    if (this.#chart?.series.length === columns.length) {
      this.#chart.setData(columns as unknown as uPlot.AlignedData);
    } else this.#recreate();
  }

  /** What is drawn, from the same numbers; `undefined` before the first data and while the chart has no size. */
  picture(): Picture | undefined {
    const { clientWidth: width, clientHeight: height } = this.#place;
    const [places, ...columns] = this.#columns;
    if (width === 0 || height === 0 || places.length === 0) return undefined;
    const { y, xTitle, yTitle, xScale = 'linear', xRange, xTicks, formatX } = this.#options;
    const at = (index: number | undefined) => (index === undefined ? undefined : places[index]);
    const format = (value: number) => formatTick(value, this.#context.locale);
    return chartPicture({
      width,
      height,
      x: { title: xTitle, scale: xScale, range: xRange(), ticks: xTicks?.(), format: formatX },
      y: { title: yTitle, scale: y.scale, range: this.#yRange(), format },
      places,
      curves: this.#curves(columns),
      threshold: this.#options.threshold?.(),
      mark: at(this.#options.mark?.()),
      band: at(this.#options.band?.()),
      theme: this.#context.theme(),
    });
  }

  #curves(columns: readonly (readonly (number | null)[])[]): readonly ChartCurve[] {
    const marks = this.#options.marks?.() ?? [];
    return this.#options.styles().flatMap((style, index) => {
      const values = columns[index];
      if (!values) return [];
      return [{ values, style, mark: marks[index] ?? 'line', marked: this.#options.marked(index) }];
    });
  }

  /** Index of the nearest data point and the height on the y axis at a place on the page; `undefined` while nothing is drawn. */
  pointAt(clientX: number, clientY: number): { readonly index: number; readonly value: number } | undefined {
    const chart = this.#chart;
    if (!chart || this.#columns[0].length === 0) return undefined;
    const { left, top } = chart.over.getBoundingClientRect();
    return { index: chart.posToIdx(clientX - left), value: chart.posToVal(clientY - top, 'y') };
  }

  /** Brings the data point of an index out, as pointing at it would. */
  pointTo(index: number): void {
    const chart = this.#chart;
    chart?.setCursor({ left: chart.valToPos(this.#columns[0][index] ?? 0, 'x'), top: 0 });
  }

  dispose(): void {
    this.#observer.disconnect();
    this.#chart?.destroy();
  }

  #fit(): void {
    const { clientWidth: width, clientHeight: height } = this.#place;
    if (width === 0 || height === 0) return;
    if (this.#chart) this.#chart.setSize({ width, height });
    else this.#chart = this.#create(width, height);
  }

  /** A chart keeps the number of its series; other data may have more. */
  #recreate(): void {
    this.#chart?.destroy();
    this.#chart = undefined;
    this.#fit();
  }

  #create(width: number, height: number): uPlot {
    const { y, xScale } = this.#options;
    const options: uPlot.Options = {
      width,
      height,
      legend: { show: false },
      padding: [8, 20, 0, 0],
      cursor: {
        y: false,
        drag: { x: false, y: false, setScale: false },
        points: { size: 9 },
      },
      scales: {
        x: { time: false, distr: xScale === 'log' ? 3 : 1, range: () => [...this.#options.xRange()] },
        y: { distr: y.scale === 'log' ? 3 : 1, range: () => this.#yRange() },
      },
      axes: [this.#xAxis(), this.#yAxis()],
      series: [{}, ...this.#series()],
      hooks: {
        setCursor: [(chart) => this.#options.onPoint(chart.cursor.idx ?? undefined)],
        drawClear: [(chart) => this.#signs.prepare(chart)],
        drawAxes: [(chart) => this.#signs.drawBand(chart)],
        draw: [(chart) => this.#signs.draw(chart)],
      },
    };
    return new uPlot(options, this.#columns as unknown as uPlot.AlignedData, this.#place);
  }

  #yRange(): [number, number] {
    const { y, yRange } = this.#options;
    const range = yRange?.() ?? y.range;
    if (range) return [...range];
    const [min, max] = this.yExtent.range ?? (y.scale === 'log' ? [0.1, 1] : [0, 1]);
    const [low, high] =
      y.scale === 'log' ? uPlot.rangeLog(min, max, 10, false) : uPlot.rangeNum(min, max, 0.1, true);
    return [low ?? min, high ?? max];
  }

  /** Whether the y axis spans many decades. */
  #isCrowded(): boolean {
    const [low, high] = this.#yRange();
    return this.#options.y.scale === 'log' && high / low > CROWDED_RATIO;
  }

  /** Over many decades the lines between the powers of ten would be a grey area. */
  #withoutCrowd(splits: readonly (number | null)[]): (number | null)[] {
    if (!this.#isCrowded()) return [...splits];
    const [low, high] = this.#yRange();
    const every = Math.ceil(Math.log10(high / low) / MOST_POWERS);
    const isMarked = (value: number) => isPowerOfTen(value) && Math.round(Math.log10(value)) % every === 0;
    return splits.map((value) => (value !== null && isMarked(value) ? value : null));
  }

  #axisBase(): uPlot.Axis {
    const theme = this.#context.theme();
    return {
      font: canvasFont(theme),
      labelFont: canvasFont(theme),
      labelSize: AXIS_TITLE_SIZE,
      labelGap: 0,
      gap: 4,
      stroke: () => cssColor(this.#context.theme().quiet),
      grid: { width: 1, stroke: () => cssColor(this.#context.theme().grid) },
      ticks: { size: 4, width: 1, stroke: () => cssColor(this.#context.theme().grid) },
    };
  }

  #xAxis(): uPlot.Axis {
    const { xTitle, xTicks, formatX, xScale } = this.#options;
    const along = xScale === 'log' ? Math.log10 : (value: number) => value;
    return {
      ...this.#axisBase(),
      label: xTitle,
      size: 26,
      space: 60,
      ...(xTicks && { splits: () => [...xTicks()] }),
      filter: (_, splits) => [...splits],
      values: (chart, splits) => {
        const [min = 0, max = 1] = this.#options.xRange().map(along);
        const [first, second] = splits.map(along);
        const room = (chart.bbox.width / uPlot.pxRatio) * ((second ?? max) - (first ?? min));
        const labels = splits.map((value) => formatX(value));
        const size = axisFontSize(this.#context.theme());
        const widest = Math.max(...labels.map((label) => estimateWidth(label, size) + LABEL_GAP));
        const space = Math.max(X_LABEL_SPACE, widest);
        const every = xTicks ? Math.max(1, Math.ceil((space * (max - min)) / room)) : 1;
        return labels.map((label, index) => (index % every === 0 ? label : ''));
      },
    };
  }

  #yAxis(): uPlot.Axis {
    const base = this.#axisBase();
    const filter = (_: uPlot, splits: readonly (number | null)[]) => this.#withoutCrowd(splits);
    return {
      ...base,
      // The library's own never end where a training has collapsed: below 10⁻³² it knows no steps.
      ...(this.#options.y.scale === 'log' && {
        splits: (_: uPlot, __: number, min: number, max: number) => [...logLines(min, max)],
      }),
      grid: { ...base.grid, filter } as uPlot.Axis.Grid,
      ticks: { ...base.ticks, filter } as uPlot.Axis.Ticks,
      size: Y_AXIS_SIZE,
      // Over many decades it is said here which lines get a number; the library would leave out others of them.
      space: () => (this.#isCrowded() ? 1 : Y_LABEL_SPACE),
      values: (_, splits) =>
        this.#withoutCrowd(splits).map((value) =>
          value === null ? '' : formatTick(value, this.#context.locale),
        ),
    };
  }

  #series(): uPlot.Series[] {
    // Before the first frame of a run there may be styles for more series than are drawn yet.
    const styles = this.#options.styles().slice(0, this.#columns.length - 1);
    const marks = this.#options.marks?.() ?? [];
    return styles.map((style, index) => ({
      stroke: () => cssColor(this.#options.styles()[index]?.color ?? style.color),
      width: lineWidth({}),
      dash: [...style.dash],
      points: { show: false },
      ...((marks[index] ?? 'line') !== 'line' && { paths: () => null }),
    }));
  }

  #pick(): void {
    const index = this.#chart?.cursor.idx;
    if (index !== null && index !== undefined) this.#options.onPick?.(index);
  }

  #onKey(event: KeyboardEvent): void {
    if (this.#options.onPick && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      this.#pick();
      return;
    }
    const chart = this.#chart;
    const count = this.#columns[0].length;
    const moves: Readonly<Record<string, number>> = {
      ArrowLeft: -1,
      ArrowRight: 1,
      Home: -count,
      End: count,
    };
    const move = moves[event.key];
    if (!chart || move === undefined || count === 0) return;
    event.preventDefault();
    const current = chart.cursor.idx ?? (move > 0 ? -1 : count);
    const index = Math.min(count - 1, Math.max(0, current + move));
    this.pointTo(index);
  }
}
