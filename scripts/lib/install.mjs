// Installs the project's dependencies when they are missing or not the locked ones.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';
import { runNpm } from './subprocess.mjs';

/** @typedef {{ version?: string, optional?: boolean, devOptional?: boolean }} LockedPackage */

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage>} packages by folder
 */
function readLock(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/**
 * Compares contents, not times: a checkout or a copy changes times without changing what is installed.
 * @returns {boolean} whether node_modules holds exactly the locked versions
 */
export function isInstalled() {
  const installedLock = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installedLock)) return false;
  const installed = readLock(installedLock);
  return Object.entries(readLock(join(root, 'package-lock.json'))).every(
    ([folder, { version, optional, devOptional }]) =>
      folder === '' || optional || devOptional || installed[folder]?.version === version,
  );
}

/** @param {(line: string) => void} [log] */
export async function install(log = console.log) {
  if (isInstalled()) return;
  log('Installing dependencies (npm ci, about half a minute) …');
  await runNpm('npm ci', ['ci'], { cwd: root, log });
}
