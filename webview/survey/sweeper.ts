import type { ExperimentSpec } from '../../src/experiments/kit/experiment';
import type { Locale } from '../../src/experiments/kit/localized';
import type { ParamValue, ParamValues } from '../../src/protocol/panelMessages';
import type { SurveyedRun, SurveyReport } from '../../src/protocol/workerMessages';
import type { SurveyEnd, SurveyLink } from './surveyLink';
import type { SweptRun } from './sweepTrace';

/** What stands for the seed among the settings that can be swept: no parameter has this name. */
export const SEED = '#seed';

/** What is to be swept. */
export interface SweepPlan {
  /** Name of the parameter, or `SEED`. */
  readonly target: string;
  /** In the order in which they are run and shown. */
  readonly values: readonly ParamValue[];
  /** All settings of the learner's own run; the swept one is replaced. */
  readonly params: ParamValues;
  readonly seed: number;
}

/** What one run of a sweep gave. */
export type SweepOutcome = SweptRun | { readonly failure: string };

/** How far a sweep has come. */
export interface SweepState {
  readonly plan: SweepPlan;
  /** One a value; `undefined`: not run, or not yet. */
  readonly outcomes: readonly (SweepOutcome | undefined)[];
  /** Runs that are finished or have failed. */
  readonly done: number;
  /** What they took together. */
  readonly milliseconds: number;
  /** `undefined` while runs are under way. */
  readonly end: SurveyEnd | undefined;
}

/** The settings of a run with one of the swept values. */
export function runWith({ target, params, seed }: SweepPlan, value: ParamValue): SurveyedRun {
  return target === SEED ? { params, seed: Number(value) } : { params: { ...params, [target]: value }, seed };
}

/** Sweeps a setting: one run for each value, one after the other in the background. */
export class Sweeper {
  readonly #surveys: SurveyLink;
  readonly #locale: Locale;
  readonly #now: () => number;
  readonly #listeners = new Set<() => void>();
  #state: SweepState | undefined;

  /** `now` gives milliseconds since any moment. */
  constructor(surveys: SurveyLink, locale: Locale, now: () => number) {
    this.#surveys = surveys;
    this.#locale = locale;
    this.#now = now;
    surveys.onDidChange(() => this.#tell());
  }

  /** The sweep that is under way, or else the last one; `undefined`: none yet. */
  get state(): SweepState | undefined {
    return this.#state;
  }

  /** Whether runs of a sweep are under way. */
  get isRunning(): boolean {
    return this.#state !== undefined && this.#state.end === undefined;
  }

  /** Whether another survey is under way, so that none can begin. */
  get isBlocked(): boolean {
    return this.#surveys.isBusy && !this.isRunning;
  }

  /** Calls back after every change of what is said here. */
  onDidChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /** Begins a sweep; the result of the former one is forgotten. Does nothing while a survey is under way. */
  start(spec: ExperimentSpec, plan: SweepPlan): void {
    if (this.#surveys.isBusy) return;
    const began = this.#now();
    const outcomes = plan.values.map(() => undefined);
    this.#state = { plan, outcomes, done: 0, milliseconds: 0, end: undefined };
    const runs = plan.values.map((value) => runWith(plan, value));
    this.#surveys.start(
      { experimentId: spec.id, runs, locale: this.#locale },
      {
        onReport: (report) => this.#add(report, this.#now() - began),
        onEnd: (end) => this.#change({ end }),
      },
    );
  }

  /** Gives up the sweep that is under way; what it has found stands. */
  cancel(): void {
    if (this.isRunning) this.#surveys.cancel();
  }

  /** Gives up the sweep and forgets what it has found. */
  clear(): void {
    this.cancel();
    this.#state = undefined;
    this.#tell();
  }

  #add(report: SurveyReport, milliseconds: number): void {
    const { outcomes = [], done = 0 } = this.#state ?? {};
    const outcome: SweepOutcome =
      report.type === 'surveyed' ? { setup: report.setup, last: report.last } : { failure: report.message };
    this.#change({ outcomes: outcomes.with(report.index, outcome), done: done + 1, milliseconds });
    this.#tell();
  }

  #change(changes: Partial<SweepState>): void {
    if (this.#state) this.#state = { ...this.#state, ...changes };
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
