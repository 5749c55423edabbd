// All of tfjs, with its losses and automatic differentiation: the reference.
import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../src/experiments/kit/random';
import { startCpu } from '../../src/experiments/kit/tensor/backend';
import {
  backward,
  forward,
  gradientWithPenalty,
  logisticDelta,
  softmaxDelta,
} from '../../src/experiments/kit/tensor/dense';
import { multiply } from '../../src/experiments/kit/tensor/matrixProduct';
import {
  countTensors,
  download,
  type Shape,
  type Tensor,
  upload,
} from '../../src/experiments/kit/tensor/program';

const random = createRandom(21);

/** Numbers between −1 and 1. */
function drawNumbers(count: number): Float32Array {
  return Float32Array.from({ length: count }, () => 2 * random.uniform() - 1);
}

beforeAll(() => startCpu());

describe('multiply', () => {
  it.each([
    [1, 1, 1],
    [4, 3, 2],
    [5, 4, 3],
    [7, 1, 8],
    [6, 9, 1],
  ])('gives the product of %i × %i and %i columns, whatever remains of a block', (rows, inner, columns) => {
    const [left, right] = [drawNumbers(rows * inner), drawNumbers(inner * columns)];
    const target = new Float32Array(rows * columns + 2).fill(9);
    multiply(
      { values: left, start: 0, row: inner, column: 1 },
      { values: right, start: 0, row: columns, column: 1 },
      { rows, inner, columns },
      target,
      1,
    );
    for (let at = 0; at < rows * columns; at++) {
      const [row, column] = [Math.floor(at / columns), at % columns];
      let sum = 0;
      for (let i = 0; i < inner; i++) sum += left[row * inner + i]! * right[i * columns + column]!;
      expect(target[1 + at]).toBeCloseTo(sum, 5);
    }
    expect([target[0], target.at(-1)]).toEqual([9, 9]);
  });
});

/** A network with two hidden layers for two variants, of sizes that are no multiples of a block. */
const VARIANTS = 2;
const POINTS = 7;
const WIDTHS = [3, 5, 4, 1] as const;
const input = drawNumbers(POINTS * WIDTHS[0]);
const labels = Float32Array.from({ length: POINTS }, (_, point) => point % 2);
const penalties = Float32Array.of(0, 0.3);
const layers = WIDTHS.slice(1).map((outputs, layer) =>
  drawNumbers(VARIANTS * (WIDTHS[layer]! + 1) * outputs),
);

/** One variant's mean logistic loss plus penalty, written as the definition reads, in double precision. */
function lossOf(variant: number, weightsOf: readonly Float32Array[]): number {
  let loss = 0;
  for (let point = 0; point < POINTS; point++) {
    let values = [...input.subarray(point * WIDTHS[0], (point + 1) * WIDTHS[0])];
    for (const [layer, weights] of weightsOf.entries()) {
      const [inputs, outputs] = [WIDTHS[layer]!, WIDTHS[layer + 1]!];
      const weight = (row: number, column: number) =>
        weights[(variant * (inputs + 1) + row) * outputs + column]!;
      const sums = Array.from({ length: outputs }, (_, o) =>
        values.reduce((sum, value, i) => sum + value * weight(i, o), weight(inputs, o)),
      );
      values = layer < weightsOf.length - 1 ? sums.map((sum) => Math.max(sum, 0)) : sums;
    }
    const [logit, label] = [values[0]!, labels[point]!];
    loss += Math.log1p(Math.exp(logit)) - label * logit;
  }
  return loss / POINTS + penaltyOf(variant, weightsOf);
}

/** α / 2 times the sum of squares of all weights, biases not counted. */
function penaltyOf(variant: number, weightsOf: readonly Float32Array[]): number {
  let squares = 0;
  for (const [layer, weights] of weightsOf.entries()) {
    const [inputs, outputs] = [WIDTHS[layer]!, WIDTHS[layer + 1]!];
    const start = variant * (inputs + 1) * outputs;
    for (const weight of weights.subarray(start, start + inputs * outputs)) squares += weight ** 2;
  }
  return (penalties[variant]! / 2) * squares;
}

/** Derivative of the loss by one number, from two evaluations nearby. */
function slopeOf(variant: number, layer: number, at: number): number {
  const moved = (by: number) => {
    const copy = layers.map((weights) => Float64Array.from(weights) as unknown as Float32Array);
    copy[layer]![at]! += by;
    return lossOf(variant, copy);
  };
  const step = 1e-5;
  return (moved(step) - moved(-step)) / (2 * step);
}

