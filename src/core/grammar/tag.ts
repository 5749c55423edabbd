import type { MarkdownIt, StateInline } from 'markdown-it';
import type { InlineSpan } from './sourcePositions';

/** What ends a tag besides white space: general and supplemental punctuation, and ASCII punctuation but `-`, `_` and `/`. */
const tagBody = /#([^\s\u2000-\u206F\u2E00-\u2E7F'!"#$%&()*+,.:;<=>?@^`{|}~[\]\\]+)/y;

/** Obsidian's `#tags` as inline tokens `tag`, `content` without `#`. A tag follows white space and is not a number alone. */
export function tag(md: MarkdownIt): void {
  md.inline.ruler.before('link', 'tag', tagRule);
}

function tagRule(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '#') return false;
  if (state.pos > 0 && !/\s/.test(state.src[state.pos - 1] ?? '')) return false;
  tagBody.lastIndex = state.pos;
  const name = tagBody.exec(state.src)?.[1];
  if (!name || /^\d+$/.test(name) || state.pos + 1 + name.length > state.posMax) return false;
  const end = state.pos + 1 + name.length;
  if (!silent) {
    const token = state.push('tag', '', 0);
    token.content = name;
    token.meta = { start: state.pos, end } satisfies InlineSpan;
  }
  state.pos = end;
  return true;
}
