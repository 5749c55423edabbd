import type { Run } from '../kit/experiment';
import { Means } from '../kit/means';
import type { Random } from '../kit/random';
import { DISTANCES, FEATURES, type Frame, PENALTIES, type Setup, type spec } from './spec';
import { type Expectation, innerProduct, TaskPair, type Weights } from './taskPair';

function normals(count: number, random: Random): Float64Array {
  return Float64Array.from({ length: count }, () => random.normal());
}

/** A random direction whose entries have a mean square of 1, `[FEATURES]`. */
function drawDirection(random: Random): Float64Array {
  const direction = normals(FEATURES, random);
  const size = Math.sqrt(innerProduct(direction, direction) / FEATURES);
  return direction.map((entry) => entry / size);
}

/** Mean over the tasks of ‖ŵ − w‖². */
function squaredError(fitted: Weights, truth: Weights): number {
  const of = (weights: Float64Array, others: Float64Array) =>
    weights.reduce((sum, weight, at) => sum + (weight - others[at]!) ** 2, 0);
  return (of(fitted.a, truth.a) + of(fitted.b, truth.b)) / 2;
}

/** Root mean square of the differences of the two weights of a feature. */
function distanceOf({ a, b }: Weights): number {
  return Math.sqrt(a.reduce((sum, weight, at) => sum + (weight - b[at]!) ** 2, 0) / FEATURES);
}

/** The two weights of every feature, `[FEATURES, 2]`. */
function pairsOf({ a, b }: Weights): Float32Array {
  const pairs = new Float32Array(2 * FEATURES);
  for (let feature = 0; feature < FEATURES; feature++) {
    pairs[2 * feature] = a[feature]!;
    pairs[2 * feature + 1] = b[feature]!;
  }
  return pairs;
}

/** Mean of expectations of one penalty over several pairs of inputs. */
function meanExpectation(each: readonly Expectation[]): Expectation {
  const mean = (get: (one: Expectation) => number) =>
    each.reduce((sum, one) => sum + get(one), 0) / each.length;
  return {
    bias: mean(({ bias }) => bias),
    variance: mean(({ variance }) => variance),
    parameters: mean(({ parameters }) => parameters),
  };
}

/** Both tasks of one repetition, with the distance of their true weights still open. */
class Repetition {
  readonly #pair: TaskPair;
  readonly #weights: Float64Array;
  readonly #direction: Float64Array;
  /** Xᵀε / N of each task. */
  readonly noise: Weights;
  readonly #noisePart: Weights;

  constructor(pair: TaskPair, points: number, noise: number, random: Random) {
    this.#pair = pair;
    this.#weights = normals(FEATURES, random);
    this.#direction = drawDirection(random);
    const draw = () => normals(points, random).map((value) => noise * value);
    this.noise = pair.project({ a: draw(), b: draw() });
    this.#noisePart = pair.separate(this.noise);
  }

