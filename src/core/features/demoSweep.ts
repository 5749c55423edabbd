import type { DemoEntry } from '../notes/note';
import type { Range } from '../text';
import { type DemoProblem, similarNames } from './demoProblem';
import { exactNumberText, numberText, readNumber, readNumberValue } from './demoValue';
import type { RunnableExperiment, RunnableNumber } from './runnableExperiment';

/** A setting with the values that are to be tried, in the order in which they are written; two to twelve. */
export interface DemoSweep {
  readonly param: string;
  readonly values: readonly number[];
}

/** How many values `a..b` stands for. */
const valuesOfRange = 7;

const fewestValues = 2;
const mostValues = 12;

/** Digits that values between the two ends are rounded to, so that they can be read and typed. */
const readableDigits = 3;

/** A part of an entry's value with its place. */
interface Part {
  readonly text: string;
  readonly range: Range;
}

type SweepReading = { readonly sweep: DemoSweep } | { readonly problems: readonly DemoProblem[] };

/** Reads `name a..b` or `name a, b, c`. A range becomes seven values, evenly spaced on the setting's own scale. */
export function readSweep(entry: DemoEntry, { id, params }: RunnableExperiment): SweepReading {
  const written = /^(\S+)\s+(\S.*)$/.exec(entry.value);
  const [, name = entry.value, rest = ''] = written ?? [];
  const nameRange = partOf(entry, 0, name.length).range;
  const param = Object.hasOwn(params, name) ? params[name] : undefined;
  const numbers = Object.entries(params).flatMap(([key, { kind, label }]) =>
    kind === 'number' ? [[key, [label.de, label.en]] as const] : [],
  );
  const known = numbers.map(([key]) => key).join(', ');
  const replacements = similarNames(name, numbers);
  if (!param) return failed('unknown-parameter', nameRange, [name, id, known], replacements);
  if (param.kind !== 'number') return failed('sweep-of-no-number', nameRange, [name, known], replacements);
  if (!written) return failed('bad-sweep', entry.valueRange, [entry.value], [wholeSweep(name, param)]);
  return readValues(entry, name, param, partOf(entry, entry.value.length - rest.length, entry.value.length));
}

/** The sweep over all that a setting allows, as notes write it. */
export function wholeSweep(name: string, { min, max }: RunnableNumber): string {
  return `${name} ${numberText(min)}..${numberText(max)}`;
}

/** A sweep as notes write it: as a range where that stands for the very values, else as a list. */
export function writtenSweep({ params }: RunnableExperiment, { param: name, values }: DemoSweep): string {
  const param = Object.hasOwn(params, name) ? params[name] : undefined;
  const [first = 0, last = 0] = [values[0], values.at(-1)];
  const isRange =
    param?.kind === 'number' && first < last && evenlySpaced(param, first, last).join() === values.join();
  if (isRange) return `${name} ${exactNumberText(first)}..${exactNumberText(last)}`;
  return `${name} ${values.map(exactNumberText).join(', ')}`;
}

function readValues(entry: DemoEntry, name: string, param: RunnableNumber, rest: Part): SweepReading {
  const ends = /^(.*?\S)\s*(?:\.\.|…)\s*(\S.*)$/.exec(rest.text);
  const pieces = ends
    ? [piece(rest, 0, ends[1] ?? ''), piece(rest, rest.text.length - (ends[2] ?? '').length, ends[2] ?? '')]
    : listed(rest);
  const read = pieces.map((part) => ({ part, read: readNumberValue(name, param, part.text) }));
  const isForm = pieces.some(({ text }) => readNumber(text) !== undefined);
  if (!isForm) return failed('bad-sweep', entry.valueRange, [entry.value], [wholeSweep(name, param)]);
  const problems = read.flatMap(({ part, read }) =>
    'problem' in read ? [{ ...read.problem, range: part.range }] : [],
  );
  if (problems.length > 0) return { problems };
  const values = read.flatMap(({ read }) => ('value' in read ? [read.value] : []));
  if (ends) return rangeSweep(name, param, values as [number, number], rest);
  if (values.length < fewestValues || values.length > mostValues)
    return failed('sweep-count', rest.range, [String(values.length)], []);
  return { sweep: { param: name, values } };
}

function rangeSweep(
  name: string,
  param: RunnableNumber,
  [from, to]: readonly [number, number],
  { range }: Part,
): SweepReading {
  if (from < to) return { sweep: { param: name, values: evenlySpaced(param, from, to) } };
  return failed('sweep-order', range, [], from > to ? [`${numberText(to)}..${numberText(from)}`] : []);
}

/** Where commas are followed by spaces, those without are decimal commas. */
function listed(rest: Part): readonly Part[] {
  const separator = /;|,\s/.test(rest.text) ? /\s*(?:;|,\s)\s*/g : /\s*,\s*/g;
  const parts: Part[] = [];
  let start = 0;
  for (const { 0: found, index } of rest.text.matchAll(separator)) {
    parts.push(piece(rest, start, rest.text.slice(start, index)));
    start = index + found.length;
  }
  return [...parts, piece(rest, start, rest.text.slice(start))];
}

function piece({ range: { start } }: Part, offset: number, text: string): Part {
  const column = start.column + offset;
  return { text, range: { start: { ...start, column }, end: { ...start, column: column + text.length } } };
}

function partOf({ value, valueRange }: DemoEntry, start: number, end: number): Part {
  return piece({ text: value, range: valueRange }, start, value.slice(start, end));
}

function failed(
  code: DemoProblem['code'],
  range: Range,
  values: readonly string[],
  replacements: readonly string[],
): SweepReading {
  return { problems: [{ code, range, values, replacements }] };
}

/** Fewer than seven where there are not so many whole numbers. */
function evenlySpaced(param: RunnableNumber, from: number, to: number): readonly number[] {
  const isLog = param.scale === 'log';
  const [first, last] = isLog ? [Math.log(from), Math.log(to)] : [from, to];
  const values = Array.from({ length: valuesOfRange }, (_, index) => {
    const place = first + ((last - first) * index) / (valuesOfRange - 1);
    const value = rounded(param, from, to, isLog ? Math.exp(place) : place);
    return Math.min(to, Math.max(from, value));
  });
  return [...new Set([from, ...values.slice(1, -1), to])];
}

/** A value with as many digits as it takes to tell it from its neighbours. */
function rounded({ integer, scale }: RunnableNumber, from: number, to: number, value: number): number {
  if (integer) return Math.round(value);
  if (scale === 'log') {
    const closeness = Math.max(0, Math.ceil(-Math.log10(Math.log(to / from))));
    return Number(value.toPrecision(readableDigits + closeness));
  }
  const unit = 10 ** (Math.floor(Math.log10(to - from)) - readableDigits + 1);
  return Number(numberText(Math.round(value / unit) * unit));
}
