import type { Locale } from '../src/experiments/kit/localized';
import { formatMeasured, formatTick } from './numbers';

/** The place of a value in the HTML of a live formula. */
const place = /⟦(\w+)⟧/g;

/** The values of a formula as they are shown, by name. */
export type ShownValues = Readonly<Record<string, string>>;

/** A measured number to three digits, a count without any after the point; `–` for NaN. */
function showValue(value: number, locale: Locale): string {
  return Number.isInteger(value) ? formatTick(value, locale) : formatMeasured(value, locale);
}

/** Values as the learner reads them. */
export function showValues(values: Readonly<Record<string, number>>, locale: Locale): ShownValues {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, showValue(value, locale)]));
}

/** Whether a text of a formula's HTML has places for values. */
export function hasPlaces(text: string): boolean {
  return text.search(place) >= 0;
}

/** A text of a formula's HTML with values in their places; `–` where a value is missing. */
export function fillPlaces(text: string, values: ShownValues): string {
  return text.replace(place, (_, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? '–') : '–',
  );
}

/** Whether the same is shown for both. */
export function isSameShown(a: ShownValues, b: ShownValues): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}
