import type { Nonlinearity } from '../kit/meanField';
import type { Random } from '../kit/random';

/** Shape of a network of equal layers. */
export interface NetworkShape {
  readonly width: number;
  readonly depth: number;
}

/** What passes through one network: an input forwards, a direction at the output backwards. */
export interface Draw {
  /** Weights before scaling, mean 0 and variance 1, `[depth, width, width]`; row i leads to unit i. */
  readonly weights: Float32Array;
  /** Input with mean square exactly 1, `[width]`. */
  readonly input: Float64Array;
  /** Derivative of some loss by the outputs, mean square exactly 1, `[width]`. */
  readonly outputGradient: Float64Array;
}

/** A normally distributed vector, scaled to a mean square of 1. */
function drawDirection(width: number, random: Random): Float64Array {
  const vector = Float64Array.from({ length: width }, () => random.normal());
  const size = Math.sqrt(meanSquare(vector));
  return vector.map((value) => value / size);
}

/** Draws a network's weights with what is sent through it. */
export function drawNetwork({ width, depth }: NetworkShape, random: Random): Draw {
  const weights = Float32Array.from({ length: depth * width * width }, () => random.normal());
  return { weights, input: drawDirection(width, random), outputGradient: drawDirection(width, random) };
}

/** Mean of the squares. */
export function meanSquare(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return sum / values.length;
}

/** W · x times `factor`; W are the `[width, width]` weights of a layer. */
function multiply(weights: Float32Array, x: Float64Array, factor: number): Float64Array {
  const width = x.length;
  const result = new Float64Array(width);
  for (let row = 0; row < width; row++) {
    let sum = 0;
    for (let column = 0; column < width; column++) sum += weights[row * width + column]! * x[column]!;
    result[row] = factor * sum;
  }
  return result;
}

/** Wᵀ · x times `factor`. */
function multiplyTransposed(weights: Float32Array, x: Float64Array, factor: number): Float64Array {
  const width = x.length;
  const result = new Float64Array(width);
  for (let row = 0; row < width; row++) {
    const value = factor * x[row]!;
    if (value === 0) continue;
    for (let column = 0; column < width; column++) result[column]! += weights[row * width + column]! * value;
  }
  return result;
}

/** Mean squares before the first and after each layer, `depth + 1` entries each. */
export interface Signals {
  /** Of the activations. */
  readonly activations: readonly number[];
  /** Of the loss's derivative by these activations. */
  readonly gradients: readonly number[];
}

/** Sends the input forwards and the gradient back through a network whose weights have variance `scale` / width; no biases. */
export function sendThrough(
  { weights, input, outputGradient }: Draw,
  { width, depth }: NetworkShape,
  scale: number,
  { of, slope }: Nonlinearity,
): Signals {
  const factor = Math.sqrt(scale / width);
  const layers = Array.from({ length: depth }, (_, layer) =>
    weights.subarray(layer * width * width, (layer + 1) * width * width),
  );
  const activations = [meanSquare(input)];
  const slopes: Float64Array[] = [];
  let signal = input;
  for (const layer of layers) {
    const sums = multiply(layer, signal, factor);
    slopes.push(sums.map(slope));
    signal = sums.map(of);
    activations.push(meanSquare(signal));
  }
  const gradients = [meanSquare(outputGradient)];
  let gradient = outputGradient;
  for (const [index, layer] of [...layers.entries()].reverse()) {
    const bySums = gradient.map((value, unit) => value * slopes[index]![unit]!);
    gradient = multiplyTransposed(layer, bySums, factor);
    gradients.unshift(meanSquare(gradient));
  }
  return { activations, gradients };
}
