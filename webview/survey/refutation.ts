import { isWithin } from '../../src/experiments/kit/claims';
import type { Claim } from '../../src/experiments/kit/experiment';

/** What one seed says about a claim. */
export interface SeedResult {
  readonly seed: number;
  /** In the unit that the claim's text says; NaN where the run failed or the claim finds no number in it. */
  readonly measured: number;
  /** Why there is no number, where the run failed. */
  readonly failure?: string;
}

/** What the seeds tried so far say about a claim. */
export interface Finding {
  /** How many seeds were tried. */
  readonly tried: number;
  /** For how many of them alone the measured number is within the bound. */
  readonly holding: number;
  /** Mean over all of them, where the claim is about the mean; NaN as soon as one of them has no number. */
  readonly mean: number | undefined;
  /** Whether what was tried so far contradicts the claim: one seed alone does, or the mean where the claim is about that. */
  readonly isRefuted: boolean;
  /** The seed that is nearest to the bound or farthest beyond it; `undefined` while none was tried. */
  readonly worst: SeedResult | undefined;
}

/** Distance from one bound, positive on the side where the claim holds, in units of the bound's size; of a bound of zero as it is. */
function slackTo(bound: number, inside: number): number {
  return inside / (bound === 0 ? 1 : Math.abs(bound));
}

/**
 * How far inside its bounds a measured number is, relative to the size of the bound: negative outside, −∞ for NaN. The smaller of
 * the two where there are two bounds.
 */
export function slack(measured: number, { atLeast, atMost }: Claim['bound']): number {
  if (Number.isNaN(measured)) return Number.NEGATIVE_INFINITY;
  return Math.min(
    atLeast === undefined ? Number.POSITIVE_INFINITY : slackTo(atLeast, measured - atLeast),
    atMost === undefined ? Number.POSITIVE_INFINITY : slackTo(atMost, atMost - measured),
  );
}

/** The result with the least slack, the earliest of equals. */
function worstOf(results: readonly SeedResult[], bound: Claim['bound']): SeedResult | undefined {
  return results.reduce<SeedResult | undefined>(
    (worst, result) =>
      worst && slack(worst.measured, bound) <= slack(result.measured, bound) ? worst : result,
    undefined,
  );
}

/** Judges a claim by what was measured on seeds that nobody has looked at before. */
export function judgeSeeds(
  { bound, over }: Pick<Claim, 'bound' | 'over'>,
  results: readonly SeedResult[],
): Finding {
  const tried = results.length;
  const holding = results.filter(({ measured }) => isWithin(measured, bound)).length;
  const isMean = over === 'mean' && tried > 0;
  const mean = isMean ? results.reduce((sum, { measured }) => sum + measured, 0) / tried : undefined;
  const isRefuted = mean === undefined ? holding < tried : !isWithin(mean, bound);
  return { tried, holding, mean, isRefuted, worst: worstOf(results, bound) };
}
