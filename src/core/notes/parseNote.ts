import type { MarkdownIt, StateBlock, Token } from 'markdown-it';
import { type CalloutMeta, turnQuotesIntoCallouts } from '../grammar/callout';
import type { FootnoteMeta } from '../grammar/footnote';
import { createGrammar, createIndexGrammar } from '../grammar/grammar';
import type { MathBlockMeta } from '../grammar/math';
import { normalizeText } from '../grammar/normalize';
import { sourceOffset, spanOf } from '../grammar/sourcePositions';
import { eachWikilink, linkParts, type WikilinkMeta } from '../grammar/wikilink';
import { type Position, type Range, TextLines } from '../text';
import { leadInOf } from './leadIn';
import { markdownLinkParts } from './markdownLinkParts';
import type {
  BlockId,
  Callout,
  Footnote,
  Formula,
  Heading,
  LeadIn,
  LineRange,
  Link,
  LinkKind,
  Note,
  NoteProblem,
  Properties,
  Tag,
} from './note';
import { plainText } from './plainText';
import { readProperties } from './properties';

/** The grammar twice: all of it for text that is shown or named, without the looks for all other text. */
interface Grammars {
  readonly full: MarkdownIt;
  readonly index: MarkdownIt;
}

let grammars: Grammars | undefined;

/**
 * Reads a note. Never throws: whatever is not well formed is text, or one of the note's problems.
 * @param text the whole note, any line breaks.
 */
export function parseNote(text: string): Note {
  const reading = parseNoteInSteps(text);
  for (;;) {
    const step = reading.next();
    if (step.done) return step.value;
  }
}

/** Reads a note and pauses between its blocks, for who must do other things in between. Returns the note. */
export function* parseNoteInSteps(text: string): Generator<undefined, Note> {
  grammars ??= { full: createGrammar(), index: createIndexGrammar() };
  const lines = new TextLines(normalizeText(text));
  if (isDrawing(lines.text)) return drawing(lines);
  const blockLines: number[] = [];
  const tokens = yield* readBlocks(grammars.full, lines, blockLines);
  const reader = new NoteReader(lines, tokens, grammars);
  for (let index = 0; index < tokens.length; index++) {
    reader.read(index);
    if (index % 64 === 63) yield;
  }
  return reader.note(blockLines);
}

/** Drawings of the Excalidraw plugin are megabytes of compressed data with a property that says so. */
function isDrawing(text: string): boolean {
  if (!text.startsWith('---')) return false;
  const close = text.indexOf('\n---', 3);
  return close > 0 && /^excalidraw-plugin:[ \t]*\S/m.test(text.slice(0, close));
}

function drawing(lines: TextLines): Note {
  const close = lines.text.indexOf('\n---', 3);
  const firstBreak = lines.text.indexOf('\n');
  const { properties } = readProperties(lines.text.slice(firstBreak + 1, close + 1));
  return { ...emptyNote, kind: 'drawing', lineCount: lines.count, properties, blockLines: [0] };
}

const emptyNote: Note = {
  kind: 'note',
  lineCount: 1,
  properties: { aliases: [], tags: [] },
  headings: [],
  links: [],
  callouts: [],
  leadIns: [],
  formulas: [],
  blockIds: [],
  tags: [],
  footnotes: [],
  comments: [],
  blockLines: [],
  problems: [],
};

/** markdown-it's own loop over the blocks of a note (`ParserBlock.tokenize`), with a pause behind each. */
function* readBlocks(md: MarkdownIt, lines: TextLines, blockLines: number[]): Generator<undefined, Token[]> {
  const core = new md.core.State(lines.text, md, {});
  const state = new md.block.State(lines.text, md, core.env, core.tokens);
  const rules = md.block.ruler.getRules('');
  let hasEmptyLines = false;
  for (let line = 0; line < state.lineMax; line = state.line) {
    line = state.skipEmptyLines(line);
    state.line = line;
    if (line >= state.lineMax) break;
    blockLines.push(line);
    for (const rule of rules) if (rule(state, line, state.lineMax, false)) break;
    hasEmptyLines = skipOneEmptyLine(state, hasEmptyLines);
    yield;
  }
  turnQuotesIntoCallouts(core);
  return core.tokens;
}

