// What `npm run claims` bundles for Node and for a page of Chromium: everything that computes, nothing that reads or prints.
import type { ClaimResult } from './kit/measureClaims';
import { judgeClaims, measureClaims } from './kit/measureClaims';
import { startCpu, startWebgl } from './kit/tensor/backend';
import { findRunner } from './runners.gen';
import { findSpec, specs } from './specs.gen';

/** Ids of all experiments, sorted. */
export const experimentIds: readonly string[] = specs.map(({ id }) => id);

/** Makes this the backend of all that is measured from now on; returns what its driver calls itself. Throws where there is no WebGL 2. */
export async function startBackend(name: 'cpu' | 'webgl'): Promise<string> {
  const backend = name === 'cpu' ? await startCpu() : await startWebgl();
  if (!backend) throw new Error('There is no WebGL 2 with 32-bit floats here.');
  return backend.renderer;
}

/** What every claim of an experiment measures on one seed, in the order of the claims; NaN where what it looks at has diverged. */
export function measure(experimentId: string, seed: number): readonly number[] {
  return measureClaims(findSpec(experimentId)!, findRunner(experimentId)!, seed);
}

/** Judges what `measure` returned for several seeds; pairs instead of a map, which cannot leave a page. */
export function judge(
  experimentId: string,
  measured: readonly (readonly [number, readonly number[]])[],
): readonly ClaimResult[] {
  return judgeClaims(findSpec(experimentId)!, new Map(measured));
}
