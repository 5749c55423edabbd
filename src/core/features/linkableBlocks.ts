import type { MarkdownIt, Token } from 'markdown-it';
import { createGrammar } from '../grammar/grammar';
import { normalizeText } from '../grammar/normalize';
import { fnv1a } from '../hash';
import { withoutBlankEnd } from '../notes/blankLines';
import type { LineRange, Note } from '../notes/note';
import { type TextEdit, TextLines } from '../text';

/** A part of a note that can carry a block id. */
export interface LinkableBlock {
  readonly kind: 'paragraph' | 'item' | 'list' | 'quote' | 'callout' | 'table' | 'code' | 'formula';
  /** Its lines; of a list item those of its first paragraph. */
  readonly lines: LineRange;
  /** Its source, without an id that ends it. */
  readonly text: string;
  /** Its id, or one that it could get: not used in the note, and the same for the same text. */
  readonly id: string;
  /** Writes the id; `undefined` for a block that has one. */
  readonly edit: TextEdit | undefined;
}

/**
 * What links can name in a note: paragraphs and list items, with their ids behind them; lists, quotes, callouts, tables, code and
 * formulas as a whole, with their ids on lines of their own below them.
 * @param note what `text` says.
 */
export function linkableBlocks(text: string, note: Note): readonly LinkableBlock[] {
  if (note.kind === 'drawing') return [];
  const lines = new TextLines(normalizeText(text));
  const ids = new Set(note.blockIds.map(({ id }) => id.toLowerCase()));
  return foundBlocks(lines).flatMap(({ kind, lines: blockLines }) => {
    const isInline = kind === 'paragraph' || kind === 'item';
    const known = isInline ? idAtEnd(note, blockLines) : idBelow(note, blockLines);
    const content = blockText(lines, blockLines);
    const shown = isInline ? content.replace(/(?:^|\s+)\^[A-Za-z0-9-]+\s*$/, '') : content;
    // What is left of a block that is nothing but an id names the block above.
    if (shown.trim() === '') return [];
    const id = known ?? proposedId(shown, ids);
    ids.add(id);
    const edit = known === undefined ? (isInline ? editAtEnd : editBelow)(lines, blockLines, id) : undefined;
    return [{ kind, lines: blockLines, text: shown, id, edit }];
  });
}

type FoundBlock = Pick<LinkableBlock, 'kind' | 'lines'>;

let blockGrammar: MarkdownIt | undefined;

function foundBlocks(lines: TextLines): readonly FoundBlock[] {
  blockGrammar ??= createBlockGrammar();
  const found: FoundBlock[] = [];
  // Obsidian sees no ids inside quotes and callouts.
  let openOthers = 0;
  let before: Token | undefined;
  for (const token of blockGrammar.parse(lines.text, {})) {
    const opensItem = token.type === 'paragraph_open' && before?.type === 'list_item_open';
    const kind = token.level === 0 ? topLevelKind(token) : opensItem && openOthers === 0 ? 'item' : undefined;
    if (kind && token.map && !isUnclosed(token, lines))
      found.push({ kind, lines: withoutBlankEnd(lines, { first: token.map[0], end: token.map[1] }) });
    if (!ofLists.test(token.type)) openOthers += token.nesting;
    before = token;
  }
  return found;
}

const ofLists = /^(?:list_item|bullet_list|ordered_list|paragraph)_/;

/** Blocks alone; what stands in them does not matter here. */
function createBlockGrammar(): MarkdownIt {
  const md = createGrammar();
  md.core.ruler.enableOnly(['normalize', 'block', 'callout']);
  return md;
}

const wholeBlocks: Readonly<Record<string, LinkableBlock['kind']>> = {
  bullet_list_open: 'list',
  ordered_list_open: 'list',
  blockquote_open: 'quote',
  callout_open: 'callout',
  table_open: 'table',
  fence: 'code',
  code_block: 'code',
  math_block: 'formula',
};

/** A code block without an end goes on to the end of the note: an id below it would be code. */
function isUnclosed({ type, map, markup }: Token, lines: TextLines): boolean {
  if (type !== 'fence' || !map) return false;
  const [first, end] = map;
  return (
    end - first < 2 ||
    !lines
      .line(end - 1)
      .trim()
      .startsWith(markup)
  );
}

function topLevelKind({ type }: Token): LinkableBlock['kind'] | undefined {
  return type === 'paragraph_open' ? 'paragraph' : wholeBlocks[type];
}

function blockText(lines: TextLines, { first, end }: LineRange): string {
  return Array.from({ length: end - first }, (_, index) => lines.line(first + index)).join('\n');
}

function idAtEnd(note: Note, { end }: LineRange): string | undefined {
  return note.blockIds.find(({ range }) => range.start.line === end - 1)?.id;
}

function idBelow(note: Note, { first, end }: LineRange): string | undefined {
  return note.blockIds.find(({ block, range }) => block.first === first && range.start.line >= end)?.id;
}

function editAtEnd(lines: TextLines, { end }: LineRange, id: string): TextEdit {
  const line = lines.line(end - 1);
  const start = { line: end - 1, column: line.trimEnd().length };
  return { range: { start, end: { line: end - 1, column: line.length } }, newText: ` ^${id}` };
}

/** An id that names what is above it stands between empty lines. */
function editBelow(lines: TextLines, { end }: LineRange, id: string): TextEdit {
  const place = { line: end - 1, column: lines.line(end - 1).length };
  const isFollowed = end < lines.count && lines.line(end).trim() !== '';
  return { range: { start: place, end: place }, newText: `\n\n^${id}${isFollowed ? '\n' : ''}` };
}

const idLength = 6;
const idCount = 36 ** idLength;

/** Six letters and digits that depend on the text alone, as long as no other block has them. */
function proposedId(text: string, taken: ReadonlySet<string>): string {
  for (let attempt = 0; ; attempt++) {
    const id = (fnv1a(`${text}${attempt === 0 ? '' : `\0${attempt}`}`) % idCount)
      .toString(36)
      .padStart(idLength, '0');
    if (!taken.has(id)) return id;
  }
}
