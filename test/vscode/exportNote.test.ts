import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { folder, writeNote } from './kit';

async function exported(note: vscode.Uri, name: string): Promise<string> {
  const file = vscode.Uri.joinPath(folder('scratch'), name);
  await vscode.commands.executeCommand('lectureLab.exportHtml', note, file);
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
}

describe('A note as one HTML file', () => {
  it('has its formulas, fonts and script inside', async () => {
    const note = vscode.Uri.joinPath(folder('sample-vault'), 'DLVC - VL 4.md');
    const html = await exported(note, 'VL 4.html');
    assert.match(html, /^<!DOCTYPE html>/);
    assert.match(html, /<span class="katex">/);
    assert.match(html, /@font-face\{font-family:KaTeX_Main/);
    assert.match(html, /script-src 'sha256-/);
    assert.doesNotMatch(html, /\b(?:src|href)="(?!#|data:|https?:|mailto:)/);
  });

  it('says what the editor says, saved or not', async () => {
    const { uri } = await writeNote(folder('scratch'), 'Export.md', '# Alt\n');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(1, 0), '\nNeu: $x^2$ und [[#Alt|oben]].\n');
    await vscode.workspace.applyEdit(edit);
    const html = await exported(uri, 'Export.html');
    assert.match(html, /<h1[^>]* id="alt"[^>]*>Alt<\/h1>/);
    assert.match(html, /<span class="katex">.*<a class="ll-link" href="#alt"/);
  });
});
