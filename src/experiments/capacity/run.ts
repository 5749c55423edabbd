import type { Run } from '../kit/experiment';
import type { Values } from '../kit/params';
import type { Random } from '../kit/random';
import { meanSquare, Smoother } from './polynomial';
import { DEGREES, type Frame, GRID, OFFSET, type Setup, SWEEP, type spec } from './spec';

type Settings = Values<typeof spec.params>;

/** Swept α, in equal factors from the first to the last. */
function sweptPenalties(): number[] {
  const { first, last, count } = SWEEP;
  return Array.from({ length: count }, (_, index) => first * (last / first) ** (index / (count - 1)));
}

/** Centres of the cells of [−1, 1]. */
function gridPlaces(): number[] {
  return Array.from({ length: GRID }, (_, cell) => -1 + (2 * (cell + 0.5)) / GRID);
}

/** Cells in which the inputs lie, ascending, none twice. */
function drawCells({ trainingPoints, inputs }: Settings, random: Random): number[] {
  if (inputs === 'scattered') {
    const start = (section: number) => Math.floor((section * GRID) / trainingPoints);
    return Array.from(
      { length: trainingPoints },
      (_, section) => start(section) + random.integer(start(section + 1) - start(section)),
    );
  }
  const cells = random.shuffle(Array.from({ length: GRID }, (_, cell) => cell));
  return cells.slice(0, trainingPoints).sort((a, b) => a - b);
}

function sine(places: readonly number[]): Float64Array {
  return Float64Array.from(places, (x) => Math.sin(Math.PI * x));
}

/** Mean squared errors of a fit over all noise, with the parts of the second. */
interface Expectation {
  readonly train: number;
  readonly test: number;
  readonly squaredBias: number;
  readonly variance: number;
}

/** What one fit has shown over all samples so far, and what theory expects of it. */
class Study {
  readonly #smoother: Smoother;
  readonly #truth: Float64Array;
  readonly #sum: Float64Array;
  readonly #squares: Float64Array;
  #samples = 0;
  #trainSum = 0;
  #testSum = 0;
  readonly #noiseVariance: number;
  /** Fitted values of the last sample, `[grid]`. */
  fitted: Float64Array;

  constructor(smoother: Smoother, truth: Float64Array, noiseVariance: number) {
    this.#smoother = smoother;
    this.#truth = truth;
    this.#noiseVariance = noiseVariance;
    this.#sum = new Float64Array(truth.length);
    this.#squares = new Float64Array(truth.length);
    this.fitted = new Float64Array(truth.length);
  }

  add(targets: Float64Array): void {
    this.#samples++;
    const { onPlaces, onGrid } = this.#smoother.fit(targets);
    this.fitted = onGrid;
    this.#trainSum += meanSquare(onPlaces, targets);
    this.#testSum += meanSquare(this.fitted, this.#truth) + this.#noiseVariance;
    for (const [at, value] of this.fitted.entries()) {
      this.#sum[at]! += value;
      this.#squares[at]! += value ** 2;
    }
  }

  get trainError(): number {
    return this.#trainSum / this.#samples;
  }

  get testError(): number {
    return this.#testSum / this.#samples;
  }

