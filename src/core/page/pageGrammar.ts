import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { blockId } from '../grammar/blockId';
import { callout } from '../grammar/callout';
import { comment } from '../grammar/comment';
import { footnote } from '../grammar/footnote';
import { highlight } from '../grammar/highlight';
import { properties } from '../grammar/properties';
import { table } from '../grammar/table';
import { tag } from '../grammar/tag';
import { unclosedBracket } from '../grammar/unclosedBracket';
import { wikilink } from '../grammar/wikilink';

/**
 * Teaches a markdown-it that is somebody else's (VS Code's) Obsidian's constructs: the grammar's own plugins, but for those that only an
 * index needs (places in the source) and for formulas, which stay whose they are (`pageFormulas`).
 */
export function pageGrammar(md: MarkdownIt): void {
  md.use(properties)
    .use(table)
    .use(unclosedBracket)
    .use(comment)
    .use(wikilink)
    .use(footnote)
    .use(tag)
    .use(blockId)
    .use(highlight)
    .use(callout);
  md.core.ruler.push('lecture_lab_source', keepSource);
}

const sources = new WeakMap<readonly Token[], string>();

function keepSource({ tokens, src }: StateCore): void {
  sources.set(tokens, src);
}

/** The text that a list of tokens was parsed from, with LF line breaks; `undefined` for tokens that another markdown-it made. */
export function sourceOfTokens(tokens: readonly Token[]): string | undefined {
  return sources.get(tokens);
}
