import { defineProgram } from '../kit/tensor/program';

/*
 * The model of Pascanu, Mikolov, Bengio: On the difficulty of training recurrent neural networks (2013), figure 6: one unit,
 * x_t = w σ(x_{t−1}) + b, x_0 = 0.5, and the loss L = (σ(x_T) − 0.7)². Few enough parameters to draw all of its loss.
 */

const START = 0.5;
const TARGET = 0.7;

/** What is kept of a walker: w, b, the loss there, its derivatives with respect to w and b, and the threshold of its clipping. */
export const WALKER = { w: 0, b: 1, loss: 2, slopeW: 3, slopeB: 4, threshold: 5, columns: 6 } as const;

/** Loss at (w, b) after `steps` applications of the unit, with its derivatives, carried along in forward mode. */
export function lossAndSlopes(w: number, b: number, steps: number): readonly [number, number, number] {
  let [x, byW, byB] = [START, 0, 0];
  for (let t = 0; t < steps; t++) {
    const s = 1 / (1 + Math.exp(-x));
    const gain = w * s * (1 - s);
    byW = s + gain * byW;
    byB = 1 + gain * byB;
    x = w * s + b;
  }
  const output = 1 / (1 + Math.exp(-x));
  const outer = 2 * (output - TARGET) * output * (1 - output);
  return [(output - TARGET) ** 2, outer * byW, outer * byB];
}

const LOSS_AND_SLOPES = `
  vec3 lossAndSlopes(float w, float b, int steps) {
    float x = ${START};
    float byW = 0.0;
    float byB = 0.0;
    for (int t = 0; t < steps; t++) {
      float s = 1.0 / (1.0 + exp(-x));
      float gain = w * s * (1.0 - s);
      byW = s + gain * byW;
      byB = 1.0 + gain * byB;
      x = w * s + b;
    }
    float result = 1.0 / (1.0 + exp(-x));
    float outer = 2.0 * (result - ${TARGET}) * result * (1.0 - result);
    return vec3((result - ${TARGET}) * (result - ${TARGET}), outer * byW, outer * byB);
  }`;

/** Loss over a part of the plane, `[1, rows, columns]`, at the centres of the cells; row 0 is the largest b. */
export const lossSurface = defineProgram({
  name: 'RecurrentUnitLossSurface',
  inputs: [],
  uniforms: ['rows', 'columns', 'wMin', 'wMax', 'bMin', 'bMax', 'sequenceLength'],
  sizes: (_, { rows, columns, sequenceLength }) => ({ height: rows, width: columns, steps: sequenceLength }),
  outputShape: ({ height, width }) => [1, height, width],
  unit: 'element',
  glsl: `${LOSS_AND_SLOPES}
    float element(int matrix, int row, int column) {
      float w = mix(wMin, wMax, (float(column) + 0.5) / columns);
      float b = mix(bMax, bMin, (float(row) + 0.5) / rows);
      return lossAndSlopes(w, b, steps).x;
    }`,
  cpu: (_, { rows, columns, wMin, wMax, bMin, bMax, steps }, output) => {
    for (let row = 0; row < rows; row++) {
      const b = bMax + ((row + 0.5) / rows) * (bMin - bMax);
      for (let column = 0; column < columns; column++) {
        const w = wMin + ((column + 0.5) / columns) * (wMax - wMin);
        output[row * columns + column] = lossAndSlopes(w, b, steps)[0];
      }
    }
  },
});

type Clip = (slopeW: number, slopeB: number, threshold: number) => readonly [number, number];

/** The methods compared, in the order of the first axis of a walker tensor. Goodfellow, Bengio, Courville: Deep Learning, 10.11.1. */
const clipMethods: readonly Clip[] = [
  (slopeW, slopeB) => [slopeW, slopeB],
  (slopeW, slopeB, threshold) => {
    const norm = Math.hypot(slopeW, slopeB);
    const factor = norm > threshold ? threshold / norm : 1;
    return [slopeW * factor, slopeB * factor];
  },
  (slopeW, slopeB, threshold) => {
    const clip = (slope: number) => Math.min(Math.max(slope, -threshold), threshold);
    return [clip(slopeW), clip(slopeB)];
  },
];

/**
 * One step of gradient descent of every walker, clipped by its method, then loss and derivatives where it has arrived; one draw.
 * Walkers and result: `[methods, walkers, 6]`, columns as in `WALKER`; methods: none, norm, value. With a learning rate of 0 the
 * walkers stay and are only evaluated.
 */
export const clippedDescent = defineProgram({
  name: 'RecurrentUnitClippedDescent',
  inputs: ['Walkers'],
  uniforms: ['learningRate', 'sequenceLength'],
  sizes: ({ Walkers }, { sequenceLength }) => ({
    methods: Walkers[0],
    walkers: Walkers[1],
    steps: sequenceLength,
  }),
  outputShape: ({ methods, walkers }) => [methods, walkers, WALKER.columns],
  unit: 'element',
  glsl: `${LOSS_AND_SLOPES}
    vec2 clipSlope(vec2 slope, int method, float threshold) {
      float norm = length(slope);
      if (method == 1 && norm > threshold) return slope * (threshold / norm);
      if (method == 2) return clamp(slope, -threshold, threshold);
      return slope;
    }
    float element(int method, int walker, int column) {
      float threshold = getWalkers(method, walker, ${WALKER.threshold});
      if (column == ${WALKER.threshold}) return threshold;
      vec2 position = vec2(getWalkers(method, walker, ${WALKER.w}), getWalkers(method, walker, ${WALKER.b}));
      vec2 slope = vec2(getWalkers(method, walker, ${WALKER.slopeW}), getWalkers(method, walker, ${WALKER.slopeB}));
      if (learningRate > 0.0) position -= learningRate * clipSlope(slope, method, threshold);
      if (column == ${WALKER.w}) return position.x;
      if (column == ${WALKER.b}) return position.y;
      vec3 there = lossAndSlopes(position.x, position.y, steps);
      if (column == ${WALKER.loss}) return there.x;
      return column == ${WALKER.slopeW} ? there.y : there.z;
    }`,
  cpu: ({ Walkers }, { methods, walkers, learningRate, steps }, output) => {
    for (let method = 0; method < methods; method++) {
      const clip = clipMethods[method]!;
      for (let walker = 0; walker < walkers; walker++) {
        const at = (method * walkers + walker) * WALKER.columns;
        const [w, b, , slopeW, slopeB, threshold] = Walkers.values.subarray(
          at,
          at + WALKER.columns,
        ) as unknown as number[];
        const [stepW, stepB] = learningRate > 0 ? clip(slopeW!, slopeB!, threshold!) : [0, 0];
        // Rounded as they are stored, so that loss and derivatives belong to the position that is shown.
        const [newW, newB] = [Math.fround(w! - learningRate * stepW), Math.fround(b! - learningRate * stepB)];
        output.set([newW, newB, ...lossAndSlopes(newW, newB, steps), threshold!], at);
      }
    }
  },
});
