import type { MarkdownIt } from 'markdown-it';

/** The text that was asked about last, and the offset of its last `]`: a text is asked about for every bracket in it. */
let lastText = '';
let lastClosing = -1;

/**
 * Takes `[` and `![` for text where no `]` follows. markdown-it finds that out too, but for each bracket anew, which makes a line of a
 * hundred thousand open brackets take minutes.
 */
export function unclosedBracket(md: MarkdownIt): void {
  md.inline.ruler.before('link', 'unclosed_bracket', (state, silent) => {
    const bracket = state.src[state.pos] === '!' ? state.pos + 1 : state.pos;
    if (state.src[bracket] !== '[' || closesBehind(state.src, bracket)) return false;
    if (!silent) state.pending += state.src.slice(state.pos, bracket + 1);
    state.pos = bracket + 1;
    return true;
  });
}

function closesBehind(text: string, bracket: number): boolean {
  if (text !== lastText) {
    lastText = text;
    lastClosing = text.lastIndexOf(']');
  }
  return lastClosing > bracket;
}
