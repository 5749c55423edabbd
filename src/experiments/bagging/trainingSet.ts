import type { Values } from '../kit/params';
import type { Random } from '../kit/random';
import {
  descendInOrder,
  drawBootstrap,
  drawHiddenLayer,
  drawOrder,
  featureMatrix,
  fitCounted,
  polynomialFeatures,
  valuesAt,
} from './models';
import { GRID, type spec } from './spec';

/** Centres of the cells of [−1, 1]. */
export const gridPlaces: readonly number[] = Array.from(
  { length: GRID },
  (_, cell) => -1 + (2 * (cell + 0.5)) / GRID,
);

/** sin πx on the grid, the curve that is to be learned. */
export const trueCurve: Readonly<Float64Array> = Float64Array.from(gridPlaces, (x) => Math.sin(Math.PI * x));

/** A model that is trained and evaluated for any penalty: all of its random choices are made. */
export interface Model {
  /** How often each example counts, `[points]`. */
  readonly counts: Float64Array;
  /** Error on the grid, prediction minus true curve, when trained with the penalty α: `[grid]`. */
  errors(penalty: number): Float64Array;
}

/** Rows of a matrix `[rows, features]`. */
function pickRows(matrix: Float64Array, rows: readonly number[]): Float64Array {
  const columns = matrix.length / GRID;
  const picked = new Float64Array(rows.length * columns);
  for (const [at, row] of rows.entries()) {
    picked.set(matrix.subarray(row * columns, (row + 1) * columns), at * columns);
  }
  return picked;
}

/** What a feature map makes of the training places and of the grid. */
interface Features {
  readonly inputs: Float64Array;
  readonly outputs: Float64Array;
}

const POLYNOMIAL_ON_GRID = featureMatrix(polynomialFeatures, gridPlaces);

/** Examples at random cells of the grid, one in each of as many equal sections, and the models that are trained with them. */
export class TrainingSet {
  readonly #settings: Values<typeof spec.params>;
  /** Ascending, none twice. */
  readonly #cells: readonly number[];
  readonly #targets: Float64Array;
  readonly #features: Features;
  /** Targets where there is an example, else NaN, `[grid]`. */
  readonly onGrid: Float64Array;

  constructor(settings: Values<typeof spec.params>, random: Random) {
    this.#settings = settings;
    const { trainingPoints, noise } = settings;
    const start = (section: number) => Math.floor((section * GRID) / trainingPoints);
    this.#cells = Array.from(
      { length: trainingPoints },
      (_, section) => start(section) + random.integer(start(section + 1) - start(section)),
    );
    this.#targets = Float64Array.from(this.#cells, (cell) => trueCurve[cell]! + noise * random.normal());
    this.onGrid = new Float64Array(GRID).fill(Number.NaN);
    for (const [point, cell] of this.#cells.entries()) this.onGrid[cell] = this.#targets[point]!;
    this.#features = this.#drawFeatures(random);
  }

  /** Models that differ in what the chosen source of diversity says, and in nothing else. */
  members(count: number, random: Random): Model[] {
    return Array.from({ length: count }, () => this.#drawMember(random));
  }

  /** The model that sees every example once and is fitted to the minimum. */
  whole(): Model {
    return this.#fitted(this.#features, new Float64Array(this.#cells.length).fill(1));
  }

  #drawMember(random: Random): Model {
    const { diversity, trainingPoints } = this.#settings;
    const once = new Float64Array(trainingPoints).fill(1);
    if (diversity === 'bootstrap') return this.#fitted(this.#features, drawBootstrap(trainingPoints, random));
    if (diversity === 'initialization') return this.#fitted(this.#drawFeatures(random), once);
    const order = drawOrder(trainingPoints, random);
    const { inputs, outputs } = this.#features;
    return {
      counts: once,
      errors: (penalty) => errorsOf(outputs, descendInOrder(inputs, order, this.#targets, penalty)),
    };
  }

  #fitted({ inputs, outputs }: Features, counts: Float64Array): Model {
    return {
      counts,
      errors: (penalty) => errorsOf(outputs, fitCounted(inputs, counts, this.#targets, penalty)),
    };
  }

  #drawFeatures(random: Random): Features {
    const isNetwork = this.#settings.model === 'network';
    const outputs = isNetwork ? featureMatrix(drawHiddenLayer(random), gridPlaces) : POLYNOMIAL_ON_GRID;
    return { inputs: pickRows(outputs, this.#cells), outputs };
  }
}

function errorsOf(outputs: Float64Array, weights: Float64Array): Float64Array {
  return valuesAt(outputs, weights).map((value, at) => value - trueCurve[at]!);
}
