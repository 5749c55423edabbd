import type { ExperimentSpec, Frame, Setup, Trace } from '../../src/experiments/kit/experiment';
import type { Locale, Localized } from '../../src/experiments/kit/localized';
import type { Axis, ResponseView, View } from '../../src/experiments/kit/views';
import { plainText } from '../text';
import { arrayField, numberField } from '../views/fields';

type AnyView = View<Setup, Frame>;
type Response = ResponseView<Setup, Frame>;

/** Field of the synthetic setup that tells the swept values apart. */
export const SWEPT = 'swept';
/** Field of the synthetic setup that tells the lines of one quantity apart. */
export const LINES = 'lines';

/** A number that a quantity takes from the last frame: a scalar, or one entry of an array. */
interface Reading {
  readonly field: string;
  readonly index?: number;
  readonly label: Localized;
}

/** Something measured that can be looked at over a sweep. */
export interface Quantity {
  /** The same for the same quantity of the same experiment. */
  readonly id: string;
  /** Title of its picture and, where that shows several, its name there. Plain text. */
  readonly label: Localized;
  readonly axis: Axis;
  /**
   * A line for each variant of an array field of the frame, for some of its entries, or for single numbers. `swept` is the setup's
   * field with the variants' own values, with the symbol before them; where absent, the lines have names.
   */
  readonly lines:
    | { readonly field: string; readonly swept: { readonly field: string; readonly symbol: Localized } }
    | {
        readonly readings: readonly Reading[];
        readonly swept?: { readonly field: string; readonly symbol: Localized };
      };
}

/** The setup and the last frame of a run. */
export interface SweptRun {
  readonly setup: Setup;
  readonly last: Frame;
}

/** What a sweep varied. */
export interface SweepAxis {
  /** Name of the setting, with its unit where it has one. Plain text. */
  readonly title: Localized;
  /** The values as numbers, in their order; of choices their indices. */
  readonly values: readonly number[];
  /** Names of the values. Plain text. */
  readonly labels: readonly Localized[];
}

const plain = ({ de, en }: Localized): Localized => ({ de: plainText(de), en: plainText(en) });
const joined = (one: Localized, other: Localized): Localized => ({
  de: `${one.de}: ${other.de}`,
  en: `${one.en}: ${other.en}`,
});

/** The symbol of the values that a field of the setup holds, where some picture says it. */
function symbolOf(spec: ExperimentSpec, field: string): Localized | undefined {
  for (const view of spec.views) {
    if ('variants' in view && view.variants?.field === field) {
      return { de: view.variants.symbol, en: view.variants.symbol };
    }
  }
  return undefined;
}

/** Label of a part of a picture: the picture's title alone where it has one part only. */
function labelOf({ title }: AnyView, part: Localized, parts: number): Localized {
  return parts === 1 ? plain(title) : joined(plain(title), plain(part));
}

function ofResponse(spec: ExperimentSpec, view: Response): readonly Quantity[] {
  const { x, y, series } = view;
  const swept = { field: x.field, symbol: symbolOf(spec, x.field) ?? plain(x.title) };
  return series.map(({ field, label }) => ({
    id: `${view.id}/${field}`,
    label: labelOf(view, label, series.length),
    axis: y,
    lines: { field, swept },
  }));
}

/** Entries of the same field are lines of one quantity. */
function ofTimeline(view: Extract<AnyView, { kind: 'timeline' }>): readonly Quantity[] {
  const fields = [...new Set(view.series.map(({ field }) => field))];
  return fields.map((field) => {
    const readings = view.series.filter((series) => series.field === field);
    const { variants } = view;
    const isSwept = variants && readings.every(({ index }) => index !== undefined);
    const names = readings.map(({ label }) => plain(label));
    const part = { de: names.map(({ de }) => de).join(', '), en: names.map(({ en }) => en).join(', ') };
    const symbol = variants && { de: variants.symbol, en: variants.symbol };
    return {
      id: `${view.id}/${field}`,
      label: labelOf(view, part, fields.length),
      axis: view.y,
      lines: { readings, ...(isSwept && symbol && { swept: { field: variants.field, symbol } }) },
    };
  });
}

function ofMaps(view: Extract<AnyView, { kind: 'decision-maps' }>): readonly Quantity[] {
  const { field: values, symbol } = view.variants;
  const swept = { field: values, symbol: { de: symbol, en: symbol } };
  return view.readouts.map(({ field, label }) => ({
    id: `${view.id}/${field}`,
    label: joined(plain(view.title), plain(label)),
    axis: { title: label, scale: 'linear' },
    lines: { field, swept },
  }));
}

/**
 * What of an experiment can be looked at over a sweep, all of it from the declarations of its pictures: the series of its response
 * charts, those of its timelines, and the numbers under its maps. What two pictures show is offered once.
 */
