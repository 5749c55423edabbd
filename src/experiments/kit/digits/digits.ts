import { DIGIT_SIDE, decodeDigits } from './decodeDigits';
import { mnistSubset } from './mnistSubset.gen';

const TRAINING = 500;
const TEST = 1000;

/** Handwritten digits, classes in turn: any prefix of a multiple of ten has as many of each. Whoever gets them must not change them. */
export interface DigitSet {
  /** `[count, 14, 14]`, 0 paper … 1 ink; row 0 is at the top. */
  readonly pixels: Float32Array;
  /** `[count]`, 0 … 9. */
  readonly labels: Uint8Array;
}

let decoded: { readonly train: DigitSet; readonly test: DigitSet } | undefined;

function part(pixels: Float32Array, from: number, to: number): DigitSet {
  const size = DIGIT_SIDE * DIGIT_SIDE;
  const labels = Uint8Array.from({ length: to - from }, (_, at) => at % 10);
  return { pixels: pixels.slice(from * size, to * size), labels };
}

/**
 * 500 digits to train with and 1000 others to test with, from MNIST; decoded at the first call. About 65 kB of text come with this file,
 * so only runs import it. Licence and origin are in LICENSE-mnist.txt.
 */
export function digits(): { readonly train: DigitSet; readonly test: DigitSet } {
  if (!decoded) {
    const pixels = decodeDigits(mnistSubset, TRAINING + TEST);
    decoded = { train: part(pixels, 0, TRAINING), test: part(pixels, TRAINING, TRAINING + TEST) };
  }
  return decoded;
}
