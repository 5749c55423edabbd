import type { ExperimentSpec, Trace } from '../src/experiments/kit/experiment';
import type { Locale } from '../src/experiments/kit/localized';
import { element } from './dom';
import type { ExportRequest } from './export/exporter';
import type { PredictionSource } from './prediction/predictionSource';
import { prefersReducedMotion } from './reducedMotion';
import type { Strings } from './strings';
import type { ThemeSource } from './theme';
import { createView } from './views/registry';
import type { ExportTarget, Focus, LabView, RunOutline, ViewContext } from './views/view';

/** Time that pictures may take of one animation frame; what is left is drawn in the next. */
const DRAW_BUDGET_MILLISECONDS = 10;

/** Time between two pictures of a run for who wants little motion. */
const CALM_MILLISECONDS = 500;

/** The pictures of an experiment. They are drawn at most once an animation frame, one after the other, the longest waiting first. */
export class Stage {
  readonly element: HTMLElement;
  readonly #locale: Locale;
  readonly #strings: Strings;
  readonly #theme: ThemeSource;
  readonly #onExport: (request: ExportRequest) => void;
  readonly #predictions: PredictionSource;
  #views: readonly LabView[] = [];
  /** In the order in which they were asked for. */
  readonly #waiting = new Set<LabView>();
  #shown: { readonly trace: Trace; readonly frame: number } | undefined;
  #scheduled = 0;
  /** When a frame was shown last, and the next one that waits for its time. */
  #lastShown = Number.NEGATIVE_INFINITY;
  #calm: ReturnType<typeof setTimeout> | undefined;
  #focus: Focus | undefined;

  /** `onExport`: the learner saves a picture as it is shown, or its numbers. */
  constructor(
    locale: Locale,
    strings: Strings,
    theme: ThemeSource,
    predictions: PredictionSource,
    onExport: (request: ExportRequest) => void,
  ) {
    this.#onExport = onExport;
    this.#predictions = predictions;
    this.#locale = locale;
    this.#strings = strings;
    this.#theme = theme;
    this.element = element('section', { class: 'stage', 'aria-label': strings.pictures });
    theme.onDidChange(() => this.#drawAll());
    this.element.addEventListener('keydown', ({ key }) => key === 'Escape' && this.#setFocus(undefined));
  }

  /** Puts up the empty pictures of another experiment. */
  setSpec(spec: ExperimentSpec): void {
    for (const view of this.#views) view.dispose();
    this.#waiting.clear();
    clearTimeout(this.#calm);
    this.#calm = undefined;
    this.#shown = undefined;
    this.#focus = undefined;
    const context: ViewContext = {
      locale: this.#locale,
      strings: this.#strings,
      theme: () => this.#theme.current,
      stepsPerFrame: spec.stepsPerFrame,
      focus: () => this.#focus,
      setFocus: (focus) => this.#setFocus(focus),
      hasRun: () => this.#shown !== undefined,
      onExport: (viewId, target) => this.#export(spec, viewId, target),
      predictions: this.#predictions,
    };
    this.#views = spec.views.map((declaration) => {
      const view: LabView = createView(declaration, context, () => this.#request(view));
      return view;
    });
    this.element.replaceChildren(...this.#views.map((view) => view.element));
  }

  /** Another run begins; the pictures of the last stay until its first frame. */
  begin(run: RunOutline): void {
    this.#shown = undefined;
    for (const view of this.#views) view.begin(run);
  }

  /** Shows a frame of the run as soon as the page paints; where `isCalm`, at most two a second, the last one in any case. */
  show(trace: Trace, frame: number, isCalm = false): void {
    this.#shown = { trace, frame };
    const wait = isCalm ? this.#lastShown + CALM_MILLISECONDS - performance.now() : 0;
    if (wait <= 0) this.#showNow();
    else this.#calm ??= setTimeout(() => this.#showNow(), wait);
  }

  #showNow(): void {
    clearTimeout(this.#calm);
    this.#calm = undefined;
    this.#lastShown = performance.now();
    this.#drawAll();
  }

  /** Draws again what is shown, after a change of what pictures ask for. */
  redraw(): void {
    this.#drawAll();
  }

  /** Moves the keyboard focus to the chart of a view and brings it into sight. Does nothing where there is no such view. */
  focusView(viewId: string): void {
    const label = CSS.escape(`view-${viewId}`);
    const plot = this.element.querySelector<HTMLElement>(`[aria-labelledby=${label}] .plot`);
    plot?.focus({ preventScroll: true });
    plot?.scrollIntoView({ block: 'center' });
  }

  /** Scrolls no further than it takes to see the whole first picture, so that who starts a run sees it run. */
  bringIntoView(): void {
    const behavior = prefersReducedMotion() ? 'auto' : 'smooth';
    this.element.querySelector('figure')?.scrollIntoView({ block: 'nearest', behavior });
  }

  /** The same variant twice is put back among the others. */
  #setFocus(focus: Focus | undefined): void {
    const isSame = focus?.field === this.#focus?.field && focus?.index === this.#focus?.index;
    this.#focus = isSame ? undefined : focus;
    this.#drawAll();
  }

  #export(spec: ExperimentSpec, viewId: string, format: ExportTarget): void {
    const index = spec.views.findIndex(({ id }) => id === viewId);
    const [declaration, view] = [spec.views[index], this.#views[index]];
    if (!declaration || !view) return;
    const step = (this.#shown?.frame ?? 0) * spec.stepsPerFrame;
    this.#onExport({ declaration, view, format, step, theme: this.#theme.current });
  }

  #drawAll(): void {
    for (const view of this.#views) this.#request(view);
  }

  #request(view: LabView): void {
    this.#waiting.add(view);
    if (this.#scheduled === 0) this.#scheduled = requestAnimationFrame(() => this.#draw());
  }

  #draw(): void {
    this.#scheduled = 0;
    const end = performance.now() + DRAW_BUDGET_MILLISECONDS;
    for (const view of this.#waiting) {
      this.#waiting.delete(view);
      if (this.#shown) view.draw(this.#shown.trace, this.#shown.frame);
      if (performance.now() >= end) break;
    }
    if (this.#waiting.size > 0) this.#scheduled = requestAnimationFrame(() => this.#draw());
  }
}
