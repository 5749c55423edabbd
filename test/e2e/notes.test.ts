import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Workbench } from '../../scripts/lib/workbench.mjs';
import { eventually, type Visit, visitNote } from './visit';

const vault = mkdtempSync(join(tmpdir(), 'lecture-lab-notes-'));

const files: Readonly<Record<string, string>> = {
  'Vorlesung.md': [
    '# Weight Decay',
    '',
    'Siehe [[Grundlagen#Norm und Abstand]] zuerst.',
    '',
    'Dann [[Grundlagen|die Grundlagen]] ganz, und [[Übungsblatt 3]] dazu.',
    '',
    'Neu: ',
    '',
    'Bald: [[Morgen]] und [[Vorlesung#Weight Decay]].',
    '',
  ].join('\n'),
  'Grundlagen.md':
    '---\naliases: [Basis]\n---\n# Einleitung\n\nText.\n\n## Norm und Abstand\n\nDie Norm $\\|w\\|_2$ misst Längen.\n\n> [!tip] Merke\n> Auch *ohne* Rechnung.\n',
  'Überblick.md': '# Überblick\n\nDie Grundlagen stehen woanders. Hierher führt auch [[Vorlesung]].\n',
  '.obsidian/app.json': '{"newFileLocation":"folder","newFileFolderPath":"Neu"}',
};

function textOf(path: string): string {
  try {
    return readFileSync(join(vault, path), 'utf8');
  } catch {
    return '';
  }
}

