import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { piecesFrom } from './sourcePositions';

/** `token.meta` of `callout_open` tokens. */
export interface CalloutMeta {
  /** As written, lower case: `abstract`. */
  readonly type: string;
  /** `+` foldable and open, `-` foldable and closed. */
  readonly fold: '+' | '-' | undefined;
}

/** Type in brackets, fold mark directly behind, then the title up to the end of the line. */
const marker = /^\[!([^\]\n]+)\]([+-]?)[ \t]*/;

/**
 * Turns block quotes whose first line is `[!type]` into `callout_open … callout_close`. The title becomes
 * `callout_title_open, inline, callout_title_close`, its markup parsed as everywhere; the rest of the first paragraph stays a paragraph.
 */
export function callout(md: MarkdownIt): void {
  md.core.ruler.after('block', 'callout', turnQuotesIntoCallouts);
}

/** The rule itself, for who runs the grammar step by step. Changes `state.tokens`. */
export function turnQuotesIntoCallouts(state: StateCore): void {
  state.tokens = withCallouts(state);
}

function withCallouts(state: StateCore): Token[] {
  if (!state.src.includes('[!')) return state.tokens;
  const result: Token[] = [];
  const openQuotes: boolean[] = [];
  for (let index = 0; index < state.tokens.length; index++) {
    const token = state.tokens[index] as Token;
    result.push(token);
    if (token.type === 'blockquote_open') {
      const replaced = calloutAt(state, index);
      openQuotes.push(replaced !== undefined);
      if (!replaced) continue;
      result.push(...replaced);
      index += 3;
    } else if (token.type === 'blockquote_close' && openQuotes.pop()) {
      token.type = 'callout_close';
      token.tag = 'div';
    }
  }
  return result;
}

/** Marks the quote at `index` as a callout and returns what stands for its first paragraph; `undefined` for a plain quote. */
function calloutAt(state: StateCore, index: number): Token[] | undefined {
  const [quote, opener, inline, closer] = state.tokens.slice(index, index + 4);
  if (!quote || !closer || opener?.type !== 'paragraph_open' || inline?.type !== 'inline') return undefined;
  const match = marker.exec(inline.content);
  if (!match?.[1]) return undefined;
  quote.type = 'callout_open';
  quote.tag = 'div';
  quote.meta = { type: match[1].trim().toLowerCase(), fold: foldOf(match[2]) } satisfies CalloutMeta;
  const lineEnd = inline.content.indexOf('\n');
  const titleEnd = lineEnd < 0 ? inline.content.length : lineEnd;
  const title = part(state, inline, match[0].length, titleEnd, 0);
  const titleTokens = [
    bracket(state, title, 'callout_title', 1),
    title,
    bracket(state, title, 'callout_title', -1),
  ];
  if (lineEnd < 0) return titleTokens;
  const body = part(state, inline, lineEnd + 1, inline.content.length, 1);
  opener.map = body.map;
  return [...titleTokens, opener, body, closer];
}

function foldOf(mark: string | undefined): '+' | '-' | undefined {
  return mark === '+' || mark === '-' ? mark : undefined;
}

/** An `inline` token for a part of another one's content, `linesBefore` lines further down. */
function part(state: StateCore, inline: Token, start: number, end: number, linesBefore: number): Token {
  const token = new state.Token('inline', '', 0);
  const lines = inline.map ?? [0, 1];
  token.content = inline.content.slice(start, end);
  token.children = [];
  token.level = inline.level;
  token.map = linesBefore > 0 ? [lines[0] + linesBefore, lines[1]] : [lines[0], lines[0] + 1];
  token.meta = { pieces: piecesFrom(inline, start) };
  return token;
}

function bracket(state: StateCore, title: Token, type: string, nesting: 1 | -1): Token {
  const token = new state.Token(nesting > 0 ? `${type}_open` : `${type}_close`, 'div', nesting);
  token.block = true;
  token.map = title.map;
  return token;
}
