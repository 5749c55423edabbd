import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { eventually, folder, writeNote } from './kit';

const root = () => vscode.Uri.joinPath(folder('scratch'), 'Befunde');

function write(name: string, text: string): Promise<vscode.TextDocument> {
  return writeNote(root(), name, text);
}

function ours(document: vscode.TextDocument): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Lecture Lab');
}

/** What is wrong in a note, by code and underlined text, in document order; asks until there are `count` findings. */
async function found(document: vscode.TextDocument, count: number): Promise<readonly string[]> {
  const diagnostics = await eventually(
    async () => ours(document),
    (all) => all.length === count,
  );
  return diagnostics.map(({ code, range }) => `${String(code)} ${document.getText(range)}`);
}

/** Applies one of the quick fixes at the one finding of a note. */
async function applyFix(document: vscode.TextDocument, index: number): Promise<void> {
  const [diagnostic] = ours(document);
  assert.ok(diagnostic);
  const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    diagnostic.range,
    vscode.CodeActionKind.QuickFix.value,
  );
  const edit = actions.filter((action) => action.edit)[index]?.edit;
  assert.ok(edit, `There is no fix ${index} among: ${actions.map(({ title }) => title).join(', ')}`);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/**
 * Applies the preferred quick fix as its key does: an edit that makes a file does not come through the API unharmed. The key does nothing while
 * the editor has not heard of the finding yet, so it is pressed until it does.
 */
async function autoFix(document: vscode.TextDocument): Promise<void> {
  await eventually(
    async () => {
      const [diagnostic] = ours(document);
      if (!diagnostic) return true;
      await vscode.window.showTextDocument(document, { selection: diagnostic.range });
      await vscode.commands.executeCommand('editor.action.autoFix');
      return false;
    },
    (isFixed) => isFixed,
  );
}

describe('Diagnostics', () => {
  before(async () => {
    await write('Eigenwert 9.md', '---\naliases: [Kennwert 9]\n---\n# Spur\n\nText ^satz\n');
    await write('a/Doppelt 9.md', '');
    await write('b/Doppelt 9.md', '');
  });

  it('name what is wrong with links, properties and formulas', async () => {
    const document = await write(
      'Falsch 9.md',
      '---\na: [1\nb: 2\n---\n[[Weg 9]] [[Eigenwert 9#Nix]] [[Eigenwert 9#^nix]] [[Doppelt 9]] [[Kennwert 9]] $\\frac{1}$ [[Eigenwert 9#Spur]]\n',
    );
    assert.deepEqual([...(await found(document, 7))].sort(), [
      'ambiguous-link Doppelt 9',
      'broken-formula $\\frac{1}$',
      'broken-properties b: 2',
      'link-by-alias Kennwert 9',
      'missing-block #^nix',
      'missing-heading #Nix',
      'missing-note Weg 9',
    ]);
  });

  it('are as loud as the settings say', async () => {
    const document = await write('Laut 9.md', '[[Weg 9]]\n');
    await found(document, 1);
    assert.equal(ours(document)[0]?.severity, vscode.DiagnosticSeverity.Information);
    const configuration = vscode.workspace.getConfiguration('lectureLab.diagnostics');
    try {
      await configuration.update('missingNote', 'off', vscode.ConfigurationTarget.Global);
      assert.deepEqual(await found(document, 0), []);
    } finally {
      await configuration.update('missingNote', undefined, vscode.ConfigurationTarget.Global);
    }
    assert.deepEqual(await found(document, 1), ['missing-note Weg 9']);
  });

  it('go when the missing note comes', async () => {
    const document = await write('Wartet 9.md', '[[Kommt 9]]\n');
    await found(document, 1);
    await write('Kommt 9.md', '');
    assert.deepEqual(await found(document, 0), []);
  });

  it('come with a fix that creates the note', async () => {
    const document = await write('Neu 9.md', '[[Befunde/Ganz anderes Thema#Einleitung]]\n');
    await found(document, 1);
    await autoFix(document);
    assert.deepEqual(await found(document, 0), []);
    const created = await vscode.workspace.openTextDocument(
      vscode.Uri.joinPath(root(), 'Ganz anderes Thema.md'),
    );
    assert.equal(created.getText(), '# Einleitung\n');
  });

  it('come with a fix for a slip of the pen', async () => {
    const document = await write('Vertippt 9.md', '[[Eigenwetr 9#Spur|so]]\n');
    await found(document, 1);
    await applyFix(document, 0);
    assert.equal(document.getText(), '[[Eigenwert 9#Spur|so]]\n');
  });

  it('come with a fix that makes a link by alias a piped one', async () => {
    const document = await write('Alias 9.md', '[[Kennwert 9]]\n');
    await found(document, 1);
    await applyFix(document, 0);
    assert.equal(document.getText(), '[[Eigenwert 9|Kennwert 9]]\n');
  });

  it('come with a fix for each file that an ambiguous link may mean', async () => {
    const document = await write('Unklar 9.md', '[[Doppelt 9|so]]\n');
    await found(document, 1);
    await applyFix(document, 1);
    assert.equal(document.getText(), '[[Befunde/b/Doppelt 9|so]]\n');
    assert.deepEqual(await found(document, 0), []);
  });
});
