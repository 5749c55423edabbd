// The vaults that are measured: generated ones, and a real one where there is one.
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from './project.mjs';
import { run } from './subprocess.mjs';

/** How many notes the generated vaults have. */
export const generatedSizes = /** @type {const} */ ([1_000, 10_000]);

/**
 * @typedef {object} BenchVault
 * @property {string} name `real`, or how many notes it has
 * @property {string} folder absolute
 */

/** @returns {string | undefined} a folder or `.tar.gz` with the real vault */
function realVaultSource() {
  const archive = resolve(root, '../shared/vaults/digitalyoshixi__zettelkasten.tar.gz');
  return process.env.LECTURE_LAB_BENCH_VAULT ?? (existsSync(archive) ? archive : undefined);
}

/**
 * Makes all vaults below a folder.
 * @param {string} folder
 * @param {string} generator the program that writes a vault
 * @param {(line: string) => void} log
 * @returns {Promise<readonly BenchVault[]>} the real one last
 */
export async function makeVaults(folder, generator, log) {
  const vaults = [];
  for (const size of generatedSizes) {
    const target = join(folder, String(size));
    await run(`Generating ${size} notes`, process.execPath, [generator, target, String(size)], { log });
    vaults.push({ name: String(size), folder: target });
  }
  const source = realVaultSource();
  if (source === undefined) {
    log('No real vault: LECTURE_LAB_BENCH_VAULT may name a folder or a .tar.gz. Its goals are left out.');
    return vaults;
  }
  return [...vaults, { name: 'real', folder: await unpacked(source, join(folder, 'real'), log) }];
}

/**
 * @param {string} source
 * @param {string} target
 * @param {(line: string) => void} log
 */
async function unpacked(source, target, log) {
  if (!source.endsWith('.tar.gz')) return resolve(source);
  mkdirSync(target);
  await run('Unpacking the real vault', 'tar', ['xzf', source, '-C', target], { log });
  const [only, ...others] = readdirSync(target);
  return only !== undefined && others.length === 0 ? join(target, only) : target;
}
