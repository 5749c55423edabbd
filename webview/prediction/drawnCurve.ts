import type { Axis } from '../../src/experiments/kit/views';
import { clamp } from '../views/plane';

/** The axis on which a curve is drawn; on a log scale both ends of its range are positive. */
export interface DrawingAxis {
  readonly scale: Axis['scale'];
  readonly range: readonly [number, number];
}

/** Values by index of the point; `null` where nothing is drawn. */
export type Sketch = readonly (number | null)[];

/** How far an arrow key moves a point, and how far the keys for pages do, as shares of the axis. */
const SMALL_STEP = 1 / 40;
const LARGE_STEP = 1 / 8;

const along = ({ scale }: DrawingAxis, value: number) => (scale === 'log' ? Math.log(value) : value);

/** Where a value is on the axis, from 0 at its lower end to 1; values beyond its ends are at the ends, also 0 on a log scale. */
export function shareOfAxis(axis: DrawingAxis, value: number): number {
  const [low, high] = axis.range;
  const inside = clamp(value, [low, high]);
  return (along(axis, inside) - along(axis, low)) / (along(axis, high) - along(axis, low));
}

/** The value at a share of the axis; never outside its range. */
export function valueAtShare(axis: DrawingAxis, share: number): number {
  const [low, high] = axis.range;
  const place = along(axis, low) + clamp(share, [0, 1]) * (along(axis, high) - along(axis, low));
  return clamp(axis.scale === 'log' ? Math.exp(place) : place, [low, high]);
}

/** Joins what is drawn by straight lines on the axis; before the first and after the last point drawn there is nothing. */
function joined(axis: DrawingAxis, sketch: Sketch): Sketch {
  const line = [...sketch];
  let last: number | undefined;
  for (const [index, value] of sketch.entries()) {
    if (value === null) continue;
    if (last !== undefined) fillBetween(axis, line, last, index);
    last = index;
  }
  return line;
}

/** Sets the points between two others, in place. Both have values. */
function fillBetween(axis: DrawingAxis, line: (number | null)[], from: number, to: number): void {
  const [start, end] = [shareOfAxis(axis, line[from] ?? 0), shareOfAxis(axis, line[to] ?? 0)];
  for (let index = Math.min(from, to) + 1; index < Math.max(from, to); index++) {
    line[index] = valueAtShare(axis, start + ((end - start) * (index - from)) / (to - from));
  }
}

/** A curve that the learner draws over a list of points, with a pointer or with keys. It knows no page. */
export class DrawnCurve {
  readonly axis: DrawingAxis;
  #values: Sketch;
  #line: Sketch;
  /** What was there before each stroke. */
  #past: Sketch[] = [];
  /** A stroke of the pointer is in progress; `#last` is the point at which it is. */
  #isStroking = false;
  #last: number | undefined;
  #selected: number | undefined;
  /** Point that the last stroke moved with keys; moving it on is the same stroke. */
  #nudged: number | undefined;

  /** `values` are copied, those outside the axis taken to its ends. */
  constructor(axis: DrawingAxis, values: Sketch) {
    this.axis = axis;
    this.#values = values.map((value) =>
      value === null || Number.isNaN(value) ? null : clamp(value, axis.range),
    );
    this.#line = joined(axis, this.#values);
  }

  /** A curve of which nothing is drawn yet. */
  static empty(axis: DrawingAxis, points: number): DrawnCurve {
    return new DrawnCurve(axis, new Array<null>(points).fill(null));
  }

  /** The curve with what lies between two points drawn; as many as points. */
  get line(): Sketch {
    return this.#line;
  }

  /** The whole curve; `undefined` until it goes from the first to the last point. */
  get whole(): readonly number[] | undefined {
    const values = this.#line.filter((value) => value !== null);
    return values.length > 0 && values.length === this.#line.length ? values : undefined;
  }

  /** Whether the point itself was drawn, rather than lies between others. */
  isDrawn(point: number): boolean {
    return (this.#values[point] ?? null) !== null;
  }

  /** 0-based index of the point that keys move; `undefined` before one is picked. */
  get selected(): number | undefined {
    return this.#selected;
  }

  /** Whether there is a stroke that can be taken back. */
  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  /** Begins a stroke of the pointer. */
  beginStroke(): void {
    this.#isStroking = true;
    this.#last = undefined;
  }

  /**
   * Goes on with the stroke in progress: sets the point, and those that were passed since the last one. Does nothing where there is no
   * such point, no value or no stroke.
   */
  drawTo(point: number, value: number): void {
    if (!this.#isStroking || this.#values[point] === undefined || Number.isNaN(value)) return;
    if (this.#last === undefined) this.#remember();
    const values = [...this.#values];
    values[point] = clamp(value, this.axis.range);
    if (this.#last !== undefined) fillBetween(this.axis, values, this.#last, point);
    this.#last = point;
    this.#selected = point;
    this.#set(values);
  }

  /** Takes the last stroke back; one that is in progress ends. */
  undo(): void {
    const before = this.#past.pop();
    if (!before) return;
    this.#nudged = undefined;
    this.#isStroking = false;
    this.#set(before);
  }

  /**
   * Picks a point or moves the one picked, as the key says: left, right, Home, End; up, down, page up, page down. Whether the key
   * means anything here.
   */
  pressKey(key: string): boolean {
    const last = this.#values.length - 1;
    const selected = this.#selected ?? 0;
    const picks: Readonly<Record<string, number>> = {
      ArrowLeft: this.#selected === undefined ? last : selected - 1,
      ArrowRight: this.#selected === undefined ? 0 : selected + 1,
      Home: 0,
      End: last,
    };
    const moves: Readonly<Record<string, number>> = {
      ArrowUp: SMALL_STEP,
      ArrowDown: -SMALL_STEP,
      PageUp: LARGE_STEP,
      PageDown: -LARGE_STEP,
    };
    const [pick, move] = [picks[key], moves[key]];
    if (last < 0 || (pick === undefined && move === undefined)) return false;
    if (pick !== undefined) this.#selected = clamp(pick, [0, last]);
    if (move !== undefined) this.#nudge(selected, move);
    return true;
  }

  #nudge(point: number, share: number): void {
    if (this.#nudged !== point) this.#remember();
    this.#nudged = point;
    this.#selected = point;
    this.#isStroking = false;
    const values = [...this.#values];
    values[point] = valueAtShare(this.axis, this.#shareNear(point) + share);
    this.#set(values);
  }

  /** Height of the curve at a point, or at the nearest one that has any; the middle of the axis while nothing is drawn. */
  #shareNear(point: number): number {
    const distance = (index: number) => Math.abs(index - point);
    const nearest = this.#line
      .flatMap((value, index) => (value === null ? [] : [{ value, index }]))
      .reduce<{ value: number; index: number } | undefined>(
        (best, next) => (best && distance(best.index) <= distance(next.index) ? best : next),
        undefined,
      );
    return nearest ? shareOfAxis(this.axis, nearest.value) : 0.5;
  }

  #remember(): void {
    this.#nudged = undefined;
    this.#past.push(this.#values);
  }

  #set(values: Sketch): void {
    this.#values = values;
    this.#line = joined(this.axis, values);
  }
}
