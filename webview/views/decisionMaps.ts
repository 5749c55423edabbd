import type { Frame, Setup, Trace } from '../../src/experiments/kit/experiment';
import type { DecisionMapsView } from '../../src/experiments/kit/views';
import { element } from '../dom';
import { formatMeasured, formatTick } from '../numbers';
import { plainText } from '../text';
import { CrispCanvas } from './canvas';
import { showColorScale } from './colorScale';
import type { ColorScale } from './colorScaleSvg';
import { variantLabel } from './curveData';
import { mapsTable } from './dataTables';
import { EnlargedMap } from './enlargedMap';
import { arrayField, byteField } from './fields';
import { createFigure, SeriesKey, ValueTable } from './figure';
import { focusedVariant } from './focus';
import { MapPainter } from './mapPainter';
import { mapsPicture } from './mapsSvg';
import type { CreateView, DataTable, KeyItem, LabView, Picture, RunOutline, ViewContext } from './view';

/** Diameter of a point, in CSS pixels. */
const POINT_SIZE = 6;
/** Narrowest map, and the room between two, in CSS pixels; the style sheet has the same gap. */
const MAP_WIDTH = 140;
const MAP_GAP = 12;
/** Probability bytes whose colours make up the scale. */
const SCALE_STOPS: readonly number[] = [0, 64, 127, 191, 255];
/** Maps to keep room for until the run says how many there are. */
const EXPECTED_MAPS = 8;

/** How many maps go into a row, so that all rows are about equally full. */
export function mapColumns(count: number, width: number): number {
  const most = Math.max(1, Math.floor((width + MAP_GAP) / (MAP_WIDTH + MAP_GAP)));
  return Math.ceil(count / Math.ceil(count / most));
}

/** One map with its caption and numbers. */
interface MapPanel {
  readonly element: HTMLElement;
  readonly button: HTMLButtonElement;
  readonly canvas: CrispCanvas;
  readonly title: HTMLElement;
  readonly values: readonly HTMLElement[];
}

/** Small multiples: what each variant's classifier says over the plane, with the data on top; above them the one that is picked out. */
class DecisionMaps implements LabView {
  readonly element: HTMLElement;
  readonly #view: DecisionMapsView<Setup, Frame>;
  readonly #context: ViewContext;
  readonly #requestDraw: () => void;
  readonly #grid = element('div', { class: 'maps' });
  readonly #key = new SeriesKey({ line: false, marker: true, values: false });
  readonly #scale = element('p', { class: 'color-scale' });
  readonly #table: ValueTable;
  readonly #painter: MapPainter;
  readonly #enlarged: EnlargedMap;
  readonly #observer = new ResizeObserver(() => this.#arrange());
  #panels: readonly MapPanel[] = [];
  #captions: readonly string[] = [];
  #points = new Float32Array();
  #swept = new Float32Array();
  #shown: Frame | undefined;
  #styledFor: unknown;
  #picked: number | undefined;
  /** Whether the large map is to be moved into sight when it opens: it was asked for here. */
  #isAskedFor = false;
  /** The points, drawn once for maps of that size. */
  #pointLayer: OffscreenCanvas | undefined;

