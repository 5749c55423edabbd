import type { ExperimentSpec } from '../../src/experiments/kit/experiment';
import type { NumberParam, Param } from '../../src/experiments/kit/params';
import type { ParamValue } from '../../src/protocol/panelMessages';

/** Fewest and most values that a number is swept over. */
export const FEWEST_VALUES = 2;
export const MOST_VALUES = 12;

/** Digits that values between the two ends are rounded to, so that they can be read and typed. */
const READABLE_DIGITS = 3;
/** Digits that hide what binary fractions add. */
const EXACT_DIGITS = 12;

/** The stretch of a number that is swept. */
export interface SweepRange {
  readonly from: number;
  readonly to: number;
  /** `FEWEST_VALUES` … `MOST_VALUES`. */
  readonly count: number;
}

/** The whole range of a number at five values: what a learner is offered at first. */
export function wholeRange({ min, max }: NumberParam): SweepRange {
  return { from: min, to: max, count: 5 };
}

/** What is wrong with a range; `undefined`: nothing. */
export function problemOfRange(
  param: NumberParam,
  { from, to, count }: SweepRange,
): 'outside' | 'not-ascending' | 'not-whole' | 'count' | undefined {
  if (!(from >= param.min && to <= param.max)) return 'outside';
  if (!(from < to)) return 'not-ascending';
  if (param.integer && !(Number.isInteger(from) && Number.isInteger(to))) return 'not-whole';
  if (!Number.isInteger(count) || count < FEWEST_VALUES || count > MOST_VALUES) return 'count';
  return undefined;
}

/** A value between the ends with as many digits as it takes to tell it from its neighbours. */
function roundForReading(param: NumberParam, { from, to }: SweepRange, value: number): number {
  if (param.integer) return Math.round(value);
  if (param.scale === 'log') {
    const closeness = Math.max(0, Math.ceil(-Math.log10(Math.log(to / from))));
    return Number(value.toPrecision(READABLE_DIGITS + closeness));
  }
  const unit = 10 ** (Math.floor(Math.log10(to - from)) - READABLE_DIGITS + 1);
  return Number((Math.round(value / unit) * unit).toPrecision(EXACT_DIGITS));
}

/** Where a value is on the parameter's own scale, in the unit of that scale. */
const placeOn = ({ scale }: NumberParam, value: number) => (scale === 'log' ? Math.log(value) : value);

function evenlySpaced(param: NumberParam, range: SweepRange): readonly number[] {
  const { from, to, count } = range;
  const [first, last] = [placeOn(param, from), placeOn(param, to)];
  const values = Array.from({ length: count }, (_, index) => {
    if (index === 0) return from;
    if (index === count - 1) return to;
    const place = first + ((last - first) * index) / (count - 1);
    const value = param.scale === 'log' ? Math.exp(place) : place;
    return Math.min(to, Math.max(from, roundForReading(param, range, value)));
  });
  return [...new Set(values)];
}

/**
 * The values that a number is swept over: ascending, none twice, even on the parameter's own scale, whole where it is; fewer than
 * `count` where there are not so many whole ones. The one between the ends that is nearest to `current` gives way to it, so that the
 * learner's own run is among them.
 */
export function spacedValues(param: NumberParam, range: SweepRange, current: number): readonly number[] {
  const values = evenlySpaced(param, range);
  if (values.includes(current) || !(current > range.from && current < range.to)) return values;
  const between = values.slice(1, -1);
  const distance = (value: number) => Math.abs(placeOn(param, value) - placeOn(param, current));
  const nearest = Math.min(...between.map(distance));
  const replaced = between.find((value) => distance(value) === nearest);
  return values.map((value) => (value === replaced ? current : value));
}

/** All values of a parameter that is no number. */
export function allValues(param: Exclude<Param, NumberParam>): readonly ParamValue[] {
  return param.kind === 'switch' ? [false, true] : param.options.map(({ value }) => value);
}

/** Names of the parameters that can be swept: those with more than one value. */
export function sweepableParams({ params }: ExperimentSpec): readonly string[] {
  return Object.keys(params).filter((name) => {
    const param = params[name]!;
    return param.kind === 'number' ? param.max > param.min : allValues(param).length > 1;
  });
}
