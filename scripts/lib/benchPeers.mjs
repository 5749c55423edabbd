// The language service that we are compared with: packages in a folder of their own, never among the project's.
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installEmbeddedVscode } from './embeddedVscode.mjs';
import { toolFolder } from './project.mjs';
import { runNpm } from './subprocess.mjs';

/** The package of the peer. */
export const languageService = 'vscode-markdown-languageservice@0.5.0';

const packages = [
  languageService,
  'vscode-languageserver-textdocument@1.0.12',
  'vscode-uri@3.2.0',
  'markdown-it@14.3.3',
];

/** The language service runs on this Node and later. */
const oldestNode = 22;

/**
 * @typedef {object} Peers
 * @property {string} folder the packages' own
 * @property {string} node executable
 */

/**
 * Installs the packages unless they are there, and finds a Node that runs them.
 * @param {(line: string) => void} log
 * @returns {Promise<Peers | undefined>} `undefined` where they cannot be had; the log says why
 */
export async function findPeers(log) {
  try {
    const node =
      Number.parseInt(process.versions.node, 10) >= oldestNode
        ? process.execPath
        : (await installEmbeddedVscode(log)).node;
    return { folder: await installPeers(log), node };
  } catch (error) {
    log(`The comparison with the language service is left out: ${/** @type {Error} */ (error).message}`);
    return undefined;
  }
}

/** @param {(line: string) => void} log */
async function installPeers(log) {
  const folder = join(toolFolder, `bench-peers-${packages[0]}`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}-${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  // A manifest of its own: without one npm would install into the project.
  writeFileSync(join(unfinished, 'package.json'), '{ "private": true }\n');
  try {
    const args = ['install', '--ignore-scripts', '--no-save', '--engine-strict=false', ...packages];
    await runNpm('Installing the language service', args, { cwd: unfinished, log });
    renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return folder;
}
