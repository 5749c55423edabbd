import type { MarkdownIt, StateInline } from 'markdown-it';
import type { InlineSpan } from './sourcePositions';

const idAtEnd = /\^([A-Za-z0-9-]+)[ \t]*$/y;

/** Obsidian's block ids as inline tokens `block_id`: `^id` behind white space at the very end of a block. */
export function blockId(md: MarkdownIt): void {
  md.inline.ruler.before('link', 'block_id', blockIdRule);
}

function blockIdRule(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '^') return false;
  if (state.pos > 0 && !/\s/.test(state.src[state.pos - 1] ?? '')) return false;
  idAtEnd.lastIndex = state.pos;
  const match = idAtEnd.exec(state.src);
  if (!match?.[1] || state.pos + match[0].length > state.posMax) return false;
  if (!silent) {
    const token = state.push('block_id', '', 0);
    token.content = match[1];
    token.meta = { start: state.pos, end: state.pos + 1 + match[1].length } satisfies InlineSpan;
  }
  state.pos += match[0].length;
  return true;
}
