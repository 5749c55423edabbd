import { drawFactors } from '../kit/masks';
import type { Random } from '../kit/random';
import { largestLogit, logSumExp } from '../kit/softmaxScores';
import type { LayerWeights } from '../kit/tensor/network';

/** Classes of the digits. */
export const CLASSES = 10;

/** What one network with a single hidden layer puts out at labelled points. */
export interface Activity {
  /** `[points, width]` */
  readonly hidden: Float32Array;
  /** `[points, classes]` */
  readonly logits: Float32Array;
  /** Of the output layer, `[width + 1, classes]`. */
  readonly outgoing: Float32Array;
  /** `[points]` */
  readonly labels: Uint8Array;
}

/** Takes what `unit` adds out of `logits`, in place. */
function removeUnit({ hidden, outgoing, labels }: Activity, unit: number, logits: Float32Array): void {
  const width = hidden.length / labels.length;
  for (let point = 0; point < labels.length; point++) {
    const value = hidden[point * width + unit]!;
    if (value === 0) continue;
    for (let c = 0; c < CLASSES; c++) logits[point * CLASSES + c]! -= value * outgoing[unit * CLASSES + c]!;
  }
}

/** Cross entropy of the logits from `start` on, in nats. */
function lossAt(logits: Float32Array, start: number, label: number): number {
  return logSumExp(logits, start, CLASSES) - logits[start + label]!;
}

/** By how much the mean loss grows when a unit alone is removed, in nats, for each unit. */
export function lossOfRemoval({ hidden, logits, outgoing, labels }: Activity): Float32Array {
  const growths = new Float64Array(hidden.length / labels.length);
  const without = new Float32Array(CLASSES);
  for (const [point, label] of labels.entries()) {
    const start = point * CLASSES;
    const loss = lossAt(logits, start, label);
    for (let unit = 0; unit < growths.length; unit++) {
      const value = hidden[point * growths.length + unit]!;
      // A unit that is silent here is not missed; of units with ReLU many are.
      if (value === 0) continue;
      for (let c = 0; c < CLASSES; c++) {
        without[c] = logits[start + c]! - value * outgoing[unit * CLASSES + c]!;
      }
      growths[unit]! += lossAt(without, 0, label) - loss;
    }
  }
  return Float32Array.from(growths, (growth) => growth / labels.length);
}

/** Share of points whose largest logit is that of the label, 0 … 1. */
function accuracyOf(logits: Float32Array, labels: Uint8Array): number {
  const right = labels.filter((label, point) => largestLogit(logits, point * CLASSES, CLASSES) === label);
  return right.length / labels.length;
}

/**
 * Share of right answers when units are removed one after the other, mean over orders.
 * @param counts how many units are gone, ascending
 * @param orders each an order of all units
 */
export function accuracyAfterRemoval(
  activity: Activity,
  counts: readonly number[],
  orders: readonly (readonly number[])[],
): Float32Array {
  const accuracy = new Float32Array(counts.length);
  for (const order of orders) {
    const logits = activity.logits.slice();
    let removed = 0;
    for (const [index, count] of counts.entries()) {
      while (removed < count) removeUnit(activity, order[removed++]!, logits);
      accuracy[index]! += accuracyOf(logits, activity.labels) / orders.length;
    }
  }
  return accuracy;
}

/** Weights of one variant with what its inputs are multiplied by, one after the other for each mask: `[masks, inputs + 1, outputs]`. */
export function maskedWeights(
  { values, inputs, outputs }: LayerWeights,
  variant: number,
  masks: number,
  rate: number,
  random: Random,
): Float32Array {
  const size = (inputs + 1) * outputs;
  const own = values.subarray(variant * size, (variant + 1) * size);
  const factors = drawFactors([rate], masks, inputs, 'example', random);
  const result = new Float32Array(masks * size);
  for (let mask = 0; mask < masks; mask++) {
    result.set(own, mask * size);
    for (let at = 0; at < inputs * outputs; at++) {
      result[mask * size + at]! *= factors[mask * inputs + Math.floor(at / outputs)]!;
    }
  }
  return result;
}

/** How the mean of K masks compares with weight scaling, for each K. */
export interface AveragingReport {
  /** Share of points with the same answer, 0 … 1. */
  readonly agreement: Float32Array;
  /** Share of right answers of the mean, 0 … 1. */
  readonly averageAccuracy: Float32Array;
}

/** Probabilities of each mask at each point, `[masks, points, classes]`. */
function probabilitiesOf(logits: Float32Array): Float32Array {
  const result = new Float32Array(logits.length);
  for (let start = 0; start < logits.length; start += CLASSES) {
    const largest = logits[start + largestLogit(logits, start, CLASSES)]!;
    let sum = 0;
    for (let at = start; at < start + CLASSES; at++) sum += Math.exp(logits[at]! - largest);
    for (let at = start; at < start + CLASSES; at++) result[at] = Math.exp(logits[at]! - largest) / sum;
  }
  return result;
}

/**
 * Averages the probabilities of K masks at a time: mean over as many groups as there are without one mask in two of them.
 * @param masked logits of each mask, `[masks, points, classes]`
 * @param scaled logits of weight scaling, `[points, classes]`
 * @param counts K, each a divisor of the number of masks
 */
export function compareAverages(
  masked: Float32Array,
  scaled: Float32Array,
  labels: Uint8Array,
  counts: ArrayLike<number>,
): AveragingReport {
  const size = scaled.length;
  const masks = masked.length / size;
  const probabilities = probabilitiesOf(masked);
  const report = {
    agreement: new Float32Array(counts.length),
    averageAccuracy: new Float32Array(counts.length),
  };
  for (let index = 0; index < counts.length; index++) {
    const count = counts[index]!;
    const share = count / masks / labels.length;
    for (let first = 0; first < masks; first += count) {
      const sums = new Float32Array(size);
      for (let at = 0; at < count * size; at++) sums[at % size]! += probabilities[first * size + at]!;
      for (let point = 0; point < labels.length; point++) {
        const answer = largestLogit(sums, point * CLASSES, CLASSES);
        if (answer === largestLogit(scaled, point * CLASSES, CLASSES)) report.agreement[index]! += share;
        if (answer === labels[point]) report.averageAccuracy[index]! += share;
      }
    }
  }
  return report;
}

/**
 * What each of the first `units` hidden units looks for, `[units, inputs]`, 128 for a weight of zero; the largest weight of all gets
 * the full range.
 */
export function filterImages(
  { values, inputs, outputs }: LayerWeights,
  variant: number,
  units: number,
): Uint8Array {
  const own = values.subarray(variant * (inputs + 1) * outputs);
  const weight = (unit: number, pixel: number) => own[pixel * outputs + unit]!;
  const shown = Float32Array.from({ length: units * inputs }, (_, at) =>
    weight(Math.floor(at / inputs), at % inputs),
  );
  const largest = shown.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  return Uint8Array.from(shown, (value) => Math.round(128 + (127 * value) / largest));
}
