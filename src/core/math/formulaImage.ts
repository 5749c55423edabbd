/** A formula as a picture that an `<img>` can show anywhere, sized for the text around it. */
export interface FormulaImage {
  /** `data:image/svg+xml;base64,…`, no reference to anything outside. */
  readonly source: string;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** How a formula is drawn. */
export interface FormulaStyle {
  /** Any CSS colour; a picture cannot see the editor's theme. */
  readonly color: string;
  /** Height of an em in CSS pixels. */
  readonly fontSize: number;
}

/** What a formula is read with. */
export interface FormulaOptions {
  /** TeX that defines macros; what of it fails is left out. Nothing by default. */
  readonly preamble?: string;
  /**
   * Asked again and again while a formula is drawn, which ends when the answer is yes. Without it a formula ends at a fixed amount of work
   * only, so that what comes out depends on the formula alone.
   */
  readonly isTimeUp?: () => boolean;
}

/**
 * Draws a formula; `undefined` where it does not parse, is too long or too large to be one, or takes too long.
 * An inline formula's picture is as tall above its baseline as below, so that `align="middle"` sets it on the line of the text.
 */
export type RenderFormula = (
  tex: string,
  isDisplay: boolean,
  style: FormulaStyle,
  options?: FormulaOptions,
) => FormulaImage | undefined;
