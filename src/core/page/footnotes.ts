import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import type { FootnoteMeta } from '../grammar/footnote';
import { attributesHtml, escapeHtml, linkHtml } from '../html';
import { localeOf, renderingOf } from './notePage';
import { pageText } from './words';

/** `token.meta` of `footnote_reference` tokens whose footnote is there; those of others have no `footnote`. */
interface ReferenceMeta {
  /** Number of the footnote, 1-based. */
  readonly footnote: number;
  /** Which of the references to this footnote it is, 1-based. */
  readonly reference: number;
  /** Whether it stands in the text of a link and so cannot be one. */
  readonly isInLink: boolean;
}

/** `token.meta` of `footnote_back` and `footnote_item_open` tokens. */
interface ItemMeta {
  readonly footnote: number;
  /** How many references there are. */
  readonly references: number;
}

/** Shows footnotes at the page's end, numbered by their first references, with links there and back. */
export function footnotes(md: MarkdownIt): void {
  Object.assign(md.renderer.rules, {
    footnote_reference: (tokens, index, _options, env: unknown) => referenceHtml(tokens[index] as Token, env),
    footnote_back: (tokens, index, _options, env: unknown) => backHtml(tokens[index] as Token, env),
    footnotes_open: (_tokens, _index, _options, env: unknown) => {
      const label = escapeHtml(pageText('footnotes', localeOf(env)));
      return `<section class="ll-footnotes" role="doc-endnotes" aria-label="${label}">\n<hr>\n<ol>\n`;
    },
    footnotes_close: () => '</ol>\n</section>\n',
    footnote_item_open: (tokens, index, _options, env: unknown, self) => {
      const token = tokens[index] as Token;
      const { footnote } = token.meta as ItemMeta;
      const own = attributesHtml({ id: itemId(env, footnote), value: footnote });
      return `<li${own}${self.renderAttrs(token)}>\n`;
    },
    footnote_item_close: () => '</li>\n',
    // What is left of footnotes where a text has no end to put them at.
    footnote_inline_open: () => ' (',
    footnote_inline_close: () => ')',
  } satisfies MarkdownIt['renderer']['rules']);
}

function itemId(env: unknown, footnote: number): string {
  return `${renderingOf(env)?.idPrefix ?? ''}ll-fn-${footnote}`;
}

function referenceId(env: unknown, footnote: number, reference: number): string {
  const id = `${renderingOf(env)?.idPrefix ?? ''}ll-fnref-${footnote}`;
  return reference === 1 ? id : `${id}-${reference}`;
}

function referenceHtml({ content, meta }: Token, env: unknown): string {
  const { footnote, reference = 1, isInLink } = (meta ?? {}) as Partial<ReferenceMeta>;
  if (footnote === undefined) return escapeHtml(`[^${content}]`);
  const id = referenceId(env, footnote, reference);
  if (isInLink) return `<sup${attributesHtml({ class: 'll-footnote-ref', id })}>${footnote}</sup>`;
  const link = linkHtml(`#${itemId(env, footnote)}`, String(footnote), { id, role: 'doc-noteref' });
  return `<sup class="ll-footnote-ref">${link}</sup>`;
}

function backHtml({ meta }: Token, env: unknown): string {
  const { footnote, references } = meta as ItemMeta;
  const links: string[] = [];
  for (let reference = 1; reference <= references; reference++) {
    const word = references === 1 ? 'footnoteBack' : 'footnoteBackTo';
    links.push(
      linkHtml(
        `#${referenceId(env, footnote, reference)}`,
        references === 1 ? '↩' : `↩<sup>${reference}</sup>`,
        {
          class: 'll-footnote-back',
          role: 'doc-backlink',
          'aria-label': pageText(word, localeOf(env), reference),
        },
      ),
    );
  }
  return ` ${links.join(' ')}`;
}

/** A footnote's explanation. */
interface Definition {
  readonly map: Token['map'];
  readonly content: Token[];
}

/** A footnote that the page shows. */
interface ShownFootnote extends Definition {
  readonly number: number;
  references: number;
}

/**
 * The core rule: takes explanations out of the text, numbers what is referred to, and puts that at the end. Explanations nobody refers to
 * are not shown; a reference without one stays as it is.
 */
export function collectFootnotes(state: StateCore): void {
  // One line of inline Markdown has no end.
  if (state.inlineMode || !(state.src.includes('[^') || state.src.includes('^['))) return;
  const { body, definitions } = withoutDefinitions(state.tokens);
  const numbering = new Numbering(state.Token, definitions);
  numbering.number(body);
  // Explanations refer to further footnotes, which come after all others.
  for (const footnote of numbering.shown) numbering.number(footnote.content);
  state.tokens = numbering.shown.length === 0 ? body : body.concat(endTokens(state, numbering.shown));
}

