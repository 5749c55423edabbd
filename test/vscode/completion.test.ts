import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { eventually, folder, writeNote } from './kit';

/** What our extension offers at the end of a note's text; VS Code's own Markdown support has other kinds of labels, and snippets. */
async function offeredAtEnd(document: vscode.TextDocument): Promise<readonly vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    document.positionAt(document.getText().length),
  );
  return list.items.filter(
    ({ label, kind }) => typeof label !== 'string' && kind !== vscode.CompletionItemKind.Snippet,
  );
}

function textOf({ insertText }: vscode.CompletionItem): string {
  return typeof insertText === 'string' ? insertText : (insertText?.value ?? '');
}

async function insertedAtEnd(document: vscode.TextDocument): Promise<readonly string[]> {
  return (await offeredAtEnd(document)).map(textOf);
}

function write(name: string, text: string): Promise<vscode.TextDocument> {
  return writeNote(vscode.Uri.joinPath(folder('scratch'), 'Vervollständigung'), name, text);
}

describe('Completion', () => {
  const isSome = (items: readonly unknown[]) => items.length > 0;

  before(async () => {
    await write(
      'Überlagerung 7.md',
      '---\naliases: [Superposition 7]\n---\n# Kohärenz\n\nErster Gedanke.\n\nZweiter Gedanke.\n',
    );
    await write('Wellen 7.png', 'kein Bild');
  });

  it('offers notes and their aliases, umlauts typed as ae, oe, ue too', async () => {
    const note = await write('Tippt 1.md', 'Siehe [[ueberlagerung 7');
    assert.deepEqual(await eventually(() => insertedAtEnd(note), isSome), ['Überlagerung 7]]']);
    const alias = await write('Tippt 2.md', 'Siehe [[superpos');
    assert.deepEqual(await eventually(() => insertedAtEnd(alias), isSome), [
      'Überlagerung 7|Superposition 7]]',
    ]);
  });

  it('offers headings, attachments, tags and callout types', async () => {
    const heading = await write('Tippt 3.md', '[[Überlagerung 7#ko');
    assert.deepEqual(await eventually(() => insertedAtEnd(heading), isSome), ['Kohärenz]]']);
    const attachment = await write('Tippt 4.md', '![[wellen 7');
    assert.deepEqual(await eventually(() => insertedAtEnd(attachment), isSome), ['Wellen 7.png]]']);
    await write('Markiert 7.md', '#wellenlehre7/optik\n');
    const tag = await write('Tippt 5.md', 'Zu #wellenlehre');
    const tags = await eventually(
      () => insertedAtEnd(tag),
      (items) => items.includes('wellenlehre7/optik'),
    );
    assert.ok(tags.includes('wellenlehre7'));
    const callout = await write('Tippt 6.md', '> [!tld');
    assert.deepEqual(await insertedAtEnd(callout), ['tldr] ']);
  });

  it('writes a block ID into the other note, undone in one step', async () => {
    const target = await write('Ziel 7.md', 'Erster Gedanke.\n\nZweiter Gedanke.\n');
    const document = await write('Tippt 7.md', '[[Ziel 7#^zweit');
    const [item] = await eventually(() => offeredAtEnd(document), isSome);
    assert.ok(item?.command);
    await vscode.commands.executeCommand(item.command.command, ...(item.command.arguments ?? []));
    const id = textOf(item).replace(']]', '');
    assert.equal(target.getText(), `Erster Gedanke.\n\nZweiter Gedanke. ^${id}\n`);
    await vscode.window.showTextDocument(target);
    await vscode.commands.executeCommand('undo');
    assert.equal(target.getText(), 'Erster Gedanke.\n\nZweiter Gedanke.\n');
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('writes a block ID into the note itself together with the link', async () => {
    const document = await write('Selbst 7.md', 'Oben steht es.\n\n[[#^oben');
    const [item] = await eventually(() => offeredAtEnd(document), isSome);
    const [edit] = item?.additionalTextEdits ?? [];
    assert.equal(edit?.newText, ` ^${item && textOf(item).replace(']]', '')}`);
    assert.equal(edit?.range.start.line, 0);
  });

  it('leaves notes alone when the order for a block ID is none', async () => {
    const target = await write('Ziel 8.md', 'Absatz.\n');
    for (const order of [
      undefined,
      7,
      {},
      { uri: target.uri.toString(), id: '../x' },
      { uri: 'weg', id: 'abc123' },
    ]) {
      await vscode.commands.executeCommand('lectureLab.writeBlockId', order);
    }
    assert.equal(target.getText(), 'Absatz.\n');
  });
});
