import type { Random } from './random';

/**
 * Two interleaved half circles of radius 1 with normal noise, classes in turn: `[count, 3]`, each row x, y, class 0 or 1.
 * Class 0 is the upper arc around (0, 0), class 1 the lower one around (1, 0.5).
 */
export function drawMoons(count: number, noise: number, random: Random): Float32Array {
  const points = new Float32Array(count * 3);
  for (let point = 0; point < count; point++) {
    const label = point % 2;
    const angle = Math.PI * random.uniform();
    const [x, y] = [Math.cos(angle), Math.sin(angle)];
    points[point * 3] = (label === 0 ? x : 1 - x) + noise * random.normal();
    points[point * 3 + 1] = (label === 0 ? y : 0.5 - y) + noise * random.normal();
    points[point * 3 + 2] = label;
  }
  return points;
}
