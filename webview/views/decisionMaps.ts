import type { Frame, Setup, Trace } from '../../src/experiments/kit/experiment';
import type { DecisionMapsView } from '../../src/experiments/kit/views';
import { cssColor, mix, packColor, type Rgb } from '../color';
import { element } from '../dom';
import { formatMeasured, formatTick } from '../numbers';
import { markerPath, type SeriesStyle, seriesStyles } from '../seriesStyle';
import { plainText } from '../text';
import type { Theme } from '../theme';
import { CrispCanvas, createLayer } from './canvas';
import { contourPath, contourSegments } from './contour';
import { variantLabel } from './curveData';
import { arrayField, byteField } from './fields';
import { createFigure, SeriesKey, ValueTable } from './figure';
import type { CreateView, LabView, RunOutline, ViewContext } from './view';

/** How much of a class's colour its certain area has; less than a point of that class, so that points stand out. */
const AREA_STRENGTH = 0.55;
/** Diameter of a point, in CSS pixels. */
const POINT_SIZE = 6;
/** Narrowest map, and the room between two, in CSS pixels; the style sheet has the same gap. */
const MAP_WIDTH = 140;
const MAP_GAP = 12;
/** Maps to keep room for until the run says how many there are. */
const EXPECTED_MAPS = 8;
/** Class 1 is as likely as class 0. */
const BOUNDARY = 127.5;

/** Colour of each probability byte. */
function probabilityColors(theme: Theme, classes: readonly SeriesStyle[]): readonly Rgb[] {
  return Array.from({ length: 256 }, (_, byte) => {
    const certainty = Math.abs(byte - BOUNDARY) / BOUNDARY;
    const side = classes[byte < BOUNDARY ? 0 : 1]?.color ?? theme.foreground;
    return mix(theme.background, side, certainty * AREA_STRENGTH);
  });
}

/** How many maps go into a row, so that all rows are about equally full. */
export function mapColumns(count: number, width: number): number {
  const most = Math.max(1, Math.floor((width + MAP_GAP) / (MAP_WIDTH + MAP_GAP)));
  return Math.ceil(count / Math.ceil(count / most));
}

/** One map with its caption and numbers. */
interface MapPanel {
  readonly element: HTMLElement;
  readonly canvas: CrispCanvas;
  readonly title: HTMLElement;
  readonly values: readonly HTMLElement[];
}

/** Small multiples: what each variant's classifier says over the plane, with the data on top. */
class DecisionMaps implements LabView {
  readonly element: HTMLElement;
  readonly #view: DecisionMapsView<Setup, Frame>;
  readonly #context: ViewContext;
  readonly #requestDraw: () => void;
  readonly #grid = element('div', { class: 'maps' });
  readonly #key = new SeriesKey({ line: false, marker: true, values: false });
  readonly #scale = element('p', { class: 'color-scale' });
  readonly #table: ValueTable;
  readonly #raster: OffscreenCanvasRenderingContext2D;
  readonly #image: ImageData;
  /** The image's pixels, each as one number. */
  readonly #pixels: Uint32Array;
  readonly #observer = new ResizeObserver(() => this.#arrange());
  #panels: readonly MapPanel[] = [];
  #captions: readonly string[] = [];
  #points = new Float32Array();
  #styledFor: unknown;
  #packedColors = new Uint32Array(256);
  #classes: readonly SeriesStyle[] = [];
  /** The points, drawn once for maps of that size. */
  #pointLayer: OffscreenCanvas | undefined;

