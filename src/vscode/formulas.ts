import * as vscode from 'vscode';
import type { FormulaImage, RenderFormula } from '../core/math/formulaImage';

/** Text colours of hovers; a formula is a picture and cannot see the theme. */
const textColors: Readonly<Record<vscode.ColorThemeKind, string>> = {
  [vscode.ColorThemeKind.Light]: '#1f1f1f',
  [vscode.ColorThemeKind.Dark]: '#d4d4d4',
  [vscode.ColorThemeKind.HighContrast]: '#ffffff',
  [vscode.ColorThemeKind.HighContrastLight]: '#000000',
};

/** Formulas kept ready; a hover shows a handful. */
const cacheSize = 500;

/** Formulas as pictures in the colour of the present theme. The renderer is loaded when the first one is needed. */
export class Formulas {
  readonly #cache = new Map<string, FormulaImage | undefined>();
  #renderer: Promise<RenderFormula> | undefined;

  /** A function that draws formulas at once, for rendering that cannot wait. */
  async renderer(): Promise<(tex: string, isDisplay: boolean) => FormulaImage | undefined> {
    this.#renderer ??= import('../core/math/formulaRenderer').then(({ renderFormula }) => renderFormula);
    const render = await this.#renderer;
    const color = textColors[vscode.window.activeColorTheme.kind];
    return (tex, isDisplay) =>
      this.#cached(`${color} ${isDisplay} ${tex}`, () => render(tex, isDisplay, { color, fontSize: 15 }));
  }

  #cached(key: string, render: () => FormulaImage | undefined): FormulaImage | undefined {
    if (this.#cache.has(key)) return this.#cache.get(key);
    const image = render();
    const oldest = this.#cache.keys().next();
    if (this.#cache.size >= cacheSize && !oldest.done) this.#cache.delete(oldest.value);
    this.#cache.set(key, image);
    return image;
  }
}
