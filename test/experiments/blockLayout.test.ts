import { describe, expect, it } from 'vitest';
import { blockLayout, packBlocks, unpackBlocks } from '../../src/experiments/kit/tensor/blockLayout';

/** 1, 2, 3 … */
function count(length: number): Float32Array {
  return Float32Array.from({ length }, (_, at) => at + 1);
}

describe('block layout', () => {
  it('puts the rows of a pair of columns side by side, with zeros beyond odd edges', () => {
    // Two matrices of three rows and one column: a line each, of two texels.
    expect(blockLayout([2, 3, 1])).toEqual({ width: 2, height: 2, columnPairs: 1 });
    const lines = [
      [1, 0, 2, 0],
      [3, 0, 0, 0],
      [4, 0, 5, 0],
      [6, 0, 0, 0],
    ];
    expect([...packBlocks(count(6), [2, 3, 1])]).toEqual(lines.flat());
  });

  it('puts the pairs of columns of a matrix below each other', () => {
    expect([...packBlocks(count(6), [1, 2, 3])]).toEqual([1, 2, 4, 5, 3, 0, 6, 0]);
  });

  it.each([
    [1, 1, 1],
    [3, 7, 5],
    [2, 8, 4],
  ] as const)('gives the values of %i × %i × %i back', (matrices, rows, columns) => {
    const values = count(matrices * rows * columns);
    const shape = [matrices, rows, columns] as const;
    expect(unpackBlocks(packBlocks(values, shape), shape)).toEqual(values);
  });
});
