import { gramMatrix, projectOntoColumns, solvePositiveDefinite } from '../kit/linearSystem';
import type { Random } from '../kit/random';

/** A linear model with two features and a single output, in doubles. */
export interface Sample {
  /** Inputs, `[examples, 2]`. */
  readonly inputs: Float64Array;
  /** Targets, `[examples]`. */
  readonly targets: Float64Array;
}

/** Two weights. */
export type Pair = readonly [number, number];

/** What the targets are made with. */
const TRUE_WEIGHTS: Pair = [1, 1.5];
/** Standard deviations of the two features: the second one is the flat direction, which a penalty takes first. */
const FEATURE_DEVIATIONS: Pair = [1, 0.4];
/** Standard deviation of the targets' own noise. */
const TARGET_NOISE = 0.3;

/** Draws examples of the linear model. */
export function drawSample(examples: number, random: Random): Sample {
  const inputs = Float64Array.from(
    { length: examples * 2 },
    (_, at) => FEATURE_DEVIATIONS[at % 2]! * random.normal(),
  );
  const targets = Float64Array.from(
    { length: examples },
    (_, example) =>
      TRUE_WEIGHTS[0] * inputs[2 * example]! +
      TRUE_WEIGHTS[1] * inputs[2 * example + 1]! +
      TARGET_NOISE * random.normal(),
  );
  return { inputs, targets };
}

/** Half the mean squared error up to a constant, ½ wᵀHw − cᵀw. */
export interface Moments {
  /** H, `[2, 2]`. */
  readonly hessian: Float64Array;
  /** c, `[2]`. */
  readonly linear: Float64Array;
}

/** H = XᵀX / N and c = Xᵀy / N. */
export function momentsOf({ inputs, targets }: Sample): Moments {
  const examples = targets.length;
  return {
    hessian: gramMatrix(inputs, 2).map((entry) => entry / examples),
    linear: projectOntoColumns(inputs, 2, targets).map((entry) => entry / examples),
  };
}

/** The minimum under the penalty ½ α‖w‖²: (H + αI)⁻¹ c. Zero: least squares. */
export function ridge({ hessian, linear }: Moments, penalty: number): Pair {
  const matrix = hessian.map((entry, at) => (at % 3 === 0 ? entry + penalty : entry));
  const weights = solvePositiveDefinite(matrix, linear);
  return [weights[0]!, weights[1]!];
}

/** Where the noise of a descent goes. */
export type NoisePlace = 'inputs' | 'weights';

/** How stochastic gradient descent on the linear model is done. */
export interface DescentOptions {
  readonly sample: Sample;
  readonly place: NoisePlace;
  /** Standard deviation of the noise of each variant, `[strengths]`. */
  readonly strengths: Float32Array;
  /** How many descents a variant has; each draws its own examples and its own noise. */
  readonly chains: number;
  /** Examples a step. */
  readonly batch: number;
  readonly learningRate: number;
  /** Where all descents begin. */
  readonly start: Pair;
  readonly random: Random;
}

/**
 * Many stochastic gradient descents on the linear model, each step on a few examples with fresh noise in their inputs or in the weights
 * that the gradient is taken at. The variants share their random numbers and differ in the size of the noise alone.
 */
export class NoisyDescent {
  readonly #options: DescentOptions;
  /** Weights now, `[strengths, chains, 2]`. */
  readonly #weights: Float64Array;
  /** Sums over chains and all steps up to that one, `[strengths, 2]` each. */
  readonly #sums: Float64Array[];

  constructor(options: DescentOptions) {
    const { strengths, chains, start } = options;
    this.#options = options;
    this.#weights = Float64Array.from({ length: strengths.length * chains * 2 }, (_, at) => start[at % 2]!);
    this.#sums = [new Float64Array(strengths.length * 2)];
  }

  /** One step of every descent. */
  step(): void {
    const { sample, chains, batch, random } = this.#options;
    for (let chain = 0; chain < chains; chain++) {
      const noise = Float64Array.from({ length: this.#noiseLength }, () => random.normal());
      const examples = Array.from({ length: batch }, () => random.integer(sample.targets.length));
      this.#stepChain(chain, examples, noise);
    }
    this.#remember();
  }

  get #noiseLength(): number {
    const { place, batch } = this.#options;
    return place === 'inputs' ? 2 * batch : 2;
  }

  #stepChain(chain: number, examples: readonly number[], noise: Float64Array): void {
    const { sample, strengths, chains, batch, learningRate, place } = this.#options;
    for (let variant = 0; variant < strengths.length; variant++) {
      const at = (variant * chains + chain) * 2;
      const ofInputs = place === 'inputs' ? strengths[variant]! : 0;
      const ofWeights = place === 'weights' ? strengths[variant]! : 0;
      const first = this.#weights[at]! + ofWeights * noise[0]!;
      const second = this.#weights[at + 1]! + ofWeights * noise[1]!;
      let [slope1, slope2] = [0, 0];
      for (let index = 0; index < batch; index++) {
        const example = examples[index]!;
        // Where the noise goes to the weights there are two numbers of it, and none is read here.
        const x1 = sample.inputs[2 * example]! + (ofInputs && ofInputs * noise[2 * index]!);
        const x2 = sample.inputs[2 * example + 1]! + (ofInputs && ofInputs * noise[2 * index + 1]!);
        const error = first * x1 + second * x2 - sample.targets[example]!;
        slope1 += error * x1;
        slope2 += error * x2;
      }
      this.#weights[at]! -= (learningRate * slope1) / batch;
      this.#weights[at + 1]! -= (learningRate * slope2) / batch;
    }
  }

  #remember(): void {
    const { chains } = this.#options;
    const sums = this.#sums.at(-1)!.slice();
    for (const [at, weight] of this.#weights.entries()) {
      sums[Math.floor(at / (2 * chains)) * 2 + (at % 2)]! += weight / chains;
    }
    this.#sums.push(sums);
  }

  /** Weights now, `[strengths, chains, 2]`. */
  get cloud(): Float32Array {
    return Float32Array.from(this.#weights);
  }

  /** Mean over all chains and the later half of the steps, `[strengths, 2]`; the start before the first step. */
  get mean(): Float32Array {
    const { strengths, start } = this.#options;
    const steps = this.#sums.length - 1;
    const half = Math.floor(steps / 2);
    if (steps === 0) return Float32Array.from({ length: strengths.length * 2 }, (_, at) => start[at % 2]!);
    return Float32Array.from(
      this.#sums[steps]!,
      (sum, at) => (sum - this.#sums[half]![at]!) / (steps - half),
    );
  }
}
