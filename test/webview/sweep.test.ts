import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkParams } from '../../src/experiments/kit/checkParams';
import type { ExperimentSpec, Frame, Setup } from '../../src/experiments/kit/experiment';
import type { NumberParam } from '../../src/experiments/kit/params';
import { record } from '../../src/experiments/kit/record';
import { startCpu } from '../../src/experiments/kit/tensor/backend';
import type { View } from '../../src/experiments/kit/views';
import { findRunner } from '../../src/experiments/runners.gen';
import { findSpec, specs } from '../../src/experiments/specs.gen';
import type { SurveyRequest, WorkerReport } from '../../src/protocol/workerMessages';
import { SurveyLink } from '../../webview/survey/surveyLink';
import { SEED, Sweeper } from '../../webview/survey/sweeper';
import { LINES, type Quantity, quantitiesOf, SWEPT, sweepPicture } from '../../webview/survey/sweepTrace';
import {
  allValues,
  problemOfRange,
  spacedValues,
  sweepableParams,
  wholeRange,
} from '../../webview/survey/sweepValues';

const text = { de: '', en: '' };
const named = (name: string) => ({ de: name, en: name });
const number = (fields: Partial<NumberParam>): NumberParam => ({
  kind: 'number',
  label: text,
  help: text,
  min: 0,
  max: 1,
  step: 0.1,
  scale: 'linear',
  default: 0.5,
  ...fields,
});

/** Parameters with ranges within them. */
const sweeps = fc
  .record({
    scale: fc.constantFrom('linear', 'log' as const),
    integer: fc.boolean(),
    from: fc.integer({ min: 1, max: 400 }),
    span: fc.integer({ min: 1, max: 4000 }),
    count: fc.integer({ min: 2, max: 12 }),
    current: fc.integer({ min: 1, max: 5000 }),
    unit: fc.constantFrom(1, 0.01),
  })
  .map(({ scale, integer, from, span, count, current, unit }) => {
    const size = integer ? 1 : unit;
    const param = number({ min: size, max: 5000 * size, scale, ...(integer && { integer }) });
    return { param, range: { from: from * size, to: (from + span) * size, count }, current: current * size };
  });

