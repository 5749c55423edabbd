import { execFileSync } from 'node:child_process';
import type { Frame } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Workbench } from '../../scripts/lib/workbench.mjs';
import { isNightly, recordFigure } from '../kit/reliability';
import { eventually, lineOf, type Visit, visitLecture } from './visit';

const heading = '# Regularisierung';
const labName = 'Weight Decay';

/** The processes of this machine; `ps` is not on Windows. */
function processes(): readonly { readonly id: number; readonly parent: number; readonly args: string }[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  return lines.flatMap((line) => {
    const [, id, parent, args = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return id === undefined ? [] : [{ id: Number(id), parent: Number(parent), args }];
  });
}

/** Ends the extension host of a window as a crash does, and gives its process. VS Code starts another one. */
function crashExtensionHost({ page }: Workbench): number {
  const all = processes();
  const { port } = new URL(page.url());
  const server = all.find(({ args }) => args.includes('server-main.js') && args.includes(`--port ${port} `));
  const host = all.find(({ parent, args }) => parent === server?.id && args.includes('--type=extensionHost'));
  if (!host) throw new Error(`The server at port ${port} has no extension host.`);
  process.kill(host.id, 'SIGKILL');
  return host.id;
}

/** Marks a page, to see later whether it is still the same. */
function mark(lab: Frame): Promise<void> {
  return lab.evaluate(() => {
    Object.assign(window, { isMarked: true });
  });
}

function isMarked(lab: Frame): Promise<boolean> {
  return lab.evaluate(() => 'isMarked' in window);
}

/** What a learner has chosen in the lab. */
async function settingsOf(lab: Frame): Promise<unknown> {
  return lab.evaluate(() => {
    const textIn = (selector: string) => document.querySelector<HTMLInputElement>(selector)?.value;
    return {
      title: document.querySelector('h1')?.textContent,
      seed: textIn('.seed-row vscode-text-field'),
      speed: textIn('vscode-dropdown.speed'),
    };
  });
}

/** Chooses a seed, and the lowest speed, at which a run takes a minute. */
async function chooseSettings(lab: Frame, seed: string): Promise<void> {
  await lab.evaluate((value) => {
    const change = (selector: string, to: string) => {
      const field = document.querySelector<HTMLInputElement>(selector);
      if (!field) throw new Error(`The lab has no ${selector}.`);
      field.value = to;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    };
    change('vscode-dropdown.speed', '0');
    change('.seed-row vscode-text-field', value);
  }, seed);
}

/** Takes the note out of the window's address: with one in it, VS Code restores no editors. */
function forgetOpenedFile({ page }: Workbench): Promise<void> {
  return page.evaluate(() => {
    const address = new URL(location.href);
    address.searchParams.delete('payload');
    history.replaceState(null, '', address);
  });
}

/** Opens the lab from the note, and trains. */
async function train(workbench: Workbench): Promise<void> {
  await workbench.goToLine(lineOf(heading));
  await workbench.openLab(heading, '▶ Demo');
  await workbench.predict();
  await workbench.waitForLab('training begins', ({ step }) => step > 0, 60_000);
}

describe.skipIf(process.platform === 'win32')('When VS Code’s extension host crashes', () => {
  let visit: Visit;
  let workbench: Workbench;

  beforeAll(async () => {
    visit = await visitLecture();
    workbench = visit.workbench;
  });
  afterEach(({ task }) => visit?.screenshotOfFailure(task));
  afterAll(() => visit?.end());

  const notification = () =>
    workbench.page.locator('.notification-list-item', { hasText: 'VS Code has restarted its extensions' });
  const labTabs = () => workbench.page.locator('.tab', { hasText: labName });

  it('goes on training, and the learner is told what the lab can do no more', async () => {
    await train(workbench);
    const lab = await workbench.lab();
    await chooseSettings(lab, '4711');
    await workbench.waitForLab('training begins anew', ({ step }) => step > 0 && step < 100);
    await mark(lab);
    crashExtensionHost(workbench);
    const { step } = await workbench.labStatus();
    await workbench.waitForLab('training goes on', (status) => status.step > step, 60_000);
    await notification().first().waitFor({ timeout: 60_000 });
    expect(await isMarked(await workbench.lab())).toBe(true);
    await visit.screenshot('e2e-host-crash');
  });

  it('comes back with its experiment and settings when the window is reloaded in mid-run', async () => {
    const before = await settingsOf(await workbench.lab());
    expect(before).toMatchObject({ seed: '4711', speed: '0' });
    await forgetOpenedFile(workbench);
    await notification().first().getByRole('button', { name: 'Reload the window' }).click();
    const after = await eventually(
      workbench.page,
      async () => {
        const lab = await workbench.lab().catch(() => undefined);
        if (!lab || (await isMarked(lab).catch(() => true))) return undefined;
        return settingsOf(lab).catch(() => undefined);
      },
      (found) => JSON.stringify(found) === JSON.stringify(before),
    );
    expect(after).toEqual(before);
    await workbench.waitForLab('training goes on', ({ step }) => step > 0, 60_000);
    expect(await labTabs().count()).toBe(1);
    recordFigure('window-reloads', 1);
  });

  it('has its lenses again, and a demo opens in place of the lab that hears nobody', async () => {
    const lab = await workbench.lab();
    await mark(lab);
    const before = crashExtensionHost(workbench);
    await notification().first().waitFor({ timeout: 60_000 });
    expect(processes().some(({ id }) => id === before)).toBe(false);
    await workbench.goToLine(lineOf(heading));
    expect(await workbench.lensTitles()).toContainEqual(expect.stringMatching(/^▶ Demo: .*Weight Decay/));
    await workbench.clickLensAbove(heading, '▶ Demo');
    const isNew = await eventually(
      workbench.page,
      async () => {
        const shown = await workbench.lab().catch(() => undefined);
        return shown !== undefined && !(await isMarked(shown).catch(() => true));
      },
      (found) => found,
    );
    expect(isNew).toBe(true);
    await expect.poll(() => labTabs().count(), { timeout: 20_000 }).toBe(1);
    await workbench.waitForLab('the lab is there', ({ step }) => step >= 0, 60_000);
  });

  it('raises no error but that of VS Code', () => {
    const { errors, policyViolations, foreignRequests } = workbench.findings;
    const ours = errors.filter((error) => !/Extension host \(Remote\) terminated unexpectedly/.test(error));
    expect({ errors: ours, policyViolations, foreignRequests }).toEqual({
      errors: [],
      policyViolations: [],
      foreignRequests: [],
    });
    expect(errors.length).toBeGreaterThan(0);
    recordFigure('host-crashes', 2);
  });
});

/** How often the lab is opened and closed. */
const openings = isNightly ? 50 : 12;

/** What a window holds when nothing of the lab is open. */
interface Held {
  readonly heapMegabytes: number;
  readonly documents: number;
  readonly listeners: number;
}

/** A page of the lab has several documents and many times as many listeners; a few of VS Code's own come and go. */
const few = { documents: 2, listeners: 100 };

describe('A lab that is opened and closed again and again', () => {
  let visit: Visit;
  let workbench: Workbench;

  beforeAll(async () => {
    visit = await visitLecture();
    workbench = visit.workbench;
  });
  afterEach(({ task }) => visit?.screenshotOfFailure(task));
  afterAll(() => visit?.end());

  it('leaves no worker and no page, and the window’s memory does not grow', {
    timeout: 1_800_000,
  }, async () => {
    const { page } = workbench;
    const devTools = await page.context().newCDPSession(page);
    const held = async (): Promise<Held> => {
      await devTools.send('HeapProfiler.collectGarbage');
      const { usedSize } = await devTools.send('Runtime.getHeapUsage');
      const { documents, jsEventListeners } = await devTools.send('Memory.getDOMCounters');
      return { heapMegabytes: usedSize / 2 ** 20, documents, listeners: jsEventListeners };
    };
    const tab = page.locator('.tab', { hasText: labName });
    const openAndClose = async () => {
      await train(workbench);
      expect(page.workers().length).toBeGreaterThan(workersBefore);
      await tab.click({ button: 'middle' });
      await tab.waitFor({ state: 'detached' });
      await expect.poll(() => page.workers().length, { timeout: 20_000 }).toBe(workersBefore);
      await expect.poll(() => page.locator('iframe.webview').count(), { timeout: 20_000 }).toBe(0);
    };
    const workersBefore = page.workers().length;
    // The first one leaves what VS Code keeps for all others.
    await openAndClose();
    const first = await held();
    const heaps: number[] = [];
    for (let round = 1; round < openings; round++) {
      await openAndClose();
      // What is garbage goes a moment later.
      const mostDocuments = first.documents + few.documents;
      const now = await eventually(page, held, ({ documents }) => documents <= mostDocuments);
      expect(now.documents).toBeLessThanOrEqual(mostDocuments);
      expect(now.listeners).toBeLessThanOrEqual(first.listeners + few.listeners);
      heaps.push(now.heapMegabytes);
    }
    const third = Math.ceil(heaps.length / 3);
    const growth = Math.min(...heaps.slice(-third)) / Math.min(...heaps.slice(0, third));
    console.log(
      `${openings} labs; heap of the window ${heaps.at(-1)?.toFixed(1)} MB, × ${growth.toFixed(3)}`,
    );
    expect(growth).toBeLessThan(1.2);
    recordFigure('lab-openings', openings);
    recordFigure('window-heap-growth', Number(growth.toFixed(3)));
  });
});
