import type { MarkdownIt, StateInline } from 'markdown-it';

/**
 * The offset of the last `]` in a text: it is asked about for every bracket. By state, since comparing a text with an equal one, which the
 * next parsing of the same note has, means to read both.
 */
const lastClosings = new WeakMap<StateInline, number>();

/**
 * Takes `[` and `![` for text where no `]` follows. markdown-it finds that out too, but for each bracket anew, which makes a line of a
 * hundred thousand open brackets take minutes.
 */
export function unclosedBracket(md: MarkdownIt): void {
  md.inline.ruler.before('link', 'unclosed_bracket', (state, silent) => {
    const bracket = state.src[state.pos] === '!' ? state.pos + 1 : state.pos;
    if (state.src[bracket] !== '[' || lastClosing(state) > bracket) return false;
    if (!silent) state.pending += state.src.slice(state.pos, bracket + 1);
    state.pos = bracket + 1;
    return true;
  });
}

function lastClosing(state: StateInline): number {
  let offset = lastClosings.get(state);
  if (offset === undefined) {
    offset = state.src.lastIndexOf(']');
    lastClosings.set(state, offset);
  }
  return offset;
}
