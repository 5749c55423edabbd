import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { definitionsOf, eventually, folder, openNote, writeNote } from './kit';

const glossary = '## Adam\n\nVerfahren mit [[#Momentum]].\n\n## Momentum\n\nGedächtnis.\n';

/** A note with a link to the glossary, when the vault knows where that leads. */
async function writeLecture(name: string, text: string): Promise<vscode.TextDocument> {
  const lecture = await writeNote(root(), name, text);
  const paths = await eventually(
    async () => {
      const targets = await definitionsOf(lecture, 'Glossar#Adam');
      return targets.map(({ uri }) => uri.path);
    },
    (found) => found.some((path) => path.endsWith('/Glossarprobe/Glossar.md')),
  );
  assert.ok(
    paths.some((path) => path.endsWith('/Glossarprobe/Glossar.md')),
    paths.join(', '),
  );
  return lecture;
}

function root(): vscode.Uri {
  return vscode.Uri.joinPath(folder('scratch'), 'Glossarprobe');
}

/** Shows a note with a text of it selected. */
async function select(document: vscode.TextDocument, text: string): Promise<vscode.TextEditor> {
  const start = document.positionAt(document.getText().indexOf(text));
  const end = document.positionAt(document.getText().indexOf(text) + text.length);
  return vscode.window.showTextDocument(document, { selection: new vscode.Range(start, end) });
}

describe('The glossary', () => {
  before(async () => {
    await writeNote(root(), 'Glossar.md', glossary);
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(root(), { recursive: true });
  });

  it('takes in a definition that is selected, and the lecture links to it', async () => {
    const lecture = await writeLecture('Aufnahme.md', '[[Glossar#Adam]]\n\n*Loss:* ein Fehlermaß.\n\nEnde\n');
    await select(lecture, '*Loss:* ein Fehlermaß.');
    await vscode.commands.executeCommand('lectureLab.extractToGlossary');
    assert.equal(lecture.getText(), '[[Glossar#Adam]]\n\n[[Glossar#Loss|Loss]]\n\nEnde\n');
    const changed = await openNote(root(), 'Glossar.md');
    assert.equal(
      changed.getText(),
      '## Adam\n\nVerfahren mit [[#Momentum]].\n\n## Loss\n\nein Fehlermaß.\n\n## Momentum\n\nGedächtnis.\n',
    );
  });

  it('offers the same as a refactoring of a selection only', async () => {
    const lecture = await writeLecture('Umbau.md', '[[Glossar#Adam]] und Bias.\n');
    const titlesFor = async (range: vscode.Range): Promise<readonly string[]> => {
      const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        lecture.uri,
        range,
        vscode.CodeActionKind.RefactorExtract.value,
      );
      return actions.flatMap(({ command }) => command?.command ?? []);
    };
    const { selection } = await select(lecture, 'Bias');
    assert.ok((await titlesFor(selection)).includes('lectureLab.extractToGlossary'));
    const cursor = new vscode.Range(selection.start, selection.start);
    assert.ok(!(await titlesFor(cursor)).includes('lectureLab.extractToGlossary'));
  });

  it('puts a definition behind the paragraph with the cursor, as one edit', async () => {
    const text = '[[Glossar#Adam]] und\nmehr.\n\nEnde\n';
    const lecture = await writeLecture('Einfügen.md', text);
    await select(lecture, 'und');
    await vscode.commands.executeCommand('lectureLab.insertDefinition', 'adam');
    assert.equal(
      lecture.getText(),
      '[[Glossar#Adam]] und\nmehr.\n\n> [!abstract] Definition *Adam*\n> Verfahren mit [[Glossar#Momentum|Momentum]].\n>\n> — [[Glossar#Adam]]\n\nEnde\n',
    );
    await vscode.commands.executeCommand('undo');
    assert.equal(lecture.getText(), text);
  });

  it('has pages for shipped terms, in both languages', async () => {
    const page = async (path: string): Promise<string> => {
      const uri = vscode.Uri.from({ scheme: 'lecture-lab-glossary', path });
      return (await vscode.workspace.openTextDocument(uri)).getText();
    };
    const german = await page('/de/tikhonov-regularization/x.md');
    assert.match(german, /^# Tichonow/);
    assert.match(german, /\n\$\$.+\$\$\n/);
    assert.match(german, /\*\*Quelle:\*\*/);
    assert.match(await page('/en/tikhonov-regularization/x.md'), /^# Tikhonov/);
    assert.match(await page('/de/gibt-es-nicht/x.md'), /gibt es im Glossar nicht/);
  });

  it('shows the page of a shipped term', async () => {
    await vscode.commands.executeCommand('lectureLab.openShippedTerm', 'tikhonov-regularization');
    const labels = await eventually(
      async () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label)),
      (tabs) => tabs.some((label) => /Tichonow|Tikhonov/.test(label)),
    );
    assert.ok(
      labels.some((label) => /Tichonow|Tikhonov/.test(label)),
      labels.join(', '),
    );
  });

  it('lets terms be looked up, and gives up without a choice', async () => {
    let isDone = false;
    const done = vscode.commands.executeCommand('lectureLab.lookUpTerm').then(() => {
      isDone = true;
    });
    await eventually(
      async () => {
        await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
        return isDone;
      },
      (is) => is,
    );
    assert.ok(isDone);
    await done;
  });

  it('has a view whose mode can be changed', async () => {
    await vscode.commands.executeCommand('lectureLab.glossary.focus');
    for (const mode of ['glossaryByNote', 'glossaryOfNote', 'glossaryByLetter'])
      await vscode.commands.executeCommand(`lectureLab.${mode}`);
    const commands = await vscode.commands.getCommands(true);
    assert.ok(commands.includes('lectureLab.glossary.focus'));
  });
});
