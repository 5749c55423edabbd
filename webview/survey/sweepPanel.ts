import type { ExperimentSpec } from '../../src/experiments/kit/experiment';
import type { Locale } from '../../src/experiments/kit/localized';
import type { ParamValue, SweepOrder } from '../../src/protocol/panelMessages';
import type { SurveyedRun } from '../../src/protocol/workerMessages';
import { describeValue } from '../controls/describeValue';
import { type ButtonWidget, createButton, createDropdown } from '../controls/toolkit';
import { element, setText } from '../dom';
import { formatMeasured, formatSetting } from '../numbers';
import { ProgressNews } from '../progressNews';
import type { Settings } from '../settingsHistory';
import type { Strings } from '../strings';
import type { ThemeSource } from '../theme';
import { workerProblemText } from '../workerLink';
import { SweepChart, type SweepChartActions } from './sweepChart';
import { runWith, SEED, type Sweeper, type SweepPlan, type SweepState } from './sweeper';
import { isUpToDate, SweepForm, settingName } from './sweepForm';
import { type Quantity, quantitiesOf, type SweepAxis, type SweptRun } from './sweepTrace';

const MILLISECONDS = 1000;
/** Significant digits of what a run took. */
const COST_DIGITS = 2;

/** What the learner does with a sweep. */
export interface SweepActions extends Pick<SweepChartActions, 'onExport'> {
  /** The learner wants to see the run of a swept value: every setting and the seed. */
  readonly onUse: (run: SurveyedRun) => void;
}

const isRun = (outcome: SweepState['outcomes'][number]): outcome is SweptRun =>
  outcome !== undefined && 'last' in outcome;

/** Below the pictures: sweeps any setting, and draws what was measured over its values. */
export class SweepPanel {
  readonly element: HTMLDetailsElement;
  readonly #locale: Locale;
  readonly #strings: Strings;
  readonly #sweeper: Sweeper;
  readonly #actions: SweepActions;
  readonly #formPlace = element('div');
  readonly #quantityPlace = element('div', { class: 'control sweep-quantity' });
  readonly #button: ButtonWidget;
  readonly #hint = element('span', { class: 'control-help' });
  readonly #progress = element('p', { class: 'sweep-progress' });
  /** The same for screen readers: from time to time, and how it ends. */
  readonly #spoken = element('p', { class: 'visually-hidden', role: 'status' });
  readonly #news = new ProgressNews();
  readonly #cost = element('p', { class: 'control-help' });
  readonly #chart: SweepChart;
  readonly #result = element('div', { class: 'sweep-result' });
  readonly #values = element('div', { class: 'sweep-values', role: 'group' });
  readonly #picked = element('span');
  readonly #use: ButtonWidget;
  readonly #notes = element('p', { class: 'control-help' });
  readonly #failures = element('ul', { class: 'sweep-failures' });
  #spec: ExperimentSpec | undefined;
  #form: SweepForm | undefined;
  #quantities: readonly Quantity[] = [];
  #quantity: Quantity | undefined;
  #settings: Settings = { params: {}, seed: 0 };
  #shownPlan: SweepPlan | undefined;

