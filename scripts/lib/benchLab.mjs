// `npm run bench -- --lab`: how fast the lab trains and shows, beside TensorFlow.js and plain JavaScript, in headless Chromium.
import { readFileSync } from 'node:fs';
import esbuild from 'esbuild';
import { bundles } from '../build.mjs';
import { judgeAll, median, ratio } from './benchGoals.mjs';
import { measurePage } from './benchLabPage.mjs';
import { chromiumFlags, ensureChromium } from './chromium.mjs';
import { bundleCommandLine } from './commandLineBundle.mjs';
import { limits, sizesOf } from './sizes.mjs';

/** @typedef {import('./benchGoals.mjs').Round} Round */
/** @typedef {import('./benchGoals.mjs').Figures} Figures */
/** @typedef {import('./benchGoals.mjs').Definition} Definition */
/** @typedef {typeof import('../../bench/lab/page')} Program */
/** @typedef {import('playwright-core').JSHandle<Program>} Page the program in a page of its own */
/** @typedef {{ renderer: string, chromium: string }} Browser what the lab ran in */

/** How long a contestant works in each round. */
const CHUNK_MILLISECONDS = 1000;

/** Whose weights are compared, after how many steps; sums in another order part by less than this. */
const AGREEMENT = { sweep: { steps: 20, most: 1e-4 }, large: { steps: 5, most: 1e-4 } };

/** Each in a browser of its own: what one has compiled, the next would find in the browser's cache. */
const FIRST_STEPS = ['sweep/ours', 'single/tfjs', 'sweep/tfjs, batched'];

const FRAMES_OF_AN_EXPERIMENT = 3;

/**
 * @template T
 * @param {(line: string) => void} log
 * @param {(browser: import('playwright-core').Browser) => Promise<T>} use
 */
async function withBrowser(log, use) {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath: ensureChromium(log), args: [...chromiumFlags] });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} script
 * @returns {Promise<Page>}
 */
async function openProgram(browser, script) {
  const page = await browser.newPage();
  await page.addScriptTag({ content: script });
  return page.evaluateHandle('labBench');
}

async function bundleProgram() {
  const options = { platform: 'browser', format: 'iife', globalName: 'labBench', minify: true };
  const file = await bundleCommandLine(
    'bench/lab/page.ts',
    'out/bench/lab',
    /** @type {import('esbuild').BuildOptions} */ (options),
  );
  return readFileSync(file, 'utf8');
}

/**
 * Throws where contestants of the same task do not compute the same.
 * @param {ReadonlyMap<string, readonly number[]>} weights by contestant
 */
function checkAgreement(weights) {
  for (const [name, numbers] of weights) {
    const task = /** @type {keyof typeof AGREEMENT} */ (name.split('/')[0]);
    const reference = weights.get(`${task}/ours`) ?? [];
    const differences = numbers.map((number, at) => Math.abs(number - (reference[at] ?? Number.NaN)));
    const largest = Math.max(...differences);
    if (numbers.length !== reference.length || !(largest <= AGREEMENT[task].most)) {
      throw new Error(`${name} does not compute what ${task}/ours computes: weights differ by ${largest}.`);
    }
  }
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} script
 * @param {readonly string[]} names
 * @returns {Promise<ReadonlyMap<string, Page>>} every contestant in a page, trained by some steps
 */
async function openContestants(browser, script, names) {
  /** @type {Map<string, Page>} */
  const pages = new Map();
  /** @type {Map<string, readonly number[]>} */
  const weights = new Map();
  for (const name of names) {
    const page = await openProgram(browser, script);
    await page.evaluate((program, contestant) => program.prepare(contestant), name);
    const { steps } = AGREEMENT[/** @type {keyof typeof AGREEMENT} */ (name.split('/')[0])];
    weights.set(name, await page.evaluate((program, count) => program.weightsAfter(count), steps));
    pages.set(name, page);
  }
  checkAgreement(weights);
  return pages;
}

/**
 * @template T
 * @param {readonly T[]} list
 * @param {number} by
 */
function rotated(list, by) {
  const at = by % Math.max(1, list.length);
  return [...list.slice(at), ...list.slice(0, at)];
}

/**
 * Steps a second of all contestants, in chunks that take turns.
 * @param {import('playwright-core').Browser} browser
 * @param {string} script
 * @param {number} count of rounds
 * @param {(line: string) => void} log
 */
