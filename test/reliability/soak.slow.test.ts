import { expect, it } from 'vitest';
import { countTensors } from '../../src/experiments/kit/tensor/program';
import type { RunReport, RunRequest } from '../../src/protocol/workerMessages';
import { TrainingService } from '../../webview/worker/trainingService';
import { isNightly, recordFigure } from '../kit/reliability';

/** One with a recurrent unit and one without a network: what they cost on the CPU allows many runs. */
const soaked = ['gradient-clipping', 'momentum'];

/** Frames that are computed in all. The page shows about 60 a second at its usual speed: so many are some hours of watching. */
const frameCount = isNightly ? 60_000 : 600;
const framesPerHour = 60 * 60 * 60;

/** Frames after which a run is left for the next one. */
const mostPerRun = isNightly ? 1000 : 60;

/** Frames that one request asks for. */
const batch = 20;

/** Bytes of the heap in use, after what is garbage has gone as far as Node can be made to. */
function heapUsed(): number {
  (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage().heapUsed;
}

/** The training service as the worker runs it, on the CPU, asked as the page asks; what it posts is looked at and dropped. */
class Watcher {
  readonly #service: TrainingService;
  #last: RunReport | undefined;
  #runId = 0;
  frames = 0;
  runs = 0;

  constructor() {
    this.#service = new TrainingService(
      (report) => {
        this.#last = report;
      },
      () => {},
    );
  }

  async #ask(request: RunRequest): Promise<RunReport | undefined> {
    this.#last = undefined;
    this.#service.accept(request);
    await this.#service.settled();
    return this.#last;
  }

  /** Watches one run, or the beginning of a long one, and leaves it. */
  async watch(experimentId: string, most: number): Promise<void> {
    const runId = ++this.#runId;
    const seed = runId;
    const started = await this.#ask({
      type: 'start',
      runId,
      experimentId,
      params: {},
      seed,
      backend: 'cpu',
      locale: 'de',
    });
    expect(started?.type).toBe('started');
    let seen = 0;
    for (let done = false; !done && seen < most; ) {
      const report = await this.#ask({ type: 'advance', runId, count: batch, budgetMilliseconds: 1e6 });
      if (report?.type !== 'frames') throw new Error(`${experimentId}: ${JSON.stringify(report)}`);
      done = report.done;
      seen += report.frames.length;
    }
    this.frames += seen;
    this.runs++;
    await this.#ask({ type: 'stop', runId });
  }
}

it('keeps no tensor from one run to the next, and its memory does not grow', {
  timeout: 1_800_000,
}, async () => {
  const watcher = new Watcher();
  for (const id of soaked) await watcher.watch(id, batch);
  const tensors = countTensors();
  const heaps: number[] = [];
  for (let run = 0; watcher.frames < frameCount; run++) {
    await watcher.watch(soaked[run % soaked.length] as string, mostPerRun);
    // Between runs nothing of them is left: neither of those that came to their end nor of those that were left.
    expect(countTensors()).toBe(tensors);
    heaps.push(heapUsed());
  }
  const third = Math.ceil(heaps.length / 3);
  const growth = Math.min(...heaps.slice(-third)) / Math.min(...heaps.slice(0, third));
  const hours = watcher.frames / framesPerHour;
  console.log(
    `${watcher.frames} frames in ${watcher.runs} runs = ${hours.toFixed(2)} h on the page; heap × ${growth.toFixed(2)}`,
  );
  expect(growth).toBeLessThan(1.5);
  recordFigure('soak-frames', watcher.frames);
  recordFigure('soak-heap-growth', Number(growth.toFixed(3)));
});
