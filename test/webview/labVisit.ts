// What a visit to the lab's page in headless Chromium does again and again. It waits for states, never for time.
import type { Locator, Page } from 'playwright-core';
import type { ExplainedTerm, LabState, Origin, ViewMessage } from '../../src/protocol/panelMessages';
import type { PageOptions } from './harness.mjs';

declare global {
  interface Window {
    /** All that the page has told the host, oldest first. */
    posted: ViewMessage[];
  }
}

/** Where the experiments are opened from. */
export const origin: Origin = {
  uri: 'file:///n.md',
  noteTitle: 'Regularisierung',
  anchorText: 'Weight Decay',
  line: 12,
};

/** The message that opens an experiment. */
export function openMessage(experimentId: string, params: LabState['params'] = {}) {
  return { type: 'open', version: 1, locale: 'de', experimentId, params, origin };
}

/** A run of a few seconds: small networks, few steps. */
export const shortDecay = openMessage('weight-decay', { steps: 200, hiddenUnits: 4 });

/** A state in which runs play as fast as they can. */
export function fastState(experimentId: string, more: object = {}) {
  return { experimentId, params: {}, seed: 1, frame: 0, speed: 6, isPlaying: true, ...more };
}

/** A window in which settings and pictures stand side by side. */
export const pageSize = { width: 1200, height: 900, scale: 1 } as const;

/** How a page begins on which runs are computed on the processor, which is quicker than WebGL without a graphics card. */
export function quickPage(open: ReturnType<typeof openMessage>, state: object = {}): PageOptions {
  return {
    theme: 'dark',
    open,
    state: fastState(open.experimentId, { backend: 'cpu', ...state }),
    ...pageSize,
  };
}

/** The text of the first element that a selector matches. */
export async function textOf(page: Page, selector: string): Promise<string> {
  return (await page.locator(selector).first().textContent()) ?? '';
}

/** Waits until the text of the first element matches: what a learner reads follows the state by a frame or two. */
export async function awaitText(page: Page, selector: string, pattern: RegExp): Promise<void> {
  await page.waitForFunction(
    ([wanted, source]) => new RegExp(source!).test(document.querySelector(wanted!)?.textContent ?? ''),
    [selector, pattern.source],
  );
}

/** 0-based number of the frame that is shown. */
export function shownFrame(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelector<HTMLInputElement>('.course')!.valueAsNumber);
}

/** Waits until a frame is shown, neither one before it nor one after. */
export async function awaitFrame(page: Page, frame: number): Promise<void> {
  await page.waitForFunction((wanted) => {
    const course = document.querySelector<HTMLInputElement>('.course');
    return course !== null && !course.disabled && course.valueAsNumber === wanted;
  }, frame);
}

/** Waits until the run on the page is over and its claims are judged. */
export async function awaitEnd(page: Page): Promise<void> {
  await awaitText(page, '.status', /^Fertig/);
}

/** What the page has saved. */
export function savedState(page: Page): Promise<LabState> {
  return page.evaluate(() => JSON.parse(sessionStorage.getItem('state') ?? 'null') as LabState);
}

/** Waits until the page has saved a value of a setting. */
export async function awaitSaved(page: Page, name: string, value: number): Promise<void> {
  await page.waitForFunction(
    ([param, wanted]) =>
      JSON.parse(sessionStorage.getItem('state') ?? '{}').params?.[param as string] === wanted,
    [name, value] as const,
  );
}

/** All messages of a type that the page has sent, oldest first. */
export function posted<Type extends ViewMessage['type']>(
  page: Page,
  type: Type,
): Promise<Extract<ViewMessage, { readonly type: Type }>[]> {
  return page.evaluate(
    (wanted) =>
      window.posted.filter((message) => message.type === wanted) as Extract<
        ViewMessage,
        { readonly type: Type }
      >[],
    type,
  );
}

/** Waits for more messages of a type than there were, and gives the newest. */
export async function awaitPosted<Type extends ViewMessage['type']>(page: Page, type: Type, before: number) {
  await page.waitForFunction(
    ([wanted, count]) => window.posted.filter((message) => message.type === wanted).length > Number(count),
    [type, before] as const,
  );
  return (await posted(page, type)).at(-1)!;
}

/** The field of a setting. */
export function settingField(page: Page, param: string): Locator {
  return page.locator(`[data-param=${param}] vscode-text-field`);
}

/** Waits until the field of a setting shows a value. */
export async function awaitValue(page: Page, param: string, text: string): Promise<void> {
  await page.waitForFunction(
    ([name, wanted]) =>
      document.querySelector<HTMLInputElement>(`[data-param=${name}] vscode-text-field`)?.value === wanted,
    [param, text],
  );
}

/** Types a value into the field of a setting, and Enter. */
export async function typeInto(page: Page, param: string, text: string): Promise<void> {
  const field = settingField(page, param).locator('input');
  await field.fill(text);
  await field.press('Enter');
}

/** The picture of a title. */
export function figure(page: Page, title: string): Locator {
  return page.getByRole('figure', { name: title, exact: true });
}

/** A push button by its name. */
export function button(page: Page | Locator, name: string | RegExp): Locator {
  return page.getByRole('button', { name, exact: true });
}

/** Presses a button by keyboard as soon as it can be used: a key pressed before that does nothing. */
export async function press(target: Locator): Promise<void> {
  await target.click({ trial: true });
  await target.press('Enter');
}

/** Waits until which of some toggles is pressed is the one of that index; −1: none. */
export async function awaitPressed(page: Page, selector: string, index: number): Promise<void> {
  await page.waitForFunction(
    ([toggles, wanted]) =>
      [...document.querySelectorAll(toggles as string)].findIndex((one) => one.ariaPressed === 'true') ===
      wanted,
    [selector, index] as const,
  );
}

/** Answers the page's newest question for terms: each is marked where it first stands in a text, with that definition. */
export async function defineTerms(
  page: Page,
  definitions: Readonly<Record<string, string>>,
): Promise<readonly ExplainedTerm[]> {
  await page.waitForFunction(() => window.posted.some(({ type }) => type === 'termsRequested'));
  const asked = (await posted(page, 'termsRequested')).at(-1)!;
  const terms = Object.entries(definitions).flatMap(([name, html]): ExplainedTerm[] => {
    const passage = asked.passages.findIndex((text) => text.includes(name));
    const start = asked.passages[passage]?.indexOf(name) ?? -1;
    return start < 0
      ? []
      : [{ passage, start, end: start + name.length, name, html, from: 'Regularisierung', origin }];
  });
  const { experimentId } = asked;
  await page.evaluate((answer) => window.postMessage(answer), {
    type: 'terms',
    version: 1,
    experimentId,
    terms,
  });
  return terms;
}
