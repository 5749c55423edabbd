// All of tfjs, with its operations, automatic differentiation and optimisers: the reference.
import * as tf from '@tensorflow/tfjs';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../src/experiments/kit/random';
import { startCpu } from '../../src/experiments/kit/tensor/backend';
import { type Loss, type NetworkOptions, VariantNetwork } from '../../src/experiments/kit/tensor/network';
import { countTensors, type Shape, type Tensor, upload } from '../../src/experiments/kit/tensor/program';

const VARIANTS = 2;
const POINTS = 6;
const WIDTHS = [3, 5, 4, 3];
const LEARNING_RATE = 0.1;

interface Values {
  readonly values: Float32Array;
  readonly shape: Shape;
}

const random = createRandom(17);

function draw(...shape: Shape): Values {
  return {
    values: Float32Array.from({ length: shape[0] * shape[1] * shape[2] }, () => random.normal()),
    shape,
  };
}

/** For each variant and point a class, as probabilities. */
function drawClasses(): Values {
  const values = Array.from({ length: VARIANTS * POINTS }, () => {
    const at = random.integer(3);
    return [0, 1, 2].map((index) => Number(index === at));
  });
  return { values: Float32Array.from(values.flat()), shape: [VARIANTS, POINTS, 3] };
}

let tensors: Tensor[] = [];
function uploaded({ values, shape }: Values): Tensor {
  const tensor = upload(values, shape);
  tensors.push(tensor);
  return tensor;
}

/** A variant's matrix for tfjs; a single matrix is everybody's. */
function asTfjs({ values, shape: [matrices, rows, columns] }: Values, variant: number): tf.Tensor2D {
  const start = Math.min(variant, matrices - 1) * rows * columns;
  return tf.tensor2d(values.slice(start, start + rows * columns), [rows, columns]);
}

interface DisturbedBy {
  readonly factors?: readonly (Values | undefined)[];
  readonly summands?: readonly (Values | undefined)[];
  readonly weights?: readonly (Values | undefined)[];
}

function lossOf(loss: Loss, outputs: tf.Tensor2D, targets: tf.Tensor2D): tf.Scalar {
  if (loss === 'softmax') return tf.losses.softmaxCrossEntropy(targets, outputs);
  return outputs
    .sub(targets)
    .square()
    .sum()
    .div(2 * POINTS);
}

/** One variant's weights after some steps with tfjs' own derivatives: `[inputs + 1, outputs]` of each layer. */
function trainByTfjs(
  network: VariantNetwork,
  variant: number,
  optimizer: tf.Optimizer,
  { input, targets, loss, disturbedBy, steps }: Training,
): number[] {
  const layers = network.weights().map(({ values, inputs, outputs }) => {
    const size = (inputs + 1) * outputs;
    const own = values.slice(variant * size, (variant + 1) * size);
    return tf.variable(tf.tensor2d(own, [inputs + 1, outputs]));
  });
  for (let step = 0; step < steps; step++) {
    optimizer.minimize(() => {
      let got: tf.Tensor2D = asTfjs(input, variant);
      for (const [layer, weights] of layers.entries()) {
        const factors = disturbedBy.factors?.[layer];
        if (factors) got = got.mul(asTfjs(factors, variant));
        const summands = disturbedBy.summands?.[layer];
        if (summands) got = got.add(asTfjs(summands, variant));
        const added = disturbedBy.weights?.[layer];
        const used = (added ? weights.add(asTfjs(added, variant)) : weights) as tf.Tensor2D;
        const sums = got.concat(tf.ones([POINTS, 1]), 1).matMul<tf.Tensor2D>(used);
        got = (layer < layers.length - 1 ? sums.relu() : sums) as tf.Tensor2D;
      }
      return lossOf(loss, got, asTfjs(targets, variant));
    });
  }
  return layers.flatMap((weights) => [...weights.dataSync()]);
}

interface Training {
  readonly input: Values;
  readonly targets: Values;
  readonly loss: Loss;
  readonly disturbedBy: DisturbedBy;
  readonly steps: number;
}

function build(options: Partial<NetworkOptions>): VariantNetwork {
  return new VariantNetwork({
    variants: VARIANTS,
    widths: WIDTHS,
    optimizer: 'gradient-descent',
    random: createRandom(3),
    ...options,
  });
}

