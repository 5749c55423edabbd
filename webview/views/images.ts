import type { Frame, Setup, Trace } from '../../src/experiments/kit/experiment';
import type { Locale } from '../../src/experiments/kit/localized';
import type { ImagesView } from '../../src/experiments/kit/views';
import { mix, packColor, type Rgb } from '../color';
import { element } from '../dom';
import { formatNumber } from '../numbers';
import { fadedOpacity } from '../seriesStyle';
import type { Strings } from '../strings';
import { hexColor, svgTag } from '../svgMarkup';
import { plainText } from '../text';
import type { Theme } from '../theme';
import { axisFontSize } from './axesSvg';
import { CrispCanvas, createLayer, pngAddress } from './canvas';
import { showColorScale } from './colorScale';
import { type ColorScale, colorScaleSvg, textBlock } from './colorScaleSvg';
import { variantLabel } from './curveData';
import { arrayField, byteField } from './fields';
import { createFigure, SeriesKey, ValueTable } from './figure';
import { focusedVariant } from './focus';
import { type ImagesLayout, imagesSvg, layOutImages, pixelsSvg } from './imagesSvg';
import { ReadingPlot } from './readingPlot';
import { scaleStops, valueColor } from './valueColors';
import type { CreateView, DataTable, KeyItem, LabView, Picture, RunOutline, ViewContext } from './view';

/** Widest that an image may be, in CSS pixels: beside other pictures, and enlarged. */
const MOST_WIDTH = { usual: 84, enlarged: 168 } as const;
/** Rows of the grid to keep room for until the run says how many there are. */
const EXPECTED_ROWS = 2;
/** The byte of zero where bytes have signs. */
const ZERO = 128;
const SIGNED_RANGE = [-1, 1] as const;
const TEXT_GAP = 6;

type Declaration = ImagesView<Setup, Frame>;

/** Colour of each byte of a picture. */
export function byteColors(palette: Declaration['palette'], theme: Theme): readonly Rgb[] {
  return Array.from({ length: 256 }, (_, byte) =>
    palette === 'ink'
      ? mix(theme.background, theme.foreground, byte / 255)
      : (valueColor(theme, (byte - ZERO) / (ZERO - 1), SIGNED_RANGE) ?? theme.background),
  );
}

/** What is known of each image without its pixels. */
interface ImagesNumbers {
  /** Of the rows of the grid; empty where they have none. */
  readonly labels: readonly string[];
  readonly count: number;
  readonly numbers?: ArrayLike<number> | undefined;
  readonly marked?: ArrayLike<number> | undefined;
}

/** One row an image: the name of its row, its place, its number and whether it is marked. */
export function imagesTable(
  view: Declaration,
  { labels, count, numbers, marked }: ImagesNumbers,
  locale: Locale,
  { reading }: Strings,
): DataTable {
  const name = (text: { readonly label: Declaration['title'] } | undefined) =>
    text ? [plainText(text.label[locale])] : [];
  return {
    headings: [reading.image, reading.row, ...name(view.numbers), ...name(view.marked)],
    rows: Array.from({ length: count }, (_, image) => {
      const row = Math.floor(image / view.across);
      return [
        image + 1,
        labels[row] ?? row + 1,
        ...(view.numbers ? [numbers?.[image] ?? Number.NaN] : []),
        ...(view.marked ? [marked?.[image] ?? Number.NaN] : []),
      ];
    }),
  };
}

/** The table with all pixels, row by row of each image. */
export function withPixels(
  { headings, rows }: DataTable,
  { columns, rows: down }: Pick<Declaration, 'rows' | 'columns'>,
  bytes: ArrayLike<number>,
): DataTable {
  const size = down * columns;
  const places = Array.from({ length: size }, (_, pixel) => [Math.floor(pixel / columns), pixel % columns]);
  return {
    headings: [...headings, ...places.map(([row = 0, column = 0]) => `${row + 1}|${column + 1}`)],
    rows: rows.map((row, image) => [
      ...row,
      ...places.map((_, pixel) => bytes[image * size + pixel] ?? Number.NaN),
    ]),
  };
}

/** Small pictures in a grid. Their pixels are on a canvas, all else is above it as SVG. */
class Images implements LabView {
  readonly element: HTMLElement;
  readonly #view: Declaration;
  readonly #context: ViewContext;
  readonly #plot: ReadingPlot;
  readonly #canvas: CrispCanvas;
  readonly #key = new SeriesKey({ line: false, marker: true, values: false });
  readonly #scale = element('p', { class: 'color-scale' });
  readonly #table: ValueTable;
  #raster: OffscreenCanvasRenderingContext2D | undefined;
  #packedColors = new Uint32Array(256);
  #swept = new Float32Array();
  #shown: Frame | undefined;
  #styledFor: unknown;

