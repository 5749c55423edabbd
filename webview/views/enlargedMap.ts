import type { Frame, Setup } from '../../src/experiments/kit/experiment';
import type { DecisionMapsView } from '../../src/experiments/kit/views';
import { cssColor } from '../color';
import { element, setText } from '../dom';
import { createIcon } from '../icons';
import { formatMeasured } from '../numbers';
import { plainText } from '../text';
import { CrispCanvas } from './canvas';
import { captionId } from './figure';
import { neighbour } from './focus';
import type { MapPainter } from './mapPainter';
import { cellAt, fromPixels, movedByKey, type Plane, toPixels } from './plane';
import { drawAxes } from './relief';
import { SpokenReading } from './spokenReading';
import type { ViewContext } from './view';

/** Room for the axes' numbers and titles, in CSS pixels. */
const MARGIN = { left: 52, bottom: 40, top: 8, right: 12 } as const;
/** Diameter of a point, in CSS pixels. */
const POINT_SIZE = 9;
const LARGEST_BYTE = 255;

/** What the learner can ask of an enlarged map. */
export interface EnlargedMapEvents {
  /** Show the map of that variant instead. */
  readonly onShow: (variant: number) => void;
  readonly onClose: () => void;
  /** It needs to be drawn again. */
  readonly requestDraw: () => void;
}

/** The map that the others show, with its names and numbers. */
export interface EnlargedContent {
  readonly variant: number;
  /** How many variants there are. */
  readonly count: number;
  readonly caption: string;
  /** As many as the view's readouts. */
  readonly readouts: readonly string[];
  /** `[variants, rows, columns]`. */
  readonly maps: Uint8Array;
  /** `[points, 3]`. */
  readonly points: Float32Array;
}

/** One decision map, large, with its axes, and a reading point on it; hidden until it is shown. */
export class EnlargedMap {
  readonly element = element('section', { class: 'enlarged-map', hidden: '' });
  readonly #view: DecisionMapsView<Setup, Frame>;
  readonly #context: ViewContext;
  readonly #painter: MapPainter;
  readonly #events: EnlargedMapEvents;
  readonly #canvas: CrispCanvas;
  readonly #caption = element('h4', { class: 'map-title' });
  readonly #values: readonly HTMLElement[];
  readonly #position = element('p', { class: 'key-position' });
  readonly #previous: HTMLButtonElement;
  readonly #next: HTMLButtonElement;
  #content: EnlargedContent | undefined;
  #pointLayer: OffscreenCanvas | undefined;
  /** Where the learner reads off the probability, in the plane. */
  #probe: readonly [number, number] | undefined;

