import type { Token } from 'markdown-it';
import { sharedGrammar } from '../grammar/grammar';
import { normalizeText } from '../grammar/normalize';
import { sourceOffset, spanOf } from '../grammar/sourcePositions';
import { comparePositions, type Position, type Range, TextLines } from '../text';
import { blockAt } from './blockAt';
import type { Note } from './note';

/** Block tokens in which nothing is prose. */
const opaqueBlocks = new Set([
  'fence',
  'code_block',
  'html_block',
  'comment_block',
  'properties',
  'math_block',
]);

/** An address in running text, with or without a scheme. */
const address = /\b(?:https?:\/\/|www\.)[^\s<>)\]]+/g;

/**
 * Where words are no prose: code, formulas, comments, properties, HTML, addresses, and what of a link is not shown. In the order of their
 * starts.
 * @param text Markdown from the start of a block on.
 * @param firstLine the line of the note that `text` begins with.
 */
export function opaqueRanges(text: string, firstLine = 0): readonly Range[] {
  const lines = new TextLines(normalizeText(text));
  const ranges: Range[] = [];
  const add = (start: Position, end: Position): void => {
    ranges.push({ start: shifted(start, firstLine), end: shifted(end, firstLine) });
  };
  for (const token of sharedGrammar().parse(lines.text, {})) {
    const [first, end] = token.map ?? [0, 0];
    if (opaqueBlocks.has(token.type))
      add({ line: first, column: 0 }, { line: end - 1, column: lines.line(end - 1).length });
    if (token.type !== 'inline') continue;
    for (const span of opaqueSpans(token)) {
      const from = sourceOffset(token, span.start);
      const last = sourceOffset(token, span.end - 1);
      if (from !== undefined && last !== undefined) add(lines.positionAt(from), lines.positionAt(last + 1));
    }
  }
  return ranges.sort((a, b) => comparePositions(a.start, b.start));
}

/** Whether a position of a note lies strictly inside something that is no prose. Reads the block at the position only. */
export function isOpaqueAt(note: Note, lines: TextLines, position: Position): boolean {
  const { text, firstLine } = blockAt(note, lines, position.line);
  return opaqueRanges(text, firstLine).some(
    (range) => comparePositions(range.start, position) <= 0 && comparePositions(position, range.end) < 0,
  );
}

function shifted({ line, column }: Position, lines: number): Position {
  return { line: line + lines, column };
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function opaqueSpans(inline: Token): readonly Span[] {
  const addresses = Array.from(inline.content.matchAll(address), ({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
  return [...(inline.children ?? []).flatMap((token) => spansOf(inline, token)), ...addresses];
}

function spansOf(inline: Token, token: Token): readonly Span[] {
  const { start, end } = spanOf(token) ?? { start: 0 };
  switch (token.type) {
    case 'code_inline':
      return [{ start, end: codeSpanEnd(inline.content, token) }];
    case 'math_inline':
    case 'math_block':
      return [{ start, end: start + token.content.length + 2 * token.markup.length }];
    case 'html_inline':
      return [{ start, end: start + token.content.length }];
    case 'comment':
    case 'block_id':
    case 'footnote_reference':
      return end === undefined ? [] : [{ start, end }];
    case 'wikilink':
    case 'embed': {
      const bar = inline.content.indexOf('|', start);
      return [{ start, end: bar >= 0 && bar < (end ?? 0) ? bar + 1 : (end ?? start) }];
    }
    case 'link_open':
    case 'image':
      return end === undefined ? [] : [targetSpan(inline.content, start, end)];
    default:
      return [];
  }
}

/** Of `[text](target)` what follows the text; of an image all. */
function targetSpan(content: string, start: number, end: number): Span {
  const raw = content.slice(start, end);
  const label = raw.startsWith('!') ? 0 : Math.max(raw.lastIndexOf(']('), raw.lastIndexOf(']['), 0);
  return { start: start + label, end };
}

/** Where a code span ends: at the next run of as many backticks as it began with. */
function codeSpanEnd(content: string, token: Token): number {
  const { start } = spanOf(token);
  for (const run of content.slice(start + token.markup.length).matchAll(/`+/g)) {
    if (run[0].length === token.markup.length) return start + 2 * token.markup.length + run.index;
  }
  return content.length;
}
