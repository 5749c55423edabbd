// Where claims are measured: in this process, or in a page of headless Chromium.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromiumFlags, ensureChromium } from './chromium.mjs';
import { bundleCommandLine } from './commandLineBundle.mjs';

/** @typedef {typeof import('../../src/experiments/claimsProgram')} ClaimsProgram */
/** @typedef {(experimentId: string, seed: number) => Promise<readonly number[]>} Measure numbers in the order of the claims */
/** @typedef {{ renderer: string, measure: Measure, close: () => Promise<void> }} Measurer */

const source = 'src/experiments/claimsProgram.ts';
const folder = 'out/claims';

/** @returns {Promise<ClaimsProgram>} the program in this process, no backend started yet */
export async function loadClaimsProgram() {
  return createRequire(import.meta.url)(await bundleCommandLine(source, folder));
}

/**
 * @param {ClaimsProgram} program
 * @returns {Promise<Measurer>} plain JavaScript in this process
 */
export async function measureOnCpu(program) {
  return {
    renderer: await program.startBackend('cpu'),
    measure: async (experimentId, seed) => program.measure(experimentId, seed),
    close: async () => {},
  };
}

/**
 * @param {(line: string) => void} log told before Chromium is installed
 * @returns {Promise<Measurer>} WebGL 2 in a page that talks to nobody
 */
export async function measureInChromium(log) {
  const { chromium } = await import('playwright-core');
  const options = { platform: 'browser', format: 'iife', globalName: 'claimsProgram' };
  const file = await bundleCommandLine(
    source,
    `${folder}/page`,
    /** @type {import('esbuild').BuildOptions} */ (options),
  );
  const browser = await chromium.launch({ executablePath: ensureChromium(log), args: [...chromiumFlags] });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: readFileSync(file, 'utf8') });
    /** @type {import('playwright-core').JSHandle<ClaimsProgram>} */
    const program = await page.evaluateHandle('claimsProgram');
    return {
      renderer: await program.evaluate((loaded) => loaded.startBackend('webgl')),
      measure: (experimentId, seed) =>
        program.evaluate(
          (loaded, [id, number]) => loaded.measure(id, number),
          /** @type {const} */ ([experimentId, seed]),
        ),
      close: () => browser.close(),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
