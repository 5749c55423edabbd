// What a learner can do with an experiment beyond watching it, on the real page in headless Chromium: predict, save, doubt, sweep, look up.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ViewMessage } from '../../src/protocol/panelMessages';
import { type Lab, type OpenedPage, openExperiment, type PageOptions, startLab } from './harness.mjs';
import {
  awaitEnd,
  awaitFrame,
  awaitPosted,
  awaitSaved,
  awaitText,
  awaitValue,
  button,
  defineTerms,
  figure,
  openMessage,
  origin,
  posted,
  press,
  quickPage,
  savedState,
  shortDecay,
  textOf,
} from './labVisit';

let lab: Lab;
beforeAll(async () => {
  lab = await startLab('de');
});
afterAll(() => lab.close());

/** A page for the tests of a block, which are steps of one visit; the browser must have nothing to complain of. */
function visit(options: PageOptions): { readonly page: Page; readonly problems: string[] } {
  const opened = {} as OpenedPage;
  beforeAll(async () => {
    Object.assign(opened, await lab.open(options));
  });
  beforeEach(() => {
    opened.problems.length = 0;
    return () => expect(opened.problems).toEqual([]);
  });
  afterAll(() => opened.close());
  return opened;
}

const question = '.prediction-question';
const verdict = '.prediction-verdict';

/** What the learner drew in a chart, as its table says; empty where there is no such column. */
async function drawnValues(page: Page, title: string): Promise<readonly string[]> {
  const table = figure(page, title).locator('.value-table');
  if (!(await table.evaluate((details) => (details as HTMLDetailsElement).open))) {
    await table.locator('summary').click();
  }
  await page.waitForFunction(() => document.querySelector('.view-response tbody tr') !== null);
  const heads = await table.locator('thead th').allTextContents();
  if (heads.at(-1) !== 'Ihre Vorhersage') return [];
  return table.locator('tbody tr td:last-child').allTextContents();
}

