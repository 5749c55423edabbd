import type { Random } from '../kit/random';

/*
 * Stochastic descent on L = w²/2: the gradient is w + ξ with ξ normal, mean 0, variance 1. It never comes to rest, and how far it
 * strays from the minimum at 0 is known in closed form: all of these are autoregressive processes.
 */

/** Variance that stochastic gradient descent keeps. */
export function descentVariance(learningRate: number): number {
  return learningRate / (2 - learningRate);
}

/** Variance of the moving average m ← βm + (1 − β)w over that descent. */
export function averageVariance(learningRate: number, decay: number): number {
  const correlation = 1 - learningRate;
  const independent = (1 - decay) / (1 + decay);
  return (
    (descentVariance(learningRate) * independent * (1 + correlation * decay)) / (1 - correlation * decay)
  );
}

/** Variance that the heavy ball keeps: an autoregressive process of order two. */
export function heavyBallVariance(learningRate: number, momentum: number): number {
  return (learningRate * (1 + momentum)) / ((1 - momentum) * (2 * (1 + momentum) - learningRate));
}

/**
 * Many independent chains of stochastic descent from the minimum, a moving average of each for every decay β, and beside them, under
 * the same noise, a heavy ball for every μ = β whose learning rate is (1 − μ)η.
 */
export class NoiseBall {
  readonly #decays: Float32Array;
  readonly #chains: number;
  readonly #learningRate: number;
  readonly #random: Random;
  readonly #iterates: Float64Array;
  readonly #averages: readonly Float64Array[];
  readonly #balls: readonly Float64Array[];
  readonly #velocities: readonly Float64Array[];

  constructor(decays: Float32Array, chains: number, learningRate: number, random: Random) {
    this.#decays = decays;
    this.#chains = chains;
    this.#learningRate = learningRate;
    this.#random = random;
    const forEachDecay = () => Array.from(decays, () => new Float64Array(chains));
    this.#iterates = new Float64Array(chains);
    this.#averages = forEachDecay();
    this.#balls = forEachDecay();
    this.#velocities = forEachDecay();
  }

  /** One step of every chain. */
  step(): void {
    const noise = Float64Array.from({ length: this.#chains }, () => this.#random.normal());
    const iterates = this.#iterates;
    for (let chain = 0; chain < this.#chains; chain++) {
      iterates[chain]! -= this.#learningRate * (iterates[chain]! + noise[chain]!);
    }
    for (const [index, decay] of this.#decays.entries()) {
      this.#follow(this.#averages[index]!, decay);
      this.#roll(this.#balls[index]!, this.#velocities[index]!, decay, noise);
    }
  }

  #follow(averages: Float64Array, decay: number): void {
    for (let chain = 0; chain < this.#chains; chain++) {
      averages[chain]! += (1 - decay) * (this.#iterates[chain]! - averages[chain]!);
    }
  }

  #roll(balls: Float64Array, velocities: Float64Array, momentum: number, noise: Float64Array): void {
    const learningRate = (1 - momentum) * this.#learningRate;
    for (let chain = 0; chain < this.#chains; chain++) {
      const gradient = balls[chain]! + noise[chain]!;
      velocities[chain] = momentum * velocities[chain]! - learningRate * gradient;
      balls[chain]! += velocities[chain]!;
    }
  }

  /** Mean square now, over the chains, of the moving averages and then of the heavy balls, `[2 · decays]`. */
  squares(): Float64Array {
    return Float64Array.from([...this.#averages, ...this.#balls], meanSquare);
  }
}

function meanSquare(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value * value, 0) / values.length;
}
