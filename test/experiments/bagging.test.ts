import { describe, expect, it } from 'vitest';
import {
  chanceOfTimes,
  errorsByGroupSize,
  expectedError,
  meanError,
  meanProduct,
  spreadOf,
} from '../../src/experiments/bagging/ensembleErrors';
import {
  CAPACITY,
  DESCENT,
  descendInOrder,
  drawBootstrap,
  drawOrder,
  featureMatrix,
  fitCounted,
  polynomialFeatures,
  valuesAt,
} from '../../src/experiments/bagging/models';
import { run } from '../../src/experiments/bagging/run';
import { MEMBERS, spec } from '../../src/experiments/bagging/spec';
import type { Values } from '../../src/experiments/kit/params';
import { createRandom } from '../../src/experiments/kit/random';
import { record } from '../../src/experiments/kit/record';

const ERRORS = [
  [1, -2, 0.5],
  [0, 1, 1],
  [2, 2, -1],
  [-1, 0, 3],
].map((errors) => Float64Array.from(errors));

const PLACES = [-0.9, -0.7, -0.4, -0.1, 0.2, 0.3, 0.5, 0.8];
const INPUTS = featureMatrix(polynomialFeatures, PLACES);
const COLUMNS = CAPACITY + 1;

describe('spreadOf', () => {
  it('is the mean square of one and the mean product of two different errors', () => {
    const { variance, covariance } = spreadOf(ERRORS);
    expect(variance).toBeCloseTo((5.25 + 2 + 9 + 10) / 3 / 4, 12);
    // Pairs in order: 1·2, 1·3, 1·4, 2·3, 2·4, 3·4.
    expect(covariance).toBeCloseTo((-1.5 - 2.5 + 0.5 + 1 + 3 - 5) / 3 / 6, 12);
  });

  it('gives the mean error over all ensembles of two, and that of all four', () => {
    const pairs = ERRORS.flatMap((one, at) => ERRORS.slice(at + 1).map((other) => meanError([one, other])));
    const meanOfPairs = pairs.reduce((sum, each) => sum + meanProduct(each, each), 0) / pairs.length;
    expect(expectedError(spreadOf(ERRORS), 2)).toBeCloseTo(meanOfPairs, 12);
    const all = meanError(ERRORS);
    expect(expectedError(spreadOf(ERRORS), 4)).toBeCloseTo(meanProduct(all, all), 12);
  });
});

describe('errorsByGroupSize', () => {
  it('averages groups of one, of two and of four', () => {
    const [one, two, four] = errorsByGroupSize(ERRORS);
    expect(one).toBeCloseTo(26.25 / 12, 12);
    // Means of the first two: 0.5, −0.5, 0.75; of the last two: 0.5, 1, 1.
    expect(two).toBeCloseTo((0.25 + 0.25 + 0.5625 + 0.25 + 1 + 1) / 6, 12);
    expect(four).toBeCloseTo((0.5 ** 2 + 0.25 ** 2 + 0.875 ** 2) / 3, 12);
  });
});

describe('chanceOfTimes', () => {
  it('is binomial', () => {
    expect([0, 1, 2].map((times) => chanceOfTimes(2, times))).toEqual([0.25, 0.5, 0.25]);
    expect(chanceOfTimes(30, 0)).toBeCloseTo((29 / 30) ** 30, 12);
  });
});

describe('fitCounted', () => {
  const targets = Float64Array.from(PLACES, (x) => Math.exp(x));

  it('leaves no slope of the penalized loss', () => {
    const counts = Float64Array.of(1, 0, 2, 1, 1, 0, 3, 0);
    const weights = fitCounted(INPUTS, counts, targets, 0.1);
    const residuals = valuesAt(INPUTS, weights).map((value, point) => value - targets[point]!);
    for (let k = 0; k < COLUMNS; k++) {
      let slope = k === 0 ? 0 : 0.1 * weights[k]!;
      for (const [point, residual] of residuals.entries()) {
        slope += (counts[point]! * residual * INPUTS[point * COLUMNS + k]!) / PLACES.length;
      }
      expect(slope).toBeCloseTo(0, 10);
    }
  });

  it('is what gradient descent on mini-batches comes near to', () => {
    const weights = fitCounted(INPUTS, new Float64Array(8).fill(1), targets, 0.1);
    const descended = descendInOrder(INPUTS, drawOrder(8, createRandom(1)), targets, 0.1);
    for (const [k, weight] of weights.entries()) expect(Math.abs(descended[k]! - weight)).toBeLessThan(0.05);
  });
});

describe('random choices', () => {
  it('draws as many examples as there are', () => {
    const counts = drawBootstrap(20, createRandom(3));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(20);
    expect(counts).toContain(0);
  });

  it('goes through all examples in every epoch', () => {
    const order = drawOrder(7, createRandom(3));
    expect(order.length).toBe(DESCENT.steps * DESCENT.batch);
    for (const epoch of [0, 5]) {
      const seen = [...order.subarray(7 * epoch, 7 * epoch + 7)].sort((a, b) => a - b);
      expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6]);
    }
  });
});

describe('a run of bagging', () => {
  const PARAMS: Values<typeof spec.params> = {
    members: 8,
    diversity: 'bootstrap',
    model: 'polynomial',
    trainingPoints: 15,
    noise: 0.3,
    penalty: 1e-3,
    repetitions: 5,
  };
  const choice = spec.predictions!.find((prediction) => prediction.kind === 'choice')!;

  it('answers its question from what was measured', () => {
    expect(choice.answer(record(run, PARAMS, 2))).toBe('smaller');
    expect(choice.answer(record(run, { ...PARAMS, penalty: 1 }, 2))).toBe('equal');
  });

  it('has nothing to average where all members end in the same minimum', () => {
    const { frames } = record(run, { ...PARAMS, diversity: 'initialization' }, 1);
    const { error, covariance, single, correlations, distinct } = frames.at(-1)!;
    for (const value of [...error, covariance[0]!, single[0]!]) expect(value).toBeCloseTo(error[0]!, 6);
    for (const correlation of correlations) expect(correlation).toBeCloseTo(1, 6);
    expect(distinct).toBe(1);
  });

  it('meets the formula exactly with all members', () => {
    const params = { ...PARAMS, members: MEMBERS };
    const trace = record(run, params, 1);
    const { expected, measured, own, shared } = spec.formulas![0]!.values(trace, 4, params);
    expect(expected).toBe(own! + shared!);
    expect(measured).toBeCloseTo(expected!, 5);
    expect(trace.frames[4]!.error.at(-1)).toBeCloseTo(measured!, 6);
  });
});
