// `npm run package`: builds the extension and packs it into out/lecture-lab-<version>.vsix.
import { rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeExtension } from './lib/extensionFolder.mjs';
import { install } from './lib/install.mjs';
import { manifest, root } from './lib/project.mjs';
import { run } from './lib/subprocess.mjs';

const stage = join(root, 'out/package');

/** The file that `npm run package` makes, absolute. */
export const vsixFile = join(root, 'out', `${manifest.name}-${manifest.version}.vsix`);

/**
 * Packs what is built. `vsce` checks manifest and README, and looks for secrets.
 * @param {(line: string) => void} [log]
 */
export async function packVsix(log = console.log) {
  await writeExtension(stage);
  try {
    // There is no repository address yet that links could be made absolute with; the README needs none.
    const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
    const vsce = join(root, 'node_modules/@vscode/vsce/vsce');
    const args = [vsce, 'package', ...options, '--out', vsixFile];
    log(await run('Packing', process.execPath, args, { cwd: stage, log }));
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await install();
  const { build } = await import('./build.mjs');
  await build();
  await packVsix();
  console.log(`${relative(root, vsixFile)}: ${(statSync(vsixFile).size / 1e6).toFixed(2)} MB`);
}