describe('predicting first', () => {
  const opened = visit({
    ...quickPage(shortDecay, { predictions: { isOn: true } }),
  });
  const chart = 'Verlust je Strafe';

  it('asks before the run, holds it at its first frame, and hides what would give the answer away', async () => {
    const { page } = opened;
    await awaitText(page, question, /größeren Testverlust/);
    await awaitText(page, '.status', /Angehalten bei Schritt 0/);
    await awaitFrame(page, 0);
    for (const hidden of ['figcaption', '.claims', '.limits']) {
      expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
    }
    expect(await page.getByText('Wählen Sie zuerst eine Antwort.').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Vorhersagen und starten', disabled: true }).waitFor();
  });

  it('starts when an answer is chosen, and says at the end what came out and why', async () => {
    const { page } = opened;
    await page.getByRole('radio', { name: /das ohne Strafe/ }).press(' ');
    await press(button(page, 'Vorhersagen und starten'));
    await awaitText(page, '#prediction-heading', /^Vorhersage und Ergebnis/);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('prediction-heading');
    await awaitEnd(page);
    await awaitText(page, verdict, /Es kam anders|So ist es gekommen/);
    const [yours, outcome] = await page.locator('.prediction-facts dd').allTextContents();
    const isRight = yours === outcome;
    expect(await textOf(page, verdict)).toBe(isRight ? '✓ So ist es gekommen.' : '→ Es kam anders.');
    expect(await textOf(page, '.prediction-because')).toMatch(/wie sicher ein Netz irrt/);
    expect(await page.locator('figcaption').first().isVisible()).toBe(true);
  });

  it('asks the next question at the first frame, and shows nothing of the run before', async () => {
    const { page } = opened;
    await press(button(page, 'Nächste Frage'));
    await awaitText(page, question, /Wie hängt der Testverlust/);
    await awaitFrame(page, 0);
    await page.locator('.plot.is-drawing').waitFor();
    await page.waitForFunction(() => document.querySelector('.is-predicting') !== null);
    const course = figure(page, 'Testverlust im Verlauf');
    await press(button(course, /^Speichern/));
    await page.getByRole('menuitem', { name: 'Zahlen (CSV)' }).press('Enter');
    const { content } = await awaitPosted(page, 'exportRequested', 0);
    expect(content.trim().split('\r\n')).toHaveLength(2);
  });

  it('takes a curve drawn with the pointer, and a stroke back', async () => {
    const { page } = opened;
    expect(await drawnValues(page, chart)).toEqual(Array(8).fill('–'));
    const place = page.locator('.plot.is-drawing .u-over');
    await place.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await place.boundingBox())!;
    await page.mouse.move(x + 2, y + height * 0.3);
    await page.mouse.down();
    for (const share of [0.2, 0.4, 0.6, 0.8, 1]) {
      await page.mouse.move(x + 2 + (width - 4) * share, y + height * (0.3 + 0.4 * share));
    }
    await page.mouse.up();
    await page.waitForFunction(() => {
      const cells = [...document.querySelectorAll('.view-response tbody td:last-child')];
      return cells.every((cell) => cell.textContent !== '–');
    });
    const drawn = await drawnValues(page, chart);
    expect(drawn).toHaveLength(8);
    const values = drawn.map((text) => Number(text.replace(',', '.')));
    expect(values).toEqual([...values].sort((one, other) => other - one));
    await page.getByRole('button', { name: 'Fertig, starten', disabled: false }).waitFor();

    await press(button(page, 'Letzten Strich zurücknehmen'));
    await page.waitForFunction(() => document.querySelector('.prediction-reason')!.textContent !== '');
    await page.getByRole('button', { name: 'Fertig, starten', disabled: true }).waitFor();
  });

  it('takes a curve drawn with the keyboard', async () => {
    const { page } = opened;
    await press(button(page, 'Zum Bild'));
    const plot = page.locator('.plot.is-drawing');
    expect(await plot.evaluate((one) => one === document.activeElement)).toBe(true);
    for (const key of ['Home', 'PageUp', 'End', 'PageDown', 'PageDown']) await page.keyboard.press(key);
    await awaitText(page, '.view-response .key-position', /^Strafe α = 0,3: 0,\d+$/);
    const drawn = await drawnValues(page, chart);
    expect(drawn).toHaveLength(8);
    expect(drawn).not.toContain('–');
    await press(button(page, 'Fertig, starten'));
    await awaitEnd(page);
  });

  it('lays the run over the drawn curve, and says how far off it was', async () => {
    const { page } = opened;
    await awaitText(page, '.prediction-body', /Im Mittel liegt Ihre Kurve um/);
    expect(await textOf(page, '.prediction-body')).toMatch(/Das Minimum/);
    expect(await drawnValues(page, chart)).not.toContain('–');
  });

  it('knows over a reload what was predicted', async () => {
    const { page } = opened;
    const before = await drawnValues(page, chart);
    await page.reload();
    await awaitText(page, '.prediction-body', /Im Mittel liegt Ihre Kurve um/);
    expect(await drawnValues(page, chart)).toEqual(before);
    expect(await textOf(page, '#prediction-heading')).toMatch(/Frage 2 von 2/);
  });

  it('can be skipped: the run starts', async () => {
    const { page } = opened;
    await openExperiment(page, openMessage('capacity', { samples: 20 }));
    await awaitText(page, question, /Grad 12/);
    await awaitText(page, '.status', /Angehalten bei Schritt 0/);
    await press(button(page, 'Überspringen'));
    await awaitEnd(page);
    expect(await page.locator('.prediction').isVisible()).toBe(false);
  });

  it('can be switched off and on', async () => {
    const { page } = opened;
    const isOn = page.getByRole('checkbox', { name: 'Erst vorhersagen' });
    await openExperiment(page, openMessage('gradient-clipping', { steps: 100 }));
    await awaitText(page, '.status', /Angehalten bei Schritt 0/);
    await page.getByRole('checkbox', { name: 'Erst vorhersagen', checked: true }).waitFor();
    await press(button(page, 'Nicht mehr fragen'));
    await awaitText(page, '.status', /Läuft|Fertig/);
    expect(await page.locator('.prediction').isVisible()).toBe(false);
    await page.getByRole('checkbox', { name: 'Erst vorhersagen', checked: false }).waitFor();

    await openExperiment(page, openMessage('sparsity'));
    await awaitText(page, '.status', /Läuft|Fertig/);
    expect(await page.locator('.prediction').isVisible()).toBe(false);
    await isOn.press(' ');
    await page.locator('.prediction-option').first().waitFor();
    await awaitText(page, '.status', /Angehalten bei Schritt 0/);
  });
});

