import type { Locale } from '../../src/experiments/kit/localized';
import { element } from '../dom';
import type { ExportRequest } from '../export/exporter';
import { type Strings, stringsFor } from '../strings';
import type { ThemeSource } from '../theme';
import { createView } from '../views/registry';
import type { ExportTarget, Focus, LabView, ViewContext } from '../views/view';
import {
  type Quantity,
  SWEPT,
  type SweepAxis,
  type SweepPicture,
  type SweptRun,
  sweepPicture,
} from './sweepTrace';

/** What the learner does with the chart. */
export interface SweepChartActions {
  /** Another value was picked; `picked` says which. */
  readonly onPick: () => void;
  /** The learner saves the chart or its numbers. */
  readonly onExport: (request: ExportRequest) => void;
}

/** The training step at which a run ended; 0 where its frames do not say. */
function lastStep(runs: readonly (SweptRun | undefined)[]): number {
  const step = runs.find((run) => run !== undefined)?.last.step;
  return typeof step === 'number' ? step : 0;
}

/** The chart of a sweep, drawn by what draws the responses of an experiment. One of the swept values is picked out. */
export class SweepChart {
  readonly element = element('div', { class: 'sweep-chart' });
  readonly #context: ViewContext;
  readonly #actions: SweepChartActions;
  readonly #theme: ThemeSource;
  #step = 0;
  #picture: SweepPicture | undefined;
  #view: LabView | undefined;
  #picked = 0;
  /** The line that the learner brought out, before all values. */
  #line: Focus | undefined;
  #scheduled = 0;

  constructor(locale: Locale, strings: Strings, theme: ThemeSource, actions: SweepChartActions) {
    this.#actions = actions;
    this.#theme = theme;
    this.#context = {
      locale,
      strings,
      theme: () => theme.current,
      stepsPerFrame: 1,
      focus: () => this.#line ?? { field: SWEPT, index: this.#picked },
      setFocus: (focus) => this.#setFocus(focus),
      onExport: (_, format) => this.#export(format),
    };
    theme.onDidChange(() => this.#requestDraw());
    this.element.addEventListener('keydown', ({ key }) => key === 'Escape' && this.#setFocus(undefined));
  }

  /** Index of the value that is picked out. */
  get picked(): number {
    return this.#picked;
  }

  /** Picks a value out. */
  pick(index: number): void {
    this.#picked = index;
    this.#line = undefined;
    this.#requestDraw();
    this.#actions.onPick();
  }

  /** Shows a quantity over the swept values; a run that is missing is a gap. */
  show(quantity: Quantity, axis: SweepAxis, runs: readonly (SweptRun | undefined)[]): void {
    const { locale, strings } = this.#context;
    const caption = { de: stringsFor('de').sweep.caption, en: stringsFor('en').sweep.caption };
    const picture = sweepPicture(quantity, axis, runs, { locale, caption, variant: strings.sweep.variant });
    if (!picture) return;
    const isSame = JSON.stringify(picture.view) === JSON.stringify(this.#picture?.view);
    this.#picture = picture;
    this.#step = lastStep(runs);
    if (!isSame || !this.#view) this.#create(picture);
    this.#view?.begin({ setup: picture.trace.setup, frameCount: 1 });
    this.#requestDraw();
  }

  #create({ view }: SweepPicture): void {
    this.#view?.dispose();
    this.#line = undefined;
    this.#view = createView(view, this.#context, () => this.#requestDraw());
    this.element.replaceChildren(this.#view.element);
  }

  /** A value that is picked is the one to run with; a line is only brought out, and put back when it is picked again. */
  #setFocus(focus: Focus | undefined): void {
    if (focus?.field === SWEPT) {
      this.pick(focus.index);
      return;
    }
    this.#line = focus?.index === this.#line?.index ? undefined : focus;
    this.#requestDraw();
  }

  #requestDraw(): void {
    if (this.#scheduled === 0) this.#scheduled = requestAnimationFrame(() => this.#draw());
  }

  #draw(): void {
    this.#scheduled = 0;
    if (this.#picture) this.#view?.draw(this.#picture.trace, 0);
  }

  #export(format: ExportTarget): void {
    if (!this.#picture || !this.#view) return;
    const [declaration, view, step] = [this.#picture.view, this.#view, this.#step];
    this.#actions.onExport({ declaration, view, format, step, theme: this.#theme.current });
  }
}
