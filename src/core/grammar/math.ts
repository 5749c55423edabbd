import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';
import katexPlugin from 'markdown-it-katex';

/** `token.meta` of `math_block` tokens that a block made: offsets in the text with LF line breaks, both marks included. */
export interface MathBlockMeta {
  readonly sourceStart: number;
  readonly sourceEnd: number;
}

/**
 * Formulas: `math_inline`, and `math_block` also in the middle of a line. The rules are KaTeX's plugin's, but for two, where it reads
 * notes otherwise than Obsidian. Its blocks take `$$a$$ text` for a formula without an end, and an unclosed `$$` for one up to the end of
 * the note. Its `$…$` begins behind no letter and ends before none, so that in `W$_1$ und $x$` it takes `$ und $` for the formula.
 */
export function math(md: MarkdownIt): void {
  katexPlugin(md, { throwOnError: false });
  formulaRules(md);
}

/** Where rules are kept, with what markdown-it's types leave out: there is no other way to more than one rule of a name. */
interface Rules {
  readonly __rules__: readonly { readonly name: string; enabled: boolean }[];
}

/** Reads formulas as Obsidian does, in place of whatever rules of these names others have given a markdown-it. */
export function formulaRules(md: MarkdownIt): void {
  const block = { alt: ['paragraph', 'reference', 'blockquote', 'list'] };
  if (leaveOne(md.block.ruler, 'math_block')) md.block.ruler.at('math_block', mathBlock, block);
  else md.block.ruler.after('blockquote', 'math_block', mathBlock, block);
  if (leaveOne(md.inline.ruler, 'math_inline')) md.inline.ruler.at('math_inline', mathInline);
  else md.inline.ruler.after('escape', 'math_inline', mathInline);
}

/** Of several rules with a name `at` would replace the first only: the others are switched off. Whether there is one. */
function leaveOne(ruler: object, name: string): boolean {
  const [first, ...others] = (ruler as Rules).__rules__.filter((rule) => rule.name === name);
  for (const rule of others) rule.enabled = false;
  if (first) first.enabled = true;
  return first !== undefined;
}

/** No space inside the marks, no further mark beside them, and no digit behind: `5$ und 10$` is money. */
const inlineFormula = /\$(?![\s$])((?:\\.|[^$\\\n])+)(?<!\s)\$(?![\d$])/y;

function mathInline(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '$' || state.src[state.pos - 1] === '$') return false;
  inlineFormula.lastIndex = state.pos;
  const match = inlineFormula.exec(state.src);
  if (!match?.[1] || state.pos + match[0].length > state.posMax) return false;
  if (!silent) {
    const token = state.push('math_inline', 'math', 0);
    token.markup = '$';
    token.content = match[1];
  }
  state.pos += match[0].length;
  return true;
}

/** `$$` at the start of a line up to `$$` at the end of the same or a later line. Anything else is left to the inline rules. */
function mathBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (!state.src.startsWith('$$', start) || isInFormula(state, start, startLine)) return false;
  const end = closingLine(state, start, startLine, endLine);
  if (!end) return false;
  if (silent) return true;
  const token = state.push('math_block', 'math', 0);
  token.block = true;
  token.markup = '$$';
  token.map = [startLine, end.line + 1];
  token.content = contentOf(state, start + 2, startLine, end);
  token.meta = { sourceStart: start, sourceEnd: end.offset + 2 } satisfies MathBlockMeta;
  state.line = end.line + 1;
  return true;
}

/** How many `$$` a part of the text has. */
interface CountedMarks {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** A paragraph is asked about with each of its lines that begins with `$$`: what was counted last. */
const countedMarks = new WeakMap<StateBlock, CountedMarks>();

/** Whether `$$` that is indented less than the list item above it ends a formula there. Asked from within the item's last paragraph. */
function isInFormula(state: StateBlock, start: number, startLine: number): boolean {
  if ((state.sCount[startLine] ?? 0) >= state.blkIndent) return false;
  const from = state.bMarks[state.line] ?? 0;
  const last = countedMarks.get(state);
  const known = last?.from === from && last.to <= start ? last : { to: from, count: 0 };
  const count = known.count + state.src.slice(known.to, start).split('$$').length - 1;
  countedMarks.set(state, { from, to: start, count });
  return count % 2 === 1;
}

interface ClosingMark {
  readonly line: number;
  /** Source offset of the closing `$$`. */
  readonly offset: number;
}

/** Where the formula that opens at `start` ends; `undefined` when text follows its end or it has none in this container. */
function closingLine(
  state: StateBlock,
  start: number,
  startLine: number,
  endLine: number,
): ClosingMark | undefined {
  // Below the text of a list item a formula may begin that is not the item's: it is asked about from within the item.
  const indent = Math.min(state.blkIndent, state.sCount[startLine] ?? 0);
  for (let line = startLine; line < endLine; line++) {
    const isOutside = line > startLine && (state.sCount[line] ?? 0) < indent && !state.isEmpty(line);
    if (isOutside) return undefined;
    const from = line === startLine ? start + 2 : (state.bMarks[line] ?? 0);
    const lineEnd = state.eMarks[line] ?? 0;
    const offset = state.src.slice(from, lineEnd).indexOf('$$');
    if (offset < 0) continue;
    const isLast = state.src.slice(from + offset + 2, lineEnd).trim() === '';
    return isLast && from + offset > start + 2 ? { line, offset: from + offset } : undefined;
  }
  return undefined;
}

function contentOf(state: StateBlock, start: number, startLine: number, end: ClosingMark): string {
  if (end.line === startLine) return state.src.slice(start, end.offset);
  const firstLine = state.src.slice(start, state.eMarks[startLine]);
  const middle = state.getLines(startLine + 1, end.line, state.blkIndent, false);
  const lastLine = state.src.slice(state.bMarks[end.line], end.offset);
  return [firstLine, middle, lastLine].filter((part) => part.trim() !== '').join('\n');
}
