import type {
  SurveyReport,
  SurveyRequest,
  WorkerReport,
  WorkerRequest,
} from '../../src/protocol/workerMessages';
import type { WorkerProblem } from '../workerLink';

/** What is to be run; the link numbers it. */
export type Survey = Omit<SurveyRequest, 'type' | 'surveyId'>;

/** How a survey came to its end: all runs are reported, it was given up, or its worker failed. */
export type SurveyEnd = { readonly kind: 'done' } | { readonly kind: 'cancelled' } | WorkerProblem;

/** Who a survey is for. */
export interface SurveyListener {
  /** Called for each run, in their order. */
  readonly onReport: (report: SurveyReport) => void;
  /** Called once, after the last report. */
  readonly onEnd: (end: SurveyEnd) => void;
}

/** A worker that carries out surveys. */
export interface SurveyWorker {
  readonly post: (request: WorkerRequest) => void;
  /** Ends it in the midst of its work. */
  readonly stop: () => void;
}

/** Starts a worker; after a problem it reports nothing more. */
export type OpenSurveyWorker = (
  onReport: (report: WorkerReport) => void,
  onProblem: (problem: WorkerProblem) => void,
) => SurveyWorker;

/**
 * Carries out one survey at a time in a worker of its own, beside the run that the learner watches. The worker is started by the
 * first survey and kept for the next; a survey that is given up costs nothing more, as its worker ends with it.
 */
export class SurveyLink {
  readonly #open: OpenSurveyWorker;
  readonly #listeners = new Set<() => void>();
  #worker: SurveyWorker | undefined;
  #surveyId = 0;
  #current: { readonly runs: number; readonly listener: SurveyListener } | undefined;

  constructor(open: OpenSurveyWorker) {
    this.#open = open;
  }

  /** Whether a survey is under way. */
  get isBusy(): boolean {
    return this.#current !== undefined;
  }

  /** Calls back whenever a survey begins or has ended. */
  onDidChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /** Begins a survey of at least one run, in place of one that is under way. */
  start(survey: Survey, listener: SurveyListener): void {
    this.cancel();
    this.#surveyId++;
    this.#current = { runs: survey.runs.length, listener };
    this.#worker ??= this.#open(
      (report) => this.#receive(report),
      (problem) => this.#fail(problem),
    );
    this.#worker.post({ type: 'survey', surveyId: this.#surveyId, ...survey });
    this.#tell();
  }

  /** Gives up the survey that is under way, if any. */
  cancel(): void {
    if (!this.#current) return;
    this.#worker?.stop();
    this.#worker = undefined;
    this.#end({ kind: 'cancelled' });
  }

  /** Gives up what is under way and ends the worker, which knows an experiment that is no longer what it was. */
  renew(): void {
    this.cancel();
    this.#worker?.stop();
    this.#worker = undefined;
  }

  #receive(report: WorkerReport): void {
    if (report.type !== 'surveyed' && report.type !== 'surveyFailed') return;
    const current = this.#current;
    if (!current || report.surveyId !== this.#surveyId) return;
    current.listener.onReport(report);
    // The listener may have given the survey up.
    if (this.#current === current && report.index === current.runs - 1) this.#end({ kind: 'done' });
  }

  #fail(problem: WorkerProblem): void {
    this.#worker = undefined;
    this.#end(problem);
  }

  #end(end: SurveyEnd): void {
    const ended = this.#current;
    this.#current = undefined;
    ended?.listener.onEnd(end);
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
