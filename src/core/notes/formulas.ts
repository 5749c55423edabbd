import type { Token } from 'markdown-it';
import { sharedGrammar } from '../grammar/grammar';
import type { MathBlockMeta } from '../grammar/math';
import { normalizeText } from '../grammar/normalize';
import { sourceOffset, spanOf } from '../grammar/sourcePositions';
import { type Position, type Range, TextLines } from '../text';

/** A formula, inline or display. */
export interface Formula {
  /** TeX without the dollar signs. */
  readonly tex: string;
  readonly isDisplay: boolean;
  /** Dollar signs included. */
  readonly range: Range;
}

/**
 * The formulas of a text, in document order. They are no part of a `Note`: the index has no use for them, and a lecture has more formulas
 * than links.
 * @param text Markdown from the start of a block on.
 * @param firstLine the line of the note that `text` begins with.
 */
export function formulasIn(text: string, firstLine = 0): readonly Formula[] {
  if (!text.includes('$')) return [];
  const lines = new TextLines(normalizeText(text));
  const at = (offset: number): Position => {
    const { line, column } = lines.positionAt(offset);
    return { line: line + firstLine, column };
  };
  return sharedGrammar()
    .parse(lines.text, {})
    .flatMap((token) => (token.type === 'inline' ? inlineFormulas(token, at) : blockFormula(token, at)));
}

function blockFormula(token: Token, at: (offset: number) => Position): readonly Formula[] {
  if (token.type !== 'math_block') return [];
  const { sourceStart, sourceEnd } = token.meta as MathBlockMeta;
  return [{ tex: token.content, isDisplay: true, range: { start: at(sourceStart), end: at(sourceEnd) } }];
}

function inlineFormulas(inline: Token, at: (offset: number) => Position): readonly Formula[] {
  const formulas: Formula[] = [];
  for (const token of inline.children ?? []) {
    if (token.type !== 'math_inline' && token.type !== 'math_block') continue;
    const { start } = spanOf(token);
    const from = sourceOffset(inline, start);
    const last = sourceOffset(inline, start + token.content.length + 2 * token.markup.length - 1);
    if (from === undefined || last === undefined) continue;
    const range = { start: at(from), end: at(last + 1) };
    formulas.push({ tex: token.content, isDisplay: token.type === 'math_block', range });
  }
  return formulas;
}
