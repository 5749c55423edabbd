// The main job without a person: a note, a click on its demo, a training run, a hover.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { startEmbeddedVscode } from './embeddedVscode.mjs';
import { resultFolder, root, sampleVault } from './project.mjs';
import { launchBrowser, Workbench } from './workbench.mjs';

const limitSeconds = 240;
const heading = '# Regularisierung';
const failureScreenshot = 'start-check-failed.png';

/**
 * Does the main job, prints what it sees and leaves two screenshots. Throws an error that says what did not work.
 * @param {string} vault absolute
 * @param {string | undefined} note absolute
 * @param {number} port first one to try
 */
export async function checkMainJob(vault, note, port) {
  const line = note ? readFileSync(note, 'utf8').split(/\r?\n/).indexOf(heading) + 1 : 0;
  if (!note || line === 0) throw new Error(`--check needs a note with the heading "${heading}" in ${vault}.`);
  rmSync(join(resultFolder, failureScreenshot), { force: true });
  const server = await startEmbeddedVscode({ port, withExtension: true });
  try {
    const browser = await launchBrowser();
    try {
      await withinLimit(doMainJob(browser, server, { vault, note, line }));
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
 * @param {{ vault: string, note: string, line: number }} place `line`: 1-based line of the heading
 */
async function doMainJob(browser, server, { vault, note, line }) {
  const workbench = await Workbench.open(browser, server, { folder: vault, note });
  console.log(`Opened ${relative(vault, note)}`);
  try {
    await lookAround(workbench, line, vault === sampleVault);
  } catch (error) {
    await screenshot(workbench, failureScreenshot);
    throw error;
  }
  console.log('All worked.');
}

/**
 * @param {Workbench} workbench
 * @param {number} line 1-based line of the heading
 * @param {boolean} hasFormula whether the definition has a formula
 */
async function lookAround(workbench, line, hasFormula) {
  await workbench.goToLine(line);
  const titles = await workbench.lensTitles();
  console.log(`Lenses in view: ${titles.join(' | ')}`);

  await workbench.openLab(heading, '▶ Demo');
  console.log(`Asked before the run: ${await workbench.predict()}`);
  const begun = await workbench.waitForLab('training begins', ({ step }) => step > 0, 60_000);
  const later = await workbench.waitForLab('training advances', ({ step }) => step > begun.step, 60_000);
  console.log(`Backend: ${later.backend}`);
  console.log(`Training: step ${begun.step} → ${later.step}`);
  await screenshot(workbench, 'start-check-lab.png');

  const hover = await workbench.hover('Regularisierung', heading);
  const images = await workbench.loadedImages(hover);
  console.log(`Hover: ${((await hover.textContent()) ?? '').replace(/\s+/g, ' ').trim()}`);
  console.log(`Formulas as images in the hover: ${images}`);
  await screenshot(workbench, 'start-check-hover.png');
  if (hasFormula && images === 0)
    throw new Error('The hover shows no formula, though the definition has one.');
  const { errors, policyViolations, foreignRequests } = workbench.findings;
  const findings = [...errors, ...policyViolations, ...foreignRequests];
  if (findings.length > 0) throw new Error(`The window reported:\n${findings.join('\n')}`);
}

/**
 * @param {Workbench} workbench
 * @param {string} name
 */
async function screenshot(workbench, name) {
  mkdirSync(resultFolder, { recursive: true });
  const path = join(resultFolder, name);
  await workbench.page.screenshot({ path });
  console.log(`Screenshot: ${relative(root, path)}`);
}

/** @param {Promise<void>} work */
async function withinLimit(work) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const limit = new Promise((_, reject) => {
    const late = new Error(
      `The check did not end within ${limitSeconds} s; the last line above says how far it came.`,
    );
    timer = setTimeout(() => reject(late), limitSeconds * 1000);
  });
  await Promise.race([work, limit]).finally(() => clearTimeout(timer));
}
