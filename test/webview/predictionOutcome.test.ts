import { describe, expect, it } from 'vitest';
import {
  type ChoicePrediction,
  type CurvePrediction,
  defineExperiment,
  type ExperimentSpec,
  type Trace,
} from '../../src/experiments/kit/experiment';
import { curveSentences, drawingAxis, judgePrediction } from '../../webview/prediction/outcome';
import { stringsFor } from '../../webview/strings';

const named = (name: string) => ({ de: name, en: name });

const rises: ChoicePrediction = {
  kind: 'choice',
  id: 'which-way',
  question: named('?'),
  because: named('!'),
  options: [
    { id: 'up', text: named('up') },
    { id: 'down', text: named('down') },
  ],
  answer: ({ frames }) => (Number(frames.at(-1)?.loss) > Number(frames[0]?.loss) ? 'up' : 'down'),
};
const drawn: CurvePrediction = {
  kind: 'curve',
  id: 'loss-by-rate',
  question: named('?'),
  because: named('!'),
  view: 'response',
  series: 1,
  range: [0.01, 100],
};

function specWith(scale: 'linear' | 'log', unit?: string): ExperimentSpec {
  return defineExperiment()({
    id: 'test',
    title: named('Test'),
    summary: named(''),
    explanation: named(''),
    concepts: { de: [], en: [] },
    params: {},
    views: [
      {
        kind: 'timeline',
        id: 'course',
        title: named(''),
        caption: named(''),
        y: { title: named(''), scale },
        series: [],
      },
      {
        kind: 'response',
        id: 'response',
        title: named('Verlust'),
        caption: named(''),
        x: { field: 'rates', title: named('$\\eta$') },
        y: { title: named(''), scale, ...(unit && { unit: named(unit) }) },
        series: [
          { field: 'other', label: named('') },
          { field: 'losses', label: named('') },
        ],
      },
    ],
    claims: [],
    predictions: [rises, drawn],
    stepsPerFrame: 1,
  });
}

const trace: Trace = {
  setup: { rates: Float32Array.of(0.1, 1, 10) },
  frames: [
    { loss: 3, losses: Float32Array.of(9, 9, 9), other: new Float32Array(3) },
    { loss: 1, losses: Float32Array.of(4, 1, 4), other: new Float32Array(3) },
  ],
};

describe('judging a prediction', () => {
  it('holds a choice against what the run answers', () => {
    const judge = (option: string) =>
      judgePrediction(specWith('log'), rises, { kind: 'choice', option }, trace);
    expect(judge('down')).toEqual({ kind: 'choice', answer: 'down', isRight: true });
    expect(judge('up')).toEqual({ kind: 'choice', answer: 'down', isRight: false });
  });

  it('holds a curve against its series in the last frame', () => {
    const outcome = judgePrediction(specWith('log'), drawn, { kind: 'curve', values: [4, 1, 4] }, trace);
    expect(outcome).toMatchObject({ kind: 'curve', score: { distance: 1 } });
  });

  it('says nothing of an answer to another kind of question, of an unknown view and of a run without frames', () => {
    const spec = specWith('log');
    const curve = { kind: 'curve', values: [4, 1, 4] } as const;
    expect(judgePrediction(spec, rises, curve, trace)).toBeUndefined();
    expect(judgePrediction(spec, drawn, { kind: 'choice', option: 'up' }, trace)).toBeUndefined();
    expect(judgePrediction(spec, { ...drawn, view: 'course' }, curve, trace)).toBeUndefined();
    expect(judgePrediction(spec, { ...drawn, series: 2 }, curve, trace)).toBeUndefined();
    expect(judgePrediction(spec, drawn, curve, { setup: trace.setup, frames: [] })).toBeUndefined();
  });

  it('has the scale of the view and the range of the prediction as its axis', () => {
    expect(drawingAxis(specWith('log'), drawn)).toEqual({ scale: 'log', range: [0.01, 100] });
    expect(drawingAxis(specWith('linear'), drawn).scale).toBe('linear');
  });
});

describe('what is said about a drawn curve', () => {
  const say = (values: readonly number[], spec: ExperimentSpec, locale: 'de' | 'en' = 'de') => {
    const outcome = judgePrediction(spec, drawn, { kind: 'curve', values }, trace);
    const score = outcome?.kind === 'curve' ? outcome.score : undefined;
    return curveSentences(spec, drawn, score, trace, locale, stringsFor(locale));
  };

  it('is a factor on a log axis, and where the minimum is', () => {
    expect(say([4, 4, 1], specWith('log'))).toEqual([
      'Die Größenordnung stimmt, der Verlauf weicht ab.',
      'Im Mittel liegt Ihre Kurve um den Faktor 2,5 daneben.',
      'Das Minimum liegt bei η = 1, in Ihrer Kurve bei η = 10.',
    ]);
  });

  it('is a distance with its unit and its share of what was measured on a linear axis', () => {
    expect(say([4, 2.5, 4], specWith('linear', 'bit'), 'en')).toEqual([
      'Your curve lies almost on the measured one.',
      'On average your curve is off by 0.50 bit, which is 17 % of the measured range.',
      'You have the minimum in the right place: at η = 1.',
    ]);
  });

  it('says that a flat curve has no minimum, and that a run has measured nothing', () => {
    expect(say([2, 2, 2], specWith('log')).at(-1)).toBe(
      'Das Minimum liegt bei η = 1; Ihre Kurve hat keines.',
    );
    const spec = specWith('log');
    const sentences = curveSentences(spec, drawn, undefined, trace, 'de', stringsFor('de'));
    expect(sentences).toEqual([stringsFor('de').prediction.nothingMeasured]);
  });
});
