import { markerPath, type SeriesStyle } from '../seriesStyle';
import { hexColor, pixels, svgTag } from '../svgMarkup';
import type { Theme } from '../theme';
import { axesSvg, type SvgFrame, X_AXIS_ROOM, yAxisRoom } from './axesSvg';
import { type ColorScale, colorScaleSvg } from './colorScaleSvg';
import { contourData } from './contour';
import { roundTicks } from './extent';
import { clamp, type Plane, toPixels } from './plane';
import type { Picture } from './view';

type Range = readonly [number, number];
type Point = readonly [number, number];

/** An axis of the plane, with its unit in the title. */
interface PlaneAxis {
  readonly title: string;
  readonly range: Range;
}

/** What one optimiser did up to the frame that is shown, in the plane. */
export interface SvgPath {
  readonly style: SeriesStyle;
  /** Its way; ends before the first place that is not finite. */
  readonly trail: readonly Point[];
  /** Where it stands; NaN: not shown. */
  readonly walker: Point;
  /** Further starts that are shown; NaN: not shown. */
  readonly swarm: readonly Point[];
}

/** A loss surface with its paths as it is shown. */
export interface SvgLandscape {
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly x: PlaneAxis;
  readonly y: PlaneAxis;
  readonly format: (tick: number) => string;
  /** Address of the raster, and its size. */
  readonly image: string;
  readonly rows: number;
  readonly columns: number;
  /** In cells of the raster, as `contourSegments` gives them. */
  readonly contours: readonly number[];
  readonly paths: readonly SvgPath[];
  /** Diameters in CSS pixels. */
  readonly walkerSize: number;
  readonly swarmSize: number;
  readonly scale: ColorScale;
  readonly theme: Theme;
}

const MARGIN = { left: 52, top: 8, right: 12 } as const;
const MOST_TICKS = 8;
/** Distance between ticks in CSS pixels. */
const X_SPACE = 70;
const Y_SPACE = 40;
const SCALE_GAP = 8;

const isPlace = ([x, y]: Point) => !Number.isNaN(x) && !Number.isNaN(y);

function planeOf({ width, height, x, y, format, theme }: SvgLandscape): Plane {
  const plotHeight = Math.max(1, height - MARGIN.top - X_AXIS_ROOM);
  const labels = roundTicks(...y.range, Math.min(MOST_TICKS, plotHeight / Y_SPACE)).map(format);
  const left = yAxisRoom(labels, theme, MARGIN.left);
  const plotWidth = Math.max(1, width - left - MARGIN.right);
  return { x: x.range, y: y.range, left, top: MARGIN.top, width: plotWidth, height: plotHeight };
}

function surfaceOf({ image, rows, columns, contours, theme }: SvgLandscape, plane: Plane): string {
  const { left, top, width, height } = plane;
  const lines = svgTag('path', {
    d: contourData(contours, [width / columns, height / rows], [left, top]),
    fill: 'none',
    stroke: hexColor(theme.foreground),
    'stroke-opacity': 0.35,
  });
  const raster = { x: left, y: top, width, height, preserveAspectRatio: 'none', href: image };
  return svgTag('image', raster) + (contours.length > 0 ? lines : '');
}

function swarmOf({ style, swarm }: SvgPath, size: number, plane: Plane): string {
  const d = swarm.filter(isPlace).map(([x, y]) => {
    const [left, top] = toPixels(plane, clamp(x, plane.x), clamp(y, plane.y));
    return `M${pixels(left - size / 2)},${pixels(top - size / 2)}h${size}v${size}h${-size}z`;
  });
  return d.length === 0 ? '' : svgTag('path', { d: d.join(''), fill: hexColor(style.color), opacity: 0.75 });
}

/** Each path twice: first wide in the colour of the background, so that it is seen on every ground. */
function trailsOf(paths: readonly SvgPath[], plane: Plane, theme: Theme): string {
  const drawn = paths
    .filter(({ trail }) => trail.length > 0)
    .map(({ trail, style }) => {
      const places = trail.map(([x, y]) => toPixels(plane, x, y).map(pixels).join(','));
      return { style, d: `M${places.join('L')}` };
    });
  const under = drawn.map(({ d }) => svgTag('path', { d }));
  const over = drawn.map(({ d, style: { color, dash } }) =>
    svgTag('path', {
      d,
      stroke: hexColor(color),
      'stroke-width': 2.5,
      'stroke-dasharray': dash.length > 0 ? dash.join(' ') : undefined,
    }),
  );
  const ground = { stroke: hexColor(theme.background), 'stroke-width': 5, 'stroke-opacity': 0.6 };
  return svgTag('g', { fill: 'none', 'stroke-linejoin': 'round' }, svgTag('g', ground, ...under), ...over);
}

/** Where a walker stands; one outside the picture sits hollow on its edge. */
function walkerOf({ style, walker }: SvgPath, size: number, plane: Plane, theme: Theme): string {
  if (!isPlace(walker)) return '';
  const [x, y] = [clamp(walker[0], plane.x), clamp(walker[1], plane.y)];
  const isOutside = x !== walker[0] || y !== walker[1];
  const [own, ground] = [hexColor(style.color), hexColor(theme.background)];
  return svgTag('path', {
    d: markerPath(style.marker, size),
    transform: `translate(${toPixels(plane, x, y).map(pixels).join(',')})`,
    fill: isOutside ? ground : own,
    stroke: isOutside ? own : ground,
    'stroke-width': 2,
    'paint-order': 'stroke',
  });
}

function axesOf({ width, x, y, format, theme }: SvgLandscape, plane: Plane): string {
  const frame: SvgFrame = plane;
  const xTicks = roundTicks(...x.range, Math.min(MOST_TICKS, plane.width / X_SPACE));
  const yTicks = roundTicks(...y.range, Math.min(MOST_TICKS, plane.height / Y_SPACE));
  return axesSvg({
    frame,
    width,
    x: {
      title: x.title,
      ticks: xTicks.map((tick) => ({ at: toPixels(plane, tick, 0)[0], label: format(tick) })),
    },
    y: {
      title: y.title,
      ticks: yTicks.map((tick) => ({ at: toPixels(plane, 0, tick)[1], label: format(tick) })),
    },
    hasGrid: false,
    theme,
  });
}

/** A landscape as a picture: what is on the page, its surface as an image, all else as shapes and text. */
export function landscapePicture(landscape: SvgLandscape): Picture {
  const { width, height, paths, theme, walkerSize, swarmSize } = landscape;
  const plane = planeOf(landscape);
  const { left, top } = plane;
  const box = { x: left, y: top, width: plane.width, height: plane.height };
  const scale = colorScaleSvg(landscape.scale, height + SCALE_GAP, width, theme);
  const svg = [
    svgTag('clipPath', { id: 'plot-area' }, svgTag('rect', box)),
    axesOf(landscape, plane),
    surfaceOf(landscape, plane),
    svgTag('rect', { ...box, fill: 'none', stroke: hexColor(theme.grid) }),
    svgTag(
      'g',
      { 'clip-path': 'url(#plot-area)' },
      ...paths.map((path) => swarmOf(path, swarmSize, plane)),
      trailsOf(paths, plane, theme),
    ),
    ...paths.map((path) => walkerOf(path, walkerSize, plane, theme)),
    scale.svg,
  ];
  return { width, height: height + SCALE_GAP + scale.height, svg: svg.join('') };
}
