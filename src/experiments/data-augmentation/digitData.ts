import { DIGIT_SIDE } from '../kit/digits/decodeDigits';
import { type DigitSet, digits } from '../kit/digits/digits';
import { drawDigits } from '../kit/digits/drawnDigits';
import type { Random } from '../kit/random';

const PIXELS = DIGIT_SIDE * DIGIT_SIDE;
const CLASSES = 10;

/** The first `count` digits. */
function first({ pixels, labels }: DigitSet, count: number): DigitSet {
  return { pixels: pixels.slice(0, count * PIXELS), labels: labels.slice(0, count) };
}

/** `count` of the digits, classes in turn, chance choosing within each class. */
function chosen({ pixels, labels }: DigitSet, count: number, random: Random): DigitSet {
  const ofClass = Array.from({ length: CLASSES }, (_, label) =>
    random.shuffle([...labels.keys()].filter((at) => labels[at] === label)),
  );
  const picks = Array.from({ length: count }, (_, at) => ofClass[at % CLASSES]![Math.floor(at / CLASSES)]!);
  const result = new Float32Array(count * PIXELS);
  for (const [at, pick] of picks.entries()) {
    result.set(pixels.subarray(pick * PIXELS, (pick + 1) * PIXELS), at * PIXELS);
  }
  return { pixels: result, labels: Uint8Array.from(picks, (pick) => labels[pick]!) };
}

/** Digits to train with, up to 500, chosen by chance; and others to test with, up to 1000, of MNIST always the same. Classes in turn. */
export function digitData(
  source: 'mnist' | 'drawn',
  training: number,
  test: number,
  random: Random,
): { readonly training: DigitSet; readonly test: DigitSet } {
  if (source === 'drawn') {
    return {
      training: drawDigits(training, random.stream('training digits')),
      test: drawDigits(test, random.stream('test digits')),
    };
  }
  const known = digits();
  return {
    training: chosen(known.train, training, random.stream('training digits')),
    test: first(known.test, test),
  };
}