type Export = Extract<ViewMessage, { readonly type: 'exportRequested' }>;

/** Saves a picture as a learner without a mouse does: opens the menu, goes to the entry with the arrow keys. */
async function exportByKeys(page: Page, title: string, format: Export['format']): Promise<Export> {
  const before = (await posted(page, 'exportRequested')).length;
  const open = button(figure(page, title), /^Speichern/);
  await open.press('Enter');
  for (let moves = ['png', 'svg', 'csv'].indexOf(format); moves > 0; moves--) {
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  expect(await open.evaluate((one) => one === document.activeElement)).toBe(true);
  return awaitPosted(page, 'exportRequested', before);
}

/** Title and description of an SVG document, as the browser reads it; throws where it is none. */
function readSvg(page: Page, content: string) {
  return page.evaluate((source) => {
    const document = new DOMParser().parseFromString(source, 'image/svg+xml');
    const problem = document.querySelector('parsererror');
    if (problem) throw new Error(problem.textContent ?? '');
    const text = (name: string) => document.querySelector(name)?.textContent ?? '';
    return { root: document.documentElement.localName, title: text('title'), description: text('desc') };
  }, content);
}

/** Width and height that a PNG file says it has. */
function sizeOfPng(content: string): readonly [number, number] {
  const bytes = Buffer.from(content, 'base64');
  expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

describe('saving a picture', () => {
  const opened = visit(quickPage(shortDecay));

  const clipping = openMessage('gradient-clipping', { steps: 100 });
  const pictures = [
    { what: 'a chart', experiment: shortDecay, id: 'loss-by-penalty', rows: () => 8 },
    { what: 'maps', experiment: shortDecay, id: 'maps', rows: () => 8 },
    { what: 'a landscape', experiment: clipping, id: 'surface', rows: (frames: number) => 3 * frames },
  ];

  it.each(pictures)('hands $what to the host as SVG, CSV and PNG', async ({ experiment, id, rows }) => {
    const { page } = opened;
    const { experimentId } = experiment;
    await openExperiment(page, experiment);
    await awaitEnd(page);
    const name = `${experimentId}-${id}-seed1`;
    const shown = await textOf(page, `#view-${id}`);

    const svg = await exportByKeys(page, shown, 'svg');
    expect(svg.fileName).toBe(`${name}.svg`);
    const document = await readSvg(page, svg.content);
    expect(document).toMatchObject({ root: 'svg', title: shown });
    expect(document.description).toContain('Startwert 1');
    expect(document.description).toMatch(/chritte = (100|200)/);

    const csv = await exportByKeys(page, shown, 'csv');
    expect(csv.fileName).toBe(`${name}.csv`);
    const lines = csv.content.trim().split('\r\n');
    const { frameCount } = (await posted(page, 'progressed')).at(-1)!;
    expect(lines).toHaveLength(1 + rows(frameCount));
    expect(lines.every((line) => line.split(',').length >= 2)).toBe(true);

    const png = await exportByKeys(page, shown, 'png');
    expect(png.fileName).toBe(`${name}.png`);
    expect(Math.min(...sizeOfPng(png.content))).toBeGreaterThan(100);
  });

  it('opens and closes its menu by keyboard, and goes round in it', async () => {
    const { page } = opened;
    const open = page.locator('.export-button').first();
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await open.press('ArrowUp');
    expect(await focused()).toBe('In die Notiz einfügen');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('Bild (PNG)');
    await page.keyboard.press('Escape');
    expect(await open.getAttribute('aria-expanded')).toBe('false');
    expect(await open.evaluate((one) => one === document.activeElement)).toBe(true);
    await open.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.getByRole('menu').count()).toBe(0);
  });
});

describe('doubting a claim', () => {
  const opened = visit(quickPage(openMessage('capacity', { samples: 20 })));
  const claim = (page: Page) => page.locator('.claims-list > li').nth(3);

  it('runs it over new seeds, and keeps the claim in its place on the page', async () => {
    const { page } = opened;
    await awaitEnd(page);
    const attempt = button(claim(page), 'Zu widerlegen versuchen');
    await attempt.scrollIntoViewIfNeeded();
    const top = () => claim(page).evaluate((row) => row.getBoundingClientRect().top);
    const before = await top();
    await press(attempt);
    await awaitText(page, '.claims-list > li:nth-child(4) .refute-progress', /^[2-9] von 20 neuen/);
    expect(Math.abs((await top()) - before)).toBeLessThan(2);
    const tried = await claim(page).locator('.seed-mark').count();
    expect(tried).toBeGreaterThanOrEqual(2);
  });

  it('stops when asked to; what was found stands', async () => {
    const { page } = opened;
    await press(button(claim(page), 'Abbrechen'));
    await button(claim(page), 'Noch 20 Startwerte').waitFor();
    const marks = await claim(page).locator('.seed-mark').count();
    const progress = await claim(page).locator('.refute-progress').textContent();
    expect(progress).toMatch(new RegExp(`^${marks} von ${marks} neuen Startwerten`));
    expect(await claim(page).locator('.refute-verdict').textContent()).toMatch(/iderlegt/);
    await claim(page).locator('.value-table summary').press('Enter');
    await page.waitForFunction(
      (count) => document.querySelectorAll('.refute-result tbody tr').length === count,
      marks,
    );
  });

  it('shows the run that is worst for it', async () => {
    const { page } = opened;
    const worst = (await claim(page).locator('.refute-worst p').textContent()) ?? '';
    const seed = Number(/Startwert (\d+)/.exec(worst)?.[1]);
    expect(seed).toBeGreaterThan(0);
    await press(button(claim(page), 'Diesen Lauf zeigen'));
    await page.waitForFunction(
      (wanted) => JSON.parse(sessionStorage.getItem('state') ?? '{}').seed === wanted,
      seed,
    );
    expect((await savedState(page)).params.samples).toBe(100);
    await awaitEnd(page);
    await awaitText(page, '.claims-list > li:nth-child(4) .claim-verdict', /^trifft/);
  });
});

describe('sweeping a setting', () => {
  const opened = visit(quickPage(openMessage('capacity', { samples: 20 })));

  it('gives a chart over the values, with its table', async () => {
    const { page } = opened;
    await awaitEnd(page);
    await page.locator('.sweep > summary').press('Enter');
    const count = page.getByRole('textbox', { name: 'Anzahl der Werte' });
    await count.fill('3');
    await count.press('Enter');
    await awaitText(page, '.sweep-preview', /^Werte: 1 · 9 · 12$/);
    await press(button(page, 'Durchfahren'));
    await awaitText(page, '.sweep-progress', /^3 von 3 Läufen fertig/);
    await page.locator('.sweep .value-table summary').press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('.sweep tbody tr').length === 3);
    const places = await page.locator('.sweep tbody th').allTextContents();
    expect(places).toEqual(['1', '9 (jetzt)', '12']);
    expect(await textOf(page, '.sweep tbody td')).toMatch(/^\d,\d/);
  });

  it('runs with the value that is picked', async () => {
    const { page } = opened;
    await press(button(page.locator('.sweep-values'), '12'));
    await awaitText(page, '.sweep-picked', /Gezeigter Grad = 12/);
    await press(button(page, 'Mit diesem Wert laufen lassen'));
    await awaitValue(page, 'degree', '12');
    await awaitSaved(page, 'degree', 12);
    await awaitText(page, '.sweep-values [aria-pressed=true]', /^12 \(jetzt\)$/);
    await awaitEnd(page);
  });

  it('says what cannot be swept', async () => {
    const { page } = opened;
    const to = page.getByRole('textbox', { name: 'bis', exact: true });
    await to.fill('40');
    await to.press('Enter');
    await awaitText(page, '.sweep-notes .control-problem', /1 bis 12/);
    await page.getByRole('button', { name: 'Durchfahren', disabled: true }).waitFor();
  });
});

