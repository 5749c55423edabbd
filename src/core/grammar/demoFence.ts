/// <reference path="./markdownIt.d.ts" />
import type { MarkdownIt, StateBlock, Token } from 'markdown-it';
import fence from 'markdown-it/lib/rules_block/fence.mjs';

/** Source offsets, 0-based UTF-16 in the text with LF line breaks; `end` is exclusive. */
export interface SourceSpan {
  readonly start: number;
  readonly end: number;
}

/** `token.meta` of `fence` tokens whose info string is `demo`; other fences have none. */
export interface DemoFenceMeta extends SourceSpan {
  /** The lines between the fences, each without what marks the quotes and lists around it, and without its indentation. */
  readonly lines: readonly SourceSpan[];
}

/** Whether what stands behind the marks of a fence makes it a block of settings of a demo. */
export function isDemoInfo(info: string): boolean {
  return info.trim() === 'demo';
}

/** Keeps of a fenced block of settings where its lines stand, which markdown-it forgets. To everybody else it stays plain code. */
export function demoFence(md: MarkdownIt): void {
  md.block.ruler.at('fence', demoFenceRule, { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
}

function demoFenceRule(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const isFence = fence(state, startLine, endLine, silent);
  const token = isFence && !silent ? state.tokens.at(-1) : undefined;
  if (token && isDemoInfo(token.info)) token.meta = metaOf(state, token);
  return isFence;
}

function metaOf(state: StateBlock, { map, markup }: Token): DemoFenceMeta {
  const [first, end] = map ?? [0, 0];
  const isClosed = end - first > 1 && closesFence(state, end - 1, markup);
  const last = lineSpan(state, end - 1);
  const lines: SourceSpan[] = [];
  for (let line = first + 1; line < (isClosed ? end - 1 : end); line++) lines.push(lineSpan(state, line));
  const text = state.src.slice(last.start, last.end);
  return { start: lineSpan(state, first).start, end: last.start + text.trimEnd().length, lines };
}

/** markdown-it's own condition: a line of at least as many marks and nothing else, indented by less than four. */
function closesFence(state: StateBlock, line: number, markup: string): boolean {
  const { start, end } = lineSpan(state, line);
  const text = state.src.slice(start, end).replace(/[ \t]+$/, '');
  const isFence = text.startsWith(markup) && [...text].every((character) => character === markup[0]);
  return isFence && (state.sCount[line] ?? 0) - state.blkIndent < 4;
}

/** The line marks of the block state are only right while the block is read: quotes and lists put them back afterwards. */
function lineSpan(state: StateBlock, line: number): SourceSpan {
  const end = state.eMarks[line] ?? 0;
  return { start: Math.min(end, (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0)), end };
}
