import { readDemoLine } from '../notes/demoLine';
import type { DemoBlock, DemoEntry, Note } from '../notes/note';
import { parseNote } from '../notes/parseNote';
import { lineBreakAt, type TextEdit, type TextLines } from '../text';
import { blockInsertion } from './definitionCallout';
import { demoBlocksAround, experimentOf } from './demoBlock';
import { type DemoSweep, readSweep, writtenSweep } from './demoSweep';
import { type DemoValue, exactNumberText, readValue } from './demoValue';
import { applyEdits } from './rename/renamePlan';
import type { RunnableExperiment } from './runnableExperiment';

/** Seed of a run whose note names none. */
export const defaultSeed = 1;

/** What the lab is set to. */
export interface LabSettings {
  /** Every setting of the experiment; what is missing has its default. */
  readonly params: Readonly<Record<string, DemoValue>>;
  readonly seed: number;
  /** Absent where nothing has been swept: what the note says of a sweep stays then. */
  readonly sweep?: DemoSweep;
}

/** The place that an experiment was opened from, as the note had it then. */
export interface DemoPlace {
  /** 0-based line of the heading, lead-in or block. */
  readonly line: number;
  /** Text of the heading or lead-in; `undefined` where the line is no more than a line. */
  readonly anchorText?: string;
  /** 0-based line of the opening fence of the block whose settings were taken. */
  readonly demoLine?: number;
}

/** A note with its text, which it is written into. */
export interface WritableNote {
  readonly note: Note;
  readonly lines: TextLines;
}

/** What has to be changed for a note to have the settings of the lab. */
export interface KeptDemo {
  /** `unchanged`: a block has exactly these settings already. `impossible`: a new block would be swallowed by what is never closed above. */
  readonly kind: 'updated' | 'added' | 'unchanged' | 'impossible';
  /** In document order; they do not overlap. */
  readonly edits: readonly TextEdit[];
  /** 0-based line of the block's opening fence, once the edits are made. */
  readonly line: number;
  /** Names of what is another now, or new: settings, `seed`, `sweep`. */
  readonly names: readonly string[];
}

/**
 * Writes the settings of the lab into a note: into the block that they were taken from, or else that for the same experiment which is
 * nearest in the section; where there is none, as a new block below the place. Only what is another now is touched: order, comments,
 * quotes and marks stay. What a block names it goes on naming, also where it is back at its default.
 * @param experiments all that there are; one of them is `experiment`.
 */
export function keepDemo(
  { note, lines }: WritableNote,
  place: DemoPlace,
  experiment: RunnableExperiment,
  settings: LabSettings,
): KeptDemo {
  const block = demoBlockAt({ note, lines }, place, experiment);
  return block
    ? updated(block, lines, experiment, settings)
    : added({ note, lines }, place, experiment, settings);
}

/** The block for an experiment that a place means: the very one, else the nearest in the section; the upper one of two equally near. */
export function demoBlockAt(
  { note, lines }: WritableNote,
  place: DemoPlace,
  experiment: RunnableExperiment,
): DemoBlock | undefined {
  const isAbout = (block: DemoBlock) => experimentOf(block, [experiment]) !== undefined;
  const same = note.demoBlocks.find(({ range }) => range.start.line === place.demoLine);
  if (same && isAbout(same)) return same;
  const distance = ({ range }: DemoBlock) => Math.abs(range.start.line - place.line);
  const [nearest] = demoBlocksAround(note, lineOfPlace({ note, lines }, place))
    .filter(isAbout)
    .sort((a, b) => distance(a) - distance(b));
  return nearest;
}

/**
 * The 0-based line of a place as the note is now, which may have been changed since: its line where that still has its name, else the
 * nearest heading, title or lead-in of that name, else its line or the last one.
 */
