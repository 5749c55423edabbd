import type { SeriesStyle } from '../seriesStyle';
import type { Focus } from './view';

/**
 * The variant that a picture brings out, of the `count` that the setup's `field` tells apart; `undefined` where the focus is on
 * another field, where there is none, and where the run has no such variant.
 */
export function focusedVariant(
  focus: Focus | undefined,
  field: string | undefined,
  count: number,
): number | undefined {
  if (!focus || focus.field !== field) return undefined;
  return focus.index >= 0 && focus.index < count ? focus.index : undefined;
}

/** The variant of each of `curves` curves, which lie series by series with `count` variants each. */
export function variantsOfCurves(curves: number, count: number): readonly number[] {
  return Array.from({ length: curves }, (_, curve) => curve % count);
}

/**
 * The styles when the variant `picked` is brought out: its series are raised, those of other variants faded. A series of no variant
 * (`undefined` in `variants`) stays as it is, and so do all while nothing is picked.
 */
export function emphasize(
  styles: readonly SeriesStyle[],
  variants: readonly (number | undefined)[],
  picked: number | undefined,
): readonly SeriesStyle[] {
  if (picked === undefined) return styles;
  return styles.map((style, index) => {
    const variant = variants[index];
    if (variant === undefined) return style;
    return { ...style, emphasis: variant === picked ? 'raised' : 'faded' } as const;
  });
}

/** The variant `step` places on; `undefined` past the first and the last of `count`. */
export function neighbour(variant: number, step: -1 | 1, count: number): number | undefined {
  const next = variant + step;
  return next >= 0 && next < count ? next : undefined;
}
