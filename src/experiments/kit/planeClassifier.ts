import { crossEntropy } from './crossEntropy';

/** Part of the plane shown by a decision map, and its raster in cells. */
export interface Raster {
  readonly rows: number;
  readonly columns: number;
  readonly xRange: readonly [number, number];
  readonly yRange: readonly [number, number];
}

/** Centres of the cells of a decision map, `[rows · columns, 2]`; row 0 is the largest y. */
export function rasterPoints({ rows, columns, xRange, yRange }: Raster): Float32Array {
  const points = new Float32Array(rows * columns * 2);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = (row * columns + column) * 2;
      points[at] = xRange[0] + ((column + 0.5) / columns) * (xRange[1] - xRange[0]);
      points[at + 1] = yRange[1] - ((row + 0.5) / rows) * (yRange[1] - yRange[0]);
    }
  }
  return points;
}

/** Coordinates `[points, 2]` and labels `[points]` of rows x, y, class. */
export function splitPoints(points: Float32Array): {
  readonly coordinates: Float32Array;
  readonly labels: Float32Array;
} {
  return {
    coordinates: points.filter((_, at) => at % 3 !== 2),
    labels: points.filter((_, at) => at % 3 === 2),
  };
}

/** Mean cross entropy in nats and share of right answers, from logits. A loss of NaN where a logit is no finite number. */
export function scoreLogits(
  logits: Float32Array,
  labels: Float32Array,
): { readonly loss: number; readonly accuracy: number } {
  let right = 0;
  for (const [point, logit] of logits.entries()) if (logit > 0 === labels[point]! > 0.5) right++;
  const mean = crossEntropy(logits, labels);
  return { loss: Number.isFinite(mean) ? mean : Number.NaN, accuracy: right / logits.length };
}

/** Probability of class 1 scaled to 0…255; a logit that is NaN says as little as one half. */
export function logitToByte(logit: number): number {
  return Number.isNaN(logit) ? 128 : Math.round(255 / (1 + Math.exp(-logit)));
}
