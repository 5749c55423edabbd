import { beforeAll, describe, expect, it } from 'vitest';
import {
  clippedDescent,
  lossAndSlopes,
  lossSurface,
  WALKER,
} from '../../src/experiments/gradient-clipping/recurrentUnit';
import { run } from '../../src/experiments/gradient-clipping/run';
import { spec } from '../../src/experiments/gradient-clipping/spec';
import { record } from '../../src/experiments/kit/record';
import { startCpu } from '../../src/experiments/kit/tensor/backend';
import { download, type Tensor, upload } from '../../src/experiments/kit/tensor/program';

const [NONE, NORM, VALUE] = [0, 1, 2];
const SETTINGS = { learningRate: 0.2, sequenceLength: 50 };
const THRESHOLD = 0.3;

function read(tensor: Tensor): Float32Array {
  const values = download(tensor);
  tensor.dispose();
  return values;
}

/** One walker for each method, at (w, b) with a gradient made up for the test and a threshold of 0.3; where it is after one step. */
function step([w, b]: readonly [number, number], slopes: readonly [number, number], settings = SETTINGS) {
  const walker = [w, b, 0, ...slopes, THRESHOLD];
  const walkers = upload(Float32Array.from([...walker, ...walker, ...walker]), [3, 1, WALKER.columns]);
  const after = read(clippedDescent({ Walkers: walkers }, settings));
  walkers.dispose();
  return (method: number) => [...after.subarray(method * WALKER.columns, (method + 1) * WALKER.columns)];
}

beforeAll(() => startCpu());

describe('lossAndSlopes', () => {
  it('follows the definition: without a step the loss depends on the start only', () => {
    const [loss, slopeW, slopeB] = lossAndSlopes(5, -2, 0);
    expect(loss).toBeCloseTo((1 / (1 + Math.exp(-0.5)) - 0.7) ** 2, 12);
    expect(Math.hypot(slopeW, slopeB)).toBe(0);
  });

  it.each([
    [5, -2.2, 50],
    [4.6, -2.7, 20],
    [6.3, -2.9, 5],
    [4.3, -2.1, 100],
  ])('gives the derivatives that finite differences give, at w = %d, b = %d, T = %i', (w, b, steps) => {
    const h = 1e-6;
    const [, slopeW, slopeB] = lossAndSlopes(w, b, steps);
    const byW = (lossAndSlopes(w + h, b, steps)[0] - lossAndSlopes(w - h, b, steps)[0]) / (2 * h);
    const byB = (lossAndSlopes(w, b + h, steps)[0] - lossAndSlopes(w, b - h, steps)[0]) / (2 * h);
    expect(slopeW).toBeCloseTo(byW, 5);
    expect(slopeB).toBeCloseTo(byB, 5);
  });
});

describe('clippedDescent', () => {
  it('shortens the whole gradient to the threshold with norm clipping, each entry with value clipping', () => {
    const arrived = step([5, -2], [4, 0.1]);
    const norm = Math.hypot(4, 0.1);
    expect(arrived(NONE)[WALKER.w]).toBeCloseTo(5 - 0.2 * 4, 6);
    expect(arrived(NONE)[WALKER.b]).toBeCloseTo(-2 - 0.2 * 0.1, 6);
    expect(arrived(NORM)[WALKER.w]).toBeCloseTo(5 - 0.2 * 4 * (0.3 / norm), 6);
    expect(arrived(NORM)[WALKER.b]).toBeCloseTo(-2 - 0.2 * 0.1 * (0.3 / norm), 6);
    expect(arrived(VALUE)[WALKER.w]).toBeCloseTo(5 - 0.2 * 0.3, 6);
    expect(arrived(VALUE)[WALKER.b]).toBeCloseTo(-2 - 0.2 * 0.1, 6);
  });

  it('clips to minus the threshold where the gradient is negative', () => {
    const arrived = step([5, -2], [-4, 4]);
    expect(arrived(VALUE).slice(0, 2)).toEqual([5 + 0.2 * 0.3, -2 - 0.2 * 0.3].map(Math.fround));
    expect(arrived(NORM)[WALKER.w]).toBeCloseTo(5 + (0.2 * 0.3) / Math.SQRT2, 6);
  });

  it('changes nothing below the threshold', () => {
    const arrived = step([5, -2], [0.2, -0.2]);
    expect(arrived(NORM)).toEqual(arrived(NONE));
    expect(arrived(VALUE)).toEqual(arrived(NONE));
  });

  it('gives loss and derivatives of the place where the walker has arrived', () => {
    const [w, b, ...there] = step([5, -2], [0.5, 0.25])(NONE) as [number, number, ...number[]];
    expect(there).toEqual([...lossAndSlopes(w, b, 50), THRESHOLD].map(Math.fround));
  });

  it('only evaluates with a learning rate of zero', () => {
    const arrived = step([5, -2.25], [Number.NaN, Number.NaN], { ...SETTINGS, learningRate: 0 })(NONE);
    expect(arrived).toEqual([5, -2.25, ...lossAndSlopes(5, -2.25, 50), THRESHOLD].map(Math.fround));
  });
});

describe('lossSurface', () => {
  it('holds the loss at the centres of the cells, the largest b in the first row', () => {
    const range = { wMin: 4, wMax: 6, bMin: -3, bMax: -2 };
    const surface = read(lossSurface({}, { rows: 2, columns: 4, sequenceLength: 10, ...range }));
    expect(surface[0]).toBe(Math.fround(lossAndSlopes(4.25, -2.25, 10)[0]));
    expect(surface[7]).toBe(Math.fround(lossAndSlopes(5.75, -2.75, 10)[0]));
    expect(surface.length).toBe(8);
  });
});

describe('a run of gradient clipping', () => {
  const PARAMS = {
    startWeight: 4.75,
    startBias: -2.1,
    learningRate: 0.2,
    threshold: 0.3,
    sequenceLength: 50,
    steps: 50,
  } as const;
  const answers = (params: Readonly<Record<keyof typeof PARAMS, number>>) => {
    const trace = record(run, params, 1);
    return spec.predictions!.flatMap((prediction) =>
      prediction.kind === 'choice' ? [prediction.answer(trace)] : [],
    );
  };

  it('starts every swept threshold at the same places, and clips each by its own', () => {
    const { setup, frames } = record(run, PARAMS, 3);
    const last = frames.at(-1)!;
    expect(new Set(last.unclippedShare).size).toBe(1);
    expect(last.normShare.length).toBe(setup.thresholds.length);
    expect(new Set(last.normShare).size).toBeGreaterThan(2);
    for (const share of [...last.normShare, ...last.valueShare]) {
      expect(Math.abs(share * 36 - Math.round(share * 36))).toBeLessThan(1e-4);
    }
  });

  it('answers its questions from what was measured', () => {
    expect(answers(PARAMS)[1]).toBe('value');
    expect(answers({ ...PARAMS, sequenceLength: 5, threshold: 3, steps: 300 })).toEqual(['most', 'neither']);
  });

  it('foretells in its formulas the step that comes next', () => {
    const trace = record(run, PARAMS, 1);
    for (const [method, formula] of spec.formulas!.entries()) {
      for (const frame of [0, 10, 30]) {
        const { step: length } = formula.values(trace, frame, PARAMS);
        const [now, next] = [frame, frame + 1].map((at) => trace.frames[at]!.paths);
        const [dw, db] = [0, 1].map((axis) => next![2 * method + axis]! - now![2 * method + axis]!);
        expect(length).toBeCloseTo(Math.hypot(dw!, db!), 5);
      }
    }
  });
});