function skipOneEmptyLine(state: StateBlock, hadEmptyLines: boolean): boolean {
  state.tight = !hadEmptyLines;
  let hasEmptyLines = hadEmptyLines || state.isEmpty(state.line - 1);
  if (state.line < state.lineMax && state.isEmpty(state.line)) {
    hasEmptyLines = true;
    state.line++;
  }
  return hasEmptyLines;
}

/** A block that is open while the tokens are walked. */
interface OpenBlock {
  readonly token: Token;
  /** Paragraphs seen directly in it so far. */
  paragraphs: number;
  /** The lines of the last block seen directly in it; `undefined` at its start. */
  lastChild: LineRange | undefined;
}

const asterisk = 0x2a;
const underscore = 0x5f;

/** What makes the inline rules worth their time in a block that is neither heading nor title. */
const holdsSomething = /\[\[|\]\(|\[\^|\$|\^|(?:^|\s)#/;

/** Without these a text has no other markup than wikilinks that an index could want. */
const holdsMoreThanWikilinks = /[\\`$%<^]|\]\(|(?:^|\s)#/;

/** Marks that change how a heading's text reads. */
const holdsMarkup = /[*_=~`$[\]<&\\^%!#\n]/;

/** Blocks that links can name as a whole only. */
const enclosesIds = new Set(['table_open', 'blockquote_open', 'callout_open']);

/** Collects what the tokens of one note say. */
class NoteReader {
  readonly #lines: TextLines;
  readonly #tokens: readonly Token[];
  readonly #grammars: Grammars;
  readonly #root: OpenBlock = openBlock({ type: 'root' } as Token);
  readonly #open: OpenBlock[] = [];
  readonly #headings: Omit<Heading, 'sectionEnd'>[] = [];
  readonly #links: Link[] = [];
  readonly #callouts: Callout[] = [];
  readonly #leadIns: LeadIn[] = [];
  readonly #formulas: Formula[] = [];
  readonly #blockIds: BlockId[] = [];
  readonly #tags: Tag[] = [];
  readonly #footnotes: Footnote[] = [];
  readonly #comments: LineRange[] = [];
  readonly #problems: NoteProblem[] = [];
  #properties: Properties = emptyNote.properties;

  constructor(lines: TextLines, tokens: readonly Token[], grammars: Grammars) {
    this.#lines = lines;
    this.#tokens = tokens;
    this.#grammars = grammars;
  }

  note(blockLines: readonly number[]): Note {
    return {
      kind: 'note',
      lineCount: this.#lines.count,
      properties: this.#properties,
      headings: withSectionEnds(this.#headings, this.#lines.count),
      links: compact(this.#links),
      callouts: compact(this.#callouts),
      leadIns: compact(this.#leadIns),
      formulas: compact(this.#formulas),
      blockIds: compact(this.#blockIds),
      tags: compact(this.#tags),
      footnotes: compact(this.#footnotes),
      comments: compact(this.#comments),
      blockLines: compact(blockLines),
      problems: compact(this.#problems),
    };
  }

  /** Takes in the block token at `index`; tokens come in order. */
  read(index: number): void {
    const token = this.#tokens[index];
    if (!token) return;
    if (token.nesting > 0) this.#open.push(openBlock(token));
    else if (token.nesting < 0) this.#close(token);
    switch (token.type) {
      case 'inline':
        this.#readInline(token, index);
        break;
      case 'math_block':
        this.#readMathBlock(token);
        break;
      case 'comment_block':
        this.#comments.push(linesOf(token));
        break;
      case 'footnote_open':
        this.#readFootnote(token);
        break;
      case 'properties':
        this.#readProperties(token);
        break;
    }
    if (token.nesting === 0 && token.type !== 'inline') this.#parent().lastChild = linesOf(token);
  }

  #close(token: Token): void {
    const closed = this.#open.pop()?.token;
    const parent = this.#parent();
    // A callout's title is part of its mark, not of what it holds.
    if (closed?.map && token.type !== 'callout_title_close') parent.lastChild = linesOf(closed);
  }

  #parent(depth = 1): OpenBlock {
    return this.#open.at(-depth) ?? this.#root;
  }

  #readInline(inline: Token, index: number): void {
    const parent = this.#parent().token.type;
    const isHeading = parent === 'heading_open';
    const isTitle = parent === 'callout_title_open';
    const isParagraph = parent === 'paragraph_open';
    const first = inline.content.charCodeAt(0);
    const mayLeadIn = isParagraph && (first === asterisk || first === underscore);
    this.#parseInline(inline, isHeading || isTitle, mayLeadIn);
    if (isHeading) this.#readHeading(inline);
    else if (isTitle) this.#readCalloutTitle(inline);
    else if (isParagraph) this.#readLeadIn(inline, index);
    for (const token of inline.children ?? []) this.#readInlineToken(inline, token);
  }

  /** Runs the inline rules where they can find something: all of them where text is shown or named. */
  #parseInline(inline: Token, isShown: boolean, mayLeadIn: boolean): void {
    const { content } = inline;
    inline.children = [];
    const isFull = mayLeadIn || (isShown && holdsMarkup.test(content));
    if (!isFull && !holdsSomething.test(content)) return;
    if (!isFull && !holdsMoreThanWikilinks.test(content)) {
      eachWikilink(content, (kind, meta) => this.#addWikilink(inline, kind, meta));
      return;
    }
    const md = isFull ? this.#grammars.full : this.#grammars.index;
    md.inline.parse(content, md, {}, inline.children);
  }

  #readHeading(inline: Token): void {
    const { token } = this.#parent();
    const range = this.#contentRange(inline, 0, inline.content.length);
    if (!range) return;
    const level = Number(token.tag.slice(1));
    this.#headings.push({ level, text: shownText(inline), source: inline.content, range });
  }

  #readCalloutTitle(inline: Token): void {
    const callout = this.#parent(2).token;
    const titleRange = this.#contentRange(inline, 0, inline.content.length);
    if (!callout.map || !titleRange) return;
    const { type, fold } = callout.meta as CalloutMeta;
    const bodyStart = Math.min(callout.map[0] + 1, callout.map[1]);
    this.#callouts.push({
      type,
      fold,
      depth:
        this.#open.filter(({ token: { type } }) => type === 'callout_open' || type === 'blockquote_open')
          .length - 1,
      title: shownText(inline),
      markedTerms: markedTerms(inline.children ?? []),
      titleRange,
      body: this.#linesRange({ first: bodyStart, end: callout.map[1] }),
    });
  }

  #readLeadIn(inline: Token, index: number): void {
    const container = this.#parent(2);
    const isFirst = container.paragraphs++ === 0;
    const found = leadInOf(inline, {
      isFirstInQuote: isFirst && container.token.type === 'blockquote_open',
      isFirstInListItem: isFirst && container.token.type === 'list_item_open',
    });
    const range = found && this.#contentRange(inline, found.start, found.end);
    if (!found || !range) return;
    const bodyStart = this.#position(inline, found.bodyStart);
    this.#leadIns.push({
      kind: found.kind,
      term: found.term,
      range,
      body: this.#bodyFrom(bodyStart, inline, index),
    });
  }

  /** From the lead-in's end to the end of what encloses it: quote or list item; else the paragraph, or the next block when it is used up. */
  #bodyFrom(start: Position, inline: Token, index: number): Range {
    const container = this.#parent(2).token;
    const isEnclosed = container.type === 'blockquote_open' || container.type === 'list_item_open';
    const range = { start, end: this.#linesRange(linesOf(isEnclosed ? container : inline)).end };
    if (isEnclosed || this.#lines.slice(range).trim() !== '') return range;
    const next = this.#tokens[index + 2];
    const isBlock = next?.map && next.type !== 'heading_open' && next.nesting >= 0;
    return isBlock ? { start, end: this.#linesRange(linesOf(next)).end } : range;
  }

  #readInlineToken(inline: Token, token: Token): void {
    switch (token.type) {
      case 'wikilink':
      case 'embed':
        this.#addWikilink(inline, token.type, token.meta as WikilinkMeta);
        break;
      case 'link_open':
        this.#readMarkdownLink(inline, token, 'markdown', token.attrGet('href') ?? '');
        break;
      case 'image':
        this.#readMarkdownLink(inline, token, 'image', token.attrGet('src') ?? '');
        for (const child of token.children ?? []) this.#readInlineToken(inline, child);
        break;
      case 'math_inline':
      case 'math_block':
        this.#readInlineMath(inline, token);
        break;
      case 'block_id':
        this.#readBlockId(inline, token);
        break;
      case 'tag':
        this.#withRange(inline, token, (range) => this.#tags.push({ name: token.content, range }));
        break;
      case 'footnote_reference':
        this.#withRange(inline, token, (range) => {
          const { line } = range.start;
          const lines = { first: line, end: line + 1 };
          this.#footnotes.push({ kind: 'reference', label: token.content, range, lines });
        });
        break;
    }
  }

  #addWikilink(inline: Token, kind: LinkKind, { path, subpath, alias, start, end }: WikilinkMeta): void {
    const range = this.#contentRange(inline, start, end);
    if (range) this.#links.push({ kind, path, subpath, alias, range });
  }

  #readMarkdownLink(inline: Token, token: Token, kind: LinkKind, destination: string): void {
    const parts = markdownLinkParts(destination);
    const { start, end } = spanOf(token);
    if (!parts || end === undefined) return;
    const range = this.#contentRange(inline, start, end);
    const raw = inline.content.slice(start, end);
    // A reference link `[text][label]` leads where its definition says: what stands here is not the target.
    if (!range || !raw.endsWith(')')) return;
    const label = raw.slice(kind === 'image' ? 2 : 1, raw.lastIndexOf(']('));
    this.#links.push({ kind, ...parts, alias: label === '' ? undefined : label, range });
  }

  #readInlineMath(inline: Token, token: Token): void {
    const { start } = spanOf(token);
    const end = start + token.content.length + 2 * token.markup.length;
    const range = this.#contentRange(inline, start, end);
    if (range) this.#formulas.push({ tex: token.content, isDisplay: token.type === 'math_block', range });
  }

  #readMathBlock(token: Token): void {
    const { sourceStart, sourceEnd } = token.meta as MathBlockMeta;
    const range = { start: this.#lines.positionAt(sourceStart), end: this.#lines.positionAt(sourceEnd) };
    this.#formulas.push({ tex: token.content, isDisplay: true, range });
  }

  #readFootnote(token: Token): void {
    const { label, sourceStart, sourceEnd } = token.meta as FootnoteMeta;
    const range = { start: this.#lines.positionAt(sourceStart), end: this.#lines.positionAt(sourceEnd) };
    this.#footnotes.push({ kind: 'definition', label, range, lines: linesOf(token) });
  }

  #readBlockId(inline: Token, token: Token): void {
    this.#withRange(inline, token, (range) => {
      const block = this.#blockNamedBy(inline, range);
      if (block) this.#blockIds.push({ id: token.content, range, block });
    });
  }

  /** What a block id at the end of `inline` names; `undefined` where Obsidian sees none: in quotes, table cells and titles. */
  #blockNamedBy(inline: Token, mark: Range): LineRange | undefined {
    const own = this.#parent().token;
    const line = this.#lines.line(mark.start.line);
    const fillsLine = /^\s*\^[A-Za-z0-9-]+\s*$/.test(line);
    const enclosing = this.#open.find(({ token }) => enclosesIds.has(token.type))?.token;
    if (enclosing?.map) {
      // A line without `>` below a quote, or without bars below a table, belongs to it by Markdown's rules, and names it.
      const isBelow = enclosing.type === 'table_open' ? fillsLine : !/^\s*>/.test(line);
      return isBelow ? { first: enclosing.map[0], end: mark.start.line + (fillsLine ? 0 : 1) } : undefined;
    }
    if (own.type !== 'paragraph_open' && own.type !== 'heading_open') return undefined;
    const container = this.#parent(own.type === 'paragraph_open' ? 2 : 1);
    if (fillsLine && inline.content.trim() === line.trim() && container.lastChild)
      return this.#withoutBlankEnd(container.lastChild);
    return this.#withoutBlankEnd(linesOf(container.token.type === 'list_item_open' ? container.token : own));
  }

  /** Lists reach up to the next block; what they hold does not. */
  #withoutBlankEnd({ first, end }: LineRange): LineRange {
    let last = end;
    while (last > first + 1 && this.#lines.line(last - 1).trim() === '') last--;
    return { first, end: last };
  }

  #readProperties(token: Token): void {
    const { properties, problem } = readProperties(token.content);
    this.#properties = properties;
    if (token.content.includes('[[')) this.#readPropertyLinks(token);
    if (!problem) return;
    // What is never closed is found missing behind the last line.
    const line = Math.min(problem.start.line + 1, linesOf(token).end - 2);
    const end = { line, column: this.#lines.line(line).length };
    const start = { line, column: problem.start.column < end.column ? problem.start.column : 0 };
    this.#problems.push({ message: problem.message, range: { start, end } });
  }

  /** Links in properties count when they are quoted; unquoted brackets are lists to YAML. */
  #readPropertyLinks(token: Token): void {
    for (let line = linesOf(token).first + 1; line < linesOf(token).end - 1; line++) {
      for (const { 0: quoted, index } of this.#lines.line(line).matchAll(/"[^"]*"|'[^']*'/g)) {
        for (const { 0: raw, 1: inside = '', index: at } of quoted.matchAll(/\[\[([^[\]]+)\]\]/g)) {
          const start = { line, column: index + at };
          const range = { start, end: { line, column: start.column + raw.length } };
          this.#links.push({ kind: 'wikilink', ...linkParts(inside), range });
        }
      }
    }
  }

  #withRange(inline: Token, token: Token, use: (range: Range) => void): void {
    const { start, end } = spanOf(token);
    const range = this.#contentRange(inline, start, end ?? start);
    if (range) use(range);
  }

  /** The source range of `start … end` in an `inline` token's content. The last character decides the end: the text behind it may be on another line. */
  #contentRange(inline: Token, start: number, end: number): Range | undefined {
    const from = sourceOffset(inline, start);
    const last = end > start ? sourceOffset(inline, end - 1) : undefined;
    if (from === undefined) return undefined;
    return {
      start: this.#lines.positionAt(from),
      end: this.#lines.positionAt(last === undefined ? from : last + 1),
    };
  }

  #position(inline: Token, offset: number): Position {
    return this.#lines.positionAt((sourceOffset(inline, Math.max(0, offset - 1)) ?? 0) + Math.min(offset, 1));
  }

  /** Whole lines without the last line break. */
  #linesRange({ first, end }: LineRange): Range {
    const start = { line: first, column: 0 };
    const last = Math.max(first, end - 1);
    return { start, end: end > first ? { line: last, column: this.#lines.line(last).length } : start };
  }
}

