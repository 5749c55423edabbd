import type { Random } from '../random';
import {
  type Activation,
  backward,
  descentWithPenalty,
  forward,
  gradientWithPenalty,
  logisticDelta,
} from './dense';
import { ADAM, adam } from './optimizers';
import { download, type Tensor, upload } from './program';

/** How the weights follow the gradient. */
export type Optimizer = 'adam' | 'gradient-descent';

/** What `VariantNetwork` is built from. */
export interface NetworkOptions {
  /** How many networks are trained at once. */
  readonly variants: number;
  /** Widths from input to output, e.g. `[2, 32, 32, 1]`; the single output is a logit. */
  readonly widths: readonly number[];
  /** What the hidden layers do with their sums; ReLU where nothing is said. */
  readonly activation?: Activation;
  /** Weight of the L2 penalty of each variant, `[variants]`; biases are not penalised. None where nothing is said. */
  readonly penalties?: Float32Array;
  /** What the networks begin with; `heNormal` for all variants alike where nothing is said. */
  readonly initialize?: Initialize;
  readonly optimizer: Optimizer;
  readonly random: Random;
}

/**
 * The weights that a layer begins with: `[inputs + 1, outputs]` for all variants alike, or `[variants, inputs + 1, outputs]`; the last row
 * of each matrix holds the biases. `layer` counts from 0. `random` is the layer's own stream.
 */
export type Initialize = (layer: number, inputs: number, outputs: number, random: Random) => Float32Array;

/** Weights of one layer, `[variants, inputs + 1, outputs]`; the last row of each variant holds the biases. */
export interface LayerWeights {
  readonly values: Float32Array;
  readonly inputs: number;
  readonly outputs: number;
}

/** Weights with variance 2 / inputs and biases of zero, `[inputs + 1, outputs]`. He et al.: Delving deep into rectifiers (2015), 2.2. */
export function heNormal(_layer: number, inputs: number, outputs: number, random: Random): Float32Array {
  const scale = Math.sqrt(2 / inputs);
  return Float32Array.from({ length: (inputs + 1) * outputs }, (_, at) =>
    at < inputs * outputs ? scale * random.normal() : 0,
  );
}

/**
 * The weights of every variant, followed by the optimiser's zeros: `[matrices, inputs + 1, outputs]`.
 * @param weights of one variant (`size` numbers), or of all.
 */
function initialState(weights: Float32Array, size: number, variants: number, matrices: number): Float32Array {
  const state = new Float32Array(matrices * size);
  if (weights.length === variants * size) state.set(weights);
  else for (let variant = 0; variant < variants; variant++) state.set(weights, variant * size);
  return state;
}

/** What the derivative by a layer's weights is computed from. */
type Slope = Readonly<Record<'Input' | 'Delta' | 'Weights' | 'Penalties', Tensor>>;

/**
 * Binary classifiers with the same architecture and the same data, trained in step, each from its own weights and under its own L2
 * penalty. One step of a network with three layers takes 9 draws, with Adam 12, whatever the number of variants.
 */
export class VariantNetwork {
  readonly #options: NetworkOptions;
  readonly #penalties: Tensor;
  /** State of each layer, `[matrices, inputs + 1, outputs]`; the first `variants` matrices are the weights. */
  #layers: Tensor[];
  #steps = 0;

