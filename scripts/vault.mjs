// `npm run vault -- report DIR` and its siblings: the note language's core on the command line.
import { createRequire } from 'node:module';
import { install } from './lib/install.mjs';

// Standard output belongs to the answer.
await install(console.error);
const { bundleCommandLine } = await import('./lib/commandLineBundle.mjs');
const { exportAssets } = await import('./lib/exportAssets.mjs');
/** @typedef {() => Promise<import('../src/export/exportAssets').ExportAssets>} AssetsOf */
/** @type {{ main: (args: readonly string[], folder: string, assetsOf: AssetsOf) => Promise<number> }} */
const { main } = createRequire(import.meta.url)(await bundleCommandLine('src/cli/main.ts', 'out/cli'));
// npm starts scripts in the project's folder; relative paths are meant from where its user is.
const folder = process.env.npm_lifecycle_event === 'vault' ? process.env.INIT_CWD : undefined;
process.exitCode = await main(process.argv.slice(2), folder ?? process.cwd(), exportAssets);
