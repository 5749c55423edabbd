import type { Run } from '../kit/experiment';
import type { Values } from '../kit/params';
import { logitToByte, rasterPoints, scoreLogits, splitPoints } from '../kit/planeClassifier';
import { type Initialize, type LayerWeights, VariantNetwork } from '../kit/tensor/network';
import { upload } from '../kit/tensor/program';
import { type Frame, LEARNT_BELOW, MAP, NOISES, type Setup, spec } from './spec';
import { largestDistance, unitVector } from './spread';
import { drawXor } from './xor';

const VARIANTS = NOISES.length;

type Settings = Values<typeof spec.params>;

/** From the same constant for all weights (ε = 0) to plain random weights (ε = 1); the same draws for every ε, biases of zero. */
function initializeWith(constant: number): Initialize {
  return (_layer, inputs, outputs, random) => {
    const size = inputs * outputs;
    const draws = Float32Array.from({ length: size }, () => random.normal() / Math.sqrt(inputs));
    const weights = new Float32Array(VARIANTS * (size + outputs));
    for (const [variant, noise] of NOISES.entries()) {
      weights.set(
        draws.map((draw) => (1 - noise) * constant + noise * draw),
        variant * (size + outputs),
      );
    }
    return weights;
  };
}

/** Trains the eight networks on the same points and shows all of them after every `stepsPerFrame` steps. */
export const run: Run<typeof spec.params, Setup, Frame> = (params: Settings, { random }) => {
  const { hiddenUnits, trainingPoints } = params;
  const points = drawXor(trainingPoints, random.stream('training points'));
  const { coordinates, labels } = splitPoints(points);
  const network = new VariantNetwork({
    variants: VARIANTS,
    widths: [2, hiddenUnits, 1],
    activation: 'tanh',
    initialize: initializeWith(params.constant),
    optimizer: 'gradient-descent',
    random: random.stream('weights'),
  });
  const input = upload(coordinates, [1, trainingPoints, 2]);
  const targets = upload(labels, [1, trainingPoints, 1]);
  const seen = Float32Array.from([...coordinates, ...rasterPoints(MAP)]);
  const seenPoints = seen.length / 2;
  const evaluated = upload(seen, [1, seenPoints, 2]);
  const learntAt = new Float32Array(VARIANTS).fill(Number.NaN);

  function look(step: number): Frame {
    const frame = {
      step,
      maps: new Uint8Array(VARIANTS * MAP.rows * MAP.columns),
      loss: new Float32Array(VARIANTS),
      accuracy: new Float32Array(VARIANTS),
      spread: new Float32Array(VARIANTS),
      firstWeights: new Float32Array(VARIANTS * hiddenUnits),
    };
    const logits = network.logits(evaluated);
    const layers = network.weights() as [LayerWeights, LayerWeights];
    for (let variant = 0; variant < VARIANTS; variant++) {
      const own = logits.subarray(variant * seenPoints, (variant + 1) * seenPoints);
      const { loss, accuracy } = scoreLogits(own.subarray(0, trainingPoints), labels);
      const units = Array.from({ length: hiddenUnits }, (_, unit) => unitVector(layers, variant, unit));
      frame.loss[variant] = loss;
      frame.accuracy[variant] = accuracy;
      frame.spread[variant] = largestDistance(units);
      frame.firstWeights.set(
        units.map(([weight]) => weight!),
        variant * hiddenUnits,
      );
      const onMap = own.subarray(trainingPoints);
      frame.maps.set(Uint8Array.from(onMap, logitToByte), variant * MAP.rows * MAP.columns);
      if (loss < LEARNT_BELOW && Number.isNaN(learntAt[variant])) learntAt[variant] = step;
    }
    return { ...frame, learntAt: learntAt.slice() };
  }

  function* train(): Generator<Frame, void> {
    yield look(0);
    for (let step = 1; step <= params.steps; step++) {
      network.step(input, targets, params.learningRate);
      if (step % spec.stepsPerFrame === 0) yield look(step);
    }
  }

  return {
    setup: {
      noises: Float32Array.from(NOISES),
      points,
      units: Float32Array.from({ length: hiddenUnits }, (_, unit) => unit + 1),
    },
    frameCount: Math.floor(params.steps / spec.stepsPerFrame) + 1,
    frames: train(),
    dispose: () => {
      for (const tensor of [input, targets, evaluated]) tensor.dispose();
      network.dispose();
    },
  };
};
