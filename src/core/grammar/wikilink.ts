import type { MarkdownIt, StateInline } from 'markdown-it';
import type { InlineSpan } from './sourcePositions';

/** What a link says about where it leads, taken apart but not resolved. */
export interface LinkParts {
  /** Left of `#` and `|`, trimmed; in Markdown links with `%20` and the like decoded. `''` for a link into the same note. */
  readonly path: string;
  /** From the first `#` on, without it: `H1#H2`, `^block`, `page=3`; `undefined` where there is none. */
  readonly subpath: string | undefined;
  /** Right of the first `|`: shown text, or an image's size; in Markdown links the text in brackets. `undefined` where there is none. */
  readonly alias: string | undefined;
}

/** `token.meta` of `wikilink` and `embed` tokens. */
export type WikilinkMeta = Required<InlineSpan> & LinkParts;

/** Obsidian's `[[note#heading|text]]` and `![[note]]` as inline tokens `wikilink` and `embed`, the inside as `content`. */
export function wikilink(md: MarkdownIt): void {
  md.inline.ruler.before('link', 'wikilink', wikilinkRule);
}

function wikilinkRule(state: StateInline, silent: boolean): boolean {
  const isEmbed = state.src[state.pos] === '!';
  const open = isEmbed ? state.pos + 1 : state.pos;
  if (!state.src.startsWith('[[', open)) return false;
  const close = closingBrackets(state.src, open + 2, state.posMax);
  if (close === undefined) return false;
  if (!silent) {
    const inside = state.src.slice(open + 2, close);
    const token = state.push(isEmbed ? 'embed' : 'wikilink', '', 0);
    token.content = inside;
    token.meta = { start: state.pos, end: close + 2, ...linkParts(inside) } satisfies WikilinkMeta;
  }
  state.pos = close + 2;
  return true;
}

/**
 * The wikilinks and embeds of a text in which no other rule of the grammar finds anything: what the rules would make of it, without them.
 * @param found is called with kind, place and parts of each, in order.
 */
export function eachWikilink(
  text: string,
  found: (kind: 'wikilink' | 'embed', meta: WikilinkMeta) => void,
): void {
  for (let open = text.indexOf('[['); open >= 0; ) {
    const close = closingBrackets(text, open + 2, text.length);
    if (close !== undefined) {
      const isEmbed = text[open - 1] === '!';
      const start = isEmbed ? open - 1 : open;
      found(isEmbed ? 'embed' : 'wikilink', {
        start,
        end: close + 2,
        ...linkParts(text.slice(open + 2, close)),
      });
    }
    open = text.indexOf('[[', close === undefined ? open + 1 : close + 2);
  }
}

const lineFeed = 0x0a;
const space = 0x20;
const openBracket = 0x5b;
const closeBracket = 0x5d;

/** Only `]]` ends a link, on the same line; of nested links the inner one counts. `undefined`: no link, or an empty one. */
function closingBrackets(text: string, start: number, end: number): number | undefined {
  let blank = true;
  for (let offset = start; offset < end - 1; offset++) {
    const character = text.charCodeAt(offset);
    if (character === lineFeed) return undefined;
    if (character === openBracket && text.charCodeAt(offset + 1) === openBracket) return undefined;
    if (character === closeBracket && text.charCodeAt(offset + 1) === closeBracket)
      return blank ? undefined : offset;
    if (character !== space) blank = false;
  }
  return undefined;
}

/** Takes the inside of `[[…]]` apart: the first `|` separates the alias, then the first `#` the subpath. */
export function linkParts(inside: string): LinkParts {
  const bar = inside.indexOf('|');
  const beforeBar = bar < 0 ? inside : inside.slice(0, bar);
  const target = beforeBar.endsWith('\\') ? beforeBar.slice(0, -1) : beforeBar;
  const alias = bar < 0 ? undefined : inside.slice(bar + 1).trim();
  const hash = target.indexOf('#');
  return {
    path: (hash < 0 ? target : target.slice(0, hash)).trim(),
    subpath: hash < 0 ? undefined : target.slice(hash + 1).trim(),
    alias,
  };
}