export function lineOfPlace({ note, lines }: WritableNote, { line, anchorText }: DemoPlace): number {
  const last = Math.min(line, lines.count - 1);
  if (anchorText === undefined || lines.line(line).includes(anchorText)) return last;
  const { headings, callouts, leadIns } = note;
  const named = [
    ...headings.map(({ text, range }) => [text, range.start.line] as const),
    ...callouts.map(({ title, titleRange }) => [title, titleRange.start.line] as const),
    ...leadIns.map(({ term, range }) => [term, range.start.line] as const),
  ].filter(([text]) => text === anchorText);
  const [nearest] = named.sort(([, a], [, b]) => Math.abs(a - line) - Math.abs(b - line));
  return nearest?.[1] ?? last;
}

/** What differs from the defaults, as a `demo` block writes it, in the experiment's order. */
export function settingTexts(
  experiment: RunnableExperiment,
  params: LabSettings['params'],
): readonly (readonly [name: string, text: string])[] {
  return Object.entries(experiment.params).flatMap(([name, param]) => {
    const value = params[name] ?? param.default;
    return value === param.default ? [] : [[name, valueText(value)] as const];
  });
}

/** The entries of a block, in their order: what differs from the defaults, the sweep, and the seed. */
function wantedEntries(
  experiment: RunnableExperiment,
  { params, seed, sweep }: LabSettings,
): readonly (readonly [name: string, text: string])[] {
  const swept = sweep ? [['sweep', writtenSweep(experiment, sweep)] as const] : [];
  const seeded = seed === defaultSeed ? [] : [['seed', String(seed)] as const];
  return [...settingTexts(experiment, params), ...swept, ...seeded];
}

/** A value so that a `demo` block gives it back: in quotes where it would be taken for something else. */
function valueText(value: DemoValue): string {
  if (typeof value !== 'string') return typeof value === 'number' ? exactNumberText(value) : String(value);
  const spellings = [value, `"${value}"`, `'${value}'`];
  return spellings.find((text) => readBack(text) === value) ?? value;
}

function readBack(text: string): string | undefined {
  const line = `name: ${text}`;
  const read = readDemoLine(line);
  return read.kind === 'entry' ? line.slice(read.value.start, read.value.end) : undefined;
}

/** A whole block with what differs from the defaults. LF line breaks, none at its end. */
export function demoBlockText(experiment: RunnableExperiment, settings: LabSettings): string {
  const entries = wantedEntries(experiment, settings).map(([name, text]) => `${name}: ${text}`);
  return ['```demo', `experiment: ${experiment.id}`, ...entries, '```'].join('\n');
}

function added(
  { note, lines }: WritableNote,
  place: DemoPlace,
  experiment: RunnableExperiment,
  settings: LabSettings,
): KeptDemo {
  const block = demoBlockText(experiment, settings);
  const { edit, line } = insertedBelow({ note, lines }, lineOfPlace({ note, lines }, place), block);
  const after = parseNote(applyEdits(lines, [edit]));
  const isBlock = after.demoBlocks.some(({ range: { start } }) => start.line === line);
  if (!isBlock) return { kind: 'impossible', edits: [], line, names: [] };
  const names = wantedEntries(experiment, settings).map(([name]) => name);
  return { kind: 'added', edits: [edit], line, names };
}

/**
 * Puts lines of their own below the block of a note that a line is in, with empty lines around them and the line breaks of the note.
 * @param block LF line breaks, none at its end.
 * @returns with the 0-based line that the block then begins at.
 */
export function insertedBelow(
  { note, lines }: WritableNote,
  line: number,
  block: string,
): { readonly edit: TextEdit; readonly line: number } {
  const { range, newText } = blockInsertion(note, lines, { line, column: 0 }, block);
  const gap = newText.length - newText.trimStart().length;
  const edit = { range, newText: newText.replaceAll('\n', lineBreakAt(lines, range.start.line)) };
  return { edit, line: range.start.line + gap };
}

function updated(
  block: DemoBlock,
  lines: TextLines,
  experiment: RunnableExperiment,
  settings: LabSettings,
): KeptDemo {
  const named = new Map<string, DemoEntry>();
  for (const entry of block.entries) if (!named.has(entry.name)) named.set(entry.name, entry);
  const changes = [...named.values()].flatMap((entry) => changeOf(entry, lines, experiment, settings));
  const missing = wantedEntries(experiment, settings).filter(([name]) => !named.has(name));
  const names = [...changes.map(({ name }) => name), ...missing.map(([name]) => name)];
  const edits = changes.map(({ edit }) => edit);
  if (missing.length > 0) edits.push(appended(block, lines, missing));
  const kind = edits.length > 0 ? 'updated' : 'unchanged';
  return { kind, edits, line: block.range.start.line, names };
}

