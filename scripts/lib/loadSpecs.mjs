// Specs of experiments, for scripts: bundled and run as they are on disk now.
import { join } from 'node:path';
import { root } from './project.mjs';

/** @typedef {import('../../src/experiments/kit/experiment').ExperimentSpec} Spec */

/**
 * Loads specs without writing anything.
 * @param {readonly string[]} ids
 * @returns {Promise<readonly Spec[]>}
 */
export async function loadSpecs(ids) {
  // Imported here: the lists of experiments can be written before anything is installed.
  const { default: esbuild } = await import('esbuild');
  const names = ids.map((id, index) => `import { spec as spec${index} } from './${id}/spec';`);
  const list = `export const specs = [${ids.map((_, index) => `spec${index}`).join(', ')}];`;
  const { outputFiles } = await esbuild.build({
    stdin: { contents: [...names, list].join('\n'), resolveDir: join(root, 'src/experiments'), loader: 'ts' },
    bundle: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'silent',
    write: false,
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? '').toString('base64');
  return (await import(`data:text/javascript;base64,${code}`)).specs;
}
