// The extension as readers get it, as a folder: what `vsce` packs, and what a VS Code for tests has in its extensions folder.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { manifest, root } from './project.mjs';
import { vsixReadme } from './vsixReadme.mjs';

/** What of package.json says how the extension is made, and nothing about what it is. */
const ofTheRepository = ['private', 'scripts', 'dependencies', 'devDependencies'];

/** Without these the extension would be there and do nothing, or half of it. */
const necessary = [
  'dist/extension.js',
  'dist/web/extension.js',
  'dist/formulaRenderer.js',
  'dist/exportNote.js',
  'dist/exportAssets.json',
  'dist/preview/preview.js',
  'dist/preview/preview.css',
  'dist/webview/de/main.js',
  'dist/webview/en/main.js',
  'dist/webview/worker.js',
  'dist/THIRD-PARTY-NOTICES.txt',
];

/**
 * What ships, by the rules in .vscodeignore: the last one that a path fits decides, and one that begins with `!` ships it.
 * @returns {Promise<readonly string[]>} paths below the root, with slashes
 */
export async function shippedFiles() {
  // Imported here: before the installation it is not there.
  const { default: picomatch } = await import('picomatch');
  const rules = readFileSync(join(root, '.vscodeignore'), 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ ships: line.startsWith('!'), pattern: line.replace(/^!/, '') }));
  const matchers = rules.map(({ ships, pattern }) => ({ ships, fits: picomatch(pattern, { dot: true }) }));
  const folders = new Set(
    rules
      .filter(({ ships }) => ships)
      .map(({ pattern }) => (pattern.includes('/') ? pattern.split('/')[0] : '.')),
  );
  return [...folders]
    .flatMap((folder) => filesBelow(folder ?? '.'))
    .filter((path) => matchers.findLast(({ fits }) => fits(path))?.ships);
}

/**
 * @param {string} folder below the root; of the root itself, `.`, the files alone
 * @returns {readonly string[]}
 */
function filesBelow(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: folder !== '.', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/'))
    .map((path) => path.replace(/^\//, ''));
}

/**
 * Writes what ships into a folder of its own. Only two files differ from those of the repository: the manifest and the README.
 * @param {string} folder is made anew
 */
export async function writeExtension(folder) {
  rmSync(folder, { recursive: true, force: true });
  for (const path of await shippedFiles()) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(root, path), join(folder, path));
  }
  const missing = necessary.find((path) => !existsSync(join(folder, path)));
  if (missing)
    throw new Error(`The extension is not built: ${missing} is missing. Run \`npm run build\` first.`);
  writeFileSync(join(folder, 'package.json'), shippedManifest());
  writeFileSync(join(folder, 'README.md'), vsixReadme(readFileSync(join(root, 'README.md'), 'utf8')));
}

/** @returns {string} package.json without what belongs to the repository */
function shippedManifest() {
  const entries = Object.entries(manifest).filter(([key]) => !ofTheRepository.includes(key));
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

/**
 * Replaces whatever extensions are there by the one that is built here, as unpacking its .vsix would.
 * @param {string} extensionsFolder
 */
export async function installExtension(extensionsFolder) {
  const id = `${manifest.publisher}.${manifest.name}`;
  const folderName = `${id}-${manifest.version}`;
  rmSync(extensionsFolder, { recursive: true, force: true });
  await writeExtension(join(extensionsFolder, folderName));
  register(extensionsFolder, { id, version: manifest.version, folderName });
}

/**
 * Installs another extension beside those that are there.
 * @param {string} extensionsFolder
 * @param {string} source folder with its `package.json` and all that it needs
 */
export function installOther(extensionsFolder, source) {
  const { publisher, name, version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
  const folderName = `${publisher}.${name}-${version}`;
  cpSync(source, join(extensionsFolder, folderName), { recursive: true });
  register(extensionsFolder, { id: `${publisher}.${name}`, version, folderName });
}

/**
 * VS Code looks at extensions that are in its list only.
 * @param {string} extensionsFolder
 * @param {{ id: string, version: string, folderName: string }} extension
 */
function register(extensionsFolder, { id, version, folderName }) {
  const list = join(extensionsFolder, 'extensions.json');
  const known = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
  const path = pathToFileURL(join(extensionsFolder, folderName)).pathname;
  const location = { $mid: 1, path, scheme: 'file' };
  const entry = { identifier: { id }, version, location, relativeLocation: folderName };
  writeFileSync(list, JSON.stringify([...known, entry]));
}
