import type { Localized } from './localized';

/** A run that cannot go on because a number it needs is no longer finite. */
export class DivergedError extends Error {
  /** What happened, in a sentence for learners. */
  readonly text: Localized;

  /**
   * @param step training step after which it was noticed, from 0
   * @param what the quantity, with its variant, e.g. "the training loss for α = 0"
   */
  constructor(step: number, what: Localized) {
    const text = {
      de: `Divergiert (Schritt ${step}): ${what.de} ist keine endliche Zahl mehr.`,
      en: `Diverged by step ${step}: ${what.en} is no longer a finite number.`,
    };
    super(text.en);
    this.name = 'DivergedError';
    this.text = text;
  }
}
