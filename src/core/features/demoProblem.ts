import { foldCase } from '../terms/fold';
import type { Range } from '../text';
import { closest } from './closest';

/** What can be wrong with what a note says about its demos, in English; `{0}` … are places of `DemoProblem.values`. */
export const demoMessages = {
  'missing-experiment': 'The block does not say which experiment it is about: “experiment: …” is missing.',
  'unknown-experiment': 'There is no experiment “{0}”.',
  'unknown-parameter': 'The experiment “{1}” has no parameter “{0}”. It has: {2}',
  'repeated-key': '“{0}” is set a second time.',
  'missing-value': '“{0}” has no value.',
  'not-a-number': '“{0}” is not a number that can be read without doubt. Allowed for “{1}”: {2} … {3}',
  'not-whole': '“{1}” is a whole number, and {0} is none. Allowed: {2} … {3}',
  'out-of-range': '{0} is out of range. Allowed for “{1}”: {2} … {3}',
  'not-an-option': '“{0}” is no value of “{1}”. Allowed: {2}',
  'bad-seed': '“{0}” is no seed. Allowed are whole numbers from 0 to 4294967295.',
  'bad-sweep': '“{0}” is no sweep. It is written “name 1..10” or “name 1, 2, 5”.',
  'sweep-of-no-number': 'Only numbers can be swept, and “{0}” is none. Numbers are: {1}',
  'sweep-order': 'A sweep goes from a smaller to a larger number.',
  'sweep-count': 'A sweep takes 2 to 12 values, and here are {0}.',
  'no-entry': 'This line is neither “name: value” nor a comment (“# …”).',
  'unknown-demo': '“{0}” is neither the name of an experiment nor a concept that one shows.',
  'unknown-heading': 'This note has no heading “{0}”.',
} as const;

/** Something wrong with a `demo` block or the property `demos`. */
export interface DemoProblem {
  readonly code: keyof typeof demoMessages;
  /** The part that is wrong; for what is missing, the marks of the block or the name without a value. */
  readonly range: Range;
  /** What the message speaks of. */
  readonly values: readonly string[];
  /** What may have been meant, likeliest first: each stands for all that is in `range`. */
  readonly replacements: readonly string[];
}

/** The message in English. */
export function demoProblemText({ code, values }: Pick<DemoProblem, 'code' | 'values'>): string {
  return demoMessages[code].replace(/\{(\d)\}/g, (_, index: string) => values[Number(index)] ?? '');
}

/** How many similar names are offered. */
const mostSimilar = 3;

/**
 * The names that `written` may have been meant to be, closest first, each once.
 * @param candidates names with everything that people may write for them.
 */
export function similarNames(
  written: string,
  candidates: readonly (readonly [name: string, spellings: readonly string[]])[],
): readonly string[] {
  const keys = candidates.flatMap(([name, spellings]) =>
    [name, ...spellings].map((spelling) => [foldCase(spelling), name] as const),
  );
  const found = closest(foldCase(written), keys, keys.length).map(({ item }) => item);
  return [...new Set(found)].slice(0, mostSimilar);
}
