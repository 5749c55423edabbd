import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWithin, testedSeeds } from '../../src/experiments/kit/claims';
import type { Claim, ExperimentSpec } from '../../src/experiments/kit/experiment';
import { findSpec } from '../../src/experiments/specs.gen';
import type { SurveyRequest, WorkerReport, WorkerRequest } from '../../src/protocol/workerMessages';
import { judgeSeeds, slack } from '../../webview/survey/refutation';
import { Refuter, SEEDS_AN_ATTEMPT } from '../../webview/survey/refuter';
import { stripScale } from '../../webview/survey/seedStrip';
import { drawSeeds, seedRanges } from '../../webview/survey/seeds';
import { type SurveyEnd, SurveyLink } from '../../webview/survey/surveyLink';
import type { WorkerProblem } from '../../webview/workerLink';

const bounds = fc
  .tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 0, max: 50 }), fc.constantFrom(1, 2, 3))
  .map(([low, width, sides]): Claim['bound'] => ({
    ...(sides !== 2 && { atLeast: low }),
    ...(sides !== 1 && { atMost: low + width }),
  }));
const numbers = fc.oneof(fc.integer({ min: -100, max: 100 }), fc.constant(Number.NaN), fc.constant(Infinity));
const resultsOf = (measured: readonly number[]) =>
  measured.map((number, index) => ({ seed: 1000 + index, measured: number }));

describe('judging a claim by new seeds', () => {
  it('measures the distance to the bound relative to its size', () => {
    expect(slack(2.2, { atLeast: 2 })).toBeCloseTo(0.1);
    expect(slack(1, { atLeast: 2 })).toBe(-0.5);
    expect(slack(110, { atLeast: 50, atMost: 100 })).toBeCloseTo(-0.1);
    expect(slack(0.3, { atMost: 0 })).toBe(-0.3);
    expect(slack(Number.NaN, { atMost: 1 })).toBe(Number.NEGATIVE_INFINITY);
  });

  it('has no slack left exactly where the claim does not hold', () => {
    fc.assert(
      fc.property(numbers, bounds, (number, bound) => slack(number, bound) >= 0 === isWithin(number, bound)),
    );
  });

  it('is refuted by one seed, whose slack is the least', () => {
    fc.assert(
      fc.property(fc.array(numbers, { minLength: 1 }), bounds, (measured, bound) => {
        const { tried, holding, worst, isRefuted, mean } = judgeSeeds(
          { bound, over: 'every-seed' },
          resultsOf(measured),
        );
        expect(mean).toBeUndefined();
        expect(tried).toBe(measured.length);
        expect(isRefuted).toBe(holding < tried);
        expect(isRefuted).toBe(!isWithin(worst!.measured, bound));
        for (const number of measured)
          expect(slack(worst!.measured, bound)).toBeLessThanOrEqual(slack(number, bound));
      }),
    );
  });

  it('does not depend on the order, where the claim is about the mean', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 1 }),
        bounds,
        (measured, bound) => {
          const claim = { bound, over: 'mean' } as const;
          const finding = judgeSeeds(claim, resultsOf(measured));
          expect(judgeSeeds(claim, resultsOf(measured.toReversed())).isRefuted).toBe(finding.isRefuted);
          expect(finding.isRefuted).toBe(!isWithin(finding.mean!, bound));
        },
      ),
    );
  });

  it('lets a single seed miss where the mean holds, but not one without a number', () => {
    const claim = { bound: { atLeast: 2 }, over: 'mean' } as const;
    expect(judgeSeeds(claim, resultsOf([1, 4]))).toMatchObject({ holding: 1, mean: 2.5, isRefuted: false });
    expect(judgeSeeds(claim, resultsOf([4, Number.NaN]))).toMatchObject({ holding: 1, isRefuted: true });
  });

  it('says nothing before the first seed', () => {
    const nothing = { tried: 0, holding: 0, mean: undefined, isRefuted: false, worst: undefined };
    for (const over of ['mean', 'every-seed'] as const) {
      expect(judgeSeeds({ bound: { atLeast: 1 }, over }, [])).toEqual(nothing);
    }
  });
});

/** Every whole number in turn, from `first`. */
function counting(first = 0) {
  let next = first;
  return (bound: number) => next++ % bound;
}

