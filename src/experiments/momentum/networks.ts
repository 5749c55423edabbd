import { hasExploded } from '../kit/divergence';
import type { Values } from '../kit/params';
import type { Random } from '../kit/random';
import { normOfWeights, VariantNetwork } from '../kit/tensor/network';
import { type Tensor, upload } from '../kit/tensor/program';
import { type Frame, RATE_FACTORS, type spec } from './spec';
import { drawPoints, expectedLoss, mislabel, type Points } from './wave';
import { WeightAverages } from './weightAverages';

type Settings = Values<typeof spec.params>;

const TRAINING_POINTS = 400;
/** Points that no network is trained on. */
const TEST_POINTS = 250;
/** Training steps between two looks of the moving averages at the weights. */
const STEPS_PER_AVERAGE = 5;
const WIDTHS = [2, 12, 12, 1] as const;
const RATES = RATE_FACTORS.length;

/** The part of a frame that tells of networks. */
type NetworksLook = Pick<Frame, 'networkLoss' | 'weightNorm' | 'plainLoss' | 'momentumLoss' | 'averagedLoss'>;

/**
 * Networks on mislabelled points in small batches: for each learning rate η one without momentum, then for each η one with momentum μ and
 * the learning rate (1 − μ)η. All begin with the same weights and see the same batches. Beside them moving averages of the weights of
 * those without momentum.
 */
export class Networks {
  readonly #params: Settings;
  readonly #random: Random;
  readonly #batches: Random;
  readonly #training: Points;
  readonly #labels: Float32Array;
  readonly #test: Points;
  readonly #evaluated: Tensor;
  readonly #network: VariantNetwork;
  readonly #averages: WeightAverages;
  readonly #isDiverged = new Array<boolean>(2 * RATES).fill(false);
  #steps = 0;

  constructor(params: Settings, random: Random) {
    this.#params = params;
    this.#random = random;
    this.#batches = random.stream('batches');
    this.#training = drawPoints(TRAINING_POINTS, random.stream('training points'));
    this.#labels = mislabel(this.#training.classes, params.mislabelled, random.stream('labels'));
    this.#test = drawPoints(TEST_POINTS, random.stream('test points'));
    this.#evaluated = upload(this.#test.coordinates, [1, TEST_POINTS, 2]);
    const { momentum } = params;
    this.#network = new VariantNetwork({
      variants: 2 * RATES,
      widths: WIDTHS,
      optimizer: 'momentum',
      momenta: Float32Array.from({ length: 2 * RATES }, (_, variant) => (variant < RATES ? 0 : momentum)),
      rateFactors: Float32Array.from(
        { length: 2 * RATES },
        (_, variant) => RATE_FACTORS[variant % RATES]! * (variant < RATES ? 1 : 1 - momentum),
      ),
      random: random.stream('weights'),
    });
    this.#averages = new WeightAverages(1 - 1 / params.memory, RATES, this.#network.weights());
  }

  /** One step of every network on the same batch. */
  step(): void {
    const { batchSize, learningRate } = this.#params;
    const chosen = Array.from({ length: batchSize }, () => this.#batches.integer(TRAINING_POINTS));
    const { coordinates } = this.#training;
    const places = Float32Array.from(
      chosen.flatMap((at) => [coordinates[2 * at]!, coordinates[2 * at + 1]!]),
    );
    const input = upload(places, [1, batchSize, 2]);
    const labels = upload(
      Float32Array.from(chosen, (at) => this.#labels[at]!),
      [1, batchSize, 1],
    );
    this.#network.step(input, labels, learningRate);
    input.dispose();
    labels.dispose();
    this.#steps++;
    if (this.#steps % STEPS_PER_AVERAGE === 0) {
      this.#averages.observe(this.#network.weights(), STEPS_PER_AVERAGE);
    }
  }

  /** Logits of the averages at the test points, `[rates, points]`. */
  #averagedLogits(): Float32Array {
    const network = new VariantNetwork({
      variants: RATES,
      widths: WIDTHS,
      initialize: (layer) => this.#averages.layers[layer]!,
      optimizer: 'gradient-descent',
      random: this.#random,
    });
    const logits = network.logits(this.#evaluated);
    network.dispose();
    return logits;
  }

  /** What is seen of all networks and averages now. */
  look(): NetworksLook {
    const layers = this.#network.weights();
    const testLoss = Float32Array.from([
      ...this.#lossesOf(this.#network.logits(this.#evaluated)),
      ...this.#lossesOf(this.#averagedLogits()),
    ]);
    const weightNorm = Float32Array.from({ length: 2 * RATES }, (_, at) => normOfWeights(layers, at));
    this.#forgetDiverged(testLoss, weightNorm);
    return {
      networkLoss: testLoss.slice(0, 2 * RATES),
      weightNorm,
      plainLoss: testLoss.slice(0, RATES),
      momentumLoss: testLoss.slice(RATES, 2 * RATES),
      averagedLoss: testLoss.slice(2 * RATES),
    };
  }

  /** Test loss of each network, from logits `[networks, points]`. */
  #lossesOf(logits: Float32Array): Float32Array {
    const { classes } = this.#test;
    return Float32Array.from({ length: logits.length / TEST_POINTS }, (_, at) => {
      const own = logits.subarray(at * TEST_POINTS, (at + 1) * TEST_POINTS);
      return expectedLoss(own, classes, this.#params.mislabelled);
    });
  }

  /** Once a network has blown up nothing more is said of it; the others never notice. */
  #forgetDiverged(testLoss: Float32Array, weightNorm: Float32Array): void {
    for (let at = 0; at < weightNorm.length; at++) {
      // At the start all networks are alike and their loss is about 1.
      this.#isDiverged[at] ||= hasExploded(testLoss[at]!, 1);
      if (this.#isDiverged[at]) testLoss[at] = weightNorm[at] = Number.NaN;
    }
  }

  /** Frees every tensor. Idempotent. */
  dispose(): void {
    this.#evaluated.dispose();
    this.#network.dispose();
  }
}
