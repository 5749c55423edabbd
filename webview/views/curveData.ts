import type { Setup } from '../../src/experiments/kit/experiment';
import type { Locale, Localized } from '../../src/experiments/kit/localized';
import type { Axis, Theory } from '../../src/experiments/kit/views';
import { formatTick } from '../numbers';
import { plainText } from '../text';
import { arrayField } from './fields';

/** How the values of a curve are drawn: joined, as points, or as points on stems from zero. */
export type CurveMark = 'line' | 'points' | 'stems';

/** What the declarations of pictures with curves that are redrawn on every frame have in common. */
export interface CurvesDeclaration {
  readonly id: string;
  readonly kind: string;
  readonly title: Localized;
  readonly caption: Localized;
  readonly y: Axis;
  /** Fields of the frame: `[points]`, or with `variants` `[variants, points]`. */
  readonly series: readonly {
    readonly field: string;
    readonly label: Localized;
    readonly mark?: CurveMark;
  }[];
  readonly variants?: { readonly field: string; readonly symbol: string };
  readonly theory?: readonly Theory[];
}

/** A line with fewer points than this shows each of them. */
const MOST_POINTS_MARKED = 32;
/** A longer one shows about so many, so that it can be told by more than its colour. */
const MARKS_ON_A_LONG_LINE = 8;

/** A swept value with its symbol, as pictures name a variant: `α = 0,01`; with `…` while the value is not known. */
export function variantLabel(symbol: string, value: number | undefined, locale: Locale): string {
  return `${symbol} = ${value === undefined ? '…' : formatTick(value, locale)}`;
}

/** How many curves each series has: one, or one a variant. `setup` is `undefined` before the first run. */
export function curvesPerSeries({ variants }: CurvesDeclaration, setup: Setup | undefined): number {
  return variants && setup ? arrayField(setup, variants.field).length : 1;
}

/** A field's curves: `[points]` is one, `[variants, points]` is `count`. They share the field's buffer. */
export function splitCurves(values: Float32Array, count: number): readonly Float32Array[] {
  const points = Math.floor(values.length / count);
  return Array.from({ length: count }, (_, index) => values.subarray(index * points, (index + 1) * points));
}

/** Names of a series' curves: with variants the swept values, after `name` where there is one. */
function namesOf(
  name: string,
  view: CurvesDeclaration,
  setup: Setup | undefined,
  locale: Locale,
): readonly string[] {
  const { variants } = view;
  if (!variants) return [name];
  const swept = setup && arrayField(setup, variants.field);
  const prefix = name === '' ? '' : `${name}, `;
  return Array.from(
    { length: curvesPerSeries(view, setup) },
    (_, index) => `${prefix}${variantLabel(variants.symbol, swept?.[index], locale)}`,
  );
}

/** Names of all measured curves, series by series. Where the only series has variants, the swept values say enough. */
export function curveNames(
  view: CurvesDeclaration,
  setup: Setup | undefined,
  locale: Locale,
): readonly string[] {
  const isObvious = view.variants !== undefined && view.series.length === 1;
  return view.series.flatMap(({ label }) =>
    namesOf(isObvious ? '' : plainText(label[locale]), view, setup, locale),
  );
}

/** Name of a formula; where there are several series, after the name of the one that it predicts. */
export function theoryName(
  { series }: CurvesDeclaration,
  { label, series: index }: Theory,
  locale: Locale,
): string {
  const formula = plainText(label[locale]);
  const predicted = series[index];
  return series.length > 1 && predicted ? `${plainText(predicted.label[locale])}: ${formula}` : formula;
}

/** Names of all predicted curves, formula by formula. */
export function predictionNames(
  view: CurvesDeclaration,
  setup: Setup | undefined,
  locale: Locale,
): readonly string[] {
  return (view.theory ?? []).flatMap((theory) =>
    namesOf(theoryName(view, theory, locale), view, setup, locale),
  );
}

/** A prediction smaller than this share of the largest one cannot be told from zero on a linear axis. */
const NEXT_TO_NOTHING = 0.01;

/**
 * Median of measured ÷ predicted over all points of a series' curves. Points where one of the two is not finite, or where zero is
 * predicted, do not count; NaN where none is left. On a linear axis predictions next to nothing do not count either.
 */
export function measuredOverPredicted(
  measured: ArrayLike<number>,
  predicted: ArrayLike<number>,
  scale: Axis['scale'] = 'log',
): number {
  const sizes = Array.from(predicted, Math.abs).filter(Number.isFinite);
  const least = scale === 'linear' ? NEXT_TO_NOTHING * Math.max(0, ...sizes) : 0;
  const isTold = (prediction: number) => Number.isFinite(prediction) && Math.abs(prediction) >= least;
  const ratios = Array.from(measured, (value, index) => value / (predicted[index] ?? Number.NaN))
    .filter((ratio, index) => Number.isFinite(ratio) && isTold(predicted[index] ?? Number.NaN))
    .sort((one, other) => one - other);
  const upper = ratios.length >> 1;
  const middle = ratios.length % 2 === 0 ? ratios.slice(upper - 1, upper + 1) : [ratios[upper] ?? Number.NaN];
  return middle.length === 0 ? Number.NaN : middle.reduce((sum, ratio) => sum + ratio, 0) / middle.length;
}

const isIsolated = (places: readonly (number | null)[], index: number) =>
  places[index] !== null && (places[index - 1] ?? null) === null && (places[index + 1] ?? null) === null;

/**
 * Indices of the points of a curve that get its marker: all of them, but only some along a long line. A point between two gaps is
 * always marked, as no line leads to it. `shift` moves the marks along, so that those of neighbouring curves do not meet.
 */
export function markedPoints(
  mark: CurveMark,
  places: readonly (number | null)[],
  shift: number,
): readonly number[] {
  const indices = places.map((_, index) => index);
  if (mark !== 'line' || places.length <= MOST_POINTS_MARKED) return indices;
  const every = Math.ceil(places.length / MARKS_ON_A_LONG_LINE);
  return indices.filter((index) => index % every === shift % every || isIsolated(places, index));
}
