import type { MarkdownIt, StateInline } from 'markdown-it';

/** Offset of the last `]` of the text that a state reads. */
const lastClosing = new WeakMap<StateInline, number>();

/**
 * Takes `[` and `![` for text where no `]` follows. markdown-it finds that out too, but for each bracket anew, which makes a line of a
 * hundred thousand open brackets take minutes.
 */
export function unclosedBracket(md: MarkdownIt): void {
  md.inline.ruler.before('link', 'unclosed_bracket', (state, silent) => {
    const bracket = state.src[state.pos] === '!' ? state.pos + 1 : state.pos;
    if (state.src[bracket] !== '[' || closesBehind(state, bracket)) return false;
    if (!silent) state.pending += state.src.slice(state.pos, bracket + 1);
    state.pos = bracket + 1;
    return true;
  });
}

function closesBehind(state: StateInline, bracket: number): boolean {
  let last = lastClosing.get(state);
  if (last === undefined) {
    last = state.src.lastIndexOf(']');
    lastClosing.set(state, last);
  }
  return last > bracket;
}
