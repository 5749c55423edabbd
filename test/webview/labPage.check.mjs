// Uses the lab page in headless Chromium as a learner would, on software WebGL: `node test/webview/labPage.check.mjs`.
// Slow (about a minute) and not part of the unit tests; ends with exit code 1 when something is not as it should be.
import assert from 'node:assert/strict';
import { waitForFrames, withLab } from './harness.mjs';

const open = {
  type: 'open',
  version: 1,
  locale: 'de',
  experimentId: 'weight-decay',
  params: { steps: 200, hiddenUnits: 4 },
  origin: { uri: 'file:///n.md', noteTitle: 'Regularisierung', anchorText: 'Weight Decay', line: 12 },
};
const size = { width: 1200, height: 900, scale: 1 };
const fullSpeed = { experimentId: 'weight-decay', params: {}, seed: 1, frame: 0, speed: 6, isPlaying: true };
const common = { theme: 'dark', locale: 'de', open, state: fullSpeed, reduceMotion: false, ...size };

const shownFrame = (page) => page.evaluate(() => document.querySelector('.course').valueAsNumber);
const textOf = (page, selector) => page.locator(selector).first().textContent();
/** Waits until an element's text matches: what a learner reads follows the state by a frame or two. */
const awaitText = (page, selector, pattern) =>
  page.waitForFunction(
    ([wanted, source]) => new RegExp(source).test(document.querySelector(wanted)?.textContent ?? ''),
    [selector, pattern.source],
    { timeout: 20_000 },
  );
const awaitFrame = (page, frame) =>
  page.waitForFunction((wanted) => document.querySelector('.course').valueAsNumber === wanted, frame);
const savedState = (page) => page.evaluate(() => JSON.parse(sessionStorage.getItem('state')));
const posted = (page, type) =>
  page.evaluate((wanted) => window.posted.filter((message) => message.type === wanted), type);
const awaitValue = (page, param, text) =>
  page.waitForFunction(
    ([name, wanted]) => document.querySelector(`[data-param=${name}] vscode-text-field`).value === wanted,
    [param, text],
    { timeout: 20_000 },
  );
const typeInto = async (page, param, text) => {
  const field = page.locator(`[data-param=${param}] vscode-text-field`).locator('input');
  await field.fill(text);
  await field.press('Enter');
};
/** The first map's pixels, read from a copy: the browser warns of reading from a canvas that is drawn on. */
const mapPixels = (page) =>
  page.evaluate(() => {
    const map = document.querySelector('.map');
    const copy = Object.assign(document.createElement('canvas'), { width: map.width, height: map.height });
    const context = copy.getContext('2d', { willReadFrequently: true });
    context.drawImage(map, 0, 0);
    return [...new Uint32Array(context.getImageData(0, 0, map.width, map.height).data.buffer)];
  });
const red = (pixel) => pixel & 255;

