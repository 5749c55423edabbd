import { resolve } from 'node:path';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../scripts/lib/chromium.mjs';
import type { Frame, Trace } from '../../src/experiments/kit/experiment';
import type { WorkerReport, WorkerRequest } from '../../src/protocol/workerMessages';

type Report<T extends WorkerReport['type']> = Extract<WorkerReport, { readonly type: T }>;
type StartRequest = Extract<WorkerRequest, { readonly type: 'start' }>;

/** The lab's content security policy, as far as it concerns the worker. */
const POLICY = "default-src 'none'; script-src 'nonce-lab'; worker-src blob:";
const ADDRESS = 'http://lecture-lab.test/';

/** Counts the draws of the worker; put before its code. */
const COUNT_DRAWS = `
  self.drawCount = 0;
  for (const name of ['drawElements', 'drawArrays']) {
    const draw = WebGL2RenderingContext.prototype[name];
    WebGL2RenderingContext.prototype[name] = function (...parts) {
      self.drawCount++;
      return draw.apply(this, parts);
    };
  }`;

declare global {
  interface Window {
    labWorker?: Worker;
  }
}

/** One self-contained script for a page or a worker. */
export async function bundle(entryPoint: string): Promise<string> {
  const result = await build({
    absWorkingDir: resolve(__dirname, '../..'),
    entryPoints: [entryPoint],
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    write: false,
  });
  return result.outputFiles[0]!.text;
}

/** An empty page in headless Chromium under the lab's policy. */
export async function openPage(flags: readonly string[]): Promise<{ browser: Browser; page: Page }> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium found: set CHROMIUM_PATH to its executable.');
  const browser = await chromium.launch({ executablePath, args: [...flags] });
  const page = await browser.newPage();
  const headers = { 'Content-Security-Policy': POLICY };
  await page.route(ADDRESS, (route) =>
    route.fulfill({ body: '<!doctype html>', contentType: 'text/html', headers }),
  );
  await page.goto(ADDRESS);
  return { browser, page };
}

/** Runs in the page: starts the worker from a blob, as the lab does, and waits for its first report. */
function startWorker(source: string): Promise<void> {
  const worker = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
  window.labWorker = worker;
  return new Promise((done, fail) => {
    worker.addEventListener('message', () => done(), { once: true });
    worker.addEventListener('error', (event) => fail(new Error(event.message)), { once: true });
  });
}

/** Runs in the page: posts a request and collects reports up to the first of the awaited types, or a failure. */
function exchange([request, awaited]: readonly [WorkerRequest, string]): Promise<WorkerReport[]> {
  const worker = window.labWorker!;
  const reports: WorkerReport[] = [];
  return new Promise((done) => {
    worker.addEventListener('message', function listen({ data }: MessageEvent<WorkerReport>) {
      reports.push(data);
      if (data.type !== awaited && data.type !== 'failed') return;
      worker.removeEventListener('message', listen);
      done(reports);
    });
    worker.postMessage(request);
  });
}

/** A training worker in a page of headless Chromium, under the lab's policy. */
export class ChromiumLab {
  readonly #browser: Browser;
  readonly #page: Page;
  readonly #runId = 1;

  private constructor(browser: Browser, page: Page) {
    this.#browser = browser;
    this.#page = page;
  }

  /** @param flags command line of Chromium; they decide whether there is WebGL */
  static async open(flags: readonly string[]): Promise<ChromiumLab> {
    const { browser, page } = await openPage(flags);
    await page.evaluate(startWorker, `${COUNT_DRAWS}\n${await bundle('webview/worker/worker.ts')}`);
    return new ChromiumLab(browser, page);
  }

  async #exchange<T extends WorkerReport['type']>(request: WorkerRequest, awaited: T) {
    const reports = await this.#page.evaluate(exchange, [request, awaited] as const);
    const last = reports.at(-1)!;
    if (last.type === 'failed') throw new Error(last.message);
    return { last: last as Report<T>, reports };
  }

  /** Ends the former run and starts another. */
  async start(experimentId: string, options: Partial<StartRequest> = {}): Promise<Report<'started'>> {
    const defaults = { params: {}, seed: 1, backend: 'auto', locale: 'en' } as const;
    const request = { type: 'start', runId: this.#runId, experimentId, ...defaults, ...options } as const;
    return (await this.#exchange(request, 'started')).last;
  }

  /** Pulls up to `count` frames; also says whether the run had to be recovered for them. */
  async advance(
    count: number,
  ): Promise<{ frames: Report<'frames'>; recovered: Report<'recovered'> | undefined }> {
    const request = { type: 'advance', runId: this.#runId, count, budgetMilliseconds: 1e6 } as const;
    const { last, reports } = await this.#exchange(request, 'frames');
    const recovered = reports.find((report) => report.type === 'recovered');
    return { frames: last, recovered };
  }

  /** Starts a run and pulls all of its frames, ten at a time. */
  async record(experimentId: string, options: Partial<StartRequest> = {}): Promise<Trace> {
    const { setup } = await this.start(experimentId, options);
    return { setup, frames: await this.finish() };
  }

  /** Pulls the rest of the frames. */
  async finish(): Promise<Frame[]> {
    const all: Frame[] = [];
    for (;;) {
      const { frames } = await this.advance(10);
      all.push(...frames.frames);
      if (frames.done) return all;
    }
  }

  /** Makes the live context be lost, as a driver that was reset does. */
  async loseContext(): Promise<void> {
    await this.#page.workers()[0]!.evaluate(() => {
      const { lectureLabCanvas } = globalThis as { lectureLabCanvas?: OffscreenCanvas };
      lectureLabCanvas!.getContext('webgl2')!.getExtension('WEBGL_lose_context')!.loseContext();
    });
  }

  /** Draws since the worker was started. */
  async countDraws(): Promise<number> {
    return this.#page.workers()[0]!.evaluate(() => (globalThis as { drawCount?: number }).drawCount!);
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }
}
