// Bundled for a page: runs every program on the CPU and on WebGL with the same random inputs.
import { backend } from '@tensorflow/tfjs-core';
import { clippedDescent, lossSurface, WALKER } from '../../src/experiments/gradient-clipping/recurrentUnit';
import { createRandom } from '../../src/experiments/kit/random';
import { startCpu, startWebgl } from '../../src/experiments/kit/tensor/backend';
import {
  backward,
  descentWithPenalty,
  forward,
  gradientWithPenalty,
  logisticDelta,
  softmaxDelta,
  squaredErrorDelta,
} from '../../src/experiments/kit/tensor/dense';
import { product, sum } from '../../src/experiments/kit/tensor/elementwise';
import { type Optimizer, VariantNetwork } from '../../src/experiments/kit/tensor/network';
import { ADAM, adam, heavyBall } from '../../src/experiments/kit/tensor/optimizers';
import {
  countTensors,
  defineProgram,
  download,
  type Shape,
  type Tensor,
  upload,
} from '../../src/experiments/kit/tensor/program';

/** Sizes of a layer; odd ones leave half-filled blocks at the edges. */
const SIZES = {
  even: { variants: 2, points: 8, inputs: 4, outputs: 6 },
  odd: { variants: 3, points: 7, inputs: 3, outputs: 5 },
  'a single output': { variants: 8, points: 61, inputs: 16, outputs: 1 },
} as const;

type Sizes = (typeof SIZES)[keyof typeof SIZES];
/** Random numbers from −0.5 to 0.5, or with `least` from there to one more. */
type Draw = (shape: Shape, least?: number) => Tensor;

/** Every program of the kit on inputs of these sizes. */
function casesOf({
  variants,
  points,
  inputs,
  outputs,
}: Sizes): Readonly<Record<string, (draw: Draw) => Tensor>> {
  const weights: Shape = [variants, inputs + 1, outputs];
  const state: Shape = [3 * variants, inputs + 1, outputs];
  const variantCount = variants;
  const moments = { ...ADAM, correction1: 0.1, correction2: 0.02, learningRate: 0.1 };
  return {
    'forward.relu': (draw) =>
      forward.relu({ Input: draw([variants, points, inputs]), Weights: draw(state) }, { variantCount }),
    'forward.leaky-relu': (draw) =>
      forward['leaky-relu'](
        { Input: draw([variants, points, inputs]), Weights: draw(state) },
        { variantCount },
      ),
    'forward.elu': (draw) =>
      forward.elu({ Input: draw([variants, points, inputs]), Weights: draw(state) }, { variantCount }),
    'forward.tanh': (draw) =>
      forward.tanh({ Input: draw([variants, points, inputs]), Weights: draw(state) }, { variantCount }),
    'forward.sigmoid': (draw) =>
      forward.sigmoid({ Input: draw([variants, points, inputs]), Weights: draw(state) }, { variantCount }),
    'forward.linear, shared input': (draw) =>
      forward.linear({ Input: draw([1, points, inputs]), Weights: draw(weights) }, { variantCount }),
    logisticDelta: (draw) =>
      logisticDelta({ Logits: draw([variants, points, 1]), Labels: draw([1, points, 1]) }, {}),
    softmaxDelta: (draw) =>
      softmaxDelta({ Logits: draw([variants, points, outputs]), Labels: draw([1, points, outputs]) }, {}),
    'softmaxDelta, logits that exp cannot take': (draw) =>
      softmaxDelta({ Logits: draw([variants, points, outputs], 95), Labels: draw([1, points, outputs]) }, {}),
    'softmaxDelta, labels of its own for each variant': (draw) =>
      softmaxDelta(
        { Logits: draw([variants, points, outputs]), Labels: draw([variants, points, outputs]) },
        {},
      ),
    'logisticDelta, labels of its own for each variant': (draw) =>
      logisticDelta({ Logits: draw([variants, points, 1]), Labels: draw([variants, points, 1]) }, {}),
    squaredErrorDelta: (draw) =>
      squaredErrorDelta(
        { Logits: draw([variants, points, outputs]), Labels: draw([1, points, outputs]) },
        {},
      ),
    'product with a shared factor': (draw) =>
      product(
        { Left: draw([variants, points, inputs]), Right: draw([1, points, inputs]) },
        { matrixCount: variants },
      ),
    "sum with the first matrices of an optimiser's state": (draw) =>
      sum({ Left: draw(state), Right: draw(weights) }, { matrixCount: variants }),
    heavyBall: (draw) =>
      heavyBall(
        {
          State: draw([2 * variants, inputs + 1, outputs]),
          Gradient: draw(weights),
          Rates: draw([variants, 1, 2]),
        },
        { learningRate: 0.3 },
      ),
    ...Object.fromEntries(
      Object.entries(backward).map(([activation, program]) => [
        `backward.${activation}`,
        (draw: Draw) =>
          program(
            {
              Delta: draw([variants, points, outputs]),
              Weights: draw(weights),
              Output: draw([variants, points, inputs]),
            },
            {},
          ),
      ]),
    ),
    gradientWithPenalty: (draw) =>
      gradientWithPenalty(
        {
          Input: draw([variants, points, inputs]),
          Delta: draw([variants, points, outputs]),
          Weights: draw(weights),
          Penalties: draw([variants, 1, 1]),
        },
        {},
      ),
    'gradientWithPenalty, shared input': (draw) =>
      gradientWithPenalty(
        {
          Input: draw([1, points, inputs]),
          Delta: draw([variants, points, outputs]),
          Weights: draw(weights),
          Penalties: draw([variants, 1, 1]),
        },
        {},
      ),
    descentWithPenalty: (draw) =>
      descentWithPenalty(
        {
          Input: draw([variants, points, inputs]),
          Delta: draw([variants, points, outputs]),
          Weights: draw(weights),
          Penalties: draw([variants, 1, 1]),
        },
        { learningRate: 0.3 },
      ),
    adam: (draw) => adam({ State: draw(state, 0), Gradient: draw(weights) }, moments),
  };
}

