import { mix, type Rgb } from '../color';
import type { Theme } from '../theme';

/** How much of its colour the lowest value has where there is no zero to start from: no cell looks like an empty one. */
const LEAST = 0.06;
/** Colours that make up a scale. */
const SCALE_STOPS = 9;

/** Colours of what is below and what is above zero, everywhere that signs are drawn. */
export function signColors({ categories, foreground }: Theme): {
  readonly negative: Rgb;
  readonly positive: Rgb;
} {
  const [positive = foreground, negative = foreground] = categories;
  return { negative, positive };
}

/**
 * The colour of a value on a scale between two ends; values outside have the colour of the end. Where the first end is negative, the
 * scale is the background at zero and has a colour of its own on each side; both sides have the same slope. `undefined` for NaN.
 */
export function valueColor(
  theme: Theme,
  value: number,
  [low, high]: readonly [number, number],
): Rgb | undefined {
  if (Number.isNaN(value)) return undefined;
  const { negative, positive } = signColors(theme);
  const near = Math.min(high, Math.max(low, value));
  if (low >= 0) return mix(theme.background, positive, LEAST + ((1 - LEAST) * (near - low)) / (high - low));
  const share = near / Math.max(-low, Math.abs(high));
  return mix(theme.background, share < 0 ? negative : positive, Math.abs(share));
}

/** Colours at equal distances along the scale, from its first end to its second; as many as make up a scale, or `count`. */
export function scaleStops(
  theme: Theme,
  [low, high]: readonly [number, number],
  count = SCALE_STOPS,
): readonly Rgb[] {
  return Array.from({ length: count }, (_, index) => {
    const value = low + ((high - low) * index) / (count - 1);
    return valueColor(theme, value, [low, high]) ?? theme.background;
  });
}
