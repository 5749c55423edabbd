import { beforeAll, describe, expect, it } from 'vitest';
import {
  affineFit,
  expectedSaturation,
  saturatedShare,
  saturationEdge,
} from '../../src/experiments/initial-scale/measures';
import { drawRings, RADII } from '../../src/experiments/initial-scale/rings';
import { run } from '../../src/experiments/initial-scale/run';
import { spec } from '../../src/experiments/initial-scale/spec';
import { createRandom } from '../../src/experiments/kit/random';
import { record } from '../../src/experiments/kit/record';
import { startCpu } from '../../src/experiments/kit/tensor/backend';

const PARAMS = {
  activation: 'relu',
  optimizer: 'gradient-descent',
  learningRate: 1,
  hiddenUnits: 4,
  trainingPoints: 40,
  steps: 100,
} as const;

beforeAll(() => startCpu());

describe('drawRings', () => {
  it('puts class 1 into the disc and class 0 into the ring, in turn', () => {
    const points = drawRings(60, createRandom(3));
    for (let at = 0; at < points.length; at += 3) {
      const radius = Math.hypot(points[at]!, points[at + 1]!);
      const isDisc = (at / 3) % 2 === 0;
      expect(points[at + 2]).toBe(isDisc ? 1 : 0);
      if (isDisc) expect(radius).toBeLessThanOrEqual(RADII.disc + 1e-6);
      else expect(Math.abs(radius - 1.3)).toBeLessThanOrEqual(0.3 + 1e-6);
    }
  });
});

describe('the measures', () => {
  const coordinates = Float32Array.from([0, 0, 1, 0, 0, 1, 1, 1, 0.3, 0.7]);

  it('finds a plane in what is one, and none in a saddle', () => {
    const plane = Float32Array.from([3, 2, 5, 4, 3 - 0.3 + 1.4]);
    expect(affineFit(coordinates, plane)).toBeCloseTo(1, 6);
    const square = Float32Array.from([1, 1, -1, 1, 1, -1, -1, -1]);
    expect(affineFit(square, Float32Array.from([1, -1, -1, 1]))).toBeCloseTo(0, 6);
    expect(affineFit(square, Float32Array.of(0.1, 0.1, 0.1, 0.1))).toBeNaN();
    // Half of the variance of x + xy is in the plane x.
    expect(affineFit(square, Float32Array.from([2, -2, 0, 0]))).toBeCloseTo(0.5, 6);
  });

  it('counts outputs at which the derivative is nearly gone', () => {
    const outputs = Float32Array.from([0, 0.9, 0.99, -0.99]);
    expect(saturatedShare(outputs, 'tanh')).toBe(0.5);
    expect(saturatedShare(Float32Array.from([0.5, 0.02, 0.005, 0.995]), 'sigmoid')).toBe(0.5);
    expect(saturatedShare(Float32Array.from([0, 0, 0, 7]), 'relu')).toBe(0.75);
    expect(saturatedShare(Float32Array.from([1, Number.NaN]), 'tanh')).toBeNaN();
  });

  it('knows where the derivative has fallen to 4 % of its largest value', () => {
    expect(1 - Math.tanh(saturationEdge('tanh')) ** 2).toBeCloseTo(0.04, 12);
    const sigmoid = 1 / (1 + Math.exp(-saturationEdge('sigmoid')));
    expect(4 * sigmoid * (1 - sigmoid)).toBeCloseTo(0.04, 12);
    expect(saturationEdge('relu')).toBeNaN();
  });

  it('expects the saturation that drawn weights show', () => {
    const random = createRandom(11);
    const outputs = Float32Array.from({ length: 40_000 }, (_, at) => {
      const point = (at % 5) * 2;
      const sum = coordinates[point]! * random.normal() + coordinates[point + 1]! * random.normal();
      return Math.tanh((4 / Math.SQRT2) * sum);
    });
    const expected = expectedSaturation(4, coordinates, 'tanh');
    expect(Math.abs(saturatedShare(outputs, 'tanh') - expected)).toBeLessThan(0.01);
    expect(expectedSaturation(8, coordinates, 'sigmoid')).toBeCloseTo(expected, 12);
  });
});

describe('a run of initial scale', () => {
  it('starts ReLU networks that differ in size only: the same linearity, the same silent units', () => {
    const { linearity, saturatedFirst } = record(run, PARAMS, 1, 1).frames[0]!;
    for (const value of linearity) expect(value).toBeCloseTo(linearity[0]!, 3);
    expect(new Set(saturatedFirst).size).toBe(1);
  });

  it('shows a network whose units have all fallen silent as undecided', () => {
    const { loss, accuracy, linearity } = record(run, PARAMS, 3).frames.at(-1)!;
    expect(loss[7]).toBeCloseTo(Math.LN2, 5);
    expect(accuracy[7]).toBeCloseTo(0.5, 5);
    expect(linearity[7]).toBeNaN();
    expect(loss[5]).toBeLessThan(0.1);
  });

  it('answers its question from what was measured, also where no network has learnt', () => {
    const choice = spec.predictions!.find((prediction) => prediction.kind === 'choice')!;
    expect(choice.answer(record(run, PARAMS, 3, 1))).toBe('none');
    expect(choice.answer(record(run, PARAMS, 3))).toBe('medium');
  });

  it('gives its formulas the numbers of the activation that runs', () => {
    const valuesWith = (activation: 'tanh' | 'relu') => {
      const params = { ...PARAMS, activation };
      return spec.formulas!.map((formula) => formula.values(record(run, params, 1, 1), 0, params));
    };
    const [saturation, deviation] = valuesWith('tanh');
    expect(saturation!.edge).toBeCloseTo(2.292, 3);
    expect(Math.abs(saturation!.expected! - saturation!.counted!)).toBeLessThan(0.3);
    expect(deviation!.deviation).toBe(1 / 2);
    expect(valuesWith('relu')[0]!.expected).toBeNaN();
  });
});
