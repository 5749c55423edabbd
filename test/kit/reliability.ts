import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { resultFolder } from '../../scripts/lib/project.mjs';

/** Whether the tests run in the size that takes minutes: `LECTURE_LAB_NIGHTLY=1`, which `npm run reliability` sets. */
export const isNightly = process.env.LECTURE_LAB_NIGHTLY === '1';

/** How many cases the nightly size has of each target; more of those that cost less. */
const nightlyCases = {
  'parse-any-note': 20_000,
  'index-profile': 10_000,
  'yaml-properties': 15_000,
  'demos-property': 5000,
  'demo-blocks': 6000,
  'link-resolver': 25_000,
  'page-html': 1500,
  'page-tokens': 1000,
  'page-history': 500,
  'page-hostile-words': 2000,
  'page-file-names': 600,
  'panel-messages': 12_000,
  'worker-messages': 5000,
  'damaged-caches': 5000,
  'damaged-notes': 5000,
  'own-files': 3000,
  'own-specs': 5000,
  'experiment-params': 10_000,
  'term-finds': 5000,
  'glossary-places': 3000,
  'glossary-extractions': 3000,
  'file-renames': 3000,
  'heading-renames': 2000,
  'katex-formulas': 8000,
  exports: 600,
  // Each is some 200 operations.
  'vault-lives': 60,
  // Each measures how time grows, which takes a hundred times as long as a case elsewhere.
  'linear-notes': 60,
  'linear-terms': 40,
} as const satisfies Readonly<Record<string, number>>;

/** Something that is given any input. */
export type FuzzTarget = keyof typeof nightlyCases;

/** All targets. */
export const fuzzTargets = Object.keys(nightlyCases) as readonly FuzzTarget[];

/** What a quick run has of the nightly cases. */
const quickShare = 1 / 20;

/** The fixed seed of quick runs: what failed once fails again, and nobody's change fails by chance. */
const quickSeed = 20_261_123;

/**
 * The seed of all random cases of this run. `LECTURE_LAB_SEED` repeats a nightly run, which otherwise takes one of its own; fast-check prints
 * it with what fails.
 */
export const seed = Number(process.env.LECTURE_LAB_SEED ?? (isNightly ? Date.now() % 2 ** 31 : quickSeed));

/** How many cases a target gets in this run; at least one. */
export function casesOf(target: FuzzTarget): number {
  return isNightly ? nightlyCases[target] : Math.ceil(nightlyCases[target] * quickShare);
}

/**
 * Checks a target on as many cases as it gets, and records how many those were. Fails with the smallest case that fails, the seed and the
 * way to it.
 * @param check throws, or rejects, for a case that is not as it should be.
 */
export async function fuzz<T>(
  target: FuzzTarget,
  cases: fc.Arbitrary<T>,
  check: (value: T) => void | Promise<void>,
): Promise<void> {
  let count = 0;
  const property = fc.asyncProperty(cases, async (value) => {
    count++;
    await check(value);
  });
  await fc.assert(property, { numRuns: casesOf(target), seed });
  recordFigure(`fuzz-${target}`, count);
}

/**
 * Keeps a figure of this run for `npm run reliability`, as `test-results/reliability/<id>.json`.
 * @param id the statement's in `scripts/lib/reliabilityDoc.mjs`.
 */
export function recordFigure(id: string, value: number): void {
  const folder = join(resultFolder, 'reliability');
  mkdirSync(folder, { recursive: true });
  const figure = { id, value, size: isNightly ? 'nightly' : 'ci' };
  writeFileSync(join(folder, `${id}.json`), `${JSON.stringify(figure)}\n`);
}
