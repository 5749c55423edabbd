import { beforeAll, describe, expect, it } from 'vitest';
import { divergedVariants } from '../../src/experiments/kit/divergence';
import { createRandom } from '../../src/experiments/kit/random';
import { record } from '../../src/experiments/kit/record';
import { logSumExp, scoreSoftmax } from '../../src/experiments/kit/softmaxScores';
import { startCpu } from '../../src/experiments/kit/tensor/backend';
import { drawBlobs, flipLabels } from '../../src/experiments/label-smoothing/blobs';
import { expectedCalibrationError, reliability } from '../../src/experiments/label-smoothing/calibration';
import { crossEntropyWith, meanGap, meanProbabilities } from '../../src/experiments/label-smoothing/fit';
import { run } from '../../src/experiments/label-smoothing/run';
import {
  optimalGap,
  sharedTarget,
  smoothedTarget,
  smoothedTargets,
  targetEntropy,
} from '../../src/experiments/label-smoothing/smoothing';
import { EPSILONS, spec } from '../../src/experiments/label-smoothing/spec';

const PARAMS = {
  classes: 3,
  shown: '0.2',
  flipRate: 0.2,
  spread: 0.5,
  trainingPoints: 20,
  learningRate: 0.03,
  optimizer: 'adam',
  steps: 10,
} as const;

beforeAll(() => startCpu());

describe('scores of a softmax', () => {
  it('are those of probabilities computed one by one', () => {
    const logits = Float32Array.of(1, 2, 0.5, -1, 0, 3);
    const probability = (row: readonly number[], at: number) =>
      Math.exp(row[at]!) / row.reduce((sum, logit) => sum + Math.exp(logit), 0);
    const expected = -(Math.log(probability([1, 2, 0.5], 0)) + Math.log(probability([-1, 0, 3], 2))) / 2;
    const { loss, accuracy } = scoreSoftmax(logits, [0, 2], 3);
    expect(loss).toBeCloseTo(expected, 12);
    expect(accuracy).toBe(0.5);
  });

  it('survive logits that no exponential does', () => {
    expect(logSumExp(Float32Array.of(1000, 1000), 0, 2)).toBeCloseTo(1000 + Math.LN2, 9);
    expect(scoreSoftmax(Float32Array.of(-2000, 0), [0], 2).loss).toBe(2000);
    expect(scoreSoftmax(Float32Array.of(Number.NaN, 0), [0], 2).loss).toBeNaN();
  });
});