async function measureRates(browser, script, count, log) {
  const first = await openProgram(browser, script);
  const names = await first.evaluate((program) => program.rated);
  const pages = await openContestants(browser, script, names);
  /** @type {Record<string, Figures>[]} */
  const rounds = [];
  for (let number = 0; number < count; number++) {
    /** @type {Record<string, Figures>} */
    const figures = {};
    for (const name of rotated(names, 3 * number)) {
      const stepsASecond = await pages
        .get(name)
        ?.evaluate((program, milliseconds) => program.rate(milliseconds), CHUNK_MILLISECONDS);
      figures[name] = { stepsASecond };
    }
    rounds.push(figures);
    log(`  round ${number + 1}: ${names.length} programs`);
  }
  return rounds;
}

/**
 * What is the same in every round: draws, and what is left on the graphics card.
 * @param {import('playwright-core').Browser} browser
 * @param {string} script
 * @returns {Promise<Round>}
 */
async function countThings(browser, script) {
  /** @type {Record<string, Figures>} */
  const figures = {};
  for (const name of ['sweep/ours', 'single/tfjs', 'sweep/tfjs, batched']) {
    const page = await openProgram(browser, script);
    await page.evaluate((program, contestant) => program.prepare(contestant), name);
    figures[`draws ${name}`] = { draws: await page.evaluate((program) => program.countDraws()) };
  }
  const page = await openProgram(browser, script);
  figures.memory = await page.evaluate((program) => program.watchMemory());
  figures.left = await page.evaluate(
    (program, frames) => program.leftByExperiments(frames),
    FRAMES_OF_AN_EXPERIMENT,
  );
  return figures;
}

/**
 * @param {string} script
 * @param {number} number of the round
 * @param {(line: string) => void} log
 * @returns {Promise<Round>}
 */
async function timeFirstSteps(script, number, log) {
  /** @type {Record<string, Figures>} */
  const figures = {};
  for (const name of rotated(FIRST_STEPS, number)) {
    const ms = await withBrowser(log, async (browser) => {
      const page = await openProgram(browser, script);
      return page.evaluate((program, contestant) => program.timeFirstStep(contestant), name);
    });
    figures[`first step ${name}`] = { ms };
  }
  return figures;
}

/** @returns {Promise<readonly import('./sizes.mjs').Size[]>} of what the lab loads, freshly built and not written */
async function measureSizes() {
  const ofLab = Object.entries(bundles()).filter(([name]) => /^(lab page|training worker)/.test(name));
  const built = await Promise.all(
    ofLab.map(async ([name, options]) => {
      const { metafile } = await esbuild.build({ ...options, write: false });
      if (!metafile) throw new Error(`${name} was built without a list of its files.`);
      return /** @type {const} */ ([name, metafile]);
    }),
  );
  return sizesOf(Object.fromEntries(built));
}

/**
 * @param {string} name
 * @param {string} peer
 * @param {number} limit
 * @param {string} [ours]
 * @returns {Definition}
 */
function faster(name, peer, limit, ours = 'sweep/ours') {
  return {
    ...{ name, unit: 'x', limit, sense: 'at least' },
    of: (round) => ratio(round, ours, peer, ({ stepsASecond }) => stepsASecond),
  };
}

/**
 * @param {string} name
 * @param {string} unit
 * @param {number} limit
 * @param {Definition['of']} of
 * @returns {Definition}
 */
function atMost(name, unit, limit, of) {
  return { name, unit, limit, sense: 'at most', of };
}

/**
 * @param {Figures | undefined} a
 * @param {Figures | undefined} b
 * @returns {number | undefined} by how many tensors and textures they differ
 */
function difference(a, b) {
  return a && b ? Math.abs(a.tensors - b.tensors) + Math.abs(a.textures - b.textures) : undefined;
}

/**
 * @param {Round} round
 * @returns {number | undefined}
 */
function mostLeft({ left }) {
  const counts = Object.values(left ?? {}).map(({ tensors, textures }) => tensors + textures);
  return counts.length > 0 ? Math.max(...counts) : undefined;
}

/**
 * @param {Round} round
 * @param {number} most the limit that it is about
 */
function largestSize({ sizes }, most) {
  const bytes = sizes?.list.flatMap((/** @type {import('./sizes.mjs').Size} */ size) =>
    size.most === most ? [size.bytes] : [],
  );
  return bytes && Math.max(...bytes) / 1000;
}

