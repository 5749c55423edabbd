// Opens the lab page in headless Chromium as a webview would: same content security policy, a stand-in for VS Code's API and theme.
//   node test/webview/harness.mjs --experiment weight-decay --theme dark --width 700 --shot lab.png
// Options: --theme dark|light|hc|hc-light  --locale de|en  --width N --height N --scale N  --frames N|end  --speed 0…6 (6: as fast as
// possible)  --params '{"noise":0.2}'  --seed N  --backend cpu  --reduce-motion  --predict  --axe  --measure  --shot FILE  --fold (no full page)
// `--experiment all` goes through all of them; FILE is then a folder for one picture each.

import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import esbuild from 'esbuild';
import { chromium } from 'playwright-core';
import { bundles } from '../../scripts/build.mjs';
import { findExperiments } from '../../scripts/gen.mjs';
import { chromiumFlags, findChromium } from '../../scripts/lib/chromium.mjs';
import { root } from '../../scripts/lib/project.mjs';
import { writeRenderedTexts } from '../../scripts/lib/renderedTexts.mjs';
import { themes } from './themes.mjs';

const NONCE = 'harness';
const contentTypes = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.html': 'text/html',
  '.json': 'application/json',
};

const policy = [
  "default-src 'none'",
  `script-src 'self' 'nonce-${NONCE}'`,
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  'worker-src blob:',
].join('; ');

/** Builds page and worker into a folder, with the very options of the extension's own build. */
async function buildPage(folder, locale) {
  const { [`lab page (${locale})`]: page, 'lab styles': styles, 'training worker': worker } = bundles();
  await esbuild.build({ ...page, outdir: join(folder, locale) });
  for (const options of [styles, worker]) await esbuild.build({ ...options, outdir: folder });
  await writeRenderedTexts(join(folder, 'texts'), findExperiments());
}

/**
 * The stand-in for the extension host: answers `ready` with `open`, keeps the state in the tab's session. A state that does not say
 * otherwise has the questions before a run switched off, so that the run starts by itself.
 */
function hostScript(open, state) {
  const saved = state ? { predictions: { isOn: false }, ...state } : null;
  return `
    window.posted = [];
    window.longTasks = [];
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) window.longTasks.push({ startTime, duration });
    }).observe({ type: 'longtask', buffered: true });
    window.acquireVsCodeApi = () => ({
      postMessage(message) {
        window.posted.push({ at: performance.now(), ...message });
        if (message.type === 'ready') window.postMessage(${JSON.stringify(open)});
        // Texts of an experiment of one's own: as if none of them had any markup.
        if (message.type === 'textsRequested') {
          const { experimentId } = message;
          window.postMessage({ type: 'texts', version: 1, experimentId, inline: {}, block: {}, formulas: {} });
        }
      },
      getState: () => JSON.parse(sessionStorage.getItem('state') ?? '${JSON.stringify(saved)}'),
      setState: (state) => sessionStorage.setItem('state', JSON.stringify(state)),
    });`;
}

function pageHtml({ theme, locale, open, state, reduceMotion }) {
  const { bodyClass, variables } = themes[theme];
  const style = Object.entries(variables).map(([name, value]) => `--vscode-${name}: ${value}`);
  const kind = bodyClass.split(' ').at(-1);
  const classes = `${bodyClass}${reduceMotion ? ' vscode-reduce-motion' : ''}`;
  return `<!DOCTYPE html>
<html style='${style.join('; ')}'>
<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width"><title>Lecture Lab</title><link rel="icon" href="data:,"><link rel="stylesheet" href="main.css"></head>
<body class="${classes}" data-vscode-theme-kind="${kind}" data-locale="${locale}" data-worker-uri="/worker.js">
<main id="lab"></main>
<script nonce="${NONCE}">${hostScript(open, state)}</script>
<script type="module" nonce="${NONCE}" src="${locale}/main.js"></script></body></html>`;
}

