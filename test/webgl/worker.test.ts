import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumFlags, chromiumFlagsWithoutWebgl } from '../../scripts/lib/chromium.mjs';
import { checkParams } from '../../src/experiments/kit/checkParams';
import { isWithin } from '../../src/experiments/kit/claims';
import type { Trace } from '../../src/experiments/kit/experiment';
import { record } from '../../src/experiments/kit/record';
import { startCpu } from '../../src/experiments/kit/tensor/backend';
import { findRunner } from '../../src/experiments/runners.gen';
import { findSpec, specs } from '../../src/experiments/specs.gen';
import { ChromiumLab } from './chromiumLab';

/** Milliseconds from `start` to the first frame: ten times what two idle cores take with software WebGL, as others may use them. */
const FIRST_FRAME = 5000;

describe('on WebGL', () => {
  let lab: ChromiumLab;
  beforeAll(async () => {
    lab = await ChromiumLab.open(chromiumFlags);
  });
  afterAll(() => lab.close());

  it.each(specs)('$id shows what it claims', async (spec) => {
    const began = performance.now();
    const { setup, backend, frameCount } = await lab.start(spec.id);
    const first = await lab.advance(1);
    const firstFrame = performance.now() - began;
    const drawsBefore = await lab.countDraws();
    const rest = await lab.finish();
    const seconds = (performance.now() - began - firstFrame) / 1000;
    const draws = ((await lab.countDraws()) - drawsBefore) / rest.length;

    const steps = rest.length * spec.stepsPerFrame;
    console.log(
      `${spec.id} on ${backend.renderer}: first frame after ${firstFrame.toFixed(0)} ms, then ${steps} steps in ` +
        `${seconds.toFixed(1)} s (${(steps / seconds).toFixed(0)} a second), ${draws.toFixed(1)} draws a frame`,
    );
    expect(backend.name).toBe('webgl');
    expect(backend.reason).toBeUndefined();
    expect(rest.length + 1).toBe(frameCount);
    expect(firstFrame).toBeLessThan(FIRST_FRAME);
    const byDefault = JSON.stringify({});
    const traces = new Map<string, Trace>([
      [byDefault, { setup, frames: [...first.frames.frames, ...rest] }],
    ]);
    for (const claim of spec.claims) {
      const settings = JSON.stringify(claim.params ?? {});
      const trace = traces.get(settings) ?? (await lab.record(spec.id, { params: JSON.parse(settings) }));
      traces.set(settings, trace);
      const measured = claim.measure(trace);
      console.log(`  ${claim.id}: ${measured}`);
      if (claim.over === 'every-seed')
        expect(isWithin(measured, claim.bound), `${claim.id}: ${measured}`).toBe(true);
    }
  });
});

describe('when the context is lost', () => {
  let lab: ChromiumLab;
  beforeAll(async () => {
    lab = await ChromiumLab.open(chromiumFlags);
  });
  afterAll(() => lab.close());

  it.each([
    { experimentId: 'gradient-clipping', params: { steps: 50 }, at: 20 },
    { experimentId: 'weight-decay', params: { steps: 200 }, at: 7 },
    { experimentId: 'gradient-clipping', params: { steps: 50 }, at: 0 },
  ])(
    '$experimentId goes on to the same frames after a loss at frame $at',
    async ({ experimentId, params, at }) => {
      const undisturbed = await lab.record(experimentId, { params });

      await lab.start(experimentId, { params });
      const before = at > 0 ? (await lab.advance(at)).frames.frames : [];
      await lab.loseContext();
      const after = await lab.advance(1);
      const rest = await lab.finish();

      expect(after.recovered?.backend).toMatchObject({ name: 'webgl' });
      expect(after.recovered?.backend.reason).toBeUndefined();
      expect(after.frames.index).toBe(at);
      expect([...before, ...after.frames.frames, ...rest]).toEqual(undisturbed.frames);
    },
  );

  it('goes on without WebGL after the fourth loss in one run, and says so', async () => {
    await lab.start('gradient-clipping', { params: { steps: 50 } });
    const backends: unknown[] = [];
    for (let loss = 0; loss < 4; loss++) {
      await lab.loseContext();
      const { recovered, frames } = await lab.advance(5);
      expect(frames.index).toBe(loss * 5);
      backends.push(recovered?.backend);
    }
    expect(backends.slice(0, 3)).toEqual(Array(3).fill(expect.objectContaining({ name: 'webgl' })));
    expect(backends[3]).toEqual({ name: 'cpu', renderer: 'JavaScript', reason: 'context-lost' });
    expect((await lab.finish()).length).toBe(51 - 20);
  });

  it('takes WebGL again for the next run', async () => {
    const { backend } = await lab.start('gradient-clipping');
    expect(backend.name).toBe('webgl');
  });
});

describe('without WebGL', () => {
  it('trains on the CPU, says why, and computes what Node computes', async () => {
    const spec = findSpec('gradient-clipping')!;
    const lab = await ChromiumLab.open(chromiumFlagsWithoutWebgl);
    try {
      const { backend } = await lab.start('gradient-clipping', { params: { steps: 50 } });
      expect(backend).toEqual({ name: 'cpu', renderer: 'JavaScript', reason: 'webgl-unavailable' });
      await startCpu();
      const checked = checkParams(spec.params, { steps: 50 });
      if ('problems' in checked) throw new Error('50 steps must be allowed.');
      const inNode = record(findRunner(spec.id)!, checked.values, 1);
      expect(await lab.finish()).toEqual(inNode.frames);
    } finally {
      await lab.close();
    }
  });

  it('is the choice of the learner where WebGL would work', async () => {
    const lab = await ChromiumLab.open(chromiumFlags);
    try {
      await lab.start('gradient-clipping');
      const { backend } = await lab.start('gradient-clipping', { backend: 'cpu' });
      expect(backend).toEqual({ name: 'cpu', renderer: 'JavaScript', reason: 'requested' });
      const { frames } = await lab.advance(3);
      expect(frames.frames.length).toBe(3);
    } finally {
      await lab.close();
    }
  });
});
