/** A square matrix, row-major, `[size, size]`. */
export interface Square {
  readonly values: Float64Array;
  readonly size: number;
}

/** left · right. */
export function multiply(left: Square, right: Square): Square {
  const { size } = left;
  const values = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let inner = 0; inner < size; inner++) {
      const factor = left.values[row * size + inner]!;
      if (factor === 0) continue;
      for (let column = 0; column < size; column++) {
        values[row * size + column]! += factor * right.values[inner * size + column]!;
      }
    }
  }
  return { values, size };
}

/** Mean of the squared singular values: the squared Frobenius norm over the size. */
export function meanSquareSingularValue({ values, size }: Square): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return sum / size;
}

const ROUNDS = 12;

/** Square of the largest singular value, by the power method on MᵀM from a vector of ones; at most a few percent too small. */
export function largestSquaredSingularValue({ values, size }: Square): number {
  let vector = new Float64Array(size).fill(1 / Math.sqrt(size));
  let squared = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const next = new Float64Array(size);
    for (let row = 0; row < size; row++) {
      let sum = 0;
      for (let column = 0; column < size; column++) sum += values[row * size + column]! * vector[column]!;
      for (let column = 0; column < size; column++) next[column]! += values[row * size + column]! * sum;
    }
    squared = Math.sqrt(next.reduce((sum, value) => sum + value * value, 0));
    if (!(squared > 0)) return squared;
    vector = next.map((value) => value / squared);
  }
  return squared;
}
