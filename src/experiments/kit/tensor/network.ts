import type { Random } from '../random';
import {
  type Activation,
  backward,
  descentWithPenalty,
  forward,
  gradientWithPenalty,
  logisticDelta,
  softmaxDelta,
  squaredErrorDelta,
} from './dense';
import { product, sum } from './elementwise';
import { ADAM, adam, heavyBall } from './optimizers';
import { download, type Tensor, upload } from './program';

/** How the weights follow the gradient. `momentum`: the heavy ball. */
export type Optimizer = 'adam' | 'gradient-descent' | 'momentum';

/**
 * What the network's single output, or its outputs, mean: `logistic` one logit of two classes; `softmax` a logit a class;
 * `squared-error` the prediction itself.
 */
export type Loss = 'logistic' | 'softmax' | 'squared-error';

/**
 * What is done to the network during one step, and not when it is looked at. Every tensor is `[1 or variants, …]`; the caller
 * frees them.
 */
export interface Disturbance {
  /**
   * What the values are multiplied by that a layer gets, by the index of that layer (0: the inputs), `[…, points, width]`: dropout's masks.
   */
  readonly factors?: readonly (Tensor | undefined)[];
  /** What is added to the values that a layer gets, after the multiplication; by layer, `[…, points, width]`. */
  readonly summands?: readonly (Tensor | undefined)[];
  /** What is added to the weights for computing the gradient, which is then applied to the weights without it; by layer, `[…, inputs + 1, outputs]`. */
  readonly weights?: readonly (Tensor | undefined)[];
}

/** What `VariantNetwork` is built from. */
export interface NetworkOptions {
  /** How many networks are trained at once. */
  readonly variants: number;
  /** Widths from input to output, e.g. `[2, 32, 32, 1]`. */
  readonly widths: readonly number[];
  /** What is minimised; `logistic` where nothing is said. */
  readonly loss?: Loss;
  /** What the hidden layers do with their sums; ReLU where nothing is said. */
  readonly activation?: Activation;
  /** Weight of the L2 penalty of each variant, `[variants]`; biases are not penalised. None where nothing is said. */
  readonly penalties?: Float32Array;
  /** What the networks begin with; `heNormal` for all variants alike where nothing is said. */
  readonly initialize?: Initialize;
  readonly optimizer: Optimizer;
  /** For `momentum`: μ of each variant, `[variants]`; zero where nothing is said, which is gradient descent. */
  readonly momenta?: Float32Array;
  /** For `momentum`: what the learning rate is multiplied by, `[variants]`; one where nothing is said. */
  readonly rateFactors?: Float32Array;
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

/** Norm of all weights of one variant, biases not counted. */
export function normOfWeights(layers: readonly LayerWeights[], variant: number): number {
  let squares = 0;
  for (const { values, inputs, outputs } of layers) {
    const start = variant * (inputs + 1) * outputs;
    for (let at = start; at < start + inputs * outputs; at++) squares += values[at]! ** 2;
  }
  return Math.sqrt(squares);
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

/** How many matrices of the weights' size an optimiser keeps for each variant, the weights among them. */
const matricesOf: Readonly<Record<Optimizer, number>> = { adam: 3, momentum: 2, 'gradient-descent': 1 };

/** Derivative of each loss by the outputs. */
const deltaOf = {
  logistic: logisticDelta,
  softmax: softmaxDelta,
  'squared-error': squaredErrorDelta,
} as const;

/** What the derivative by a layer's weights is computed from. */
type Slope = Readonly<Record<'Input' | 'Delta' | 'Weights' | 'Penalties', Tensor>>;

/** A step's way through one layer. */
interface Passage {
  /** What the layer got. */
  readonly input: Tensor;
  /** The weights that it was computed with. */
  readonly weights: Tensor;
  /** What it put out, before the next layer's disturbance. */
  readonly output: Tensor;
}

/**
 * Networks with the same architecture, trained in step, each from its own weights and under its own L2 penalty, on the same data or each
 * on its own. One step of a network with three layers takes 9 draws, with Adam 12, whatever the number of variants.
 */
export class VariantNetwork {
  readonly #options: NetworkOptions;
  readonly #penalties: Tensor;
  /** For the heavy ball: factor of the learning rate and μ, `[variants, 1, 2]`. */
  readonly #rates: Tensor;
  /** State of each layer, `[matrices, inputs + 1, outputs]`; the first `variants` matrices are the weights. */
  #layers: Tensor[];
  #steps = 0;

  constructor(options: NetworkOptions) {
    this.#options = options;
    const { variants, widths, random, momenta, rateFactors, initialize = heNormal } = options;
    this.#penalties = upload(options.penalties ?? new Float32Array(variants), [variants, 1, 1]);
    const rates = Array.from({ length: variants }, (_, at) => [rateFactors?.[at] ?? 1, momenta?.[at] ?? 0]);
    this.#rates = upload(Float32Array.from(rates.flat()), [variants, 1, 2]);
    const matrices = matricesOf[options.optimizer] * variants;
    this.#layers = widths.slice(1).map((outputs, layer) => {
      const inputs = widths[layer]!;
      const weights = initialize(layer, inputs, outputs, random.stream(`layer ${layer}`));
      const state = initialState(weights, (inputs + 1) * outputs, variants, matrices);
      return upload(state, [matrices, inputs + 1, outputs]);
    });
  }

