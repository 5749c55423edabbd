import MarkdownIt from 'markdown-it';
import { blockId } from './blockId';
import { callout } from './callout';
import { comment } from './comment';
import { highlight } from './highlight';
import { math } from './math';
import { properties } from './properties';
import { sourcePositions } from './sourcePositions';
import { tag } from './tag';
import { unclosedBracket } from './unclosedBracket';
import { wikilink } from './wikilink';

/**
 * Obsidian's Markdown as one grammar: everything that reads a note uses this, so that the index, the hovers and the preview agree.
 * Raw HTML is recognised (Obsidian does not look for Markdown in it); whoever renders decides what becomes of it.
 */
export function createGrammar(): MarkdownIt {
  return new MarkdownIt({ html: true })
    .use(sourcePositions)
    .use(properties)
    .use(unclosedBracket)
    .use(math)
    .use(comment)
    .use(wikilink)
    .use(tag)
    .use(blockId)
    .use(highlight)
    .use(callout);
}
