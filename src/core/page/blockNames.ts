import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { getOrAdd } from '../maps';
import { blockElementId } from './pageLinks';

/** Blocks that ids name as a whole only. */
const enclosesIds = new Set(['table_open', 'blockquote_open', 'callout_open']);

/** Shows nothing of block ids but the anchors of blocks that cannot have an id themselves. */
export function blockNames(md: MarkdownIt): void {
  md.renderer.rules.block_id = () => '';
  md.renderer.rules.block_anchor = (tokens, index, _options, _env, self) =>
    `<div${self.renderAttrs(tokens[index] as Token)}></div>\n`;
}

/**
 * The core rule: gives blocks with an Obsidian block id (`^id`) that id as an attribute, and takes away lines that hold nothing else.
 * Which block an id names is what `NoteReader` says: links lead there.
 */
export function nameBlocks(state: StateCore): void {
  if (!state.src.includes('^')) return;
  const namer = new BlockNamer(state);
  for (const token of state.tokens) namer.read(token);
  state.tokens = namer.tokens();
}

class BlockNamer {
  readonly #state: StateCore;
  /** The blocks that enclose the token at hand, outermost first. */
  readonly #open: Token[] = [];
  /** The last whole block at each depth, as its first token; `undefined` at the start of a container. */
  readonly #before: (Token | undefined)[] = [undefined];
  readonly #anchors = new Map<Token, Token[]>();
  readonly #removedRows = new Set<Token>();
  readonly #named = new Set<string>();
  #lines: readonly string[] | undefined;

  constructor(state: StateCore) {
    this.#state = state;
  }

  read(token: Token): void {
    if (token.nesting > 0) {
      this.#open.push(token);
      this.#before[this.#open.length] = undefined;
    } else if (token.nesting < 0) {
      const block = this.#open.pop();
      if (block?.hidden) token.hidden = true;
      this.#before[this.#open.length] = block;
    } else if (token.type === 'inline') {
      const last = token.children?.at(-1);
      if (last?.type === 'block_id') this.#nameBlock(token, last.content);
    } else {
      this.#before[this.#open.length] = token;
    }
  }

  #nameBlock(inline: Token, id: string): void {
    const row = this.#open.at(-2);
    const line = this.#lastLine(inline.map ?? row?.map);
    const fillsLine = /^\s*\^[A-Za-z0-9-]+\s*$/.test(line);
    const enclosing = this.#open.find(({ type }) => enclosesIds.has(type));
    if (!enclosing) this.#nameOwn(inline, id, fillsLine);
    else if (enclosing.type === 'table_open') {
      if (!fillsLine) return;
      this.#name(enclosing, id);
      if (row) this.#removedRows.add(row);
    } else if (!/^\s*>/.test(line)) this.#name(enclosing, id);
    if (fillsLine) withoutLastBreak(inline);
  }

  #nameOwn(inline: Token, id: string, fillsLine: boolean): void {
    const own = this.#open.at(-1);
    if (own?.type !== 'paragraph_open' && own?.type !== 'heading_open') return;
    const above = this.#before[this.#open.length - 1];
    if (fillsLine && own.type === 'paragraph_open' && inline.children?.length === 1 && above) {
      this.#name(above, id);
      own.hidden = true;
      return;
    }
    const container = this.#open.at(-2);
    this.#name(container?.type === 'list_item_open' ? container : own, id);
  }

  /** VS Code gives headings ids of its own, and the rules of blocks without content (formulas, code) may not write ours. */
  #name(block: Token, blockId: string): void {
    const id = blockElementId(blockId);
    // Of several blocks with one name links lead to the first.
    if (this.#named.has(id)) return;
    this.#named.add(id);
    const canHaveId = block.nesting > 0 && block.type !== 'heading_open' && !block.hidden;
    if (canHaveId && block.attrGet('id') === null) {
      block.attrSet('id', id);
      return;
    }
    const anchor = new this.#state.Token('block_anchor', 'div', 0);
    anchor.block = true;
    anchor.attrSet('id', id);
    getOrAdd(this.#anchors, block, () => []).push(anchor);
  }

  #lastLine(map: readonly [number, number] | null | undefined): string {
    this.#lines ??= this.#state.src.split('\n');
    return this.#lines[(map?.[1] ?? 0) - 1] ?? '';
  }

  /** The tokens with anchors, without the rows and paragraphs that hold nothing but an id. */
  tokens(): Token[] {
    if (this.#anchors.size + this.#removedRows.size === 0) return this.#state.tokens;
    const result: Token[] = [];
    let isRemoved = false;
    for (const token of this.#state.tokens) {
      for (const anchor of this.#anchors.get(token) ?? []) result.push(anchor);
      if (this.#removedRows.has(token)) isRemoved = true;
      if (!isRemoved) result.push(token);
      if (token.type === 'tr_close') isRemoved = false;
    }
    return result;
  }
}

function withoutLastBreak({ children }: Token): void {
  if (children && /^(?:soft|hard)break$/.test(children.at(-2)?.type ?? '')) children.splice(-2, 1);
}
