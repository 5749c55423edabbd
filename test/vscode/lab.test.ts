import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { formatNumber } from '../../src/experiments/kit/checkParams';
import { findSpec } from '../../src/experiments/specs.gen';
import { commandsOf, extension, folder, nextEvent, openNote, say } from './kit';

/** The tab of the lab, if it is open. */
function labTab(): vscode.Tab | undefined {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .find(
      ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('lectureLab.lab'),
    );
}

describe('The lab', () => {
  // Nobody is there to answer the question that comes before a first run.
  const setPredictFirst = (isOn: boolean | undefined) =>
    vscode.workspace
      .getConfiguration('lectureLab')
      .update('predictFirst', isOn, vscode.ConfigurationTarget.Global);
  before(() => setPredictFirst(false));
  after(async () => {
    await setPredictFirst(undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  const runDemo = (order: unknown) => vscode.commands.executeCommand('lectureLab.runDemo', order);

  it('opens beside the note from a lens, and training advances', async () => {
    const document = await openNote(folder('sample-vault'), 'DLVC - VL 5.md');
    await vscode.window.showTextDocument(document);
    const lens = (await commandsOf(document)).find(({ line }) => line === '# Gradient Clipping');
    assert.ok(lens);
    const { onDidProgress } = await extension().activate();
    const advanced = nextEvent(
      onDidProgress,
      ({ experimentId, frame }) => experimentId === 'gradient-clipping' && frame > 3,
    );
    await vscode.commands.executeCommand(lens.command.command, ...(lens.command.arguments ?? []));
    const { frame, frameCount, backend, renderer } = await advanced;
    say(`      frame ${frame} of ${frameCount} on ${backend}: ${renderer}`);
    assert.ok(frame < frameCount && renderer !== '');
    assert.equal(labTab()?.group.viewColumn, vscode.ViewColumn.Two);
  });

  it('changes to another experiment instead of opening twice', async () => {
    const { onDidProgress } = await extension().activate();
    const advanced = nextEvent(
      onDidProgress,
      ({ experimentId, frame }) => experimentId === 'weight-decay' && frame > 1,
    );
    await runDemo({ experimentId: 'weight-decay', seed: 7 });
    await advanced;
    const labs = vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .filter(({ input }) => input instanceof vscode.TabInputWebview);
    assert.equal(labs.length, 1);
  });

  it('refuses a parameter out of range and names the range', async () => {
    const param = findSpec('weight-decay')?.params.learningRate;
    assert.ok(param?.kind === 'number');
    const numbers = [param.max * 10, param.min, param.max].map((value) => formatNumber(value, 'en'));
    const order = { experimentId: 'weight-decay', params: { learningRate: param.max * 10 } };
    await assert.rejects(
      async () => runDemo(order),
      ({ message }: Error) => {
        assert.deepEqual(
          numbers.filter((number) => !message.includes(number)),
          [],
          message,
        );
        return true;
      },
    );
  });

  it('refuses an unknown experiment and names those there are', async () => {
    await assert.rejects(
      async () => runDemo({ experimentId: 'perpetual-motion' }),
      /gradient-clipping.*weight-decay/,
    );
  });

  it('refuses a seed that is none', async () => {
    await assert.rejects(async () => runDemo({ experimentId: 'weight-decay', seed: -1 }), /4294967295/);
  });
});
