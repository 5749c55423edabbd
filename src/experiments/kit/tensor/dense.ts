import { type MatrixView, multiply } from './matrixProduct';
import { defineProgram, type Operand } from './program';

/*
 * A dense layer for several variants at once. Tensors:
 *   Input, Output, Delta   [variants, points, features]; an Input with a single matrix is shared by all variants
 *   Weights                [variants, inputs + 1, outputs]; row i < inputs holds the weights of input i, the last row the biases;
 *                          further matrices belong to the optimiser and are not read here
 *   Labels                 [1, points, 1], 0 or 1
 *   Penalties              [variants, 1, 1]
 */

/** The block of Input at these columns, with a column of ones after the last: its weights are the biases. */
const WITH_ONES = `
  vec4 inputWithOnes(int matrix, int row, int column) {
    int first = 2 * column;
    if (first == inputs) return vec4(1.0, 0.0, 1.0, 0.0);
    vec4 result = getInputBlock(min(matrix, sharedUpTo), row, column);
    if (first + 1 == inputs) result.yw = vec2(1.0);
    return result;
  }`;

/** One variant's matrix of a tensor; a tensor with a single matrix is shared by all variants. */
function matrix({ values, shape }: Operand, variant: number): MatrixView {
  const [matrices, rows, columns] = shape;
  return { values, start: Math.min(variant, matrices - 1) * rows * columns, row: columns, column: 1 };
}

function transposed(view: MatrixView): MatrixView {
  return { ...view, row: view.column, column: view.row };
}

/** What a layer does with its sums. */
export type Activation = 'relu' | 'tanh' | 'sigmoid' | 'linear';

/** An activation function, in GLSL and here. Its derivative is taken from its output, which is what is kept. */
interface ActivationFunction {
  /** Of `vec4 sum`. */
  readonly glsl: string;
  /** Of `vec4 y`, the output. */
  readonly derivativeGlsl: string;
  readonly of: (sum: number) => number;
  readonly derivative: (output: number) => number;
}

// GLSL's own tanh overflows on some drivers where its argument is large.
const activations: Readonly<Record<Activation, ActivationFunction>> = {
  relu: {
    glsl: 'max(sum, 0.0)',
    derivativeGlsl: 'vec4(greaterThan(y, vec4(0.0)))',
    of: (sum) => Math.max(sum, 0),
    derivative: (y) => (y > 0 ? 1 : 0),
  },
  tanh: {
    glsl: '2.0 / (1.0 + exp(-2.0 * sum)) - 1.0',
    derivativeGlsl: '1.0 - y * y',
    of: Math.tanh,
    derivative: (y) => 1 - y * y,
  },
  sigmoid: {
    glsl: '1.0 / (1.0 + exp(-sum))',
    derivativeGlsl: 'y * (1.0 - y)',
    of: (sum) => 1 / (1 + Math.exp(-sum)),
    derivative: (y) => y * (1 - y),
  },
  linear: { glsl: 'sum', derivativeGlsl: 'vec4(1.0)', of: (sum) => sum, derivative: () => 1 },
};

function defineForward(name: string, activation: Activation) {
  const { glsl, of } = activations[activation];
  return defineProgram({
    name,
    inputs: ['Input', 'Weights'],
    uniforms: ['variantCount'],
    sizes: ({ Input, Weights }, { variantCount }) => ({
      variants: variantCount,
      sharedUpTo: Input[0] - 1,
      points: Input[1],
      inputs: Input[2],
      outputs: Weights[2],
    }),
    outputShape: ({ variants, points, outputs }) => [variants, points, outputs],
    unit: 'block',
    glsl: `${WITH_ONES}
      vec4 block(int matrix, int row, int column) {
        vec4 sum = vec4(0.0);
        for (int i = 0; i <= inputs / 2; i++) {
          vec4 x = inputWithOnes(matrix, row / 2, i);
          vec4 w = getWeightsBlock(matrix, i, column / 2);
          sum += x.xxzz * w.xyxy + x.yyww * w.zwzw;
        }
        return ${glsl};
      }`,
    cpu: ({ Input, Weights }, { variants, points, inputs, outputs }, output) => {
      const size = { rows: points, inner: inputs, columns: outputs };
      for (let variant = 0; variant < variants; variant++) {
        const weights = matrix(Weights, variant);
        const start = variant * points * outputs;
        multiply(matrix(Input, variant), weights, size, output, start);
        const biases = Weights.values.subarray(weights.start + inputs * outputs);
        for (let at = start; at < start + points * outputs; at += outputs) {
          for (let o = 0; o < outputs; o++) output[at + o] = of(output[at + o]! + biases[o]!);
        }
      }
    },
  });
}

/** Output of a layer: activation(Input · W + b), `[variantCount, points, outputs]`. */
export const forward = {
  relu: defineForward('DenseForwardRelu', 'relu'),
  tanh: defineForward('DenseForwardTanh', 'tanh'),
  sigmoid: defineForward('DenseForwardSigmoid', 'sigmoid'),
  linear: defineForward('DenseForwardLinear', 'linear'),
} as const;

/**
 * Derivative of the mean logistic loss with respect to the logits: (σ(z) − y) / points, `[variants, points, 1]`.
 * Logits `[variants, points, 1]`. Goodfellow, Bengio, Courville: Deep Learning, 6.2.2.2.
 */