const checks = {
  'plays by itself, judges the claims at the end and tells the host': async (page) => {
    assert.equal(await textOf(page, '[data-verdict] .claim-verdict'), 'nicht geprüft');
    await waitForFrames(page, 'end');
    assert.match(await textOf(page, '.status'), /^Fertig nach 200 Schritten/);
    assert.match(await textOf(page, '.badge'), /^WebGL · SwiftShader/);
    assert.ok(new Set(await mapPixels(page)).size > 50);
    const last = (await posted(page, 'progressed')).at(-1);
    assert.equal(last.frame, last.frameCount - 1);
  },
  'refuses a typed value with the allowed range and leaves the run alone': async (page) => {
    const before = await shownFrame(page);
    await typeInto(page, 'noise', '5');
    assert.match(await textOf(page, '[data-param=noise] .control-problem'), /0 … 0,6/);
    assert.equal(await shownFrame(page), before);
    await typeInto(page, 'noise', 'viel');
    assert.match(await textOf(page, '[data-param=noise] .control-problem'), /keine Zahl/);
  },
  'starts again with a changed value, slider and field in step': async (page) => {
    await typeInto(page, 'noise', '0,2');
    assert.equal(await page.locator('[data-param=noise] .control-problem').textContent(), '');
    assert.equal(await page.locator('[data-param=noise] input[type=range]').inputValue(), '4');
    await page.locator('[data-param=noise] input[type=range]').press('ArrowRight');
    await page.waitForFunction(
      () => document.querySelector('[data-param=noise] vscode-text-field').value === '0,25',
    );

    await page.waitForFunction(() => document.querySelector('.course').valueAsNumber < 4);
    await waitForFrames(page, '6');
    assert.equal((await savedState(page)).params.noise, 0.25);
  },
  'takes the change back on Ctrl+Z, after what is being typed': async (page) => {
    const field = page.locator('[data-param=noise] vscode-text-field').locator('input');
    await field.focus();
    await field.pressSequentially('7');
    await field.press('Control+z');
    await awaitValue(page, 'noise', '0,25');
    assert.equal((await savedState(page)).params.noise, 0.25);
    // Two changes of one setting count as one where they follow each other fast.
    const isLeft = () => page.locator('.undo-button').evaluate((button) => !button.disabled);
    while (await isLeft()) await field.press('Control+z');
    await awaitValue(page, 'noise', '0,35');
    assert.match(await textOf(page, '.undo-row'), /nichts geändert/);
  },
  'sets a preset, says what it shows, and takes it back with a button': async (page) => {
    await page.locator('[data-preset=few-points]').press('Enter');
    await awaitValue(page, 'trainingPoints', '20');
    await awaitText(page, '.presets [role=status]', /^Zwanzig Punkte/);
    await page.getByRole('button', { name: 'Wenige Punkte', pressed: true }).waitFor({ timeout: 5000 });
    await page.waitForFunction(
      () => JSON.parse(sessionStorage.getItem('state')).params.trainingPoints === 20,
    );
    assert.equal((await savedState(page)).params.steps, 600);
    await page.locator('.undo-button').press('Enter');
    await awaitValue(page, 'trainingPoints', '60');
    assert.equal(await textOf(page, '.presets [role=status]'), '');
    await page.waitForFunction(() => JSON.parse(sessionStorage.getItem('state')).params.steps === 200);
    await waitForFrames(page, '6');
  },
  'says where the rule holds': async (page) => {
    const limits = page.getByRole('region', { name: 'Wo die Regel gilt und wo nicht' });
    assert.match(await limits.textContent(), /AdamW/);
  },
  'pauses, steps and goes back by keyboard': async (page) => {
    await page.locator('.play-button').press('Enter');
    await awaitText(page, '.status', /Angehalten|Fertig/);
    await page.getByLabel('Zum Anfang').first().press('Enter');
    await awaitText(page, '.status', /Angehalten bei Schritt 0/);
    await page.getByLabel('Ein Bild weiter').first().press('Enter');
    await awaitFrame(page, 1);
    await page.locator('.course').press('ArrowRight');
    await awaitFrame(page, 2);
  },
  'reads exact values off a chart by keyboard': async (page) => {
    const chart = page.locator('.view-response .plot').first();
    await chart.press('ArrowRight');
    await chart.press('ArrowRight');
    assert.match(await textOf(page, '.view-response .key-position'), /^Strafe α = 0,001$/);
    assert.match(await textOf(page, '.view-response .key-value'), /^\d,\d/);
  },
  'gives the numbers of a picture as a table': async (page) => {
    await page.locator('.view-response summary').first().click();
    await page.waitForFunction(() => document.querySelectorAll('.view-response tbody tr').length === 8);
    assert.match(await textOf(page, '.view-response tbody td'), /^\d,\d/);
  },
  'comes back to the same frame after a reload, held': async (page) => {
    await page.waitForFunction(() => JSON.parse(sessionStorage.getItem('state')).frame === 2);
    await page.reload();
    await awaitText(page, '.status', /Angehalten/);
    await awaitFrame(page, 2);
  },
  'follows another theme and another pixel ratio': async (page) => {
    await page.evaluate(() => {
      document.body.className = 'vscode-light';
      document.documentElement.style.setProperty('--vscode-editor-background', '#ffffff');
      document.documentElement.style.setProperty('--vscode-editor-foreground', '#3b3b3b');
    });
    while (Math.min(...(await mapPixels(page)).slice(0, 9).map(red)) < 130) {
      await page.evaluate(() => new Promise((painted) => requestAnimationFrame(painted)));
    }

    const session = await page.context().newCDPSession(page);
    const zoomed = { width: 1150, height: 900, deviceScaleFactor: 2, mobile: false };
    await session.send('Emulation.setDeviceMetricsOverride', zoomed);
    await page.waitForFunction(() => {
      const canvases = [...document.querySelectorAll('.map, .uplot canvas')];
      return canvases.every((canvas) => Math.abs(canvas.width - 2 * canvas.clientWidth) <= 2);
    });
    await session.send('Emulation.clearDeviceMetricsOverride');
  },
  'goes to another experiment and back to where it was': async (page) => {
    await page.locator('.picker').click();
    await page.locator('.picker vscode-option', { hasText: 'Gradient Clipping' }).click();
    await awaitText(page, 'h1', /Gradient/);

    await page.waitForFunction(() => document.querySelector('.landscape').width > 400);
    await waitForFrames(page, '3');
    await page.locator('.picker').click();
    await page.locator('.picker vscode-option', { hasText: 'Weight Decay' }).click();
    await awaitText(page, 'h1', /Weight/);

    assert.equal((await savedState(page)).params.steps, 200);
  },
  'goes back to the note': async (page) => {
    await page.locator('.lab-header .link-button').click();
    assert.equal((await posted(page, 'originRequested')).at(-1).origin.line, 12);
  },
  'names settings of the host that cannot be run, and runs': async (page) => {
    await page.evaluate((message) => window.postMessage(message), {
      ...open,
      params: { noise: 7, steps: 200 },
      seed: -3,
    });
    await page.waitForFunction(() => document.querySelector('.notice'));
    const notice = await textOf(page, '.notice');
    assert.match(notice, /Rauschen.*0 … 0,6/);
    assert.match(notice, /Startwert/);
  },
  'says so when host and page are of different versions': async (page) => {
    await page.evaluate((message) => window.postMessage({ ...message, version: 99 }), open);
    await awaitText(page, '.notices', /anderen Version/);
  },
};

