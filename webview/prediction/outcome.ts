import type {
  CurvePrediction,
  ExperimentSpec,
  Frame,
  Prediction,
  Setup,
  Trace,
} from '../../src/experiments/kit/experiment';
import type { Locale } from '../../src/experiments/kit/localized';
import type { ResponseView } from '../../src/experiments/kit/views';
import { formatMeasured, formatTick } from '../numbers';
import type { Strings } from '../strings';
import { plainText } from '../text';
import { arrayField } from '../views/fields';
import { type CurveScore, type ExtremeScore, scoreCurve } from './curveScore';
import type { DrawingAxis } from './drawnCurve';
import type { Given } from './predictions';

/** What a finished run says about a prediction. `score` is `undefined` where nothing was measured to compare with. */
export type Outcome =
  | { readonly kind: 'choice'; readonly answer: string; readonly isRight: boolean }
  | { readonly kind: 'curve'; readonly score: CurveScore | undefined };

/** Mean distances, as shares of the axis on which was drawn, up to which a curve counts as very close, close, and roughly right. */
const VERY_CLOSE = 0.04;
const CLOSE = 0.1;
const ROUGHLY = 0.22;

/** The view in which a curve is drawn; `undefined` where the experiment has no such response view. */
export function drawnView(
  spec: ExperimentSpec,
  { view: id }: CurvePrediction,
): ResponseView<Setup, Frame> | undefined {
  const view = spec.views.find((candidate) => candidate.id === id);
  return view?.kind === 'response' ? view : undefined;
}

/** The axis on which a curve is drawn. */
export function drawingAxis(spec: ExperimentSpec, prediction: CurvePrediction): DrawingAxis {
  return { scale: drawnView(spec, prediction)?.y.scale ?? 'linear', range: prediction.range };
}

/** Compares what was predicted with a finished run; `undefined` where the two do not belong together. */
export function judgePrediction(
  spec: ExperimentSpec,
  prediction: Prediction,
  given: Given,
  trace: Trace,
): Outcome | undefined {
  if (prediction.kind === 'choice' && given.kind === 'choice') {
    const answer = prediction.answer(trace);
    return { kind: 'choice', answer, isRight: answer === given.option };
  }
  if (prediction.kind !== 'curve' || given.kind !== 'curve') return undefined;
  const series = drawnView(spec, prediction)?.series[prediction.series];
  const last = trace.frames.at(-1);
  if (!series || !last) return undefined;
  const measured = arrayField(last, series.field);
  const score = scoreCurve(drawingAxis(spec, prediction), given.values, measured);
  return { kind: 'curve', score };
}

function closenessText({ shareOfAxis }: CurveScore, { closeness }: Strings['prediction']): string {
  if (shareOfAxis <= VERY_CLOSE) return closeness.veryClose;
  if (shareOfAxis <= CLOSE) return closeness.close;
  return shareOfAxis <= ROUGHLY ? closeness.roughly : closeness.different;
}

function distanceText(
  { distance, shareOfRange }: CurveScore,
  isLog: boolean,
  unit: string | undefined,
  locale: Locale,
  { prediction }: Strings,
): string {
  const number = formatMeasured(distance, locale, 2);
  if (isLog) return prediction.offByFactor(number);
  const percent = shareOfRange === undefined ? undefined : formatTick(Math.round(shareOfRange * 100), locale);
  return prediction.offBy(unit ? `${number} ${unit}` : number, percent);
}

function extremeText(score: ExtremeScore, place: (index: number) => string, strings: Strings): string {
  const { right, flat, elsewhere } = strings.prediction.extremes[score.kind];
  if (score.predicted === undefined) return flat(place(score.measured));
  return score.isRight
    ? right(place(score.predicted))
    : elsewhere(place(score.measured), place(score.predicted));
}

/** What there is to say about a drawn curve, sentence by sentence: how close, how far off in numbers, the extremes. Plain text. */
export function curveSentences(
  spec: ExperimentSpec,
  prediction: CurvePrediction,
  score: CurveScore | undefined,
  trace: Trace,
  locale: Locale,
  strings: Strings,
): readonly string[] {
  const view = drawnView(spec, prediction);
  if (!view || !score) return [strings.prediction.nothingMeasured];
  const xValues = arrayField(trace.setup, view.x.field);
  const place = (index: number) =>
    `${plainText(view.x.title[locale])} = ${formatTick(xValues[index] ?? Number.NaN, locale, 2)}`;
  return [
    closenessText(score, strings.prediction),
    distanceText(score, view.y.scale === 'log', view.y.unit?.[locale], locale, strings),
    ...score.extremes.map((extreme) => extremeText(extreme, place, strings)),
  ];
}
