import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { RunnerTestCase } from 'vitest';
import { type Server, startEmbeddedVscode } from '../../scripts/lib/embeddedVscode.mjs';
import { resultFolder, sampleVault } from '../../scripts/lib/project.mjs';
import { launchBrowser, Workbench } from '../../scripts/lib/workbench.mjs';

/** The lecture note of the sample vault. */
export const lecture = join(sampleVault, 'DLVC - VL 5.md');

/** A VS Code window in a browser of its own, with the extension installed as a reader has it. */
export interface Visit {
  readonly workbench: Workbench;
  /** Leaves a picture of the window in test-results. */
  readonly screenshot: (name: string) => Promise<void>;
  /** Leaves a picture of the window if the test has failed. */
  readonly screenshotOfFailure: (test: RunnerTestCase) => Promise<void>;
  readonly end: () => Promise<void>;
}

/** Opens the lecture note. `flags` are Chromium's. */
export function visitLecture(flags?: readonly string[]): Promise<Visit> {
  return visitNote(sampleVault, lecture, flags);
}

/** Opens a note of a vault; one of its headings must have a demo. Both are absolute paths. `isTrusted`: whether the reader trusts the folder. */
export async function visitNote(
  folder: string,
  note: string,
  flags?: readonly string[],
  isTrusted = true,
): Promise<Visit> {
  const server: Server = await startEmbeddedVscode({ withExtension: true, isTrusted });
  let browser: Browser | undefined;
  const end = async () => {
    await browser?.close();
    await server.stop();
  };
  try {
    browser = await launchBrowser(flags);
    const workbench = await Workbench.open(browser, server, { folder, note });
    const screenshot = async (name: string) => {
      mkdirSync(resultFolder, { recursive: true });
      await workbench.page.screenshot({ path: join(resultFolder, `${name}.png`) });
    };
    const screenshotOfFailure = async ({ result, name }: RunnerTestCase) => {
      if (result?.state === 'fail') await screenshot(`failed ${name.replace(/\W+/g, ' ')}`);
    };
    return { workbench, screenshot, screenshotOfFailure, end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** Asks until the answer is as hoped, since VS Code shows and writes what changes a moment later; gives the last answer. */
export async function eventually<T>(
  page: Page,
  ask: () => T | Promise<T>,
  isHoped: (answer: T) => boolean,
): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    const answer = await ask();
    if (attempt === 100 || isHoped(answer)) return answer;
    await page.waitForTimeout(100);
  }
}

/** 1-based number of the first line of the lecture note that contains a text. */
export function lineOf(text: string): number {
  const line = readFileSync(lecture, 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(text));
  if (line < 0) throw new Error(`"${text}" is not in ${lecture}.`);
  return line + 1;
}
