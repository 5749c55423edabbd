import { drawFactors, type MaskSharing } from '../kit/masks';
import type { Random } from '../kit/random';
import { VariantNetwork } from '../kit/tensor/network';
import { type Tensor, upload } from '../kit/tensor/program';
import { indexOfMask } from './allMasks';
import { drawClouds, initializeTiny, TINY_WIDTHS, type TinyWeights, weightsOf } from './tinyNetwork';

const POINTS = 100;
const RATE = 0.02;

/** Of the four networks: with random or with equal weights at the start, without or with dropout. */
export const TINY = { plain: 0, dropout: 1, equalPlain: 2, equalDropout: 3 } as const;

/** Trains the four tiny networks with one mask a step for all points, and remembers which masks have been drawn. */
export class TinyTraining {
  readonly data: ReturnType<typeof drawClouds>;
  readonly #network: VariantNetwork;
  readonly #input: Tensor;
  readonly #labels: Tensor;
  readonly #rates: readonly [number, number];
  readonly #isFixed: boolean;
  readonly #random: Random;
  readonly #seen = new Set<number>();
  #factors: readonly Float32Array[] = [];

  constructor(
    inputRate: number,
    hiddenRate: number,
    sharing: Exclude<MaskSharing, 'example'>,
    random: Random,
  ) {
    this.#rates = [inputRate, hiddenRate];
    this.#isFixed = sharing === 'training';
    this.#random = random.stream('masks');
    this.data = drawClouds(POINTS, random.stream('points'));
    this.#network = new VariantNetwork({
      variants: 4,
      widths: TINY_WIDTHS,
      activation: 'tanh',
      initialize: initializeTiny,
      optimizer: 'adam',
      random: random.stream('weights'),
    });
    this.#input = upload(this.data.coordinates, [1, POINTS, TINY_WIDTHS[0]]);
    this.#labels = upload(this.data.labels, [1, POINTS, 1]);
  }

  /** Factors of inputs and hidden units, `[4, points, width]`, the same at all points. */
  #drawMask(): void {
    if (this.#isFixed && this.#factors.length > 0) return;
    this.#factors = this.#rates.map((rate, layer) =>
      drawFactors([0, rate, 0, rate], POINTS, TINY_WIDTHS[layer]!, 'step', this.#random),
    );
    const drawn = this.#factors.flatMap((factors, layer) => {
      const start = POINTS * TINY_WIDTHS[layer]!;
      return Array.from(factors.subarray(start, start + TINY_WIDTHS[layer]!));
    });
    this.#seen.add(indexOfMask(drawn));
  }

  step(): void {
    this.#drawMask();
    const factors = this.#factors.map((values, layer) => upload(values, [4, POINTS, TINY_WIDTHS[layer]!]));
    this.#network.step(this.#input, this.#labels, RATE, { factors });
    for (const tensor of factors) tensor.dispose();
  }

  /** Share of the 64 masks that have been drawn so far, 0 … 1. */
  get seenShare(): number {
    return this.#seen.size / 64;
  }

  /** Weights of the four networks. */
  weights(): TinyWeights[] {
    const layers = this.#network.weights();
    return Array.from({ length: 4 }, (_, variant) => weightsOf(layers, variant));
  }

  /** Idempotent. */
  dispose(): void {
    for (const tensor of [this.#input, this.#labels]) tensor.dispose();
    this.#network.dispose();
  }
}
