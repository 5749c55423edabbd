import { describe, expect, it } from 'vitest';
import {
  gramMatrix,
  projectOntoColumns,
  solvePositiveDefinite,
} from '../../src/experiments/kit/linearSystem';

describe('solvePositiveDefinite', () => {
  it('solves a system whose solution is known', () => {
    const matrix = Float64Array.from([4, 2, 0, 2, 5, 3, 0, 3, 6]);
    const solution = solvePositiveDefinite(matrix, Float64Array.from([8, 21, 24]));
    for (const [index, value] of [1, 2, 3].entries()) expect(solution[index]).toBeCloseTo(value, 12);
  });

  it('answers NaN where the matrix is not positive definite', () => {
    const solution = solvePositiveDefinite(Float64Array.from([1, 2, 2, 1]), Float64Array.from([1, 1]));
    expect([...solution]).toEqual([Number.NaN, Number.NaN]);
  });
});

it('finds least squares from Gram matrix and projections: a line through points on it', () => {
  const rows = Float64Array.from([1, -1, 1, 0, 1, 2]);
  const targets = Float64Array.from([1, 3, 7]);
  const line = solvePositiveDefinite(gramMatrix(rows, 2), projectOntoColumns(rows, 2, targets));
  expect(line[0]).toBeCloseTo(3, 12);
  expect(line[1]).toBeCloseTo(2, 12);
});