  /** Goes through all layers in order; what it makes on the way and does not hand out is added to `temporary`. */
  #pass(input: Tensor, disturbance: Disturbance, temporary: Tensor[]): Passage[] {
    const { variants: variantCount, activation = 'relu' } = this.#options;
    const passages: Passage[] = [];
    for (const [layer, state] of this.#layers.entries()) {
      const changed = (combine: typeof sum, Left: Tensor, Right: Tensor | undefined): Tensor => {
        if (!Right) return Left;
        const result = combine({ Left, Right }, { matrixCount: variantCount });
        temporary.push(result);
        return result;
      };
      const scaled = changed(product, passages.at(-1)?.output ?? input, disturbance.factors?.[layer]);
      const got = changed(sum, scaled, disturbance.summands?.[layer]);
      const weights = changed(sum, state, disturbance.weights?.[layer]);
      const compute = forward[layer === this.#layers.length - 1 ? 'linear' : activation];
      passages.push({
        input: got,
        weights,
        output: compute({ Input: got, Weights: weights }, { variantCount }),
      });
    }
    return passages;
  }

  /** Output of every layer in order; the last are the logits, `[variants, points, outputs]`. */
  #outputs(input: Tensor): Tensor[] {
    return this.#pass(input, {}, []).map(({ output }) => output);
  }

  /** Outputs of the last layer at `[1 or variants, points, features]` inputs: `[variants, points, outputs]`, row-major. */
  logits(input: Tensor): Float32Array {
    const outputs = this.#outputs(input);
    const logits = download(outputs.at(-1)!);
    for (const output of outputs) output.dispose();
    return logits;
  }

  /** What every layer puts out at `[1 or variants, points, features]` inputs, from the first hidden one to the logits: `[variants, points, width]` each. */
  outputs(input: Tensor): Float32Array[] {
    return this.#outputs(input).map((output) => {
      const values = download(output);
      output.dispose();
      return values;
    });
  }

  /**
   * One step over all points. Changes the weights.
   * @param input `[1 or variants, points, features]`
   * @param targets `[1 or variants, points, outputs]`: classes 0 or 1, the probability of each class, or the values, as the loss says
   */
  step(input: Tensor, targets: Tensor, learningRate: number, disturbance: Disturbance = {}): void {
    this.#steps++;
    this.#differentiate(input, targets, disturbance, (layer, slope) => {
      this.#layers[layer] = this.#update(slope, learningRate);
      slope.Weights.dispose();
    });
  }

  /** The derivative of the loss by the weights of every layer from the input on, as `weights` gives them. Changes nothing. */
  gradients(input: Tensor, targets: Tensor): Float32Array[] {
    const gradients: Float32Array[] = [];
    this.#differentiate(input, targets, {}, (layer, slope) => {
      const gradient = gradientWithPenalty(slope, {});
      gradients[layer] = download(gradient);
      gradient.dispose();
    });
    return gradients;
  }

  /** Goes from the last layer to the first and hands out what each layer's gradient follows from; `Delta` is freed afterwards. */
  #differentiate(
    input: Tensor,
    targets: Tensor,
    disturbance: Disturbance,
    take: (layer: number, slope: Slope) => void,
  ): void {
    const { activation = 'relu', loss = 'logistic', variants } = this.#options;
    const temporary: Tensor[] = [];
    const passages = this.#pass(input, disturbance, temporary);
    let Delta = deltaOf[loss]({ Logits: passages.at(-1)!.output, Labels: targets }, {});
    for (let layer = passages.length - 1; layer >= 0; layer--) {
      const { input: Input, weights } = passages[layer]!;
      const Output = passages[layer - 1]?.output;
      let deltaBelow = Output && backward[activation]({ Delta, Weights: weights, Output }, {});
      const factors = disturbance.factors?.[layer];
      if (deltaBelow && factors) {
        temporary.push(deltaBelow);
        deltaBelow = product({ Left: deltaBelow, Right: factors }, { matrixCount: variants });
      }
      take(layer, { Input, Delta, Weights: this.#layers[layer]!, Penalties: this.#penalties });
      Delta.dispose();
      if (deltaBelow) Delta = deltaBelow;
    }
    for (const tensor of [...temporary, ...passages.map(({ output }) => output)]) tensor.dispose();
  }

  #update(slope: Slope, learningRate: number): Tensor {
    const { optimizer } = this.#options;
    if (optimizer === 'gradient-descent') return descentWithPenalty(slope, { learningRate });
    const Gradient = gradientWithPenalty(slope, {});
    const inputs = { State: slope.Weights, Gradient };
    const state =
      optimizer === 'adam'
        ? adam(inputs, { ...ADAM, ...this.#corrections, learningRate })
        : heavyBall({ ...inputs, Rates: this.#rates }, { learningRate });
    Gradient.dispose();
    return state;
  }

  /** What Adam divides its moments by at the present step. */
  get #corrections() {
    return { correction1: 1 - ADAM.beta1 ** this.#steps, correction2: 1 - ADAM.beta2 ** this.#steps };
  }

  /** The weights of every layer from the input on, without what the optimiser keeps beside them. */
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
    for (const tensor of [this.#penalties, this.#rates, ...this.#layers]) tensor.dispose();
    this.#layers = [];
  }
}
