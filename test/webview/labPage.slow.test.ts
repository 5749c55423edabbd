// Uses the lab page in headless Chromium as a learner would: its run, its settings, its pictures, what it says when something fails.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findExperiments } from '../../scripts/gen.mjs';
import {
  findViolations,
  type Lab,
  type OpenedPage,
  openExperiment,
  startLab,
  useTheme,
  waitForFrames,
} from './harness.mjs';
import {
  awaitEnd,
  awaitFrame,
  awaitPressed,
  awaitSaved,
  awaitText,
  awaitValue,
  button,
  fastState,
  figure,
  openMessage,
  pageSize,
  posted,
  press,
  quickPage,
  savedState,
  settingField,
  shortDecay,
  shownFrame,
  textOf,
  typeInto,
} from './labVisit';

/** The first map's pixels, read from a copy: the browser warns of reading from a canvas that is drawn on. */
function mapPixels(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const map = document.querySelector<HTMLCanvasElement>('.map')!;
    const copy = Object.assign(document.createElement('canvas'), { width: map.width, height: map.height });
    const context = copy.getContext('2d', { willReadFrequently: true })!;
    context.drawImage(map, 0, 0);
    return [...new Uint32Array(context.getImageData(0, 0, map.width, map.height).data.buffer)];
  });
}

const red = (pixel: number) => pixel & 255;

let lab: Lab;
beforeAll(async () => {
  lab = await startLab('de');
});
afterAll(() => lab.close());

