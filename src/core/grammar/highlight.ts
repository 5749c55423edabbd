import type { Delimiter, MarkdownIt, StateInline } from 'markdown-it';

const equalsSign = 0x3d;

/** Obsidian's `==highlight==` as `mark_open … mark_close`, nested with other emphasis as markdown-it nests `~~strikethrough~~`. */
export function highlight(md: MarkdownIt): void {
  md.inline.ruler.before('emphasis', 'mark', collectMarks);
  md.inline.ruler2.before('emphasis', 'mark', (state) => {
    pairMarks(state, state.delimiters);
    for (const meta of state.tokens_meta) if (meta) pairMarks(state, meta.delimiters);
    return true;
  });
}

/** Pushes each pair of `=` as a text token and remembers it as a possible delimiter. */
function collectMarks(state: StateInline, silent: boolean): boolean {
  if (silent || state.src.charCodeAt(state.pos) !== equalsSign) return false;
  const run = state.scanDelims(state.pos, true);
  if (run.length < 2) return false;
  if (run.length % 2) state.pending += '=';
  for (let pair = 0; pair < Math.floor(run.length / 2); pair++) {
    const token = state.push('text', '', 0);
    token.content = '==';
    state.delimiters.push({
      marker: equalsSign,
      length: 0,
      token: state.tokens.length - 1,
      end: -1,
      open: run.can_open,
      close: run.can_close,
    });
  }
  state.pos += run.length;
  return true;
}

function pairMarks(state: StateInline, delimiters: readonly Delimiter[]): void {
  for (const opener of delimiters) {
    const closer = delimiters[opener.end];
    if (opener.marker !== equalsSign || !closer) continue;
    turnInto(state, opener, 'mark_open', 1);
    turnInto(state, closer, 'mark_close', -1);
  }
}

function turnInto(state: StateInline, delimiter: Delimiter, type: string, nesting: 1 | -1): void {
  const token = state.tokens[delimiter.token];
  if (!token) return;
  token.type = type;
  token.tag = 'mark';
  token.nesting = nesting;
  token.markup = '==';
  token.content = '';
}