export function quantitiesOf(spec: ExperimentSpec): readonly Quantity[] {
  const responses = spec.views.flatMap((view) => (view.kind === 'response' ? ofResponse(spec, view) : []));
  const timelines = spec.views.flatMap((view) => (view.kind === 'timeline' ? ofTimeline(view) : []));
  const maps = spec.views.flatMap((view) => (view.kind === 'decision-maps' ? ofMaps(view) : []));
  const fieldOf = ({ lines }: Quantity) => ('field' in lines ? lines.field : lines.readings[0]!.field);
  const all = [...responses, ...timelines, ...maps];
  const first = new Map(all.toReversed().map((quantity) => [fieldOf(quantity), quantity]));
  return all.filter((quantity) => first.get(fieldOf(quantity)) === quantity);
}

/** The numbers of a quantity at the end of a run, one a line. */
function valuesOf({ lines }: Quantity, { last }: SweptRun): readonly number[] {
  if ('field' in lines) return Array.from(arrayField(last, lines.field));
  return lines.readings.map(({ field, index }) => numberField(last, field, index));
}

/** The variants' own values, one a line; `undefined` where the lines have names. */
function sweptValues({ lines }: Quantity, { setup }: SweptRun): readonly number[] | undefined {
  if (!lines.swept) return undefined;
  const values = arrayField(setup, lines.swept.field);
  if ('field' in lines) return Array.from(values);
  return lines.readings.map(({ index = 0 }) => values[index] ?? Number.NaN);
}

/** Whether the variants of all runs have the same values: a swept setting may itself move them. */
function haveSameVariants(quantity: Quantity, runs: readonly SweptRun[]): boolean {
  const [first = [], ...others] = runs.map((run) => sweptValues(quantity, run) ?? []);
  // Fewer of the same are the same: the last ones are then gaps.
  return others.every((values) => values.every((value, index) => (first[index] ?? value) === value));
}

/** A chart of what was measured over a sweep, as a declaration and a run of one frame. */
export interface SweepPicture {
  readonly view: Response;
  readonly trace: Trace;
}

/** How the chart of a sweep is to be titled. */
export interface SweepTexts {
  readonly locale: Locale;
  /** As in a spec. */
  readonly caption: Localized;
  /** What a variant is called where its value is not the same in all runs: its number follows. */
  readonly variant: string;
}

/** The chart, with as many series or variants as `lines` has names or values. */
function viewOf(
  quantity: Quantity,
  axis: SweepAxis,
  symbol: string | undefined,
  texts: SweepTexts,
): Response {
  const { lines, label } = quantity;
  const names =
    'readings' in lines && symbol === undefined ? lines.readings.map((line) => line.label) : [label];
  return {
    kind: 'response',
    id: 'sweep',
    title: label,
    caption: texts.caption,
    x: { field: SWEPT, title: axis.title, labels: axis.labels },
    y: quantity.axis,
    series: names.map((name, index) => ({ field: `series${index}`, label: name })),
    ...(symbol !== undefined && { variants: { field: LINES, symbol } }),
  };
}

/**
 * The chart of a quantity over the swept values, a line a variant. A run that is missing, because it failed or is still to come, is a
 * gap. Where runs differ in their number of variants, the last ones are gaps. `undefined` while no run is there.
 */
export function sweepPicture(
  quantity: Quantity,
  axis: SweepAxis,
  runs: readonly (SweptRun | undefined)[],
  texts: SweepTexts,
): SweepPicture | undefined {
  const known = runs.filter((run) => run !== undefined);
  if (known.length === 0) return undefined;
  const columns = runs.map((run) => run && valuesOf(quantity, run));
  const count = Math.max(...columns.map((column) => column?.length ?? 0));
  const lines = Array.from({ length: count }, (_, line) =>
    columns.map((column) => column?.[line] ?? Number.NaN),
  );
  const swept = Float32Array.from(axis.values);
  const { swept: declared } = quantity.lines;
  if (!declared) {
    const frame = Object.fromEntries(lines.map((line, index) => [`series${index}`, Float32Array.from(line)]));
    const view = viewOf(quantity, axis, undefined, texts);
    return { view, trace: { setup: { [SWEPT]: swept }, frames: [frame] } };
  }
  const isSame = haveSameVariants(quantity, known);
  const fullest = known.find((run) => valuesOf(quantity, run).length === count);
  const values = (isSame && fullest && sweptValues(quantity, fullest)) || lines.map((_, index) => index + 1);
  const setup = { [SWEPT]: swept, [LINES]: Float32Array.from(values) };
  const frames = [{ series0: Float32Array.from(lines.flat()) }];
  const symbol = isSame ? declared.symbol[texts.locale] : texts.variant;
  return { view: viewOf(quantity, axis, symbol, texts), trace: { setup, frames } };
}
