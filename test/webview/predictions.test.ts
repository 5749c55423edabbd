import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  askedIn,
  nextQuestion,
  noPredictions,
  type Predictions,
  type QuestionState,
  questionState,
  readPredictions,
  settingsKey,
  withQuestion,
  withSwitch,
} from '../../webview/prediction/predictions';

const answered: QuestionState = {
  status: 'answered',
  given: { kind: 'choice', option: 'rises' },
  settings: settingsKey({ rate: 0.1 }, 1),
};

// Names that objects have of themselves are no records of ours.
const ids = fc.constantFrom('a', 'b', 'weight-decay', 'constructor', 'toString', 'hasOwnProperty');
const questions: fc.Arbitrary<QuestionState> = fc.oneof(
  fc.constant<QuestionState>({ status: 'open' }),
  fc.constant<QuestionState>({ status: 'skipped' }),
  fc.record({
    status: fc.constant('answered' as const),
    given: fc.oneof(
      fc.record({ kind: fc.constant('choice' as const), option: fc.string() }),
      fc.record({
        kind: fc.constant('curve' as const),
        // JSON has no negative zero.
        values: fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)),
      }),
    ),
    settings: fc.string(),
  }),
);
const states: fc.Arbitrary<Predictions> = fc
  .tuple(fc.boolean(), fc.array(fc.tuple(ids, ids, questions)))
  .map(([isOn, entries]) =>
    entries.reduce<Predictions>(
      (state, [experiment, question, next]) => withQuestion(state, experiment, question, next),
      withSwitch(noPredictions, isOn),
    ),
  );

describe('what is known of predictions', () => {
  it('starts with nothing asked, and asking switched on', () => {
    expect(noPredictions.isOn).toBe(true);
    expect(askedIn(noPredictions, 'constructor')).toBeUndefined();
    expect(questionState(noPredictions, 'a', 'b')).toBeUndefined();
  });

  it('keeps what became of each question, the newest as the current one', () => {
    const first = withQuestion(noPredictions, 'a', 'one', answered);
    const state = withQuestion(withQuestion(first, 'a', 'two', { status: 'open' }), 'b', 'one', {
      status: 'skipped',
    });
    expect(questionState(state, 'a', 'one')).toEqual(answered);
    expect(askedIn(state, 'a')?.current).toBe('two');
    expect(questionState(state, 'b', 'one')).toEqual({ status: 'skipped' });
    expect(askedIn(first, 'b')).toBeUndefined();
  });

  it('finds the next question that is not answered', () => {
    const order = ['one', 'two', 'three'];
    const state = withQuestion(noPredictions, 'a', 'one', answered);
    expect(nextQuestion(state, 'a', order)).toBe('two');
    const later = withQuestion(withQuestion(state, 'a', 'two', answered), 'a', 'one', answered);
    expect(nextQuestion(later, 'a', order)).toBe('three');
    expect(nextQuestion(withQuestion(later, 'a', 'three', answered), 'a', order)).toBeUndefined();
  });

  it('tells settings apart, not the order in which they are', () => {
    expect(settingsKey({ a: 1, b: 'x' }, 3)).toBe(settingsKey({ b: 'x', a: 1 }, 3));
    const others = [settingsKey({ a: 1 }, 4), settingsKey({ a: 2 }, 3), settingsKey({ a: '1' }, 3)];
    expect(new Set([settingsKey({ a: 1 }, 3), ...others]).size).toBe(4);
  });
});

describe('predictions that were saved', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(readPredictions(JSON.parse(JSON.stringify(state)))).toEqual(state);
      }),
    );
  });

  it('are read from anything without failing, and what comes out can be read again', () => {
    fc.assert(
      fc.property(fc.anything(), fc.jsonValue(), (anything, json) => {
        for (const value of [anything, json, { isOn: json, byExperiment: anything }]) {
          const read = readPredictions(value);
          expect(readPredictions(read)).toEqual(read);
        }
      }),
    );
  });

  it('lose only what is damaged', () => {
    fc.assert(
      fc.property(states, fc.jsonValue(), (state, damage) => {
        const damaged = { ...state, byExperiment: { ...state.byExperiment, broken: { current: damage } } };
        expect(readPredictions(damaged)).toEqual(state);
      }),
    );
  });

  it.each([
    { status: 'answered', given: { kind: 'curve', values: [1, null] }, settings: '' },
    { status: 'answered', given: { kind: 'curve', values: ['1'] }, settings: '' },
    { status: 'answered', given: { kind: 'choice' }, settings: '' },
    { status: 'answered', given: { kind: 'choice', option: 'x' } },
    { status: 'unknown' },
    null,
  ])('lose a question in the state %j', (damaged) => {
    const asked = { current: 'good', questions: { good: answered, damaged } };
    const read = readPredictions({ isOn: false, byExperiment: { a: asked } });
    expect(read).toEqual(withQuestion(withSwitch(noPredictions, false), 'a', 'good', answered));
  });

  it('lose an experiment whose current question is lost', () => {
    const asked = { current: 'gone', questions: { good: answered } };
    expect(readPredictions({ byExperiment: { a: asked } })).toEqual(noPredictions);
  });
});