  /** True weights at a distance of δ. */
  truth(distance: number): Weights {
    const b = this.#weights.map((weight, at) => weight + distance * this.#direction[at]!);
    return { a: this.#weights, b };
  }

  /** Fitted weights: alone, they are the true ones plus what the noise adds. */
  fit(distance: number, penalty: number): Weights {
    const truth = this.truth(distance);
    const alone = {
      a: truth.a.map((weight, at) => weight + this.#noisePart.a[at]!),
      b: truth.b.map((weight, at) => weight + this.#noisePart.b[at]!),
    };
    return this.#pair.share(alone, penalty);
  }

  error(distance: number, penalty: number): number {
    return squaredError(this.fit(distance, penalty), this.truth(distance));
  }

  /** Σ εₖ (ŷₖ − E ŷₖ) over all points of both tasks: σ² times the effective number of parameters, on average. */
  covariance(penalty: number, points: number): number {
    const { a, b } = this.#pair.share(this.#noisePart, penalty);
    return points * (innerProduct(a, this.noise.a) + innerProduct(b, this.noise.b));
  }
}

/** Draws two new related tasks in every repetition and solves them under all penalties for all distances. */
export const run: Run<typeof spec.params, Setup, Frame> = (params, { random }) => {
  const { distance, penalty, trainingPoints, noise, repetitions } = params;
  const inputStream = random.stream('inputs');
  const drawInputs = () => normals(trainingPoints * FEATURES, inputStream);
  const pairs = Array.from(
    { length: repetitions },
    () => new TaskPair({ a: drawInputs(), b: drawInputs() }, FEATURES),
  );
  const expected = PENALTIES.map((each) => meanExpectation(pairs.map((pair) => pair.expect(each))));
  const expectedShown = meanExpectation(pairs.map((pair) => pair.expect(penalty)));
  const expectedError = (delta: number, { bias, variance }: Expectation) =>
    noise ** 2 * (1 + variance) + delta ** 2 * bias;
  const errors = new Means(DISTANCES.length * PENALTIES.length);
  const shownErrors = new Means(DISTANCES.length);
  const parameters = new Means(PENALTIES.length);
  const numbers = new Means(5);

  function look(step: number, now: Repetition): Frame {
    const errorOf = (delta: number, lambda: number) => noise ** 2 + now.error(delta, lambda);
    const parametersOf = (lambda: number) => now.covariance(lambda, trainingPoints) / noise ** 2;
    const [alone, soft, hard] = [0, penalty, Number.POSITIVE_INFINITY].map((lambda) =>
      now.fit(distance, lambda),
    );
    errors.add(DISTANCES.flatMap((delta) => PENALTIES.map((lambda) => errorOf(delta, lambda))));
    shownErrors.add(DISTANCES.map((delta) => errorOf(delta, penalty)));
    parameters.add(PENALTIES.map(parametersOf));
    numbers.add([
      errorOf(distance, 0),
      errorOf(distance, penalty),
      errorOf(distance, Number.POSITIVE_INFINITY),
      parametersOf(penalty),
      distanceOf(soft!),
    ]);
    const byPenalty = errors.values;
    const column = (index: number) =>
      Float32Array.from(DISTANCES, (_, row) => byPenalty[row * PENALTIES.length + index]!);
    const [separateError, sharedError, hardError, shownParameters, fittedDistance] = numbers.values;
    return {
      step,
      error: byPenalty,
      separateByDistance: column(0),
      sharedByDistance: shownErrors.values,
      hardByDistance: column(PENALTIES.length - 1),
      parameters: parameters.values,
      separateError: separateError!,
      sharedError: sharedError!,
      hardError: hardError!,
      shownParameters: shownParameters!,
      fittedDistance: fittedDistance!,
      separatePairs: pairsOf(alone!),
      sharedPairs: pairsOf(soft!),
      hardPairs: pairsOf(hard!),
      truePairs: pairsOf(now.truth(distance)),
    };
  }

  function* train(): Generator<Frame, void> {
    const stream = random.stream('tasks');
    for (const [step, pair] of pairs.entries()) {
      yield look(step, new Repetition(pair, trainingPoints, noise, stream));
    }
  }

  return {
    setup: {
      penalties: Float32Array.from(PENALTIES),
      distances: Float32Array.from(DISTANCES),
      expectedError: Float32Array.from(
        DISTANCES.flatMap((delta) => expected.map((each) => expectedError(delta, each))),
      ),
      expectedShared: Float32Array.from(DISTANCES, (delta) => expectedError(delta, expectedShown)),
      expectedHard: Float32Array.from(DISTANCES, (delta) => expectedError(delta, expected.at(-1)!)),
      expectedParameters: Float32Array.from(expected, ({ parameters: count }) => count),
      expectedShownParameters: expectedShown.parameters,
      diagonal: Float32Array.of(-5, -5, 5, 5),
    },
    frameCount: repetitions,
    frames: train(),
    dispose: () => {},
  };
};
