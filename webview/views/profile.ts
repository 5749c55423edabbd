import type { Frame, Setup } from '../../src/experiments/kit/experiment';
import type { Axis, ProfileView } from '../../src/experiments/kit/views';
import { formatTick } from '../numbers';
import { plainText } from '../text';
import { CurvesChart } from './curvesChart';
import { logTicks, placeOnAxis } from './extent';
import type { CreateView } from './view';

/** Room beside the first and the last point, as a share of the axis, so that no marker is cut off. */
const MARGIN = 0.03;

/** The range of an x axis: the fixed one, or from the first to the last of the ascending places with some room beside them. */
export function profileRange({ scale, range }: Axis, places: readonly number[]): readonly [number, number] {
  if (range) return range;
  const [first = 1, last = first] = [places[0], places.at(-1)];
  if (scale === 'log') {
    const factor = last > first ? (last / first) ** MARGIN : 2;
    return [first / factor, last * factor];
  }
  const room = last > first ? (last - first) * MARGIN : 1;
  return [first - room, last + room];
}

/** Makes a profile: quantities along an axis of their own, one line a variant. */
export const createProfileView: CreateView<ProfileView<Setup, Frame>> = (view, context, requestDraw) => {
  const { x } = view;
  const { locale } = context;
  const range = (places: readonly number[]) => profileRange(x, places);
  const axis = {
    field: x.field,
    title: plainText(x.title[locale]),
    unit: x.unit?.[locale],
    scale: x.scale,
    place: (value: number) => placeOnAxis(value, x),
    range,
    ticks: x.scale === 'log' ? (places: readonly number[]) => logTicks(...range(places)) : undefined,
    formatTick: (place: number) => formatTick(place, locale),
  };
  return new CurvesChart(view, axis, context, requestDraw);
};
