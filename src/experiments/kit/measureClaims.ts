import { checkParams } from './checkParams';
import { isWithin } from './claims';
import type { Claim, ExperimentSpec, Run, Trace } from './experiment';
import type { Params, Values } from './params';
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

/** Every setting that a claim is asserted under. Throws where the experiment does not allow them. */
function settingsOf(spec: ExperimentSpec, { params }: Claim): Values<Params> {
  const checked = checkParams(spec.params, params ?? {});
  if ('problems' in checked) throw new Error(checked.problems.map(({ en }) => en).join());
  return checked.values;
}

const isSame = (one: Values<Params>, other: Values<Params>) =>
  Object.keys(one).every((name) => one[name] === other[name]);

/**
 * What every claim measures on a finished run with these values, in the order of the claims; NaN where it is asserted under other
 * settings.
 */
export function measureOnTrace(
  spec: ExperimentSpec,
  values: Values<Params>,
  trace: Trace,
): readonly number[] {
  return spec.claims.map((claim) =>
    isSame(settingsOf(spec, claim), values) ? claim.measure(trace) : Number.NaN,
  );
}

/**
 * What every claim measures on one seed, in the order of the claims, on the current tensor backend. Runs to the end; claims with the
 * same settings share a run. Throws what a run throws.
 */
export function measureClaims(spec: ExperimentSpec, run: Run, seed: number): readonly number[] {
  const measured = new Map<string, readonly number[]>();
  return spec.claims.map((claim, index) => {
    const values = settingsOf(spec, claim);
    const key = JSON.stringify(values);
    const numbers = measured.get(key) ?? measureOnTrace(spec, values, record(run, values, seed));
    measured.set(key, numbers);
    return numbers[index]!;
  });
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
