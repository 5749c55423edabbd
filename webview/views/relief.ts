import type { Locale } from '../../src/experiments/kit/localized';
import { cssColor, mix, packColor, type Rgb } from '../color';
import { formatTick } from '../numbers';
import { canvasFont, type Theme } from '../theme';
import { createLayer } from './canvas';
import { contourPath, contourSegments } from './contour';
import { roundTicks } from './extent';
import { type Plane, toPixels } from './plane';

type Layer = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

const RAMP_COLORS = 256;
/** Share of the surface's cells that may lie below the lowest colour: single points of almost no loss would eat up the scale. */
const SHARE_BELOW_SCALE = 0.01;
/** One cell of so many is looked at for the ends of the colour scale; a number that no raster's width is a multiple of. */
const SAMPLED_CELLS = 13;
/** Height of what is not positive, so that it has a place on the log scale. */
const SMALLEST_LOSS = 1e-30;

/** A loss surface as it is coloured: decimal logarithms and the ends of the scale. */
export interface Relief {
  /** Decimal logarithm of the loss, `[rows, columns]`; row 0 is the largest y. */
  readonly heights: Float32Array;
  readonly rows: number;
  readonly columns: number;
  /** Decimal logarithms at the ends of the colour scale. */
  readonly low: number;
  readonly high: number;
}

/** Prepares a loss surface, `[rows, columns]`, for colouring. */
export function createRelief(surface: Float32Array, rows: number, columns: number): Relief {
  const heights = surface.map((loss) => Math.log10(Math.max(loss, SMALLEST_LOSS)));
  const sample = heights.filter((_, cell) => cell % SAMPLED_CELLS === 0);
  const sorted = sample.filter(Number.isFinite).sort();

  const low = sorted[Math.floor(sorted.length * SHARE_BELOW_SCALE)] ?? 0;
  const high = sorted.at(-1) ?? low;
  return { heights, rows, columns, low, high: high > low ? high : low + 1 };
}

/** Colours from low to high loss: a ramp without hue, away from the background, so that the paths have all hues to themselves. */
export function reliefColors(theme: Theme): readonly Rgb[] {
  return Array.from({ length: RAMP_COLORS }, (_, index) =>
    mix(theme.background, theme.foreground, 0.04 + (0.56 * index) / (RAMP_COLORS - 1)),
  );
}

/** The surface as a raster of its own size. */
export function colorCells({ heights, rows, columns, low, high }: Relief, theme: Theme): ImageData {
  const ramp = Uint32Array.from(reliefColors(theme), packColor);
  const image = new ImageData(columns, rows);
  const pixels = new Uint32Array(image.data.buffer);
  const scale = (RAMP_COLORS - 1) / (high - low);
  for (let cell = 0; cell < heights.length; cell++) {
    const index = Math.round(((heights[cell] ?? low) - low) * scale);
    pixels[cell] = ramp[Math.min(RAMP_COLORS - 1, Math.max(0, index))] ?? 0;
  }
  return image;
}

/** Decimal logarithms of 1, 2 and 5 times each power of ten from `low` to `high`. */
function contourLevels(low: number, high: number): readonly number[] {
  const count = Math.ceil(high) - Math.floor(low) + 1;
  const powers = Array.from({ length: count }, (_, index) => Math.floor(low) + index);
  return powers.flatMap((power) => [1, 2, 5].map((factor) => power + Math.log10(factor)));
}

/** Contour lines at 1, 2 and 5 times each power of ten, as `contourSegments` gives them. */
export function reliefContours({ heights, rows, columns, low, high }: Relief): readonly number[] {
  return contourSegments(heights, rows, columns, contourLevels(low, high));
}

/** Paints the surface with its contour lines. `ratio`: device pixels a CSS pixel. */
export function paintRelief(layer: Layer, relief: Relief, plane: Plane, theme: Theme, ratio: number): void {
  const { rows, columns } = relief;
  const raster = createLayer(columns, rows);
  raster.putImageData(colorCells(relief, theme), 0, 0);
  layer.imageSmoothingQuality = 'high';
  layer.drawImage(raster.canvas, plane.left, plane.top, plane.width, plane.height);
  layer.save();
  layer.translate(plane.left, plane.top);
  layer.strokeStyle = cssColor(theme.foreground, 0.35);
  layer.lineWidth = ratio;
  layer.stroke(contourPath(reliefContours(relief), plane.width / columns, plane.height / rows));

  layer.restore();
}

/** Titles of the two axes, units included. */
export interface AxisTitles {
  readonly x: string;
  readonly y: string;
}

/** Draws frame, ticks, numbers and titles around a plane. */
export function drawAxes(
  layer: Layer,
  plane: Plane,
  titles: AxisTitles,
  theme: Theme,
  locale: Locale,
  ratio: number,
): void {
  const bottom = plane.top + plane.height;
  layer.font = canvasFont({ ...theme, fontSize: theme.fontSize * ratio });
  layer.fillStyle = cssColor(theme.quiet);
  layer.strokeStyle = cssColor(theme.grid);
  layer.lineWidth = ratio;
  layer.strokeRect(plane.left - ratio / 2, plane.top - ratio / 2, plane.width + ratio, plane.height + ratio);
  layer.textAlign = 'center';
  layer.textBaseline = 'top';
  for (const tick of roundTicks(...plane.x, Math.min(8, plane.width / (70 * ratio)))) {
    layer.fillText(formatTick(tick, locale), toPixels(plane, tick, 0)[0], bottom + 5 * ratio);
  }
  layer.fillText(titles.x, plane.left + plane.width / 2, bottom + 21 * ratio);
  layer.textAlign = 'right';
  layer.textBaseline = 'middle';
  for (const tick of roundTicks(...plane.y, Math.min(8, plane.height / (40 * ratio)))) {
    layer.fillText(formatTick(tick, locale), plane.left - 6 * ratio, toPixels(plane, 0, tick)[1]);
  }
  layer.textAlign = 'center';
  layer.textBaseline = 'top';
  layer.translate(2 * ratio, plane.top + plane.height / 2);
  layer.rotate(-Math.PI / 2);
  layer.fillText(titles.y, 0, 0);
  layer.resetTransform();
}
