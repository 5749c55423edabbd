// `npm test`: everything, from types to a real browser. Its last line is the sum: `N passed, N failed`.
import { check } from './check.mjs';
import { ensureChromium } from './lib/chromium.mjs';
import { install } from './lib/install.mjs';
import { part, runVitest } from './lib/parts.mjs';

/** @typedef {import('./lib/parts.mjs').PartResult} PartResult */

/** What VS Code loads; counts as one test. */
async function buildAll() {
  const { build } = await import('./build.mjs');
  await build({ tests: true });
  return { passed: 1, failed: 0 };
}

/** @returns {Promise<readonly PartResult[]>} */
async function testInVscode() {
  // Imported here: it needs packages that are installed first.
  const { runEmbeddedHostTests } = await import('./lib/inHostTests.mjs');
  return [
    await part('tests inside VS Code', () => runEmbeddedHostTests()),
    await part('tests inside VS Code for the web', () => runEmbeddedHostTests('web')),
    await part('end-to-end tests', () =>
      runVitest('e2e', ['--config', 'vitest.e2e.config.ts'], { live: true }),
    ),
  ];
}

/** @returns {Promise<readonly PartResult[]>} */
async function testAll() {
  await install();
  console.log(`Chromium: ${ensureChromium()}`);
  const quick = await check();
  const fuzzing = await part('fuzzing', () => runVitest('fuzzing', ['--config', 'vitest.fuzz.config.ts']));
  const slow = await part('slow tests', () =>
    runVitest('slow', ['--config', 'vitest.slow.config.ts'], { live: true }),
  );
  const built = await part('build', buildAll);
  return [...quick, fuzzing, slow, built, ...(built.failed === 0 ? await testInVscode() : [])];
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));

const results = await testAll().catch((/** @type {Error} */ error) => {
  console.error(error.message);
  return [{ passed: 0, failed: 1 }];
});
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