function withoutDefinitions(tokens: readonly Token[]): {
  readonly body: Token[];
  readonly definitions: ReadonlyMap<string, Definition>;
} {
  const body: Token[] = [];
  const definitions = new Map<string, Definition>();
  const open = [body];
  for (const token of tokens) {
    if (token.type === 'footnote_open') {
      const { label } = token.meta as FootnoteMeta;
      const definition: Definition = { map: token.map, content: [] };
      if (!definitions.has(label)) definitions.set(label, definition);
      open.push(definition.content);
    } else if (token.type === 'footnote_close') open.pop();
    else open.at(-1)?.push(token);
  }
  return { body, definitions };
}

/** Numbers footnotes in the order in which they are first referred to. */
class Numbering {
  /** In order; grows while texts are numbered. */
  readonly shown: ShownFootnote[] = [];
  readonly #Token: StateCore['Token'];
  readonly #definitions: ReadonlyMap<string, Definition>;
  readonly #byDefinition = new Map<Definition, ShownFootnote>();

  constructor(TokenClass: StateCore['Token'], definitions: ReadonlyMap<string, Definition>) {
    this.#Token = TokenClass;
    this.#definitions = definitions;
  }

  /** Numbers the references in block tokens and takes inline footnotes out of them. */
  number(tokens: readonly Token[]): void {
    for (const token of tokens) {
      if (token.children?.some(({ type }) => type.startsWith('footnote_'))) this.#numberInside(token);
    }
  }

  #numberInside(inline: Token): void {
    const result: Token[] = [];
    const open = [result];
    let links = 0;
    for (const token of inline.children ?? []) {
      if (token.type === 'link_open' || token.type === 'link_close') links += token.nesting;
      if (token.type === 'footnote_inline_open') {
        const definition = this.#inlineDefinition(inline);
        open.at(-1)?.push(this.#reference(definition, links > 0));
        open.push(definition.content[1]?.children ?? []);
      } else if (token.type === 'footnote_inline_close') open.pop();
      else {
        const definition =
          token.type === 'footnote_reference' ? this.#definitions.get(token.content) : undefined;
        open.at(-1)?.push(definition ? this.#reference(definition, links > 0) : token);
      }
    }
    inline.children = result;
  }

  /** A paragraph for the inside of `^[…]`, still empty. */
  #inlineDefinition({ map }: Token): Definition {
    return { map, content: paragraph(this.#Token, []) };
  }

  #reference(definition: Definition, isInLink: boolean): Token {
    const footnote = this.#byDefinition.get(definition) ?? this.#show(definition);
    footnote.references++;
    const token = new this.#Token('footnote_reference', '', 0);
    token.meta = {
      footnote: footnote.number,
      reference: footnote.references,
      isInLink,
    } satisfies ReferenceMeta;
    return token;
  }

  #show(definition: Definition): ShownFootnote {
    const footnote = { ...definition, number: this.shown.length + 1, references: 0 };
    this.#byDefinition.set(definition, footnote);
    this.shown.push(footnote);
    return footnote;
  }
}

function paragraph(TokenClass: StateCore['Token'], children: Token[]): Token[] {
  const open = new TokenClass('paragraph_open', 'p', 1);
  const inline = new TokenClass('inline', '', 0);
  const close = new TokenClass('paragraph_close', 'p', -1);
  open.block = true;
  close.block = true;
  inline.children = children;
  return [open, inline, close];
}

function endTokens({ Token }: StateCore, shown: readonly ShownFootnote[]): Token[] {
  const result = [new Token('footnotes_open', 'section', 1)];
  for (const { number, map, content, references } of shown) {
    const meta = { footnote: number, references } satisfies ItemMeta;
    const open = new Token('footnote_item_open', 'li', 1);
    Object.assign(open, { meta, map, level: 1, block: true });
    const back = new Token('footnote_back', '', 0);
    back.meta = meta;
    result.push(open);
    for (const token of withBack(Token, content, back)) result.push(token);
    result.push(new Token('footnote_item_close', 'li', -1));
  }
  result.push(new Token('footnotes_close', 'section', -1));
  return result;
}

/** The way back stands at the end of the last paragraph, or in one of its own. */
function withBack(TokenClass: StateCore['Token'], content: readonly Token[], back: Token): readonly Token[] {
  const last = content.at(-2);
  if (content.at(-1)?.type !== 'paragraph_close' || last?.type !== 'inline') {
    return [...content, ...paragraph(TokenClass, [back])];
  }
  last.children?.push(back);
  return content;
}
