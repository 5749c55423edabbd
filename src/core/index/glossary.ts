import type { Callout, LineRange, Note } from '../notes/note';
import type { Range } from '../text';
import { isConceptName } from './conceptName';
import { basename } from './linkResolver';

/** Where a definition is from, best first: the vault's glossary, a callout, a lead-in, a section, a note about the term. */
export type DefinitionSource = 'glossary' | 'callout' | 'lead-in' | 'heading' | 'note';

/** A term that a note explains. */
export interface Definition {
  /** Its usual name. */
  readonly term: string;
  /** Its other names: those that the glossary gives, a note's aliases, what stands in parentheses. */
  readonly names: readonly string[];
  readonly source: DefinitionSource;
  /** The note, relative to the vault. */
  readonly path: string;
  /** The note's name for people. */
  readonly noteTitle: string;
  /** Where the term stands. */
  readonly range: Range;
  /** The text that explains it, in the note's own Markdown. */
  readonly body: Range;
}

/** A callout with one of these words before a marked term defines that term; a callout of such a type defines what its title names. */
const definingWord = /(?:^|[^\p{L}])(?:definition|def|satz|begriff|theorem|term)(?![\p{L}])/iu;
const definingTypes = new Set(['definition', 'def', 'begriff', 'term', 'satz', 'theorem']);

/** `Definition: Term`, `Def. (Term)`. */
const unmarkedTitle = /^(?:definition|def\.?|begriff|satz|theorem|term)(?:\s*:\s*(.+)|\s*\(([^()]+)\))$/iu;

/** The terms that a note explains: a glossary's entries, definition callouts, lead-ins, sections, and itself. */
export function definitionsIn(path: string, note: Note, isGlossary: boolean): readonly Definition[] {
  const noteTitle = basename(path).replace(/\.md$/i, '');
  const define = (
    source: DefinitionSource,
    [term = '', ...names]: readonly string[],
    range: Range,
    body: Range,
  ): Definition => ({ term, names, source, path, noteTitle, range, body });
  const callouts = note.callouts.flatMap((callout) =>
    termsDefinedBy(callout).map((term) => define('callout', namesIn(term), callout.titleRange, callout.body)),
  );
  const leadIns = note.leadIns
    .filter(({ term }) => isGlossary || namesIn(term).every(isConceptName))
    .map(({ term, range, body }) => define(isGlossary ? 'glossary' : 'lead-in', namesIn(term), range, body));
  const rows = isGlossary
    ? note.termRows.map(({ names, range, body }) => define('glossary', names.flatMap(namesIn), range, body))
    : [];
  const headings = isGlossary
    ? glossaryHeadings(note).map(({ names, range, body }) => define('glossary', names, range, body))
    : conceptHeadings(note, noteTitle).map(({ names, range, body }) => define('heading', names, range, body));
  return [...headings, ...rows, ...callouts, ...leadIns, ...noteItself(note, noteTitle, isGlossary, define)];
}

interface NamedText {
  readonly names: readonly string[];
  readonly range: Range;
  readonly body: Range;
}

/** Every heading that has a text of its own, but those that only sort others: letters, chapters. */
function glossaryHeadings({ headings, blockLines, lineCount }: Note): readonly NamedText[] {
  return headings.flatMap((heading, index) => {
    const { text, range, names } = heading;
    const end = headings[index + 1]?.range.start.line ?? lineCount;
    const firstBlock = blockLines.find((line) => line > range.end.line) ?? lineCount;
    const isSorting = /^.(?:\s*[-–]\s*.)?$/u.test(text) || (firstBlock >= end && heading.sectionEnd > end);
    if (isSorting) return [];
    return { names: [...namesIn(text), ...names], range, body: linesFrom(range.end, { first: 0, end }) };
  });
}

/** Sections of lecture notes that begin with a paragraph and whose heading names something. */
function conceptHeadings({ headings }: Note, noteTitle: string): readonly NamedText[] {
  return headings.flatMap(({ text, range, paragraph, names }) => {
    const all = [...namesIn(text), ...names];
    if (!paragraph || text === noteTitle || !all.every(isConceptName)) return [];
    return { names: all, range, body: linesFrom({ line: paragraph.first, column: 0 }, paragraph) };
  });
}

/** A note whose name is a term explains it in its first paragraph. */
function noteItself(
  { kind, paragraph, properties }: Note,
  noteTitle: string,
  isGlossary: boolean,
  define: (source: DefinitionSource, names: readonly string[], range: Range, body: Range) => Definition,
): readonly Definition[] {
  const names = [...namesIn(noteTitle), ...properties.aliases];
  if (kind === 'drawing' || isGlossary || !paragraph || !names.slice(0, 1).every(isConceptName)) return [];
  const start = { line: 0, column: 0 };
  const body = linesFrom({ line: paragraph.first, column: 0 }, paragraph);
  return [define('note', names, { start, end: start }, body)];
}

function linesFrom(start: Range['start'], { end }: LineRange): Range {
  return { start, end: { line: end, column: 0 } };
}

/** `Standardabweichung (SD)` and `Bagging: Bootstrap Aggregating` name a term twice. */
function namesIn(text: string): readonly string[] {
  const inside = /^(.*\S)\s*\(([^()]+)\)\s*$/.exec(text) ?? /^([^:]+):\s+([^:]+)$/.exec(text);
  return inside?.[1] && inside[2] ? [inside[1], inside[2]] : [text];
}

function termsDefinedBy({ type, title, markedTerms }: Callout): readonly string[] {
  if (definingWord.test(title) && markedTerms.length > 0) return markedTerms;
  const [, behindColon, inParentheses] = unmarkedTitle.exec(title) ?? [];
  const term = behindColon ?? inParentheses ?? (definingTypes.has(type) ? title : '');
  return isConceptName(term) ? [term] : [];
}

/** Every source, best first. */
export const definitionSources: readonly DefinitionSource[] = [
  'glossary',
  'callout',
  'lead-in',
  'heading',
  'note',
];

/** Sorts definitions of one term: the best source first, then by note. */
export function bestFirst(definitions: readonly Definition[]): readonly Definition[] {
  return definitions.toSorted(
    (a, b) =>
      definitionSources.indexOf(a.source) - definitionSources.indexOf(b.source) ||
      (a.path < b.path ? -1 : a.path > b.path ? 1 : 0),
  );
}

/**
 * Puts definitions in a language before others of the same source.
 * @param languageOf a definition's language, `undefined` where it is not known: it stays where it is.
 */
export function inLanguage<Language>(
  definitions: readonly Definition[],
  language: Language,
  languageOf: (definition: Definition) => Language | undefined,
): readonly Definition[] {
  const isOther = (definition: Definition): number => {
    const own = languageOf(definition);
    return own === undefined || own === language ? 0 : 1;
  };
  return definitions.toSorted((a, b) => (a.source === b.source ? isOther(a) - isOther(b) : 0));
}