describe('writing into the note', () => {
  const degrees = { param: 'degree', values: [12, 1, 9, 40] };
  const order = { ...openMessage('capacity', { samples: 20 }), sweep: degrees };
  const opened = visit(quickPage(order));

  it('sweeps what the note asks for as soon as there are pictures, without what is not allowed', async () => {
    const { page } = opened;
    await awaitText(page, '.notice', /40.*1.*12/);
    await awaitText(page, '.sweep-preview', /^Werte: 12 · 1 · 9$/);
    await awaitText(page, '.sweep-progress', /^3 von 3 Läufen fertig/);
    await page.waitForFunction(() => {
      const { top } = document.querySelector('.sweep')!.getBoundingClientRect();
      return top >= 0 && top < window.innerHeight;
    });
    const values = await page.locator('.sweep-values button').allTextContents();
    expect(values.map((value) => Number.parseInt(value, 10))).toEqual([12, 1, 9]);
  });

  it('asks for its settings to be kept, with the sweep', async () => {
    const { page } = opened;
    await press(button(page, 'In der Notiz merken'));
    const { params, ...asked } = await awaitPosted(page, 'keepRequested', 0);
    expect(params).toMatchObject({ samples: 20 });
    expect(asked).toMatchObject({ experimentId: 'capacity', seed: 1, sweep: { param: 'degree' }, origin });
    expect(asked.sweep?.values).toEqual([12, 1, 9]);
  });

  it('asks for a picture to be inserted, with the claims that were judged', async () => {
    const { page } = opened;
    await awaitEnd(page);
    const title = await textOf(page, '.stage .view h3');
    await press(button(figure(page, title), /^Speichern/));
    await page.getByRole('menuitem', { name: 'In die Notiz einfügen' }).press('Enter');
    const { content, claims, ...asked } = await awaitPosted(page, 'insertRequested', 0);
    expect(asked).toMatchObject({
      experimentId: 'capacity',
      figureTitle: title,
      format: 'svg',
      seed: 1,
      origin,
    });
    expect(asked.fileName).toMatch(/^capacity-.*-seed1\.svg$/);
    expect((await readSvg(page, content)).title).toBe(title);
    const judged = page.locator(
      '.claims-list > li:is([data-verdict=holds], [data-verdict=fails], [data-verdict=deviates])',
    );
    expect(claims).toHaveLength(await judged.count());
  });
});

