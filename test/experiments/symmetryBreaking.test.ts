import { beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../src/experiments/kit/random';
import { record } from '../../src/experiments/kit/record';
import { startCpu } from '../../src/experiments/kit/tensor/backend';
import { run } from '../../src/experiments/symmetry-breaking/run';
import { largestDistance, unitVector } from '../../src/experiments/symmetry-breaking/spread';
import { drawXor, GAP } from '../../src/experiments/symmetry-breaking/xor';

const PARAMS = { constant: 0.5, learningRate: 1, hiddenUnits: 4, trainingPoints: 40, steps: 150 };

beforeAll(() => startCpu());

describe('drawXor', () => {
  it('gives class 1 where the signs differ, as many points in each quadrant, none near an axis', () => {
    const points = drawXor(40, createRandom(2));
    const quadrants = new Map<string, number>();
    for (let at = 0; at < points.length; at += 3) {
      const [x, y, label] = points.subarray(at, at + 3) as unknown as [number, number, number];
      expect(label).toBe(x * y < 0 ? 1 : 0);
      expect(Math.min(Math.abs(x), Math.abs(y))).toBeGreaterThanOrEqual(GAP - 1e-6);
      const quadrant = `${x > 0}, ${y > 0}`;
      quadrants.set(quadrant, (quadrants.get(quadrant) ?? 0) + 1);
    }
    expect([...quadrants.values()]).toEqual([10, 10, 10, 10]);
  });
});

describe('the vectors of hidden units', () => {
  it('join incoming weights, bias and outgoing weight of one unit', () => {
    const incoming = {
      inputs: 2,
      outputs: 2,
      values: Float32Array.from([0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6]),
    };
    const outgoing = { inputs: 2, outputs: 1, values: Float32Array.from([0, 0, 0, 7, 8, 9]) };
    expect(unitVector([incoming, outgoing], 1, 1)).toEqual([2, 4, 6, 8]);
  });

  it('are as far apart as the two that are farthest', () => {
    expect(
      largestDistance([
        [0, 0],
        [3, 4],
        [0, 1],
      ]),
    ).toBe(5);
    expect(
      largestDistance([
        [2, 1],
        [2, 1],
      ]),
    ).toBe(0);
  });
});

describe('a run of symmetry breaking', () => {
  it('begins with the constant and ends with pure chance, a factor of ten between', () => {
    const { spread, firstWeights } = record(run, PARAMS, 1, 1).frames[0]!;
    expect([...firstWeights.subarray(0, 4)]).toEqual([0.5, 0.5, 0.5, 0.5]);
    for (let variant = 2; variant < 8; variant++) {
      expect(spread[variant]! / spread[variant - 1]!).toBeGreaterThan(8);
      expect(spread[variant]! / spread[variant - 1]!).toBeLessThan(12);
    }
  });

  it('never moves where all weights are zero', () => {
    const { frames } = record(run, { ...PARAMS, constant: 0 }, 1);
    const { firstWeights, loss } = frames.at(-1)!;
    expect([...firstWeights.subarray(0, 4)]).toEqual([0, 0, 0, 0]);
    expect(loss[0]).toBeCloseTo(Math.LN2, 6);
    expect(loss[7]).toBeLessThan(0.3);
  });
});
