import { describe, expect, it } from 'vitest';
import { divergedVariants } from '../../src/experiments/kit/divergence';
import type { Trace } from '../../src/experiments/kit/experiment';
import { record } from '../../src/experiments/kit/record';
import { run } from '../../src/experiments/vanishing-gradients/run';
import { spec } from '../../src/experiments/vanishing-gradients/spec';

const PARAMS = { depth: 8, gain: 4, optimizer: 'gradient-descent', learningRate: 0.3, steps: 100 } as const;

function divergedAtTheEnd(trace: Trace): readonly number[] {
  return divergedVariants(spec, trace, trace.frames.length - 1).map(({ variant }) => variant);
}

describe('exploding gradients', () => {
  it('throw out the deep ReLU network alone; the others end as they do beside one that does not explode', () => {
    const wild = record(run, PARAMS, 1);
    const lost = divergedAtTheEnd(wild);
    expect(lost).toContain(8);
    expect(lost).not.toContain(6);
    const { loss, gradientNorm, reluGradient, reluTypical, tanhLoss } = wild.frames.at(-1)!;
    for (const values of [loss, gradientNorm]) {
      expect([...values.keys()].filter((at) => Number.isNaN(values[at]))).toEqual(
        [...lost].sort((a, b) => a - b),
      );
    }
    for (const values of [reluGradient, reluTypical]) expect(values.every(Number.isNaN)).toBe(true);
    // The networks of two layers are the same whatever the largest depth.
    const other = record(run, { ...PARAMS, depth: 5 }, 1).frames.at(-1)!;
    for (const first of [0, 3, 6]) expect(loss[first]).toBe(other.loss[first]);
    expect(loss[3]).toBe(tanhLoss[0]);
  });

  it('leave every network alone where the weights begin small', () => {
    expect(divergedAtTheEnd(record(run, { ...PARAMS, gain: 1.4 }, 1))).toEqual([]);
  });
});
