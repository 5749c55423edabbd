import type { MarkdownIt, StateCore } from 'markdown-it';
import { escapeHtml } from '../html';
import { blockNames, nameBlocks } from './blockNames';
import { callouts, finishCallouts } from './callouts';
import { collectFootnotes, footnotes } from './footnotes';
import { noteLinks } from './noteLinks';
import { renderingOf } from './notePage';
import { ruleBefore } from './rendererRule';
import { taskItems } from './taskItems';

/** Shows wikilinks, callouts, tags, footnotes, task lists, line breaks and what Obsidian hides. Needs `pageGrammar`. */
export function pageConstructs(md: MarkdownIt): void {
  md.use(noteLinks).use(taskItems).use(footnotes).use(blockNames).use(callouts).use(lineBreaks);
  const nothing = (): string => '';
  Object.assign(md.renderer.rules, {
    tag: (tokens, index) => `<span class="ll-tag">#${escapeHtml(tokens[index]?.content ?? '')}</span>`,
    comment: nothing,
    comment_block: nothing,
  } satisfies MarkdownIt['renderer']['rules']);
  md.core.ruler.before('lecture_lab_source', 'page_constructs', finish);
}

/** In this order: footnotes leave their callouts before it is asked whether anything stands in these. */
function finish(state: StateCore): void {
  collectFootnotes(state);
  nameBlocks(state);
  finishCallouts(state);
}

/** Shows a line break in the text as one where the page's options say so. */
function lineBreaks(md: MarkdownIt): void {
  const original = ruleBefore(md, 'softbreak');
  md.renderer.rules.softbreak = (tokens, index, options, env: unknown, self) => {
    if (renderingOf(env)?.page.options.lineBreaks) return '<br>\n';
    return original(tokens, index, options, env, self);
  };
}
