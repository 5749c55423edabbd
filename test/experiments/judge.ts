import type { Claim } from '../../src/experiments/kit/experiment';

/** Whether a measured number lies within a claim's bounds. */
export function meets(measured: number, { atLeast, atMost }: Claim['bound']): boolean {
  return measured >= (atLeast ?? -Infinity) && measured <= (atMost ?? Infinity);
}
