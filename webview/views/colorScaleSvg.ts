import type { Rgb } from '../color';
import { hexColor, svgTag, svgText } from '../svgMarkup';
import { estimateWidth, wrapText } from '../textLayout';
import type { Theme } from '../theme';
import { axisFontSize } from './axesSvg';

/** What the colours of a raster mean. All texts are plain. */
export interface ColorScale {
  readonly title: string;
  /** What stands at its two ends. */
  readonly from: string;
  readonly to: string;
  /** Remark behind it. */
  readonly note: string;
  /** Colours at equal distances. */
  readonly stops: readonly Rgb[];
  /** Whether a line marks its middle. */
  readonly isSplit: boolean;
}

/** SVG elements that begin at a height of the picture, and how much of it they take, in CSS pixels. */
export interface SvgBlock {
  readonly svg: string;
  readonly height: number;
}

const BAR_WIDTH = 96;
const BAR_HEIGHT = 10;
const GAP = 6;
const LINE_HEIGHT = 1.45;

/** Lines of text from a place downwards, wrapped where they would be wider than `width`. */
export function textBlock(text: string, left: number, top: number, width: number, size: number): SvgBlock {
  const lines = wrapText(text, size, width);
  const svg = lines.map((line, index) => svgText(line, left, top + size * (1 + index * LINE_HEIGHT)));
  return { svg: svg.join(''), height: lines.length * size * LINE_HEIGHT };
}

function gradient(stops: readonly Rgb[]): string {
  const last = Math.max(1, stops.length - 1);
  const colors = stops.map((color, index) =>
    svgTag('stop', { offset: String(index / last), 'stop-color': hexColor(color) }),
  );
  return svgTag('linearGradient', { id: 'color-scale' }, ...colors);
}

/** The scale as SVG: its title, below it the bar with its ends. One to a picture. */
export function colorScaleSvg(scale: ColorScale, top: number, width: number, theme: Theme): SvgBlock {
  const size = axisFontSize(theme);
  const title = textBlock(scale.title, 0, top, width, size);
  const left = estimateWidth(scale.from, size) + GAP;
  const right = left + BAR_WIDTH;
  const base = top + title.height + size;
  const bar = { x: left, y: base - BAR_HEIGHT + 1, width: BAR_WIDTH, height: BAR_HEIGHT };
  const line = hexColor(theme.grid);
  const middle = svgTag('path', {
    d: `M${left + BAR_WIDTH / 2},${base - BAR_HEIGHT - 1}v${BAR_HEIGHT + 4}`,
    stroke: hexColor(theme.foreground),
    'stroke-width': 2,
  });
  const svg = [
    gradient(scale.stops),
    title.svg,
    svgText(scale.from, 0, base),
    svgTag('rect', { ...bar, fill: 'url(#color-scale)', stroke: line }),
    scale.isSplit ? middle : '',
    svgText(`${scale.to} ${scale.note}`.trim(), right + GAP, base),
  ];
  const texts = svgTag('g', { fill: hexColor(theme.foreground), 'font-size': size }, ...svg);
  return { svg: texts, height: title.height + size * LINE_HEIGHT };
}
