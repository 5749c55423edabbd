// The tests that run inside VS Code: what the embedded and the desktop one have in common, and the embedded run.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addressOf, remoteUri, startEmbeddedVscode } from './embeddedVscode.mjs';
import { resultFolder, root, sampleVault } from './project.mjs';
import { launchBrowser } from './workbench.mjs';

/** The bundle that `build({ tests: true })` makes. */
export const testBundle = join(root, 'out/test/vscode/index');

/** A student's own notes, where they lie beside the project. */
const realNotes = join(root, '../shared/notes');

const limitMinutes = 8;

/** What test/vscode/kit.ts puts before each line that is for a person to read. */
const lineMark = '│ ';

/**
 * @typedef {object} TestRun
 * @property {string} workspace path of a workspace file: copies of the vaults and an empty folder, all free to be written to
 * @property {string} folder holds all of it; a place for further files of the run
 * @property {Record<string, string>} env tells the suite where to report
 * @property {() => { passed: number, failed: number }} result what the suite reported; throws where it did not come to its end
 * @property {() => void} dispose removes the workspace
 */

/** @returns {TestRun} */
export function prepareTestRun() {
  const folder = mkdtempSync(join(tmpdir(), 'lecture-lab-vaults-'));
  const folders = ['sample-vault', 'scratch'];
  cpSync(sampleVault, join(folder, 'sample-vault'), { recursive: true });
  mkdirSync(join(folder, 'scratch'));
  if (existsSync(realNotes)) {
    folders.push('real-notes');
    cpSync(realNotes, join(folder, 'real-notes'), { recursive: true });
  }
  const workspace = join(folder, 'test.code-workspace');
  writeFileSync(workspace, JSON.stringify({ folders: folders.map((path) => ({ path })) }));
  mkdirSync(resultFolder, { recursive: true });
  const report = join(resultFolder, 'in-host.json');
  rmSync(report, { force: true });
  return {
    folder,
    workspace,
    env: { LECTURE_LAB_TEST_REPORT: report },
    result: () => {
      if (!existsSync(report)) throw new Error('The suite in VS Code did not come to its end.');
      return JSON.parse(readFileSync(report, 'utf8'));
    },
    dispose: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/**
 * Runs the suite in the embedded VS Code and prints what it says.
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runEmbeddedHostTests() {
  const testRun = prepareTestRun();
  const server = await startEmbeddedVscode({ forTests: true, env: testRun.env });
  try {
    const browser = await launchBrowser();
    try {
      await untilSuiteEnds(browser, server, testRun.workspace);
      return testRun.result();
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
    testRun.dispose();
  }
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {import('./embeddedVscode.mjs').Server} server
 * @param {string} workspace
 */
async function untilSuiteEnds(browser, server, workspace) {
  const page = await browser.newPage();
  /** @type {string[]} */
  const others = [];
  /** @type {Promise<void>} */
  const ended = new Promise((resolve, reject) => {
    // The workbench calls these two by name when an extension's tests print and end.
    page.exposeFunction('codeAutomationLog', (/** @type {string} */ _type, /** @type {unknown[]} */ args) => {
      const text = args.map(String).join(' ');
      // The suite marks its lines; the rest is the workbench's own, of use only when the suite does not end.
      if (text.startsWith(lineMark)) console.log(text.slice(lineMark.length));
      else others.push(text);
    });
    page.exposeFunction('codeAutomationExit', () => resolve());
    const fail = () => {
      const tail = others.slice(-20).join('\n');
      reject(
        new Error(`The suite in VS Code did not end within ${limitMinutes} minutes. It said last:\n${tail}`),
      );
    };
    setTimeout(fail, limitMinutes * 60_000).unref();
  });
  const address = addressOf(server, workspace, {
    payload: [
      ['extensionDevelopmentPath', remoteUri(server, root)],
      ['extensionTestsPath', remoteUri(server, testBundle)],
      ['skipWelcome', 'true'],
    ],
  });
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  await ended;
}
