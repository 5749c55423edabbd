import type { NumberParam } from '../../src/experiments/kit/params';

/** Digits that a slider's value is rounded to, so that 10^−2.9 reads 0.00126. */
const significantDigits = 3;

const decades = (param: NumberParam) => Math.log10(param.max / param.min);
const span = (param: NumberParam) => (param.scale === 'log' ? decades(param) : param.max - param.min);

/** A rest of the range that is shorter than this share of a step gets no stop of its own: rounded, it would be the stop before it. */
const shortestLastStep = 0.1;

/** Index of a slider's last stop; the first is 0. The last stop is always the maximum, also where the steps do not end on it. */
export function lastStop(param: NumberParam): number {
  return Math.max(1, Math.ceil(span(param) / param.step - shortestLastStep));
}

function unroundedValueAt(param: NumberParam, stop: number): number {
  return param.scale === 'log' ? param.min * 10 ** (stop * param.step) : param.min + stop * param.step;
}

/** The value that a slider stands for at a stop: in range, whole where the parameter is, and rounded for reading. */
export function valueAtStop(param: NumberParam, stop: number): number {
  if (stop <= 0) return param.min;
  if (stop >= lastStop(param)) return param.max;
  const value = unroundedValueAt(param, stop);
  const digits = param.scale === 'log' ? significantDigits : 12;
  const rounded = param.integer ? Math.round(value) : Number(value.toPrecision(digits));
  return Math.min(param.max, Math.max(param.min, rounded));
}

/** The stop nearest to a value; a value out of range gets the end of its side. */
export function nearestStop(param: NumberParam, value: number): number {
  if (value <= param.min) return 0;
  if (value >= param.max) return lastStop(param);
  const offset = param.scale === 'log' ? Math.log10(value / param.min) : value - param.min;
  return Math.min(lastStop(param), Math.round(offset / param.step));
}
