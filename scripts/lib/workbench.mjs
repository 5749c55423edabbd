// VS Code's window in a browser, used as a person uses it: with keyboard and mouse.
import { chromium } from 'playwright-core';
import { chromiumFlags, ensureChromium } from './chromium.mjs';
import { addressOf } from './embeddedVscode.mjs';
import { listen } from './findings.mjs';

/** @typedef {import('playwright-core').Page} Page */

/**
 * What the lab's page says about its run.
 * @typedef {object} LabStatus
 * @property {number} step training steps shown; −1 before the first frame
 * @property {string} backend text of the badge
 * @property {string} note what the page says about the backend
 */

/**
 * @param {readonly string[]} [flags]
 * @returns {Promise<import('playwright-core').Browser>} a headless Chromium
 */
export function launchBrowser(flags = chromiumFlags) {
  // Names of other machines are not even looked up.
  const offline = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1';
  return chromium.launch({ executablePath: ensureChromium(), args: [...flags, offline], headless: true });
}

/** A VS Code window. */
export class Workbench {
  /**
   * @param {Page} page
   * @param {import('./findings.mjs').Findings} findings
   */
  constructor(page, findings) {
    this.page = page;
    this.findings = findings;
  }

  /**
   * Opens a folder with a note in it and waits until the note is shown and the extension has read it.
   * @param {import('playwright-core').Browser} browser
   * @param {import('./embeddedVscode.mjs').Server} server
   * @param {{ folder: string, note: string, viewport?: { width: number, height: number } }} options `note`: absolute path
   */
  static async open(browser, server, { folder, note, viewport = { width: 1400, height: 900 } }) {
    const page = await browser.newPage({ viewport });
    const findings = listen(page, server.origin);
    await page.goto(addressOf(server, folder, { file: note }), { waitUntil: 'domcontentloaded' });
    await page.locator('.monaco-editor .view-line').first().waitFor({ timeout: 60_000 });
    await page.locator('.codelens-decoration').first().waitFor({ state: 'attached', timeout: 60_000 });
    return new Workbench(page, findings);
  }

  /**
   * Waits for CodeLenses in view.
   * @returns {Promise<readonly string[]>} their titles, from top to bottom
   */
  async lensTitles() {
    const lenses = this.page.locator('.codelens-decoration a:visible');
    for (let attempt = 0; ; attempt++) {
      const found = await lenses
        .first()
        .waitFor({ timeout: 6000 })
        .then(
          () => true,
          () => false,
        );
      // VS Code makes its lenses anew now and then: what was there may be gone, or without a title yet.
      const titles = (await lenses.allTextContents()).filter((title) => title !== '');
      if (found && titles.length > 0) return titles;
      if (attempt === 10) throw new Error('No CodeLens came into view within a minute.');
      // VS Code may look for the lenses in view before they have a place, and looks again only when the text scrolls.
      // Not more often than this: each scrolling puts the look off.
      await this.focusNote();
      await this.page.keyboard.press('Control+ArrowDown');
      await this.page.keyboard.press('Control+ArrowUp');
    }
  }

  /** Puts the cursor back into the note, which is in the first group of editors, wherever the focus is. */
  async focusNote() {
    await this.page.keyboard.press('Control+1');
    await this.page.locator('.monaco-editor.focused').waitFor({ timeout: 10_000 });
  }

