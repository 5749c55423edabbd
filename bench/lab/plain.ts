// Without tensors: one object a neuron and link, as teaching programs are written, and loops over typed arrays, as fast ones are.
import type { Contestant, Prepare, Task } from './tasks';

class Link {
  weight: number;
  readonly from: Neuron;
  slope = 0;

  constructor(from: Neuron, weight: number) {
    this.from = from;
    this.weight = weight;
  }
}

class Neuron {
  readonly links: readonly Link[];
  readonly activation: Activation;
  bias: number;
  biasSlope = 0;
  output = 0;
  /** Derivative of the loss by the output. */
  outputSlope = 0;

  constructor(links: readonly Link[], bias: number, activation: Activation) {
    this.links = links;
    this.bias = bias;
    this.activation = activation;
  }

  computeOutput(): void {
    let sum = this.bias;
    for (const link of this.links) sum += link.weight * link.from.output;
    this.output = this.activation.of(sum);
    this.outputSlope = 0;
  }

  /** Adds to the slopes of its links and of the neurons that they come from. */
  propagateBack(): void {
    const slope = this.outputSlope * this.activation.derivative(this.output);
    this.biasSlope += slope;
    for (const link of this.links) {
      link.slope += slope * link.from.output;
      link.from.outputSlope += slope * link.weight;
    }
  }

  /** Moves against the slopes, which it forgets. */
  descend(rate: number): void {
    this.bias -= rate * this.biasSlope;
    this.biasSlope = 0;
    for (const link of this.links) {
      link.weight -= rate * link.slope;
      link.slope = 0;
    }
  }
}

interface Activation {
  of(sum: number): number;
  derivative(output: number): number;
}

const tanh: Activation = { of: (sum) => Math.tanh(sum), derivative: (output) => 1 - output * output };
const linear: Activation = { of: (sum) => sum, derivative: () => 1 };

function buildLayers({ widths, weights }: Task, variant: number): Neuron[][] {
  const layers = [Array.from({ length: widths[0]! }, () => new Neuron([], 0, linear))];
  for (const [layer, outputs] of widths.slice(1).entries()) {
    const below = layers[layer]!;
    const numbers = weights[layer]!.subarray(variant * (below.length + 1) * outputs);
    const activation = layer < widths.length - 2 ? tanh : linear;
    layers.push(
      Array.from({ length: outputs }, (_, o) => {
        const links = below.map((neuron, i) => new Link(neuron, numbers[i * outputs + o]!));
        return new Neuron(links, numbers[below.length * outputs + o]!, activation);
      }),
    );
  }
  return layers;
}

function stepPointByPoint(layers: readonly (readonly Neuron[])[], task: Task): void {
  const { points, inputs, labels, learningRate } = task;
  const [inputLayer, logit] = [layers[0]!, layers.at(-1)![0]!];
  for (let point = 0; point < points; point++) {
    for (const [i, neuron] of inputLayer.entries()) {
      neuron.output = inputs[point * inputLayer.length + i]!;
    }
    for (let layer = 1; layer < layers.length; layer++) {
      for (const neuron of layers[layer]!) neuron.computeOutput();
    }
    logit.outputSlope = 1 / (1 + Math.exp(-logit.output)) - labels[point]!;
    for (let layer = layers.length - 1; layer >= 1; layer--) {
      for (const neuron of layers[layer]!) neuron.propagateBack();
    }
  }
  for (const layer of layers) for (const neuron of layer) neuron.descend(learningRate / points);
}

/** The weights of a layer of neurons in the order of a task. */
function weightsOf(neurons: readonly Neuron[]): number[] {
  const rows = neurons[0]!.links.map((_, i) => neurons.map((neuron) => neuron.links[i]!.weight));
  return [...rows.flat(), ...neurons.map(({ bias }) => bias)];
}

/** A contestant that steps one network after another, on this thread. */
function contestant<Network>(
  networks: readonly Network[],
  step: (network: Network) => void,
  weights: () => Float32Array[],
): Contestant {
  const work = () => networks.forEach(step);
  const train = (steps: number) => {
    for (let done = 0; done < steps; done++) work();
  };
  return { stepsAPiece: networks.length, work, train, finish: () => {}, weights };
}

