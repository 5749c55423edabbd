// Where things are in this project.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder, absolute. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** The vault that ships with the extension. */
export const sampleVault = join(root, 'media/sample-vault');

/** Tools, servers and their data: ignored by git, safe to delete at any time. */
export const toolFolder = join(root, '.vscode-test');

/** Reports and screenshots of test runs. */
export const resultFolder = join(root, 'test-results');

/** The manifest: name, version and publisher of the extension, and the patterns of what ships. */
export const manifest =
  /** @type {{ name: string, publisher: string, version: string, files: readonly string[] }} */ (
    JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  );
