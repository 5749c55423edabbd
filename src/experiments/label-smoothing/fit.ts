import { logSumExp } from '../kit/softmaxScores';

/** Mean cross entropy of softmax(logits) with soft targets in nats; both `[points, classes]`, each target adds up to one. */
export function crossEntropyWith(logits: Float32Array, targets: Float32Array, classes: number): number {
  let sum = 0;
  for (let start = 0; start < logits.length; start += classes) {
    sum += logSumExp(logits, start, classes);
    for (let at = start; at < start + classes; at++) sum -= targets[at]! * logits[at]!;
  }
  return (sum * classes) / logits.length;
}

/** How far the logit of the label lies above the mean of the others, averaged over the points. `labels` `[points]`. */
export function meanGap(logits: Float32Array, labels: ArrayLike<number>, classes: number): number {
  let sum = 0;
  for (let point = 0; point < labels.length; point++) {
    const own = logits.subarray(point * classes, (point + 1) * classes);
    const label = own[labels[point]!]!;
    const others = own.reduce((total, logit) => total + logit, 0) - label;
    sum += label - others / (classes - 1);
  }
  return sum / labels.length;
}

/** Probability of the label, of the class after it, and so on in a circle, averaged over the points: `[classes]`. */
export function meanProbabilities(
  logits: Float32Array,
  labels: ArrayLike<number>,
  classes: number,
): Float32Array {
  const sums = new Float32Array(classes);
  for (let point = 0; point < labels.length; point++) {
    const start = point * classes;
    const total = logSumExp(logits, start, classes);
    for (let place = 0; place < classes; place++) {
      sums[place]! += Math.exp(logits[start + ((labels[point]! + place) % classes)]! - total);
    }
  }
  return sums.map((sum) => sum / labels.length);
}
