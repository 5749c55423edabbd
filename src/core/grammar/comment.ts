import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';
import type { InlineSpan } from './sourcePositions';

/** Obsidian's `%%comments%%`: inline tokens `comment`, and block tokens `comment_block` whose inside is not parsed. */
export function comment(md: MarkdownIt): void {
  md.inline.ruler.before('link', 'comment', inlineComment);
  md.block.ruler.before('fence', 'comment_block', commentBlock, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
}

function inlineComment(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('%%', state.pos)) return false;
  const close = state.src.indexOf('%%', state.pos + 2);
  // Without an end the marks are text, and no later one can have an end either: take them all, so that `%%%%…` stays linear.
  if (close < 0 || close + 2 > state.posMax) {
    if (!silent) state.pending += '%%';
    state.pos += 2;
    return true;
  }
  if (!silent) {
    const token = state.push('comment', '', 0);
    token.content = state.src.slice(state.pos + 2, close);
    token.meta = { start: state.pos, end: close + 2 } satisfies InlineSpan;
  }
  state.pos = close + 2;
  return true;
}

/** A line that begins with `%%` and has no second one opens a block up to the next line with `%%`, or to the end. */
function commentBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  const firstLineEnd = state.eMarks[startLine] ?? 0;
  if (!state.src.startsWith('%%', start)) return false;
  const secondMark = state.src.indexOf('%%', start + 2);
  if (secondMark >= 0 && secondMark < firstLineEnd) return false;
  if (silent) return true;
  let line = startLine + 1;
  while (line < endLine && !lineHasMark(state, line)) line++;
  const token = state.push('comment_block', '', 0);
  token.map = [startLine, Math.min(line + 1, endLine)];
  token.content = state.getLines(startLine, token.map[1], 0, false);
  state.line = token.map[1];
  return true;
}

function lineHasMark(state: StateBlock, line: number): boolean {
  return state.src.slice(state.bMarks[line], state.eMarks[line]).includes('%%');
}
