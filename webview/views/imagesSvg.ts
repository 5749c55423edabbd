import { fadedOpacity } from '../seriesStyle';
import { hexColor, pixels, svgTag, svgText } from '../svgMarkup';
import { estimateWidth, wrapText } from '../textLayout';
import type { Theme } from '../theme';
import { axisFontSize, type SvgFrame } from './axesSvg';

/** What decides where images stand. */
export interface ImagesRoom {
  /** In CSS pixels. */
  readonly width: number;
  /** Device pixels a CSS pixel. */
  readonly ratio: number;
  readonly count: number;
  /** Images in a row of the grid. */
  readonly across: number;
  /** Of an image, in its own pixels. */
  readonly rows: number;
  readonly columns: number;
  /** One for each row of the grid, or none at all. Plain text. */
  readonly labels: readonly string[];
  readonly hasNumbers: boolean;
  /** Widest that an image may be, in CSS pixels. */
  readonly mostWidth: number;
  readonly theme: Theme;
}

/** Lines of a row's name and where the first of them stands on its base line. */
interface Label {
  readonly lines: readonly string[];
  readonly left: number;
  readonly base: number;
}

/** Where images and the names of their rows stand, in CSS pixels. */
export interface ImagesLayout {
  readonly height: number;
  readonly images: readonly SvgFrame[];
  /** As many as rows of the grid, or none. */
  readonly labels: readonly Label[];
}

/** What is said about each image. */
export interface ImagesContent {
  /** Below each image; empty: nothing. None at all where the picture has no numbers. */
  readonly numbers: readonly string[];
  /** 1 where an image is to be noticed; `undefined`: none is. */
  readonly marked: ArrayLike<number> | undefined;
  /** The row of the grid that is brought out, for which all others stand back; `undefined`: none. */
  readonly picked: number | undefined;
  readonly across: number;
  readonly theme: Theme;
}

const GAP = 6;
const GROUP_GAP = 12;
/** Smaller images are no longer looked at side by side: a row of the grid then takes several lines. */
const LEAST_WIDTH = 36;
/** Names stand beside their rows from this width of the picture on, and take at most this share of it. */
const BESIDE_FROM = 480;
const MOST_LABEL_SHARE = 0.28;
const LABEL_GAP = 10;
const LINE_HEIGHT = 1.45;
/** From so many device pixels on, each pixel of an image gets a whole number of them, so that all are the same size. */
const WHOLE_FROM = 3;
const MARK_SIZE = 11;

/** Side of an image that has a room of so many CSS pixels. */
function imageWidth(room: number, { columns, ratio, mostWidth }: ImagesRoom): number {
  const most = Math.max(1, Math.min(room, mostWidth));
  const scale = (most * ratio) / columns;
  return scale < WHOLE_FROM ? most : (Math.floor(scale) * columns) / ratio;
}

/** Room of the names beside their rows; 0 where they stand above them. */
function labelRoom({ labels, width, theme }: ImagesRoom): number {
  if (labels.length === 0 || width < BESIDE_FROM) return 0;
  const widest = Math.max(...labels.map((label) => estimateWidth(label, axisFontSize(theme))));
  return Math.min(Math.ceil(widest), width * MOST_LABEL_SHARE) + LABEL_GAP;
}

