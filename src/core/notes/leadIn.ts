import type { Token } from 'markdown-it';
import { spanOf } from '../grammar/sourcePositions';
import type { LeadInKind } from './note';
import { plainText } from './plainText';

/** A lead-in within the content of an `inline` token. */
export interface InlineLeadIn {
  readonly kind: LeadInKind;
  readonly term: string;
  /** Content offsets of the term without colon and marks. */
  readonly start: number;
  readonly end: number;
  /** Content offset behind colon and closing marks. */
  readonly bodyStart: number;
}

/** Longer stretches of emphasis are sentences, not terms. */
const longestTerm = 80;

/** `Term:` at the start of a list item: at most six words, no sentence before the colon. */
const listTerm = /^(\p{L}[^\s:.!?;]*(?:[ ]+[^\s:.!?;]+){0,5}):(?=\s)/u;

/** `- **Term** – …` */
const dash = /^\s+[–—-]\s/;

/** What encloses the paragraph that an `inline` token belongs to. */
export interface ParagraphPlace {
  readonly isFirstInQuote: boolean;
  readonly isFirstInListItem: boolean;
}

/** The lead-in that a paragraph begins with, `undefined` where it begins with none. */
export function leadInOf(inline: Token, place: ParagraphPlace): InlineLeadIn | undefined {
  return emphasisedLeadIn(inline, place) ?? (place.isFirstInListItem ? listLeadIn(inline) : undefined);
}

function emphasisedLeadIn(
  inline: Token,
  { isFirstInQuote, isFirstInListItem }: ParagraphPlace,
): InlineLeadIn | undefined {
  if (!/^[*_]/.test(inline.content)) return undefined;
  const tokens = (inline.children ?? []).filter(({ type, content }) => type !== 'text' || content !== '');
  const opener = tokens[0];
  if (!opener || !isEmphasis(opener)) return undefined;
  const closeIndex = tokens.findIndex(
    ({ type, level }) => type === closerOf(opener) && level === opener.level,
  );
  const closer = tokens[closeIndex];
  if (!closer) return undefined;
  const marks = /^[*_]+/.exec(inline.content)?.[0].length ?? 0;
  const bounds = { start: spanOf(opener).start + marks, end: closingStart(tokens, closeIndex, closer) };
  const text = plainText(tokens.slice(0, closeIndex));
  const behind = inline.content.slice(bounds.end).replace(/^[*_]+/, '');
  const hasColon =
    text.endsWith(':') ||
    behind.startsWith(':') ||
    (isFirstInListItem && isStrong(tokens) && dash.test(behind));
  const standsAlone = isFirstInQuote && isStrong(tokens) && (behind === '' || behind.startsWith('\n'));
  if (text === '' || text.length > longestTerm || (!hasColon && !standsAlone)) return undefined;
  const source = inline.content.slice(bounds.start, bounds.end).replace(/\s*:$/, '');
  return {
    kind: isFirstInQuote ? 'quote' : isStrong(tokens) ? 'strong' : 'emphasis',
    term: text.replace(/\s*:$/, ''),
    start: bounds.start,
    end: bounds.start + source.length,
    bodyStart:
      inline.content.length - behind.length + (/^(?::|\s+[–—-](?=\s))/.exec(behind)?.[0].length ?? 0),
  };
}

/** `***Term***` closes with two closers in a row that stand in one run of marks; the term ends where the run begins. */
function closingStart(tokens: readonly Token[], closeIndex: number, closer: Token): number {
  let start = spanOf(closer).start;
  for (let index = closeIndex - 1; index > 0; index--) {
    const token = tokens[index];
    if (!token || token.nesting !== -1 || !/^(em|strong)_close$/.test(token.type)) break;
    start = Math.min(start, spanOf(token).start);
  }
  return start;
}

function isEmphasis({ type }: Token): boolean {
  return type === 'em_open' || type === 'strong_open';
}

/** Strong, alone or within emphasis: `**Term**`, `***Term***`. */
function isStrong(tokens: readonly Token[]): boolean {
  return (
    tokens[0]?.type === 'strong_open' || (tokens[0]?.type === 'em_open' && tokens[1]?.type === 'strong_open')
  );
}

function closerOf({ type }: Token): string {
  return type.replace('_open', '_close');
}

function listLeadIn(inline: Token): InlineLeadIn | undefined {
  const colon = inline.content.indexOf(':');
  const match = colon > 0 && colon <= longestTerm ? listTerm.exec(inline.content) : undefined;
  if (!match?.[1]) return undefined;
  return { kind: 'list-item', term: match[1], start: 0, end: match[1].length, bodyStart: match[0].length };
}
