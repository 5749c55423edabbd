import { defineConfig } from 'vitest/config';

/** Tests that train to the end or need a browser: `npm test`, after the quick ones. */
export default defineConfig({
  test: {
    include: ['test/**/*.slow.test.ts', 'test/webgl/**/*.test.ts'],
    exclude: ['test/vscode/**', 'test/e2e/**'],
    testTimeout: 300_000,
    hookTimeout: 120_000,
    // Training and software WebGL use every core by themselves; side by side the measured times would mean nothing.
    fileParallelism: false,
    server: { deps: { inline: [/@tensorflow\/tfjs-(core|backend)/] } },
  },
});