  constructor(view: Declaration, context: ViewContext, requestDraw: () => void) {
    this.#view = view;
    this.#context = context;
    const figure = createFigure(view, context);
    this.element = figure.element;
    this.#canvas = new CrispCanvas({ class: 'reading-pixels' }, requestDraw);
    figure.plot.append(this.#canvas.element);
    this.#plot = new ReadingPlot(figure, context, {
      title: plainText(view.title[context.locale]),
      describe: (image) => this.#describe(image),
      ...(view.variants && { onPick: (image) => this.#pick(image) }),
      onResize: () => {
        this.#reserve();
        requestDraw();
      },
    });
    this.#table = new ValueTable(context, figure.title, requestDraw);
    figure.key.append(this.#key.element, element('p', {}, this.#remark()));
    if (view.palette === 'signed') figure.key.append(this.#scale);
    figure.key.append(this.#plot.position);
    this.element.append(this.#table.element);
  }

  begin({ setup }: RunOutline): void {
    const { variants } = this.#view;
    if (variants) this.#swept = new Float32Array(arrayField(setup, variants.field));
    this.#shown = undefined;
  }

  draw(trace: Trace, frame: number): void {
    const shown = trace.frames[frame];
    if (!shown || this.#plot.width === 0) return;
    this.#shown = shown;
    this.#restyle();
    const layout = this.#layout(this.#count(shown));
    const svg = imagesSvg(layout, this.#content(shown));
    this.#plot.show({ svg, height: layout.height, boxes: layout.images });
    this.#paint(byteField(shown, this.#view.field), layout);
    this.#table.fill(() => this.#numbersTable(shown), this.#context.locale);
  }

  picture(): Picture | undefined {
    const { width } = this.#plot;
    const shown = this.#shown;
    if (!shown || width === 0) return undefined;
    const layout = this.#layout(this.#count(shown));
    const bytes = byteField(shown, this.#view.field);
    const address = (image: number) => pngAddress(this.#imageData(bytes, image, 1));
    const svg = imagesSvg(layout, this.#content(shown), (image, frame) => pixelsSvg(address(image), frame));
    const theme = this.#context.theme();
    const remark = textBlock(this.#remark(), 0, layout.height + TEXT_GAP, width, axisFontSize(theme));
    const top = layout.height + TEXT_GAP + remark.height;
    const scale =
      this.#view.palette === 'signed' ? colorScaleSvg(this.#colorScale(), top, width, theme) : undefined;
    const texts = svgTag(
      'g',
      { fill: hexColor(theme.foreground), 'font-size': axisFontSize(theme) },
      remark.svg,
    );
    return { width, height: top + (scale?.height ?? 0), svg: svg + texts + (scale?.svg ?? '') };
  }

  data(): DataTable | undefined {
    if (!this.#shown) return undefined;
    const bytes = byteField(this.#shown, this.#view.field);
    return withPixels(this.#numbersTable(this.#shown), this.#view, bytes);
  }

  keyItems(): readonly KeyItem[] {
    return this.#key.items;
  }

  dispose(): void {
    this.#plot.dispose();
    this.#canvas.dispose();
  }

  #reserve(): void {
    const rows = this.#view.rowLabels?.length ?? EXPECTED_ROWS;
    if (this.#plot.width > 0 && !this.#shown) {
      this.#plot.reserve(this.#layout(rows * this.#view.across).height);
    }
  }

  #count(shown: Frame): number {
    const { field, rows, columns } = this.#view;
    return byteField(shown, field).length / (rows * columns);
  }

  #rowLabels(): readonly string[] {
    const { rowLabels, variants } = this.#view;
    const { locale } = this.#context;
    if (rowLabels) return rowLabels.map((label) => plainText(label[locale]));
    return variants ? Array.from(this.#swept, (value) => variantLabel(variants.symbol, value, locale)) : [];
  }

  #layout(count: number): ImagesLayout {
    const { across, rows, columns, numbers } = this.#view;
    return layOutImages({
      width: this.#plot.width,
      ratio: devicePixelRatio,
      count,
      across,
      rows,
      columns,
      labels: this.#rowLabels(),
      hasNumbers: numbers !== undefined,
      mostWidth: this.#plot.isEnlarged ? MOST_WIDTH.enlarged : MOST_WIDTH.usual,
      theme: this.#context.theme(),
    });
  }

  #content(shown: Frame) {
    const { across, marked } = this.#view;
    return {
      numbers: Array.from(this.#numbers(shown) ?? [], (value) =>
        Number.isNaN(value) ? '' : formatNumber(value, this.#context.locale, 2),
      ),
      marked: marked && byteField(shown, marked.field),
      picked: this.#picked(),
      across,
      theme: this.#context.theme(),
    };
  }

  /** Numbers under the images; while the learner predicts they are hidden: where nothing trains, the first frame is the answer. */
  #numbers(shown: Frame): Float32Array | undefined {
    const { numbers } = this.#view;
    const measured = numbers && arrayField(shown, numbers.field);
    return this.#context.predictions?.isWaiting ? measured?.map(() => Number.NaN) : measured;
  }

  #picked(): number | undefined {
    return focusedVariant(this.#context.focus(), this.#view.variants?.field, this.#swept.length);
  }

  #pick(image: number): void {
    const { variants, across } = this.#view;
    if (variants) this.#context.setFocus({ field: variants.field, index: Math.floor(image / across) });
  }

  #paint(bytes: Uint8Array, { images }: ImagesLayout): void {
    const { pixelWidth, ratio } = this.#canvas;
    const { rows, columns, across } = this.#view;
    if (pixelWidth === 0 || images.length === 0) return;
    const context = this.#canvas.clear();
    const raster = this.#rasterOf(bytes, images.length);
    const picked = this.#picked();
    images.forEach(({ left, top, width, height }, image) => {
      const isFaded = picked !== undefined && Math.floor(image / across) !== picked;
      context.globalAlpha = isFaded ? fadedOpacity(this.#context.theme()) : 1;
      const scale = (width * ratio) / columns;
      context.imageSmoothingEnabled = Math.abs(scale - Math.round(scale)) > 1e-6;
      const place = [left, top].map((length) => Math.round(length * ratio)) as [number, number];
      const size = [width, height].map((length) => Math.round(length * ratio)) as [number, number];
      context.drawImage(raster, 0, image * rows, columns, rows, ...place, ...size);
    });
    context.globalAlpha = 1;
  }

  /** All images one below the other, a pixel each. */
  #rasterOf(bytes: Uint8Array, count: number): OffscreenCanvas {
    const { rows, columns } = this.#view;
    if (this.#raster?.canvas.height !== rows * count) this.#raster = createLayer(columns, rows * count);
    this.#raster.putImageData(this.#imageData(bytes, 0, count), 0, 0);
    return this.#raster.canvas;
  }

  #imageData(bytes: Uint8Array, first: number, count: number): ImageData {
    const { rows, columns } = this.#view;
    const image = new ImageData(columns, rows * count);
    const own = bytes.subarray(first * rows * columns, (first + count) * rows * columns);
    new Uint32Array(image.data.buffer).set(Uint32Array.from(own, (byte) => this.#packedColors[byte] ?? 0));
    return image;
  }

  #restyle(): void {
    const theme = this.#context.theme();
    if (this.#styledFor === theme) return;
    this.#styledFor = theme;
    const { marked, palette } = this.#view;
    const { locale } = this.#context;
    this.#packedColors = Uint32Array.from(byteColors(palette, theme), packColor);
    const style = { color: theme.foreground, dash: [], marker: 'corner' } as const;
    this.#key.setSeries(marked ? [{ label: plainText(marked.label[locale]), style }] : []);
    showColorScale(this.#scale, this.#colorScale(), theme);
  }

  /** What is said about all images; empty: nothing. */
  #remark(): string {
    const { numbers } = this.#view;
    const { locale, strings } = this.#context;
    return numbers ? strings.reading.below(plainText(numbers.label[locale])) : '';
  }

  #colorScale(): ColorScale {
    const stops = scaleStops(this.#context.theme(), SIGNED_RANGE);
    return {
      title: this.#context.strings.reading.signed,
      from: '−',
      to: '+',
      note: '',
      stops,
      isSplit: false,
    };
  }

  #describe(image: number): string {
    const shown = this.#shown;
    if (!shown) return '';
    const { across, numbers, marked } = this.#view;
    const { locale, strings } = this.#context;
    const count = this.#count(shown);
    const row = Math.floor(image / across);
    const inRow = Math.min(across, count - row * across);
    const place = `${strings.reading.image} ${strings.reading.of((image % across) + 1, inRow)}`;
    const label = this.#rowLabels()[row];
    const value = this.#numbers(shown)?.[image];
    const isMarked = marked && byteField(shown, marked.field)[image] === 1;
    const number =
      numbers && `${plainText(numbers.label[locale])}: ${formatNumber(value ?? Number.NaN, locale)}`;
    const said = [label ? `${label}, ${place}` : place, number, isMarked && plainText(marked.label[locale])];
    return said.filter(Boolean).join(' · ');
  }

  #numbersTable(shown: Frame): DataTable {
    const { marked } = this.#view;
    const { locale, strings } = this.#context;
    const known = {
      labels: this.#rowLabels(),
      count: this.#count(shown),
      numbers: this.#numbers(shown),
      marked: marked && byteField(shown, marked.field),
    };
    return imagesTable(this.#view, known, locale, strings);
  }
}

/** Makes a grid of small pictures. */
export const createImagesView: CreateView<Declaration> = (view, context, requestDraw) =>
  new Images(view, context, requestDraw);
