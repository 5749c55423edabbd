import type { Axis } from '../../src/experiments/kit/views';

/** The range of values seen so far; it only grows, so that an axis does not breathe with every frame. */
export class Extent {
  #min = Number.POSITIVE_INFINITY;
  #max = Number.NEGATIVE_INFINITY;

  /** Takes in a value; what is not finite is passed over. */
  add(value: number): void {
    if (!Number.isFinite(value)) return;
    if (value < this.#min) this.#min = value;
    if (value > this.#max) this.#max = value;
  }

  reset(): void {
    this.#min = Number.POSITIVE_INFINITY;
    this.#max = Number.NEGATIVE_INFINITY;
  }

  /** Smallest and largest value; `undefined` before the first. */
  get range(): readonly [number, number] | undefined {
    return this.#min <= this.#max ? [this.#min, this.#max] : undefined;
  }
}

/**
 * The value at which a number is drawn on an axis: clamped to a fixed range. `null`, a gap, for what has no place: NaN, and what is
 * not positive on a log scale without a fixed range.
 */
export function placeOnAxis(value: number, axis: Axis): number | null {
  if (Number.isNaN(value)) return null;
  if (axis.range) return Math.min(axis.range[1], Math.max(axis.range[0], value));
  if (!Number.isFinite(value)) return null;
  return axis.scale === 'log' && value <= 0 ? null : value;
}

/** About `count` round numbers between two ends, both included where they are round: steps of 1, 2 or 5 times a power of ten. */
export function roundTicks(min: number, max: number, count: number): readonly number[] {
  const raw = (max - min) / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(raw));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= raw * (1 - 1e-9)) ?? 10;
  const step = factor * power;
  const first = Math.ceil(min / step - 1e-9);
  const last = Math.floor(max / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

/** Multiples of the powers of ten between two ends, both positive. */
function multiplesOfPowers(min: number, max: number, factors: readonly number[]): readonly number[] {
  const first = Math.floor(Math.log10(min));
  const count = Math.floor(Math.log10(max)) - first + 1;
  const powers = Array.from({ length: count }, (_, index) => 10 ** (first + index));
  return powers
    .flatMap((power) => factors.map((factor) => Number((factor * power).toPrecision(12))))
    .filter((tick) => tick >= min * (1 - 1e-9) && tick <= max * (1 + 1e-9));
}

/**
 * Round numbers between two ends of a log axis, both positive: the powers of ten, with 2 and 5 times each where the axis spans less
 * than three of them.
 */
export function logTicks(min: number, max: number): readonly number[] {
  return multiplesOfPowers(min, max, Math.log10(max / min) < 3 ? [1, 2, 5] : [1]);
}

/** The lines of a log axis between two ends, both positive: one to nine times each power of ten. */
export function logLines(min: number, max: number): readonly number[] {
  return multiplesOfPowers(min, max, [1, 2, 3, 4, 5, 6, 7, 8, 9]);
}
