import { isDemoInfo } from '../grammar/demoFence';
import { sharedGrammar } from '../grammar/grammar';
import { blockAt } from '../notes/blockAt';
import type { DemoBlock, Note } from '../notes/note';
import { propertiesEnd } from '../notes/properties';
import type { Language } from '../terms/language';
import type { Position, Range, TextLines } from '../text';
import { experimentOf } from './demoBlock';
import { wholeSweep } from './demoSweep';
import { numberText } from './demoValue';
import type { RunnableExperiment, RunnableParam } from './runnableExperiment';

/** One thing to insert in a `demo` block, in the property `demos`, or behind the marks of a fence. */
export interface DemoCompletion {
  readonly kind: 'block' | 'experiment' | 'key' | 'value' | 'sweep';
  /** What stands in the note: an id, a name, a value. */
  readonly label: string;
  /** What people call it; `''` for nothing. Plain text. */
  readonly title: string;
  /** A sentence about it; `''` for none. Plain text. */
  readonly help: string;
  /** What replaces the range: a snippet, in which `$` and `}` are escaped where they stand for themselves. */
  readonly snippet: string;
  /** Whether what comes next can be completed as well. */
  readonly goesOn: boolean;
}

/** What is being typed, and what a completion replaces. */
export type DemoContext = {
  /** Within one line, around the cursor. */
  readonly range: Range;
} /** Behind the marks of a fence that opens. */ & (
  | {
      readonly kind: 'fence';
      readonly marks: string;
      /** What each further line of the block begins with, indentation left out. */
      readonly prefix: string;
      /** Whether the fence is closed already, with nothing in it. */
      readonly isClosed: boolean;
    }
  /** In a block, before a colon. */
  | { readonly kind: 'name'; readonly block: DemoBlock; readonly hasColon: boolean }
  /** In a block, behind a colon: all that stands there, or the first word of a sweep. */
  | {
      readonly kind: 'value';
      readonly block: DemoBlock;
      readonly name: string;
      /** Whether a space must be written before it. */
      readonly isTight: boolean;
      /** What stands behind `range`. */
      readonly rest: string;
    }
  | { readonly kind: 'property' }
);

/** What is being typed at a position; `undefined` where it has nothing to do with demos. */
export function demoContextAt(note: Note, lines: TextLines, position: Position): DemoContext | undefined {
  const end = propertiesEnd(lines);
  if (end !== undefined && position.line < end) return propertyContext(lines, position);
  const block = note.demoBlocks.find(({ range }) => isInside(range, lines, position.line));
  return block ? entryContext(block, lines, position) : fenceContext(note, lines, position);
}

/** Whether a line is below a block's opening fence; a line that is just begun behind the end of a block that is never closed counts too. */
function isInside({ start, end }: Range, lines: TextLines, line: number): boolean {
  if (start.line < line && line <= end.line) return true;
  const isClosed = end.line > start.line && /^[\s>]*(?:```|~~~)/.test(lines.line(end.line));
  return line === end.line + 1 && line === lines.count - 1 && !isClosed;
}

/** The marks of quotes, and the indentation, before the text of a line. */
const quoteMarks = /^[\s>]*/;

function entryContext(block: DemoBlock, lines: TextLines, position: Position): DemoContext | undefined {
  const line = lines.line(position.line);
  const start = quoteMarks.exec(line)?.[0].length ?? 0;
  const [before, after] = [line.slice(start, position.column), line.slice(position.column)];
  if (position.column < start || /^(?:#|```|~~~)/.test(before + after)) return undefined;
  const colon = before.indexOf(':');
  if (colon >= 0) return valueContext(block, before, after, position);
  const rest = /^[^:\s]*/.exec(after)?.[0].length ?? 0;
  const hasColon = /^\s*:/.test(after.slice(rest));
  return { kind: 'name', block, hasColon, range: around(position, before.length, rest) };
}

