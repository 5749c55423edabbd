// The files of the vaults that ship. The extension cannot list its own folders on the web.
import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './project.mjs';

/** Folders below `media`, one a language. */
const vaults = ['sample-vault', 'sample-vault-en'];

/** @returns {Record<string, readonly string[]>} paths below each vault's folder, with `/`, sorted; folders that are not there are left out */
export function sampleVaultFiles() {
  const there = vaults.filter((vault) => existsSync(join(root, 'media', vault)));
  return Object.fromEntries(there.map((vault) => [vault, filesBelow(join(root, 'media', vault))]));
}

/** @param {string} folder absolute */
function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}
