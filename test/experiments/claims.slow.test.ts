import { beforeAll, describe, expect, it } from 'vitest';
import { testedSeeds } from '../../src/experiments/kit/claims';
import { type ClaimResult, judgeClaims, measureClaims } from '../../src/experiments/kit/measureClaims';
import { startCpu } from '../../src/experiments/kit/tensor/backend';
import { findRunner } from '../../src/experiments/runners.gen';
import { specs } from '../../src/experiments/specs.gen';

beforeAll(() => startCpu());

describe.each(specs)('$id', (spec) => {
  let results: readonly ClaimResult[] = [];
  beforeAll(() => {
    const run = findRunner(spec.id)!;
    results = judgeClaims(spec, new Map(testedSeeds.map((seed) => [seed, measureClaims(spec, run, seed)])));
    // Ten runs or more, some of several seconds.
  }, 600_000);

  it.each(spec.claims)('$id', ({ id, text }) => {
    const own = results.filter(({ claim }) => claim === id);
    const measured = own.map((result) => `${result.seed}: ${result.measured}`).join(', ');
    const deciding = own.filter(({ decides }) => decides);
    expect(deciding.length).toBeGreaterThan(0);
    for (const { holds } of deciding) expect(holds, `${text.en} Measured: ${measured}`).toBe(true);
  });
});
