import { contrast, type Rgb } from '../color';
import { hexColor, pixels, svgTag, svgText } from '../svgMarkup';
import { estimateWidth, wrapText } from '../textLayout';
import type { Theme } from '../theme';
import { axisFontSize, type SvgFrame } from './axesSvg';
import { textBlock } from './colorScaleSvg';

/** A matrix as it is shown. All texts are plain. */
export interface SvgMatrix {
  /** In CSS pixels. */
  readonly width: number;
  /** Names of the rows and of the columns. */
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** What rows and columns are. */
  readonly heading: string;
  /** `[rows, columns]`; NaN is an empty cell. */
  readonly values: ArrayLike<number>;
  readonly color: (value: number) => Rgb | undefined;
  /** What is written in a cell. */
  readonly format: (value: number) => string;
  /** Widest that a cell may be, in CSS pixels. */
  readonly mostWidth: number;
  readonly theme: Theme;
}

/** SVG elements from the origin on, how high they are, and the cells in them, `[rows, columns]`. */
export interface MatrixDrawing {
  readonly svg: string;
  readonly height: number;
  readonly cells: readonly SvgFrame[];
}

const LABEL_GAP = 6;
/** Widths of texts are estimated: beside the names of the rows. */
const SPARE_ROOM = 5;
/** Share of the width that the names of the rows may take, and height that those of the columns may, in CSS pixels. */
const MOST_LABEL_SHARE = 0.36;
const MOST_LABEL_HEIGHT = 110;
/** A cell is wider than high where there is room, so that a number fits into it. */
const MOST_HEIGHT_SHARE = 0.68;
/** Narrower cells are not parted by lines. */
const PARTED_FROM = 10;
const MIDDLE = 0.36;
/** Beside a number in its cell. */
const NUMBER_ROOM = 3;
/** Of text (WCAG 2.2, 1.4.3). */
const TEXT_CONTRAST = 4.5;

const black: Rgb = [0, 0, 0];
const white: Rgb = [255, 255, 255];

/** Where everything stands. */
interface MatrixLayout {
  readonly left: number;
  readonly top: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly areColumnsTurned: boolean;
}

const widest = (texts: readonly string[], size: number) =>
  Math.max(0, ...texts.map((text) => estimateWidth(text, size)));

/** A text that fits into a width, with `…` for what does not. */
function fitting(text: string, size: number, width: number): string {
  if (estimateWidth(text, size) <= width) return text;
  const [line = ''] = wrapText(text, size, width - size);
  return `${line}…`;
}

/** Names of numbered columns stand level even where they are wider than a cell; then only some are written. */
const areNumbers = (labels: readonly string[]) => labels.every((label) => /^\d+$/.test(label));

function layOut({ width, rows, columns, heading, mostWidth, theme }: SvgMatrix): MatrixLayout {
  const size = axisFontSize(theme);
  const named = widest(rows, size) + SPARE_ROOM;
  const left = Math.ceil(Math.min(named, width * MOST_LABEL_SHARE)) + LABEL_GAP;
  const room = Math.max(columns.length, width - left - 1) / columns.length;
  // Wider for names that then stand level.
  const level = areNumbers(columns) ? 0 : widest(columns, size) + LABEL_GAP;
  const most = level <= room ? Math.max(mostWidth, level) : mostWidth;
  const cellWidth = room >= PARTED_FROM ? Math.floor(Math.min(most, room)) : room;
  const square = Math.min(cellWidth, mostWidth * MOST_HEIGHT_SHARE);
  const areColumnsTurned = !areNumbers(columns) && widest(columns, size) > cellWidth - 2;
  const columnHeight = areColumnsTurned ? Math.min(MOST_LABEL_HEIGHT, widest(columns, size)) : size;
  const top = textBlock(heading, 0, 0, width, size).height + columnHeight + LABEL_GAP;
  return { left, top, cellWidth, cellHeight: square, areColumnsTurned };
}

function rowLabels({ rows, theme }: SvgMatrix, { left, top, cellHeight }: MatrixLayout): readonly string[] {
  const size = axisFontSize(theme);
  const every = Math.max(1, Math.ceil(size / cellHeight));
  return rows.map((label, row) => {
    if (row % every !== 0) return '';
    const base = top + (row + 0.5) * cellHeight + size * MIDDLE;
    return svgText(fitting(label, size, left - LABEL_GAP), left - LABEL_GAP, base, { 'text-anchor': 'end' });
  });
}

