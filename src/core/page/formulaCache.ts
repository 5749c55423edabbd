/** A lecture has some hundred formulas; several lectures are open at a time. */
const mostFormulas = 4000;

/** All HTML that is kept, in characters: a formula has some two thousand. */
const mostCharacters = 8_000_000;

/** The HTML of formulas: a keystroke renders the whole note anew. What was asked for longest ago goes first. */
export class FormulaCache {
  readonly #html = new Map<string, string>();
  #characters = 0;

  /**
   * The HTML of a formula.
   * @param rule which of the renderer's rules typesets it.
   * @param tex as it is typeset.
   * @param source as the note has it: the HTML contains that too.
   * @param typeset is called where the HTML is not there.
   */
  get(rule: string, tex: string, source: string, typeset: () => string): string {
    // No text of a note has a NUL in it: markdown-it makes it another character.
    const key = tex === source ? `${rule}\0${tex}` : `${rule}\0${tex}\0${source}`;
    const html = this.#html.get(key) ?? typeset();
    if (this.#html.delete(key)) this.#characters -= sizeOf(key, html);
    this.#html.set(key, html);
    this.#characters += sizeOf(key, html);
    this.#shrink();
    return html;
  }

  #shrink(): void {
    for (const [key, html] of this.#html) {
      if (this.#html.size <= mostFormulas && this.#characters <= mostCharacters) return;
      this.#html.delete(key);
      this.#characters -= sizeOf(key, html);
    }
  }
}

function sizeOf(key: string, html: string): number {
  return key.length + html.length;
}
