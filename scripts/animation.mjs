// `npm run animation`: the short demonstration in the README, recorded in the real thing.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { startEmbeddedVscode } from './lib/embeddedVscode.mjs';
import { install } from './lib/install.mjs';
import { root, sampleVault } from './lib/project.mjs';

const note = join(sampleVault, 'DLVC - VL 5.md');
const file = join(root, 'media/screenshots/demonstration.gif');
const heading = '# Regularisierung';

const viewport = { width: 1120, height: 680 };

/** Training steps until which pictures are taken, and how many. */
const lastStep = 480;
const mostPictures = 40;

/** The pointer, which no screenshot shows. */
const pointer =
  '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><path d="M2 1v15l4-4 3 7 3-1-3-7h6z" fill="white" stroke="black"/></svg>';

/** Takes the pictures of a window, with a pointer drawn into it. */
class Recorder {
  /** @param {import('./lib/workbench.mjs').Workbench} workbench */
  constructor(workbench) {
    this.page = workbench.page;
    /** @type {import('./lib/gif.mjs').Picture[]} */
    this.pictures = [];
  }

  /** @param {number} milliseconds how long it is shown */
  async take(milliseconds) {
    this.pictures.push({ png: await this.page.screenshot(), milliseconds });
  }

  /**
   * Moves pointer and mouse.
   * @param {{ x: number, y: number }} place
   */
  async pointAt({ x, y }) {
    await this.page.mouse.move(x - 30, y - 30);
    await this.page.mouse.move(x, y, { steps: 5 });
    await this.page.evaluate(drawPointer, { x, y, svg: pointer });
  }

  /** Points at an element of the window or of one of its pages, shows that for a moment, and clicks. @param {import('playwright-core').Locator} target */
  async click(target) {
    const box = await target.boundingBox();
    if (!box) throw new Error(`${target} is not on the screen.`);
    const place = { x: box.x + Math.min(box.width / 2, 60), y: box.y + box.height / 2 };
    await this.pointAt(place);
    await this.take(700);
    await this.page.mouse.click(place.x, place.y);
  }
}

/** Runs in the window. @param {{ x: number, y: number, svg: string }} place */
function drawPointer({ x, y, svg }) {
  const element = document.getElementById('recorded-pointer') ?? document.createElement('div');
  element.id = 'recorded-pointer';
  const image = `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
  element.style.cssText = `position:fixed;left:${x}px;top:${y}px;width:20px;height:20px;z-index:100000;pointer-events:none;background-image:${image}`;
  document.body.append(element);
}

/**
 * A hover, a demo, a prediction, a run.
 * @param {import('./lib/workbench.mjs').Workbench} workbench
 * @returns {Promise<readonly import('./lib/gif.mjs').Picture[]>}
 */
async function record(workbench) {
  const recorder = new Recorder(workbench);
  await workbench.lensTitles();
  await workbench.page.keyboard.press('Control+b');
  await showHeading(workbench);
  await workbench.restPointer();
  await recorder.take(900);

  await workbench.loadedImages(await workbench.hover('Regularisierung', heading));
  await recorder.pointAt(await workbench.placeOf('Regularisierung', heading));
  await recorder.take(2600);
  await workbench.restPointer();
  await workbench.page.locator('.monaco-hover:not(.hidden)').first().waitFor({ state: 'hidden' });

  await recorder.click(workbench.page.locator('.codelens-decoration a', { hasText: '▶ Demo' }).first());
  const lab = await workbench.lab();
  const card = lab.locator('.prediction:not([hidden])');
  await card.waitFor();
  await recorder.take(900);
  await recorder.click(card.locator('label', { has: lab.locator('input[type=radio]') }).first());
  await recorder.click(card.locator('vscode-button[appearance=primary]'));
  await recordRun(workbench, recorder);
  return recorder.pictures;
}

/**
 * @param {import('./lib/workbench.mjs').Workbench} workbench
 * @param {Recorder} recorder
 */
async function recordRun(workbench, recorder) {
  for (let count = 0, shown = -1; count < mostPictures && shown < lastStep; count++) {
    const least = Math.max(shown + 1, Math.round((count / mostPictures) * lastStep));
    ({ step: shown } = await workbench.waitForLab('it trains on', ({ step }) => step >= least, 60_000));
    await recorder.take(180);
  }
  await recorder.take(3000);
}

/** @param {import('./lib/workbench.mjs').Workbench} workbench */
async function showHeading(workbench) {
  const line = readFileSync(note, 'utf8').split('\n').indexOf(heading) + 1;
  await workbench.goToLine(line + 20);
  await workbench.goToLine(line);
}

await install();
const { build } = await import('./build.mjs');
await build();
const { encodeGif } = await import('./lib/gif.mjs');
const { launchBrowser, Workbench } = await import('./lib/workbench.mjs');
const settings = { 'workbench.colorTheme': 'Default Light Modern', 'window.autoDetectColorScheme': false };
const server = await startEmbeddedVscode({ withExtension: true, settings });
const browser = await launchBrowser();
try {
  const workbench = await Workbench.open(browser, server, { folder: sampleVault, note, viewport });
  const gif = await encodeGif(browser, await record(workbench));
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, gif);
  console.log(`${relative(root, file)}: ${(gif.length / 1e6).toFixed(2)} MB`);
} finally {
  await browser.close();
  await server.stop();
}
