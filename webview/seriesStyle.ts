import type { Rgb } from './color';
import { orderedColors, type Theme } from './theme';

/** Outline of a point, so that series differ by more than colour. */
export type Marker = 'circle' | 'square' | 'triangle' | 'diamond' | 'cross' | 'none';

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

/** Opacity of a series with all its signs, 0 … 1. */
export function opacity({ emphasis }: SeriesStyle, { kind }: Theme): number {
  if (emphasis !== 'faded') return 1;
  return kind.startsWith('high-contrast') ? FADED_OPACITY_WITH_HIGH_CONTRAST : FADED_OPACITY;
}

/** Indices of the series in the order in which they are drawn: those that are brought out come last, over the others. */
export function drawingOrder(styles: readonly SeriesStyle[]): readonly number[] {
  const isRaised = (index: number) => styles[index]?.emphasis === 'raised';
  const indices = styles.map((_, index) => index);
  return [...indices.filter((index) => !isRaised(index)), ...indices.filter(isRaised)];
}

/** SVG path data of a marker around the origin; `size` is its diameter. `Path2D` reads it too. */
export function markerPath(marker: Marker, size: number): string {
  const r = size / 2;
  if (marker === 'none') return '';

  if (marker === 'circle') return `M${-r},0a${r},${r} 0 1,0 ${size},0a${r},${r} 0 1,0 ${-size},0z`;
  if (marker === 'square') return `M${-r},${-r}h${size}v${size}h${-size}z`;
  if (marker === 'triangle') return `M0,${-r}L${r},${r}H${-r}z`;
  if (marker === 'diamond') return `M0,${-r * 1.2}L${r * 1.2},0L0,${r * 1.2}L${-r * 1.2},0z`;
  const w = r / 2.5;
  return `M${-r},${-w}H${-w}V${-r}H${w}V${-w}H${r}V${w}H${w}V${r}H${-w}V${w}H${-r}z`;
}
