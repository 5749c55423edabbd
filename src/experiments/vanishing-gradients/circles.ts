import type { Random } from '../kit/random';

/** A disc around 0 with radius 0.6 (class 1) inside a ring from 1 to 1.6 (class 0), in turn: `[count, 3]`, each row x, y, class. */
export function drawCircles(count: number, random: Random): Float32Array {
  const points = new Float32Array(count * 3);
  for (let point = 0; point < count; point++) {
    const label = point % 2;
    const radius = label === 1 ? 0.6 * Math.sqrt(random.uniform()) : 1 + 0.6 * random.uniform();
    const angle = 2 * Math.PI * random.uniform();
    points.set([radius * Math.cos(angle), radius * Math.sin(angle), label], point * 3);
  }
  return points;
}
