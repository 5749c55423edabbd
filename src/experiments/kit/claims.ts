import type { Claim } from './experiment';

/** Whether a measured number lies within a claim's bounds; NaN never does. */
export function isWithin(
  measured: number,
  { atLeast = -Infinity, atMost = Infinity }: Claim['bound'],
): boolean {
  return measured >= atLeast && measured <= atMost;
}
