/** Limits in milliseconds. */
const longestFormula = 250;
const longestHover = 1000;

/** What came of a formula; `isGivenUp` says that there was no time for it, which says nothing about the formula. */
export interface Attempt<T> {
  readonly result: T | undefined;
  readonly isGivenUp: boolean;
}

/** The time that the formulas of one hover may take: 250 ms each, one second together. Who waits for a hover can do nothing else. */
export class FormulaBudget {
  readonly #now: () => number;
  #left = longestHover;

  /** @param now a clock, in milliseconds. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /**
   * Draws one formula.
   * @param draw stops, without a result, soon after its argument says that time is up; not called when none is left.
   */
  spend<T>(draw: (isTimeUp: () => boolean) => T | undefined): Attempt<T> {
    if (this.#left <= 0) return { result: undefined, isGivenUp: true };
    const begun = this.#now();
    const end = begun + Math.min(longestFormula, this.#left);
    const result = draw(() => this.#now() >= end);
    const now = this.#now();
    this.#left -= now - begun;
    return { result, isGivenUp: result === undefined && now >= end };
  }
}
