// Bundled for a page: runs every program on the CPU and on WebGL with the same random inputs.
import { clippedDescent, lossSurface, WALKER } from '../../src/experiments/gradient-clipping/recurrentUnit';
import { createRandom } from '../../src/experiments/kit/random';
import { startCpu, startWebgl } from '../../src/experiments/kit/tensor/backend';
import {
  backward,
  forward,
  gradientWithPenalty,
  logisticDelta,
} from '../../src/experiments/kit/tensor/dense';
import { VariantNetwork } from '../../src/experiments/kit/tensor/network';
import { ADAM, adam, gradientDescent } from '../../src/experiments/kit/tensor/optimizers';
import {
  countTensors,
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
    'forward.tanh': (draw) =>
      forward.tanh({ Input: draw([variants, points, inputs]), Weights: draw(state) }, { variantCount }),
    'forward.sigmoid': (draw) =>
      forward.sigmoid({ Input: draw([variants, points, inputs]), Weights: draw(state) }, { variantCount }),
    'forward.linear, shared input': (draw) =>
      forward.linear({ Input: draw([1, points, inputs]), Weights: draw(weights) }, { variantCount }),
    logisticDelta: (draw) =>
      logisticDelta({ Logits: draw([variants, points, 1]), Labels: draw([1, points, 1]) }, {}),
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
    gradientDescent: (draw) =>
      gradientDescent({ State: draw(weights), Gradient: draw(weights) }, { learningRate: 0.3 }),
    adam: (draw) => adam({ State: draw(state, 0), Gradient: draw(weights) }, moments),
  };
}

const cases: Readonly<Record<string, (draw: Draw) => Tensor>> = {
  ...Object.fromEntries(
    Object.entries(SIZES).flatMap(([name, sizes]) =>
      Object.entries(casesOf(sizes)).map(([program, run]) => [`${program}, ${name} sizes`, run]),
    ),
  ),
  lossSurface: () =>
    lossSurface({}, { rows: 9, columns: 14, wMin: 4, wMax: 7, bMin: -3, bMax: -2, sequenceLength: 8 }),
  clippedDescent: (draw) =>
    clippedDescent(
      { Walkers: draw([3, 11, WALKER.columns]) },
      { learningRate: 0.2, threshold: 0.4, sequenceLength: 8 },
    ),
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

/** Tensors and draws of 1,000 steps of a network with three layers on WebGL. */
async function countSteps(): Promise<{ tensors: readonly number[]; draws: number }> {
  const webgl = await startWebgl();
  const gl = webgl!.canvas!.getContext('webgl2')!;
  const draw = gl.drawElements.bind(gl);
  let draws = 0;
  gl.drawElements = (...parts) => {
    draws++;
    draw(...parts);
  };
  const none = countTensors();
  const penalties = Float32Array.of(0, 0.1, 0.2);
  const random = createRandom(1);
  const network = new VariantNetwork({
    variants: 3,
    widths: [2, 6, 6, 1],
    penalties,
    optimizer: 'adam',
    random,
  });
  const [input, labels] = [
    upload(new Float32Array(16).fill(1), [1, 8, 2]),
    upload(new Float32Array(8), [1, 8, 1]),
  ];
  network.step(input, labels, 0.01);
  const [first, drawsBefore] = [countTensors(), draws];
  for (let step = 0; step < 1000; step++) network.step(input, labels, 0.01);
  const result = { tensors: [first, countTensors()], draws: draws - drawsBefore };
  for (const disposable of [network, input, labels]) disposable.dispose();
  return { ...result, tensors: [...result.tensors, countTensors() - none] };
}

Object.assign(globalThis, { compareBackends, countSteps });
