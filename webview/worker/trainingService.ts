import type { Frame } from '../../src/experiments/kit/experiment';
import { startCpu, startWebgl, type TensorBackend } from '../../src/experiments/kit/tensor/backend';
import type { BackendInfo, RunReport, RunRequest } from '../../src/protocol/workerMessages';
import { buffersOf, failureOf, nextTask } from './reporting';
import { TrainingRun } from './trainingRun';

type StartRequest = Extract<RunRequest, { type: 'start' }>;
type AdvanceRequest = Extract<RunRequest, { type: 'advance' }>;

/** After that many lost contexts in one run it goes on without WebGL. */
const MOST_LOSSES = 3;
/** Replaying lets requests in after that many milliseconds, so that a stopped run does not go on. */
const REPLAY_SLICE = 50;

/** Sends a report to the page; the listed buffers move with it. */
export type Post = (report: RunReport, buffers: readonly ArrayBufferLike[]) => void;

/**
 * Serves the page's requests in their order: one run at a time on one backend. A frame is posted only if the context was alive
 * after it was read; when it was lost, the run is started again on a fresh context and replayed to the same frame.
 */
export class TrainingService {
  readonly #post: Post;
  readonly #showCanvas: (canvas: OffscreenCanvas | undefined) => void;
  #queue: Promise<void> = Promise.resolve();
  /** The run that the page wants, known as soon as its request arrives, before its turn in the queue. */
  #wanted: number | undefined;
  #backend: TensorBackend | undefined;
  #reason: BackendInfo['reason'];
  #run: TrainingRun | undefined;
  #losses = 0;

  /** @param showCanvas is told the canvas whose context computes whenever that changes; for tests that make it lose its context */
  constructor(post: Post, showCanvas: (canvas: OffscreenCanvas | undefined) => void) {
    this.#post = post;
    this.#showCanvas = showCanvas;
  }

  /** Takes a request; what follows from it is reported through `post`. */
  accept(request: RunRequest): void {
    if (request.type === 'start') this.#wanted = request.runId;
    if (request.type === 'stop' && request.runId === this.#wanted) this.#wanted = undefined;
    this.#queue = this.#queue.then(() => this.#serve(request));
  }

  /** Resolves when everything accepted so far is answered. */
  settled(): Promise<void> {
    return this.#queue;
  }

  async #serve(request: RunRequest): Promise<void> {
    try {
      if (request.type === 'start') await this.#start(request);
      else if (request.runId !== this.#run?.id) return;
      else if (request.type === 'stop') this.#end();
      else if (request.runId === this.#wanted) await this.#advance(this.#run, request);
    } catch (error) {
      this.#end();
      this.#post({ type: 'failed', runId: request.runId, ...failureOf(error) }, []);
    }
  }

  #end(): void {
    this.#run?.dispose();
    this.#run = undefined;
  }

  get #info(): BackendInfo {
    const { name, renderer } = this.#backend!;
    return { name, renderer, ...(this.#reason && { reason: this.#reason }) };
  }

  async #start(request: StartRequest): Promise<void> {
    this.#end();
    if (request.runId !== this.#wanted) return;
    this.#losses = 0;
    if (request.backend === 'cpu') await this.#useCpu('requested');
    else await this.#useWebgl('webgl-unavailable');
    this.#run = await this.#begin(request);
    const { setup, frameCount } = this.#run;
    this.#post({ type: 'started', runId: request.runId, backend: this.#info, setup, frameCount }, []);
  }

  /** Setting up computes too, so the context may be lost here as well. */
  async #begin(request: StartRequest): Promise<TrainingRun> {
    for (;;) {
      const run = this.#unlessLost(() => new TrainingRun(request));
      if (run !== 'lost') return run;
      await this.#replaceContext();
    }
  }

  /** What `compute` returns, or `lost` where the context was lost before it returned or threw. */
  #unlessLost<T>(compute: () => T): T | 'lost' {
    try {
      const result = compute();
      return this.#backend!.isLost() ? 'lost' : result;
    } catch (error) {
      if (this.#backend!.isLost()) return 'lost';
      throw error;
    }
  }

  async #useWebgl(reasonIfNot: BackendInfo['reason']): Promise<void> {
    if (this.#backend?.name === 'webgl' && !this.#backend.isLost()) return;
    const webgl = await startWebgl();
    if (!webgl) return this.#useCpu(reasonIfNot);
    this.#adopt(webgl, undefined);
  }

  async #useCpu(reason: BackendInfo['reason']): Promise<void> {
    this.#adopt(await startCpu(), reason);
  }

  #adopt(backend: TensorBackend, reason: BackendInfo['reason']): void {
    this.#backend = backend;
    this.#reason = reason;
    this.#showCanvas(backend.canvas);
  }

  async #replaceContext(): Promise<void> {
    this.#losses++;
    if (this.#losses > MOST_LOSSES) await this.#useCpu('context-lost');
    else await this.#useWebgl('context-lost');
  }

  async #advance(run: TrainingRun, { runId, count, budgetMilliseconds }: AdvanceRequest): Promise<void> {
    const index = run.index;
    const frames: Frame[] = [];
    let elapsed = 0;
    while (frames.length < count && (frames.length === 0 || elapsed < budgetMilliseconds)) {
      const next = await this.#nextFrame(run);
      elapsed += next.milliseconds;
      if (!next.frame) break;
      frames.push(next.frame);
    }
    if (this.#wanted !== runId) return;
    const millisecondsPerFrame = elapsed / Math.max(frames.length, 1);
    const report = { type: 'frames', runId, index, frames, done: run.isAtEnd, millisecondsPerFrame } as const;
    this.#post(report, buffersOf(frames));
  }

  /** The next frame, `undefined` behind the last, with the time it took; what a recovery took is not its time. */
  async #nextFrame(
    run: TrainingRun,
  ): Promise<{ readonly frame: Frame | undefined; readonly milliseconds: number }> {
    for (;;) {
      const [index, began] = [run.index, performance.now()];
      const frame = this.#unlessLost(() => run.next());
      if (frame !== 'lost') return { frame, milliseconds: performance.now() - began };
      await this.#recover(run, index);
    }
  }

  /** Brings the run back to where frame `index` comes next. */
  async #recover(run: TrainingRun, index: number): Promise<void> {
    do {
      run.dispose();
      await this.#replaceContext();
    } while (!(await this.#replay(run, index)));
    this.#post({ type: 'recovered', runId: run.id, backend: this.#info }, []);
  }

  /** Whether the replay came to its end, or to that of the page's interest, without another lost context. */
  async #replay(run: TrainingRun, index: number): Promise<boolean> {
    if (this.#unlessLost(() => run.restart()) === 'lost') return false;
    let sliceBegan = performance.now();
    while (run.index < index && this.#wanted === run.id) {
      if (this.#unlessLost(() => run.next()) === 'lost') return false;
      if (performance.now() - sliceBegan > REPLAY_SLICE) {
        await nextTask();
        sliceBegan = performance.now();
      }
    }
    return true;
  }
}
