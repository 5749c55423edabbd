import { drawingOrder, markerPath, opacity, type SeriesStyle } from '../seriesStyle';
import { hexColor, pixels, svgTag } from '../svgMarkup';
import type { Theme } from '../theme';
import type { SvgFrame } from './axesSvg';
import { type ChartAxis, chartAxes } from './chartSvg';
import { clamp } from './plane';

/** Points of one colour. */
export interface SvgCloud {
  /** `[points, 2]`; NaN: not shown. */
  readonly points: ArrayLike<number>;
  readonly style: SeriesStyle;
}

/** Points between two axes as they are shown. */
export interface SvgScatter {
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly x: ChartAxis;
  readonly y: ChartAxis;
  readonly clouds: readonly SvgCloud[];
  /** Dashed below the points, `[points, 2]`; none where absent. */
  readonly line?: SvgCloud | undefined;
  readonly theme: Theme;
}

/** SVG elements from the origin on, the plot's frame, and where the points are, cloud by cloud: NaN where one has no place. */
export interface ScatterDrawing {
  readonly svg: string;
  readonly frame: SvgFrame;
  readonly boxes: readonly SvgFrame[];
}

/** Diameters of a point in CSS pixels: of a few, and of so many that they would cover one another. */
const POINT_SIZE = 8;
const SMALL_POINT_SIZE = 5;
const MANY_POINTS = 150;
/** Room between a point and the line around it when it is read off. */
const BOX_ROOM = 3;

/** Below the points, so that those close to one another do not cut each other out. */
const OUTLINE = { 'stroke-width': 2, 'paint-order': 'stroke' } as const;

type Place = readonly [x: number, y: number, isInside: boolean];

/** Where points are in the picture; those outside the axes sit on the edge. Not finite where one has no place. */
function placesOf(points: ArrayLike<number>, { x, y }: SvgScatter, toPlace: (x: number, y: number) => Place) {
  return Array.from({ length: Math.floor(points.length / 2) }, (_, index): Place => {
    const [across, up] = [points[2 * index] ?? Number.NaN, points[2 * index + 1] ?? Number.NaN];
    const [nearX, nearY] = [clamp(across, x.range), clamp(up, y.range)];
    const [left, top] = toPlace(nearX, nearY);
    return [left, top, nearX === across && nearY === up];
  });
}

const isShown = ([left, top]: Place) => Number.isFinite(left) && Number.isFinite(top);

function lineOf({ style }: SvgCloud, places: readonly Place[]): string {
  const d = places.filter(isShown).map(([left, top]) => `${pixels(left)},${pixels(top)}`);
  if (d.length === 0) return '';
  const stroke = {
    stroke: hexColor(style.color),
    'stroke-width': 1.5,
    'stroke-dasharray': style.dash.join(' '),
  };
  return svgTag('path', { d: `M${d.join('L')}`, fill: 'none', ...stroke });
}

/** A cloud as two shapes: its points, and hollow those that lie outside. */
function cloudOf({ style }: SvgCloud, places: readonly Place[], size: number, theme: Theme): string {
  const shapes = (isInside: boolean) =>
    places
      .filter((place) => isShown(place) && place[2] === isInside)
      .map(([left, top]) => markerPath(style.marker, size, Number(pixels(left)), Number(pixels(top))))
      .join('');
  const [own, ground] = [hexColor(style.color), hexColor(theme.background)];
  const [inside, outside] = [shapes(true), shapes(false)];
  const share = opacity(style, theme);
  const content = [
    inside && svgTag('path', { d: inside, fill: own, stroke: ground, ...OUTLINE }),
    outside && svgTag('path', { d: outside, fill: ground, stroke: own, 'stroke-width': 2 }),
  ].join('');
  return share === 1 || content === '' ? content : svgTag('g', { opacity: share }, content);
}

/** Points between axes; a cloud that is brought out comes last. */
export function scatterSvg(scatter: SvgScatter): ScatterDrawing {
  const { clouds, line, theme } = scatter;
  const { frame, toX, toY, svg } = chartAxes(scatter);
  const toPlace = (x: number, y: number): Place => [toX(x), toY(y), true];
  const places = clouds.map(({ points }) => placesOf(points, scatter, toPlace));
  const count = places.reduce((sum, own) => sum + own.length, 0);
  const size = count > MANY_POINTS ? SMALL_POINT_SIZE : POINT_SIZE;
  const drawn = drawingOrder(clouds.map(({ style }) => style)).map((index) => {
    const cloud = clouds[index];
    return cloud ? cloudOf(cloud, places[index] ?? [], size, theme) : '';
  });
  const reach = size + 2 * BOX_ROOM;
  const boxes = places.flat().map((place): SvgFrame => {
    const [left, top] = isShown(place) ? place : [Number.NaN, Number.NaN];
    return { left: left - reach / 2, top: top - reach / 2, width: reach, height: reach };
  });
  const below = line ? lineOf(line, placesOf(line.points, scatter, toPlace)) : '';
  return { svg: svg + below + drawn.join(''), frame, boxes };
}
