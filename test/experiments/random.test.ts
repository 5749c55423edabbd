import { describe, expect, it } from 'vitest';
import { createRandom, philox } from '../../src/experiments/kit/random';

function draw<T>(count: number, next: () => T): T[] {
  return Array.from({ length: count }, next);
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

describe('philox', () => {
  // Test vectors that the authors publish with their library Random123 (kat_vectors, philox4x32 10).
  it.each([
    { counter: [0, 0, 0, 0], key: [0, 0], expected: '6627e8d5 e169c58d bc57ac4c 9b00dbd8' },
    {
      counter: [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
      key: [0xffffffff, 0xffffffff],
      expected: '408f276d 41c83b0e a20bc7c6 6d5451fd',
    },
    {
      counter: [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      key: [0xa4093822, 0x299f31d0],
      expected: 'd16cfe09 94fdcceb 5001e420 24126ea1',
    },
  ] as const)('gives the published answer for counter $counter', ({ counter, key, expected }) => {
    const words = philox([...counter], [...key]);
    expect(words.map((word) => word.toString(16).padStart(8, '0')).join(' ')).toBe(expected);
  });
});

describe('createRandom', () => {
  it('gives the same numbers for the same seed, and others for another', () => {
    const [first, again, other] = [7, 7, 8].map((seed) => {
      const random = createRandom(seed);
      return draw(20, () => random.uniform());
    });
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });

  it('takes 0 for a seed like any other', () => {
    expect(createRandom(0).uniform()).toBe(createRandom(0).uniform());
    expect(createRandom(0).uniform()).not.toBe(createRandom(1).uniform());
  });

  it('draws from each stream the same, however much is drawn from the others and in whatever order', () => {
    const one = createRandom(3);
    const [early, late] = [one.stream('early'), one.stream('late')];
    const interleaved = draw(9, () => [early.normal(), late.uniform()] as const);

    const two = createRandom(3);
    two.normal();
    const lateFirst = two.stream('late');
    const lateAlone = draw(9, () => lateFirst.uniform());
    const earlyAfter = two.stream('early');
    expect(lateAlone).toEqual(interleaved.map(([, value]) => value));
    expect(draw(9, () => earlyAfter.normal())).toEqual(interleaved.map(([value]) => value));
  });

  it('tells streams apart by their whole path', () => {
    const random = createRandom(1);
    const paths = ['a', 'b', 'ab', 'a/b'].map((name) => random.stream(name).uniform());
    const nested = random.stream('b').stream('a').uniform();
    expect(new Set([random.uniform(), nested, ...paths]).size).toBe(6);
  });

  it('draws uniform numbers inside (0, 1) with the right mean and variance', () => {
    const random = createRandom(11);
    const numbers = draw(20_000, () => random.uniform());
    expect(Math.min(...numbers)).toBeGreaterThan(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    expect(mean(numbers)).toBeCloseTo(1 / 2, 2);
    expect(mean(numbers.map((number) => (number - 0.5) ** 2))).toBeCloseTo(1 / 12, 2);
  });

  it('draws normal numbers with the moments of the normal distribution', () => {
    const random = createRandom(12);
    const numbers = draw(40_000, () => random.normal());
    const moment = (power: number) => mean(numbers.map((number) => number ** power));
    // Five standard errors each.
    expect(Math.abs(moment(1))).toBeLessThan(0.025);
    expect(Math.abs(moment(2) - 1)).toBeLessThan(0.035);
    expect(Math.abs(moment(3))).toBeLessThan(0.1);
    expect(Math.abs(moment(4) - 3)).toBeLessThan(0.25);
  });

  it('draws neighbouring normal numbers that do not depend on each other', () => {
    const random = createRandom(13);
    const numbers = draw(20_000, () => random.normal());
    const products = numbers.slice(1).map((number, index) => number * numbers[index]!);
    expect(Math.abs(mean(products))).toBeLessThan(0.036);
  });

  it('draws whole numbers below the bound, each equally often', () => {
    const random = createRandom(14);
    const counts = new Array<number>(6).fill(0);
    for (const number of draw(12_000, () => random.integer(6))) counts[number]!++;
    for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(5 * Math.sqrt(2000));
  });

  it('shuffles into every order equally often and leaves its input alone', () => {
    const random = createRandom(15);
    const items = ['a', 'b', 'c'] as const;
    const counts = new Map<string, number>();
    for (const order of draw(6000, () => random.shuffle(items).join(''))) {
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(5 * Math.sqrt(1000));
    expect(items).toEqual(['a', 'b', 'c']);
  });
});
