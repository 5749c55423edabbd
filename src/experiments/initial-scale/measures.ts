import { normalCdf } from '../kit/errorFunction';

/** Share of its largest value below which a derivative counts as saturated. */
export const SATURATED_BELOW = 0.04;

/** Activations of the hidden layers. */
export type HiddenActivation = 'tanh' | 'sigmoid' | 'relu';

/** Derivative as a share of its largest value, 0 … 1, from the unit's output. */
const relativeDerivative: Readonly<Record<HiddenActivation, (output: number) => number>> = {
  tanh: (y) => 1 - y * y,
  sigmoid: (y) => 4 * y * (1 - y),
  relu: (y) => (y > 0 ? 1 : 0),
};

/** Share of the outputs at which the derivative is below 4 % of its largest value, 0 … 1. NaN where an output is. */
export function saturatedShare(outputs: Float32Array, activation: HiddenActivation): number {
  const derivative = relativeDerivative[activation];
  let saturated = 0;
  for (const output of outputs) {
    if (Number.isNaN(output)) return Number.NaN;
    if (derivative(output) < SATURATED_BELOW) saturated++;
  }
  return saturated / outputs.length;
}

/** How far from zero a sum is saturated; NaN for ReLU, whose derivative has no scale. */
export function saturationEdge(activation: HiddenActivation): number {
  if (activation === 'relu') return Number.NaN;
  // σ(z) = (1 + tanh(z / 2)) / 2: the sigmoid saturates at twice the sum.
  return Math.atanh(Math.sqrt(1 - SATURATED_BELOW)) * (activation === 'sigmoid' ? 2 : 1);
}

/**
 * The share of saturated units to be expected of the first hidden layer before training, 0 … 1. Weights are normal with standard
 * deviation `scale` / √2, biases zero, so the sum at a point x is normal with standard deviation `scale` · ‖x‖ / √2.
 * @param coordinates `[points, 2]`
 */
export function expectedSaturation(
  scale: number,
  coordinates: Float32Array,
  activation: HiddenActivation,
): number {
  if (activation === 'relu') return 0.5;
  const edge = saturationEdge(activation);
  let sum = 0;
  for (let at = 0; at < coordinates.length; at += 2) {
    const deviation = (scale * Math.hypot(coordinates[at]!, coordinates[at + 1]!)) / Math.SQRT2;
    sum += 2 * normalCdf(-edge / deviation);
  }
  return (sum / coordinates.length) * 2;
}

/** Removes from `values` its mean and its part along `direction`, which has mean zero. */
function withoutMeanAnd(values: Float64Array, direction?: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const centred = values.map((value) => value - mean);
  if (!direction) return centred;
  const factor = dot(centred, direction) / dot(direction, direction);
  return centred.map((value, at) => value - factor * direction[at]!);
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, at) => sum + value * b[at]!, 0);
}

/**
 * R² of the best affine fit c + a·x + b·y to the values, 0 … 1: 1 where they depend linearly on the coordinates.
 * @param coordinates `[points, 2]`, not all on a line
 * @returns NaN where a value is NaN or all are the same
 */
export function affineFit(coordinates: Float32Array, values: Float32Array): number {
  const axis = (offset: number) => Float64Array.from(values, (_, at) => coordinates[2 * at + offset]!);
  const x = withoutMeanAnd(axis(0));
  const y = withoutMeanAnd(axis(1), x);
  const all = Float64Array.from(values);
  const total = withoutMeanAnd(all);
  // Below this the differences are rounding: the values have 24 bits.
  if (dot(total, total) <= 1e-14 * dot(all, all)) return Number.NaN;
  const explained = dot(total, x) ** 2 / dot(x, x) + dot(total, y) ** 2 / dot(y, y);
  return explained / dot(total, total);
}
