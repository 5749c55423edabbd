import { logisticLoss } from '../kit/crossEntropy';
import type { Run } from '../kit/experiment';
import type { Values } from '../kit/params';
import { logitToByte, rasterPoints } from '../kit/planeClassifier';
import { VariantNetwork } from '../kit/tensor/network';
import { upload } from '../kit/tensor/program';
import { cosine, descend, drawRegression, norm, ridge } from './descentAndRidge';
import { EarlyStopping } from './earlyStopping';
import { bayesLoss, blur, drawMoons, type Moons } from './noisyMoons';
import { type Frame, LINEAR, MAP, MAP_LABELS, type Setup, SHOWN, spec, VARIANTS } from './spec';

/** Points that decide nothing and train nothing. */
const TEST_POINTS = 400;

type Settings = Values<typeof spec.params>;

/** Mean cross entropy in nats and share of right answers on some points, for each variant. */
interface Scores {
  readonly loss: Float32Array;
  readonly accuracy: Float32Array;
}

/** Standard deviation of the noise of each variant: from a fifth of the largest up to it in equal steps. */
function noiseLevels({ noise }: Settings): Float32Array {
  return Float32Array.from({ length: VARIANTS }, (_, variant) => (noise * (variant + 1)) / VARIANTS);
}

/** Several sets of points under every variant's noise, one set after another: `[variants, points, 2]`. */
function blurAll(sets: readonly Moons[], noises: Float32Array): Float32Array {
  const parts = Array.from(noises, (noise) => sets.map((set) => blur(set, noise))).flat();
  const all = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** The cells of a decision map as points that no noise moves. */
function mapCells(): Moons {
  const places = rasterPoints(MAP);
  const cells = places.length / 2;
  const drawn = Float32Array.from({ length: cells * 4 }, (_, at) =>
    at % 4 < 2 ? places[Math.floor(at / 4) * 2 + (at % 4)]! : 0,
  );
  return { drawn, labels: new Float32Array(cells) };
}

/** Scores of the points from `first` on, out of the logits `[variants, points]`. */
function score(logits: Float32Array, first: number, labels: Float32Array): Scores {
  const points = logits.length / VARIANTS;
  const scores = { loss: new Float32Array(VARIANTS), accuracy: new Float32Array(VARIANTS) };
  for (let variant = 0; variant < VARIANTS; variant++) {
    let [loss, right] = [0, 0];
    for (const [point, label] of labels.entries()) {
      const logit = logits[variant * points + first + point]!;
      loss += logisticLoss(logit, label);
      if (logit > 0 === label > 0.5) right++;
    }
    scores.loss[variant] = loss / labels.length;
    scores.accuracy[variant] = right / labels.length;
  }
  return scores;
}

/** Networks for all noise levels, trained on some sets of points and judged on these and others. */
class Trainee {
  readonly #network: VariantNetwork;
  readonly #tensors: readonly ReturnType<typeof upload>[];
  readonly #sets: readonly Moons[];
  readonly #learningRate: number;

  constructor(
    params: Settings,
    network: VariantNetwork,
    training: readonly Moons[],
    judged: readonly Moons[],
  ) {
    const noises = noiseLevels(params);
    const evaluated = [...judged, mapCells()];
    const count = (sets: readonly Moons[]) => sets.reduce((sum, { labels }) => sum + labels.length, 0);
    const labels = Float32Array.from(training.flatMap((set) => [...set.labels]));
    this.#network = network;
    this.#sets = judged;
    this.#learningRate = params.learningRate;
    this.#tensors = [
      upload(blurAll(training, noises), [VARIANTS, count(training), 2]),
      upload(labels, [1, count(training), 1]),
      upload(blurAll(evaluated, noises), [VARIANTS, count(evaluated), 2]),
    ];
  }

  step(): void {
    const [input, labels] = this.#tensors;
    this.#network.step(input!, labels!, this.#learningRate);
  }

  /** Scores on each of the judged sets, and the decision map of the shown variant. */
  look(): { readonly scores: readonly Scores[]; readonly map: Uint8Array } {
    const logits = this.#network.logits(this.#tensors[2]!);
    let first = 0;
    const scores = this.#sets.map(({ labels }) => {
      const own = score(logits, first, labels);
      first += labels.length;
      return own;
    });
    const points = logits.length / VARIANTS;
    const cells = logits.subarray(SHOWN * points + first, (SHOWN + 1) * points);
    return { scores, map: Uint8Array.from(cells, logitToByte) };
  }

  dispose(): void {
    this.#network.dispose();
    for (const tensor of this.#tensors) tensor.dispose();
  }
}

/** For each variant the value that it had in the frame of that index. */
function pick(history: readonly Float32Array[], indices: readonly number[]): Float32Array {
  return Float32Array.from(indices, (index, variant) => history[index]![variant]!);
}

/**
 * Trains two networks a noise level: one on the training points, watched by its validation loss, and beside it the one that is trained
 * from the same weights on training and validation points together. Retraining for k steps is what the second was after k steps.
 */
