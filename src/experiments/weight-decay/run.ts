import { hasExploded } from '../kit/divergence';
import type { Run } from '../kit/experiment';
import { drawMoons } from '../kit/moons';
import type { Values } from '../kit/params';
import { logitToByte, rasterPoints, scoreLogits, splitPoints } from '../kit/planeClassifier';
import { normOfWeights, VariantNetwork } from '../kit/tensor/network';
import { upload } from '../kit/tensor/program';
import { type Frame, MAP, type Setup, spec, VARIANTS } from './spec';

/** Points that no network is trained on. */
const TEST_POINTS = 500;

type Settings = Values<typeof spec.params>;

/** α of each variant: 0, then from the weakest to the strongest in equal factors. */
function penaltiesOf({ weakestPenalty, strongestPenalty }: Settings): Float32Array {
  const last = VARIANTS - 1;
  const ratio = strongestPenalty / weakestPenalty;
  return Float32Array.from({ length: VARIANTS }, (_, variant) =>
    variant === 0 ? 0 : weakestPenalty * ratio ** ((variant - 1) / (last - 1)),
  );
}

/** Trains the eight networks on the same points and shows all of them after every `stepsPerFrame` steps. */
export const run: Run<typeof spec.params, Setup, Frame> = (params, { random }) => {
  const penalties = penaltiesOf(params);
  const points = drawMoons(params.trainingPoints, params.noise, random.stream('training points'));
  const training = splitPoints(points);
  const test = splitPoints(drawMoons(TEST_POINTS, params.noise, random.stream('test points')));
  const plane = rasterPoints(MAP);

  const network = new VariantNetwork({
    variants: VARIANTS,
    widths: [2, params.hiddenUnits, params.hiddenUnits, 1],
    penalties,
    optimizer: params.optimizer,
    random: random.stream('weights'),
  });
  const input = upload(training.coordinates, [1, params.trainingPoints, 2]);
  const labels = upload(training.labels, [1, params.trainingPoints, 1]);
  // One evaluation of training points, test points and map together costs three draws and one read instead of nine and three.
  const seen = Float32Array.from([...training.coordinates, ...test.coordinates, ...plane]);
  const seenPoints = seen.length / 2;
  const evaluated = upload(seen, [1, seenPoints, 2]);

  /** Once a network has blown up nothing more is said of it; the others never notice. */
  const isDiverged = new Array<boolean>(VARIANTS).fill(false);

  function look(step: number): Frame {
    const missing = () => new Float32Array(VARIANTS).fill(Number.NaN);
    const frame = {
      step,
      maps: new Uint8Array(VARIANTS * MAP.rows * MAP.columns).fill(logitToByte(Number.NaN)),
      trainLoss: missing(),
      testLoss: missing(),
      trainAccuracy: missing(),
      testAccuracy: missing(),
      weightNorm: missing(),
    };
    const [logits, layers] = [network.logits(evaluated), network.weights()];
    const mapStart = params.trainingPoints + TEST_POINTS;
    for (let variant = 0; variant < VARIANTS; variant++) {
      const own = logits.subarray(variant * seenPoints, (variant + 1) * seenPoints);
      const onTraining = scoreLogits(own.subarray(0, params.trainingPoints), training.labels);
      // At the start all networks are alike and their loss is about 1.
      isDiverged[variant] ||= hasExploded(onTraining.loss, 1);
      if (isDiverged[variant]) continue;
      const onTest = scoreLogits(own.subarray(params.trainingPoints, mapStart), test.labels);
      frame.trainLoss[variant] = onTraining.loss;
      frame.trainAccuracy[variant] = onTraining.accuracy;
      frame.testLoss[variant] = onTest.loss;
      frame.testAccuracy[variant] = onTest.accuracy;
      frame.weightNorm[variant] = normOfWeights(layers, variant);
      frame.maps.set(Uint8Array.from(own.subarray(mapStart), logitToByte), variant * MAP.rows * MAP.columns);
    }
    return frame;
  }

  function* train(): Generator<Frame, void> {
    yield look(0);
    for (let step = 1; step <= params.steps; step++) {
      network.step(input, labels, params.learningRate);
      if (step % spec.stepsPerFrame === 0) yield look(step);
    }
  }

  return {
    setup: { penalties, points },
    frameCount: Math.floor(params.steps / spec.stepsPerFrame) + 1,
    frames: train(),
    dispose: () => {
      for (const tensor of [input, labels, evaluated]) tensor.dispose();
      network.dispose();
    },
  };
};