  /** Unbiased estimate, mean over the grid; NaN after one sample. */
  get variance(): number {
    const excess = this.#squares.map((squares, at) => squares - this.#sum[at]! ** 2 / this.#samples);
    return excess.reduce((sum, entry) => sum + entry, 0) / excess.length / (this.#samples - 1);
  }

  /**
   * What theory expects, from the targets without noise: a fit is linear in its targets, so the mean fit is the fit to the mean
   * targets.
   */
  expect(cleanTargets: Float64Array): Expectation {
    const { onPlaces, onGrid } = this.#smoother.fit(cleanTargets);
    const squaredBias = meanSquare(onGrid, this.#truth);
    const variance = this.#noiseVariance * this.#smoother.gridVariance();
    return {
      train: meanSquare(onPlaces, cleanTargets) + this.#noiseVariance * this.#smoother.residualVariance(),
      test: this.#noiseVariance + squaredBias + variance,
      squaredBias,
      variance,
    };
  }
}

/** A straight line through the data raised by `OFFSET`, with the bias penalized or not; sums over the samples. */
class RaisedLine {
  readonly #smoother: Smoother;
  #biasSum = 0;
  #errorSum = 0;
  #samples = 0;

  constructor(smoother: Smoother) {
    this.#smoother = smoother;
  }

  add(targets: Float64Array): void {
    this.#samples++;
    const { bias, onPlaces } = this.#smoother.fit(targets);
    this.#biasSum += bias;
    this.#errorSum += meanSquare(onPlaces, targets);
  }

  get bias(): number {
    return this.#biasSum / this.#samples;
  }

  get trainError(): number {
    return this.#errorSum / this.#samples;
  }
}

/** Draws sample after sample of the same curve at the same inputs and fits all degrees and all α to each. */
export const run: Run<typeof spec.params, Setup, Frame> = (params, { random }) => {
  const { degree, penalty, noise, trainingPoints, samples } = params;
  const grid = gridPlaces();
  const cells = drawCells(params, random.stream('inputs'));
  const places = cells.map((cell) => grid[cell]!);
  const [truth, clean] = [sine(grid), sine(places)];
  const penalties = sweptPenalties();

  const study = (fitDegree: number, alpha: number) =>
    new Study(new Smoother(places, grid, { degree: fitDegree, penalty: alpha }), truth, noise ** 2);
  const byDegree = Array.from({ length: DEGREES }, (_, index) => study(index + 1, 0));
  const byPenalty = penalties.map((alpha) => study(degree, alpha));
  const shown = study(degree, penalty);
  const line = (alpha: number, penalizesBias: boolean) =>
    new RaisedLine(new Smoother(places, grid, { degree: 1, penalty: alpha, penalizesBias }));
  const freeLines = penalties.map((alpha) => line(alpha, false));
  const penalizedLines = penalties.map((alpha) => line(alpha, true));

  const expected = byDegree.map((each) => each.expect(clean));
  const expectedRidge = byPenalty.map((each) => each.expect(clean));

  function drawSample(noiseStream: Random): Float64Array {
    const targets = clean.map((value) => value + noise * noiseStream.normal());
    for (const each of [...byDegree, ...byPenalty, shown]) each.add(targets);
    const raised = targets.map((target) => target + OFFSET);
    for (const each of [...freeLines, ...penalizedLines]) each.add(raised);
    return targets;
  }

  function look(step: number, targets: Float64Array): Frame {
    const data = new Float32Array(GRID).fill(Number.NaN);
    for (let point = 0; point < trainingPoints; point++) data[cells[point]!] = targets[point]!;
    return {
      step,
      data,
      target: Float32Array.from(truth),
      lineFit: Float32Array.from(byDegree[0]!.fitted),
      shownFit: Float32Array.from(byDegree[degree - 1]!.fitted),
      ridgeFit: Float32Array.from(shown.fitted),
      trainError: Float32Array.from(byDegree, (each) => each.trainError),
      testError: Float32Array.from(byDegree, (each) => each.testError),
      squaredBias: Float32Array.from(expected, ({ squaredBias }) => squaredBias),
      variance: Float32Array.from(byDegree, (each) => each.variance),
      ridgeTrainError: Float32Array.from(byPenalty, (each) => each.trainError),
      ridgeTestError: Float32Array.from(byPenalty, (each) => each.testError),
      freeBias: Float32Array.from(freeLines, (each) => each.bias),
      penalizedBias: Float32Array.from(penalizedLines, (each) => each.bias),
      freeError: Float32Array.from(freeLines, (each) => each.trainError),
      penalizedError: Float32Array.from(penalizedLines, (each) => each.trainError),
    };
  }

  function* train(): Generator<Frame, void> {
    const stream = random.stream('noise');
    for (let step = 0; step < samples; step++) yield look(step, drawSample(stream));
  }

  return {
    setup: {
      degrees: Float32Array.from({ length: DEGREES }, (_, index) => index + 1),
      penalties: Float32Array.from(penalties),
      grid: Float32Array.from(grid),
      expectedTrainError: Float32Array.from(expected, ({ train: error }) => error),
      expectedTestError: Float32Array.from(expected, ({ test }) => test),
      expectedVariance: Float32Array.from(expected, ({ variance }) => variance),
      expectedRidgeTestError: Float32Array.from(expectedRidge, ({ test }) => test),
      expectedBias: Float32Array.from(penalties, (alpha) => OFFSET / (1 + alpha)),
    },
    frameCount: samples,
    frames: train(),
    dispose: () => {},
  };
};
