import { describe, expect, it } from 'vitest';
import {
  type Activity,
  accuracyAfterRemoval,
  CLASSES,
  compareAverages,
  filterImages,
  lossOfRemoval,
  maskedWeights,
} from '../../src/experiments/dropout/digitNetworks';
import { drawDigits, PIXELS } from '../../src/experiments/dropout/digitTraining';
import { IMAGE } from '../../src/experiments/dropout/spec';
import { digits } from '../../src/experiments/kit/digits/digits';
import { createRandom } from '../../src/experiments/kit/random';

const sum = (values: Iterable<number>) => Array.from(values).reduce((total, value) => total + value, 0);

describe('what units carry', () => {
  /** Two points, two units: unit 0 speaks for class 0, unit 1 for class 1. */
  const outgoing = new Float32Array(3 * CLASSES);
  outgoing[0] = 10;
  outgoing[CLASSES + 1] = 10;
  const logits = new Float32Array(2 * CLASSES);
  logits[0] = 10;
  logits[CLASSES + 1] = 10;
  const activity: Activity = {
    hidden: Float32Array.from([1, 0, 0, 1]),
    logits,
    outgoing,
    labels: Uint8Array.from([0, 1]),
  };

  it('is the growth of the loss without one of them', () => {
    const sure = Math.log(1 + 9 * Math.exp(-10));
    const growths = lossOfRemoval(activity);
    for (const growth of growths) expect(growth).toBeCloseTo((Math.log(10) - sure) / 2, 5);
    expect(activity.logits[0]).toBe(10);
  });

  it('is lost when they are removed one after the other', () => {
    // Of equal logits the first class wins, so label 0 stays right.
    const accuracy = accuracyAfterRemoval(activity, [0, 1, 2], [[1, 0]]);
    expect([...accuracy]).toEqual([1, 0.5, 0.5]);
  });
});

describe('maskedWeights', () => {
  it('multiplies the rows of a variant and leaves the biases', () => {
    const layer = { values: new Float32Array(2 * 3 * 2).fill(1), inputs: 2, outputs: 2 };
    const masked = maskedWeights(layer, 1, 50, 0.5, createRandom(8));
    for (let mask = 0; mask < 50; mask++) {
      const [a, b, c, d, ...biases] = masked.slice(mask * 6, (mask + 1) * 6);
      expect([a, c]).toEqual([b, d]);
      expect([0, 2]).toContain(a);
      expect(biases).toEqual([1, 1]);
    }
    expect(new Set(masked)).toEqual(new Set([0, 1, 2]));
  });
});

describe('compareAverages', () => {
  it('averages probabilities, not logits', () => {
    const point = (first: number, second: number) => {
      const logits = new Float32Array(CLASSES).fill(-100);
      logits[0] = first;
      logits[1] = second;
      return logits;
    };
    // One mask is sure of class 0 beyond measure; two are fairly sure of class 1.
    const masked = Float32Array.from([...point(50, 0), ...point(0, 2), ...point(0, 2)]);
    const report = compareAverages(masked, point(0, 1), Uint8Array.from([0]), [1, 3]);
    expect(report.agreement[0]).toBeCloseTo(2 / 3, 6);
    expect(report.averageAccuracy[0]).toBeCloseTo(1 / 3, 6);
    // (0 + 0.88 + 0.88) / 3 for class 1; the mean of the logits would say class 0.
    expect([report.agreement[1], report.averageAccuracy[1]]).toEqual([1, 0]);
  });
});

describe('filterImages', () => {
  it('gives the largest weight the full range and zero the middle', () => {
    const values = Float32Array.from([1, -2, 0, 4, 9, 9]);
    expect([...filterImages({ values, inputs: 2, outputs: 2 }, 0, 2)]).toEqual([160, 128, 65, 255]);
  });
});

describe('drawDigits', () => {
  it('takes as many of each class, other ones for another seed, without the rim', () => {
    const { train, test } = drawDigits(50, 100, createRandom(9));
    expect(train.pixels.length).toBe(50 * PIXELS);
    for (let c = 0; c < 10; c++) {
      expect(train.labels.filter((label) => label === c).length).toBe(5);
      expect(test.labels.filter((label) => label === c).length).toBe(10);
    }
    expect(drawDigits(50, 100, createRandom(10)).train.pixels).not.toEqual(train.pixels);
    const inkOf = (pixels: Float32Array) => sum(pixels);
    const all = drawDigits(500, 10, createRandom(9)).train;
    expect(PIXELS).toBe(IMAGE.rows * IMAGE.columns);
    expect(inkOf(all.pixels) / inkOf(digits().train.pixels)).toBeGreaterThan(0.98);
  });
});
