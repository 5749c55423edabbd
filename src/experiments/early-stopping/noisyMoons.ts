import { logisticLoss } from '../kit/crossEntropy';
import type { Random } from '../kit/random';

/** Points of two classes in turn, without and with their noise. */
export interface Moons {
  /** Places on the arcs and standard normal displacements, `[points, 4]`: x, y, dx, dy. */
  readonly drawn: Float32Array;
  /** Class 0 or 1 of each point, `[points]`. */
  readonly labels: Float32Array;
}

/** The arc of a class at an angle of 0 … π: half circles of radius 1 around (0, 0), open below, and (1, 0.5), open above. */
function onArc(label: number, angle: number): readonly [number, number] {
  const [x, y] = [Math.cos(angle), Math.sin(angle)];
  return label === 0 ? [x, y] : [1 - x, 0.5 - y];
}

/** Draws points whose noise can be turned up afterwards: the same points, only blurred more. */
export function drawMoons(count: number, random: Random): Moons {
  const drawn = new Float32Array(count * 4);
  const labels = Float32Array.from({ length: count }, (_, point) => point % 2);
  for (const [point, label] of labels.entries()) {
    const [x, y] = onArc(label, Math.PI * random.uniform());
    drawn.set([x, y, random.normal(), random.normal()], point * 4);
  }
  return { drawn, labels };
}

/** Coordinates under noise of that standard deviation, `[points, 2]`. */
export function blur({ drawn, labels }: Moons, noise: number): Float32Array {
  return Float32Array.from({ length: labels.length * 2 }, (_, at) => {
    const from = Math.floor(at / 2) * 4 + (at % 2);
    return drawn[from]! + noise * drawn[from + 2]!;
  });
}

/** Steps of the sum that stands for the integral along an arc. */
const ANGLES = 96;

/** Logarithm of a class's density at a point, up to a constant that both classes share. */
function logDensity(label: number, x: number, y: number, noise: number): number {
  const exponents = Array.from({ length: ANGLES }, (_, index) => {
    const [centreX, centreY] = onArc(label, (Math.PI * (index + 0.5)) / ANGLES);
    return -((x - centreX) ** 2 + (y - centreY) ** 2) / (2 * noise * noise);
  });
  const largest = Math.max(...exponents);
  return largest + Math.log(exponents.reduce((sum, exponent) => sum + Math.exp(exponent - largest), 0));
}

/**
 * Mean cross entropy in nats, on these points, of the classifier that knows the distribution they come from. On average over samples no
 * classifier has less.
 */
export function bayesLoss(moons: Moons, noise: number): number {
  const points = blur(moons, noise);
  let sum = 0;
  for (const [point, label] of moons.labels.entries()) {
    const [x, y] = [points[point * 2]!, points[point * 2 + 1]!];
    const [right, wrong] = [logDensity(label, x, y, noise), logDensity(1 - label, x, y, noise)];
    sum += logisticLoss(wrong - right, 0);
  }
  return sum / moons.labels.length;
}
