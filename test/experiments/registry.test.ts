import { beforeAll, describe, expect, it } from 'vitest';
import { checkParams } from '../../src/experiments/kit/checkParams';
import { divergedVariants } from '../../src/experiments/kit/divergence';
import type { ExperimentSpec, Frame, FrameValue } from '../../src/experiments/kit/experiment';
import type { Localized } from '../../src/experiments/kit/localized';
import type { Params, Values } from '../../src/experiments/kit/params';
import { createRandom } from '../../src/experiments/kit/random';
import { record } from '../../src/experiments/kit/record';
import { startCpu } from '../../src/experiments/kit/tensor/backend';
import { countTensors } from '../../src/experiments/kit/tensor/program';
import { problemsOfViews } from '../../src/experiments/kit/viewNeeds';
import { findRunner } from '../../src/experiments/runners.gen';
import { findSpec, specs } from '../../src/experiments/specs.gen';

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

/** Every text of an experiment with the path to it. */
function textsOf(value: unknown, path: string): (readonly [string, Localized])[] {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return [];
  if ('de' in value && 'en' in value && !Array.isArray(value.de)) return [[path, value as Localized]];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`));
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

/** What an experiment asks that is answered by choosing. */
function choicesOf({ predictions = [] }: ExperimentSpec) {
  return predictions.filter((prediction) => prediction.kind === 'choice');
}

beforeAll(() => startCpu());

describe('the registry', () => {
  it('finds spec and runner of every experiment by its id, and nothing else', () => {
    expect(specs.length).toBeGreaterThanOrEqual(2);
    for (const spec of specs) {
      expect(findSpec(spec.id)).toBe(spec);
      expect(findRunner(spec.id)).toBeTypeOf('function');
    }
    expect(findSpec('toString')).toBeUndefined();
    expect(findRunner('toString')).toBeUndefined();
  });

  it('has for each concept one experiment that says most about it', () => {
    const best = new Map<string, { readonly id: string; readonly rank: number }>();
    for (const { id, concepts } of specs) {
      for (const names of [concepts.de, concepts.en]) {
        for (const [rank, concept] of names.entries()) {
          const name = concept.toLowerCase();
          const other = best.get(name);
          if (other && other.id !== id)
            expect(rank, `"${concept}" of ${id} and ${other.id}`).not.toBe(other.rank);
          if (!other || rank < other.rank) best.set(name, { id, rank });
        }
      }
    }
  });

  it('names no concept twice in an experiment', () => {
    for (const { id, concepts } of specs) {
      for (const names of [concepts.de, concepts.en]) expect(new Set(names).size, id).toBe(names.length);
    }
  });
});

describe.each(specs)('$id', (spec) => {
  const run = findRunner(spec.id)!;

  it('has every text in both languages, written and not copied', () => {
    // Names of quantities such as "Training" or "Test" are the same in both.
    const texts = textsOf(spec, spec.id);
    expect(texts.length).toBeGreaterThan(20);
    for (const [path, { de, en }] of texts) {
      expect(de.trim(), path).not.toBe('');
      expect(en.trim(), path).not.toBe('');
      if (de.length > 25) expect(de, path).not.toBe(en);
    }
  });

  it('balances the dollar signs of its formulas', () => {
    for (const [path, text] of textsOf(spec, spec.id)) {
      for (const language of [text.de, text.en]) expect(language.split('$').length % 2, path).toBe(1);
    }
  });

  it('names at least three concepts in each language, none twice', () => {
    for (const concepts of [spec.concepts.de, spec.concepts.en]) {
      expect(concepts.length).toBeGreaterThanOrEqual(3);
      expect(new Set(concepts.map((concept) => concept.toLowerCase())).size).toBe(concepts.length);
    }
  });

  it('has views and claims whose ids are unique and claims with a bound', () => {
    for (const ids of [spec.views.map(({ id }) => id), spec.claims.map(({ id }) => id)]) {
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    }
    for (const { bound } of spec.claims) expect(bound.atLeast ?? bound.atMost).toBeTypeOf('number');
  });

  it('asks at least one question, each with an id of its own', () => {
    const ids = (spec.predictions ?? []).map(({ id }) => id);
    expect(ids.length).toBeGreaterThanOrEqual(1);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it('lets the learner choose between two to four different answers', () => {
    for (const { id, options } of choicesOf(spec)) {
      expect(options.length, id).toBeGreaterThanOrEqual(2);
      expect(options.length, id).toBeLessThanOrEqual(4);
      expect(new Set(options.map((option) => option.id)).size, id).toBe(options.length);
    }
  });

  it('lets the learner draw series of response views only, in a range that their scale can show', () => {
    for (const prediction of spec.predictions ?? []) {
      if (prediction.kind !== 'curve') continue;
      const view = spec.views.find(({ id }) => id === prediction.view);
      if (view?.kind !== 'response') throw new Error(`${prediction.id}: ${prediction.view} is no response.`);
      expect(view.series[prediction.series], prediction.id).toBeDefined();
      const [low, high] = prediction.range;
      expect(low, prediction.id).toBeLessThan(high);
      if (view.y.scale === 'log') expect(low, prediction.id).toBeGreaterThan(0);
    }
  });

  it.each([{}, ...extremes(spec)])('answers its own questions with %o', (given) => {
    const trace = record(run, valuesFor(spec, given), 1, 3);
    for (const { id, options, answer } of choicesOf(spec)) {
      expect(
        options.map((option) => option.id),
        id,
      ).toContain(answer(trace));
    }
  });

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

  it('has defaults on the stops of its sliders', () => {
    for (const [name, param] of Object.entries(spec.params)) {
      if (param.kind !== 'number' || param.scale !== 'linear') continue;
      const stops = (param.default - param.min) / param.step;
      expect(Math.abs(stops - Math.round(stops)), name).toBeLessThan(1e-9);
    }
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

  it.each(extremes(spec))('runs with %o', (given) => {
    const { frames } = record(run, valuesFor(spec, given), 1, 2);
    expect(frames.length).toBe(2);
  });

  it('gives its views the fields and shapes that they declare', () => {
    const { setup, frames } = record(run, valuesFor(spec), 1, 1);
    expect(problemsOfViews(spec.views, setup, frames[0]!)).toEqual([]);
  });
});
