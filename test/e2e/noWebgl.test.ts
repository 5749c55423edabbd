import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chromiumFlagsWithoutWebgl } from '../../scripts/lib/chromium.mjs';
import type { Workbench } from '../../scripts/lib/workbench.mjs';
import { lineOf, type Visit, visitLecture } from './visit';

describe('A browser without WebGL', () => {
  let visit: Visit;
  let workbench: Workbench;

  beforeAll(async () => {
    visit = await visitLecture(chromiumFlagsWithoutWebgl);
    workbench = visit.workbench;
  });
  afterEach(({ task }) => visit?.screenshotOfFailure(task));
  afterAll(() => visit?.end());

  it('trains on the CPU, and the lab says so', async () => {
    await workbench.goToLine(lineOf('# Gradient Clipping'));
    await workbench.openLab('# Gradient Clipping', '▶ Demo');
    await workbench.predict();
    const begun = await workbench.waitForLab('training begins', ({ step }) => step > 0, 60_000);
    const later = await workbench.waitForLab('training advances', ({ step }) => step > begun.step, 60_000);
    console.log(`step ${begun.step} → ${later.step} on ${later.backend}`);
    expect(later.backend).toMatch(/^CPU/);
    expect(later.note).toMatch(/WebGL ist hier nicht verfügbar/);
    // Otherwise the badge could be right for the wrong reason.
    const contexts = await Promise.all(
      workbench.page
        .workers()
        .map((worker) => worker.evaluate(() => new OffscreenCanvas(1, 1).getContext('webgl2'))),
    );
    expect(contexts.filter((context) => context !== null)).toEqual([]);
    await visit.screenshot('e2e-cpu');
  });

  it('raised no error', () => {
    expect(workbench.findings).toEqual({ errors: [], policyViolations: [], foreignRequests: [] });
  });
});
