import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumFlags } from '../../scripts/lib/chromium.mjs';
import type { Optimizer } from '../../src/experiments/kit/tensor/network';
import { bundle, openPage } from './chromiumLab';

type Functions = {
  compareBackends(): Promise<Readonly<Record<string, number>>>;
  countSteps(
    optimizer: Optimizer,
  ): Promise<{ readonly draws: number; readonly grown: number; readonly left: number }>;
  runMistake(): Promise<string>;
};

describe('programs on WebGL', () => {
  let opened: Awaited<ReturnType<typeof openPage>>;
  beforeAll(async () => {
    opened = await openPage(chromiumFlags);
    await opened.page.evaluate(await bundle('test/webgl/programCases.ts'));
  });
  afterAll(() => opened.browser.close());

  it('compute what their CPU versions compute', async () => {
    const differences = await opened.page.evaluate(() =>
      (globalThis as unknown as Functions).compareBackends(),
    );
    expect(Object.keys(differences).length).toBe(79);
    for (const [name, difference] of Object.entries(differences)) expect(difference, name).toBeLessThan(2e-5);
  });

  it.each([
    ['adam', 12],
    ['gradient-descent', 9],
  ] as const)(
    'take the fewest draws for a step of three layers with %s, and leave nothing behind',
    async (optimizer, draws) => {
      const counts = await opened.page.evaluate(
        (name) => (globalThis as unknown as Functions).countSteps(name),
        optimizer,
      );
      expect(counts).toEqual({ draws: 1000 * draws, grown: 0, left: 0 });
    },
  );

  it('say what the compiler says where they are wrong', async () => {
    const message = await opened.page.evaluate(() => (globalThis as unknown as Functions).runMistake());
    expect(message).toContain('Mistaken');
    expect(message).toContain("'mistake' : undeclared identifier");
  });
});
