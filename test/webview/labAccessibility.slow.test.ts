// The lab's page for those who see it large, on little space, and for those whom moving pictures disturb.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findExperiments } from '../../scripts/gen.mjs';
import { type Lab, type OpenedPage, openExperiment, startLab } from './harness.mjs';
import {
  awaitEnd,
  awaitFrame,
  awaitText,
  button,
  openMessage,
  press,
  quickPage,
  shownFrame,
} from './labVisit';

/** What people read in: CSS pixels, and how many of the device's are in one. */
const sizes = [
  { what: '320 pixels wide', width: 320, height: 640, scale: 1 },
  { what: '640 pixels wide at 200 %', width: 320, height: 480, scale: 2 },
  { what: '1280 pixels wide at 200 %', width: 640, height: 450, scale: 2 },
  { what: '1280 pixels wide at 400 %', width: 320, height: 256, scale: 4 },
] as const;

/** Waits until what was changed is laid out and painted. */
function painted(page: Page): Promise<unknown> {
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Opens all that can be folded out. */
async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
  await painted(page);
}

/** What is used by hand and is not whole on the page: beside its edge, or with a text that does not fit. */
function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const used = 'button, vscode-button, vscode-dropdown, vscode-text-field, vscode-checkbox, input, summary';
    return [...document.querySelectorAll<HTMLElement>(used)].flatMap((one) => {
      if (!one.checkVisibility() || one.closest('.visually-hidden')) return [];
      const { left, right } = one.getBoundingClientRect();
      const control = one.shadowRoot?.querySelector<HTMLElement>('.control') ?? one;
      // The text of a field is scrolled while it is typed.
      const isText = one.localName !== 'input' && one.localName !== 'vscode-text-field';
      const isCut = isText && control.scrollWidth > control.clientWidth + 1;
      const isBeside = left < -0.5 || right > document.documentElement.clientWidth + 0.5;
      const name = `${one.localName}.${one.className} ${one.ariaLabel ?? one.textContent?.slice(0, 40)}`;
      return isCut || isBeside ? [`${name}: ${isCut ? 'cut off' : `${left} to ${right}`}`] : [];
    });
  });
}

/** Places of the page that are wider than the window, in pixels; 0 for none. */
function sidewards(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}

let lab: Lab;
beforeAll(async () => {
  lab = await startLab('de');
});
afterAll(() => lab.close());

describe.each(sizes)('the lab page, $what', ({ width, height, scale }) => {
  let opened: OpenedPage;
  beforeAll(async () => {
    opened = await lab.open({ ...quickPage(openMessage('weight-decay')), width, height, scale });
    // So that runs wait until they are started.
    await opened.page.emulateMedia({ reducedMotion: 'reduce' });
  });
  afterAll(() => opened.close());

  it.each(findExperiments())('shows all of %s without scrolling sidewards', async (id: string) => {
    const { page } = opened;
    await openExperiment(page, openMessage(id));
    await awaitText(page, '.status', /Angehalten/);
    await unfold(page);
    expect(await sidewards(page)).toBe(0);
    expect(await cutOff(page)).toEqual([]);
  });

  it('shows a question, an enlarged map and a menu so', async () => {
    const { page } = opened;
    await openExperiment(page, openMessage('weight-decay'));
    await awaitText(page, '.status', /Angehalten/);
    await page.locator('.map-button').first().press('Enter');
    await page.locator('.enlarged-map').waitFor();
    await press(button(page.getByRole('figure', { name: 'Verlust je Strafe' }), /^Speichern/));
    await page.getByRole('menu').waitFor();
    await painted(page);
    expect(await sidewards(page)).toBe(0);
    expect(await cutOff(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('checkbox', { name: 'Erst vorhersagen' }).press(' ');
    await page.locator('.prediction-option').first().waitFor();
    await painted(page);
    expect(await sidewards(page)).toBe(0);
    expect(await cutOff(page)).toEqual([]);
  });

  it('leaves most of the window to what is scrolled', async () => {
    const { page } = opened;
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await painted(page);
    const covered = await page.evaluate(() => {
      const { top, bottom } = document.querySelector('.transport')!.getBoundingClientRect();
      return Math.max(0, bottom) - Math.max(0, top);
    });
    expect(covered).toBeLessThan(height / 3);
  });

  it('does nothing that the browser complains of', () => {
    expect(opened.problems).toEqual([]);
  });
});

describe('the lab page for whom moving pictures disturb', () => {
  let opened: OpenedPage;
  let page: Page;
  beforeAll(async () => {
    opened = await lab.open(quickPage(openMessage('weight-decay')));
    ({ page } = opened);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await openExperiment(page, openMessage('dropout'));
    await openExperiment(page, openMessage('weight-decay', { steps: 600, hiddenUnits: 4 }));
  });
  afterAll(() => opened.close());

  /** What moves by itself: animations and transitions, also inside widgets. */
  function animations(): Promise<number> {
    return page.evaluate(() => document.getAnimations().length);
  }

  it('waits until it is told to run', async () => {
    await awaitText(page, '.status', /^Angehalten bei Schritt 0/);
    expect(await shownFrame(page)).toBe(0);
    expect(await animations()).toBe(0);
  });

  it('waits as well where VS Code is set so', async () => {
    const other = await lab.open({ ...quickPage(openMessage('weight-decay')), reduceMotion: true });
    await awaitText(other.page, '.status', /^Angehalten bei Schritt 0/);
    await other.close();
  });

  it('follows the run in numbers, with new pictures twice a second at most, and the last one at its end', async () => {
    await page.evaluate(() => {
      const seen = { draws: 0, frames: 0, animations: 0, began: performance.now() };
      Object.assign(window, { seen });
      const watch = (selector: string, count: () => void) =>
        new MutationObserver(count).observe(document.querySelector(selector)!, {
          subtree: true,
          childList: true,
          characterData: true,
        });
      watch('.map-panel', () => seen.draws++);
      watch('.progress', () => {
        seen.frames++;
        seen.animations += document.getAnimations().length;
      });
    });
    await press(button(page, 'Start'));
    await awaitEnd(page);
    await painted(page);
    const seen = await page.evaluate(() => {
      const { seen } = window as unknown as {
        seen: Record<'draws' | 'frames' | 'animations' | 'began', number>;
      };
      return { ...seen, seconds: (performance.now() - seen.began) / 1000 };
    });
    expect(seen.frames).toBeGreaterThan(1);
    expect(seen.draws).toBeGreaterThan(0);
    // One at the start and one at the end besides.
    expect(seen.draws, JSON.stringify(seen)).toBeLessThanOrEqual(2 * seen.seconds + 2);
    expect(seen.animations).toBe(0);
  });

  it('goes through the run frame by frame, by keyboard, each with its pictures', async () => {
    await press(button(page, 'Zum Anfang'));
    await awaitText(page, '.status', /^Angehalten bei Schritt 0/);
    const shown = () => page.locator('.map-panel').first().textContent();
    const before = await shown();
    for (let frame = 1; frame <= 5; frame++) {
      await press(button(page, 'Ein Bild weiter'));
      await awaitFrame(page, frame);
    }
    await expect.poll(shown).not.toBe(before);
    expect(await animations()).toBe(0);
  });
});
