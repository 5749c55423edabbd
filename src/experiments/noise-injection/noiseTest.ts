import type { Random } from '../kit/random';
import type { LayerWeights } from '../kit/tensor/network';
import type { Strengths } from './networkNoise';

/** Points that share a draw of the weights' noise. */
const BLOCK = 20;

function normals(count: number, random: Random): Float32Array {
  return Float32Array.from({ length: count }, () => random.normal());
}

/**
 * Asks trained ReLU networks under noise. The noise is drawn once, so that all networks at all times get the same: for each point in
 * inputs and hidden units, for each block of points in the weights.
 */
export class NoiseTest {
  readonly #points: Float32Array;
  readonly #count: number;
  /** For each layer what is added to the values that it gets, `[points, width]`. */
  readonly #values: readonly Float32Array[];
  /** For each layer what is added to its weights, `[blocks, inputs + 1, outputs]`. */
  readonly #weights: readonly Float32Array[];

  /**
   * @param points coordinates `[points, widths[0]]`
   * @param widths of the network, from input to its single output
   */
  constructor(points: Float32Array, widths: readonly number[], random: Random) {
    this.#points = points;
    this.#count = points.length / widths[0]!;
    const blocks = Math.ceil(this.#count / BLOCK);
    const layers = widths.slice(1);
    this.#values = layers.map((_, layer) => normals(this.#count * widths[layer]!, random));
    this.#weights = layers.map((outputs, layer) => normals(blocks * (widths[layer]! + 1) * outputs, random));
  }

  /** Logits of one variant under noise of these strengths, `[points]`. `layers`: all variants' weights. */
  logits(layers: readonly LayerWeights[], variant: number, strengths: Strengths): Float32Array {
    let values = this.#points;
    for (const [layer, weights] of layers.entries()) {
      const place = layer === 0 ? strengths.inputs : strengths.hidden;
      const noise = this.#values[layer]!;
      const got = values.map((value, at) => value + place * noise[at]!);
      values = new Float32Array(this.#count * weights.outputs);
      for (let first = 0; first < this.#count; first += BLOCK) {
        const matrix = this.#disturbed(weights, layer, variant, first / BLOCK, strengths.weights);
        this.#apply(matrix, weights, got, first, values);
      }
      if (layer < layers.length - 1) values = values.map((value) => Math.max(value, 0));
    }
    return values;
  }

  /** A variant's weights of one layer as a block of points meets them, `[inputs + 1, outputs]`. */
  #disturbed(weights: LayerWeights, layer: number, variant: number, block: number, strength: number) {
    const size = (weights.inputs + 1) * weights.outputs;
    const noise = this.#weights[layer]!;
    return weights.values
      .slice(variant * size, (variant + 1) * size)
      .map((weight, at) => weight + strength * noise[block * size + at]!);
  }

  /** Writes the sums of one block of points, from `first` on, to `target`. */
  #apply(
    matrix: Float32Array,
    { inputs, outputs }: LayerWeights,
    got: Float32Array,
    first: number,
    target: Float32Array,
  ): void {
    const end = Math.min(first + BLOCK, this.#count);
    for (let point = first; point < end; point++) {
      for (let output = 0; output < outputs; output++) {
        let sum = matrix[inputs * outputs + output]!;
        for (let i = 0; i < inputs; i++) sum += got[point * inputs + i]! * matrix[i * outputs + output]!;
        target[point * outputs + output] = sum;
      }
    }
  }
}
