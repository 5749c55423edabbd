// The tests that run inside VS Code: what the embedded and the desktop one have in common, and the embedded run.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addressOf, remoteUri, startEmbeddedVscode } from './embeddedVscode.mjs';
import { resultFolder, root, sampleVault } from './project.mjs';
import { launchBrowser } from './workbench.mjs';

/** The bundles that `build({ tests: true })` makes: for an extension host that is Node, and for one in a browser. */
export const testBundle = join(root, 'out/test/vscode/index');
const webTestBundle = join(root, 'out/test/vscode/web/index');

/** A student's own notes, where they lie beside the project. */
const realNotes = join(root, '../shared/notes');

/** Further extensions that are there in the tests: another one of the Markdown preview. */
export const otherExtensions = [join(root, 'test/fixtures/other-markdown-plugin')];

const limitMinutes = process.env.LECTURE_LAB_NIGHTLY === '1' ? 60 : 8;

/** What test/vscode/kit.ts puts before each line that is for a person to read. */
const lineMark = '│ ';

/**
 * Where the extension runs: in Node beside the files, or in a worker of the browser, as on vscode.dev.
 * @typedef {'workspace' | 'web'} HostKind
 */

/**
 * @typedef {object} TestRun
 * @property {string} workspace path of a workspace file: copies of the vaults and an empty folder, all free to be written to
 * @property {string} folder holds all of it; a place for further files of the run
 * @property {(lastWords?: string) => { passed: number, failed: number, kind: HostKind }} result what the suite reported; throws where it did not come to
 *   its end, with what VS Code said last
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
  // For who works on one of them: the tests whose full name this pattern matches.
  const grep = process.env.LECTURE_LAB_TEST_GREP;
  const isNightly = process.env.LECTURE_LAB_NIGHTLY === '1';
  const figureFolder = join(resultFolder, 'reliability');
  writeFileSync(join(folder, 'options.json'), JSON.stringify({ grep, isNightly, figureFolder }));
  const report = join(folder, 'report.json');
  return {
    folder,
    workspace,
    result: (lastWords = '') => {
      if (!existsSync(report)) throw new Error(`The suite in VS Code did not come to its end.${lastWords}`);
      return JSON.parse(readFileSync(report, 'utf8'));
    },
    dispose: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/**
 * Runs the suite in the embedded VS Code and prints what it says.
 * @param {HostKind} [kind]
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runEmbeddedHostTests(kind = 'workspace') {
  const testRun = prepareTestRun();
  const bundle = kind === 'web' ? webTestBundle : testBundle;
  try {
    const report = testRun.result(await runInVscode(bundle, testRun, { otherExtensions, kind }));
    if (report.kind !== kind)
      throw new Error(`The suite ran in the ${report.kind} extension host, not in ${kind}.`);
    return report;
  } finally {
    testRun.dispose();
  }
}

/**
 * Runs a program inside the extension host of the embedded VS Code, the extension beside it as it is developed.
 * @param {string} bundle path of a CommonJS file that exports `run`, without its ending
 * @param {{ workspace: string, env?: Record<string, string> }} where `env`: for a program in Node
 * @param {{ otherExtensions?: readonly string[], kind?: HostKind }} [options] `otherExtensions`: see `ServerOptions`
 * @returns {Promise<string>} what VS Code itself said last, for who looks for an error
 */
export async function runInVscode(bundle, { workspace, env }, { otherExtensions, kind } = {}) {
  const server = await startEmbeddedVscode({
    forTests: true,
    env: env ?? {},
    otherExtensions: otherExtensions ?? [],
    // The address has a parameter for it, which this VS Code reads under another name than it writes it.
    settings: kind === 'web' ? { 'remote.extensionKind': { 'lecture-lab.lecture-lab': ['web'] } } : {},
  });
  try {
    const browser = await launchBrowser();
    try {
      return await untilProgramEnds(browser, server, { bundle, workspace });
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {import('./embeddedVscode.mjs').Server} server
 * @param {{ bundle: string, workspace: string }} program
 * @returns {Promise<string>}
 */
async function untilProgramEnds(browser, server, { bundle, workspace }) {
  const page = await browser.newPage();
  /** @type {string[]} */
  const others = [];
  const lastWords = () => ` It said last:\n${others.slice(-20).join('\n')}`;
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
      reject(new Error(`The suite in VS Code did not end within ${limitMinutes} minutes.${lastWords()}`));
    };
    setTimeout(fail, limitMinutes * 60_000).unref();
  });
  const address = addressOf(server, workspace, {
    payload: [
      ['extensionDevelopmentPath', remoteUri(server, root)],
      ['extensionTestsPath', remoteUri(server, bundle)],
      ['skipWelcome', 'true'],
    ],
  });
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  await ended;
  return lastWords();
}
