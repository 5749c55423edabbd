// An exported note in headless Chromium, as somebody reads it who has got the file.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumFlags, findChromium } from '../../scripts/lib/chromium.mjs';
import { resultFolder, root, sampleVault } from '../../scripts/lib/project.mjs';
import { runToEnd } from '../../scripts/lib/subprocess.mjs';

const folder = mkdtempSync(join(tmpdir(), 'lecture-lab-export-'));
const file = join(folder, 'Prüfungsvorbereitung.html');
let browser: Browser;

beforeAll(async () => {
  const note = join(sampleVault, 'Prüfungsvorbereitung.md');
  const { code, output } = await runToEnd(process.execPath, ['scripts/vault.mjs', 'export', note, file], {
    cwd: root,
  });
  if (code !== 0) throw new Error(output);
  const executablePath = findChromium();
  browser = await chromium.launch({ ...(executablePath && { executablePath }), args: [...chromiumFlags] });
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The file in a page of its own, with all that went wrong or was asked for elsewhere. */
async function open(
  javaScriptEnabled: boolean,
  colorScheme: 'light' | 'dark' = 'light',
): Promise<{ readonly page: Page; readonly problems: readonly string[] }> {
  const context = await browser.newContext({
    javaScriptEnabled,
    colorScheme,
    viewport: { width: 900, height: 1200 },
  });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('request', (request) => {
    if (!/^(?:data|blob):/.test(request.url()) && !request.isNavigationRequest())
      problems.push(request.url());
  });
  await page.goto(pathToFileURL(file).href);
  return { page, problems };
}

describe('An exported note', () => {
  it('is complete without scripts, network and other files', async () => {
    const { page, problems } = await open(false);
    expect(await page.locator('h1').allTextContents()).toContain('Fragen zur Selbstkontrolle');
    expect(await page.locator('.katex').count()).toBeGreaterThan(10);
    expect(await page.locator('.katex-error, .ll-unresolved, .ll-missing-file').count()).toBe(0);
    const picture = page.locator('img').first();
    expect(await picture.getAttribute('src')).toMatch(/^data:image\//);
    expect((await picture.boundingBox())?.width).toBeGreaterThan(100);
    await page.locator('.ll-figure summary').first().click();
    expect((await page.locator('.ll-figure svg').first().boundingBox())?.width).toBeGreaterThan(300);
    expect(await page.locator('.ll-figure-controls').first().isVisible()).toBe(false);
    await page.screenshot({ path: join(resultFolder, 'export-light.png'), fullPage: true });
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('has figures that move and definitions that open where scripts run', async () => {
    const { page, problems } = await open(true, 'dark');
    await page.locator('.ll-figure summary').first().click();
    const text = page.locator('.ll-figure output').first();
    const before = await text.textContent();
    await page.locator('.ll-figure input[type=range]').first().press('ArrowRight');
    expect(await text.textContent()).not.toBe(before);
    await page.locator('a.ll-term').first().click();
    await page.locator('.term-popover').waitFor();
    await page.screenshot({ path: join(resultFolder, 'export-dark.png'), fullPage: true });
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('sets its formulas in the fonts that are in it', async () => {
    const { page } = await open(true);
    const fonts = await page.evaluate(async () => {
      await document.fonts.ready;
      return [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family);
    });
    expect(fonts.join()).toContain('KaTeX_Main');
    expect(fonts.join()).toContain('KaTeX_Math');
    await page.context().close();
  });

  it('is printed on A4 in black on white, with its answers open and nothing to click', async () => {
    const { page } = await open(true, 'dark');
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.screenshot({ path: join(resultFolder, 'export-print.png'), fullPage: true });
    const pdf = await page.pdf({ preferCSSPageSize: true, path: join(folder, 'note.pdf') });
    expect(pdf.length).toBeGreaterThan(10_000);
    // A4 in points.
    expect(readFileSync(join(folder, 'note.pdf'), 'latin1')).toMatch(
      /MediaBox \[\s*0 0 59[45](?:\.\d+)? 84[12](?:\.\d+)?\s*\]/,
    );
    for (const hidden of ['.ll-contents', '.ll-terms', '.ll-figure-controls', '.ll-demo']) {
      for (const part of await page.locator(hidden).all()) expect(await part.isVisible(), hidden).toBe(false);
    }
    await page.context().close();
  });
});
