import { beforeAll, describe, expect, it } from 'vitest';
import { checkParams } from '../../src/experiments/kit/checkParams';
import { divergedVariants } from '../../src/experiments/kit/divergence';
import type { ExperimentSpec, Frame, FrameValue } from '../../src/experiments/kit/experiment';
import type { Params, Values } from '../../src/experiments/kit/params';
import { createRandom } from '../../src/experiments/kit/random';
import { record } from '../../src/experiments/kit/record';
import { startCpu } from '../../src/experiments/kit/tensor/backend';
import { countTensors } from '../../src/experiments/kit/tensor/program';
import { problemsOfViews } from '../../src/experiments/kit/viewNeeds';
import { findRunner } from '../../src/experiments/runners.gen';
import { specs } from '../../src/experiments/specs.gen';

/** Values for all parameters: the given ones, else defaults. */
function checked(spec: ExperimentSpec, given: Readonly<Record<string, unknown>>): Values<Params> {
  const result = checkParams(spec.params, given);
  if ('problems' in result) throw new Error(result.problems.map(({ en }) => en).join());
  return result.values;
}

/** The same, but counts (steps, points, units, …) that are not given are as small as the experiment allows: such a run is quick. */
function valuesFor(spec: ExperimentSpec, given: Readonly<Record<string, unknown>> = {}): Values<Params> {
  const counts = Object.entries(spec.params).flatMap(([name, param]) =>
    param.kind === 'number' && param.integer ? [[name, param.min] as const] : [],
  );
  return checked(spec, { ...Object.fromEntries(counts), ...given });
}

function lengthOf(value: FrameValue | undefined): number | undefined {
  return typeof value === 'number' ? 1 : value?.length;
}

function lengths(values: Readonly<Record<string, FrameValue>>): readonly unknown[] {
  return Object.entries(values).map(([name, value]) => [name, lengthOf(value)]);
}

/** Each setting that puts one parameter at an end of its range or at another option. */
function extremes(spec: ExperimentSpec): Readonly<Record<string, number | string | boolean>>[] {
  return Object.entries(spec.params)
    .filter(([name]) => name !== 'steps')
    .flatMap(([name, param]): Readonly<Record<string, number | string | boolean>>[] => {
      if (param.kind === 'number') return [{ [name]: param.min }, { [name]: param.max }];
      if (param.kind === 'switch') return [{ [name]: !param.default }];
      return param.options.map(({ value }) => ({ [name]: value }));
    });
}

/** Names of the `\live{…}` places of a formula. */
function liveNames(tex: string): ReadonlySet<string> {
  return new Set(Array.from(tex.matchAll(/\\live\{(\w+)\}/g), ([, name]) => name!));
}

beforeAll(() => startCpu());

describe.each(specs)('$id, in runs of a few frames', (spec) => {
  const run = findRunner(spec.id)!;

  it('has a value for each place of its formulas, and no other', () => {
    const params = valuesFor(spec);
    const trace = record(run, params, 1, 3);
    for (const { tex, values } of spec.formulas ?? []) {
      for (const frame of trace.frames.keys()) {
        expect(new Set(Object.keys(values(trace, frame, params))), tex).toEqual(liveNames(tex));
      }
    }
  });

  it('tells the variants that may diverge apart', () => {
    const { divergence } = spec;
    if (!divergence) return;
    const { setup, frames } = record(run, valuesFor(spec), 1, 1);
    const variants = lengthOf(frames[0]![divergence.watched]);
    expect(variants).toBeGreaterThan(0);
    expect(lengthOf(frames[0]![divergence.norm])).toBe(variants);
    const names = divergence.variants;
    expect('labels' in names ? names.labels.length : lengthOf(setup[names.field])).toBe(variants);
    expect(divergedVariants(spec, { frames }, 0)).toEqual([]);
  });

  it('gives the same frames bit by bit for the same seed, and others for another', () => {
    const [first, again, other] = [5, 5, 6].map((seed) => record(run, valuesFor(spec), seed, 4));
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });

  it('gives as many frames as it says, all of the same shape, each in arrays of its own', () => {
    const running = run(valuesFor(spec), { random: createRandom(1) });
    const { frames } = record(() => running, valuesFor(spec), 1);
    expect(frames.length).toBe(running.frameCount);
    for (const frame of frames) expect(lengths(frame)).toEqual(lengths(frames[0]!));
    // The worker moves the buffers away, so no two arrays may share one.
    const arrays = frames
      .flatMap((frame) => Object.values(frame))
      .filter((value) => typeof value !== 'number');
    expect(new Set(arrays.map(({ buffer }) => buffer)).size).toBe(arrays.length);
    for (const array of arrays) expect(array.buffer.byteLength).toBe(array.byteLength);
  });

  it('goes on when its arrays are taken away, as the worker does', () => {
    const running = run(valuesFor(spec), { random: createRandom(1) });
    const taken = (frame: Frame): Frame => {
      const buffers = Object.values(frame).flatMap((value) =>
        typeof value === 'number' ? [] : [value.buffer],
      );
      return structuredClone(frame, { transfer: buffers as ArrayBuffer[] });
    };
    try {
      for (const frame of record(run, valuesFor(spec), 1, 4).frames) {
        const next = running.frames.next();
        expect(next.done ? undefined : taken(next.value)).toEqual(frame);
      }
    } finally {
      running.dispose();
    }
  });

  it('leaves no tensor behind, begun or not', () => {
    const before = countTensors();
    record(run, valuesFor(spec), 1, 3);
    run(valuesFor(spec), { random: createRandom(1) }).dispose();
    expect(countTensors()).toBe(before);
  });

  it.each([{}, ...extremes(spec)])('runs with %o, and answers its own questions', (given) => {
    const trace = record(run, valuesFor(spec, given), 1, 3);
    expect(trace.frames.length).toBeGreaterThanOrEqual(2);
    for (const prediction of spec.predictions ?? []) {
      if (prediction.kind !== 'choice') continue;
      const options = prediction.options.map(({ id }) => id);
      expect(options, prediction.id).toContain(prediction.answer(trace));
    }
  });

  it('gives its views the fields and shapes that they declare', () => {
    const { setup, frames } = record(run, valuesFor(spec), 1, 1);
    expect(problemsOfViews(spec.views, setup, frames[0]!)).toEqual([]);
  });
});
