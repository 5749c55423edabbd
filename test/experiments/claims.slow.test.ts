import { beforeAll, describe, expect, it } from 'vitest';
import { checkParams } from '../../src/experiments/kit/checkParams';
import { isWithin } from '../../src/experiments/kit/claims';
import type { Claim, ExperimentSpec, Run } from '../../src/experiments/kit/experiment';
import { record } from '../../src/experiments/kit/record';
import { startCpu } from '../../src/experiments/kit/tensor/backend';
import { findRunner } from '../../src/experiments/runners.gen';
import { specs } from '../../src/experiments/specs.gen';

/** The bounds were chosen looking at 1 … 5; nobody tuned anything on the others. */
const SEEDS = [1, 2, 3, 4, 5, 201, 202, 203, 204, 205];

/** What every claim measures on every seed; runs with the same settings are shared. */
function measureAll(spec: ExperimentSpec, run: Run): ReadonlyMap<Claim, readonly number[]> {
  const settingsOf = ({ params }: Claim) => JSON.stringify(params ?? {});
  const measured = new Map<Claim, number[]>(spec.claims.map((claim) => [claim, []]));
  for (const settings of new Set(spec.claims.map(settingsOf))) {
    const claims = spec.claims.filter((claim) => settingsOf(claim) === settings);
    const checked = checkParams(spec.params, JSON.parse(settings));
    if ('problems' in checked) throw new Error(checked.problems.map(({ en }) => en).join());
    for (const seed of SEEDS) {
      const trace = record(run, checked.values, seed);
      for (const claim of claims) measured.get(claim)!.push(claim.measure(trace));
    }
  }
  return measured;
}

beforeAll(() => startCpu());

describe.each(specs)('$id', (spec) => {
  let measured: ReadonlyMap<Claim, readonly number[]>;
  beforeAll(() => {
    measured = measureAll(spec, findRunner(spec.id)!);
  });

  it.each(spec.claims)('$id', (claim) => {
    const numbers = measured.get(claim)!;
    const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
    const judged = claim.over === 'mean' ? [mean] : numbers;
    for (const number of judged) {
      expect(isWithin(number, claim.bound), `${claim.text.en} Measured: ${numbers.join(', ')}`).toBe(true);
    }
  });
});
