import { describe, expect, it } from 'vitest';
import type { RunReport, RunRequest } from '../../src/protocol/workerMessages';
import { RunLoop, type RunOrder } from '../../webview/runLoop';

type AdvanceRequest = Extract<RunRequest, { type: 'advance' }>;

const order: RunOrder = {
  experimentId: 'any',
  params: {},
  seed: 1,
  backend: 'auto',
  locale: 'de',
  frame: 0,
  play: false,
};

/** A worker that answers when told to, and a page whose clock the test moves. */
class Bench {
  readonly requests: RunRequest[] = [];
  readonly loop = new RunLoop(
    (request) => this.#accept(request),
    () => undefined,
  );
  /** The request that the worker has not answered yet. */
  unanswered: AdvanceRequest | undefined;
  readonly #frameCount: number;
  #computed = 0;
  #now = 0;

  constructor(frameCount = 10) {
    this.#frameCount = frameCount;
  }

  start(changes: Partial<RunOrder> = {}): this {
    this.loop.start({ ...order, ...changes });
    this.#computed = 0;
    this.report({ type: 'started', backend: { name: 'cpu', renderer: 'JavaScript' }, setup: {} });
    return this;
  }

  /** Answers the request under way with at most `most` frames. */
  answer(most = Number.POSITIVE_INFINITY): this {
    const request = this.unanswered;
    if (!request) throw new Error('No request is under way.');
    const count = Math.min(request.count, most, this.#frameCount - this.#computed);
    const index = this.#computed;
    this.#computed += count;
    const frames = Array.from({ length: count }, (_, offset) => ({ step: index + offset }));
    const done = this.#computed === this.#frameCount;
    this.unanswered = undefined;
    this.report({ type: 'frames', index, frames, done });
    return this;
  }

  answerAll(): this {
    while (this.unanswered) this.answer();
    return this;
  }

  report(part: Record<string, unknown>): void {
    const common = { runId: this.loop.state.runId, frameCount: this.#frameCount, millisecondsPerFrame: 1 };
    this.loop.receive({ ...common, ...part } as unknown as RunReport);
  }

  tick(milliseconds: number): this {
    this.#now += milliseconds;
    this.loop.tick(this.#now);
    return this;
  }

  get shown(): number {
    return this.loop.state.frame;
  }

  #accept(request: RunRequest): void {
    this.requests.push(request);
    this.unanswered = request.type === 'advance' ? request : undefined;
  }
}

describe('RunLoop', () => {
  it('computes the first frame at once and holds there', () => {
    const bench = new Bench().start().answerAll();
    expect(bench.loop.state).toMatchObject({ status: 'paused', frame: 0, recorded: 1, frameCount: 10 });
  });

  it('asks for nothing before the run has started', () => {
    const bench = new Bench();
    bench.loop.start({ ...order, play: true });
    bench.loop.step();
    expect(bench.requests.map((request) => request.type)).toEqual(['start']);
    expect(bench.loop.state).toMatchObject({ status: 'starting', frame: -1 });
  });

  it('has at most one request under way, however often it is asked to go on', () => {
    const bench = new Bench().start().answerAll();
    bench.loop.setSpeed(1000);
    bench.loop.play();
    for (let i = 0; i < 20; i++) bench.tick(50);
    bench.loop.play();
    bench.loop.finish();
    expect(bench.requests.filter((request) => request.type === 'advance')).toHaveLength(2);
  });

  it('plays at the set speed and records every frame', () => {
    const bench = new Bench().start({ play: true }).answerAll();
    bench.loop.setSpeed(10);
    const shown: number[] = [];
    for (let time = 0; time <= 500; time += 50) {
      bench.tick(50).answerAll();
      shown.push(bench.shown);
    }
    expect(shown).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5]);
    expect(bench.loop.trace?.frames.map((frame) => frame.step)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('does not pile up a debt when the worker is slower than the set speed', () => {
    const bench = new Bench(500).start({ play: true }).answerAll();
    bench.loop.setSpeed(20);
    for (let i = 0; i < 100; i++) bench.tick(100);
    bench.answer(1);
    expect(bench.unanswered?.count).toBeLessThanOrEqual(2);
  });

  it('takes up playing where it was after the page was hidden', () => {
    const bench = new Bench(500).start({ play: true }).answerAll();
    bench.loop.setSpeed(20);
    bench.tick(0).tick(60_000).answerAll().tick(0);
    expect(bench.shown).toBeLessThanOrEqual(2);
  });

  it('asks for the next frames as soon as some arrive when nothing limits the speed, and shows the newest', () => {
    const bench = new Bench(100);
    bench.loop.setSpeed(Number.POSITIVE_INFINITY);
    bench.start({ play: true }).answer().answer(7);
    expect(bench.shown).toBe(7);
    expect(bench.unanswered).toBeDefined();
    expect(bench.loop.needsTicks).toBe(false);
  });

  it('pauses at the shown frame and keeps what arrives later', () => {
    const bench = new Bench();
    bench.loop.setSpeed(Number.POSITIVE_INFINITY);
    bench.start({ play: true }).answer(1).answer(2);
    bench.loop.pause();
    bench.answer(3);
    expect(bench.loop.state).toMatchObject({ status: 'paused', frame: 2, recorded: 6 });
    expect(bench.unanswered).toBeUndefined();
  });

  it('steps one frame on and back, computing only the missing one', () => {
    const bench = new Bench().start().answerAll();
    bench.loop.step();
    expect(bench.unanswered?.count).toBe(1);
    bench.answer();
    bench.loop.step(-1);
    expect([bench.shown, bench.unanswered]).toEqual([0, undefined]);
    bench.loop.step();
    expect([bench.shown, bench.unanswered]).toEqual([1, undefined]);
  });

  it('counts steps that are asked for faster than the worker answers', () => {
    const bench = new Bench().start().answerAll();
    for (let i = 0; i < 3; i++) bench.loop.step();
    expect(bench.answerAll().shown).toBe(3);
  });

  it('is finished at the last frame and plays from the first again', () => {
    const bench = new Bench(4).start().answerAll();
    bench.loop.finish();
    expect(bench.answerAll().loop.state).toMatchObject({ status: 'finished', frame: 3, complete: true });
    bench.loop.play();
    expect(bench.loop.state).toMatchObject({ status: 'playing', frame: 0 });
  });

  it('knows the true number of frames of a run that ends early', () => {
    const bench = new Bench(10).start().answerAll();
    bench.loop.finish();
    bench.report({ type: 'frames', index: 1, frames: [{ step: 1 }], done: true });
    expect(bench.loop.state).toMatchObject({ status: 'finished', frame: 1, frameCount: 2 });
  });

  it('goes back to the first frame without computing anything', () => {
    const bench = new Bench(4).start().answerAll();
    bench.loop.finish();
    bench.answerAll().loop.reset();
    expect(bench.loop.state).toMatchObject({ status: 'paused', frame: 0, recorded: 4 });
    expect(bench.unanswered).toBeUndefined();
  });

  it('replays to a saved frame without showing the ones between', () => {
    const bench = new Bench(10).start({ frame: 6 });
    bench.answer(3);
    expect(bench.loop.state).toMatchObject({ status: 'replaying', frame: 0, destination: 6 });
    bench.answerAll();
    expect(bench.loop.state).toMatchObject({ status: 'paused', frame: 6 });
  });

  it('goes on from a saved frame if it was playing, and ends if that was the last one', () => {
    const bench = new Bench(10).start({ frame: 6, play: true }).answerAll();
    expect(bench.loop.state).toMatchObject({ status: 'playing', frame: 6 });
    const atEnd = new Bench(7);
    atEnd.loop.setSpeed(Number.POSITIVE_INFINITY);
    expect(atEnd.start({ frame: 6, play: true }).answerAll().loop.state.status).toBe('finished');
  });

  it('still reaches the saved frame when paused on the way', () => {
    const bench = new Bench(10).start({ frame: 6, play: true });
    bench.loop.pause();
    expect(bench.answerAll().loop.state).toMatchObject({ status: 'paused', frame: 6 });
  });

  it('shows the last frame where the saved one lies beyond the end', () => {
    const bench = new Bench(5).start({ frame: 99 }).answerAll();
    expect(bench.loop.state).toMatchObject({ status: 'finished', frame: 4 });
  });

  it('ignores reports of an earlier run', () => {
    const bench = new Bench().start({ play: true });
    const earlier = bench.loop.state.runId;
    bench.start();
    bench.report({ type: 'frames', runId: earlier, index: 0, frames: [{ step: 7 }], done: true });
    bench.report({ type: 'failed', runId: earlier, message: 'old' });
    expect(bench.loop.state).toMatchObject({ status: 'starting', recorded: 0, complete: false });
    expect(bench.answerAll().loop.trace?.frames).toEqual([{ step: 0 }]);
  });

  it('keeps what is recorded when a run fails, and starts it again on reset', () => {
    const bench = new Bench().start().answerAll();
    bench.loop.step();
    bench.answer();
    bench.loop.step();
    bench.report({ type: 'failed', message: 'diverged at step 3' });
    expect(bench.loop.state).toMatchObject({ status: 'failed', failure: 'diverged at step 3', frame: 1 });
    bench.loop.seek(0);
    expect(bench.shown).toBe(0);
    bench.loop.reset();
    expect(bench.requests.at(-1)).toMatchObject({ type: 'start', runId: 2, seed: 1 });
    expect(bench.loop.state.failure).toBeUndefined();
  });

  it('refuses a gap in the frames', () => {
    const bench = new Bench().start();
    bench.report({ type: 'frames', index: 5, frames: [{ step: 5 }], done: false });
    expect(bench.loop.state).toMatchObject({ status: 'failed', recorded: 0 });
  });

  it('tells that the backend was rebuilt and goes on', () => {
    const bench = new Bench().start({ play: true }).answerAll();
    bench.report({
      type: 'recovered',
      backend: { name: 'cpu', renderer: 'JavaScript', reason: 'context-lost' },
    });
    expect(bench.loop.state).toMatchObject({ status: 'playing', recovered: true, backend: { name: 'cpu' } });
  });
});
