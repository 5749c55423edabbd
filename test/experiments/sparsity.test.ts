import { describe, expect, it } from 'vitest';
import { divergedVariants } from '../../src/experiments/kit/divergence';
import { gramMatrix } from '../../src/experiments/kit/linearSystem';
import { createRandom } from '../../src/experiments/kit/random';
import { record } from '../../src/experiments/kit/record';
import {
  descend,
  drawInputs,
  drawWeights,
  orthogonalize,
  poseProblem,
  softThreshold,
} from '../../src/experiments/sparsity/regression';
import { run } from '../../src/experiments/sparsity/run';
import { spec } from '../../src/experiments/sparsity/spec';

describe('softThreshold', () => {
  it.each([
    [3, 1, 2],
    [-3, 1, -2],
    [0.5, 1, 0],
    [-0.5, 0, -0.5],
  ])('moves %d by %d towards zero: %d', (weight, threshold, expected) => {
    expect(softThreshold(weight, threshold)).toBeCloseTo(expected, 12);
  });
});

describe('orthogonalize', () => {
  it('gives columns with XᵀX = N·I', () => {
    const inputs = drawInputs(8, 3, createRandom(1));
    orthogonalize(inputs, 3);
    const gram = gramMatrix(inputs, 3);
    for (const [at, entry] of gram.entries()) expect(entry).toBeCloseTo(at % 4 === 0 ? 8 : 0, 10);
  });
});

describe('descend', () => {
  it('reaches a point where the L1 penalty balances the slope, with exact zeros', () => {
    const random = createRandom(2);
    const inputs = drawInputs(40, 6, random.stream('inputs'));
    const problem = poseProblem(inputs, drawWeights(6, 2, random), 0.5, random.stream('noise'));
    const weights = new Float64Array(6);
    for (let step = 0; step < 2000; step++) descend(problem, weights, 'l1-proximal', 0.1, 0.2);
    expect(weights.filter((weight) => weight === 0).length).toBeGreaterThan(0);
    for (const [i, weight] of weights.entries()) {
      let slope = -problem.projections[i]!;
      for (const [j, other] of weights.entries()) slope += problem.curvature[i * 6 + j]! * other;
      if (weight === 0) expect(Math.abs(slope)).toBeLessThanOrEqual(0.2);
      else expect(slope).toBeCloseTo(-0.2 * Math.sign(weight), 8);
    }
  });
});

describe('a run with too large a learning rate', () => {
  const PARAMS = {
    penalty: 0.2,
    relevant: 10,
    trainingPoints: 60,
    noise: 1,
    design: 'orthogonal',
    steps: 200,
  } as const;

  it('loses L2 where rate · (1 + α) > 2 and nothing else', () => {
    const trace = record(run, { ...PARAMS, learningRate: 1.5 }, 1);
    const { setup, frames } = trace;
    const { errorL1, errorL2, zeroL2, zeroSubgradient } = frames.at(-1)!;
    const expected = [...setup.penalties.keys()].filter((at) => 1.5 * (1 + setup.penalties[at]!) > 2);
    expect(expected.length).toBeGreaterThan(2);
    expect(expected.length).toBeLessThan(setup.penalties.length - 2);
    for (const lost of [errorL2, zeroL2]) {
      expect([...lost.keys()].filter((at) => Number.isNaN(lost[at]))).toEqual(expected);
    }
    expect([...errorL1, ...zeroSubgradient].some(Number.isNaN)).toBe(false);
    const diverged = divergedVariants(spec, trace, frames.length - 1);
    expect(diverged.map(({ variant }) => variant).sort((a, b) => a - b)).toEqual(expected);
    // The larger α, the sooner.
    expect(diverged[0]!.variant).toBe(12);
  });

  it('goes on beyond 2, where every L2 is lost and L1 only holds out at zero', () => {
    const { frames } = record(run, { ...PARAMS, learningRate: 3 }, 1);
    expect(frames.length).toBe(51);
    const { errorL1, errorL2, relevantPaths, zeroL1 } = frames.at(-1)!;
    expect(errorL2.every(Number.isNaN)).toBe(true);
    for (const values of [errorL1, relevantPaths, zeroL1]) expect(values[0]).toBeNaN();
    for (const share of zeroL1) expect(Number.isNaN(share) || share === 1).toBe(true);
  });
});
