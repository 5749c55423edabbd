import type { Random } from '../kit/random';
import type { Initialize, LayerWeights } from '../kit/tensor/network';
import { allMasks, type WeightedMask } from './allMasks';

/** Units from the input to the output; the output is a logit and always takes part. */
export const TINY_WIDTHS = [2, 4, 1] as const;
const [INPUTS, HIDDEN] = TINY_WIDTHS;

/** What every hidden unit of a network that begins symmetrically starts with. */
const SAME_WEIGHT = 0.5;

/**
 * Two normal clouds of standard deviation 1 around (−1, −1) and (1, 1), classes 0 and 1 in turn, so that each coordinate alone says
 * something too: coordinates `[points, 2]` and labels `[points]`.
 */
export function drawClouds(
  points: number,
  random: Random,
): { coordinates: Float32Array; labels: Float32Array } {
  const labels = Float32Array.from({ length: points }, (_, point) => point % 2);
  const coordinates = Float32Array.from({ length: points * INPUTS }, (_, at) => {
    return 2 * labels[Math.floor(at / INPUTS)]! - 1 + random.normal();
  });
  return { coordinates, labels };
}

/** Weights for four networks: two that begin with the same random weights, two whose hidden units all begin alike. Biases of zero. */
export const initializeTiny: Initialize = (_layer, inputs, outputs, random) => {
  const size = inputs * outputs;
  const draws = Float32Array.from({ length: size }, () => random.normal() / Math.sqrt(inputs));
  const weights = new Float32Array(4 * (size + outputs));
  for (let variant = 0; variant < 4; variant++) {
    const start = variant * (size + outputs);
    if (variant < 2) weights.set(draws, start);
    else weights.fill(SAME_WEIGHT, start, start + size);
  }
  return weights;
};

/** Weights of one of the networks, layer by layer, `[inputs + 1, outputs]` each. */
export type TinyWeights = readonly [Float32Array, Float32Array];

/** Those of the network with index `variant`. */
export function weightsOf(layers: readonly LayerWeights[], variant: number): TinyWeights {
  const [first, second] = layers.map(({ values, inputs, outputs }) => {
    const size = (inputs + 1) * outputs;
    return values.slice(variant * size, (variant + 1) * size);
  });
  return [first!, second!];
}

/** Logit at a point where every input and hidden unit is multiplied by its factor, `[6]`. */
export function tinyLogit(
  [first, second]: TinyWeights,
  x: number,
  y: number,
  factors: ArrayLike<number>,
): number {
  let logit = second[HIDDEN]!;
  for (let unit = 0; unit < HIDDEN; unit++) {
    const sum =
      factors[0]! * x * first[unit]! +
      factors[1]! * y * first[HIDDEN + unit]! +
      first[INPUTS * HIDDEN + unit]!;
    logit += factors[INPUTS + unit]! * Math.tanh(sum) * second[unit]!;
  }
  return logit;
}

/** All 64 masks of inputs and hidden units. */
export function tinyMasks(inputRate: number, hiddenRate: number): WeightedMask[] {
  return allMasks([inputRate, inputRate, hiddenRate, hiddenRate, hiddenRate, hiddenRate]);
}

/** What the 64 subnetworks say, alone and together, and the whole network with weight scaling. */
export interface SubnetworkReport {
  /** Share of points on the right side, 0 … 1, `[64]`. */
  readonly accuracy: Float32Array;
  /** Of the arithmetic mean of all probabilities, each weighted with that of its mask. */
  readonly ensembleAccuracy: number;
  readonly scaledAccuracy: number;
  /** Mean distance of the two probabilities over the points. */
  readonly ensembleGap: number;
  /** The same for the normalized geometric mean instead of the arithmetic one. */
  readonly geometricGap: number;
}

const sigmoid = (logit: number) => 1 / (1 + Math.exp(-logit));

/** Evaluates all subnetworks, with the factors 1 / (1 − p) that they were trained with, at all points. */
export function reportSubnetworks(
  weights: TinyWeights,
  { coordinates, labels }: { readonly coordinates: Float32Array; readonly labels: Float32Array },
  inputRate: number,
  hiddenRate: number,
): SubnetworkReport {
  const members = tinyMasks(inputRate, hiddenRate).map(({ mask, probability }) => {
    const factors = Array.from(mask, (kept, unit) => kept / (1 - (unit < INPUTS ? inputRate : hiddenRate)));
    return { factors, probability };
  });
  const accuracy = new Float32Array(members.length);
  const whole = new Array<number>(INPUTS + HIDDEN).fill(1);
  let [ensembleRight, scaledRight, gap, geometricGap] = [0, 0, 0, 0];
  for (const [point, label] of labels.entries()) {
    const [x, y] = [coordinates[point * INPUTS]!, coordinates[point * INPUTS + 1]!];
    const isRight = (logit: number) => (logit > 0 === label > 0.5 ? 1 : 0);
    let [ensemble, meanLogit] = [0, 0];
    for (const [index, { factors, probability }] of members.entries()) {
      const logit = tinyLogit(weights, x, y, factors);
      accuracy[index]! += isRight(logit) / labels.length;
      ensemble += probability * sigmoid(logit);
      meanLogit += probability * logit;
    }
    const scaled = tinyLogit(weights, x, y, whole);
    ensembleRight += isRight(ensemble - 0.5);
    scaledRight += isRight(scaled);
    gap += Math.abs(ensemble - sigmoid(scaled));
    // The normalized geometric mean of two probabilities has the mean of their logits.
    geometricGap += Math.abs(sigmoid(meanLogit) - sigmoid(scaled));
  }
  return {
    accuracy,
    ensembleAccuracy: ensembleRight / labels.length,
    scaledAccuracy: scaledRight / labels.length,
    ensembleGap: gap / labels.length,
    geometricGap: geometricGap / labels.length,
  };
}

/** Largest difference of any weight between two hidden units, their biases and outgoing weights included; 0 only if all are alike. */
export function hiddenSpread([first, second]: TinyWeights): number {
  const rows = Array.from({ length: INPUTS + 1 }, (_, row) =>
    first.subarray(row * HIDDEN, (row + 1) * HIDDEN),
  );
  const spans = [...rows, second.subarray(0, HIDDEN)].map((row) => Math.max(...row) - Math.min(...row));
  return Math.max(...spans);
}
