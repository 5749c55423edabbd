import type { Axis } from '../../src/experiments/kit/views';
import {
  drawingOrder,
  lineWidth,
  markerPath,
  opacity,
  type SeriesStyle,
  thresholdStyle,
} from '../seriesStyle';
import { hexColor, pixels, svgTag } from '../svgMarkup';
import { estimateWidth } from '../textLayout';
import type { Theme } from '../theme';
import { axesSvg, axisFontSize, type SvgFrame, type SvgTick, X_AXIS_ROOM, yAxisRoom } from './axesSvg';
import type { CurveMark } from './curveData';
import { logTicks, roundTicks } from './extent';
import type { Picture } from './view';

/** One axis of a chart with what is needed to draw it. */
export interface ChartAxis {
  /** With unit. Plain text. */
  readonly title: string;
  readonly scale: Axis['scale'];
  /** Ascending; on a log scale positive. */
  readonly range: readonly [number, number];
  /** Values that get a tick; `undefined`: round numbers. */
  readonly ticks?: readonly number[] | undefined;
  readonly format: (value: number) => string;
}

/** One curve of a chart. */
export interface ChartCurve {
  /** As many as there are x; `null` is a gap. */
  readonly values: readonly (number | null)[];
  readonly style: SeriesStyle;
  readonly mark: CurveMark;
  /** Indices of the points that get a marker. */
  readonly marked: readonly number[];
}

/** A chart of lines as it is shown. */
export interface Chart {
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly x: ChartAxis;
  readonly y: ChartAxis;
  /** Places on the x axis, ascending. */
  readonly places: readonly number[];
  readonly curves: readonly ChartCurve[];
  /** Height of a dashed horizontal line; `undefined`: none. */
  readonly threshold?: number | undefined;
  /** Place of a vertical line; `undefined`: none. */
  readonly mark?: number | undefined;
  /** Place that a vertical band brings out; `undefined`: none. */
  readonly band?: number | undefined;
  readonly theme: Theme;
}

/** Diameters of markers in CSS pixels: of a few, and of so many that they would cover one another. */
const MARKER_SIZE = 7;
const SMALL_MARKER_SIZE = 4;
/** A curve with more markers than this has small ones. */
const MANY_MARKERS = 60;
/** Distance in CSS pixels between the stems of several series at the same x. */
const STEM_DISTANCE = 4;

/** Diameter of the markers of a series that has so many of them, in CSS pixels. */
export function markerSize(markers: number): number {
  return markers > MANY_MARKERS ? SMALL_MARKER_SIZE : MARKER_SIZE;
}

/** How far right of its x a series is drawn, in CSS pixels: stems of several series stand side by side there. */
export function stemShift(marks: readonly CurveMark[], series: number): number {
  if (marks[series] !== 'stems') return 0;
  const stems = marks.flatMap((mark, index) => (mark === 'stems' ? [index] : []));
  return (stems.indexOf(series) - (stems.length - 1) / 2) * STEM_DISTANCE;
}
/** Width in CSS pixels and opacity of the band behind a point that is brought out. */
export const BAND_WIDTH = 18;
export const BAND_OPACITY = 0.14;
/** A log axis over more than this is marked at the powers of ten only. */
export const CROWDED_RATIO = 150;

const TOP_ROOM = 8;
const RIGHT_ROOM = 20;
const LEAST_LEFT_ROOM = 68;
/** Distances between ticks and room that a number needs beside the next one, in CSS pixels. */
const X_SPACE = 60;
const Y_SPACE = 26;
const Y_LABEL_SPACE = 15;
const LABEL_GAP = 8;

type ToPixels = (value: number) => number;
type Point = readonly [number, number];

/** Where values are along an axis, from one end to the other in CSS pixels; not finite for what has no place on it. */
function scaleOf({ scale, range }: ChartAxis, from: number, to: number): ToPixels {
  const along = scale === 'log' ? Math.log10 : (value: number) => value;
  const low = along(range[0]);
  const span = along(range[1]) - low;
  return (value) => from + ((along(value) - low) / span) * (to - from);
}

/** Whether a positive number is a power of ten, but for rounding. */
export function isPowerOfTen(value: number): boolean {
  return Math.abs(Math.log10(value) - Math.round(Math.log10(value))) < 1e-9;
}