  constructor(locale: Locale, strings: Strings, theme: ThemeSource, sweeper: Sweeper, actions: SweepActions) {
    this.#locale = locale;
    this.#strings = strings;
    this.#sweeper = sweeper;
    this.#actions = actions;
    const { title, help, start, use, pickHint } = strings.sweep;
    this.#button = createButton('primary', start, undefined, () => this.#press());
    this.#use = createButton('secondary', use, undefined, () => this.#usePicked());
    this.#chart = new SweepChart(locale, strings, theme, {
      onPick: () => this.#showPicked(),
      onExport: actions.onExport,
    });
    this.#values.setAttribute('aria-label', pickHint);
    const picking = element('div', { class: 'sweep-picking' });
    picking.append(element('p', { class: 'control-help' }, pickHint), this.#values);
    picking.append(
      element('p', { class: 'sweep-picked' }, this.#picked, ' ', this.#use.element),
      this.#notes,
    );
    this.#result.append(this.#chart.element, picking);
    this.#result.hidden = true;
    const row = element(
      'div',
      { class: 'sweep-start' },
      this.#button.element,
      this.#hint,
      this.#progress,
      this.#spoken,
    );
    const heading = element('summary', { class: 'settings-heading' }, element('h2', {}, title));
    const body = element('div', { class: 'sweep-body' }, element('p', { class: 'control-help' }, help));
    body.append(this.#formPlace, this.#quantityPlace, row, this.#result, this.#failures, this.#cost);
    this.element = element('details', { class: 'sweep' }, heading, body);
    sweeper.onDidChange(() => this.#show());
  }

  /** Turns to another experiment; its settings are told next. */
  setSpec(spec: ExperimentSpec): void {
    this.#spec = spec;
    this.#form = new SweepForm(spec, this.#locale, this.#strings, () => this.#showButton());
    this.#formPlace.replaceChildren(this.#form.element);
    this.#quantities = quantitiesOf(spec);
    this.#quantity = this.#quantities[0];
    this.element.hidden = this.#quantities.length === 0;
    this.#quantityPlace.replaceChildren(...this.#createQuantityChoice());
    this.#sweeper.clear();
  }

  /** Sweeps what a note wants to have swept, in place of a sweep that is under way. While claims are being refuted, it is only set up. */
  open(sweep: SweepOrder): void {
    if (this.#quantities.length === 0) return;
    this.element.open = true;
    this.#sweeper.cancel();
    this.#form?.give(sweep);
    this.#showButton();
    this.#press();
  }

  /** What was swept last, where that is a number; `undefined`: nothing. */
  get order(): SweepOrder | undefined {
    const plan = this.#sweeper.state?.plan;
    const isNumber = plan !== undefined && this.#spec?.params[plan.target]?.kind === 'number';
    return isNumber ? { param: plan.target, values: plan.values.map(Number) } : undefined;
  }

  /** Tells the learner's own settings; calls no one. */
  setSettings(settings: Settings): void {
    this.#settings = settings;
    this.#form?.setSettings(settings);
    this.#show();
  }

  #createQuantityChoice(): readonly HTMLElement[] {
    const { quantity: label } = this.#strings.sweep;
    const entries = this.#quantities.map((quantity) => ({
      value: quantity.id,
      label: quantity.label[this.#locale],
    }));
    const dropdown = createDropdown(label, entries, this.#quantity?.id ?? '', (id) => {
      this.#quantity = this.#quantities.find((quantity) => quantity.id === id);
      this.#show();
    });
    return [element('div', { class: 'control-label', 'aria-hidden': 'true' }, label), dropdown.element];
  }

  #press(): void {
    if (this.#sweeper.isRunning) {
      this.#sweeper.cancel();
      return;
    }
    const plan = this.#form?.plan();
    if (this.#spec && plan) this.#sweeper.start(this.#spec, plan);
  }

  #show(): void {
    this.#showButton();
    const state = this.#sweeper.state;
    const progress = state ? this.#progressText(state) : '';
    setText(this.#progress, progress);
    this.#tell(progress);
    setText(this.#cost, state && state.done > 0 ? this.#costText(state) : '');
    const failures = state ? this.#failureTexts(state) : [];
    this.#failures.replaceChildren(...failures.map((text) => element('li', {}, text)));
    this.#showResult(state);
  }

  /** How it ends is said at once. */
  #tell(progress: string): void {
    const { isRunning } = this.#sweeper;
    const news = this.#news.next(isRunning, progress, performance.now());
    if (news !== undefined || !isRunning) setText(this.#spoken, news ?? progress);
  }

  #showButton(): void {
    const { sweep, survey } = this.#strings;
    const { isRunning, isBlocked } = this.#sweeper;
    this.#button.show(isRunning ? survey.cancel : sweep.start);
    const isRight = this.#form?.isRight === true;
    const reason = isBlocked ? sweep.blocked : isRight ? undefined : sweep.notRight;
    this.#button.disable(isRunning ? undefined : reason);
    setText(this.#hint, isBlocked ? sweep.blocked : '');
  }

  #progressText({ plan, done, end }: SweepState): string {
    const { progress, cancelled } = this.#strings.sweep;
    const total = plan.values.length;
    return end?.kind === 'cancelled' ? cancelled(done, total) : progress(done, total);
  }

  #costText({ done, milliseconds }: SweepState): string {
    const seconds = formatMeasured(milliseconds / done / MILLISECONDS, this.#locale, COST_DIGITS);
    return this.#strings.sweep.cost(seconds);
  }

  #failureTexts({ plan, outcomes, end }: SweepState): readonly string[] {
    const { sweep } = this.#strings;
    const failed = outcomes.flatMap((outcome, index) =>
      outcome && 'failure' in outcome
        ? [sweep.failed(this.#name(plan, plan.values[index]!), outcome.failure)]
        : [],
    );
    if (!end || end.kind === 'done' || end.kind === 'cancelled') return failed;
    return [...failed, workerProblemText(end, this.#strings)];
  }

  /** A swept value as people write it. */
  #name({ target }: SweepPlan, value: ParamValue): string {
    const param = this.#spec?.params[target];
    return describeValue(param, value, this.#locale, this.#strings);
  }

  /** The learner's own value of what a sweep varied. */
  #current({ target }: SweepPlan): ParamValue | undefined {
    return target === SEED ? this.#settings.seed : this.#settings.params[target];
  }

  #axis(plan: SweepPlan): SweepAxis {
    const { sweep } = this.#strings;
    const title = this.#title(plan);
    const current = this.#current(plan);
    const names = plan.values.map((value) => {
      const name = this.#name(plan, value);
      return value === current ? sweep.now(name) : name;
    });
    return {
      title: { de: title, en: title },
      values: plan.values.map((value, index) => (typeof value === 'number' ? value : index)),
      labels: names.map((name) => ({ de: name, en: name })),
    };
  }

  #title({ target }: SweepPlan): string {
    return this.#spec ? settingName(this.#spec, target, this.#locale, this.#strings) : target;
  }

  #showResult(state: SweepState | undefined): void {
    const runs = state?.outcomes.map((outcome) => (isRun(outcome) ? outcome : undefined)) ?? [];
    const isShown =
      state !== undefined && this.#quantity !== undefined && runs.some((run) => run !== undefined);
    this.#result.hidden = !isShown;
    if (!isShown || !this.#quantity) return;
    if (state.plan !== this.#shownPlan) this.#begin(state.plan);
    this.#chart.show(this.#quantity, this.#axis(state.plan), runs);
    this.#showPicked();
  }

  /** Another sweep is shown: its values are put up to be picked, the learner's own at first. */
  #begin(plan: SweepPlan): void {
    this.#shownPlan = plan;
    const buttons = plan.values.map((value, index) => {
      const attributes = { type: 'button', class: 'toggle-button' };
      const button = element('button', attributes, this.#name(plan, value));
      button.addEventListener('click', () => this.#chart.pick(index));
      return button;
    });
    this.#values.replaceChildren(...buttons);
    const current = this.#current(plan);
    this.#chart.pick(current === undefined ? 0 : Math.max(0, plan.values.indexOf(current)));
  }

  #showPicked(): void {
    const state = this.#sweeper.state;
    const value = state?.plan.values[this.#chart.picked];
    if (!state || value === undefined) return;
    const { plan, outcomes } = state;
    const { sweep } = this.#strings;
    const current = this.#current(plan);
    setText(this.#picked, sweep.picked(this.#title(plan), this.#name(plan, value)));
    for (const [index, button] of [...this.#values.children].entries()) {
      button.setAttribute('aria-pressed', String(index === this.#chart.picked));
      const name = this.#name(plan, plan.values[index]!);
      setText(button, plan.values[index] === current ? sweep.now(name) : name);
      button.classList.toggle('sweep-missing', !isRun(outcomes[index]));
    }
    const notes =
      current === undefined ? [] : [sweep.current(this.#title(plan), this.#ownValue(plan, current))];
    if (!isUpToDate(plan, this.#settings)) notes.push(sweep.otherSettings);
    setText(this.#notes, notes.join(' '));
  }

  #ownValue(plan: SweepPlan, current: ParamValue): string {
    return typeof current === 'number' ? formatSetting(current, this.#locale) : this.#name(plan, current);
  }

  #usePicked(): void {
    const plan = this.#sweeper.state?.plan;
    const value = plan?.values[this.#chart.picked];
    if (plan && value !== undefined) this.#actions.onUse(runWith(plan, value));
  }
}
