import { cssColor } from '../color';
import { element } from '../dom';
import type { Theme } from '../theme';
import type { ColorScale } from './colorScaleSvg';

/** Shows a scale in a paragraph of the class `color-scale`, in place of what was there. */
export function showColorScale(target: HTMLElement, scale: ColorScale, theme: Theme): void {
  const { title, from, to, note, stops, isSplit } = scale;
  const bar = element('span', { class: `color-bar${isSplit ? ' color-bar-split' : ''}` });
  bar.style.background = `linear-gradient(to right, ${stops.map((color) => cssColor(color)).join(', ')})`;
  bar.style.setProperty('--mark', cssColor(theme.foreground));
  const range = element('span', { class: 'color-range' }, `${from} `, bar, ` ${to}`);
  target.replaceChildren(`${title}: `, range, note && ` ${note}`);
}
