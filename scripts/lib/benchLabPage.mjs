// The lab's page while it trains: how soon it shows a frame, how long it is busy, whether pictures fall behind.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './project.mjs';

/** @typedef {{ readonly canvas: number, readonly paint: number, readonly at: number }} Draw of one picture, in the paint that began at a moment */

const FIRST = { id: 'weight-decay', params: { steps: 400 } };
const SECOND = 'gradient-clipping';

/**
 * @typedef {object} Harness what of the tests' harness is used; it is loaded by address, as it is not written for the compiler
 * @property {<T>(options: object, use: (page: import('playwright-core').Page) => Promise<T>) => Promise<T>} withLab
 * @property {(page: import('playwright-core').Page, frames: string) => Promise<void>} waitForFrames
 */

/** @returns {Promise<Harness>} */
async function loadHarness() {
  return import(pathToFileURL(join(root, 'test/webview/harness.mjs')).href);
}

/** Runs in the page, soon after it has loaded: notes each draw of a picture and when a frame of a run is on the screen. */
function watchDraws() {
  const lab = {
    /** @type {Draw[]} */
    draws: [],
    /** @type {number[]} moments at which the first frame of a run was painted */
    painted: [],
    isAwaited: true,
    paints: 0,
  };
  Object.assign(window, { labDraws: lab });
  const clear = CanvasRenderingContext2D.prototype.clearRect;
  /** @type {Map<HTMLCanvasElement, number>} */
  const canvases = new Map();
  const isShown = () => {
    const course = /** @type {HTMLInputElement | null} */ (document.querySelector('.course'));
    return course !== null && !course.disabled && Number(course.max) > 1;
  };
  /**
   * @param {number} x
   * @param {number} y
   * @param {number} width
   * @param {number} height
   */
  CanvasRenderingContext2D.prototype.clearRect = function (x, y, width, height) {
    const canvas = canvases.get(this.canvas) ?? canvases.size;
    canvases.set(this.canvas, canvas);
    lab.draws.push({ canvas, paint: Number(document.timeline.currentTime), at: performance.now() });
    if (lab.isAwaited && isShown()) {
      lab.isAwaited = false;
      // The next animation frame begins after this one was handed over for painting.
      requestAnimationFrame(() => lab.painted.push(performance.now()));
    }
    clear.call(this, x, y, width, height);
  };
  const count = () => {
    lab.paints++;
    requestAnimationFrame(count);
  };
  requestAnimationFrame(count);
}

/**
 * Runs in the page: chooses another experiment as a learner does.
 * @param {string} id
 */
function choose(id) {
  const picker = /** @type {HTMLElement & { value: string }} */ (document.querySelector('.picker'));
  const { labDraws } = /** @type {any} */ (window);
  const chosenAt = performance.now();
  picker.value = id;
  picker.dispatchEvent(new Event('change'));
  labDraws.isAwaited = true;
  return chosenAt;
}

/**
 * The most draws of one picture in one paint: more than one means that some were for nothing.
 * @param {readonly Draw[]} draws
 */
function mostDrawsAPaint(draws) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { canvas, paint } of draws) {
    const key = `${canvas} ${paint}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}

/** @param {import('playwright-core').Page} page */
async function read(page) {
  return page.evaluate(() => {
    const { labDraws, longTasks, posted } = /** @type {any} */ (window);
    return { labDraws, longTasks, posted, now: performance.now() };
  });
}

/** @param {readonly { readonly startTime: number, readonly duration: number }[]} tasks */
function longest(tasks) {
  return Math.max(0, ...tasks.map(({ duration }) => duration));
}

/** Opens the lab as a hover's link does, trains to the end as fast as it can, then chooses another experiment. */
export async function measurePage() {
  const { id: experimentId, params } = FIRST;
  const open = { type: 'open', version: 1, locale: 'en', experimentId, params };
  const state = { experimentId, params, seed: 1, frame: 0, speed: 6 };
  const size = { width: 1200, height: 900, scale: 1 };
  const options = { theme: 'dark', locale: 'en', open, state, reduceMotion: false, ...size };
  const { waitForFrames, withLab } = await loadHarness();
  return withLab(options, async (page) => {
    await page.evaluate(watchDraws);
    await waitForFrames(page, 'end');
    const trained = await read(page);
    const chosenAt = await page.evaluate(choose, SECOND);
    await page.waitForFunction(() => /** @type {any} */ (window).labDraws.painted.length > 1);
    const warm = await read(page);
    return summary(trained, warm.labDraws.painted[1] - chosenAt);
  });
}

/**
 * @param {any} trained what `read` gave at the end of the run
 * @param {number} warmFrame
 */
function summary({ labDraws, longTasks, posted }, warmFrame) {
  const firstFrame = labDraws.painted[0];
  const last = posted.findLast((/** @type {any} */ { type }) => type === 'progressed');
  const seconds = (last.at - firstFrame) / 1000;
  const during = labDraws.draws.filter((/** @type {Draw} */ { at }) => at >= firstFrame);
  const isDuring = (/** @type {{ startTime: number }} */ { startTime }) => startTime >= firstFrame;
  return {
    firstFrame,
    warmFrame,
    longestTask: longest(longTasks.filter(isDuring)),
    longestTaskOfAll: longest(longTasks),
    drawsAPaint: mostDrawsAPaint(during),
    drawnAfterEnd: Math.max(0, (labDraws.draws.at(-1)?.at ?? 0) - last.at),
    framesASecond: last.frame / seconds,
    paintsASecond: labDraws.paints / seconds,
  };
}
