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

/** What the page of the note is scrolled to, and the word whose definition is shown there. */
const pagePlace = 'h1#regularisierung';
const pageTerm = 'Generalisierungsfehler';

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
    await workbench.page.close();

    await takePictureOfPage(browser, server, name);
  } finally {
    await server.stop();
  }
}

/**
 * Shows the note as a page in place of its editor, with the definition of a term.
 * @param {import('playwright-core').Browser} browser
 * @param {import('./lib/embeddedVscode.mjs').Server} server
 * @param {string} name of the look
 */
async function takePictureOfPage(browser, server, name) {
  const { Workbench } = await import('./lib/workbench.mjs');
  const workbench = await Workbench.open(browser, server, { folder: sampleVault, note });
  await workbench.page.keyboard.press('Control+b');
  await workbench.focusNote();
  await workbench.page.keyboard.press('Control+Shift+V');
  const frame = await finishedPage(workbench);
  await frame.locator(pagePlace).evaluate((heading) => heading.scrollIntoView());
  await frame.locator('a.ll-term', { hasText: pageTerm }).first().hover();
  await frame.locator('.term-popover').waitFor();
  await save(workbench, `preview-${name}`);
}

/**
 * The preview's page, once it shows what comes last: terms. VS Code may make the page anew until then.
 * @param {import('./lib/workbench.mjs').Workbench} workbench
 */
async function finishedPage(workbench) {
  for (let attempt = 1; ; attempt++) {
    const frame = await workbench.preview();
    try {
      await frame.locator('.ll-terms').waitFor({ state: 'attached' });
      return frame;
    } catch (error) {
      if (attempt === 5) throw error;
    }
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
