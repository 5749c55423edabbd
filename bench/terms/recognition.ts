import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainTerm } from '../../src/core/features/explainTerm';
import { termAt } from '../../src/core/features/termAt';
import { bestFirst, type Definition } from '../../src/core/index/glossary';
import { glossaryTable } from '../../src/core/index/glossaryTable';
import { VaultIndex } from '../../src/core/index/vaultIndex';
import { parseNote } from '../../src/core/notes/parseNote';
import { TextLines } from '../../src/core/text';
import { shippedGlossary } from '../../src/glossary/shippedGlossary';
import { readWordList, scoreTerms, type TermAt, type TermScore } from './wordList';

const lists = ['tuning', 'heldOut'] as const;
const glossaryPath = 'Glossar.md';

/** How well the labelled words are recognised, by list: with their glossary alone, and with the one that ships as a second source. */
export interface Recognition {
  readonly vault: Readonly<Record<(typeof lists)[number], TermScore>>;
  /** The mistakes hold what users would see: a term of the shipped glossary is there as `shipped: name`. */
  readonly withShipped: Readonly<Record<(typeof lists)[number], TermScore>>;
}

/** Asks about every labelled word, as hovers do. @param folder with the lists and their glossary. */
export function recognition(folder: string): Recognition {
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const glossary = read(glossaryPath);
  const index = new VaultIndex([glossaryPath]);
  index.setNote(glossaryPath, parseNote(glossary));
  const headings = headingsByLine(glossary);
  const scores = (answer: TermAt): Recognition['vault'] => {
    const score = (name: string): TermScore =>
      scoreTerms([readWordList(`words.${name}.md`, read(`words.${name}.md`))], answer);
    return { tuning: score('tuning'), heldOut: score('heldOut') };
  };
  return { vault: scores(vaultAnswer(index, headings)), withShipped: scores(shippedAnswer(index, headings)) };
}

function vaultAnswer(index: VaultIndex, headings: readonly string[]): TermAt {
  return (text, position) => {
    const { note, lines } = asked(text);
    const [best] = bestFirst(termAt(index.terms(), note, lines, position)?.match.values ?? []);
    return best && headingOf(best, headings);
  };
}

function shippedAnswer(index: VaultIndex, headings: readonly string[]): TermAt {
  const shipped = glossaryTable(shippedGlossary);
  return (text, position) => {
    const { note, lines } = asked(text);
    const found = explainTerm({ vault: index.terms(), shipped }, { path: '', note, lines }, position);
    const [best] = found?.definitions ?? [];
    const [entry] = found?.entries ?? [];
    return best ? headingOf(best, headings) : entry && `shipped: ${entry.names.de[0]}`;
  };
}

const parsed = new Map<string, { readonly note: ReturnType<typeof parseNote>; readonly lines: TextLines }>();

function asked(text: string) {
  const known = parsed.get(text) ?? { note: parseNote(text), lines: new TextLines(text) };
  parsed.set(text, known);
  return known;
}

/** Labels are whole headings; a definition's term may be a part of one. */
function headingOf({ range }: Definition, headings: readonly string[]): string {
  return headings[range.start.line] ?? '';
}

/** By line the heading that the line belongs to, its own included. */
function headingsByLine(glossary: string): readonly string[] {
  let heading = '';
  return glossary.split('\n').map((line) => {
    heading = /^## (.+)$/.exec(line)?.[1]?.trim() ?? heading;
    return heading;
  });
}
