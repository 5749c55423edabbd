import type { ExperimentSpec, Trace } from '../src/experiments/kit/experiment';
import type { Locale } from '../src/experiments/kit/localized';
import { element } from './dom';
import type { Strings } from './strings';
import type { ThemeSource } from './theme';
import { createView } from './views/registry';
import type { LabView, RunOutline, ViewContext } from './views/view';

/** Time that pictures may take of one animation frame; what is left is drawn in the next. */
const DRAW_BUDGET_MILLISECONDS = 10;

/** The pictures of an experiment. They are drawn at most once an animation frame, one after the other, the longest waiting first. */
export class Stage {
  readonly element: HTMLElement;
  readonly #locale: Locale;
  readonly #strings: Strings;
  readonly #theme: ThemeSource;
  #views: readonly LabView[] = [];
  /** In the order in which they were asked for. */
  readonly #waiting = new Set<LabView>();
  #shown: { readonly trace: Trace; readonly frame: number } | undefined;
  #scheduled = 0;

  constructor(locale: Locale, strings: Strings, theme: ThemeSource) {
    this.#locale = locale;
    this.#strings = strings;
    this.#theme = theme;
    this.element = element('section', { class: 'stage', 'aria-label': strings.pictures });
    theme.onDidChange(() => this.#drawAll());
  }

  /** Puts up the empty pictures of another experiment. */
  setSpec(spec: ExperimentSpec): void {
    for (const view of this.#views) view.dispose();
    this.#waiting.clear();
    this.#shown = undefined;
    const context: ViewContext = {
      locale: this.#locale,
      strings: this.#strings,
      theme: () => this.#theme.current,
      stepsPerFrame: spec.stepsPerFrame,
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

  /** Shows a frame of the run as soon as the page paints. */
  show(trace: Trace, frame: number): void {
    this.#shown = { trace, frame };
    this.#drawAll();
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
