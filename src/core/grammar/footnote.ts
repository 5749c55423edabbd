import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';
import type { InlineSpan } from './sourcePositions';

/** `token.meta` of `footnote_open` tokens. */
export interface FootnoteMeta {
  /** As written, without `^`. */
  readonly label: string;
  /** Offsets of `[^label]` in the text with LF line breaks. */
  readonly sourceStart: number;
  readonly sourceEnd: number;
}

const label = /\[\^([^\][\s^]+)\]/y;

/** Further lines of a footnote's explanation are indented by this much. */
const indent = 2;

/**
 * Obsidian's footnotes: `[^1]` as inline tokens `footnote_reference`, `^[text]` as `footnote_inline_open … footnote_inline_close`, and
 * `[^1]: text` as blocks `footnote_open … footnote_close`.
 */
export function footnote(md: MarkdownIt): void {
  // Not right before `reference`: in an editor other extensions' rules for footnotes stand there, and may have come first.
  md.block.ruler.before('list', 'footnote', definition, { alt: ['paragraph', 'reference'] });
  md.inline.ruler.before('link', 'footnote_reference', reference);
  md.inline.ruler.before('link', 'footnote_inline', inlineFootnote);
}

function definition(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (state.src[start] !== '[' || state.src[start + 1] !== '^') return false;
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  label.lastIndex = start;
  const match = label.exec(state.src);
  const sourceEnd = start + (match?.[0].length ?? 0);
  if (!match?.[1] || state.src[sourceEnd] !== ':') return false;
  if (silent) return true;
  const open = state.push('footnote_open', 'section', 1);
  open.meta = { label: match[1], sourceStart: start, sourceEnd } satisfies FootnoteMeta;
  open.map = [startLine, startLine];
  tokenizeInside(state, startLine, endLine, sourceEnd + 1);
  open.map[1] = state.line;
  state.push('footnote_close', 'section', -1);
  return true;
}

/** The first line from `contentStart` on, then all lines that are indented. Puts the state's marks back as they were. */
function tokenizeInside(state: StateBlock, line: number, endLine: number, contentStart: number): void {
  const { blkIndent, parentType } = state;
  const bMarks = state.bMarks[line] ?? 0;
  const tShift = state.tShift[line] ?? 0;
  const sCount = state.sCount[line] ?? 0;
  let content = contentStart;
  while (state.src[content] === ' ' || state.src[content] === '\t') content++;
  state.blkIndent = blkIndent + indent;
  state.bMarks[line] = content;
  state.tShift[line] = 0;
  state.sCount[line] = state.blkIndent;
  state.md.block.tokenize(state, line, endLine);
  // An explanation without text is still a line.
  state.line = Math.max(state.line, line + 1);
  state.blkIndent = blkIndent;
  state.parentType = parentType;
  state.bMarks[line] = bMarks;
  state.tShift[line] = tShift;
  state.sCount[line] = sCount;
}

function reference(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '[' || state.src[state.pos + 1] !== '^') return false;
  label.lastIndex = state.pos;
  const match = label.exec(state.src);
  const end = state.pos + (match?.[0].length ?? 0);
  if (!match?.[1] || end > state.posMax) return false;
  if (!silent) {
    const token = state.push('footnote_reference', '', 0);
    token.content = match[1];
    token.meta = { start: state.pos, end } satisfies InlineSpan;
  }
  state.pos = end;
  return true;
}

function inlineFootnote(state: StateInline, silent: boolean): boolean {
  const start = state.pos;
  if (state.src[start] !== '^' || state.src[start + 1] !== '[') return false;
  const end = state.md.helpers.parseLinkLabel(state, start + 1, false);
  if (end < 0) return false;
  if (!silent) {
    const { posMax } = state;
    state.push('footnote_inline_open', 'small', 1);
    state.pos = start + 2;
    state.posMax = end;
    state.md.inline.tokenize(state);
    state.push('footnote_inline_close', 'small', -1);
    state.posMax = posMax;
  }
  state.pos = end + 1;
  return true;
}
