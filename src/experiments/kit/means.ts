/** Means over everything that was added, entry by entry, such as over the repetitions of a run so far. */
export class Means {
  readonly #sums: Float64Array;
  #count = 0;

  /** @param length of what is added */
  constructor(length: number) {
    this.#sums = new Float64Array(length);
  }

  /** Counts another `[length]` numbers. */
  add(values: ArrayLike<number>): void {
    this.#count++;
    for (let at = 0; at < this.#sums.length; at++) this.#sums[at]! += values[at]!;
  }

  /** A new array, `[length]`; NaN before anything was added. */
  get values(): Float32Array {
    return Float32Array.from(this.#sums, (sum) => sum / this.#count);
  }
}