describe('the values of a sweep', () => {
  it('are even on the scale of the parameter', () => {
    expect(spacedValues(number({}), { from: 0, to: 1, count: 5 }, 2)).toEqual([0, 0.25, 0.5, 0.75, 1]);
    const log = number({ scale: 'log', min: 0.001, max: 10 });
    expect(spacedValues(log, { from: 0.001, to: 10, count: 5 }, 0)).toEqual([0.001, 0.01, 0.1, 1, 10]);
    expect(spacedValues(log, { from: 0.01, to: 0.1, count: 3 }, 0)).toEqual([0.01, 0.0316, 0.1]);
  });

  it('are whole where the parameter is, and then fewer where there are not so many', () => {
    const whole = number({ integer: true, max: 100 });
    expect(spacedValues(whole, { from: 1, to: 4, count: 9 }, 0)).toEqual([1, 2, 3, 4]);
    expect(spacedValues(whole, { from: 5, to: 50, count: 4 }, 0)).toEqual([5, 20, 35, 50]);
  });

  it('have no crumbs of binary fractions, also around zero', () => {
    const values = spacedValues(number({ min: -1 }), { from: -0.1, to: 0.2, count: 4 }, 9);
    expect(values).toEqual([-0.1, 0, 0.1, 0.2]);
  });

  it('contain the value of the learner in place of the nearest', () => {
    expect(spacedValues(number({}), { from: 0, to: 1, count: 5 }, 0.3)).toEqual([0, 0.3, 0.5, 0.75, 1]);
    expect(spacedValues(number({}), { from: 0, to: 1, count: 3 }, 0.01)).toEqual([0, 0.01, 1]);
  });

  it('ascend from end to end, are allowed, and have the current one among them where it lies between', () => {
    fc.assert(
      fc.property(sweeps, ({ param, range, current }) => {
        const values = spacedValues(param, range, current);
        expect([values[0], values.at(-1)]).toEqual([range.from, range.to]);
        expect(values.length).toBeLessThanOrEqual(range.count);
        for (const [index, value] of values.entries()) {
          expect(checkParams({ param }, { param: value })).toHaveProperty('values');
          if (index > 0) expect(value).toBeGreaterThan(values[index - 1]!);
        }
        const isBetween = current > range.from && current < range.to;
        if (isBetween && values.length > 2) expect(values).toContain(current);
        if (!param.integer) expect(values).toHaveLength(range.count);
      }),
    );
  });

  it('are all of a choice or a switch', () => {
    const options = ['a', 'b'].map((value) => ({ value, label: text }));
    expect(allValues({ kind: 'choice', label: text, help: text, options, default: 'a' })).toEqual(['a', 'b']);
    expect(allValues({ kind: 'switch', label: text, help: text, default: true })).toEqual([false, true]);
  });

  it('are refused with the reason', () => {
    const param = number({ integer: true, max: 10 });
    const problem = (from: number, to: number, count = 3) => problemOfRange(param, { from, to, count });
    expect(problem(0, 10)).toBeUndefined();
    expect([problem(-1, 5), problem(0, 11), problem(Number.NaN, 5)]).toEqual([
      'outside',
      'outside',
      'outside',
    ]);
    expect([problem(5, 5), problem(6, 5)]).toEqual(['not-ascending', 'not-ascending']);
    expect(problem(0.5, 5)).toBe('not-whole');
    expect([problem(0, 5, 2), problem(0, 5, 12)]).toEqual([undefined, undefined]);
    expect([problem(0, 5, 1), problem(0, 5, 13), problem(0, 5, Number.NaN)]).toEqual([
      'count',
      'count',
      'count',
    ]);
  });

  it.each(specs)('can at first be run for every parameter of $id', (spec) => {
    for (const name of sweepableParams(spec)) {
      const param = spec.params[name]!;
      if (param.kind === 'number') expect(problemOfRange(param, wholeRange(param))).toBeUndefined();
      const values =
        param.kind === 'number' ? spacedValues(param, wholeRange(param), param.default) : allValues(param);
      expect(values).toContain(param.default);
      for (const value of values)
        expect(checkParams(spec.params, { [name]: value })).toHaveProperty('values');
    }
  });
});

const axis = { title: named('Rauschen'), values: [0.1, 0.2, 0.4], labels: ['0,1', '0,2', '0,4'].map(named) };
const texts = { locale: 'de', caption: text, variant: 'Variante' } as const;
const y = { title: named('Verlust'), scale: 'log' } as const;
const base = { title: named('Antwort'), caption: text };

function specWith(...views: readonly View<Setup, Frame>[]): ExperimentSpec {
  return { ...findSpec('capacity')!, views };
}
const response: View<Setup, Frame> = {
  ...base,
  id: 'response',
  kind: 'response',
  x: { field: 'penalties', title: named('Strafe $\\alpha$') },
  y,
  series: [
    { field: 'train', label: named('Training') },
    { field: 'test', label: named('Test') },
  ],
};
const run = (penalties: readonly number[], test: readonly number[], share = 0) => ({
  setup: { penalties: Float32Array.from(penalties) },
  last: { test: Float32Array.from(test), share },
});
const find = (spec: ExperimentSpec, id: string): Quantity => quantitiesOf(spec).find((one) => one.id === id)!;

