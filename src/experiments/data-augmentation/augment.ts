import { DIGIT_SIDE } from '../kit/digits/decodeDigits';
import type { DigitSet } from '../kit/digits/digits';
import type { Values } from '../kit/params';
import type { Random } from '../kit/random';
import { deform, elasticField, withMargins } from './deform';
import { KIND, type spec, TURNS, VARIANTS } from './spec';

const PIXELS = DIGIT_SIDE * DIGIT_SIDE;
/** How many elastic fields there are. With a sign for each use there are twice as many; a new one for each copy would cost more than the training. */
const FIELDS = 64;

/** How many normal numbers there are; the noise of a copy is a random run of 196 of them. */
const NORMALS = 16384;

type Settings = Values<typeof spec.params>;

/** How much of each kind of change the copies of a variant get. */
interface Strengths {
  /** Standard deviation of the noise in each pixel. */
  readonly noise: number;
  /** Largest shift, in pixels. */
  readonly shift: number;
  /** Largest turn to either side, in radians. */
  readonly turn: number;
  /** Standard deviation of the elastic field, in pixels. */
  readonly elastic: number;
}

/** What chance decides about one copy; all variants share it, so that they differ in nothing else. */
interface Draw {
  /** −1 … 1. */
  readonly turn: number;
  readonly right: number;
  readonly down: number;
  readonly field: Float32Array;
  /** 1 or −1. */
  readonly sign: number;
  /** `[14, 14]`, standard deviation 1. */
  readonly noise: Float32Array;
}

/** The strengths of each variant, in the order of the spec. */
function strengthsOf({ noise, shift, rotation, elastic }: Settings): Strengths[] {
  const none = { noise: 0, shift: 0, turn: 0, elastic: 0 };
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const list = new Array<Strengths>(VARIANTS).fill(none);
  list[KIND.noise] = { ...none, noise };
  list[KIND.shift] = { ...none, shift };
  list[KIND.rotation] = { ...none, turn: radians(rotation) };
  list[KIND.elastic] = { ...none, elastic };
  list[KIND.all] = { noise: 0, shift, turn: radians(rotation), elastic };
  for (const [at, degrees] of TURNS.entries()) list[KIND.turns + at] = { ...none, turn: radians(degrees) };
  return list;
}

/** Random numbers that take long to draw, from which each copy gets its own choice. */
export interface Supply {
  readonly fields: readonly Float32Array[];
  /** Mean 0, standard deviation 1. */
  readonly normals: Float32Array;
}

/** What every `Augmenter` of a run is to be given. */
export function drawSupply(random: Random): Supply {
  const [ofFields, ofNoise] = [random.stream('elastic fields'), random.stream('noise')];
  return {
    fields: Array.from({ length: FIELDS }, () => elasticField(ofFields)),
    normals: Float32Array.from({ length: NORMALS }, () => ofNoise.normal()),
  };
}

/** Makes changed copies of digits, other ones at every call. */
export class Augmenter {
  readonly #padded: Float32Array;
  readonly #pixels: Float32Array;
  readonly #strengths: readonly Strengths[];
  readonly #supply: Supply;
  readonly #shift: number;
  readonly #random: Random;

  constructor({ pixels }: DigitSet, settings: Settings, supply: Supply, random: Random) {
    this.#pixels = pixels;
    this.#padded = withMargins(pixels);
    this.#strengths = strengthsOf(settings);
    this.#shift = settings.shift;
    this.#supply = supply;
    this.#random = random;
  }

  #draw(): Draw {
    const random = this.#random;
    const { fields, normals } = this.#supply;
    const noiseAt = random.integer(NORMALS - PIXELS + 1);
    const offset = () => random.integer(2 * this.#shift + 1) - this.#shift;
    return {
      turn: 2 * random.uniform() - 1,
      right: offset(),
      down: offset(),
      field: fields[random.integer(FIELDS)]!,
      sign: random.uniform() < 0.5 ? 1 : -1,
      noise: normals.subarray(noiseAt, noiseAt + PIXELS),
    };
  }

  /** Writes the copy that one variant gets by this draw, `[14, 14]`. */
  #write(digit: number, draw: Draw, strengths: Strengths, target: Float32Array, start: number): void {
    const { noise, shift, turn, elastic } = strengths;
    const [right, down] = shift > 0 ? [draw.right, draw.down] : [0, 0];
    if (right !== 0 || down !== 0 || turn > 0 || elastic > 0) {
      const bend = { field: elastic > 0 ? draw.field : undefined, strength: elastic * draw.sign };
      deform(this.#padded, digit, { angle: turn * draw.turn, right, down, ...bend }, target, start);
    } else {
      target.set(this.#pixels.subarray(digit * PIXELS, (digit + 1) * PIXELS), start);
    }
    if (noise > 0) for (let at = 0; at < PIXELS; at++) target[start + at]! += noise * draw.noise[at]!;
  }

  /** A copy of each of these digits for every variant, `[variants, digits, 14, 14]`; the variants differ in what is changed, not in luck. */
  copies(digits: readonly number[]): Float32Array {
    const result = new Float32Array(VARIANTS * digits.length * PIXELS);
    for (const [at, digit] of digits.entries()) {
      const draw = this.#draw();
      for (const [variant, strengths] of this.#strengths.entries()) {
        this.#write(digit, draw, strengths, result, (variant * digits.length + at) * PIXELS);
      }
    }
    return result;
  }
}
