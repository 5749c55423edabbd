import type { Claim } from '../src/experiments/kit/experiment';
import type { Locale } from '../src/experiments/kit/localized';
import { formatMeasured, formatTick } from './numbers';
import type { Strings } from './strings';

const MEASURED_DIGITS = 3;
const BOUND_DIGITS = 6;

/** As many significant digits as it takes to see on which side of its bounds a number is. */
function digitsToCompare({ atLeast, atMost }: Claim['bound']): number {
  const digits = [atLeast, atMost].map((bound) => String(bound ?? '').replace(/^0\.0*|\D/g, '').length);
  return Math.min(BOUND_DIGITS, Math.max(MEASURED_DIGITS, ...digits));
}

/** What was measured for a claim, as exactly as its bounds are given. */
export function measuredText(measured: number, bound: Claim['bound'], locale: Locale): string {
  return formatMeasured(measured, locale, digitsToCompare(bound));
}

/** The bounds of a claim: `≥ 2`, `≤ 0,1`, `1 bis 2`. */
export function boundText({ atLeast, atMost }: Claim['bound'], locale: Locale, strings: Strings): string {
  const write = (value: number) => formatTick(value, locale, BOUND_DIGITS);
  if (atLeast !== undefined && atMost !== undefined) return strings.fromTo(write(atLeast), write(atMost));
  return atLeast !== undefined ? `≥ ${write(atLeast)}` : `≤ ${write(atMost ?? Number.POSITIVE_INFINITY)}`;
}
