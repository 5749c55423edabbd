import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { predictedStyle, type SeriesStyle, solidStyle } from '../../webview/seriesStyle';
import {
  type CurvesDeclaration,
  curveNames,
  curvesPerSeries,
  markedPoints,
  measuredOverPredicted,
  predictionNames,
  splitCurves,
  variantLabel,
} from '../../webview/views/curveData';
import { logLines, logTicks } from '../../webview/views/extent';
import { profileRange } from '../../webview/views/profile';

const title = { de: '', en: '' };
const named = (name: string) => ({ de: name, en: name });

const profile: CurvesDeclaration = {
  id: 'activations',
  kind: 'profile',
  title,
  caption: title,
  y: { title, scale: 'linear' },
  series: [{ field: 'spread', label: named('Streuung') }],
};
const swept: CurvesDeclaration = { ...profile, variants: { field: 'gains', symbol: 'g' } };
const setup = { gains: Float32Array.of(0.5, 1, 2) };

describe('the curves of a profile', () => {
  it('are one a series, or one a variant and series', () => {
    expect(curvesPerSeries(profile, setup)).toBe(1);
    expect(curvesPerSeries(swept, setup)).toBe(3);
    expect(curvesPerSeries(swept, undefined)).toBe(1);
  });

  it('are rows of the field', () => {
    const field = Float32Array.of(1, 2, Number.NaN, 4, 5, 6);
    expect(splitCurves(field, 2).map((curve) => [...curve])).toEqual([
      [1, 2, Number.NaN],
      [4, 5, 6],
    ]);
    expect(splitCurves(field, 1).map((curve) => [...curve])).toEqual([[...field]]);
  });

  it('are named after their series, or after the swept value as in a timeline', () => {
    expect(curveNames(profile, setup, 'de')).toEqual(['Streuung']);
    expect(curveNames(swept, setup, 'de')).toEqual(['g = 0,5', 'g = 1', 'g = 2']);
    expect(variantLabel('α', Math.fround(0.01), 'en')).toBe('α = 0.01');
  });

  it('are named after both where several series have variants', () => {
    const two = { ...swept, series: [...swept.series, { field: 'mean', label: named('Mittel') }] };
    expect(curveNames(two, setup, 'en').slice(2, 4)).toEqual(['Streuung, g = 2', 'Mittel, g = 0.5']);
  });

  it('have a name before the swept values are known', () => {
    expect(curveNames(swept, undefined, 'de')).toEqual(['g = …']);
  });

  it('are followed by those that a formula predicts, which are named after it', () => {
    const theory = [{ field: 'predicted', label: named('gⁿ'), source: 'S', series: 0 }];
    expect(predictionNames({ ...profile, theory }, setup, 'de')).toEqual(['gⁿ']);
    expect(predictionNames({ ...swept, theory }, setup, 'de').at(-1)).toBe('gⁿ, g = 2');
    expect(predictionNames(profile, setup, 'de')).toEqual([]);
  });

  it('of several series name the series with the formula that predicts it', () => {
    const series = [...profile.series, { field: 'mean', label: named('Mittel') }];
    const theory = [{ field: 'predicted', label: named('0'), source: 'S', series: 1 }];
    expect(predictionNames({ ...profile, series, theory }, setup, 'de')).toEqual(['Mittel: 0']);
  });
});

