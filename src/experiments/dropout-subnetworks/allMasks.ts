/** A mask and how likely it is drawn. */
export interface WeightedMask {
  /** 1 where a unit takes part, else 0. */
  readonly mask: Uint8Array;
  readonly probability: number;
}

/**
 * Every mask of as many units as there are rates: unit i is dropped with `rates[i]`. The mask with index m keeps unit i where bit i of m
 * is 1, so the last mask keeps all.
 */
export function allMasks(rates: readonly number[]): WeightedMask[] {
  return Array.from({ length: 2 ** rates.length }, (_, index) => {
    const mask = Uint8Array.from(rates, (_rate, unit) => (index >> unit) & 1);
    const probability = rates.reduce((product, rate, unit) => product * (mask[unit] ? 1 - rate : rate), 1);
    return { mask, probability };
  });
}

/** Index of a mask in the order of `allMasks`. */
export function indexOfMask(mask: ArrayLike<number>): number {
  return Array.from(mask).reduce((index, kept, unit) => index + (kept ? 2 ** unit : 0), 0);
}

/** Expected share of all masks that `draws` independent draws contain at least once, 0 … 1. */
export function expectedSeenShare(masks: readonly WeightedMask[], draws: number): number {
  return masks.reduce((sum, { probability }) => sum + 1 - (1 - probability) ** draws, 0) / masks.length;
}
