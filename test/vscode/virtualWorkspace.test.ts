import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { definitionUri, eventually, hoverOver, lensesOf, positionOf, writeNote } from './kit';
import { MemoryFiles } from './memoryFiles';
import { renderNote } from './renderNote';
import { addWorkspaceFolder, removeWorkspaceFolder } from './workspaceFolders';

const vault = vscode.Uri.parse('memoryfiles:/Vorlesung');

const note = (name: string, text: string): Promise<vscode.TextDocument> => writeNote(vault, name, text);

async function referencesOf(document: vscode.TextDocument, text: string): Promise<readonly string[]> {
  const found = await vscode.commands.executeCommand<readonly vscode.Location[]>(
    'vscode.executeReferenceProvider',
    document.uri,
    positionOf(document, text),
  );
  return found.map(({ uri }) => uri.path).sort();
}

describe('A vault that is on no disk', () => {
  let files: vscode.Disposable;
  let lecture: vscode.TextDocument;

  before(async () => {
    files = vscode.workspace.registerFileSystemProvider('memoryfiles', new MemoryFiles(), {
      isCaseSensitive: true,
    });
    await note('Glossar.md', '## Schrumpfung\n\nGewichte werden kleiner.\n');
    await note('Kapitel 1/Grundlagen.md', '# Ableitung\n\nSiehe [[Vorlesung]].\n');
    lecture = await note(
      'Vorlesung.md',
      '# Dropout\n\nDie Schrumpfung, siehe [[Grundlagen#Ableitung]].\n\n![[Grundlagen]]\n',
    );
    await addWorkspaceFolder(vault);
  });
  after(async () => {
    await removeWorkspaceFolder(vault);
    files.dispose();
  });

  it('has demos at its headings', async () => {
    const lenses = await eventually(
      () => lensesOf(lecture),
      (found) => found.length > 0,
    );
    assert.deepEqual([...new Set(lenses.map(({ line }) => line))], ['# Dropout']);
  });

  it('is read, folders in it too: links lead to headings of other notes', async () => {
    const target = await eventually(
      () => definitionUri(lecture, '[[Grundlagen#Ableitung]]'),
      (found) => found !== undefined,
    );
    assert.equal(target, vscode.Uri.joinPath(vault, 'Kapitel 1/Grundlagen.md').toString());
  });

  it('explains its own terms on hover', async () => {
    const hover = await eventually(
      () => hoverOver(lecture, 'Schrumpfung'),
      (text) => text.includes('Gewichte werden kleiner'),
    );
    assert.match(hover, /Gewichte werden kleiner/);
  });

  it('is shown as a page with the notes that it embeds', async () => {
    const html = await eventually(
      () => renderNote(lecture),
      (page) => page.includes('>Ableitung<'),
    );
    assert.match(html, />Ableitung</);
  });

  it('notices notes that come and go', async () => {
    const added = vscode.Uri.joinPath(vault, 'Kapitel 2/Neu.md');
    const isThere = (paths: readonly string[]) => paths.includes(added.path);
    const grundlagen = await vscode.workspace.openTextDocument(
      vscode.Uri.joinPath(vault, 'Kapitel 1/Grundlagen.md'),
    );
    const references = () => referencesOf(grundlagen, '[[Vorlesung]]');
    await vscode.workspace.fs.writeFile(added, new TextEncoder().encode('Auch [[Vorlesung]].\n'));
    assert.ok(isThere(await eventually(references, isThere)), 'the new note is not there');
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(added, '..'), { recursive: true });
    const left = await eventually(references, (paths) => !isThere(paths));
    assert.ok(left.length > 0 && !isThere(left), left.join());
  });
});