function train(network: VariantNetwork, { input, targets, disturbedBy, steps }: Training): void {
  const all = (values: readonly (Values | undefined)[] = []) =>
    values.map((value) => value && uploaded(value));
  const disturbance = {
    factors: all(disturbedBy.factors),
    summands: all(disturbedBy.summands),
    weights: all(disturbedBy.weights),
  };
  const [x, y] = [uploaded(input), uploaded(targets)];
  for (let step = 0; step < steps; step++) network.step(x, y, LEARNING_RATE, disturbance);
}

function weightsOf(network: VariantNetwork, variant: number): number[] {
  return network.weights().flatMap(({ values, inputs, outputs }) => {
    const size = (inputs + 1) * outputs;
    return [...values.subarray(variant * size, (variant + 1) * size)];
  });
}

const shared = draw(1, POINTS, 3);
const ownInput = draw(VARIANTS, POINTS, 3);
const classes = drawClasses();

const cases: Readonly<Record<string, Training>> = {
  'on classes, each variant with inputs and targets of its own': {
    input: ownInput,
    targets: classes,
    loss: 'softmax',
    disturbedBy: {},
    steps: 5,
  },
  'on values': {
    input: shared,
    targets: draw(1, POINTS, 3),
    loss: 'squared-error',
    disturbedBy: {},
    steps: 5,
  },
  'with masks on inputs and hidden units': {
    input: shared,
    targets: classes,
    loss: 'softmax',
    disturbedBy: { factors: [draw(VARIANTS, POINTS, 3), draw(1, POINTS, 5), draw(VARIANTS, POINTS, 4)] },
    steps: 4,
  },
  'with noise in inputs and hidden units': {
    input: shared,
    targets: classes,
    loss: 'softmax',
    disturbedBy: { summands: [draw(VARIANTS, POINTS, 3), undefined, draw(VARIANTS, POINTS, 4)] },
    steps: 4,
  },
  'with noise in the weights': {
    input: shared,
    targets: classes,
    loss: 'softmax',
    disturbedBy: { weights: [draw(VARIANTS, 4, 5), draw(1, 6, 4), draw(VARIANTS, 5, 3)] },
    steps: 4,
  },
};

beforeAll(async () => {
  await startCpu();
  await tf.setBackend('cpu');
});

afterEach(() => {
  for (const tensor of tensors) tensor.dispose();
  tensors = [];
});

describe('VariantNetwork', () => {
  it.each(Object.entries(cases))('trains %s as tfjs does', (_name, training) => {
    const network = build({ loss: training.loss });
    const expected = [0, 1].map((variant) =>
      trainByTfjs(network, variant, tf.train.sgd(LEARNING_RATE), training),
    );
    train(network, training);
    for (const variant of [0, 1]) {
      for (const [at, weight] of weightsOf(network, variant).entries()) {
        expect(weight, `variant ${variant}, number ${at}`).toBeCloseTo(expected[variant]![at]!, 4);
      }
    }
    network.dispose();
  });

  it('trains with momentum as tfjs does, each variant with its own and its own rate', () => {
    const training = cases['on classes, each variant with inputs and targets of its own']!;
    const network = build({
      loss: 'softmax',
      optimizer: 'momentum',
      momenta: Float32Array.of(0, 0.9),
      rateFactors: Float32Array.of(1, 0.5),
    });
    const optimizers = [tf.train.sgd(LEARNING_RATE), tf.train.momentum(LEARNING_RATE / 2, 0.9)];
    const expected = optimizers.map((optimizer, variant) =>
      trainByTfjs(network, variant, optimizer, training),
    );
    train(network, training);
    for (const variant of [0, 1]) {
      for (const [at, weight] of weightsOf(network, variant).entries()) {
        expect(weight, `variant ${variant}, number ${at}`).toBeCloseTo(expected[variant]![at]!, 4);
      }
    }
    network.dispose();
  });

  it('frees all that a disturbed step makes', () => {
    const { factors } = cases['with masks on inputs and hidden units']!.disturbedBy;
    const { summands } = cases['with noise in inputs and hidden units']!.disturbedBy;
    const { weights } = cases['with noise in the weights']!.disturbedBy;
    const network = build({ loss: 'softmax', optimizer: 'adam' });
    const before = countTensors();
    train(network, {
      input: shared,
      targets: classes,
      loss: 'softmax',
      disturbedBy: { factors: factors!, summands: summands!, weights: weights! },
      steps: 3,
    });
    expect(countTensors() - before).toBe(tensors.length);
    network.dispose();
  });
});
