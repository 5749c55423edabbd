import type { WorkerReport, WorkerRequest } from '../src/protocol/workerMessages';
import { isWorkerReport } from './isWorkerReport';
import { ownWorkerSource, type RunnableOwn } from './ownWorkerSource';
import type { Strings } from './strings';

/** A worker that says nothing for this long after its start is not coming. */
const START_TIMEOUT_MILLISECONDS = 10_000;

/** A worker with a learner's own experiment that owes an answer for this long is ended: it hangs where no loop of it can be stopped. */
const ANSWER_TIMEOUT_MILLISECONDS = 10_000;

/** Why there is no worker: it kept silent, it hung in a learner's own experiment, or what the browser said. */
export type WorkerProblem =
  | { readonly kind: 'silent' }
  | { readonly kind: 'hung' }
  | { readonly kind: 'failed'; readonly reason: string };

/** Says why there is no worker. */
export function workerProblemText(problem: WorkerProblem, strings: Strings): string {
  if (problem.kind === 'failed') return strings.workerFailed(problem.reason);
  return problem.kind === 'hung' ? strings.ownHung : strings.workerSlow;
}

const sources = new Map<string, Promise<string>>();

async function fetchText(uri: string): Promise<string> {
  const response = await fetch(uri);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return response.text();
}

/** The worker's source, fetched once for all workers of the page; after a failure the next one fetches it again. */
function sourceOf(uri: string): Promise<string> {
  const source = sources.get(uri) ?? fetchText(uri);
  sources.set(uri, source);
  source.catch(() => sources.delete(uri));
  return source;
}

/**
 * A training worker. A webview may not start a worker from its own files, so the page fetches the source and starts it from a blob.
 * Requests posted before it runs are kept.
 */
export class WorkerLink {
  readonly #uri: string;
  readonly #onReport: (report: WorkerReport) => void;
  readonly #onProblem: (problem: WorkerProblem) => void;
  #own: RunnableOwn | undefined;
  #worker: Worker | undefined;
  #waiting: WorkerRequest[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts starts and stops: a source that comes after the next of them starts nothing. */
  #attempt = 0;

  constructor(
    uri: string,
    onReport: (report: WorkerReport) => void,
    onProblem: (problem: WorkerProblem) => void,
  ) {
    this.#uri = uri;
    this.#onReport = onReport;
    this.#onProblem = onProblem;
  }

  /** The learner's own experiment that the worker is started with; `undefined`: none. */
  get own(): RunnableOwn | undefined {
    return this.#own;
  }

  /** Starts the worker anew with a learner's own experiment, or with `undefined` without one. */
  async use(own: RunnableOwn | undefined): Promise<void> {
    this.#own = own;
    await this.start();
  }

  /** Starts the worker, in place of one that failed. Problems are told, not thrown. */
  async start(): Promise<void> {
    this.#end();
    const attempt = this.#attempt;
    try {
      const source = await sourceOf(this.#uri);
      if (attempt === this.#attempt) this.#run(this.#own ? ownWorkerSource(source, this.#own) : source);
    } catch (error) {
      if (attempt !== this.#attempt) return;
      this.#fail({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
    }
  }

  /** Ends the worker in the midst of its work; requests that wait for it are forgotten. */
  stop(): void {
    this.#end();
    this.#waiting = [];
  }

  post(request: WorkerRequest): void {
    if (!this.#worker) {
      this.#waiting.push(request);
      return;
    }
    this.#worker.postMessage(request);
    if (request.type === 'start' || request.type === 'advance') this.#expectAnswer();
  }

  /** Ends the worker when a learner's own experiment does not let it answer. */
  #expectAnswer(): void {
    if (!this.#own) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#fail({ kind: 'hung' }), ANSWER_TIMEOUT_MILLISECONDS);
  }

  #run(source: string): void {
    const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
    const worker = new Worker(url);
    this.#worker = worker;
    this.#timer = setTimeout(() => this.#fail({ kind: 'silent' }), START_TIMEOUT_MILLISECONDS);
    worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => this.#receive(data, url));
    worker.addEventListener('error', (event) =>
      this.#fail({ kind: 'failed', reason: event.message || 'error' }),
    );
    for (const request of this.#waiting) worker.postMessage(request);
    this.#waiting = [];
  }

  #receive(data: unknown, url: string): void {
    if (!isWorkerReport(data)) return;
    clearTimeout(this.#timer);
    if (data.type === 'loaded') {
      URL.revokeObjectURL(url);
      this.#expectAnswer();
    }
    this.#onReport(data);
  }

  #fail(problem: WorkerProblem): void {
    this.stop();
    this.#onProblem(problem);
  }

  #end(): void {
    this.#attempt++;
    clearTimeout(this.#timer);
    this.#worker?.terminate();
    this.#worker = undefined;
  }
}
