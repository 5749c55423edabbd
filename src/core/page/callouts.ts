import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { type CalloutType, calloutTypes } from '../features/calloutTypes';
import type { CalloutMeta } from '../grammar/callout';
import { plainText } from '../notes/plainText';

const typesByName: ReadonlyMap<string, CalloutType> = new Map(
  calloutTypes.flatMap(({ type, aliases }) => [type, ...aliases].map((name) => [name, type] as const)),
);

/** Shows callouts as boxes with an icon and a title; those with `+` or `-` can be folded without a script. */
export function callouts(md: MarkdownIt): void {
  const { rules } = md.renderer;
  rules.callout_title_open = (tokens, index, options, _env, self) =>
    `${self.renderToken(tokens, index, options)}<span class="ll-callout-icon" aria-hidden="true"></span><span class="ll-callout-title-text">`;
  rules.callout_title_close = (tokens, index, options, _env, self) =>
    `</span>${self.renderToken(tokens, index, options)}`;
}

/** A callout while its tokens are read. */
interface OpenCallout {
  readonly tag: 'div' | 'details';
  hasContent: boolean;
}

/** The core rule: gives the tokens of callouts their tags and attributes, and puts what stands below a title into `callout_content_*`. */
export function finishCallouts(state: StateCore): void {
  if (state.tokens.some(({ type }) => type === 'callout_open')) state.tokens = finished(state);
}

function finished({ tokens, Token }: StateCore): Token[] {
  const result: Token[] = [];
  const open: OpenCallout[] = [];
  const folds = new FoldKeys();
  tokens.forEach((token, index) => {
    const inner = open.at(-1);
    if (token.type === 'callout_open') {
      open.push(openedBy(token, tokens[index + 2], Token, folds));
    } else if (token.type === 'callout_title_open' || token.type === 'callout_title_close') {
      finishTitle(token, inner);
    } else if (token.type === 'callout_close') {
      open.pop();
      token.tag = inner?.tag ?? 'div';
      if (inner?.hasContent) result.push(contentToken(Token, -1));
    }
    result.push(token);
    if (inner && token.type === 'callout_title_close' && tokens[index + 1]?.type !== 'callout_close') {
      inner.hasContent = true;
      result.push(contentToken(Token, 1));
    }
  });
  return result;
}

function openedBy(
  token: Token,
  title: Token | undefined,
  TokenClass: StateCore['Token'],
  folds: FoldKeys,
): OpenCallout {
  const { type = 'note', fold } = (token.meta ?? {}) as Partial<CalloutMeta>;
  // What stands behind a bar is for style sheets: `[!note|right]`.
  const name = type.replace(/\|.*/, '').trim();
  const shownType = typesByName.get(name) ?? 'note';
  token.attrJoin('class', 'll-callout');
  token.attrSet('data-callout', shownType);
  if (title && title.content.trim() === '') title.children = [titleOf(name, TokenClass)];
  const tag = fold ? 'details' : 'div';
  token.tag = tag;
  if (fold) token.attrSet('data-fold', folds.next(shownType, plainText(title?.children ?? [])));
  if (fold === '+') token.attrSet('open', '');
  return { tag, hasContent: false };
}

/** A callout without a title shows its type. */
function titleOf(type: string, TokenClass: StateCore['Token']): Token {
  const token = new TokenClass('text', '', 0);
  token.content = type.charAt(0).toUpperCase() + type.slice(1);
  return token;
}

function finishTitle(token: Token, callout: OpenCallout | undefined): void {
  token.tag = callout?.tag === 'details' ? 'summary' : 'div';
  if (token.nesting > 0) token.attrJoin('class', 'll-callout-title');
  // VS Code gives attributes to whatever has a place in the source, closing tags included.
  else token.map = null;
}

function contentToken(TokenClass: StateCore['Token'], nesting: 1 | -1): Token {
  const token = new TokenClass(
    nesting > 0 ? 'callout_content_open' : 'callout_content_close',
    'div',
    nesting,
  );
  token.block = true;
  if (nesting > 0) token.attrSet('class', 'll-callout-content');
  return token;
}

/** Names for the callouts of a note that stay the same while other parts of it are edited: a fold is remembered by them. */
class FoldKeys {
  readonly #counts = new Map<string, number>();

  next(type: CalloutType, title: string): string {
    const key = `${type}:${title}`;
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    return count === 1 ? key : `${key}:${count}`;
  }
}
