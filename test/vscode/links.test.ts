import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { definitionsOf, eventually, folder, openNote, writeNote } from './kit';

/** Where "Go to Definition" leads from a text: file and the text of the line. */
async function definitionOf(document: vscode.TextDocument, text: string): Promise<string | undefined> {
  const [first] = await definitionsOf(document, text);
  if (!first) return undefined;
  const { uri, range } = first;
  const target = await vscode.workspace.openTextDocument(uri);
  return `${uri.path.split('/').at(-1)}: ${target.lineAt(range.start).text}`;
}

/** The targets of a note's links by the text of the link. */
async function linksOf(document: vscode.TextDocument): Promise<ReadonlyMap<string, string>> {
  const links = await vscode.commands.executeCommand<readonly vscode.DocumentLink[]>(
    'vscode.executeLinkProvider',
    document.uri,
  );
  return new Map(
    links.map(({ range, target }) => {
      const name = target
        ? `${target.path.split('/').at(-1)}${target.fragment && `#${target.fragment}`}`
        : '';
      return [document.getText(range), name];
    }),
  );
}

describe('Wikilinks', () => {
  const lecture = () => openNote(folder('sample-vault'), 'DLVC - VL 5.md');
  const isFound = (answer: string | undefined) => answer !== undefined;

  it('lead to the heading that they name', async () => {
    const document = await lecture();
    const norm = await eventually(() => definitionOf(document, '[[Vektoren#Norm|Norm]]'), isFound);
    assert.match(norm ?? '', /^Vektoren\.md: #+ Norm$/);
    assert.match(
      (await definitionOf(document, '[[DLVC - VL 3#Momentum]]')) ?? '',
      /^DLVC - VL 3\.md: #+ Momentum$/,
    );
  });

  it('can be clicked, headings and attachments included', async () => {
    const document = await lecture();
    const links = await eventually(
      () => linksOf(document),
      (found) => found.size > 5,
    );
    const heading = (await openNote(folder('sample-vault'), 'Vektoren.md')).getText().split('\n');
    const line = heading.findIndex((text) => /^#+ Norm$/.test(text)) + 1;
    assert.equal(links.get('[[Vektoren#Norm|Norm]]'), `Vektoren.md#L${line}`);
    assert.equal(links.get('[[Slides 05.pdf|Folien]]'), 'Slides 05.pdf');
  });

  it('to nothing are no links', async () => {
    const document = await writeNote(folder('scratch'), 'Ins Leere.md', 'Siehe [[Nirgendwo#Niemals]].\n');
    assert.equal(await definitionOf(document, '[[Nirgendwo#Niemals]]'), undefined);
    assert.equal((await linksOf(document)).size, 0);
  });
});
