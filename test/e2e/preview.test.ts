import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sampleVault } from '../../scripts/lib/project.mjs';
import type { Workbench } from '../../scripts/lib/workbench.mjs';
import { findViolations } from '../webview/harness.mjs';
import { eventually, type Visit, visitNote } from './visit';

/** A copy of the sample vault that may be written to. */
function copyOfVault(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lecture-lab-reading-'));
  cpSync(sampleVault, folder, { recursive: true });
  return folder;
}

/** Where an element is on what is seen of the page, from its top; `undefined` where it is not there. */
function topOf(frame: Frame, selector: string): Promise<number | undefined> {
  return frame.evaluate((wanted) => document.querySelector(wanted)?.getBoundingClientRect().top, selector);
}

/** What the lab shows: the experiment that is hoped for, or else whatever it is after a while. */
function labTitle(workbench: Workbench, hoped: RegExp): Promise<string> {
  return eventually(
    workbench.page,
    async () => {
      const lab = await workbench.lab();
      return (
        (await lab
          .locator('h1')
          .textContent()
          .catch(() => '')) ?? ''
      );
    },
    (title) => hoped.test(title),
  );
}

describe('A student reads notes as pages', () => {
  let vault: string;
  let visit: Visit;
  let workbench: Workbench;
  let page: Page;

  beforeAll(async () => {
    vault = copyOfVault();
    visit = await visitNote(vault, join(vault, 'DLVC - VL 5.md'));
    ({ workbench } = visit);
    ({ page } = workbench);
  });
  afterEach(({ task }) => visit?.screenshotOfFailure(task));
  afterAll(async () => {
    await visit?.end();
    rmSync(vault, { recursive: true, force: true, maxRetries: 5 });
  });

  /** Shows the page of a note in place of its editor; a note that is shown as a page already stays one. */
  async function openPage(name: string): Promise<Frame> {
    await openFile(name);
    const isPage = page
      .locator('.editor-group-container.active .breadcrumbs-below-tabs, .editor-group-container.active')
      .getByText('Markdown Preview');
    const editor = page.locator('.editor-group-container.active .monaco-editor .view-line').first();
    await isPage.or(editor).first().waitFor();
    if ((await isPage.count()) === 0) await page.keyboard.press('Control+Shift+V');
    return pageOf(name);
  }

  /** As the quick open box does. */
  async function openFile(name: string): Promise<void> {
    await workbench.pick(['Control+p'], `${name}.md`);
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** What the checker finds on the page with all its folds open. */
  async function violations(): ReturnType<typeof findViolations> {
    const frame = await workbench.preview();
    await frame.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
      // What is behind the page is the window's, which the checker does not see.
      document.documentElement.style.background = 'var(--vscode-editor-background)';
    });
    return findViolations(frame);
  }

  function titles(): Promise<readonly string[]> {
    return page.locator('.tab .label-name').allTextContents();
  }

  /** The page of a note once it stands complete: what it needs of the vault is read in the background. */
  async function pageOf(name: string): Promise<Frame> {
    const settled = await eventually(
      page,
      async () => {
        const frame = await workbench.preview();
        const state = await frame
          .evaluate(() => ({
            source:
              document.querySelector('#vscode-markdown-preview-data')?.getAttribute('data-settings') ?? '',
            isWhole: document.querySelector('.ll-terms') !== null,
          }))
          .catch(() => ({ source: '', isWhole: false }));
        return { frame, isThere: state.isWhole && decodeURIComponent(state.source).includes(`${name}.md`) };
      },
      ({ isThere }) => isThere,
    );
    if (!settled.isThere) throw new Error(`The page of ${name} is not shown.`);
    return settled.frame;
  }

  it('sees the lecture as a finished page', async () => {
    const frame = await openPage('DLVC - VL 5');
    expect(await frame.locator('h1').allTextContents()).toContain('Gradient Clipping');
    expect(await frame.locator('.katex').count()).toBeGreaterThan(20);
    expect(await frame.locator('.ll-unresolved, .katex-error').count()).toBe(0);
    await visit.screenshot('preview');
  });

  it('starts a demo by one click and finds the page where it was', async () => {
    let frame = await pageOf('DLVC - VL 5');
    const button = 'a.ll-demo[href^="dropout."]';
    await frame.locator(button).first().scrollIntoViewIfNeeded();
    const before = await topOf(frame, button);
    await frame.locator(button).first().click();
    expect(await labTitle(workbench, /Dropout/)).toMatch(/Dropout/);
    frame = await pageOf('DLVC - VL 5');
    const seen = await eventually(
      page,
      async () => topOf(await workbench.preview(), button),
      (top) => top !== undefined && top >= 0 && top < 800,
    );
    expect(seen, `was at ${before}`).toBeGreaterThanOrEqual(0);
    expect(seen).toBeLessThan(800);
    expect((await titles()).filter((title) => title.includes('lecture-lab-demo'))).toEqual([]);
    await visit.screenshot('preview-demo');
  });

  it('chooses among the demos of a heading by a right click', async () => {
    const rows = page.locator('.quick-input-list .monaco-list-row:visible');
    for (let attempt = 1; (await rows.count()) === 0 && attempt <= 3; attempt++) {
      const frame = await pageOf('DLVC - VL 5');
      await frame.locator('.ll-heading a.ll-demo[href^="bagging."]').first().click({ button: 'right' });
      const item = page.locator('.context-view .action-label', { hasText: /Demo/ }).first();
      await item.waitFor();
      // VS Code takes no click that comes with the menu.
      await page.waitForTimeout(500);
      await item.click();
      await rows
        .first()
        .waitFor({ timeout: 5000 })
        .catch(() => page.keyboard.press('Escape'));
    }
    expect(await rows.count()).toBeGreaterThan(1);
    await rows.filter({ hasText: 'Bagging' }).first().click();
    expect(await labTitle(workbench, /Bagging/)).toMatch(/Bagging/);
  });

  it('follows a link to a heading of another note, and comes back', async () => {
    const frame = await pageOf('DLVC - VL 5');
    await frame.locator('a.ll-link[href*="VL%204"]').first().click();
    const other = await pageOf('DLVC - VL 4');
    const heading = await other.evaluate(
      () =>
        [...document.querySelectorAll('h1, h2')].find(
          ({ textContent }) => textContent === 'Ableitung konkret',
        )?.id,
    );
    const top = await eventually(
      page,
      async () => topOf(await workbench.preview(), `[id="${heading}"]`),
      (at) => at !== undefined && at > -50 && at < 500,
    );
    expect(top).toBeGreaterThan(-50);
    expect(top).toBeLessThan(500);
  });

  it('reads what a term means, by mouse and by keyboard', async () => {
    const frame = await openPage('DLVC - VL 5');
    const term = frame.locator('a.ll-term').first();
    await term.hover();
    const popover = frame.locator('.term-popover');
    await popover.waitFor();
    expect((await popover.textContent())?.length).toBeGreaterThan(20);
    await visit.screenshot('preview-term');
    await page.keyboard.press('Escape');
    await popover.waitFor({ state: 'detached' });
    await page.mouse.move(5, 5);
    await term.focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await popover.waitFor();
    await page.keyboard.press('Escape');
    await popover.waitFor({ state: 'detached' });
    expect(await frame.evaluate(() => document.activeElement?.className)).toContain('ll-term');
  });

  it('moves a figure with the keys', async () => {
    const frame = await openPage('Prüfungsvorbereitung');
    const figure = 'details.ll-figure';
    await frame.locator(`${figure} summary`).first().focus();
    await page.keyboard.press('Enter');
    const slider = frame.locator(`${figure} input[type=range]`).first();
    await slider.waitFor();
    const before = await frame.locator(`${figure} output`).first().textContent();
    await slider.focus();
    for (let count = 0; count < 5; count++) await page.keyboard.press('ArrowRight');
    const after = await eventually(
      page,
      () => frame.locator(`${figure} output`).first().textContent(),
      (text) => text !== before,
    );
    expect(after).not.toBe(before);
    await visit.screenshot('preview-figure');
  });

  it('scrolls the page with the editor beside it, and shows what is typed', async () => {
    await openFile('Vektoren');
    await page.locator('.editor-group-container.active .monaco-editor .view-line').first().waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.press('v');
    await pageOf('Vektoren');
    await page.keyboard.press('Control+1');
    await page.locator('.monaco-editor.focused').waitFor({ timeout: 10_000 });
    await page.keyboard.press('Control+End');
    const scrolled = await eventually(
      page,
      async () => (await workbench.preview()).evaluate(() => window.scrollY),
      (y) => y > 300,
    );
    expect(scrolled).toBeGreaterThan(300);
    await page.keyboard.type(' Neu: ==dringend==');
    const marked = await eventually(
      page,
      async () => (await workbench.preview()).locator('mark').allTextContents(),
      (texts) => texts.includes('dringend'),
    );
    expect(marked).toContain('dringend');
    // A note with changes would ask before it closes.
    await page.keyboard.press('Control+s');
    await page.locator('.tab.active:not(.dirty)', { hasText: 'Vektoren.md' }).first().waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Control+w');
  });

  it('keeps questions folded until they are opened by keyboard, and remembers it', async () => {
    let frame = await openPage('Prüfungsvorbereitung');
    const question = 'details.ll-callout[data-callout=question]';
    expect(await frame.locator(question).first().getAttribute('open')).toBeNull();
    await frame.locator(`${question} > summary`).first().focus();
    await page.keyboard.press('Enter');
    expect(await frame.locator(question).first().getAttribute('open')).not.toBeNull();
    await visit.screenshot('preview-callouts');
    await page.keyboard.press('Control+w');
    frame = await openPage('Prüfungsvorbereitung');
    const open = await eventually(
      page,
      async () => (await workbench.preview()).locator(question).first().getAttribute('open'),
      (value) => value !== null,
    );
    expect(open).not.toBeNull();
  });

  it.each(['Light Modern', 'Dark High Contrast', 'Light High Contrast', 'Dark Modern'])(
    'has no barriers in the theme %s',
    async (theme) => {
      await workbench.chooseTheme(theme);
      await openPage('Prüfungsvorbereitung');
      // The page may be loaded anew meanwhile, as after a change in the vault.
      const found = await eventually(
        page,
        () => violations().catch(() => undefined),
        (list) => list !== undefined,
      );
      await visit.screenshot(`preview-${theme.toLowerCase().replaceAll(' ', '-')}`);
      expect(found).toBeDefined();
      const bad = (found ?? []).filter(({ impact }) => impact === 'critical' || impact === 'serious');
      expect(
        bad.flatMap(({ id, nodes }) => nodes.map(({ target, summary }) => `${id}: ${target}: ${summary}`)),
      ).toEqual([]);
    },
  );

  it('has done all that without an error, a refused script or a request to elsewhere', () => {
    expect(workbench.findings.errors).toEqual([]);
    expect(workbench.findings.policyViolations).toEqual([]);
    expect(workbench.findings.foreignRequests).toEqual([]);
  });
});

describe('A student opens a vault that somebody else has made', () => {
  let visit: Visit;

  beforeAll(async () => {
    visit = await visitNote(sampleVault, join(sampleVault, 'DLVC - VL 5.md'), undefined, false);
  });
  afterEach(({ task }) => visit?.screenshotOfFailure(task));
  afterAll(() => visit?.end());

  it('reads it as a page and starts a demo by one click, without trusting it first', async () => {
    const { page } = visit.workbench;
    await page.getByText('Restricted Mode').first().waitFor();
    await page.keyboard.press('Control+Shift+V');
    const frame = await visit.workbench.preview();
    await frame.locator('.ll-heading a.ll-demo[href^="gradient-clipping."]').first().click();
    expect(await labTitle(visit.workbench, /Gradient Clipping/)).toMatch(/Gradient Clipping/);
  });
});
