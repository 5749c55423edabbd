// The lab's own programs as contestants.
import { createRandom } from '../../src/experiments/kit/random';
import { startCpu, startWebgl } from '../../src/experiments/kit/tensor/backend';
import { backward, descentWithPenalty, forward, softmaxDelta } from '../../src/experiments/kit/tensor/dense';
import { VariantNetwork } from '../../src/experiments/kit/tensor/network';
import { download, type Tensor, upload } from '../../src/experiments/kit/tensor/program';
import type { Contestant, Prepare, Task } from './tasks';

/** Starts WebGL and says what draws there. */
export async function requireWebgl(): Promise<string> {
  const webgl = await startWebgl();
  if (!webgl) throw new Error('This Chromium has no WebGL 2.');
  return webgl.renderer;
}

/** The network that all experiments with two classes train. */
export function trainNetwork(task: Task): Contestant & { readonly dispose: () => void } {
  const { variants, widths, points } = task;
  const network = new VariantNetwork({
    variants,
    widths,
    activation: 'tanh',
    optimizer: 'gradient-descent',
    initialize: (layer) => task.weights[layer]!,
    random: createRandom(1),
  });
  const input = upload(task.inputs, [1, points, widths[0]!]);
  const labels = upload(task.labels, [1, points, 1]);
  const probe = upload(task.inputs.slice(0, widths[0]!), [1, 1, widths[0]!]);
  const step = () => network.step(input, labels, task.learningRate);
  return {
    stepsAPiece: variants,
    work: step,
    train: (steps) => repeat(steps, step),
    finish: () => void network.logits(probe),
    weights: () => network.weights().map(({ values }) => values.slice()),
    dispose: () => {
      for (const disposable of [network, input, labels, probe]) disposable.dispose();
    },
  };
}

/** Does something several times. */
export function repeat(count: number, what: () => void): void {
  for (let done = 0; done < count; done++) what();
}

export const networkOnWebgl: Prepare = async (task) => {
  await requireWebgl();
  return trainNetwork(task);
};

export const networkOnCpu: Prepare = async (task) => {
  await startCpu();
  return trainNetwork(task);
};

/** A dense classifier with a softmax, written with the kit's programs. */
class SoftmaxClassifier {
  readonly #task: Task;
  readonly #input: Tensor;
  readonly #labels: Tensor;
  readonly #penalties: Tensor;
  readonly layers: Tensor[];

  constructor(task: Task) {
    const { variants, widths, points } = task;
    this.#task = task;
    this.#input = upload(task.inputs, [1, points, widths[0]!]);
    this.#labels = upload(task.labels, [1, points, widths.at(-1)!]);
    this.#penalties = upload(new Float32Array(variants), [variants, 1, 1]);
    this.layers = task.weights.map((values, layer) =>
      upload(values, [variants, widths[layer]! + 1, widths[layer + 1]!]),
    );
  }

  step(): void {
    const outputs = this.#forward();
    let delta = softmaxDelta({ Logits: outputs.at(-1)!, Labels: this.#labels }, {});
    for (let layer = this.layers.length - 1; layer >= 0; layer--) {
      const below = outputs[layer - 1];
      const weights = this.layers[layer]!;
      const deltaBelow = below && backward.tanh({ Delta: delta, Weights: weights, Output: below }, {});
      this.#descend(layer, below ?? this.#input, delta);
      delta.dispose();
      if (deltaBelow) delta = deltaBelow;
    }
    for (const output of outputs) output.dispose();
  }

  #forward(): Tensor[] {
    const outputs: Tensor[] = [];
    const { variants: variantCount } = this.#task;
    for (const [layer, Weights] of this.layers.entries()) {
      const program = forward[layer === this.layers.length - 1 ? 'linear' : 'tanh'];
      outputs.push(program({ Input: outputs.at(-1) ?? this.#input, Weights }, { variantCount }));
    }
    return outputs;
  }

  #descend(layer: number, Input: Tensor, Delta: Tensor): void {
    const Weights = this.layers[layer]!;
    const slope = { Input, Delta, Weights, Penalties: this.#penalties };
    this.layers[layer] = descentWithPenalty(slope, this.#task);
    Weights.dispose();
  }
}

export const classifierOnWebgl: Prepare = async (task) => {
  await requireWebgl();
  const classifier = new SoftmaxClassifier(task);
  const step = () => classifier.step();
  return {
    stepsAPiece: task.variants,
    work: step,
    train: (steps) => repeat(steps, step),
    finish: () => void download(classifier.layers[0]!),
    weights: () => classifier.layers.map((layer) => download(layer).slice()),
  };
};
