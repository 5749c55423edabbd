import { describe, expect, it } from 'vitest';
import { type DigitSet, digits } from '../../src/experiments/kit/digits/digits';

const SIDE = 14;

/** Adler-32 over the greys 0 … 15; the expected ones were computed from the package's own pixels. */
function checksum({ pixels }: DigitSet): number {
  let [a, b] = [1, 0];
  for (const pixel of pixels) {
    a = (a + Math.round(pixel * 15)) % 65521;
    b = (b + a) % 65521;
  }
  return b * 65536 + a;
}

function countsOf(labels: Uint8Array): number[] {
  const counts = new Array<number>(10).fill(0);
  for (const label of labels) counts[label]!++;
  return counts;
}

/** Mean of a pixel over the digits of a class. */
function meanInk({ pixels, labels }: DigitSet, digit: number, row: number, column: number): number {
  const own = [...labels.keys()].filter((at) => labels[at] === digit);
  return own.reduce((sum, at) => sum + pixels[(at * SIDE + row) * SIDE + column]!, 0) / own.length;
}

describe('The digits of MNIST', () => {
  const { train, test } = digits();

  it('are 50 and 100 of each class, in turn', () => {
    expect(countsOf(train.labels)).toEqual(new Array(10).fill(50));
    expect(countsOf(test.labels)).toEqual(new Array(10).fill(100));
    for (const count of [10, 50, 120])
      expect(new Set(countsOf(train.labels.subarray(0, count))).size).toBe(1);
  });

  it('have 196 greys each, from paper to ink', () => {
    expect(train.pixels.length).toBe(500 * 196);
    expect(test.pixels.length).toBe(1000 * 196);
    const greys = new Set(train.pixels.map((pixel) => pixel * 15));
    expect([...greys].map(Math.round).sort((a, b) => a - b)).toEqual([...Array(16).keys()]);
    expect(greys.size).toBe(16);
  });

  it('are those that were derived, to the pixel', () => {
    expect([checksum(train), checksum(test)]).toEqual([88138244, 352779653]);
  });

  it('look like digits: a hole in the zero, a stroke in the one, both the right way up', () => {
    for (const set of [train, test]) {
      expect(meanInk(set, 0, 7, 7)).toBeLessThan(0.2);
      expect(meanInk(set, 1, 7, 7)).toBeGreaterThan(0.6);
      // A seven has its bar at the top, an L-shaped six its belly at the bottom.
      expect(meanInk(set, 7, 4, 8) - meanInk(set, 7, 10, 9)).toBeGreaterThan(0.2);
      expect(meanInk(set, 6, 9, 8) - meanInk(set, 6, 4, 9)).toBeGreaterThan(0.2);
    }
  });

  it('are decoded once', () => {
    expect(digits()).toBe(digits());
  });
});
