import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readOwn } from '../../src/ownExperiments/readOwn';

import type { OwnExperiment } from '../../src/protocol/ownExperiments';
import { type Lab, type OpenedPage, startLab } from './harness.mjs';
import { awaitEnd, awaitText, button, figure, pageSize, posted, press, textOf } from './labVisit';

/** A spec with one picture and one claim. */
const SPEC = `export const spec = {
  id: 'own',
  title: 'Münzwürfe',
  explanation: 'Der Anteil nähert sich **1/2**.',
  params: { tosses: { kind: 'number', label: 'Würfe', min: 10, max: 500, step: 10, integer: true, default: 100 } },
  views: [{ kind: 'timeline', id: 'share', title: 'Anteil', y: { title: 'Anteil' }, series: [{ field: 'share', label: 'Kopf' }] }],
  claims: [{ id: 'near-half', text: 'Am Ende nahe 1/2.', measure: ({ frames }) => Math.abs(frames.at(-1).share - 0.5), bound: { atMost: 0.3 } }],
  formulas: [{ label: 'Anteil', tex: 'p = \\\\live{share}', values: ({ frames }, at) => ({ share: frames[at].share }) }],
};`;

const RUN = `export function run({ tosses }, { random }) {
  function* frames() {
    let heads = 0;
    for (let n = 1; n <= tosses; n++) {
      if (random.uniform() < 0.5) heads++;
      yield { share: heads / n };
    }
  }
  return { setup: {}, frameCount: tosses, frames: frames() };
}`;

/** A module whose first frame does something; the line of it is 5. */
function doing(statement: string): string {
  return `${SPEC.split('\n').join(' ')}
export function run(params, { random }) {
  function* frames() {
    yield { share: 0.5 };
    ${statement}
    yield { share: 0.5 };
  }
  return { setup: {}, frameCount: 2, frames: frames() };
}`;
}

function opening(source: string) {
  const { prepared } = readOwn('own', source, 'de');
  const own: OwnExperiment = {
    id: 'own',
    path: 'experiments/own.experiment.js',
    uri: 'file:///vault/experiments/own.experiment.js',
    content: 'code' in prepared ? prepared.code : prepared,
  };
  return { type: 'open', version: 1, locale: 'de', experimentId: 'own', own } as const;
}

describe("A learner's own experiment", () => {
  let lab: Lab;
  let opened: OpenedPage | undefined;
  beforeAll(async () => {
    lab = await startLab('de');
  });
  afterEach(async () => {
    await opened?.close();
    opened = undefined;
  });
  afterAll(() => lab.close());

  async function visit(source: string): Promise<Page> {
    const state = {
      experimentId: 'own',
      params: {},
      seed: 1,
      frame: 0,
      remembered: {},
      isPlaying: true,
      speed: 6,
    };
    opened = await lab.open({
      theme: 'dark',
      open: opening(source),
      state: { ...state, backend: 'auto' },
      ...pageSize,
    });
    return opened.page;
  }

  it('runs to its end, with its pictures, live formulas and claims', async () => {
    const page = await visit(`${SPEC}\n${RUN}`);
    await awaitEnd(page);
    await awaitText(page, '.claims', /nahe 1\/2/);
    expect(await figure(page, 'Anteil').count()).toBe(1);
    expect(await textOf(page, '.live-formulas')).toContain('0,');
    expect(opened?.problems).toEqual([]);
  });

  it('runs once its file is put right, and leaves the page alone when another one is saved', async () => {
    const page = await visit(`${SPEC}\n${RUN}\nimport x from 'y';`);
    await awaitText(page, '.notices', /kann nichts importieren/);
    const change = async (experimentId: string, source: string) => {
      const { own } = opening(source);
      const message = { type: 'ownChanged', version: 1, experimentId, own: { ...own, id: experimentId } };
      await page.evaluate((order) => window.postMessage(order), message);
    };
    await change('another', `${SPEC}\n${RUN}`);
    await change('own', `${SPEC}\n${RUN}`);
    await awaitEnd(page);
    expect(await textOf(page, '.notices')).toBe('');
    expect(await figure(page, 'Anteil').count()).toBe(1);
    expect(await posted(page, 'textsRequested')).toHaveLength(1);
  });

  it.each([
    ['an error', 'null.x;', /own\.experiment\.js:5:10: TypeError/],
    ['an endless loop', 'for (;;) {}', /own\.experiment\.js:5:5: Diese Schleife lief länger als 5 Sekunden/],
    ['a request over the network', "fetch('https://example.org');", /own\.experiment\.js:5:5: .*fetch/],
    ['a script from elsewhere', "importScripts('https://example.org/x.js');", /importScripts/],
    ['another worker', "new Worker('data:text/javascript,');", /Worker/],
    ['storage', "indexedDB.open('x');", /indexedDB/],
    ['code made of text', "new Function('return 1')();", /EvalError/],
    ['a message to the page', "postMessage({ type: 'frames' });", /postMessage/],
    [
      'a message by way of the global object',
      "globalThis.self.postMessage('x');",
      /postMessage is not a function/,
    ],
    ['a changed prototype', 'Array.prototype.push = () => 0;', /TypeError.*push/],
    ['a changed function of the language', 'Float32Array.from = () => 0;', /TypeError.*from/],
    ['a new global', 'globalThis.Math = {};', /TypeError.*Math/],
    ['1 GB of memory', 'new Float32Array(2.5e8);', /Array mit 1000 MB; erlaubt sind höchstens 256 MB/],
    [
      'a frame that is none',
      'yield { share: { toString: () => 1 } };',
      /share: Hier wird eine Zahl, ein Float32Array oder ein Uint8Array erwartet/,
    ],
    ['frames that are too large', 'yield { share: 0, more: new Float32Array(4e7) };', /mehr als 128 MB/],
  ])('is stopped at %s, and the page says where', async (_, statement, expected) => {
    const page = await visit(doing(statement));
    await awaitText(page, '.notices', expected);
    // The page is as usable as before: another experiment runs.
    await press(button(page, 'Zeile').first().or(page.locator('.notice button').last()));
    expect(await page.evaluate(() => document.querySelectorAll('.stage figure').length)).toBe(1);
  });
});
