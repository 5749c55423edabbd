import { describe, expect, it } from 'vitest';
import type { ExperimentSpec } from '../../src/experiments/kit/experiment';
import type { LabState } from '../../src/protocol/panelMessages';
import { DEFAULT_SEED, resolveOpenRequest } from '../../webview/openRequest';

const label = { de: 'Rauschen', en: 'Noise' };
const number = { kind: 'number', label, help: label, step: 0.1, scale: 'linear' } as const;

const spec: ExperimentSpec = {
  id: 'moons',
  title: label,
  summary: label,
  explanation: label,
  concepts: { de: [], en: [] },
  params: {
    noise: { ...number, min: 0, max: 1, default: 0.3 },
    points: { ...number, min: 10, max: 200, integer: true, default: 60 },
  },
  views: [],
  claims: [],
  stepsPerFrame: 1,
};

const origin = { uri: 'file:///n.md', noteTitle: 'N', anchorText: 'A', line: 3 };
const remembered: LabState = {
  experimentId: 'moons',
  params: { noise: 0.5, points: 100 },
  seed: 7,
  frame: 40,
  origin,
};

describe('resolveOpenRequest', () => {
  it('takes the defaults where nothing is asked for or remembered', () => {
    expect(resolveOpenRequest(spec, {}, undefined)).toEqual({
      params: { noise: 0.3, points: 60 },
      seed: DEFAULT_SEED,
      frame: 0,
      problems: [],
    });
  });

  it('goes on from what is remembered where nothing is asked for', () => {
    const { experimentId, ...settings } = remembered;
    expect(resolveOpenRequest(spec, {}, remembered)).toEqual({ ...settings, problems: [] });
  });

  it('goes on too if just the remembered settings are asked for', () => {
    expect(resolveOpenRequest(spec, { params: { noise: 0.5 }, seed: 7 }, remembered).frame).toBe(40);
  });

  it('starts afresh with other settings, and keeps the rest', () => {
    const opened = resolveOpenRequest(spec, { params: { noise: 0.9 } }, remembered);
    expect(opened).toMatchObject({ params: { noise: 0.9, points: 100 }, seed: 7, frame: 0 });
    expect(resolveOpenRequest(spec, { seed: 8 }, remembered)).toMatchObject({ seed: 8, frame: 0 });
  });

  it('refuses one setting that is out of range with its range, and takes the others', () => {
    const opened = resolveOpenRequest(spec, { params: { noise: 5, points: 20 } }, undefined);
    expect(opened.params).toEqual({ noise: 0.3, points: 20 });
    expect(opened.problems).toHaveLength(1);
    expect(opened.problems[0]?.de).toMatch(/Rauschen.*5.*0.*1/);
  });

  it('falls back on the remembered value of a refused setting', () => {
    expect(resolveOpenRequest(spec, { params: { noise: 5 } }, remembered).params.noise).toBe(0.5);
  });

  it.each([{ nois: 1 }, { points: 20.5 }, { noise: 'viel' }, { noise: Number.NaN }])(
    'refuses %j',
    (params) => {
      const opened = resolveOpenRequest(spec, { params }, undefined);
      expect(opened.problems).toHaveLength(1);
      expect(opened.params).toEqual({ noise: 0.3, points: 60 });
    },
  );

  it.each([-1, 1.5, 2 ** 32, Number.NaN])('refuses the seed %d', (seed) => {
    const opened = resolveOpenRequest(spec, { seed }, undefined);
    expect(opened.seed).toBe(DEFAULT_SEED);
    expect(opened.problems).toHaveLength(1);
  });

  it('takes a sweep with the values that are allowed, and says what is wrong with the others', () => {
    const sweep = (param: string, ...values: readonly number[]) => {
      const { problems, ...opened } = resolveOpenRequest(spec, { sweep: { param, values } }, undefined);
      return { swept: opened.sweep, said: problems.map(({ de }) => de) };
    };
    expect(sweep('noise', 0.4, 0, 1)).toEqual({
      swept: { param: 'noise', values: [0.4, 0, 1] },
      said: [],
    });
    const { swept, said } = sweep('points', 10, 500, 20.5, 20);
    expect(swept).toEqual({ param: 'points', values: [10, 20] });
    expect(said).toHaveLength(2);
    expect(said[0]).toMatch(/500.*10.*200/);
    expect(sweep('noise', 0.5, 3).swept).toBeUndefined();
    expect(sweep('nois', 1, 2)).toMatchObject({ swept: undefined, said: [expect.stringContaining('nois')] });
  });

  it('drops remembered values that the experiment no longer allows, silently', () => {
    const old = { ...remembered, params: { noise: 5, gone: 1 } };
    expect(resolveOpenRequest(spec, {}, old)).toMatchObject({
      params: { noise: 0.3, points: 60 },
      frame: 0,
      problems: [],
    });
  });
});
