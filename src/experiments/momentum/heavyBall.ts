/*
 * Descent on a quadratic bowl with one steep direction (curvature 1) and one flat one (curvature 1/κ): v ← μv − ηg, w ← w + v.
 * With μ = 0 it is gradient descent. Directions do not mix, so that every statement follows from one direction at a time.
 */

/** How a descent steps. */
export interface Descent {
  /** η. */
  readonly learningRate: number;
  /** μ, 0 … 1. */
  readonly momentum: number;
}

/** A ball in the bowl, along the flat and the steep direction; the minimum is at 0. */
export interface Ball {
  readonly position: readonly [number, number];
  readonly velocity: readonly [number, number];
}

/** The learning rate with which gradient descent is fastest in the worst case. Goh: Why momentum really works (2017). */
export function fastestDescent(condition: number): Descent {
  return { learningRate: 2 / (1 + 1 / condition), momentum: 0 };
}

/** The η and μ with which the heavy ball is fastest in the worst case. Polyak (1964); Goh (2017). */
export function fastestHeavyBall(condition: number): Descent {
  const root = Math.sqrt(condition);
  return { learningRate: (2 / (1 + 1 / root)) ** 2, momentum: ((root - 1) / (root + 1)) ** 2 };
}

/** The ball at rest. */
export function restAt(flat: number, steep: number): Ball {
  return { position: [flat, steep], velocity: [0, 0] };
}

/** Where one step takes the ball. */
export function roll({ position, velocity }: Ball, condition: number, descent: Descent): Ball {
  const push = (direction: 0 | 1, curvature: number) =>
    descent.momentum * velocity[direction] - descent.learningRate * curvature * position[direction];
  const [flat, steep] = [push(0, 1 / condition), push(1, 1)];
  return { position: [position[0] + flat, position[1] + steep], velocity: [flat, steep] };
}

/** Factor a step, in the long run, along a direction of this curvature: the largest root of z² − (1 + μ − ηλ) z + μ in size. */
function rateAlong(curvature: number, { learningRate, momentum }: Descent): number {
  const middle = 1 + momentum - learningRate * curvature;
  const discriminant = middle ** 2 - 4 * momentum;
  if (discriminant < 0) return Math.sqrt(momentum);
  return (Math.abs(middle) + Math.sqrt(discriminant)) / 2;
}

/** Factor by which the distance from the minimum changes a step, in the long run and from the worst start. */
export function rateOf(condition: number, descent: Descent): number {
  return Math.max(rateAlong(1, descent), rateAlong(1 / condition, descent));
}

/** Steps until the distance is `share` of what it was, if every step multiplies it by `rate`. NaN where it never is. */
export function stepsAt(rate: number, share: number): number {
  return rate < 1 ? Math.max(1, Math.log(share) / Math.log(rate)) : Number.NaN;
}
