import type { Locale } from '../experiments/kit/localized';

/** A number with a fixed count of decimals: `−0,50`. Never `−0,00`. */
export function decimals(value: number, digits: number, locale: Locale): string {
  const text = value
    .toFixed(digits)
    .replace(/^-(?=[0.]+$)/, '')
    .replace('-', '−');
  return locale === 'de' ? text.replace('.', ',') : text;
}

/** A small positive number with two significant digits, 0 and 1 as they are, with a power of ten where decimals would be zeros: `0,25`, `8,7·10⁻⁸`. */
export function significant(value: number, locale: Locale): string {
  if (value === 0 || value === 1) return String(value);
  if (value >= 0.001) return decimals(value, value >= 1 ? 1 : 1 - Math.floor(Math.log10(value)), locale);
  const [mantissa, exponent] = value.toExponential(1).split('e');
  return `${decimals(Number(mantissa), 1, locale)}·10${raised(Number(exponent))}`;
}

/** A whole number as an exponent: `⁻¹²`. */
export function raised(exponent: number): string {
  return [...String(exponent)].map((digit) => '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'['-0123456789'.indexOf(digit)]).join('');
}

/** A share as percent: `30 %`, `30%`. */
export function percent(share: number, digits: number, locale: Locale): string {
  return `${decimals(100 * share, digits, locale)}${locale === 'de' ? '\u00a0' : ''}%`;
}
