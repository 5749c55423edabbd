import type { DrawnCurve } from './drawnCurve';

/** A curve of a response view that the learner draws or has drawn. */
export interface PredictedCurve {
  /** Index of the series that it predicts. */
  readonly series: number;
  readonly curve: DrawnCurve;
  /** It is being drawn: nothing of that series is shown, and the picture takes strokes. Otherwise it lies over what was measured. */
  readonly isOpen: boolean;
}

/** What pictures need to know of the learner's predictions. They ask again on every draw. */
export interface PredictionSource {
  /** The run waits for a prediction: what would give the answer away is not shown. */
  readonly isWaiting: boolean;
  /** The curve of a view; `undefined` where there is none. */
  predictedCurve(viewId: string): PredictedCurve | undefined;
  /** To be called by the picture after a stroke has changed the curve. */
  curveChanged(): void;
}
