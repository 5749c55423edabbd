import { beforeAll, describe, expect, it } from 'vitest';
import { allMasks, expectedSeenShare, indexOfMask } from '../../src/experiments/dropout-subnetworks/allMasks';
import {
  drawLinearSoftmax,
  logitsOf,
  PredictionMean,
  sampleDistances,
  softmax,
  wholeEnsemble,
} from '../../src/experiments/dropout-subnetworks/linearSoftmax';
import { studyLinearSoftmax } from '../../src/experiments/dropout-subnetworks/linearStudy';
import {
  drawClouds,
  hiddenSpread,
  reportSubnetworks,
  type TinyWeights,
  tinyLogit,
} from '../../src/experiments/dropout-subnetworks/tinyNetwork';
import { TinyTraining } from '../../src/experiments/dropout-subnetworks/tinyTraining';
import { createRandom } from '../../src/experiments/kit/random';
import { startCpu } from '../../src/experiments/kit/tensor/backend';

beforeAll(() => startCpu());

const sum = (values: Iterable<number>) => Array.from(values).reduce((total, value) => total + value, 0);

describe('allMasks', () => {
  it('has every mask once, with probabilities that add up to one and to each unit’s rate', () => {
    const rates = [0.2, 0.5, 0.7];
    const masks = allMasks(rates);
    expect(masks.map(({ mask }) => indexOfMask(mask))).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(sum(masks.map(({ probability }) => probability))).toBeCloseTo(1, 12);
    for (const [unit, rate] of rates.entries()) {
      const dropped = masks.filter(({ mask }) => mask[unit] === 0);
      expect(sum(dropped.map(({ probability }) => probability))).toBeCloseTo(rate, 12);
    }
    expect(masks[5]!.probability).toBeCloseTo(0.8 * 0.5 * 0.3, 12);
  });
});

describe('expectedSeenShare', () => {
  it('is that of collecting coupons for equally likely masks', () => {
    const masks = allMasks([0.5, 0.5]);
    expect(expectedSeenShare(masks, 0)).toBe(0);
    expect(expectedSeenShare(masks, 1)).toBeCloseTo(1 / 4, 12);
    expect(expectedSeenShare(masks, 3)).toBeCloseTo(1 - 0.75 ** 3, 12);
  });
});

describe('the linear softmax', () => {
  const model = drawLinearSoftmax(6, 3, 1, createRandom(4));
  const rate = 0.3;

  /** Product of the probabilities, each to the power of its mask's probability, divided by the sum over the classes. */
  function geometricByHand(): number[] {
    const products = [1, 1, 1];
    for (const { mask, probability } of allMasks(new Array(6).fill(rate))) {
      const exps = products.map((_, c) => {
        const logit = logitsOf(
          model,
          Array.from(mask, (m) => m / 0.7),
        )[c]!;
        return Math.exp(logit);
      });
      for (const [c, power] of exps.entries()) products[c]! *= (power / sum(exps)) ** probability;
    }
    return products.map((product) => product / sum(products));
  }

  it('agrees with the geometric mean of all masks, but not with the arithmetic one', () => {
    const { geometric, arithmetic, scaled } = wholeEnsemble(model, rate);
    const whole = softmax(model.biases.map((bias, c) => bias + sum(model.summands.map((own) => own[c]!))));
    for (const [c, probability] of geometricByHand().entries()) {
      expect(probability).toBeCloseTo(whole[c]!, 10);
      expect(geometric[c]).toBeCloseTo(probability, 10);
      expect(scaled[c]).toBeCloseTo(whole[c]!, 12);
    }
    expect(sum(arithmetic)).toBeCloseTo(1, 10);
    expect(Math.max(...arithmetic.map((p, c) => Math.abs(p - scaled[c]!)))).toBeGreaterThan(0.01);
  });

  it('has the variance of the logits as that of the centred logs', () => {
    const { geometricDistance } = wholeEnsemble(model, rate);
    const centred = model.summands.map((own) => own.map((value) => value - sum(own) / 3));
    // A factor 0 or 1 / (1 − p) has variance p / (1 − p).
    const expected = (rate / (1 - rate)) * sum(centred.flat().map((value) => value ** 2));
    expect(geometricDistance.variance).toBeCloseTo(expected, 8);
    expect(geometricDistance.floor).toBeCloseTo(0, 12);
  });

  it('is approached by samples as variance ÷ K and a floor foretell', () => {
    const counts = [1, 4, 16];
    const { geometricDistance, arithmeticDistance } = wholeEnsemble(model, rate);
    const random = createRandom(5);
    const sums = { geometric: [0, 0, 0], arithmetic: [0, 0, 0] };
    for (let repetition = 0; repetition < 500; repetition++) {
      const drawn = sampleDistances(model, rate, counts, random);
      for (const at of counts.keys()) {
        sums.geometric[at]! += drawn.geometric[at]! / 500;
        sums.arithmetic[at]! += drawn.arithmetic[at]! / 500;
      }
    }
    for (const [at, count] of counts.entries()) {
      const { variance, floor } = arithmeticDistance;
      expect(sums.geometric[at]! / (geometricDistance.variance / count)).toBeCloseTo(1, 0.6);
      expect(sums.arithmetic[at]! / (floor + variance / count)).toBeCloseTo(1, 0.6);
    }
  });
});

