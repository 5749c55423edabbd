type Range = readonly [number, number];

/** A part of a plane and the rectangle on a canvas that shows it, in device pixels. y points upwards in the plane, downwards on the canvas. */
export interface Plane {
  readonly x: Range;
  readonly y: Range;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A number moved into a range. */
export function clamp(value: number, [low, high]: Range): number {
  return Math.min(high, Math.max(low, value));
}

const keyMoves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** How far an arrow key moves a reading point, as a share of the part shown. */
const KEY_STEP = 0.02;

/** Where a key moves a reading point of the part shown, from its middle where there is none; `undefined` for other keys than arrows. */
export function movedByKey(
  { x, y }: Pick<Plane, 'x' | 'y'>,
  point: readonly [number, number] | undefined,
  key: string,
): readonly [number, number] | undefined {
  const move = keyMoves[key];
  if (!move) return undefined;
  const [fromX, fromY] = point ?? [(x[0] + x[1]) / 2, (y[0] + y[1]) / 2];
  return [
    clamp(fromX + move[0] * KEY_STEP * (x[1] - x[0]), x),
    clamp(fromY + move[1] * KEY_STEP * (y[1] - y[0]), y),
  ];
}

const shareOf = (value: number, [low, high]: Range) => (value - low) / (high - low);

/** Where a point of the plane is on the canvas; outside the rectangle where it is outside the part shown. */
export function toPixels(plane: Plane, x: number, y: number): readonly [number, number] {
  return [
    plane.left + shareOf(x, plane.x) * plane.width,
    plane.top + (1 - shareOf(y, plane.y)) * plane.height,
  ];
}

/** The point of the plane under a place on the canvas; `undefined` outside the rectangle. */
export function fromPixels(plane: Plane, left: number, top: number): readonly [number, number] | undefined {
  const across = (left - plane.left) / plane.width;
  const up = 1 - (top - plane.top) / plane.height;
  if (across < 0 || across > 1 || up < 0 || up > 1) return undefined;
  return [plane.x[0] + across * (plane.x[1] - plane.x[0]), plane.y[0] + up * (plane.y[1] - plane.y[0])];
}

/** Index of the raster cell that a point lies in, `[rows, columns]` with row 0 at the largest y; `undefined` outside the part shown. */
export function cellAt(
  plane: Pick<Plane, 'x' | 'y'>,
  rows: number,
  columns: number,
  x: number,
  y: number,
): number | undefined {
  const across = shareOf(x, plane.x);
  const down = 1 - shareOf(y, plane.y);
  if (!(across >= 0 && across <= 1 && down >= 0 && down <= 1)) return undefined;
  const column = Math.min(columns - 1, Math.floor(across * columns));
  return Math.min(rows - 1, Math.floor(down * rows)) * columns + column;
}
