import type { LayerWeights } from '../kit/tensor/network';

/** Everything that belongs to one hidden unit: its incoming weights, its bias and its outgoing weight. */
export function unitVector(
  [incoming, outgoing]: readonly [LayerWeights, LayerWeights],
  variant: number,
  unit: number,
): number[] {
  const { inputs, outputs: units, values } = incoming;
  const start = variant * (inputs + 1) * units;
  const own = Array.from({ length: inputs + 1 }, (_, row) => values[start + row * units + unit]!);
  return [...own, outgoing.values[variant * (units + 1) + unit]!];
}

/** Largest Euclidean distance between any two of the vectors; 0 only if all are the same. */
export function largestDistance(vectors: readonly (readonly number[])[]): number {
  let largest = 0;
  for (const [index, a] of vectors.entries()) {
    for (const b of vectors.slice(0, index)) {
      const distance = Math.hypot(...a.map((value, at) => value - b[at]!));
      if (Number.isNaN(distance)) return Number.NaN;
      largest = Math.max(largest, distance);
    }
  }
  return largest;
}
