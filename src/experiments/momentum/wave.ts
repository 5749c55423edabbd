import { logisticLoss } from '../kit/crossEntropy';
import type { Random } from '../kit/random';

/** Half the width and half the height of the rectangle that the points lie in. */
export const HALF = [2, 1.5] as const;

/** Points on both sides of a wave. */
export interface Points {
  /** `[points, 2]`: x and y. */
  readonly coordinates: Float32Array;
  /** 1 above the wave and 0 below it, `[points]`. */
  readonly classes: Float32Array;
}

/** Height of the wave that separates the classes. */
function waveAt(x: number): number {
  return 0.75 * Math.sin((Math.PI / 1.5) * x);
}

/** Points evenly spread over the rectangle with their true classes. */
export function drawPoints(count: number, random: Random): Points {
  const coordinates = Float32Array.from(
    { length: 2 * count },
    (_, at) => HALF[at % 2 === 0 ? 0 : 1] * (2 * random.uniform() - 1),
  );
  const classes = Float32Array.from({ length: count }, (_, point) =>
    coordinates[2 * point + 1]! > waveAt(coordinates[2 * point]!) ? 1 : 0,
  );
  return { coordinates, classes };
}

/** The classes as somebody says them who errs with that probability. */
export function mislabel(classes: Float32Array, share: number, random: Random): Float32Array {
  return classes.map((label) => (random.uniform() < share ? 1 - label : label));
}

/**
 * Mean cross entropy in nats that the logits have on classes of which each is wrong with probability `share`: the expectation, without
 * drawing the errors. Never below `entropyOf(share)`. NaN where a logit is no finite number.
 */
export function expectedLoss(logits: Float32Array, classes: Float32Array, share: number): number {
  let sum = 0;
  for (const [point, logit] of logits.entries()) {
    const label = classes[point]!;
    sum += (1 - share) * logisticLoss(logit, label) + share * logisticLoss(logit, 1 - label);
  }
  const mean = sum / logits.length;
  return Number.isFinite(mean) ? mean : Number.NaN;
}

/** Entropy in nats of a label that is wrong with that probability: the loss of the best possible classifier. */
export function entropyOf(share: number): number {
  return share === 0 ? 0 : -share * Math.log(share) - (1 - share) * Math.log(1 - share);
}
