// The script of a note's page in headless Chromium, under the content security policy of VS Code's preview.
import esbuild from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundles } from '../../../scripts/build.mjs';
import { chromiumFlags, findChromium } from '../../../scripts/lib/chromium.mjs';

const note = `
  <p>Ein <a class="ll-term" href="#ll-term-1">Gradient</a> und ein <a class="ll-term" href="#ll-term-2">Verlust</a>,
    <a id="jump" href="#tief">weiter unten</a></p>
  <details class="ll-callout" data-fold="note:A"><summary>Beispiel</summary><h3 id="tief">Tief</h3></details>
  <div style="height: 3000px"></div>
  <section class="ll-terms"><details><summary>Begriffe</summary><dl>
    <div class="ll-term-entry" id="ll-term-1"><dt>Gradient</dt><dd><p id="first" class="code-line" data-line="0">Die
      <a href="ableitung.md" data-href="ableitung.md">Ableitung</a> nach allen Gewichten.</p>
      <p class="ll-term-from"><a href="vl1.md" data-href="vl1.md">VL 1</a></p></dd></div>
    <div class="ll-term-entry" id="ll-term-2"><dt>Verlust</dt><dd><p>Was klein werden soll.</p></dd></div>
  </dl></details></section>`;

async function bundled(name: string): Promise<string> {
  const { outputFiles } = await esbuild.build({ ...bundles()[name], write: false });
  return outputFiles?.[0]?.text ?? '';
}

/** As VS Code writes its preview: the text comes after the scripts. */
async function previewHtml(): Promise<string> {
  const [script, styles] = [await bundled('preview script'), await bundled('preview styles')];
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><link rel="icon" href="data:,">
    <meta http-equiv="Content-Security-Policy"
      content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'nonce-n'">
    <meta id="vscode-markdown-preview-data" data-settings='{"source":"file:///vault/a.md"}'>
    <style>${styles}</style></head><body class="vscode-body vscode-dark">
    <script nonce="n">${script}</script><div class="markdown-body">${note}</div></body></html>`;
}

let browser: Browser;
let page: Page;
const problems: string[] = [];
const address = 'http://preview.test/';

beforeAll(async () => {
  const body = await previewHtml();
  const executablePath = findChromium();
  browser = await chromium.launch({ ...(executablePath && { executablePath }), args: [...chromiumFlags] });
  page = await browser.newPage({ viewport: { width: 800, height: 600 } });
  page.setDefaultTimeout(30_000);
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(String(error)));
  await page.route(`${address}**`, (route) => route.fulfill({ contentType: 'text/html', body }));
});
afterAll(() => browser.close());
beforeEach(async () => {
  problems.length = 0;
  // Also from `#tief`: an address that differs only there would load nothing.
  await page.goto('about:blank');
  await page.goto(address);
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  return () => expect(problems).toEqual([]);
});

const popover = '.term-popover';
const callout = '[data-fold="note:A"]';

/** The text of what has the focus. */
function focused(): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.textContent);
}

function isOpen(selector: string): Promise<boolean> {
  return page.locator(selector).evaluate((fold) => (fold as HTMLDetailsElement).open);
}

/** Tells the page something, and waits until a fold has told that it has changed. */
function tellFold(type: 'beforeprint' | 'afterprint', selector: string): Promise<unknown> {
  return page.locator(selector).evaluate((fold, event) => {
    const isTold = new Promise((resolve) => fold.addEventListener('toggle', resolve, { once: true }));
    window.dispatchEvent(new Event(event));
    return isTold.then(() => undefined);
  }, type);
}

/** Announces an edit, as VS Code does when it has changed the page. */
function announceEdit(): Promise<boolean> {
  return page.evaluate(() => window.dispatchEvent(new Event('vscode.markdown.updateContent')));
}

describe('A term of the page', () => {
  const term = () => page.getByRole('button', { name: 'Gradient' });

  it('shows its definition where the pointer rests, without what is on the page once only', async () => {
    await term().hover();
    await page.locator(popover).waitFor();
    expect(await page.locator(`${popover} .term-name`).textContent()).toBe('Gradient');
    expect(await page.locator(`${popover} .term-from`).textContent()).toBe('VL 1');
    expect(await page.locator('#first').count()).toBe(1);
    expect(await page.locator(`${popover} .code-line, ${popover} [data-line]`).count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.locator(popover).waitFor({ state: 'detached' });
  });

  it('shows it on a click and leads nowhere', async () => {
    await term().click();
    await page.locator(popover).waitFor();
    expect(page.url()).toBe(address);
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    expect(await isOpen('.ll-terms details')).toBe(false);
    await page.mouse.click(400, 500);
    await page.locator(popover).waitFor({ state: 'detached' });
  });

  it('leads the keyboard through the definition, and on to what follows the term', async () => {
    await page.keyboard.press('Tab');
    await page.locator(popover).waitFor();
    expect(await term().getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Ableitung');
    await page.keyboard.press('Shift+Tab');
    expect(await focused()).toBe('Gradient');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('VL 1');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Verlust');
    expect(await page.locator(`${popover} .term-name`).textContent()).toBe('Verlust');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('weiter unten');
    expect(await page.locator(popover).count()).toBe(0);
  });

  it('gets the focus back by Escape', async () => {
    await page.keyboard.press('Tab');
    await page.locator(`${popover} a`).first().focus();
    await page.keyboard.press('Escape');
    expect(await focused()).toBe('Gradient');
    expect(await page.locator(popover).count()).toBe(0);
  });

  it('stays a button when VS Code has taken its attributes away, and shows the definition as it is now', async () => {
    await term().click();
    await page.evaluate(() => {
      const mark = document.querySelector('.ll-term');
      for (const name of ['role', 'aria-expanded', 'aria-describedby']) mark?.removeAttribute(name);
      document.querySelector('#ll-term-1 dd p')?.replaceChildren('Neu.');
    });
    await announceEdit();
    expect(await page.locator(`${popover} .term-definition p`).textContent()).toBe('Neu.');
    expect(await term().getAttribute('aria-expanded')).toBe('true');
    await page.evaluate(() => document.querySelector('.ll-term')?.remove());
    await announceEdit();
    expect(await page.locator(popover).count()).toBe(0);
  });
});

describe('A fold of the page', () => {
  const choices = () => page.evaluate(() => localStorage.getItem('lectureLab.folds'));

  it('is as the reader has left it, after an edit and when the page is opened again', async () => {
    await page.locator(`${callout} summary`).click();
    await page.waitForFunction(() => localStorage.getItem('lectureLab.folds')?.includes('note:A'));
    // In one go, as VS Code does.
    await page.locator(callout).evaluate((fold) => {
      fold.removeAttribute('open');
      window.dispatchEvent(new Event('vscode.markdown.updateContent'));
    });
    expect(await isOpen(callout)).toBe(true);
    await page.reload();
    expect(await isOpen(callout)).toBe(true);
    expect(await isOpen('.ll-terms details')).toBe(false);
  });

  it('is open on paper, which is no choice of the reader', async () => {
    await tellFold('beforeprint', callout);
    expect(await isOpen(callout)).toBe(true);
    await tellFold('afterprint', callout);
    expect(await isOpen(callout)).toBe(false);
    expect(await choices()).toBeNull();
  });

  it('opens for a link to what is in it, and for an address', async () => {
    await page.locator('#jump').click();
    expect(await isOpen(callout)).toBe(true);
    await page.evaluate(() => localStorage.clear());
    await page.goto('about:blank');
    await page.goto(`${address}#tief`);
    expect(await isOpen(callout)).toBe(true);
  });
});
