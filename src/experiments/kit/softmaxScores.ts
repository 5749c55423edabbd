/** How a classifier of several classes does on labelled points. */
export interface SoftmaxScore {
  /** Mean cross entropy, −log of the probability of the label, in nats; NaN where a logit is no finite number. */
  readonly loss: number;
  /** Share of points whose largest logit is that of the label, 0 … 1; of equal logits the first one counts. */
  readonly accuracy: number;
}

/** log Σ exp(z) of `classes` logits from `start` on, in the form that does not overflow. */
export function logSumExp(logits: Float32Array, start: number, classes: number): number {
  let largest = Number.NEGATIVE_INFINITY;
  for (let at = start; at < start + classes; at++) largest = Math.max(largest, logits[at]!);
  let sum = 0;
  for (let at = start; at < start + classes; at++) sum += Math.exp(logits[at]! - largest);
  return largest + Math.log(sum);
}

/** Class with the largest of `classes` logits from `start` on; of equal ones the first. */
export function largestLogit(logits: Float32Array, start: number, classes: number): number {
  let best = 0;
  for (let c = 1; c < classes; c++) if (logits[start + c]! > logits[start + best]!) best = c;
  return best;
}

/**
 * Mean loss and accuracy of softmax(logits). Goodfellow, Bengio, Courville: Deep Learning, 6.2.2.3.
 * @param logits `[points, classes]`, row-major.
 * @param labels `[points]`, class of each point, 0 … classes − 1.
 */
export function scoreSoftmax(logits: Float32Array, labels: ArrayLike<number>, classes: number): SoftmaxScore {
  let [sum, right] = [0, 0];
  for (let point = 0; point < labels.length; point++) {
    const [start, label] = [point * classes, labels[point]!];
    sum += logSumExp(logits, start, classes) - logits[start + label]!;
    if (largestLogit(logits, start, classes) === label) right++;
  }
  const loss = sum / labels.length;
  return { loss: Number.isFinite(loss) ? loss : Number.NaN, accuracy: right / labels.length };
}