  /**
   * Brings a line of the note into view, its CodeLenses included, with the cursor on it.
   * @param {number} line 1-based
   */
  async goToLine(line) {
    await this.focusNote();
    await this.page.keyboard.press('Control+g');
    await this.page.locator('.quick-input-widget input').waitFor();
    await this.page.keyboard.type(String(line));
    await this.page.keyboard.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /**
   * Clicks the first CodeLens directly above a line of the note.
   * @param {string} lineText the whole line, e.g. `# Regularisierung`
   * @param {string} title part of the lens's title
   * @returns {Promise<number>} when it was clicked, on the clock of `performance.now()`
   */
  async clickLensAbove(lineText, title) {
    await this.lensTitles();
    const deadline = Date.now() + 30_000;
    /** @type {string[]} */
    const looks = [];
    while (Date.now() < deadline) {
      const place = await this.page.evaluate(findLens, { lineText, title });
      looks.push(JSON.stringify(place));
      // Lenses that come in push the text down and are made anew: click only where a second has changed nothing.
      if (place && looks.length > 5 && new Set(looks.slice(-5)).size === 1) {
        const clicked = performance.now();
        await this.page.mouse.click(place.x, place.y);
        return clicked;
      }
      await this.page.waitForTimeout(200);
    }
    const titles = (await this.lensTitles()).join(' | ');
    throw new Error(`No lens "${title}" above "${lineText}". Lenses in view: ${titles}`);
  }

  /**
   * Opens the lab by the CodeLens above a line. On a crowded machine VS Code may make its lenses anew under the click, or a page of its
   * own never comes up: what a reader does then, closing what hangs and clicking again, is done here, and said.
   * @param {string} lineText the whole line, e.g. `# Regularisierung`
   * @param {string} title part of the lens's title
   */
  async openLab(lineText, title) {
    for (let attempt = 1; ; attempt++) {
      await this.clickLensAbove(lineText, title);
      const opened = await this.lab().then(
        () => true,
        (error) => {
          if (attempt === 3) throw error;
          return false;
        },
      );
      if (opened) return;
      const tabs = await this.page.locator('.tab').allTextContents();
      console.log(
        `The lab did not open (attempt ${attempt}; tabs: ${tabs.join(' | ')}); clicking once more.`,
      );
      if ((await this.page.locator('iframe.webview').count()) > 0) {
        await this.page.keyboard.press('Control+2');
        await this.page.keyboard.press('Control+F4');
      }
      await this.focusNote();
    }
  }

  /**
   * @param {string} text part of the line, or all of it
   * @param {boolean} [whole]
   * @returns {import('playwright-core').Locator} a line of the note as the editor shows it
   */
  lineWith(text, whole = false) {
    // The editor shows every space as a no-break space.
    const pattern = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '[ \u00a0]');
    return this.page
      .locator('.monaco-editor .view-line', { hasText: new RegExp(whole ? `^${pattern}$` : pattern) })
      .first();
  }