/** @type {readonly Definition[]} */
const definitions = [
  atMost(
    'draws of a step, three layers, 16 variants',
    'draws',
    16,
    (round) => round['draws sweep/ours']?.draws,
  ),
  atMost('compile and first step / tfjs, one network', 'x', 1 / 3, (round) =>
    ratio(round, 'first step sweep/ours', 'first step single/tfjs', ({ ms }) => ms),
  ),
  faster('16 variants / tfjs, one after another', 'sweep/tfjs, one after another', 18),
  faster('16 variants / tfjs, model.fit', 'sweep/tfjs, model.fit', 18),
  faster('16 variants / an object a neuron', 'sweep/objects', 2),
  faster('large network / tfjs, model.fit', 'large/tfjs, model.fit', 1, 'large/ours'),
  atMost('1,000 steps: change of tensors and textures', 'objects', 0, ({ memory }) =>
    difference(memory?.first, memory?.last),
  ),
  atMost('tensors and textures after a network', 'objects', 0, ({ memory }) =>
    difference(memory?.before, memory?.after),
  ),
  atMost('… after each experiment, the most', 'objects', 0, mostLeft),
  atMost('page: longest task while training', 'ms', 50, ({ page }) => page?.longestTask),
  atMost('page: first painted frame', 'ms', 2000, ({ page }) => page?.firstFrame),
  atMost('page: first painted frame, warm worker', 'ms', 700, ({ page }) => page?.warmFrame),
  atMost('page: draws of a picture a paint', 'draws', 1, ({ page }) => page?.drawsAPaint),
  atMost('page: last draw after the last frame', 'ms', 250, ({ page }) => page?.drawnAfterEnd),
  atMost('size: page', 'kB', limits.page / 1000, (round) => largestSize(round, limits.page)),
  atMost('size: worker', 'kB', limits.worker / 1000, (round) => largestSize(round, limits.worker)),
  atMost('size: largest experiment', 'kB', limits.experiment / 1000, (round) =>
    largestSize(round, limits.experiment),
  ),
];

/**
 * Figures without a goal, for who reads the table.
 * @param {readonly Round[]} rounds
 * @returns {readonly string[]} lines of text
 */
export function labDetails(rounds) {
  return [...rateLines(rounds), ...firstStepLines(rounds), ...drawLines(rounds), ...pageLines(rounds)];
}

/** @param {readonly number[]} values */
function spread(values) {
  const [least, middle, most] = [Math.min(...values), median(values), Math.max(...values)].map((value) =>
    value < 10 ? value.toFixed(2) : value.toFixed(0),
  );
  return `${middle} (${least} to ${most})`;
}

/** @param {readonly Round[]} rounds */
function rateLines(rounds) {
  const names = Object.keys(rounds[0] ?? {}).filter((name) => rounds[0]?.[name]?.stepsASecond !== undefined);
  return [
    'Steps a second, summed over all networks:',
    ...names.toSorted().map((name) => rateLine(rounds, name)),
  ];
}

/**
 * @param {readonly Round[]} rounds
 * @param {string} name
 */
function rateLine(rounds, name) {
  const rates = rounds.map((round) => round[name]?.stepsASecond);
  const ours = `${name.split('/')[0]}/ours`;
  const quotient = median(rounds.map((round) => round[ours]?.stepsASecond / round[name]?.stepsASecond));
  return `  ${name.padEnd(32)} ${spread(rates).padEnd(26)} ours is ${quotient.toFixed(2)} times as fast`;
}

/** @param {readonly Round[]} rounds */
function firstStepLines(rounds) {
  return FIRST_STEPS.map((name) => {
    const times = rounds.map((round) => round[`first step ${name}`]?.ms);
    return `First step of ${name}: ${spread(times)} ms`;
  });
}

/** @param {readonly Round[]} rounds */
function drawLines([first]) {
  return Object.entries(first ?? {})
    .filter(([name]) => name.startsWith('draws '))
    .map(([name, { draws }]) => `Draws of a step of ${name.slice('draws '.length)}: ${draws}`);
}

/** @param {readonly Round[]} rounds */
function pageLines(rounds) {
  /** @param {string} figure */
  const of = (figure) => spread(rounds.map(({ page }) => page?.[figure]));
  return [
    `Page: longest task of all, loading included ${of('longestTaskOfAll')} ms, frames recorded a second ${of('framesASecond')}, paints a second ${of('paintsASecond')}`,
  ];
}

/**
 * @param {number} count of rounds
 * @param {(line: string) => void} log
 */
export async function benchLab(count, log) {
  const script = await bundleProgram();
  const sizes = { list: await measureSizes() };
  const { browser, counted, rates } = await withBrowser(log, async (opened) => {
    const first = await openProgram(opened, script);
    const renderer = await first.evaluate((program) => program.renderer());
    return {
      browser: { renderer, chromium: opened.version() },
      counted: await countThings(opened, script),
      rates: await measureRates(opened, script, count, log),
    };
  });
  /** @type {Round[]} */
  const rounds = [];
  for (const [number, figures] of rates.entries()) {
    const firstSteps = await timeFirstSteps(script, number, log);
    rounds.push({ ...counted, ...figures, ...firstSteps, page: await measurePage(), sizes });
    log(`  round ${number + 1}: first steps, page`);
  }
  return { browser, rounds, goals: judgeAll(definitions, rounds), details: labDetails(rounds) };
}
