import type { Random } from './random';

/** Who gets a mask of its own: every example, every training step, or the whole training a single one. */
export type MaskSharing = 'example' | 'step' | 'training';

/** Numbers in (0, 1) with 16 bits each, two from one draw: masks take hundreds of thousands of them. */
function drawShares(count: number, random: Random): Float32Array {
  const shares = new Float32Array(count);
  for (let at = 0; at < count; at += 2) {
    const word = random.integer(2 ** 32);
    shares[at] = ((word & 0xffff) + 0.5) / 2 ** 16;
    if (at + 1 < count) shares[at + 1] = ((word >>> 16) + 0.5) / 2 ** 16;
  }
  return shares;
}

/**
 * What the values of a layer are multiplied by under inverted dropout: 0 with probability p, else 1 / (1 − p), so that the mean is 1.
 * `[rates, points, width]`, one matrix for each rate p, all from the same draws: what a small rate drops, a larger one drops too.
 * Unless each example has its own mask, all points of a matrix have the same.
 */
export function drawFactors(
  rates: readonly number[],
  points: number,
  width: number,
  sharing: MaskSharing,
  random: Random,
): Float32Array {
  const size = points * width;
  const draws = drawShares(sharing === 'example' ? size : width, random);
  const factors = new Float32Array(rates.length * size);
  for (const [index, rate] of rates.entries()) {
    const kept = 1 / (1 - rate);
    const start = index * size;
    for (let at = 0; at < draws.length; at++) factors[start + at] = draws[at]! < rate ? 0 : kept;
    for (let filled = draws.length; filled < size; filled += draws.length) {
      factors.copyWithin(start + filled, start, start + draws.length);
    }
  }
  return factors;
}
