import { describe, expect, it } from 'vitest';
import { measureClaims, measureOnTrace } from '../../src/experiments/kit/measureClaims';
import { record } from '../../src/experiments/kit/record';
import { countTensors } from '../../src/experiments/kit/tensor/program';
import { findRunner } from '../../src/experiments/runners.gen';
import { findSpec } from '../../src/experiments/specs.gen';
import type { SurveyReport, SurveyRequest } from '../../src/protocol/workerMessages';
import { fullSettings } from '../../webview/fullSettings';
import { isWorkerReport } from '../../webview/isWorkerReport';
import { isWorkerRequest } from '../../webview/worker/isWorkerRequest';
import { SurveyService } from '../../webview/worker/survey';

const short = { steps: 50, sequenceLength: 5 };
const SURVEY = {
  type: 'survey',
  surveyId: 7,
  experimentId: 'gradient-clipping',
  runs: [
    { params: short, seed: 11 },
    { params: { ...short, threshold: 50 }, seed: 11 },
    { params: short, seed: 12 },
  ],
  locale: 'de',
} as const satisfies SurveyRequest;

/** Everything that a service in Node posts about one survey. */
async function reportsOf(request: SurveyRequest) {
  const reports: SurveyReport[] = [];
  const moved: ArrayBufferLike[] = [];
  const service = new SurveyService((report, buffers) => {
    reports.push(report);
    moved.push(...buffers);
  });
  service.accept(request);
  await service.settled();
  return { reports, moved };
}

describe('SurveyService', () => {
  it('runs each to its end and reports it, in their order', async () => {
    const { reports, moved } = await reportsOf(SURVEY);
    expect(reports.map(({ type, surveyId, index }) => [type, surveyId, index])).toEqual([
      ['surveyed', 7, 0],
      ['surveyFailed', 7, 1],
      ['surveyed', 7, 2],
    ]);
    expect(reports.every(isWorkerReport)).toBe(true);
    const values = { ...fullSettings(findSpec('gradient-clipping')!, {}), ...short };
    const { setup, frames } = record(findRunner('gradient-clipping')!, values, 12);
    expect(reports[2]).toMatchObject({ setup, last: frames.at(-1) });
    const arrays = Object.values(frames.at(-1)!).filter((value) => typeof value !== 'number');
    expect(moved).toHaveLength(2 * arrays.length);
  });

  it('says in the language of the page which setting is not allowed, and goes on', async () => {
    const { reports } = await reportsOf(SURVEY);
    expect(reports[1]).toEqual({
      type: 'surveyFailed',
      surveyId: 7,
      index: 1,
      message: 'Schwellwert = 50 liegt außerhalb von 0,01 … 3',
    });
  });

  it('says that there is no such experiment', async () => {
    const { reports } = await reportsOf({ ...SURVEY, experimentId: 'nothing', runs: [SURVEY.runs[0]] });
    expect(reports).toMatchObject([{ type: 'surveyFailed', message: 'There is no experiment "nothing".' }]);
  });

  it('leaves no tensor', async () => {
    await reportsOf(SURVEY);
    const before = countTensors();
    await reportsOf(SURVEY);
    expect(countTensors()).toBe(before);
  });

  it('measures the claims that are asserted under these very settings, and no others', async () => {
    const spec = findSpec('capacity')!;
    const asserted = fullSettings(spec, {});
    const runs = [asserted, { ...asserted, trainingPoints: 20 }].map((params) => ({ params, seed: 301 }));
    const { reports } = await reportsOf({ ...SURVEY, experimentId: spec.id, runs });
    const measured = reports.map((report) => (report.type === 'surveyed' ? report.claims : []));
    expect(measured[0]).toEqual(measureClaims(spec, findRunner(spec.id)!, 301));
    expect(measured[0]!.every(Number.isFinite)).toBe(true);
    expect(measured[1]).toEqual(spec.claims.map(() => Number.NaN));
  });
});

describe('measureOnTrace', () => {
  it('measures a claim under its own settings only, however many of them it names', () => {
    const known = findSpec('capacity')!;
    const [claim] = known.claims;
    const degree = known.params.degree!.default;
    const params = [undefined, { degree }, { degree: 1 }];
    const claims = params.map((own, index) => ({
      ...claim!,
      ...(own && { params: own }),
      measure: () => index,
    }));
    const spec = { ...known, claims };
    const trace = { setup: {}, frames: [{}] };
    expect(measureOnTrace(spec, fullSettings(spec, {}), trace)).toEqual([0, 1, Number.NaN]);
    expect(measureOnTrace(spec, fullSettings(spec, claims[2]!), trace)).toEqual([Number.NaN, Number.NaN, 2]);
  });
});

describe('isWorkerRequest', () => {
  it('accepts a survey, and none with runs that cannot be', () => {
    expect(isWorkerRequest(SURVEY)).toBe(true);
    expect(isWorkerRequest({ ...SURVEY, runs: [{ params: {}, seed: -1 }] })).toBe(false);
    expect(isWorkerRequest({ ...SURVEY, runs: {} })).toBe(false);
  });
});
