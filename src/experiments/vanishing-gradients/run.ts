import { crossEntropy } from '../kit/crossEntropy';
import type { Run } from '../kit/experiment';
import { meanField } from '../kit/meanField';
import type { Values } from '../kit/params';
import type { Random } from '../kit/random';
import { drawCircles } from './circles';
import { largestSquaredSingularValue, meanSquareSingularValue, multiply, type Square } from './jacobian';
import { type ActivationFunction, type Data, type Layer, SmallNetwork } from './smallNetwork';
import { ACTIVATIONS, type ActivationName, DEPTHS, type Frame, type Setup, spec, WIDTH } from './spec';

type Settings = Values<typeof spec.params>;

/** Training points, one half of each class. */
const POINTS = 32;
/** At how many of them the Jacobian matrices are taken. */
const SEEN_POINTS = 4;

const functions: Readonly<Record<ActivationName, ActivationFunction>> = {
  sigmoid: { of: (sum) => 1 / (1 + Math.exp(-sum)), slope: (y) => y * (1 - y) },
  tanh: { of: Math.tanh, slope: (y) => 1 - y * y },
  relu: { of: (sum) => Math.max(sum, 0), slope: (y) => (y > 0 ? 1 : 0) },
};

/** Layers of weights of each network, from 2 to the depth that is set. */
function depthsOf({ depth }: Settings): readonly number[] {
  return Array.from({ length: DEPTHS }, (_, index) => 2 + Math.round((index * (depth - 2)) / (DEPTHS - 1)));
}

function createNetwork(activation: ActivationName, depth: number, params: Settings, random: Random) {
  const widths = [2, ...Array.from({ length: depth - 1 }, () => WIDTH), 1];
  const { gain, optimizer } = params;
  return new SmallNetwork({ widths, activation: functions[activation], gain, optimizer, random });
}

function norm(values: Float32Array): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return Math.sqrt(sum);
}

/** Jacobian matrix of a hidden layer at one point: its outputs, `[units]`, by the outputs of the layer below. */
function jacobian({ weights, inputs }: Layer, outputs: Float32Array, slope: (y: number) => number): Square {
  const size = outputs.length;
  const matrix = new Float64Array(size * inputs);
  for (const [row, output] of outputs.entries()) {
    for (let column = 0; column < inputs; column++) {
      matrix[row * inputs + column] = slope(output) * weights[column * size + row]!;
    }
  }
  return { values: matrix, size };
}

interface SingularValues {
  /** Root mean square of the singular values of J_{D−1} … J_{D−k}, k = 1 … D − 2. */
  readonly typical: Float32Array;
  /** Root mean square over the points of the largest one. */
  readonly largest: Float32Array;
}

/** Singular values of products of ever more hidden layers, from the last one down; root mean squares over `SEEN_POINTS` points. */
function singularValues(
  layers: readonly Layer[],
  outputs: readonly Float32Array[],
  slope: (y: number) => number,
): SingularValues {
  const hidden = layers.length - 1;
  const typical = new Float64Array(hidden - 1);
  const largest = new Float64Array(hidden - 1);
  for (let point = 0; point < SEEN_POINTS; point++) {
    let product: Square | undefined;
    for (let count = 1; count < hidden; count++) {
      const layer = hidden - count;
      const own = outputs[layer]!.subarray(point * WIDTH, (point + 1) * WIDTH);
      const factor = jacobian(layers[layer]!, own, slope);
      product = product ? multiply(product, factor) : factor;
      typical[count - 1]! += meanSquareSingularValue(product) / SEEN_POINTS;
      largest[count - 1]! += largestSquaredSingularValue(product) / SEEN_POINTS;
    }
  }
  return { typical: Float32Array.from(typical, Math.sqrt), largest: Float32Array.from(largest, Math.sqrt) };
}

/** What theory expects of `typical` before training. */
function expectTypical(activation: ActivationName, params: Settings, inputMeanSquare: number): Float32Array {
  const hidden = params.depth - 1;
  const layers = meanField(activation, params.gain ** 2, { width: WIDTH, depth: hidden, inputMeanSquare });
  let square = 1;
  return Float32Array.from({ length: hidden - 1 }, (_, index) => {
    square *= layers[hidden - index]!.gradientGain;
    return Math.sqrt(square);
  });
}

function numbered(count: number): Float32Array {
  return Float32Array.from({ length: count }, (_, index) => index + 1);
}

/** Networks of one activation function, the deepest last. */
interface Family {
  readonly activation: ActivationName;
  readonly networks: readonly SmallNetwork[];
}

/** What is shown of one family. */
interface FamilyLook extends SingularValues {
  readonly loss: Float32Array;
  readonly gradient: Float32Array;
}

function lookAt({ activation, networks }: Family, data: Data): FamilyLook {
  const deepest = networks.at(-1)!;
  const loss = networks.map((network) => crossEntropy(network.outputs(data.inputs).at(-1)!, data.labels));
  const gradient = Float32Array.from(deepest.gradients(data), norm);
  const outputs = deepest.outputs(data.inputs);
  const values = singularValues(deepest.layers, outputs, functions[activation].slope);
  return { loss: Float32Array.from(loss), gradient, ...values };
}

/** Trains networks of growing depth with three activation functions on the same points. */
export const run: Run<typeof spec.params, Setup, Frame> = (params, { random }) => {
  const depths = depthsOf(params);
  const points = drawCircles(POINTS, random.stream('training points'));
  const data: Data = {
    inputs: points.filter((_, at) => at % 3 !== 2),
    labels: points.filter((_, at) => at % 3 === 2),
  };
  const families: readonly Family[] = ACTIVATIONS.map((activation) => ({
    activation,
    networks: depths.map((depth) =>
      createNetwork(activation, depth, params, random.stream(`weights ${depth}`)),
    ),
  }));
  const inputMeanSquare = norm(data.inputs) ** 2 / data.inputs.length;

  function look(step: number): Frame {
    const [sigmoid, tanh, relu] = families.map((family) => lookAt(family, data));
    return {
      step,
      sigmoidLoss: sigmoid!.loss,
      tanhLoss: tanh!.loss,
      reluLoss: relu!.loss,
      sigmoidGradient: sigmoid!.gradient,
      tanhGradient: tanh!.gradient,
      reluGradient: relu!.gradient,
      sigmoidTypical: sigmoid!.typical,
      tanhTypical: tanh!.typical,
      reluTypical: relu!.typical,
      sigmoidLargest: sigmoid!.largest,
      tanhLargest: tanh!.largest,
      reluLargest: relu!.largest,
    };
  }

  function* train(): Generator<Frame, void> {
    yield look(0);
    for (let step = 1; step <= params.steps; step++) {
      for (const { networks } of families) {
        for (const network of networks) network.step(data, params.learningRate);
      }
      if (step % spec.stepsPerFrame === 0) yield look(step);
    }
  }

  return {
    setup: {
      depths: Float32Array.from(depths),
      layers: numbered(params.depth),
      counts: numbered(params.depth - 2),
      chance: Math.LN2,
      sigmoidExpected: expectTypical('sigmoid', params, inputMeanSquare),
      tanhExpected: expectTypical('tanh', params, inputMeanSquare),
      reluExpected: expectTypical('relu', params, inputMeanSquare),
    },
    frameCount: Math.floor(params.steps / spec.stepsPerFrame) + 1,
    frames: train(),
    dispose: () => {},
  };
};