/** The change that brings an entry up to date; none where it says the same already. */
function changeOf(
  entry: DemoEntry,
  lines: TextLines,
  experiment: RunnableExperiment,
  settings: LabSettings,
): readonly { readonly name: string; readonly edit: TextEdit }[] {
  const text = textFor(entry, experiment, settings);
  return text === undefined ? [] : [{ name: entry.name, edit: replaced(entry, lines, text) }];
}

/** What an entry has to say instead; `undefined` where it says the same already, or nothing of the settings. */
function textFor(
  entry: DemoEntry,
  experiment: RunnableExperiment,
  settings: LabSettings,
): string | undefined {
  const { name, value } = entry;
  if (name === 'seed') return isSeed(value, settings.seed) ? undefined : String(settings.seed);
  if (name === 'sweep') return sweepText(entry, experiment, settings.sweep);
  const param = Object.hasOwn(experiment.params, name) ? experiment.params[name] : undefined;
  if (!param) return undefined;
  const wanted = settings.params[name] ?? param.default;
  const read = readValue(name, param, value);
  return 'value' in read && read.value === wanted ? undefined : valueText(wanted);
}

function isSeed(text: string, seed: number): boolean {
  return /^\d+$/.test(text) && Number(text) === seed;
}

function sweepText(
  entry: DemoEntry,
  experiment: RunnableExperiment,
  sweep: DemoSweep | undefined,
): string | undefined {
  if (!sweep) return undefined;
  const read = readSweep(entry, experiment);
  const isSame = 'sweep' in read && isSameSweep(read.sweep, sweep);
  return isSame ? undefined : writtenSweep(experiment, sweep);
}

function isSameSweep(one: DemoSweep, other: DemoSweep): boolean {
  return one.param === other.param && one.values.join() === other.values.join();
}

/** The text in place of a value: in its quotes where it has some, and with a space where it had no room. */
function replaced({ value, valueRange }: DemoEntry, lines: TextLines, text: string): TextEdit {
  const { line, column } = valueRange.start;
  const written = lines.line(line);
  const [before, after] = [written[column - 1], written[valueRange.end.column]];
  const isQuoted = (before === '"' || before === "'") && before === after;
  if (isQuoted && !/["']/.test(text)) return { range: valueRange, newText: text };
  if (isQuoted) {
    const start = { line, column: column - 1 };
    return { range: { start, end: { line, column: valueRange.end.column + 1 } }, newText: text };
  }
  if (value !== '') return { range: valueRange, newText: text };
  const [left, right] = [before === ':' ? ' ' : '', after === '#' ? ' ' : ''];
  return { range: valueRange, newText: `${left}${text}${right}` };
}

/** New entries below the last one, with the marks and the indentation that it has. */
function appended(
  { entries, range }: DemoBlock,
  lines: TextLines,
  missing: readonly (readonly [name: string, text: string])[],
): TextEdit {
  const last = entries.at(-1)?.nameRange.start ?? range.start;
  const marks = lines.line(last.line).slice(0, last.column);
  const lineBreak = lineBreakAt(lines, last.line);
  const end = { line: last.line, column: lines.line(last.line).length };
  const newText = missing.map(([name, text]) => `${lineBreak}${marks}${name}: ${text}`).join('');
  return { range: { start: end, end }, newText };
}

/** In which settings two runs differ, `seed` at the end; what is not named has its default. */
export function differingNames(
  experiment: RunnableExperiment,
  one: Pick<LabSettings, 'params' | 'seed'>,
  other: Pick<LabSettings, 'params' | 'seed'>,
): readonly string[] {
  const names = Object.entries(experiment.params).flatMap(([name, param]) =>
    (one.params[name] ?? param.default) === (other.params[name] ?? param.default) ? [] : [name],
  );
  return one.seed === other.seed ? names : [...names, 'seed'];
}
