import type { Random } from '../random';
import { backwardRelu, forward, gradientWithPenalty, logisticDelta } from './dense';
import { ADAM, adam, gradientDescent } from './optimizers';
import { download, type Tensor, upload } from './program';

/** How the weights follow the gradient. */
export type Optimizer = 'adam' | 'gradient-descent';

/** What `VariantNetwork` is built from. */
export interface NetworkOptions {
  /** How many networks are trained at once. They start from the same weights. */
  readonly variants: number;
  /** Widths from input to output, e.g. `[2, 32, 32, 1]`. Hidden layers are ReLU, the single output is a logit. */
  readonly widths: readonly number[];
  /** Weight of the L2 penalty of each variant, `[variants]`; biases are not penalised. */
  readonly penalties: Float32Array;
  readonly optimizer: Optimizer;
  readonly random: Random;
}

/** Weights of one layer, `[variants, inputs + 1, outputs]`; the last row of each variant holds the biases. */
export interface LayerWeights {
  readonly values: Float32Array;
  readonly inputs: number;
  readonly outputs: number;
}

/** Weights with variance 2 / inputs and biases of zero, `[inputs + 1, outputs]`. He et al.: Delving deep into rectifiers (2015), 2.2. */
function initialWeights(inputs: number, outputs: number, random: Random): Float32Array {
  const scale = Math.sqrt(2 / inputs);
  return Float32Array.from({ length: (inputs + 1) * outputs }, (_, at) =>
    at < inputs * outputs ? scale * random.normal() : 0,
  );
}

/** The same weights for every variant, followed by the optimiser's zeros: `[matrices, inputs + 1, outputs]`. */
function initialState(weights: Float32Array, variants: number, matrices: number): Float32Array {
  const state = new Float32Array(matrices * weights.length);
  for (let variant = 0; variant < variants; variant++) state.set(weights, variant * weights.length);
  return state;
}

/**
 * Binary classifiers with the same architecture, the same initial weights and the same data, trained in step, each under its own
 * L2 penalty. One step of a network with three layers takes 12 draws whatever the number of variants.
 */
export class VariantNetwork {
  readonly #options: NetworkOptions;
  readonly #penalties: Tensor;
  /** State of each layer, `[matrices, inputs + 1, outputs]`; the first `variants` matrices are the weights. */
  #layers: Tensor[];
  #steps = 0;

  constructor(options: NetworkOptions) {
    this.#options = options;
    const { variants, widths, penalties, random } = options;
    this.#penalties = upload(penalties, [variants, 1, 1]);
    const matrices = options.optimizer === 'adam' ? 3 * variants : variants;
    this.#layers = widths.slice(1).map((outputs, layer) => {
      const inputs = widths[layer]!;
      const weights = initialWeights(inputs, outputs, random.stream(`layer ${layer}`));
      return upload(initialState(weights, variants, matrices), [matrices, inputs + 1, outputs]);
    });
  }

  /** Output of every layer in order; the last are the logits, `[variants, points, 1]`. */
  #outputs(input: Tensor): Tensor[] {
    const outputs: Tensor[] = [];
    const variantCount = this.#options.variants;
    for (const [index, weights] of this.#layers.entries()) {
      const layer = index === this.#layers.length - 1 ? forward.linear : forward.relu;
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

  /** One step over all points. `input` `[1, points, features]`, `labels` `[1, points, 1]`, 0 or 1. Changes the weights. */
  step(input: Tensor, labels: Tensor, learningRate: number): void {
    this.#steps++;
    const outputs = this.#outputs(input);
    let delta = logisticDelta({ Logits: outputs.at(-1)!, Labels: labels }, {});
    for (let layer = this.#layers.length - 1; layer >= 0; layer--) {
      const weights = this.#layers[layer]!;
      const below = outputs[layer - 1];
      const gradient = gradientWithPenalty(
        { Input: below ?? input, Delta: delta, Weights: weights, Penalties: this.#penalties },
        {},
      );
      const deltaBelow = below && backwardRelu({ Delta: delta, Weights: weights, Output: below }, {});
      delta.dispose();
      if (deltaBelow) delta = deltaBelow;
      this.#layers[layer] = this.#update(weights, gradient, learningRate);
      weights.dispose();
      gradient.dispose();
    }
    for (const output of outputs) output.dispose();
  }

  #update(State: Tensor, Gradient: Tensor, learningRate: number): Tensor {
    if (this.#options.optimizer === 'gradient-descent') {
      return gradientDescent({ State, Gradient }, { learningRate });
    }
    const correction1 = 1 - ADAM.beta1 ** this.#steps;
    const correction2 = 1 - ADAM.beta2 ** this.#steps;
    return adam({ State, Gradient }, { ...ADAM, learningRate, correction1, correction2 });
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
