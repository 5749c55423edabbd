import { defineConfig } from 'vitest/config';

/** Tests through the real interface: VS Code in a browser, with mouse and keyboard. `npm test`, last part. */
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'],
    testTimeout: 90_000,
    hookTimeout: 180_000,
    // One browser at a time: what is measured is the lab, not the crowd.
    fileParallelism: false,
    // The tests of a file are steps of one visit.
    sequence: { shuffle: false },
    reporters: ['verbose'],
  },
});
