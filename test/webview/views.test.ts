import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contourSegments } from '../../webview/views/contour';
import { mapColumns } from '../../webview/views/decisionMaps';
import { Extent, placeOnAxis, roundTicks } from '../../webview/views/extent';
import { arrayField, byteField, numberField } from '../../webview/views/fields';
import { cellAt, fromPixels, type Plane, toPixels } from '../../webview/views/plane';

const title = { de: '', en: '' };
const closeTo = (value: number) => expect.closeTo(value);

describe('axes', () => {
  it('grow with the data and pass over what is not finite', () => {
    const extent = new Extent();
    expect(extent.range).toBeUndefined();
    for (const value of [3, Number.NaN, 1, Number.POSITIVE_INFINITY, 2]) extent.add(value);
    expect(extent.range).toEqual([1, 3]);
    extent.reset();
    expect(extent.range).toBeUndefined();
  });

  it('clamp to a fixed range and leave gaps where a value has no place', () => {
    const share = { title, scale: 'linear', range: [0, 1] } as const;
    expect(
      [2, -1, 0.5, Number.POSITIVE_INFINITY, Number.NaN].map((value) => placeOnAxis(value, share)),
    ).toEqual([1, 0, 0.5, 1, null]);
    const log = { title, scale: 'log' } as const;
    expect([0.1, 0, -1, Number.POSITIVE_INFINITY].map((value) => placeOnAxis(value, log))).toEqual([
      0.1,
      null,
      null,
      null,
    ]);
  });

  it('have round ticks', () => {
    expect(roundTicks(4, 7, 6)).toEqual([4, 4.5, 5, 5.5, 6, 6.5, 7]);
    expect(roundTicks(-3.5, -1.5, 5)).toEqual([-3.5, -3, -2.5, -2, -1.5]);
    expect(roundTicks(0, 0.3, 3)).toEqual([0, 0.1, 0.2, 0.3]);
  });

  it('have ticks in range only, at even distances, about as many as asked for', () => {
    const numbers = fc.record({
      min: fc.integer({ min: -1e6, max: 1e6 }),
      span: fc.integer({ min: 1, max: 1e6 }),
      count: fc.integer({ min: 2, max: 12 }),
    });
    fc.assert(
      fc.property(numbers, ({ min, span, count }) => {
        const ticks = roundTicks(min, min + span, count);
        expect(ticks.length).toBeLessThanOrEqual(count + 1);
        expect(ticks.length).toBeGreaterThanOrEqual(Math.floor(count / 2.5));
        for (const tick of ticks) {
          expect(tick).toBeGreaterThanOrEqual(min - span * 1e-6);
          expect(tick).toBeLessThanOrEqual(min + span * (1 + 1e-6));
        }
      }),
    );
  });
});

describe('contourSegments', () => {
  it('draws a straight line through a slope, between the centres of the cells', () => {
    const slope = Float32Array.from([0, 10, 0, 10, 0, 10]);
    expect(contourSegments(slope, 3, 2, [5])).toHaveLength(8);
    for (const [index, value] of contourSegments(slope, 3, 2, [5]).entries()) {
      if (index % 2 === 0) expect(value).toBe(1);
    }
  });

  it('draws each of several levels', () => {
    const slope = Float32Array.from([0, 10, 0, 10]);
    expect(contourSegments(slope, 2, 2, [2, 5, 99])).toEqual(
      [0.7, 0.5, 0.7, 1.5, 1, 0.5, 1, 1.5].map(closeTo),
    );
  });

  it('is empty where no value crosses the level', () => {
    expect(contourSegments(new Float32Array(9), 3, 3, [1])).toEqual([]);
  });

  it('reads the raster that starts at the offset', () => {
    const two = Uint8Array.from([0, 0, 0, 0, 0, 255, 0, 255]);
    expect(contourSegments(two, 2, 2, [127.5], 0)).toEqual([]);
    expect(contourSegments(two, 2, 2, [127.5], 4)).toHaveLength(4);
  });

  it('only gives points where the interpolated value is the level', () => {
    const raster = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(raster, (values) => {
        const [rows, columns, level] = [4, 5, 127.5];
        const segments = contourSegments(values, rows, columns, [level]);
        for (let index = 0; index < segments.length; index += 2) {
          const [x, y] = [(segments[index] ?? 0) - 0.5, (segments[index + 1] ?? 0) - 0.5];
          const at = (row: number, column: number) => values[row * columns + column] ?? 0;
          const [column, row] = [Math.floor(x), Math.floor(y)];
          const next = x > column ? at(row, column + 1) : at(row + 1, column);
          const share = x > column ? x - column : y - row;
          expect(at(row, column) + (next - at(row, column)) * share).toBeCloseTo(level, 6);
        }
      }),
    );
  });
});

describe('plane', () => {
  const plane: Plane = { x: [4, 7], y: [-3.5, -1.5], left: 50, top: 8, width: 600, height: 400 };

  it('has its largest y at the top', () => {
    expect(toPixels(plane, 4, -1.5)).toEqual([50, 8]);
    expect(toPixels(plane, 7, -3.5)).toEqual([650, 408]);
  });

  it('finds every point again, and none outside', () => {
    const [x = 0, y = 0] = fromPixels(plane, ...toPixels(plane, 5.25, -2)) ?? [];
    expect([x, y]).toEqual([expect.closeTo(5.25), expect.closeTo(-2)]);
    expect(fromPixels(plane, 49, 100)).toBeUndefined();
    expect(fromPixels(plane, 100, 409)).toBeUndefined();
  });

  it('counts raster cells from the top left', () => {
    expect(cellAt(plane, 2, 3, 4, -1.5)).toBe(0);
    expect(cellAt(plane, 2, 3, 7, -3.5)).toBe(5);
    expect(cellAt(plane, 2, 3, 7.1, -2)).toBeUndefined();
    expect(cellAt(plane, 2, 3, Number.NaN, -2)).toBeUndefined();
  });
});

describe('fields', () => {
  const fields = { loss: Float32Array.of(0.5, 0.25), maps: Uint8Array.of(7), step: 3 };

  it('are read as what they are declared to be', () => {
    expect(arrayField(fields, 'loss')).toBe(fields.loss);
    expect(byteField(fields, 'maps')).toBe(fields.maps);
    expect([numberField(fields, 'step'), numberField(fields, 'loss', 1)]).toEqual([3, 0.25]);
    expect(numberField(fields, 'loss', 9)).toBeNaN();
  });

  it('are refused by name where the run does not keep to its declaration', () => {
    expect(() => arrayField(fields, 'maps')).toThrow('"maps"');
    expect(() => byteField(fields, 'loss')).toThrow('"loss"');
    expect(() => numberField(fields, 'gone')).toThrow('"gone"');
  });
});

describe('mapColumns', () => {
  it.each([
    [8, 400, 2],
    [8, 668, 4],
    [8, 880, 4],
    [8, 1400, 8],
    [5, 480, 3],
    [1, 100, 1],
  ])('puts %d maps on %d pixels into %d columns', (count, width, columns) => {
    expect(mapColumns(count, width)).toBe(columns);
  });
});
