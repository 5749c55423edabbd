import { solvePositiveDefinite } from '../kit/linearSystem';
import type { Random } from '../kit/random';

/** Half the mean squared error of a linear model as a quadratic form: ½ wᵀHw − cᵀw, up to a constant. */
export interface Quadratic {
  /** H, `[size, size]`, symmetric and positive semidefinite. */
  readonly hessian: Float64Array;
  /** c, `[size]`. */
  readonly linear: Float64Array;
}

/** The noise of the targets, as a standard deviation. */
const NOISE = 0.3;

/**
 * The error of a linear model on random data. The true weights are all 1; feature i has standard deviation 10^(−i / (size − 1)), so
 * from 1 down to 0.1.
 */
export function drawRegression(size: number, examples: number, random: Random): Quadratic {
  const hessian = new Float64Array(size * size);
  const linear = new Float64Array(size);
  for (let example = 0; example < examples; example++) {
    const x = Float64Array.from({ length: size }, (_, i) => 10 ** (-i / (size - 1)) * random.normal());
    const target = x.reduce((sum, feature) => sum + feature, 0) + NOISE * random.normal();
    for (let i = 0; i < size; i++) {
      linear[i]! += (x[i]! * target) / examples;
      for (let j = 0; j < size; j++) hessian[i * size + j]! += (x[i]! * x[j]!) / examples;
    }
  }
  return { hessian, linear };
}

/** One step of gradient descent, as a new vector. */
export function descend(
  { hessian, linear }: Quadratic,
  weights: Float64Array,
  learningRate: number,
): Float64Array {
  const size = weights.length;
  return weights.map((weight, i) => {
    let slope = -linear[i]!;
    for (let j = 0; j < size; j++) slope += hessian[i * size + j]! * weights[j]!;
    return weight - learningRate * slope;
  });
}

/**
 * The minimum under the penalty ½ α‖w‖²: solves (H + αI) w = c. α = 0 gives least squares, where H is
 * regular; α = ∞ gives zeros.
 */
export function ridge({ hessian, linear }: Quadratic, penalty: number): Float64Array {
  const size = linear.length;
  if (penalty === Number.POSITIVE_INFINITY) return new Float64Array(size);
  const matrix = hessian.map((entry, at) => (at % (size + 1) === 0 ? entry + penalty : entry));
  return solvePositiveDefinite(matrix, linear);
}

/** Euclidean norm. */
export function norm(vector: Float64Array): number {
  return Math.hypot(...vector);
}

/** Cosine of the angle between two vectors; NaN where one is zero. */
export function cosine(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0) / (norm(a) * norm(b));
}
