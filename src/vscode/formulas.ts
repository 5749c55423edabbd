import * as vscode from 'vscode';
import { keepRecent } from '../core/maps';
import { FormulaBudget } from '../core/math/formulaBudget';
import type { FormulaImage, RenderFormula } from '../core/math/formulaImage';
import type { MathMacros, VaultMacros } from './mathMacros';
import type { Vault } from './vault';

/** Text colours of hovers; a formula is a picture and cannot see the theme. */
const textColors: Readonly<Record<vscode.ColorThemeKind, string>> = {
  [vscode.ColorThemeKind.Light]: '#1f1f1f',
  [vscode.ColorThemeKind.Dark]: '#d4d4d4',
  [vscode.ColorThemeKind.HighContrast]: '#ffffff',
  [vscode.ColorThemeKind.HighContrastLight]: '#000000',
};

const noMacros: VaultMacros = { preamble: '', key: '' };

/** Formulas kept ready; a hover shows a handful. */
const cacheSize = 500;

/** Formulas as pictures in the colour of the present theme. The renderer is loaded when the first one is needed. */
export class Formulas {
  readonly #macros: MathMacros;
  readonly #cache = new Map<string, FormulaImage | undefined>();
  #renderer: Promise<RenderFormula> | undefined;

  constructor(macros: MathMacros) {
    this.#macros = macros;
  }

  /**
   * A function that draws the formulas of one hover at once, for rendering that cannot wait. It knows the macros of the vault, if there is
   * one, and gives formulas up that take too long.
   */
  async renderer(
    vault: Vault | undefined,
  ): Promise<(tex: string, isDisplay: boolean) => FormulaImage | undefined> {
    this.#renderer ??= import('../core/math/formulaRenderer').then(({ renderFormula }) => renderFormula);
    const [render, { preamble, key }] = await Promise.all([
      this.#renderer,
      vault ? this.#macros.of(vault) : noMacros,
    ]);
    const color = textColors[vscode.window.activeColorTheme.kind];
    const budget = new FormulaBudget(() => performance.now());
    return (tex, isDisplay) =>
      this.#cached(`${key} ${color} ${isDisplay} ${tex}`, budget, (isTimeUp) =>
        render(tex, isDisplay, { color, fontSize: 15 }, { preamble, isTimeUp }),
      );
  }

  #cached(
    key: string,
    budget: FormulaBudget,
    render: (isTimeUp: () => boolean) => FormulaImage | undefined,
  ): FormulaImage | undefined {
    if (this.#cache.has(key)) return this.#cache.get(key);
    const { result, isGivenUp } = budget.spend(render);
    // The next hover may have the time.
    if (isGivenUp) return undefined;
    keepRecent(this.#cache, key, result, cacheSize);
    return result;
  }
}
