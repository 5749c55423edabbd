import { createRandom } from '../../src/experiments/kit/random';

/** What is trained: as many networks of this architecture as there are variants, all of them on all points at every step. */
export interface Task {
  readonly variants: number;
  /** From input to output, `[2, 8, 8, 1]`; the hidden layers are tanh. */
  readonly widths: readonly number[];
  readonly points: number;
  readonly learningRate: number;
  /** `[points, inputs]`, row-major. */
  readonly inputs: Float32Array;
  /** `[points, outputs]`: 0 or 1 for one output with a logistic loss, one 1 a row for a softmax over several. */
  readonly labels: Float32Array;
  /** For each layer what every variant begins with, `[variants, inputs + 1, outputs]`; the last row of each holds the biases. */
  readonly weights: readonly Float32Array[];
}

/** Sizes of a task, without its numbers. */
type Sizes = Pick<Task, 'variants' | 'widths' | 'points' | 'learningRate'>;

/** Normally distributed with variance 1 / inputs, biases of zero; other numbers for every variant. */
function startWeights({ variants, widths }: Sizes, seed: number): Float32Array[] {
  return widths.slice(1).map((outputs, layer) => {
    const random = createRandom(seed).stream(`layer ${layer}`);
    const inputs = widths[layer]!;
    const size = (inputs + 1) * outputs;
    const scale = 1 / Math.sqrt(inputs);
    return Float32Array.from({ length: variants * size }, (_, at) =>
      at % size < inputs * outputs ? scale * random.normal() : 0,
    );
  });
}

/** Two classes: a disc and the ring around it. */
function drawDisc(sizes: Sizes): Task {
  const random = createRandom(1).stream('points');
  const inputs = Float32Array.from({ length: 2 * sizes.points }, () => 4 * random.uniform() - 2);
  const labels = Float32Array.from({ length: sizes.points }, (_, point) =>
    Number(Math.hypot(inputs[2 * point]!, inputs[2 * point + 1]!) < 1.2),
  );
  return { ...sizes, inputs, labels, weights: startWeights(sizes, 2) };
}

/** As many clouds of points as there are classes. */
function drawClouds(sizes: Sizes): Task {
  const random = createRandom(3);
  const [features, classes] = [sizes.widths[0]!, sizes.widths.at(-1)!];
  const [centre, point] = [random.stream('centres'), random.stream('points')];
  const centres = Array.from({ length: classes * features }, () => centre.normal());
  const inputs = Float32Array.from({ length: sizes.points * features }, (_, at) => {
    const cloud = Math.floor(at / features) % classes;
    return 0.5 * (centres[cloud * features + (at % features)]! + point.normal());
  });
  const labels = Float32Array.from({ length: sizes.points * classes }, (_, at) =>
    Number(at % classes === Math.floor(at / classes) % classes),
  );
  return { ...sizes, inputs, labels, weights: startWeights(sizes, 4) };
}

/** A sweep as the lab's experiments run it. */
export const sweep: Task = drawDisc({ variants: 16, widths: [2, 8, 8, 1], points: 200, learningRate: 0.3 });

/** A network of the sweep by itself. */
export const oneNetwork: Task = drawDisc({ ...sweep, variants: 1 });

/** One network that is large for the lab. */
export const largeNetwork: Task = drawClouds({
  variants: 1,
  widths: [64, 256, 256, 10],
  points: 128,
  learningRate: 0.1,
});

/** A program that trains a task. */
export interface Contestant {
  /** How many steps, summed over all networks, one piece of work is. */
  readonly stepsAPiece: number;
  /** Does the next piece of work. It need not be finished when this returns. */
  work(): void | Promise<void>;
  /** Trains every network by that many steps. */
  train(steps: number): void | Promise<void>;
  /** Waits until everything is computed, by reading one tensor. */
  finish(): void;
  /** The weights of all networks as in `Task.weights`. */
  weights(): Float32Array[];
}

/** Starts a backend and puts a task's numbers where they are needed. */
export type Prepare = (task: Task) => Promise<Contestant>;
