import { describe, expect, it } from 'vitest';
import { legendreFeatures, Smoother } from '../../src/experiments/capacity/polynomial';

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
