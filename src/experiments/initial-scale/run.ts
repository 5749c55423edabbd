import type { Run } from '../kit/experiment';
import type { Values } from '../kit/params';
import { logitToByte, rasterPoints, scoreLogits, splitPoints } from '../kit/planeClassifier';
import type { Random } from '../kit/random';
import { type Initialize, VariantNetwork } from '../kit/tensor/network';
import { upload } from '../kit/tensor/program';
import { affineFit, expectedSaturation, saturatedShare } from './measures';
import { drawRings } from './rings';
import { CUT, type Frame, LEARNT_BELOW, MAP, SCALES, type Setup, spec } from './spec';

const VARIANTS = SCALES.length;

type Settings = Values<typeof spec.params>;

/** Normal weights with standard deviation s / √inputs, the same draws for every s, and biases of zero. */
const initialize: Initialize = (_layer, inputs, outputs, random) => {
  const size = inputs * outputs;
  const draws = Float32Array.from({ length: size }, () => random.normal() / Math.sqrt(inputs));
  const weights = new Float32Array(VARIANTS * (size + outputs));
  for (const [variant, scale] of SCALES.entries()) {
    weights.set(
      draws.map((draw) => scale * draw),
      variant * (size + outputs),
    );
  }
  return weights;
};

/** Places on the cut, from one end to the other. */
function cutPositions(): Float32Array {
  return Float32Array.from({ length: CUT.points }, (_, at) => CUT.reach * ((2 * at) / (CUT.points - 1) - 1));
}

/** Points of the plane on the line through the origin along the weights of the first hidden unit, `[points, 2]`. */
function cutPoints(network: VariantNetwork, hiddenUnits: number): Float32Array {
  const { values } = network.weights()[0]!;
  const [x, y] = [values[0]!, values[hiddenUnits]!];
  const length = Math.hypot(x, y);
  return Float32Array.from([...cutPositions()].flatMap((t) => [(t * x) / length, (t * y) / length]));
}

/** The rows `from` … `to` − 1 of one variant's matrix in `[variants, rows, width]`. */
function rowsOf(
  values: Float32Array,
  variant: number,
  width: number,
  from: number,
  to: number,
): Float32Array {
  const rows = values.length / VARIANTS / width;
  return values.subarray((variant * rows + from) * width, (variant * rows + to) * width);
}

function networkFor({ hiddenUnits, activation, optimizer }: Settings, random: Random): VariantNetwork {
  return new VariantNetwork({
    variants: VARIANTS,
    widths: [2, hiddenUnits, hiddenUnits, 1],
    activation,
    initialize,
    optimizer,
    random,
  });
}

/** Trains the eight networks on the same points and shows all of them after every `stepsPerFrame` steps. */
export const run: Run<typeof spec.params, Setup, Frame> = (params, { random }) => {
  const { hiddenUnits, activation, trainingPoints } = params;
  const points = drawRings(trainingPoints, random.stream('training points'));
  const { coordinates, labels } = splitPoints(points);
  const network = networkFor(params, random.stream('weights'));
  const input = upload(coordinates, [1, trainingPoints, 2]);
  const targets = upload(labels, [1, trainingPoints, 1]);
  // Training points, cut and map in one evaluation.
  const seen = Float32Array.from([...coordinates, ...cutPoints(network, hiddenUnits), ...rasterPoints(MAP)]);
  const evaluated = upload(seen, [1, seen.length / 2, 2]);
  const mapStart = trainingPoints + CUT.points;
  const learntAt = new Float32Array(VARIANTS).fill(Number.NaN);

  function look(step: number): Frame {
    const frame = {
      step,
      maps: new Uint8Array(VARIANTS * MAP.rows * MAP.columns),
      loss: new Float32Array(VARIANTS),
      accuracy: new Float32Array(VARIANTS),
      linearity: new Float32Array(VARIANTS),
      saturatedFirst: new Float32Array(VARIANTS),
      saturatedSecond: new Float32Array(VARIANTS),
      unitOutput: new Float32Array(VARIANTS * CUT.points),
    };
    const [first, second, logits] = network.outputs(evaluated) as [Float32Array, Float32Array, Float32Array];
    for (let variant = 0; variant < VARIANTS; variant++) {
      const atPoints = rowsOf(logits, variant, 1, 0, trainingPoints);
      const { loss, accuracy } = scoreLogits(atPoints, labels);
      frame.loss[variant] = loss;
      frame.accuracy[variant] = Number.isNaN(loss) ? Number.NaN : accuracy;
      frame.linearity[variant] = affineFit(coordinates, atPoints);
      const onTraining = (layer: Float32Array) => rowsOf(layer, variant, hiddenUnits, 0, trainingPoints);
      frame.saturatedFirst[variant] = saturatedShare(onTraining(first), activation);
      frame.saturatedSecond[variant] = saturatedShare(onTraining(second), activation);
      const onCut = rowsOf(first, variant, hiddenUnits, trainingPoints, mapStart);
      frame.unitOutput.set(
        onCut.filter((_, at) => at % hiddenUnits === 0),
        variant * CUT.points,
      );
      const onMap = rowsOf(logits, variant, 1, mapStart, seen.length / 2);
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
      scales: Float32Array.from(SCALES),
      points,
      cut: cutPositions(),
      expectedSaturation: Float32Array.from(SCALES, (scale) =>
        expectedSaturation(scale, coordinates, activation),
      ),
    },
    frameCount: Math.floor(params.steps / spec.stepsPerFrame) + 1,
    frames: train(),
    dispose: () => {
      for (const tensor of [input, targets, evaluated]) tensor.dispose();
      network.dispose();
    },
  };
};
