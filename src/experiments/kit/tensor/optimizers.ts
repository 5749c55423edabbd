import { defineProgram } from './program';

/** Decay of Adam's first and second moments and what keeps it from dividing by zero; the defaults of Kingma and Ba (2015). */
export const ADAM = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } as const;

/**
 * One step of Adam with bias correction. Kingma, Ba: Adam: a method for stochastic optimization (2015), algorithm 1.
 * State and result: `[3 · variants, rows, columns]`: the parameters of all variants, then their first, then their second moments, in
 * one tensor so that one draw updates all three. Gradient: `[variants, rows, columns]`.
 * `correction1` = 1 − β₁ᵗ and `correction2` = 1 − β₂ᵗ, t from 1.
 */
export const adam = defineProgram({
  name: 'Adam',
  inputs: ['State', 'Gradient'],
  uniforms: ['learningRate', 'beta1', 'beta2', 'epsilon', 'correction1', 'correction2'],
  sizes: ({ Gradient }) => ({ variants: Gradient[0], rows: Gradient[1], columns: Gradient[2] }),
  outputShape: ({ variants, rows, columns }) => [3 * variants, rows, columns],
  unit: 'block',
  glsl: `
    vec4 block(int matrix, int row, int column) {
      int plane = int((float(matrix) + 0.5) / float(variants));
      int variant = matrix - plane * variants;
      vec4 g = getGradientBlock(variant, row, column);
      vec4 first = mix(g, getStateBlock(variant + variants, row, column), beta1);
      if (plane == 1) return first;
      vec4 second = mix(g * g, getStateBlock(variant + 2 * variants, row, column), beta2);
      if (plane == 2) return second;
      vec4 change = (first / correction1) / (sqrt(second / correction2) + epsilon);
      return getStateBlock(variant, row, column) - learningRate * change;
    }`,
  cpu: ({ State, Gradient }, numbers, output) => {
    const { learningRate, beta1, beta2, epsilon, correction1, correction2 } = numbers;
    const size = Gradient.values.length;
    for (let at = 0; at < size; at++) {
      const g = Gradient.values[at]!;
      const first = beta1 * State.values[at + size]! + (1 - beta1) * g;
      const second = beta2 * State.values[at + 2 * size]! + (1 - beta2) * g * g;
      const change = first / correction1 / (Math.sqrt(second / correction2) + epsilon);
      output[at] = State.values[at]! - learningRate * change;
      output[at + size] = first;
      output[at + 2 * size] = second;
    }
  },
});
