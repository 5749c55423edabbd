/// <reference path="./markdownIt.d.ts" />
import type { MarkdownIt, StateInline, Token } from 'markdown-it';
import image from 'markdown-it/lib/rules_inline/image.mjs';
import link from 'markdown-it/lib/rules_inline/link.mjs';
import type { InlineSpan } from './sourcePositions';

type InlineRule = (state: StateInline, silent: boolean) => boolean;

/** Markdown's own links and images, with the span of the whole link in the `meta` of `link_open` and `image`. */
export function markdownLink(md: MarkdownIt): void {
  md.inline.ruler.at('link', withSpan(link, 'link_open'));
  md.inline.ruler.at('image', withSpan(image, 'image'));
}

function withSpan(rule: InlineRule, type: string): InlineRule {
  return (state, silent) => {
    const start = state.pos;
    const firstNew = state.tokens.length;
    if (!rule(state, silent)) return false;
    if (!silent) {
      // The text before the link is pushed with it.
      const token = state.tokens
        .slice(firstNew, firstNew + 2)
        .find((candidate: Token) => candidate.type === type);
      if (token) token.meta = { start, end: state.pos } satisfies InlineSpan;
    }
    return true;
  };
}
