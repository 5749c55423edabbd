import { beforeAll, describe, expect, it } from 'vitest';
import {
  cosine,
  descend,
  drawRegression,
  norm,
  ridge,
} from '../../src/experiments/early-stopping/descentAndRidge';
import { EarlyStopping } from '../../src/experiments/early-stopping/earlyStopping';
import { bayesLoss, blur, drawMoons } from '../../src/experiments/early-stopping/noisyMoons';
import { run } from '../../src/experiments/early-stopping/run';
import { type Frame, MAP, SHOWN, spec } from '../../src/experiments/early-stopping/spec';
import { createRandom } from '../../src/experiments/kit/random';
import { record } from '../../src/experiments/kit/record';
import { startCpu } from '../../src/experiments/kit/tensor/backend';

describe('EarlyStopping', () => {
  /** Shows it these losses, ten steps apart. */
  function watch(patience: number, losses: readonly number[]): EarlyStopping {
    const rule = new EarlyStopping(patience);
    for (const [index, loss] of losses.entries()) rule.observe(index * 10, loss);
    return rule;
  }

  it('returns the step with the smallest loss, the first of equals', () => {
    expect(watch(100, [5, 3, 3, 4]).bestStep).toBe(10);
    expect(watch(100, [5, 3, 3, 2]).bestStep).toBe(30);
  });

  it('is over when its patience has run out, and then sees nothing any more', () => {
    expect(watch(20, [5, 3, 4]).isOver).toBe(false);
    const over = watch(20, [5, 3, 4, 4, 1]);
    expect([over.isOver, over.bestStep]).toEqual([true, 10]);
  });

  it('takes what is not a number for no minimum', () => {
    expect(watch(100, [5, Number.NaN, 4, Number.NaN]).bestStep).toBe(20);
  });
});

describe('gradient descent and ridge regression', () => {
  const regression = drawRegression(6, 20, createRandom(1));

  it('solves the normal equations: the slope is −αw at the minimum', () => {
    for (const penalty of [0, 0.1, 10]) {
      const weights = ridge(regression, penalty);
      const moved = descend(regression, weights, 1);
      for (const [i, weight] of weights.entries())
        expect(moved[i]! - weight).toBeCloseTo(penalty * weight, 10);
    }
    expect(norm(ridge(regression, Number.POSITIVE_INFINITY))).toBe(0);
  });

  it('descends to least squares', () => {
    let weights: Float64Array = new Float64Array(6);
    for (let step = 0; step < 50_000; step++) weights = descend(regression, weights, 0.2);
    const end = ridge(regression, 0);
    for (const [i, weight] of weights.entries()) expect(weight).toBeCloseTo(end[i]!, 6);
  });

  it('covers the share of the way that the theory says, for a single curvature', () => {
    const single = { hessian: Float64Array.of(0.5), linear: Float64Array.of(1) };
    let weights: Float64Array = new Float64Array(1);
    for (let step = 0; step < 7; step++) weights = descend(single, weights, 0.1);
    expect(weights[0]).toBeCloseTo(2 * (1 - (1 - 0.1 * 0.5) ** 7), 12);
    expect(ridge(single, 0.25)[0]).toBeCloseTo((2 * 0.5) / (0.5 + 0.25), 12);
  });

  it('measures directions', () => {
    expect(cosine(Float64Array.of(3, 0), Float64Array.of(1, 1))).toBeCloseTo(Math.SQRT1_2, 12);
    expect(cosine(Float64Array.of(0, 0), Float64Array.of(1, 1))).toBeNaN();
  });
});

describe('the moons under noise', () => {
  const moons = drawMoons(200, createRandom(3));

  it('are the same points, only blurred more', () => {
    const [none, some, twice] = [0, 0.1, 0.2].map((noise) => blur(moons, noise));
    for (const [at, value] of none!.entries()) {
      expect(twice![at]! - value).toBeCloseTo(2 * (some![at]! - value), 4);
    }
  });

  it('can be told apart the worse the more noise there is, at last not at all', () => {
    const losses = [0.05, 0.2, 0.4, 0.8, 50].map((noise) => bayesLoss(moons, noise));
    expect(losses).toEqual(losses.toSorted((a, b) => a - b));
    expect(losses[0]).toBeLessThan(0.001);
    expect(losses.at(-1)).toBeCloseTo(Math.LN2, 2);
  });
});

describe('a run of early stopping', () => {
  const PARAMS = {
    noise: 0.5,
    trainingPoints: 20,
    patience: 30,
    retraining: 1,
    learningRate: 0.03,
    hiddenUnits: 8,
    steps: 100,
  } as const;
  const cells = MAP.rows * MAP.columns;
  const mapOf = ({ maps }: Frame, index: number) => maps.subarray(index * cells, (index + 1) * cells);

  beforeAll(() => startCpu());

  it('shows the network as it was at k*, as it is now, and the one retrained for k* steps', () => {
    const { frames } = record(run, PARAMS, 3);
    const last = frames.at(-1)!;
    const best = last.bestStep[SHOWN]! / spec.stepsPerFrame;
    expect(best).toBeGreaterThan(0);
    expect(best).toBeLessThan(frames.length - 1);
    expect(mapOf(last, 0)).toEqual(mapOf(frames[best]!, 1));
    expect(mapOf(last, 1)).not.toEqual(mapOf(last, 0));
    expect(mapOf(last, 2)).not.toEqual(mapOf(last, 0));
    expect([...last.mapLoss]).toEqual(
      [last.stoppedTestLoss, last.testLoss, last.retrainedTestLoss].map((losses) => losses[SHOWN]),
    );
    // Both begin with the same weights.
    expect(mapOf(frames[0]!, 2)).toEqual(mapOf(frames[0]!, 1));
  });

  it('shows in its maps what its networks say of the training points', () => {
    const { setup, frames } = record(run, { ...PARAMS, noise: 0.2, steps: 300 }, 1);
    const map = mapOf(frames.at(-1)!, 1);
    let right = 0;
    for (let at = 0; at < setup.shownPoints.length; at += 3) {
      const [x, y, label] = setup.shownPoints.subarray(at, at + 3) as unknown as [number, number, number];
      const column = Math.floor(((x - MAP.xRange[0]) / 5) * MAP.columns);
      const row = Math.floor(((MAP.yRange[1] - y) / 3.5) * MAP.rows);
      if (map[row * MAP.columns + column]! > 127.5 === label > 0.5) right++;
    }
    expect(right / (setup.shownPoints.length / 3)).toBeGreaterThanOrEqual(0.9);
  });

  it('finds an answer to its question, and numbers for its formulas that belong together', () => {
    const trace = record(run, PARAMS, 1);
    const choice = spec.predictions!.find((prediction) => prediction.kind === 'choice')!;
    expect(choice.options.map(({ id }) => id)).toContain(choice.answer(trace));
    const [price, share] = spec.formulas!.map((formula) => formula.values(trace, 20, PARAMS));
    expect(price!.ratio).toBe(price!.now! / price!.stopped!);
    // η = 0.05, λ = 0.1, t = 100.
    expect(share!.descent).toBeCloseTo(1 - 0.995 ** 100, 12);
    expect(share!.ridge).toBeCloseTo(0.1 / (0.1 + 1 / 5), 12);
  });
});
