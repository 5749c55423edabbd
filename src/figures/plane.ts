import type { Locale } from '../experiments/kit/localized';
import { decimals } from './numbers';
import { note, type Point, polyline } from './svg';

/** A range of numbers along one side of a plane, with the numbers that are written at it. */
export interface Axis {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
  /** Decimals of the ticks' numbers. */
  readonly digits: number;
}

/** Where in the picture a plane of numbers is, in its pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A plane of numbers in a picture. */
export class Plane {
  readonly #box: Box;
  readonly #x: Axis;
  readonly #y: Axis;

  constructor(box: Box, x: Axis, y: Axis) {
    this.#box = box;
    this.#x = x;
    this.#y = y;
  }

  /** Where a pair of numbers is in the picture. */
  at(x: number, y: number): Point {
    const { left, top, width, height } = this.#box;
    const [right, up] = [share(this.#x, x), share(this.#y, y)];
    return [left + right * width, top + (1 - up) * height];
  }

  /** A function between two numbers as a curve, sampled in equal steps. */
  curve(
    look: string,
    value: (x: number) => number,
    from = this.#x.from,
    to = this.#x.to,
    steps = 60,
  ): string {
    const places = Array.from({ length: steps + 1 }, (_, step) => from + ((to - from) * step) / steps);
    return polyline(
      look,
      places.map((x) => this.at(x, value(x))),
    );
  }

  /** Grid lines with their numbers at the left and lower edges, and the axes through 0 where it is in the plane. */
  axes(locale: Locale): string {
    const [x, y] = [this.#x, this.#y];
    const vertical = x.ticks.map((tick) => {
      const foot = this.at(tick, y.from);
      const line = polyline(tick === 0 ? 'axis' : 'grid', [foot, this.at(tick, y.to)]);
      return line + note(decimals(tick, x.digits, locale), [foot[0], foot[1] + 17], 'middle');
    });
    const horizontal = y.ticks.map((tick) => {
      const start = this.at(x.from, tick);
      const line = polyline(tick === 0 ? 'axis' : 'grid', [start, this.at(x.to, tick)]);
      return line + note(decimals(tick, y.digits, locale), [start[0] - 6, start[1] + 4], 'end');
    });
    return [...vertical, ...horizontal].join('');
  }
}

function share({ from, to }: Axis, value: number): number {
  return (value - from) / (to - from);
}

/** Heights for labels that would stand at `wanted`, from the top down in this order, none nearer to the one above than `gap`. */
export function apart(wanted: readonly number[], gap = 16): readonly number[] {
  let last = Number.NEGATIVE_INFINITY;
  return wanted.map((height) => {
    last = Math.max(height, last + gap);
    return last;
  });
}
