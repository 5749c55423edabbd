import type { Run } from '../kit/experiment';
import { Means } from '../kit/means';
import type { Random } from '../kit/random';
import {
  chanceOfTimes,
  errorsByGroupSize,
  expectedError,
  meanError,
  meanProduct,
  type Spread,
  spreadOf,
} from './ensembleErrors';
import {
  CORRELATED,
  type Frame,
  GRID,
  MEMBERS,
  MOST_TIMES,
  type Setup,
  SHOWN,
  SIZES,
  SWEEP,
  SWEPT_MEMBERS,
  type spec,
} from './spec';
import { gridPlaces, type Model, TrainingSet, trueCurve } from './trainingSet';

/** Training sets that v and c are estimated from beforehand, those for the swept penalties, and the models for each. */
const STUDIED = { sets: 200, sweptSets: 30, members: 4 } as const;

/** Swept α, in equal factors from the first to the last. */
function sweptPenalties(): number[] {
  const { first, last, count } = SWEEP;
  return Array.from({ length: count }, (_, index) => first * (last / first) ** (index / (count - 1)));
}

/** What a training set says about one penalty. */
interface Look {
  readonly errors: readonly Float64Array[];
  readonly spread: Spread;
  /** Squared error of one model on all the data: without a bootstrap a member is just that. */
  readonly single: number;
}

function lookAt(models: readonly Model[], whole: Model | undefined, penalty: number): Look {
  const errors = models.map((model) => model.errors(penalty));
  const spread = spreadOf(errors);
  const onAll = whole?.errors(penalty);
  return { errors, spread, single: onAll ? meanProduct(onAll, onAll) : spread.variance };
}

/** Means over the looks at one penalty. */
class Study {
  readonly #means = new Means(4);

  add({ errors, spread, single }: Look): void {
    const ensemble = meanError(errors);
    this.#means.add([spread.variance, spread.covariance, single, meanProduct(ensemble, ensemble)]);
  }

  get spread(): Spread {
    const [variance, covariance] = this.#means.values;
    return { variance: variance!, covariance: covariance! };
  }

  get single(): number {
    return this.#means.values[2]!;
  }

  /** Squared error of the mean of all models. */
  get ensemble(): number {
    return this.#means.values[3]!;
  }
}

/** How often each number of times, 0 … MOST_TIMES, is among the counts, as a share; more often counts as the last. */
function sharesOfTimes(models: readonly Model[]): Float64Array {
  const shares = new Float64Array(MOST_TIMES + 1);
  const total = models.length * models[0]!.counts.length;
  for (const { counts } of models) {
    for (const count of counts) shares[Math.min(count, MOST_TIMES)]! += 1 / total;
  }
  return shares;
}

/** The same as expected: binomial with a bootstrap, else always once. */
function expectedTimes(points: number, isBootstrap: boolean): Float32Array {
  const chances = Array.from({ length: MOST_TIMES }, (_, times) =>
    isBootstrap ? chanceOfTimes(points, times) : Number(times === 1),
  );
  return Float32Array.of(...chances, 1 - chances.reduce((sum, chance) => sum + chance, 0));
}

/** Products of the errors of the first members, `[CORRELATED, CORRELATED]`. */
function productsOf(errors: readonly Float64Array[]): number[] {
  const first = errors.slice(0, CORRELATED);
  return first.flatMap((row) => first.map((column) => meanProduct(row, column)));
}

/** Divides products by the sizes of their factors. */
function correlations(products: Float32Array): Float32Array {
  const size = (index: number) => Math.sqrt(products[index * (CORRELATED + 1)]!);
  return products.map((product, at) => product / size(Math.floor(at / CORRELATED)) / size(at % CORRELATED));
}

/** Curves in the first of `SHOWN` rows, `[SHOWN, GRID]`; the rest is NaN. */
function rows(curves: readonly Float64Array[]): Float32Array {
  const values = new Float32Array(SHOWN * GRID).fill(Number.NaN);
  for (const [row, curve] of curves.slice(0, SHOWN).entries()) values.set(curve, row * GRID);
  return values;
}

function constant(value: number): Float32Array {
  return new Float32Array(SIZES).fill(value);
}

