import type { Rgb } from './color';
import { orderedColors, type Theme } from './theme';

/** Outline of a point, so that series differ by more than colour; `struck` and `corner` are signs of pictures of their own. */
export type Marker = 'circle' | 'square' | 'triangle' | 'diamond' | 'cross' | 'struck' | 'corner' | 'none';

/** How one series is drawn, everywhere that it appears. */
export interface SeriesStyle {
  readonly color: Rgb;
  /** Lengths of dash and gap in CSS pixels; empty for a solid line. */
  readonly dash: readonly number[];
  readonly marker: Marker;
  /** `raised`: brought out, before all others; `faded`: stands back for one that is. As usual where absent. */
  readonly emphasis?: 'raised' | 'faded';
}

/** Width of a line in CSS pixels. */
const LINE_WIDTH = 2;
const RAISED_LINE_WIDTH = 3.5;
/** Opacity of what stands back; with high contrast it must still be told from the background by whoever needs that. */
const FADED_OPACITY = 0.25;
const FADED_OPACITY_WITH_HIGH_CONTRAST = 0.5;

const dashes: readonly (readonly number[])[] = [
  [],
  [8, 4],
  [2, 3],
  [10, 3, 2, 3],
  [5, 2],
  [12, 4, 4, 4],
  [3, 6],
  [14, 3, 2, 3, 2, 3],
];
const markers: readonly Marker[] = ['circle', 'square', 'triangle', 'diamond', 'cross'];

const cyclic = <T>(items: readonly T[], index: number): T => items[index % items.length] as T;

/**
 * Styles for `count` series. `categories`: different things. `ordered`: rising values of one quantity, where the first colour is kept
 * for the first value and hue and lightness follow the order.
 */
export function seriesStyles(
  theme: Theme,
  count: number,
  scheme: 'categories' | 'ordered',
): readonly SeriesStyle[] {
  const colors = scheme === 'ordered' ? orderedColors(theme, count) : theme.categories;
  return Array.from({ length: count }, (_, index) => ({
    color: cyclic(colors, index),
    dash: cyclic(dashes, index),
    marker: cyclic(markers, index),
  }));
}

/** Style of a line that marks a height rather than a measured quantity. */
export function thresholdStyle(theme: Theme): SeriesStyle {
  return { color: theme.foreground, dash: [4, 4], marker: 'none' };
}

/** Style of what a formula predicts, over a measured series: its colour, dashed, without points. */
export function predictedStyle(measured: SeriesStyle): SeriesStyle {
  return { color: measured.color, dash: [6, 4], marker: 'none' };
}

/** Style of a curve that the learner drew: dotted, in no series' colour. */
export function sketchStyle(theme: Theme): SeriesStyle {
  return { color: theme.foreground, dash: [2, 4], marker: 'diamond' };
}

/** The same style with a solid line, for pictures in which dashes mean a prediction. */
export function solidStyle(style: SeriesStyle): SeriesStyle {
  return { ...style, dash: [] };
}

/** Width of a series' line in CSS pixels. */
export function lineWidth({ emphasis }: Pick<SeriesStyle, 'emphasis'>): number {
  return emphasis === 'raised' ? RAISED_LINE_WIDTH : LINE_WIDTH;
}

/** Opacity of what stands back, 0 … 1. */
export function fadedOpacity({ kind }: Theme): number {
  return kind.startsWith('high-contrast') ? FADED_OPACITY_WITH_HIGH_CONTRAST : FADED_OPACITY;
}

/** Opacity of a series with all its signs, 0 … 1. */
export function opacity({ emphasis }: SeriesStyle, theme: Theme): number {
  return emphasis === 'faded' ? fadedOpacity(theme) : 1;
}

/** Indices of the series in the order in which they are drawn: those that are brought out come last, over the others. */
export function drawingOrder(styles: readonly SeriesStyle[]): readonly number[] {
  const isRaised = (index: number) => styles[index]?.emphasis === 'raised';
  const indices = styles.map((_, index) => index);
  return [...indices.filter((index) => !isRaised(index)), ...indices.filter(isRaised)];
}

/** SVG path data of a marker around a point, the origin where none is given; `size` is its diameter. `Path2D` reads it too. */
export function markerPath(marker: Marker, size: number, x = 0, y = 0): string {
  const r = size / 2;
  if (marker === 'none') return '';
  if (marker === 'circle') return `M${x - r},${y}a${r},${r} 0 1,0 ${size},0a${r},${r} 0 1,0 ${-size},0z`;
  if (marker === 'square') return `M${x - r},${y - r}h${size}v${size}h${-size}z`;
  if (marker === 'triangle') return `M${x},${y - r}l${r},${size}h${-size}z`;
  const d = r * 1.2;
  if (marker === 'diamond') return `M${x},${y - d}l${d},${d}l${-d},${d}l${-d},${-d}z`;
  if (marker === 'corner') return `M${x - r},${y - r}h${size}v${size}z`;
  const w = r / 2.5;
  if (marker === 'struck') {
    const long = size - w;
    const falling = `M${x - r + w},${y - r}l${-w},${w}l${long},${long}l${w},${-w}z`;
    return `${falling}M${x + r - w},${y - r}l${w},${w}l${-long},${long}l${-w},${-w}z`;
  }
  const [arm, bar] = [r - w, 2 * w];
  const [right, left] = [`h${arm}v${-arm}h${bar}v${arm}h${arm}`, `h${-arm}v${arm}h${-bar}v${-arm}h${-arm}`];
  return `M${x - r},${y - w}${right}v${bar}${left}z`;
}