  constructor(view: DecisionMapsView<Setup, Frame>, context: ViewContext, requestDraw: () => void) {
    this.#view = view;
    this.#context = context;
    this.#requestDraw = requestDraw;
    this.#raster = createLayer(view.columns, view.rows);
    this.#image = new ImageData(view.columns, view.rows);
    this.#pixels = new Uint32Array(this.#image.data.buffer);
    const figure = createFigure(view, context);
    this.element = figure.element;
    this.#table = new ValueTable(context, requestDraw);
    figure.plot.append(this.#grid);
    this.#createPanels(EXPECTED_MAPS);
    this.#observer.observe(this.#grid);
    figure.key.append(this.#key.element, this.#scale, this.#describePlane());
    this.element.append(this.#table.element);
  }

  begin({ setup }: RunOutline): void {
    const { variants, points } = this.#view;
    this.#captions = Array.from(arrayField(setup, variants.field), (value) =>
      variantLabel(variants.symbol, value, this.#context.locale),
    );
    this.#points = new Float32Array(arrayField(setup, points));
    this.#pointLayer = undefined;
    if (this.#panels.length !== this.#captions.length) this.#createPanels(this.#captions.length);
    this.#panels.forEach(({ title, canvas }, index) => {
      const caption = this.#captions[index] ?? '';
      title.textContent = caption;
      canvas.element.setAttribute('aria-label', this.#context.strings.mapOf(caption));
    });
  }

  draw(trace: Trace, frame: number): void {
    const shown = trace.frames[frame];
    if (!shown) return;
    this.#restyle();
    const maps = byteField(shown, this.#view.field);
    this.#panels.forEach((panel, variant) => {
      this.#drawMap(panel.canvas, maps, variant);
      this.#readouts(shown, variant).forEach((text, index) => {
        const value = panel.values[index];
        if (value && value.textContent !== text) value.textContent = text;
      });
    });
    this.#fillTable(shown);
  }

  dispose(): void {
    this.#observer.disconnect();
    this.#disposePanels();
  }

  #disposePanels(): void {
    for (const { canvas } of this.#panels) canvas.dispose();
  }

