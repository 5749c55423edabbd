import MarkdownIt, { type StateInline } from 'markdown-it';
import { blockId } from './blockId';
import { callout } from './callout';
import { comment } from './comment';
import { demoFence } from './demoFence';
import { footnote } from './footnote';
import { highlight } from './highlight';
import { markdownLink } from './markdownLink';
import { math } from './math';
import { normalize } from './normalize';
import { properties } from './properties';
import { sourcePositions } from './sourcePositions';
import { table } from './table';
import { tag } from './tag';
import { unclosedBracket } from './unclosedBracket';
import { wikilink } from './wikilink';

/**
 * Obsidian's Markdown as one grammar: everything that reads a note uses this, so that the index, the hovers and the preview agree.
 * Raw HTML is recognised (Obsidian does not look for Markdown in it); whoever renders decides what becomes of it.
 */
export function createGrammar(): MarkdownIt {
  return new MarkdownIt({ html: true })
    .use(normalize)
    .use(sourcePositions)
    .use(properties)
    .use(table)
    .use(demoFence)
    .use(unclosedBracket)
    .use(math)
    .use(comment)
    .use(markdownLink)
    .use(wikilink)
    .use(footnote)
    .use(tag)
    .use(blockId)
    .use(highlight)
    .use(callout);
}

let shared: MarkdownIt | undefined;

/** One instance of the grammar for all who only read with it: making one takes longer than reading a note. Nobody may change it. */
export function sharedGrammar(): MarkdownIt {
  shared ??= createGrammar();
  return shared;
}

/** What has no say in where links, formulas, tags and block ids stand: it decides only how text looks. */
const looksOnly = ['newline', 'emphasis', 'strikethrough', 'mark', 'entity'];
const looksOnlyAfterwards = ['balance_pairs', 'strikethrough', 'mark', 'emphasis', 'fragments_join'];

/** The same grammar without the inline rules that an index has no use for. */
export function createIndexGrammar(): MarkdownIt {
  const md = createGrammar();
  md.inline.ruler.disable(looksOnly);
  md.inline.ruler2.disable(looksOnlyAfterwards);
  md.inline.ruler.at('text', plainText);
  return md;
}

/** Where the index grammar's rules may begin: `! # $ % < [ \ ] ^` and the backtick. */
const beginsRule = /[!#$%<[\\\]^`]/g;

/** markdown-it's `text` rule stops at every character that some rule might want; this one at those that are left. */
function plainText(state: StateInline, silent: boolean): boolean {
  beginsRule.lastIndex = state.pos;
  const end = Math.min(beginsRule.exec(state.src)?.index ?? state.posMax, state.posMax);
  if (end === state.pos) return false;
  if (!silent) state.pending += state.src.slice(state.pos, end);
  state.pos = end;
  return true;
}
