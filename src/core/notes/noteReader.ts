import type { MarkdownIt, Token } from 'markdown-it';
import type { CalloutMeta } from '../grammar/callout';
import type { DemoFenceMeta } from '../grammar/demoFence';
import type { FootnoteMeta } from '../grammar/footnote';
import { createIndexGrammar, sharedGrammar } from '../grammar/grammar';
import { sourceOffset, spanOf } from '../grammar/sourcePositions';
import { eachWikilink, linkParts, type WikilinkMeta } from '../grammar/wikilink';
import type { Position, Range, TextLines } from '../text';
import { withoutBlankEnd } from './blankLines';
import { listedTerms } from './definitionList';
import { readDemoLine, type Span } from './demoLine';
import { readDemosProperty } from './demosProperty';
import { leadInOf } from './leadIn';
import { markdownLinkParts } from './markdownLinkParts';
import type {
  BlockId,
  Callout,
  DemoBlock,
  DemoEntry,
  Footnote,
  Heading,
  LeadIn,
  LineRange,
  Link,
  LinkKind,
  Note,
  NoteProblem,
  Properties,
  Tag,
  TermRow,
} from './note';
import { plainText } from './plainText';
import { readProperties } from './properties';
import { namesInParagraph } from './termNames';
import { TermTableReader } from './termRows';

let indexGrammar: MarkdownIt | undefined;

const asterisk = 0x2a;
const underscore = 0x5f;