/** Values of an axis that get a tick. `most`: how many have room. */
function tickValues({ scale, range, ticks }: ChartAxis, most: number): readonly number[] {
  const [low, high] = range;
  if (ticks) return ticks.filter((tick) => tick >= low && tick <= high);
  if (scale === 'linear') return roundTicks(low, high, most);
  const all = logTicks(low, high);
  const shown = high / low > CROWDED_RATIO ? all.filter(isPowerOfTen) : all;
  return shown.length > 1 ? shown : roundTicks(low, high, most);
}

/** Ticks with their numbers; where these would run into one another, only each so many-th has one. */
function labelled(axis: ChartAxis, values: readonly number[], at: ToPixels, room: (label: string) => number) {
  const ticks = values.map((value) => ({ at: at(value), label: axis.format(value) }));
  const [first, second] = ticks;
  const widest = Math.max(0, ...ticks.map(({ label }) => room(label)));
  const every = first && second ? Math.max(1, Math.ceil(widest / Math.abs(second.at - first.at))) : 1;
  return ticks.map((tick, index): SvgTick => (index % every === 0 ? tick : { ...tick, label: '' }));
}

/** Runs of points between gaps. */
function runsOf(points: readonly (Point | undefined)[]): readonly (readonly Point[])[] {
  const runs: Point[][] = [[]];
  for (const point of points) {
    if (point) runs.at(-1)?.push(point);
    else runs.push([]);
  }
  return runs.filter((run) => run.length > 0);
}

const writePoint = ([x, y]: Point) => `${pixels(x)},${pixels(y)}`;

function lineOf(points: readonly (Point | undefined)[], { style }: ChartCurve): string {
  const d = runsOf(points).map((run) => `M${run.map(writePoint).join('L')}`);
  if (d.length === 0) return '';
  return svgTag('path', {
    d: d.join(''),
    fill: 'none',
    stroke: hexColor(style.color),
    'stroke-width': lineWidth(style),
    'stroke-linejoin': 'round',
    'stroke-dasharray': style.dash.length > 0 ? style.dash.join(' ') : undefined,
  });
}

function stemsOf(points: readonly (Point | undefined)[], zero: number, { style }: ChartCurve): string {
  const d = points.flatMap((point) =>
    point ? [`M${writePoint([point[0], zero])}V${pixels(point[1])}`] : [],
  );
  if (d.length === 0) return '';
  return svgTag('path', { d: d.join(''), fill: 'none', stroke: hexColor(style.color), 'stroke-width': 1.5 });
}

function markersOf(points: readonly (Point | undefined)[], { style, marked }: ChartCurve): string {
  const shape = markerPath(style.marker, markerSize(marked.length));
  const places = shape === '' ? [] : marked.flatMap((index) => points[index] ?? []);
  const markers = marked.flatMap((index) => {
    const point = points[index];
    return point ? [svgTag('path', { d: shape, transform: `translate(${writePoint(point)})` })] : [];
  });
  return places.length === 0 ? '' : svgTag('g', { fill: hexColor(style.color) }, ...markers);
}

/** A chart's frame and the way from its values to the picture. */
interface Layout {
  readonly frame: SvgFrame;
  readonly toX: ToPixels;
  readonly toY: ToPixels;
}

/** What a chart's axes are drawn from. */
type ChartAxes = Pick<Chart, 'width' | 'height' | 'x' | 'y' | 'theme'>;

function layOut({ width, height, x, y }: ChartAxes, left: number): Layout {
  const frame = {
    left,
    top: TOP_ROOM,
    width: Math.max(1, width - left - RIGHT_ROOM),
    height: Math.max(1, height - TOP_ROOM - X_AXIS_ROOM),
  };
  return {
    frame,
    toX: scaleOf(x, left, left + frame.width),
    toY: scaleOf(y, frame.top + frame.height, frame.top),
  };
}

/** Points of each curve in the picture. */
function pointsOf(
  { places, curves }: Chart,
  { toX, toY }: Layout,
): readonly (readonly (Point | undefined)[])[] {
  const marks = curves.map(({ mark }) => mark);
  return curves.map((curve, series) => {
    const shift = stemShift(marks, series);
    return places.map((place, index) => {
      const value = curve.values[index] ?? Number.NaN;
      const point = [toX(place) + shift, toY(value)] as const;
      return point.every(Number.isFinite) ? point : undefined;
    });
  });
}

