import { hasExploded } from '../kit/divergence';
import type { Run } from '../kit/experiment';
import type { Values } from '../kit/params';
import { scoreSoftmax } from '../kit/softmaxScores';
import { normOfWeights, VariantNetwork } from '../kit/tensor/network';
import { upload } from '../kit/tensor/program';
import { drawBlobs, flipLabels } from './blobs';
import { expectedCalibrationError, reliability } from './calibration';
import { crossEntropyWith, meanGap, meanProbabilities } from './fit';
import { optimalGap, sharedTarget, smoothedTarget, smoothedTargets, targetEntropy } from './smoothing';
import { BINS, EPSILONS, type Frame, NETWORKS, type Setup, spec } from './spec';

/** Points that no network is trained on. */
const TEST_POINTS = 400;
/** Units in each of the two hidden layers: enough to learn wrong labels by heart. */
const UNITS = 24;
const STRENGTHS = Float32Array.from(EPSILONS);
const LEVELS = EPSILONS.length;

type Settings = Values<typeof spec.params>;

/** Index of the ε that is shown in detail. */
function shownLevel({ shown }: Settings): number {
  return EPSILONS.indexOf(Number(shown));
}

function setupOf(params: Settings): Setup {
  const { classes } = params;
  const bins = Float32Array.from({ length: BINS }, (_, bin) => (bin + 0.5) / BINS);
  const expectedGap = STRENGTHS.map((epsilon) => optimalGap(epsilon, classes));
  return {
    epsilons: Float32Array.from(STRENGTHS),
    networkEpsilons: Float32Array.from([...STRENGTHS, ...STRENGTHS]),
    expectedGap,
    expectedGapShown: expectedGap[shownLevel(params)]!,
    entropy: STRENGTHS.map((epsilon) => targetEntropy(epsilon, classes)),
    places: Float32Array.from({ length: classes }, (_, place) => place),
    bins,
    diagonal: Float32Array.from(bins),
  };
}

function emptyFrame(step: number, classes: number) {
  const missing = (length: number) => new Float32Array(length).fill(Number.NaN);
  return {
    step,
    trainLoss: missing(NETWORKS),
    weightNorm: missing(NETWORKS),
    cleanGap: missing(LEVELS),
    flippedGap: missing(LEVELS),
    cleanLoss: missing(LEVELS),
    flippedLoss: missing(LEVELS),
    cleanNll: missing(LEVELS),
    flippedNll: missing(LEVELS),
    cleanError: missing(LEVELS),
    flippedError: missing(LEVELS),
    cleanAccuracy: missing(LEVELS),
    flippedAccuracy: missing(LEVELS),
    plainReliability: missing(BINS),
    shownReliability: missing(BINS),
    cleanReliability: missing(BINS),
    target: missing(classes),
    sharedTarget: missing(classes),
    plainAnswer: missing(classes),
    shownAnswer: missing(classes),
  };
}

/**
 * Trains two networks for each ε on the same points, one with the true classes as labels and one with some wrong ones, and shows all of
 * them after every `stepsPerFrame` steps. Both are tested on the true classes of new points.
 */
export const run: Run<typeof spec.params, Setup, Frame> = (params, { random }) => {
  const { classes, spread, flipRate, trainingPoints, learningRate } = params;
  const training = drawBlobs(trainingPoints, classes, spread, random.stream('training points'));
  const test = drawBlobs(TEST_POINTS, classes, spread, random.stream('test points'));
  const flipped = flipLabels(training.labels, classes, flipRate, random.stream('wrong labels'));
  const labelSets = [training.labels, flipped] as const;
  const targets = Float32Array.from(
    labelSets.flatMap((set) => [...smoothedTargets(set, STRENGTHS, classes)]),
  );

  const network = new VariantNetwork({
    variants: NETWORKS,
    widths: [2, UNITS, UNITS, classes],
    loss: 'softmax',
    optimizer: params.optimizer,
    random: random.stream('weights'),
  });
  const input = upload(training.coordinates, [1, trainingPoints, 2]);
  const wanted = upload(targets, [NETWORKS, trainingPoints, classes]);
  const seenPoints = trainingPoints + TEST_POINTS;
  const seen = Float32Array.from([...training.coordinates, ...test.coordinates]);
  const evaluated = upload(seen, [1, seenPoints, 2]);

  const shown = shownLevel(params);
  /** Once a network has blown up nothing more is said of it; the others never notice. */
  const isDiverged = new Array<boolean>(NETWORKS).fill(false);

  /** Fills in what one network says. Changes `frame`. */
  function lookAt(frame: ReturnType<typeof emptyFrame>, index: number, logits: Float32Array): void {
    const [group, level] = [index < LEVELS ? 'clean' : 'flipped', index % LEVELS] as const;
    const labels = labelSets[index < LEVELS ? 0 : 1];
    const onTraining = logits.subarray(0, trainingPoints * classes);
    const onTest = logits.subarray(trainingPoints * classes);
    const size = trainingPoints * classes;
    const loss = crossEntropyWith(onTraining, targets.subarray(index * size, (index + 1) * size), classes);
    // At the start a network guesses, which costs log k nats, or is mildly wrong.
    isDiverged[index] ||= hasExploded(loss, 1);
    if (isDiverged[index]) return;
    const { loss: nll, accuracy } = scoreSoftmax(onTest, test.labels, classes);
    const calibration = reliability(onTest, test.labels, classes, BINS);
    frame.trainLoss[index] = loss;
    frame[`${group}Loss`][level] = loss;
    frame[`${group}Gap`][level] = meanGap(onTraining, labels, classes);
    frame[`${group}Nll`][level] = nll;
    frame[`${group}Accuracy`][level] = accuracy;
    frame[`${group}Error`][level] = expectedCalibrationError(calibration);
    if (group === 'flipped' && level === 0) frame.plainReliability.set(calibration.accuracy);
    if (level === shown)
      frame[`${group === 'clean' ? 'clean' : 'shown'}Reliability`].set(calibration.accuracy);
    if (group === 'flipped') return;
    if (level === 0) frame.plainAnswer.set(meanProbabilities(onTraining, labels, classes));
    if (level === shown) frame.shownAnswer.set(meanProbabilities(onTraining, labels, classes));
  }

  function look(step: number): Frame {
    const frame = emptyFrame(step, classes);
    frame.target.set(smoothedTarget(EPSILONS[shown]!, classes));
    frame.sharedTarget.set(sharedTarget(EPSILONS[shown]!, classes));
    const [logits, layers] = [network.logits(evaluated), network.weights()];
    const size = seenPoints * classes;
    for (let index = 0; index < NETWORKS; index++) {
      lookAt(frame, index, logits.subarray(index * size, (index + 1) * size));
      if (!isDiverged[index]) frame.weightNorm[index] = normOfWeights(layers, index);
    }
    return frame;
  }

  function* train(): Generator<Frame, void> {
    yield look(0);
    for (let step = 1; step <= params.steps; step++) {
      network.step(input, wanted, learningRate);
      if (step % spec.stepsPerFrame === 0) yield look(step);
    }
  }

  return {
    setup: setupOf(params),
    frameCount: Math.floor(params.steps / spec.stepsPerFrame) + 1,
    frames: train(),
    dispose: () => {
      for (const tensor of [input, wanted, evaluated]) tensor.dispose();
      network.dispose();
    },
  };
};
