import type { LayerWeights } from '../kit/tensor/network';

/** Exponential moving averages of the weights of the first networks in training. They begin with the weights before the first step. */
export class WeightAverages {
  readonly #decay: number;
  /** Layer by layer, `[networks, inputs + 1, outputs]`; not to be changed from outside. */
  readonly layers: readonly Float32Array[];

  /**
   * @param decay β: what remains of an average in one training step
   * @param networks how many of the variants, from the first on
   */
  constructor(decay: number, networks: number, initial: readonly LayerWeights[]) {
    this.#decay = decay;
    this.layers = initial.map(({ values, inputs, outputs }) =>
      values.slice(0, networks * (inputs + 1) * outputs),
    );
  }

  /** Takes in the weights after `steps` further steps, as if they had been these in each of them. */
  observe(layers: readonly LayerWeights[], steps: number): void {
    const share = 1 - this.#decay ** steps;
    for (const [layer, averages] of this.layers.entries()) {
      const { values } = layers[layer]!;
      for (let at = 0; at < averages.length; at++) averages[at]! += share * (values[at]! - averages[at]!);
    }
  }
}
