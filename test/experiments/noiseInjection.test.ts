import { beforeAll, describe, expect, it } from 'vitest';
import type { Trace } from '../../src/experiments/kit/experiment';
import { createRandom } from '../../src/experiments/kit/random';
import { record } from '../../src/experiments/kit/record';
import { startCpu } from '../../src/experiments/kit/tensor/backend';
import { VariantNetwork } from '../../src/experiments/kit/tensor/network';
import { countTensors, download, upload } from '../../src/experiments/kit/tensor/program';
import {
  drawSample,
  momentsOf,
  NoisyDescent,
  ridge,
} from '../../src/experiments/noise-injection/linearModel';
import { NoiseSource, type Strengths, strengthsOf } from '../../src/experiments/noise-injection/networkNoise';
import { NoiseTest } from '../../src/experiments/noise-injection/noiseTest';
import { run } from '../../src/experiments/noise-injection/run';
import {
  type Frame,
  LEVELS,
  MAP,
  type Setup,
  spec,
  TESTED,
  VARIANTS,
} from '../../src/experiments/noise-injection/spec';

const NONE: Strengths = { inputs: 0, hidden: 0, weights: 0 };

beforeAll(() => startCpu());

describe('the linear model', () => {
  const sample = drawSample(40, createRandom(1));
  const moments = momentsOf(sample);

  it('has its ridge solution where the slope of the penalized loss is zero', () => {
    for (const penalty of [0, 0.3, 5]) {
      const [first, second] = ridge(moments, penalty);
      const slope = [penalty * first, penalty * second];
      for (const [example, target] of sample.targets.entries()) {
        const [x1, x2] = [sample.inputs[2 * example]!, sample.inputs[2 * example + 1]!];
        const error = (first * x1 + second * x2 - target) / 40;
        slope[0]! += error * x1;
        slope[1]! += error * x2;
      }
      expect(Math.hypot(slope[0]!, slope[1]!)).toBeLessThan(1e-12);
    }
  });

  const options = {
    sample,
    strengths: Float32Array.of(0, 1),
    chains: 20,
    batch: 4,
    learningRate: 0.05,
    start: ridge(moments, 0),
  } as const;

  it.each([
    ['inputs', 1],
    ['weights', 0],
  ] as const)('settles under noise in the %s around the ridge solution with α = %d', (place, penalty) => {
    const descent = new NoisyDescent({ ...options, place, random: createRandom(3) });
    expect([...descent.mean]).toEqual([...Float32Array.of(...options.start, ...options.start)]);
    for (let step = 0; step < 300; step++) descent.step();
    const [first, second] = ridge(moments, penalty);
    expect(Math.hypot(descent.mean[2]! - first, descent.mean[3]! - second)).toBeLessThan(0.1);
    expect(descent.cloud.length).toBe(2 * 20 * 2);
  });

  it('follows the gradient of the chosen examples where there is no noise', () => {
    const single = { inputs: Float64Array.of(2, -1), targets: Float64Array.of(3) };
    const descent = new NoisyDescent({
      ...options,
      sample: single,
      strengths: Float32Array.of(0),
      chains: 1,
      start: [1, 1],
      place: 'inputs',
      random: createRandom(4),
    });
    descent.step();
    // The error is 2 − 1 − 3 = −2, the slope −2 · (2, −1).
    expect(descent.cloud[0]).toBeCloseTo(1 + 0.05 * 4, 6);
    expect(descent.cloud[1]).toBeCloseTo(1 - 0.05 * 2, 6);
  });
});

describe('the noise of the networks', () => {
  it('has one network without, then each level for each place', () => {
    const strengths = strengthsOf({ inputs: 1, hidden: 4, weights: 2 }, [0.5, 1]);
    expect(strengths).toEqual([
      NONE,
      { ...NONE, inputs: 0.5 },
      { ...NONE, inputs: 1 },
      { ...NONE, hidden: 2 },
      { ...NONE, hidden: 4 },
      { ...NONE, weights: 1 },
      { ...NONE, weights: 2 },
    ]);
    expect(LEVELS[1]).toBe(0.25);
    expect(
      TESTED.map((variant) => strengthsOf({ inputs: 4, hidden: 4, weights: 4 }, LEVELS)[variant]),
    ).toEqual([NONE, { ...NONE, inputs: 1 }, { ...NONE, hidden: 1 }, { ...NONE, weights: 1 }]);
  });

  it('is the same in every variant but for its size, with the deviation that is asked for', () => {
    const strengths = strengthsOf({ inputs: 3, hidden: 2, weights: 0.5 }, [1]);
    const source = new NoiseSource({ strengths, points: 500, widths: [2, 4, 1], random: createRandom(5) });
    const before = countTensors();
    const { summands, weights } = source.draw();
    const inputs = download(summands![0]!);
    const own = inputs.subarray(1000, 2000);
    expect([...inputs.subarray(0, 1000), ...inputs.subarray(2000)].every((value) => value === 0)).toBe(true);
    expect(Math.sqrt(own.reduce((sum, value) => sum + value ** 2, 0) / 1000)).toBeCloseTo(3, 0);
    const hidden = download(summands![1]!);
    expect(hidden.length).toBe(4 * 500 * 4);
    expect(hidden.subarray(2 * 2000, 3 * 2000).every((value) => value !== 0)).toBe(true);
    expect(weights!.map((tensor) => tensor!.shape)).toEqual([
      [4, 3, 4],
      [4, 5, 1],
    ]);
    source.draw();
    source.dispose();
    expect(countTensors()).toBe(before);
  });
});