export const run: Run<typeof spec.params, Setup, Frame> = (params, { random }) => {
  const noises = noiseLevels(params);
  const draw = (name: string, count: number) => drawMoons(count, random.stream(name));
  const training = draw('training points', params.trainingPoints);
  const validation = draw('validation points', params.trainingPoints);
  const test = draw('test points', TEST_POINTS);
  // The same stream for both: they begin with the same weights.
  const createNetwork = () =>
    new VariantNetwork({
      variants: VARIANTS,
      widths: [2, params.hiddenUnits, params.hiddenUnits, 1],
      optimizer: 'adam',
      random: random.stream('weights'),
    });
  const watched = new Trainee(params, createNetwork(), [training], [training, validation, test]);
  const retrained = new Trainee(params, createNetwork(), [training, validation], [test]);

  const rules = Array.from(noises, () => new EarlyStopping(params.patience));
  const history: Scores[] = [];
  const retrainedHistory: Scores[] = [];
  const maps: Uint8Array[] = [];
  const retrainedMaps: Uint8Array[] = [];

  function lookAtNetworks(step: number) {
    const [seen, seenAgain] = [watched.look(), retrained.look()];
    const [onTraining, onValidation, onTest] = seen.scores as [Scores, Scores, Scores];
    history.push(onTest);
    retrainedHistory.push(seenAgain.scores[0]!);
    maps.push(seen.map);
    retrainedMaps.push(seenAgain.map);
    for (const [variant, rule] of rules.entries()) rule.observe(step, onValidation.loss[variant]!);
    const best = rules.map(({ bestStep }) => bestStep / spec.stepsPerFrame);
    const again = best.map((index) => Math.min(Math.round(index * params.retraining), history.length - 1));
    const shown = [
      { map: maps[best[SHOWN]!]!, scores: history[best[SHOWN]!]! },
      { map: seen.map, scores: onTest },
      { map: retrainedMaps[again[SHOWN]!]!, scores: retrainedHistory[again[SHOWN]!]! },
    ];
    return {
      maps: Uint8Array.from(shown.flatMap(({ map }) => [...map])),
      mapLoss: Float32Array.from(shown, ({ scores }) => scores.loss[SHOWN]!),
      mapAccuracy: Float32Array.from(shown, ({ scores }) => scores.accuracy[SHOWN]!),
      trainLoss: onTraining.loss,
      validationLoss: onValidation.loss,
      testLoss: onTest.loss.slice(),
      testAccuracy: onTest.accuracy.slice(),
      bestStep: Float32Array.from(rules, ({ bestStep }) => bestStep),
      stoppedTestLoss: pick(
        history.map(({ loss }) => loss),
        best,
      ),
      stoppedTestAccuracy: pick(
        history.map(({ accuracy }) => accuracy),
        best,
      ),
      retrainedTestLoss: pick(
        retrainedHistory.map(({ loss }) => loss),
        again,
      ),
      retrainedTestAccuracy: pick(
        retrainedHistory.map(({ accuracy }) => accuracy),
        again,
      ),
    };
  }

  const regression = drawRegression(LINEAR.features, LINEAR.examples, random.stream('regression'));
  let descended: Float64Array = new Float64Array(LINEAR.features);

  function lookAtWeights(step: number) {
    const penalized = ridge(regression, 1 / (LINEAR.learningRate * step));
    return {
      descentWeights: Float32Array.from(descended),
      ridgeWeights: Float32Array.from(penalized),
      cosine: cosine(descended, penalized),
      distance: norm(descended.map((weight, i) => weight - penalized[i]!)) / norm(penalized),
    };
  }

  function look(step: number): Frame {
    return { step, ...lookAtNetworks(step), ...lookAtWeights(step) };
  }

  function* train(): Generator<Frame, void> {
    yield look(0);
    for (let step = 1; step <= params.steps; step++) {
      watched.step();
      retrained.step();
      descended = descend(regression, descended, LINEAR.learningRate);
      if (step % spec.stepsPerFrame === 0) yield look(step);
    }
  }

  const limits = Float32Array.from(noises, (noise) => bayesLoss(test, noise));
  const shownPlaces = blur(training, noises[SHOWN]!);
  return {
    setup: {
      noises,
      shownPoints: Float32Array.from(
        [...training.labels].flatMap((label, at) => [shownPlaces[2 * at]!, shownPlaces[2 * at + 1]!, label]),
      ),
      mapNumbers: Float32Array.from(MAP_LABELS, (_, index) => index + 1),
      bayesLoss: limits,
      shownBayesLoss: limits[SHOWN]!,
      features: Float32Array.from({ length: LINEAR.features }, (_, feature) => feature + 1),
      leastSquares: Float32Array.from(ridge(regression, 0)),
    },
    frameCount: Math.floor(params.steps / spec.stepsPerFrame) + 1,
    frames: train(),
    dispose: () => {
      watched.dispose();
      retrained.dispose();
    },
  };
};
