import { element, setText, svgElement } from '../dom';
import type { SvgFrame } from './axesSvg';
import type { Figure } from './figure';
import { itemAt, movedItem } from './readingOrder';
import { SpokenReading } from './spokenReading';
import type { ViewContext } from './view';

/** What is on the page, in CSS pixels. */
export interface ReadingContent {
  readonly height: number;
  /** Elements without ids: several pictures share the page. */
  readonly svg: string;
  /** The items that can be read off, in reading order; NaN where one has no place. */
  readonly boxes: readonly SvgFrame[];
  /** The plot in which a cross leads from an item to the axes; none where absent. */
  readonly crossIn?: SvgFrame;
}

/** What a picture says about its items. */
export interface ReadingOptions {
  /** Name of the picture. Plain text. */
  readonly title: string;
  /** The item in words and numbers. Plain text. */
  readonly describe: (item: number) => string;
  /** The learner picks an item; where absent, items cannot be picked. */
  readonly onPick?: (item: number) => void;
  /** The room has changed. */
  readonly onResize: () => void;
}

/** An SVG picture whose items are read off one by one, with the pointer or with the arrow keys. It is as wide as its place. */
export class ReadingPlot {
  /** What is under the pointer, in words. */
  readonly position = element('p', { class: 'key-position' });
  readonly #figure: Figure;
  readonly #context: ViewContext;
  readonly #options: ReadingOptions;
  readonly #svg = svgElement('svg', { class: 'reading' });
  readonly #content = svgElement('g');
  readonly #mark = svgElement('g', { class: 'reading-mark' });
  readonly #sizes = new ResizeObserver(() => this.#options.onResize());
  /** Enlarging a picture that has its row to itself changes no size. */
  readonly #enlarging = new MutationObserver(() => this.#options.onResize());
  #shown: ReadingContent | undefined;
  #item: number | undefined;

  constructor(figure: Figure, context: ViewContext, options: ReadingOptions) {
    this.#figure = figure;
    this.#context = context;
    this.#options = options;
    const { keyboardHint, pickHint, noCursor } = context.strings;
    const hints = [keyboardHint, ...(options.onPick ? [pickHint] : [])];
    const { plot } = figure;
    plot.tabIndex = 0;
    plot.setAttribute('role', 'img');
    plot.setAttribute('aria-label', `${options.title}. ${hints.join(' ')}`);
    plot.classList.toggle('plot-pickable', options.onPick !== undefined);
    this.#svg.append(this.#content, this.#mark);
    plot.append(this.#svg);
    figure.element.append(new SpokenReading(plot, () => this.position.textContent).element);
    setText(this.position, noCursor);
    this.#sizes.observe(plot);
    this.#enlarging.observe(figure.element, { attributeFilter: ['class'] });
    this.#listen();
  }

  /** Room of the picture in CSS pixels; 0 while it is not laid out. */
  get width(): number {
    return this.#figure.plot.clientWidth;
  }

  /** The same of a picture whose height the style sheet gives. */
  get height(): number {
    return this.#figure.plot.clientHeight;
  }

  /** Whether the learner has enlarged the picture. */
  get isEnlarged(): boolean {
    return this.#figure.element.classList.contains('view-enlarged');
  }

  /** Keeps room for a picture of that height until there is one. */
  reserve(height: number): void {
    if (!this.#shown) this.#figure.plot.style.minHeight = `${height}px`;
  }

  /** Draws; what has not changed stays. */
  show(content: ReadingContent): void {
    if (content.svg !== this.#shown?.svg) this.#content.innerHTML = content.svg;
    if (content.height !== this.#shown?.height) this.#svg.setAttribute('height', String(content.height));
    this.#shown = content;
    this.#figure.plot.style.minHeight = '';
    this.#point(this.#item);
  }

  dispose(): void {
    this.#sizes.disconnect();
    this.#enlarging.disconnect();
  }

  #listen(): void {
    const { plot } = this.#figure;
    plot.addEventListener('pointermove', (event) => this.#point(this.#under(event)));
    plot.addEventListener('pointerleave', () => this.#point(undefined));
    plot.addEventListener('click', (event) => this.#pick(this.#under(event)));
    plot.addEventListener('keydown', (event) => this.#onKey(event));
    plot.addEventListener('blur', () => this.#point(undefined));
  }

  #under({ clientX, clientY }: MouseEvent): number | undefined {
    const { left, top } = this.#svg.getBoundingClientRect();
    return this.#shown && itemAt(this.#shown.boxes, clientX - left, clientY - top);
  }

  #onKey(event: KeyboardEvent): void {
    const isPick = this.#options.onPick && (event.key === 'Enter' || event.key === ' ');
    const item = movedItem(this.#shown?.boxes ?? [], this.#item, event.key);
    if (!isPick && item === undefined) return;
    event.preventDefault();
    if (isPick) this.#pick(this.#item);
    else this.#point(item);
  }

  #pick(item: number | undefined): void {
    if (item !== undefined) this.#options.onPick?.(item);
  }

  /** Marks an item and says what it is. */
  #point(item: number | undefined): void {
    const box = this.#shown?.boxes[item ?? -1];
    this.#item = box && !Number.isNaN(box.left) ? item : undefined;
    const isRead = box !== undefined && this.#item !== undefined;
    this.#mark.replaceChildren(...(isRead ? this.#marksOf(box) : []));
    setText(
      this.position,
      this.#item === undefined ? this.#context.strings.noCursor : this.#options.describe(this.#item),
    );
  }

  /** Each line twice: first wide in the colour of the background, so that it is seen on every ground. */
  #marksOf({ left, top, width, height }: SvgFrame): readonly SVGElement[] {
    const outline = `M${left},${top}h${width}v${height}h${-width}z`;
    const cross = this.#crossAt(left + width / 2, top + height / 2);
    return [
      ...(cross ? [svgElement('path', { d: cross, class: 'reading-cross' })] : []),
      svgElement('path', { d: outline, class: 'reading-halo' }),
      svgElement('path', { d: outline }),
    ];
  }

  #crossAt(x: number, y: number): string | undefined {
    const frame = this.#shown?.crossIn;
    return frame && `M${x},${y}V${frame.top + frame.height}M${x},${y}H${frame.left}`;
  }
}
