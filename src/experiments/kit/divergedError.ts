/** A run that cannot go on because a number it needs is no longer finite. */
export class DivergedError extends Error {
  /**
   * @param step training step after which it was noticed, from 0
   * @param what the quantity, with its variant, e.g. "training loss for α = 0"
   */
  constructor(step: number, what: string) {
    super(`Diverged by step ${step}: ${what} is no longer a finite number.`);
    this.name = 'DivergedError';
  }
}
