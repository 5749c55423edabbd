import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Server, startEmbeddedVscode } from '../../scripts/lib/embeddedVscode.mjs';
import { resultFolder, sampleVault } from '../../scripts/lib/project.mjs';
import { launchBrowser, Workbench } from '../../scripts/lib/workbench.mjs';
import { packVsix, vsixFile } from '../../scripts/package.mjs';
import { lecture, lineOf } from './visit';

const heading = '# Regularisierung';

describe('The packed extension, installed by VS Code into a window without any other', () => {
  let server: Server | undefined;
  let browser: Browser | undefined;
  let workbench: Workbench;

  beforeAll(async () => {
    await packVsix();
    server = await startEmbeddedVscode({ vsix: vsixFile });
    browser = await launchBrowser();
    workbench = await Workbench.open(browser, server, { folder: sampleVault, note: lecture });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('offers a demo above a heading of the sample vault', async () => {
    await workbench.goToLine(lineOf(heading));
    expect(await workbench.lensTitles()).toContainEqual(expect.stringMatching(/^▶ Demo/));
  });

  it('trains in the lab', async () => {
    await workbench.openLab(heading, '▶ Demo');
    await workbench.predict();
    const begun = await workbench.waitForLab('training begins', ({ step }) => step > 0, 60_000);
    const later = await workbench.waitForLab('training advances', ({ step }) => step > begun.step, 60_000);
    expect(later.backend).toMatch(/WebGL/);
  });

  it('explains a term on hover, with its formulas', async () => {
    const hover = await workbench.hover('Regularisierung', heading);
    expect(await hover.textContent()).toMatch(/Generalisierung/);
    expect(await workbench.loadedImages(hover)).toBeGreaterThan(0);
    await workbench.restPointer();
  });

  it('shows its page with nothing missing', async () => {
    const { page } = workbench;
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').waitFor();
    await page.keyboard.type('show installed extensions');
    await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.extension-list-item', { hasText: 'Lecture Lab' }).first().click();
    const readme = page.frameLocator('iframe.webview.ready').frameLocator('iframe');
    await readme.getByRole('heading', { name: 'Lecture Lab' }).first().waitFor();
    await page.screenshot({ path: join(resultFolder, 'e2e-extension-page.png') });
    // VS Code shows no picture that is a file of the extension.
    expect(await readme.locator('img').count()).toBe(0);
  });

  it('meets neither an error nor a policy violation nor the network', () => {
    const { errors, policyViolations, foreignRequests } = workbench.findings;
    expect([...errors, ...policyViolations, ...foreignRequests]).toEqual([]);
  });
});