describe('seeds', () => {
  it('are new ones: none is taken, none comes twice', () => {
    const taken = fc.array(fc.integer({ min: 0, max: 9999 }), { maxLength: 300 });
    const draws = fc.infiniteStream(fc.integer({ min: 0, max: 2 ** 31 }));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), taken, draws, (count, known, stream) => {
        const seeds = drawSeeds(count, known, (bound) => Number(stream.next().value) % bound);
        expect(new Set(seeds).size).toBe(count);
        for (const seed of seeds) expect(known).not.toContain(seed);
      }),
    );
  });

  it('are found also when all short ones are taken', () => {
    const all = Array.from({ length: 10_000 }, (_, seed) => seed);
    expect(drawSeeds(2, all, counting())).toEqual([10_000, 10_001]);
  });

  it('are written as ranges', () => {
    expect(seedRanges(testedSeeds)).toEqual([
      [1, 5],
      [201, 205],
    ]);
    expect(seedRanges([9, 3, 4])).toEqual([
      [3, 4],
      [9, 9],
    ]);
    expect(seedRanges([])).toEqual([]);
  });
});

describe('the strip of marks', () => {
  it('has room for every number and bound, in their order', () => {
    fc.assert(
      fc.property(fc.array(numbers, { minLength: 1 }), bounds, (measured, bound) => {
        const { place } = stripScale(measured, bound);
        const sorted = measured.filter((number) => !Number.isNaN(number)).sort((one, other) => one - other);
        const places = sorted.map((number) => place(number)!);
        expect(places).toEqual(places.toSorted((one, other) => one - other));
        for (const share of places) expect(share > 0 && share < 1).toBe(true);
        expect(place(Number.NaN)).toBeUndefined();
      }),
    );
  });

  it('places numbers of very different size by their logarithm', () => {
    const { place, range } = stripScale([1, 100], { atLeast: 10 });
    expect(range).toEqual([1, 100]);
    expect(place(10)).toBeCloseTo(0.5);
  });
});

/** A link whose worker answers when the test says so. */
function createLink() {
  const posted: SurveyRequest[] = [];
  let report: (report: WorkerReport) => void = () => {};
  let fail: (problem: WorkerProblem) => void = () => {};
  const counts = { opened: 0, stopped: 0 };
  const surveys = new SurveyLink((onReport, onProblem) => {
    counts.opened++;
    [report, fail] = [onReport, onProblem];
    return {
      post: (request: WorkerRequest) => request.type === 'survey' && posted.push(request),
      stop: () => counts.stopped++,
    };
  });
  return {
    surveys,
    posted,
    counts,
    report: (message: WorkerReport) => report(message),
    fail: (problem: WorkerProblem) => fail(problem),
  };
}

function surveyed(surveyId: number, index: number, claims: readonly number[] = []) {
  return { type: 'surveyed', surveyId, index, setup: {}, last: {}, claims } as const;
}

describe('SurveyLink', () => {
  const survey = {
    experimentId: 'capacity',
    runs: [1, 2].map((seed) => ({ params: {}, seed })),
    locale: 'de',
  } as const;
  function listen() {
    const heard: (number | SurveyEnd['kind'])[] = [];
    const listener = {
      onReport: ({ index }: { readonly index: number }) => void heard.push(index),
      onEnd: ({ kind }: SurveyEnd) => void heard.push(kind),
    };
    return { heard, listener };
  }

  it('starts its worker with the first survey and keeps it for the next', () => {
    const { surveys, counts, report, posted } = createLink();
    const { heard, listener } = listen();
    expect(counts.opened).toBe(0);
    for (const surveyId of [1, 2]) {
      surveys.start(survey, listener);
      expect(surveys.isBusy).toBe(true);
      for (const index of [0, 1]) report(surveyed(surveyId, index));
      expect(surveys.isBusy).toBe(false);
    }
    expect(heard).toEqual([0, 1, 'done', 0, 1, 'done']);
    expect(posted.map(({ surveyId }) => surveyId)).toEqual([1, 2]);
    expect(counts).toEqual({ opened: 1, stopped: 0 });
  });

  it('ends the worker of a survey that is given up, and hears it no more', () => {
    const { surveys, counts, report } = createLink();
    const { heard, listener } = listen();
    surveys.start(survey, listener);
    report(surveyed(1, 0));
    surveys.cancel();
    report(surveyed(1, 1));
    surveys.cancel();
    expect(heard).toEqual([0, 'cancelled']);
    expect(counts).toEqual({ opened: 1, stopped: 1 });
    surveys.start(survey, listener);
    expect(counts.opened).toBe(2);
  });

  it('gives up the survey that is under way for the next', () => {
    const { surveys, report } = createLink();
    const [first, second] = [listen(), listen()];
    surveys.start(survey, first.listener);
    surveys.start(survey, second.listener);
    report(surveyed(1, 0));
    report(surveyed(2, 0));
    expect([first.heard, second.heard]).toEqual([['cancelled'], [0]]);
  });

  it('tells of a worker that fails, and starts another for the next survey', () => {
    const { surveys, counts, fail } = createLink();
    const { heard, listener } = listen();
    surveys.start(survey, listener);
    fail({ kind: 'silent' });
    expect(heard).toEqual(['silent']);
    surveys.start(survey, listener);
    expect(counts.opened).toBe(2);
  });
});

