// `npm run check`: everything that needs neither VS Code nor a browser. Under 20 seconds.
import { pathToFileURL } from 'node:url';
import { install } from './lib/install.mjs';
import { inColour, part, runTool, runVitest } from './lib/parts.mjs';
import { typecheck } from './lib/typecheck.mjs';

/** @returns {Promise<readonly import('./lib/parts.mjs').PartResult[]>} */
export async function check() {
  const quick = [
    await part('generated files', () => runTool('scripts/gen.mjs', ['--check'])),
    await part('lint and format', () =>
      runTool('node_modules/@biomejs/biome/bin/biome', ['ci', `--colors=${inColour ? 'force' : 'off'}`]),
    ),
  ];
  // These two take the time; together they use two cores.
  const slow = await Promise.all([
    part('types', typecheck),
    part('unit tests and dependency rules', () => runVitest('unit', [])),
  ]);
  return [...quick, ...slow];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await install();
  const results = await check();
  process.exitCode = results.some(({ failed }) => failed > 0) ? 1 : 0;
}