const nothing: readonly never[] = [];

/** A list for keeping: lists that grew have room for more, and most lists of most notes are empty. */
function compact<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? nothing : list.slice();
}

function openBlock(token: Token): OpenBlock {
  return { token, paragraphs: 0, lastChild: undefined };
}

function linesOf(token: Token): LineRange {
  const [first, end] = token.map ?? [0, 0];
  return { first, end };
}

/** What a reader sees of a heading or title. Content without markup has not been parsed. */
function shownText(inline: Token): string {
  const children = inline.children ?? [];
  return children.length > 0 ? plainText(children) : inline.content.trim();
}

function withSectionEnds(
  headings: readonly Omit<Heading, 'sectionEnd'>[],
  lineCount: number,
): readonly Heading[] {
  if (headings.length === 0) return nothing;
  const ends: number[] = new Array(headings.length).fill(lineCount);
  const open: number[] = [];
  headings.forEach((heading, index) => {
    while (open.length > 0 && (headings[open.at(-1) ?? 0]?.level ?? 0) >= heading.level) {
      ends[open.pop() ?? 0] = heading.range.start.line;
    }
    open.push(index);
  });
  return headings.map((heading, index) => ({ ...heading, sectionEnd: ends[index] ?? lineCount }));
}

/** The plain texts of each outermost emphasis. */
function markedTerms(tokens: readonly Token[]): readonly string[] {
  const terms: string[] = [];
  let openedAt: number | undefined;
  tokens.forEach((token, index) => {
    if (openedAt === undefined && /^(em|strong)_open$/.test(token.type)) openedAt = index;
    const opener = openedAt === undefined ? undefined : tokens[openedAt];
    if (!opener || token.type !== opener.type.replace('open', 'close') || token.level !== opener.level)
      return;
    terms.push(plainText(tokens.slice(openedAt, index)).replace(/\s*:$/, ''));
    openedAt = undefined;
  });
  return terms.filter((term) => term !== '');
}
