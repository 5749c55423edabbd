import { DIGIT_SIDE } from '../kit/digits/decodeDigits';
import { type DigitSet, digits } from '../kit/digits/digits';
import { drawFactors, type MaskSharing } from '../kit/masks';
import type { Random } from '../kit/random';
import { VariantNetwork } from '../kit/tensor/network';
import { type Tensor, upload } from '../kit/tensor/program';
import { CLASSES } from './digitNetworks';
import { BATCH, IMAGE } from './spec';

/** Part of a digit's pixels that is used, in rows and columns: outside of it hardly any digit has ink. */
const FROM = { row: 1, column: 2 } as const;
/** Pixels that are used. */
export const PIXELS = IMAGE.rows * IMAGE.columns;

/** The inner pixels of the digits, `[count, pixels]`. */
function cropped(pixels: Float32Array): Float32Array {
  const size = DIGIT_SIDE * DIGIT_SIDE;
  const result = new Float32Array((pixels.length / size) * PIXELS);
  for (let at = 0; at < result.length; at++) {
    const [digit, place] = [Math.floor(at / PIXELS), at % PIXELS];
    const row = FROM.row + Math.floor(place / IMAGE.columns);
    const column = FROM.column + (place % IMAGE.columns);
    result[at] = pixels[digit * size + row * DIGIT_SIDE + column]!;
  }
  return result;
}

/** The digits with these indices, in their order; pixels `[count, pixels]`. */
function gather({ pixels, labels }: DigitSet, indices: readonly number[]): DigitSet {
  const size = pixels.length / labels.length;
  const result = new Float32Array(indices.length * size);
  for (const [at, index] of indices.entries()) {
    result.set(pixels.subarray(index * size, (index + 1) * size), at * size);
  }
  return { pixels: result, labels: Uint8Array.from(indices, (index) => labels[index]!) };
}

/** The inner pixels of digits chosen by chance, ten at a time, one of each class; the first `count` of them. */
function chooseDigits(set: DigitSet, count: number, random: Random): DigitSet {
  const tens = random.shuffle(Array.from({ length: set.labels.length / 10 }, (_, ten) => ten));
  const chosen = Array.from({ length: count }, (_, at) => tens[Math.floor(at / 10)]! * 10 + (at % 10));
  const { pixels, labels } = gather(set, chosen);
  return { pixels: cropped(pixels), labels };
}

/** Digits to train with and others to test with, chosen anew for each seed; pixels `[count, pixels]`. */
export function drawDigits(trainCount: number, testCount: number, random: Random) {
  const { train, test } = digits();
  return {
    train: chooseDigits(train, trainCount, random.stream('training digits')),
    test: chooseDigits(test, testCount, random.stream('test digits')),
  };
}

/** Minibatches of distinct digits, in a new random order when fewer are left than one takes. */
export class Batches {
  readonly #set: DigitSet;
  readonly #random: Random;
  #queue: number[] = [];

  constructor(set: DigitSet, random: Random) {
    this.#set = set;
    this.#random = random;
  }

  /** Pixels `[1, batch, pixels]` and the probability of each class `[1, batch, classes]`; the caller's to dispose. */
  next(): { readonly input: Tensor; readonly targets: Tensor } {
    if (this.#queue.length < BATCH) this.#queue = this.#random.shuffle([...this.#set.labels.keys()]);
    const { pixels, labels } = gather(this.#set, this.#queue.splice(0, BATCH));
    const targets = new Float32Array(BATCH * CLASSES);
    for (const [at, label] of labels.entries()) targets[at * CLASSES + label] = 1;
    return { input: upload(pixels, [1, BATCH, PIXELS]), targets: upload(targets, [1, BATCH, CLASSES]) };
  }
}

/** Networks of one width that differ in their dropout and weight decay only. */
export interface Family {
  readonly width: number;
  /** Probability of dropping an input, one for each network. */
  readonly inputRates: readonly number[];
  /** Probability of dropping a hidden unit, one for each network. */
  readonly hiddenRates: readonly number[];
  /** Weight of the L2 penalty, one for each network. */
  readonly penalties: readonly number[];
}

/** Trains a family with masks that all its networks draw together. */
export class FamilyTraining {
  readonly network: VariantNetwork;
  readonly #family: Family;
  readonly #sharing: MaskSharing;
  readonly #random: Random;
  #factors: Tensor[] = [];

  constructor(family: Family, sharing: MaskSharing, random: Random) {
    this.#family = family;
    this.#sharing = sharing;
    this.#random = random.stream('masks');
    this.network = new VariantNetwork({
      variants: family.penalties.length,
      widths: [PIXELS, family.width, CLASSES],
      penalties: Float32Array.from(family.penalties),
      loss: 'softmax',
      optimizer: 'adam',
      random: random.stream('weights'),
    });
  }

  #factorsOf(rates: readonly number[], width: number): Tensor {
    const values = drawFactors(rates, BATCH, width, this.#sharing, this.#random);
    return upload(values, [rates.length, BATCH, width]);
  }

  #drawMasks(): void {
    if (this.#sharing === 'training' && this.#factors.length > 0) return;
    this.#freeMasks();
    const { inputRates, hiddenRates, width } = this.#family;
    this.#factors = [this.#factorsOf(inputRates, PIXELS), this.#factorsOf(hiddenRates, width)];
  }

  #freeMasks(): void {
    for (const factors of this.#factors) factors.dispose();
    this.#factors = [];
  }

  step(input: Tensor, targets: Tensor, learningRate: number): void {
    this.#drawMasks();
    this.network.step(input, targets, learningRate, { factors: this.#factors });
  }

  /** Idempotent. */
  dispose(): void {
    this.#freeMasks();
    this.network.dispose();
  }
}
