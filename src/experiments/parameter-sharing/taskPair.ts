import { gramMatrix, projectOntoColumns, solvePositiveDefinite } from '../kit/linearSystem';

/** A weight for each of the two tasks, or their errors: `[features]` each. */
export interface Weights {
  readonly a: Float64Array;
  readonly b: Float64Array;
}

/** What a penalty does to the expected error, whatever the noise and the distance of the tasks. */
export interface Expectation {
  /** Mean over the tasks of ‖ŵ − w‖² for a true distance of 1 in every feature and no noise. */
  readonly bias: number;
  /** The same for noise of variance 1 in the targets and no distance. */
  readonly variance: number;
  /** Effective number of parameters, tr(∂ŷ/∂y). */
  readonly parameters: number;
}

/** Inverse of a symmetric positive definite matrix `[size, size]`. */
function invert(matrix: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(matrix.length);
  for (let row = 0; row < size; row++) {
    const unit = new Float64Array(size);
    unit[row] = 1;
    inverse.set(solvePositiveDefinite(matrix, unit), row * size);
  }
  return inverse;
}

/** Product of two square matrices, or of one and a vector of that size. */
function multiply(left: Float64Array, right: Float64Array, size: number): Float64Array {
  const columns = right.length / size;
  const product = new Float64Array(size * columns);
  for (let row = 0; row < size; row++) {
    for (let k = 0; k < size; k++) {
      const factor = left[row * size + k]!;
      for (let column = 0; column < columns; column++) {
        product[row * columns + column]! += factor * right[k * columns + column]!;
      }
    }
  }
  return product;
}

/** Σ of the products entry by entry: tr(A Bᵀ). */
export function innerProduct(values: Float64Array, others: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at]! * others[at]!;
  return sum;
}

/**
 * Two linear regressions with inputs of their own, tied by (λ/2) ‖w_A − w_B‖² beside the loss (1/2N) ‖Xw − y‖² of each. λ = ∞ is hard
 * sharing. With K = G_A⁻¹ + G_B⁻¹, G = XᵀX / N, the solution is ŵ_A = ŵ_A⁰ − G_A⁻¹ (K + I/λ)⁻¹ (ŵ_A⁰ − ŵ_B⁰), and with + for B, where ⁰
 * stands for λ = 0 (Woodbury's identity).
 */
export class TaskPair {
  readonly #features: number;
  readonly #points: number;
  readonly #inputs: Weights;
  readonly #inverses: Weights;
  /** K, `[features, features]`. */
  readonly #stiffness: Float64Array;

  /** @param inputs of each task, `[points, features]`, with more points than features */
  constructor(inputs: Weights, features: number) {
    this.#features = features;
    this.#points = inputs.a.length / features;
    this.#inputs = inputs;
    const inverse = (rows: Float64Array) =>
      invert(
        gramMatrix(rows, features).map((entry) => entry / this.#points),
        features,
      );
    this.#inverses = { a: inverse(inputs.a), b: inverse(inputs.b) };
    this.#stiffness = this.#inverses.a.map((entry, at) => entry + this.#inverses.b[at]!);
  }

  /** Xᵀy / N of each task: of targets, or of their noise. */
  project(targets: Weights): Weights {
    const project = (inputs: Float64Array, values: Float64Array) =>
      projectOntoColumns(inputs, this.#features, values).map((entry) => entry / this.#points);
    return { a: project(this.#inputs.a, targets.a), b: project(this.#inputs.b, targets.b) };
  }

  /** Both regressions alone, from Xᵀy / N. */
  separate({ a, b }: Weights): Weights {
    const size = this.#features;
    return { a: multiply(this.#inverses.a, a, size), b: multiply(this.#inverses.b, b, size) };
  }

  /** What the penalty λ, 0 … ∞, makes of the separate solutions. */
  share({ a, b }: Weights, penalty: number): Weights {
    if (penalty === 0) return { a, b };
    const distance = a.map((weight, at) => weight - b[at]!);
    const force = solvePositiveDefinite(this.#tied(penalty), distance);
    const pull = (inverse: Float64Array) => multiply(inverse, force, this.#features);
    const [pullA, pullB] = [pull(this.#inverses.a), pull(this.#inverses.b)];
    return {
      a: a.map((weight, at) => weight - pullA[at]!),
      b: b.map((weight, at) => weight + pullB[at]!),
    };
  }

  /** K + I/λ. */
  #tied(penalty: number): Float64Array {
    const matrix = this.#stiffness.slice();
    for (let at = 0; at < matrix.length; at += this.#features + 1) matrix[at]! += 1 / penalty;
    return matrix;
  }

  /** Expected over normal noise and over all directions of the difference between the tasks. */
  expect(penalty: number): Expectation {
    const size = this.#features;
    const alone = { bias: 0, variance: this.#traceOfInverses() / this.#points / 2, parameters: 2 * size };
    if (penalty === 0) return alone;
    const tied = invert(this.#tied(penalty), size);
    let { bias, variance } = alone;
    for (const inverse of [this.#inverses.a, this.#inverses.b]) {
      const pull = multiply(inverse, tied, size);
      const spread = innerProduct(multiply(pull, this.#stiffness, size), pull);
      bias += innerProduct(pull, pull) / 2;
      variance += (spread - 2 * innerProduct(pull, inverse)) / this.#points / 2;
    }
    return { bias, variance, parameters: 2 * size - innerProduct(tied, this.#stiffness) };
  }

  #traceOfInverses(): number {
    let trace = 0;
    for (let at = 0; at < this.#stiffness.length; at += this.#features + 1) trace += this.#stiffness[at]!;
    return trace;
  }
}
