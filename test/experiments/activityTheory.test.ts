import { describe, expect, it } from 'vitest';
import { normalCdf } from '../../src/experiments/kit/errorFunction';
import { createRandom } from '../../src/experiments/kit/random';
import { deadShare, silentShare } from '../../src/experiments/relu-bias/activityTheory';

const standardized = { inputs: 10, weightMean: 0, inputMean: 0, activation: 'relu' } as const;

describe('the theory of silent units', () => {
  it('knows the normal distribution', () => {
    expect(normalCdf(0)).toBeCloseTo(0.5, 6);
    expect(normalCdf(1.959964)).toBeCloseTo(0.975, 6);
    expect(normalCdf(-1)).toBeCloseTo(0.158655, 6);
  });

  it('is Φ(−b) for standardized inputs and a bias more for a mean of both weights and inputs', () => {
    expect(silentShare(0.1, standardized)).toBeCloseTo(normalCdf(-0.1), 12);
    expect(silentShare(0, { ...standardized, weightMean: 0.3 })).toBeCloseTo(0.5, 6);
    const both = { ...standardized, weightMean: 0.3, inputMean: 1 };
    expect(silentShare(0, both)).toBeCloseTo(normalCdf(-3 / Math.sqrt(2.9)), 12);
  });

  it('finds a leaky unit never silent, and one with ELU where its slope is below 1 %', () => {
    expect(silentShare(-3, { ...standardized, activation: 'leaky-relu' })).toBe(0);
    expect(deadShare(-3, { ...standardized, activation: 'leaky-relu' }, 8)).toBe(0);
    const elu = { ...standardized, activation: 'elu' } as const;
    expect(silentShare(-2, elu)).toBeCloseTo(normalCdf(Math.log(0.01) + 2), 12);
    expect(deadShare(Math.log(0.01), elu, 8)).toBeCloseTo(0.5 ** 8, 6);
  });

  it('is one half to the power of the points without a bias', () => {
    expect(deadShare(0, standardized, 8)).toBeCloseTo(0.5 ** 8, 6);
  });

  it('agrees with units that are drawn and counted', () => {
    const statistics = { inputs: 5, weightMean: 0.2, inputMean: 0.5, activation: 'relu' } as const;
    const [bias, points, units] = [-1, 6, 20_000];
    const random = createRandom(1);
    const isSilent = (weights: readonly number[]) =>
      bias + weights.reduce((sum, weight) => sum + weight * (0.5 + random.normal()), 0) <= 0;
    let dead = 0;
    for (let unit = 0; unit < units; unit++) {
      const weights = Array.from({ length: 5 }, () => 0.2 + random.normal() / Math.sqrt(5));
      if (Array.from({ length: points }, () => isSilent(weights)).every(Boolean)) dead++;
    }
    // Four standard errors.
    const expected = deadShare(bias, statistics, points);
    expect(Math.abs(dead / units - expected)).toBeLessThan(
      4 * Math.sqrt((expected * (1 - expected)) / units),
    );
  });
});
