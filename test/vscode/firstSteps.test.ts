import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { eventually, extension, folder, openNote } from './kit';

interface Walkthrough {
  readonly steps: readonly { readonly id: string; readonly description: string }[];
}

/** An empty folder for a copy. */
async function emptyFolder(name: string): Promise<vscode.Uri> {
  const made = vscode.Uri.joinPath(folder('scratch'), name);
  await vscode.workspace.fs.createDirectory(made);
  return made;
}

/** All files below a folder, relative to it, sorted. */
async function filesBelow(root: vscode.Uri, below = ''): Promise<readonly string[]> {
  const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(root, below));
  const names = entries.map(async ([name, type]) => {
    const path = below === '' ? name : `${below}/${name}`;
    return type === vscode.FileType.Directory ? filesBelow(root, path) : [path];
  });
  return (await Promise.all(names)).flat().sort();
}

/** Copies the sample vault without opening it. */
function copyTo(parent: vscode.Uri): Thenable<vscode.Uri | undefined> {
  return vscode.commands.executeCommand('lectureLab.openSampleVault', { parent, open: false });
}

async function textOf(file: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
}

describe('First steps', () => {
  before(() => extension().activate());

  it('copy the whole sample vault into a folder of its own', async () => {
    const copy = await copyTo(await emptyFolder('first'));
    assert.ok(copy, 'No copy was made.');
    const files = await filesBelow(copy);
    assert.ok(files.includes('.obsidian/app.json'), files.join('\n'));
    const { extensionUri } = extension();
    const shipped = [...(await sampleVaultFiles(extensionUri))];
    assert.ok(
      shipped.some((list) => list.join() === files.join()),
      files.join('\n'),
    );
    assert.notEqual(copy.path.split('/').at(-1), 'sample-vault');
  });

  it('never write over what a reader has changed, nor bring back what was deleted', async () => {
    const parent = await emptyFolder('second');
    const copy = await copyTo(parent);
    assert.ok(copy);
    const [changed, deleted] = (await filesBelow(copy)).filter((name) => /^(?:Gloss|Start)/.test(name));
    assert.ok(changed && deleted, 'The sample vault has no such notes.');
    const mine = new TextEncoder().encode('# Mine\n');
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(copy, changed), mine);
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(copy, deleted));
    assert.equal((await copyTo(parent))?.toString(), copy.toString());
    assert.equal(await textOf(vscode.Uri.joinPath(copy, changed)), '# Mine\n');
    assert.ok(!(await filesBelow(copy)).includes(deleted));
  });

  it('finish a copy that was broken off', async () => {
    const parent = await emptyFolder('third');
    const copy = await copyTo(parent);
    assert.ok(copy);
    const all = await filesBelow(copy);
    for (const name of all.filter((other) => /^(?:DLVC - VL 5|Lecture 5|Gloss)/.test(other))) {
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(copy, name));
    }
    await copyTo(parent);
    assert.deepEqual(await filesBelow(copy), all);
  });

  it('have buttons for commands that exist', async () => {
    const { walkthroughs } = extension().packageJSON.contributes as {
      readonly walkthroughs: readonly Walkthrough[];
    };
    const steps = walkthroughs.flatMap((walkthrough) => walkthrough.steps);
    assert.equal(steps.length, 5);
    const known = new Set(await vscode.commands.getCommands(true));
    for (const { id, description } of steps) {
      const linked = [...description.matchAll(/\(command:([\w.]+)/g)].map(([, command]) => command ?? '');
      assert.ok(linked.length > 0, `Step ${id} has no button.`);
      for (const command of linked) assert.ok(known.has(command), `${id}: ${command} does not exist.`);
    }
  });

  it('find every command of the manifest registered', async () => {
    const { commands } = extension().packageJSON.contributes as {
      readonly commands: readonly { readonly command: string }[];
    };
    const known = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      commands.map(({ command }) => command).filter((command) => !known.has(command)),
      [],
    );
  });

  it('show the walkthrough', async () => {
    await vscode.commands.executeCommand('lectureLab.openWalkthrough');
    const labels = await eventually(
      async () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label)),
      (found) => found.some((label) => /Lecture Lab|Walkthrough|Welcome/.test(label)),
    );
    assert.match(labels.join(), /Lecture Lab|Walkthrough|Welcome/);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('explain a term of the note that is open', async () => {
    const lecture = await openNote(folder('sample-vault'), 'DLVC - VL 5.md');
    await vscode.window.showTextDocument(lecture);
    await vscode.commands.executeCommand('lectureLab.showTerm');
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), lecture.uri.toString());
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});

/** What the extension says that its sample vaults are made of, sorted. */
async function sampleVaultFiles(extensionUri: vscode.Uri): Promise<readonly (readonly string[])[]> {
  const list = await textOf(vscode.Uri.joinPath(extensionUri, 'dist', 'sampleVaults.json'));
  return Object.values(JSON.parse(list) as Record<string, string[]>).map((files) => [...files].sort());
}
