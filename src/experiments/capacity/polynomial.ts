import { gramMatrix, solvePositiveDefinite } from '../kit/linearSystem';

/** Legendre polynomials P₀ … P_degree at each place in [−1, 1]: `[places, degree + 1]`. */
export function legendreFeatures(places: readonly number[], degree: number): Float64Array {
  const columns = degree + 1;
  const features = new Float64Array(places.length * columns);
  for (const [row, x] of places.entries()) {
    let [before, now] = [0, 1];
    for (let k = 0; k <= degree; k++) {
      features[row * columns + k] = now;
      [before, now] = [now, ((2 * k + 1) * x * now - k * before) / (k + 1)];
    }
  }
  return features;
}

/** Product of `left` `[rows, inner]` and `right` `[inner, columns]`: `[rows, columns]`. */
export function multiply(left: Float64Array, right: Float64Array, inner: number): Float64Array {
  const [rows, columns] = [left.length / inner, right.length / inner];
  const product = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    for (let k = 0; k < inner; k++) {
      const factor = left[row * inner + k]!;
      for (let column = 0; column < columns; column++) {
        product[row * columns + column]! += factor * right[k * columns + column]!;
      }
    }
  }
  return product;
}

/** How a polynomial is fitted. */
export interface Fit {
  readonly degree: number;
  /** α of (1/2N) ‖Φw − y‖² + (α/2) ‖w‖²; the coefficient of P₀, the bias, is left out of the norm. */
  readonly penalty: number;
  /** Counts the bias among the penalized coefficients all the same. */
  readonly penalizesBias?: boolean;
}

/** The matrix that maps the targets y at `places` to the coefficients: `[degree + 1, places]`. */
export function coefficientMap(
  places: readonly number[],
  { degree, penalty, penalizesBias }: Fit,
): Float64Array {
  const [size, count] = [degree + 1, places.length];
  const features = legendreFeatures(places, degree);
  const matrix = gramMatrix(features, size).map((entry) => entry / count);
  for (let k = penalizesBias ? 0 : 1; k < size; k++) matrix[k * size + k]! += penalty;
  const map = new Float64Array(size * count);
  for (let point = 0; point < count; point++) {
    const rightSide = features.slice(point * size, (point + 1) * size).map((entry) => entry / count);
    for (const [k, entry] of solvePositiveDefinite(matrix, rightSide).entries())
      map[k * count + point] = entry;
  }
  return map;
}

/** Mean of the squared differences. */
export function meanSquare(values: Float64Array, others: Float64Array): number {
  return values.reduce((sum, value, at) => sum + (value - others[at]!) ** 2, 0) / values.length;
}

/** A polynomial with the values it takes. */
export interface Fitted {
  /** Coefficient of P₀. */
  readonly bias: number;
  /** Values where the data are, `[places]`. */
  readonly onPlaces: Float64Array;
  /** Values on the grid, `[grid]`. */
  readonly onGrid: Float64Array;
}

/** A fit as a linear map of the targets, with what follows from that for its errors. */
export class Smoother {
  readonly #size: number;
  readonly #count: number;
  /** Coefficients from targets, `[degree + 1, places]`. */
  readonly #coefficients: Float64Array;
  readonly #placeFeatures: Float64Array;
  readonly #gridFeatures: Float64Array;

  constructor(places: readonly number[], grid: readonly number[], fit: Fit) {
    this.#size = fit.degree + 1;
    this.#count = places.length;
    this.#coefficients = coefficientMap(places, fit);
    this.#placeFeatures = legendreFeatures(places, fit.degree);
    this.#gridFeatures = legendreFeatures(grid, fit.degree);
  }

  /** The polynomial for targets `[places]`. */
  fit(targets: Float64Array): Fitted {
    const coefficients = multiply(this.#coefficients, targets, this.#count);
    return {
      bias: coefficients[0]!,
      onPlaces: multiply(this.#placeFeatures, coefficients, this.#size),
      onGrid: multiply(this.#gridFeatures, coefficients, this.#size),
    };
  }

  /** Variance of the fitted values under noise of variance 1, mean over the grid. */
  gridVariance(): number {
    const smoother = multiply(this.#gridFeatures, this.#coefficients, this.#size);
    return (smoother.reduce((sum, entry) => sum + entry ** 2, 0) * this.#count) / smoother.length;
  }

  /** Mean squared residual that noise of variance 1 alone leaves, ‖I − S‖² / N. */
  residualVariance(): number {
    const count = this.#count;
    const residual = multiply(this.#placeFeatures, this.#coefficients, this.#size);
    for (let diagonal = 0; diagonal < residual.length; diagonal += count + 1) residual[diagonal]! -= 1;
    return residual.reduce((sum, entry) => sum + entry ** 2, 0) / count;
  }
}
