import type { Activation } from './tensor/dense';

/*
 * What wide random networks do on average: z = W a, a' = φ(z), the weights independent with mean 0 and variance scale / width, no biases.
 * Poole et al.: Exponential expressivity in deep neural networks through transient chaos (2016); Schoenholz et al.: Deep information
 * propagation (2017).
 */

/** A nonlinearity and its derivative, both of the sum. */
export interface Nonlinearity {
  readonly of: (sum: number) => number;
  readonly slope: (sum: number) => number;
}

/** Activations whose nonlinearity is known here. */
export type WideActivation = Exclude<Activation, 'leaky-relu' | 'elu'>;

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** The nonlinearities by name, in double precision. */
export const nonlinearities: Readonly<Record<WideActivation, Nonlinearity>> = {
  linear: { of: (x) => x, slope: () => 1 },
  relu: { of: (x) => Math.max(x, 0), slope: (x) => (x > 0 ? 1 : 0) },
  tanh: { of: Math.tanh, slope: (x) => 1 - Math.tanh(x) ** 2 },
  sigmoid: { of: sigmoid, slope: (x) => sigmoid(x) * (1 - sigmoid(x)) },
};

const NODES = 320;
const REACH = 8;

/** E[f(x)] for x normally distributed with mean 0 and variance 1, by the midpoint rule; no node at 0, where ReLU has its kink. */
export function gaussianMean(f: (x: number) => number): number {
  let [sum, total] = [0, 0];
  for (let node = 0; node < NODES; node++) {
    const x = REACH * ((2 * node + 1) / NODES - 1);
    const weight = Math.exp((-x * x) / 2);
    sum += weight * f(x);
    total += weight;
  }
  return sum / total;
}

/** What the theory expects after a layer. Entry 0 of a list is the input. */
export interface LayerMoments {
  /** E[a²] of an output. */
  readonly meanSquare: number;
  /** Factor by which the mean square of a gradient grows on its way back through this layer; 1 for the input. */
  readonly gradientGain: number;
  /** Standard deviation of the layer's mean square over networks ÷ its mean, to first order in 1 / width. */
  readonly scatter: number;
}

/**
 * Moments after each of `depth` layers of `width` units, the input's first: `depth + 1` entries.
 * @param scale width times the variance of a weight
 * @param inputMeanSquare E[a²] of the input, the same for all networks
 */
export function meanField(
  activation: WideActivation,
  scale: number,
  { width, depth, inputMeanSquare = 1 }: { width: number; depth: number; inputMeanSquare?: number },
): readonly LayerMoments[] {
  const { of, slope } = nonlinearities[activation];
  const layers: LayerMoments[] = [{ meanSquare: inputMeanSquare, gradientGain: 1, scatter: 0 }];
  let [meanSquare, variance] = [inputMeanSquare, 0];
  for (let layer = 1; layer <= depth; layer++) {
    const deviation = Math.sqrt(scale * meanSquare);
    meanSquare = gaussianMean((x) => of(deviation * x) ** 2);
    const own = gaussianMean((x) => of(deviation * x) ** 4) - meanSquare ** 2;
    const passed = (scale / deviation) * gaussianMean((x) => of(deviation * x) * slope(deviation * x) * x);
    variance = own / width + passed ** 2 * variance;
    layers.push({
      meanSquare,
      gradientGain: scale * gaussianMean((x) => slope(deviation * x) ** 2),
      scatter: Math.sqrt(variance) / meanSquare,
    });
  }
  return layers;
}
