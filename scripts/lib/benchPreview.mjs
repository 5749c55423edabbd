// `npm run bench -- --preview`: how long VS Code's own Markdown preview takes for a note, with the pages of notes and without.
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import esbuild from 'esbuild';
import { build, common } from '../build.mjs';
import { judgeAll } from './benchGoals.mjs';
import { addressOf, startEmbeddedVscode } from './embeddedVscode.mjs';
import { runInVscode } from './inHostTests.mjs';
import { root, sampleVault } from './project.mjs';
import { limits, sizesOf } from './sizes.mjs';
import { launchBrowser, Workbench } from './workbench.mjs';

/** @typedef {import('./benchGoals.mjs').Definition} Definition */
/** @typedef {import('./benchGoals.mjs').Round} Round */

/** @type {(name: string, limit: number, of: Definition['of']) => Definition} */
const ratioGoal = (name, limit, of) => ({ name, unit: 'x', limit, sense: 'at most', of });

/** @type {(name: string, limit: number, of: Definition['of']) => Definition} */
const timeGoal = (name, limit, of) => ({ name, unit: 'ms', limit, sense: 'at most', of });

/** @type {readonly Definition[]} */
const goals = [
  ratioGoal('preview: a lecture, first rendering / VS Code alone', 1.5, ({ ours, theirs }) =>
    quotient(ours?.lecture.first, theirs?.lecture.first),
  ),
  ratioGoal('preview: a lecture, after a keystroke / VS Code alone', 1.5, ({ ours, theirs }) =>
    quotient(ours?.lecture.keystroke, theirs?.lecture.keystroke),
  ),
  ratioGoal('preview: 4,000 lines, first rendering / VS Code alone', 1.5, ({ ours, theirs }) =>
    quotient(ours?.long.first, theirs?.long.first),
  ),
  ratioGoal('preview: 4,000 lines, after a keystroke / VS Code alone', 1.5, ({ ours, theirs }) =>
    quotient(ours?.long.keystroke, theirs?.long.keystroke),
  ),
  timeGoal('preview: 4,000 lines, after a keystroke', 100, ({ ours }) => ours?.long.keystroke),
  timeGoal(
    'preview: ready later than without the extension',
    200,
    ({ opening }) => opening && opening.with - opening.without,
  ),
];

/**
 * @param {number | undefined} a
 * @param {number | undefined} b
 */
function quotient(a, b) {
  return a === undefined || b === undefined ? undefined : a / b;
}

/**
 * @param {number} rounds
 * @param {(line: string) => void} log
 */
export async function benchPreview(rounds, log) {
  const metafiles = await build();
  const folder = mkdtempSync(join(tmpdir(), 'lecture-lab-preview-'));
  try {
    const vault = join(folder, 'vault');
    cpSync(sampleVault, vault, { recursive: true });
    log('  rendering inside VS Code');
    const rendered = await renderings(folder, vault, rounds);
    /** @type {Round[]} */
    const figures = [];
    for (const [number, round] of rendered.entries()) {
      const opening = await openings(number % 2 === 0);
      log(
        `  round ${number + 1}: ready ${Math.round(opening.with)} ms, without ${Math.round(opening.without)} ms`,
      );
      figures.push({ ...round, opening });
    }
    const script = sizesOf(metafiles).find(({ what }) => what === 'preview script');
    const size = script
      ? [`preview script: ${(script.bytes / 1000).toFixed(1)} of ${limits.preview / 1000} kB`]
      : [];
    return { rounds: figures, goals: judgeAll(goals, figures), details: size };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * @param {string} folder
 * @param {string} vault
 * @param {number} rounds
 * @returns {Promise<readonly Round[]>}
 */
async function renderings(folder, vault, rounds) {
  const outfile = join(root, 'out/bench/preview/index.js');
  await esbuild.build({
    ...common,
    entryPoints: ['bench/preview/index.ts'],
    outfile,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
  });
  const report = join(folder, 'renderings.json');
  const env = { LECTURE_LAB_TEST_REPORT: report, LECTURE_LAB_BENCH_ROUNDS: String(rounds) };
  await runInVscode(outfile.replace(/\.js$/, ''), { workspace: vault, env });
  return JSON.parse(readFileSync(report, 'utf8'));
}

/**
 * How long after the keys for it the preview of the sample lecture is there, in a new window each.
 * @param {boolean} isOursFirst
 */
async function openings(isOursFirst) {
  const times = { with: 0, without: 0 };
  for (const withExtension of [isOursFirst, !isOursFirst]) {
    times[withExtension ? 'with' : 'without'] = await openingTime(withExtension);
  }
  return times;
}

/** @param {boolean} withExtension */
async function openingTime(withExtension) {
  const server = await startEmbeddedVscode({ withExtension });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await page.goto(addressOf(server, sampleVault, { file: join(sampleVault, 'DLVC - VL 5.md') }));
    await page.locator('.monaco-editor .view-line').first().waitFor({ timeout: 60_000 });
    // Both windows shall have come to rest: on a slow machine each is busy with itself for its first ten seconds.
    await page.waitForTimeout(12_000);
    const begun = performance.now();
    await page.keyboard.press('Control+Shift+V');
    const frame = await new Workbench(page, {
      errors: [],
      policyViolations: [],
      foreignRequests: [],
    }).preview();
    await frame.locator('.katex').first().waitFor();
    return performance.now() - begun;
  } finally {
    await browser.close();
    await server.stop();
  }
}
