/** Cross entropy of one answer in nats, from a logit and a label of 0 or 1; log(1 + eˣ) in the form that does not overflow. */
export function logisticLoss(logit: number, label: number): number {
  return Math.max(logit, 0) - logit * label + Math.log1p(Math.exp(-Math.abs(logit)));
}

/** Mean cross entropy in nats. `labels` `[points]`, 0 or 1. */
export function crossEntropy(logits: Float32Array, labels: Float32Array): number {
  let sum = 0;
  for (const [point, logit] of logits.entries()) sum += logisticLoss(logit, labels[point]!);
  return sum / logits.length;
}
