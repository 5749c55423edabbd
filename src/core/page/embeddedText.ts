import type { MarkdownIt, Token } from 'markdown-it';
import { keepRecent } from '../maps';
import type { LineRange } from '../notes/note';
import { TextLines } from '../text';
import { copyOfToken } from './copyOfToken';

/** Texts that stay parsed: as many as one page embeds. */
const mostKnown = 100;

/** Texts of notes as tokens, to be shown within another note's page. The least recently used are forgotten. */
export class EmbeddedTexts {
  readonly #md: MarkdownIt;
  readonly #known = new Map<string, EmbeddedText>();

  constructor(md: MarkdownIt) {
    this.#md = md;
  }

  /** @param path of the note that says `text`. */
  textOf(path: string, text: string): EmbeddedText {
    const known = this.#known.get(path);
    const current = known?.lines.text === text ? known : new EmbeddedText(this.#md, text);
    keepRecent(this.#known, path, current, mostKnown);
    return current;
  }
}

/** What shows nothing within another note: properties, as we and as VS Code know them, and the targets of links. */
const leftOut = new Set(['properties', 'front_matter', 'block_anchor']);

/** A text as tokens that say nothing about lines and have no ids, to be shown on the page of another note. */
export function placelessTokens(md: MarkdownIt, text: string): Token[] {
  return md
    .parse(text, {})
    .filter(({ type }) => !leftOut.has(type))
    .map(withoutPlace);
}

/** What of a note's text comes where. */
interface Parts {
  readonly body: readonly Token[];
  /** With the section around them; empty for none. */
  readonly footnotes: readonly Token[];
}

/** One note's text, parsed when it is first shown. Its tokens take no part in what VS Code does with lines and headings. */
export class EmbeddedText {
  readonly lines: TextLines;
  readonly #md: MarkdownIt;
  #parts: Parts | undefined;

  constructor(md: MarkdownIt, text: string) {
    this.#md = md;
    this.lines = new TextLines(text);
  }

  /** The tokens of some lines; `undefined` for the whole note. Of a list item also its list. To be drawn, not to be changed. */
  tokensOf(lines: LineRange | undefined): Token[] {
    this.#parts ??= parse(this.#md, this.lines.text);
    const { body, footnotes } = this.#parts;
    if (!lines) return [...body, ...footnotes];
    const tokens = this.#within(body, lines);
    return [...tokens, ...footnotesOf(tokens, footnotes)];
  }

  /** The largest blocks that lie within the lines. */
  #within(tokens: readonly Token[], lines: LineRange): Token[] {
    const groups: (readonly Token[])[] = [];
    for (let index = 0; index < tokens.length; index = endOf(tokens, index)) {
      const { map } = tokens[index] as Token;
      if (!map || map[0] >= lines.end || map[1] <= lines.first) continue;
      const group = tokens.slice(index, endOf(tokens, index));
      groups.push(this.#isWithin(map, lines) ? group : this.#withinGroup(group, lines));
    }
    return groups.flat();
  }

  #withinGroup(group: readonly Token[], lines: LineRange): readonly Token[] {
    const inside = this.#within(group.slice(1, -1), lines);
    if (inside[0]?.type !== 'list_item_open') return inside;
    return [group[0] as Token, ...inside, group.at(-1) as Token];
  }

  /** Lines that are blank, or hold nothing but the block's name, count for nothing at its end. */
  #isWithin([first, mapEnd]: readonly [number, number], lines: LineRange): boolean {
    let end = mapEnd;
    while (end > first && /^[\s>]*(?:\^[A-Za-z0-9-]+\s*)?$/.test(this.lines.line(end - 1))) end--;
    return first >= lines.first && end <= lines.end;
  }
}

function parse(md: MarkdownIt, text: string): Parts {
  const tokens = placelessTokens(md, text);
  const end = tokens.findIndex(({ type }) => type === 'footnotes_open');
  return end < 0
    ? { body: tokens, footnotes: [] }
    : { body: tokens.slice(0, end), footnotes: tokens.slice(end) };
}

/** The index behind the token that closes the one at `index`. */
function endOf(tokens: readonly Token[], index: number): number {
  let depth = 0;
  let end = index;
  do depth += tokens[end++]?.nesting ?? 0;
  while (depth > 0 && end < tokens.length);
  return end;
}

/** The section of footnotes with those that are referred to, also by one another; empty for none. */
function footnotesOf(tokens: readonly Token[], section: readonly Token[]): readonly Token[] {
  const items = new Map<number, readonly Token[]>();
  for (let index = 1; index < section.length - 1; index = endOf(section, index)) {
    const group = section.slice(index, endOf(section, index));
    items.set(footnoteOf(group[0]) ?? 0, group);
  }
  const wanted = new Set(referencesIn(tokens));
  for (const number of wanted) for (const other of referencesIn(items.get(number) ?? [])) wanted.add(other);
  const shown = [...items].filter(([number]) => wanted.has(number)).flatMap(([, group]) => group);
  return shown.length === 0 ? [] : [section[0] as Token, ...shown, section.at(-1) as Token];
}

function referencesIn(tokens: readonly Token[]): readonly number[] {
  return tokens.flatMap(({ children }) =>
    (children ?? []).flatMap((token) => {
      const number = token.type === 'footnote_reference' ? footnoteOf(token) : undefined;
      return number === undefined ? [] : [number];
    }),
  );
}

function footnoteOf(token: Token | undefined): number | undefined {
  return (token?.meta as { readonly footnote?: number } | null | undefined)?.footnote;
}

/** A copy that says nothing about lines and has no id. Headings get a type that VS Code gives no id and nobody a button. */
function withoutPlace(token: Token): Token {
  const copy = copyOfToken(token);
  if (/^heading_(?:open|close)$/.test(token.type)) copy.type = `embedded_${token.type}`;
  const kept = (copy.attrs ?? []).flatMap(([name, value]): [string, string][] => {
    if (name === 'data-line' || name === 'dir' || name === 'id') return [];
    const left = name === 'class' ? value.replace(/(?:^|\s)code-line(?!\S)/g, '').trim() : value;
    return name === 'class' && left === '' ? [] : [[name, left]];
  });
  copy.attrs = kept.length > 0 ? kept : null;
  return copy;
}