/** Draws a new training set in every repetition, trains 64 members on it and averages them in groups of every size. */
export const run: Run<typeof spec.params, Setup, Frame> = (params, { random }) => {
  const { penalty, repetitions } = params;
  const penalties = sweptPenalties();
  const sizes = Float32Array.from({ length: SIZES }, (_, index) => 2 ** index);
  const isBootstrap = params.diversity === 'bootstrap';
  const wholeOf = (set: TrainingSet) => (isBootstrap ? set.whole() : undefined);

  const errorMeans = new Means(SIZES);
  const shownMeans = new Means(1);
  const productMeans = new Means(CORRELATED ** 2);
  const timesMeans = new Means(MOST_TIMES + 1);
  const measured = new Study();
  const swept = penalties.map(() => new Study());

  function sweep(studies: readonly Study[], models: readonly Model[], whole: Model | undefined): void {
    for (const [index, study] of studies.entries()) study.add(lookAt(models, whole, penalties[index]!));
  }

  /** v and c from training sets of their own. */
  function studyBeforehand(stream: Random) {
    const [shown, expectedSweep] = [new Study(), penalties.map(() => new Study())];
    for (let count = 0; count < STUDIED.sets; count++) {
      const set = new TrainingSet(params, stream);
      const [models, whole] = [set.members(STUDIED.members, stream), wholeOf(set)];
      shown.add(lookAt(models, whole, penalty));
      if (count < STUDIED.sweptSets) sweep(expectedSweep, models, whole);
    }
    return { shown, expectedSweep };
  }

  function look(step: number, set: TrainingSet, models: readonly Model[]): Frame {
    const whole = wholeOf(set);
    const now = lookAt(models, whole, penalty);
    const shown = now.errors.slice(0, params.members);
    const shownError = meanError(shown);
    measured.add(now);
    sweep(swept, models.slice(0, SWEPT_MEMBERS), whole);
    errorMeans.add(errorsByGroupSize(now.errors));
    shownMeans.add([meanProduct(shownError, shownError)]);
    productMeans.add(productsOf(now.errors));
    timesMeans.add(sharesOfTimes(models));

    const curveOf = (error: Float64Array) => error.map((value, at) => value + trueCurve[at]!);
    const { variance, covariance } = measured.spread;
    const times = timesMeans.values;
    return {
      step,
      error: errorMeans.values,
      uncorrelated: sizes.map((size) => variance / size),
      covariance: constant(covariance),
      single: constant(measured.single),
      memberVariance: variance,
      memberCovariance: covariance,
      shownError: shownMeans.values[0]!,
      distinct: 1 - times[0]!,
      memberCurves: rows(shown.map(curveOf)),
      meanCurve: rows([curveOf(shownError)]),
      trueCurve: rows([trueCurve]),
      data: rows([set.onGrid]),
      correlations: correlations(productMeans.values),
      times,
      sweptMember: Float32Array.from(swept, ({ spread }) => spread.variance),
      sweptEnsemble: Float32Array.from(swept, ({ ensemble }) => ensemble),
      sweptSingle: Float32Array.from(swept, ({ single }) => single),
    };
  }

  function* train(): Generator<Frame, void> {
    const [sets, members] = [random.stream('training sets'), random.stream('members')];
    for (let step = 0; step < repetitions; step++) {
      const set = new TrainingSet(params, sets);
      yield look(step, set, set.members(MEMBERS, members));
    }
  }

  const { shown, expectedSweep } = studyBeforehand(random.stream('study'));
  return {
    setup: {
      sizes,
      expectedError: sizes.map((size) => expectedError(shown.spread, size)),
      expectedCovariance: constant(shown.spread.covariance),
      grid: Float32Array.from(gridPlaces),
      memberNumbers: Float32Array.from({ length: SHOWN }, (_, index) => index + 1),
      timesAxis: Float32Array.from({ length: MOST_TIMES + 1 }, (_, times) => times),
      expectedTimes: expectedTimes(params.trainingPoints, isBootstrap),
      penalties: Float32Array.from(penalties),
      expectedEnsemble: Float32Array.from(expectedSweep, ({ spread }) =>
        expectedError(spread, SWEPT_MEMBERS),
      ),
    },
    frameCount: repetitions,
    frames: train(),
    dispose: () => {},
  };
};
