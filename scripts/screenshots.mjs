// `npm run screenshots`: the README's pictures, made by the real thing.
import { mkdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { startEmbeddedVscode } from './lib/embeddedVscode.mjs';
import { install } from './lib/install.mjs';
import { root, sampleVault } from './lib/project.mjs';

const note = join(sampleVault, 'DLVC - VL 5.md');
const folder = join(root, 'media/screenshots');
const heading = '# Regularisierung';
const linkLine = 'glättet [[DLVC - VL 3#Momentum]]';

/** Training steps after which the networks have visibly parted ways. */
const stepsToWaitFor = 300;

/** @type {readonly { name: string, theme: string }[]} */
const looks = [
  { name: 'light', theme: 'Default Light Modern' },
  { name: 'dark', theme: 'Default Dark Modern' },
];

/**
 * @param {import('playwright-core').Browser} browser
 * @param {{ name: string, theme: string }} look
 */
async function takePictures(browser, { name, theme }) {
  const { Workbench } = await import('./lib/workbench.mjs');
  const settings = { 'workbench.colorTheme': theme, 'window.autoDetectColorScheme': false };
  const server = await startEmbeddedVscode({ withExtension: true, settings });
  try {
    const workbench = await Workbench.open(browser, server, { folder: sampleVault, note });
    await workbench.lensTitles();
    await workbench.page.keyboard.press('Control+b');
    await showLine(workbench, linkLine);
    await workbench.loadedImages(await workbench.hover('DLVC', linkLine));
    await save(workbench, `link-${name}`);
    await workbench.page.mouse.move(700, 5);

    await showLine(workbench, heading);
    const hover = await workbench.hover('Regularisierung', heading);
    await workbench.loadedImages(hover);
    await save(workbench, `hover-${name}`);

    await workbench.page.mouse.move(700, 5);
    await workbench.openLab(heading, '▶ Demo');
    await showLine(workbench, heading);
    await workbench.waitForLab('it has trained long enough', ({ step }) => step >= stepsToWaitFor, 240_000);
    await save(workbench, `lab-${name}`);
  } finally {
    await server.stop();
  }
}

/**
 * Brings a line near the top: from further down back up to it.
 * @param {import('./lib/workbench.mjs').Workbench} workbench
 * @param {string} text the line, or part of it
 */
async function showLine(workbench, text) {
  const lines = readFileSync(note, 'utf8').split('\n');
  const line = lines.findIndex((other) => other === text || other.includes(text)) + 1;
  await workbench.goToLine(line + 20);
  await workbench.goToLine(line);
}

/**
 * @param {import('./lib/workbench.mjs').Workbench} workbench
 * @param {string} name
 */
async function save(workbench, name) {
  const path = join(folder, `${name}.png`);
  await workbench.page.screenshot({ path });
  console.log(relative(root, path));
}

await install();
mkdirSync(folder, { recursive: true });
const { build } = await import('./build.mjs');
await build();
const { launchBrowser } = await import('./lib/workbench.mjs');
const browser = await launchBrowser();
try {
  for (const look of looks) await takePictures(browser, look);
} finally {
  await browser.close();
}
