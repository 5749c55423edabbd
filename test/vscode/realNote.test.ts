import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { findFolder, hoverOver, lensesOf, openNote } from './kit';

// A student's own note, where it lies beside the project. It is not ours to ship.
const root = findFolder('real-notes');

(root ? describe : describe.skip)("A student's own note", () => {
  const lecture = () => openNote(root as vscode.Uri, 'DLVC - VL 5.md');

  it('is offered the demos that its headings and lead-ins name', async () => {
    const lines = (await lensesOf(await lecture())).map(({ line }) => line);
    for (const line of ['# Gradient Clipping', '# Regularisierung', '***Weight Decay:***']) {
      assert.ok(lines.includes(line), `No lens above "${line}", only above ${lines.join(' | ')}`);
    }
  });

  it('explains Regularisierung by its own callout', async () => {
    const hover = await hoverOver(await lecture(), 'Regularisierung', '"Modell-Kapazität"');
    assert.match(hover, /Jede Art der Modifikation eines Lernalgorithmus/);
  });

  it('explains the words that it uses in other forms, by the glossary that ships where it has no definition', async () => {
    const words = [
      ['Regularisierungseigenschaften', /(?:enthält|contains) \*\*Regularisierung/],
      ['Gradientenvektor', /\*\*Gradient/],
      ['Jacobi-Matrizen', /(?:Form von|form of) \*\*Jacobi/],
      ['Lossfunktion', /\*\*(?:Verlustfunktion|Lossfunktion)/],
    ] as const;
    for (const [word, title] of words) assert.match(await hoverOver(await lecture(), word), title);
  });

  it('has links to notes that do not exist, and says nothing about them', async () => {
    const document = await lecture();
    const links = await vscode.commands.executeCommand<readonly vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
    );
    assert.deepEqual(
      links.map(({ range }) => document.getText(range)),
      [],
    );
  });
});
