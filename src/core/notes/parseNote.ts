import type { MarkdownIt, Token } from 'markdown-it';
import { parse as parseYaml } from 'yaml';
import type { CalloutMeta } from '../grammar/callout';
import { createGrammar } from '../grammar/grammar';
import type { MathBlockMeta } from '../grammar/math';
import { sourceOffset, spanOf } from '../grammar/sourcePositions';
import type { WikilinkMeta } from '../grammar/wikilink';
import { comparePositions, type Position, type Range, TextLines } from '../text';
import { leadInOf } from './leadIn';
import type { Callout, Formula, Heading, LeadIn, Note, NoteProblem, Properties, Wikilink } from './note';
import { plainText } from './plainText';

let grammar: MarkdownIt | undefined;

/**
 * Reads a note. Never throws: whatever is not well formed is text, or one of the note's problems.
 * @param text the whole note, any line breaks.
 */
export function parseNote(text: string): Note {
  grammar ??= createGrammar();
  const lines = new TextLines(text.replace(/\r\n?/g, '\n'));
  return new NoteReader(lines, grammar.parse(lines.text, {})).read();
}

/** A block that is open while the tokens are walked. */
interface OpenBlock {
  readonly token: Token;
  /** Paragraphs seen directly in it so far. */
  paragraphs: number;
}

/** Collects what the tokens of one note say. */
class NoteReader {
  readonly #lines: TextLines;
  readonly #tokens: readonly Token[];
  readonly #open: OpenBlock[] = [];
  readonly #headings: Omit<Heading, 'sectionEnd'>[] = [];
  readonly #links: Wikilink[] = [];
  readonly #callouts: Callout[] = [];
  readonly #leadIns: LeadIn[] = [];
  readonly #formulas: Formula[] = [];
  readonly #blockIds: { id: string; range: Range }[] = [];
  readonly #tags: { name: string; range: Range }[] = [];
  readonly #opaque: Range[] = [];
  readonly #problems: NoteProblem[] = [];
  #properties: Properties = { aliases: [] };

  constructor(lines: TextLines, tokens: readonly Token[]) {
    this.#lines = lines;
    this.#tokens = tokens;
  }

