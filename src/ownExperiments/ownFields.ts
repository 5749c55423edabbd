import type { ExperimentSpec, Frame, LiveFormula, Prediction, Trace } from '../experiments/kit/experiment';
import type { OwnDescription } from './ownSpec';

/** Fields that the worker adds to the frames of a learner's own experiment, whose functions the page does not run. */
export const OWN_FIELDS = {
  /** Values of all live formulas, one after the other. */
  formulas: 'own: formulas',
  /** What each claim measures; in the last frame. */
  claims: 'own: claims',
  /** Index of the right option of each prediction; in the last frame. */
  choices: 'own: choices',
} as const;

/** Places of a live formula, in the order of its TeX, each once. */
function liveNames({ tex }: Pick<LiveFormula, 'tex'>): readonly string[] {
  return [...new Set(Array.from(tex.matchAll(/\\live\{(\w+)\}/g), ([, name]) => name!))];
}

/** Values of all live formulas in the order of `OWN_FIELDS.formulas`; NaN where a formula has none for a place. */
export function formulaValues(
  formulas: readonly LiveFormula[],
  ...[trace, frame, params]: Parameters<LiveFormula['values']>
): Float32Array {
  const values = formulas.flatMap((formula) => {
    const own: Readonly<Record<string, unknown>> = formula.values(trace, frame, params);
    return liveNames(formula).map((name) => Number(own[name]));
  });
  return Float32Array.from(values);
}

function numberIn(frame: Frame | undefined, field: string, index: number): number {
  const values = frame?.[field];
  return typeof values === 'object' ? (values[index] ?? Number.NaN) : Number.NaN;
}

function lastFrame({ frames }: Trace): Frame | undefined {
  return frames.at(-1);
}

function predictionsOf({ predictions }: OwnDescription): readonly Prediction[] {
  return predictions.map((prediction, index) => {
    if (prediction.kind === 'curve') return prediction;
    const answer = (trace: Trace): string => {
      const right = numberIn(lastFrame(trace), OWN_FIELDS.choices, index);
      return prediction.options[right]?.id ?? '';
    };
    return { ...prediction, answer };
  });
}

function formulasOf({ formulas }: OwnDescription): readonly LiveFormula[] {
  let first = 0;
  return formulas.map((formula) => {
    const names = liveNames(formula).map((name, index) => [name, first + index] as const);
    first += names.length;
    const values = ({ frames }: Trace, frame: number) =>
      Object.fromEntries(names.map(([name, at]) => [name, numberIn(frames[frame], OWN_FIELDS.formulas, at)]));
    return { ...formula, values };
  });
}

/** The spec of a learner's own experiment for the page: its functions look up what the worker answered. */
export function specFromDescription(description: OwnDescription): ExperimentSpec {
  return {
    ...description,
    claims: description.claims.map((claim, index) => ({
      ...claim,
      measure: (trace) => numberIn(lastFrame(trace), OWN_FIELDS.claims, index),
    })),
    predictions: predictionsOf(description),
    formulas: formulasOf(description),
  };
}
