import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divergedVariants, EXPLOSION } from '../../src/experiments/kit/divergence';
import type { Divergence, Frame } from '../../src/experiments/kit/experiment';

const text = { de: '', en: '' };
const divergence: Divergence = {
  watched: 'loss',
  norm: 'size',
  normLabel: text,
  variants: { field: 'rates', symbol: 'η' },
  cause: text,
};
const spec = { divergence, stepsPerFrame: 5 };
const NAN = Number.NaN;

function traceOf(frames: readonly (readonly (readonly [loss: number, norm: number])[])[]) {
  return {
    frames: frames.map(
      (variants): Frame => ({
        loss: Float32Array.from(variants, ([loss]) => loss),
        size: Float32Array.from(variants, ([, norm]) => norm),
      }),
    ),
  };
}

/** The same question, answered from the whole recording at once. */
function slowly(frames: readonly Frame[], last: number, variant: number) {
  const losses = frames.map(({ loss }) => (loss as Float32Array)[variant]!);
  const bound = EXPLOSION * Math.max(1, Math.abs(losses[0]!));
  const at = losses.findIndex((loss) => !(Math.abs(loss) <= bound && Math.abs(loss) < Infinity));
  if (at < 0 || at > last) return undefined;
  const norms = frames.slice(0, at + 1).map(({ size }) => (size as Float32Array)[variant]!);
  return { variant, step: at * 5, norm: norms.filter(Number.isFinite).at(-1) ?? NAN };
}

describe('diverged variants', () => {
  it('are found with step and last finite norm, each for itself', () => {
    const trace = traceOf([
      [
        [1, 2],
        [1, 2],
        [1, 2],
      ],
      [
        [0.5, 3],
        [9, 40],
        [2e6, 70],
      ],
      [
        [0.1, 4],
        [NAN, Infinity],
        [3, 1],
      ],
    ]);
    expect(divergedVariants(spec, trace, 0)).toEqual([]);
    expect(divergedVariants(spec, trace, 2)).toEqual([
      { variant: 2, step: 5, norm: 70 },
      { variant: 1, step: 10, norm: 40 },
    ]);
  });

  it('may have begun high: what counts is how much they grow', () => {
    const trace = traceOf([[[1e3, 1]], [[9e8, 1]], [[1.1e9, 1]]]);
    expect(divergedVariants(spec, trace, 1)).toEqual([]);
    expect(divergedVariants(spec, trace, 2)).toEqual([{ variant: 0, step: 10, norm: 1 }]);
  });

  it('are none where the experiment declares no divergence', () => {
    expect(divergedVariants({ stepsPerFrame: 5 }, traceOf([[[NAN, 1]]]), 0)).toEqual([]);
  });

  it('are the same whenever and in whatever order frames are shown while the recording grows', () => {
    const number = fc.oneof(
      fc.constantFrom(NAN, Infinity, -Infinity, 0, 2e6),
      fc.double({ min: -1e9, max: 1e9, noNaN: true }),
    );
    const frame = fc.array(fc.tuple(number, number), { minLength: 3, maxLength: 3 });
    const shown = fc.array(fc.nat(), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(frame, { minLength: 1, maxLength: 8 }), shown, (recorded, asked) => {
        const whole = traceOf(recorded).frames;
        const growing: Frame[] = [];
        for (const ask of asked) {
          if (growing.length < whole.length) growing.push(whole[growing.length]!);
          const at = ask % growing.length;
          const expected = [0, 1, 2].flatMap((variant) => slowly(whole, at, variant) ?? []);
          const found = [...divergedVariants(spec, { frames: growing }, at)];
          expect(found.map(({ step }) => step)).toEqual(found.map(({ step }) => step).sort((a, b) => a - b));
          expect(found.sort((a, b) => a.variant - b.variant)).toEqual(expected);
        }
      }),
    );
  });
});