/** Where everything stands. A row of the grid that is too wide goes on in the next line. */
export function layOutImages(room: ImagesRoom): ImagesLayout {
  const { width, count, across, rows, columns, labels, hasNumbers, theme } = room;
  const size = axisFontSize(theme);
  const left = labelRoom(room);
  const most = Math.max(1, Math.floor((width - left + GAP) / (LEAST_WIDTH + GAP)));
  const inALine = Math.ceil(across / Math.ceil(across / most));
  const own = imageWidth((width - left - 2 - GAP * (inALine - 1)) / inALine, room);
  const high = (own * rows) / columns;
  const line = high + (hasNumbers ? size * LINE_HEIGHT : 0) + GAP;
  const images: SvgFrame[] = [];
  const written: Label[] = [];
  let top = 1;
  for (let row = 0; row * across < count; row++) {
    const lines = wrapText(labels[row] ?? '', size, left > 0 ? left - LABEL_GAP : width);
    const above = left === 0 ? lines.length * size * LINE_HEIGHT : 0;
    const shift = left === 0 ? 0 : Math.max(0, (high - lines.length * size * LINE_HEIGHT) / 2);
    if (labels.length > 0) written.push({ lines, left: 0, base: top + shift + size });
    const inRow = Math.min(across, count - row * across);
    for (let index = 0; index < inRow; index++) {
      images.push({
        left: left + 1 + (index % inALine) * (own + GAP),
        top: top + above + Math.floor(index / inALine) * line,
        width: own,
        height: high,
      });
    }
    const beside = left === 0 ? 0 : lines.length * size * LINE_HEIGHT;
    top +=
      Math.max(above + Math.ceil(inRow / inALine) * line, beside) + (labels.length > 0 ? GROUP_GAP - GAP : 0);
  }
  return { height: top, images, labels: written };
}

function labelSvg({ lines, left, base }: Label, isRaised: boolean, size: number): string {
  const weight = isRaised ? '700' : undefined;
  return lines
    .map((line, index) => svgText(line, left, base + index * size * LINE_HEIGHT, { 'font-weight': weight }))
    .join('');
}

/** A thick frame with a corner, which is seen without colours. */
function markSvg({ left, top, width, height }: SvgFrame, theme: Theme): string {
  const [own, ground] = [hexColor(theme.foreground), hexColor(theme.background)];
  const outline = { x: left, y: top, width, height, fill: 'none' };
  const corner = `M${pixels(left + width - MARK_SIZE)},${pixels(top)}h${MARK_SIZE}v${MARK_SIZE}z`;
  return [
    svgTag('rect', { ...outline, stroke: ground, 'stroke-width': 5 }),
    svgTag('rect', { ...outline, stroke: own, 'stroke-width': 2.5 }),
    svgTag('path', { d: corner, fill: own, stroke: ground }),
  ].join('');
}

/** All of an image but its pixels. */
function imageSvg(frame: SvgFrame, image: number, { numbers, marked, theme }: ImagesContent): string {
  const { left, top, width, height } = frame;
  const size = axisFontSize(theme);
  const number = numbers[image];
  const outline = { x: left - 0.5, y: top - 0.5, width: width + 1, height: height + 1, fill: 'none' };
  return [
    svgTag('rect', { ...outline, stroke: hexColor(theme.grid) }),
    marked?.[image] === 1 ? markSvg(frame, theme) : '',
    number ? svgText(number, left + width / 2, top + height + size * 1.15, { 'text-anchor': 'middle' }) : '',
  ].join('');
}

/** Frames, names, numbers and marks of images, from the origin on. `pixelsOf` gives the elements of an image's pixels; none on the page. */
export function imagesSvg(
  { images, labels }: ImagesLayout,
  content: ImagesContent,
  pixelsOf: (image: number, frame: SvgFrame) => string = () => '',
): string {
  const { across, theme, picked } = content;
  const size = axisFontSize(theme);
  const rows = Array.from({ length: Math.ceil(images.length / across) }, (_, row) => {
    const own = images.slice(row * across, (row + 1) * across).map((frame, index) => {
      const image = row * across + index;
      return pixelsOf(image, frame) + imageSvg(frame, image, content);
    });
    const label = labels[row];
    const opacity = picked === undefined || picked === row ? undefined : fadedOpacity(theme);
    return svgTag('g', { opacity }, label ? labelSvg(label, picked === row, size) : '', ...own);
  });
  return svgTag('g', { 'font-size': size, fill: hexColor(theme.foreground) }, ...rows);
}

/** An image's pixels as an element. `address`: of a PNG; each of its pixels stays a square. */
export function pixelsSvg(address: string, { left, top, width, height }: SvgFrame): string {
  const box = { x: left, y: top, width, height, preserveAspectRatio: 'none' };
  return svgTag('image', { ...box, 'image-rendering': 'pixelated', href: address });
}
