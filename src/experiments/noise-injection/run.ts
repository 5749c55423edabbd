import type { Run } from '../kit/experiment';
import { drawMoons } from '../kit/moons';
import type { Values } from '../kit/params';
import { logitToByte, rasterPoints, scoreLogits, splitPoints } from '../kit/planeClassifier';
import type { Random } from '../kit/random';
import { VariantNetwork } from '../kit/tensor/network';
import { upload } from '../kit/tensor/program';
import { drawSample, momentsOf, NoisyDescent, ridge } from './linearModel';
import { NoiseSource, type Strengths, strengthsOf } from './networkNoise';
import { NoiseTest } from './noiseTest';
import { CHAINS, type Frame, LEVELS, MAP, type Setup, spec, TESTED, VARIANTS } from './spec';

/** Points that no network is trained on. */
const TEST_POINTS = 400;
/** How many of them are looked at under noise, too. */
const NOISY_TEST_POINTS = 200;
/** In each of two layers. */
const HIDDEN_UNITS = 12;
/** Of Adam. */
const LEARNING_RATE = 0.03;
/** The linear model and its descents. `descents`: how many of their steps for each of the networks. */
const LINEAR = { examples: 40, batch: 4, learningRate: 0.05, descents: 3 } as const;
/** The ridge path ends where the penalty takes nearly all. */
const PATH = { points: 81, largest: 1000 } as const;

type Settings = Values<typeof spec.params>;

/** Zero, then the largest noise times each level. */
function withZero(largest: number): Float32Array {
  return Float32Array.of(0, ...LEVELS.map((level) => level * largest));
}

/** Norms of pairs, `[pairs]`. */
function normsOf(pairs: Float32Array): Float32Array {
  return Float32Array.from({ length: pairs.length / 2 }, (_, at) =>
    Math.hypot(pairs[2 * at]!, pairs[2 * at + 1]!),
  );
}

/** The linear model: its theory, and its frames step by step. */
function startLinear({ inputNoise, weightNoise }: Settings, random: Random) {
  const sample = drawSample(LINEAR.examples, random.stream('examples'));
  const moments = momentsOf(sample);
  const [inputNoises, weightNoises] = [withZero(inputNoise), withZero(weightNoise)];
  const start = ridge(moments, 0);
  const descend = (place: 'inputs' | 'weights', strengths: Float32Array) =>
    new NoisyDescent({
      ...LINEAR,
      sample,
      place,
      strengths,
      chains: CHAINS,
      start,
      random: random.stream(place),
    });
  const [inputs, weights] = [descend('inputs', inputNoises), descend('weights', weightNoises)];

  const ridgeWeights = Float32Array.from([...inputNoises].flatMap((noise) => ridge(moments, noise ** 2)));
  // Closer together where the path is long: from 0.001 on in equal factors.
  const penalties = Array.from({ length: PATH.points }, (_, at) =>
    at === 0 ? 0 : 0.001 * (PATH.largest / 0.001) ** ((at - 1) / (PATH.points - 2)),
  );
  return {
    setup: {
      inputNoises,
      weightNoises,
      ridgePath: Float32Array.from(penalties.flatMap((penalty) => ridge(moments, penalty))),
      ridgeWeights,
      ridgeNorm: normsOf(ridgeWeights),
      leastSquaresNorm: Float32Array.from(inputNoises, () => Math.hypot(...start)),
    },
    step: () => {
      for (let descent = 0; descent < LINEAR.descents; descent++) {
        inputs.step();
        weights.step();
      }
    },
    look: () => {
      const [inputMean, weightMean] = [inputs.mean, weights.mean];
      return {
        inputCloud: inputs.cloud,
        weightCloud: weights.cloud,
        inputMean,
        weightMean,
        inputNorm: normsOf(inputMean),
        weightNorm: normsOf(weightMean),
      };
    },
  };
}

/** Values of the networks with noise in one place, the one without noise before them; `place` counts from 0. */
function ofPlace(values: Float32Array, place: number): Float32Array {
  const first = 1 + place * LEVELS.length;
  return Float32Array.of(values[0]!, ...values.subarray(first, first + LEVELS.length));
}

/** Root mean square of what all hidden layers put out, `[variants]`. */
function activityOf(hidden: readonly Float32Array[]): Float32Array {
  return Float32Array.from({ length: VARIANTS }, (_, variant) => {
    let [sum, count] = [0, 0];
    for (const values of hidden) {
      const size = values.length / VARIANTS;
      for (const value of values.subarray(variant * size, (variant + 1) * size)) sum += value ** 2;
      count += size;
    }
    return Math.sqrt(sum / count);
  });
}

/** The four tests: without noise, and under each place's noise alone in the strength that its network was trained with. */
function testsOf(strengths: readonly Strengths[]): readonly Strengths[] {
  return TESTED.map((variant) => strengths[variant]!);
}

