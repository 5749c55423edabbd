import { checkParams } from './checkParams';
import { isWithin } from './claims';
import type { Claim, ExperimentSpec, Run } from './experiment';
import { record } from './record';

/** What a claim measured, and whether that lies within its bound. */
export interface ClaimResult {
  /** Id of the experiment. */
  readonly experiment: string;
  /** Id of the claim, unique within the experiment. */
  readonly claim: string;
  /** The run's seed; `mean`: the mean over all of them. */
  readonly seed: number | 'mean';
  /** In the unit that the claim's text says. */
  readonly measured: number;
  readonly bound: Claim['bound'];
  readonly holds: boolean;
  /** Whether the claim stands or falls with this result. A claim about the mean does not with that of a single seed. */
  readonly decides: boolean;
}

/** The settings of a claim as a text that is the same for the same settings. */
function settingsOf({ params }: Claim): string {
  return JSON.stringify(params ?? {});
}

/**
 * What every claim measures on one seed, in the order of the claims, on the current tensor backend. Runs to the end; claims with the
 * same settings share a run. Throws what a run throws.
 */
export function measureClaims(spec: ExperimentSpec, run: Run, seed: number): readonly number[] {
  const measured = new Map<Claim, number>();
  for (const settings of new Set(spec.claims.map(settingsOf))) {
    const checked = checkParams(spec.params, JSON.parse(settings));
    if ('problems' in checked) throw new Error(checked.problems.map(({ en }) => en).join());
    const trace = record(run, checked.values, seed);
    for (const claim of spec.claims) {
      if (settingsOf(claim) === settings) measured.set(claim, claim.measure(trace));
    }
  }
  return spec.claims.map((claim) => measured.get(claim)!);
}

/**
 * Judges what was measured: a result for each claim and seed, and for a claim about the mean one more, for the mean.
 * @param measured what `measureClaims` returned, by seed
 */
export function judgeClaims(
  { id, claims }: ExperimentSpec,
  measured: ReadonlyMap<number, readonly number[]>,
): readonly ClaimResult[] {
  return claims.flatMap((claim, index) => {
    const judge = (seed: number | 'mean', number: number): ClaimResult => ({
      experiment: id,
      claim: claim.id,
      seed,
      measured: number,
      bound: claim.bound,
      holds: isWithin(number, claim.bound),
      decides: (seed === 'mean') === (claim.over === 'mean'),
    });
    const results = Array.from(measured, ([seed, numbers]) => judge(seed, numbers[index]!));
    if (claim.over !== 'mean') return results;
    const mean = results.reduce((sum, result) => sum + result.measured, 0) / results.length;
    return [...results, judge('mean', mean)];
  });
}