export const logisticDelta = defineProgram({
  name: 'LogisticDelta',
  inputs: ['Logits', 'Labels'],
  uniforms: [],
  sizes: ({ Logits }) => ({ variants: Logits[0], points: Logits[1] }),
  outputShape: ({ variants, points }) => [variants, points, 1],
  unit: 'block',
  glsl: `
    vec4 block(int matrix, int row, int column) {
      vec4 probability = 1.0 / (1.0 + exp(-getLogitsBlock(matrix, row / 2, 0)));
      return (probability - getLabelsBlock(0, row / 2, 0)) / float(points);
    }`,
  cpu: ({ Logits, Labels }, { points }, output) => {
    for (let at = 0; at < output.length; at++) {
      const probability = 1 / (1 + Math.exp(-Logits.values[at]!));
      output[at] = (probability - Labels.values[at % points]!) / points;
    }
  },
});

function defineBackward(name: string, activation: Activation) {
  const { derivativeGlsl, derivative } = activations[activation];
  return defineProgram({
    name,
    inputs: ['Delta', 'Weights', 'Output'],
    uniforms: [],
    sizes: ({ Delta, Output }) => ({
      variants: Output[0],
      points: Output[1],
      features: Output[2],
      outputs: Delta[2],
    }),
    outputShape: ({ variants, points, features }) => [variants, points, features],
    unit: 'block',
    glsl: `
      vec4 block(int matrix, int row, int column) {
        vec4 sum = vec4(0.0);
        for (int o = 0; o < (outputs + 1) / 2; o++) {
          vec4 d = getDeltaBlock(matrix, row / 2, o);
          vec4 w = getWeightsBlock(matrix, column / 2, o);
          sum += d.xxzz * w.xzxz + d.yyww * w.ywyw;
        }
        vec4 y = getOutputBlock(matrix, row / 2, column / 2);
        return sum * (${derivativeGlsl});
      }`,
    cpu: ({ Delta, Weights, Output }, { variants, points, features, outputs }, output) => {
      const size = { rows: points, inner: outputs, columns: features };
      for (let variant = 0; variant < variants; variant++) {
        const weights = transposed(matrix(Weights, variant));
        multiply(matrix(Delta, variant), weights, size, output, variant * points * features);
      }
      for (let at = 0; at < output.length; at++) output[at]! *= derivative(Output.values[at]!);
    },
  });
}

/**
 * Derivative with respect to a hidden layer's sums, from the derivative `Delta` with respect to the next layer's sums and the hidden
 * layer's `Output`: (Delta · Wᵀ) ⊙ f′; `[variants, points, features]`. By activation of the hidden layer.
 */
export const backward = {
  relu: defineBackward('DenseBackwardRelu', 'relu'),
  tanh: defineBackward('DenseBackwardTanh', 'tanh'),
  sigmoid: defineBackward('DenseBackwardSigmoid', 'sigmoid'),
  linear: defineBackward('DenseBackwardLinear', 'linear'),
} as const;

/**
 * Derivative of the loss with L2 penalty with respect to weights and biases, `[variants, inputs + 1, outputs]`:
 * Inputᵀ · Delta + α W for the weights and the sum of Delta for the biases, which are not penalised. Deep Learning, 7.1.1, equation 7.3.
 */
export const gradientWithPenalty = defineProgram({
  name: 'DenseGradientWithPenalty',
  inputs: ['Input', 'Delta', 'Weights', 'Penalties'],
  uniforms: [],
  sizes: ({ Input, Delta }) => ({
    variants: Delta[0],
    sharedUpTo: Input[0] - 1,
    points: Delta[1],
    inputs: Input[2],
    outputs: Delta[2],
  }),
  outputShape: ({ variants, inputs, outputs }) => [variants, inputs + 1, outputs],
  unit: 'block',
  glsl: `${WITH_ONES}
    vec4 block(int matrix, int row, int column) {
      vec4 sum = vec4(0.0);
      for (int n = 0; n < (points + 1) / 2; n++) {
        vec4 x = inputWithOnes(matrix, n, row / 2);
        vec4 d = getDeltaBlock(matrix, n, column / 2);
        sum += x.xxyy * d.xyxy + x.zzww * d.zwzw;
      }
      vec2 isWeight = vec2(lessThan(ivec2(row, row + 1), ivec2(inputs)));
      vec4 penalised = getWeightsBlock(matrix, row / 2, column / 2) * isWeight.xxyy;
      return sum + getPenaltiesBlock(matrix, 0, 0).x * penalised;
    }`,
  cpu: ({ Input, Delta, Weights, Penalties }, { variants, points, inputs, outputs }, output) => {
    const size = { rows: inputs, inner: points, columns: outputs };
    for (let variant = 0; variant < variants; variant++) {
      const [delta, weights] = [matrix(Delta, variant), matrix(Weights, variant)];
      const start = variant * (inputs + 1) * outputs;
      multiply(transposed(matrix(Input, variant)), delta, size, output, start);
      const biases = start + inputs * outputs;
      for (let at = start; at < biases; at++) {
        output[at]! += Penalties.values[variant]! * Weights.values[weights.start + at - start]!;
      }
      for (let point = 0; point < points; point++) {
        const at = delta.start + point * outputs;
        for (let o = 0; o < outputs; o++) output[biases + o]! += Delta.values[at + o]!;
      }
    }
  },
});
