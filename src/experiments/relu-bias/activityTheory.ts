import { normalCdf } from '../kit/errorFunction';

/*
 * How often a unit with random weights is silent, before any training. Weights wᵢ ~ N(m, 1/n), inputs xᵢ ~ N(μ, 1), all independent,
 * and a sum z = w·x + b. Silent is a unit whose derivative is below 1 %: that of ReLU for z < 0, that of ELU for eᶻ < 0.01, that of leaky
 * ReLU never.
 */

/** Hidden activations that are compared. */
export type Rectifier = 'relu' | 'leaky-relu' | 'elu';

/** Below this sum the derivative of an activation is less than 1 %. */
export const SILENT_BELOW: Readonly<Record<Rectifier, number>> = {
  relu: 0,
  'leaky-relu': Number.NEGATIVE_INFINITY,
  elu: Math.log(0.01),
};

/** What the weights and inputs of a layer are drawn from. */
export interface LayerStatistics {
  /** Inputs of a unit, n. */
  readonly inputs: number;
  /** Mean of the weights, m; their variance is 1 / n. */
  readonly weightMean: number;
  /** Mean of the inputs, μ; their variance is 1. */
  readonly inputMean: number;
  readonly activation: Rectifier;
}

/** Places a side at which an integral over two numbers is evaluated, and how many standard deviations it covers. */
const INTEGRATION = { places: 80, reach: 6 } as const;

/** How far the mean of a sum lies below where a unit falls silent, in standard deviations of the sum; −∞ where none ever does. */
export function silentScore(
  bias: number,
  { inputs, weightMean, inputMean, activation }: LayerStatistics,
): number {
  const mean = bias + inputs * weightMean * inputMean;
  return (SILENT_BELOW[activation] - mean) / Math.sqrt(1 + inputMean ** 2 + inputs * weightMean ** 2);
}

/** Share of inputs and units that are silent, in the normal approximation; for ReLU without means Φ(−b). */
export function silentShare(bias: number, statistics: LayerStatistics): number {
  return normalCdf(silentScore(bias, statistics));
}

/** Evenly spread places from `low` to `high`. */
function places(low: number, high: number): readonly number[] {
  const count = INTEGRATION.places;
  return Array.from({ length: count }, (_, index) => low + ((index + 0.5) / count) * (high - low));
}

/**
 * Share of units that are silent for all of `points` inputs. Given its weights, a unit's sum is normal with mean b + μ√n·u and variance
 * u² + v², where u is the weights' component along (1, …, 1)/√n and v the length of the rest: the share is the mean over both of the
 * probability of one negative sum to the power of `points`.
 */
export function deadShare(bias: number, statistics: LayerStatistics, points: number): number {
  const { inputs, weightMean, inputMean, activation } = statistics;
  const deviation = 1 / Math.sqrt(inputs);
  const center = Math.sqrt(inputs) * weightMean;
  const reach = INTEGRATION.reach * deviation;
  let [dead, total] = [0, 0];
  for (const u of places(center - reach, center + reach)) {
    for (const v of places(Math.max(0, 1 - reach), 1 + reach)) {
      const logDensity = (inputs - 2) * Math.log(v) - (inputs * (v * v + (u - center) ** 2)) / 2;
      // The largest value near v = 1 is −n/2: without it small densities would vanish.
      const density = Math.exp(logDensity + inputs / 2);
      const silent = normalCdf(
        (SILENT_BELOW[activation] - bias - inputMean * Math.sqrt(inputs) * u) / Math.hypot(u, v),
      );
      dead += density * silent ** points;
      total += density;
    }
  }
  return dead / total;
}