  #createPanels(count: number): void {
    this.#disposePanels();
    this.#panels = Array.from({ length: count }, () => this.#createPanel());
    this.#grid.replaceChildren(...this.#panels.map((panel) => panel.element));
    this.#arrange();
  }

  #arrange(): void {
    const columns = mapColumns(Math.max(1, this.#panels.length), this.#grid.clientWidth);
    this.#grid.style.setProperty('--columns', String(columns));
  }

  #createPanel(): MapPanel {
    const { rows, columns, readouts } = this.#view;
    const canvas = new CrispCanvas({ class: 'map', role: 'img' }, () => {
      this.#pointLayer = undefined;
      this.#requestDraw();
    });
    canvas.element.style.aspectRatio = `${columns} / ${rows}`;
    const title = element(
      'p',
      { class: 'map-title' },
      variantLabel(this.#view.variants.symbol, undefined, this.#context.locale),
    );
    const values = readouts.map(() => element('dd', {}, '…'));
    const list = element('dl', { class: 'readouts' });
    readouts.forEach(({ label }, index) => {
      const term = element('dt', {}, plainText(label[this.#context.locale]));
      list.append(element('div', {}, term, values[index] ?? ''));
    });
    return {
      element: element('div', { class: 'map-panel' }, title, canvas.element, list),
      canvas,
      title,
      values,
    };
  }

  #describePlane(): HTMLElement {
    const { locale, strings } = this.#context;
    const span = ([from, to]: readonly [number, number]) =>
      strings.fromTo(formatTick(from, locale), formatTick(to, locale));
    return element(
      'p',
      { class: 'key-position' },
      strings.plane(span(this.#view.xRange), span(this.#view.yRange)),
    );
  }

  #restyle(): void {
    const theme = this.#context.theme();
    if (this.#styledFor === theme) return;
    this.#styledFor = theme;
    this.#pointLayer = undefined;
    const { strings } = this.#context;
    const [zero, other] = seriesStyles(theme, 2, 'categories');
    // The second marker in the row is a square; a triangle is told from a circle at a glance, also when it is small.
    this.#classes = zero && other ? [zero, { ...other, marker: 'triangle' }] : [];
    const colors = probabilityColors(theme, this.#classes);
    this.#packedColors = Uint32Array.from(colors, packColor);
    this.#key.setSeries(this.#classes.map((style, index) => ({ style, label: strings.classLabel(index) })));
    this.#showScale(theme, colors);
  }

  #showScale(theme: Theme, colors: readonly Rgb[]): void {
    const { strings } = this.#context;
    const stops = [0, 64, 127, 191, 255].map((byte) => cssColor(colors[byte] ?? theme.background));
    const bar = element('span', { class: 'color-bar color-bar-split' });
    bar.style.background = `linear-gradient(to right, ${stops.join(', ')})`;
    bar.style.setProperty('--mark', cssColor(theme.foreground));
    this.#scale.replaceChildren(
      `${strings.probability}: `,
      element('span', { class: 'color-range' }, '0 ', bar, ' 1'),
      ` · ${strings.boundary}`,
    );
  }

  #drawMap(canvas: CrispCanvas, maps: Uint8Array, variant: number): void {
    const { rows, columns } = this.#view;
    const { pixelWidth: width, pixelHeight: height } = canvas;
    if (width === 0) return;
    const offset = variant * rows * columns;
    for (let cell = 0; cell < rows * columns; cell++) {
      this.#pixels[cell] = this.#packedColors[maps[offset + cell] ?? 0] ?? 0;
    }
    this.#raster.putImageData(this.#image, 0, 0);
    const context = canvas.clear();
    context.imageSmoothingQuality = 'medium';
    context.drawImage(this.#raster.canvas, 0, 0, width, height);
    context.strokeStyle = cssColor(this.#context.theme().foreground);
    context.lineWidth = 1.5 * canvas.ratio;
    const segments = contourSegments(maps, rows, columns, [BOUNDARY], offset);
    context.stroke(contourPath(segments, width / columns, height / rows));
    context.drawImage(this.#pointLayerFor(width, height, canvas.ratio), 0, 0, width, height);
  }

  /** Maps differ by a pixel at most where a row does not divide evenly; they share the layer of the first. */
  #pointLayerFor(width: number, height: number, ratio: number): OffscreenCanvas {
    if (!this.#pointLayer) this.#pointLayer = this.#drawPoints(width, height, ratio);
    return this.#pointLayer;
  }

  #drawPoints(width: number, height: number, ratio: number): OffscreenCanvas {
    const { xRange, yRange } = this.#view;
    const layer = createLayer(width, height);
    const paths = this.#classes.map(({ marker }) => new Path2D(markerPath(marker, POINT_SIZE * ratio)));
    layer.strokeStyle = cssColor(this.#context.theme().background);
    layer.lineWidth = ratio;
    for (let index = 0; index + 2 < this.#points.length; index += 3) {
      const [x = 0, y = 0, kind = 0] = this.#points.subarray(index, index + 3);
      const path = paths[kind];
      if (!path) continue;
      layer.setTransform(
        1,
        0,
        0,
        1,
        ((x - xRange[0]) / (xRange[1] - xRange[0])) * width,
        ((yRange[1] - y) / (yRange[1] - yRange[0])) * height,
      );
      layer.fillStyle = cssColor(this.#classes[kind]?.color ?? this.#context.theme().foreground);
      layer.fill(path);
      layer.stroke(path);
    }
    return layer.canvas;
  }

  #readouts(frame: Frame, variant: number): readonly string[] {
    return this.#view.readouts.map(({ field }) =>
      formatMeasured(arrayField(frame, field)[variant] ?? Number.NaN, this.#context.locale),
    );
  }

  #fillTable(frame: Frame): void {
    const { locale } = this.#context;
    const headings = this.#view.readouts.map(({ label }) => plainText(label[locale]));
    this.#table.update([this.#view.variants.symbol, ...headings], () =>
      this.#captions.map((caption, variant) => [caption, ...this.#readouts(frame, variant)]),
    );
  }
}

/** Makes decision maps. */
export const createDecisionMapsView: CreateView<DecisionMapsView<Setup, Frame>> = (
  view,
  context,
  requestDraw,
) => new DecisionMaps(view, context, requestDraw);
