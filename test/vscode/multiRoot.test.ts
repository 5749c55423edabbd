import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { definitionUri, eventually, folder, hoverOver, lensesOf, writeNote } from './kit';
import { addWorkspaceFolder, removeWorkspaceFolder, withWorkspaceFolder } from './workspaceFolders';

/** A folder beside those of the window. */
const beside = (name: string) => vscode.Uri.joinPath(folder('scratch'), '..', name);

const isFound = (target: string | undefined) => target !== undefined;

describe('Several vaults in one window', () => {
  const first = beside('Vorlesung A');
  const second = beside('Vorlesung B');

  before(async () => {
    await writeNote(first, 'Start.md', 'Siehe [[Ziel]]. Die Kennzahl.\n');
    await writeNote(first, 'Ziel.md', '# Ziel A\n');
    await writeNote(first, 'Glossar.md', '## Kennzahl\n\nEine Zahl aus A.\n');
    await writeNote(second, 'Start.md', 'Siehe [[Ziel]]. Die Kennzahl.\n');
    await writeNote(second, 'Ziel.md', '# Ziel B\n');
    await writeNote(second, 'Glossar.md', '## Kennzahl\n\nEine Zahl aus B.\n');
  });
  after(async () => {
    for (const vault of [first, second]) await vscode.workspace.fs.delete(vault, { recursive: true });
  });

  const startOf = (vault: vscode.Uri) =>
    vscode.workspace.openTextDocument(vscode.Uri.joinPath(vault, 'Start.md'));

  it('each know their own notes and terms, of whatever names', async () => {
    await withWorkspaceFolder(first, () =>
      withWorkspaceFolder(second, async () => {
        for (const [vault, letter] of [
          [first, 'A'],
          [second, 'B'],
        ] as const) {
          const start = await startOf(vault);
          const target = await eventually(() => definitionUri(start, '[[Ziel]]'), isFound);
          assert.equal(target, vscode.Uri.joinPath(vault, 'Ziel.md').toString());
          const hover = await eventually(
            () => hoverOver(start, 'Kennzahl'),
            (text) => text.includes('aus'),
          );
          assert.match(hover, new RegExp(`Eine Zahl aus ${letter}`));
        }
      }),
    );
  });

  it('are forgotten with their folder, and read again when it comes back', async () => {
    await addWorkspaceFolder(first);
    const start = await startOf(first);
    assert.ok(await eventually(() => definitionUri(start, '[[Ziel]]'), isFound));
    await removeWorkspaceFolder(first);
    // A question in between makes a vault of this one note.
    assert.equal(await definitionUri(start, '[[Ziel]]'), undefined);
    await withWorkspaceFolder(first, async () => {
      const target = await eventually(() => definitionUri(start, '[[Ziel]]'), isFound);
      assert.equal(target, vscode.Uri.joinPath(first, 'Ziel.md').toString());
    });
  });

  it('leave a note outside of all folders its demos, and it becomes part of a vault with its folder', async () => {
    const outside = beside('Lose Blätter');
    const sheet = await writeNote(outside, 'Blatt.md', '# Gradient Clipping\n\nSiehe [[Anderes Blatt]].\n');
    await writeNote(outside, 'Anderes Blatt.md', '# Noch eines\n');
    assert.ok((await lensesOf(sheet)).length > 0);
    await withWorkspaceFolder(outside, async () => {
      const target = await eventually(() => definitionUri(sheet, '[[Anderes Blatt]]'), isFound);
      assert.equal(target, vscode.Uri.joinPath(outside, 'Anderes Blatt.md').toString());
    });
    await vscode.workspace.fs.delete(outside, { recursive: true });
  });
});

describe('A vault whose folders come and go', () => {
  it('knows every note of a tree that is made, moved and made again at once', async () => {
    const place = vscode.Uri.joinPath(folder('scratch'), 'Baum');
    const start = await writeNote(folder('scratch'), 'Baum von außen.md', '[[Blatt-0-0]] [[Blatt-3-2]]\n');
    const grow = async () => {
      for (let branch = 0; branch < 4; branch++)
        for (let leaf = 0; leaf < 3; leaf++)
          await vscode.workspace.fs.writeFile(
            vscode.Uri.joinPath(place, `Ast ${branch}/Zweig/tief/Blatt-${branch}-${leaf}.md`),
            new TextEncoder().encode(`# Blatt ${leaf}\n`),
          );
    };
    const targets = () =>
      Promise.all(['[[Blatt-0-0]]', '[[Blatt-3-2]]'].map((link) => definitionUri(start, link)));
    const areAll = (isHoped: (target: string | undefined) => boolean) => (found: (string | undefined)[]) =>
      found.every(isHoped);

    await grow();
    assert.ok((await eventually(targets, areAll(isFound))).every(isFound), 'made');
    await vscode.workspace.fs.rename(
      vscode.Uri.joinPath(place, 'Ast 3'),
      vscode.Uri.joinPath(place, 'Ast 0/Ast 3'),
    );
    const isMoved = ([, second]: (string | undefined)[]) => second?.includes('Ast%200/Ast%203') ?? false;
    assert.ok(isMoved(await eventually(targets, isMoved)), 'moved');
    await vscode.workspace.fs.delete(place, { recursive: true });
    assert.ok(
      areAll((target) => target === undefined)(
        await eventually(
          targets,
          areAll((target) => target === undefined),
        ),
      ),
      'gone',
    );
    await grow();
    assert.ok((await eventually(targets, areAll(isFound))).every(isFound), 'made again');
    await vscode.workspace.fs.delete(place, { recursive: true });
  });
});
