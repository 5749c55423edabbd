/**
 * Cholesky factor L of a symmetric positive definite matrix A = L Lᵀ, `[size, size]`, zero above the diagonal.
 * Where A is not positive definite in double precision, entries are NaN.
 */
function factorize(matrix: Float64Array, size: number): Float64Array {
  const factor = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let rest = matrix[row * size + column]!;
      for (let k = 0; k < column; k++) rest -= factor[row * size + k]! * factor[column * size + k]!;
      factor[row * size + column] = row === column ? Math.sqrt(rest) : rest / factor[column * size + column]!;
    }
  }
  return factor;
}

/**
 * Solution x of A x = b for a symmetric positive definite A.
 * @param matrix A, `[size, size]` with the size of `rightSide`
 * @param rightSide b, `[size]`
 * @returns `[size]`; NaN where A is not positive definite in double precision
 */
export function solvePositiveDefinite(matrix: Float64Array, rightSide: Float64Array): Float64Array {
  const size = rightSide.length;
  const factor = factorize(matrix, size);
  const solution = rightSide.slice();
  for (let row = 0; row < size; row++) {
    for (let k = 0; k < row; k++) solution[row]! -= factor[row * size + k]! * solution[k]!;
    solution[row]! /= factor[row * size + row]!;
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let k = row + 1; k < size; k++) solution[row]! -= factor[k * size + row]! * solution[k]!;
    solution[row]! /= factor[row * size + row]!;
  }
  return solution;
}

/** Gram matrix XᵀX of rows `[rows, columns]`: `[columns, columns]`. */
export function gramMatrix(rows: Float64Array, columns: number): Float64Array {
  const gram = new Float64Array(columns * columns);
  for (let start = 0; start < rows.length; start += columns) {
    for (let i = 0; i < columns; i++) {
      for (let j = 0; j < columns; j++) gram[i * columns + j]! += rows[start + i]! * rows[start + j]!;
    }
  }
  return gram;
}

/** Xᵀy of rows X `[rows, columns]` and y `[rows]`: `[columns]`. */
export function projectOntoColumns(rows: Float64Array, columns: number, targets: Float64Array): Float64Array {
  const projections = new Float64Array(columns);
  for (const [row, target] of targets.entries()) {
    for (let i = 0; i < columns; i++) projections[i]! += rows[row * columns + i]! * target;
  }
  return projections;
}
