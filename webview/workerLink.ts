import type { WorkerReport, WorkerRequest } from '../src/protocol/workerMessages';
import { isWorkerReport } from './isWorkerReport';

/** A worker that says nothing for this long after its start is not coming. */
const START_TIMEOUT_MILLISECONDS = 10_000;

/** Why there is no worker: it kept silent, or what the browser said. */
export type WorkerProblem =
  | { readonly kind: 'silent' }
  | { readonly kind: 'failed'; readonly reason: string };

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

  /** Starts the worker, in place of one that failed. Problems are told, not thrown. */
  async start(): Promise<void> {
    this.#end();
    const attempt = this.#attempt;
    try {
      const source = await sourceOf(this.#uri);
      if (attempt === this.#attempt) this.#run(source);
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
    if (this.#worker) this.#worker.postMessage(request);
    else this.#waiting.push(request);
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
    if (data.type === 'loaded') {
      clearTimeout(this.#timer);
      URL.revokeObjectURL(url);
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
