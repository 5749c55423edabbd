/** Red, green, blue, each 0 … 255, fully opaque. */
export type Rgb = readonly [red: number, green: number, blue: number];

type Oklab = readonly [lightness: number, a: number, b: number];

const toLinear = (channel: number) => {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};

const toChannel = (linear: number) => {
  const clamped = Math.min(1, Math.max(0, linear));
  const value = clamped <= 0.0031308 ? clamped * 12.92 : 1.055 * clamped ** (1 / 2.4) - 0.055;
  return Math.round(value * 255);
};

function parseHex(text: string): readonly number[] | undefined {
  if (!/^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(text)) return undefined;
  const digits = text.slice(1);
  const full = digits.length < 6 ? [...digits].map((digit) => digit + digit).join('') : digits;
  const channels = full.match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? [];
  return channels.map((channel, index) => (index === 3 ? channel / 255 : channel));
}

function parseFunction(text: string): readonly number[] | undefined {
  const match = /^rgba?\(([^)]+)\)$/i.exec(text);
  const channels = match?.[1]?.split(/[\s,/]+/).map(Number.parseFloat);
  return channels && channels.length >= 3 && channels.every(Number.isFinite) ? channels : undefined;
}

/**
 * A colour as themes write them: `#rgb`, `#rrggbb`, each with alpha, or `rgb()`/`rgba()`. A translucent one is laid over `backdrop`.
 * `undefined` for anything else, the empty value of a missing variable included.
 */
export function parseColor(text: string, backdrop: Rgb): Rgb | undefined {
  const channels = parseHex(text.trim()) ?? parseFunction(text.trim());
  if (!channels) return undefined;
  const [red = 0, green = 0, blue = 0, alpha = 1] = channels;
  return mixRgb(backdrop, [red, green, blue], alpha);
}

/** The same without its transparency: a mark in a chart must be seen, however faintly a theme paints its own. */
export function parseOpaqueColor(text: string): Rgb | undefined {
  const [red, green, blue] = parseHex(text.trim()) ?? parseFunction(text.trim()) ?? [];
  return red === undefined || green === undefined || blue === undefined ? undefined : [red, green, blue];
}

function mixRgb(from: Rgb, to: Rgb, share: number): Rgb {
  const mix = (index: 0 | 1 | 2) => Math.round(from[index] + (to[index] - from[index]) * share);
  return [mix(0), mix(1), mix(2)];
}

/** CSS text of a colour. `alpha` 0 … 1. */
export function cssColor([red, green, blue]: Rgb, alpha = 1): string {
  return alpha === 1 ? `rgb(${red} ${green} ${blue})` : `rgb(${red} ${green} ${blue} / ${alpha})`;
}

/** A colour as one number in the order of `ImageData`'s bytes, for a `Uint32Array` over them: every platform here is little-endian. */
export function packColor([red, green, blue]: Rgb): number {
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

/** Relative luminance, 0 … 1 (WCAG 2.2). */
function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * toLinear(red) + 0.7152 * toLinear(green) + 0.0722 * toLinear(blue);
}

/** Contrast ratio, 1 … 21 (WCAG 2.2). Pictures need 3, text 4.5. */
export function contrast(one: Rgb, other: Rgb): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** Björn Ottosson, "A perceptual color space for image processing" (2020). */
function toOklab([red, green, blue]: Rgb): Oklab {
  const [r, g, b] = [toLinear(red), toLinear(green), toLinear(blue)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromOklab([lightness, a, b]: Oklab): Rgb {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    toChannel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    toChannel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    toChannel(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

/** Perceptually even mixture; `share` 0 gives `from`, 1 gives `to`. */
export function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const [start, end] = [toOklab(from), toOklab(to)];
  const at = (index: 0 | 1 | 2) => start[index] + (end[index] - start[index]) * share;
  return fromOklab([at(0), at(1), at(2)]);
}

/** The same hue at another perceived lightness, 0 (black) … 1 (white). */
export function withLightness(color: Rgb, lightness: number): Rgb {
  const [, a, b] = toOklab(color);
  return fromOklab([lightness, a, b]);
}

/** The colour itself if it stands out from `background` by `ratio`, else the nearest mixture with `foreground` that does. */
export function ensureContrast(color: Rgb, background: Rgb, foreground: Rgb, ratio: number): Rgb {
  for (let share = 0; share < 1; share += 0.05) {
    const candidate = mix(color, foreground, share);
    if (contrast(candidate, background) >= ratio) return candidate;
  }
  return foreground;
}
