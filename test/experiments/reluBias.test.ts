import { beforeAll, describe, expect, it } from 'vitest';
import { divergedVariants } from '../../src/experiments/kit/divergence';
import { record } from '../../src/experiments/kit/record';
import { startCpu } from '../../src/experiments/kit/tensor/backend';
import { run } from '../../src/experiments/relu-bias/run';
import { spec } from '../../src/experiments/relu-bias/spec';

const PARAMS = {
  activation: 'relu',
  largestBias: 2,
  weightMean: 0,
  inputMean: 0,
  learningRate: 0.2,
  units: 16,
  points: 40,
  steps: 40,
} as const;

beforeAll(() => startCpu());

describe('a run of ReLU and bias', () => {
  it('has no silent unit with LeakyReLU, and fewer with ELU than with ReLU, from the same weights', () => {
    const [relu, leaky, elu] = (['relu', 'leaky-relu', 'elu'] as const).map(
      (activation) => record(run, { ...PARAMS, activation }, 1, 1).frames[0]!,
    );
    for (const variant of relu!.silent.keys()) {
      expect(leaky!.silent[variant]).toBe(0);
      expect(leaky!.dead[variant]).toBe(0);
      expect(elu!.silent[variant]).toBeLessThan(relu!.silent[variant]!);
    }
    expect(elu!.weightNorm).toEqual(relu!.weightNorm);
  });

  it('goes on when a network diverges, and leaves the others as they are, bit by bit', () => {
    const wild = { ...PARAMS, activation: 'leaky-relu', learningRate: 10 } as const;
    const [calm, exploding] = [0.5, 1].map((largestBias) => record(run, { ...wild, largestBias }, 11));
    const last = exploding!.frames.length - 1;
    expect(divergedVariants(spec, calm!, last)).toEqual([]);
    const diverged = divergedVariants(spec, exploding!, last);
    expect(diverged.map(({ variant }) => variant)).toEqual([7]);
    expect(diverged[0]!.norm).toBeGreaterThan(calm!.frames[0]!.weightNorm[7]!);
    for (const [index, frame] of exploding!.frames.entries()) {
      const hasDiverged = index * spec.stepsPerFrame >= diverged[0]!.step;
      for (const field of ['loss', 'silent', 'dead', 'revived', 'weightNorm'] as const) {
        expect(Number.isNaN(frame[field][7]!)).toBe(hasDiverged);
        // The biases 0 and 0.1 are the same in both runs.
        for (const variant of [3, 4])
          expect(frame[field][variant]).toBe(calm!.frames[index]![field][variant]);
      }
    }
  });

  it('finds an answer to its question and numbers for its formulas, also where all networks have diverged', () => {
    const params = { ...PARAMS, activation: 'leaky-relu', inputMean: 2, learningRate: 10 } as const;
    const trace = record(run, params, 5);
    const choice = spec.predictions!.find((prediction) => prediction.kind === 'choice')!;
    expect(choice.options.map(({ id }) => id)).toContain(choice.answer(trace));
    const usual = record(run, PARAMS, 1);
    const [share, ratio] = spec.formulas!.map((formula) =>
      formula.values(usual, usual.frames.length - 1, PARAMS),
    );
    expect(share!.expected).toBeCloseTo(0.46, 2);
    expect(share!.score).toBeCloseTo(-0.1, 9);
    expect(ratio!.ratio).toBe(ratio!.book! / ratio!.zero!);
    expect(spec.formulas![1]!.values(trace, trace.frames.length - 1, params).ratio).toBeNaN();
  });
});