/** Serves a folder; `pages` has the text of the page for each search part of its address. */
async function serve(folder, pages) {
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    try {
      const body = pathname === '/' ? pages.get(search) : readFileSync(join(folder, pathname));
      response.writeHead(200, { 'content-type': contentTypes[extname(pathname) || '.html'] });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${server.address().port}/` };
}

/** What a browser reports of a page: errors, warnings, what the policy blocks. */
function watchProblems(page) {
  const problems = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  return problems;
}

/**
 * @typedef {'dark' | 'light' | 'hc' | 'hc-light'} ThemeName
 *
 * @typedef {object} PageOptions
 * @property {ThemeName} theme
 * @property {object} open the message that answers the page's `ready`
 * @property {object} [state] what the page saved before it was closed
 * @property {boolean} [reduceMotion]
 * @property {number} width in CSS pixels
 * @property {number} height in CSS pixels
 * @property {number} scale device pixels in a CSS pixel
 *
 * @typedef {object} Lab the page, built in one language and served, and a browser to open it in
 * @property {(options: PageOptions) => Promise<OpenedPage>} open in a session of its own, which remembers nothing of others
 * @property {() => Promise<void>} close
 *
 * @typedef {object} OpenedPage
 * @property {import('playwright-core').Page} page
 * @property {string[]} problems what the browser has reported so far
 * @property {() => Promise<void>} close
 */

/**
 * Builds the page and starts a browser; `close` ends both.
 * @param {'de' | 'en'} locale
 * @returns {Promise<Lab>}
 */
export async function startLab(locale) {
  const folder = mkdtempSync(join(tmpdir(), 'lecture-lab-'));
  await buildPage(folder, locale);
  const pages = new Map();
  const { server, url } = await serve(folder, pages);
  const browser = await chromium.launch({ executablePath: findChromium(), args: [...chromiumFlags] });
  const open = async (options) => {
    const search = `?${pages.size}`;
    pages.set(search, pageHtml({ locale, reduceMotion: false, ...options }));
    const { width, height, scale } = options;
    const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale });
    const page = await context.newPage();
    // A guard against hangs, not a measure of speed.
    page.setDefaultTimeout(60_000);
    const problems = watchProblems(page);
    await page.goto(url + search);
    return { page, problems, close: () => context.close() };
  };
  const close = async () => {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { open, close };
}

/**
 * Opens the lab with one page; `close` closes all.
 * @param {PageOptions & { readonly locale: 'de' | 'en' }} options
 * @returns {Promise<OpenedPage>}
 */
export async function openLab(options) {
  const lab = await startLab(options.locale);
  try {
    return { ...(await lab.open(options)), close: lab.close };
  } catch (error) {
    await lab.close();
    throw error;
  }
}

/**
 * Opens the lab and hands its page to `use`; closes everything afterwards. Problems that the browser reports (errors, blocked by policy)
 * are collected in `problems`.
 */
export async function withLab(options, use) {
  const { page, problems, close } = await openLab(options);
  try {
    return await use(page, problems);
  } finally {
    await close();
  }
}

/**
 * Asks the page for an experiment, as the extension host does. Done when it is on the page, before its run has begun.
 * @param {import('playwright-core').Page} page
 * @param {object} message
 */
export async function openExperiment(page, message) {
  await page.evaluate((order) => window.postMessage(order), { type: 'open', version: 1, ...message });
  await page.waitForFunction((id) => document.querySelector('.picker')?.value === id, message.experimentId);
}

/**
 * Puts the page into another theme, as VS Code does: new variables and another class. Done when the widgets have followed.
 * @param {import('playwright-core').Page} page
 * @param {ThemeName} theme
 */
export async function useTheme(page, theme) {
  await page.evaluate(({ bodyClass, variables }) => {
    const style = Object.entries(variables).map(([name, value]) => `--vscode-${name}: ${value}`);
    document.documentElement.style.cssText = style.join('; ');
    document.body.className = bodyClass;
    document.body.dataset.vscodeThemeKind = bodyClass.split(' ').at(-1);
  }, themes[theme]);
  await page.waitForFunction(() => {
    const label = document.querySelector('vscode-checkbox')?.shadowRoot.querySelector('.label');
    return !label || getComputedStyle(label).color === getComputedStyle(document.body).color;
  });
}

/**
 * Waits until the lab has shown that many frames, or for `end` until the run is over.
 * @param {import('playwright-core').Page} page
 * @param {string} frames
 */
export async function waitForFrames(page, frames) {
  await page.waitForFunction(
    (wanted) => {
      const id = document.querySelector('.picker')?.value;
      const isOfThis = ({ type, experimentId }) => type === 'progressed' && experimentId === id;
      const last = window.posted.findLast(isOfThis);
      const course = document.querySelector('.course');
      if (window.posted.some((message) => message.type === 'failed')) return true;
      if (wanted !== 'end') return course && !course.disabled && course.valueAsNumber >= Number(wanted);
      return last && last.frame === last.frameCount - 1;
    },
    frames,
    { timeout: 120_000, polling: 50 },
  );
  // What was shown last is painted on the next frames.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 200)));
}

/**
 * What axe finds on the page, worst first.
 * @param {import('playwright-core').Page | import('playwright-core').Frame} page
 * @returns {Promise<{ id: string, impact: string, help: string, nodes: { target: string, summary: string }[] }[]>}
 * @param {string} [part] selector of what is looked at; where absent, all of the page
 * @param {import('axe-core').RunOptions} [options]
 */
export async function findViolations(page, part, options = {}) {
  const isThere = await page.evaluate(() => 'axe' in window);
  if (!isThere) await page.evaluate(readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8'));
  return page.evaluate(
    async ([include, how]) => {
      // The picture of a formula has the colours of the text around it, and thousands of elements.
      const context = { ...(include && { include }), exclude: ['.katex-html'] };
      const { violations } = await window.axe.run(context, { ...how, resultTypes: ['violations'] });
      const order = ['critical', 'serious', 'moderate', 'minor'];
      const sorted = violations.sort((a, b) => order.indexOf(a.impact) - order.indexOf(b.impact));
      return sorted.map(({ id, impact, help, nodes }) => ({
        id,
        impact,
        help,
        nodes: nodes.map(({ target, failureSummary }) => ({
          target: target.join(' '),
          summary: failureSummary,
        })),
      }));
    },
    [part, options],
  );
}

async function runAxe(page) {
  const violations = await findViolations(page);
  for (const { id, impact, help, nodes } of violations) {
    console.log(`axe: ${impact} ${id}: ${help}`);
    for (const { target, summary } of nodes.slice(0, 4)) console.log(`   ${target}  ${summary}`);
  }
  if (violations.length === 0) console.log('axe: nothing found');
}

async function reportTimes(page) {
  const times = await page.evaluate(() => ({
    firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    messages: window.posted,
    longTasks: window.longTasks,
  }));
  const first = times.messages.find((message) => message.type === 'progressed');
  const last = times.messages.findLast((message) => message.type === 'progressed');
  console.log(
    `first paint ${Math.round(times.firstPaint)} ms, first frame ${Math.round(first?.at ?? -1)} ms`,
  );
  console.log(
    `frame ${last?.frame} of ${last?.frameCount} after ${Math.round(last?.at ?? -1)} ms, ${last?.renderer}`,
  );
  const describe = (task) => `${Math.round(task.duration)} ms at ${Math.round(task.startTime)}`;
  console.log(`long tasks: ${times.longTasks.map(describe).join(', ') || 'none'}`);
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      experiment: { type: 'string', default: 'weight-decay' },
      theme: { type: 'string', default: 'dark' },
      locale: { type: 'string', default: 'de' },
      width: { type: 'string', default: '1200' },
      height: { type: 'string', default: '900' },
      scale: { type: 'string', default: '1' },
      frames: { type: 'string', default: '10' },
      speed: { type: 'string' },
      params: { type: 'string' },
      seed: { type: 'string' },
      backend: { type: 'string' },
      shot: { type: 'string' },
      fold: { type: 'boolean', default: false },
      'reduce-motion': { type: 'boolean', default: false },
      predict: { type: 'boolean', default: false },
      axe: { type: 'boolean', default: false },
      measure: { type: 'boolean', default: false },
    },
  });
  return values;
}

/** The message that opens an experiment with the settings of the command line, and the state in which the page finds itself. */
function requestFor(experimentId, { params, seed, locale, speed, backend, predict }) {
  const origin = {
    uri: 'file:///n.md',
    noteTitle: 'DLVC – Regularisierung',
    anchorText: 'Weight Decay',
    line: 12,
  };
  const open = {
    type: 'open',
    version: 1,
    locale,
    experimentId,
    origin,
    ...(params && { params: JSON.parse(params) }),
    ...(seed && { seed: Number(seed) }),
  };
  const state = {
    experimentId,
    params: {},
    seed: 1,
    frame: 0,
    speed: Number(speed ?? 2),
    backend,
    ...(predict && { predictions: { isOn: true } }),
  };
  return { open, state };
}

/** Does with the page what the command line asks for. */
async function visit(page, values, shot) {
  await waitForFrames(page, values.frames);
  if (shot) await page.screenshot({ path: shot, fullPage: !values.fold });
  if (values.axe) await runAxe(page);
  if (values.measure) await reportTimes(page);
}

async function visitAll(page, values) {
  if (values.shot) mkdirSync(values.shot, { recursive: true });
  for (const id of findExperiments()) {
    console.log(id);
    await openExperiment(page, requestFor(id, values).open);
    await visit(page, values, values.shot && join(values.shot, `${id}.png`));
  }
}

async function main() {
  const values = readOptions();
  const { experiment, theme, locale } = values;
  const isAll = experiment === 'all';
  const size = { width: Number(values.width), height: Number(values.height), scale: Number(values.scale) };
  const request = requestFor(isAll ? findExperiments()[0] : experiment, values);
  const options = { theme, locale, ...request, reduceMotion: values['reduce-motion'], ...size };
  await withLab(options, async (page, problems) => {
    try {
      await (isAll ? visitAll(page, values) : visit(page, values, values.shot));
    } finally {
      for (const problem of problems) console.log(`browser: ${problem}`);
    }
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
