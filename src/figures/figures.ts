import { attributesHtml, escapeHtml } from '../core/html';
import type { Locale } from '../experiments/kit/localized';
import { activationDerivative } from './activationDerivative';
import { dropoutMask } from './dropoutMask';
import { earlyStoppingCurve } from './earlyStoppingCurve';
import { completeValues, type Figure, type FigureControl, type FigureValues } from './figure';
import { labelSmoothingTargets } from './labelSmoothingTargets';
import { shrinkage } from './shrinkage';
import { vectorClipping } from './vectorClipping';

/** All figures. */
export const figures: readonly Figure[] = [
  vectorClipping,
  activationDerivative,
  shrinkage,
  labelSmoothingTargets,
  dropoutMask,
  earlyStoppingCurve,
];

/** The figures with the names that notes know their concepts by. */
export const figureCatalog: readonly Pick<Figure, 'id' | 'concepts'>[] = figures.map(({ id, concepts }) => ({
  id,
  concepts,
}));

/** The figure with this id; `undefined` where there is none. */
export function figureOf(id: string | undefined): Figure | undefined {
  return figures.find((figure) => figure.id === id);
}

const drawn = new Map<string, string>();

/** A figure as a page shows it without a script: closed, in its initial state, its controls hidden. `''` for an id that is none. */
export function figureHtml(id: string, locale: Locale): string {
  const figure = figureOf(id);
  if (!figure) return '';
  // A page is drawn anew with each keystroke.
  const html = drawn.get(`${locale} ${id}`) ?? htmlOf(figure, locale);
  drawn.set(`${locale} ${id}`, html);
  return html;
}

function htmlOf(figure: Figure, locale: Locale): string {
  const values = completeValues(figure);
  const { svg, text } = figure.draw(values, locale);
  const attributes = { class: 'll-figure', 'data-figure': figure.id, 'data-locale': locale };
  const title = `${{ de: 'Figur', en: 'Figure' }[locale]}: ${figure.title[locale]}`;
  return [
    `<details${attributesHtml(attributes)}><summary>${escapeHtml(title)}</summary>`,
    `<figure><figcaption>${escapeHtml(figure.description[locale])}</figcaption>`,
    `<div class="ll-figure-picture">${svg}</div>`,
    `<div class="ll-figure-controls" hidden>${controlsHtml(figure, values, locale)}</div>`,
    `<output class="ll-figure-text">${escapeHtml(text)}</output></figure></details>\n`,
  ].join('');
}

function controlsHtml({ controls }: Figure, values: FigureValues, locale: Locale): string {
  return Object.entries(controls)
    .map(([name, control]) => controlHtml(name, control, values[name] ?? control.initial, locale))
    .join('');
}

/** The number stands beside the slider for the eyes; who listens hears it from the slider. */
function controlHtml(name: string, control: FigureControl, value: number, locale: Locale): string {
  const label = `<span>${escapeHtml(control.label[locale])}</span>`;
  // A browser that comes back to a page would set the controls and leave the picture.
  const shared = { 'data-control': name, autocomplete: 'off' };
  if (control.kind === 'choice') {
    const options = control.options.map(
      (option, index) =>
        `<option value="${index}"${index === value ? ' selected' : ''}>${escapeHtml(option[locale])}</option>`,
    );
    return `<label>${label}<select${attributesHtml(shared)}>${options.join('')}</select></label>`;
  }
  const { min, max, step } = control;
  const shown = control.format(value, locale);
  const range = { type: 'range', ...shared, min, max, step, value, 'aria-valuetext': shown };
  return `<label>${label}<input${attributesHtml(range)}><span class="ll-figure-value" aria-hidden="true">${escapeHtml(shown)}</span></label>`;
}
