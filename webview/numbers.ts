import type { Locale } from '../src/experiments/kit/localized';

const superscripts: Readonly<Record<string, string>> = {
  '-': '⁻',
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
};

/** Smaller magnitudes are written with a power of ten. */
const SMALLEST_PLAIN = 1e-3;
/** From here on too: a tick is a round number and may be longer, of a measured number only the first digits are given. */
const MEASURED_WITH_POWER = 1e4;
const TICK_WITH_POWER = 1e5;

function needsPower(value: number, from: number): boolean {
  const magnitude = Math.abs(value);
  return value !== 0 && (magnitude < SMALLEST_PLAIN || magnitude >= from);
}

const withoutTrailingZeros = (digits: string) =>
  digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;

function localizeDigits(digits: string, locale: Locale): string {
  const signed = digits.replace('-', '−');
  return locale === 'de' ? signed.replace('.', ',') : signed;
}

function powerOfTen(value: number, significantDigits: number, locale: Locale): string {
  const [mantissa = '', exponent = ''] = value.toExponential(significantDigits - 1).split('e');
  const power = `10${[...exponent.replace('+', '')].map((digit) => superscripts[digit]).join('')}`;
  const factor = withoutTrailingZeros(mantissa);
  return factor === '1' ? power : `${localizeDigits(factor, locale)}·${power}`;
}

function plainDigits(value: number, significantDigits: number): string {
  const rounded = Number(value.toPrecision(significantDigits));
  const magnitude = rounded === 0 ? 0 : Math.floor(Math.log10(Math.abs(rounded)));
  return value.toFixed(Math.max(0, significantDigits - 1 - magnitude));
}

/**
 * A measured number with as many significant digits as are worth reading, trailing zeros kept so that live values do not jump:
 * `0,500`, `12,3`, `1,2·10⁻⁴`. `–` for NaN, `∞` for infinity.
 */
export function formatMeasured(value: number, locale: Locale, significantDigits = 3): string {
  if (Number.isNaN(value)) return '–';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  if (needsPower(value, MEASURED_WITH_POWER)) return powerOfTen(value, significantDigits, locale);
  return localizeDigits(plainDigits(value, significantDigits), locale);
}

/** A number as an axis or a caption shows it, without trailing zeros: `0,5`, `12`, `10⁻⁴`. */
export function formatTick(value: number, locale: Locale, significantDigits = 3): string {
  if (needsPower(value, TICK_WITH_POWER)) return powerOfTen(value, significantDigits, locale);
  return localizeDigits(withoutTrailingZeros(plainDigits(value, significantDigits)), locale);
}

/** A setting in full, as the learner would type it: `0,0001`. */
export function formatSetting(value: number, locale: Locale): string {
  return localizeDigits(String(value), locale);
}

/** A number of which it is not known whether it was counted or measured: a whole number as it is, any other as measured. */
export function formatNumber(value: number, locale: Locale, significantDigits = 3): string {
  return Number.isInteger(value)
    ? formatSetting(value, locale)
    : formatMeasured(value, locale, significantDigits);
}

/** A whole number with groups of three from five digits on: `12 000`. */
export function formatCount(value: number): string {
  const digits = String(value);
  return digits.length < 5 ? digits : digits.replace(/\B(?=(\d{3})+$)/g, '\u202f');
}

/**
 * The shortest decimal digits that give back the very number; for one that a 32-bit float holds, that give back that float: `0.1` and
 * not `0.10000000149011612`. With `.` as the decimal mark, and `e-7` for powers of ten.
 */
export function exactDigits(value: number): string {
  if (!Number.isFinite(value) || Math.fround(value) !== value) return String(value);
  for (let digits = 1; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return String(short);
  }
  return String(Number(value.toPrecision(9)));
}

/** The number that a person typed, with comma or point; NaN for anything else. */
export function parseTyped(text: string): number {
  const normalized = text.trim().replace('−', '-').replace(',', '.');
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(normalized) ? Number(normalized) : Number.NaN;
}
