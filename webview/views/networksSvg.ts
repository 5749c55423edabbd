import { hexColor, pixels, svgTag, svgText } from '../svgMarkup';
import { estimateWidth } from '../textLayout';
import type { Theme } from '../theme';
import { axisFontSize, type SvgFrame } from './axesSvg';
import { signColors } from './valueColors';

/** Small networks side by side as they are shown. */
export interface SvgNetworks {
  /** In CSS pixels. */
  readonly width: number;
  /** Units of each layer, from the input on, and what each layer is called. */
  readonly layers: readonly number[];
  readonly names: readonly string[];
  /** `[networks, units]`, 1 where a unit takes part. */
  readonly masks: ArrayLike<number>;
  /** `[inputs, outputs]` of each layer, one after the other. */
  readonly weights: ArrayLike<number>;
  /** Magnitude of the thickest line. */
  readonly largest: number;
  /** Networks in a row; fewer where there is no room. */
  readonly across: number;
  /** Below each network; empty: nothing. None at all where the picture has no numbers. */
  readonly numbers: readonly string[];
  /** Widest that a network may be, in CSS pixels. */
  readonly mostWidth: number;
  readonly theme: Theme;
}

/** SVG elements from the origin on, how high they are, and where each network is. */
export interface NetworksDrawing {
  readonly svg: string;
  readonly height: number;
  readonly boxes: readonly SvgFrame[];
}

/** Lengths of dash and gap of a negative weight's line, in CSS pixels. */
export const NEGATIVE_DASH: readonly number[] = [4, 3];

const GAP = 8;
const LEAST_WIDTH = 76;
const PADDING = 8;
const LINE_HEIGHT = 1.45;
const THINNEST = 0.5;
const THICKEST = 4.5;
/** Lines are as thick as one of so many steps: few shapes for many connections. */
const STEPS = 8;
/** From one unit to the next in the largest layer, in CSS pixels. */
const LEAST_PITCH = 14;
const MOST_PITCH = 30;
/** Radius of a unit as a share of that. */
const RADIUS_SHARE = 0.28;
/** Half of the strokes through a unit, as a share of its radius. */
const STRIKE_SHARE = 0.8;

