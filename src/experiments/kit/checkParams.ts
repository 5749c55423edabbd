import type { Locale, Localized } from './localized';
import type { NumberParam, Param, Params, Values } from './params';

/** Either one approved value for each parameter, or what is wrong with the input, one sentence a problem. */
export type CheckedParams<P extends Params> =
  | { readonly values: Values<P> }
  | { readonly problems: readonly Localized[] };

type CheckedValue = { readonly value: number | string | boolean } | { readonly problem: Localized };

const decimalSeparator: Localized = { de: ',', en: '.' };

/** A number as people of that language write it, in full precision: 0,3 or 0.3. */
export function formatNumber(value: number, locale: Locale): string {
  return String(value).replace('.', decimalSeparator[locale]).replace('-', '−');
}

function localize(write: (locale: Locale) => string): Localized {
  return { de: write('de'), en: write('en') };
}

function show(value: unknown, locale: Locale): string {
  if (typeof value === 'number') return formatNumber(value, locale);
  return JSON.stringify(value) ?? String(value);
}

function checkNumber(param: NumberParam, value: unknown): CheckedValue {
  const named = (locale: Locale) => `${param.label[locale]} = ${show(value, locale)}`;
  const range = (locale: Locale) => `${formatNumber(param.min, locale)} … ${formatNumber(param.max, locale)}`;
  if (typeof value !== 'number' || Number.isNaN(value)) {
    const texts = { de: 'ist keine Zahl; erlaubt ist', en: 'is not a number; allowed is' };
    return { problem: localize((locale) => `${named(locale)} ${texts[locale]} ${range(locale)}`) };
  }
  if (value < param.min || value > param.max) {
    const texts = { de: 'liegt außerhalb von', en: 'is outside' };
    return { problem: localize((locale) => `${named(locale)} ${texts[locale]} ${range(locale)}`) };
  }
  if (param.integer && !Number.isInteger(value)) {
    const texts = { de: 'ist keine ganze Zahl; erlaubt ist', en: 'is not a whole number; allowed is' };
    return { problem: localize((locale) => `${named(locale)} ${texts[locale]} ${range(locale)}`) };
  }
  return { value };
}

function checkOneOf(param: Param, options: readonly (string | boolean)[], value: unknown): CheckedValue {
  const found = options.find((option) => option === value);
  if (found !== undefined) return { value: found };
  const texts = { de: 'gibt es nicht; erlaubt ist', en: 'does not exist; allowed is' };
  const list = options.map((option) => JSON.stringify(option)).join(', ');
  return {
    problem: localize((locale) => `${param.label[locale]} = ${show(value, locale)} ${texts[locale]} ${list}`),
  };
}

function checkValue(param: Param, value: unknown): CheckedValue {
  if (param.kind === 'number') return checkNumber(param, value);
  if (param.kind === 'switch') return checkOneOf(param, [false, true], value);
  const options = param.options.map((option) => option.value);
  return checkOneOf(param, options, value);
}

function unknownNames(params: Params, input: object): Localized[] {
  const known = Object.keys(params);
  const texts = { de: 'ist kein Parameter; es gibt', en: 'is not a parameter; there are' };
  return Object.keys(input)
    .filter((name) => !Object.hasOwn(params, name))
    .map((name) => localize((locale) => `${name} ${texts[locale]} ${known.join(', ')}`));
}

/**
 * Checks values from outside (a note, a message, a saved state) against the declared parameters. Absent parameters, also those
 * given as `undefined`, get their default; nothing is ever moved into range silently.
 */
export function checkParams<P extends Params>(params: P, input: unknown): CheckedParams<P> {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    const problem = {
      de: `${show(input, 'de')} ist keine Liste von Parametern mit Werten`,
      en: `${show(input, 'en')} is not a list of parameters with values`,
    };
    return { problems: [problem] };
  }
  const problems = unknownNames(params, input);
  const given = new Map<string, unknown>(Object.entries(input));
  const values: Record<string, number | string | boolean> = {};
  for (const [name, param] of Object.entries(params)) {
    const value = given.get(name);
    const checked = checkValue(param, value === undefined ? param.default : value);
    if ('problem' in checked) problems.push(checked.problem);
    else values[name] = checked.value;
  }
  return problems.length > 0 ? { problems } : { values: values as Values<P> };
}
