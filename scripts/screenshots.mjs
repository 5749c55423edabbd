// `npm run screenshots`: the README's pictures, made by the real thing.
import { mkdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { startEmbeddedVscode } from './lib/embeddedVscode.mjs';
import { install } from './lib/install.mjs';
import { root, sampleVault } from './lib/project.mjs';

const note = join(sampleVault, 'DLVC - VL 5.md');
const folder = join(root, 'media/screenshots');
const heading = '# Regularisierung';
const formLine = 'Man zieht die Startgewichte';
const linkLine = 'glättet [[DLVC - VL 3#Momentum]]';

/** Training steps after which the networks have visibly parted ways. */
const stepsToWaitFor = 300;

/** @type {readonly { name: string, theme: string, isHoverOnly?: boolean }[]} */
const looks = [
  { name: 'light', theme: 'Default Light Modern' },
  { name: 'dark', theme: 'Default Dark Modern' },
  { name: 'high-contrast-light', theme: 'Default High Contrast Light', isHoverOnly: true },
  { name: 'high-contrast-dark', theme: 'Default High Contrast', isHoverOnly: true },
];

/**
 * @param {import('playwright-core').Browser} browser
 * @param {typeof looks[number]} look
 */
async function takePictures(browser, { name, theme, isHoverOnly }) {
  const { Workbench } = await import('./lib/workbench.mjs');
  const settings = { 'workbench.colorTheme': theme, 'window.autoDetectColorScheme': false };
  const server = await startEmbeddedVscode({ withExtension: true, settings });
  try {
    const workbench = await Workbench.open(browser, server, { folder: sampleVault, note });
    await workbench.lensTitles();
    await workbench.page.keyboard.press('Control+b');
    await showLine(workbench, heading);
    await workbench.loadedImages(await workbench.hover('Regularisierung', heading));
    await save(workbench, `hover-${name}`);
    await workbench.restPointer();
    if (isHoverOnly) return;

    await showLine(workbench, linkLine);
    await workbench.loadedImages(await workbench.hover('DLVC', linkLine));
    await save(workbench, `link-${name}`);
    await workbench.restPointer();

    await showLine(workbench, formLine);
    await workbench.loadedImages(await workbench.hover('Startgewichte', formLine));
    await save(workbench, `form-${name}`);
    await workbench.restPointer();

    await showGlossary(workbench);
    await save(workbench, `glossary-${name}`);
    await workbench.page.keyboard.press('Control+b');

    await showLine(workbench, heading);
    await workbench.openLab(heading, '▶ Demo');
    await workbench.predict();
    await showLine(workbench, heading);
    await workbench.waitForLab('it has trained long enough', ({ step }) => step >= stepsToWaitFor, 240_000);
    await save(workbench, `lab-${name}`);
  } finally {
    await server.stop();
  }
}

/**
 * Shows the view with the vault's terms, by lecture.
 * @param {import('./lib/workbench.mjs').Workbench} workbench
 */
async function showGlossary({ page }) {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').waitFor();
  await page.keyboard.type('glossary view');
  await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.pane-body .monaco-list-row', { hasText: 'Backpropagation' }).first().waitFor();
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