  constructor(options: NetworkOptions) {
    this.#options = options;
    const { variants, widths, random, initialize = heNormal } = options;
    this.#penalties = upload(options.penalties ?? new Float32Array(variants), [variants, 1, 1]);
    const matrices = options.optimizer === 'adam' ? 3 * variants : variants;
    this.#layers = widths.slice(1).map((outputs, layer) => {
      const inputs = widths[layer]!;
      const weights = initialize(layer, inputs, outputs, random.stream(`layer ${layer}`));
      const state = initialState(weights, (inputs + 1) * outputs, variants, matrices);
      return upload(state, [matrices, inputs + 1, outputs]);
    });
  }

  /** Output of every layer in order; the last are the logits, `[variants, points, 1]`. */
  #outputs(input: Tensor): Tensor[] {
    const outputs: Tensor[] = [];
    const { variants: variantCount, activation = 'relu' } = this.#options;
    for (const [index, weights] of this.#layers.entries()) {
      const layer = forward[index === this.#layers.length - 1 ? 'linear' : activation];
      outputs.push(layer({ Input: outputs.at(-1) ?? input, Weights: weights }, { variantCount }));
    }
    return outputs;
  }

  /** Logits of each variant at `[1, points, features]` inputs: `[variants, points]`, row-major. */
  logits(input: Tensor): Float32Array {
    const outputs = this.#outputs(input);
    const logits = download(outputs.at(-1)!);
    for (const output of outputs) output.dispose();
    return logits;
  }

  /** What every layer puts out at `[1, points, features]` inputs, from the first hidden one to the logits: `[variants, points, width]` each. */
  outputs(input: Tensor): Float32Array[] {
    return this.#outputs(input).map((output) => {
      const values = download(output);
      output.dispose();
      return values;
    });
  }

  /** One step over all points. `input` `[1, points, features]`, `labels` `[1, points, 1]`, 0 or 1. Changes the weights. */
  step(input: Tensor, labels: Tensor, learningRate: number): void {
    this.#steps++;
    this.#differentiate(input, labels, (layer, slope) => {
      this.#layers[layer] = this.#update(slope, learningRate);
      slope.Weights.dispose();
    });
  }

  /** The derivative of the loss by the weights of every layer from the input on, as `weights` gives them. Changes nothing. */
  gradients(input: Tensor, labels: Tensor): Float32Array[] {
    const gradients: Float32Array[] = [];
    this.#differentiate(input, labels, (layer, slope) => {
      const gradient = gradientWithPenalty(slope, {});
      gradients[layer] = download(gradient);
      gradient.dispose();
    });
    return gradients;
  }

  /** Goes from the last layer to the first and hands out what each layer's gradient follows from; `Delta` is freed afterwards. */
  #differentiate(input: Tensor, labels: Tensor, take: (layer: number, slope: Slope) => void): void {
    const { activation = 'relu' } = this.#options;
    const outputs = this.#outputs(input);
    let Delta = logisticDelta({ Logits: outputs.at(-1)!, Labels: labels }, {});
    for (let layer = this.#layers.length - 1; layer >= 0; layer--) {
      const Weights = this.#layers[layer]!;
      const below = outputs[layer - 1];
      const deltaBelow = below && backward[activation]({ Delta, Weights, Output: below }, {});
      take(layer, { Input: below ?? input, Delta, Weights, Penalties: this.#penalties });
      Delta.dispose();
      if (deltaBelow) Delta = deltaBelow;
    }
    for (const output of outputs) output.dispose();
  }

  #update(slope: Slope, learningRate: number): Tensor {
    if (this.#options.optimizer === 'gradient-descent') return descentWithPenalty(slope, { learningRate });
    const Gradient = gradientWithPenalty(slope, {});
    const correction1 = 1 - ADAM.beta1 ** this.#steps;
    const correction2 = 1 - ADAM.beta2 ** this.#steps;
    const numbers = { ...ADAM, learningRate, correction1, correction2 };
    const state = adam({ State: slope.Weights, Gradient }, numbers);
    Gradient.dispose();
    return state;
  }

  /** The weights of every layer from the input on, without the optimiser's moments. */
  weights(): LayerWeights[] {
    const { variants, widths } = this.#options;
    return this.#layers.map((layer, index) => {
      const [inputs, outputs] = [widths[index]!, widths[index + 1]!];
      const values = download(layer).subarray(0, variants * (inputs + 1) * outputs);
      return { values, inputs, outputs };
    });
  }

  /** Frees every tensor. Idempotent. */
  dispose(): void {
    for (const tensor of [this.#penalties, ...this.#layers]) tensor.dispose();
    this.#layers = [];
  }
}
