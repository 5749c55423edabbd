import { Means } from '../kit/means';
import type { Random } from '../kit/random';
import {
  drawLinearSoftmax,
  type Ensemble,
  type ExpectedDistance,
  sampleDistances,
  wholeEnsemble,
} from './linearSoftmax';
import { LINEAR_CLASSES, MASK_COUNTS } from './spec';

/** How often the masks are drawn anew for a frame. */
const REPETITIONS = 60;

/** Without dropout all masks agree and there is no distance to speak of. */
function expectedDistances({ variance, floor }: ExpectedDistance): Float32Array {
  return Float32Array.from(MASK_COUNTS, (count) => (variance > 0 ? floor + variance / count : Number.NaN));
}

function largestGap(a: readonly number[], b: readonly number[]): number {
  return Math.max(...a.map((value, at) => Math.abs(value - b[at]!)));
}

/** What the ensemble of all masks has to do with weight scaling. */
function foretell({ geometric, arithmetic, scaled, geometricDistance, arithmeticDistance }: Ensemble) {
  return {
    expectedGeometric: expectedDistances(geometricDistance),
    expectedArithmetic: expectedDistances(arithmeticDistance),
    geometricGap: largestGap(geometric, scaled),
    arithmeticGap: largestGap(arithmetic, scaled),
  };
}

/**
 * A linear softmax, all of its masks, and running means over repeated draws of a few of them.
 * @param features that may be dropped
 * @param spread standard deviation of what a feature adds to a logit
 * @param rate probability with which a feature is dropped, below 1
 */
export function studyLinearSoftmax(features: number, spread: number, rate: number, random: Random) {
  const model = drawLinearSoftmax(features, LINEAR_CLASSES, spread, random.stream('model'));
  const masks = random.stream('masks');
  const means = {
    geometricDistance: new Means(MASK_COUNTS.length),
    arithmeticDistance: new Means(MASK_COUNTS.length),
  };
  function drawMasks(): void {
    const { geometric, arithmetic } = sampleDistances(model, rate, MASK_COUNTS, masks);
    means.geometricDistance.add(geometric);
    means.arithmeticDistance.add(arithmetic);
  }
  const unknown = () => new Float32Array(MASK_COUNTS.length).fill(Number.NaN);
  return {
    setup: foretell(wholeEnsemble(model, rate)),
    /** Draws more masks; mean squared distances from weight scaling over all draws so far, `[counts]`. */
    sample() {
      if (rate === 0) return { geometricDistance: unknown(), arithmeticDistance: unknown() };
      for (let repetition = 0; repetition < REPETITIONS; repetition++) drawMasks();
      return {
        geometricDistance: means.geometricDistance.values,
        arithmeticDistance: means.arithmeticDistance.values,
      };
    },
  };
}
