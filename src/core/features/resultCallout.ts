import { basename } from '../index/linkResolver';
import { readDemoLine } from '../notes/demoLine';
import type { Callout, DemoBlock, Heading, LineRange, Note } from '../notes/note';
import { parseNote } from '../notes/parseNote';
import type { Language } from '../terms/language';
import { lineBreakAt, type Range, type TextEdit, type TextLines } from '../text';
import { type DemoBlockOrder, demoBlocksAround, experimentOf, readDemoBlock } from './demoBlock';
import { type DemoValue, readValue } from './demoValue';
import {
  type DemoPlace,
  defaultSeed,
  demoBlockAt,
  differingNames,
  insertedBelow,
  type LabSettings,
  lineOfPlace,
  settingTexts,
  type WritableNote,
} from './keepDemo';
import { applyEdits } from './rename/renamePlan';
import type { RunnableExperiment } from './runnableExperiment';

/** A claim of an experiment with what a run says about it. Texts are of one line; `text` is Markdown. */
export interface ResultClaim {
  readonly text: string;
  /** The measured number, and what it has to be: `≥ 0,2`. As people write them. */
  readonly measured: string;
  readonly bound: string;
  /** `deviates`: the claim is about a mean over seeds, which one run cannot refute. */
  readonly verdict: 'holds' | 'deviates' | 'fails';
}

/** What a run came to. */
export interface LabResult extends Pick<LabSettings, 'params' | 'seed'> {
  /** The experiment's, in the language of the note. Plain text. */
  readonly title: string;
  /** Training step that the picture shows. */
  readonly step: number;
  /** Those alone that were judged. */
  readonly claims: readonly ResultClaim[];
}

/** The callout of a result, as a note has it. */
export interface ResultCallout {
  readonly range: Range;
  /** All of it. */
  readonly lines: LineRange;
  /** 0-based line behind the settings: what follows up to the callout's end is the author's own. */
  readonly ownEnd: number;
  readonly experimentId: string;
  /** Settings that are not at their defaults, as they are written. */
  readonly texts: ReadonlyMap<string, string>;
  readonly seed: number;
  /** What the link to the picture says, `''` where there is none. */
  readonly picture: string;
}

/** A result that the block above it would not give. */
export interface StaleResult {
  readonly result: ResultCallout;
  readonly block: DemoBlock;
  /** What the block orders. */
  readonly order: DemoBlockOrder;
  /** Settings that differ, `seed` among them. */
  readonly names: readonly string[];
}

const words = {
  de: { result: 'Ergebnis', measured: 'gemessen', required: 'verlangt', seed: 'Startwert', step: 'Schritt' },
  en: { result: 'Result', measured: 'measured', required: 'required', seed: 'Seed', step: 'step' },
} as const satisfies Readonly<Record<Language, unknown>>;

const signs = { holds: '✓', deviates: '≈', fails: '✗' } as const;

const titlePattern = /^(?:Ergebnis|Result): /;
const settingsPattern = /^(?:Startwert|Seed) (\d+), (?:Schritt|step) \d+ · (`experiment: .*`)$/;

/** Whether a callout of that type and title is the result of a demo, which names its experiment and explains no concept. */
export function isResult({ type, title }: Pick<Callout, 'type' | 'title'>): boolean {
  return type === 'example' && titlePattern.test(title);
}

/**
 * The callout that shows a result. LF line breaks, none at its end.
 * @param embed shows the picture, as the vault writes links.
 */
