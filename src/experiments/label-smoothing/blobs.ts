import type { Random } from '../kit/random';

/** Points in the plane with their classes. */
export interface Blobs {
  /** `[points, 2]`: x, y. */
  readonly coordinates: Float32Array;
  /** `[points]`: 0 … classes − 1, in turn. */
  readonly labels: Uint8Array;
}

/** Centre of a class: evenly on the unit circle, class 0 at (1, 0). */
export function centreOf(label: number, classes: number): readonly [number, number] {
  const angle = (2 * Math.PI * label) / classes;
  return [Math.cos(angle), Math.sin(angle)];
}

/**
 * Normally distributed clouds around the centres of the classes.
 * @param spread standard deviation in units of half the distance between neighbouring centres, which is sin(π / classes)
 */
export function drawBlobs(count: number, classes: number, spread: number, random: Random): Blobs {
  const deviation = spread * Math.sin(Math.PI / classes);
  const coordinates = new Float32Array(2 * count);
  const labels = Uint8Array.from({ length: count }, (_, point) => point % classes);
  for (const [point, label] of labels.entries()) {
    const [x, y] = centreOf(label, classes);
    coordinates[2 * point] = x + deviation * random.normal();
    coordinates[2 * point + 1] = y + deviation * random.normal();
  }
  return { coordinates, labels };
}

/**
 * The same labels, a share of them wrong: `rate` · points of them, rounded, drawn at random, each replaced by another class, every other
 * class equally likely. A larger rate replaces the same labels and some more.
 */
export function flipLabels(labels: Uint8Array, classes: number, rate: number, random: Random): Uint8Array {
  const flipped = Uint8Array.from(labels);
  const order = random.shuffle([...labels.keys()]);
  for (const point of order.slice(0, Math.round(rate * labels.length))) {
    flipped[point] = (labels[point]! + 1 + random.integer(classes - 1)) % classes;
  }
  return flipped;
}
