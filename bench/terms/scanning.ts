import { termsInNote } from '../../src/core/features/termsInNote';
import { type TermFinder, VaultIndex } from '../../src/core/index/vaultIndex';
import { parseNote } from '../../src/core/notes/parseNote';
import { cost, median, times } from '../measure';
import { glossaryNote, lecture } from './lectureTerms';

/** Bytes of the note that is scanned: that of a whole term's notes in one file. */
const noteLength = 336_000;
const fewTerms = 500;
const manyTerms = 5000;
const runs = 5;

/** Three doublings that end at twice the note. */
const doublings = 3;

/** What looking for all terms of a long note takes, in milliseconds. */
export interface ScanTimes {
  readonly bytes: number;
  /** How many places were found. */
  readonly found: number;
  /** The first time: no word of the note has been seen. */
  readonly cold: number;
  readonly median: number;
  /** With looking for what is no prose, the median. */
  readonly termsInNote: number;
  /** By how much the time grows when the note gets twice as long. */
  readonly doubling: number;
  /** By how much the time grows with ten times as many terms, of which those that the note names are in both. */
  readonly tenfold: number;
}

/** Scans a generated lecture. Call it in a process that has not looked for terms. */
export function scanTimes(): ScanTimes {
  const text = lecture(noteLength, fewTerms);
  const many = finder(manyTerms);
  let found = 0;
  const cold = cost(() => {
    found = many.findAll(text).length;
  }).ms;
  const scan = (): readonly number[] => times(runs, () => many.findAll(text));
  scan();
  return {
    ...{ bytes: Buffer.byteLength(text), found, cold, median: median(scan()) },
    termsInNote: median(times(runs + 1, () => termsInNote(many, 'Vorlesung.md', text)).slice(1)),
    ...{ doubling: doublingGrowth(many), tenfold: tenfoldGrowth(text, finder(fewTerms), many) },
  };
}

function finder(termCount: number): TermFinder {
  const index = new VaultIndex(['Glossar']);
  index.setNote('Glossar.md', parseNote(glossaryNote(0, termCount)));
  return index.terms();
}

function doublingGrowth(terms: TermFinder): number {
  const [short, long] = [
    lecture((2 * noteLength) / 2 ** doublings, fewTerms),
    lecture(2 * noteLength, fewTerms),
  ];
  const [before, after] = shortest(
    () => terms.findAll(short),
    () => terms.findAll(long),
  );
  return (after / before / (long.length / short.length / 2 ** doublings)) ** (1 / doublings);
}

function tenfoldGrowth(text: string, few: TermFinder, many: TermFinder): number {
  const [before, after] = shortest(
    () => few.findAll(text),
    () => many.findAll(text),
  );
  return after / before;
}

/** The shortest run of each, taken in turns: what the machine does besides only adds. */
function shortest(first: () => unknown, second: () => unknown): readonly [number, number] {
  const pairs = Array.from({ length: 1 + 2 * runs }, () => [cost(first).ms, cost(second).ms] as const);
  return [Math.min(...pairs.map(([ms]) => ms)), Math.min(...pairs.map(([, ms]) => ms))];
}
