import { largestLogit } from './softmaxScores';

/** Share of the digits of each class (row) that are read as each class (column), `[10, 10]`. Logits `[points, 10]`. */
export function confusionsOf(logits: Float32Array, labels: Uint8Array): Float32Array {
  const counts = new Float32Array(100);
  const digits = new Float32Array(10);
  for (const [at, label] of labels.entries()) {
    counts[label * 10 + largestLogit(logits, at * 10, 10)]!++;
    digits[label]!++;
  }
  return counts.map((count, at) => count / digits[Math.floor(at / 10)]!);
}

/** Share of the sixes and nines that are read as the other of the two, of as many of each. */
export function sixNineMixed(confusions: Float32Array): number {
  return (confusions[69]! + confusions[96]!) / 2;
}
