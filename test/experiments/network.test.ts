// All of tfjs, with its operations, automatic differentiation and optimisers: the reference.
import * as tf from '@tensorflow/tfjs';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../src/experiments/kit/random';
import { startCpu } from '../../src/experiments/kit/tensor/backend';
import { type Activation, LEAK } from '../../src/experiments/kit/tensor/dense';
import { type Optimizer, VariantNetwork } from '../../src/experiments/kit/tensor/network';
import { countTensors, type Tensor, upload } from '../../src/experiments/kit/tensor/program';

const POINTS = 12;
const PENALTIES = Float32Array.of(0, 0.05);
const LEARNING_RATE = 0.02;
const random = createRandom(31);
const inputs = Float32Array.from({ length: POINTS * 2 }, () => random.normal());
const labels = Float32Array.from({ length: POINTS }, (_, point) => point % 2);

let disposables: { dispose(): void }[] = [];
function keep<T extends { dispose(): void }>(disposable: T): T {
  disposables.push(disposable);
  return disposable;
}

function build(
  optimizer: Optimizer,
  activation: Activation = 'relu',
): { network: VariantNetwork; input: Tensor; label: Tensor } {
  const network = new VariantNetwork({
    variants: PENALTIES.length,
    widths: [2, 5, 4, 1],
    activation,
    penalties: PENALTIES,
    optimizer,
    random: createRandom(1),
  });
  const [input, label] = [upload(inputs, [1, POINTS, 2]), upload(labels, [1, POINTS, 1])];
  return { network: keep(network), input: keep(input), label: keep(label) };
}

/** The activations in tfjs' own operations. */
const tfjsActivation: Readonly<Record<Activation, (sums: tf.Tensor2D) => tf.Tensor2D>> = {
  relu: (sums) => sums.relu(),
  'leaky-relu': (sums) => sums.leakyRelu(LEAK),
  elu: (sums) => sums.elu(),
  tanh: (sums) => sums.tanh(),
  sigmoid: (sums) => sums.sigmoid(),
  linear: (sums) => sums,
};

/** One variant's layers as tfjs variables, weights and biases apart. */
function asVariables(network: VariantNetwork, variant: number) {
  return network.weights().map(({ values, inputs: rows, outputs: columns }) => {
    const start = variant * (rows + 1) * columns;
    const own = values.slice(start, start + (rows + 1) * columns);
    return {
      weights: tf.variable(tf.tensor2d(own.slice(0, rows * columns), [rows, columns])),
      biases: tf.variable(tf.tensor1d(own.slice(rows * columns))),
    };
  });
}

/** Trains one variant with tfjs' own operations, derivatives and optimiser; returns weights and biases, layer by layer. */
function trainByTfjs(
  network: VariantNetwork,
  variant: number,
  optimizer: tf.Optimizer,
  steps: number,
  activation: Activation = 'relu',
): number[] {
  const layers = asVariables(network, variant);
  const [x, y] = [tf.tensor2d(inputs, [POINTS, 2]), tf.tensor2d(labels, [POINTS, 1])];
  for (let step = 0; step < steps; step++) {
    optimizer.minimize(() => {
      let values: tf.Tensor2D = x;
      for (const [index, { weights, biases }] of layers.entries()) {
        const sums = values.matMul<tf.Tensor2D>(weights as tf.Tensor2D).add<tf.Tensor2D>(biases);
        values = index < layers.length - 1 ? tfjsActivation[activation](sums) : sums;
      }
      const squares = layers.map(({ weights }) => weights.square().sum());
      const penalty = tf.addN(squares).mul(PENALTIES[variant]! / 2);
      return tf.losses.sigmoidCrossEntropy(y, values).add(penalty) as tf.Scalar;
    });
  }
  return layers.flatMap(({ weights, biases }) => [...weights.dataSync(), ...biases.dataSync()]);
}

function weightsOf(network: VariantNetwork, variant: number): number[] {
  return network.weights().flatMap(({ values, inputs: rows, outputs: columns }) => {
    const size = (rows + 1) * columns;
    return [...values.subarray(variant * size, (variant + 1) * size)];
  });
}

