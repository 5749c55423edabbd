/** Rows and columns of a digit. */
export const DIGIT_SIDE = 14;
const PIXELS = DIGIT_SIDE * DIGIT_SIDE;
const LARGEST = 15;
const SHARES = 4096;

/** The neighbours that are known already say which of 64 × 16 models foretells the next bit. */
function contextOf(values: Uint8Array, start: number, at: number): number {
  const left = at % DIGIT_SIDE > 0 ? values[start + at - 1]! : 0;
  const above = at >= DIGIT_SIDE ? values[start + at - DIGIT_SIDE]! : 0;
  return (left >> 1) * 8 + (above >> 1);
}

/**
 * Reads bits that were written by how likely they were. The interval [low, high] shrinks with every bit; its leading bytes are those of
 * the text. A model's number is the share, in 1/4096, with which it expects a one. Mahoney: Data compression explained, 3.2 (lpaq).
 */
class BitReader {
  readonly #bytes: string;
  readonly #models: Uint16Array;
  #at = 0;
  #low = 0;
  #high = 0xffffffff;
  #code = 0;

  constructor(bytes: string, models: number) {
    this.#bytes = bytes;
    this.#models = new Uint16Array(models).fill(SHARES / 2);
    for (let byte = 0; byte < 4; byte++) this.#code = this.#shifted(this.#code, this.#next());
  }

  #next(): number {
    return this.#at < this.#bytes.length ? this.#bytes.charCodeAt(this.#at++) : 0;
  }

  #shifted(word: number, byte: number): number {
    return ((word << 8) | byte) >>> 0;
  }

  /** The next bit, foretold by that model, which learns from it. */
  bit(model: number): number {
    const expected = this.#models[model]!;
    const middle = this.#low + Math.floor((this.#high - this.#low) / SHARES) * expected;
    const bit = this.#code <= middle ? 1 : 0;
    if (bit) this.#high = middle;
    else this.#low = middle + 1;
    this.#models[model] = expected + (bit ? (SHARES - 1 - expected) >> 5 : -(expected >> 5));
    while (this.#low >>> 24 === this.#high >>> 24) {
      this.#low = this.#shifted(this.#low, 0);
      this.#high = this.#shifted(this.#high, 255);
      this.#code = this.#shifted(this.#code, this.#next());
    }
    return bit;
  }
}

/** Pixels of digits that `scripts/deriveDigits.mjs` has written in Base64, `[count, 14, 14]`: 0 paper … 1 ink, in steps of 1/15. */
export function decodeDigits(text: string, count: number): Float32Array {
  const reader = new BitReader(atob(text), 64 * (LARGEST + 1));
  const values = new Uint8Array(count * PIXELS);
  for (let start = 0; start < values.length; start += PIXELS) {
    for (let at = 0; at < PIXELS; at++) {
      const models = contextOf(values, start, at) * (LARGEST + 1);
      // The bits from the highest on are a path through a tree whose nodes count from 1.
      let node = 1;
      while (node <= LARGEST) node = node * 2 + reader.bit(models + node);
      values[start + at] = node - LARGEST - 1;
    }
  }
  return Float32Array.from(values, (value) => value / LARGEST);
}