describe('a training that blows up', () => {
  const opened = visit(quickPage(openMessage('weight-decay', { steps: 200, hiddenUnits: 4 })));
  const notice = '.divergence-box';

  it('is named with step, norm and cause, and stops alone', async () => {
    const { page } = opened;
    await awaitEnd(page);
    expect(await page.locator(notice).isVisible()).toBe(false);
    await press(button(page, 'Zu große Schritte'));
    await awaitSaved(page, 'strongestPenalty', 2);
    await page.locator(notice).waitFor();
    await awaitEnd(page);
    expect(await textOf(page, '.divergence-list li:last-child')).toMatch(/α = 2.*\d/);
    expect(await textOf(page, `${notice} > p`)).toMatch(/Lernrate/);
    expect(await textOf(page, '.divergence-spoken')).toMatch(/α = 2/);
    const others = await page.locator('.divergence-list li').count();
    expect(others).toBeLessThan(3);
  });

  it('is not named at a frame before it blew up', async () => {
    const { page } = opened;
    await press(button(page, 'Zum Anfang'));
    await awaitFrame(page, 0);
    await page.locator(notice).waitFor({ state: 'hidden' });
    await press(button(page, 'Bis zum Ende rechnen'));
    await page.locator(notice).waitFor();
  });

  it('leads to the experiment on what helps', async () => {
    const { page } = opened;
    await page.locator(`${notice} .link-button`).press('Enter');
    await awaitText(page, 'h1', /Gradient Clipping/);
    await page.locator(notice).waitFor({ state: 'hidden' });
  });
});

