import type { MarkdownIt, Token } from 'markdown-it';
import { copyOfToken } from './copyOfToken';
import { headingIdsOf } from './headingSlug';
import { type Rendering, renderingOf } from './notePage';
import { drawInstead, ruleBefore } from './rendererRule';

/**
 * Gives the headings of the page's own note the ids that `pageHrefs` leads to. VS Code gives them ids too, but its versions differ in how,
 * and some of them then do not find those with an umlaut from another page.
 */
export function headingIds(md: MarkdownIt): void {
  const original = ruleBefore(md, 'heading_open');
  md.renderer.rules.heading_open = (tokens, index, options, env: unknown, self) => {
    const token = tokens[index] as Token;
    const id = idOf(token, renderingOf(env));
    if (id === undefined) return original(tokens, index, options, env, self);
    const heading = copyOfToken(token);
    heading.attrSet('id', id);
    return drawInstead(original, heading, tokens, index, options, env, self);
  };
}

/** `undefined` for what is no heading of the page's own text. */
function idOf({ map }: Token, rendering: Rendering | undefined): string | undefined {
  if (!map || rendering?.idPrefix !== '' || rendering.source !== rendering.page.path) return undefined;
  return headingIdsOf(rendering.page.note).get(map[0]);
}
