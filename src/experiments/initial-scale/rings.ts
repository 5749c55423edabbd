import type { Random } from '../kit/random';

/** Radius of the inner disc, and inner and outer radius of the ring around it. */
export const RADII = { disc: 0.6, inner: 1, outer: 1.6 } as const;

/**
 * A disc and a ring around it, classes in turn: `[count, 3]`, each row x, y, class. Class 1 is the disc. Evenly distributed over
 * their areas. No straight line parts them.
 */
export function drawRings(count: number, random: Random): Float32Array {
  const points = new Float32Array(count * 3);
  for (let point = 0; point < count; point++) {
    const label = (point + 1) % 2;
    const [from, to] = label === 1 ? [0, RADII.disc] : [RADII.inner, RADII.outer];
    const radius = Math.sqrt(from ** 2 + random.uniform() * (to ** 2 - from ** 2));
    const angle = 2 * Math.PI * random.uniform();
    points.set([radius * Math.cos(angle), radius * Math.sin(angle), label], point * 3);
  }
  return points;
}
