import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { LabProgress } from '../../src/vscode/experimentPanel/labPanel';
import { eventually, extension, folder, lensesOf, nextEvent, writeNote } from './kit';

const experiments = () => vscode.Uri.joinPath(folder('scratch'), 'experiments');
const file = (id: string) => vscode.Uri.joinPath(experiments(), `${id}.experiment.js`);

/** An experiment that says a number in every frame. */
function source(id: string, concept: string, step = 'yield { y: n };'): string {
  return `export const spec = {
  id: '${id}',
  title: 'Eigenes ${id}',
  concepts: { de: ['${concept}'] },
  params: { steps: { kind: 'number', label: 'Schritte', min: 2, max: 50, step: 1, integer: true, default: 5 } },
  views: [{ kind: 'timeline', id: 'v', title: 'V', y: { title: 'y' }, series: [{ field: 'y', label: 'y' }] }],
};
export function run({ steps }) {
  function* frames() {
    for (let n = 0; n < steps; n++) { ${step} }
  }
  return { setup: {}, frameCount: steps, frames: frames() };
}
`;
}

const write = (id: string, text: string) =>
  vscode.workspace.fs.writeFile(file(id), new TextEncoder().encode(text));

/** What the lab says of its run once it is as hoped, after something was done. */
async function progressAfter(
  act: () => Thenable<unknown>,
  isHoped: (progress: LabProgress) => boolean,
): Promise<LabProgress> {
  const { onDidProgress } = await extension().activate();
  const progress = nextEvent(onDidProgress, isHoped);
  await act();
  return progress;
}

const runDemo = (order: object) => vscode.commands.executeCommand('lectureLab.runDemo', order);

describe("An experiment of the learner's own", () => {
  const setPredictFirst = (isOn: boolean | undefined) =>
    vscode.workspace
      .getConfiguration('lectureLab')
      .update('predictFirst', isOn, vscode.ConfigurationTarget.Global);
  before(() => setPredictFirst(false));
  after(async () => {
    await setPredictFirst(undefined);
    await vscode.workspace.fs.delete(experiments(), { recursive: true });
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('is offered above headings that name its concept, and by blocks, as soon as its file is there', async () => {
    const text = '# Münzwürfe\n\n```demo\nexperiment: keks\nsteps: 9\n```\n';
    const document = await writeNote(folder('scratch'), 'Eigenes.md', text);
    assert.deepEqual(await lensesOf(document), []);
    await write('keks', source('keks', 'Münzwurf'));
    const lenses = await eventually(
      () => lensesOf(document),
      ({ length }) => length === 2,
    );
    assert.deepEqual(
      lenses.map(({ line }) => line),
      ['# Münzwürfe', '```demo'],
    );
    assert.match(lenses[0]?.title ?? '', /Eigenes keks/);
  });

  it('runs in the lab', async () => {
    const progress = await progressAfter(
      () => runDemo({ experimentId: 'keks', params: { steps: 7 } }),
      ({ experimentId, frame }) => experimentId === 'keks' && frame === 6,
    );
    assert.deepEqual([progress.frameCount, progress.backend], [7, 'cpu']);
  });

  it('runs anew when its file is saved', async () => {
    const shorter = source('keks', 'Münzwurf').replace('frameCount: steps', 'frameCount: 4');
    const progress = await progressAfter(
      () => write('keks', shorter),
      ({ experimentId, frameCount }) => experimentId === 'keks' && frameCount === 4,
    );
    assert.equal(progress.frameCount, 4);
  });

  it('is marked where it cannot be read, until it can', async () => {
    const problems = async () => vscode.languages.getDiagnostics(file('kaputt'));
    await write('kaputt', `${source('kaputt', 'Kaputt')}import x from 'y';\n`);
    const [problem] = await eventually(problems, ({ length }) => length > 0);
    assert.equal(problem?.range.start.line, 13);
    await write('kaputt', source('kaputt', 'Kaputt'));
    assert.deepEqual(await eventually(problems, ({ length }) => length === 0), []);
  });

  it('does not keep another experiment from running when it hangs', async () => {
    await write('haengt', source('haengt', 'Hängebrücke', 'for (;;) {}'));
    const document = await writeNote(folder('scratch'), 'Haengt.md', '# Hängebrücke\n');
    await eventually(
      () => lensesOf(document),
      ({ length }) => length > 0,
    );
    await runDemo({ experimentId: 'haengt' });
    const { frame } = await progressAfter(
      () => runDemo({ experimentId: 'capacity' }),
      ({ experimentId }) => experimentId === 'capacity',
    );
    assert.ok(frame >= 0);
  });
});
