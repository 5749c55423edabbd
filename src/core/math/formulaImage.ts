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

/**
 * Draws a formula; `undefined` where it does not parse or is too long to be one.
 * An inline formula's picture is as tall above its baseline as below, so that `align="middle"` sets it on the line of the text.
 */
export type RenderFormula = (
  tex: string,
  isDisplay: boolean,
  style: FormulaStyle,
) => FormulaImage | undefined;
