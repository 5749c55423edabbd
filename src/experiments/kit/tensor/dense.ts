import { type MatrixView, multiply } from './matrixProduct';
import { defineProgram, type Operand, type Shape } from './program';

/*
 * A dense layer for several variants at once. Tensors:
 *   Input, Output, Delta   [variants, points, features]; an Input with a single matrix is shared by all variants
 *   Weights                [variants, inputs + 1, outputs]; row i < inputs holds the weights of input i, the last row the biases;
 *                          further matrices belong to the optimiser and are not read here
 *   Labels                 [variants, points, 1], 0 or 1; for classes [variants, points, classes], the probability of each; a single matrix
 *                          is shared by all variants
 *   Penalties              [variants, 1, 1]
 */

/** One variant's matrix of a tensor; a tensor with a single matrix is shared by all variants. */
function matrix({ values, shape }: Operand, variant: number): MatrixView {
  const [matrices, rows, columns] = shape;
  return { values, start: Math.min(variant, matrices - 1) * rows * columns, row: columns, column: 1 };
}

function transposed(view: MatrixView): MatrixView {
  return { ...view, row: view.column, column: view.row };
}

/** What a layer does with its sums. */
export type Activation = 'relu' | 'leaky-relu' | 'elu' | 'tanh' | 'sigmoid' | 'linear';

