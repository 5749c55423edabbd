import uPlot from 'uplot';
import type { Axis } from '../../src/experiments/kit/views';
import { cssColor } from '../color';
import { formatTick } from '../numbers';
import { markerPath, type SeriesStyle, thresholdStyle } from '../seriesStyle';
import { canvasFont } from '../theme';
import type { CurveMark } from './curveData';
import { Extent } from './extent';
import type { ViewContext } from './view';

/** What a chart of lines is told about itself by its view. */
export interface LineChartOptions {
  /** For screen readers. */
  readonly label: string;
  readonly xTitle: string;
  readonly y: Axis;
  readonly yTitle: string;
  /** Indices of the data points of a series that get its marker. */
  readonly marked: (series: number) => readonly number[];
  /** Styles of the series under the theme of the moment; as many as the columns of values that are drawn next. */
  readonly styles: () => readonly SeriesStyle[];
  /** How the values of each series are drawn; lines where absent. */
  readonly marks?: () => readonly CurveMark[];
  /** Linear where absent. */
  readonly xScale?: Axis['scale'];
  /** Fixed range of x. */
  readonly xRange: () => readonly [number, number];
  /** Values of x that get a tick; `undefined`: round numbers. */
  readonly xTicks?: () => readonly number[];
  readonly formatX: (value: number) => string;
  /** Height of a dashed horizontal line; `undefined`: none. */
  readonly threshold?: () => number | undefined;
  /** Index of the data point that a vertical line marks; `undefined`: none. */
  readonly mark?: () => number | undefined;
  /** The learner points at the data point of that index; `undefined`: at none any more. */
  readonly onPoint: (index: number | undefined) => void;
}

/** Columns of data: x ascending, then one column a series; `null` is a gap. */
export type Columns = readonly [readonly number[], ...(readonly (readonly (number | null)[])[])];

/** Room for the numbers and the title of the y axis, in CSS pixels: fixed, so that nothing moves when the numbers get longer. */
const Y_AXIS_SIZE = 50;
const AXIS_TITLE_SIZE = 18;
/** A log axis over more than this is marked at the powers of ten only. */
const CROWDED_RATIO = 150;
/** Room that a number on the x axis needs beside the next one, in CSS pixels. */
const X_LABEL_SPACE = 44;
/** Diameters of markers in CSS pixels: of a few, and of so many that they would cover one another. */
const MARKER_SIZE = 7;
const SMALL_MARKER_SIZE = 4;
const MANY_MARKERS = 60;
/** Distance in CSS pixels between the stems of several series at the same x. */
const STEM_DISTANCE = 4;

const isPowerOfTen = (value: number) => Math.abs(Math.log10(value) - Math.round(Math.log10(value))) < 1e-9;

/** A chart of lines over a common x. It is made when its place on the page has a size, and follows that size. */
export class LineChart {
  /** Range of the data drawn so far; the view adds what it is about to draw. */
  readonly yExtent = new Extent();
  readonly #options: LineChartOptions;
  readonly #context: ViewContext;
  readonly #place: HTMLElement;
  readonly #observer: ResizeObserver;
  #chart: uPlot | undefined;
  #columns: Columns;

  constructor(place: HTMLElement, options: LineChartOptions, context: ViewContext) {
    this.#options = options;
    this.#context = context;
    this.#place = place;
    this.#columns = [[], ...options.styles().map(() => [])];
    place.tabIndex = 0;
    place.setAttribute('role', 'img');
    place.setAttribute('aria-label', `${options.label}. ${context.strings.keyboardHint}`);
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

  /** Draws the same data again, after a change of the theme or of a mark. */
  redraw(): void {
    this.#chart?.redraw(false, true);
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
        draw: [(chart) => this.#drawExtras(chart)],
      },
    };
    return new uPlot(options, this.#columns as unknown as uPlot.AlignedData, this.#place);
  }

  #yRange(): [number, number] {
    const { y } = this.#options;
    if (y.range) return [...y.range];
    const [min, max] = this.yExtent.range ?? (y.scale === 'log' ? [0.1, 1] : [0, 1]);
    const [low, high] =
      y.scale === 'log' ? uPlot.rangeLog(min, max, 10, false) : uPlot.rangeNum(min, max, 0.1, true);
    return [low ?? min, high ?? max];
  }