describe('looking up a term', () => {
  const opened = visit(quickPage(shortDecay));
  const popover = '.term-popover';

  it('asks the host with the texts on the page, and underlines what is defined', async () => {
    const { page } = opened;
    await awaitEnd(page);
    const terms = await defineTerms(page, {
      Overfitting: '<p>Das Modell lernt das <strong>Rauschen</strong> mit.</p>',
      Kapazität: '<p>Was ein Modell ausdrücken kann.</p>',
    });
    expect(terms).toHaveLength(2);
    await page.locator('.term').nth(1).waitFor();
    expect((await page.locator('.term').allTextContents()).sort()).toEqual(['Kapazität', 'Overfitting']);
  });

  it('shows the definition on hover, also while the pointer is on it, and Escape closes it', async () => {
    const { page } = opened;
    const term = page.getByRole('button', { name: 'Overfitting' });
    await term.hover();
    await awaitText(page, `${popover} .term-definition`, /Rauschen mit/);
    await page.locator(`${popover} .term-definition`).hover();
    expect(await term.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Escape');
    await page.locator(popover).waitFor({ state: 'detached' });
    expect(await term.getAttribute('aria-expanded')).toBe('false');
  });

  it('shows the definition when the term gets the focus, and leads to the note', async () => {
    const { page } = opened;
    await page.mouse.move(0, 0);
    const term = page.getByRole('button', { name: 'Kapazität' });
    await page.keyboard.press('Tab');
    await term.focus();
    await awaitText(page, `${popover} .term-definition`, /ausdrücken kann/);
    const before = (await posted(page, 'originRequested')).length;
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect((await awaitPosted(page, 'originRequested', before)).origin).toEqual(origin);
    await page.keyboard.press('Escape');
    await page.locator(popover).waitFor({ state: 'detached' });
    expect(await term.evaluate((one) => one === document.activeElement)).toBe(true);
  });

  it('runs nothing that a definition brings along', async () => {
    const { page } = opened;
    await page.evaluate(() => {
      document.addEventListener('error', () => document.body.setAttribute('data-tried', ''), true);
    });
    const hostile =
      '<p>Harmlos</p><script>document.body.dataset.hurt = "script"</script>' +
      '<img src="/missing.png" onerror="document.body.dataset.hurt = \'image\'">' +
      '<iframe srcdoc="<script>parent.document.body.dataset.hurt = 1</script>"></iframe>';
    await defineTerms(page, { Kapazität: hostile });
    // It is shown again only when it is opened again.
    await page.locator('.term').first().hover();
    await awaitText(page, `${popover} .term-definition`, /Harmlos/);
    await page.waitForFunction(() => 'tried' in document.body.dataset);
    expect(await page.evaluate(() => document.body.dataset.hurt)).toBeUndefined();
    // The browser says what it has blocked; anything else would be news.
    const others = opened.problems.filter((problem) => !/Content Security Policy|404/.test(problem));
    expect(others).toEqual([]);
    opened.problems.length = 0;
  });
});