/** Slope of the leaky ReLU left of zero. Large enough to be learnt from; Xu et al.: Empirical evaluation of rectified activations (2015). */
export const LEAK = 0.1;

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
  'leaky-relu': {
    glsl: `max(sum, ${LEAK} * sum)`,
    derivativeGlsl: `mix(vec4(${LEAK}), vec4(1.0), vec4(greaterThan(y, vec4(0.0))))`,
    of: (sum) => Math.max(sum, LEAK * sum),
    derivative: (y) => (y > 0 ? 1 : LEAK),
  },
  // Clevert, Unterthiner, Hochreiter: Fast and accurate deep network learning by exponential linear units (2016), with their α = 1.
  elu: {
    glsl: 'max(sum, 0.0) + exp(min(sum, 0.0)) - 1.0',
    derivativeGlsl: '1.0 + min(y, 0.0)',
    of: (sum) => (sum > 0 ? sum : Math.expm1(sum)),
    derivative: (y) => 1 + Math.min(y, 0),
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
    // With an odd number of inputs the last block has the biases in its second row, where the input's block has zeros.
    glsl: `
      vec4 block(int matrix, int row, int column) {
        float pairs = float((inputs + 1) >> 1);
        int inputMatrix = min(matrix, sharedUpTo);
        vec4 biases = getWeightsBlock(matrix, inputs >> 1, column);
        vec4 sum = (inputs & 1) == 1 ? biases.zwzw : biases.xyxy;
        vec2 inputAt = placeOfInput(inputMatrix, row, 0);
        vec2 weightsAt = placeOfWeights(matrix, 0, column);
        for (float i = 0.0; i < pairs; i++) {
          vec4 x = texture(Input, vec2(inputAt.x, inputAt.y + i * stepOfInput.y));
          vec4 w = texture(Weights, vec2(weightsAt.x + i * stepOfWeights.x, weightsAt.y));
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
  'leaky-relu': defineForward('DenseForwardLeakyRelu', 'leaky-relu'),
  elu: defineForward('DenseForwardElu', 'elu'),
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
  sizes: ({ Logits, Labels }) => ({ variants: Logits[0], points: Logits[1], sharedUpTo: Labels[0] - 1 }),
  outputShape: ({ variants, points }) => [variants, points, 1],
  unit: 'block',
  glsl: `
    vec4 block(int matrix, int row, int column) {
      vec4 probability = 1.0 / (1.0 + exp(-getLogitsBlock(matrix, row, 0)));
      return (probability - getLabelsBlock(min(matrix, sharedUpTo), row, 0)) / float(points);
    }`,
  cpu: ({ Logits, Labels }, { points }, output) => {
    for (let at = 0; at < output.length; at++) {
      const probability = 1 / (1 + Math.exp(-Logits.values[at]!));
      output[at] = (probability - Labels.values[at % Labels.values.length]!) / points;
    }
  },
});

/**
 * Derivative of half the mean squared error with respect to the outputs: (z − y) / points, `[variants, points, outputs]`.
 * Deep Learning, 6.2.2.1.
 */
export const squaredErrorDelta = defineProgram({
  name: 'SquaredErrorDelta',
  inputs: ['Logits', 'Labels'],
  uniforms: [],
  sizes: ({ Logits, Labels }) => ({
    variants: Logits[0],
    points: Logits[1],
    outputs: Logits[2],
    sharedUpTo: Labels[0] - 1,
  }),
  outputShape: ({ variants, points, outputs }) => [variants, points, outputs],
  unit: 'block',
  glsl: `
    vec4 block(int matrix, int row, int column) {
      vec4 error = getLogitsBlock(matrix, row, column) - getLabelsBlock(min(matrix, sharedUpTo), row, column);
      return error / float(points);
    }`,
  cpu: ({ Logits, Labels }, { points }, output) => {
    for (let at = 0; at < output.length; at++) {
      output[at] = (Logits.values[at]! - Labels.values[at % Labels.values.length]!) / points;
    }
  },
});

/**
 * Derivative of the mean cross entropy of a softmax with respect to its logits: (softmax(z) − y) / points, `[variants, points, classes]`.
 * Logits `[variants, points, classes]`; the labels of each point add up to one. Deep Learning, 6.2.2.3.
 */
export const softmaxDelta = defineProgram({
  name: 'SoftmaxDelta',
  inputs: ['Logits', 'Labels'],
  uniforms: [],
  sizes: ({ Logits, Labels }) => ({
    variants: Logits[0],
    points: Logits[1],
    classes: Logits[2],
    sharedUpTo: Labels[0] - 1,
  }),
  outputShape: ({ variants, points, classes }) => [variants, points, classes],
  unit: 'block',
  // Without the largest logit taken off, exp overflows from 89 on. A pair of numbers belongs to the two rows of the block.
  glsl: `
    vec4 block(int matrix, int row, int column) {
      vec2 largest = vec2(-3.0e38);
      for (int c = 0; 2 * c < classes; c++) {
        vec4 z = getLogitsBlock(matrix, row, c);
        largest = max(largest, z.xz);
        if (2 * c + 1 < classes) largest = max(largest, z.yw);
      }
      vec2 sum = vec2(0.0);
      for (int c = 0; 2 * c < classes; c++) {
        vec4 power = exp(getLogitsBlock(matrix, row, c) - largest.xxyy);
        sum += power.xz;
        if (2 * c + 1 < classes) sum += power.yw;
      }
      vec4 probability = exp(getLogitsBlock(matrix, row, column) - largest.xxyy) / sum.xxyy;
      return (probability - getLabelsBlock(min(matrix, sharedUpTo), row, column)) / float(points);
    }`,
  cpu: ({ Logits, Labels }, { points, classes }, output) => {
    for (let at = 0; at < output.length; at += classes) {
      const logits = Logits.values.subarray(at, at + classes);
      const largest = logits.reduce((most, logit) => Math.max(most, logit), -Infinity);
      const sum = logits.reduce((total, logit) => total + Math.exp(logit - largest), 0);
      const labelsAt = at % Labels.values.length;
      for (let c = 0; c < classes; c++) {
        const probability = Math.exp(logits[c]! - largest) / sum;
        output[at + c] = (probability - Labels.values[labelsAt + c]!) / points;
      }
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
        float pairs = float((outputs + 1) >> 1);
        vec4 sum = vec4(0.0);
        vec2 deltaAt = placeOfDelta(matrix, row, 0);
        vec2 weightsAt = placeOfWeights(matrix, column, 0);
        for (float o = 0.0; o < pairs; o++) {
          vec4 d = texture(Delta, vec2(deltaAt.x, deltaAt.y + o * stepOfDelta.y));
          vec4 w = texture(Weights, vec2(weightsAt.x, weightsAt.y + o * stepOfWeights.y));
          sum += d.xxzz * w.xzxz + d.yyww * w.ywyw;
        }
        vec4 y = getOutputBlock(matrix, row, column);
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
  'leaky-relu': defineBackward('DenseBackwardLeakyRelu', 'leaky-relu'),
  elu: defineBackward('DenseBackwardElu', 'elu'),
  tanh: defineBackward('DenseBackwardTanh', 'tanh'),
  sigmoid: defineBackward('DenseBackwardSigmoid', 'sigmoid'),
  linear: defineBackward('DenseBackwardLinear', 'linear'),
} as const;

// What multiplies the sum of Delta in the row of the biases is one; there the Input has no column, or one of zeros.
const GRADIENT_BLOCK = `
  vec4 gradientBlock(int matrix, int row, int column) {
    float pairs = float((points + 1) >> 1);
    ivec2 rows = ivec2(2 * row, 2 * row + 1);
    vec2 isWeight = vec2(lessThan(rows, ivec2(inputs)));
    vec4 ones = vec4(equal(rows.xyxy, ivec4(inputs)));
    vec4 others = 1.0 - ones;
    vec2 inputAt = placeOfInput(min(matrix, sharedUpTo), 0, min(row, (inputs - 1) >> 1));
    vec2 deltaAt = placeOfDelta(matrix, 0, column);
    vec4 sum = vec4(0.0);
    for (float n = 0.0; n < pairs; n++) {
      vec4 x = texture(Input, vec2(inputAt.x + n * stepOfInput.x, inputAt.y)) * others + ones;
      vec4 d = texture(Delta, vec2(deltaAt.x + n * stepOfDelta.x, deltaAt.y));
      sum += x.xxyy * d.xyxy + x.zzww * d.zwzw;
    }
    vec4 penalised = getWeightsBlock(matrix, row, column) * isWeight.xxyy;
    return sum + getPenaltiesBlock(matrix, 0, 0).x * penalised;
  }`;

type GradientInput = 'Input' | 'Delta' | 'Weights' | 'Penalties';
type GradientSize = 'variants' | 'sharedUpTo' | 'points' | 'inputs' | 'outputs';

function gradientSizes({ Input, Delta }: Readonly<Record<GradientInput, Shape>>) {
  const [variants, points, outputs] = Delta;
  return { variants, sharedUpTo: Input[0] - 1, points, inputs: Input[2], outputs };
}

function weightsShape({ variants, inputs, outputs }: Readonly<Record<GradientSize, number>>): Shape {
  return [variants, inputs + 1, outputs];
}

function fillGradient(
  { Input, Delta, Weights, Penalties }: Readonly<Record<GradientInput, Operand>>,
  { variants, points, inputs, outputs }: Readonly<Record<GradientSize, number>>,
  output: Float32Array,
): void {
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
}

/**
 * Derivative of the loss with L2 penalty with respect to weights and biases, `[variants, inputs + 1, outputs]`:
 * Inputᵀ · Delta + α W for the weights and the sum of Delta for the biases, which are not penalised. Deep Learning, 7.1.1, equation 7.3.
 */
export const gradientWithPenalty = defineProgram({
  name: 'DenseGradientWithPenalty',
  inputs: ['Input', 'Delta', 'Weights', 'Penalties'],
  uniforms: [],
  sizes: gradientSizes,
  outputShape: weightsShape,
  unit: 'block',
  glsl: `${GRADIENT_BLOCK}
    vec4 block(int matrix, int row, int column) { return gradientBlock(matrix, row, column); }`,
  cpu: fillGradient,
});

/** One step of gradient descent against that derivative, Weights − learningRate · gradient, in one draw. */
export const descentWithPenalty = defineProgram({
  name: 'DenseDescentWithPenalty',
  inputs: ['Input', 'Delta', 'Weights', 'Penalties'],
  uniforms: ['learningRate'],
  sizes: gradientSizes,
  outputShape: weightsShape,
  unit: 'block',
  glsl: `${GRADIENT_BLOCK}
    vec4 block(int matrix, int row, int column) {
      return getWeightsBlock(matrix, row, column) - learningRate * gradientBlock(matrix, row, column);
    }`,
  cpu: (operands, numbers, output) => {
    fillGradient(operands, numbers, output);
    const { values } = operands.Weights;
    for (let at = 0; at < output.length; at++) output[at] = values[at]! - numbers.learningRate * output[at]!;
  },
});
