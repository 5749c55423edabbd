import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { escapeHtml } from '../html';
import { localeOf } from './notePage';
import { pageText } from './words';

/** `[x]` with any one character, at the start of an item. */
const marker = /^\[(.)\](?:\s+|$)/u;

/** Shows `- [ ]` and `- [x]` as a list item with a box in front; a box with any other character counts as done, as in Obsidian. */
export function taskItems(md: MarkdownIt): void {
  md.core.ruler.before('inline', 'task_items', markTasks);
  md.renderer.rules.task_checkbox = (tokens, index, _options, env: unknown) =>
    checkboxHtml(tokens[index] as Token, env);
}

/** Before the inline rules run, since they would see links and emphasis in what stands between the brackets. */
function markTasks({ tokens, Token }: StateCore): void {
  tokens.forEach((inline, index) => {
    const item = tokens[index - 2];
    if (item?.type !== 'list_item_open' || tokens[index - 1]?.type !== 'paragraph_open') return;
    const match = marker.exec(inline.content);
    if (!match?.[1]) return;
    item.attrJoin('class', 'll-task');
    item.attrSet('data-task', match[1]);
    inline.content = inline.content.slice(match[0].length);
    const box = new Token('task_checkbox', 'input', 0);
    box.content = match[1];
    inline.children = [box];
  });
}

function checkboxHtml({ content }: Token, env: unknown): string {
  const checked = content === ' ' ? '' : ' checked';
  return `<input type="checkbox" disabled${checked} aria-label="${escapeHtml(labelOf(content, env))}"> `;
}

function labelOf(state: string, env: unknown): string {
  const locale = localeOf(env);
  if (state === ' ') return pageText('taskOpen', locale);
  return /x/i.test(state) ? pageText('taskDone', locale) : pageText('taskOther', locale, state);
}
