import type { DigitSet } from '../kit/digits/digits';
import type { Run } from '../kit/experiment';
import type { Values } from '../kit/params';
import { type SoftmaxScore, scoreSoftmax } from '../kit/softmaxScores';
import { type LayerWeights, VariantNetwork } from '../kit/tensor/network';
import { type Tensor, upload } from '../kit/tensor/program';
import {
  type Activity,
  accuracyAfterRemoval,
  CLASSES,
  compareAverages,
  filterImages,
  lossOfRemoval,
  maskedWeights,
} from './digitNetworks';
import { Batches, drawDigits, type Family, FamilyTraining, PIXELS } from './digitTraining';
import {
  FILTERS,
  type Frame,
  MASK_COUNTS,
  MASKS,
  REMOVED,
  type Setup,
  SMALL_WIDTH,
  spec,
  TEST_DIGITS,
  VARIANT,
} from './spec';

type Settings = Values<typeof spec.params>;

/** How many training digits the training loss is taken from. */
const MOST_TRAINING_DIGITS = 100;
/** Orders in which units are removed. */
const ORDERS = 4;
/** Digits at which the masks are averaged. */
const AVERAGED_DIGITS = 200;

/** Rates of hidden units that are compared: none, half of what is set, that, and half as many units kept. */
function sweptRates({ hiddenRate }: Settings): readonly number[] {
  return [0, hiddenRate / 2, hiddenRate, (1 + hiddenRate) / 2];
}

function largeFamily(params: Settings): Family {
  const { inputRate, hiddenRate, weightDecay, width } = params;
  return {
    width,
    inputRates: [0, inputRate, inputRate, inputRate, inputRate, 0],
    hiddenRates: [...sweptRates(params), hiddenRate, 0],
    penalties: [0, 0, 0, 0, weightDecay, weightDecay],
  };
}

function smallFamily({ inputRate, hiddenRate }: Settings): Family {
  return {
    width: SMALL_WIDTH,
    inputRates: [0, inputRate],
    hiddenRates: [0, hiddenRate],
    penalties: [0, 0],
  };
}

/** What belongs to the network with that index, `size` numbers each. */
function partOf(values: Float32Array, variant: number, size: number): Float32Array {
  return values.subarray(variant * size, (variant + 1) * size);
}

/** Scores of all networks from their logits, `[variants, points, classes]`. */
function scoresOf(logits: Float32Array, labels: Uint8Array): readonly SoftmaxScore[] {
  const size = labels.length * CLASSES;
  return Array.from({ length: logits.length / size }, (_, variant) =>
    scoreSoftmax(partOf(logits, variant, size), labels, CLASSES),
  );
}

/** A score of the networks with these indices; NaN where there is none. */
function pick(
  scores: readonly SoftmaxScore[],
  which: keyof SoftmaxScore,
  shown: readonly (number | undefined)[],
): Float32Array {
  return Float32Array.from(shown, (at) => (at === undefined ? Number.NaN : scores[at]![which]));
}

/** Networks of the set width and of the small one, and those with weight decay, by rate. */
const BY_RATE = [0, 1, 2, 3];
const SMALL_BY_RATE = [0, undefined, 1, undefined];
const DECAY_BY_RATE = [VARIANT.decay, undefined, VARIANT.dropoutAndDecay, undefined];

/** The digits from the first on, `[1, count, pixels]`. */
function uploadFirst({ pixels }: DigitSet, count: number): Tensor {
  return upload(pixels.slice(0, count * PIXELS), [1, count, PIXELS]);
}

