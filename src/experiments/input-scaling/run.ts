import { hasExploded } from '../kit/divergence';
import type { Run } from '../kit/experiment';
import type { Values } from '../kit/params';
import type { Random } from '../kit/random';
import {
  conditionOf,
  eigenvaluesOf,
  errorMap,
  excessLoss,
  hessianOf,
  type Matrix,
  type Moments,
  multiply,
  type Vector,
  worstSteps,
} from './quadratic';
import { type Frame, GOAL, PLANE, PREPARATIONS, type Setup, SHIFTS, SWARM_STARTS, spec } from './spec';

type Settings = Values<typeof spec.params>;
type Pair = readonly [number, number];

/** What the labels are made from: y = −1 + 2 z₁ − 0.5 z₂ + noise, with the features z in units of their standard deviations. */
const TRUE_EFFECTS: Vector = [2, -0.5, -1];
const NOISE = 0.5;
/** Starts are where all weights are zero: effects of zero and a prediction of zero at the mean. */
const START: Vector = [0, 0, 0];

/** The moments that a descent sees, by preparation, in the order of `PREPARATIONS`. */
const prepare: readonly ((raw: Moments) => Moments)[] = [
  (raw) => raw,
  ({ means: [m1, m2], deviations: [d1, d2], correlation }) => ({
    means: [m1 / d1, m2 / d2],
    deviations: [1, 1],
    correlation,
  }),
  ({ deviations, correlation }) => ({ means: [0, 0], deviations, correlation }),
  ({ correlation }) => ({ means: [0, 0], deviations: [1, 1], correlation }),
];