/** What makes the inline rules worth their time in a block that is neither heading nor title. */
const holdsSomething = /\[\[|\]\(|\[\^|\^|(?:^|\s)#/;

/** Without these a text has no other markup than wikilinks that an index could want. */
const holdsMoreThanWikilinks = /[\\`$%<^]|\]\(|(?:^|\s)#/;

/** Marks that change how a heading's text reads. */
const holdsMarkup = /[*_=~`$[\]<&\\^%!#\n]/;

const nothing: readonly never[] = [];

/** A heading while its section is being read. */
type HeadingDraft = Omit<Heading, 'sectionEnd' | 'paragraph' | 'names'> & {
  paragraph: LineRange | undefined;
  names: readonly string[];
};

const quotes = new Set(['blockquote_open', 'callout_open']);

/** Blocks that links can name as a whole only. */
const enclosesIds = new Set(['table_open', 'blockquote_open', 'callout_open']);

/** Collects what the tokens of one note say. The block rules have run, the inline rules run here, where they can find something. */
export class NoteReader {
  readonly #lines: TextLines;
  readonly #tokens: readonly Token[];
  readonly #fullGrammar: MarkdownIt;
  readonly #indexGrammar: MarkdownIt;
  /** The blocks that enclose the token at hand, outermost first. */
  readonly #open: Token[] = [];
  readonly #headings: HeadingDraft[] = [];
  readonly #links: Link[] = [];
  readonly #callouts: Callout[] = [];
  readonly #leadIns: LeadIn[] = [];
  readonly #termRows: TermRow[] = [];
  readonly #demoBlocks: DemoBlock[] = [];
  readonly #blockIds: BlockId[] = [];
  readonly #tags: Tag[] = [];
  readonly #footnotes: Footnote[] = [];
  readonly #comments: LineRange[] = [];
  readonly #problems: NoteProblem[] = [];
  #properties: Properties = {
    aliases: nothing,
    tags: nothing,
    glossaries: undefined,
    glossaryExclude: nothing,
    demos: undefined,
  };
  #paragraph: LineRange | undefined;
  #table = new TermTableReader();

  /**
   * @param lines of the note, with LF line breaks.
   * @param tokens the note's block tokens, callouts included; their inline children are made here.
   */
  constructor(lines: TextLines, tokens: readonly Token[]) {
    indexGrammar ??= createIndexGrammar();
    this.#lines = lines;
    this.#tokens = tokens;
    this.#fullGrammar = sharedGrammar();
    this.#indexGrammar = indexGrammar;
  }

  /** What the note says, when all tokens are read. */
  note(blockLines: readonly number[]): Note {
    return {
      kind: 'note',
      lineCount: this.#lines.count,
      paragraph: this.#paragraph,
      properties: this.#properties,
      headings: withSectionEnds(this.#headings, this.#lines.count),
      links: compact(this.#links),
      callouts: compact(this.#callouts),
      leadIns: compact(this.#leadIns),
      termRows: compact(this.#termRows),
      demoBlocks: compact(this.#demoBlocks),
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
    if (token.nesting > 0) this.#open.push(token);
    else if (token.nesting < 0) this.#open.pop();
    switch (token.type) {
      case 'inline':
        this.#readInline(token, index);
        break;
      case 'table_open':
        this.#table = new TermTableReader();
        break;
      case 'tr_close':
        this.#readRow();
        break;
      case 'fence':
        this.#readDemoBlock(token);
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
  }

  #readInline(inline: Token, index: number): void {
    const parent = this.#tokens[index - 1]?.type;
    const isHeading = parent === 'heading_open';
    const isTitle = parent === 'callout_title_open';
    const isParagraph = parent === 'paragraph_open';
    const first = inline.content.charCodeAt(0);
    const isMarked = isParagraph && (first === asterisk || first === underscore);
    this.#parseInline(inline, isHeading || isTitle, isMarked);
    if (isHeading) this.#readHeading(inline, index);
    else if (isTitle) this.#readCalloutTitle(inline);
    else if (isParagraph) this.#readParagraph(inline, index, isMarked);
    else this.#readCell(inline, parent);
    for (const token of inline.children ?? []) this.#readInlineToken(inline, token, index);
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
    const md = isFull ? this.#fullGrammar : this.#indexGrammar;
    md.inline.parse(content, md, {}, inline.children);
  }

  #readHeading(inline: Token, index: number): void {
    const range = this.#contentRange(inline, 0, inline.content.length);
    if (!range) return;
    const level = Number(this.#tokens[index - 1]?.tag.slice(1));
    this.#headings.push({
      level,
      text: shownText(inline),
      source: inline.content,
      range,
      paragraph: undefined,
      names: nothing,
    });
  }

  #readCalloutTitle(inline: Token): void {
    const callout = this.#open.at(-2);
    const titleRange = this.#contentRange(inline, 0, inline.content.length);
    if (!callout?.map || !titleRange) return;
    const { type, fold } = callout.meta as CalloutMeta;
    const bodyStart = Math.min(callout.map[0] + 1, callout.map[1]);
    this.#callouts.push({
      type,
      fold,
      depth: this.#open.filter((open) => quotes.has(open.type)).length - 1,
      title: shownText(inline),
      markedTerms: markedTerms(inline.children ?? []),
      titleRange,
      body: this.#linesRange({ first: bodyStart, end: callout.map[1] }),
    });
  }

  #readParagraph(inline: Token, index: number, isMarked: boolean): void {
    if (this.#open.length === 1 && this.#readTopParagraph(inline, index)) return;
    if (inline.content.includes('\n:')) this.#readDefinitionList(inline);
    else this.#readLeadIn(inline, index, isMarked);
  }

  /** A paragraph that is in nothing else may be a section's first, or give its term other names; returns whether it does only that. */
  #readTopParagraph(inline: Token, index: number): boolean {
    const heading = this.#headings.at(-1);
    const isBelowHeading = this.#tokens[index - 2]?.type === 'heading_close';
    const names = heading && namesInParagraph(inline.content, isBelowHeading);
    if (names) heading.names = [...heading.names, ...names];
    if (names) return true;
    this.#paragraph ??= linesOf(inline);
    const isFirst = isBelowHeading || (heading && heading.names.length > 0);
    if (heading && isFirst) heading.paragraph ??= this.#withWhatItAnnounces(inline, index);
    return false;
  }

  /** A paragraph, with the formula or list behind it where it ends with a colon. */
  #withWhatItAnnounces(inline: Token, index: number): LineRange {
    const { first, end } = linesOf(inline);
    const next = this.#tokens[index + 2];
    const isAnnounced = inline.content.endsWith(':') && next?.map && next.type !== 'heading_open';
    return { first, end: isAnnounced ? linesOf(next).end : end };
  }

  #readDefinitionList(inline: Token): void {
    for (const { term, start, end, bodyStart, bodyEnd } of listedTerms(inline.content)) {
      const range = this.#contentRange(inline, start, end);
      const body = this.#contentRange(inline, bodyStart, bodyEnd);
      if (range && body) this.#leadIns.push({ kind: 'definition-list', term, range, body });
    }
  }

  #readCell(inline: Token, parent: string | undefined): void {
    if (parent === 'th_open') this.#table.addHead(inline.content);
    if (parent !== 'td_open') return;
    const range = this.#contentRange(inline, 0, inline.content.length);
    if (range) this.#table.addCell({ text: cellText(inline), range });
  }

  #readRow(): void {
    const row = this.#table.endRow();
    if (row) this.#termRows.push(row);
  }

  /** A lead-in opens its container, or is emphasised at the start of any paragraph. */
  #readLeadIn(inline: Token, index: number, isMarked: boolean): void {
    const before = this.#tokens[index - 2]?.type;
    const isFirstInListItem = before === 'list_item_open';
    if (!isMarked && !isFirstInListItem) return;
    const found = leadInOf(inline, { isFirstInQuote: before === 'blockquote_open', isFirstInListItem });
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
    const container = this.#open.at(-2);
    const isEnclosed = container?.type === 'blockquote_open' || container?.type === 'list_item_open';
    const range = { start, end: this.#linesRange(linesOf(isEnclosed ? container : inline)).end };
    if (isEnclosed || this.#lines.slice(range).trim() !== '') return range;
    const next = this.#tokens[index + 2];
    const isBlock = next?.map && next.type !== 'heading_open' && next.nesting >= 0;
    return isBlock ? { start, end: this.#linesRange(linesOf(next)).end } : range;
  }

  #readInlineToken(inline: Token, token: Token, index: number): void {
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
        for (const child of token.children ?? []) this.#readInlineToken(inline, child, index);
        break;
      case 'block_id':
        this.#readBlockId(inline, token, index);
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
    if (range) this.#links.push({ kind, path: shared(path), subpath, alias, range });
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

  #readFootnote(token: Token): void {
    const { label, sourceStart, sourceEnd } = token.meta as FootnoteMeta;
    const range = this.#offsetsRange(sourceStart, sourceEnd);
    this.#footnotes.push({ kind: 'definition', label, range, lines: linesOf(token) });
  }

  #readDemoBlock({ meta }: Token): void {
    if (!meta) return;
    const { start, end, lines } = meta as DemoFenceMeta;
    const entries: DemoEntry[] = [];
    const strayLines: Range[] = [];
    for (const line of lines) {
      const text = this.#lines.text.slice(line.start, line.end);
      const rangeOf = (span: Span) => this.#offsetsRange(line.start + span.start, line.start + span.end);
      const read = readDemoLine(text);
      if (read.kind === 'stray') strayLines.push(rangeOf(read.text));
      if (read.kind !== 'entry') continue;
      const { name, value } = read;
      entries.push({
        name: text.slice(name.start, name.end),
        nameRange: rangeOf(name),
        value: text.slice(value.start, value.end),
        valueRange: rangeOf(value),
      });
    }
    const range = this.#offsetsRange(start, end);
    this.#demoBlocks.push({ range, entries: compact(entries), strayLines: compact(strayLines) });
  }

  #readBlockId(inline: Token, token: Token, index: number): void {
    this.#withRange(inline, token, (range) => {
      const block = this.#blockNamedBy(inline, index, range);
      if (block) this.#blockIds.push({ id: token.content, range, block });
    });
  }

  /** What a block id at the end of an `inline` token names; `undefined` where Obsidian sees none: in quotes, table cells and titles. */
  #blockNamedBy(inline: Token, index: number, mark: Range): LineRange | undefined {
    const line = this.#lines.line(mark.start.line);
    const fillsLine = /^\s*\^[A-Za-z0-9-]+\s*$/.test(line);
    const enclosing = this.#open.find(({ type }) => enclosesIds.has(type));
    if (enclosing?.map) {
      // A line without `>` below a quote, or without bars below a table, belongs to it by Markdown's rules, and names it.
      const isBelow = enclosing.type === 'table_open' ? fillsLine : !/^\s*>/.test(line);
      return isBelow ? { first: enclosing.map[0], end: mark.start.line + (fillsLine ? 0 : 1) } : undefined;
    }
    const own = this.#tokens[index - 1];
    if (own?.type !== 'paragraph_open' && own?.type !== 'heading_open') return undefined;
    const above =
      fillsLine && inline.content.trim() === line.trim() ? this.#blockBefore(index - 1) : undefined;
    const container = this.#open.at(-2);
    const named = above ?? linesOf(container?.type === 'list_item_open' ? container : own);
    return withoutBlankEnd(this.#lines, named);
  }

  /** The lines of the block that ends directly before the one that begins at `index`, in the same container; `undefined` at its start. */
  #blockBefore(index: number): LineRange | undefined {
    const last = this.#tokens[index - 1];
    if (!last || last.nesting > 0) return undefined;
    if (last.nesting === 0) return linesOf(last);
    let opener = index - 1;
    const isOpener = ({ nesting, level }: Token): boolean => nesting > 0 && level === last.level;
    while (opener > 0 && !isOpener(this.#tokens[opener] ?? last)) opener--;
    return linesOf(this.#tokens[opener] ?? last);
  }

  #readProperties(token: Token): void {
    const { properties, problem } = readProperties(token.content);
    this.#properties = { ...properties, demos: readDemosProperty(token.content, linesOf(token).first + 1) };
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

  #offsetsRange(start: number, end: number): Range {
    return { start: this.#lines.positionAt(start), end: this.#lines.positionAt(end) };
  }

  /** Whole lines without the last line break. */
  #linesRange({ first, end }: LineRange): Range {
    const start = { line: first, column: 0 };
    const last = Math.max(first, end - 1);
    return { start, end: end > first ? { line: last, column: this.#lines.line(last).length } : start };
  }
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

/** A cell without marks of emphasis and links: short of parsing it, since most cells are no terms. */
function cellText({ content }: Token): string {
  return content
    .replace(/\[\[(?:[^\]|]*\\?\|)?([^\]]*)\]\]/g, '$1')
    .replace(/[*_`=]{1,3}/g, '')
    .trim();
}

function withSectionEnds(headings: readonly HeadingDraft[], lineCount: number): readonly Heading[] {
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

const linkPaths = new Map<string, string>();

/** The same text for the same path: a vault has many times more links than files. */
function shared(path: string): string {
  const known = linkPaths.get(path);
  if (known !== undefined) return known;
  if (linkPaths.size > 100_000) linkPaths.clear();
  linkPaths.set(path, path);
  return path;
}

/** A list for keeping: lists that grew have room for more, and most lists of most notes are empty. */
function compact<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? nothing : list.slice();
}
