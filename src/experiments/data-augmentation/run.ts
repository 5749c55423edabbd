import { confusionsOf, sixNineMixed } from '../kit/confusions';
import { DIGIT_SIDE } from '../kit/digits/decodeDigits';
import type { DigitSet } from '../kit/digits/digits';
import type { Run } from '../kit/experiment';
import type { Random } from '../kit/random';
import { largestLogit, scoreSoftmax } from '../kit/softmaxScores';
import { VariantNetwork } from '../kit/tensor/network';
import { upload } from '../kit/tensor/program';
import { Augmenter, drawSupply } from './augment';
import { digitData } from './digitData';
import { ACROSS, type Frame, KIND, LAST_TURN, type Setup, SHOWN, spec, TURNS, VARIANTS } from './spec';

const PIXELS = DIGIT_SIDE * DIGIT_SIDE;
const CLASSES = 10;
/** Digits that no network is trained on. */
const TEST_DIGITS = 500;
/** Digits of one training step. */
const BATCH = 25;
/** Digits whose copies tell how far copies are from their originals. */
const PROBED = 50;
/** The digit whose copies are shown: upside down it is another one. */
const SHOWN_DIGIT = 6;

/** The classes as probabilities, `[points, 10]`. */
function targetsOf(labels: readonly number[]): Float32Array {
  const targets = new Float32Array(labels.length * CLASSES);
  for (const [at, label] of labels.entries()) targets[at * CLASSES + label] = 1;
  return targets;
}

/** Indices of digits, all of them in random order again and again, `size` at a time. */
function* batches(count: number, size: number, random: Random): Generator<number[], never> {
  let waiting: number[] = [];
  for (;;) {
    if (waiting.length < size) waiting = [...waiting, ...random.shuffle([...Array(count).keys()])];
    yield waiting.slice(0, size);
    waiting = waiting.slice(size);
  }
}

/** Root mean square over the digits of ‖copy − original‖, for each variant, `[variants]`. Copies `[variants, digits, 14, 14]`. */
function distancesOf(copies: Float32Array, { pixels }: DigitSet): Float32Array {
  const size = copies.length / VARIANTS;
  return Float32Array.from({ length: VARIANTS }, (_, variant) => {
    let sum = 0;
    for (let at = 0; at < size; at++) sum += (copies[variant * size + at]! - pixels[at]!) ** 2;
    return Math.sqrt((sum * PIXELS) / size);
  });
}

/** Which variants the rotation's response shows, by growing range: none, the learner's own, the fixed ones. */
function byRange(rotation: number): { readonly variant: number; readonly degrees: number }[] {
  const fixed = TURNS.map((degrees, at) => ({ variant: KIND.turns + at, degrees }));
  const all = [{ variant: KIND.none, degrees: 0 }, { variant: KIND.rotation, degrees: rotation }, ...fixed];
  return all.sort((a, b) => a.degrees - b.degrees);
}

