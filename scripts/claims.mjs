// `npm run claims`: what every experiment claims, measured over seeds.
import { parseArgs } from 'node:util';
import { install } from './lib/install.mjs';

/** @typedef {import('../src/experiments/kit/measureClaims').ClaimResult} ClaimResult */
/** @typedef {{ experiment: string | undefined, seeds: readonly number[], backend: 'cpu' | 'webgl', json: boolean }} Request */

const help = `Measures what the experiments claim, each claim over several seeds, and says whether it holds.

  npm run claims                          all experiments, seeds 1..5, on the CPU

  --experiment ID       only this experiment
  --seeds A..B          other seeds, both ends included; one number for a single one
  --backend cpu|webgl   webgl: in headless Chromium, which is installed where there is none
  --json                for programs: one object a line
  --help                this text

An object has experiment, claim, seed, measured, bound, holds. measured is null where it is not a finite number.
A claim about the mean over the seeds has a further object with seed "mean", and with that alone it stands or falls.
Exit code: 0; 1 where a claim does not hold, a run diverges or an argument is wrong.
npm prints two lines of its own before the output; for programs: npm run --silent claims -- --json`;

/** Something that the user can put right. */
class UsageError extends Error {}

/**
 * @param {string} text A..B or A
 * @returns {readonly number[]} ascending
 */
function parseSeeds(text) {
  const [, first, last = first] = /^(\d{1,9})(?:\.\.(\d{1,9}))?$/.exec(text) ?? [];
  const count = Number(last) - Number(first) + 1;
  if (!(count >= 1)) throw new UsageError(`--seeds takes A..B with A ≤ B, such as 1..5, not "${text}".`);
  return Array.from({ length: count }, (_, index) => Number(first) + index);
}

/**
 * @param {readonly string[]} args
 * @returns {Request | undefined} undefined where help is asked for
 */
function parseRequest(args) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      experiment: { type: 'string' },
      seeds: { type: 'string', default: '1..5' },
      backend: { type: 'string', default: 'cpu' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const { experiment, backend, json } = values;
  if (values.help) return undefined;
  if (backend !== 'cpu' && backend !== 'webgl') {
    throw new UsageError(`--backend takes cpu or webgl, not "${backend}".`);
  }
  return { experiment, seeds: parseSeeds(values.seeds), backend, json };
}

/** @param {ClaimResult['bound']} bound */
function boundForPeople({ atLeast, atMost }) {
  if (atMost === undefined) return `≥ ${atLeast}`;
  return atLeast === undefined ? `≤ ${atMost}` : `${atLeast} … ${atMost}`;
}

/** @param {number} measured */
const short = (measured) => String(Number(measured.toPrecision(4)));

/**
 * @param {readonly ClaimResult[]} results of one claim
 * @returns {string} a line: verdict, claim, bound and what decided
 */
function claimForPeople(results) {
  const deciding = results.filter(({ decides }) => decides);
  const [first] = deciding;
  if (!first) throw new Error('Nothing was measured.');
  const { claim, bound, seed } = first;
  const verdict = deciding.every(({ holds }) => holds) ? 'holds ' : 'FAILS ';
  const measured = deciding.map(
    (result) => short(result.measured) + (result.holds ? '' : ` (${result.seed})`),
  );
  return `  ${verdict} ${claim}  ${boundForPeople(bound)}:  ${seed === 'mean' ? 'mean ' : ''}${measured.join('  ')}`;
}

/**
 * @param {string} experimentId
 * @param {readonly ClaimResult[]} results
 */
function printForPeople(experimentId, results) {
  console.log(experimentId);
  const claims = new Set(results.map(({ claim }) => claim));
  for (const id of claims) console.log(claimForPeople(results.filter(({ claim }) => claim === id)));
}

/** @param {readonly ClaimResult[]} results */
function printJson(results) {
  for (const { decides, ...result } of results) console.log(JSON.stringify(result));
}

/**
 * Measures an experiment on all seeds.
 * @param {string} experimentId
 * @param {readonly number[]} seeds
 * @param {import('./lib/claimMeasurers.mjs').Measure} measure
 */
async function measureSeeds(experimentId, seeds, measure) {
  /** @type {(readonly [number, readonly number[]])[]} */
  const measured = [];
  for (const seed of seeds) {
    const numbers = await measure(experimentId, seed).catch((/** @type {Error} */ error) => {
      throw new Error(`${experimentId}, seed ${seed}: ${error.message}`);
    });
    measured.push([seed, numbers]);
  }
  return measured;
}

/**
 * @param {Request} request
 * @returns {Promise<number>} how many claims do not hold
 */
async function answer({ experiment, seeds, backend, json }) {
  const { loadClaimsProgram, measureInChromium, measureOnCpu } = await import('./lib/claimMeasurers.mjs');
  const program = await loadClaimsProgram();
  const ids = program.experimentIds.filter((id) => experiment === undefined || id === experiment);
  if (ids.length === 0) {
    throw new UsageError(
      `There is no experiment "${experiment}"; there are ${program.experimentIds.join(', ')}.`,
    );
  }
  const measurer = backend === 'cpu' ? await measureOnCpu(program) : await measureInChromium(console.error);
  /** @type {Set<string>} */
  const failed = new Set();
  let claims = 0;
  try {
    for (const id of ids) {
      const results = program.judge(id, await measureSeeds(id, seeds, measurer.measure));
      if (json) printJson(results);
      else printForPeople(id, results);
      claims += new Set(results.map(({ claim }) => claim)).size;
      for (const { decides, holds, claim } of results) if (decides && !holds) failed.add(`${id} ${claim}`);
    }
  } finally {
    await measurer.close();
  }
  if (!json) {
    console.log(
      `\n${claims - failed.size} of ${claims} claims hold (${seeds.length} ${seeds.length === 1 ? 'seed' : 'seeds'}, ${measurer.renderer}).`,
    );
  }
  return failed.size;
}

/** @returns {Promise<number>} the exit code */
async function main() {
  const request = parseRequest(process.argv.slice(2));
  if (!request) {
    console.log(help);
    return 0;
  }
  // Standard output belongs to the answer.
  await install(console.error);
  return (await answer(request)) > 0 ? 1 : 0;
}

process.exitCode = await main().catch((/** @type {Error} */ error) => {
  console.error(error.message);
  return 1;
});