function valueContext(
  block: DemoBlock,
  before: string,
  after: string,
  position: Position,
): DemoContext | undefined {
  const [, name = '', space = '', typed = ''] = /^([^:]*):(\s*)["']?(.*)$/.exec(before) ?? [];
  if (/\s/.test(typed)) return undefined;
  const replaced = /^[^\s"'#]*/.exec(after)?.[0].length ?? 0;
  const isTight = space === '' && typed === '';
  const range = around(position, typed.length, replaced);
  return { kind: 'value', block, name: name.trim(), isTight, rest: after.slice(replaced), range };
}

const openingFence = /^(\s*)((?:>\s?|(?:[-*+]|\d+[.)])\s+|\s)*)(`{3,}|~{3,})[ \t]*(\w*)$/;

function fenceContext(note: Note, lines: TextLines, position: Position): DemoContext | undefined {
  const line = lines.line(position.line);
  const [whole, , outer = '', marks = '', typed = ''] =
    openingFence.exec(line.slice(0, position.column)) ?? [];
  if (whole === undefined || line.slice(position.column).trim() !== '') return undefined;
  const { text, firstLine } = blockAt(note, lines, position.line);
  const fence = sharedGrammar()
    .parse(text, {})
    .find(({ type, map }) => type === 'fence' && map?.[0] === position.line - firstLine);
  if (!fence?.map || isDemoInfo(fence.info)) return undefined;
  const last = lines.line(firstLine + fence.map[1] - 1).trimEnd();
  const isClosed = fence.content.trim() === '' && fence.map[1] - fence.map[0] > 1 && last.endsWith(marks);
  const prefix = outer.replace(/[-*+]|\d+[.)]/g, (marker) => ' '.repeat(marker.length));
  return { kind: 'fence', marks, prefix, isClosed, range: around(position, typed.length, 0) };
}

const inlineDemos = /^demos:\s(?:.*[\s,[{:"'])?([\w-]*)$/;
const listedDemos = /^\s*(?:-\s+|.*:\s+)(?:.*[\s,[{:"'])?([\w-]*)$/;

function propertyContext(lines: TextLines, position: Position): DemoContext | undefined {
  const line = lines.line(position.line);
  const before = line.slice(0, position.column);
  let above = position.line;
  while (above > 0 && /^(?:\s|-|$)/.test(lines.line(above))) above--;
  if (!lines.line(above).startsWith('demos:')) return undefined;
  const typed = (above === position.line ? inlineDemos : listedDemos).exec(before)?.[1];
  if (typed === undefined) return undefined;
  const replaced = /^[\w-]*/.exec(line.slice(position.column))?.[0].length ?? 0;
  return { kind: 'property', range: around(position, typed.length, replaced) };
}

function around({ line, column }: Position, before: number, after: number): Range {
  return { start: { line, column: column - before }, end: { line, column: column + after } };
}

/** All that can be inserted, in the order in which it is best read; whoever shows it filters by what was typed. */
export function demoCompletions(
  context: DemoContext,
  experiments: readonly RunnableExperiment[],
  language: Language,
): readonly DemoCompletion[] {
  switch (context.kind) {
    case 'fence':
      return [blockItem(context, experiments)];
    case 'property':
      return experiments.map((experiment) => experimentItem(experiment, language, ''));
    case 'name':
      return nameItems(context, experiments, language);
    case 'value':
      return valueItems(context, experiments, language);
  }
}

type ContextOf<K extends DemoContext['kind']> = Extract<DemoContext, { readonly kind: K }>;

const plain = { title: '', help: '', goesOn: false } as const;

function blockItem(
  { marks, prefix, isClosed }: ContextOf<'fence'>,
  experiments: readonly RunnableExperiment[],
): DemoCompletion {
  const choice = experiments.map(({ id }) => id).join(',');
  const body = ['demo', `experiment: \${1|${choice}|}`, ...(isClosed ? [] : ['$0', escaped(marks)])];
  return { ...plain, kind: 'block', label: 'demo', snippet: body.join(`\n${escaped(prefix)}`) };
}

function experimentItem(
  { id, title, summary }: RunnableExperiment,
  language: Language,
  before: string,
): DemoCompletion {
  const texts = { title: title[language], help: summary[language] };
  return { ...plain, ...texts, kind: 'experiment', label: id, snippet: `${before}${escaped(id)}` };
}

function nameItems(
  { block, range, hasColon }: ContextOf<'name'>,
  experiments: readonly RunnableExperiment[],
  language: Language,
): readonly DemoCompletion[] {
  const others = block.entries.filter(({ nameRange }) => nameRange.start.line !== range.start.line);
  const taken = new Set(others.map(({ name }) => name));
  const params = Object.entries(experimentOf(block, experiments)?.params ?? {});
  const item = (name: string, value: string, texts: Pick<DemoCompletion, 'title' | 'help'>) => ({
    ...{ ...plain, ...texts, kind: 'key' as const, label: name, goesOn: value === '' && !hasColon },
    snippet: escaped(hasColon ? name : `${name}: ${value}`),
  });
  const items = [
    item('experiment', '', plain),
    ...params.map(([name, param]) =>
      item(name, defaultText(param), { title: param.label[language], help: param.help[language] }),
    ),
    item('seed', '1', plain),
    ...(params.some(([, { kind }]) => kind === 'number') ? [item('sweep', '', plain)] : []),
  ];
  return items.filter(({ label }) => !taken.has(label));
}

function defaultText(param: RunnableParam): string {
  return param.kind === 'number' ? numberText(param.default) : String(param.default);
}

function valueItems(
  { block, name, isTight, rest }: ContextOf<'value'>,
  experiments: readonly RunnableExperiment[],
  language: Language,
): readonly DemoCompletion[] {
  const before = isTight ? ' ' : '';
  if (name === 'experiment') return experiments.map((one) => experimentItem(one, language, before));
  const params = experimentOf(block, experiments)?.params ?? {};
  if (name === 'sweep') return sweepItems(params, rest, language, before);
  const param = Object.hasOwn(params, name) ? params[name] : undefined;
  return param ? paramValues(param, language).map(([label, title]) => valueItem(label, title, before)) : [];
}

function valueItem(label: string, title: string, before: string): DemoCompletion {
  return { ...plain, kind: 'value', label, title, snippet: `${before}${escaped(label)}` };
}

/** The values that can be listed, with what people call them. */
function paramValues(
  param: RunnableParam,
  language: Language,
): readonly (readonly [value: string, title: string])[] {
  if (param.kind === 'switch') return [['true', ''] as const, ['false', ''] as const];
  if (param.kind === 'choice')
    return param.options.map(({ value, label }) => [value, label[language]] as const);
  return [];
}

/** Each number with the whole of its range to be narrowed; the name alone where values stand behind it. */
function sweepItems(
  params: RunnableExperiment['params'],
  rest: string,
  language: Language,
  before: string,
): readonly DemoCompletion[] {
  return Object.entries(params).flatMap(([name, param]) => {
    if (param.kind !== 'number') return [];
    const texts = { title: param.label[language], help: param.help[language] };
    const ends = `${before}${escaped(name)} \${1:${numberText(param.min)}}..\${2:${numberText(param.max)}}`;
    const snippet = rest.trim() === '' ? ends : `${before}${escaped(name)}`;
    return [{ ...plain, ...texts, kind: 'sweep' as const, label: wholeSweep(name, param), snippet }];
  });
}

/** A text that a snippet inserts as it is. */
function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