  constructor(
    view: DecisionMapsView<Setup, Frame>,
    context: ViewContext,
    painter: MapPainter,
    events: EnlargedMapEvents,
  ) {
    this.#view = view;
    this.#context = context;
    this.#painter = painter;
    this.#events = events;
    const { strings } = context;
    const attributes = { role: 'img', tabindex: '0', 'aria-describedby': captionId(view.id) };
    this.#canvas = new CrispCanvas({ class: 'map-large', ...attributes }, () => this.restyle());
    this.#canvas.element.style.aspectRatio = `${view.columns} / ${view.rows}`;
    this.#values = view.readouts.map(() => element('dd'));
    this.#previous = this.#createButton('previous', () => this.#step(-1));
    this.#next = this.#createButton('next', () => this.#step(1));
    const close = this.#createButton('close', events.onClose);
    close.setAttribute('aria-label', strings.closeMap);
    close.title = strings.closeMap;
    const head = element('div', { class: 'figure-head' }, this.#caption);
    head.append(element('div', { class: 'figure-tools' }, this.#previous, this.#next, close));
    const side = element('div', { class: 'enlarged-side' }, this.#createReadouts(), this.#position);
    side.append(new SpokenReading(this.#canvas.element, () => this.#position.textContent).element);
    this.element.append(head, element('div', { class: 'enlarged-body' }, this.#canvas.element, side));
    this.#listen();
  }

  /** Shows a map; with `undefined` it is hidden. */
  show(content: EnlargedContent | undefined): void {
    if (content?.points !== this.#content?.points) this.#pointLayer = undefined;
    this.#content = content;
    this.element.hidden = content === undefined;
    if (!content) return;
    this.#showTexts(content);
    if (this.#canvas.pixelWidth > 0) this.#draw(content);
    this.#showProbability(content);
  }

  /** Draws everything anew, after a change of the theme or of the size. */
  restyle(): void {
    this.#pointLayer = undefined;
    this.#events.requestDraw();
  }

  dispose(): void {
    this.#canvas.dispose();
  }

  #createButton(icon: Parameters<typeof createIcon>[0], onClick: () => void): HTMLButtonElement {
    const button = element('button', { type: 'button', class: 'tool-button' }, createIcon(icon));
    button.addEventListener('click', onClick);
    return button;
  }

  #createReadouts(): HTMLElement {
    const list = element('dl', { class: 'readouts' });
    this.#view.readouts.forEach(({ label }, index) => {
      const term = element('dt', {}, plainText(label[this.#context.locale]));
      list.append(element('div', {}, term, this.#values[index] ?? ''));
    });
    return list;
  }

  /** A button at its end stays where it is, so that the keyboard's focus does, and says why it does nothing. */
  #showTexts({ variant, count, caption, readouts }: EnlargedContent): void {
    const { strings } = this.#context;
    const label = strings.enlargedMap(caption);
    setText(this.#caption, caption);
    this.element.setAttribute('aria-label', label);
    this.#canvas.element.setAttribute('aria-label', `${label}. ${strings.keyboardHint}`);
    readouts.forEach((text, index) => {
      const value = this.#values[index];
      if (value) setText(value, text);
    });
    const name = (button: HTMLButtonElement, step: -1 | 1, text: string, reason: string) => {
      const isAtEnd = neighbour(variant, step, count) === undefined;
      button.setAttribute('aria-disabled', String(isAtEnd));
      button.setAttribute('aria-label', isAtEnd ? `${text}: ${reason}` : text);
      button.title = isAtEnd ? reason : text;
    };
    name(this.#previous, -1, strings.previousMap, strings.isFirstMap);
    name(this.#next, 1, strings.nextMap, strings.isLastMap);
  }

  #step(step: -1 | 1): void {
    if (!this.#content) return;
    const next = neighbour(this.#content.variant, step, this.#content.count);
    if (next !== undefined) this.#events.onShow(next);
  }

  #plane(): Plane {
    const { ratio, pixelWidth, pixelHeight } = this.#canvas;
    const left = Math.round(MARGIN.left * ratio);
    const top = Math.round(MARGIN.top * ratio);
    return {
      x: this.#view.xRange,
      y: this.#view.yRange,
      left,
      top,
      width: Math.max(1, pixelWidth - left - Math.round(MARGIN.right * ratio)),
      height: Math.max(1, pixelHeight - top - Math.round(MARGIN.bottom * ratio)),
    };
  }

  #draw({ maps, variant, points }: EnlargedContent): void {
    const { ratio } = this.#canvas;
    const plane = this.#plane();
    const { left, top, width, height } = plane;
    const context = this.#canvas.clear();
    this.#painter.paint(context, plane, ratio, maps, variant);
    this.#pointLayer ??= this.#painter.drawPoints(points, width, height, POINT_SIZE * ratio, ratio);
    context.drawImage(this.#pointLayer, left, top);
    this.#drawProbe(context, plane);
    drawAxes(context, plane, { x: 'x₁', y: 'x₂' }, this.#context.theme(), this.#context.locale, ratio);
  }

  #drawProbe(context: CanvasRenderingContext2D, plane: Plane): void {
    if (!this.#probe) return;
    const [left, top] = toPixels(plane, ...this.#probe);
    context.strokeStyle = cssColor(this.#context.theme().foreground, 0.6);
    context.lineWidth = this.#canvas.ratio;
    context.beginPath();
    context.moveTo(left, plane.top);
    context.lineTo(left, plane.top + plane.height);
    context.moveTo(plane.left, top);
    context.lineTo(plane.left + plane.width, top);
    context.stroke();
  }

  #listen(): void {
    const canvas = this.#canvas.element;
    canvas.addEventListener('pointermove', (event) => {
      const { ratio } = this.#canvas;
      this.#setProbe(fromPixels(this.#plane(), event.offsetX * ratio, event.offsetY * ratio));
    });
    canvas.addEventListener('pointerleave', () => this.#setProbe(undefined));
    canvas.addEventListener('blur', () => this.#setProbe(undefined));
    canvas.addEventListener('keydown', (event) => this.#onKey(event));
  }

  #onKey(event: KeyboardEvent): void {
    const moved = movedByKey({ x: this.#view.xRange, y: this.#view.yRange }, this.#probe, event.key);
    if (!moved) return;
    event.preventDefault();
    this.#setProbe(moved);
  }

  #setProbe(probe: readonly [number, number] | undefined): void {
    if (this.#probe === probe) return;
    this.#probe = probe;
    this.#events.requestDraw();
  }

  #showProbability({ maps, variant }: EnlargedContent): void {
    const { locale, strings } = this.#context;
    const { rows, columns, xRange, yRange } = this.#view;
    const cell = this.#probe && cellAt({ x: xRange, y: yRange }, rows, columns, ...this.#probe);
    if (!this.#probe || cell === undefined) {
      setText(this.#position, strings.noCursor);
      return;
    }
    const probability = (maps[variant * rows * columns + cell] ?? Number.NaN) / LARGEST_BYTE;
    const [x, y] = this.#probe.map((coordinate) => formatMeasured(coordinate, locale, 2));
    const text = strings.probabilityAt(x ?? '', y ?? '', formatMeasured(probability, locale, 2));
    setText(this.#position, text);
  }
}