describe('A student writes and reads notes', () => {
  let visit: Visit;
  let workbench: Workbench;
  let page: Page;

  beforeAll(async () => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(vault, path)), { recursive: true });
      writeFileSync(join(vault, path), text);
    }
    visit = await visitNote(vault, join(vault, 'Vorlesung.md'));
    ({ workbench } = visit);
    ({ page } = workbench);
  });
  afterEach(({ task }) => visit?.screenshotOfFailure(task));
  afterAll(async () => {
    await visit?.end();
    rmSync(vault, { recursive: true, force: true, maxRetries: 5 });
  });

  /** Does something again that VS Code may not be ready for; the last failure is thrown. */
  async function retried(attempt: () => Promise<void>): Promise<void> {
    for (let count = 1; ; count++) {
      try {
        return await attempt();
      } catch (error) {
        if (count === 3) throw error;
        await page.keyboard.press('Escape');
      }
    }
  }

  /** Opens a note by its name. VS Code's list of files may not know yet of one that was just renamed. */
  async function openNote(name: string): Promise<void> {
    await retried(async () => {
      await page.keyboard.press('Control+p');
      await page.locator('.quick-input-widget input').fill(name);
      const entry = page.locator('.quick-input-list .monaco-list-row', { hasText: name });
      await entry.first().click({ timeout: 10_000 });
      await page.locator('.tab.active', { hasText: name }).waitFor();
    });
  }

  /** Puts the cursor into a word of the note. */
  async function clickWord(word: string, lineText: string): Promise<void> {
    const { x, y } = await workbench.placeOf(word, lineText);
    await page.mouse.click(x, y);
  }

  /** Ctrl+click on a link, which leads to `target`. VS Code takes the click for one on a link only once it shows the link as one. */
  async function followLink(word: string, lineText: string, target: string): Promise<void> {
    await workbench.lineWith(lineText).locator('.detected-link').first().waitFor();
    await retried(async () => {
      await workbench.restPointer();
      const { x, y } = await workbench.placeOf(word, lineText);
      await page.keyboard.down('Control');
      try {
        await page.mouse.move(x, y, { steps: 5 });
        await page.locator('.detected-link-active').first().waitFor({ timeout: 10_000 });
        await page.mouse.click(x, y);
      } finally {
        await page.keyboard.up('Control');
      }
      await page.locator('.tab.active', { hasText: target }).waitFor({ timeout: 15_000 });
    });
  }

  function row(text: string): Locator {
    return page
      .locator('.explorer-folders-view, .pane-body')
      .locator('.monaco-list-row', { hasText: text })
      .first();
  }

  it('sees on hover what a link leads to, with formulas and callouts', async () => {
    const hover = await workbench.hover('Norm', 'Siehe [[Grundlagen#Norm');
    const text = (await hover.textContent()) ?? '';
    expect(text).toContain('misst Längen');
    expect(text).toContain('Merke');
    expect(text).not.toContain('Einleitung');
    expect(await workbench.loadedImages(hover)).toBe(1);
    await visit.screenshot('e2e-link-hover');
    await page.keyboard.press('Escape');
  });

  it('follows a link with Ctrl+click to the heading', async () => {
    await followLink('Norm', 'Siehe [[Grundlagen#Norm', 'Grundlagen.md');
    expect(await workbench.cursorLine()).toContain('## Norm und Abstand');
    await openNote('Vorlesung.md');
  });

  it('can follow a link as soon as there is what it leads to', async () => {
    const links = workbench.lineWith('Bald: ').locator('.detected-link');
    const linked = async () => (await links.allTextContents()).join('').replaceAll('\u00a0', ' ');
    expect(await eventually(page, linked, (text) => text !== '')).toBe('[[Vorlesung#Weight Decay]]');
    writeFileSync(join(vault, 'Morgen.md'), 'Die nächste Vorlesung.\n');
    expect(await eventually(page, linked, (text) => text.includes('Morgen'))).toBe(
      '[[Morgen]][[Vorlesung#Weight Decay]]',
    );
  });

  it('gets notes offered after [[, umlauts typed as ue, and writes the link', async () => {
    await workbench.goToLine(7);
    await page.keyboard.press('End');
    await page.keyboard.type('[[ueberbl', { delay: 40 });
    const suggestion = page.locator('.suggest-widget .monaco-list-row', { hasText: 'Überblick' }).first();
    await suggestion.waitFor({ timeout: 45_000 });
    await visit.screenshot('e2e-completion');
    await page.keyboard.press('Enter');
    expect(await workbench.cursorLine()).toBe('Neu: [[Überblick]]');
    await page.keyboard.press('Control+s');
  });

  it('is told of a link to nothing and creates the note where Obsidian would', async () => {
    await page.locator('.squiggly-info').first().waitFor({ timeout: 60_000 });
    await clickWord('Übungsblatt', 'Dann [[Grundlagen');
    await page.keyboard.press('Control+.');
    const fix = page.locator('.action-widget .monaco-list-row', { hasText: 'Neu/Übungsblatt 3' }).first();
    await fix.waitFor({ timeout: 45_000 });
    await visit.screenshot('e2e-quick-fix');
    await fix.click();
    const created = await eventually(
      page,
      () => (existsSync(join(vault, 'Neu')) ? readdirSync(join(vault, 'Neu')).join() : ''),
      (names) => names !== '',
    );
    expect(created).toBe('Übungsblatt 3.md');
    await openNote('Vorlesung.md');
  });

  it('renames a note at a link, and all links and the file follow', async () => {
    await clickWord('Grundlagen', 'Siehe [[Grundlagen#Norm');
    await page.keyboard.press('F2');
    const input = page.locator('.rename-box input');
    await input.waitFor({ timeout: 45_000 });
    expect(await input.inputValue()).toBe('Grundlagen');
    await input.fill('Lineare Algebra');
    await input.press('Enter');
    const renamed = await eventually(
      page,
      () => textOf('Vorlesung.md'),
      (text) => text.includes('Lineare'),
    );
    expect(renamed).toContain('Siehe [[Lineare Algebra#Norm und Abstand]] zuerst.');
    expect(renamed).toContain('Dann [[Lineare Algebra|die Grundlagen]] ganz');
    expect(textOf('Lineare Algebra.md')).toBe(files['Grundlagen.md']);
    expect(textOf('Grundlagen.md')).toBe('');
    expect(textOf('Überblick.md')).toBe(files['Überblick.md']);
  });

  it('moves a note in the explorer and is asked once whether links follow', async () => {
    await openNote('Lineare Algebra.md');
    await page.keyboard.press('Control+Shift+e');
    await row('Lineare Algebra.md').click();
    await page.keyboard.press('F2');
    const name = page.locator('.explorer-item-edited input');
    await name.fill('Vektorräume.md', { timeout: 10_000 });
    await name.press('Enter');
    const dialog = page.locator('.monaco-dialog-box');
    await dialog.waitFor({ timeout: 20_000 });
    expect(await dialog.textContent()).toContain('2 links');
    await visit.screenshot('e2e-move-question');
    await dialog.getByRole('button', { name: 'Yes', exact: true }).click();
    const moved = await eventually(
      page,
      () => textOf('Vorlesung.md'),
      (text) => text.includes('Vektor'),
    );
    expect(moved).toContain('Siehe [[Vektorräume#Norm und Abstand]] zuerst.');
    expect(textOf('Vektorräume.md')).toBe(files['Grundlagen.md']);
  });

  it('sees who links to the note and who only names it', async () => {
    await openNote('Überblick.md');
    await page.locator('.pane-header', { hasText: 'Backlinks' }).click();
    await row('Links').waitFor({ timeout: 45_000 });
    await expect.poll(() => row('Links').textContent(), { timeout: 45_000 }).toContain('1 in 1 note');
    await row('Neu: [[Überblick]]').waitFor({ timeout: 45_000 });
    await visit.screenshot('e2e-backlinks');
  });

  it('has caused no error in the window', () => {
    expect(workbench.findings).toEqual({ errors: [], policyViolations: [], foreignRequests: [] });
  });
});
