import type { Random } from '../kit/random';
import type { Disturbance } from '../kit/tensor/network';
import { type Tensor, upload } from '../kit/tensor/program';

/** Standard deviation of the noise that a network is given, by place. */
export interface Strengths {
  readonly inputs: number;
  /** Of what the hidden layers put out. */
  readonly hidden: number;
  /** Of all weights and biases. */
  readonly weights: number;
}

/** One network without noise, then for each place one for every level: `[1 + 3 · levels]`. `largest` belongs to a level of one. */
export function strengthsOf(largest: Strengths, levels: readonly number[]): Strengths[] {
  const none: Strengths = { inputs: 0, hidden: 0, weights: 0 };
  const places = ['inputs', 'hidden', 'weights'] as const;
  return [
    none,
    ...places.flatMap((place) => levels.map((level) => ({ ...none, [place]: level * largest[place] }))),
  ];
}

/** What `NoiseSource` is built from. */
export interface NoiseOptions {
  /** Of each variant, `[variants]`. */
  readonly strengths: readonly Strengths[];
  /** How many points a step goes over. */
  readonly points: number;
  /** Widths of the network from input to output. */
  readonly widths: readonly number[];
  readonly random: Random;
}

/** Draws the noise for one training step after another. All variants get the same random numbers, each in its own size. */
export class NoiseSource {
  readonly #options: NoiseOptions;
  readonly #drawn: Tensor[] = [];

  constructor(options: NoiseOptions) {
    this.#options = options;
  }

  /** Fresh noise for a step. The former is freed. */
  draw(): Disturbance {
    this.dispose();
    const { points, widths } = this.#options;
    const layers = widths.slice(1);
    return {
      summands: layers.map((_, layer) =>
        this.#field(layer === 0 ? 'inputs' : 'hidden', points, widths[layer]!),
      ),
      weights: layers.map((outputs, layer) => this.#field('weights', widths[layer]! + 1, outputs)),
    };
  }

  /** Noise `[variants, rows, columns]`. */
  #field(place: keyof Strengths, rows: number, columns: number): Tensor {
    const { strengths, random } = this.#options;
    const size = rows * columns;
    const normals = Float32Array.from({ length: size }, () => random.normal());
    const values = new Float32Array(strengths.length * size);
    for (const [variant, { [place]: strength }] of strengths.entries()) {
      if (strength === 0) continue;
      for (let at = 0; at < size; at++) values[variant * size + at] = strength * normals[at]!;
    }
    const tensor = upload(values, [strengths.length, rows, columns]);
    this.#drawn.push(tensor);
    return tensor;
  }

  /** Frees what was drawn last. Idempotent. */
  dispose(): void {
    for (const tensor of this.#drawn.splice(0)) tensor.dispose();
  }
}
