// Programs of ours that run in Node from their TypeScript source: bundled on the fly, in a fraction of a second.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import esbuild from 'esbuild';
import { common, texFontAsMathJaxDefault, withoutKatex } from '../build.mjs';
import { root } from './project.mjs';

/**
 * @param {string} entry below the root, `src/cli/main.ts`
 * @param {string} folder below the root, for the result
 * @param {import('esbuild').BuildOptions} [options] in addition to those of the extension's host
 * @returns {Promise<string>} the finished file: a CommonJS module, absolute
 */
export async function bundleCommandLine(entry, folder, options = {}) {
  const name = basename(entry).replace(/\.ts$/, '.cjs');
  const { outputFiles } = await esbuild.build({
    ...common,
    entryPoints: [entry],
    outfile: join(folder, name),
    platform: 'node',
    format: 'cjs',
    minify: false,
    plugins: [texFontAsMathJaxDefault, withoutKatex],
    ...options,
    write: false,
  });
  const file = join(root, folder, name);
  // Under a name of its own first: somebody may be running the same program at this moment.
  const unfinished = `${file}.${process.pid}`;
  mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(unfinished, outputFiles?.[0]?.contents ?? '');
  renameSync(unfinished, file);
  return file;
}
