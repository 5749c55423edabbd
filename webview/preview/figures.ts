import type { Locale } from '../../src/experiments/kit/localized';
import { completeValues, type Figure, type FigureValues } from '../../src/figures/figure';
import { figureOf } from '../../src/figures/figures';

/** A figure on the page. */
interface ShownFigure {
  readonly element: HTMLElement;
  readonly figure: Figure;
  readonly locale: Locale;
}

/** What learners have set, by the figure's id: the page that comes after an edit knows nothing of it. */
const remembered = new Map<string, FigureValues>();
let isListening = false;

/** Makes the figures below `root` move, those that were set before as they were. May be called again at any time. */
export function reviveFigures(root: ParentNode): void {
  listen();
  for (const element of root.querySelectorAll('details.ll-figure')) {
    const shown = shownFigure(element);
    if (shown) revive(shown);
  }
}

/** On the document, since the page's own elements come and go. */
function listen(): void {
  if (isListening) return;
  isListening = true;
  document.addEventListener('input', ({ target }) => {
    const shown = shownFigure(target);
    if (!shown) return;
    remembered.set(shown.figure.id, controlValues(shown));
    redraw(shown);
  });
  // Two quick clicks at a slider would open the editor.
  document.addEventListener(
    'dblclick',
    (event) => {
      if (shownFigure(event.target)) event.stopPropagation();
    },
    true,
  );
}

function shownFigure(target: EventTarget | null): ShownFigure | undefined {
  const element = target instanceof Element ? target.closest<HTMLElement>('details.ll-figure') : null;
  const figure = figureOf(element?.dataset.figure);
  if (!element || !figure) return undefined;
  const locale = element.dataset.locale === 'en' ? 'en' : 'de';
  return { element, figure, locale };
}

function revive(shown: ShownFigure): void {
  for (const controls of shown.element.querySelectorAll<HTMLElement>('.ll-figure-controls')) {
    controls.hidden = false;
  }
  const values = remembered.get(shown.figure.id);
  if (!values) return;
  for (const control of controlsOf(shown)) {
    control.value = String(values[control.dataset.control ?? ''] ?? control.value);
  }
  redraw(shown);
}

type Control = HTMLInputElement | HTMLSelectElement;

function controlsOf({ element }: ShownFigure): readonly Control[] {
  return [...element.querySelectorAll<Control>('[data-control]')];
}

function controlValues(shown: ShownFigure): FigureValues {
  const given = controlsOf(shown).map(({ dataset, value }) => [dataset.control ?? '', Number(value)]);
  return completeValues(shown.figure, Object.fromEntries(given));
}

function redraw(shown: ShownFigure): void {
  const { element, figure, locale } = shown;
  const values = controlValues(shown);
  const { svg, text } = figure.draw(values, locale);
  const picture = element.querySelector('.ll-figure-picture');
  if (picture) picture.innerHTML = svg;
  setText(element.querySelector('.ll-figure-text'), text);
  for (const input of controlsOf(shown)) {
    const name = input.dataset.control ?? '';
    const control = figure.controls[name];
    if (control?.kind !== 'range') continue;
    const written = control.format(values[name] ?? control.initial, locale);
    input.setAttribute('aria-valuetext', written);
    setText(input.nextElementSibling, written);
  }
}

/** A text that stays is not announced again. */
function setText(element: Element | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}
