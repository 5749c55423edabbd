import { crossEntropy } from '../kit/crossEntropy';
import { hasExploded } from '../kit/divergence';
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

/** A network in training. One that diverges is trained and looked at no longer; the others never notice. */
class Trainee {
  readonly network: SmallNetwork;
  readonly #data: Data;
  readonly #firstLoss: number;
  #isDiverged = false;

  constructor(network: SmallNetwork, data: Data) {
    this.network = network;
    this.#data = data;
    this.#firstLoss = this.#loss();
  }

  #loss(): number {
    const logits = this.network.outputs(this.#data.inputs).at(-1)!;
    return crossEntropy(logits, this.#data.labels);
  }

  step(learningRate: number): void {
    if (!this.#isDiverged) this.network.step(this.#data, learningRate);
  }

  /** Mean cross entropy, and norm of the gradient of each layer; NaN once training has diverged. */
  look(): { readonly loss: number; readonly gradient: Float32Array } {
    const loss = this.#loss();
    this.#isDiverged ||= hasExploded(loss, this.#firstLoss);
    const { layers } = this.network;
    if (this.#isDiverged)
      return { loss: Number.NaN, gradient: new Float32Array(layers.length).fill(Number.NaN) };
    return { loss, gradient: Float32Array.from(this.network.gradients(this.#data), norm) };
  }
}

/** Networks of one activation function, the deepest last. */
interface Family {
  readonly activation: ActivationName;
  readonly trainees: readonly Trainee[];
}

/** What is shown of one family. */
interface FamilyLook extends SingularValues {
  readonly loss: Float32Array;
  /** Of each network. */
  readonly gradientNorm: Float32Array;
  /** Of each layer of the deepest network. */
  readonly gradient: Float32Array;
}

function lookAt({ activation, trainees }: Family, data: Data): FamilyLook {
  const looks = trainees.map((trainee) => trainee.look());
  const { network } = trainees.at(-1)!;
  const { loss, gradient } = looks.at(-1)!;
  const values = singularValues(network.layers, network.outputs(data.inputs), functions[activation].slope);
  const known = (numbers: Float32Array) => (Number.isNaN(loss) ? numbers.fill(Number.NaN) : numbers);
  return {
    loss: Float32Array.from(looks, (look) => look.loss),
    gradientNorm: Float32Array.from(looks, (look) => norm(look.gradient)),
    gradient,
    typical: known(values.typical),
    largest: known(values.largest),
  };
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
    trainees: depths.map((depth) => {
      const weights = random.stream(`weights ${depth}`);
      return new Trainee(createNetwork(activation, depth, params, weights), data);
    }),
  }));
  const inputMeanSquare = norm(data.inputs) ** 2 / data.inputs.length;

  function look(step: number): Frame {
    const looks = families.map((family) => lookAt(family, data));
    const [sigmoid, tanh, relu] = looks;
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
      loss: Float32Array.from(looks.flatMap(({ loss }) => [...loss])),
      gradientNorm: Float32Array.from(looks.flatMap(({ gradientNorm }) => [...gradientNorm])),
    };
  }

  function* train(): Generator<Frame, void> {
    yield look(0);
    for (let step = 1; step <= params.steps; step++) {
      for (const { trainees } of families) {
        for (const trainee of trainees) trainee.step(params.learningRate);
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
