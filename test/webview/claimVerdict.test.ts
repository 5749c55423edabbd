import { describe, expect, it } from 'vitest';
import type { Claim, ExperimentSpec } from '../../src/experiments/kit/experiment';
import { differingSettings, judgeClaim } from '../../webview/claimVerdict';

const text = { de: '', en: '' };
const number = { kind: 'number', label: text, help: text, min: 0, max: 9, step: 1, scale: 'linear' } as const;
const mode = { kind: 'switch', label: text, help: text, default: false } as const;

const spec: ExperimentSpec = {
  id: 'any',
  title: text,
  summary: text,
  explanation: text,
  concepts: { de: [], en: [] },
  params: { threshold: { ...number, default: 1 }, mode },
  views: [],
  claims: [],
  stepsPerFrame: 1,
};

const defaults = { threshold: 1, mode: false };

function claim(changes: Partial<Claim>): Claim {
  const lastLoss: Claim['measure'] = (trace) => Number(trace.frames.at(-1)?.loss);
  return { id: 'c', text, source: '', measure: lastLoss, bound: { atMost: 0.5 }, over: 'mean', ...changes };
}

const traceWith = (loss: number) => ({ setup: {}, frames: [{ loss: 9 }, { loss }] });

describe('judgeClaim', () => {
  it('leaves a claim open until the run is complete', () => {
    expect(judgeClaim(spec, claim({}), defaults, undefined)).toEqual({ kind: 'open' });
  });

  it.each([
    [{ atMost: 0.5 }, 0.5, 'holds'],
    [{ atMost: 0.5 }, 0.51, 'fails'],
    [{ atLeast: 0.5 }, 0.5, 'holds'],
    [{ atLeast: 0.5 }, 0.49, 'fails'],
    [{ atLeast: 0.1, atMost: 0.5 }, 0.3, 'holds'],
    [{ atLeast: 0.1, atMost: 0.5 }, 0.05, 'fails'],
    [{ atMost: 0.5 }, Number.NaN, 'fails'],
    [{ atLeast: 0.5 }, Number.NaN, 'fails'],
  ] as const)('judges bound %j with measured %d: %s', (bound, loss, kind) => {
    expect(judgeClaim(spec, claim({ bound, over: 'every-seed' }), defaults, traceWith(loss))).toEqual({
      kind,
      measured: loss,
    });
  });

  it('lets a single run deviate from what is claimed of a mean', () => {
    const verdict = judgeClaim(spec, claim({ over: 'mean' }), defaults, traceWith(0.51));
    expect(verdict).toEqual({ kind: 'deviates', measured: 0.51 });
  });

  it('does not judge under other settings than those it is asserted under', () => {
    const verdict = judgeClaim(spec, claim({}), { ...defaults, threshold: 2 }, traceWith(0));
    expect(verdict).toEqual({ kind: 'other-settings' });
  });

  it('names every setting that differs from what the claim needs', () => {
    const strict = claim({ params: { threshold: 3 } });
    expect(differingSettings(spec, strict, { threshold: 1, mode: true })).toEqual([
      ['threshold', 3],
      ['mode', false],
    ]);
    expect(differingSettings(spec, strict, { threshold: 3, mode: false })).toEqual([]);
  });
});