describe('the chart of a sweep', () => {
  it('has a line a variant, named after its value, and gaps where there is no run', () => {
    const quantity = find(specWith(response), 'response/test');
    expect(quantity.label.de).toBe('Antwort: Test');
    const runs = [run([0, 1], [5, 6]), undefined, run([0, 1], [7, 8])];
    const { view, trace } = sweepPicture(quantity, axis, runs, texts)!;
    expect(view.variants).toEqual({ field: LINES, symbol: 'Strafe α' });
    expect(view.y).toBe(y);
    expect(view.x).toEqual({ field: SWEPT, title: axis.title, labels: axis.labels });
    expect(trace.setup).toEqual({ [SWEPT]: Float32Array.from(axis.values), [LINES]: Float32Array.of(0, 1) });
    expect(trace.frames).toEqual([{ series0: Float32Array.of(5, Number.NaN, 7, 6, Number.NaN, 8) }]);
  });

  it('takes the symbol of the swept values from another picture', () => {
    const maps: View<Setup, Frame> = {
      ...base,
      id: 'maps',
      kind: 'decision-maps',
      field: 'maps',
      rows: 1,
      columns: 1,
      xRange: [0, 1],
      yRange: [0, 1],
      points: 'points',
      variants: { field: 'penalties', symbol: 'α' },
      readouts: [
        { field: 'test', label: named('Testverlust') },
        { field: 'accuracy', label: named('richtig') },
      ],
    };
    const quantities = quantitiesOf(specWith(maps, response));
    expect(quantities.map(({ id, label }) => [id, label.de])).toEqual([
      ['response/train', 'Antwort: Training'],
      ['response/test', 'Antwort: Test'],
      ['maps/accuracy', 'Antwort: richtig'],
    ]);
    expect(sweepPicture(quantities[1]!, axis, [run([1], [2])], texts)!.view.variants?.symbol).toBe('α');
  });

  it('names lines by their number where the swept setting moves the variants', () => {
    const quantity = find(specWith(response), 'response/test');
    const { view, trace } = sweepPicture(quantity, axis, [run([0, 1], [5, 6]), run([0, 2], [7, 8])], texts)!;
    expect(view.variants?.symbol).toBe('Variante');
    expect(trace.setup[LINES]).toEqual(Float32Array.of(1, 2));
  });

  it('leaves gaps where a run has fewer variants', () => {
    const quantity = find(specWith(response), 'response/test');
    const { view, trace } = sweepPicture(quantity, axis, [run([0], [5]), run([0, 2], [7, 8])], texts)!;
    expect(trace.setup[LINES]).toEqual(Float32Array.of(0, 2));
    expect(view.variants?.symbol).toBe('Strafe α');
    expect(trace.frames[0]).toEqual({ series0: Float32Array.of(5, 7, Number.NaN, 8) });
  });

  it('draws scalars of a timeline as one line each, and named entries of an array together', () => {
    const timeline: View<Setup, Frame> = {
      ...base,
      id: 'course',
      kind: 'timeline',
      y,
      series: [
        { field: 'share', label: named('Anteil') },
        { field: 'test', index: 0, label: named('ohne') },
        { field: 'test', index: 1, label: named('mit') },
      ],
    };
    const spec = specWith(timeline);
    const runs = [run([], [1, 2], 0.5), run([], [3, 4], 0.25)];
    const scalar = sweepPicture(find(spec, 'course/share'), axis, runs, texts)!;
    expect(scalar.view.series).toEqual([{ field: 'series0', label: named('Anteil') }]);
    expect(scalar.view.variants).toBeUndefined();
    expect(scalar.trace.frames).toEqual([{ series0: Float32Array.of(0.5, 0.25) }]);
    const entries = sweepPicture(find(spec, 'course/test'), axis, runs, texts)!;
    expect(entries.view.series.map(({ label }) => label.de)).toEqual(['ohne', 'mit']);
    expect(entries.trace.frames).toEqual([
      { series0: Float32Array.of(1, 3), series1: Float32Array.of(2, 4) },
    ]);
  });

  it('names the entries of a timeline by their swept values where it has them', () => {
    const timeline: View<Setup, Frame> = {
      ...base,
      id: 'course',
      kind: 'timeline',
      y,
      series: [2, 0].map((index) => ({ field: 'test', index, label: named('Verlust') })),
      variants: { field: 'penalties', symbol: 'α' },
    };
    const quantity = find(specWith(timeline), 'course/test');
    const { view, trace } = sweepPicture(quantity, axis, [run([1, 2, 3], [4, 5, 6])], texts)!;
    expect(view.variants?.symbol).toBe('α');
    expect(trace.setup[LINES]).toEqual(Float32Array.of(3, 1));
    expect(trace.frames).toEqual([{ series0: Float32Array.of(6, 4) }]);
  });

  it('is not there before the first run', () => {
    const quantity = find(specWith(response), 'response/test');
    expect(sweepPicture(quantity, axis, [undefined, undefined], texts)).toBeUndefined();
  });
});

