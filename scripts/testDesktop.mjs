// `npm run test:desktop`: the in-host suite in a desktop VS Code, which is downloaded for it.
import { join } from 'node:path';
import { otherExtensions, prepareTestRun, testBundle } from './lib/inHostTests.mjs';
import { install } from './lib/install.mjs';
import { root, toolFolder } from './lib/project.mjs';
import { cleanWindow, writeSettingsOnce } from './lib/vscodeSettings.mjs';

/** @returns {Promise<string>} the downloaded VS Code's executable */
async function downloadDesktop() {
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  try {
    return await downloadAndUnzipVSCode({
      version: process.env.VSCODE_VERSION ?? 'stable',
      cachePath: toolFolder,
    });
  } catch (error) {
    throw new Error(
      `Desktop VS Code cannot be downloaded here (${error}). \`npm test\` runs the same suite in the embedded one.`,
    );
  }
}

/** @returns {Promise<{ passed: number, failed: number }>} */
async function testDesktop() {
  await install();
  const { build } = await import('./build.mjs');
  await build({ tests: true });
  const vscodeExecutablePath = await downloadDesktop();
  const { runTests } = await import('@vscode/test-electron');
  const testRun = prepareTestRun();
  const userData = join(testRun.folder, 'user-data');
  writeSettingsOnce(join(userData, 'User/settings.json'), cleanWindow);
  try {
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: [root, ...otherExtensions],
      extensionTestsPath: testBundle,
      launchArgs: [testRun.workspace, '--user-data-dir', userData, '--disable-extensions', '--skip-welcome'],
    }).catch(() => {
      // It rejects when tests failed; the report says which.
    });
    return testRun.result();
  } finally {
    testRun.dispose();
  }
}

try {
  const { passed, failed } = await testDesktop();
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
} catch (error) {
  console.error(/** @type {Error} */ (error).message);
  process.exitCode = 1;
}
