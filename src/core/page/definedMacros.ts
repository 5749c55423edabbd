import type { KatexDefinition } from '../math/katexDefinition';
import type { NotePage } from './notePage';

/** Macros that the formulas of a page have defined for those behind them. KaTeX knows them too, until the next parse. */
export class DefinedMacros {
  readonly #texByName = new Map<string, string>();
  #page: NotePage | undefined;
  #isParsed = false;
  #isForgotten = false;

  /** Whether formulas depend on nothing but the vault's macros. */
  get isEmpty(): boolean {
    return this.#texByName.size === 0;
  }

  /** A text has been parsed: VS Code has KaTeX forget all macros, also where the text belongs to a page that is being drawn. */
  textParsed(): void {
    this.#isParsed = true;
  }

  /** A formula comes next, `page` is where it stands. */
  enter(page: NotePage | undefined): void {
    if (this.#isParsed) {
      this.#isForgotten = page !== undefined && page === this.#page;
      if (!this.#isForgotten) this.#texByName.clear();
    }
    this.#isParsed = false;
    this.#page = page;
  }

  /** A formula has defined these. */
  add(definitions: readonly KatexDefinition[]): void {
    for (const { name, tex } of definitions) this.#texByName.set(name, tex);
  }

  /** The vault's macros and what KaTeX has forgotten of the page's. */
  preambleWith(preamble: string): string {
    return this.#isForgotten && !this.isEmpty ? [preamble, ...this.#texByName.values()].join('\n') : preamble;
  }

  /** Names that KaTeX knows; with backslash. */
  get known(): ReadonlySet<string> {
    return new Set(this.#isForgotten ? [] : this.#texByName.keys());
  }
}
