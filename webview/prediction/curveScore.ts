import { type DrawingAxis, shareOfAxis } from './drawnCurve';

/** The smallest or the largest value of a curve. */
export type Extreme = 'minimum' | 'maximum';

/** Where the measured curve has an extreme, and where the predicted one. 0-based indices of points; `undefined`: it is flat. */
export interface ExtremeScore {
  readonly kind: Extreme;
  readonly measured: number;
  readonly predicted: number | undefined;
  /** Whether the predicted one is where the measured curve is at its extreme or hardly away from it. */
  readonly isRight: boolean;
}

/** How well a drawn curve agrees with the measured one. */
export interface CurveScore {
  /** On a linear axis the mean distance in units of the axis; on a log axis the typical factor, at least 1. */
  readonly distance: number;
  /** On a linear axis the mean distance as a share of the measured range; `undefined` on a log axis and where one value was measured only. */
  readonly shareOfRange: number | undefined;
  /** Mean distance as a share of the axis on which was drawn: 0…1. */
  readonly shareOfAxis: number;
  /** One or two: those between the ends, or else the maximum. None where the measured curve is flat. */
  readonly extremes: readonly ExtremeScore[];
}

/** Values so near to the extreme, as a share of the curve's range, cannot be told from it by eye. */
const SAME_HEIGHT = 0.02;

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

interface Point {
  readonly index: number;
  readonly predicted: number;
  readonly measured: number;
}

const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values);

/** Points at which the curve is at its extreme, or hardly away from it. None where it is flat. */
function extremePoints(values: readonly number[], kind: Extreme): readonly number[] {
  const range = spread(values);
  if (range === 0) return [];
  const sign = kind === 'maximum' ? 1 : -1;
  const best = Math.max(...values.map((value) => sign * value));
  return values.flatMap((value, index) => (best - sign * value <= SAME_HEIGHT * range ? [index] : []));
}

function bestPoint(values: readonly number[], kind: Extreme): number {
  return values.indexOf(kind === 'maximum' ? Math.max(...values) : Math.min(...values));
}

function scoreExtreme(points: readonly Point[], kind: Extreme): ExtremeScore {
  const [measured, predicted] = [
    points.map((point) => point.measured),
    points.map((point) => point.predicted),
  ];
  const guess = spread(predicted) === 0 ? undefined : bestPoint(predicted, kind);
  return {
    kind,
    measured: points[bestPoint(measured, kind)]?.index ?? 0,
    predicted: guess === undefined ? undefined : points[guess]?.index,
    isRight: guess !== undefined && extremePoints(measured, kind).includes(guess),
  };
}

function scoreExtremes(points: readonly Point[]): readonly ExtremeScore[] {
  const measured = points.map((point) => point.measured);
  if (spread(measured) === 0) return [];
  const isInside = (kind: Extreme) =>
    extremePoints(measured, kind).every((index) => index > 0 && index < measured.length - 1);
  const inside = (['minimum', 'maximum'] as const).filter(isInside);
  const kinds: readonly Extreme[] = inside.length > 0 ? inside : ['maximum'];
  return kinds.map((kind) => scoreExtreme(points, kind));
}

/**
 * Compares a drawn curve with what was measured at the same points. Points that have no place on the axis do not count: NaN, infinite,
 * and what is not positive on a log scale. `undefined` where none is left.
 */
export function scoreCurve(
  axis: DrawingAxis,
  predicted: readonly number[],
  measured: ArrayLike<number>,
): CurveScore | undefined {
  const isLog = axis.scale === 'log';
  const hasPlace = (value: number) => Number.isFinite(value) && (!isLog || value > 0);
  const points = predicted
    .map((value, index) => ({ index, predicted: value, measured: measured[index] ?? Number.NaN }))
    .filter((point) => hasPlace(point.predicted) && hasPlace(point.measured));
  if (points.length === 0) return undefined;
  const along = isLog ? Math.log : (value: number) => value;
  const range = spread(points.map((point) => point.measured));
  const onAxis = points.map(({ index, predicted: one, measured: other }) => ({
    index,
    predicted: along(one),
    measured: along(other),
  }));
  const distance = mean(onAxis.map((point) => Math.abs(point.predicted - point.measured)));
  const apart = ({ predicted: one, measured: other }: Point) =>
    Math.abs(shareOfAxis(axis, one) - shareOfAxis(axis, other));
  return {
    distance: isLog ? Math.exp(distance) : distance,
    shareOfRange: isLog || range === 0 ? undefined : distance / range,
    shareOfAxis: mean(points.map(apart)),
    extremes: scoreExtremes(onAxis),
  };
}