/** Gradient of each layer, by the programs. */
function gradientsByPrograms(): Float32Array[] {
  const kept: Tensor[] = [];
  const keep = (tensor: Tensor) => {
    kept.push(tensor);
    return tensor;
  };
  const put = (values: Float32Array, shape: Shape) => keep(upload(values, shape));
  const Input = put(input, [1, POINTS, WIDTHS[0]]);
  const Penalties = put(penalties, [VARIANTS, 1, 1]);
  const [first, second, third] = layers.map((values, layer) =>
    put(values, [VARIANTS, WIDTHS[layer]! + 1, WIDTHS[layer + 1]!]),
  ) as [Tensor, Tensor, Tensor];
  const variantCount = VARIANTS;
  const hidden1 = keep(forward.relu({ Input, Weights: first }, { variantCount }));
  const hidden2 = keep(forward.relu({ Input: hidden1, Weights: second }, { variantCount }));
  const Logits = keep(forward.linear({ Input: hidden2, Weights: third }, { variantCount }));
  const delta3 = keep(logisticDelta({ Logits, Labels: put(labels, [1, POINTS, 1]) }, {}));
  const delta2 = keep(backward.relu({ Delta: delta3, Weights: third, Output: hidden2 }, {}));
  const delta1 = keep(backward.relu({ Delta: delta2, Weights: second, Output: hidden1 }, {}));
  const gradients = [
    keep(gradientWithPenalty({ Input, Delta: delta1, Weights: first, Penalties }, {})),
    keep(gradientWithPenalty({ Input: hidden1, Delta: delta2, Weights: second, Penalties }, {})),
    keep(gradientWithPenalty({ Input: hidden2, Delta: delta3, Weights: third, Penalties }, {})),
  ];
  const values = gradients.map((gradient) => download(gradient).slice());
  for (const tensor of kept) tensor.dispose();
  return values;
}

describe('the programs of a dense network', () => {
  it('give the derivatives that finite differences give, for every weight and bias of every variant', () => {
    const gradients = gradientsByPrograms();
    for (const [layer, gradient] of gradients.entries()) {
      expect(gradient.length).toBe(layers[layer]!.length);
      for (const [at, derivative] of gradient.entries()) {
        const variant = Math.floor((at * VARIANTS) / gradient.length);
        expect(derivative, `layer ${layer}, number ${at}`).toBeCloseTo(slopeOf(variant, layer, at), 5);
      }
    }
  });

  it('leave no tensor behind', () => {
    const before = countTensors();
    gradientsByPrograms();
    expect(countTensors()).toBe(before);
  });
});

describe('softmaxDelta', () => {
  const CLASSES = 5;
  const size = POINTS * CLASSES;
  // The first point's label is spread over all classes, each other point has one class.
  const classLabels = Float32Array.from({ length: size }, (_, at) =>
    at < CLASSES ? 1 / CLASSES : Number(at % CLASSES === Math.floor(at / CLASSES) % CLASSES),
  );
  const logits = drawNumbers(VARIANTS * size).map((value) => 3 * value);

  function deltas(values: Float32Array): Float32Array {
    const tensors = [upload(values, [VARIANTS, POINTS, CLASSES]), upload(classLabels, [1, POINTS, CLASSES])];
    const result = softmaxDelta({ Logits: tensors[0]!, Labels: tensors[1]! }, {});
    const delta = download(result).slice();
    for (const tensor of [...tensors, result]) tensor.dispose();
    return delta;
  }

  /** Mean cross entropy of one variant, written as the definition reads, in double precision. */
  function crossEntropy(variant: number, values: Float64Array): number {
    let loss = 0;
    for (let at = 0; at < size; at += CLASSES) {
      const own = [...values.subarray(variant * size + at, variant * size + at + CLASSES)];
      const logOfSum = Math.log(own.reduce((sum, logit) => sum + Math.exp(logit), 0));
      for (const [c, logit] of own.entries()) loss -= classLabels[at + c]! * (logit - logOfSum);
    }
    return loss / POINTS;
  }

  it('gives the derivatives that finite differences give, for every logit of every variant', () => {
    for (const [at, delta] of deltas(logits).entries()) {
      const moved = (by: number) => {
        const copy = Float64Array.from(logits);
        copy[at]! += by;
        return crossEntropy(Math.floor(at / size), copy);
      };
      expect(delta, `logit ${at}`).toBeCloseTo((moved(1e-5) - moved(-1e-5)) / 2e-5, 6);
    }
  });

  it('gives what tfjs gives', async () => {
    await tf.setBackend('cpu');
    const labelTensor = tf.tensor2d(classLabels, [POINTS, CLASSES]);
    const slope = tf.grad((z) => tf.losses.softmaxCrossEntropy(labelTensor, z));
    const actual = deltas(logits);
    for (const variant of [0, 1]) {
      const own = logits.slice(variant * size, (variant + 1) * size);
      const expected = tf.tidy(() => slope(tf.tensor2d(own, [POINTS, CLASSES])).dataSync());
      for (const [at, value] of expected.entries()) {
        expect(actual[variant * size + at], `logit ${at}`).toBeCloseTo(value, 6);
      }
    }
    labelTensor.dispose();
  });

  it('stays finite where the exponential function does not', () => {
    const large = deltas(logits.map((value) => value + 500));
    for (const [at, value] of deltas(logits).entries()) expect(large[at]).toBeCloseTo(value, 4);
  });
});
