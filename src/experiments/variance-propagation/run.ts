import type { Run } from '../kit/experiment';
import { type LayerMoments, meanField, nonlinearities } from '../kit/meanField';
import type { Values } from '../kit/params';
import { drawNetwork, sendThrough } from './randomNetwork';
import { type Frame, SCALES, type Setup, type spec } from './spec';

type Settings = Values<typeof spec.params>;

/** The variant whose single networks are shown: the rule made for the activation function. */
function fittingScale({ activation }: Settings): number {
  return activation === 'relu' ? 2 : 1;
}

/** Mean squares of the gradient before the first and after each layer, 1 after the last. */
function expectedGradients(layers: readonly LayerMoments[]): number[] {
  const gradients = [1];
  for (const { gradientGain } of layers.slice(1).reverse()) gradients.unshift(gradients[0]! * gradientGain);
  return gradients;
}

/** The factor that, applied at each of so many layers, gives the whole ratio. */
function perLayer(ratio: number, depth: number): number {
  return ratio ** (1 / depth);
}

/** Where two thirds of the networks are expected, below (−1) or above (1); their logarithms are about normally distributed. */
function expectedEdge({ meanSquare, scatter }: LayerMoments, side: number): number {
  return meanSquare * Math.exp(side * scatter - scatter ** 2 / 2);
}

function predict(params: Settings): Setup {
  const { activation, depth } = params;
  const moments = SCALES.map((scale) => meanField(activation, scale, params));
  const gradients = moments.map(expectedGradients);
  const shown = moments[SCALES.indexOf(fittingScale(params))]!;
  return {
    scales: Float32Array.from(SCALES),
    layers: Float32Array.from({ length: depth + 1 }, (_, layer) => layer),
    expectedForward: Float32Array.from(moments, (layers) => perLayer(layers[depth]!.meanSquare, depth)),
    expectedBackward: Float32Array.from(gradients, (squares) => perLayer(Math.sqrt(squares[0]!), depth)),
    expectedMeanSquare: Float32Array.from(moments.flat(), ({ meanSquare }) => meanSquare),
    expectedGradient: Float32Array.from(gradients.flat(), Math.sqrt),
    expectedLower: Float32Array.from(shown, (layer) => expectedEdge(layer, -1)),
    expectedUpper: Float32Array.from(shown, (layer) => expectedEdge(layer, 1)),
  };
}

/** Mean and standard deviation of the logarithms of positive numbers, added one by one. */
class LogStatistics {
  #count = 0;
  #sum = 0;
  #squares = 0;

  /** Zeros, which a network with a dead layer gives, are left out. */
  add(value: number): void {
    if (value === 0) return;
    this.#count++;
    this.#sum += Math.log(value);
    this.#squares += Math.log(value) ** 2;
  }

  /** The mean, `deviations` standard deviations away from it, as a number of the same kind as the added ones. */
  at(deviations: number): number {
    const mean = this.#sum / this.#count;
    const variance = Math.max(0, this.#squares / this.#count - mean ** 2);
    return Math.exp(mean + deviations * Math.sqrt(variance));
  }
}

/** Draws one more network a frame and shows the means over all so far. */
export const run: Run<typeof spec.params, Setup, Frame> = (params, { random }) => {
  const { activation, depth, networks } = params;
  const points = depth + 1;
  const nonlinearity = nonlinearities[activation];
  const shown = SCALES.indexOf(fittingScale(params));
  const activations = new Float64Array(SCALES.length * points);
  const gradients = new Float64Array(SCALES.length * points);
  const singles = Array.from({ length: points }, () => new LogStatistics());

  /** Sends one more network into the sums; gives the shown variant's mean squares. */
  function addNetwork(index: number): Float32Array {
    const draw = drawNetwork(params, random.stream(`network ${index}`));
    const single = new Float32Array(points);
    for (const [variant, scale] of SCALES.entries()) {
      const signals = sendThrough(draw, params, scale, nonlinearity);
      for (let layer = 0; layer < points; layer++) {
        activations[variant * points + layer]! += signals.activations[layer]!;
        gradients[variant * points + layer]! += signals.gradients[layer]!;
      }
      if (variant === shown) single.set(signals.activations);
    }
    for (const [layer, statistics] of singles.entries()) statistics.add(single[layer]!);
    return single;
  }

  function look(index: number): Frame {
    const network = addNetwork(index);
    const count = index + 1;
    const ratio = (from: number, to: number, sums: Float64Array, variant: number) =>
      sums[variant * points + to]! / sums[variant * points + from]!;
    return {
      networks: count,
      forward: Float32Array.from(SCALES, (_, v) => perLayer(ratio(0, depth, activations, v), depth)),
      backward: Float32Array.from(SCALES, (_, v) =>
        perLayer(Math.sqrt(ratio(depth, 0, gradients, v)), depth),
      ),
      meanSquare: Float32Array.from(activations, (sum) => sum / count),
      gradient: Float32Array.from(gradients, (sum) => Math.sqrt(sum / count)),
      network,
      lower: Float32Array.from(singles, (layer) => layer.at(-1)),
      upper: Float32Array.from(singles, (layer) => layer.at(1)),
    };
  }

  function* draw(): Generator<Frame, void> {
    for (let index = 0; index < networks; index++) yield look(index);
  }

  return { setup: predict(params), frameCount: networks, frames: draw(), dispose: () => {} };
};
