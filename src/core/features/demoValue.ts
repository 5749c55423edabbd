import { foldCase } from '../terms/fold';
import { type DemoProblem, similarNames } from './demoProblem';
import type { RunnableChoice, RunnableNumber, RunnableParam } from './runnableExperiment';

/** A setting as experiments take it. */
export type DemoValue = number | string | boolean;

/** A value, or what is wrong with the text that should be one. */
export type ReadValue<T = DemoValue> =
  | { readonly value: T }
  | { readonly problem: Pick<DemoProblem, 'code' | 'values' | 'replacements'> };

/** Digits that hide what binary fractions add. */
const exactDigits = 12;

const plainNumber = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/** `1,250`: a decimal comma to some people, a thousands separator to others. */
const ambiguousNumber = /^[+-]?[1-9]\d{0,2},\d{3}$/;

/** A number with a decimal point, or with a decimal comma where it can be nothing else; `undefined` for all other texts. */
export function readNumber(text: string): number | undefined {
  const written = text.trim().replace('−', '-');
  if (ambiguousNumber.test(written)) return undefined;
  const withPoint = /^[^.,]*,\d+$/.test(written) ? written.replace(',', '.') : written;
  return plainNumber.test(withPoint) && Number.isFinite(Number(withPoint)) ? Number(withPoint) : undefined;
}

/** A number as notes write it: with a decimal point, without what binary fractions add. */
export function numberText(value: number): string {
  return String(Number(value.toPrecision(exactDigits)));
}

/** The shortest text that gives back the very number. */
export function exactNumberText(value: number): string {
  const short = numberText(value);
  return Number(short) === value ? short : String(value);
}

/** Reads the value of a setting. */
export function readValue(name: string, param: RunnableParam, text: string): ReadValue {
  switch (param.kind) {
    case 'number':
      return readNumberValue(name, param, text);
    case 'choice':
      return readChoice(name, param, text);
    case 'switch':
      return readSwitch(name, text);
  }
}

/** Reads a number that must be within its bounds, and whole where it is to be. */
export function readNumberValue(name: string, param: RunnableNumber, text: string): ReadValue<number> {
  const value = readNumber(text);
  const values = [text, name, numberText(param.min), numberText(param.max)];
  if (value === undefined) return { problem: { code: 'not-a-number', values, replacements: readings(text) } };
  const nearest = nearestAllowed(param, value);
  if (nearest === value) return { value };
  const isOutside = value < param.min || value > param.max;
  const code = isOutside ? 'out-of-range' : 'not-whole';
  return { problem: { code, values, replacements: [numberText(nearest)] } };
}

/** What a number with an ambiguous comma may mean. */
function readings(text: string): readonly string[] {
  const written = text.trim();
  return ambiguousNumber.test(written) ? [written.replace(',', '.'), written.replace(',', '')] : [];
}

function nearestAllowed({ min, max, integer }: RunnableNumber, value: number): number {
  const bounded = Math.min(max, Math.max(min, value));
  return integer ? Math.min(Math.floor(max), Math.max(Math.ceil(min), Math.round(bounded))) : bounded;
}

function readChoice(name: string, { options }: RunnableChoice, text: string): ReadValue {
  const found = options.find(({ value }) => value === text);
  if (found) return { value: found.value };
  const values = [text, name, options.map(({ value }) => value).join(', ')];
  const candidates = options.map(({ value, label }) => [value, [label.de, label.en]] as const);
  return { problem: { code: 'not-an-option', values, replacements: similarNames(text, candidates) } };
}

const switchWords: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'on', 'yes', 'ja', 'an'].map((word) => [word, true] as const),
  ...['false', 'off', 'no', 'nein', 'aus'].map((word) => [word, false] as const),
]);

function readSwitch(name: string, text: string): ReadValue {
  const value = switchWords.get(foldCase(text));
  if (value !== undefined) return { value };
  const problem = { code: 'not-an-option', values: [text, name, 'true, false'] } as const;
  return { problem: { ...problem, replacements: ['true', 'false'] } };
}