/** What a sample says: its moments before scale and shift, and the effects that fit it best. */
interface Sample {
  readonly moments: Moments;
  /** Change of ŷ for one standard deviation of each feature, and ŷ at the mean of both. */
  readonly effects: Vector;
  /** Half the mean squared error that remains. */
  readonly floor: number;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Mean of the products of two series around their means. */
function covariance(first: readonly number[], second: readonly number[]): number {
  const [meanFirst, meanSecond] = [mean(first), mean(second)];
  return mean(first.map((value, index) => (value - meanFirst) * (second[index]! - meanSecond)));
}

/** Draws the points and fits them by least squares, in units of the sample's standard deviations. */
function drawSample({ points, correlation }: Settings, random: Random): Sample {
  const z1 = Array.from({ length: points }, () => random.normal());
  const z2 = z1.map((z) => correlation * z + Math.sqrt(1 - correlation ** 2) * random.normal());
  const [slope1, slope2, height] = TRUE_EFFECTS;
  const y = z1.map((z, index) => height + slope1 * z + slope2 * z2[index]! + NOISE * random.normal());
  const deviations: Pair = [Math.sqrt(covariance(z1, z1)), Math.sqrt(covariance(z2, z2))];
  const r = covariance(z1, z2) / (deviations[0] * deviations[1]);
  const [with1, with2] = [covariance(z1, y) / deviations[0], covariance(z2, y) / deviations[1]];
  const effects: Vector = [(with1 - r * with2) / (1 - r * r), (with2 - r * with1) / (1 - r * r), mean(y)];
  const floor = (covariance(y, y) - effects[0] * with1 - effects[1] * with2) / 2;
  return { moments: { means: [mean(z1), mean(z2)], deviations, correlation: r }, effects, floor };
}

/** The moments of the raw features: in units of the first feature's standard deviation, moved and stretched. */
function stretch({ means, deviations, correlation }: Moments, scaleRatio: number, shift: number): Moments {
  return {
    means: [means[0] + shift, scaleRatio * (means[1] + shift)],
    deviations: [deviations[0], scaleRatio * deviations[1]],
    correlation,
  };
}

/** One bowl: a data set as one preparation leaves it. Errors of weights shrink on it by themselves. */
interface Bowl {
  readonly moments: Moments;
  readonly hessian: Matrix;
  readonly map: Matrix;
}

function createBowl(moments: Moments, learningRate: number): Bowl {
  const hessian = hessianOf(moments);
  return { moments, hessian, map: errorMap(hessian, learningRate) };
}

/** The largest curvature of a bowl. */
function steepestOf(moments: Moments): number {
  return eigenvaluesOf(hessianOf(moments))[2];
}

/** The preparation whose curvature a shared learning rate is measured by: standardized. */
const SHARED = PREPARATIONS.length - 1;

/** The weights that have these effects under these moments; linear, so that it also turns errors into errors. */
function weightsOf([effect1, effect2, height]: Vector, { means, deviations }: Moments): Vector {
  const [w1, w2] = [effect1 / deviations[0], effect2 / deviations[1]];
  return [w1, w2, height - w1 * means[0] - w2 * means[1]];
}

function subtract(a: Vector, b: Vector): Vector {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

/** Starts of the swarm on a circle around the minimum, through the shown start; all with the same prediction at the mean. */
function circleOfStarts(effects: Vector): readonly Vector[] {
  const radius = Math.hypot(effects[0], effects[1]);
  return Array.from({ length: SWARM_STARTS }, (_, index) => {
    const angle = (2 * Math.PI * index) / SWARM_STARTS;
    return [effects[0] + radius * Math.cos(angle), effects[1] + radius * Math.sin(angle), START[2]];
  });
}

/** Where an error of weights stands in the plane of effects. */
function placeOf(error: Vector, { deviations }: Moments, effects: Vector): Pair {
  const place: Pair = [effects[0] + error[0] * deviations[0], effects[1] + error[1] * deviations[1]];
  return place.every((number) => Number.isFinite(Math.fround(number))) ? place : [Number.NaN, Number.NaN];
}

/** Loss over the plane of effects, with the best bias for each, `[rows, columns]`; row 0 is the largest effect of the second feature. */
function computeSurface({ moments, effects, floor }: Sample): Float32Array {
  const { rows, columns, xRange, yRange } = PLANE;
  const centerOf = (index: number, count: number, [low, high]: Pair) =>
    low + ((index + 0.5) / count) * (high - low);
  return Float32Array.from({ length: rows * columns }, (_, at) => {
    const first = centerOf(at % columns, columns, xRange) - effects[0];
    const second = centerOf(rows - 1 - Math.floor(at / columns), rows, yRange) - effects[1];
    return floor + (first ** 2 + second ** 2 + 2 * moments.correlation * first * second) / 2;
  });
}

/** Shifts of the sweep, from none to the largest in equal steps. */
function shiftsOf({ largestShift }: Settings): Float32Array {
  return Float32Array.from({ length: SHIFTS }, (_, index) => (largestShift * index) / (SHIFTS - 1));
}

/** Values by preparation and shift. */
function eachBowl<T>(shifts: Float32Array, make: (shift: number, preparation: number) => T): T[][] {
  return PREPARATIONS.map((_, preparation) => Array.from(shifts, (shift) => make(shift, preparation)));
}

/** Lets the descents of all preparations and shifts run side by side. Errors of weights are all that is kept: on a quadratic they say all. */
export const run: Run<typeof spec.params, Setup, Frame> = (params, { random }) => {
  const { scaleRatio, correlation, stability, steps } = params;
  const shifts = shiftsOf(params);
  const sample = drawSample(params, random.stream('points'));
  /** The moments as this preparation leaves them, and the learning rate ÷ (2 / λ_max) that it gets. */
  function settle(raw: Moments, preparation: number): readonly [Moments, number] {
    const moments = prepare[preparation]!(raw);
    if (params.rates === 'own') return [moments, stability];
    return [moments, (stability * steepestOf(moments)) / steepestOf(prepare[SHARED]!(raw))];
  }

  const bowls = eachBowl(shifts, (shift, preparation) => {
    const [moments, share] = settle(stretch(sample.moments, scaleRatio, shift), preparation);
    return createBowl(moments, (2 * share) / steepestOf(moments));
  });
  const conditions = bowls.map((row) => Float32Array.from(row, ({ hessian }) => conditionOf(hessian)));
  const startError = subtract(START, sample.effects);
  const initialLoss = excessLoss(
    hessianOf({ ...sample.moments, means: [0, 0], deviations: [1, 1] }),
    startError,
  );

  const errors = bowls.map((row) => row.map(({ moments }) => weightsOf(startError, moments)));
  const reached = bowls.map((row) => row.map(() => Number.NaN));
  const swarm = bowls.map((row) =>
    circleOfStarts(sample.effects).map((start) =>
      weightsOf(subtract(start, sample.effects), row.at(-1)!.moments),
    ),
  );

  const hasDiverged = new Uint8Array(PREPARATIONS.length);

  function shareOf(preparation: number, shift: number): number {
    return excessLoss(bowls[preparation]![shift]!.hessian, errors[preparation]![shift]!) / initialLoss;
  }

  function stepOnce(step: number): void {
    for (const [preparation, row] of bowls.entries()) {
      for (const [shift, { map }] of row.entries()) {
        errors[preparation]![shift] = multiply(map, errors[preparation]![shift]!);
        const isNew = Number.isNaN(reached[preparation]![shift]!);
        if (isNew && shareOf(preparation, shift) <= GOAL) reached[preparation]![shift] = step;
      }
      swarm[preparation] = swarm[preparation]!.map((error) => multiply(row.at(-1)!.map, error));
    }
  }

  function look(step: number): Frame {
    const last = SHIFTS - 1;
    const place = (error: Vector, preparation: number) =>
      placeOf(error, bowls[preparation]![last]!.moments, sample.effects);
    const goals = reached.map((row) => Float32Array.from(row));
    const excess = Float32Array.from(bowls, (_, preparation) => shareOf(preparation, last));
    const slopes = bowls.map((row, preparation) => multiply(row[last]!.hessian, errors[preparation]![last]!));
    const gradientNorm = Float32Array.from(slopes, (slope) => Math.hypot(...slope));
    for (const [preparation, share] of excess.entries()) {
      if (hasExploded(share, 1)) hasDiverged[preparation] = 1;
      if (hasDiverged[preparation]) excess[preparation] = gradientNorm[preparation] = Number.NaN;
    }
    return {
      step,
      rawSteps: goals[0]!,
      scaledSteps: goals[1]!,
      centeredSteps: goals[2]!,
      standardizedSteps: goals[3]!,
      rawCondition: conditions[0]!.slice(),
      scaledCondition: conditions[1]!.slice(),
      centeredCondition: conditions[2]!.slice(),
      standardizedCondition: conditions[3]!.slice(),
      excess,
      gradientNorm,
      paths: Float32Array.from(errors.flatMap((row, preparation) => place(row[last]!, preparation))),
      swarm: Float32Array.from(
        swarm.flatMap((starts, preparation) => starts.flatMap((error) => place(error, preparation))),
      ),
    };
  }

  function* train(): Generator<Frame, void> {
    yield look(0);
    for (let step = 1; step <= steps; step++) {
      stepOnce(step);
      if (step % spec.stepsPerFrame === 0) yield look(step);
    }
  }

  const expected = eachBowl(shifts, (shift, preparation) => {
    const standard: Moments = { means: [0, 0], deviations: [1, 1], correlation };
    const [moments, share] = settle(stretch(standard, scaleRatio, shift), preparation);
    const condition = conditionOf(hessianOf(moments));
    return { condition, steps: worstSteps(condition, share, GOAL) };
  });
  const expectedSteps = expected.map((row) => Float32Array.from(row, ({ steps: count }) => count));
  const expectedConditions = expected.map((row) => Float32Array.from(row, ({ condition }) => condition));
  return {
    setup: {
      shifts,
      surface: computeSurface(sample),
      goal: GOAL,
      rawStepsTheory: expectedSteps[0]!,
      scaledStepsTheory: expectedSteps[1]!,
      centeredStepsTheory: expectedSteps[2]!,
      standardizedStepsTheory: expectedSteps[3]!,
      rawConditionTheory: expectedConditions[0]!,
      scaledConditionTheory: expectedConditions[1]!,
      centeredConditionTheory: expectedConditions[2]!,
      standardizedConditionTheory: expectedConditions[3]!,
    },
    frameCount: Math.floor(steps / spec.stepsPerFrame) + 1,
    frames: train(),
    dispose: () => {},
  };
};
