import type { MarkdownIt, Token } from 'markdown-it';
import { backlinksHtml } from './backlinksHtml';
import { contentsHtml } from './contents';
import { neighboursHtml } from './neighbours';
import { type Rendering, renderingOf } from './notePage';
import { propertiesHtml } from './pageProperties';

/**
 * What stands above the note's text: its properties, its table of contents. `''` for nothing.
 * @param env what the renderer is called with, with what is known about the page.
 */
export function pageHead(md: MarkdownIt, tokens: readonly Token[], env: object): string {
  const rendering = renderingOf(env);
  if (!rendering) return '';
  const { page } = rendering;
  const properties = page.options.properties ? tokens.find(({ type }) => type === 'properties') : undefined;
  const head = properties ? propertiesHtml(properties.content, rendering) : '';
  return page.options.contents ? head + contentsHtml(md, tokens, env, page) : head;
}

/** What stands below the note's text: the lectures before and after, and what links here. `''` for nothing. */
export function pageFoot({ page }: Rendering): string {
  return page.options.surroundings ? neighboursHtml(page) + backlinksHtml(page) : '';
}
