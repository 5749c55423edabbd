/**
 * Target of each class when the label is class 0: 1 − ε for the label and ε / (k − 1) for each other class, `[classes]`. It is the
 * distribution of the true class where a label is wrong with probability ε and every wrong one is equally likely.
 */
export function smoothedTarget(epsilon: number, classes: number): Float32Array {
  return new Float32Array(classes).fill(epsilon / (classes - 1)).fill(1 - epsilon, 0, 1);
}

/**
 * The same in the form of Szegedy et al.: Rethinking the inception architecture for computer vision (2016), section 7:
 * ε / k for every class, the label's own included, and 1 − ε for the label on top.
 */
export function sharedTarget(epsilon: number, classes: number): Float32Array {
  const target = new Float32Array(classes).fill(epsilon / classes);
  target[0]! += 1 - epsilon;
  return target;
}

/** How far the logit of the label lies above each other one where the softmax meets the smoothed target; NaN for ε = 0: nowhere. */
export function optimalGap(epsilon: number, classes: number): number {
  return epsilon > 0 ? Math.log(((1 - epsilon) * (classes - 1)) / epsilon) : Number.NaN;
}

/** Entropy of the smoothed target in nats: no cross entropy with it is smaller. */
export function targetEntropy(epsilon: number, classes: number): number {
  if (epsilon === 0) return 0;
  return -(1 - epsilon) * Math.log(1 - epsilon) - epsilon * Math.log(epsilon / (classes - 1));
}

/** Smoothed targets of each point under each ε, `[epsilons, points, classes]`. `labels` `[points]`, 0 … classes − 1. */
export function smoothedTargets(
  labels: ArrayLike<number>,
  epsilons: Float32Array,
  classes: number,
): Float32Array {
  const points = labels.length;
  const targets = new Float32Array(epsilons.length * points * classes);
  for (const [row, epsilon] of epsilons.entries()) {
    const start = row * points * classes;
    targets.fill(epsilon / (classes - 1), start, start + points * classes);
    for (let point = 0; point < points; point++) {
      targets[start + point * classes + labels[point]!] = 1 - epsilon;
    }
  }
  return targets;
}
