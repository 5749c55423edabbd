// The parts of a check: each runs, is timed, and leaves a line.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { resultFolder, root } from './project.mjs';
import { runToEnd } from './subprocess.mjs';

/**
 * @typedef {object} PartResult
 * @property {string} name
 * @property {number} passed
 * @property {number} failed
 * @property {string} output what it said; shown when something failed
 */

/**
 * Runs a part and prints a line about it. A part that throws has failed.
 * @param {string} name
 * @param {() => Promise<{ passed: number, failed: number, output?: string }>} work
 * @returns {Promise<PartResult>}
 */
export async function part(name, work) {
  const begun = performance.now();
  const result = await work().catch((/** @type {unknown} */ error) => ({
    passed: 0,
    failed: 1,
    output: error instanceof Error ? error.message : String(error),
  }));
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const verdict = result.failed > 0 ? 'FAILED' : 'ok    ';
  console.log(`${verdict} ${name}: ${result.passed} passed, ${result.failed} failed (${seconds} s)`);
  if (result.failed > 0 && result.output) console.log(result.output.trim());
  return { name, output: '', ...result };
}

/** Colours are for a person at a terminal. The tools write into pipes and cannot see that themselves. */
export const inColour = Boolean(process.stdout.isTTY) && process.env.NO_COLOR === undefined;

function colourEnvironment() {
  const { NO_COLOR, FORCE_COLOR, ...env } = process.env;
  return inColour ? { ...env, FORCE_COLOR: '1' } : { ...env, NO_COLOR: '1' };
}

/**
 * A tool of this project's node_modules that says by its exit code whether all is well. Counts as one test.
 * @param {string} script path below the root
 * @param {readonly string[]} args
 */
export async function runTool(script, args) {
  const { code, output } = await runToEnd(process.execPath, [join(root, script), ...args], {
    cwd: root,
    env: colourEnvironment(),
  });
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, output };
}

/**
 * @param {string} name of the report file in test-results, without extension
 * @param {readonly string[]} args for Vitest, e.g. a configuration
 * @param {{ live?: boolean, env?: NodeJS.ProcessEnv }} [options] `live` shows the output as it comes
 */
export async function runVitest(name, args, { live = false, env = {} } = {}) {
  mkdirSync(resultFolder, { recursive: true });
  const report = join(resultFolder, `${name}.json`);
  rmSync(report, { force: true });
  const { code, output } = await runToEnd(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      ...args,
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    ],
    { cwd: root, env: { ...colourEnvironment(), ...env }, live },
  );
  const { passed, failed } = countTests(report);
  // A run that fails without a failed test failed as a whole: a file that cannot be loaded, an unhandled error.
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, output: live ? '' : output };
}

/** @param {string} report path of Vitest's JSON report */
function countTests(report) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: Number(numPassedTests), failed: Number(numFailedTests) };
  } catch {
    return { passed: 0, failed: 0 };
  }
}
