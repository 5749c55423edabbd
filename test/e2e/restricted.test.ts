import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { eventually, type Visit, visitNote } from './visit';

/** Would be seen if it ran: it counts, which no shipped experiment calls so. */
const ownExperiment = `export const spec = {
  id: 'fremd',
  title: 'Fremdes Experiment',
  concepts: { de: ['Fremdkörper'] },
  params: { steps: { kind: 'number', label: 'Schritte', min: 2, max: 50, step: 1, integer: true, default: 5 } },
  views: [{ kind: 'timeline', id: 'v', title: 'V', y: { title: 'y' }, series: [{ field: 'y', label: 'y' }] }],
};
export function run({ steps }) {
  function* frames() {
    for (let n = 0; n < steps; n++) yield { y: n };
  }
  return { setup: {}, frameCount: steps, frames: frames() };
}
`;

const note = `# Fremdkörper

Hier steht ein Fremdkörper.

# Gradient Clipping

Die Kennzahl steht in [[Anderes#Teil]].
`;

describe('A vault in Restricted Mode', () => {
  let vault: string;
  let visit: Visit;

  beforeAll(async () => {
    vault = mkdtempSync(join(tmpdir(), 'lecture-lab-strange-'));
    mkdirSync(join(vault, 'experiments'));
    writeFileSync(join(vault, 'experiments/fremd.experiment.js'), ownExperiment);
    writeFileSync(join(vault, 'Vorlesung.md'), note);
    writeFileSync(join(vault, 'Anderes.md'), '# Teil\n\nDer Teil, der gemeint ist.\n');
    writeFileSync(join(vault, 'Glossar.md'), '## Kennzahl\n\nEine Zahl, an der man etwas erkennt.\n');
    visit = await visitNote(vault, join(vault, 'Vorlesung.md'), undefined, false);
  });
  afterEach(({ task }) => visit?.screenshotOfFailure(task));
  afterAll(async () => {
    await visit?.end();
    rmSync(vault, { recursive: true, force: true, maxRetries: 5 });
  });

  it('explains its terms and shows what its links lead to', async () => {
    const { workbench } = visit;
    await workbench.page.getByText('Restricted Mode').first().waitFor();
    const line = 'Die Kennzahl steht in [[Anderes#Teil]].';
    const term = await workbench.hover('Kennzahl', line);
    expect(await term.textContent()).toContain('an der man etwas erkennt');
    const link = await workbench.hover('Anderes#Teil', line);
    expect(await link.textContent()).toContain('der gemeint ist');
  });

  it('runs an experiment that ships', async () => {
    const { workbench } = visit;
    await workbench.openLab('# Gradient Clipping', 'Gradient clipping');
    await workbench.predict();
    await workbench.waitForLab('training advances', ({ step }) => step > 0);
  });

  it('runs none of its own code, and says how to allow it', async () => {
    const { workbench } = visit;
    await workbench.focusNote();
    await workbench.clickLensAbove('# Fremdkörper', 'Fremdes Experiment');
    const texts = await eventually(
      workbench.page,
      async () => (await workbench.lab()).getByText(/not trusted/).allTextContents(),
      (found) => found.length > 0,
    );
    expect(texts.join()).toMatch(/This workspace is not trusted, so no code of it is run\. Trust it/);
    expect(await (await workbench.lab()).locator('h1').allTextContents()).toEqual(['Gradient clipping']);
    await visit.screenshot('restricted');
  });
});
