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

/**
 * One step with momentum, the heavy ball: v ← μ v − η g, w ← w + v. Polyak: Some methods of speeding up the convergence of iteration
 * methods (1964); Goodfellow, Bengio, Courville: Deep Learning (2016), 8.3.2, equations 8.15 and 8.16.
 * State and result: `[2 · variants, rows, columns]`: the parameters of all variants, then their velocities v. Gradient:
 * `[variants, rows, columns]`. Rates: `[variants, 1, 2]`, what η is multiplied by, and μ.
 */
export const heavyBall = defineProgram({
  name: 'HeavyBall',
  inputs: ['State', 'Gradient', 'Rates'],
  uniforms: ['learningRate'],
  sizes: ({ Gradient }) => ({ variants: Gradient[0], rows: Gradient[1], columns: Gradient[2] }),
  outputShape: ({ variants, rows, columns }) => [2 * variants, rows, columns],
  unit: 'block',
  glsl: `
    vec4 block(int matrix, int row, int column) {
      int variant = matrix < variants ? matrix : matrix - variants;
      vec4 rates = getRatesBlock(variant, 0, 0);
      vec4 gradient = getGradientBlock(variant, row, column);
      vec4 velocity = rates.y * getStateBlock(variant + variants, row, column) - learningRate * rates.x * gradient;
      return matrix < variants ? getStateBlock(variant, row, column) + velocity : velocity;
    }`,
  cpu: ({ State, Gradient, Rates }, { learningRate, variants }, output) => {
    const size = Gradient.values.length;
    const ofVariant = size / variants;
    for (let at = 0; at < size; at++) {
      const variant = Math.floor(at / ofVariant);
      const [factor, momentum] = [Rates.values[2 * variant]!, Rates.values[2 * variant + 1]!];
      const velocity = momentum * State.values[at + size]! - learningRate * factor * Gradient.values[at]!;
      output[at] = State.values[at]! + velocity;
      output[at + size] = velocity;
    }
  },
});