describe('PredictionMean', () => {
  it('weighs predictions', () => {
    const mean = new PredictionMean(2);
    mean.add([0.5, 0.5], 3);
    mean.add([0.9, 0.1], 1);
    expect(mean.arithmetic[0]).toBeCloseTo(0.6, 12);
    const [a, b] = [0.5 ** 0.75 * 0.9 ** 0.25, 0.5 ** 0.75 * 0.1 ** 0.25];
    expect(mean.geometric[0]).toBeCloseTo(a / (a + b), 12);
  });
});

describe('the tiny network', () => {
  const first = Float32Array.from([0.5, -1, 0.25, 2, 1, 0.5, -0.5, 1, 0.1, 0, -0.2, 0.3]);
  const second = Float32Array.from([1, -2, 0.5, 1.5, -0.25]);
  const weights: TinyWeights = [first, second];

  it('computes its logit with factors on inputs and hidden units', () => {
    const expected = -0.25 + 2 * 1 * Math.tanh(0.5 * 3 * 2 + 0.1) + 1.5 * Math.tanh(2 * 3 * 2 + 0.3);
    expect(tinyLogit(weights, 3, 7, [2, 0, 2, 0, 0, 1])).toBeCloseTo(expected, 5);
  });

  it('takes masks of the hidden units alone together as weight scaling does, in the geometric mean', () => {
    const hidden = allMasks([0.5, 0.5, 0.5, 0.5]);
    const mean = sum(
      hidden.map(({ mask, probability }) => {
        return probability * tinyLogit(weights, 0.3, -0.8, [1, 1, ...Array.from(mask, (kept) => 2 * kept)]);
      }),
    );
    expect(mean).toBeCloseTo(tinyLogit(weights, 0.3, -0.8, [1, 1, 1, 1, 1, 1]), 10);
  });

  it('has 64 subnetworks, of which the empty ones guess and, without dropout, only the whole one counts', () => {
    const data = drawClouds(40, createRandom(6));
    const report = reportSubnetworks(weights, data, 0, 0);
    expect(report.accuracy.length).toBe(64);
    expect(report.accuracy[0]).toBeCloseTo(0.5, 6);
    expect(report.accuracy[63]).toBeCloseTo(report.scaledAccuracy, 6);
    expect(report.ensembleAccuracy).toBe(report.scaledAccuracy);
    expect(report.ensembleGap).toBeCloseTo(0, 12);
  });

  it('has a geometric mean that is weight scaling where inputs are never dropped, and only there', () => {
    const data = drawClouds(40, createRandom(6));
    const inputsStay = reportSubnetworks(weights, data, 0, 0.5);
    expect(inputsStay.geometricGap).toBeCloseTo(0, 12);
    expect(inputsStay.ensembleGap).toBeGreaterThan(0.01);
    expect(reportSubnetworks(weights, data, 0.5, 0).geometricGap).toBeGreaterThan(0.001);
  });

  it('measures how far its hidden units are apart', () => {
    expect(hiddenSpread(weights)).toBeCloseTo(3.5, 6);
    expect(hiddenSpread([new Float32Array(12).fill(0.5), new Float32Array(5).fill(0.5)])).toBe(0);
  });

  it('draws one mask only where that is to be the same for ever', () => {
    const training = new TinyTraining(0.2, 0.5, 'training', createRandom(7));
    expect(training.seenShare).toBe(0);
    for (let step = 0; step < 10; step++) training.step();
    const seen = training.seenShare;
    training.dispose();
    expect(seen).toBe(1 / 64);
  });

  it('keeps equal units equal without dropout and separates them with it', () => {
    const training = new TinyTraining(0.2, 0.5, 'step', createRandom(7));
    for (let step = 0; step < 10; step++) training.step();
    const spreads = training.weights().map(hiddenSpread);
    const seen = training.seenShare;
    training.dispose();
    expect(spreads[2]).toBe(0);
    expect(spreads[3]).toBeGreaterThan(0.01);
    expect(seen).toBeGreaterThan(0.05);
    expect(seen).toBeLessThanOrEqual(10 / 64);
  });
});

describe('studyLinearSoftmax', () => {
  it('has masks that agree the more the smaller the logits are', () => {
    const gaps = [0.1, 1].map(
      (spread) => studyLinearSoftmax(5, spread, 0.5, createRandom(8)).setup.arithmeticGap,
    );
    expect(gaps[0]).toBeGreaterThan(0);
    expect(gaps[0]! * 5).toBeLessThan(gaps[1]!);
  });

  it('comes closer to what is foretold with each sample', () => {
    const { setup, sample } = studyLinearSoftmax(5, 1, 0.5, createRandom(9));
    for (let frame = 0; frame < 20; frame++) sample();
    const { geometricDistance, arithmeticDistance } = sample();
    for (const [at, expected] of setup.expectedGeometric.entries()) {
      expect(Math.abs(geometricDistance[at]! / expected - 1)).toBeLessThan(0.15);
      expect(Math.abs(arithmeticDistance[at]! / setup.expectedArithmetic[at]! - 1)).toBeLessThan(0.15);
    }
  });

  it('knows no distance where nothing is dropped', () => {
    const { setup, sample } = studyLinearSoftmax(5, 1, 0, createRandom(10));
    const sampled = sample();
    for (const distances of [setup.expectedGeometric, setup.expectedArithmetic, sampled.geometricDistance]) {
      expect(distances.every(Number.isNaN)).toBe(true);
    }
    expect(setup.arithmeticGap).toBeCloseTo(0, 12);
  });
});
