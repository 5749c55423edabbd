import { beforeAll, describe, expect, it } from 'vitest';
import { divergedVariants } from '../../src/experiments/kit/divergence';
import { drawMoons } from '../../src/experiments/kit/moons';
import { createRandom } from '../../src/experiments/kit/random';
import { record } from '../../src/experiments/kit/record';
import { startCpu } from '../../src/experiments/kit/tensor/backend';
import { run } from '../../src/experiments/weight-decay/run';
import { spec } from '../../src/experiments/weight-decay/spec';

const PARAMS = {
  learningRate: 0.01,
  optimizer: 'adam',
  noise: 0.35,
  trainingPoints: 21,
  weakestPenalty: 0.001,
  strongestPenalty: 1,
  hiddenUnits: 5,
  steps: 30,
} as const;

beforeAll(() => startCpu());

describe('drawMoons', () => {
  it('puts the points of both classes on their arcs where there is no noise', () => {
    const points = drawMoons(40, 0, createRandom(1));
    for (let at = 0; at < points.length; at += 3) {
      const [x, y, label] = points.subarray(at, at + 3) as unknown as [number, number, number];
      expect(label).toBe((at / 3) % 2);
      const [centreX, centreY, side] = label === 0 ? [0, 0, 1] : [1, 0.5, -1];
      expect(Math.hypot(x - centreX, y - centreY)).toBeCloseTo(1, 5);
      expect(side * (y - centreY)).toBeGreaterThanOrEqual(-1e-6);
    }
  });
});

describe('a run of weight decay', () => {
  it('has no penalty first, then penalties from the weakest to the strongest in equal factors', () => {
    const { penalties } = record(run, PARAMS, 1, 1).setup;
    expect(penalties[0]).toBe(0);
    expect(penalties[1]).toBeCloseTo(0.001, 8);
    expect(penalties[7]).toBeCloseTo(1, 6);
    for (let variant = 2; variant < 8; variant++) {
      expect(penalties[variant]! / penalties[variant - 1]!).toBeCloseTo(1000 ** (1 / 6), 4);
    }
  });

  it('starts all networks alike, and lets the penalty alone tell them apart', () => {
    const { frames } = record(run, PARAMS, 1);
    const [first, last] = [frames[0]!, frames.at(-1)!];
    expect(new Set(first.testLoss).size).toBe(1);
    expect(new Set(first.weightNorm).size).toBe(1);
    expect(new Set(last.testLoss).size).toBe(8);
    expect(last.step).toBe(30);
  });

  it('shows in its maps what its networks say of the training points', () => {
    const { setup, frames } = record(run, { ...PARAMS, noise: 0, steps: 200 }, 1);
    const { maps, trainAccuracy } = frames.at(-1)!;
    let right = 0;
    for (let at = 0; at < setup.points.length; at += 3) {
      const [x, y, label] = setup.points.subarray(at, at + 3) as unknown as [number, number, number];
      const column = Math.floor(((x + 2) / 5) * 40);
      const row = Math.floor(((2.25 - y) / 4) * 32);
      if (maps[row * 40 + column]! > 127 === label > 0.5) right++;
    }
    // A point and the centre of its cell may lie on different sides of the boundary.
    expect(Math.abs(right / PARAMS.trainingPoints - trainAccuracy[0]!)).toBeLessThan(0.1);
    expect(trainAccuracy[0]).toBeGreaterThan(0.8);
  });

  it('goes on without the network that has diverged, and leaves the others as they were, bit by bit', () => {
    const params = { ...PARAMS, optimizer: 'gradient-descent', learningRate: 2 } as const;
    const [calm, wild] = [0.4, 2].map((strongestPenalty) => record(run, { ...params, strongestPenalty }, 1));
    const last = wild!.frames.length - 1;
    expect(last).toBe(3);
    expect(divergedVariants(spec, calm!, last)).toEqual([]);
    const [found, ...others] = divergedVariants(spec, wild!, last);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ variant: 7, step: 10 });
    expect(found!.norm).toBeCloseTo(wild!.frames[0]!.weightNorm[7]!, 6);
    for (const [index, frame] of wild!.frames.entries()) {
      for (const field of ['trainLoss', 'testLoss', 'trainAccuracy', 'testAccuracy', 'weightNorm'] as const) {
        const missing = [...frame[field].keys()].filter((variant) => Number.isNaN(frame[field][variant]));
        expect(missing).toEqual(index > 0 ? [7] : []);
        // The first two networks have the same penalty in both runs.
        expect(frame[field].subarray(0, 2)).toEqual(calm!.frames[index]![field].subarray(0, 2));
      }
    }
  });

  it('keeps the frames coming when every network has diverged', () => {
    const { frames } = record(run, { ...PARAMS, learningRate: 1e30 }, 1);
    expect(frames.length).toBe(4);
    expect(divergedVariants(spec, { frames }, 3).length).toBe(8);
    expect(frames[3]!.weightNorm.every(Number.isNaN)).toBe(true);
    expect(new Set(frames[3]!.maps)).toEqual(new Set([128]));
  });
});
