import type { Frame, Setup, Trace } from '../../src/experiments/kit/experiment';
import type { Localized } from '../../src/experiments/kit/localized';
import type { Axis, LandscapeView } from '../../src/experiments/kit/views';
import { cssColor } from '../color';
import { createDropdown } from '../controls/toolkit';
import { element } from '../dom';
import { formatMeasured, formatTick } from '../numbers';
import { markerPath, type SeriesStyle, seriesStyles } from '../seriesStyle';
import { plainText } from '../text';
import { CrispCanvas, createLayer, pngAddress } from './canvas';
import { showColorScale } from './colorScale';
import type { ColorScale } from './colorScaleSvg';
import { pathsTable } from './dataTables';
import { arrayField } from './fields';
import { captionId, createFigure, SeriesKey, ValueTable } from './figure';
import { landscapePicture, type SvgPath } from './landscapeSvg';
import { cellAt, clamp, fromPixels, movedByKey, type Plane, toPixels } from './plane';
import {
  colorCells,
  createRelief,
  drawAxes,
  paintRelief,
  type Relief,
  reliefColors,
  reliefContours,
} from './relief';
import type { CreateView, DataTable, KeyItem, LabView, Picture, RunOutline, ViewContext } from './view';

/** Room for the axes' numbers and titles, in CSS pixels. */
const MARGIN = { left: 52, bottom: 40, top: 8, right: 12 } as const;
/** Diameters in CSS pixels. */
const WALKER_SIZE = 11;
const SWARM_SIZE = 3;
/** Colours of the ramp that make up the scale. */
const SCALE_STOPS: readonly number[] = [0, 64, 128, 192, 255];

/** A loss surface over two parameters, with the paths that optimisers take on it and a swarm of further starts. */
class Landscape implements LabView {
  readonly element: HTMLElement;
  readonly #view: LandscapeView<Setup, Frame>;
  readonly #context: ViewContext;
  readonly #requestDraw: () => void;
  readonly #canvas: CrispCanvas;
  readonly #key = new SeriesKey({ line: true, marker: true, values: true });
  readonly #scale = element('p', { class: 'color-scale' });
  readonly #table: ValueTable;
  #relief: Relief | undefined;
  #surface = new Float32Array();
  #backdrop: OffscreenCanvas | undefined;
  #styledFor: unknown;
  #styles: readonly SeriesStyle[] = [];
  /** Whose swarm is shown: a path's index, all or none. */
  #swarm: number | 'all' | 'none' = 'all';
  /** Where the learner reads off the loss, in the plane. */
  #probe: readonly [number, number] | undefined;
  #shown: { readonly trace: Trace; readonly frame: number } | undefined;