describe('the lab page on WebGL', () => {
  let page: Page;
  let problems: string[];
  beforeAll(async () => {
    const state = fastState('weight-decay');
    ({ page, problems } = await lab.open({ theme: 'dark', open: shortDecay, state, ...pageSize }));
  });
  afterAll(() => page.context().close());

  it('plays by itself, leaves claims alone that hold elsewhere, and tells the host', async () => {
    await waitForFrames(page, 'end');
    expect(await textOf(page, '[data-verdict] .claim-verdict')).toBe('nicht geprüft');
    expect(await textOf(page, '.status')).toMatch(/^Fertig nach 200 Schritten/);
    expect(await textOf(page, '.badge')).toMatch(/^WebGL · SwiftShader/);
    expect(new Set(await mapPixels(page)).size).toBeGreaterThan(50);
    const last = (await posted(page, 'progressed')).at(-1)!;
    expect(last.frame).toBe(last.frameCount - 1);
  });

  it('refuses a typed value with the allowed range and leaves the run alone', async () => {
    const before = await shownFrame(page);
    await typeInto(page, 'noise', '5');
    expect(await textOf(page, '[data-param=noise] .control-problem')).toMatch(/0 … 0,6/);
    expect(await shownFrame(page)).toBe(before);
    await typeInto(page, 'noise', 'viel');
    expect(await textOf(page, '[data-param=noise] .control-problem')).toMatch(/keine Zahl/);
  });

  it('starts again with a changed value, slider and field in step', async () => {
    await typeInto(page, 'noise', '0,2');
    expect(await textOf(page, '[data-param=noise] .control-problem')).toBe('');
    const slider = page.locator('[data-param=noise] input[type=range]');
    expect(await slider.inputValue()).toBe('4');
    await slider.press('ArrowRight');
    await awaitValue(page, 'noise', '0,25');
    await awaitSaved(page, 'noise', 0.25);
    await awaitEnd(page);
  });

  it('takes the change back on Ctrl+Z, after what is being typed', async () => {
    const field = settingField(page, 'noise').locator('input');
    await field.focus();
    await field.pressSequentially('7');
    await field.press('Control+z');
    await awaitValue(page, 'noise', '0,25');
    expect((await savedState(page)).params.noise).toBe(0.25);
    // Two changes of one setting count as one where they follow each other fast.
    const undo = page.locator('.undo-button');
    while (await undo.evaluate((one) => !(one as HTMLButtonElement).disabled)) await field.press('Control+z');
    await awaitValue(page, 'noise', '0,35');
    expect(await textOf(page, '.undo-row')).toMatch(/nichts geändert/);
  });

  it('sets a preset, says what it shows, and takes it back with a button', async () => {
    await page.locator('[data-preset=few-points]').press('Enter');
    await awaitValue(page, 'trainingPoints', '20');
    await awaitText(page, '.presets [role=status]', /^Zwanzig Punkte/);
    await page.getByRole('button', { name: 'Wenige Punkte', pressed: true }).waitFor();
    await awaitSaved(page, 'trainingPoints', 20);
    expect((await savedState(page)).params.steps).toBe(600);
    await page.locator('.undo-button').press('Enter');
    await awaitValue(page, 'trainingPoints', '60');
    expect(await textOf(page, '.presets [role=status]')).toBe('');
    await awaitSaved(page, 'steps', 200);
    await waitForFrames(page, '6');
  });

  it('names the fields of its settings', async () => {
    for (const name of ['Lernrate', 'Rauschen der Daten', 'Startwert des Zufalls']) {
      expect(await page.getByRole('textbox', { name: new RegExp(`^${name}`) }).count(), name).toBe(1);
    }
    expect(await page.getByRole('textbox', { name: 'Text field' }).count()).toBe(0);
  });

  it('says where the rule holds', async () => {
    const limits = page.getByRole('region', { name: 'Wo die Regel gilt und wo nicht' });
    expect(await limits.textContent()).toMatch(/AdamW/);
  });

  it('pauses, steps and goes back by keyboard', async () => {
    await page.locator('.play-button').press('Enter');
    await awaitText(page, '.status', /Angehalten|Fertig/);
    await press(button(page, 'Zum Anfang'));
    await awaitText(page, '.status', /Angehalten bei Schritt 0/);
    await press(button(page, 'Ein Bild weiter'));
    await awaitFrame(page, 1);
    await page.locator('.course').press('ArrowRight');
    await awaitFrame(page, 2);
  });

  it('gives the formula the numbers of the frame that is shown', async () => {
    const formula = page.locator('.live-formula-row').first();
    const [there, live] = [await formula.textContent(), formula.locator('.live-value')];
    expect(await live.count()).toBeGreaterThan(3);
    await page.locator('.course').press('ArrowRight');
    await awaitFrame(page, 3);
    expect(await formula.textContent()).not.toBe(there);
    await page.locator('.course').press('ArrowLeft');
    await awaitFrame(page, 2);
    expect(await formula.textContent()).toBe(there);
  });

  it('reads exact values off a chart by keyboard', async () => {
    const chart = page.locator('.view-response .plot').first();
    await chart.press('ArrowRight');
    await chart.press('ArrowRight');
    expect(await textOf(page, '.view-response .key-position')).toBe('Strafe α = 0,001');
    expect(await textOf(page, '.view-response .key-value')).toMatch(/^\d,\d/);
  });

  it('brings the variant of a clicked map out in all pictures, the map large, and puts it back by Escape', async () => {
    await page.locator('.map-button').nth(2).click();
    await awaitPressed(page, '.map-button', 2);
    await page.waitForFunction(() => document.querySelector<HTMLCanvasElement>('.map-large')!.width > 300);
    await press(button(page, 'Nächste Karte'));
    await awaitPressed(page, '.map-button', 3);
    const title = await page.locator('.map-panel .map-title').nth(3).textContent();
    expect(await textOf(page, '.enlarged-map h4')).toBe(title);
    await awaitPressed(page, '.view-timeline .key-pick', 3);

    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector<HTMLElement>('.enlarged-map')!.hidden);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('map-button');
    await awaitPressed(page, '.stage [aria-pressed]', -1);
  });

  it('brings the variant of a point out by Enter', async () => {
    const plot = figure(page, 'Verlust je Strafe').locator('.plot');
    await plot.press('Home');
    await plot.press('ArrowRight');
    await plot.press('Enter');
    await awaitPressed(page, '.map-button', 1);
    await awaitPressed(page, '.view-timeline .key-pick', 1);
    await plot.press('Escape');
    await awaitPressed(page, '.stage [aria-pressed]', -1);
  });

  it('brings the variant of an entry of a key out, and puts it back by the same entry', async () => {
    const entry = page.locator('.view-timeline .key-pick').nth(4);
    await entry.press('Enter');
    await awaitPressed(page, '.map-button', 4);
    await entry.press('Enter');
    await awaitPressed(page, '.map-button', -1);
    expect(await entry.getAttribute('aria-pressed')).toBe('false');
  });

  it('enlarges a chart and makes it small again', async () => {
    const chart = page.locator('.view-response').first();
    const height = () => chart.locator('.plot').evaluate((plot) => plot.clientHeight);
    const before = await height();
    const enlarge = chart.getByRole('button', { name: /^Vergrößern/ });
    await enlarge.press('Enter');
    expect(await height()).toBeGreaterThan(before);
    await enlarge.press('Enter');
    expect(await height()).toBe(before);
  });

  it('gives the numbers of a picture as a table', async () => {
    await page.locator('.view-response summary').first().click();
    await page.waitForFunction(() => document.querySelectorAll('.view-response tbody tr').length === 8);
    expect(await textOf(page, '.view-response tbody td')).toMatch(/^\d,\d/);
  });

  it('comes back to the same frame after a reload, held', async () => {
    await page.waitForFunction(() => JSON.parse(sessionStorage.getItem('state')!).frame === 2);
    await page.reload();
    await awaitText(page, '.status', /Angehalten/);
    await awaitFrame(page, 2);
  });

  it('follows another theme and another pixel ratio', async () => {
    await useTheme(page, 'light');
    while (Math.min(...(await mapPixels(page)).slice(0, 9).map(red)) < 130) {
      await page.evaluate(() => new Promise((painted) => requestAnimationFrame(painted)));
    }

    const session = await page.context().newCDPSession(page);
    const zoomed = { width: 1150, height: 900, deviceScaleFactor: 2, mobile: false };
    await session.send('Emulation.setDeviceMetricsOverride', zoomed);
    await page.waitForFunction(() => {
      const canvases = [...document.querySelectorAll<HTMLCanvasElement>('.map, .uplot canvas')];
      return canvases.every((canvas) => Math.abs(canvas.width - 2 * canvas.clientWidth) <= 2);
    });
    await session.send('Emulation.clearDeviceMetricsOverride');
  });

  it('goes to another experiment and back to where it was', async () => {
    const choose = async (name: string) => {
      await page.locator('.picker').click();
      await page.locator('.picker vscode-option', { hasText: name }).click();
      await awaitText(page, 'h1', new RegExp(name));
    };
    await choose('Gradient Clipping');
    await page.waitForFunction(() => document.querySelector<HTMLCanvasElement>('.landscape')!.width > 400);
    await waitForFrames(page, '3');
    await choose('Weight Decay');
    expect((await savedState(page)).params.steps).toBe(200);
  });

  it('goes back to the note', async () => {
    await page.locator('.lab-header .link-button').click();
    expect((await posted(page, 'originRequested')).at(-1)!.origin.line).toBe(12);
  });

  it('names settings of the host that cannot be run, and runs', async () => {
    const order = { ...openMessage('weight-decay', { noise: 7, steps: 200 }), seed: -3 };
    await openExperiment(page, order);
    await awaitText(page, '.notice', /Rauschen.*0 … 0,6/);
    expect(await textOf(page, '.notice')).toMatch(/Startwert/);
    await waitForFrames(page, '1');
  });

  it('says so when host and page are of different versions', async () => {
    await page.evaluate((message) => window.postMessage(message), { ...shortDecay, version: 99 });
    await awaitText(page, '.notices', /anderen Version/);
  });

  it('does nothing that the browser complains of', () => {
    expect(problems).toEqual([]);
  });
});