function columnLabels({ columns, theme }: SvgMatrix, layout: MatrixLayout): readonly string[] {
  const { left, top, cellWidth, areColumnsTurned } = layout;
  const size = axisFontSize(theme);
  const room = areColumnsTurned ? size : widest(columns, size) + LABEL_GAP / 2;
  const every = Math.max(1, Math.ceil(room / cellWidth));
  return columns.map((label, column) => {
    const [middle, base] = [left + (column + 0.5) * cellWidth, top - LABEL_GAP];
    if (column % every !== 0) return '';
    if (!areColumnsTurned) return svgText(label, middle, base, { 'text-anchor': 'middle' });
    const transform = `translate(${pixels(middle + size * MIDDLE)},${pixels(base)}) rotate(-90)`;
    return svgText(fitting(label, size, MOST_LABEL_HEIGHT), 0, 0, { transform });
  });
}

/** Cells of one colour are one shape: there may be thousands. */
function fills({ values, color }: SvgMatrix, cells: readonly SvgFrame[], gap: number): string {
  const shapes = new Map<string, string[]>();
  cells.forEach(({ left, top, width, height }, index) => {
    const own = color(values[index] ?? Number.NaN);
    if (!own) return;
    const d = `M${pixels(left)},${pixels(top)}h${pixels(width - gap)}v${pixels(height - gap)}h${pixels(gap - width)}z`;
    const fill = hexColor(own);
    const same = shapes.get(fill);
    if (same) same.push(d);
    else shapes.set(fill, [d]);
  });
  return [...shapes].map(([fill, d]) => svgTag('path', { d: d.join(''), fill })).join('');
}

/** An empty cell is struck out: it is not zero. */
function gaps({ values, theme }: SvgMatrix, cells: readonly SvgFrame[]): string {
  const d = cells.flatMap(({ left, top, width, height }, index) =>
    Number.isNaN(values[index] ?? Number.NaN)
      ? [`M${pixels(left)},${pixels(top + height)}l${pixels(width)},${pixels(-height)}`]
      : [],
  );
  return d.length === 0 ? '' : svgTag('path', { d: d.join(''), stroke: hexColor(theme.grid), fill: 'none' });
}

/** The colour in which a text on a ground is read best: one of the theme's, else black or white. */
function textOn(ground: Rgb, { foreground, background }: Theme): Rgb {
  const best = (colors: readonly Rgb[]) =>
    colors.reduce((one, other) => (contrast(other, ground) > contrast(one, ground) ? other : one));
  const own = best([foreground, background]);
  return contrast(own, ground) >= TEXT_CONTRAST ? own : best([black, white]);
}

/** The numbers in the cells; none where one of them has no room. */
function numbers(
  matrix: SvgMatrix,
  cells: readonly SvgFrame[],
  { cellWidth, cellHeight }: MatrixLayout,
): string {
  const { values, color, format, theme } = matrix;
  const size = axisFontSize(theme);
  if (estimateWidth('0', size) > cellWidth - NUMBER_ROOM || size * 1.3 > cellHeight) return '';
  const texts = cells.map((_, index) => {
    const value = values[index] ?? Number.NaN;
    return Number.isNaN(value) ? '' : format(value);
  });
  if (widest(texts, size) > cellWidth - NUMBER_ROOM) return '';
  const written = cells.map(({ left, top, width, height }, index) => {
    const ground = color(values[index] ?? Number.NaN);
    const fill = hexColor(textOn(ground ?? theme.background, theme));
    const base = top + height / 2 + size * MIDDLE;
    return svgText(texts[index] ?? '', left + width / 2, base, { fill });
  });
  return svgTag('g', { 'font-size': size, 'text-anchor': 'middle' }, ...written);
}

/** A matrix as coloured cells with the names of its rows and columns; numbers in the cells where they have room. */
export function matrixSvg(matrix: SvgMatrix): MatrixDrawing {
  const { rows, columns, heading, theme, width } = matrix;
  const layout = layOut(matrix);
  const { left, top, cellWidth, cellHeight } = layout;
  const cells = rows.flatMap((_, row) =>
    columns.map((__, column) => ({
      left: left + column * cellWidth,
      top: top + row * cellHeight,
      width: cellWidth,
      height: cellHeight,
    })),
  );
  const size = axisFontSize(theme);
  const [x, y] = [left - 0.5, top - 0.5];
  const [all, down] = [cellWidth * columns.length, cellHeight * rows.length];
  const ground = { x, y, width: all, height: down, stroke: hexColor(theme.grid) };
  const isParted = Math.min(cellWidth, cellHeight) >= PARTED_FROM;
  const svg = [
    svgTag(
      'g',
      { 'font-size': size, fill: hexColor(theme.quiet) },
      textBlock(heading, 0, 0, width, size).svg,
      ...rowLabels(matrix, layout),
      ...columnLabels(matrix, layout),
    ),
    svgTag('rect', { ...ground, fill: hexColor(theme.background) }),
    gaps(matrix, cells),
    fills(matrix, cells, isParted ? 1 : 0),
    numbers(matrix, cells, layout),
  ];
  return { svg: svg.join(''), height: top + down + 2, cells };
}
