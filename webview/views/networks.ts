import type { Frame, Trace } from '../../src/experiments/kit/experiment';
import type { Locale } from '../../src/experiments/kit/localized';
import type { NetworksView } from '../../src/experiments/kit/views';
import { element, setText } from '../dom';
import { formatMeasured } from '../numbers';
import type { Strings } from '../strings';
import { hexColor, svgTag } from '../svgMarkup';
import { plainText } from '../text';
import { axisFontSize } from './axesSvg';
import { textBlock } from './colorScaleSvg';
import { Extent } from './extent';
import { arrayField, byteField } from './fields';
import { createFigure, type KeyEntry, SeriesKey, ValueTable } from './figure';
import { connectionsOf, NEGATIVE_DASH, networksSvg } from './networksSvg';
import { ReadingPlot } from './readingPlot';
import { signColors } from './valueColors';
import type { CreateView, DataTable, KeyItem, LabView, Picture, ViewContext } from './view';

/** Widest that a network may be, in CSS pixels: beside other pictures, and enlarged. */
const MOST_WIDTH = { usual: 190, enlarged: 320 } as const;
/** Networks to keep room for until the run says how many there are. */
const EXPECTED_NETWORKS = 16;
const TEXT_GAP = 6;

type Declaration = NetworksView<Frame>;

/** What layers are called, from the input on: hidden ones by number where there are several. */
export function layerNames(layers: readonly number[], { reading }: Strings): readonly string[] {
  const hidden = layers.length - 2;
  return layers.map((_, layer) => {
    if (layer === 0) return reading.input;
    return layer > hidden ? reading.output : reading.hidden(hidden > 1 ? layer : undefined);
  });
}

/** Names of all units, layer by layer from the input on; numbered where a layer has several. */
export function unitNames(layers: readonly number[], strings: Strings): readonly string[] {
  const names = layerNames(layers, strings);
  return layers.flatMap((units, layer) =>
    Array.from({ length: units }, (_, unit) => {
      const name = names[layer] ?? '';
      if (units === 1) return name;
      return `${name}${/\d$/.test(name) ? '.' : ' '}${unit + 1}`;
    }),
  );
}

/** One row a network: its number, which units take part, the weights of the connections that it has, and its value. */
export function networksTable(
  { layers, numbers }: Pick<Declaration, 'layers' | 'numbers'>,
  masks: ArrayLike<number>,
  weights: ArrayLike<number>,
  values: ArrayLike<number> | undefined,
  locale: Locale,
  strings: Strings,
): DataTable {
  const names = unitNames(layers, strings);
  const connections = connectionsOf(layers);
  const { network, weight } = strings.reading;
  const rows = Array.from({ length: Math.floor(masks.length / names.length) }, (_, index) => {
    const mask = names.map((__, unit) => masks[index * names.length + unit] ?? 0);
    const own = connections.map(({ from, to, weight: at }) =>
      mask[from] === 1 && mask[to] === 1 ? (weights[at] ?? Number.NaN) : Number.NaN,
    );
    return [index + 1, ...(values ? [values[index] ?? Number.NaN] : []), ...mask, ...own];
  });
  const headings = [
    network,
    ...(numbers && values ? [plainText(numbers.label[locale])] : []),
    ...names,
    ...connections.map(({ from, to }) => weight(names[from] ?? '', names[to] ?? '')),
  ];
  return { headings, rows };
}

/** Small networks, some of their units left out. */
class Networks implements LabView {
  readonly element: HTMLElement;
  readonly #view: Declaration;
  readonly #context: ViewContext;
  readonly #plot: ReadingPlot;
  readonly #key = new SeriesKey({ line: true, marker: true, values: false });
  readonly #thickest = element('p');
  readonly #table: ValueTable;
  readonly #magnitudes = new Extent();
  #seenFrames = 0;
  #shown: Frame | undefined;
  #styledFor: unknown;

