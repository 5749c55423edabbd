import { hasExploded } from '../kit/divergence';
import { erf } from '../kit/errorFunction';
import type { Run } from '../kit/experiment';
import { solvePositiveDefinite } from '../kit/linearSystem';
import type { Values } from '../kit/params';
import {
  descend,
  drawInputs,
  drawWeights,
  type Method,
  orthogonalize,
  type Problem,
  poseProblem,
  softThreshold,
} from './regression';
import { FEATURES, type Frame, PATHS, type Setup, SWEEP, spec, ZERO } from './spec';

type Settings = Values<typeof spec.params>;

/** Swept α, in equal factors from the first to the last. */
function sweptPenalties(): Float32Array {
  const { first, last, count } = SWEEP;
  return Float32Array.from({ length: count }, (_, index) => first * (last / first) ** (index / (count - 1)));
}

/** Share of `weights` that count as zero; NaN where they have diverged. */
function zeroShare(weights: Float64Array): number {
  if (Number.isNaN(weights[0])) return Number.NaN;
  return weights.filter((weight) => Math.abs(weight) < ZERO).length / weights.length;
}

function norm(weights: Float64Array): number {
  return Math.sqrt(weights.reduce((sum, weight) => sum + weight ** 2, 0));
}

function squaredDistance(weights: Float64Array, others: Float64Array): number {
  return weights.reduce((sum, weight, index) => sum + (weight - others[index]!) ** 2, 0);
}

/** The weights of one method: a vector for each swept α and, last, one for the shown α. One that diverges becomes NaN for good. */
class Sweep {
  readonly #problem: Problem;
  readonly #method: Method;
  readonly #penalties: readonly number[];
  readonly weights: readonly Float64Array[];

  constructor(problem: Problem, method: Method, penalties: readonly number[]) {
    this.#problem = problem;
    this.#method = method;
    this.#penalties = penalties;
    this.weights = penalties.map(() => new Float64Array(FEATURES));
  }

  step(rate: number): void {
    for (const [index, weights] of this.weights.entries()) {
      descend(this.#problem, weights, this.#method, rate, this.#penalties[index]!);
      if (hasExploded(norm(weights), 1)) weights.fill(Number.NaN);
    }
  }

  /** What `measure` says of the weights of each swept α. */
  each(measure: (weights: Float64Array) => number): Float32Array {
    return Float32Array.from(this.weights.slice(0, -1), measure);
  }

  get shown(): Float64Array {
    return this.weights.at(-1)!;
  }
}

function predict(params: Settings, penalties: Float32Array, truth: Float64Array) {
  const { noise, trainingPoints } = params;
  const variance = noise ** 2 / trainingPoints;
  const size = truth.reduce((sum, weight) => sum + weight ** 2, 0);
  return {
    expectedZeroShare: penalties.map((penalty) => erf(penalty / Math.sqrt(2 * variance))),
    expectedL2Error: penalties.map(
      (penalty) => (penalty ** 2 * size + FEATURES * variance) / (1 + penalty) ** 2,
    ),
  };
}

/** Trains the same regression with L1 and L2 penalties for all α at once, with all gradients from one Gram matrix. */
export const run: Run<typeof spec.params, Setup, Frame> = (params, { random }) => {
  const { relevant, trainingPoints, noise, penalty, learningRate } = params;
  const truth = drawWeights(FEATURES, relevant, random.stream('weights'));
  const inputs = drawInputs(trainingPoints, FEATURES, random.stream('inputs'));
  if (params.design === 'orthogonal') orthogonalize(inputs, FEATURES);
  const problem = poseProblem(inputs, truth, noise, random.stream('noise'));
  const unpenalized = solvePositiveDefinite(problem.curvature, problem.projections);
  const order = Array.from(unpenalized.keys()).sort((a, b) => unpenalized[a]! - unpenalized[b]!);
  const sorted = (weights: Float64Array) => Float32Array.from(order, (index) => weights[index]!);

  const penalties = sweptPenalties();
  const trained = [...penalties, penalty];
  const proximal = new Sweep(problem, 'l1-proximal', trained);
  const subgradient = new Sweep(problem, 'l1-subgradient', trained);
  const l2 = new Sweep(problem, 'l2', trained);

  /** L1 weights against α, `[paths, penalties]`; NaN for the features that are not asked for. */
  function paths(isShown: (feature: number) => boolean): Float32Array {
    const values = new Float32Array(PATHS * penalties.length).fill(Number.NaN);
    for (let at = 0; at < values.length; at++) {
      const feature = Math.floor(at / penalties.length);
      if (isShown(feature)) values[at] = proximal.weights[at % penalties.length]![feature]!;
    }
    return values;
  }

  function look(step: number): Frame {
    const norms = [proximal, subgradient, l2].map((sweep) => sweep.each(norm));
    const irrelevantZero = (weights: Float64Array) => zeroShare(weights.subarray(relevant));
    const error = (weights: Float64Array) => squaredDistance(weights, truth);
    return {
      step,
      zeroL1: proximal.each(irrelevantZero),
      zeroSubgradient: subgradient.each(irrelevantZero),
      zeroL2: l2.each(irrelevantZero),
      lostL1: proximal.each((weights) => zeroShare(weights.subarray(0, relevant))),
      errorL1: proximal.each(error),
      errorL2: l2.each(error),
      weightNorm: penalties.map((_, index) => Math.max(...norms.map((each) => each[index]!))),
      trueWeights: Float32Array.from(truth),
      shownL1: Float32Array.from(proximal.shown),
      shownL2: Float32Array.from(l2.shown),
      sortedL1: sorted(proximal.shown),
      sortedL2: sorted(l2.shown),
      relevantPaths: paths((feature) => feature < relevant),
      irrelevantPaths: paths((feature) => feature >= relevant),
    };
  }

  function* train(): Generator<Frame, void> {
    yield look(0);
    for (let step = 1; step <= params.steps; step++) {
      for (const sweep of [proximal, subgradient, l2]) sweep.step(learningRate);
      if (step % spec.stepsPerFrame === 0) yield look(step);
    }
  }

  return {
    setup: {
      penalties,
      ...predict(params, penalties, truth),
      features: Float32Array.from({ length: FEATURES }, (_, index) => index + 1),
      pathFeatures: Float32Array.from({ length: PATHS }, (_, index) => index + 1),
      unpenalized: sorted(unpenalized),
      thresholded: sorted(unpenalized.map((weight) => softThreshold(weight, penalty))),
      shrunk: sorted(unpenalized.map((weight) => weight / (1 + penalty))),
    },
    frameCount: Math.floor(params.steps / spec.stepsPerFrame) + 1,
    frames: train(),
    dispose: () => {},
  };
};