describe('measuredOverPredicted', () => {
  it('is the median of the ratios', () => {
    expect(measuredOverPredicted([1, 4, 30], [1, 2, 3])).toBe(2);
    expect(measuredOverPredicted([1, 4, 30, 30], [1, 2, 3, 10])).toBe(2.5);
  });

  it('passes over gaps and over points where zero or nothing finite is predicted', () => {
    const infinite = Number.POSITIVE_INFINITY;
    expect(measuredOverPredicted([Number.NaN, 6, 1, 5, infinite], [1, 2, 0, infinite, 1])).toBe(3);
    expect(measuredOverPredicted([Number.NaN, 0], [1, 0])).toBeNaN();
    expect(measuredOverPredicted([], [])).toBeNaN();
  });

  it('passes over predictions that cannot be told from zero on a linear axis', () => {
    expect(measuredOverPredicted([0, 0, 2], [1e-9, 1e-6, 1], 'linear')).toBe(2);
    expect(measuredOverPredicted([0, 0, 2], [1e-9, 1e-6, 1], 'log')).toBe(0);
  });

  it('is the factor by which a formula is off everywhere, in any order of the points', () => {
    const values = fc.array(fc.float({ min: Math.fround(0.1), max: 100, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 9 }), (predicted, factor) => {
        const measured = predicted.map((value) => value * factor);
        expect(measuredOverPredicted(measured, predicted)).toBeCloseTo(factor, 9);
      }),
    );
  });
});

describe('markedPoints', () => {
  const long = Array.from({ length: 80 }, (_, index) => index);

  it('are all points of a short line, and of points and stems however many', () => {
    expect(markedPoints('line', [1, null, 3], 0)).toEqual([0, 1, 2]);
    expect(markedPoints('points', long, 0)).toEqual(long);
    expect(markedPoints('stems', long, 3)).toEqual(long);
  });

  it('are some of a long line, elsewhere on its neighbour', () => {
    const [one, other] = [markedPoints('line', long, 0), markedPoints('line', long, 1)];
    expect(one).toEqual([0, 10, 20, 30, 40, 50, 60, 70]);
    expect(other).toHaveLength(8);
    expect(one.filter((index) => other.includes(index))).toEqual([]);
  });

  it('take in a point between two gaps, which no line would show', () => {
    const gaps = long.map((value) => (value === 4 || value === 6 ? null : value));
    expect(markedPoints('line', gaps, 0)).toContain(5);
    expect(markedPoints('line', gaps, 0)).not.toContain(4);
  });
});

describe('the x axis of a profile', () => {
  it('has its fixed range, or goes from the first to the last point with some room', () => {
    expect(profileRange({ title, scale: 'linear', range: [-1, 1] }, [0, 9])).toEqual([-1, 1]);
    expect(profileRange({ title, scale: 'linear' }, [0, 50, 100])).toEqual([-3, 103]);
    const [low, high] = profileRange({ title, scale: 'log' }, [1, 10, 100]);
    expect([low < 1, low > 0.8, high > 100, high < 125]).toEqual([true, true, true, true]);
  });

  it('has a range for a single point and for none', () => {
    expect(profileRange({ title, scale: 'linear' }, [7])).toEqual([6, 8]);
    expect(profileRange({ title, scale: 'log' }, [8])).toEqual([4, 16]);
    expect(profileRange({ title, scale: 'log' }, [])).toEqual([0.5, 2]);
  });

  it('has ticks at powers of ten, and between them where there are few', () => {
    expect(logTicks(0.9, 120)).toEqual([1, 2, 5, 10, 20, 50, 100]);
    expect(logTicks(1e-4, 10)).toEqual([1e-4, 1e-3, 0.01, 0.1, 1, 10]);
    expect(logTicks(3, 4)).toEqual([]);
    expect(logLines(0.8, 30)).toEqual([0.8, 0.9, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 30]);
    // What has blown up in 32-bit floats, and what has shrunk in them.
    expect(logLines(1e-45, 3e38)).toHaveLength(45 * 9 + 38 * 9 + 3);
  });
});

describe('the style of a prediction', () => {
  const measured: SeriesStyle = { color: [1, 2, 3], dash: [8, 4], marker: 'square' };

  it('is dashed, in the colour of what it predicts, which is then solid', () => {
    const predicted = predictedStyle(measured);
    expect(predicted.color).toBe(measured.color);
    expect(predicted.dash.length).toBeGreaterThan(0);
    expect(predicted.marker).toBe('none');
    expect(solidStyle(measured)).toEqual({ ...measured, dash: [] });
  });
});
