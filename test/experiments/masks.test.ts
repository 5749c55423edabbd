import { describe, expect, it } from 'vitest';
import { drawFactors } from '../../src/experiments/kit/masks';
import { createRandom } from '../../src/experiments/kit/random';

describe('drawFactors', () => {
  it('drops with the rate, scales what is kept, and has mean one', () => {
    const factors = drawFactors([0.2, 0.5], 100, 200, 'example', createRandom(1));
    for (const [index, rate] of [0.2, 0.5].entries()) {
      const own = factors.subarray(index * 20000, (index + 1) * 20000);
      expect(new Set(own)).toEqual(new Set([0, Math.fround(1 / (1 - rate))]));
      // Five standard deviations of the share.
      const share = own.filter((factor) => factor === 0).length / own.length;
      expect(Math.abs(share - rate)).toBeLessThan(5 * Math.sqrt((rate * (1 - rate)) / own.length));
    }
  });

  it('drops for a large rate whatever it drops for a small one', () => {
    const factors = drawFactors([0.3, 0.6], 1, 500, 'example', createRandom(2));
    const dropped = [...factors.subarray(0, 500).keys()].filter((at) => factors[at] === 0);
    expect(dropped.length).toBeGreaterThan(100);
    for (const at of dropped) expect(factors[500 + at]).toBe(0);
  });

  it('gives all points of a step one mask where they share it', () => {
    const factors = drawFactors([0, 0.5], 4, 7, 'step', createRandom(3));
    expect(factors.subarray(0, 28).every((factor) => factor === 1)).toBe(true);
    const first = factors.slice(28, 35);
    for (let point = 1; point < 4; point++) {
      expect(factors.slice(28 + 7 * point, 35 + 7 * point)).toEqual(first);
    }
  });
});
