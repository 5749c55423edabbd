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
import { run } from '../../src/experiments/input-scaling/run';
import { type Frame, spec } from '../../src/experiments/input-scaling/spec';
import { divergedVariants } from '../../src/experiments/kit/divergence';
import { record } from '../../src/experiments/kit/record';

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

describe('a run of input scaling', () => {
  const PARAMS = {
    scaleRatio: 3,
    largestShift: 1.8,
    correlation: 0,
    stability: 0.5,
    rates: 'own',
    points: 200,
    steps: 200,
  } as const;
  const STANDARDIZED = 3;
  /** What a frame says of the standardized descent. */
  const standardizedIn = ({ excess, gradientNorm, standardizedSteps, paths, swarm }: Frame) => [
    excess[STANDARDIZED],
    gradientNorm[STANDARDIZED],
    [...standardizedSteps],
    [...paths.subarray(2 * STANDARDIZED)],
    [...swarm.subarray((swarm.length / 4) * STANDARDIZED)],
  ];

  it('goes on when descents diverge, and leaves the standardized one as it is, bit by bit', () => {
    const [own, shared] = (['own', 'shared'] as const).map((rates) => record(run, { ...PARAMS, rates }, 1));
    const last = own!.frames.length - 1;
    expect(divergedVariants(spec, own!, last)).toEqual([]);
    const diverged = divergedVariants(spec, shared!, last);
    expect(diverged.map(({ variant }) => variant).sort()).toEqual([0, 1, 2]);
    for (const { norm } of diverged) expect(norm).toBeGreaterThan(0);
    expect([...shared!.frames.at(-1)!.excess.subarray(0, 3)]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(shared!.frames.map(standardizedIn)).toEqual(own!.frames.map(standardizedIn));
  });

  it('expects no arrival where a shared learning rate is too large', () => {
    const { setup } = record(run, { ...PARAMS, rates: 'shared' }, 1, 1);
    expect(setup.rawStepsTheory.at(-1)).toBeNaN();
    expect(setup.standardizedStepsTheory.at(-1)).toBe(1);
  });

  it('diverges everywhere above the largest stable learning rate', () => {
    const trace = record(run, { ...PARAMS, stability: 1.1, steps: 1000 }, 1);
    expect(divergedVariants(spec, trace, trace.frames.length - 1).length).toBe(4);
  });

  it('answers its question from the bowls of the run', () => {
    const choice = spec.predictions!.find((prediction) => prediction.kind === 'choice')!;
    const answer = (scaleRatio: number, largestShift: number) =>
      choice.answer(record(run, { ...PARAMS, scaleRatio, largestShift }, 1, 1));
    expect([answer(3, 1.8), answer(10, 0.6), answer(1, 3)]).toEqual(['centering', 'scaling', 'centering']);
  });

  it('gives its formulas the numbers of the run', () => {
    const trace = record(run, { ...PARAMS, correlation: 0.5 }, 1);
    const [steps, correlated] = spec.formulas!.map((formula) =>
      formula.values(trace, 3, { ...PARAMS, correlation: 0.5 }),
    );
    expect(steps!.kappa).toBe(trace.frames[3]!.rawCondition.at(-1));
    expect(steps!.steps).toBeCloseTo(Math.log(0.01) / (2 * Math.log(steps!.r!)), 6);
    expect(correlated!.theory).toBe(3);
    expect(correlated!.kappa! / 3).toBeCloseTo(1, 0);
  });
});