/** A connection of a network: its ends among all units, layer by layer from the input on, and its place among the weights. */
export interface Connection {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/** All connections between neighbouring layers, in the order of the weights. */
export function connectionsOf(layers: readonly number[]): readonly Connection[] {
  const found: Connection[] = [];
  let first = 0;
  for (const [layer, outputs] of layers.slice(1).entries()) {
    const inputs = layers[layer] ?? 0;
    for (let from = first; from < first + inputs; from++) {
      for (let output = 0; output < outputs; output++) {
        found.push({ from, to: first + inputs + output, weight: found.length });
      }
    }
    first += inputs;
  }
  return found;
}

/** How many networks stand in a row: as many as wanted, or as have room, in rows that are about equally full. */
export function networksInARow(across: number, width: number): number {
  const most = Math.max(1, Math.floor((width + GAP) / (LEAST_WIDTH + GAP)));
  return Math.ceil(across / Math.ceil(across / most));
}

/** What all networks have in common: the middles of their units from a corner of their box on, and the box. */
interface Layout {
  readonly inARow: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  readonly places: readonly (readonly [number, number])[];
}

function layOut({ width, across, layers, mostWidth, numbers, theme }: SvgNetworks): Layout {
  const inARow = networksInARow(across, width);
  const own = Math.min(mostWidth, (width - GAP * (inARow - 1)) / inARow);
  const highest = Math.max(...layers);
  const pitch = Math.min(MOST_PITCH, Math.max(LEAST_PITCH, (own * 0.8) / highest));
  const radius = pitch * RADIUS_SHARE;
  const bare = highest * pitch;
  const step = (own - 2 * (radius + PADDING)) / Math.max(1, layers.length - 1);
  const places = layers.flatMap((units, layer) =>
    Array.from({ length: units }, (_, unit) => {
      const down = PADDING + bare / 2 + (unit - (units - 1) / 2) * pitch;
      return [PADDING + radius + layer * step, down] as const;
    }),
  );
  const text = numbers.length > 0 ? axisFontSize(theme) * LINE_HEIGHT : 0;
  return { inARow, width: own, height: bare + 2 * PADDING + text, radius, places };
}

/** The connections whose ends both take part, those of one sign and about one thickness as one shape. */
function linesOf(networks: SvgNetworks, { places }: Layout, isOn: (unit: number) => boolean): string {
  const { weights, largest, theme, layers } = networks;
  const { negative, positive } = signColors(theme);
  const shapes = new Map<number, string[]>();
  for (const { from, to, weight } of connectionsOf(layers)) {
    const value = weights[weight] ?? Number.NaN;
    const [start, end] = [places[from], places[to]];
    if (!isOn(from) || !isOn(to) || !Number.isFinite(value) || !start || !end) continue;
    const step = Math.round((value / (largest || 1)) * STEPS) || (value < 0 ? -0.01 : 0.01);
    const d = `M${start.map(pixels).join(',')}L${end.map(pixels).join(',')}`;
    const same = shapes.get(step);
    if (same) same.push(d);
    else shapes.set(step, [d]);
  }
  const lines = [...shapes].map(([step, d]) =>
    svgTag('path', {
      d: d.join(''),
      stroke: hexColor(step < 0 ? negative : positive),
      'stroke-width': THINNEST + (THICKEST - THINNEST) * Math.min(1, Math.abs(step) / STEPS),
      'stroke-dasharray': step < 0 ? NEGATIVE_DASH.join(' ') : undefined,
    }),
  );
  return svgTag('g', { fill: 'none' }, ...lines);
}

/** Units that take part are filled, the others hollow and struck out. */
function unitsOf(
  { theme }: SvgNetworks,
  { places, radius }: Layout,
  isOn: (unit: number) => boolean,
): string {
  const [own, ground, quiet] = [theme.foreground, theme.background, theme.quiet].map(hexColor);
  const arm = radius * STRIKE_SHARE;
  const strike = `l${pixels(2 * arm)},${pixels(2 * arm)}m0,${pixels(-2 * arm)}l${pixels(-2 * arm)},${pixels(2 * arm)}`;
  return places
    .map(([cx, cy], unit) => {
      if (isOn(unit)) return svgTag('circle', { cx, cy, r: radius, fill: own, stroke: ground });
      const d = `M${pixels(cx - arm)},${pixels(cy - arm)}${strike}`;
      const hollow = svgTag('circle', { cx, cy, r: radius, fill: ground, stroke: quiet });
      return hollow + svgTag('path', { d, stroke: quiet, fill: 'none', 'stroke-width': 1.5 });
    })
    .join('');
}

/** What layers are called, above the networks of a row; nothing where the names have no room. */
function headOf({ names, theme }: SvgNetworks, { width, places, radius }: Layout): readonly string[] {
  const size = axisFontSize(theme);
  const widths = names.map((name) => estimateWidth(name, size));
  if (widths.reduce((sum, own) => sum + own + size / 2, 0) > width) return [];
  const [first = 0, last = 0] = [places[0]?.[0], places.at(-1)?.[0]];
  return names.map((name, layer) => {
    const share = layer / Math.max(1, names.length - 1);
    const anchor = share === 0 ? 'start' : share === 1 ? 'end' : 'middle';
    const at = first + share * (last - first) + (share === 0 ? -radius : share === 1 ? radius : 0);
    return svgText(name, at, size, { 'text-anchor': anchor });
  });
}

/** Small networks side by side. */
export function networksSvg(networks: SvgNetworks): NetworksDrawing {
  const { masks, numbers, theme, layers } = networks;
  const layout = layOut(networks);
  const { inARow, width, height } = layout;
  const size = axisFontSize(theme);
  const units = layers.reduce((sum, own) => sum + own, 0);
  const head = headOf(networks, layout);
  const headRoom = head.length > 0 ? size * LINE_HEIGHT : 0;
  const boxes = Array.from({ length: Math.floor(masks.length / units) }, (_, network) => ({
    left: (network % inARow) * (width + GAP) + 1,
    top: headRoom + Math.floor(network / inARow) * (height + GAP) + 1,
    width: width - 2,
    height,
  }));
  const drawn = boxes.map(({ left, top }, network) => {
    const isOn = (unit: number) => masks[network * units + unit] === 1;
    const base = height - size * (LINE_HEIGHT - 1);
    const number = numbers[network];
    const isFirst = network < inARow;
    const box = { width: width - 2, height, fill: 'none', stroke: hexColor(theme.grid) };
    return svgTag(
      'g',
      { transform: `translate(${pixels(left)},${pixels(top)})` },
      isFirst && headRoom > 0 ? svgTag('g', { transform: `translate(0,${pixels(-headRoom)})` }, ...head) : '',
      svgTag('rect', box),
      linesOf(networks, layout, isOn),
      unitsOf(networks, layout, isOn),
      number ? svgText(number, width / 2, base, { 'text-anchor': 'middle' }) : '',
    );
  });
  const svg = svgTag('g', { 'font-size': size, fill: hexColor(theme.foreground) }, ...drawn);
  return { svg, height: (boxes.at(-1)?.top ?? 0) + height + 2, boxes };
}