  /** Over many decades the lines between the powers of ten would be a grey area. */
  #withoutCrowd(splits: readonly (number | null)[]): (number | null)[] {
    const [low, high] = this.#yRange();
    const isCrowded = this.#options.y.scale === 'log' && high / low > CROWDED_RATIO;
    if (!isCrowded) return [...splits];
    return splits.map((value) => (value !== null && isPowerOfTen(value) ? value : null));
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
        const every = xTicks ? Math.max(1, Math.ceil((X_LABEL_SPACE * (max - min)) / room)) : 1;
        return splits.map((value, index) => (index % every === 0 ? formatX(value) : ''));
      },
    };
  }

  #yAxis(): uPlot.Axis {
    const base = this.#axisBase();
    const filter = (_: uPlot, splits: readonly (number | null)[]) => this.#withoutCrowd(splits);
    return {
      ...base,
      grid: { ...base.grid, filter } as uPlot.Axis.Grid,
      ticks: { ...base.ticks, filter } as uPlot.Axis.Ticks,
      label: this.#options.yTitle,
      size: Y_AXIS_SIZE,
      space: 26,
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
      width: 2,
      dash: [...style.dash],
      points: { show: false },
      ...((marks[index] ?? 'line') !== 'line' && { paths: () => null }),
    }));
  }

  #drawExtras(chart: uPlot): void {
    const { ctx, bbox } = chart;
    ctx.save();
    ctx.beginPath();
    ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
    ctx.clip();
    this.#drawThreshold(chart);
    this.#drawMark(chart);
    this.#drawStems(chart);
    ctx.restore();
    this.#drawMarkers(chart);
  }

  #drawThreshold(chart: uPlot): void {
    const threshold = this.#options.threshold?.();
    if (threshold === undefined) return;
    const { ctx, bbox } = chart;
    const ratio = uPlot.pxRatio;
    const y = Math.round(chart.valToPos(threshold, 'y', true));
    const style = thresholdStyle(this.#context.theme());
    ctx.strokeStyle = cssColor(style.color);
    ctx.setLineDash(style.dash.map((length) => length * ratio));
    ctx.lineWidth = 1.5 * ratio;
    ctx.beginPath();
    ctx.moveTo(bbox.left, y);
    ctx.lineTo(bbox.left + bbox.width, y);
    ctx.stroke();
    ctx.setLineDash([]);
  }

  #drawMark(chart: uPlot): void {
    const index = this.#options.mark?.();
    const value = index === undefined ? undefined : chart.data[0]?.[index];
    if (value === undefined || value === null) return;
    const { ctx, bbox } = chart;
    const x = Math.round(chart.valToPos(value, 'x', true));
    ctx.strokeStyle = cssColor(this.#context.theme().foreground);
    ctx.lineWidth = uPlot.pxRatio;
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
  }

  /** Where the points of a series are in the canvas; stems at the same x stand side by side. */
  #pixels(chart: uPlot, series: number): (index: number) => readonly [number, number] | undefined {
    const stems = (this.#options.marks?.() ?? []).flatMap((mark, index) => (mark === 'stems' ? [index] : []));
    const rank = stems.indexOf(series);
    const shift = rank < 0 ? 0 : (rank - (stems.length - 1) / 2) * STEM_DISTANCE * uPlot.pxRatio;
    return (index) => {
      const x = this.#columns[0][index];
      const y = this.#columns[series + 1]?.[index];
      if (x === undefined || y === undefined || y === null) return undefined;
      return [chart.valToPos(x, 'x', true) + shift, chart.valToPos(y, 'y', true)];
    };
  }

  #drawStems(chart: uPlot): void {
    const { ctx, bbox } = chart;
    const zero = this.#options.y.scale === 'log' ? bbox.top + bbox.height : chart.valToPos(0, 'y', true);
    const styles = this.#options.styles();
    this.#options.marks?.().forEach((mark, series) => {
      if (mark !== 'stems') return;
      const pixels = this.#pixels(chart, series);
      ctx.strokeStyle = cssColor(styles[series]?.color ?? this.#context.theme().foreground);
      ctx.lineWidth = 1.5 * uPlot.pxRatio;
      ctx.beginPath();
      for (const index of this.#columns[0].keys()) {
        const [x, y] = pixels(index) ?? [];
        if (x === undefined || y === undefined) continue;
        ctx.moveTo(x, zero);
        ctx.lineTo(x, y);
      }
      ctx.stroke();
    });
  }

  #drawMarkers(chart: uPlot): void {
    const { ctx } = chart;
    this.#options.styles().forEach((style, series) => {
      const marked = this.#options.marked(series);
      const size = marked.length > MANY_MARKERS ? SMALL_MARKER_SIZE : MARKER_SIZE;
      const path = new Path2D(markerPath(style.marker, size * uPlot.pxRatio));
      const pixels = this.#pixels(chart, series);
      ctx.fillStyle = cssColor(style.color);
      for (const index of marked) {
        const place = pixels(index);
        if (!place) continue;
        ctx.save();
        ctx.translate(...place);
        ctx.fill(path);
        ctx.restore();
      }
    });
  }

  #onKey(event: KeyboardEvent): void {
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
    chart.setCursor({ left: chart.valToPos(this.#columns[0][index] ?? 0, 'x'), top: 0 });
  }
}
