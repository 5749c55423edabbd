import { markerPath, type SeriesStyle } from '../seriesStyle';
import { hexColor, pixels, svgTag, svgText } from '../svgMarkup';
import { estimateWidth, wrapText } from '../textLayout';
import type { Theme } from '../theme';
import { axisFontSize } from './axesSvg';
import { type ColorScale, colorScaleSvg, textBlock } from './colorScaleSvg';
import { contourData } from './contour';
import { type Plane, toPixels } from './plane';
import type { Picture } from './view';

/** One decision map. */
export interface SvgMap {
  /** Plain text, as the readouts. */
  readonly caption: string;
  /** Address of its raster. */
  readonly image: string;
  /** The boundary in cells of the raster, as `contourSegments` gives it. */
  readonly boundary: readonly number[];
  readonly readouts: readonly { readonly label: string; readonly value: string }[];
}

/** Small multiples of decision maps as they are shown. */
export interface SvgMaps {
  /** In CSS pixels. */
  readonly width: number;
  /** How many stand in a row. */
  readonly mapsInARow: number;
  readonly maps: readonly SvgMap[];
  /** Of each raster. */
  readonly rows: number;
  readonly columns: number;
  readonly xRange: readonly [number, number];
  readonly yRange: readonly [number, number];
  /** Training points `[points, 3]`: x, y, class. */
  readonly points: Float32Array;
  /** Diameter of a point in CSS pixels. */
  readonly pointSize: number;
  /** Styles of the classes. */
  readonly classes: readonly SeriesStyle[];
  readonly scale: ColorScale;
  /** Which part of the plane is shown. Plain text. */
  readonly plane: string;
  readonly theme: Theme;
}

const GAP = 12;
const LINE_HEIGHT = 1.45;

/** The box of one map with its raster's place in it, in CSS pixels. */
interface Panel {
  readonly width: number;
  readonly height: number;
  readonly mapTop: number;
  readonly mapHeight: number;
}

function labelLines(maps: SvgMaps, width: number): readonly (readonly string[])[] {
  const size = axisFontSize(maps.theme);
  const first = maps.maps[0]?.readouts ?? [];
  return first.map(({ label }, index) => {
    const values = maps.maps.map(({ readouts }) => estimateWidth(readouts[index]?.value ?? '', size));
    return wrapText(label, size, Math.max(width / 3, width - Math.max(...values) - 8));
  });
}

function panelOf(maps: SvgMaps): Panel {
  const size = axisFontSize(maps.theme);
  const width = (maps.width - GAP * (maps.mapsInARow - 1)) / maps.mapsInARow;
  const mapTop = maps.theme.fontSize * LINE_HEIGHT;
  const mapHeight = (width * maps.rows) / maps.columns;
  const lines = labelLines(maps, width).reduce((sum, own) => sum + Math.max(1, own.length), 0);
  return { width, mapTop, mapHeight, height: mapTop + mapHeight + (lines + 0.5) * size * LINE_HEIGHT };
}

/** The training points around the origin of a map, the same for all of them. */
function pointsOf(maps: SvgMaps, { width, mapHeight: height }: Panel): string {
  const plane: Plane = { x: maps.xRange, y: maps.yRange, left: 0, top: 0, width, height };
  const shapes = maps.classes.map(({ marker }) => markerPath(marker, maps.pointSize));
  const stroke = hexColor(maps.theme.background);
  return Array.from({ length: Math.floor(maps.points.length / 3) }, (_, index) => {
    const [x = 0, y = 0, kind = 0] = maps.points.subarray(index * 3, index * 3 + 3);
    const style = maps.classes[kind];
    const [left, top] = toPixels(plane, x, y);
    if (!style || !Number.isFinite(left) || !Number.isFinite(top)) return '';
    const transform = `translate(${pixels(left)},${pixels(top)})`;
    return svgTag('path', { d: shapes[kind] ?? '', transform, fill: hexColor(style.color), stroke });
  }).join('');
}

function readoutsOf(map: SvgMap, maps: SvgMaps, { width, mapTop, mapHeight }: Panel): string {
  const size = axisFontSize(maps.theme);
  const quiet = hexColor(maps.theme.quiet);
  let base = mapTop + mapHeight + size * 1.25;
  const written = labelLines(maps, width).map((lines, index) => {
    const value = svgText(map.readouts[index]?.value ?? '', width, base, { 'text-anchor': 'end' });
    const label = lines.map((line, row) =>
      svgText(line, 0, base + row * size * LINE_HEIGHT, { fill: quiet }),
    );
    base += Math.max(1, lines.length) * size * LINE_HEIGHT;
    return label.join('') + value;
  });
  return svgTag('g', { 'font-size': size }, ...written);
}

function drawPanel(map: SvgMap, index: number, maps: SvgMaps, panel: Panel, points: string): string {
  const { rows, columns, theme, mapsInARow } = maps;
  const { width, mapHeight: height, mapTop } = panel;
  const left = (index % mapsInARow) * (width + GAP);
  const top = Math.floor(index / mapsInARow) * (panel.height + GAP);
  const foreground = hexColor(theme.foreground);
  const box = { width, height };
  const boundary = svgTag('path', {
    d: contourData(map.boundary, [width / columns, height / rows], [0, 0]),
    fill: 'none',
    stroke: foreground,
    'stroke-width': 1.5,
  });
  return svgTag(
    'g',
    { transform: `translate(${pixels(left)},${pixels(top)})`, fill: foreground },
    svgText(map.caption, 0, theme.fontSize, { 'font-weight': '600', 'font-size': theme.fontSize }),
    svgTag(
      'g',
      { transform: `translate(0,${pixels(mapTop)})` },
      svgTag('image', { ...box, preserveAspectRatio: 'none', href: map.image }),
      svgTag('g', { 'clip-path': 'url(#map-area)' }, map.boundary.length > 0 ? boundary : '', points),
      svgTag('rect', { ...box, fill: 'none', stroke: hexColor(theme.grid) }),
    ),
    readoutsOf(map, maps, panel),
  );
}

/** Decision maps as a picture: what is on the page, its rasters as images, all else as shapes and text. */
export function mapsPicture(maps: SvgMaps): Picture {
  const { theme, width } = maps;
  const panel = panelOf(maps);
  const points = pointsOf(maps, panel);
  const gridRows = Math.ceil(maps.maps.length / maps.mapsInARow);
  const gridHeight = gridRows * (panel.height + GAP);
  const area = svgTag('rect', { width: panel.width, height: panel.mapHeight });
  const panels = maps.maps.map((map, index) => drawPanel(map, index, maps, panel, points));
  const scale = colorScaleSvg(maps.scale, gridHeight, width, theme);
  const size = axisFontSize(theme);
  const plane = textBlock(maps.plane, 0, gridHeight + scale.height, width, size);
  const texts = svgTag('g', { fill: hexColor(theme.quiet), 'font-size': size }, plane.svg);
  return {
    width,
    height: gridHeight + scale.height + plane.height,
    svg: svgTag('clipPath', { id: 'map-area' }, area) + panels.join('') + scale.svg + texts,
  };
}
