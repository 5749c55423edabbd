/**
 * A source of random numbers with named, independent streams: what one stream draws never depends on how much another has drawn,
 * so adding a draw in one place does not change the rest of a run.
 */
export interface Random {
  /** The stream of that name below this one; the same name gives the same stream from its start. */
  stream(name: string): Random;
  /** Evenly distributed in the open interval (0, 1). */
  uniform(): number;
  /** Normally distributed, mean 0, standard deviation 1. */
  normal(): number;
  /** A whole number, 0 … `bound` − 1, each equally likely. `bound` is a whole number, 1 … 2³². */
  integer(bound: number): number;
  /** The same items in random order; every order is equally likely. */
  shuffle<T>(items: readonly T[]): T[];
}

type Block = readonly [number, number, number, number];

const WORDS = 2 ** 32;

/** Upper 32 bits of the 64-bit product of two unsigned 32-bit numbers. */
function multiplyHigh(a: number, b: number): number {
  const [aLow, aHigh, bLow, bHigh] = [a & 0xffff, a >>> 16, b & 0xffff, b >>> 16];
  const lowHigh = aLow * bHigh;
  const highLow = aHigh * bLow;
  const carry = (((aLow * bLow) >>> 16) + (lowHigh & 0xffff) + (highLow & 0xffff)) >>> 16;
  return (aHigh * bHigh + (lowHigh >>> 16) + (highLow >>> 16) + carry) >>> 0;
}

/**
 * Philox4x32-10: scrambles a counter under a key into four evenly distributed unsigned 32-bit numbers.
 * Salmon, Moraes, Dror, Shaw: Parallel random numbers: as easy as 1, 2, 3 (SC 2011), section 3.2.
 */
export function philox(counter: Block, key: readonly [number, number]): Block {
  let [a, b, c, d] = counter;
  let [key0, key1] = key;
  for (let round = 0; round < 10; round++) {
    const [highA, lowA] = [multiplyHigh(0xd2511f53, a), Math.imul(0xd2511f53, a)];
    const [highC, lowC] = [multiplyHigh(0xcd9e8d57, c), Math.imul(0xcd9e8d57, c)];
    [a, b, c, d] = [(highC ^ b ^ key0) >>> 0, lowC >>> 0, (highA ^ d ^ key1) >>> 0, lowA >>> 0];
    key0 = (key0 + 0x9e3779b9) >>> 0;
    key1 = (key1 + 0xbb67ae85) >>> 0;
  }
  return [a, b, c, d];
}

/** FNV-1a over the UTF-16 units of a text, continued from `hash`; an unsigned 32-bit number. */
function continueHash(hash: number, text: string): number {
  let result = hash;
  for (let at = 0; at < text.length; at++) {
    result = Math.imul(result ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return result;
}

class PhiloxRandom implements Random {
  readonly #seed: number;
  readonly #path: number;
  #words: readonly number[] = [];
  #blocks = 0;
  #secondNormal: number | undefined;

  constructor(seed: number, path: number) {
    this.#seed = seed;
    this.#path = path;
  }

  stream(name: string): Random {
    return new PhiloxRandom(this.#seed, continueHash(this.#path, `/${name}`));
  }

  #word(): number {
    const at = this.#blocks % 4;
    if (at === 0) {
      const block = this.#blocks / 4;
      this.#words = philox([block % WORDS, Math.floor(block / WORDS), 0, 0], [this.#seed, this.#path]);
    }
    this.#blocks++;
    return this.#words[at]!;
  }

  uniform(): number {
    return (this.#word() + 0.5) / WORDS;
  }

  /** Two at a time from two uniform numbers. Box, Muller: A note on the generation of random normal deviates (1958). */
  normal(): number {
    if (this.#secondNormal !== undefined) {
      const second = this.#secondNormal;
      this.#secondNormal = undefined;
      return second;
    }
    const radius = Math.sqrt(-2 * Math.log(this.uniform()));
    const angle = 2 * Math.PI * this.uniform();
    this.#secondNormal = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }

  integer(bound: number): number {
    // Words above the last whole multiple of the bound are drawn again: they would favour small results.
    const limit = WORDS - (WORDS % bound);
    let word = this.#word();
    while (word >= limit) word = this.#word();
    return word % bound;
  }

  /** Fisher and Yates, in the form of Durstenfeld (1964). */
  shuffle<T>(items: readonly T[]): T[] {
    const result = [...items];
    for (let last = result.length - 1; last > 0; last--) {
      const other = this.integer(last + 1);
      [result[last], result[other]] = [result[other]!, result[last]!];
    }
    return result;
  }
}

/** All random numbers of a run. `seed` is a whole number, 0 … 2³² − 1; 0 is a seed like any other. */
export function createRandom(seed: number): Random {
  return new PhiloxRandom(seed >>> 0, 0x811c9dc5);
}
