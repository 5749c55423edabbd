import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawingOrder, lineWidth, opacity, type SeriesStyle, seriesStyles } from '../../webview/seriesStyle';
import { deriveTheme } from '../../webview/theme';
import { emphasize, focusedVariant, neighbour, variantsOfCurves } from '../../webview/views/focus';

const theme = deriveTheme('dark', () => '');
const styles = seriesStyles(theme, 4, 'ordered');
const emphases = (drawn: readonly SeriesStyle[]) => drawn.map(({ emphasis }) => emphasis);

describe('the variant that a picture brings out', () => {
  const focus = { field: 'penalties', index: 2 };

  it('is the one in focus where the picture shows variants of that field', () => {
    expect(focusedVariant(focus, 'penalties', 3)).toBe(2);
  });

  it('is none where the focus is on another field, and where there is none', () => {
    expect(focusedVariant(focus, 'scales', 3)).toBeUndefined();
    expect(focusedVariant(focus, undefined, 3)).toBeUndefined();
    expect(focusedVariant(undefined, 'penalties', 3)).toBeUndefined();
    expect(focusedVariant(undefined, undefined, 3)).toBeUndefined();
  });

  it('is none where the run has fewer variants', () => {
    expect(focusedVariant(focus, 'penalties', 2)).toBeUndefined();
    expect(focusedVariant({ field: 'penalties', index: -1 }, 'penalties', 2)).toBeUndefined();
  });
});

describe('curves', () => {
  it('belong to the variants in turn, series by series', () => {
    expect(variantsOfCurves(6, 3)).toEqual([0, 1, 2, 0, 1, 2]);
    expect(variantsOfCurves(2, 1)).toEqual([0, 0]);
  });

  it('of the variant in focus are raised, in every series and as predicted, and all others faded', () => {
    const drawn = emphasize(seriesStyles(theme, 6, 'ordered'), variantsOfCurves(6, 3), 1);
    expect(emphases(drawn)).toEqual(['faded', 'raised', 'faded', 'faded', 'raised', 'faded']);
  });

  it('of no variant stay as they are', () => {
    const drawn = emphasize(styles, [0, undefined, 1, undefined], 1);
    expect(emphases(drawn)).toEqual(['faded', undefined, 'raised', undefined]);
    expect(drawn[1]).toBe(styles[1]);
  });

  it('are all as they were while nothing is in focus', () => {
    expect(emphasize(styles, [0, 1, 2, 3], undefined)).toEqual(styles);
  });

  it('keep colour, dashes and marker', () => {
    const [first] = emphasize(styles, [0, 1, 2, 3], 3);
    expect(first).toEqual({ ...styles[0], emphasis: 'faded' });
  });
});

describe('a series that is brought out', () => {
  it('is thicker than the others, which are fainter', () => {
    const [raised, faded] = emphasize(styles, [0, 1], 0) as [SeriesStyle, SeriesStyle];
    expect(lineWidth(raised)).toBeGreaterThan(lineWidth(styles[0] ?? {}));
    expect(lineWidth(faded)).toBe(lineWidth({}));
    expect(opacity(raised, theme)).toBe(1);
    expect(opacity(faded, theme)).toBeLessThan(0.5);
    expect(opacity(styles[0] ?? raised, theme)).toBe(1);
  });

  it('fades the others less with high contrast', () => {
    const [, faded] = emphasize(styles, [0, 1], 0) as [SeriesStyle, SeriesStyle];
    for (const kind of ['high-contrast', 'high-contrast-light'] as const) {
      expect(
        opacity(
          faded,
          deriveTheme(kind, () => ''),
        ),
      ).toBeGreaterThan(opacity(faded, theme));
    }
  });

  it('is drawn after all others, and these in their order', () => {
    expect(drawingOrder(emphasize(styles, [0, 1, 2, 3], 1))).toEqual([0, 2, 3, 1]);
    expect(drawingOrder(styles)).toEqual([0, 1, 2, 3]);
  });

  it('leaves every series to be drawn once', () => {
    const variants = fc.array(fc.option(fc.nat(3), { nil: undefined }), { maxLength: 12 });
    fc.assert(
      fc.property(variants, fc.option(fc.nat(3), { nil: undefined }), (ofCurves, picked) => {
        const drawn = emphasize(seriesStyles(theme, ofCurves.length, 'ordered'), ofCurves, picked);
        const order = drawingOrder(drawn);
        expect([...order].sort((one, other) => one - other)).toEqual(ofCurves.map((_, index) => index));
        const raised = ofCurves.filter((variant) => picked !== undefined && variant === picked).length;
        const last = order.slice(order.length - raised);
        expect(last.every((index) => ofCurves[index] === picked)).toBe(true);
      }),
    );
  });
});

describe('the variant before and after', () => {
  it('is the next one, and none past the ends', () => {
    expect(neighbour(1, 1, 3)).toBe(2);
    expect(neighbour(1, -1, 3)).toBe(0);
    expect(neighbour(2, 1, 3)).toBeUndefined();
    expect(neighbour(0, -1, 3)).toBeUndefined();
    expect(neighbour(0, 1, 1)).toBeUndefined();
  });
});