function straightLines({ threshold, mark, theme }: Chart, { frame, toX, toY }: Layout): string {
  const { left, top } = frame;
  const [right, bottom] = [left + frame.width, top + frame.height];
  const style = thresholdStyle(theme);
  const [height, place] = [toY(threshold ?? Number.NaN), toX(mark ?? Number.NaN)];
  const across =
    Number.isFinite(height) &&
    svgTag('path', {
      d: `M${pixels(left)},${pixels(height)}H${pixels(right)}`,
      stroke: hexColor(style.color),
      'stroke-width': 1.5,
      'stroke-dasharray': style.dash.join(' '),
    });
  const up =
    Number.isFinite(place) &&
    svgTag('path', {
      d: `M${pixels(place)},${pixels(top)}V${pixels(bottom)}`,
      stroke: hexColor(theme.foreground),
      'stroke-width': 1,
    });
  return (across || '') + (up || '');
}

function bandOf({ band, theme }: Chart, { frame, toX }: Layout): string {
  const middle = toX(band ?? Number.NaN);
  if (!Number.isFinite(middle)) return '';
  const color = hexColor(theme.foreground);
  return svgTag('rect', {
    x: middle - BAND_WIDTH / 2,
    y: frame.top,
    width: BAND_WIDTH,
    height: frame.height,
    fill: color,
    'fill-opacity': BAND_OPACITY,
    stroke: color,
  });
}

/** Lines or stems of a curve; none where it has points only. */
function bodyOf(points: readonly (Point | undefined)[], zero: number, curve: ChartCurve): string {
  if (curve.mark === 'points') return '';
  return curve.mark === 'stems' ? stemsOf(points, zero, curve) : lineOf(points, curve);
}

/** First all curves, then all markers, then what is brought out. */
function drawCurves(chart: Chart, layout: Layout): string {
  const { frame, toY } = layout;
  const { curves, theme } = chart;
  const zero = chart.y.scale === 'log' ? frame.top + frame.height : toY(0);
  const points = pointsOf(chart, layout);
  const part = (index: number, draw: (own: readonly (Point | undefined)[], curve: ChartCurve) => string) => {
    const curve = curves[index];
    const content = curve ? draw(points[index] ?? [], curve) : '';
    const share = curve ? opacity(curve.style, theme) : 1;
    return content === '' || share === 1 ? content : svgTag('g', { opacity: share }, content);
  };
  const clipped = (...content: readonly string[]) =>
    svgTag('g', { 'clip-path': 'url(#plot-area)' }, ...content);
  const order = drawingOrder(curves.map(({ style }) => style));
  const isRaised = (index: number) => curves[index]?.style.emphasis === 'raised';
  const body = (index: number) => part(index, (own, curve) => bodyOf(own, zero, curve));
  const bodies = order.map((index) => (isRaised(index) ? '' : body(index)));
  const tops = order.map((index) => (isRaised(index) ? clipped(body(index)) : '') + part(index, markersOf));
  const { left: x, top: y, width, height } = frame;
  const clip = svgTag('clipPath', { id: 'plot-area' }, svgTag('rect', { x, y, width, height }));
  return clip + clipped(bandOf(chart, layout), ...bodies, straightLines(chart, layout)) + tops.join('');
}

/** A chart's axes with its grid as SVG elements, and where its values are between them. */
export function chartAxes({ width, height, x, y, theme }: ChartAxes): Layout & { readonly svg: string } {
  const yTicks = tickValues(y, Math.floor((height - TOP_ROOM - X_AXIS_ROOM) / Y_SPACE));
  const left = yAxisRoom(yTicks.map(y.format), theme, LEAST_LEFT_ROOM);
  const layout = layOut({ width, height, x, y, theme }, left);
  const { frame, toX, toY } = layout;
  const xTicks = tickValues(x, Math.floor(frame.width / X_SPACE));
  const size = axisFontSize(theme);
  const svg = axesSvg({
    frame,
    width,
    x: { title: x.title, ticks: labelled(x, xTicks, toX, (label) => estimateWidth(label, size) + LABEL_GAP) },
    y: { title: y.title, ticks: labelled(y, yTicks, toY, () => Y_LABEL_SPACE) },
    hasGrid: true,
    theme,
  });
  return { ...layout, svg };
}

/** A chart of lines as a picture: what is on the page, from the same numbers. */
export function chartPicture(chart: Chart): Picture {
  const axes = chartAxes(chart);
  return { width: chart.width, height: chart.height, svg: axes.svg + drawCurves(chart, axes) };
}
