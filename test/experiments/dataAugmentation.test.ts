import { describe, expect, it } from 'vitest';
import {
  type Deformation,
  deform,
  elasticField,
  withMargins,
} from '../../src/experiments/data-augmentation/deform';
import { digitData } from '../../src/experiments/data-augmentation/digitData';
import { confusionsOf, sixNineMixed } from '../../src/experiments/kit/confusions';
import { drawDigits } from '../../src/experiments/kit/digits/drawnDigits';
import { createRandom } from '../../src/experiments/kit/random';

const SIDE = 14;
const PIXELS = SIDE * SIDE;
const still: Deformation = { angle: 0, right: 0, down: 0, field: undefined, strength: 0 };

/** The picture with ink at one place only. */
function dot(row: number, column: number): Float32Array {
  const pixels = new Float32Array(PIXELS);
  pixels[row * SIDE + column] = 1;
  return pixels;
}

function bent(pixels: Float32Array, change: Partial<Deformation>): Float32Array {
  const target = new Float32Array(PIXELS);
  deform(withMargins(pixels), 0, { ...still, ...change }, target, 0);
  return target;
}

function greatestDifference(left: Float32Array, right: Float32Array): number {
  return Math.max(...left.map((value, at) => Math.abs(value - right[at]!)));
}

describe('Deforming a digit', () => {
  const [digit] = [drawDigits(1, createRandom(1)).pixels];

  it('leaves it alone where there is nothing to do', () => {
    expect(greatestDifference(bent(digit, {}), digit)).toBeLessThan(1e-6);
  });

  it('shifts to the right and down', () => {
    expect(bent(dot(5, 3), { right: 2, down: 4 })).toEqual(dot(9, 5));
    expect(bent(dot(5, 3), { right: 0.25 })[5 * SIDE + 4]).toBeCloseTo(0.25, 6);
  });

  it('turns clockwise about the middle', () => {
    // The middle is (6.5, 6.5): a quarter turn takes (row, column) to (column, 13 − row), a half turn to (13 − row, 13 − column).
    expect(greatestDifference(bent(dot(2, 5), { angle: Math.PI / 2 }), dot(5, 11))).toBeLessThan(1e-5);
    expect(greatestDifference(bent(dot(2, 5), { angle: Math.PI }), dot(11, 8))).toBeLessThan(1e-5);
  });

  it('finds paper outside', () => {
    expect(Math.max(...bent(digit, { right: 40 }))).toBe(0);
    expect(bent(dot(13, 13), { right: 1 })).toEqual(new Float32Array(PIXELS));
  });

  it('follows its field', () => {
    const field = new Float32Array(2 * PIXELS);
    field[7 * SIDE + 7] = 2;
    field[PIXELS + 7 * SIDE + 7] = -1;
    // Pixel (7, 7) looks 1.5 · (2, −1) aside: halfway between two pixels of which one has ink.
    expect(bent(dot(5, 10), { field, strength: 1.5 })[7 * SIDE + 7]).toBeCloseTo(0.5, 6);
  });
});

describe('An elastic field', () => {
  const random = createRandom(5);
  const fields = Array.from({ length: 300 }, () => elasticField(random));

  /** Mean over the fields of the product of two entries. */
  function moment(one: number, other: number): number {
    return fields.reduce((sum, field) => sum + field[one]! * field[other]!, 0) / fields.length;
  }

  it('is another one each time, with standard deviation 1 at the edge as in the middle', () => {
    expect(greatestDifference(fields[0]!, fields[1]!)).toBeGreaterThan(0.5);
    for (const place of [0, 100, PIXELS, PIXELS + 100]) expect(moment(place, place)).toBeCloseTo(1, 0);
  });

  it('is smooth: correlated by exp(−d² / 4s²) at a distance d, and not between columns and rows', () => {
    // Independent noise smoothed by a Gaussian of width s has this correlation; here s = 3.
    for (const d of [1, 3, 6]) {
      expect(Math.abs(moment(100, 100 + d) - Math.exp(-(d ** 2) / 36))).toBeLessThan(0.15);
    }
    expect(Math.abs(moment(100, PIXELS + 100))).toBeLessThan(0.2);
  });
});

describe('The digits', () => {
  it('that are drawn have ink from 0 to 1 and classes in turn, and a nine is a six upside down', () => {
    const { pixels, labels } = drawDigits(200, createRandom(2));
    expect([...labels.subarray(0, 11)]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0]);
    expect([Math.min(...pixels), Math.max(...pixels)]).toEqual([0, 1]);
    const mean = (digit: number, place: number) => {
      let sum = 0;
      for (let at = digit; at < 200; at += 10) sum += pixels[at * PIXELS + place]!;
      return sum / 20;
    };
    const turned = Float32Array.from({ length: PIXELS }, (_, place) => mean(6, PIXELS - 1 - place));
    const nine = Float32Array.from({ length: PIXELS }, (_, place) => mean(9, place));
    expect(greatestDifference(turned, nine)).toBeLessThan(0.35);
    expect(greatestDifference(turned, turned.toReversed())).toBeGreaterThan(0.35);
  });

  it('that are chosen are balanced, differ by seed, and none is there twice', () => {
    const { training, test } = digitData('mnist', 100, 20, createRandom(1));
    const other = digitData('mnist', 100, 20, createRandom(2));
    expect([...training.labels]).toEqual([...Array(100).keys()].map((at) => at % 10));
    expect(greatestDifference(training.pixels, other.training.pixels)).toBe(1);
    expect(greatestDifference(test.pixels, other.test.pixels)).toBe(0);
    const rows = Array.from({ length: 100 }, (_, at) =>
      training.pixels.subarray(at * PIXELS, at * PIXELS + PIXELS).join(),
    );
    expect(new Set(rows).size).toBe(100);
  });
});

describe('Confusions', () => {
  it('are shares of each row', () => {
    // Two sixes, one read as a nine; a nine, read as a six.
    const logits = new Float32Array(30);
    for (const [at, reading] of [6, 9, 6].entries()) logits[at * 10 + reading] = 1;
    const confusions = confusionsOf(logits, Uint8Array.of(6, 6, 9));
    expect([confusions[66], confusions[69], confusions[96], confusions[99]]).toEqual([0.5, 0.5, 1, 0]);
    expect(sixNineMixed(confusions)).toBe(0.75);
  });
});
