import type { Token } from 'markdown-it';
import { getOrAdd } from '../maps';
import type { PageDemo, Rendering } from './notePage';

/**
 * The tokens at which the demos of a page are shown: a heading's or callout title's own, the paragraph or line break in front of a line, the
 * fence of a block. Places in what is no text, as in a table, have none.
 */
export function demoPlaces(
  tokens: readonly Token[],
  list: readonly PageDemo[],
): Pick<Rendering, 'demos' | 'figures'> {
  const places = new DemoPlaces(list);
  if (list.length > 0) for (const index of tokens.keys()) places.read(tokens, index);
  return places;
}

class DemoPlaces {
  readonly demos = new Map<Token, PageDemo>();
  readonly figures = new Map<Token, string[]>();
  readonly #byLine: ReadonlyMap<number, PageDemo>;

  constructor(list: readonly PageDemo[]) {
    this.#byLine = new Map(list.map((demo) => [demo.line, demo]));
  }

  read(tokens: readonly Token[], index: number): void {
    const [token, inline, close] = [tokens[index] as Token, tokens[index + 1], tokens[index + 2]];
    if (!token.map) return;
    const demo = this.#byLine.get(token.map[0]);
    if (token.type === 'fence' && demo?.kind === 'block') this.demos.set(token, demo);
    else if (!close || inline?.type !== 'inline') return;
    else if (token.type === 'heading_open' && demo?.kind === 'heading') {
      this.demos.set(token, demo);
      this.#putAtEnd(close, demo);
    } else if (token.type === 'callout_title_open' && demo?.kind === 'callout') this.#putAtEnd(close, demo);
    else if (token.type === 'paragraph_open') this.#readLines(token, inline, close);
  }

  #putAtEnd(close: Token, demo: PageDemo): void {
    this.demos.set(close, demo);
    this.#putFigures(close, demo);
  }

  #putFigures(token: Token, { figures }: PageDemo): void {
    if (figures.length > 0) getOrAdd(this.figures, token, () => []).push(...figures);
  }

  /** The lines of a paragraph, of which each begins behind a line break. */
  #readLines(paragraph: Token, { children }: Token, close: Token): void {
    const [first, end] = paragraph.map ?? [0, 0];
    if (!this.#hasTextDemo(first, end)) return;
    const breaks = (children ?? []).filter(({ type }) => type === 'softbreak' || type === 'hardbreak');
    for (const [index, start] of [paragraph, ...breaks].entries()) {
      const demo = this.#byLine.get(first + index);
      if (demo?.kind !== 'text') continue;
      this.demos.set(start, demo);
      this.#putFigures(close, demo);
    }
  }

  #hasTextDemo(first: number, end: number): boolean {
    for (let line = first; line < end; line++) if (this.#byLine.get(line)?.kind === 'text') return true;
    return false;
  }
}
