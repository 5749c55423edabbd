import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NumberParam } from '../../src/experiments/kit/params';
import { specs } from '../../src/experiments/specs.gen';
import { lastStop, nearestStop, valueAtStop } from '../../webview/controls/sliderScale';

const text = { de: '', en: '' };
const base = { kind: 'number', label: text, help: text, default: 1 } as const;
const log: NumberParam = { ...base, scale: 'log', min: 0.001, max: 0.03, step: 0.1 };
const whole: NumberParam = { ...base, scale: 'linear', min: 20, max: 200, step: 10, integer: true };

const linearParams = fc
  .record({
    min: fc.integer({ min: -1000, max: 1000 }),
    span: fc.integer({ min: 1, max: 1000 }),
    stops: fc.integer({ min: 1, max: 500 }),
  })
  .map(
    ({ min, span, stops }): NumberParam => ({
      ...base,
      scale: 'linear',
      min,
      max: min + span,
      step: span / stops,
    }),
  );

const logParams = fc
  .record({
    exponent: fc.integer({ min: -8, max: 3 }),
    decades: fc.double({ min: 0.3, max: 6, noNaN: true }),
    step: fc.constantFrom(0.05, 0.1, 0.25, 1 / 3),
  })
  .map(({ exponent, decades, step }): NumberParam => {
    const min = 10 ** exponent;
    return { ...base, scale: 'log', min, max: min * 10 ** decades, step };
  });

const params = fc.oneof(linearParams, logParams);

describe('sliderScale', () => {
  it('starts at the minimum and ends at the maximum, also where the steps do not end on it', () => {
    expect([valueAtStop(log, 0), valueAtStop(log, lastStop(log))]).toEqual([0.001, 0.03]);
    expect(valueAtStop(log, 10)).toBe(0.01);
    expect(valueAtStop(whole, 4)).toBe(60);
  });

  it('gives values in range that rise with the stops', () => {
    fc.assert(
      fc.property(params, (param) => {
        const stops = Array.from({ length: lastStop(param) + 1 }, (_, stop) => valueAtStop(param, stop));
        for (const [stop, value] of stops.entries()) {
          expect(value).toBeGreaterThanOrEqual(stop === 0 ? param.min : (stops[stop - 1] ?? 0));
          expect(value).toBeLessThanOrEqual(param.max);
        }
      }),
    );
  });

  it('finds the stop of every value that a stop gives', () => {
    fc.assert(
      fc.property(params, fc.nat(), (param, any) => {
        const stop = any % (lastStop(param) + 1);
        expect(nearestStop(param, valueAtStop(param, stop))).toBe(stop);
      }),
    );
  });

  it('has no stop for a rest of the range that rounds to the stop before it', () => {
    const param: NumberParam = { ...base, scale: 'log', min: 1, max: 1.995262315428306, step: 0.1 };
    expect(lastStop(param)).toBe(3);
    expect(nearestStop(param, valueAtStop(param, 3))).toBe(3);
  });

  it('puts a value that is out of range at the end of its side', () => {
    expect([nearestStop(log, -1), nearestStop(log, 5)]).toEqual([0, lastStop(log)]);
  });

  it.each(specs.map((spec) => [spec.id, spec] as const))('can show every default of %s', (_, spec) => {
    for (const param of Object.values(spec.params)) {
      if (param.kind !== 'number') continue;
      const shown = valueAtStop(param, nearestStop(param, param.default));
      expect(Math.abs(shown - param.default)).toBeLessThanOrEqual(
        (param.max - param.min) / Math.min(10, lastStop(param)),
      );
    }
  });
});
