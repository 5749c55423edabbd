// Installs the built extension into an extensions folder, as unpacking its .vsix would.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { manifest, root } from './project.mjs';

/**
 * What ships, read from the allow-list in .vscodeignore. It knows two forms: `!name` or `!folder/**` ships it, a later
 * `folder/**` leaves a part of it out.
 * @returns {{ shipped: readonly string[], left: readonly string[] }} paths relative to the root
 */
function shippedPaths() {
  const rules = readFileSync(join(root, '.vscodeignore'), 'utf8')
    .split('\n')
    .map((line) => line.trim().replace(/\/\*\*$/, ''))
    .filter((line) => line !== '' && line !== '**' && !line.startsWith('#'));
  return {
    shipped: rules.filter((rule) => rule.startsWith('!')).map((rule) => rule.slice(1)),
    left: rules.filter((rule) => !rule.startsWith('!')).map((rule) => join(root, rule)),
  };
}

/** Without these the extension would be there and do nothing, or half of it. */
const necessary = [
  'dist/extension.js',
  'dist/formulaRenderer.js',
  'dist/webview/de/main.js',
  'dist/webview/en/main.js',
  'dist/webview/worker.js',
];

/**
 * Replaces whatever version of the extension is there.
 * @param {string} extensionsFolder
 * @returns {string} the folder that the extension was copied to
 */
export function installExtension(extensionsFolder) {
  const id = `${manifest.publisher}.${manifest.name}`;
  const folderName = `${id}-${manifest.version}`;
  const folder = join(extensionsFolder, folderName);
  rmSync(extensionsFolder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { shipped, left } = shippedPaths();
  for (const path of shipped.filter((path) => existsSync(join(root, path)))) {
    cpSync(join(root, path), join(folder, path), {
      recursive: true,
      filter: (source) => !left.includes(source),
    });
  }
  const missing = necessary.find((path) => !existsSync(join(folder, path)));
  if (missing)
    throw new Error(`The extension is not built: ${missing} is missing. Run \`npm run build\` first.`);
  const entry = {
    identifier: { id },
    version: manifest.version,
    location: { $mid: 1, path: pathToFileURL(folder).pathname, scheme: 'file' },
    relativeLocation: folderName,
  };
  writeFileSync(join(extensionsFolder, 'extensions.json'), JSON.stringify([entry]));
  return folder;
}
