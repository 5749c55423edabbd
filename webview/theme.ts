import {
  contrast,
  ensureContrast,
  mix,
  parseColor,
  parseOpaqueColor,
  type Rgb,
  withLightness,
} from './color';

/** The kinds of theme that VS Code has. */
export type ThemeKind = 'light' | 'dark' | 'high-contrast' | 'high-contrast-light';

/** A picture's smallest contrast with what is behind it, and text's (WCAG 2.2, 1.4.11 and 1.4.3). */
const pictureContrast = 3;
const textContrast = 4.5;

/** The look of the pictures, taken from the editor's theme. Colours are fully opaque. */
export interface Theme {
  readonly kind: ThemeKind;
  readonly background: Rgb;
  readonly foreground: Rgb;
  /** For axes' numbers and titles: readable text. */
  readonly quiet: Rgb;
  readonly grid: Rgb;
  readonly fontFamily: string;
  /** CSS pixels. */
  readonly fontSize: number;
  /** Clearly different colours in a fixed order; the first three are told apart with any kind of colour blindness. */
  readonly categories: readonly Rgb[];
  /** For signs and words of success and of failure: readable as text. */
  readonly success: Rgb;
  readonly failure: Rgb;
}

const black: Rgb = [0, 0, 0];
const white: Rgb = [255, 255, 255];

/** Blue and orange first: no kind of colour blindness confuses them. */
const categoryVariables = [
  '--vscode-charts-blue',
  '--vscode-charts-orange',
  '--vscode-charts-purple',
  '--vscode-charts-green',
  '--vscode-charts-red',
] as const;

/** The editor's theme of a body with VS Code's classes. */
function themeKindOf(classes: DOMTokenList): ThemeKind {
  if (classes.contains('vscode-high-contrast-light')) return 'high-contrast-light';
  if (classes.contains('vscode-high-contrast')) return 'high-contrast';
  return classes.contains('vscode-light') ? 'light' : 'dark';
}

/** Derives the look of the pictures from the editor's variables; `read` gives a variable's value, empty where the theme has none. */
export function deriveTheme(kind: ThemeKind, read: (variable: string) => string): Theme {
  const isDark = kind === 'dark' || kind === 'high-contrast';
  const color = (variable: string, backdrop: Rgb, otherwise: Rgb) =>
    parseColor(read(variable), backdrop) ?? otherwise;
  const background = color('--vscode-editor-background', isDark ? black : white, isDark ? black : white);
  const foreground = color('--vscode-editor-foreground', background, isDark ? white : black);
  const text = (variable: string) =>
    ensureContrast(color(variable, background, foreground), background, foreground, textContrast);
  return {
    kind,
    background,
    foreground,
    quiet: text('--vscode-descriptionForeground'),
    success: text('--vscode-charts-green'),
    failure: text('--vscode-errorForeground'),
    grid: mix(background, foreground, kind.startsWith('high-contrast') ? 0.35 : 0.14),
    fontFamily: read('--vscode-font-family') || 'sans-serif',
    fontSize: Number.parseFloat(read('--vscode-font-size')) || 13,
    categories: categoryVariables.map((variable) =>
      ensureContrast(parseOpaqueColor(read(variable)) ?? foreground, background, foreground, pictureContrast),
    ),
  };
}

/**
 * `count` colours in an order that is seen as one: hue and lightness both go one way, and each stands out from the background.
 * For curves that belong to rising values of one quantity.
 */
export function orderedColors(theme: Theme, count: number): readonly Rgb[] {
  const [blue = theme.foreground, orange = blue, purple = blue] = theme.categories;
  // By way of purple: straight from blue to orange the middle would be grey.
  const hueAt = (share: number) =>
    share < 0.5 ? mix(blue, purple, share * 2) : mix(purple, orange, share * 2 - 1);
  const isDark = contrast(theme.background, white) > contrast(theme.background, black);
  const [from, to] = isDark ? [0.58, 0.9] : [0.3, 0.66];
  return Array.from({ length: count }, (_, index) => {
    const share = count === 1 ? 0 : index / (count - 1);
    const shaded = withLightness(hueAt(share), from + (to - from) * share);
    return ensureContrast(shaded, theme.background, theme.foreground, pictureContrast);
  });
}

/** Follows the editor's theme. */
export class ThemeSource {
  readonly #listeners = new Set<() => void>();
  readonly #observer: MutationObserver;
  #current: Theme;

  constructor() {
    this.#current = this.#read();
    this.#observer = new MutationObserver(() => this.#refresh());
    this.#observer.observe(document.body, { attributes: true, attributeFilter: ['class'] });
    // The variables themselves are on the root element; they change without the class when one dark theme follows another.
    this.#observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });
  }

  get current(): Theme {
    return this.#current;
  }

  /** Calls back after every change of the theme. */
  onDidChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  #read(): Theme {
    const styles = getComputedStyle(document.body);
    return deriveTheme(themeKindOf(document.body.classList), (variable) =>
      styles.getPropertyValue(variable).trim(),
    );
  }

  #refresh(): void {
    const next = this.#read();
    if (JSON.stringify(next) === JSON.stringify(this.#current)) return;
    this.#current = next;
    for (const listener of this.#listeners) listener();
  }
}

/** A canvas font in the editor's family. `scale` relative to the editor's size. */
export function canvasFont(theme: Theme, scale = 0.85): string {
  return `${Math.round(theme.fontSize * scale * 10) / 10}px ${theme.fontFamily}`;
}
