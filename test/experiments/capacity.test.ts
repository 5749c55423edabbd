import { describe, expect, it } from 'vitest';
import { legendreFeatures, Smoother } from '../../src/experiments/capacity/polynomial';
import { run } from '../../src/experiments/capacity/run';
import { spec } from '../../src/experiments/capacity/spec';
import { record } from '../../src/experiments/kit/record';

const PLACES = [-0.9, -0.5, -0.1, 0.2, 0.6, 0.8];
const GRID = [-0.75, 0, 0.75];

function cubic(places: readonly number[]): Float64Array {
  return Float64Array.from(places, (x) => 2 - x + 4 * x ** 3);
}

describe('legendreFeatures', () => {
  it('evaluates the first Legendre polynomials', () => {
    const [p0, p1, p2, p3] = legendreFeatures([0.5], 3);
    expect([p0, p1, p2, p3]).toEqual([1, 0.5, -0.125, -0.4375]);
  });
});

describe('Smoother', () => {
  it('reproduces a polynomial of its degree, between the places too', () => {
    const { onPlaces, onGrid, bias } = new Smoother(PLACES, GRID, { degree: 3, penalty: 0 }).fit(
      cubic(PLACES),
    );
    for (const [at, value] of cubic(PLACES).entries()) expect(onPlaces[at]).toBeCloseTo(value, 9);
    for (const [at, value] of cubic(GRID).entries()) expect(onGrid[at]).toBeCloseTo(value, 9);
    expect(bias).toBeCloseTo(2, 9);
  });

  it('leaves (N − degree − 1) / N of the noise where nothing is penalized', () => {
    const smoother = new Smoother(PLACES, GRID, { degree: 2, penalty: 0 });
    expect(smoother.residualVariance()).toBeCloseTo((6 - 3) / 6, 9);
    expect(new Smoother(PLACES, PLACES, { degree: 2, penalty: 0 }).gridVariance()).toBeCloseTo(3 / 6, 9);
  });

  it('keeps a constant under a strong penalty, unless the bias is penalized too', () => {
    const fives = new Float64Array(6).fill(5);
    const free = new Smoother(PLACES, GRID, { degree: 2, penalty: 1e6 }).fit(fives);
    const penalized = new Smoother(PLACES, GRID, { degree: 2, penalty: 1e6, penalizesBias: true }).fit(fives);
    expect(free.onGrid[0]).toBeCloseTo(5, 6);
    expect(penalized.onGrid[0]).toBeCloseTo(0, 3);
  });
});

describe('a run of capacity', () => {
  const PARAMS = {
    degree: 9,
    penalty: 0.2,
    trainingPoints: 15,
    noise: 0.2,
    inputs: 'scattered',
    samples: 40,
  } as const;
  const choice = spec.predictions!.find((prediction) => prediction.kind === 'choice')!;

  it('answers its question from what was measured: few points are overfitted, many are not', () => {
    expect(choice.answer(record(run, PARAMS, 1))).toBe('huge');
    expect(choice.answer(record(run, { ...PARAMS, trainingPoints: 100 }, 1))).toBe('equal');
  });

  it('gives its formulas numbers that add up and come near to what was measured', () => {
    const trace = record(run, PARAMS, 1);
    const [error, bias] = spec.formulas!.map((formula) => formula.values(trace, 39, PARAMS));
    expect(error!.sum).toBe(error!.noise! + error!.bias! + error!.variance!);
    expect(error!.test! / error!.sum!).toBeGreaterThan(0.5);
    expect(error!.test! / error!.sum!).toBeLessThan(2);
    // Of the swept α, in factors of √10, 0.316 is nearest to 0.2.
    expect(bias!.alpha).toBeCloseTo(0.316, 3);
    expect(bias!.measured! / bias!.expected!).toBeCloseTo(1, 1);
  });
});
