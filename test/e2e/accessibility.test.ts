import type { RunOptions } from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import texts from '../../package.nls.json';
import type { Workbench } from '../../scripts/lib/workbench.mjs';
import { findViolations } from '../webview/harness.mjs';
import { eventually, type Visit, visitLecture } from './visit';

describe('What the extension shows in VS Code', () => {
  let visit: Visit;
  let workbench: Workbench;
  let page: Page;

  beforeAll(async () => {
    visit = await visitLecture();
    ({ workbench } = visit);
    ({ page } = workbench);
  });
  afterEach(({ task }) => visit?.screenshotOfFailure(task));
  afterAll(() => visit?.end());

  /** Runs a command by its title. */
  const runCommand = (title: string) => workbench.pick(['F1'], title);

  /** The view of that name in the side bar, as its list is called by a screen reader. */
  function tree(name: string): Locator {
    return page.locator(`[role=tree][aria-label="${name}"]`);
  }

  /** The rows of a view that are in sight: what each shows, and what a screen reader says. */
  async function rowsOf(view: Locator): Promise<readonly { shown: string; said: string }[]> {
    await view.locator('[role=treeitem]').first().waitFor({ timeout: 45_000 });
    return view.locator('[role=treeitem]').evaluateAll((rows) =>
      rows.map((row) => ({
        shown: row.querySelector('.monaco-highlighted-label, .label-name')?.textContent?.trim() ?? '',
        said: row.getAttribute('aria-label')?.trim() ?? '',
      })),
    );
  }

  /** What axe finds within a part of the window that keeps people out, a line each. */
  async function barriersIn(selector: string, options: RunOptions): Promise<readonly string[]> {
    const found = await findViolations(page, selector, options);
    const bad = found.filter(({ impact }) => impact === 'critical' || impact === 'serious');
    return bad.flatMap(({ id, nodes }) => nodes.map(({ target, summary }) => `${id}: ${target}: ${summary}`));
  }

  // VS Code writes label and description without a space between them, which axe takes for another text than what is said.
  const withoutSpaces: RunOptions = { rules: { 'label-content-name-mismatch': { enabled: false } } };

  /** The part of VS Code's page that has our texts. */
  const walkthrough = '.getting-started-detail-container';

  const ourTexts: RunOptions = {
    runOnly: ['color-contrast', 'link-name', 'button-name', 'link-in-text-block'],
  };

  /** Colours of a theme that was just chosen come one after the other. */
  function settledBarriers(selector: string, options: RunOptions): Promise<readonly string[]> {
    return eventually(
      page,
      () => barriersIn(selector, options),
      (found) => found.length === 0,
    );
  }

  it('names every row of the glossary, with the number of terms in it', async () => {
    await runCommand('Focus on Glossary View');
    // The vault is read meanwhile.
    const read = tree('Glossary').locator('[role=treeitem]', { hasText: 'Aktivierungsfunktion' });
    await read.waitFor({ timeout: 45_000 });
    const rows = await rowsOf(tree('Glossary'));
    for (const { shown, said } of rows)
      expect(shown !== '' && said.startsWith(shown), `${shown}: ${said}`).toBe(true);
    expect(rows.filter(({ said }) => /, terms: \d+$/.test(said)).length).toBeGreaterThan(5);
    expect(await barriersIn('[role=tree][aria-label="Glossary"]', withoutSpaces)).toEqual([]);
  });

  it('names every row of the backlinks, with the note that it is in', async () => {
    await runCommand('Focus on Backlinks View');
    await tree('Backlinks').locator('[role=treeitem][aria-label*=", line "]').first().waitFor({
      timeout: 45_000,
    });
    const rows = await rowsOf(tree('Backlinks'));
    for (const { shown, said } of rows)
      expect(shown !== '' && said.startsWith(shown), `${shown}: ${said}`).toBe(true);
    const lines = rows.filter(({ shown }) => shown.includes('[[DLVC - VL 5'));
    expect(lines.length).toBeGreaterThan(0);
    for (const { said } of lines) expect(said).toMatch(/, in “.+”, line \d+$/);
    expect(await barriersIn('[role=tree][aria-label="Backlinks"]', withoutSpaces)).toEqual([]);
  });

  it('has a walkthrough whose texts can be read and whose links and buttons have names', async () => {
    await runCommand('Lecture Lab: Get Started');
    const steps = page.locator('.getting-started-step');
    await steps.nth(4).waitFor({ timeout: 45_000 });
    const titles = await steps.locator('.step-title').allTextContents();
    const expected = ['sampleVault', 'hoverTerm', 'runDemo', 'ownVault', 'ownExperiment'] as const;
    expect(titles).toEqual(expected.map((step) => texts[`walkthrough.${step}.title`]));
    expect(await barriersIn(walkthrough, ourTexts)).toEqual([]);
  });

  it.each([
    ['Light Modern', 'vs'],
    ['Dark Modern', 'vs-dark'],
    ['Dark High Contrast', 'hc-black'],
    ['Light High Contrast', 'hc-light'],
  ])('has no barriers in views and walkthrough in the theme %s', async (theme, kind) => {
    await workbench.chooseTheme(theme);
    await page.locator(`.monaco-workbench.${kind}`).waitFor();
    for (const view of ['Glossary', 'Backlinks']) {
      await runCommand(`Focus on ${view} View`);
      await tree(view).locator('[role=treeitem]').first().waitFor({ timeout: 45_000 });
      expect(await settledBarriers(`[role=tree][aria-label="${view}"]`, withoutSpaces)).toEqual([]);
    }
    expect(await settledBarriers(walkthrough, ourTexts)).toEqual([]);
    await visit.screenshot(`views-${theme.toLowerCase().replaceAll(' ', '-')}`);
  });
});