  /**
   * @param {string} word
   * @param {string} lineText part of the line that the word is in
   * @returns {Promise<{ x: number, y: number }>} the middle of the word on the screen
   */
  async placeOf(word, lineText) {
    const place = await this.lineWith(lineText).evaluate((line, word) => {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const start = node.nodeValue?.indexOf(word) ?? -1;
        if (start < 0) continue;
        const range = document.createRange();
        range.setStart(node, start);
        range.setEnd(node, start + word.length);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      }
      return undefined;
    }, word);
    if (!place) throw new Error(`"${word}" is not in the line "${lineText}".`);
    return place;
  }

  /** Puts the pointer where nothing has a hover: on the empty middle of the status bar. */
  async restPointer() {
    const box = await boxOf(this.page.locator('.part.statusbar'));
    await this.page.mouse.move(box.x + box.width * 0.45, box.y + box.height / 2);
  }

  /**
   * Points at a word and waits for its hover.
   * @param {string} word
   * @param {string} lineText part of the line that the word is in
   * @returns {Promise<import('playwright-core').Locator>} the hover
   */
  async hover(word, lineText) {
    const content = this.page.locator('.monaco-hover:not(.hidden) .monaco-hover-content');
    // VS Code shows its own hint at a link, and that it is waiting, before what the extension has to say.
    const row = this.page.locator('.hover-row', {
      hasNotText: /^Loading\.\.\.$|\((?:ctrl|cmd) \+ click\)$/i,
    });
    const hover = content.filter({ has: row }).first();
    for (let attempt = 1; ; attempt++) {
      // An earlier hover stays for a moment, and longer under the pointer.
      await this.restPointer();
      await content.first().waitFor({ state: 'hidden' });
      const { x, y } = await this.placeOf(word, lineText);
      await this.page.mouse.move(x - 40, y - 40);
      await this.page.mouse.move(x, y, { steps: 5 });
      try {
        await hover.waitFor({ timeout: 7_000 });
        return hover;
      } catch (error) {
        // Lenses that come in push the word away from under the pointer.
        if (attempt === 3) throw error;
      }
    }
  }

  /**
   * Waits until the pictures in a hover are loaded; one that cannot be shown is an error.
   * @param {import('playwright-core').Locator} hover
   * @returns {Promise<number>} how many there are
   */
  async loadedImages(hover) {
    const images = hover.locator('img');
    for (const image of await images.all()) {
      const width = await image.evaluate(async (/** @type {HTMLImageElement} */ img) => {
        await img.decode().catch(() => {});
        return img.naturalWidth;
      });
      if (width === 0)
        throw new Error(`A picture in the hover is not shown: ${await image.getAttribute('src')}`);
    }
    return images.count();
  }

  /** The lab's page. */
  lab() {
    return this.#webview('#lab *');
  }

  /** The page of the Markdown preview. */
  preview() {
    return this.#webview('.markdown-body');
  }

  /**
   * The page in one of the window's webviews. VS Code replaces their frames, so it is looked up anew each time.
   * @param {string} selector of what is only on that page
   * @returns {Promise<import('playwright-core').Frame>}
   */
  async #webview(selector) {
    const deadline = Date.now() + 20_000;
    while (Date.now() < deadline) {
      for (const outer of await this.page.$$('iframe.webview.ready')) {
        // Those behind other tabs are kept for a while.
        if (!(await outer.isVisible().catch(() => false))) continue;
        const host = await outer.contentFrame().catch(() => null);
        const inner = await host?.$('iframe#active-frame').catch(() => null);
        const frame = await inner?.contentFrame().catch(() => null);
        if (frame && (await frame.$(selector).catch(() => null))) return frame;
      }
      await this.page.waitForTimeout(100);
    }
    throw new Error(`No webview shows "${selector}".`);
  }

  /**
   * Answers the question that comes before the first run of an experiment with its first option; the run starts by it.
   * @returns {Promise<string>} the question
   */
  async predict() {
    const lab = await this.lab();
    const card = lab.locator('.prediction:not([hidden])');
    await card.locator('input[type=radio]').first().check();
    const question = await card.locator('.prediction-question').textContent();
    await card.locator('vscode-button[appearance=primary]').click();
    return question ?? '';
  }

  /** @returns {Promise<LabStatus>} */
  async labStatus() {
    const frame = await this.lab();
    const [progress, backend, note] = await frame.evaluate(() =>
      ['.progress', '.badge', '.backend-note'].map((part) => document.querySelector(part)?.textContent ?? ''),
    );
    // "Schritt 1.240 / 6.000"; before the first frame there is no number.
    const step = /^\D*([\d.,\s]*\d)\s*\//.exec(progress ?? '')?.[1];
    return {
      step: step === undefined ? -1 : Number(step.replace(/\D/g, '')),
      backend: backend ?? '',
      note: note ?? '',
    };
  }

  /**
   * Waits until the lab says what is hoped for.
   * @param {string} hope for the error message, e.g. "training advances"
   * @param {(status: LabStatus) => boolean} isMet
   * @param {number} [limit] milliseconds
   * @returns {Promise<LabStatus>}
   */
  async waitForLab(hope, isMet, limit = 30_000) {
    const deadline = Date.now() + limit;
    let last = 'nothing yet';
    while (Date.now() < deadline) {
      try {
        const status = await this.labStatus();
        if (isMet(status)) return status;
        last = JSON.stringify(status);
      } catch (error) {
        last = String(error);
      }
      await this.page.waitForTimeout(50);
    }
    throw new Error(`Within ${limit / 1000} s it did not happen that ${hope}. The lab said: ${last}`);
  }

  /** @returns {Promise<string>} the line with the cursor, as the active editor shows it */
  async cursorLine() {
    const editor = this.page.locator('.editor-group-container.active .monaco-editor').first();
    const mark = editor.locator('.margin .current-line, .margin .current-line-margin').first();
    for (let attempt = 1; attempt <= 100; attempt++) {
      // An editor that has just been opened has no lines for a moment, and makes them anew while it scrolls to a place.
      await mark.waitFor();
      const current = await mark.boundingBox({ timeout: 1000 }).catch(() => null);
      for (const line of current ? await editor.locator('.view-line').all() : []) {
        const box = await line.boundingBox({ timeout: 1000 }).catch(() => null);
        if (box && current && Math.abs(box.y - current.y) < 2)
          return ((await line.textContent()) ?? '').replaceAll('\u00a0', ' ');
      }
      await this.page.waitForTimeout(100);
    }
    return '';
  }

  /**
   * Opens a box to type into by its keys. A page that is just going away or coming may swallow them.
   * @param {string[]} keys one after the other, e.g. `Control+k`, `Control+t`
   */
  async openBox(...keys) {
    const input = this.page.locator('.quick-input-widget input');
    for (let attempt = 1; ; attempt++) {
      for (const key of keys) await this.page.keyboard.press(key);
      const isThere = await input.waitFor({ timeout: 5000 }).then(
        () => true,
        () => false,
      );
      if (isThere) return;
      if (attempt === 3) throw new Error(`${keys.join(' ')} opened nothing.`);
      await this.page.locator('.part.titlebar').click({ position: { x: 250, y: 8 } });
    }
  }

  /**
   * Picks a row of a box by its keys and what is typed, e.g. a command. A box that closes before that, since something in the window took
   * the focus, is opened again.
   * @param {readonly string[]} keys what opens the box, as in `openBox`
   * @param {string} text what is typed, part of the row's label
   */
  async pick(keys, text) {
    const box = this.page.locator('.quick-input-widget');
    const row = box.locator('.monaco-list-row.focused', { hasText: text }).first();
    for (let attempt = 1; ; attempt++) {
      try {
        await this.openBox(...keys);
        await box.locator('input').first().pressSequentially(text, { timeout: 10_000 });
        // The list begins with what was chosen last.
        await row.waitFor({ timeout: 15_000 });
        break;
      } catch (error) {
        if (attempt === 3) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
    await this.page.keyboard.press('Enter');
  }

  /**
   * Switches the colour theme as a person does, wherever the focus is.
   * @param {string} name as the list of themes shows it, e.g. `Dark Modern`
   */
  async chooseTheme(name) {
    await this.pick(['Control+k', 'Control+t'], name);
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }
}

/**
 * What has the keyboard's focus on the page in a webview.
 * @param {import('playwright-core').Frame} frame
 * @param {string} selector
 * @returns {Promise<{ matches: boolean, name: string, isSeen: boolean }>} whether it is an element of that selector; what it is, in
 *   words; whether an outline or a border in the colour of the focus shows it. Without a focus the body.
 */
export function focusedIn(frame, selector) {
  return frame.evaluate(describeFocused, selector);
}

/**
 * Runs in the page.
 * @param {string} selector
 */
function describeFocused(selector) {
  const outer = document.activeElement ?? document.body;
  let inner = outer;
  while (inner.shadowRoot?.activeElement) inner = inner.shadowRoot.activeElement;
  const probe = document.createElement('i');
  probe.style.color = 'var(--vscode-focusBorder)';
  document.body.append(probe);
  const focusColor = getComputedStyle(probe).color;
  probe.remove();
  // The ring may be on what a widget consists of, or on what holds it.
  const parts = [outer, inner, ...(inner.parentElement ? [inner.parentElement] : [])];
  const isSeen = parts.some((part) => {
    const { outlineStyle, outlineWidth, borderTopColor, borderTopWidth } = getComputedStyle(part);
    const hasOutline = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
    return hasOutline || (Number.parseFloat(borderTopWidth) > 0 && borderTopColor === focusColor);
  });
  const label = outer.getAttribute('aria-label') ?? outer.textContent?.trim().slice(0, 40) ?? '';
  const name = `${outer.localName}.${outer.className}: ${label}`;
  return { matches: outer.matches(selector), name, isSeen: isSeen || outer === document.body };
}

/**
 * @param {import('playwright-core').Locator} locator
 * @returns {Promise<{ x: number, y: number, width: number, height: number }>}
 */
async function boxOf(locator) {
  await locator.waitFor({ timeout: 15_000 });
  const box = await locator.boundingBox();
  if (!box) throw new Error(`${locator} is not on the screen.`);
  return box;
}

/**
 * Runs in the window.
 * @param {{ lineText: string, title: string }} wanted
 * @returns {{ x: number, y: number, since: number } | undefined} middle of the first lens with that title directly above that
 *   line, and when this very element was first seen there
 */
function findLens({ lineText, title }) {
  const lines = [...document.querySelectorAll('.monaco-editor .view-line')];
  const line = lines
    .find((line) => line.textContent?.replaceAll('\u00a0', ' ') === lineText)
    ?.getBoundingClientRect();
  if (!line) return undefined;
  for (const lens of document.querySelectorAll('.codelens-decoration a')) {
    const { x, y, width, height } = lens.getBoundingClientRect();
    const isAbove = y < line.y && line.y - y < 2 * line.height;
    if (!isAbove || width === 0 || !lens.textContent?.includes(title)) continue;
    const seen = /** @type {Element & { since?: number }} */ (lens);
    seen.since ??= performance.now();
    return { x: x + width / 2, y: y + height / 2, since: seen.since };
  }
  return undefined;
}
