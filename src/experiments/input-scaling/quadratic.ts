/*
 * Linear regression on two features, ŷ = w₁x₁ + w₂x₂ + b, with half the mean squared error as loss. The loss is a quadratic function
 * of (w₁, w₂, b), and its Hessian follows from the first two moments of the features alone.
 */

/** Weights or an error of weights: w₁, w₂, b. */
export type Vector = readonly [number, number, number];
/** A symmetric matrix by rows. */
export type Matrix = readonly [Vector, Vector, Vector];

/** First two moments of two features. */
export interface Moments {
  readonly means: readonly [number, number];
  readonly deviations: readonly [number, number];
  readonly correlation: number;
}

/** Rotations over all three pairs; the off-diagonal falls quadratically, so that six rounds are more than enough. */
const JACOBI_ROUNDS = 6;
const PAIRS = [
  [0, 1],
  [0, 2],
  [1, 2],
] as const;

/** The Hessian of the loss: the mean of x̃ x̃ᵀ with x̃ = (x₁, x₂, 1). */
export function hessianOf({ means: [m1, m2], deviations: [d1, d2], correlation }: Moments): Matrix {
  const mixed = correlation * d1 * d2 + m1 * m2;
  return [
    [d1 ** 2 + m1 ** 2, mixed, m1],
    [mixed, d2 ** 2 + m2 ** 2, m2],
    [m1, m2, 1],
  ];
}

/** Matrix times vector. */
export function multiply([first, second, third]: Matrix, [x, y, z]: Vector): Vector {
  return [
    first[0] * x + first[1] * y + first[2] * z,
    second[0] * x + second[1] * y + second[2] * z,
    third[0] * x + third[1] * y + third[2] * z,
  ];
}

/** Loss above its minimum for weights that are off by `error`. */
export function excessLoss(hessian: Matrix, error: Vector): number {
  const slope = multiply(hessian, error);
  return (error[0] * slope[0] + error[1] * slope[1] + error[2] * slope[2]) / 2;
}

/** What a step of gradient descent does to the error of the weights: I − ηH. */
export function errorMap(hessian: Matrix, learningRate: number): Matrix {
  const entry = (row: 0 | 1 | 2, column: 0 | 1 | 2) =>
    (row === column ? 1 : 0) - learningRate * hessian[row][column];
  return [
    [entry(0, 0), entry(0, 1), entry(0, 2)],
    [entry(1, 0), entry(1, 1), entry(1, 2)],
    [entry(2, 0), entry(2, 1), entry(2, 2)],
  ];
}

/** Makes one entry beside the diagonal zero by a rotation of rows and columns; changes `a`. */
function rotate(a: number[][], p: number, q: number): void {
  const [rowP, rowQ] = [a[p]!, a[q]!];
  if (rowP[q] === 0) return;
  const theta = (rowQ[q]! - rowP[p]!) / (2 * rowP[q]!);
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const cosine = 1 / Math.hypot(tangent, 1);
  const sine = tangent * cosine;
  for (const row of a) {
    const [x, y] = [row[p]!, row[q]!];
    row[p] = cosine * x - sine * y;
    row[q] = sine * x + cosine * y;
  }
  for (let column = 0; column < 3; column++) {
    const [x, y] = [rowP[column]!, rowQ[column]!];
    rowP[column] = cosine * x - sine * y;
    rowQ[column] = sine * x + cosine * y;
  }
}

/** Eigenvalues of a symmetric matrix, ascending. Jacobi's method; Golub, Van Loan: Matrix Computations, 8.5. */
export function eigenvaluesOf(matrix: Matrix): Vector {
  const a = matrix.map((row) => [...row]);
  for (let round = 0; round < JACOBI_ROUNDS; round++) {
    for (const [p, q] of PAIRS) rotate(a, p, q);
  }
  const [low, middle, high] = a.map((row, index) => row[index]!).sort((x, y) => x - y);
  return [low!, middle!, high!];
}

/** Largest eigenvalue divided by the smallest. */
export function conditionOf(hessian: Matrix): number {
  const [low, , high] = eigenvaluesOf(hessian);
  return high / low;
}

/**
 * Steps after which the excess loss is at most `share` of what it was, from the worst start: every direction shrinks by at least
 * r = max |1 − ηλ| a step. NaN where it never is.
 * @param stability learning rate as a share of 2 / λ_max, above which descent diverges
 */
export function worstSteps(condition: number, stability: number, share: number): number {
  const rate = Math.max(Math.abs(1 - 2 * stability), Math.abs(1 - (2 * stability) / condition));
  if (rate >= 1) return Number.NaN;
  return rate === 0 ? 1 : Math.max(1, Math.log(share) / (2 * Math.log(rate)));
}