describe('the lab page, when something fails', () => {
  let page: Page;
  beforeAll(async () => {
    const state = fastState('weight-decay');
    ({ page } = await lab.open({ theme: 'dark', open: shortDecay, state, ...pageSize }));
  });
  afterAll(() => page.context().close());

  /** Loads the page anew; its worker's source is changed before it arrives. `speed` is an index in the list of speeds. */
  async function reloadWithWorker(change: (source: string) => string, speed = 6): Promise<void> {
    await page.unroute('**/worker.js');
    await page.route('**/worker.js', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: change(await response.text()) });
    });
    // Set when the new page begins: the one that is left saves its own state at the end.
    const state = fastState('weight-decay', { speed, predictions: { isOn: false } });
    await page.addInitScript((saved) => sessionStorage.setItem('state', saved), JSON.stringify(state));
    await page.reload();
  }

  it('says why where WebGL is missing, and computes all the same', async () => {
    await reloadWithWorker((source) => `OffscreenCanvas.prototype.getContext = () => null; ${source}`);
    await waitForFrames(page, '1');
    expect(await textOf(page, '.badge-warning')).toBe('CPU · JavaScript');
    expect(await textOf(page, '.backend-note')).toMatch(/nicht verfügbar/);
  });

  it('says so when the graphics context was lost and rebuilt', async () => {
    await reloadWithWorker((source) => source, 0);
    await waitForFrames(page, '2');
    await page.locator('.play-button').press('Enter');
    await awaitText(page, '.status', /Angehalten/);
    await page.workers()[0]!.evaluate(() => {
      const { lectureLabCanvas: canvas } = globalThis as unknown as { lectureLabCanvas: OffscreenCanvas };
      const context = canvas.getContext('webgl2') ?? canvas.getContext('webgl');
      context?.getExtension('WEBGL_lose_context')?.loseContext();
    });
    await page.locator('.play-button').press('Enter');
    await awaitText(page, '.backend-note', /wiederholt/);
    await waitForFrames(page, 'end');
    expect(await textOf(page, '.badge-warning')).toMatch(/^WebGL/);
  });

  it('says so when the worker keeps silent, and starts it again when asked to', async () => {
    await reloadWithWorker(() => '');
    await awaitText(page, '.notices', /10 Sekunden/);

    await page.unroute('**/worker.js');
    await page.getByText('Noch einmal versuchen').click();
    await waitForFrames(page, '1');
    expect(await page.locator('.notice').count()).toBe(0);
  });

  it('says so when a run fails', async () => {
    const report = "{type:'failed',runId:data.runId,message:'Diverged by step 3.'}";
    const fake = `postMessage({type:'loaded'}); onmessage = ({data}) => data.type === 'start' && postMessage(${report});`;
    await reloadWithWorker(() => fake);
    await awaitText(page, '.notices', /Diverged by step 3/);
    expect((await posted(page, 'failed'))[0]!.message).toBe('Diverged by step 3.');
  });
});

