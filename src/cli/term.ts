import { withoutQuoteMarks } from '../core/features/excerptHtml';
import { bestFirst, type Definition, type DefinitionSource } from '../core/index/glossary';
import type { MatchKind, TermMatch } from '../core/terms/termTable';
import { wordsOf } from '../core/terms/words';
import { TextLines } from '../core/text';
import { CommandError } from './commandError';
import type { ReadVault } from './readVault';

/** A definition as programs get it. */
export interface TermLine {
  /** As its note writes it. */
  readonly term: string;
  /** How the word that was asked for agrees with it. */
  readonly match: MatchKind;
  readonly source: DefinitionSource;
  /** The note's Markdown, without the marks of a quote around it. */
  readonly text: string;
  /** The note, relative to the vault. */
  readonly file: string;
  /** Where the term stands, 1-based. */
  readonly line: number;
}

/** The definitions of a term, best first. Throws a `CommandError` where no note has one. */
export function termDefinitions({ index, texts }: ReadVault, asked: string): readonly TermLine[] {
  const matches = index.terms().findAll(asked);
  const match = matches.find(({ start, end }) => covers(asked, start, end));
  if (!match) throw new CommandError(unknownTerm(asked, matches));
  return bestFirst(match.values).map((definition) => ({
    term: definition.term,
    match: match.kind,
    source: definition.source,
    text: definitionText(texts.get(definition.path) ?? '', definition),
    file: definition.path,
    line: definition.range.start.line + 1,
  }));
}

/** Whether a stretch of the asked text holds all of its words. */
function covers(asked: string, start: number, end: number): boolean {
  return wordsOf(asked).every((word) => start <= word.start && word.end <= end);
}

function unknownTerm(asked: string, parts: readonly TermMatch<Definition>[]): string {
  const known = parts.flatMap(({ values }) => values.slice(0, 1).map(({ term }) => term));
  const hint = known.length > 0 ? ` Defined are: ${known.join(', ')}.` : '';
  return `No note of this vault defines "${asked}".${hint}`;
}

function definitionText(text: string, { body }: Definition): string {
  return withoutQuoteMarks(new TextLines(text).slice(body)).trim();
}

/** Definitions as lines for people. */
export function* definitionsForPeople(definitions: readonly TermLine[]): Generator<string> {
  for (const { term, match, source, text, file, line } of definitions) {
    yield `${file}:${line}  ${term}  (${source}${match === 'exact' ? '' : `, ${match}`})`;
    for (const textLine of text.split(/\r\n?|\n/)) yield `    ${textLine}`.trimEnd();
  }
}
