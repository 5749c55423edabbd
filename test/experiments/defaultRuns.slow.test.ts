import { beforeAll, describe, expect, it } from 'vitest';
import { checkParams } from '../../src/experiments/kit/checkParams';
import type { Trace } from '../../src/experiments/kit/experiment';
import type { Params, Values } from '../../src/experiments/kit/params';
import { record } from '../../src/experiments/kit/record';
import { startCpu } from '../../src/experiments/kit/tensor/backend';
import { findRunner } from '../../src/experiments/runners.gen';
import { specs } from '../../src/experiments/specs.gen';

beforeAll(() => startCpu());

describe.each(specs)('$id, run to its end under the defaults', (spec) => {
  let params: Values<Params>;
  let trace: Trace;
  beforeAll(() => {
    const checked = checkParams(spec.params, {});
    if ('problems' in checked) throw new Error(checked.problems.map(({ en }) => en).join());
    params = checked.values;
    trace = record(findRunner(spec.id)!, params, 1);
  });

  it('answers its own questions', () => {
    for (const prediction of spec.predictions ?? []) {
      if (prediction.kind !== 'choice') continue;
      const options = prediction.options.map(({ id }) => id);
      expect(options, prediction.id).toContain(prediction.answer(trace));
    }
  });

  it('has a number at each place of its formulas', () => {
    for (const { tex, values } of spec.formulas ?? []) {
      for (const [name, value] of Object.entries(values(trace, trace.frames.length - 1, params))) {
        expect(value, `${name} of ${tex}`).toSatisfy(Number.isFinite);
      }
    }
  });
});