describe('the test under noise', () => {
  const widths = [2, 5, 3, 1];
  const coordinates = Float32Array.from({ length: 60 }, (_, at) => Math.sin(at));

  function withNetwork<T>(use: (network: VariantNetwork) => T): T {
    const network = new VariantNetwork({ variants: 2, widths, optimizer: 'adam', random: createRandom(6) });
    try {
      return use(network);
    } finally {
      network.dispose();
    }
  }

  it('says what the network says where there is no noise', () => {
    withNetwork((network) => {
      const input = upload(coordinates, [1, 30, 2]);
      const expected = network.logits(input).subarray(30);
      input.dispose();
      const logits = new NoiseTest(coordinates, widths, createRandom(7)).logits(network.weights(), 1, NONE);
      for (const [point, logit] of logits.entries()) expect(logit).toBeCloseTo(expected[point]!, 5);
    });
  });

  it('is disturbed in each place, every time alike', () => {
    withNetwork((network) => {
      const test = new NoiseTest(coordinates, widths, createRandom(7));
      const ask = (strengths: Partial<Strengths>) =>
        test.logits(network.weights(), 0, { ...NONE, ...strengths });
      const clean = ask({});
      for (const strengths of [{ inputs: 1 }, { hidden: 1 }, { weights: 1 }]) {
        expect(ask(strengths)).not.toEqual(clean);
        expect(ask(strengths)).toEqual(ask(strengths));
      }
    });
  });

  it('adds its noise to a single linear layer as it stands in the formula', () => {
    const layer = { values: Float32Array.of(2, -1, 0.5), inputs: 2, outputs: 1 };
    const test = (strengths: Strengths) =>
      new NoiseTest(Float32Array.of(1, 1), [2, 1], createRandom(8)).logits([layer], 0, strengths)[0]!;
    const normals = createRandom(8);
    const draw = () => normals.normal();
    const [x1, x2, w1, w2, bias] = [draw(), draw(), draw(), draw(), draw()] as const;
    expect(test(NONE)).toBeCloseTo(1.5, 6);
    expect(test({ ...NONE, inputs: 1 })).toBeCloseTo(1.5 + 2 * x1 - x2, 5);
    expect(test({ ...NONE, weights: 1 })).toBeCloseTo(1.5 + w1 + w2 + bias, 5);
  });
});

describe('a run of noise injection', () => {
  const params = {
    inputNoise: 1,
    hiddenNoise: 4,
    weightNoise: 1,
    dataNoise: 0.35,
    trainingPoints: 20,
    steps: 100,
  } as const;
  let trace: Trace<Setup, Frame>;
  let last: Frame;
  beforeAll(() => {
    trace = record(run, params, 1, 5);
    last = trace.frames.at(-1)!;
  });

  it('starts all networks alike and all descents at least squares', () => {
    const first = trace.frames[0]!;
    const losses = [...first.inputsTestLoss, ...first.hiddenTestLoss, ...first.weightsTestLoss];
    expect(new Set(losses).size).toBe(1);
    expect(new Set(first.inputNorm).size).toBe(1);
    expect(first.inputNorm[0]).toBeCloseTo(trace.setup.leastSquaresNorm[0]!, 5);
  });

  it('gives each place the network without noise first, and then networks of its own', () => {
    const losses = [last.inputsTestLoss, last.hiddenTestLoss, last.weightsTestLoss];
    expect(new Set(losses.map(([without]) => without)).size).toBe(1);
    expect(new Set(losses.flatMap((own) => [...own])).size).toBe(VARIANTS);
    const ownAccuracies = [last.inputsAccuracy, last.hiddenAccuracy, last.weightsAccuracy].flatMap((own) => [
      ...own.subarray(1),
    ]);
    expect([last.inputsAccuracy[0], ...ownAccuracies]).toEqual([...last.testAccuracy]);
    expect(last.maps.length).toBe(VARIANTS * MAP.rows * MAP.columns);
  });

  it('has theory that belongs to the swept noise', () => {
    const { setup } = trace;
    expect([...setup.levels]).toEqual([0, 10, 25, 50, 100]);
    expect(setup.ridgeNorm[0]).toBe(setup.leastSquaresNorm[0]);
    for (let at = 1; at < 5; at++) expect(setup.ridgeNorm[at]).toBeLessThan(setup.ridgeNorm[at - 1]!);
    expect([...setup.ridgePath.subarray(0, 2)]).toEqual([...setup.ridgeWeights.subarray(0, 2)]);
    expect(Math.hypot(...setup.ridgePath.subarray(-2))).toBeLessThan(0.01);
  });

  it('finds the right answers on the linear model', () => {
    const choices = spec.predictions!.filter((prediction) => prediction.kind === 'choice');
    expect(choices.map((choice) => choice.answer(trace))).toEqual(['ridge', 'stays']);
  });
});