describe('VariantNetwork', () => {
  beforeAll(async () => {
    await startCpu();
    await tf.setBackend('cpu');
  });

  afterEach(() => {
    for (const disposable of disposables) disposable.dispose();
    disposables = [];
  });

  it.each([
    { optimizer: 'adam', reference: () => tf.train.adam(LEARNING_RATE, 0.9, 0.999, 1e-8) },
    { optimizer: 'gradient-descent', reference: () => tf.train.sgd(LEARNING_RATE) },
  ] as const)(
    'trains each variant with $optimizer as tfjs trains one network alone',
    ({ optimizer, reference }) => {
      const steps = 20;
      const { network, input, label } = build(optimizer);
      const expected = [0, 1].map((variant) => trainByTfjs(network, variant, reference(), steps));
      for (let step = 0; step < steps; step++) network.step(input, label, LEARNING_RATE);
      for (const variant of [0, 1]) {
        for (const [at, weight] of weightsOf(network, variant).entries()) {
          expect(weight, `variant ${variant}, number ${at}`).toBeCloseTo(expected[variant]![at]!, 4);
        }
      }
      expect(expected[1]).not.toEqual(expected[0]);
    },
  );

  it.each(['leaky-relu', 'elu', 'tanh', 'sigmoid', 'linear'] as const)(
    'trains with %s as tfjs does',
    (activation) => {
      const { network, input, label } = build('gradient-descent', activation);
      const expected = trainByTfjs(network, 1, tf.train.sgd(LEARNING_RATE), 10, activation);
      for (let step = 0; step < 10; step++) network.step(input, label, LEARNING_RATE);
      for (const [at, weight] of weightsOf(network, 1).entries())
        expect(weight).toBeCloseTo(expected[at]!, 4);
    },
  );

  it('shows gradients that predict how the loss changes', () => {
    const { network, input, label } = build('gradient-descent', 'tanh');
    const loss = (): number => {
      const logits = network.logits(input).subarray(0, POINTS);
      const losses = logits.map((logit, point) => Math.log1p(Math.exp(-logit)) + (labels[point] ? 0 : logit));
      return losses.reduce((sum, value) => sum + value, 0) / POINTS;
    };
    const [before, gradients] = [loss(), network.gradients(input, label)];
    // Of the first variant, which has no penalty.
    const squares = gradients.map((gradient) =>
      gradient.subarray(0, gradient.length / PENALTIES.length).reduce((sum, value) => sum + value ** 2, 0),
    );
    const rate = 1e-2;
    network.step(input, label, rate);
    const predicted = -rate * squares.reduce((sum, value) => sum + value, 0);
    expect((loss() - before) / predicted).toBeCloseTo(1, 1);
  });

  it('begins each variant with weights of its own where it is told to', () => {
    const network = keep(
      new VariantNetwork({
        variants: 2,
        widths: [2, 3, 1],
        initialize: (_layer, rows, columns) =>
          Float32Array.from({ length: 2 * (rows + 1) * columns }, (_, at) =>
            at < (rows + 1) * columns ? 1 : 2,
          ),
        optimizer: 'adam',
        random: createRandom(2),
      }),
    );
    expect(new Set(weightsOf(network, 0))).toEqual(new Set([1]));
    expect(new Set(weightsOf(network, 1))).toEqual(new Set([2]));
    const [hidden, logits] = network.outputs(keep(upload(inputs.slice(0, 2), [1, 1, 2])));
    expect([hidden?.length, logits?.length]).toEqual([6, 2]);
  });

  it('starts every variant from the same weights, with biases of zero and the variance of He et al.', () => {
    const network = keep(
      new VariantNetwork({
        variants: 3,
        widths: [2, 64, 64, 1],
        penalties: new Float32Array(3),
        optimizer: 'adam',
        random: createRandom(2),
      }),
    );
    expect(weightsOf(network, 1)).toEqual(weightsOf(network, 0));
    expect(weightsOf(network, 2)).toEqual(weightsOf(network, 0));
    const middle = network.weights()[1]!.values.subarray(0, 65 * 64);
    const squares = middle.subarray(0, 64 * 64).reduce((sum, weight) => sum + weight ** 2, 0);
    expect(squares / (64 * 64)).toBeCloseTo(2 / 64, 2);
    expect([...middle.subarray(64 * 64)]).toEqual(new Array(64).fill(0));
  });

  it('keeps the number of tensors over many steps and frees them all', () => {
    const before = countTensors();
    const { network, input, label } = build('adam');
    network.step(input, label, LEARNING_RATE);
    network.logits(input);
    const during = countTensors();
    for (let step = 0; step < 1000; step++) network.step(input, label, LEARNING_RATE);
    network.logits(input);
    network.weights();
    expect(countTensors()).toBe(during);
    network.dispose();
    network.dispose();
    input.dispose();
    label.dispose();
    expect(countTensors()).toBe(before);
  });
});
