import type { Random } from '../kit/random';

/** Half the width of the empty strips along the axes. */
export const GAP = 0.1;

/** A coordinate in −1 … 1 outside the strip around 0, of that sign. */
function coordinate(sign: number, random: Random): number {
  return sign * (GAP + (1 - GAP) * random.uniform());
}

/**
 * The XOR task on a square: class 1 where the signs of the coordinates differ. `[count, 3]`, each row x, y, class; the four quadrants
 * in turn, evenly distributed.
 */
export function drawXor(count: number, random: Random): Float32Array {
  const points = new Float32Array(count * 3);
  for (let point = 0; point < count; point++) {
    const [signX, signY] = [point % 2 ? 1 : -1, point % 4 < 2 ? 1 : -1];
    points.set([coordinate(signX, random), coordinate(signY, random), signX === signY ? 0 : 1], point * 3);
  }
  return points;
}
