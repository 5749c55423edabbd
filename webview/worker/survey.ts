import { measureOnTrace } from '../../src/experiments/kit/measureClaims';
import { record } from '../../src/experiments/kit/record';
import { startCpu } from '../../src/experiments/kit/tensor/backend';
import type { SurveyReport, SurveyRequest } from '../../src/protocol/workerMessages';
import { buffersOf, failureOf, nextTask } from './reporting';
import { checkedValues, findExperiment } from './trainingRun';

/** Sends a report to the page; the listed buffers move with it. */
export type PostSurvey = (report: SurveyReport, buffers: readonly ArrayBufferLike[]) => void;

/**
 * Carries out surveys in their order, on the CPU. Its worker must do nothing else: a run computes to its end in one go, and a survey
 * ends early only with its worker.
 */
export class SurveyService {
  readonly #post: PostSurvey;
  #queue: Promise<void> = Promise.resolve();
  #isReady = false;

  constructor(post: PostSurvey) {
    this.#post = post;
  }

  /** Takes a survey; what its runs give is reported through `post`. */
  accept(request: SurveyRequest): void {
    this.#queue = this.#queue.then(() => this.#serve(request));
  }

  /** Resolves when everything accepted so far is answered. */
  settled(): Promise<void> {
    return this.#queue;
  }

  async #serve(request: SurveyRequest): Promise<void> {
    if (!this.#isReady) await startCpu();
    this.#isReady = true;
    for (const index of request.runs.keys()) {
      this.#carryOut(request, index);
      await nextTask();
    }
  }

  #carryOut(request: SurveyRequest, index: number): void {
    const { surveyId } = request;
    try {
      const report = surveyed(request, index);
      this.#post(report, buffersOf([report.last]));
    } catch (error) {
      this.#post({ type: 'surveyFailed', surveyId, index, message: failureOf(error).message }, []);
    }
  }
}

/** The report of one run. Throws what the run throws, and where its settings are not allowed. */
function surveyed(
  { surveyId, experimentId, runs, locale }: SurveyRequest,
  index: number,
): Extract<SurveyReport, { type: 'surveyed' }> {
  const { params, seed } = runs[index]!;
  const { spec, run } = findExperiment(experimentId);
  const values = checkedValues(spec, params, locale);
  const trace = record(run, values, seed);
  const claims = measureOnTrace(spec, values, trace);
  return { type: 'surveyed', surveyId, index, setup: trace.setup, last: trace.frames.at(-1)!, claims };
}
