// `npm run reliability`: the tests of what users rely on, in their nightly size, and their figures into docs/reliability.md. About an hour.
// `--only fuzz`, `soak` or `window` runs one part; figures of the others stay as they were recorded last.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { runEmbeddedHostTests } from './lib/inHostTests.mjs';
import { install } from './lib/install.mjs';
import { part, runVitest } from './lib/parts.mjs';
import { resultFolder } from './lib/project.mjs';
import { writeReliabilityPage } from './lib/reliabilityDoc.mjs';

/** Hours that no test should take: a guard against hangs. */
const limit = '--testTimeout=7200000';

/** What the parts run with. */
process.env.LECTURE_LAB_NIGHTLY = '1';

/**
 * @param {string} name of the report
 * @param {readonly string[]} args for Vitest
 */
const vitest = (name, args) => runVitest(`reliability-${name}`, [...args, limit], { live: true });

/** What happens to VS Code's window, and inside its extension host. */
async function insideVscode() {
  await build({ tests: true });
  process.env.LECTURE_LAB_TEST_GREP = 'branch switch|to which anything|hard to read';
  const inHost = await runEmbeddedHostTests();
  const throughInterface = await vitest('window', [
    '--config',
    'vitest.e2e.config.ts',
    'test/e2e/reliability.test.ts',
  ]);
  return {
    ...throughInterface,
    passed: throughInterface.passed + inHost.passed,
    failed: throughInterface.failed + inHost.failed,
  };
}

/** The parts by the name that `--only` takes. */
const parts = /** @type {const} */ ({
  fuzz: () => vitest('fuzz', ['--config', 'vitest.fuzz.config.ts']),
  window: insideVscode,
  soak: () => vitest('soak', ['--config', 'vitest.slow.config.ts', 'test/reliability']),
});

const names = /** @type {readonly (keyof typeof parts)[]} */ (Object.keys(parts));

/**
 * @param {readonly string[]} args
 * @returns {readonly (keyof typeof parts)[]} throws for a part that there is not
 */
function wanted(args) {
  const at = args.indexOf('--only');
  if (at < 0) return names;
  const found = names.filter((name) => name === args[at + 1]);
  if (found.length === 0) throw new Error(`--only takes one of ${names.join(', ')}.`);
  return found;
}

const chosen = wanted(process.argv.slice(2));
await install();
if (chosen.length === names.length)
  rmSync(join(resultFolder, 'reliability'), { recursive: true, force: true });
let failed = 0;
for (const name of chosen) failed += (await part(`reliability, ${name}`, parts[name])).failed;
writeReliabilityPage();
process.exitCode = failed > 0 ? 1 : 0;
