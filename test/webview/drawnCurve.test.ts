import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DrawingAxis, DrawnCurve, shareOfAxis, valueAtShare } from '../../webview/prediction/drawnCurve';

const linear: DrawingAxis = { scale: 'linear', range: [0, 4] };
const log: DrawingAxis = { scale: 'log', range: [0.01, 100] };

/** Any axis that a spec may declare. */
const axes = fc.oneof(
  fc
    .tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: 1e-3, max: 1e6, noNaN: true }))
    .map(([low, size]): DrawingAxis => ({ scale: 'linear', range: [low, low + size] })),
  fc
    .tuple(fc.double({ min: 1e-9, max: 1e3, noNaN: true }), fc.double({ min: 1.1, max: 1e9, noNaN: true }))
    .map(([low, factor]): DrawingAxis => ({ scale: 'log', range: [low, low * factor] })),
);

type Act = (curve: DrawnCurve) => void;
const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', 'x'];
const acts = fc.array(
  fc.oneof(
    fc.constantFrom(...keys).map(
      (key): Act =>
        (curve) =>
          void curve.pressKey(key),
    ),
    fc.constant<Act>((curve) => curve.beginStroke()),
    fc.constant<Act>((curve) => curve.undo()),
    fc.tuple(fc.integer({ min: -2, max: 12 }), fc.double()).map(
      ([point, value]): Act =>
        (curve) =>
          curve.drawTo(point, value),
    ),
  ),
  { maxLength: 40 },
);

const isInside = ({ range: [low, high] }: DrawingAxis, value: number | null) =>
  value === null || (Number.isFinite(value) && value >= low && value <= high);

describe('a place on the axis', () => {
  it('is the value that it was made from', () => {
    fc.assert(
      fc.property(axes, fc.double({ min: 0, max: 1, noNaN: true }), (axis, share) => {
        const value = valueAtShare(axis, share);
        expect(isInside(axis, value)).toBe(true);
        expect(shareOfAxis(axis, value)).toBeCloseTo(share, 6);
      }),
    );
  });

  it('is halfway between powers of ten on a log axis', () => {
    expect(valueAtShare(log, 0.5)).toBeCloseTo(1, 12);
    expect(valueAtShare(linear, 0.5)).toBe(2);
  });

  it('is at an end for what lies beyond it', () => {
    expect([shareOfAxis(log, 0), shareOfAxis(log, -1), shareOfAxis(log, Number.POSITIVE_INFINITY)]).toEqual([
      0, 0, 1,
    ]);
    expect([valueAtShare(linear, -3), valueAtShare(linear, 3)]).toEqual([0, 4]);
  });
});

describe('DrawnCurve', () => {
  it('has finite values inside the axis after any strokes, as many as points', () => {
    fc.assert(
      fc.property(axes, fc.integer({ min: 0, max: 10 }), acts, (axis, points, strokes) => {
        const curve = DrawnCurve.empty(axis, points);
        for (const act of strokes) act(curve);
        expect(curve.line).toHaveLength(points);
        expect(curve.line.every((value) => isInside(axis, value))).toBe(true);
        const isWhole = points > 0 && curve.line.every((value) => value !== null);
        expect(curve.whole).toEqual(isWhole ? curve.line : undefined);
        const { selected } = curve;
        expect(selected === undefined || (selected >= 0 && selected < points)).toBe(true);
      }),
    );
  });

  it('can take every stroke back, down to the curve that was there first', () => {
    fc.assert(
      fc.property(axes, acts, (axis, strokes) => {
        const curve = DrawnCurve.empty(axis, 8);
        for (const act of strokes) act(curve);
        while (curve.canUndo) curve.undo();
        expect(curve.line.every((value) => value === null)).toBe(true);
      }),
    );
  });

  it('sets the points that a stroke passes between two others', () => {
    const curve = DrawnCurve.empty(linear, 6);
    curve.beginStroke();
    curve.drawTo(1, 0);
    curve.drawTo(4, 3);
    expect(curve.line).toEqual([null, 0, 1, 2, 3, null]);
    expect([1, 2, 3, 4].every((point) => curve.isDrawn(point))).toBe(true);
    curve.drawTo(2, 4);
    expect(curve.line).toEqual([null, 0, 4, 3.5, 3, null]);
  });

  it('passes on a straight line of the axis, which on a log axis is a factor', () => {
    const curve = DrawnCurve.empty(log, 3);
    curve.beginStroke();
    curve.drawTo(2, 100);
    curve.drawTo(0, 0.01);
    expect(curve.line[1]).toBeCloseTo(1, 12);
  });

  it('does not join two strokes by a third, but fills what lies between them', () => {
    const curve = DrawnCurve.empty(linear, 5);
    for (const [point, value] of [
      [0, 4],
      [4, 0],
    ] as const) {
      curve.beginStroke();
      curve.drawTo(point, value);
    }
    expect(curve.whole).toEqual([4, 3, 2, 1, 0]);
    expect([0, 1, 2, 3, 4].filter((point) => curve.isDrawn(point))).toEqual([0, 4]);
  });

  it('is whole only from the first to the last point', () => {
    const curve = DrawnCurve.empty(linear, 3);
    curve.beginStroke();
    curve.drawTo(1, 2);
    expect(curve.whole).toBeUndefined();
    curve.drawTo(0, 2);
    expect(curve.whole).toBeUndefined();
    curve.drawTo(2, 2);
    expect(curve.whole).toEqual([2, 2, 2]);
    expect(DrawnCurve.empty(linear, 0).whole).toBeUndefined();
  });

  it('is drawn with keys: a fortieth or an eighth of the axis a press', () => {
    const curve = DrawnCurve.empty(linear, 3);
    expect(curve.pressKey('ArrowRight')).toBe(true);
    expect([curve.selected, curve.line[0]]).toEqual([0, null]);
    curve.pressKey('ArrowUp');
    expect(curve.line[0]).toBeCloseTo(2.1, 12);
    curve.pressKey('End');
    curve.pressKey('PageDown');
    expect(curve.line[2]).toBeCloseTo(1.6, 12);
    curve.pressKey('ArrowRight');
    expect(curve.selected).toBe(2);
    expect([curve.pressKey('a'), curve.pressKey('Escape')]).toEqual([false, false]);
  });

  it('takes presses at one point back together, and strokes one by one', () => {
    const curve = DrawnCurve.empty(linear, 2);
    for (const key of ['Home', 'ArrowUp', 'ArrowUp', 'PageUp', 'End', 'ArrowDown']) curve.pressKey(key);
    curve.undo();
    expect([curve.isDrawn(0), curve.isDrawn(1)]).toEqual([true, false]);
    curve.undo();
    expect([...curve.line, curve.canUndo]).toEqual([null, null, false]);
    curve.undo();
    expect(curve.line).toEqual([null, null]);
  });

  it('does nothing for a point that is not there, and nothing for no value', () => {
    const curve = DrawnCurve.empty(linear, 2);
    curve.beginStroke();
    curve.drawTo(2, 1);
    curve.drawTo(-1, 1);
    curve.drawTo(0, Number.NaN);
    expect(curve.line).toEqual([null, null]);
  });

  it('is made again from its values, those of another axis taken to the ends', () => {
    expect(new DrawnCurve(linear, [-1, 2, 9]).whole).toEqual([0, 2, 4]);
    expect(new DrawnCurve(linear, [1, null, Number.NaN]).line).toEqual([1, null, null]);
  });
});
