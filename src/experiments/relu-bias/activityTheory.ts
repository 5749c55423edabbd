import { normalCdf } from '../kit/errorFunction';

/*
 * How often a unit with random weights is silent, before any training. Weights wᵢ ~ N(m, 1/n), inputs xᵢ ~ N(μ, 1), all independent,
 * and a sum z = w·x + b, of which ReLU passes on the positive values.
 */

/** What the weights and inputs of a layer are drawn from. */
export interface LayerStatistics {
  /** Inputs of a unit, n. */
  readonly inputs: number;
  /** Mean of the weights, m; their variance is 1 / n. */
  readonly weightMean: number;
  /** Mean of the inputs, μ; their variance is 1. */
  readonly inputMean: number;
}

/** Places a side at which an integral over two numbers is evaluated, and how many standard deviations it covers. */
const INTEGRATION = { places: 80, reach: 6 } as const;

/** Share of inputs and units with a sum below zero, in the normal approximation; without means Φ(−b). */
export function silentShare(bias: number, { inputs, weightMean, inputMean }: LayerStatistics): number {
  const mean = bias + inputs * weightMean * inputMean;
  return normalCdf(-mean / Math.sqrt(1 + inputMean ** 2 + inputs * weightMean ** 2));
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
  const { inputs, weightMean, inputMean } = statistics;
  const deviation = 1 / Math.sqrt(inputs);
  const center = Math.sqrt(inputs) * weightMean;
  const reach = INTEGRATION.reach * deviation;
  let [dead, total] = [0, 0];
  for (const u of places(center - reach, center + reach)) {
    for (const v of places(Math.max(0, 1 - reach), 1 + reach)) {
      const logDensity = (inputs - 2) * Math.log(v) - (inputs * (v * v + (u - center) ** 2)) / 2;
      // The largest value near v = 1 is −n/2: without it small densities would vanish.
      const density = Math.exp(logDensity + inputs / 2);
      const silent = normalCdf(-(bias + inputMean * Math.sqrt(inputs) * u) / Math.hypot(u, v));
      dead += density * silent ** points;
      total += density;
    }
  }
  return dead / total;
}
