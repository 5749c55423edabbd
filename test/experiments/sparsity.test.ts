import { describe, expect, it } from 'vitest';
import { gramMatrix } from '../../src/experiments/kit/linearSystem';
import { createRandom } from '../../src/experiments/kit/random';
import {
  descend,
  drawInputs,
  drawWeights,
  orthogonalize,
  poseProblem,
  softThreshold,
} from '../../src/experiments/sparsity/regression';

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