/** An object for every neuron and link; one point after another. */
export const objects: Prepare = async (task) => {
  const networks = Array.from({ length: task.variants }, (_, variant) => buildLayers(task, variant));
  return contestant(
    networks,
    (layers) => stepPointByPoint(layers, task),
    () =>
      task.weights.map((_, layer) =>
        Float32Array.from(networks.flatMap((layers) => weightsOf(layers[layer + 1]!))),
      ),
  );
};

/** A layer with room for what its step computes. */
interface ArrayLayer {
  readonly inputs: number;
  readonly outputs: number;
  /** `[inputs + 1, outputs]` */
  readonly weights: Float32Array;
  readonly gradient: Float32Array;
  /** `[points, outputs]` */
  readonly values: Float32Array;
  readonly delta: Float32Array;
}

function buildArrays({ widths, weights, points }: Task, variant: number): ArrayLayer[] {
  return widths.slice(1).map((outputs, layer) => {
    const inputs = widths[layer]!;
    const size = (inputs + 1) * outputs;
    return {
      ...{ inputs, outputs },
      weights: weights[layer]!.slice(variant * size, (variant + 1) * size),
      gradient: new Float32Array(size),
      values: new Float32Array(points * outputs),
      delta: new Float32Array(points * outputs),
    };
  });
}

function computeValues(layer: ArrayLayer, input: Float32Array, points: number, isLast: boolean): void {
  const { inputs, outputs, weights, values } = layer;
  for (let point = 0; point < points; point++) {
    for (let o = 0; o < outputs; o++) {
      let sum = weights[inputs * outputs + o]!;
      for (let i = 0; i < inputs; i++) sum += input[point * inputs + i]! * weights[i * outputs + o]!;
      values[point * outputs + o] = isLast ? sum : Math.tanh(sum);
    }
  }
}

function computeGradient(layer: ArrayLayer, input: Float32Array, points: number): void {
  const { inputs, outputs, gradient, delta } = layer;
  gradient.fill(0);
  for (let point = 0; point < points; point++) {
    for (let i = 0; i <= inputs; i++) {
      const value = i < inputs ? input[point * inputs + i]! : 1;
      for (let o = 0; o < outputs; o++) gradient[i * outputs + o]! += value * delta[point * outputs + o]!;
    }
  }
}

function computeDelta(below: ArrayLayer, layer: ArrayLayer, points: number): void {
  const { inputs, outputs, weights, delta } = layer;
  for (let point = 0; point < points; point++) {
    for (let i = 0; i < inputs; i++) {
      let sum = 0;
      for (let o = 0; o < outputs; o++) sum += weights[i * outputs + o]! * delta[point * outputs + o]!;
      const value = below.values[point * inputs + i]!;
      below.delta[point * inputs + i] = sum * (1 - value * value);
    }
  }
}

function stepArrays(layers: readonly ArrayLayer[], task: Task): void {
  const { points, inputs, labels, learningRate } = task;
  const inputOf = (layer: number) => layers[layer - 1]?.values ?? inputs;
  const last = layers.length - 1;
  for (const [layer, each] of layers.entries()) computeValues(each, inputOf(layer), points, layer === last);
  const { values, delta } = layers[last]!;
  for (let point = 0; point < points; point++) {
    delta[point] = (1 / (1 + Math.exp(-values[point]!)) - labels[point]!) / points;
  }
  for (let layer = last; layer >= 0; layer--) {
    const each = layers[layer]!;
    computeGradient(each, inputOf(layer), points);
    if (layer > 0) computeDelta(layers[layer - 1]!, each, points);
  }
  for (const { weights, gradient } of layers) {
    for (let at = 0; at < weights.length; at++) weights[at]! -= learningRate * gradient[at]!;
  }
}

/** Plain loops over typed arrays, all points a layer. */
export const typedArrays: Prepare = async (task) => {
  const networks = Array.from({ length: task.variants }, (_, variant) => buildArrays(task, variant));
  return contestant(
    networks,
    (layers) => stepArrays(layers, task),
    () =>
      task.weights.map((_, layer) =>
        Float32Array.from(networks.flatMap((layers) => [...layers[layer]!.weights])),
      ),
  );
};
