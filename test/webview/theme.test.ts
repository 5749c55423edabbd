import { describe, expect, it } from 'vitest';
import { contrast, type Rgb } from '../../webview/color';
import { seriesStyles } from '../../webview/seriesStyle';
import { deriveTheme, orderedColors, type ThemeKind } from '../../webview/theme';
import { themes } from './themes.mjs';

const kinds: Readonly<Record<ThemeKind, keyof typeof themes>> = {
  dark: 'dark',
  light: 'light',
  'high-contrast': 'hc',
  'high-contrast-light': 'hc-light',
};

function themeOf(kind: ThemeKind) {
  const variables: Readonly<Record<string, string>> = themes[kinds[kind]].variables;
  return deriveTheme(kind, (name) => variables[name.replace('--vscode-', '')] ?? '');
}

/** Coefficients for linear light of Machado, Oliveira and Fernandes, "A Physiologically-based Model…" (2009), severity 1. */
const deficiencies = {
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const;

function seenWith(matrix: readonly number[], color: Rgb): Rgb {
  const linear = color.map((channel) => (channel / 255) ** 2.2);
  const row = (start: number) => {
    const sum = linear.reduce((total, value, index) => total + value * (matrix[start + index] ?? 0), 0);
    return Math.max(0, sum) ** (1 / 2.2) * 255;
  };
  return [row(0), row(3), row(6)];
}

const distance = (one: Rgb, other: Rgb) =>
  Math.hypot(...one.map((channel, index) => channel - (other[index] ?? 0)));

describe.each(Object.keys(kinds) as ThemeKind[])('pictures under the %s theme', (kind) => {
  const theme = themeOf(kind);

  it('have colours that stand out from the background', () => {
    for (const color of [...theme.categories, ...orderedColors(theme, 8)]) {
      expect(contrast(color, theme.background)).toBeGreaterThanOrEqual(3);
    }
  });

  it('have readable numbers on their axes', () => {
    expect(contrast(theme.quiet, theme.background)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(Object.entries(deficiencies))('tell blue and orange apart with %s', (_, matrix) => {
    const [blue, orange] = theme.categories.map((color) => seenWith(matrix, color));
    expect(blue && orange && distance(blue, orange)).toBeGreaterThan(60);
  });

  it('order the curves of a rising quantity by lightness', () => {
    const steps = orderedColors(theme, 8).map((color) => contrast(color, theme.background));
    const isDark = kind === 'dark' || kind === 'high-contrast';
    const rising = isDark ? steps : [...steps].reverse();
    expect(rising).toEqual([...rising].sort((a, b) => a - b));
  });
});

describe('series', () => {
  it('differ by more than their colour', () => {
    for (const scheme of ['categories', 'ordered'] as const) {
      const styles = seriesStyles(themeOf('dark'), 8, scheme);
      expect(new Set(styles.map(({ dash }) => dash.join(' '))).size).toBe(8);
    }
    const markers = seriesStyles(themeOf('dark'), 5, 'categories').map(({ marker }) => marker);
    expect(new Set(markers).size).toBe(5);
  });

  it('have a look also where the theme says nothing', () => {
    const bare = deriveTheme('dark', () => '');
    expect(contrast(bare.foreground, bare.background)).toBeGreaterThan(4.5);
    expect(bare.categories).toHaveLength(5);
  });

  it('take a colour that a theme paints faintly at full strength', () => {
    const faint = deriveTheme('dark', (name) => (name === '--vscode-charts-orange' ? '#d186167a' : ''));
    expect(faint.categories[1]).toEqual([0xd1, 0x86, 0x16]);
  });
});
