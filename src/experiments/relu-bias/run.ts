import { crossEntropy } from '../kit/crossEntropy';
import { hasExploded } from '../kit/divergence';
import type { Run } from '../kit/experiment';
import type { Values } from '../kit/params';
import type { Random } from '../kit/random';
import { type Initialize, VariantNetwork } from '../kit/tensor/network';
import { upload } from '../kit/tensor/program';
import { deadShare, type Rectifier, silentShare } from './activityTheory';
import { BOOK_BIAS, type Frame, INPUTS, type Setup, spec, VARIANTS } from './spec';

type Settings = Values<typeof spec.params>;

/** Starting biases from −B to B, ascending, with the book's 0.1 among them. */
function biasesOf({ largestBias: b }: Settings): Float32Array {
  return Float32Array.of(-b, -b / 2, -b / 4, 0, BOOK_BIAS, b / 4, b / 2, b);
}

/** Points `[points, inputs]` around the input mean. */
function drawInputs({ points, inputMean }: Settings, random: Random): Float32Array {
  return Float32Array.from({ length: points * INPUTS }, () => inputMean + random.normal());
}

/** Class 1 where the first two inputs lie on the same side of their mean: no straight line separates that. */
function labelsOf(inputs: Float32Array, { points, inputMean }: Settings): Float32Array {
  return Float32Array.from({ length: points }, (_, point) => {
    const [first, second] = inputs.subarray(point * INPUTS, point * INPUTS + 2);
    return first! > inputMean === second! > inputMean ? 1 : 0;
  });
}

/** The same weights for all variants with variance 1 / inputs; the hidden layer's biases are those of the sweep. */
function initializeWith(biases: Float32Array, weightMean: number): Initialize {
  return (layer, inputs, outputs, random) => {
    const mean = layer === 0 ? weightMean : 0;
    const size = (inputs + 1) * outputs;
    const weights = Float32Array.from(
      { length: inputs * outputs },
      () => mean + random.normal() / Math.sqrt(inputs),
    );
    const all = new Float32Array(VARIANTS * size);
    for (let variant = 0; variant < VARIANTS; variant++) {
      all.set(weights, variant * size);
      if (layer === 0) all.fill(biases[variant]!, variant * size + weights.length, (variant + 1) * size);
    }
    return all;
  };
}

/** Whether the derivative is at least 1 %, from what the unit puts out. */
const answers: Readonly<Record<Rectifier, (output: number) => boolean>> = {
  relu: (output) => output > 0,
  'leaky-relu': () => true,
  elu: (output) => output >= 0.01 - 1,
};

/** Share of points that each unit answers to; `outputs` is `[points, units]`. */
function activityOf(outputs: Float32Array, units: number, activation: Rectifier): Float32Array {
  const counts = new Float32Array(units);
  for (let at = 0; at < outputs.length; at++) {
    if (answers[activation](outputs[at]!)) counts[at % units] = counts[at % units]! + 1;
  }
  return counts.map((count) => (count * units) / outputs.length);
}

function shareOf(values: Float32Array, isCounted: (value: number, index: number) => boolean): number {
  return values.filter(isCounted).length / values.length;
}

/** Norm of all weights and biases of each variant. */
function weightNorms(network: VariantNetwork): Float32Array {
  const layers = network.weights();
  return Float32Array.from({ length: VARIANTS }, (_, variant) => {
    const own = layers.map(({ values, inputs, outputs }) => {
      const size = (inputs + 1) * outputs;
      return values.subarray(variant * size, (variant + 1) * size);
    });
    return Math.sqrt(own.reduce((sum, part) => part.reduce((total, w) => total + w * w, sum), 0));
  });
}

/** Trains networks that differ in the hidden layer's starting bias only, and shows which units answer to which points. */
export const run: Run<typeof spec.params, Setup, Frame> = (params, { random }) => {
  const { points, units, steps, weightMean, inputMean, learningRate, activation } = params;
  const biases = biasesOf(params);
  const coordinates = drawInputs(params, random.stream('points'));
  const classes = labelsOf(coordinates, params);
  const network = new VariantNetwork({
    variants: VARIANTS,
    widths: [INPUTS, units, 1],
    activation,
    initialize: initializeWith(biases, weightMean),
    optimizer: 'gradient-descent',
    random: random.stream('weights'),
  });
  const input = upload(coordinates, [1, points, INPUTS]);
  const labels = upload(classes, [1, points, 1]);
  let start: Pick<Frame, 'silent' | 'dead' | 'loss'> | undefined;
  const hasDiverged = new Uint8Array(VARIANTS);
  /** Units that were dead in some frame so far, `[variants, units]`. */
  const wereDead = new Uint8Array(VARIANTS * units);

  function look(step: number): Frame {
    const silent = new Float32Array(VARIANTS);
    const dead = new Float32Array(VARIANTS);
    const frame = {
      silent,
      dead,
      revived: new Float32Array(VARIANTS),
      loss: new Float32Array(VARIANTS),
      weightNorm: weightNorms(network),
      activity: new Float32Array(VARIANTS * units),
    };
    const [hidden, logits] = network.outputs(input);
    for (let variant = 0; variant < VARIANTS; variant++) {
      const loss = crossEntropy(logits!.subarray(variant * points, (variant + 1) * points), classes);
      if (hasExploded(loss, start?.loss[variant] ?? loss)) hasDiverged[variant] = 1;
      if (hasDiverged[variant]) {
        const { revived, weightNorm } = frame;
        for (const field of [silent, dead, revived, frame.loss, weightNorm]) field[variant] = Number.NaN;
        frame.activity.fill(Number.NaN, variant * units, (variant + 1) * units);
        continue;
      }
      frame.loss[variant] = loss;
      const activity = activityOf(
        hidden!.subarray(variant * points * units, (variant + 1) * points * units),
        units,
        activation,
      );
      const marks = wereDead.subarray(variant * units, (variant + 1) * units);
      frame.silent[variant] = 1 - activity.reduce((sum, share) => sum + share, 0) / units;
      frame.dead[variant] = shareOf(activity, (share) => share === 0);
      frame.revived[variant] = shareOf(activity, (share, unit) => share > 0 && marks[unit] === 1);
      for (const [unit, share] of activity.entries()) if (share === 0) marks[unit] = 1;
      frame.activity.set(activity.toSorted(), variant * units);
    }
    start ??= { silent: silent.slice(), dead: dead.slice(), loss: frame.loss.slice() };
    return { step, silentAtStart: start.silent.slice(), deadAtStart: start.dead.slice(), ...frame };
  }

  function* train(): Generator<Frame, void> {
    yield look(0);
    for (let step = 1; step <= steps; step++) {
      network.step(input, labels, learningRate);
      if (step % spec.stepsPerFrame === 0) yield look(step);
    }
  }

  const statistics = { inputs: INPUTS, weightMean, inputMean, activation };
  return {
    setup: {
      biases,
      ranks: Float32Array.from({ length: units }, (_, index) => (index + 0.5) / units),
      silentTheory: biases.map((bias) => silentShare(bias, statistics)),
      deadTheory: biases.map((bias) => deadShare(bias, statistics, points)),
    },
    frameCount: Math.floor(steps / spec.stepsPerFrame) + 1,
    frames: train(),
    dispose: () => {
      for (const tensor of [input, labels]) tensor.dispose();
      network.dispose();
    },
  };
};
