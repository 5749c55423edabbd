import { describe, expect, it } from 'vitest';
import {
  conditionOf,
  eigenvaluesOf,
  errorMap,
  excessLoss,
  hessianOf,
  type Matrix,
  multiply,
  type Vector,
  worstSteps,
} from '../../src/experiments/input-scaling/quadratic';

const tilted: Matrix = [
  [2, -1, 0],
  [-1, 2, -1],
  [0, -1, 2],
];

describe('a quadratic loss', () => {
  it('has the eigenvalues of its Hessian, here 2 − √2, 2, 2 + √2', () => {
    const expected = [2 - Math.SQRT2, 2, 2 + Math.SQRT2];
    eigenvaluesOf(tilted).forEach((value, index) => {
      expect(value).toBeCloseTo(expected[index]!, 12);
    });
  });

  it('keeps the small eigenvalue exact where the large one is a million times larger', () => {
    const hessian = hessianOf({ means: [0, 4000], deviations: [1, 1000], correlation: 0 });
    const [low, middle, high] = eigenvaluesOf(hessian);
    // The determinant is the product of the variances: 1 · 1000².
    expect((low * middle * high) / 1e6).toBeCloseTo(1, 6);
  });

  it('has κ = 1 for standardized and (1 + ρ) / (1 − ρ) for correlated features', () => {
    const standardized = { means: [0, 0], deviations: [1, 1] } as const;
    expect(conditionOf(hessianOf({ ...standardized, correlation: 0 }))).toBeCloseTo(1, 12);
    expect(conditionOf(hessianOf({ ...standardized, correlation: 0.9 }))).toBeCloseTo(19, 9);
  });

  it('never needs more steps than the formula says, and that many from the worst start', () => {
    const hessian = hessianOf({ means: [0, 0], deviations: [1, 5], correlation: 0 });
    const stepsFrom = (start: Vector): number => {
      const map = errorMap(hessian, 1 / 25);
      let error = start;
      for (let step = 0; ; step++) {
        if (excessLoss(hessian, error) <= 0.01 * excessLoss(hessian, start)) return step;
        error = multiply(map, error);
      }
    };
    const worst = Math.ceil(worstSteps(conditionOf(hessian), 0.5, 0.01));
    expect(stepsFrom([1, 0, 0])).toBe(worst);
    expect(stepsFrom([1, 1, 1])).toBeLessThan(worst);
  });

  it('has no number of steps where descent diverges', () => {
    expect(worstSteps(1, 1.1, 0.01)).toBeNaN();
    expect(worstSteps(1, 0.5, 0.01)).toBe(1);
  });
});
