import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumFlags } from '../../scripts/lib/chromium.mjs';
import { bundle, openPage } from './chromiumLab';

type Functions = {
  compareBackends(): Promise<Readonly<Record<string, number>>>;
  countSteps(): Promise<{ tensors: readonly number[]; draws: number }>;
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
    expect(Object.keys(differences).length).toBe(41);
    for (const [name, difference] of Object.entries(differences)) expect(difference, name).toBeLessThan(2e-5);
  });

  it('take 12 draws for a step of three layers, whatever the number of variants, and leave no tensor behind', async () => {
    const { tensors, draws } = await opened.page.evaluate(() =>
      (globalThis as unknown as Functions).countSteps(),
    );
    expect(draws).toBe(12_000);
    expect(tensors[1]).toBe(tensors[0]);
    expect(tensors[2]).toBe(0);
  });
});