describe('smoothed targets', () => {
  it('are the true class’s distribution under a wrong label as likely as ε', () => {
    // Bayes with equal priors: the label is 0; each class j gives that label with probability 1 − ε or ε / (k − 1).
    for (const [epsilon, classes] of [
      [0.1, 3],
      [0.4, 10],
      [0.3, 2],
    ] as const) {
      const gives = Array.from({ length: classes }, (_, j) =>
        j === 0 ? 1 - epsilon : epsilon / (classes - 1),
      );
      const total = gives.reduce((sum, chance) => sum + chance, 0);
      const target = smoothedTarget(epsilon, classes);
      for (const [j, chance] of gives.entries()) expect(target[j]).toBeCloseTo(chance / total, 6);
    }
  });

  it('are those of Szegedy et al. under an ε larger by k / (k − 1)', () => {
    for (const classes of [2, 3, 10]) {
      const shared = sharedTarget(0.1, classes);
      expect(shared.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
      const same = smoothedTarget((0.1 * (classes - 1)) / classes, classes);
      for (const [j, share] of shared.entries()) expect(share).toBeCloseTo(same[j]!, 7);
    }
  });

  it('stand in the row of the label, for every ε', () => {
    const targets = smoothedTargets([2, 0], Float32Array.of(0, 0.25), 3);
    expect([...targets]).toEqual([0, 0, 1, 1, 0, 0, 0.125, 0.125, 0.75, 0.75, 0.125, 0.125]);
  });

  it('are met by the optimal gap, where the loss is their entropy and its slope zero', () => {
    for (const [epsilon, classes] of [
      [0.1, 3],
      [0.02, 10],
      [0.4, 2],
    ] as const) {
      const target = smoothedTarget(epsilon, classes);
      const lossAt = (gap: number) =>
        crossEntropyWith(new Float32Array(classes).fill(gap, 0, 1), target, classes);
      const best = optimalGap(epsilon, classes);
      expect(lossAt(best)).toBeCloseTo(targetEntropy(epsilon, classes), 6);
      expect(lossAt(best + 0.2)).toBeGreaterThan(lossAt(best));
      expect(lossAt(best - 0.2)).toBeGreaterThan(lossAt(best));
    }
    expect(optimalGap(0, 3)).toBeNaN();
    expect(targetEntropy(0, 3)).toBe(0);
  });
});

describe('what a network says of its training points', () => {
  const logits = Float32Array.of(4, 1, 0, 0, 2, 0);

  it('has a gap to the mean of the other logits', () => {
    expect(meanGap(logits, [0, 1], 3)).toBeCloseTo((4 - 0.5 + (2 - 0)) / 2, 6);
  });

  it('has mean probabilities in the order from the label on', () => {
    const one = Math.exp(4) + Math.exp(1) + 1;
    const two = 2 + Math.exp(2);
    const [own, next, last] = meanProbabilities(logits, [0, 1], 3);
    expect(own).toBeCloseTo((Math.exp(4) / one + Math.exp(2) / two) / 2, 6);
    expect(next).toBeCloseTo((Math.exp(1) / one + 1 / two) / 2, 6);
    expect(last).toBeCloseTo((1 / one + 1 / two) / 2, 6);
  });
});

describe('reliability', () => {
  /** Two logits whose first class has this probability. */
  const sure = (probability: number) => [Math.log(probability / (1 - probability)), 0];
  const logits = Float32Array.from([0.75, 0.75, 0.75, 0.75, 0.95, 0.95].flatMap(sure));

  it('compares certainty with the share of right answers, bin by bin', () => {
    const { counts, accuracy, confidence } = reliability(logits, [0, 0, 1, 1, 0, 0], 2, 10);
    expect([...counts]).toEqual([0, 0, 0, 0, 0, 0, 0, 4, 0, 2]);
    expect([accuracy[7], accuracy[9]]).toEqual([0.5, 1]);
    expect(confidence[7]).toBeCloseTo(0.75, 6);
    expect(confidence[9]).toBeCloseTo(0.95, 6);
    expect(accuracy[0]).toBeNaN();
  });

  it('gives the calibration error as the mean distance over the points', () => {
    const error = expectedCalibrationError(reliability(logits, [0, 0, 1, 1, 0, 0], 2, 10));
    expect(error).toBeCloseTo((4 * 0.25 + 2 * 0.05) / 6, 6);
    expect(expectedCalibrationError(reliability(logits.subarray(0, 8), [0, 0, 0, 1], 2, 10))).toBeCloseTo(
      0,
      6,
    );
  });

  it('puts full certainty into the last bin', () => {
    expect(reliability(Float32Array.of(500, 0), [0], 2, 10).counts[9]).toBe(1);
  });
});

describe('the data', () => {
  it('lie in clouds around their centres, narrower with more classes', () => {
    const { coordinates, labels } = drawBlobs(2000, 4, 0.3, createRandom(1));
    let squares = 0;
    expect([...labels.subarray(0, 5)]).toEqual([0, 1, 2, 3, 0]);
    for (const [point, label] of labels.entries()) {
      const angle = (Math.PI / 2) * label;
      squares += (coordinates[2 * point]! - Math.cos(angle)) ** 2;
      squares += (coordinates[2 * point + 1]! - Math.sin(angle)) ** 2;
    }
    expect(Math.sqrt(squares / 4000)).toBeCloseTo(0.3 * Math.SQRT1_2, 2);
  });

  it('get as many wrong labels as said, and a larger share only adds to them', () => {
    const labels = Uint8Array.from({ length: 900 }, (_, point) => point % 3);
    const wrong = [0, 0.2, 0.4].map((rate) => {
      const flipped = flipLabels(labels, 3, rate, createRandom(7));
      return [...labels.keys()].filter((point) => flipped[point] !== labels[point]);
    });
    expect(wrong.map(({ length }) => length)).toEqual([0, 180, 360]);
    expect(wrong[1]!.every((point) => wrong[2]!.includes(point))).toBe(true);
  });

  it('name every other class equally often where they are wrong', () => {
    const flipped = flipLabels(new Uint8Array(3000), 4, 1, createRandom(3));
    for (const other of [1, 2, 3]) {
      const share = flipped.filter((label) => label === other).length / 3000;
      expect(Math.abs(share - 1 / 3)).toBeLessThan(0.04);
    }
  });
});

describe('a run of label smoothing', () => {
  it('starts all networks alike and lets targets tell them apart', () => {
    const { setup, frames } = record(run, PARAMS, 1);
    const [first, last] = [frames[0]!, frames.at(-1)!];
    expect(new Set([...first.cleanNll, ...first.flippedNll]).size).toBe(1);
    expect(new Set([...last.cleanNll, ...last.flippedNll]).size).toBe(2 * EPSILONS.length);
    expect([...last.trainLoss]).toEqual([...last.cleanLoss, ...last.flippedLoss]);
    expect(setup.expectedGapShown).toBeCloseTo(Math.log((0.8 * 2) / 0.2), 6);
  });

  it('does to both groups the same where no label is wrong', () => {
    const { cleanGap, flippedGap, cleanError, flippedError } = record(
      run,
      { ...PARAMS, flipRate: 0 },
      1,
    ).frames.at(-1)!;
    expect(flippedGap).toEqual(cleanGap);
    expect(flippedError).toEqual(cleanError);
  });

  it('trains alike whatever ε is shown', () => {
    const [one, other] = (['0.2', '0.05'] as const).map(
      (shown) => record(run, { ...PARAMS, shown }, 1, 2).frames[1]!,
    );
    expect(other!.flippedNll).toEqual(one!.flippedNll);
    expect(other!.target[0]).toBeCloseTo(0.95, 6);
    expect(one!.target[0]).toBeCloseTo(0.8, 6);
  });

  it('leaves a network out that has diverged', () => {
    const { frames } = record(run, { ...PARAMS, learningRate: 1e30 }, 1);
    const diverged = divergedVariants(spec, { frames }, frames.length - 1);
    expect(diverged.length).toBe(2 * EPSILONS.length);
    expect(frames.at(-1)!.cleanNll.every(Number.isNaN)).toBe(true);
    expect(frames.at(-1)!.weightNorm.every(Number.isNaN)).toBe(true);
  });
});
