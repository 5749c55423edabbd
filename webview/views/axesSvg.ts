import { hexColor, svgTag, svgText } from '../svgMarkup';
import { estimateWidth } from '../textLayout';
import type { Theme } from '../theme';

/** A number on an axis and where it stands, in CSS pixels from the left or the top of the picture. */
export interface SvgTick {
  readonly at: number;
  readonly label: string;
}

/** The rectangle of a picture that its axes frame, in CSS pixels. */
export interface SvgFrame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** An axis of a picture: its title with the unit, and its numbers. An empty label is a tick without number. */
export interface SvgAxis {
  readonly title: string;
  readonly ticks: readonly SvgTick[];
}

/** What is drawn around, and with `hasGrid` behind, a picture. */
export interface SvgAxes {
  readonly frame: SvgFrame;
  /** Of the whole picture. */
  readonly width: number;
  readonly x: SvgAxis;
  readonly y: SvgAxis;
  readonly hasGrid: boolean;
  readonly theme: Theme;
}

/** Room that a title takes beside the numbers, in CSS pixels. */
const TITLE_ROOM = 18;
/** Below a picture, for numbers and title of the x axis. */
export const X_AXIS_ROOM = 44;
const TICK_LENGTH = 4;
/** From the frame to the numbers of the y axis. */
const LABEL_DISTANCE = 8;
/** Height of the middle of a digit over the base line, as a share of the font's size. */
const MIDDLE = 0.36;

/** Size of an axis' numbers and titles in CSS pixels. */
export function axisFontSize(theme: Theme): number {
  return Math.round(theme.fontSize * 0.85 * 10) / 10;
}

/** Room left of a picture for these numbers and the title of its y axis, in CSS pixels; at least `least`. */
export function yAxisRoom(labels: readonly string[], theme: Theme, least: number): number {
  const widest = Math.max(0, ...labels.map((label) => estimateWidth(label, axisFontSize(theme))));
  return Math.max(least, Math.ceil(widest) + LABEL_DISTANCE + TITLE_ROOM + 2);
}

function lines(ends: readonly (readonly [number, number, number, number])[], color: string): string {
  const [width, fill] = [1, 'none'];
  const d = ends.map(
    ([x1, y1, x2, y2]) => `M${x1.toFixed(2)},${y1.toFixed(2)}L${x2.toFixed(2)},${y2.toFixed(2)}`,
  );
  return ends.length === 0
    ? ''
    : svgTag('path', { d: d.join(''), stroke: color, 'stroke-width': width, fill });
}

function gridLines({ frame, x, y, hasGrid, theme }: SvgAxes): string {
  const { left, top } = frame;
  const [right, bottom] = [left + frame.width, top + frame.height];
  const across = x.ticks.map(({ at }) => [at, hasGrid ? top : bottom, at, bottom + TICK_LENGTH] as const);
  const up = y.ticks.map(({ at }) => [left - TICK_LENGTH, at, hasGrid ? right : left, at] as const);
  return lines([...across, ...up], hexColor(theme.grid));
}

/** A title in the middle of its axis, smaller where it would be longer than the picture. */
function title(text: string, room: number, size: number, place: (fontSize: number) => string): string {
  const longest = estimateWidth(text, size);
  return text === '' ? '' : place(longest > room ? (size * room) / longest : size);
}

/** Grid, ticks, numbers and titles as SVG elements. Every text is inside the picture, as far as its width can be told. */
export function axesSvg(axes: SvgAxes): string {
  const { frame, x, y, theme, width } = axes;
  const size = axisFontSize(theme);
  const bottom = frame.top + frame.height;
  const fill = hexColor(theme.quiet);
  const xLabels = x.ticks.map(({ at, label }) => {
    const half = estimateWidth(label, size) / 2;
    const middle = Math.max(half, Math.min(width - half, at));
    return label && svgText(label, middle, bottom + LABEL_DISTANCE + size * 0.8, { 'text-anchor': 'middle' });
  });
  const yLabels = y.ticks.map(
    ({ at, label }) =>
      label && svgText(label, frame.left - LABEL_DISTANCE, at + size * MIDDLE, { 'text-anchor': 'end' }),
  );
  const xTitle = title(x.title, width, size, (fontSize) => {
    const half = estimateWidth(x.title, fontSize) / 2;
    const middle = Math.max(half, Math.min(width - half, frame.left + frame.width / 2));
    const attributes = { 'text-anchor': 'middle', 'font-size': fontSize };
    return svgText(x.title, middle, bottom + X_AXIS_ROOM - size * 0.4, attributes);
  });
  const height = bottom + X_AXIS_ROOM;
  const yTitle = title(y.title, height, size, (fontSize) => {
    const half = estimateWidth(y.title, fontSize) / 2;
    const middle = Math.max(half, Math.min(height - half, frame.top + frame.height / 2));
    const transform = `translate(${size.toFixed(2)},${middle.toFixed(2)}) rotate(-90)`;
    return svgText(y.title, 0, 0, { 'text-anchor': 'middle', 'font-size': fontSize, transform });
  });
  const texts = svgTag('g', { fill, 'font-size': size }, ...xLabels, ...yLabels, xTitle, yTitle);
  return gridLines(axes) + texts;
}
