import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreCurve } from '../../webview/prediction/curveScore';
import type { DrawingAxis } from '../../webview/prediction/drawnCurve';

const linear: DrawingAxis = { scale: 'linear', range: [0, 10] };
const log: DrawingAxis = { scale: 'log', range: [0.001, 1000] };

const curves = fc
  .integer({ min: 1, max: 12 })
  .chain((points) => fc.tuple(fc.constant(points), fc.constantFrom(linear, log)))
  .chain(([points, axis]) => {
    const [min, max] = axis.range;
    const value = fc.double({ min, max, noNaN: true });
    const curve = fc.array(value, { minLength: points, maxLength: points });
    return fc.record({ axis: fc.constant(axis), one: curve, other: curve });
  });

describe('the distance of two curves', () => {
  it('is the same whichever of them was drawn', () => {
    fc.assert(
      fc.property(curves, ({ axis, one, other }) => {
        const [there, back] = [scoreCurve(axis, one, other), scoreCurve(axis, other, one)];
        expect(back?.distance).toBe(there?.distance);
        expect(back?.shareOfAxis).toBe(there?.shareOfAxis);
      }),
    );
  });

  it('is none where they are the same, and within the axis otherwise', () => {
    fc.assert(
      fc.property(curves, ({ axis, one, other }) => {
        expect(scoreCurve(axis, one, one)).toMatchObject({
          distance: axis.scale === 'log' ? 1 : 0,
          shareOfAxis: 0,
        });
        const score = scoreCurve(axis, one, other);
        expect(score?.distance).toBeGreaterThanOrEqual(axis.scale === 'log' ? 1 : 0);
        expect(score?.distance).toBeLessThanOrEqual(axis.scale === 'log' ? 1e6 * (1 + 1e-9) : 10);
        expect(score?.shareOfAxis).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is the mean on a linear axis, also as a share of what was measured', () => {
    expect(scoreCurve(linear, [1, 2, 3], [2, 2, 6])).toMatchObject({ distance: 4 / 3, shareOfRange: 1 / 3 });
    expect(scoreCurve(linear, [1, 2], [3, 3])?.shareOfRange).toBeUndefined();
  });

  it('is the typical factor on a log axis, above or below alike', () => {
    const score = scoreCurve(log, [2, 1, 8], [1, 2, 2]);
    expect(score?.distance).toBeCloseTo(2 ** (4 / 3), 12);
    expect(score?.shareOfRange).toBeUndefined();
  });

  it('passes over points that have no place on the axis', () => {
    expect(scoreCurve(linear, [1, 2, 3], [Number.NaN, 2, Number.POSITIVE_INFINITY])?.distance).toBe(0);
    expect(scoreCurve(log, [1, 2, 3], [0, -1, 3])?.distance).toBe(1);
    expect(scoreCurve(log, [1, 2], [0, Number.NaN])).toBeUndefined();
    expect(scoreCurve(linear, [], [])).toBeUndefined();
  });
});

describe('the extremes of two curves', () => {
  const extremes = (predicted: readonly number[], measured: readonly number[], axis = linear) =>
    scoreCurve(axis, predicted, measured)?.extremes;

  it('are those between the ends', () => {
    expect(extremes([9, 1, 2, 9], [9, 3, 1, 9])).toEqual([
      { kind: 'minimum', measured: 2, predicted: 1, isRight: false },
    ]);
    expect(extremes([0, 5, 0], [1, 2, 1])).toEqual([
      { kind: 'maximum', measured: 1, predicted: 1, isRight: true },
    ]);
    expect(extremes([5, 0, 9, 5], [5, 0, 9, 5])?.map(({ kind }) => kind)).toEqual(['minimum', 'maximum']);
  });

  it('are the maximum of a curve that only rises or falls', () => {
    expect(extremes([1, 2, 3], [7, 5, 1])).toEqual([
      { kind: 'maximum', measured: 0, predicted: 2, isRight: false },
    ]);
  });

  it('are none of a flat curve; a flat guess has none', () => {
    expect(extremes([1, 2, 3], [4, 4, 4])).toEqual([]);
    expect(extremes([4, 4, 4], [1, 2, 1])).toEqual([
      { kind: 'maximum', measured: 1, predicted: undefined, isRight: false },
    ]);
  });

  it('are right where the measured curve hardly differs from its extreme, on the axis that is seen', () => {
    expect(extremes([9, 1, 2, 9], [9, 1.1, 1, 9])?.[0]?.isRight).toBe(true);
    expect(extremes([9, 0.01, 2, 9], [9, 0.1, 0.01, 9], log)?.[0]?.isRight).toBe(false);
  });

  it('are named by their place among all points, also where some were not measured', () => {
    expect(extremes([9, 9, 1, 9], [Number.NaN, 9, 1, 9])?.[0]).toMatchObject({ measured: 2, predicted: 2 });
  });
});
