import type { Frame, Setup } from '../../src/experiments/kit/experiment';
import type { Locale } from '../../src/experiments/kit/localized';
import type { ResponseView } from '../../src/experiments/kit/views';
import { formatTick } from '../numbers';
import { plainText } from '../text';
import { CurvesChart } from './curvesChart';
import type { CreateView } from './view';

/** Room before the first and after the last variant, in distances between two. */
const MARGIN = 0.3;

/** Fewest significant digits, two or more, with which no two of the values look alike. */
function digitsFor(values: Float32Array, locale: Locale): number {
  const distinct = new Set(values).size;
  const found = [2, 3, 4].find(
    (digits) => new Set(Array.from(values, (value) => formatTick(value, locale, digits))).size === distinct,
  );
  return found ?? 2;
}

/** Makes a response chart: measured quantities against the swept parameter, one point a variant, at equal distances. */
export const createResponseView: CreateView<ResponseView<Setup, Frame>> = (view, context, requestDraw) => {
  const { locale } = context;
  const names = view.x.labels?.map((label) => plainText(label[locale]));
  const axis = {
    field: view.x.field,
    title: plainText(view.x.title[locale]),
    scale: 'linear',
    place: (_: number, index: number) => index,
    range: ({ length }: readonly number[]) => [-MARGIN, Math.max(1, length) - 1 + MARGIN] as const,
    ticks: (places: readonly number[]) => places,
    formatTick: (place: number, values: Float32Array) =>
      names?.[place] ?? formatTick(values[place] ?? Number.NaN, locale, digitsFor(values, locale)),
    names,
    hasVariants: true,
  } as const;
  return new CurvesChart(view, axis, context, requestDraw);
};
