// Words of lecture notes, labelled by hand with the term that stands there. Places are marked in the Markdown itself:
// {word|Heading of the glossary}, or {word|-} where no term stands. The labels were made without looking at what recognises
// terms, and stay so: recognition may be tuned on `words.tuning.md` and is only measured on `words.heldOut.md`.
import { type Position, type Range, TextLines } from '../../src/core/text';

/** A labelled place of a note. */
export interface WordPlace {
  /** 0-based, UTF-16; may reach over one line break. */
  readonly range: Range;
  /** What stands there, as it is written. */
  readonly word: string;
  /** Heading of the glossary entry, as it is written there; undefined where no term may be named. */
  readonly expected: string | undefined;
}

/** A note with its marks taken out. Lines are those of the marked file. */
export interface WordList {
  /** Names the list in a score's mistakes. */
  readonly file: string;
  readonly text: string;
  /** In the order of the text. */
  readonly places: readonly WordPlace[];
}

/** What is measured: the heading of the term at a 0-based UTF-16 position of a note's text, or undefined where there is none. */
export type TermAt = (text: string, position: Position) => string | undefined;

/** A place where another answer was expected. */
export interface TermMistake {
  readonly file: string;
  /** 0-based. */
  readonly line: number;
  readonly word: string;
  readonly expected: string | undefined;
  readonly found: string | undefined;
}

/** How well terms are recognised. A wrong term counts against both precision and recall. */
export interface TermScore {
  /** How many places were asked about. */
  readonly places: number;
  /** Share of the named terms that are right (0 … 1); 1 when none was named. */
  readonly precision: number;
  /** Share of the expected terms that were named (0 … 1); 1 when none was expected. */
  readonly recall: number;
  /** In the order of the lists. */
  readonly mistakes: readonly TermMistake[];
}

/** Formulas and code have braces too: a mark has no backslash, no brace inside and at most one line break. */
const mark = /\{(?<word>[^{}|\\\n]+(?:\n[^{}|\\\n]+)?)\|(?<label>[^{}|\\\n]+)\}/gu;
/** A written word; hyphens and apostrophes belong to it, emphasis does not. */
const writtenWord = /[\p{L}\p{M}\p{N}]+(?:[-'’][\p{L}\p{M}\p{N}]+)*/gu;

/** Takes the marks out of a labelled note. */
export function readWordList(file: string, source: string): WordList {
  const { text, spans } = withoutMarks(source);
  const lines = new TextLines(text);
  const places = spans.map(({ start, word, label }) => ({
    range: { start: lines.positionAt(start), end: lines.positionAt(start + word.length) },
    word,
    expected: label === '-' ? undefined : label,
  }));
  return { file, text, places };
}

/** The headings of a glossary's entries (second level), in its order: what labels may name. */
export function glossaryHeadings(glossary: string): readonly string[] {
  return Array.from(glossary.matchAll(/^## (.+)$/gm), ([, heading = '']) => heading.trim());
}

/** Where a place is asked about: the middle of each of its words. */
export function askedPositions({ text }: WordList, { range, word }: WordPlace): readonly Position[] {
  const lines = new TextLines(text);
  const start = lines.offsetAt(range.start);
  return Array.from(word.matchAll(writtenWord), ({ index, 0: written }) =>
    lines.positionAt(start + index + Math.floor(written.length / 2)),
  );
}

/** Asks about every place of the lists. */
export function scoreTerms(lists: readonly WordList[], termAt: TermAt): TermScore {
  const answers = lists.flatMap((list) => list.places.map((place) => answerAt(list, place, termAt)));
  const right = answers.filter(({ expected, found }) => expected !== undefined && found === expected).length;
  return {
    places: answers.length,
    precision: share(right, answers.filter(({ found }) => found !== undefined).length),
    recall: share(right, answers.filter(({ expected }) => expected !== undefined).length),
    mistakes: answers.filter(({ expected, found }) => found !== expected),
  };
}

function answerAt(list: WordList, place: WordPlace, termAt: TermAt): TermMistake {
  const { word, expected, range } = place;
  const found = agreed(
    askedPositions(list, place).map((position) => termAt(list.text, position)),
    expected,
  );
  return { file: list.file, line: range.start.line, word, expected, found };
}

/** One answer for all words of a place: a wrong term outweighs a missing one, and that a right one. */
function agreed(answers: readonly (string | undefined)[], expected: string | undefined): string | undefined {
  const wrong = answers.find((answer) => answer !== undefined && answer !== expected);
  return wrong ?? (answers.includes(undefined) ? undefined : expected);
}

function withoutMarks(source: string) {
  const spans: { readonly start: number; readonly word: string; readonly label: string }[] = [];
  let text = '';
  let end = 0;
  for (const { index, 0: whole, groups } of source.matchAll(mark)) {
    const { word = '', label = '' } = groups ?? {};
    text += source.slice(end, index);
    spans.push({ start: text.length, word, label });
    text += word;
    end = index + whole.length;
  }
  return { text: text + source.slice(end), spans };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}
