import { describe, expect, it } from 'vitest';
import type { ExperimentSpec } from '../../src/experiments/kit/experiment';
import type { Localized } from '../../src/experiments/kit/localized';
import { findRunner } from '../../src/experiments/runners.gen';
import { findSpec, specs } from '../../src/experiments/specs.gen';

/** Every text of an experiment with the path to it. */
function textsOf(value: unknown, path: string): (readonly [string, Localized])[] {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return [];
  if ('de' in value && 'en' in value && !Array.isArray(value.de)) return [[path, value as Localized]];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`));
}

/** What an experiment asks that is answered by choosing. */
function choicesOf({ predictions = [] }: ExperimentSpec) {
  return predictions.filter((prediction) => prediction.kind === 'choice');
}

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

  it('has defaults on the stops of its sliders', () => {
    for (const [name, param] of Object.entries(spec.params)) {
      if (param.kind !== 'number' || param.scale !== 'linear') continue;
      const stops = (param.default - param.min) / param.step;
      expect(Math.abs(stops - Math.round(stops)), name).toBeLessThan(1e-9);
    }
  });
});