const cases: Readonly<Record<string, (draw: Draw) => Tensor>> = {
  ...Object.fromEntries(
    Object.entries(SIZES).flatMap(([name, sizes]) =>
      Object.entries(casesOf(sizes)).map(([program, run]) => [`${program}, ${name} sizes`, run]),
    ),
  ),
  // More than some drivers have lines in a texture.
  'forward.tanh, 9,001 points': (draw) =>
    forward.tanh({ Input: draw([1, 9001, 2]), Weights: draw([4, 3, 3]) }, { variantCount: 4 }),
  'backward.relu, 9,001 points': (draw) =>
    backward.relu({ Delta: draw([4, 9001, 1]), Weights: draw([4, 4, 1]), Output: draw([4, 9001, 3]) }, {}),
  lossSurface: () =>
    lossSurface({}, { rows: 9, columns: 14, wMin: 4, wMax: 7, bMin: -3, bMax: -2, sequenceLength: 8 }),
  clippedDescent: (draw) =>
    clippedDescent({ Walkers: draw([3, 11, WALKER.columns], 0) }, { learningRate: 0.2, sequenceLength: 8 }),
};

/** Values of a case, on whatever backend is current; the same inputs on each call. */
function compute(run: (draw: Draw) => Tensor): Float32Array {
  const random = createRandom(5);
  const drawn: Tensor[] = [];
  const result = run((shape, least = -0.5) => {
    const values = Float32Array.from(
      { length: shape[0] * shape[1] * shape[2] },
      () => least + random.uniform(),
    );
    const tensor = upload(values, shape);
    drawn.push(tensor);
    return tensor;
  });
  const values = download(result).slice();
  for (const tensor of [...drawn, result]) tensor.dispose();
  return values;
}

/** Largest difference between the two backends for each case; NaN where the lengths differ. */
async function compareBackends(): Promise<Readonly<Record<string, number>>> {
  await startCpu();
  const expected = Object.entries(cases).map(([name, run]) => [name, compute(run)] as const);
  if (!(await startWebgl())) throw new Error('This Chromium has no WebGL 2.');
  return Object.fromEntries(
    expected.map(([name, values]) => {
      const actual = compute(cases[name]!);
      if (actual.length !== values.length) return [name, Number.NaN];
      return [name, Math.max(...actual.map((value, at) => Math.abs(value - values[at]!)))];
    }),
  );
}

/** Tensors and textures that exist. */
function kept(): number {
  const { textureManager } = backend() as unknown as { readonly textureManager: TextureCounts };
  return countTensors() + textureManager.getNumUsedTextures();
}

interface TextureCounts {
  getNumUsedTextures(): number;
}

interface Counts {
  readonly draws: number;
  /** By how many tensors and textures there are more after the steps than after the first, and after the disposal than at first. */
  readonly grown: number;
  readonly left: number;
}

/** What 1,000 steps of a network with three layers take on WebGL. */
async function countSteps(optimizer: Optimizer): Promise<Counts> {
  const webgl = await startWebgl();
  const gl = webgl!.canvas!.getContext('webgl2')!;
  const draw = gl.drawArrays.bind(gl);
  let draws = 0;
  gl.drawArrays = (...parts) => {
    draws++;
    draw(...parts);
  };
  const before = kept();
  const penalties = Float32Array.of(0, 0.1, 0.2);
  const random = createRandom(1);
  const network = new VariantNetwork({ variants: 3, widths: [2, 6, 6, 1], penalties, optimizer, random });
  const input = upload(new Float32Array(16).fill(1), [1, 8, 2]);
  const labels = upload(new Float32Array(8), [1, 8, 1]);
  network.step(input, labels, 0.01);
  const [first, drawsBefore] = [kept(), draws];
  for (let step = 0; step < 1000; step++) network.step(input, labels, 0.01);
  const [grown, drawsOfSteps] = [kept() - first, draws - drawsBefore];
  for (const disposable of [network, input, labels]) disposable.dispose();
  return { draws: drawsOfSteps, grown, left: kept() - before };
}

/** What is said of a program that does not compile. */
async function runMistake(): Promise<string> {
  await startWebgl();
  const mistaken = defineProgram({
    name: 'Mistaken',
    inputs: [],
    uniforms: [],
    sizes: () => ({}),
    outputShape: () => [1, 1, 1],
    unit: 'element',
    glsl: 'float element(int matrix, int row, int column) { return mistake; }',
    cpu: () => {},
  });
  try {
    mistaken({}, {}).dispose();
  } catch (error) {
    return String(error);
  }
  return 'nothing';
}

Object.assign(globalThis, { compareBackends, countSteps, runMistake });
