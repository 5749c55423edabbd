import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { countTensors } from '../../src/experiments/kit/tensor/program';
import type { RunReport, RunRequest } from '../../src/protocol/workerMessages';
import { isWorkerRequest } from '../../webview/worker/isWorkerRequest';
import { TrainingService } from '../../webview/worker/trainingService';

const START = {
  type: 'start',
  runId: 1,
  experimentId: 'gradient-clipping',
  params: { steps: 50, sequenceLength: 5 },
  seed: 1,
  backend: 'auto',
  locale: 'en',
} as const satisfies RunRequest;

/** A service in Node, where there is no WebGL, with everything that it has posted. */
function createService() {
  const reports: RunReport[] = [];
  const moved: ArrayBufferLike[] = [];
  const service = new TrainingService(
    (report, buffers) => {
      reports.push(report);
      moved.push(...buffers);
    },
    () => {},
  );
  /** Sends requests at once and waits until the last one is answered. */
  async function send(...requests: readonly RunRequest[]): Promise<readonly RunReport[]> {
    const before = reports.length;
    for (const request of requests) service.accept(request);
    await service.settled();
    return reports.slice(before);
  }
  return { send, moved };
}

function advance(count: number, budgetMilliseconds = 1e6): RunRequest {
  return { type: 'advance', runId: 1, count, budgetMilliseconds };
}

describe('TrainingService', () => {
  afterEach(() => vi.restoreAllMocks());

  it('reports where the run begins, and that there is no WebGL', async () => {
    const { send } = createService();
    const [started] = await send(START);
    expect(started).toMatchObject({
      type: 'started',
      runId: 1,
      frameCount: 51,
      backend: { name: 'cpu', renderer: 'JavaScript', reason: 'webgl-unavailable' },
      setup: { threshold: 0.3 },
    });
  });

  it('computes only what was asked for, counts frames from 0 and says when there are no more', async () => {
    const { send, moved } = createService();
    await send(START);
    const reports = [...(await send(advance(1))), ...(await send(advance(40), advance(40), advance(40)))];
    const seen = reports.map((report) =>
      report.type === 'frames' ? [report.index, report.frames.length, report.done] : report.type,
    );
    expect(seen).toEqual([
      [0, 1, false],
      [1, 40, false],
      [41, 10, true],
      [51, 0, true],
    ]);
    const arrays = reports.flatMap((report) =>
      report.type === 'frames'
        ? report.frames.flatMap((frame) => Object.values(frame).filter((value) => typeof value !== 'number'))
        : [],
    );
    expect(arrays.length).toBeGreaterThan(51);
    expect(moved.length).toBe(arrays.length);
  });

  it('stops at the budget, but never before one frame', async () => {
    const { send } = createService();
    await send(START);
    const [none] = await send(advance(40, 0));
    expect(none).toMatchObject({ type: 'frames', index: 0, frames: { length: 1 } });
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => now++);
    const [some] = await send(advance(40, 5));
    expect(some).toMatchObject({ type: 'frames', index: 1, frames: { length: 5 }, millisecondsPerFrame: 1 });
  });

  it('gives the same frames however they are pulled', async () => {
    const frames = async (...counts: readonly number[]) => {
      const { send } = createService();
      await send(START);
      const reports = await send(...counts.map((count) => advance(count)));
      return reports.flatMap((report) => (report.type === 'frames' ? report.frames : []));
    };
    expect(await frames(1, 2, 3, 4)).toEqual(await frames(10));
  });

  it('frees everything when stopped, and answers the stopped run no more', async () => {
    const { send } = createService();
    const before = countTensors();
    await send(START, advance(5));
    expect(countTensors()).toBeGreaterThan(before);
    expect(await send({ type: 'stop', runId: 1 }, advance(5))).toEqual([]);
    expect(countTensors()).toBe(before);
  });

  it('lets the next start end the former run', async () => {
    const { send } = createService();
    const before = countTensors();
    await send(START);
    const reports = await send(advance(5), { ...START, runId: 2 }, advance(5), { type: 'stop', runId: 2 });
    // The first advance was still in the queue when the page had lost interest in its run.
    expect(reports.map(({ type }) => type)).toEqual([]);
    expect(countTensors()).toBe(before);
  });

  it.each([
    { request: { ...START, experimentId: 'nothing' }, message: 'There is no experiment "nothing".' },
    { request: { ...START, params: { threshold: 50 } }, message: 'Threshold = 50 is outside 0.01 … 3' },
    {
      request: { ...START, locale: 'de', params: { threshold: 50 } } as const,
      message: 'Schwellwert = 50 liegt außerhalb von 0,01 … 3',
    },
  ])('says what is wrong: $message', async ({ request, message }) => {
    const { send } = createService();
    expect(await send(request)).toEqual([{ type: 'failed', runId: 1, message }]);
    expect(await send(advance(1))).toEqual([]);
  });

  it('goes on serving after a failure', async () => {
    const { send } = createService();
    await send({ ...START, experimentId: 'nothing' });
    expect(await send({ ...START, runId: 2, backend: 'cpu' })).toMatchObject([
      { type: 'started', runId: 2, backend: { reason: 'requested' } },
    ]);
  });
});

describe('isWorkerRequest', () => {
  it.each([START, advance(3), { type: 'stop', runId: 0 }])('accepts $type', (request) => {
    expect(isWorkerRequest(request)).toBe(true);
  });

  it.each([
    undefined,
    null,
    'start',
    {},
    { type: 'stop' },
    { type: 'stop', runId: -1 },
    { type: 'resume', runId: 1 },
    { ...START, seed: 2 ** 32 },
    { ...START, seed: 0.5 },
    { ...START, backend: 'wasm' },
    { ...START, params: [1] },
    { ...START, params: { steps: { more: 1 } } },
    { ...START, experimentId: 7 },
    { type: 'advance', runId: 1, count: 1 },
    { type: 'advance', runId: 1, count: '1', budgetMilliseconds: 8 },
  ])('refuses %o', (value) => {
    expect(isWorkerRequest(value)).toBe(false);
  });

  it('refuses whatever else comes, without throwing', () => {
    fc.assert(fc.property(fc.anything(), (value) => !isWorkerRequest(value)));
  });
});
