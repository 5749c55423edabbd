import type { MarkdownIt, StateBlock } from 'markdown-it';

/** A line with one wikilink or embed and nothing else. */
const loneLink = /^!?\[\[[^[\]]+\]\][ \t]*$/;

/**
 * Ends a table before a line that is a wikilink or embed alone. To Markdown each line below a table is a row of it, and the bar of
 * `![[picture.png|300]]` would tear the embed apart.
 */
export function table(md: MarkdownIt): void {
  md.block.ruler.before('blockquote', 'after_table', endsTable, { alt: ['blockquote'] });
}

/** The rules that end a quote end a table too; this one is for tables only, and makes no block of its own. */
function endsTable(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  if (!silent || (state.parentType as string) !== 'table') return false;
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  return loneLink.test(state.src.slice(start, state.eMarks[startLine]));
}