  constructor(view: Declaration, context: ViewContext, requestDraw: () => void) {
    this.#view = view;
    this.#context = context;
    const figure = createFigure(view, context);
    this.element = figure.element;
    this.#plot = new ReadingPlot(figure, context, {
      title: plainText(view.title[context.locale]),
      describe: (network) => this.#describe(network),
      onResize: () => {
        this.#reserve();
        requestDraw();
      },
    });
    this.#table = new ValueTable(context, figure.title, requestDraw);
    const remarks = this.#remarks().map((text) => element('p', {}, text));
    figure.key.append(this.#key.element, this.#thickest, ...remarks, this.#plot.position);
    this.element.append(this.#table.element);
    this.#restyle();
  }

  begin(): void {
    this.#shown = undefined;
    this.#seenFrames = 0;
    this.#magnitudes.reset();
  }

  draw({ frames }: Trace, frame: number): void {
    const shown = frames[frame];
    if (!shown || this.#plot.width === 0) return;
    this.#shown = shown;
    this.#widen(frames);
    this.#restyle();
    setText(this.#thickest, this.#thickestText());
    this.#plot.show(this.#drawing(shown));
    this.#table.fill(() => this.data(), this.#context.locale);
  }

  picture(): Picture | undefined {
    const { width } = this.#plot;
    if (!this.#shown || width === 0) return undefined;
    const { svg, height } = this.#drawing(this.#shown);
    const text = [this.#thickestText(), ...this.#remarks()].join(' ');
    const theme = this.#context.theme();
    const block = textBlock(text, 0, height + TEXT_GAP, width, axisFontSize(theme));
    const texts = svgTag(
      'g',
      { fill: hexColor(theme.foreground), 'font-size': axisFontSize(theme) },
      block.svg,
    );
    return { width, height: height + TEXT_GAP + block.height, svg: svg + texts };
  }

  data(): DataTable | undefined {
    const shown = this.#shown;
    if (!shown) return undefined;
    const { masks, weights } = this.#view;
    const { locale, strings } = this.#context;
    const values = this.#values(shown);
    return networksTable(
      this.#view,
      byteField(shown, masks),
      arrayField(shown, weights),
      values,
      locale,
      strings,
    );
  }

  keyItems(): readonly KeyItem[] {
    return this.#key.items;
  }

  dispose(): void {
    this.#plot.dispose();
  }

  #reserve(): void {
    if (this.#plot.width === 0 || this.#shown) return;
    const units = this.#view.layers.reduce((sum, own) => sum + own, 0);
    const { height } = this.#drawn(new Uint8Array(EXPECTED_NETWORKS * units), [], ['0']);
    this.#plot.reserve(height);
  }

  /** All frames of the run so far count, so that lines do not breathe. */
  #widen(frames: Trace['frames']): void {
    for (const frame of frames.slice(this.#seenFrames)) {
      for (const weight of arrayField(frame, this.#view.weights)) this.#magnitudes.add(Math.abs(weight));
    }
    this.#seenFrames = frames.length;
  }

  get #largest(): number {
    return this.#magnitudes.range?.[1] ?? 0;
  }

  #drawing(shown: Frame) {
    const { masks, weights } = this.#view;
    const { locale } = this.#context;
    const numbers = Array.from(this.#values(shown) ?? [], (value) =>
      Number.isNaN(value) ? '' : formatMeasured(value, locale),
    );
    return this.#drawn(byteField(shown, masks), arrayField(shown, weights), numbers);
  }

  #drawn(masks: Uint8Array, weights: ArrayLike<number>, numbers: readonly string[]) {
    const { layers, across } = this.#view;
    const { strings, theme } = this.#context;
    return networksSvg({
      width: this.#plot.width,
      layers,
      names: layerNames(layers, strings),
      masks,
      weights,
      largest: this.#largest,
      across,
      numbers,
      mostWidth: this.#plot.isEnlarged ? MOST_WIDTH.enlarged : MOST_WIDTH.usual,
      theme: theme(),
    });
  }

  /** Numbers of the networks; while the learner predicts they are hidden: where nothing trains, the first frame is the answer. */
  #values(shown: Frame): Float32Array | undefined {
    const { numbers } = this.#view;
    const measured = numbers && arrayField(shown, numbers.field);
    return this.#context.predictions?.isWaiting ? measured?.map(() => Number.NaN) : measured;
  }

  #restyle(): void {
    const theme = this.#context.theme();
    if (this.#styledFor === theme) return;
    this.#styledFor = theme;
    const { reading } = this.#context.strings;
    const { negative, positive } = signColors(theme);
    const entries: readonly KeyEntry[] = [
      { label: reading.positive, style: { color: positive, dash: [], marker: 'none' } },
      { label: reading.negative, style: { color: negative, dash: NEGATIVE_DASH, marker: 'none' } },
      { label: reading.unit, style: { color: theme.foreground, dash: [], marker: 'circle' }, hasLine: false },
      {
        label: reading.droppedUnit,
        style: { color: theme.quiet, dash: [], marker: 'struck' },
        hasLine: false,
      },
    ];
    this.#key.setSeries(entries);
  }

  #thickestText(): string {
    const { locale, strings } = this.#context;
    return strings.reading.thickest(formatMeasured(this.#largest, locale, 2));
  }

  #remarks(): readonly string[] {
    const { layers, numbers } = this.#view;
    const { locale, strings } = this.#context;
    const names = layerNames(layers, strings).map((name, layer) => `${layers[layer]} × ${name}`);
    const below = numbers ? [strings.reading.below(plainText(numbers.label[locale]))] : [];
    return [[strings.reading.layers(names), ...below].join(' ')];
  }

  #describe(network: number): string {
    const shown = this.#shown;
    if (!shown) return '';
    const { layers, masks, numbers } = this.#view;
    const { locale, strings } = this.#context;
    const { reading } = strings;
    const names = unitNames(layers, strings);
    const all = byteField(shown, masks);
    const off = names.filter((_, unit) => all[network * names.length + unit] !== 1);
    const value = this.#values(shown)?.[network];
    const said = [
      `${reading.network} ${reading.of(network + 1, all.length / names.length)}`,
      off.length > 0 ? reading.off(off) : reading.allOn,
      numbers && `${plainText(numbers.label[locale])}: ${formatMeasured(value ?? Number.NaN, locale)}`,
    ];
    return said.filter(Boolean).join(' · ');
  }
}

/** Makes small networks side by side. */
export const createNetworksView: CreateView<Declaration> = (view, context, requestDraw) =>
  new Networks(view, context, requestDraw);
