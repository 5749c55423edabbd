import { largestLogit, logSumExp } from '../kit/softmaxScores';

/** Points sorted into bins of equal width by how sure the classifier is of its answer. */
export interface Reliability {
  /** How many points, `[bins]`. */
  readonly counts: Float32Array;
  /** Share of right answers, `[bins]`; NaN where there is no point. */
  readonly accuracy: Float32Array;
  /** Mean confidence, `[bins]`; NaN where there is no point. */
  readonly confidence: Float32Array;
}

/**
 * Confidence is the largest probability of softmax(logits). Guo, Pleiss, Sun, Weinberger: On calibration of modern neural networks (2017), section 2.
 * @param logits `[points, classes]`, finite.
 * @param labels `[points]`, class of each point.
 */
export function reliability(
  logits: Float32Array,
  labels: ArrayLike<number>,
  classes: number,
  bins: number,
): Reliability {
  const counts = new Float32Array(bins);
  const [right, sure] = [new Float64Array(bins), new Float64Array(bins)];
  for (let point = 0; point < labels.length; point++) {
    const start = point * classes;
    const answer = largestLogit(logits, start, classes);
    const confidence = Math.exp(logits[start + answer]! - logSumExp(logits, start, classes));
    const bin = Math.min(bins - 1, Math.floor(confidence * bins));
    counts[bin]!++;
    sure[bin]! += confidence;
    if (answer === labels[point]) right[bin]!++;
  }
  const perPoint = (sums: Float64Array) => Float32Array.from(sums, (sum, bin) => sum / counts[bin]!);
  return { counts, accuracy: perPoint(right), confidence: perPoint(sure) };
}

/** Expected calibration error, 0 … 1: distance of accuracy from confidence, averaged over the points. Guo et al. (2017), equation 3. */
export function expectedCalibrationError({ counts, accuracy, confidence }: Reliability): number {
  let [sum, points] = [0, 0];
  for (const [bin, count] of counts.entries()) {
    points += count;
    if (count > 0) sum += count * Math.abs(accuracy[bin]! - confidence[bin]!);
  }
  return sum / points;
}
