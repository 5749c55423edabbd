import { strict as assert } from 'node:assert';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { eventually, folder, hoverOver, openNote, writeNote } from './kit';

const secret = 'the-key-of-somebody';

/** A file or folder beside the folders of the workspace. */
function outside(name = ''): string {
  return vscode.Uri.joinPath(folder('scratch'), '..', 'hostile-outside', name).fsPath;
}

function scratchUri(name: string): vscode.Uri {
  return vscode.Uri.joinPath(folder('scratch'), name);
}

async function linkTo(target: string, name: string): Promise<void> {
  await symlink(target, scratchUri(name).fsPath, 'junction');
}

/** Of the note in the active editor. */
function shownUri(): string | undefined {
  return vscode.window.activeTextEditor?.document.uri.toString();
}

async function titlesOfFixes(document: vscode.TextDocument): Promise<readonly string[]> {
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  try {
    const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      all,
    );
    return actions.map(({ title }) => title);
  } catch {
    // VS Code breaks off when a note's problems come in meanwhile.
    return [];
  }
}

describe('A hostile vault', () => {
  const made = [
    'hostile-out',
    'hostile.png',
    'Hostile.md',
    'Hostile page.md',
    'Hostile page.html',
    'Hostile links.md',
    'Target.md',
  ];

  before(async () => {
    await mkdir(outside(), { recursive: true });
    await writeFile(outside('id_rsa'), secret);
    await writeFile(outside('Geheim.md'), `# ${secret}\n`);
    await linkTo(outside(), 'hostile-out');
    await linkTo(outside('id_rsa'), 'hostile.png');
    await linkTo(outside('Geheim.md'), 'Hostile.md');
  });
  after(async () => {
    for (const name of made) await rm(scratchUri(name).fsPath, { recursive: true, force: true });
    await rm(outside(), { recursive: true, force: true });
  });

  it('does not get files into an exported page through links that lead out of it', async () => {
    const text =
      '![[hostile.png]]\n\n![[Hostile]]\n\n![[Geheim]]\n\n<img src="hostile.png">\n\n![[hostile-out/id_rsa]]\n';
    const { uri } = await writeNote(folder('scratch'), 'Hostile page.md', text);
    await vscode.commands.executeCommand('lectureLab.exportHtml', uri, scratchUri('Hostile page.html'));
    const html = new TextDecoder().decode(
      await vscode.workspace.fs.readFile(scratchUri('Hostile page.html')),
    );
    assert.match(html, /<main class="markdown-body">/);
    assert.ok(!html.includes(secret), 'the text of a file outside is in the page');
    assert.ok(!html.includes(Buffer.from(secret).toString('base64').slice(0, 20)), 'the bytes of one are');
  });

  it('does not show them on hover, and makes no note through them', async () => {
    const document = await writeNote(
      folder('scratch'),
      'Hostile links.md',
      '[[Hostile]] [[hostile-out/New note]] [[Nowhere yet]]\n',
    );
    const fixes = await eventually(
      () => titlesOfFixes(document),
      (titles) => titles.some((title) => title.includes('Nowhere yet')),
    );
    assert.ok(!fixes.some((title) => title.includes('New note')), fixes.join());
    assert.ok(!(await hoverOver(document, 'Hostile')).includes(secret));
  });

  it('opens nothing outside by the command that its hovers may use', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const hostile = [
      vscode.Uri.file(outside('id_rsa')).toString(),
      `${folder('scratch').toString()}/../../etc/passwd`,
      'file://server/share/x.md',
      'command:workbench.action.quit',
      'https://example.org/',
      'no uri at all',
      7,
    ];
    for (const target of hostile) await vscode.commands.executeCommand('lectureLab.openLocation', target, 0);
    assert.equal(shownUri(), undefined);
    const note = await openNote(folder('sample-vault'), 'Glossar.md');
    await vscode.commands.executeCommand('lectureLab.openLocation', note.uri.toString(), 0);
    assert.equal(shownUri(), note.uri.toString());
  });

  it('cannot break hovers by settings of another kind', async () => {
    const settings = vscode.workspace.getConfiguration('lectureLab', folder('scratch'));
    await settings.update('mathPreamble', 7, vscode.ConfigurationTarget.WorkspaceFolder);
    const document = await writeNote(folder('scratch'), 'Target.md', '# Ziel\n\nEs gilt $x$.\n\n[[#Ziel]]\n');
    assert.match(await hoverOver(document, '#Ziel'), /Es gilt/);
    await settings.update('mathPreamble', undefined, vscode.ConfigurationTarget.WorkspaceFolder);
  });
});