/** Trains the networks of both widths on the same batches; at each frame it scores them and removes units, at the last it averages masks. */
export const run: Run<typeof spec.params, Setup, Frame> = (params, { random }) => {
  const { inputRate, hiddenRate, width, trainingPoints, steps, learningRate } = params;
  const lastStep = steps - (steps % spec.stepsPerFrame);
  const { train, test } = drawDigits(trainingPoints, TEST_DIGITS, random);
  const batches = new Batches(train, random.stream('batches'));
  const large = new FamilyTraining(largeFamily(params), params.masks, random.stream('large'));
  const small = new FamilyTraining(smallFamily(params), params.masks, random.stream('small'));
  const trainLabels = train.labels.slice(0, MOST_TRAINING_DIGITS);
  const averagedLabels = test.labels.slice(0, AVERAGED_DIGITS);
  const trainInput = uploadFirst(train, trainLabels.length);
  const testInput = uploadFirst(test, TEST_DIGITS);
  const averagedInput = uploadFirst(test, AVERAGED_DIGITS);
  const orders = Array.from({ length: ORDERS }, (_, order) =>
    random.stream(`order ${order}`).shuffle(Array.from({ length: width }, (_, unit) => unit)),
  );
  const removed = Array.from(REMOVED, (share) => Math.round(share * width));

  /** Answers of as many masks as are averaged at most, all at once: a network for each mask. `[masks, digits, classes]` */
  function maskedLogits(layers: readonly LayerWeights[]): Float32Array {
    const rates = [inputRate, hiddenRate];
    const masked = new VariantNetwork({
      variants: MASKS,
      widths: [PIXELS, width, CLASSES],
      initialize: (layer, _inputs, _outputs, stream) =>
        maskedWeights(layers[layer]!, VARIANT.dropout, MASKS, rates[layer]!, stream),
      optimizer: 'gradient-descent',
      random: random.stream('averaged masks'),
    });
    const logits = masked.logits(averagedInput);
    masked.dispose();
    return logits;
  }

  /** Compares averages of masks with weight scaling, at the last frame only. */
  function average(step: number, layers: readonly LayerWeights[], logits: Float32Array) {
    const scaled = logits.subarray(0, AVERAGED_DIGITS * CLASSES);
    const { accuracy } = scoreSoftmax(scaled, averagedLabels, CLASSES);
    const all = (value: number) => new Float32Array(MASK_COUNTS.length).fill(value);
    const averages =
      step < lastStep
        ? { agreement: all(Number.NaN), averageAccuracy: all(Number.NaN) }
        : compareAverages(maskedLogits(layers), scaled, averagedLabels, MASK_COUNTS);
    return { ...averages, scalingAccuracy: all(accuracy) };
  }

  /** What the units of networks without and with dropout look for, and what is lost when they are removed. */
  function removeUnits(incoming: LayerWeights, plain: Activity, dropout: Activity) {
    const [plainLoss, dropoutLoss] = [lossOfRemoval(plain), lossOfRemoval(dropout)];
    return {
      filters: Uint8Array.from([
        ...filterImages(incoming, VARIANT.plain, FILTERS),
        ...filterImages(incoming, VARIANT.dropout, FILTERS),
      ]),
      filterLoss: Float32Array.from([...plainLoss.subarray(0, FILTERS), ...dropoutLoss.subarray(0, FILTERS)]),
      plainRemoval: plainLoss.sort().reverse(),
      dropoutRemoval: dropoutLoss.sort().reverse(),
      plainRemaining: accuracyAfterRemoval(plain, removed, orders),
      dropoutRemaining: accuracyAfterRemoval(dropout, removed, orders),
    };
  }

  function look(step: number): Frame {
    const [hidden, logits] = large.network.outputs(testInput) as [Float32Array, Float32Array];
    const layers = large.network.weights();
    const activityOf = (variant: number): Activity => ({
      hidden: partOf(hidden, variant, TEST_DIGITS * width),
      logits: partOf(logits, variant, TEST_DIGITS * CLASSES),
      outgoing: partOf(layers[1]!.values, variant, (width + 1) * CLASSES),
      labels: test.labels,
    });
    const dropout = activityOf(VARIANT.dropout);
    const onTest = scoresOf(logits, test.labels);
    const smallOnTest = scoresOf(small.network.logits(testInput), test.labels);
    return {
      step,
      trainLoss: pick(scoresOf(large.network.logits(trainInput), trainLabels), 'loss', BY_RATE),
      testLoss: pick(onTest, 'loss', BY_RATE),
      testAccuracy: pick(onTest, 'accuracy', BY_RATE),
      decayLoss: pick(onTest, 'loss', DECAY_BY_RATE),
      decayAccuracy: pick(onTest, 'accuracy', DECAY_BY_RATE),
      smallLoss: pick(smallOnTest, 'loss', SMALL_BY_RATE),
      smallAccuracy: pick(smallOnTest, 'accuracy', SMALL_BY_RATE),
      ...average(step, layers, dropout.logits),
      ...removeUnits(layers[0]!, activityOf(VARIANT.plain), dropout),
    };
  }

  function* run(): Generator<Frame, void> {
    yield look(0);
    for (let step = 1; step <= steps; step++) {
      const { input, targets } = batches.next();
      for (const family of [large, small]) family.step(input, targets, learningRate);
      for (const tensor of [input, targets]) tensor.dispose();
      if (step % spec.stepsPerFrame === 0) yield look(step);
    }
  }

  return {
    setup: {
      rates: Float32Array.from(sweptRates(params)),
      maskCounts: Float32Array.from(MASK_COUNTS),
      ranks: Float32Array.from({ length: width }, (_, rank) => rank + 1),
      removed: Float32Array.from(REMOVED),
    },
    frameCount: lastStep / spec.stepsPerFrame + 1,
    frames: run(),
    dispose: () => {
      for (const tensor of [trainInput, testInput, averagedInput]) tensor.dispose();
      for (const training of [large, small]) training.dispose();
    },
  };
};
