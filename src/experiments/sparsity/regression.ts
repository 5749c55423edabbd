import { gramMatrix, projectOntoColumns } from '../kit/linearSystem';
import type { Random } from '../kit/random';

/** A least-squares problem, L(w) = ‖Xw − y‖² / 2N, by its curvature and its slope at w = 0. */
export interface Problem {
  /** XᵀX / N, `[features, features]`. */
  readonly curvature: Float64Array;
  /** Xᵀy / N, `[features]`. */
  readonly projections: Float64Array;
}

/** What drives weights to zero, and how one step of it is taken. */
export type Method = 'l1-proximal' | 'l1-subgradient' | 'l2';

/** S(w, t) = sgn(w) · max(|w| − t, 0). */
export function softThreshold(weight: number, threshold: number): number {
  return Math.sign(weight) * Math.max(Math.abs(weight) - threshold, 0);
}

/** True weights: the first `relevant` of them of size 0.5 … 1.5 with random signs, the others 0. */
export function drawWeights(features: number, relevant: number, random: Random): Float64Array {
  return Float64Array.from({ length: features }, (_, index) => {
    const weight = (0.5 + random.uniform()) * (random.uniform() < 0.5 ? -1 : 1);
    return index < relevant ? weight : 0;
  });
}

/** Normally distributed inputs `[points, features]`, each feature with variance 1. */
export function drawInputs(points: number, features: number, random: Random): Float64Array {
  return Float64Array.from({ length: points * features }, () => random.normal());
}

/**
 * Makes the columns of `inputs` `[points, features]` orthogonal with XᵀX = N·I, in place (modified Gram–Schmidt).
 * Needs at least as many points as features.
 */
export function orthogonalize(inputs: Float64Array, features: number): void {
  const points = inputs.length / features;
  const product = (a: number, b: number): number => {
    let sum = 0;
    for (let row = 0; row < inputs.length; row += features) sum += inputs[row + a]! * inputs[row + b]!;
    return sum;
  };
  for (let column = 0; column < features; column++) {
    for (let before = 0; before < column; before++) {
      const share = product(column, before) / points;
      for (let row = 0; row < inputs.length; row += features) {
        inputs[row + column]! -= share * inputs[row + before]!;
      }
    }
    const scale = Math.sqrt(points / product(column, column));
    for (let row = column; row < inputs.length; row += features) inputs[row]! *= scale;
  }
}

/** The problem that inputs `[points, features]` pose whose targets are Xw plus normal noise. */
export function poseProblem(
  inputs: Float64Array,
  weights: Float64Array,
  noise: number,
  random: Random,
): Problem {
  const features = weights.length;
  const points = inputs.length / features;
  const targets = Float64Array.from({ length: points }, (_, row) => {
    let target = noise * random.normal();
    for (let i = 0; i < features; i++) target += inputs[row * features + i]! * weights[i]!;
    return target;
  });
  return {
    curvature: gramMatrix(inputs, features).map((entry) => entry / points),
    projections: projectOntoColumns(inputs, features, targets).map((entry) => entry / points),
  };
}

/** One step of gradient descent on L(w) plus penalty with rate η and strength α; changes `weights`. */
export function descend(
  { curvature, projections }: Problem,
  weights: Float64Array,
  method: Method,
  rate: number,
  penalty: number,
): void {
  const features = weights.length;
  const before = weights.slice();
  for (let i = 0; i < features; i++) {
    const weight = before[i]!;
    let slope = -projections[i]!;
    for (let j = 0; j < features; j++) slope += curvature[i * features + j]! * before[j]!;
    if (method === 'l2') slope += penalty * weight;
    if (method === 'l1-subgradient') slope += penalty * Math.sign(weight);
    const moved = weight - rate * slope;
    weights[i] = method === 'l1-proximal' ? softThreshold(moved, rate * penalty) : moved;
  }
}
