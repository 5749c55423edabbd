import type { Random } from '../kit/random';
import { type MatrixView, multiply } from '../kit/tensor/matrixProduct';
import { ADAM } from '../kit/tensor/optimizers';

/*
 * A binary classifier in plain arrays. The networks of this experiment differ in depth and activation function and so share no matrices;
 * each product is so small that starting a tensor operation would take longer than computing it.
 */

/** A hidden layer's function, and its derivative from its output. */
export interface ActivationFunction {
  readonly of: (sum: number) => number;
  readonly slope: (output: number) => number;
}

/** What a `SmallNetwork` is built from. */
export interface SmallNetworkOptions {
  /** From input to output; the single output is a logit. */
  readonly widths: readonly number[];
  readonly activation: ActivationFunction;
  /** The weights' standard deviation times √inputs; biases are zero. */
  readonly gain: number;
  readonly optimizer: 'gradient-descent' | 'adam';
  readonly random: Random;
}

/** One layer: weights `[inputs + 1, outputs]`, the last row the biases, and Adam's moments of the same shape. */
export interface Layer {
  readonly inputs: number;
  readonly outputs: number;
  readonly weights: Float32Array;
  readonly first: Float32Array;
  readonly second: Float32Array;
}

/** Data: `inputs` `[points, features]`, `labels` `[points]`, 0 or 1. */
export interface Data {
  readonly inputs: Float32Array;
  readonly labels: Float32Array;
}

function createLayer(inputs: number, outputs: number, gain: number, random: Random): Layer {
  const size = (inputs + 1) * outputs;
  const deviation = gain / Math.sqrt(inputs);
  const weights = Float32Array.from({ length: size }, (_, at) =>
    at < inputs * outputs ? deviation * random.normal() : 0,
  );
  return { inputs, outputs, weights, first: new Float32Array(size), second: new Float32Array(size) };
}

function view(values: Float32Array, columns: number): MatrixView {
  return { values, start: 0, row: columns, column: 1 };
}

function transposed(values: Float32Array, columns: number): MatrixView {
  return { values, start: 0, row: 1, column: columns };
}

/** σ(z) − y over the number of points: the derivative of the mean cross entropy by the logits. */
function lossSlope(logits: Float32Array, labels: Float32Array): Float32Array {
  return logits.map((logit, point) => (1 / (1 + Math.exp(-logit)) - labels[point]!) / logits.length);
}

/** Derivative by the weights and biases of a layer, `[inputs + 1, outputs]`. */
function weightGradient(
  { inputs, outputs }: Layer,
  below: Float32Array,
  delta: Float32Array,
  points: number,
): Float32Array {
  const gradient = new Float32Array((inputs + 1) * outputs);
  const size = { rows: inputs, inner: points, columns: outputs };
  multiply(transposed(below, inputs), view(delta, outputs), size, gradient, 0);
  const biases = gradient.subarray(inputs * outputs);
  for (let start = 0; start < delta.length; start += outputs) {
    for (let unit = 0; unit < outputs; unit++) biases[unit]! += delta[start + unit]!;
  }
  return gradient;
}

function addBiases(sums: Float32Array, { inputs, outputs, weights }: Layer): void {
  const biases = inputs * outputs;
  for (let start = 0; start < sums.length; start += outputs) {
    for (let unit = 0; unit < outputs; unit++) sums[start + unit]! += weights[biases + unit]!;
  }
}

/** A small classifier that is trained on all points at once. */
export class SmallNetwork {
  readonly #options: SmallNetworkOptions;
  readonly #layers: readonly Layer[];
  #steps = 0;

  constructor(options: SmallNetworkOptions) {
    this.#options = options;
    const { widths, gain, random } = options;
    this.#layers = widths
      .slice(1)
      .map((outputs, index) => createLayer(widths[index]!, outputs, gain, random.stream(`layer ${index}`)));
  }

  /** The layers from the input on; their arrays change with every step. */
  get layers(): readonly Layer[] {
    return this.#layers;
  }

  /** What each layer puts out, `[points, outputs]`, the logits last. */
  outputs(inputs: Float32Array): readonly Float32Array[] {
    const { activation } = this.#options;
    const points = inputs.length / this.#layers[0]!.inputs;
    const results: Float32Array[] = [];
    for (const [index, layer] of this.#layers.entries()) {
      const size = { rows: points, inner: layer.inputs, columns: layer.outputs };
      const result = new Float32Array(points * layer.outputs);
      const below = results.at(-1) ?? inputs;
      multiply(view(below, layer.inputs), view(layer.weights, layer.outputs), size, result, 0);
      addBiases(result, layer);
      const isLast = index === this.#layers.length - 1;
      if (!isLast) for (let at = 0; at < result.length; at++) result[at] = activation.of(result[at]!);
      results.push(result);
    }
    return results;
  }

  /** Derivative of the mean cross entropy by each layer's weights and biases, `[inputs + 1, outputs]` each. */
  gradients({ inputs, labels }: Data): readonly Float32Array[] {
    const outputs = this.outputs(inputs);
    const points = labels.length;
    const gradients: Float32Array[] = [];
    let delta = lossSlope(outputs.at(-1)!, labels);
    for (let index = this.#layers.length - 1; index >= 0; index--) {
      const layer = this.#layers[index]!;
      const below = outputs[index - 1];
      gradients.unshift(weightGradient(layer, below ?? inputs, delta, points));
      if (below) delta = this.#passDown(layer, below, delta, points);
    }
    return gradients;
  }

  /** Derivative by the sums of the layer below, whose outputs are given. */
  #passDown(layer: Layer, below: Float32Array, delta: Float32Array, points: number): Float32Array {
    const { slope } = this.#options.activation;
    const result = new Float32Array(below.length);
    const size = { rows: points, inner: layer.outputs, columns: layer.inputs };
    multiply(view(delta, layer.outputs), transposed(layer.weights, layer.outputs), size, result, 0);
    for (let at = 0; at < result.length; at++) result[at]! *= slope(below[at]!);
    return result;
  }

  /** One step over all points; changes the weights. */
  step(data: Data, learningRate: number): void {
    this.#steps++;
    for (const [index, gradient] of this.gradients(data).entries()) {
      const layer = this.#layers[index]!;
      if (this.#options.optimizer === 'adam') this.#stepAdam(layer, gradient, learningRate);
      else for (let at = 0; at < gradient.length; at++) layer.weights[at]! -= learningRate * gradient[at]!;
    }
  }

  /** Kingma, Ba: Adam: a method for stochastic optimization (2015), algorithm 1. */
  #stepAdam({ weights, first, second }: Layer, gradient: Float32Array, learningRate: number): void {
    const { beta1, beta2, epsilon } = ADAM;
    const correction1 = 1 - beta1 ** this.#steps;
    const correction2 = 1 - beta2 ** this.#steps;
    for (let at = 0; at < gradient.length; at++) {
      const slope = gradient[at]!;
      first[at] = beta1 * first[at]! + (1 - beta1) * slope;
      second[at] = beta2 * second[at]! + (1 - beta2) * slope * slope;
      const change = first[at]! / correction1 / (Math.sqrt(second[at]! / correction2) + epsilon);
      weights[at]! -= learningRate * change;
    }
  }
}
