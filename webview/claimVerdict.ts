import { isWithin } from '../src/experiments/kit/claims';
import type { Claim, ExperimentSpec, Trace } from '../src/experiments/kit/experiment';
import type { ParamValue, ParamValues } from '../src/protocol/panelMessages';
import { fullSettings } from './fullSettings';

/**
 * What a run says about a claim. `open`: the run is not finished. `other-settings`: the claim is not about these settings.
 * Otherwise the measured number is within the bounds or not; where the claim is about a mean over seeds, a run that is not deviates
 * from it and refutes nothing.
 */
export type Verdict =
  | { readonly kind: 'open' }
  | { readonly kind: 'other-settings' }
  | { readonly kind: 'holds' | 'deviates' | 'fails'; readonly measured: number };

/** The settings in which `params` differs from what a claim is asserted under: name and value that the claim needs. */
export function differingSettings(
  spec: ExperimentSpec,
  claim: Claim,
  params: ParamValues,
): readonly (readonly [name: string, needed: ParamValue])[] {
  return Object.entries(fullSettings(spec, claim)).filter(([name, needed]) => params[name] !== needed);
}

/** Judges a claim by one run. `trace` is `undefined` until the run is complete. */
export function judgeClaim(
  spec: ExperimentSpec,
  claim: Claim,
  params: ParamValues,
  trace: Trace | undefined,
): Verdict {
  if (differingSettings(spec, claim, params).length > 0) return { kind: 'other-settings' };
  if (!trace) return { kind: 'open' };
  const measured = claim.measure(trace);
  if (isWithin(measured, claim.bound)) return { kind: 'holds', measured };
  return { kind: claim.over === 'mean' ? 'deviates' : 'fails', measured };
}