describe('opening experiments', () => {
  let opened: OpenedPage;
  const requested: string[] = [];
  beforeAll(async () => {
    opened = await lab.open(quickPage(openMessage('weight-decay')));
    opened.page.on('request', (request) => requested.push(new URL(request.url()).pathname));
  });
  afterAll(() => opened.close());

  it('loads the files of the one that is opened, not those of the others', async () => {
    const { page } = opened;
    await waitForFrames(page, '1');
    requested.length = 0;
    await page.reload();
    await waitForFrames(page, '1');
    const texts = requested.filter((path) => path.startsWith('/texts/'));
    expect(texts).toEqual(['/texts/weight-decay.de.json']);
    const before = requested.length;

    await openExperiment(page, openMessage('capacity'));
    await waitForFrames(page, '1');
    const more = requested.slice(before);
    expect(more).toContain('/texts/capacity.de.json');
    // Its spec, and nothing of a third one.
    expect(more.filter((path) => path.startsWith('/texts/'))).toHaveLength(1);
    expect(more.filter((path) => path.endsWith('.js')).length).toBeLessThanOrEqual(2);
  });

  it('does not let an answer that comes late take the place of what was chosen since', async () => {
    const { page } = opened;
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/texts/sparsity.de.json', async (route) => {
      await held;
      await route.continue();
    });
    const late = page.waitForResponse('**/texts/sparsity.de.json');
    await page.evaluate((order) => window.postMessage(order), openMessage('sparsity'));
    await openExperiment(page, openMessage('gradient-clipping'));
    release();
    await (await late).finished();
    // What the answer would bring about happens before the next two paints.
    await page.evaluate(
      () => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))),
    );
    expect(await textOf(page, 'h1')).toMatch(/Gradient Clipping/);
    expect((await savedState(page)).experimentId).toBe('gradient-clipping');
  });

  it('says so where there is no such experiment, and leaves the one on the page', async () => {
    const { page } = opened;
    await page.evaluate((order) => window.postMessage(order), openMessage('alchemy'));
    await awaitText(page, '.notices', /alchemy/);
    expect(await textOf(page, 'h1')).toMatch(/Gradient Clipping/);
    const problems = opened.problems.filter((problem) => !problem.includes('404'));
    expect(problems).toEqual([]);
  });
});

