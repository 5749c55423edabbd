// Opens the lab page in headless Chromium as a webview would: same content security policy, a stand-in for VS Code's API and theme.
//   node test/webview/harness.mjs --experiment weight-decay --theme dark --width 700 --shot lab.png
// Options: --theme dark|light|hc|hc-light  --locale de|en  --width N --height N --scale N  --frames N|end  --speed 0…6 (6: as fast as
// possible)  --params '{"noise":0.2}'  --seed N  --backend cpu  --reduce-motion  --axe  --measure  --shot FILE  --fold (no full page)

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import esbuild from 'esbuild';
import { chromium } from 'playwright-core';
import { bundles } from '../../scripts/build.mjs';
import { chromiumFlags, findChromium } from '../../scripts/lib/chromium.mjs';
import { root } from '../../scripts/lib/project.mjs';
import { themes } from './themes.mjs';

const NONCE = 'harness';
const contentTypes = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.html': 'text/html',
};

const policy = [
  "default-src 'none'",
  `script-src 'nonce-${NONCE}'`,
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  'worker-src blob:',
].join('; ');

/** Builds page and worker into a folder, with the very options of the extension's own build. */
async function buildPage(folder) {
  const { 'lab page': page, 'training worker': worker } = bundles();
  for (const options of [page, worker]) await esbuild.build({ ...options, outdir: folder });
}

/** The stand-in for the extension host: answers `ready` with `open`, keeps the state in the tab's session. */
function hostScript(open, state) {
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
      },
      getState: () => JSON.parse(sessionStorage.getItem('state') ?? '${JSON.stringify(state ?? null)}'),
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
<script nonce="${NONCE}" src="main.js"></script></body></html>`;
}

async function serve(folder, html) {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    try {
      const body = path === '/' ? html : readFileSync(join(folder, path));
      response.writeHead(200, { 'content-type': contentTypes[extname(path) || '.html'] });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${server.address().port}/` };
}

/**
 * Opens the lab and hands its page to `use`; closes everything afterwards. Problems that the browser reports (errors, blocked by policy)
 * are collected in `problems`.
 */
export async function withLab(options, use) {
  const folder = mkdtempSync(join(tmpdir(), 'lecture-lab-'));
  await buildPage(folder);
  const { server, url } = await serve(folder, pageHtml(options));
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
  try {
    const { width, height, scale } = options;
    const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale });
    const page = await context.newPage();
    const problems = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
    });
    page.on('pageerror', (error) => problems.push(String(error)));
    await page.goto(url);
    return await use(page, problems);
  } finally {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Waits until the lab has shown that many frames, or for `end` until the run is over. */
export async function waitForFrames(page, frames) {
  await page.waitForFunction(
    (wanted) => {
      const last = window.posted.findLast((message) => message.type === 'progressed');
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

async function runAxe(page) {
  const source = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
  await page.evaluate(source);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  for (const { id, impact, help, nodes } of violations) {
    console.log(`axe: ${impact} ${id}: ${help}`);
    for (const node of nodes.slice(0, 4)) console.log(`   ${node.target.join(' ')}  ${node.failureSummary}`);
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
      axe: { type: 'boolean', default: false },
      measure: { type: 'boolean', default: false },
    },
  });
  return values;
}

async function main() {
  const values = readOptions();
  const { experiment, params, seed, theme, locale, speed, backend } = values;
  const open = {
    type: 'open',
    version: 1,
    locale,
    experimentId: experiment,
    origin: {
      uri: 'file:///n.md',
      noteTitle: 'DLVC – Regularisierung',
      anchorText: 'Weight Decay',
      line: 12,
    },
    ...(params && { params: JSON.parse(params) }),
    ...(seed && { seed: Number(seed) }),
  };
  const size = { width: Number(values.width), height: Number(values.height), scale: Number(values.scale) };
  const state = {
    experimentId: experiment,
    params: {},
    seed: 1,
    frame: 0,
    speed: Number(speed ?? 2),
    backend,
  };
  const options = { theme, locale, open, state, reduceMotion: values['reduce-motion'], ...size };
  await withLab(options, async (page, problems) => {
    await waitForFrames(page, values.frames);
    if (values.shot) await page.screenshot({ path: values.shot, fullPage: !values.fold });
    if (values.axe) await runAxe(page);
    if (values.measure) await reportTimes(page);
    for (const problem of problems) console.log(`browser: ${problem}`);
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
