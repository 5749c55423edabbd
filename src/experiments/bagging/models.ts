import { solvePositiveDefinite } from '../kit/linearSystem';
import type { Random } from '../kit/random';

/** Features besides the constant one: the polynomial's degree, the network's hidden units. */
export const CAPACITY = 9;
const FEATURES = CAPACITY + 1;
/** Standard deviation of the slopes of hidden units. */
const SLOPE = 4;
/** Stochastic gradient descent: steps, examples a step, learning rate. */
export const DESCENT = { steps: 400, batch: 3, rate: 0.15 } as const;

/** What the features of a place in [−1, 1] are; the first of them is 1. */
export type FeatureMap = (place: number) => readonly number[];

/** The Chebyshev polynomials T₀ … T₉, which span all polynomials of degree 9. */
export const polynomialFeatures: FeatureMap = (place) =>
  Array.from({ length: FEATURES }, (_, k) => Math.cos(k * Math.acos(place)));

/** A hidden layer of tanh units with random slopes and places, which is not trained. */
export function drawHiddenLayer(random: Random): FeatureMap {
  const units = Array.from({ length: CAPACITY }, () => ({
    slope: SLOPE * random.normal(),
    centre: 2 * random.uniform() - 1,
  }));
  return (place) => [1, ...units.map(({ slope, centre }) => Math.tanh(slope * (place - centre)))];
}

/** How often each of `points` examples is among as many that are drawn with replacement, `[points]`. */
export function drawBootstrap(points: number, random: Random): Float64Array {
  const counts = new Float64Array(points);
  for (let draw = 0; draw < points; draw++) counts[random.integer(points)]! += 1;
  return counts;
}

/** The order in which stochastic gradient descent sees `points` examples: shuffled anew in every epoch, `[steps · batch]`. */
export function drawOrder(points: number, random: Random): Uint16Array {
  const order = new Uint16Array(DESCENT.steps * DESCENT.batch);
  const examples = Array.from({ length: points }, (_, index) => index);
  for (let start = 0; start < order.length; start += points) {
    order.set(random.shuffle(examples).slice(0, order.length - start), start);
  }
  return order;
}

/** Features of every place, `[places, features]`. */
export function featureMatrix(features: FeatureMap, places: readonly number[]): Float64Array {
  return Float64Array.from(places.flatMap((place) => features(place)));
}

/**
 * Weights that minimise (1/2N) Σ mᵢ (φᵢᵀw − yᵢ)² + (α/2) Σ_{k≥1} w_k², `[features]`.
 * @param inputs φ, `[points, features]`
 * @param counts m, how often each example counts
 * @param penalty α, greater than zero
 */
export function fitCounted(
  inputs: Float64Array,
  counts: Float64Array,
  targets: Float64Array,
  penalty: number,
): Float64Array {
  const points = counts.length;
  // Its lower half: the solver does not look at the other.
  const matrix = new Float64Array(FEATURES * FEATURES);
  const rightSide = new Float64Array(FEATURES);
  for (let k = 1; k < FEATURES; k++) matrix[k * FEATURES + k] = penalty;
  for (let point = 0; point < points; point++) {
    const row = point * FEATURES;
    for (let i = 0; i < FEATURES; i++) {
      const factor = (counts[point]! / points) * inputs[row + i]!;
      rightSide[i]! += factor * targets[point]!;
      for (let j = 0; j <= i; j++) matrix[i * FEATURES + j]! += factor * inputs[row + j]!;
    }
  }
  return solvePositiveDefinite(matrix, rightSide);
}

/** Weights after gradient descent from zero on mini-batches in that order, under the same penalty: `[features]`. */
export function descendInOrder(
  inputs: Float64Array,
  order: Uint16Array,
  targets: Float64Array,
  penalty: number,
): Float64Array {
  const { batch, rate } = DESCENT;
  const weights = new Float64Array(FEATURES);
  const slope = new Float64Array(FEATURES);
  for (let start = 0; start < order.length; start += batch) {
    for (let k = 0; k < FEATURES; k++) slope[k] = k === 0 ? 0 : penalty * weights[k]!;
    for (let at = start; at < start + batch; at++) {
      const row = order[at]! * FEATURES;
      let error = -targets[order[at]!]!;
      for (let k = 0; k < FEATURES; k++) error += inputs[row + k]! * weights[k]!;
      for (let k = 0; k < FEATURES; k++) slope[k]! += (error * inputs[row + k]!) / batch;
    }
    for (let k = 0; k < FEATURES; k++) weights[k]! -= rate * slope[k]!;
  }
  return weights;
}

/** Values of a model at places with these features `[places, features]`. */
export function valuesAt(features: Float64Array, weights: Float64Array): Float64Array {
  const values = new Float64Array(features.length / FEATURES);
  for (let row = 0; row < values.length; row++) {
    for (let k = 0; k < FEATURES; k++) values[row]! += features[row * FEATURES + k]! * weights[k]!;
  }
  return values;
}
