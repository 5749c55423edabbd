import { drawFactors } from '../kit/masks';
import type { Random } from '../kit/random';
import { allMasks } from './allMasks';

/** A softmax of linear logits at one input: what each feature adds to each logit, and the biases. */
export interface LinearSoftmax {
  /** Weight times feature, `[features][classes]`. */
  readonly summands: readonly (readonly number[])[];
  /** `[classes]` */
  readonly biases: readonly number[];
}

/** A model with normally distributed summands and biases of standard deviation `spread`. */
export function drawLinearSoftmax(
  features: number,
  classes: number,
  spread: number,
  random: Random,
): LinearSoftmax {
  const draw = () => Array.from({ length: classes }, () => spread * random.normal());
  return { summands: Array.from({ length: features }, draw), biases: draw() };
}

/** Probabilities of logits in nats. */
export function softmax(logits: readonly number[]): number[] {
  const largest = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - largest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** Logits where feature i is multiplied by `factors[i]`. */
export function logitsOf({ summands, biases }: LinearSoftmax, factors: ArrayLike<number>): number[] {
  return biases.map((bias, c) => summands.reduce((sum, own, i) => sum + factors[i]! * own[c]!, bias));
}

/** What weight scaling says: with inverted dropout, the model without any mask. */
export function scaledPrediction(model: LinearSoftmax): number[] {
  return softmax(logitsOf(model, new Array<number>(model.summands.length).fill(1)));
}

/** Normalized geometric mean and arithmetic mean of predictions, each with its weight; the weights add up to one. */
export class PredictionMean {
  #weight = 0;
  readonly #logSums: number[];
  readonly #sums: number[];

  constructor(classes: number) {
    this.#logSums = new Array(classes).fill(0);
    this.#sums = new Array(classes).fill(0);
  }

  add(probabilities: readonly number[], weight: number): void {
    this.#weight += weight;
    for (const [c, probability] of probabilities.entries()) {
      this.#logSums[c]! += weight * Math.log(probability);
      this.#sums[c]! += weight * probability;
    }
  }

  /** Proportional to the product of all pᵂ, W the weight's share. Goodfellow, Bengio, Courville: Deep Learning, equations 7.53 and 7.54. */
  get geometric(): number[] {
    return softmax(this.#logSums.map((sum) => sum / this.#weight));
  }

  get arithmetic(): number[] {
    return this.#sums.map((sum) => sum / this.#weight);
  }
}

/** Log-probabilities less their mean over the classes: of proportional predictions they are the same. */
export function centredLogs(probabilities: readonly number[]): number[] {
  const logs = probabilities.map(Math.log);
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
  return logs.map((log) => log - mean);
}

/** ‖a − b‖². */
export function squaredDistance(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, at) => sum + (value - b[at]!) ** 2, 0);
}

/** Mean squared distance of the mean of K masks from what weight scaling says: `floor` + `variance` / K. */
export interface ExpectedDistance {
  readonly variance: number;
  readonly floor: number;
}

/** What the ensemble of all masks says, and how far the mean of a few is from what weight scaling says. */
export interface Ensemble {
  readonly geometric: readonly number[];
  readonly arithmetic: readonly number[];
  readonly scaled: readonly number[];
  /** Of geometric means: distance of the centred logs. */
  readonly geometricDistance: ExpectedDistance;
  /** Of arithmetic means: distance of the probabilities. */
  readonly arithmeticDistance: ExpectedDistance;
}

/** Variance of the weighted members around their mean, and how far that is from `target`. */
function expectedDistance(
  members: readonly { readonly values: readonly number[]; readonly probability: number }[],
  target: readonly number[],
): ExpectedDistance {
  const mean = target.map((_, c) => members.reduce((sum, m) => sum + m.probability * m.values[c]!, 0));
  const variance = members.reduce((sum, m) => sum + m.probability * squaredDistance(m.values, mean), 0);
  return { variance, floor: squaredDistance(mean, target) };
}

/** Goes through all masks. `rate`: probability with which each feature is dropped, below 1. */
export function wholeEnsemble(model: LinearSoftmax, rate: number): Ensemble {
  const scaled = scaledPrediction(model);
  const mean = new PredictionMean(scaled.length);
  const members = allMasks(model.summands.map(() => rate)).map(({ mask, probability }) => {
    const factors = Array.from(mask, (kept) => kept / (1 - rate));
    const prediction = softmax(logitsOf(model, factors));
    mean.add(prediction, probability);
    return { probability, values: prediction, logs: centredLogs(prediction) };
  });
  const inLogs = members.map(({ probability, logs }) => ({ probability, values: logs }));
  return {
    geometric: mean.geometric,
    arithmetic: mean.arithmetic,
    scaled,
    geometricDistance: expectedDistance(inLogs, centredLogs(scaled)),
    arithmeticDistance: expectedDistance(members, scaled),
  };
}

/**
 * Squared distances of the means of the first K masks from what weight scaling says, for each K of `counts`, ascending: of the geometric
 * mean in centred logs, of the arithmetic mean in probabilities. The masks are drawn anew.
 */
export function sampleDistances(
  model: LinearSoftmax,
  rate: number,
  counts: ArrayLike<number>,
  random: Random,
): { readonly geometric: number[]; readonly arithmetic: number[] } {
  const scaled = scaledPrediction(model);
  const mean = new PredictionMean(scaled.length);
  const distances = { geometric: [] as number[], arithmetic: [] as number[] };
  for (let drawn = 1; distances.geometric.length < counts.length; drawn++) {
    const factors = drawFactors([rate], 1, model.summands.length, 'example', random);
    mean.add(softmax(logitsOf(model, factors)), 1);
    if (drawn !== counts[distances.geometric.length]) continue;
    distances.geometric.push(squaredDistance(centredLogs(mean.geometric), centredLogs(scaled)));
    distances.arithmetic.push(squaredDistance(mean.arithmetic, scaled));
  }
  return distances;
}