  constructor(view: DecisionMapsView<Setup, Frame>, context: ViewContext, requestDraw: () => void) {
    this.#view = view;
    this.#context = context;
    this.#requestDraw = requestDraw;
    this.#painter = new MapPainter(view, context.theme());
    this.#enlarged = new EnlargedMap(view, context, this.#painter, {
      onShow: (variant) => this.#pick(variant),
      onClose: () => context.setFocus(undefined),
      requestDraw,
    });
    const figure = createFigure(view, context);
    this.element = figure.element;
    this.#table = new ValueTable(context, figure.title, requestDraw);
    figure.plot.append(this.#enlarged.element, this.#grid);
    this.#createPanels(EXPECTED_MAPS);
    this.#observer.observe(this.#grid);
    figure.key.append(
      this.#key.element,
      this.#scale,
      element('p', { class: 'key-position' }, `${this.#planeText()} · ${context.strings.mapHint}`),
    );
    this.element.append(this.#table.element);
  }

  begin({ setup }: RunOutline): void {
    const { variants, points } = this.#view;
    this.#swept = new Float32Array(arrayField(setup, variants.field));
    this.#shown = undefined;
    const { locale } = this.#context;
    this.#captions = Array.from(
      this.#swept,
      (value, index) => variants.labels?.[index]?.[locale] ?? variantLabel(variants.symbol, value, locale),
    );
    this.#points = new Float32Array(arrayField(setup, points));
    this.#pointLayer = undefined;
    if (this.#panels.length !== this.#captions.length) this.#createPanels(this.#captions.length);
    this.#panels.forEach(({ title, button }, index) => {
      const caption = this.#captions[index] ?? '';
      title.textContent = caption;
      button.setAttribute('aria-label', this.#context.strings.mapOf(caption));
    });
  }

  draw(trace: Trace, frame: number): void {
    const shown = trace.frames[frame];
    if (!shown) return;
    this.#restyle();
    this.#shown = shown;
    const maps = byteField(shown, this.#view.field);
    this.#panels.forEach((panel, variant) => {
      this.#drawMap(panel.canvas, maps, variant);
      this.#readouts(shown, variant).forEach((text, index) => {
        const value = panel.values[index];
        if (value && value.textContent !== text) value.textContent = text;
      });
    });
    this.#showPicked(shown, maps);
    this.#fillTable(shown);
  }

  /** The small maps; the large one is one of them. */
  picture(): Picture | undefined {
    const frame = this.#shown;
    const width = this.#grid.clientWidth;
    if (!frame || width === 0) return undefined;
    const { rows, columns, xRange, yRange } = this.#view;
    const { theme } = this.#context;
    const { classes } = this.#painter;
    return mapsPicture({
      width,
      mapsInARow: mapColumns(this.#captions.length, width),
      maps: this.#captions.map((_, variant) => this.#svgMap(frame, variant)),
      rows,
      columns,
      xRange,
      yRange,
      points: this.#points,
      pointSize: POINT_SIZE,
      classes,
      scale: this.#colorScale(),
      plane: this.#planeText(),
      theme: theme(),
    });
  }

  #svgMap(frame: Frame, variant: number) {
    const maps = byteField(frame, this.#view.field);
    const values = this.#readouts(frame, variant);
    return {
      caption: this.#captions[variant] ?? '',
      image: this.#painter.rasterAddress(maps, variant),
      boundary: this.#painter.boundary(maps, variant),
      readouts: this.#view.readouts.map(({ label }, index) => ({
        label: plainText(label[this.#context.locale]),
        value: values[index] ?? '',
      })),
    };
  }

  data(): DataTable | undefined {
    return this.#shown && mapsTable(this.#view, this.#swept, this.#shown, this.#context.locale);
  }

  keyItems(): readonly KeyItem[] {
    return this.#key.items;
  }

  dispose(): void {
    this.#observer.disconnect();
    this.#enlarged.dispose();
    this.#disposePanels();
  }

  #disposePanels(): void {
    for (const { canvas } of this.#panels) canvas.dispose();
  }

  #createPanels(count: number): void {
    this.#disposePanels();
    this.#picked = undefined;
    this.#panels = Array.from({ length: count }, (_, variant) => this.#createPanel(variant));
    this.#grid.replaceChildren(...this.#panels.map((panel) => panel.element));
    this.#arrange();
  }

  #arrange(): void {
    const columns = mapColumns(Math.max(1, this.#panels.length), this.#grid.clientWidth);
    this.#grid.style.setProperty('--columns', String(columns));
  }

  #createPanel(variant: number): MapPanel {
    const { rows, columns, readouts } = this.#view;
    const canvas = new CrispCanvas({ class: 'map' }, () => {
      this.#pointLayer = undefined;
      this.#requestDraw();
    });
    canvas.element.style.aspectRatio = `${columns} / ${rows}`;
    const button = element(
      'button',
      { type: 'button', class: 'map-button', 'aria-pressed': 'false', title: this.#context.strings.enlarge },
      canvas.element,
    );
    button.addEventListener('click', () => this.#pick(variant));
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
      element: element('div', { class: 'map-panel' }, title, button, list),
      button,
      canvas,
      title,
      values,
    };
  }

  #planeText(): string {
    const { locale, strings } = this.#context;
    const span = ([from, to]: readonly [number, number]) =>
      strings.fromTo(formatTick(from, locale), formatTick(to, locale));
    return strings.plane(span(this.#view.xRange), span(this.#view.yRange));
  }

  #restyle(): void {
    const theme = this.#context.theme();
    if (this.#styledFor === theme) return;
    this.#styledFor = theme;
    this.#pointLayer = undefined;
    const { strings } = this.#context;
    this.#painter.setTheme(theme);
    this.#enlarged.restyle();
    const { classes } = this.#painter;
    this.#key.setSeries(classes.map((style, index) => ({ style, label: strings.classLabel(index) })));
    showColorScale(this.#scale, this.#colorScale(), theme);
  }

  #colorScale(): ColorScale {
    const { strings, theme } = this.#context;
    const { colors } = this.#painter;
    const stops = SCALE_STOPS.map((byte) => colors[byte] ?? theme().background);
    const { probability: title, boundary } = strings;
    return { title, from: '0', to: '1', note: `· ${boundary}`, stops, isSplit: true };
  }

  #drawMap(canvas: CrispCanvas, maps: Uint8Array, variant: number): void {
    const { pixelWidth: width, pixelHeight: height, ratio } = canvas;
    if (width === 0) return;
    const context = canvas.clear();
    this.#painter.paint(context, { left: 0, top: 0, width, height }, ratio, maps, variant);
    context.drawImage(this.#pointLayerFor(width, height, ratio), 0, 0, width, height);
  }

  /** Maps differ by a pixel at most where a row does not divide evenly; they share the layer of the first. */
  #pointLayerFor(width: number, height: number, ratio: number): OffscreenCanvas {
    const size = POINT_SIZE * ratio;
    this.#pointLayer ??= this.#painter.drawPoints(this.#points, width, height, size, ratio);
    return this.#pointLayer;
  }

  #pick(index: number): void {
    this.#isAskedFor = true;
    this.#context.setFocus({ field: this.#view.variants.field, index });
  }

  /** Marks the map that is picked out among the others, and shows it large. */
  #showPicked(frame: Frame, maps: Uint8Array): void {
    const count = this.#captions.length;
    const variant = focusedVariant(this.#context.focus(), this.#view.variants.field, count);
    if (variant !== this.#picked) this.#mark(variant);
    if (variant === undefined) {
      this.#enlarged.show(undefined);
      return;
    }
    const caption = this.#captions[variant] ?? '';
    const readouts = this.#readouts(frame, variant);
    this.#enlarged.show({ variant, count, caption, readouts, maps, points: this.#points });
    if (this.#isAskedFor) this.#enlarged.element.scrollIntoView({ block: 'nearest' });
    this.#isAskedFor = false;
  }

  /** Whoever closes the large map by keyboard goes on at the small one. */
  #mark(picked: number | undefined): void {
    const last = this.#picked;
    this.#picked = picked;
    this.#panels.forEach(({ button }, variant) => {
      button.setAttribute('aria-pressed', String(variant === picked));
    });
    const hadFocus = this.#enlarged.element.contains(document.activeElement);
    if (picked === undefined && last !== undefined && hadFocus) this.#panels[last]?.button.focus();
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
