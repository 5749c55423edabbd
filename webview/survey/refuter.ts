import { testedSeeds } from '../../src/experiments/kit/claims';
import type { Claim, ExperimentSpec } from '../../src/experiments/kit/experiment';
import type { Locale } from '../../src/experiments/kit/localized';
import type { SurveyReport } from '../../src/protocol/workerMessages';
import { fullSettings } from '../fullSettings';
import type { WorkerProblem } from '../workerLink';
import type { SeedResult } from './refutation';
import { type DrawNumber, drawSeeds } from './seeds';
import type { SurveyLink } from './surveyLink';

/** How many further seeds one attempt tries. */
export const SEEDS_AN_ATTEMPT = 20;

/** What one run gave: a number for each claim of the experiment, or why there is none. */
type Outcome =
  | { readonly seed: number; readonly claims: readonly number[] }
  | { readonly seed: number; readonly failure: string };

/** All runs under one set of settings. */
interface Attempt {
  /** In the order in which they are run. */
  readonly seeds: readonly number[];
  readonly outcomes: readonly Outcome[];
  readonly isRunning: boolean;
  readonly problem?: WorkerProblem;
}

/** How far the attempt to refute a claim has come. */
export interface RefutationState {
  /** In the order in which they were run. */
  readonly results: readonly SeedResult[];
  /** How many seeds there will be when the runs that are under way are finished. */
  readonly planned: number;
  readonly isRunning: boolean;
  /** Whether another survey is under way, so that none can begin. */
  readonly isBlocked: boolean;
  /** Why the last attempt ended early. */
  readonly problem: WorkerProblem | undefined;
}

const nothingTried: Attempt = { seeds: [], outcomes: [], isRunning: false };

/** Tries to refute claims by running them over new seeds. All claims that are asserted under the same settings are judged by the same runs. */
export class Refuter {
  readonly #surveys: SurveyLink;
  readonly #locale: Locale;
  readonly #draw: DrawNumber;
  readonly #listeners = new Set<() => void>();
  #spec: ExperimentSpec | undefined;
  /** By settings. */
  #attempts = new Map<string, Attempt>();

  constructor(surveys: SurveyLink, locale: Locale, draw: DrawNumber) {
    this.#surveys = surveys;
    this.#locale = locale;
    this.#draw = draw;
    surveys.onDidChange(() => this.#tell());
  }

  /** Calls back after every change of what `stateOf` says. */
  onDidChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /** Turns to another experiment; what was found about the former one is forgotten. */
  setSpec(spec: ExperimentSpec): void {
    if (this.#isRunning) this.#surveys.cancel();
    this.#spec = spec;
    this.#attempts = new Map();
  }

  /** What is known about a claim of the experiment. */
  stateOf(claim: Claim): RefutationState {
    const { seeds, outcomes, isRunning, problem } = this.#attemptOf(claim);
    const index = this.#spec?.claims.indexOf(claim) ?? -1;
    const results = outcomes.map(
      (outcome): SeedResult =>
        'failure' in outcome
          ? { seed: outcome.seed, measured: Number.NaN, failure: outcome.failure }
          : { seed: outcome.seed, measured: outcome.claims[index] ?? Number.NaN },
    );
    const isBlocked = this.#surveys.isBusy && !isRunning;
    return { results, planned: seeds.length, isRunning, isBlocked, problem };
  }

  /** Runs the settings of a claim over further seeds that nobody has looked at. Does nothing while a survey is under way. */
  tryFurther(claim: Claim): void {
    const spec = this.#spec;
    if (!spec || this.#surveys.isBusy) return;
    const key = this.#keyOf(claim);
    const { outcomes } = this.#attemptOf(claim);
    const known = outcomes.map(({ seed }) => seed);
    const seeds = drawSeeds(SEEDS_AN_ATTEMPT, [...testedSeeds, ...known], this.#draw);
    this.#attempts.set(key, { seeds: [...known, ...seeds], outcomes, isRunning: true });
    const params = fullSettings(spec, claim);
    const runs = seeds.map((seed) => ({ params, seed }));
    this.#surveys.start(
      { experimentId: spec.id, runs, locale: this.#locale },
      {
        onReport: (report) => this.#add(key, seeds[report.index] ?? 0, report),
        onEnd: (end) => this.#end(key, end.kind === 'done' || end.kind === 'cancelled' ? undefined : end),
      },
    );
  }

  /** Gives up the attempt that is under way; what it has found stands. */
  cancel(): void {
    if (this.#isRunning) this.#surveys.cancel();
  }

  get #isRunning(): boolean {
    return [...this.#attempts.values()].some(({ isRunning }) => isRunning);
  }

  #keyOf(claim: Claim): string {
    return this.#spec ? JSON.stringify(fullSettings(this.#spec, claim)) : '';
  }

  #attemptOf(claim: Claim): Attempt {
    return this.#attempts.get(this.#keyOf(claim)) ?? nothingTried;
  }

  #add(key: string, seed: number, report: SurveyReport): void {
    const attempt = this.#attempts.get(key) ?? nothingTried;
    const outcome =
      report.type === 'surveyed' ? { seed, claims: report.claims } : { seed, failure: report.message };
    this.#attempts.set(key, { ...attempt, outcomes: [...attempt.outcomes, outcome] });
    this.#tell();
  }

  /** What was not run was never tried. */
  #end(key: string, problem: WorkerProblem | undefined): void {
    const { outcomes } = this.#attempts.get(key) ?? nothingTried;
    const seeds = outcomes.map(({ seed }) => seed);
    this.#attempts.set(key, { seeds, outcomes, isRunning: false, ...(problem && { problem }) });
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