describe('Refuter', () => {
  const text = { de: '', en: '' };
  const claim = (id: string, params?: Claim['params']): Claim => ({
    id,
    text,
    source: '',
    ...(params && { params }),
    measure: () => 0,
    bound: { atLeast: 2 },
    over: 'every-seed',
  });
  const known = findSpec('capacity')!;
  const [one, same, other] = [
    claim('one'),
    claim('same', { penalty: known.params.penalty!.default }),
    claim('other', { penalty: 10 }),
  ];
  const spec: ExperimentSpec = { ...known, claims: [one, same, other] };

  function createRefuter() {
    const link = createLink();
    const refuter = new Refuter(link.surveys, 'de', counting());
    refuter.setSpec(spec);
    return { refuter, ...link };
  }

  it('runs the settings of the claim over new seeds, none of them tested before', () => {
    const { refuter, posted } = createRefuter();
    refuter.tryFurther(other);
    expect(posted[0]).toMatchObject({ experimentId: 'capacity', locale: 'de' });
    const { runs } = posted[0]!;
    expect(runs).toHaveLength(SEEDS_AN_ATTEMPT);
    for (const { params, seed } of runs) {
      expect(params).toMatchObject({ penalty: 10 });
      expect(testedSeeds).not.toContain(seed);
    }
  });

  it('judges all claims with the same settings by the same runs, and no others', () => {
    const { refuter, report } = createRefuter();
    refuter.tryFurther(one);
    report(surveyed(1, 0, [3, 1, Number.NaN]));
    expect(refuter.stateOf(one)).toMatchObject({
      isRunning: true,
      isBlocked: false,
      planned: 20,
      results: [{ measured: 3 }],
    });
    expect(refuter.stateOf(same)).toMatchObject({ isRunning: true, results: [{ seed: 0, measured: 1 }] });
    expect(refuter.stateOf(other)).toMatchObject({
      isRunning: false,
      isBlocked: true,
      planned: 0,
      results: [],
    });
  });

  it('counts a failed run as one without a number, and keeps its message', () => {
    const { refuter, report } = createRefuter();
    refuter.tryFurther(one);
    report({ type: 'surveyFailed', surveyId: 1, index: 0, message: 'Divergiert.' });
    expect(refuter.stateOf(one).results).toEqual([{ seed: 0, measured: Number.NaN, failure: 'Divergiert.' }]);
  });

  it('adds further seeds to those before, none twice', () => {
    const { refuter, report, posted } = createRefuter();
    for (const surveyId of [1, 2]) {
      refuter.tryFurther(one);
      for (let index = 0; index < SEEDS_AN_ATTEMPT; index++) report(surveyed(surveyId, index, [3, 3, 3]));
    }
    const seeds = posted.flatMap(({ runs }) => runs.map(({ seed }) => seed));
    expect(new Set(seeds).size).toBe(2 * SEEDS_AN_ATTEMPT);
    const { results, planned, isRunning } = refuter.stateOf(one);
    expect(results.map(({ seed }) => seed)).toEqual(seeds);
    expect([planned, isRunning]).toEqual([2 * SEEDS_AN_ATTEMPT, false]);
  });

  it('keeps what was found when it is given up, and plans no more than that', () => {
    const { refuter, report, counts } = createRefuter();
    refuter.tryFurther(one);
    report(surveyed(1, 0, [3, 3, 3]));
    refuter.cancel();
    expect(refuter.stateOf(one)).toMatchObject({ planned: 1, isRunning: false, results: [{ measured: 3 }] });
    expect(counts.stopped).toBe(1);
  });

  it('forgets everything with the experiment', () => {
    const { refuter, report, counts } = createRefuter();
    refuter.tryFurther(one);
    report(surveyed(1, 0, [3, 3, 3]));
    refuter.setSpec({ ...spec });
    expect(refuter.stateOf(one)).toMatchObject({
      planned: 0,
      isRunning: false,
      isBlocked: false,
      results: [],
    });
    expect(counts.stopped).toBe(1);
  });

  it('says why an attempt ended early, until the next', () => {
    const { refuter, fail } = createRefuter();
    refuter.tryFurther(one);
    fail({ kind: 'failed', reason: 'gone' });
    expect(refuter.stateOf(one)).toMatchObject({ isRunning: false, problem: { reason: 'gone' } });
    refuter.tryFurther(one);
    expect(refuter.stateOf(one).problem).toBeUndefined();
  });
});
