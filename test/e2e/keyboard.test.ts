import { readFileSync } from 'node:fs';
import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { focusedIn, type Workbench } from '../../scripts/lib/workbench.mjs';
import { findSpec } from '../../src/experiments/specs.gen';
import { eventually, lecture, lineOf, type Visit, visitLecture } from './visit';

const heading = '# Bagging & Dropout';
const link = '[[Glossar#Lossfunktion';
const stepsPerFrame = findSpec('dropout')?.stepsPerFrame ?? Number.NaN;

/** A line of the lecture note; `line` is 1-based. */
function textOfLine(line: number): string {
  return readFileSync(lecture, 'utf8').split('\n')[line - 1] ?? '';
}

describe('A student who uses the keys alone', () => {
  let visit: Visit;
  let workbench: Workbench;
  let page: Page;

  beforeAll(async () => {
    visit = await visitLecture();
    ({ workbench } = visit);
    ({ page } = workbench);
    await page.evaluate(() => {
      const counter = Object.assign(window, { pointed: 0 });
      for (const type of ['pointerdown', 'pointermove', 'wheel'])
        window.addEventListener(type, () => counter.pointed++, { capture: true });
    });
  });
  afterEach(({ task }) => visit?.screenshotOfFailure(task));
  afterAll(() => visit?.end());

  /** Opens a box to type into by its key, and types. Done when the list begins with what is hoped for, if anything. */
  async function typeIntoBox(key: string, text: string, first?: string): Promise<void> {
    const input = page.locator('.quick-input-widget input');
    for (let attempt = 1; ; attempt++) {
      await page.keyboard.press(key);
      const isThere = await input.waitFor({ timeout: 10_000 }).then(
        () => true,
        () => false,
      );
      // A page that is just coming may swallow keys.
      if (isThere || attempt === 3) break;
    }
    await page.keyboard.type(text);
    if (first !== undefined) await firstRow(first);
    await page.keyboard.press('Enter');
  }

  /** Waits until the row of a list that Enter would choose is the one with that text. */
  async function firstRow(text: string): Promise<void> {
    await page
      .locator('.quick-input-list .monaco-list-row.focused', { hasText: text })
      .first()
      .waitFor({ timeout: 30_000 });
  }

  /** Puts the cursor on a place of the note, both 1-based. */
  async function goTo(line: number, column: number): Promise<void> {
    await workbench.focusNote();
    await typeIntoBox('Control+g', `${line}:${column}`);
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** Presses Tab, or whatever `key` is, until an element of that selector has the focus. Each stop on the way must be seen to have it. */
  async function tabTo(frame: Frame, selector: string, key = 'Tab'): Promise<void> {
    const passed: string[] = [];
    // More stops than the lab has: from its beginning, Shift+Tab goes through all of it.
    for (let count = 0; count < 250; count++) {
      const { matches, name, isSeen } = await focusedIn(frame, selector);
      if (!isSeen) throw new Error(`The focus is not seen on ${name}.`);
      if (matches) return;
      passed.push(name);
      await page.keyboard.press(key);
    }
    throw new Error(`${key} does not lead to "${selector}" but through ${passed.join(' | ')}`);
  }

  /** Moves the focus into the lab, which is in the second group of editors. */
  async function enterLab(): Promise<Frame> {
    const lab = await workbench.lab();
    await page.keyboard.press('Control+2');
    await expect.poll(() => lab.evaluate(() => document.hasFocus()), { timeout: 20_000 }).toBe(true);
    return lab;
  }

  it('opens the demo of the section at the cursor from the list of commands', async () => {
    await goTo(lineOf(heading), 1);
    expect(await workbench.cursorLine()).toBe(heading);
    await typeIntoBox('F1', 'Lecture Lab: Run Demo', 'Run Demo');
    await firstRow('Bagging');
    await page.keyboard.type('Dropout');
    await firstRow('Dropout');
    await page.keyboard.press('Enter');
    const lab = await workbench.lab();
    await lab.locator('h1', { hasText: 'Dropout' }).waitFor({ timeout: 30_000 });
    await lab.locator('.prediction:not([hidden])').waitFor({ timeout: 30_000 });
  });

  it('says what it expects, and the run begins', async () => {
    const lab = await enterLab();
    await tabTo(lab, '.prediction input[type=radio]');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    const chosen = lab.locator('.prediction input[type=radio]');
    await expect.poll(() => chosen.nth(1).isChecked()).toBe(true);
    await tabTo(lab, '.prediction vscode-button[appearance=primary]');
    await page.keyboard.press('Enter');
    await workbench.waitForLab('training begins', ({ step }) => step > 0, 60_000);
  });

  it('holds the run, and goes on with it', async () => {
    const lab = await enterLab();
    await tabTo(lab, '.play-button', 'Shift+Tab');
    const button = lab.locator('.play-button');
    const status = () => lab.locator('.status').textContent();
    await eventually(
      page,
      async () => {
        // On a quick machine the run may be over by now; it is held in another one then.
        if ((await button.getAttribute('aria-label')) === 'Start') {
          await page.keyboard.press('Enter');
          await lab.locator('.play-button[aria-label=Pause]').waitFor({ timeout: 20_000 });
        }
        await page.keyboard.press('Enter');
        await lab.locator('.play-button[aria-label=Start]').waitFor({ timeout: 20_000 });
        return status();
      },
      (text) => /^Angehalten/.test(text ?? ''),
    );
    expect(await status()).toMatch(/^Angehalten/);
    const held = await workbench.labStatus();
    // VS Code may have moved the focus meanwhile.
    await tabTo(await enterLab(), '.play-button', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await workbench.waitForLab('training goes on', ({ step }) => step > held.step, 60_000);
  });

  it('changes a setting, and the run begins anew', async () => {
    const before = await workbench.waitForLab(
      'the run is some way along, or over',
      ({ step }) => step >= 5 * stepsPerFrame,
      60_000,
    );
    const lab = await enterLab();
    await tabTo(lab, '.settings-heading, [data-param] input[type=range]');
    // Where the lab is narrow, its settings are folded.
    const isFolded = await lab.evaluate(() => document.activeElement?.localName === 'summary');
    if (isFolded && (await lab.locator('.settings[open]').count()) === 0) await page.keyboard.press('Enter');
    await tabTo(lab, '[data-param] input[type=range]');
    const value = () => lab.evaluate(() => document.activeElement?.getAttribute('aria-valuetext'));
    const there = await value();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(value).not.toBe(there);
    await workbench.waitForLab('it begins anew', ({ step }) => step < before.step, 60_000);
    await workbench.waitForLab('it advances', ({ step }) => step > 0, 60_000);
  });

  it('goes back from the lab to the place in the note', async () => {
    const lab = await enterLab();
    await tabTo(lab, '.lab-header .link-button', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.locator('.monaco-editor.focused').waitFor({ timeout: 30_000 });
    await expect.poll(() => workbench.cursorLine(), { timeout: 20_000 }).toBe(heading);
  });

  it('reads what a term means, and goes into the explanation', async () => {
    await goTo(lineOf(heading), heading.indexOf('Bagging') + 3);
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Control+i');
    const hover = page.locator('.monaco-hover:not(.hidden) .monaco-hover-content', { hasText: '▶ Demo' });
    await hover.first().waitFor({ timeout: 30_000 });
    expect(await hover.first().textContent()).toMatch(/Bagging/);
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Control+i');
    const isInside = () =>
      page.evaluate(() => document.activeElement?.closest('.monaco-hover:not(.hidden)') !== null);
    await expect.poll(isInside, { timeout: 20_000 }).toBe(true);
    await page.keyboard.press('Escape');
    await page.locator('.monaco-editor.focused').waitFor({ timeout: 20_000 });
  });

  it('follows a link to its heading', async () => {
    const line = lineOf(link);
    await goTo(line, textOfLine(line).indexOf(link) + 4);
    await page.keyboard.press('F12');
    await page.locator('.tab.active', { hasText: 'Glossar.md' }).waitFor({ timeout: 30_000 });
    await expect.poll(() => workbench.cursorLine(), { timeout: 20_000 }).toMatch(/^#+ Lossfunktion$/);
  });

  it('opens the note as a page and starts a demo there', async () => {
    await typeIntoBox('Control+p', 'DLVC - VL 5.md', 'DLVC - VL 5.md');
    await page.locator('.tab.active', { hasText: 'VL 5.md' }).waitFor({ timeout: 30_000 });
    await page.locator('.monaco-editor.focused').waitFor({ timeout: 30_000 });
    await page.keyboard.press('Control+Shift+V');
    const note = await workbench.preview();
    await note.locator('.ll-terms').waitFor({ state: 'attached', timeout: 30_000 });
    await page.keyboard.press('Control+1');
    await expect.poll(() => note.evaluate(() => document.hasFocus()), { timeout: 20_000 }).toBe(true);
    await tabTo(note, 'a.ll-demo[href^="gradient-clipping."]');
    await page.keyboard.press('Enter');
    const lab = await workbench.lab();
    await lab.locator('h1', { hasText: 'Gradient Clipping' }).waitFor({ timeout: 30_000 });
  });

  it('has done all that without a pointer, and without an error', async () => {
    expect(await page.evaluate(() => (window as unknown as { pointed: number }).pointed)).toBe(0);
    expect(workbench.findings).toEqual({ errors: [], policyViolations: [], foreignRequests: [] });
  });
});
