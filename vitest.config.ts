import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Quick tests: `npm run check`. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The tests share no state that one could spoil for another; a fresh set of modules for each file costs a third of the time.
    isolate: false,
    maxWorkers: Math.max(2, availableParallelism()),
    // What was transformed for one run serves the next: most of it is tfjs.
    experimental: { fsModuleCache: true },
    // KaTeX says so of every letter that its fonts or LaTeX lack, and formulas of any kind have thousands.
    onConsoleLog: (line) => !/No character metrics|LaTeX-incompatible/.test(line),
    // A guard against hangs, not a measure of speed: a busy machine is no failure.
    testTimeout: 60_000,
    exclude: ['**/*.slow.test.ts', 'test/vscode/**', 'test/e2e/**', 'test/webgl/**', 'test/reliability/**'],
    // tfjs' modules are ES modules in packages that do not say so: Node cannot import them, Vite can.
    server: { deps: { inline: [/@tensorflow\/tfjs-(core|backend)/] } },
  },
});