  constructor(view: LandscapeView<Setup, Frame>, context: ViewContext, requestDraw: () => void) {
    this.#view = view;
    this.#context = context;
    this.#requestDraw = requestDraw;
    const title = plainText(view.title[context.locale]);
    this.#canvas = new CrispCanvas(
      {
        class: 'landscape',
        role: 'img',
        tabindex: '0',
        'aria-label': `${title}. ${context.strings.keyboardHint}`,
        'aria-describedby': captionId(view.id),
      },
      () => {
        this.#backdrop = undefined;
        requestDraw();
      },
    );
    const figure = createFigure(view, context);
    this.element = figure.element;
    this.#table = new ValueTable(context, figure.title, requestDraw);
    figure.plot.append(this.#canvas.element);
    this.#key.follow(this.#canvas.element);
    figure.key.append(this.#key.element, this.#scale, this.#createSwarmChoice());
    this.element.append(this.#table.element);
    this.#listen();
  }

  begin({ setup }: RunOutline): void {
    this.#surface = new Float32Array(arrayField(setup, this.#view.surface));
    this.#relief = createRelief(this.#surface, this.#view.rows, this.#view.columns);
    this.#backdrop = undefined;
    this.#styledFor = undefined;
    this.#shown = undefined;
  }

  draw(trace: Trace, frame: number): void {
    const shown = trace.frames[frame];
    if (!shown || this.#canvas.pixelWidth === 0) return;
    this.#shown = { trace, frame };
    this.#restyle();
    const plane = this.#plane();
    const context = this.#canvas.clear();
    this.#backdrop ??= this.#drawBackdrop(plane);
    context.drawImage(this.#backdrop, 0, 0);
    context.save();
    context.beginPath();
    context.rect(plane.left, plane.top, plane.width, plane.height);
    context.clip();
    this.#drawSwarm(context, plane, shown);
    this.#drawTrails(context, plane, trace, frame);
    this.#drawProbe(context, plane);
    context.restore();
    this.#drawWalkers(context, plane, shown);
    this.#showValues(shown);
    this.#fillTable(shown);
  }

  picture(): Picture | undefined {
    const { clientWidth: width, clientHeight: height } = this.#canvas.element;
    const relief = this.#relief;
    if (!this.#shown || !relief || width === 0) return undefined;
    const { locale, theme } = this.#context;
    const { x, y, rows, columns } = this.#view;
    return landscapePicture({
      width,
      height,
      x: { title: this.#axisTitle(x), range: x.range },
      y: { title: this.#axisTitle(y), range: y.range },
      format: (tick) => formatTick(tick, locale),
      image: pngAddress(colorCells(relief, theme())),
      rows,
      columns,
      contours: reliefContours(relief),
      paths: this.#svgPaths(this.#shown.trace, this.#shown.frame),
      walkerSize: WALKER_SIZE,
      swarmSize: SWARM_SIZE,
      scale: this.#colorScale(relief),
      theme: theme(),
    });
  }

  #svgPaths(trace: Trace, frame: number): readonly SvgPath[] {
    const shown = trace.frames[frame] ?? {};
    const swarm = arrayField(shown, this.#view.swarm);
    const starts = swarm.length / (2 * this.#styles.length);
    return this.#styles.map((style, path) => {
      const places = trace.frames.slice(0, frame + 1).map((recorded) => this.#walker(recorded, path));
      const end = places.findIndex((place) => !place.every(Number.isFinite));
      const isSwarmShown = this.#swarm === 'all' || this.#swarm === path;
      return {
        style,
        trail: end < 0 ? places : places.slice(0, end),
        walker: this.#walker(shown, path),
        swarm: Array.from({ length: isSwarmShown ? starts : 0 }, (_, start) => {
          const at = (path * starts + start) * 2;
          return [swarm[at] ?? Number.NaN, swarm[at + 1] ?? Number.NaN] as const;
        }),
      };
    });
  }

  data(): DataTable | undefined {
    if (!this.#shown) return undefined;
    const { strings, stepsPerFrame } = this.#context;
    const { paths, x, y } = this.#view;
    const headings = [strings.step, strings.path, this.#axisTitle(x), this.#axisTitle(y)] as const;
    const labels = paths.labels.map((label) => this.#plain(label));
    const { trace, frame } = this.#shown;
    return pathsTable(headings, labels, trace, paths.field, frame, stepsPerFrame);
  }

  keyItems(): readonly KeyItem[] {
    return this.#key.items;
  }

  dispose(): void {
    this.#canvas.dispose();
  }

  #createSwarmChoice(): HTMLElement {
    const { locale, strings } = this.#context;
    const labels = this.#view.paths.labels.map((label) => plainText(label[locale]));
    const entries = [
      { value: 'all', label: strings.swarmAll },
      ...labels.map((label, index) => ({ value: String(index), label: strings.swarmOf(label) })),
      { value: 'none', label: strings.swarmNone },
    ];
    const dropdown = createDropdown(strings.swarm, entries, 'all', (value) => {
      this.#swarm = value === 'all' || value === 'none' ? value : Number(value);
      this.#requestDraw();
    });
    const caption = element('span', { 'aria-hidden': 'true' }, strings.swarm);
    return element('div', { class: 'swarm-choice' }, caption, dropdown.element);
  }

  #listen(): void {
    const canvas = this.#canvas.element;
    canvas.addEventListener('pointermove', (event) => this.#setProbe(this.#pointAt(event)));
    canvas.addEventListener('pointerleave', () => this.#setProbe(undefined));
    canvas.addEventListener('blur', () => this.#setProbe(undefined));
    canvas.addEventListener('keydown', (event) => this.#onKey(event));
  }

  #setProbe(probe: readonly [number, number] | undefined): void {
    if (this.#probe === probe) return;
    this.#probe = probe;
    this.#requestDraw();
  }

  #pointAt(event: PointerEvent): readonly [number, number] | undefined {
    const ratio = this.#canvas.ratio;
    return fromPixels(this.#plane(), event.offsetX * ratio, event.offsetY * ratio);
  }

  #onKey(event: KeyboardEvent): void {
    const moved = movedByKey({ x: this.#view.x.range, y: this.#view.y.range }, this.#probe, event.key);
    if (!moved) return;
    event.preventDefault();
    this.#setProbe(moved);
  }

  #plane(): Plane {
    const ratio = this.#canvas.ratio;
    const left = Math.round(MARGIN.left * ratio);
    const top = Math.round(MARGIN.top * ratio);
    return {
      x: this.#view.x.range,
      y: this.#view.y.range,
      left,
      top,
      width: Math.max(1, this.#canvas.pixelWidth - left - Math.round(MARGIN.right * ratio)),
      height: Math.max(1, this.#canvas.pixelHeight - top - Math.round(MARGIN.bottom * ratio)),
    };
  }

  #restyle(): void {
    const theme = this.#context.theme();
    if (this.#styledFor === theme) return;
    this.#styledFor = theme;
    this.#backdrop = undefined;
    this.#styles = seriesStyles(theme, this.#view.paths.labels.length, 'categories');
    const { locale } = this.#context;
    this.#key.setSeries(
      this.#styles.map((style, index) => ({
        style,
        label: plainText(this.#view.paths.labels[index]?.[locale] ?? ''),
      })),
    );
    if (this.#relief) showColorScale(this.#scale, this.#colorScale(this.#relief), theme);
  }

  #colorScale({ low, high }: Relief): ColorScale {
    const { locale, strings, theme } = this.#context;
    const ramp = reliefColors(theme());
    return {
      title: this.#plain(this.#view.colorTitle),
      from: `≤ ${formatTick(10 ** low, locale, 1)}`,
      to: formatTick(10 ** high, locale, 2),
      note: strings.logarithmic,
      stops: SCALE_STOPS.map((index) => ramp[index] ?? theme().background),
      isSplit: false,
    };
  }

  #drawBackdrop(plane: Plane): OffscreenCanvas {
    const theme = this.#context.theme();
    const ratio = this.#canvas.ratio;
    const layer = createLayer(this.#canvas.pixelWidth, this.#canvas.pixelHeight);
    if (this.#relief) paintRelief(layer, this.#relief, plane, theme, ratio);
    const titles = { x: this.#axisTitle(this.#view.x), y: this.#axisTitle(this.#view.y) };
    drawAxes(layer, plane, titles, theme, this.#context.locale, ratio);
    return layer.canvas;
  }

  #axisTitle({ title, unit }: Axis): string {
    return this.#context.strings.axisTitle(this.#plain(title), unit?.[this.#context.locale]);
  }

  #plain(text: Localized): string {
    return plainText(text[this.#context.locale]);
  }

  #drawSwarm(context: CanvasRenderingContext2D, plane: Plane, frame: Frame): void {
    const positions = arrayField(frame, this.#view.swarm);
    const paths = this.#styles.length;
    const starts = positions.length / (2 * paths);
    const size = SWARM_SIZE * this.#canvas.ratio;
    const { x, y } = this.#view;
    this.#styles.forEach(({ color }, path) => {
      if (this.#swarm !== 'all' && this.#swarm !== path) return;
      context.fillStyle = cssColor(color, 0.75);
      for (let start = 0; start < starts; start++) {
        const at = (path * starts + start) * 2;
        const [across = Number.NaN, up = Number.NaN] = positions.subarray(at, at + 2);
        if (Number.isNaN(across) || Number.isNaN(up)) continue;
        const [left, top] = toPixels(plane, clamp(across, x.range), clamp(up, y.range));
        context.fillRect(left - size / 2, top - size / 2, size, size);
      }
    });
  }

  /** Each path twice: first wide in the colour of the background, so that it is seen on every ground. */
  #drawTrails(context: CanvasRenderingContext2D, plane: Plane, trace: Trace, frame: number): void {
    const theme = this.#context.theme();
    const ratio = this.#canvas.ratio;
    context.lineJoin = 'round';
    const trails = this.#styles.map((_, path) => this.#trail(plane, trace, frame, path));
    context.lineWidth = 5 * ratio;
    context.strokeStyle = cssColor(theme.background, 0.6);
    for (const trail of trails) context.stroke(trail);
    trails.forEach((trail, path) => {
      const style = this.#styles[path];
      if (!style) return;
      context.setLineDash(style.dash.map((length) => length * ratio));
      context.lineWidth = 2.5 * ratio;
      context.strokeStyle = cssColor(style.color);
      context.stroke(trail);
    });
    context.setLineDash([]);
  }

  #trail(plane: Plane, trace: Trace, frame: number, path: number): Path2D {
    const trail = new Path2D();
    for (let index = 0; index <= frame; index++) {
      const [x, y] = this.#walker(trace.frames[index] ?? {}, path);
      if (!Number.isFinite(x) || !Number.isFinite(y)) break;
      trail.lineTo(...toPixels(plane, x, y));
    }
    return trail;
  }

  #walker(frame: Frame, path: number): readonly [number, number] {
    const positions = arrayField(frame, this.#view.paths.field);
    return [positions[path * 2] ?? Number.NaN, positions[path * 2 + 1] ?? Number.NaN];
  }

  /** Where each walker stands; one outside the picture sits hollow on its edge. */
  #drawWalkers(context: CanvasRenderingContext2D, plane: Plane, frame: Frame): void {
    const theme = this.#context.theme();
    const ratio = this.#canvas.ratio;
    const { x, y } = this.#view;
    this.#styles.forEach(({ color, marker }, path) => {
      const [across, up] = this.#walker(frame, path);
      if (Number.isNaN(across) || Number.isNaN(up)) return;
      const isOutside = clamp(across, x.range) !== across || clamp(up, y.range) !== up;
      context.save();
      context.translate(...toPixels(plane, clamp(across, x.range), clamp(up, y.range)));
      const shape = new Path2D(markerPath(marker, WALKER_SIZE * ratio));
      context.fillStyle = cssColor(isOutside ? theme.background : color);
      context.strokeStyle = cssColor(isOutside ? color : theme.background);
      context.lineWidth = 2 * ratio;
      context.stroke(shape);
      context.fill(shape);
      context.restore();
    });
  }

  #drawProbe(context: CanvasRenderingContext2D, plane: Plane): void {
    if (!this.#probe) return;
    const [left, top] = toPixels(plane, ...this.#probe).map(Math.round) as [number, number];
    context.strokeStyle = cssColor(this.#context.theme().foreground, 0.6);
    context.lineWidth = this.#canvas.ratio;
    context.beginPath();
    context.moveTo(left, plane.top);
    context.lineTo(left, plane.top + plane.height);
    context.moveTo(plane.left, top);
    context.lineTo(plane.left + plane.width, top);
    context.stroke();
  }

  /** Loss at a place of the plane; NaN outside it. */
  #lossAt(x: number, y: number): number {
    const { rows, columns } = this.#view;
    const cell = cellAt({ x: this.#view.x.range, y: this.#view.y.range }, rows, columns, x, y);
    return (cell === undefined ? undefined : this.#surface[cell]) ?? Number.NaN;
  }

  /** Of the walkers it says where they are, which is exact; the loss under the pointer is that of its raster cell. */
  #showValues(frame: Frame): void {
    const { locale, strings } = this.#context;
    const values = this.#styles.map((_, path) => this.#point(this.#walker(frame, path)));
    const axes = `(${this.#plain(this.#view.x.title)} | ${this.#plain(this.#view.y.title)})`;
    if (!this.#probe) {
      this.#key.setValues(`${strings.placeOfWalkers(axes)} · ${strings.noCursor}`, values);
      return;
    }
    const loss = formatMeasured(this.#lossAt(...this.#probe), locale, 2);
    const place = `${axes} = ${this.#point(this.#probe)}`;
    this.#key.setValues(`${place}: ${this.#plain(this.#view.colorTitle)} ≈ ${loss}`, values);
  }

  #point([x, y]: readonly [number, number]): string {
    const { locale } = this.#context;
    return `(${formatMeasured(x, locale)} | ${formatMeasured(y, locale)})`;
  }

  #fillTable(frame: Frame): void {
    const { locale, strings } = this.#context;
    const { paths, x, y } = this.#view;
    this.#table.update([strings.path, this.#plain(x.title), this.#plain(y.title)], () =>
      paths.labels.map((label, path) => [
        this.#plain(label),
        ...this.#walker(frame, path).map((coordinate) => formatMeasured(coordinate, locale)),
      ]),
    );
  }
}

/** Makes a landscape. */
export const createLandscapeView: CreateView<LandscapeView<Setup, Frame>> = (view, context, requestDraw) =>
  new Landscape(view, context, requestDraw);
