import { GlossaryChoice, type GlossarySettings } from '../index/glossaryChoice';
import { headingKey } from '../index/headingKey';
import { byCodeUnits, type Files, isNotePath, noteName } from '../index/linkResolver';
import type { Heading } from '../notes/note';
import { parseNote } from '../notes/parseNote';
import type { TextEdit, TextLines } from '../text';
import { germanSortKey, initialOf } from './germanOrder';

/**
 * The glossaries that count in a note, as far as the vault has them, in the order in which note and settings name them.
 * @param named the glossaries that the note itself chooses; `undefined` where it does not choose.
 */
export function glossaryPaths(
  files: Pick<Files, 'paths'>,
  settings: GlossarySettings,
  note: string,
  named: readonly string[] | undefined,
): readonly string[] {
  const isChosen = new GlossaryChoice(settings).glossariesOf(note, named);
  const names = [...(named ?? []), ...settings.notes, ...Object.values(settings.byNote ?? {}).flat()];
  const notes = [...files.paths()].filter((path) => isNotePath(path) && isChosen(path)).sort(byCodeUnits);
  const paths = names.flatMap((name) => {
    const choice = new GlossaryChoice({ notes: [name] });
    return notes.filter((path) => choice.isGlossary(path));
  });
  return [...new Set(paths)];
}

/** An entry of a glossary that is to be written. */
export interface NewEntry {
  readonly term: string;
  /** Markdown with LF line breaks and without empty lines at its ends; `''` for an entry to be filled. */
  readonly body: string;
}

/** How an entry comes into a glossary. Lines are 0-based and count in the glossary as it is then. */
export interface Placement {
  readonly edit: TextEdit;
  readonly headingLine: number;
  /** Where the body begins. */
  readonly bodyLine: number;
}

/**
 * Puts an entry into a glossary: in its alphabetical place among the headings of the entries' level where these are sorted, else at the end.
 * Only inserts. Line breaks, the empty line below headings and the one at the end of the file are as elsewhere in the glossary.
 */
export function placeInGlossary(path: string, lines: TextLines, entry: NewEntry): Placement {
  const headings = ownHeadings(lines);
  const candidates = headings.filter((heading) => isEntry(heading, noteName(path)));
  const level = entryLevel(candidates);
  const entries = candidates.filter((heading) => heading.level === level);
  const line = isSorted(entries) ? sortedLine(headings, entries, entry.term) : undefined;
  const style = { eol: lineBreakOf(lines.text), hasGap: hasGapBelow(entries[0], lines) };
  const head = `${'#'.repeat(level)} ${entry.term}${style.eol}${style.hasGap ? style.eol : ''}`;
  const text = head + entry.body.replaceAll('\n', style.eol);
  const bodyOffset = style.hasGap ? 2 : 1;
  return line === undefined
    ? atEnd(lines, text, bodyOffset, style.eol)
    : before(lines, line, text, bodyOffset, style.eol);
}

/** Headings in quotes and lists sort nothing. */
function ownHeadings(lines: TextLines): readonly Heading[] {
  return parseNote(lines.text).headings.filter(({ range }) =>
    /^ {0,3}(?:#{1,6}[ \t]*)?$/.test(lines.line(range.start.line).slice(0, range.start.column)),
  );
}

/** The note's name at its top, and letters, which only sort entries, are none. */
function isEntry({ level, text }: Heading, name: string): boolean {
  const isTitle = level === 1 && headingKey(text) === headingKey(name);
  return !isTitle && !/^.(?:\s*[-–]\s*.)?$/u.test(text);
}

/** The level that most entries have, the higher rank of two; the second where there are none. */
function entryLevel(entries: readonly Heading[]): number {
  const counts = new Array<number>(7).fill(0);
  for (const { level } of entries) counts[level] = (counts[level] ?? 0) + 1;
  const most = Math.max(...counts);
  return most === 0 ? 2 : counts.indexOf(most);
}

function isSorted(entries: readonly Heading[]): boolean {
  const keys = entries.map(({ text }) => germanSortKey(text));
  return keys.every((key, at) => at === 0 || (keys[at - 1] ?? '') <= key);
}

/** The line before which a term belongs; `undefined` for the end of the note. */
function sortedLine(
  headings: readonly Heading[],
  entries: readonly Heading[],
  term: string,
): number | undefined {
  const key = germanSortKey(term);
  const at = entries.findIndex(({ text }) => germanSortKey(text) > key);
  const next = entries[at];
  const previous = at < 0 ? entries.at(-1) : entries[at - 1];
  if (!previous) return next?.range.start.line;
  const end = sectionEnd(headings, previous);
  if (!next || end === next.range.start.line) return end;
  // Chapters stand between the two: a letter's own entries belong below it, all others behind the one before.
  const chapter = headings.slice(0, headings.indexOf(next)).findLast(({ level }) => level < next.level);
  const belongsBelow = chapter?.text.length === 1 && initialOf(chapter.text) === initialOf(term);
  return belongsBelow ? next.range.start.line : end;
}

/** The line of the next heading of the same or a higher rank; `undefined` for the end of the note. */
function sectionEnd(headings: readonly Heading[], heading: Heading): number | undefined {
  const next = headings.slice(headings.indexOf(heading) + 1).find(({ level }) => level <= heading.level);
  return next?.range.start.line;
}

function hasGapBelow(entry: Heading | undefined, lines: TextLines): boolean {
  return entry === undefined || lines.line(entry.range.end.line + 1).trim() === '';
}

function before(lines: TextLines, line: number, text: string, bodyOffset: number, eol: string): Placement {
  const needsGap = line > 0 && lines.line(line - 1).trim() !== '';
  const start = { line, column: 0 };
  const headingLine = line + (needsGap ? 1 : 0);
  return {
    edit: { range: { start, end: start }, newText: `${needsGap ? eol : ''}${text}${eol}${eol}` },
    headingLine,
    bodyLine: headingLine + bodyOffset,
  };
}

function atEnd(lines: TextLines, text: string, bodyOffset: number, eol: string): Placement {
  const last = lines.count - 1;
  const end = { line: last, column: lines.line(last).length };
  const isClosed = end.column === 0;
  const isEmpty = lines.text === '';
  const hasGap = isEmpty || (isClosed && last > 0 && lines.line(last - 1).trim() === '');
  const gaps = hasGap ? 0 : isClosed ? 1 : 2;
  const headingLine = last + gaps;
  return {
    edit: { range: { start: end, end }, newText: `${eol.repeat(gaps)}${text}${isClosed ? eol : ''}` },
    headingLine,
    bodyLine: headingLine + bodyOffset,
  };
}

/** How a text breaks its lines; LF where it has one line. */
function lineBreakOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}
