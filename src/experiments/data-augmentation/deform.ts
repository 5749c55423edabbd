import { DIGIT_SIDE } from '../kit/digits/decodeDigits';
import type { Random } from '../kit/random';

const PIXELS = DIGIT_SIDE * DIGIT_SIDE;
/** Side of a digit with its margins. */
const PADDED = DIGIT_SIDE + 3;
const CENTRE = (DIGIT_SIDE - 1) / 2;
/** Width of the Gaussian that smooths an elastic field, in pixels. Simard et al. take 4 at twice the resolution; with 2 the digits of few strokes' width are torn. */
const SMOOTHNESS = 3;
/** Where the Gaussian is cut off, in pixels. */
const REACH = 7;

/** How a picture is bent: where its ink goes. */
export interface Deformation {
  /** Turn about the middle, clockwise as seen on the screen, in radians. */
  readonly angle: number;
  /** Pixels to the right. */
  readonly right: number;
  /** Pixels downwards. */
  readonly down: number;
  /** By how much each pixel of the result looks aside, in pixels: to the right for all pixels, `[14, 14]`, then downwards. */
  readonly field: Float32Array | undefined;
  /** What the field is multiplied by. */
  readonly strength: number;
}

/**
 * Digits `[count, 14, 14]` with a margin of paper, `[count, 17, 17]`: one pixel on the left and on top, two on the right and at the bottom.
 * So `deform` needs no case for places outside.
 */
export function withMargins(pixels: Float32Array): Float32Array {
  const count = pixels.length / PIXELS;
  const padded = new Float32Array(count * PADDED * PADDED);
  for (let line = 0; line < count * DIGIT_SIDE; line++) {
    const [digit, row] = [Math.floor(line / DIGIT_SIDE), line % DIGIT_SIDE];
    const own = pixels.subarray(line * DIGIT_SIDE, (line + 1) * DIGIT_SIDE);
    padded.set(own, (digit * PADDED + row + 1) * PADDED + 1);
  }
  return padded;
}

/** Keeps a coordinate of the padded digit where it has a right and a lower neighbour; beyond there is only paper. */
function kept(coordinate: number): number {
  return Math.min(PADDED - 2, Math.max(0, coordinate));
}

/**
 * Writes one digit to `target` from `targetStart` on, `[14, 14]`, bent. Each pixel of the result looks where its ink comes from, between
 * pixels by bilinear interpolation, so the result has no gaps.
 * @param padded digits from `withMargins`
 * @param digit index of the digit
 */
export function deform(
  padded: Float32Array,
  digit: number,
  { angle, right, down, field, strength }: Deformation,
  target: Float32Array,
  targetStart: number,
): void {
  const start = digit * PADDED * PADDED;
  const cosine = Math.cos(angle);
  const sine = Math.sin(angle);
  for (let at = 0; at < PIXELS; at++) {
    const x = (at % DIGIT_SIDE) - CENTRE - right;
    const y = Math.floor(at / DIGIT_SIDE) - CENTRE - down;
    const asideX = field ? strength * field[at]! : 0;
    const asideY = field ? strength * field[PIXELS + at]! : 0;
    const fromX = kept(CENTRE + 1 + cosine * x + sine * y + asideX);
    const fromY = kept(CENTRE + 1 - sine * x + cosine * y + asideY);
    const column = Math.floor(fromX);
    const row = Math.floor(fromY);
    const across = fromX - column;
    const along = fromY - row;
    const place = start + row * PADDED + column;
    const top = padded[place]! * (1 - across) + padded[place + 1]! * across;
    const bottom = padded[place + PADDED]! * (1 - across) + padded[place + PADDED + 1]! * across;
    target[targetStart + at] = top * (1 - along) + bottom * along;
  }
}

/** The Gaussian at −REACH … REACH, scaled so that smoothing noise of variance 1 along one axis gives variance 1. */
const bell = Float32Array.from({ length: 2 * REACH + 1 }, (_, at) =>
  Math.exp(-((at - REACH) ** 2) / (2 * SMOOTHNESS ** 2)),
);
const bellNorm = Math.hypot(...bell);
for (const [at, value] of bell.entries()) bell[at] = value / bellNorm;

/** Smooths `lines` runs of 14 + 2 · REACH numbers to 14 each and turns the result over, so that a second call smooths the other axis. */
function smoothed(values: Float32Array, lines: number): Float32Array {
  const length = DIGIT_SIDE + 2 * REACH;
  const result = new Float32Array(DIGIT_SIDE * lines);
  for (let line = 0; line < lines; line++) {
    for (let place = 0; place < DIGIT_SIDE; place++) {
      let sum = 0;
      for (let tap = 0; tap < bell.length; tap++) sum += bell[tap]! * values[line * length + place + tap]!;
      result[place * lines + line] = sum;
    }
  }
  return result;
}

/** One smooth random field, `[14, 14]`, of mean 0 and variance 1 at every pixel. */
function smoothNoise(random: Random): Float32Array {
  const length = DIGIT_SIDE + 2 * REACH;
  // Evenly distributed in ±√3: variance 1, as cheap as random numbers get.
  const noise = Float32Array.from(
    { length: length * length },
    () => (2 * random.uniform() - 1) * Math.sqrt(3),
  );
  return smoothed(smoothed(noise, length), DIGIT_SIDE);
}

/**
 * An elastic field for `Deformation`: neighbouring pixels go nearly the same way, and each component has standard deviation 1 pixel.
 * Simard, Steinkraus, Platt: Best practices for convolutional neural networks applied to visual document analysis (2003), 2.
 */
export function elasticField(random: Random): Float32Array {
  const field = new Float32Array(2 * PIXELS);
  field.set(smoothNoise(random));
  field.set(smoothNoise(random), PIXELS);
  return field;
}
