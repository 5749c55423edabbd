import { beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../src/experiments/kit/random';
import { record } from '../../src/experiments/kit/record';
import { startCpu } from '../../src/experiments/kit/tensor/backend';
import {
  fastestDescent,
  fastestHeavyBall,
  rateOf,
  restAt,
  roll,
  stepsAt,
} from '../../src/experiments/momentum/heavyBall';
import {
  averageVariance,
  descentVariance,
  heavyBallVariance,
  NoiseBall,
} from '../../src/experiments/momentum/noiseBall';
import { run } from '../../src/experiments/momentum/run';
import { spec } from '../../src/experiments/momentum/spec';
import { drawPoints, entropyOf, expectedLoss, mislabel } from '../../src/experiments/momentum/wave';
import { WeightAverages } from '../../src/experiments/momentum/weightAverages';

describe('the heavy ball', () => {
  it('moves as the double roots of its best setting say', () => {
    const condition = 25;
    const descent = fastestHeavyBall(condition);
    const rate = 4 / 6;
    let ball = restAt(1, 1);
    for (let step = 1; step <= 20; step++) {
      ball = roll(ball, condition, descent);
      expect(ball.position[0]).toBeCloseTo(rate ** step * (1 + (1 - rate) * step), 10);
      expect(ball.position[1]).toBeCloseTo((-rate) ** step * (1 + (1 + rate) * step), 10);
    }
  });

  it('has Polyak’s rate, gradient descent that of Cauchy', () => {
    expect(rateOf(100, fastestDescent(100))).toBeCloseTo(99 / 101, 12);
    expect(rateOf(100, fastestHeavyBall(100))).toBeCloseTo(9 / 11, 6);
  });

  it('is slower with any other setting nearby', () => {
    const { learningRate, momentum } = fastestHeavyBall(50);
    for (const [factor, shift] of [
      [0.98, 0],
      [1.02, 0],
      [1, 0.01],
      [1, -0.01],
    ] as const) {
      const other = { learningRate: factor * learningRate, momentum: momentum + shift };
      expect(rateOf(50, other)).toBeGreaterThan(rateOf(50, { learningRate, momentum }) + 1e-3);
    }
  });

  it('never arrives where the learning rate is too large', () => {
    const rate = rateOf(10, { learningRate: 2.1, momentum: 0 });
    expect(rate).toBeCloseTo(1.1, 12);
    expect(stepsAt(rate, 1e-6)).toBeNaN();
    expect(stepsAt(0.1, 1e-6)).toBeCloseTo(6, 12);
  });
});

describe('a noise ball', () => {
  /** Variance under unit noise from the answer to a single push: the sum of its squares. `step` changes the state and returns what is watched. */
  const varianceOf = (step: (push: number) => number) => {
    let sum = 0;
    for (let at = 0; at < 40_000; at++) sum += step(at === 0 ? 1 : 0) ** 2;
    return sum;
  };

  it('has the variances of its formulas', () => {
    let [iterate, average] = [0, 0];
    const averaged = varianceOf((push) => {
      iterate -= 0.1 * (iterate + push);
      average = 0.99 * average + 0.01 * iterate;
      return average;
    });
    expect(averaged / averageVariance(0.1, 0.99)).toBeCloseTo(1, 9);
    let [ball, velocity] = [0, 0];
    const rolled = varianceOf((push) => {
      velocity = 0.9 * velocity - 0.01 * (ball + push);
      ball += velocity;
      return ball;
    });
    expect(rolled / heavyBallVariance(0.01, 0.9)).toBeCloseTo(1, 9);
    expect(averageVariance(0.1, 0)).toBe(descentVariance(0.1));
    expect(heavyBallVariance(0.1, 0)).toBeCloseTo(descentVariance(0.1), 12);
  });

  it('is plain descent where β and μ are 0, and keeps the predicted variance', () => {
    const ball = new NoiseBall(Float32Array.from([0, 0.5]), 2000, 0.1, createRandom(3));
    for (let step = 0; step < 60; step++) ball.step();
    const [iterates, averages, same, balls] = ball.squares();
    expect(same).toBeCloseTo(iterates!, 12);
    expect(Math.abs(iterates! / descentVariance(0.1) - 1)).toBeLessThan(0.15);
    expect(Math.abs(averages! / averageVariance(0.1, 0.5) - 1)).toBeLessThan(0.15);
    expect(Math.abs(balls! / heavyBallVariance(0.05, 0.5) - 1)).toBeLessThan(0.15);
  });
});

describe('averages of weights', () => {
  const layersOf = (...values: readonly number[]) => [
    { values: Float32Array.from(values), inputs: 0, outputs: 1 },
  ];

  it('follow the first networks, and with β = 0 at once', () => {
    const [slow, quick] = [0.5, 0].map((decay) => new WeightAverages(decay, 2, layersOf(8, 16, 1)));
    for (const averages of [slow!, quick!]) averages.observe(layersOf(0, 8, 1), 3);
    expect([...slow!.layers[0]!]).toEqual([1, 9]);
    expect([...quick!.layers[0]!]).toEqual([0, 8]);
  });
});

describe('points along a wave', () => {
  it('are labelled wrongly as often as asked', () => {
    const { classes } = drawPoints(4000, createRandom(1));
    const wrong = mislabel(classes, 0.15, createRandom(2)).filter((label, at) => label !== classes[at]);
    expect(wrong.length / 4000).toBeCloseTo(0.15, 1);
    expect(mislabel(classes, 0, createRandom(2))).toEqual(classes);
  });

  it('cost the best classifier the entropy of the errors, and any other more', () => {
    const classes = Float32Array.from([0, 1, 1]);
    const lossAt = (size: number) => expectedLoss(Float32Array.from([-size, size, size]), classes, 0.2);
    expect(lossAt(Math.log(4))).toBeCloseTo(entropyOf(0.2), 6);
    expect(entropyOf(0.2)).toBeCloseTo(0.5004, 4);
    for (const size of [1, 1.8]) expect(lossAt(size)).toBeGreaterThan(entropyOf(0.2) + 0.01);
    expect(expectedLoss(Float32Array.from([Number.NaN]), Float32Array.from([1]), 0.2)).toBeNaN();
  });
});

describe('a run of momentum', () => {
  beforeAll(() => startCpu());
  const PARAMS = {
    momentum: 0.9,
    memory: 100,
    learningRate: 0.5,
    batchSize: 1,
    mislabelled: 0.15,
    condition: 30,
    steps: 100,
  } as const;

  it('trains the same networks twice where μ is 0, and averages nothing where the memory is one step', () => {
    const { frames } = record(run, { ...PARAMS, momentum: 0, memory: 1 }, 1);
    for (const frame of frames) {
      expect(frame.momentumLoss).toEqual(frame.plainLoss);
      expect(frame.averagedLoss).toEqual(frame.plainLoss);
    }
  });

  it('goes on when a network blows up, and shows no number of it', () => {
    const { frames } = record(run, { ...PARAMS, learningRate: 2 }, 4);
    const last = frames.at(-1)!;
    const lost = [...last.networkLoss].filter(Number.isNaN).length;
    expect(lost).toBeGreaterThan(0);
    expect(lost).toBeLessThan(last.networkLoss.length);
    expect([...last.weightNorm].map(Number.isNaN)).toEqual([...last.networkLoss].map(Number.isNaN));
  });

  it('answers its question by what the networks came to', () => {
    const trace = record(run, { ...PARAMS, momentum: 0 }, 1);
    const choice = spec.predictions!.find((prediction) => prediction.kind === 'choice')!;
    expect(choice.answer(trace)).toBe('equal');
    const better = trace.frames.map((frame) => ({
      ...frame,
      momentumLoss: frame.momentumLoss.map((loss) => loss / 2),
    }));
    expect(choice.answer({ ...trace, frames: better })).toBe('momentum');
  });
});