export function resultCallout(
  experiment: RunnableExperiment,
  { title, params, seed, step, claims }: LabResult,
  embed: string,
  language: Language,
): string {
  const word = words[language];
  const settings = [['experiment', experiment.id] as const, ...settingTexts(experiment, params)];
  const codes = settings.map(([name, text]) => `\`${name}: ${text}\``).join(' ');
  const lines = [
    `[!example] ${word.result}: ${oneLine(title)}`,
    embed,
    ...claims.map(({ text, measured, bound, verdict }) =>
      oneLine(`${signs[verdict]} ${text} (${word.measured} ${measured}; ${word.required} ${bound})`),
    ),
    `${word.seed} ${seed}, ${word.step} ${step} · ${codes}`,
  ];
  return lines.map((line) => `> ${line}`).join('\n');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Whether a note may have results, without a look at its text. */
export function hasResults({ callouts }: Pick<Note, 'callouts'>): boolean {
  return callouts.some(isResult);
}

/** The results in a note, in document order. Callouts whose settings cannot be read are none. */
export function resultsIn({ note, lines }: WritableNote): readonly ResultCallout[] {
  return note.callouts.filter(isResult).flatMap((callout) => readResult(callout, note, lines) ?? []);
}

function readResult(
  { titleRange, body }: Callout,
  { links }: Note,
  lines: TextLines,
): ResultCallout | undefined {
  const first = titleRange.start.line;
  const end = Math.max(first, body.end.line) + 1;
  for (let line = first + 1; line < end; line++) {
    const [, seed, codes] = settingsPattern.exec(withoutMarks(lines.line(line))) ?? [];
    if (codes === undefined) continue;
    const texts = new Map([...codes.matchAll(/`([^`]+)`/g)].flatMap(([, code = '']) => entryOf(code)));
    const picture = links.find(({ range: { start } }) => start.line > first && start.line < line);
    return {
      range: titleRange,
      lines: { first, end },
      ownEnd: line + 1,
      experimentId: texts.get('experiment') ?? '',
      texts,
      seed: Number(seed),
      picture: picture?.path ?? '',
    };
  }
  return undefined;
}

function withoutMarks(line: string): string {
  return line.replace(/^[\s>]*/, '').trimEnd();
}

function entryOf(code: string): readonly (readonly [name: string, value: string])[] {
  const read = readDemoLine(code);
  if (read.kind !== 'entry') return [];
  const { name, value } = read;
  return [[code.slice(name.start, name.end), code.slice(value.start, value.end)]];
}

/** The settings of a result as the experiment reads them; what it cannot read has its default. */
export function settingsOf(
  { texts, seed }: ResultCallout,
  { params }: RunnableExperiment,
): Pick<LabSettings, 'params' | 'seed'> {
  const values = Object.entries(params).flatMap(([name, param]): [string, DemoValue][] => {
    const text = texts.get(name);
    const read = text === undefined ? undefined : readValue(name, param, text);
    return read && 'value' in read ? [[name, read.value]] : [];
  });
  return { params: Object.fromEntries(values), seed };
}

/** What a picture is of: the name of its file without the seed, what makes it unique, and the extension. */
function subjectOf(fileName: string): string {
  return basename(fileName).replace(/-seed\d+(?:-\d+)?(?:\.\w+)?$/, '');
}

/**
 * The result that a new one takes the place of: of the same experiment and the same picture, below the same block, or in the section
 * where there is no block.
 * @param fileName of the new picture.
 */
export function formerResult(
  target: WritableNote,
  place: DemoPlace,
  experiment: RunnableExperiment,
  fileName: string,
): ResultCallout | undefined {
  return resultsBelow(target, place, experiment).find(
    ({ picture }) => subjectOf(picture) === subjectOf(fileName),
  );
}

function resultsBelow(
  target: WritableNote,
  place: DemoPlace,
  experiment: RunnableExperiment,
): readonly ResultCallout[] {
  const { note } = target;
  const block = demoBlockAt(target, place, experiment);
  const line = block?.range.start.line ?? lineOfPlace(target, place);
  return resultsIn(target).filter(
    (result) =>
      result.experimentId === experiment.id &&
      result.lines.first >= line &&
      headingAt(note, result.lines.first) === headingAt(note, line) &&
      blockAbove(note, result, experiment) === block,
  );
}

function headingAt({ headings }: Note, line: number): Heading | undefined {
  return headings.findLast(({ range }) => range.start.line <= line);
}

/** The block for an experiment that stands nearest above a result, in its section. */
function blockAbove(
  note: Note,
  { lines: { first } }: ResultCallout,
  experiment: RunnableExperiment,
): DemoBlock | undefined {
  return demoBlocksAround(note, first).findLast(
    (block) => block.range.start.line < first && experimentOf(block, [experiment]) !== undefined,
  );
}

/** Whether a new result of these settings goes on showing the file of the former one. */
export function keepsPicture(
  former: ResultCallout,
  experiment: RunnableExperiment,
  settings: Pick<LabSettings, 'params' | 'seed'>,
  fileName: string,
): boolean {
  const extension = /\.\w+$/.exec(fileName)?.[0] ?? '';
  const isSameKind = former.picture.endsWith(extension);
  return isSameKind && differingNames(experiment, settingsOf(former, experiment), settings).length === 0;
}

/**
 * Puts a result into a note: in place of the former one, whose author's own lines stay, else below the block of its experiment and the
 * results there, else below the place that the experiment was opened from.
 * @param callout as `resultCallout` gives it.
 * @returns with the 0-based line of its title then; `undefined` where it would be swallowed by what is never closed above.
 */
export function insertedResult(
  target: WritableNote,
  place: DemoPlace,
  experiment: RunnableExperiment,
  callout: string,
  former: ResultCallout | undefined,
): { readonly edit: TextEdit; readonly line: number } | undefined {
  if (former) return { edit: replaced(target.lines, former, callout), line: former.lines.first };
  const inserted = insertedBelow(target, lineToInsertAt(target, place, experiment), callout);
  const after = parseNote(applyEdits(target.lines, [inserted.edit]));
  return after.callouts.some(({ titleRange: { start } }) => start.line === inserted.line)
    ? inserted
    : undefined;
}

/** The last line of the block and of the results that follow it with nothing between. */
function lineToInsertAt(target: WritableNote, place: DemoPlace, experiment: RunnableExperiment): number {
  const block = demoBlockAt(target, place, experiment);
  let last = block?.range.end.line ?? lineOfPlace(target, place);
  for (const { lines } of resultsBelow(target, place, experiment)) {
    if (isBlankBetween(target.lines, last, lines.first)) last = lines.end - 1;
  }
  return last;
}

function isBlankBetween(lines: TextLines, above: number, below: number): boolean {
  for (let line = above + 1; line < below; line++) if (lines.line(line).trim() !== '') return false;
  return true;
}

function replaced(lines: TextLines, { lines: { first }, ownEnd }: ResultCallout, callout: string): TextEdit {
  const title = lines.line(first);
  const column = Math.max(0, title.lastIndexOf('>', title.indexOf('[!')));
  // Where a list item begins with the callout, its other lines are indented.
  const marks = title.slice(0, column).replace(/[^\s>]/g, ' ');
  return {
    range: {
      start: { line: first, column },
      end: { line: ownEnd - 1, column: lines.line(ownEnd - 1).length },
    },
    newText: callout.replaceAll('\n', `${lineBreakAt(lines, first)}${marks}`),
  };
}

/** The results that the blocks above them would not give. A result without a block above it in its section is never one. */
export function staleResults(
  target: WritableNote,
  experiments: readonly RunnableExperiment[],
): readonly StaleResult[] {
  return resultsIn(target).flatMap((result) => {
    const experiment = experiments.find(({ id }) => id === result.experimentId);
    const block = experiment && blockAbove(target.note, result, experiment);
    const order = block && readDemoBlock(block, experiments).order;
    if (!experiment || !block || !order) return [];
    const settings = { params: order.params, seed: order.seed ?? defaultSeed };
    const names = differingNames(experiment, settings, settingsOf(result, experiment));
    return names.length > 0 ? [{ result, block, order, names }] : [];
  });
}

/** Takes a result out of its note, with the empty line below it where there is one above too. */
export function removedResult(lines: TextLines, { lines: { first, end } }: ResultCallout): TextEdit {
  const isBlank = (line: number) => line < 0 || line >= lines.count || lines.line(line).trim() === '';
  const behind = isBlank(first - 1) && isBlank(end) ? end + 1 : end;
  return { range: { start: { line: first, column: 0 }, end: { line: behind, column: 0 } }, newText: '' };
}

/** Names for a picture's file, in the order in which they are to be tried: `a.svg`, `a-2.svg`, `a-3.svg`, … */
export function* pictureNames(fileName: string): Generator<string> {
  yield fileName;
  const dot = fileName.lastIndexOf('.');
  for (let number = 2; ; number++) yield `${fileName.slice(0, dot)}-${number}${fileName.slice(dot)}`;
}
