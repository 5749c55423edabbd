/** How long a screen reader is left in peace between two reports of progress, in milliseconds. */
const INTERVAL_MILLISECONDS = 10_000;

/** Decides when progress is worth interrupting a listener: now and then while something is under way, never before the first interval is over. */
export class ProgressNews {
  #last: number | undefined;

  /**
   * What to read out; `undefined`: nothing new.
   * @param text how far it is
   * @param now in milliseconds, on any clock that only goes forward
   */
  next(isUnderWay: boolean, text: string, now: number): string | undefined {
    if (!isUnderWay) {
      this.#last = undefined;
      return undefined;
    }
    this.#last ??= now;
    if (now - this.#last < INTERVAL_MILLISECONDS) return undefined;
    this.#last = now;
    return text;
  }
}