/** A page whose worker's source is changed before it arrives. `speed` is an index in the list of speeds. */
const withWorker = async (page, change, speed = 6) => {
  await page.unroute('**/worker.js');
  await page.route('**/worker.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: change(await response.text()) });
  });
  await page.evaluate((state) => sessionStorage.setItem('state', JSON.stringify(state)), {
    ...fullSpeed,
    speed,
  });
  await page.reload();
};

const failureChecks = {
  'says why where WebGL is missing, and computes all the same': async (page) => {
    await withWorker(page, (source) => `OffscreenCanvas.prototype.getContext = () => null; ${source}`);
    await waitForFrames(page, '1');
    assert.match(await textOf(page, '.badge-warning'), /^CPU · JavaScript$/);
    assert.match(await textOf(page, '.backend-note'), /nicht verfügbar/);
  },
  'says so when the graphics context was lost and rebuilt': async (page) => {
    await withWorker(page, (source) => source, 0);
    await waitForFrames(page, '2');
    await page.locator('.play-button').press('Enter');
    await awaitText(page, '.status', /Angehalten/);
    await page.workers()[0].evaluate(() => {
      const context = self.lectureLabCanvas.getContext('webgl2') ?? self.lectureLabCanvas.getContext('webgl');
      context.getExtension('WEBGL_lose_context').loseContext();
    });
    await page.locator('.play-button').press('Enter');
    await awaitText(page, '.backend-note', /wiederholt/);
    await waitForFrames(page, 'end');
    assert.match(await textOf(page, '.badge-warning'), /^WebGL/);
  },
  'says so when the worker keeps silent, and starts it again when asked to': async (page) => {
    await withWorker(page, () => '');
    await awaitText(page, '.notices', /10 Sekunden/);

    await page.unroute('**/worker.js');
    await page.getByText('Noch einmal versuchen').click();
    await waitForFrames(page, '1');
    assert.equal(await page.locator('.notice').count(), 0);
  },
  'says so when a run fails': async (page) => {
    const report = "{type:'failed',runId:data.runId,message:'Diverged by step 3.'}";
    const fake = `postMessage({type:'loaded'}); onmessage = ({data}) => data.type === 'start' && postMessage(${report});`;
    await withWorker(page, () => fake);
    await awaitText(page, '.notices', /Diverged by step 3/);
    assert.equal((await posted(page, 'failed'))[0].message, 'Diverged by step 3.');
  },
};

async function run(page, list) {
  for (const [name, check] of Object.entries(list)) {
    try {
      await check(page);
      console.log(`✓ ${name}`);
    } catch (error) {
      console.log(`✗ ${name}\n  ${error.message}`);
      process.exitCode = 1;
    }
  }
}

await withLab(common, async (page, problems) => {
  await run(page, checks);
  for (const problem of problems) console.log(`✗ the browser reports: ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
  await run(page, failureChecks);
});
