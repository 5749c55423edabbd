import { withoutQuoteMarks } from '../core/features/excerptHtml';
import { explainTerm, type TermExplanation } from '../core/features/explainTerm';
import type { Definition, DefinitionSource } from '../core/index/glossary';
import { glossaryTable } from '../core/index/glossaryTable';
import { parseNote } from '../core/notes/parseNote';
import type { MatchKind, TermTable } from '../core/terms/termTable';
import { wordsOf } from '../core/terms/words';
import { TextLines } from '../core/text';
import type { GlossaryTerm } from '../glossary/glossaryTerm';
import { definitionMarkdown, shippedGlossary } from '../glossary/shippedGlossary';
import { CommandError } from './commandError';
import type { ReadVault } from './readVault';

/** A language that the shipped glossary exists in. */
export type Language = keyof GlossaryTerm['names'];

/** An explanation as programs get it. */
export interface TermLine {
  /** As its note writes it; of a shipped entry the usual name. */
  readonly term: string;
  /** How the word that was asked for agrees with it. */
  readonly match: MatchKind;
  readonly source: DefinitionSource | 'shipped';
  /** Markdown; a note's without the marks of a quote around it. */
  readonly text: string;
  /** The note, relative to the vault; absent from shipped entries. */
  readonly file?: string;
  /** Where the term stands, 1-based; absent from shipped entries. */
  readonly line?: number;
  /** Where to read on; only of shipped entries. */
  readonly literature?: string;
}

/** What explains a word. */
export interface TermAnswer {
  /** The word as it was asked for. */
  readonly asked: string;
  /** Whether the word is a known mistake for the term. */
  readonly isMisspelt: boolean;
  /** The vault's definitions, best first, then shipped entries; never empty. */
  readonly lines: readonly TermLine[];
}

/**
 * Explains a word in any form as a hover does where it stands alone.
 * @param language of shipped entries.
 * @throws CommandError where neither the vault nor the shipped glossary has the term.
 */
export function termAnswer({ index, texts }: ReadVault, asked: string, language: Language): TermAnswer {
  const shipped = glossaryTable(shippedGlossary);
  const vault = index.terms();
  const found = explainWord({ vault, shipped }, asked);
  if (!found)
    throw new CommandError(unknownTerm(asked, [...vault.findAll(asked), ...shipped.findAll(asked)]));
  const own = found.definitions.map((definition) => ({
    ...{ term: definition.term, match: found.kind, source: definition.source },
    text: definitionText(texts.get(definition.path) ?? '', definition),
    ...{ file: definition.path, line: definition.range.start.line + 1 },
  }));
  // The word may agree with the shipped term in another way than with the vault's.
  const kind = shipped.findAt(asked, found.range.start.column)?.kind ?? found.kind;
  const others = found.entries.map((entry) => shippedLine(entry, kind, language));
  return {
    asked,
    isMisspelt: found.entries.some((entry) => isMisspelling(asked, entry)),
    lines: [...own, ...others],
  };
}

/** `undefined` unless one term is found for all of the words. */
function explainWord(
  sources: {
    readonly vault: ReturnType<ReadVault['index']['terms']>;
    readonly shipped: TermTable<GlossaryTerm>;
  },
  asked: string,
): TermExplanation<GlossaryTerm> | undefined {
  const words = wordsOf(asked);
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return undefined;
  const note = { path: '', note: parseNote(asked), lines: new TextLines(asked) };
  const found = explainTerm(sources, note, { line: 0, column: first.start });
  const isWhole = found && found.range.start.column <= first.start && last.end <= found.range.end.column;
  return isWhole ? found : undefined;
}

function shippedLine(entry: GlossaryTerm, match: MatchKind, language: Language): TermLine {
  return {
    ...{ term: entry.names[language][0], match, source: 'shipped' },
    ...{ text: definitionMarkdown(entry, language), literature: entry.source },
  };
}

function isMisspelling(word: string, { misspellings = [] }: GlossaryTerm): boolean {
  return misspellings.some((name) => name.toLowerCase() === word.toLowerCase());
}

function unknownTerm(
  asked: string,
  parts: readonly { readonly values: readonly (Definition | GlossaryTerm)[] }[],
): string {
  const known = parts.flatMap(({ values }) =>
    values.slice(0, 1).map((value) => ('term' in value ? value.term : value.names.en[0])),
  );
  const hint = known.length > 0 ? ` Known are: ${[...new Set(known)].join(', ')}.` : '';
  return `Neither a note of this vault nor the shipped glossary explains "${asked}".${hint}`;
}

function definitionText(text: string, { body }: Definition): string {
  return withoutQuoteMarks(new TextLines(text).slice(body)).trim();
}

/** What a word is to the term that explains it; `''` where it is the term. */
const relations = {
  exact: '',
  folded: '',
  alias: 'other name of',
  stem: 'form of',
  compound: 'contains',
} as const satisfies Readonly<Record<MatchKind, string>>;

/** An answer as lines for people. */
export function* answerForPeople({ asked, isMisspelt, lines }: TermAnswer): Generator<string> {
  const [best] = lines;
  const relation = isMisspelt ? 'probably means' : relations[best?.match ?? 'exact'];
  if (best && relation !== '') yield `${asked} — ${relation} ${best.term}`;
  for (const { term, source, text, file, line, literature } of lines) {
    yield file === undefined ? `${term}  (${source})` : `${file}:${line}  ${term}  (${source})`;
    for (const textLine of text.split(/\r\n?|\n/)) yield `    ${textLine}`.trimEnd();
    if (literature !== undefined) yield `    Literature: ${literature}`;
  }
}
