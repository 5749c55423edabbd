import { describe, expect, it } from 'vitest';
import { checkParams } from '../../src/experiments/kit/checkParams';
import type { ExperimentSpec } from '../../src/experiments/kit/experiment';
import { specs } from '../../src/experiments/specs.gen';
import { chosenPreset, fullSettings } from '../../webview/fullSettings';

const text = { de: '', en: '' };
const number = { kind: 'number', label: text, help: text, min: 0, max: 9, step: 1, scale: 'linear' } as const;
const loud = { id: 'loud', title: text, why: text, params: { noise: 9 } } as const;
const many = { id: 'many', title: text, why: text, params: { points: 8, noise: 0 } } as const;

const spec: ExperimentSpec = {
  id: 'any',
  title: text,
  summary: text,
  explanation: text,
  concepts: { de: [], en: [] },
  params: { noise: { ...number, default: 1 }, points: { ...number, default: 2 } },
  views: [],
  claims: [],
  presets: [loud, many],
  stepsPerFrame: 1,
};

describe('a preset', () => {
  it('sets its parameters and the others to their defaults', () => {
    expect(fullSettings(spec, loud)).toEqual({ noise: 9, points: 2 });
    expect(fullSettings(spec, many)).toEqual({ noise: 0, points: 8 });
    expect(fullSettings(spec, {})).toEqual({ noise: 1, points: 2 });
  });

  it('is the chosen one while the settings are its own, to the last of them', () => {
    expect(chosenPreset(spec, { noise: 9, points: 2 })).toBe(loud);
    expect(chosenPreset(spec, { noise: 0, points: 8 })).toBe(many);
    expect(chosenPreset(spec, { noise: 9, points: 3 })).toBeUndefined();
    expect(chosenPreset({ ...spec, presets: [] }, { noise: 9, points: 2 })).toBeUndefined();
  });
});

describe.each(specs.filter(({ presets }) => presets))('the presets of $id', (real) => {
  const presets = real.presets ?? [];

  it('are two to four with different ids, settings that can be run, and all other than the defaults', () => {
    expect(presets.length).toBeGreaterThanOrEqual(2);
    expect(presets.length).toBeLessThanOrEqual(4);
    expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length);
    for (const preset of presets) {
      expect(checkParams(real.params, preset.params)).not.toHaveProperty('problems');
      expect(chosenPreset(real, fullSettings(real, preset))).toBe(preset);
      expect(chosenPreset(real, fullSettings(real, {}))).toBeUndefined();
    }
  });
});
