import { describe, expect, it } from 'vitest';
import { gaussianMean, meanField } from '../../src/experiments/kit/meanField';
import {
  largestSquaredSingularValue,
  meanSquareSingularValue,
  multiply,
  type Square,
} from '../../src/experiments/vanishing-gradients/jacobian';

const SHAPE = { width: 64, depth: 5 };

describe('gaussianMean', () => {
  it('gives the moments of the normal distribution and takes half of a step at 0', () => {
    expect(gaussianMean(() => 1)).toBe(1);
    expect(gaussianMean((x) => x ** 2)).toBeCloseTo(1, 9);
    expect(gaussianMean((x) => x ** 4)).toBeCloseTo(3, 9);
    expect(gaussianMean((x) => (x > 0 ? 1 : 0))).toBeCloseTo(0.5, 12);
  });
});

describe('meanField', () => {
  it('keeps the signal of ReLU at scale 2 and halves it at scale 1', () => {
    const [kept, halved] = [2, 1].map((scale) => meanField('relu', scale, SHAPE));
    expect(kept!.map(({ meanSquare }) => meanSquare)).toEqual(Array(6).fill(expect.closeTo(1, 6)));
    expect(halved![5]!.meanSquare).toBeCloseTo(1 / 32, 6);
    expect(halved![5]!.gradientGain).toBeCloseTo(0.5, 6);
  });

  it('lets networks scatter by 5 ℓ / n with ReLU and by 2 ℓ / n without a nonlinearity', () => {
    expect(meanField('relu', 2, SHAPE)[5]!.scatter ** 2).toBeCloseTo(25 / 64, 4);
    expect(meanField('linear', 1, SHAPE)[5]!.scatter ** 2).toBeCloseTo(10 / 64, 4);
  });

  it('passes at most a quarter of the gradient through a sigmoid at scale 1', () => {
    for (const { gradientGain } of meanField('sigmoid', 1, SHAPE).slice(1)) {
      expect(gradientGain).toBeLessThanOrEqual(1 / 16);
      expect(gradientGain).toBeGreaterThan(0.04);
    }
  });
});

describe('the singular values of a product', () => {
  const square = (...values: readonly number[]): Square => ({ values: Float64Array.from(values), size: 2 });

  it('come from the product, not from its factors', () => {
    const product = multiply(square(0, 3, 0.5, 0), square(0, 1, 1, 0));
    expect([...product.values]).toEqual([3, 0, 0, 0.5]);
    expect(meanSquareSingularValue(product)).toBeCloseTo((9 + 0.25) / 2, 12);
    expect(largestSquaredSingularValue(product)).toBeCloseTo(9, 6);
  });

  it('are 0 for a matrix of zeros', () => {
    expect(largestSquaredSingularValue(square(0, 0, 0, 0))).toBe(0);
  });
});
