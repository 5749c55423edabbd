// TensorFlow.js as its users write it: contestants on its WebGL backend, with the settings that it comes with.
import * as tf from '@tensorflow/tfjs';
import type { Contestant, Prepare, Task } from './tasks';

/** Epochs of one call of `fit`: most of a second, so that what a call costs once hardly counts. */
function epochsOf({ widths }: Task): number {
  return Math.max(...widths) > 100 ? 5 : 100;
}

async function startTfjs(): Promise<void> {
  // The one setting that is changed: without it tfjs may refuse software WebGL.
  tf.env().set('SOFTWARE_WEBGL_ENABLED', true);
  if (!(await tf.setBackend('webgl'))) throw new Error('tfjs could not start its WebGL backend.');
  await tf.ready();
}

/** Weights `[inputs, outputs]` and biases `[outputs]` of a layer, or of all variants `[variants, inputs, outputs]` and `[variants, 1, outputs]`. */
interface Layer {
  readonly weights: tf.Variable;
  readonly biases: tf.Variable;
}

/** One variant's numbers of a layer. */
function numbersOf({ widths, weights }: Task, variant: number, layer: number) {
  const [inputs, outputs] = [widths[layer]!, widths[layer + 1]!];
  const size = (inputs + 1) * outputs;
  const own = weights[layer]!.slice(variant * size, (variant + 1) * size);
  return { inputs, outputs, own, biasesFrom: inputs * outputs };
}

/** Makes a variable; `tf.variable` would keep the tensor that it is given. */
function variable(values: Float32Array, shape: number[]): tf.Variable {
  const tensor = tf.tensor(values, shape);
  const result = tf.variable(tensor);
  tensor.dispose();
  return result;
}

function layersOf(task: Task, variant: number): Layer[] {
  return task.weights.map((_, layer) => {
    const { inputs, outputs, own, biasesFrom } = numbersOf(task, variant, layer);
    return {
      weights: variable(own.slice(0, biasesFrom), [inputs, outputs]),
      biases: variable(own.slice(biasesFrom), [outputs]),
    };
  });
}

/** All variants in one program, with a leading axis. */
function batchedLayersOf(task: Task): Layer[] {
  const variants = Array.from({ length: task.variants }, (_, variant) => variant);
  return task.weights.map((_, layer) => {
    const all = variants.map((variant) => numbersOf(task, variant, layer));
    const { inputs, outputs, biasesFrom } = all[0]!;
    const weights = all.flatMap(({ own }) => [...own.slice(0, biasesFrom)]);
    const biases = all.flatMap(({ own }) => [...own.slice(biasesFrom)]);
    return {
      weights: variable(Float32Array.from(weights), [task.variants, inputs, outputs]),
      biases: variable(Float32Array.from(biases), [task.variants, 1, outputs]),
    };
  });
}

function logitsOf(layers: readonly Layer[], input: tf.Tensor): tf.Tensor {
  return layers.reduce((values, { weights, biases }, layer) => {
    const sums = tf.matMul(values, weights).add(biases);
    return layer < layers.length - 1 ? sums.tanh() : sums;
  }, input);
}

/**
 * The mean over all points, in as few operations as the formula allows: `tf.losses` computes the same with twice as many, as it
 * knows weights of points.
 */
function lossOf(labels: tf.Tensor, logits: tf.Tensor): tf.Scalar {
  const losses =
    labels.shape.at(-1) === 1
      ? logits.softplus().sub(logits.mul(labels))
      : logits.logSoftmax().mul(labels).sum(-1).neg();
  return losses.mean();
}

/** One step of gradient descent by automatic differentiation. */
function descend(layers: readonly Layer[], learningRate: number, loss: () => tf.Scalar): void {
  const variables = layers.flatMap(({ weights, biases }) => [weights, biases]);
  tf.tidy(() => {
    const { grads } = tf.variableGrads(loss, variables);
    for (const each of variables) each.assign(each.sub(grads[each.name]!.mul(learningRate)));
  });
}

/** Weights of single networks, one after the other, in the order of a task. */
function joined(task: Task, networks: readonly (readonly Float32Array[])[]): Float32Array[] {
  return task.weights.map((_, layer) => {
    const numbers = networks.flatMap((network) => [...network[2 * layer]!, ...network[2 * layer + 1]!]);
    return Float32Array.from(numbers);
  });
}