describe('what can be looked at', () => {
  it.each(specs)('is something in $id, each by a name of its own', (spec) => {
    const quantities = quantitiesOf(spec);
    expect(quantities.length).toBeGreaterThan(0);
    for (const locale of ['de', 'en'] as const) {
      expect(new Set(quantities.map(({ label }) => label[locale])).size).toBe(quantities.length);
    }
  });

  it('can be drawn from a real run', async () => {
    await startCpu();
    const spec = findSpec('gradient-clipping')!;
    const checked = checkParams(spec.params, { steps: 50, sequenceLength: 5 });
    if ('problems' in checked) throw new Error('The settings are not allowed.');
    const { setup, frames } = record(findRunner(spec.id)!, checked.values, 1);
    for (const quantity of quantitiesOf(spec)) {
      const { view, trace } = sweepPicture(
        quantity,
        axis,
        [{ setup, last: frames.at(-1)! }, undefined, undefined],
        texts,
      )!;
      const lines = trace.setup[LINES];
      const count = lines instanceof Float32Array ? lines.length : 1;
      for (const { field } of view.series) expect(trace.frames[0]![field]).toHaveLength(3 * count);
    }
  });
});

describe('Sweeper', () => {
  function createSweeper() {
    const posted: SurveyRequest[] = [];
    let report: (report: WorkerReport) => void = () => {};
    let now = 100;
    const surveys = new SurveyLink((onReport) => {
      report = onReport;
      return { post: (request) => void (request.type === 'survey' && posted.push(request)), stop: () => {} };
    });
    const sweeper = new Sweeper(surveys, 'en', () => now);
    const answer = (message: WorkerReport) => {
      now += 50;
      report(message);
    };
    return { sweeper, surveys, posted, answer };
  }
  const spec = findSpec('capacity')!;
  const plan = { target: 'penalty', values: [1, 2], params: { degree: 3, penalty: 5 }, seed: 8 } as const;
  const surveyed = (index: number) =>
    ({ type: 'surveyed', surveyId: 1, index, setup: {}, last: { step: index }, claims: [] }) as const;

  it('runs each value with all other settings as they are', () => {
    const { sweeper, posted } = createSweeper();
    sweeper.start(spec, plan);
    expect(posted[0]?.runs).toEqual([
      { params: { degree: 3, penalty: 1 }, seed: 8 },
      { params: { degree: 3, penalty: 2 }, seed: 8 },
    ]);
  });

  it('runs the same settings where seeds are swept', () => {
    const { sweeper, posted } = createSweeper();
    sweeper.start(spec, { ...plan, target: SEED, values: [31, 32] });
    expect(posted[0]?.runs).toEqual([31, 32].map((seed) => ({ params: plan.params, seed })));
  });

  it('keeps what came, with failures at their places, and what it took', () => {
    const { sweeper, answer } = createSweeper();
    sweeper.start(spec, plan);
    answer({ type: 'surveyFailed', surveyId: 1, index: 0, message: 'Diverged.' });
    expect([sweeper.isRunning, sweeper.isBlocked]).toEqual([true, false]);
    expect(sweeper.state).toMatchObject({
      done: 1,
      milliseconds: 50,
      outcomes: [{ failure: 'Diverged.' }, undefined],
    });
    answer(surveyed(1));
    expect(sweeper.state).toMatchObject({ done: 2, milliseconds: 100, end: { kind: 'done' } });
    expect(sweeper.state?.outcomes[1]).toEqual({ setup: {}, last: { step: 1 } });
  });

  it('keeps what it has found when it is given up', () => {
    const { sweeper, answer } = createSweeper();
    sweeper.start(spec, plan);
    answer(surveyed(0));
    sweeper.cancel();
    expect(sweeper.state).toMatchObject({ done: 1, end: { kind: 'cancelled' } });
    expect(sweeper.isRunning).toBe(false);
  });

  it('waits for another survey', () => {
    const { sweeper, surveys, posted } = createSweeper();
    surveys.start(
      { experimentId: spec.id, runs: [{ params: {}, seed: 1 }], locale: 'en' },
      { onReport: () => {}, onEnd: () => {} },
    );
    expect(sweeper.isBlocked).toBe(true);
    sweeper.start(spec, plan);
    expect(posted).toHaveLength(1);
    expect(sweeper.state).toBeUndefined();
  });
});