/** Trains the eight networks on the same digits, each on its own copies of them, and shows all after every `stepsPerFrame` steps. */
export const run: Run<typeof spec.params, Setup, Frame> = (params, { random }) => {
  const { trainingDigits, hiddenUnits, steps, noise } = params;
  const { training, test } = digitData(params.source, trainingDigits, TEST_DIGITS, random);
  const supply = drawSupply(random.stream('supply'));
  const augmenter = new Augmenter(training, params, supply, random.stream('copies'));
  const pictures = new Augmenter(training, params, supply, random.stream('pictures'));
  const order = batches(trainingDigits, Math.min(BATCH, trainingDigits), random.stream('order'));
  const network = new VariantNetwork({
    variants: VARIANTS,
    widths: [PIXELS, hiddenUnits, CLASSES],
    loss: 'softmax',
    optimizer: 'adam',
    random: random.stream('weights'),
  });
  const seen = new Float32Array((TEST_DIGITS + trainingDigits) * PIXELS);
  seen.set(test.pixels);
  seen.set(training.pixels, TEST_DIGITS * PIXELS);
  const evaluated = upload(seen, [1, TEST_DIGITS + trainingDigits, PIXELS]);
  const ranges = byRange(params.rotation);
  const original = training.labels.indexOf(SHOWN_DIGIT);
  const probed = [...Array(Math.min(PROBED, trainingDigits)).keys()];

  function learn(): void {
    const digits = order.next().value;
    const input = upload(augmenter.copies(digits), [VARIANTS, digits.length, PIXELS]);
    const targets = upload(targetsOf(digits.map((at) => training.labels[at]!)), [1, digits.length, CLASSES]);
    network.step(input, targets, params.learningRate);
    input.dispose();
    targets.dispose();
  }

  /** The digit and copies of it for the variants that are shown, and what each of their networks reads in them. */
  function look() {
    const copies = pictures.copies(new Array<number>(ACROSS).fill(original));
    const row = ACROSS * PIXELS;
    const own = training.pixels.subarray(original * PIXELS, (original + 1) * PIXELS);
    for (let variant = 0; variant < VARIANTS; variant++) copies.set(own, variant * row);
    const input = upload(copies, [VARIANTS, ACROSS, PIXELS]);
    const logits = network.logits(input);
    input.dispose();
    const images = new Uint8Array(SHOWN.length * row);
    const readings = new Float32Array(SHOWN.length * ACROSS);
    for (const [at, variant] of SHOWN.entries()) {
      const bytes = copies.subarray(variant * row, (variant + 1) * row);
      images.set(
        Uint8Array.from(bytes, (ink) => Math.round(255 * Math.min(1, Math.max(0, ink)))),
        at * row,
      );
      for (let place = 0; place < ACROSS; place++) {
        readings[at * ACROSS + place] = largestLogit(logits, (variant * ACROSS + place) * CLASSES, CLASSES);
      }
    }
    const misread = Uint8Array.from(readings, (reading) => (reading === SHOWN_DIGIT ? 0 : 1));
    return { images, readings, misread };
  }

  function measure(step: number): Frame {
    const logits = network.logits(evaluated);
    const ofVariant = logits.length / VARIANTS;
    const results = Array.from({ length: VARIANTS }, (_, variant) => {
      const own = logits.subarray(variant * ofVariant, (variant + 1) * ofVariant);
      const onTest = own.subarray(0, TEST_DIGITS * CLASSES);
      const onTraining = own.subarray(TEST_DIGITS * CLASSES);
      return {
        test: scoreSoftmax(onTest, test.labels, CLASSES),
        training: scoreSoftmax(onTraining, training.labels, CLASSES),
        confusions: confusionsOf(onTest, test.labels),
      };
    });
    const distances = distancesOf(pictures.copies(probed), training);
    return {
      step,
      ...look(),
      trainAccuracy: Float32Array.from(SHOWN, (variant) => results[variant]!.training.accuracy),
      testAccuracy: Float32Array.from(SHOWN, (variant) => results[variant]!.test.accuracy),
      testLoss: Float32Array.from(SHOWN, (variant) => results[variant]!.test.loss),
      trainLoss: Float32Array.from(SHOWN, (variant) => results[variant]!.training.loss),
      distance: Float32Array.from(SHOWN, (variant) => distances[variant]!),
      turnedAccuracy: Float32Array.from(ranges, ({ variant }) => results[variant]!.test.accuracy),
      mixed: Float32Array.from(ranges, ({ variant }) => sixNineMixed(results[variant]!.confusions)),
      confusionsPlain: results[KIND.none]!.confusions,
      confusionsTurned: results[LAST_TURN]!.confusions,
    };
  }

  function* train(): Generator<Frame, void> {
    yield measure(0);
    for (let step = 1; step <= steps; step++) {
      learn();
      if (step % spec.stepsPerFrame === 0) yield measure(step);
    }
  }

  return {
    setup: {
      kinds: Float32Array.from(SHOWN.keys()),
      ranges: Float32Array.from(ranges, ({ degrees }) => degrees),
      noiseDistance: Float32Array.from(SHOWN, (variant) =>
        variant === KIND.noise ? noise * Math.sqrt(PIXELS) : Number.NaN,
      ),
      batch: Math.min(BATCH, trainingDigits),
    },
    frameCount: Math.floor(steps / spec.stepsPerFrame) + 1,
    frames: train(),
    dispose: () => {
      evaluated.dispose();
      network.dispose();
    },
  };
};
