import type { Run } from '../kit/experiment';
import type { Values } from '../kit/params';
import type { Random } from '../kit/random';
import {
  type Ball,
  type Descent,
  fastestDescent,
  fastestHeavyBall,
  rateOf,
  restAt,
  roll,
  stepsAt,
} from './heavyBall';
import { Networks } from './networks';
import { averageVariance, descentVariance, heavyBallVariance, NoiseBall } from './noiseBall';
import {
  CONDITIONS,
  DECAYS,
  type Frame,
  GOAL,
  METHODS,
  NOISE,
  PLANE,
  RATE_FACTORS,
  type Setup,
  STEPS_OF_THEORY,
  SWARM_STARTS,
  spec,
} from './spec';
import { entropyOf } from './wave';

type Settings = Values<typeof spec.params>;

/** The three descents that are compared on a bowl, in the order of `METHODS`. */
function descentsOn(condition: number, { momentum }: Settings): readonly Descent[] {
  return [fastestDescent(condition), fastestHeavyBall(condition), { learningRate: 1, momentum }];
}

/** Ball after ball on bowls of all condition numbers, until each has come to the goal. */
class Race {
  readonly #runners: { ball: Ball; readonly condition: number; readonly descent: Descent; arrival: number }[];
  #steps = 0;

  constructor(params: Settings) {
    this.#runners = METHODS.flatMap((_, method) =>
      Array.from(CONDITIONS, (condition) => ({
        ball: restAt(1, 1),
        condition,
        descent: descentsOn(condition, params)[method]!,
        arrival: Number.NaN,
      })),
    );
  }

  step(): void {
    this.#steps++;
    for (const runner of this.#runners) {
      if (!Number.isNaN(runner.arrival)) continue;
      runner.ball = roll(runner.ball, runner.condition, runner.descent);
      if (Math.hypot(...runner.ball.position) <= GOAL * Math.SQRT2) runner.arrival = this.#steps;
    }
  }

  /** Steps that a method took to the goal, `[conditions]`; NaN: not there yet. */
  arrivals(method: number): Float32Array {
    const first = method * CONDITIONS.length;
    return Float32Array.from(this.#runners.slice(first, first + CONDITIONS.length), ({ arrival }) => arrival);
  }
}

/** The balls of the picture: for each method the one with the trail first, then its swarm on a circle. */
class Valley {
  readonly #condition: number;
  readonly #descents: readonly Descent[];
  #balls: Ball[][];

  constructor(params: Settings) {
    this.#condition = params.condition;
    this.#descents = descentsOn(params.condition, params);
    const circle = Array.from({ length: SWARM_STARTS }, (_, index) => {
      const angle = (2 * Math.PI * index) / SWARM_STARTS;
      return restAt(Math.SQRT2 * Math.cos(angle), Math.SQRT2 * Math.sin(angle));
    });
    this.#balls = METHODS.map(() => [restAt(-1, 1), ...circle]);
  }

  step(): void {
    this.#balls = this.#balls.map((balls, method) =>
      balls.map((ball) => roll(ball, this.#condition, this.#descents[method]!)),
    );
  }

  look(): Pick<Frame, 'paths' | 'swarm'> {
    const places = (balls: readonly Ball[]) => balls.flatMap(({ position }) => position);
    return {
      paths: Float32Array.from(this.#balls.flatMap((balls) => places(balls.slice(0, 1)))),
      swarm: Float32Array.from(this.#balls.flatMap((balls) => places(balls.slice(1)))),
    };
  }
}

/** Loss over the plane of the picture, `[rows, columns]`; row 0 is the highest. */
function computeSurface({ condition }: Settings): Float32Array {
  const { rows, columns, xRange, yRange } = PLANE;
  return Float32Array.from({ length: rows * columns }, (_, at) => {
    const flat = xRange[0] + (((at % columns) + 0.5) / columns) * (xRange[1] - xRange[0]);
    const steep = yRange[1] - ((Math.floor(at / columns) + 0.5) / rows) * (yRange[1] - yRange[0]);
    return (flat ** 2 / condition + steep ** 2) / 2;
  });
}

/** Chains of stochastic descent and their mean squares over the second half of the steps so far. */
class Spread {
  readonly #ball: NoiseBall;
  readonly #seen: Float64Array[];

  constructor(random: Random) {
    this.#ball = new NoiseBall(Float32Array.from(DECAYS), NOISE.chains, NOISE.learningRate, random);
    this.#seen = [this.#ball.squares()];
  }

  step(steps: number): void {
    for (let step = 1; step <= steps; step++) {
      this.#ball.step();
      if (step % NOISE.stepsPerLook === 0) this.#seen.push(this.#ball.squares());
    }
  }

  look(): Pick<Frame, 'averageVariance' | 'ballVariance'> {
    const recent = this.#seen.slice(Math.floor(this.#seen.length / 2));
    const means = Float32Array.from(recent[0]!, (_, index) =>
      recent.reduce((sum, squares) => sum + squares[index]! / recent.length, 0),
    );
    return {
      averageVariance: means.slice(0, DECAYS.length),
      ballVariance: means.slice(DECAYS.length),
    };
  }
}

/** Steps that theory gives each method, `[conditions]`. */
function stepsInTheory(params: Settings, method: number): Float32Array {
  return Float32Array.from(CONDITIONS, (condition) =>
    stepsAt(rateOf(condition, descentsOn(condition, params)[method]!), GOAL),
  );
}

/** The same three questions on a bowl without noise, on one with noise and on networks; each goes on by itself. */
export const run: Run<typeof spec.params, Setup, Frame> = (params, { random }) => {
  const race = new Race(params);
  const valley = new Valley(params);
  const spread = new Spread(random.stream('noise'));
  const networks = new Networks(params, random);

  function look(step: number): Frame {
    return {
      step,
      descentSteps: race.arrivals(0),
      heavyBallSteps: race.arrivals(1),
      fixedSteps: race.arrivals(2),
      ...valley.look(),
      ...spread.look(),
      ...networks.look(),
    };
  }

  function* train(): Generator<Frame, void> {
    yield look(0);
    for (let step = spec.stepsPerFrame; step <= params.steps; step += spec.stepsPerFrame) {
      for (let at = 0; at < spec.stepsPerFrame; at++) networks.step();
      for (let at = 0; at < STEPS_OF_THEORY; at++) race.step();
      spread.step(STEPS_OF_THEORY);
      valley.step();
      yield look(step);
    }
  }

  return {
    setup: {
      conditions: Float32Array.from(CONDITIONS),
      decays: Float32Array.from(DECAYS),
      rates: Float32Array.from(RATE_FACTORS, (factor) => factor * params.learningRate),
      surface: computeSurface(params),
      bayesLoss: entropyOf(params.mislabelled),
      descentTheory: stepsInTheory(params, 0),
      heavyBallTheory: stepsInTheory(params, 1),
      fixedTheory: stepsInTheory(params, 2),
      averageTheory: Float32Array.from(DECAYS, (decay) => averageVariance(NOISE.learningRate, decay)),
      ballTheory: Float32Array.from(DECAYS, (decay) =>
        decay === 0
          ? descentVariance(NOISE.learningRate)
          : heavyBallVariance((1 - decay) * NOISE.learningRate, decay),
      ),
    },
    frameCount: Math.floor(params.steps / spec.stepsPerFrame) + 1,
    frames: train(),
    dispose: () => networks.dispose(),
  };
};