describe('the lab page for everyone', () => {
  const themeNames = ['dark', 'light', 'hc', 'hc-light'] as const;
  let opened: OpenedPage;
  beforeAll(async () => {
    opened = await lab.open(quickPage(openMessage('weight-decay')));
    await opened.page.emulateMedia({ reducedMotion: 'reduce' });
  });
  afterAll(() => opened.close());

  /** What axe finds that keeps people out, a line each. */
  async function barriers(): Promise<readonly string[]> {
    const found = await findViolations(opened.page);
    const bad = found.filter(({ impact }) => impact === 'critical' || impact === 'serious');
    return bad.flatMap(({ id, nodes }) => nodes.map(({ target, summary }) => `${id}: ${target}: ${summary}`));
  }

  async function barriersInAllThemes(): Promise<readonly string[]> {
    const all: string[] = [];
    for (const theme of themeNames) {
      await useTheme(opened.page, theme);
      all.push(...(await barriers()).map((barrier) => `${theme}: ${barrier}`));
    }
    return all;
  }

  it.each(findExperiments())('shows %s without barriers in every theme', async (id: string) => {
    const { page } = opened;
    await openExperiment(page, openMessage(id));
    await awaitText(page, '.status', /Angehalten/);
    await press(button(page, 'Ein Bild weiter'));
    await awaitFrame(page, 1);
    expect(await barriersInAllThemes()).toEqual([]);
  });

  it('has none with an enlarged map, an open menu, tables and the form of a sweep', async () => {
    const { page } = opened;
    await openExperiment(page, openMessage('weight-decay'));
    await page.locator('.map-button').first().press('Enter');
    await page.locator('.enlarged-map').waitFor();
    await page.locator('.sweep > summary').click();
    for (const summary of await page.locator('.stage .value-table > summary').all()) await summary.click();
    await press(button(figure(page, 'Verlust je Strafe'), /^Speichern/));
    await page.getByRole('menu').waitFor();
    expect(await barriersInAllThemes()).toEqual([]);
    expect(await page.getByRole('menu').isVisible()).toBe(true);
  });

  it('has none with a question to be answered in a chart, nor with one to choose from', async () => {
    const { page } = opened;
    await page.getByRole('checkbox', { name: 'Erst vorhersagen' }).press(' ');
    await page.locator('.prediction-option').first().waitFor();
    expect(await barriersInAllThemes()).toEqual([]);
    await page.locator('.prediction-option').first().click();
    await press(button(page, 'Vorhersagen und starten'));
    await press(button(page, 'Bis zum Ende rechnen'));
    await press(button(page, 'Nächste Frage'));
    await page.locator('.plot.is-drawing').waitFor();
    expect(await barriers()).toEqual([]);
  });

  it('does nothing that the browser complains of', () => {
    expect(opened.problems).toEqual([]);
  });
});
