import { markerPath } from '../seriesStyle';
import { escapeXml, hexColor, pixels, svgTag, svgText } from '../svgMarkup';
import { estimateWidth, wrapText } from '../textLayout';
import type { Theme } from '../theme';
import type { KeyItem, Picture } from '../views/view';

/** All that a saved picture says. Texts are plain. */
export interface FigureContent {
  readonly language: string;
  readonly title: string;
  readonly picture: Picture;
  readonly key: readonly KeyItem[];
  readonly caption: string;
  /** Where the picture is from, so that it can be made again. */
  readonly foot: string;
  readonly theme: Theme;
}

/** A whole SVG document and its size in CSS pixels. */
export interface FigureDocument {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const PADDING = 16;
const LINE_HEIGHT = 1.45;
/** Room of a key's sign and beside it, in CSS pixels. */
const SWATCH_WIDTH = 28;
const SWATCH_GAP = 6;
const ENTRY_GAP = 16;
const SWATCH_MARKER = 8;

/** A part of the document that knows how high it is. */
interface Block {
  readonly height: number;
  /** Its elements, from its top downwards. */
  readonly svg: string;
}

/** Lines of a text; nothing where it is empty. */
function paragraph(
  text: string,
  width: number,
  size: number,
  attributes: Readonly<Record<string, string>>,
): Block {
  const lines = wrapText(text, size, width);
  const svg = lines.map((line, index) => svgText(line, 0, size * (1.05 + index * LINE_HEIGHT)));
  return {
    height: lines.length * size * LINE_HEIGHT,
    svg: lines.length === 0 ? '' : svgTag('g', { 'font-size': size, ...attributes }, ...svg),
  };
}

function swatch({ style, hasLine, hasMarker }: KeyItem): string {
  const color = hexColor(style.color);
  const dash = style.dash.length > 0 ? style.dash.join(' ') : undefined;
  const line = svgTag('path', {
    d: `M0,0H${SWATCH_WIDTH}`,
    stroke: color,
    'stroke-width': 2,
    'stroke-dasharray': dash,
  });
  const transform = `translate(${SWATCH_WIDTH / 2},0)`;
  const marker = svgTag('path', { d: markerPath(style.marker, SWATCH_MARKER), fill: color, transform });
  return (hasLine ? line : '') + (hasMarker ? marker : '');
}

/** Where an entry stands: its row and the distance from the left in CSS pixels. */
interface Seat {
  readonly row: number;
  readonly left: number;
}

/** Seats entries one after the other, in a new row where the last is full. */
function seatsOf(widths: readonly number[], room: number): readonly Seat[] {
  let seat: Seat = { row: 0, left: 0 };
  return widths.map((width) => {
    const isFull = seat.left > 0 && seat.left + width > room;
    const own = isFull ? { row: seat.row + 1, left: 0 } : seat;
    seat = { row: own.row, left: own.left + width + ENTRY_GAP };
    return own;
  });
}

/** The part of a text that fits into a width, with `…` where something is cut off. */
function shorten(text: string, size: number, width: number): string {
  const [line = '', ...rest] = wrapText(text, size, width);
  return rest.length === 0 ? line : `${wrapText(text, size, width - size)[0] ?? ''} …`;
}

function keyBlock(items: readonly KeyItem[], width: number, size: number, theme: Theme): Block {
  const room = width - SWATCH_WIDTH - SWATCH_GAP;
  const texts = items.map(({ label, note }) => shorten(`${label} ${note}`, size, room));
  const widths = texts.map((text) => SWATCH_WIDTH + SWATCH_GAP + estimateWidth(text, size));
  const seats = seatsOf(widths, width);
  const entries = items.map((item, index) => {
    const { row, left } = seats[index] ?? { row: 0, left: 0 };
    const middle = (row + 0.5) * size * LINE_HEIGHT;
    return svgTag(
      'g',
      { transform: `translate(${pixels(left)},${pixels(middle)})` },
      swatch(item),
      svgText(texts[index] ?? '', SWATCH_WIDTH + SWATCH_GAP, size * 0.36),
    );
  });
  const rows = items.length === 0 ? 0 : (seats.at(-1)?.row ?? 0) + 1;
  const fill = hexColor(theme.foreground);
  return {
    height: rows * size * LINE_HEIGHT,
    svg: rows === 0 ? '' : svgTag('g', { 'font-size': size, fill }, ...entries),
  };
}

function stack(blocks: readonly Block[], gap: number): Block {
  let top = 0;
  const placed = blocks
    .filter(({ svg }) => svg !== '')
    .map(({ height, svg }) => {
      const own = svgTag('g', { transform: `translate(0,${pixels(top)})` }, svg);
      top += height + gap;
      return own;
    });
  return { height: Math.max(0, top - gap), svg: placed.join('') };
}

/** A picture with its title, key and caption and where it is from, as an SVG document that needs nothing else. */
export function figureSvg(content: FigureContent): FigureDocument {
  const { language, title, picture, key, caption, foot, theme } = content;
  const size = theme.fontSize;
  const inner = picture.width;
  const quiet = hexColor(theme.quiet);
  const body = stack(
    [
      paragraph(title, inner, size * 1.1, { fill: hexColor(theme.foreground), 'font-weight': '600' }),
      picture,
      keyBlock(key, inner, size * 0.92, theme),
      paragraph(caption, inner, size, { fill: quiet }),
      paragraph(foot, inner, size * 0.75, { fill: quiet }),
    ],
    8,
  );
  const width = Math.ceil(inner + 2 * PADDING);
  const height = Math.ceil(body.height + 2 * PADDING);
  const svg = svgTag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'xml:lang': language,
      'font-family': theme.fontFamily,
    },
    svgTag('title', {}, escapeXml(title)),
    svgTag('desc', {}, escapeXml(`${caption} ${foot}`)),
    svgTag('rect', { width, height, fill: hexColor(theme.background) }),
    svgTag('g', { transform: `translate(${PADDING},${PADDING})` }, body.svg),
  );
  return { svg, width, height };
}
