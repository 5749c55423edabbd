import { expect } from 'vitest';
import type { FormulaImage } from '../../src/core/math/formulaImage';
import { renderFormula } from '../../src/core/math/formulaRenderer';

/** How tests have formulas drawn. */
export const style = { color: '#123456', fontSize: 15 };
/** Draws a display formula. */
export const draw = (tex: string, preamble = ''): FormulaImage | undefined =>
  renderFormula(tex, true, style, { preamble });

/** The SVG of a formula; `''` where it is not drawn. */
export function svgOf(tex: string, preamble = ''): string {
  const data = draw(tex, preamble)?.source.split(',')[1] ?? '';
  return new TextDecoder().decode(Uint8Array.from(atob(data), (character) => character.charCodeAt(0)));
}

/** TeX within itself, so many levels deep. */
export const nested = (open: string, close: string, depth: number): string =>
  `${open.repeat(depth)}x${close.repeat(depth)}`;

/** `\b` is two times what `\a` is, and so on. */
export function doubling(first: string, next: (name: string) => string): string {
  const names = [...'abcdefghijklmnopqrst'];
  const definitions = names.slice(1).map((name, index) => `\\def\\${name}{${next(`\\${names[index]}`)}}`);
  return `\\def\\a{${first}}${definitions.join('')}\\t`;
}

/** A guard against hangs: all of them are given up in a fraction of a second, whatever the machine is busy with. */
const bombMilliseconds = 10_000;

/** Fails what takes too long. */
export function expectQuick(act: () => void): void {
  const begun = performance.now();
  act();
  expect(performance.now() - begun).toBeLessThan(bombMilliseconds);
}