  read(): Note {
    this.#tokens.forEach((token, index) => {
      this.#readBlock(token, index);
    });
    return {
      properties: this.#properties,
      headings: withSectionEnds(this.#headings, this.#lines.count),
      links: this.#links,
      callouts: this.#callouts,
      leadIns: this.#leadIns,
      formulas: this.#formulas,
      blockIds: this.#blockIds,
      tags: this.#tags,
      opaque: this.#opaque.sort((a, b) => comparePositions(a.start, b.start)),
      problems: this.#problems,
    };
  }

  #readBlock(token: Token, index: number): void {
    if (token.nesting > 0) this.#open.push({ token, paragraphs: 0 });
    else if (token.nesting < 0) this.#open.pop();
    switch (token.type) {
      case 'inline':
        this.#readInline(token, index);
        break;
      case 'math_block':
        this.#readMathBlock(token);
        break;
      case 'fence':
      case 'code_block':
      case 'html_block':
      case 'comment_block':
        this.#opaque.push(this.#lineRange(token));
        break;
      case 'properties':
        this.#opaque.push(this.#lineRange(token));
        this.#readProperties(token);
        break;
    }
  }

  #readInline(inline: Token, index: number): void {
    const parent = this.#open.at(-1)?.token.type;
    if (parent === 'heading_open') this.#readHeading(inline);
    else if (parent === 'callout_title_open') this.#readCalloutTitle(inline);
    else if (parent === 'paragraph_open') this.#readLeadIn(inline, index);
    for (const token of inline.children ?? []) this.#readInlineToken(inline, token);
  }

  #readHeading(inline: Token): void {
    const token = this.#open.at(-1)?.token;
    const range = this.#contentRange(inline, 0, inline.content.length);
    if (!token || !range) return;
    const level = Number(token.tag.slice(1));
    this.#headings.push({ level, text: plainText(inline.children ?? []), source: inline.content, range });
  }

  #readCalloutTitle(inline: Token): void {
    const callout = this.#open.at(-2)?.token;
    const titleRange = this.#contentRange(inline, 0, inline.content.length);
    if (!callout?.map || !titleRange) return;
    const { type } = callout.meta as CalloutMeta;
    const bodyStart = Math.min(callout.map[0] + 1, callout.map[1]);
    this.#callouts.push({
      type,
      title: plainText(inline.children ?? []),
      markedTerms: markedTerms(inline.children ?? []),
      titleRange,
      body: this.#linesRange(bodyStart, callout.map[1]),
    });
  }

  #readLeadIn(inline: Token, index: number): void {
    const container = this.#open.at(-2);
    const isFirst = container?.paragraphs === 0;
    if (container) container.paragraphs++;
    const found = leadInOf(inline, {
      isFirstInQuote: isFirst && container?.token.type === 'blockquote_open',
      isFirstInListItem: isFirst && container?.token.type === 'list_item_open',
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
    const container = this.#open.at(-2)?.token;
    const isEnclosed = container?.type === 'blockquote_open' || container?.type === 'list_item_open';
    const own = (isEnclosed ? container : inline).map ?? [start.line, start.line + 1];
    const range = { start, end: this.#linesRange(own[0], own[1]).end };
    if (isEnclosed || this.#lines.slice(range).trim() !== '') return range;
    const next = this.#tokens[index + 2];
    const isBlock = next?.map && next.type !== 'heading_open' && next.nesting >= 0;
    return isBlock && next.map ? { start, end: this.#linesRange(next.map[0], next.map[1]).end } : range;
  }

  #readInlineToken(inline: Token, token: Token): void {
    switch (token.type) {
      case 'wikilink':
      case 'embed':
        this.#readLink(inline, token, token.type);
        break;
      case 'math_inline':
      case 'math_block':
        this.#readInlineMath(inline, token);
        break;
      case 'code_inline':
        this.#markOpaque(inline, spanOf(token).start, codeSpanEnd(inline.content, token));
        break;
      case 'comment':
        this.#markOpaque(inline, spanOf(token).start, spanOf(token).end ?? 0);
        break;
      case 'block_id':
        this.#withRange(inline, token, (range) => this.#blockIds.push({ id: token.content, range }));
        break;
      case 'tag':
        this.#withRange(inline, token, (range) => this.#tags.push({ name: token.content, range }));
        break;
    }
  }

  #readLink(inline: Token, token: Token, kind: Wikilink['kind']): void {
    const { path, subpath, alias, start, end } = token.meta as WikilinkMeta;
    const range = this.#contentRange(inline, start, end);
    if (!range) return;
    this.#links.push({ kind, path, subpath, alias, range });
    const shown = alias ? inline.content.indexOf('|', start) + 1 : end;
    this.#markOpaque(inline, start, shown);
  }

  #readInlineMath(inline: Token, token: Token): void {
    const { start } = spanOf(token);
    const end = start + token.content.length + 2 * token.markup.length;
    const range = this.#contentRange(inline, start, end);
    if (!range) return;
    this.#formulas.push({ tex: token.content, isDisplay: token.type === 'math_block', range });
    this.#opaque.push(range);
  }

  #readMathBlock(token: Token): void {
    const { sourceStart, sourceEnd } = token.meta as MathBlockMeta;
    const range = { start: this.#lines.positionAt(sourceStart), end: this.#lines.positionAt(sourceEnd) };
    this.#formulas.push({ tex: token.content, isDisplay: true, range });
    this.#opaque.push(range);
  }

  #readProperties(token: Token): void {
    try {
      const value: unknown = parseYaml(token.content, { logLevel: 'error' });
      if (typeof value === 'object' && value !== null && 'aliases' in value) {
        this.#properties = { aliases: asList(value.aliases) };
      }
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.#problems.push({ message, range: this.#lineRange(token) });
    }
  }

  #markOpaque(inline: Token, start: number, end: number): void {
    const range = this.#contentRange(inline, start, end);
    if (range) this.#opaque.push(range);
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

  #lineRange(token: Token): Range {
    const [first, end] = token.map ?? [0, 0];
    return this.#linesRange(first, end);
  }

  /** Whole lines without the last line break; `end` is exclusive. */
  #linesRange(first: number, end: number): Range {
    const start = { line: first, column: 0 };
    const last = Math.max(first, end - 1);
    return { start, end: end > first ? { line: last, column: this.#lines.line(last).length } : start };
  }
}

function withSectionEnds(headings: readonly Omit<Heading, 'sectionEnd'>[], lineCount: number): Heading[] {
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

/** Where a code span ends: at the next run of as many backticks as it began with. */
function codeSpanEnd(content: string, token: Token): number {
  const { start } = spanOf(token);
  for (const run of content.slice(start + token.markup.length).matchAll(/`+/g)) {
    if (run[0].length === token.markup.length) return start + 2 * token.markup.length + run.index;
  }
  return content.length;
}

/** Obsidian takes a list, or a single text for a list of one. */
function asList(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  return Array.isArray(value)
    ? value.filter((entry) => typeof entry === 'string').map((entry) => entry.trim())
    : [];
}
