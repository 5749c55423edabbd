import { defineConfig } from 'vitest/config';
import quick from './vitest.config';

/** The fuzzing of what users rely on, run as the quick tests are: `npm test`, and `npm run reliability` in its nightly size. */
export default defineConfig({
  ...quick,
  test: { ...quick.test, include: ['test/reliability/*.test.ts'], exclude: ['**/*.slow.test.ts'] },
});