/** The networks: their training points, and their frames step by step. */
function startNetworks(params: Settings, random: Random) {
  const { inputNoise, hiddenNoise, weightNoise, dataNoise, trainingPoints } = params;
  const strengths = strengthsOf({ inputs: inputNoise, hidden: hiddenNoise, weights: weightNoise }, LEVELS);
  const points = drawMoons(trainingPoints, dataNoise, random.stream('training points'));
  const training = splitPoints(points);
  const test = splitPoints(drawMoons(TEST_POINTS, dataNoise, random.stream('test points')));
  const plane = rasterPoints(MAP);
  const widths = [2, HIDDEN_UNITS, HIDDEN_UNITS, 1];
  const network = new VariantNetwork({
    variants: VARIANTS,
    widths,
    optimizer: 'adam',
    random: random.stream('weights'),
  });
  const noise = new NoiseSource({
    strengths,
    points: trainingPoints,
    widths,
    random: random.stream('noise'),
  });
  const noisyLabels = test.labels.subarray(0, NOISY_TEST_POINTS);
  const noiseTest = new NoiseTest(
    test.coordinates.subarray(0, 2 * NOISY_TEST_POINTS),
    widths,
    random.stream('noise of the test'),
  );
  const input = upload(training.coordinates, [1, trainingPoints, 2]);
  const labels = upload(training.labels, [1, trainingPoints, 1]);
  const seen = Float32Array.from([...test.coordinates, ...plane]);
  const seenPoints = seen.length / 2;
  const evaluated = upload(seen, [1, seenPoints, 2]);

  function robustness(): Float32Array {
    const layers = network.weights();
    return Float32Array.from(
      TESTED.flatMap((variant) =>
        testsOf(strengths).map((under) => {
          const logits = noiseTest.logits(layers, variant, under);
          return scoreLogits(logits, noisyLabels).accuracy;
        }),
      ),
    );
  }

  function look() {
    const logits = network.logits(evaluated);
    const onTraining = network.outputs(input);
    const missing = () => new Float32Array(VARIANTS);
    const [trainAccuracy, testLoss, testAccuracy] = [missing(), missing(), missing()];
    const maps = new Uint8Array(VARIANTS * MAP.rows * MAP.columns);
    for (let variant = 0; variant < VARIANTS; variant++) {
      const own = logits.subarray(variant * seenPoints, (variant + 1) * seenPoints);
      const first = variant * trainingPoints;
      const trained = scoreLogits(
        onTraining.at(-1)!.subarray(first, first + trainingPoints),
        training.labels,
      );
      const tested = scoreLogits(own.subarray(0, TEST_POINTS), test.labels);
      trainAccuracy[variant] = trained.accuracy;
      [testLoss[variant], testAccuracy[variant]] = [tested.loss, tested.accuracy];
      maps.set(Uint8Array.from(own.subarray(TEST_POINTS), logitToByte), variant * MAP.rows * MAP.columns);
    }
    const activity = activityOf(onTraining.slice(0, -1));
    return {
      maps,
      trainAccuracy,
      testAccuracy,
      inputsTestLoss: ofPlace(testLoss, 0),
      hiddenTestLoss: ofPlace(testLoss, 1),
      weightsTestLoss: ofPlace(testLoss, 2),
      inputsAccuracy: ofPlace(testAccuracy, 0),
      hiddenAccuracy: ofPlace(testAccuracy, 1),
      weightsAccuracy: ofPlace(testAccuracy, 2),
      inputsActivity: ofPlace(activity, 0),
      hiddenActivity: ofPlace(activity, 1),
      weightsActivity: ofPlace(activity, 2),
      robustness: robustness(),
    };
  }

  return {
    points,
    look,
    step: () => network.step(input, labels, LEARNING_RATE, noise.draw()),
    dispose: () => {
      for (const tensor of [input, labels, evaluated]) tensor.dispose();
      noise.dispose();
      network.dispose();
    },
  };
}

/** Trains a linear model and thirteen networks under noise, and shows all of them after every `stepsPerFrame` steps. */
export const run: Run<typeof spec.params, Setup, Frame> = (params, { random }) => {
  const linear = startLinear(params, random.stream('linear model'));
  const networks = startNetworks(params, random.stream('networks'));

  function* train(): Generator<Frame, void> {
    yield { step: 0, ...linear.look(), ...networks.look() };
    for (let step = 1; step <= params.steps; step++) {
      linear.step();
      networks.step();
      if (step % spec.stepsPerFrame === 0) yield { step, ...linear.look(), ...networks.look() };
    }
  }

  return {
    setup: {
      levels: Float32Array.of(0, ...LEVELS.map((level) => 100 * level)),
      networks: Float32Array.from({ length: VARIANTS }, (_, variant) => variant + 1),
      points: networks.points,
      ...linear.setup,
    },
    frameCount: Math.floor(params.steps / spec.stepsPerFrame) + 1,
    frames: train(),
    dispose: networks.dispose,
  };
};