function valuesOf(tensors: readonly tf.Tensor[]): Float32Array[] {
  return tensors.map((tensor) => tensor.dataSync<'float32'>().slice());
}

/** One network after another, each with programs of its own. */
export const oneAfterAnother: Prepare = async (task) => {
  await startTfjs();
  const input = tf.tensor2d(task.inputs, [task.points, task.widths[0]!]);
  const labels = tf.tensor2d(task.labels, [task.points, task.widths.at(-1)!]);
  const networks = Array.from({ length: task.variants }, (_, variant) => layersOf(task, variant));
  const step = () => {
    for (const layers of networks) {
      descend(layers, task.learningRate, () => lossOf(labels, logitsOf(layers, input)));
    }
  };
  return {
    stepsAPiece: task.variants,
    work: step,
    train: (steps) => {
      for (let done = 0; done < steps; done++) step();
    },
    finish: () => void networks.at(-1)![0]!.biases.dataSync(),
    weights: () =>
      joined(
        task,
        networks.map((layers) => valuesOf(layers.flatMap(({ weights, biases }) => [weights, biases]))),
      ),
  };
};

/** All networks in one program with a leading axis, differentiated by tfjs. */
export const batched: Prepare = async (task) => {
  await startTfjs();
  const { variants, points, widths } = task;
  // The points once for every variant: tfjs' derivative of a product forgets to sum where one side was repeated.
  const input = tf.tensor3d(task.inputs, [1, points, widths[0]!]).tile([variants, 1, 1]);
  const labels = tf.tensor3d(task.labels, [1, points, 1]).tile([variants, 1, 1]);
  const layers = batchedLayersOf(task);
  // The mean over the points of all variants, times their number: each of them follows its own mean.
  const loss = () => lossOf(labels, logitsOf(layers, input)).mul<tf.Scalar>(variants);
  const step = () => descend(layers, task.learningRate, loss);
  return {
    stepsAPiece: variants,
    work: step,
    train: (steps) => {
      for (let done = 0; done < steps; done++) step();
    },
    finish: () => void layers[0]!.biases.dataSync(),
    weights: () => {
      const values = valuesOf(layers.flatMap(({ weights, biases }) => [weights, biases]));
      const networks = Array.from({ length: variants }, (_, variant) =>
        values.map((all) => {
          const size = all.length / variants;
          return all.slice(variant * size, (variant + 1) * size);
        }),
      );
      return joined(task, networks);
    },
  };
};

function buildModel(task: Task, variant: number): tf.Sequential {
  const { widths, learningRate } = task;
  const last = widths.length - 2;
  const layers = widths.slice(1).map((units, layer) => {
    const activation = layer < last ? 'tanh' : 'linear';
    return tf.layers.dense({ units, activation, ...(layer === 0 && { inputShape: [widths[0]!] }) });
  });
  const model = tf.sequential({ layers });
  model.compile({ optimizer: tf.train.sgd(learningRate), loss: lossOf });
  const start = layersOf(task, variant).flatMap(({ weights, biases }) => [weights, biases]);
  model.setWeights(start);
  tf.dispose(start);
  return model;
}

/** `tf.layers`: one call of `fit` for each network. */
export const fit: Prepare = async (task) => {
  await startTfjs();
  const { points, widths } = task;
  const input = tf.tensor2d(task.inputs, [points, widths[0]!]);
  const labels = tf.tensor2d(task.labels, [points, widths.at(-1)!]);
  const models = Array.from({ length: task.variants }, (_, variant) => buildModel(task, variant));
  const fitModel = async (model: tf.Sequential, epochs: number) => {
    // One batch an epoch, in the order that the points have: nothing that would cost time for nothing.
    const options = { epochs, batchSize: points, shuffle: false, verbose: 0, yieldEvery: 'never' } as const;
    await model.fit(input, labels, options);
  };
  let next = 0;
  const epochs = epochsOf(task);
  const contestant: Contestant = {
    stepsAPiece: epochs,
    work: () => fitModel(models[next++ % models.length]!, epochs),
    train: async (steps) => {
      for (const model of models) await fitModel(model, steps);
    },
    finish: () => void models[0]!.getWeights()[1]!.dataSync(),
    weights: () =>
      joined(
        task,
        models.map((model) => valuesOf(model.getWeights())),
      ),
  };
  return contestant;
};
