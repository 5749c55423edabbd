import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { folder, hoverOver, lensesOf, writeNote } from './kit';

/** Long enough for a slow machine, far too short for anything that grows faster than the note. */
const limitMilliseconds = 40_000;

const section = `# Regularisierung\n\n${'Ein Satz über *Weight Decay* mit $x^2$ und [[Link|Text]].\n\n'.repeat(50)}`;

const badNotes: Readonly<Record<string, () => string | Uint8Array>> = {
  'is empty': () => '',
  // Without NUL, which would make it a binary file that VS Code opens in no editor.
  'is not UTF-8': () => Uint8Array.from({ length: 4096 }, (_, index) => 1 + ((index * 151) % 255)),
  'is 5 MB long': () => section.repeat(1700),
  'is one line of 5 MB': () => 'Ein Satz über Weight Decay. '.repeat(180_000),
  'is full of unclosed [[': () => 'offen [[ ein [[Zwei#Drei|'.repeat(5000),
  'is full of unclosed $$': () => '$$ \\frac{1}{ $ x \n'.repeat(5000),
  'is full of unclosed callouts': () => '> [!abstract] Definition *\n> > [!note]- **\n'.repeat(5000),
  'nests quotes without end': () => `${'> '.repeat(5000)}[!note] tief\n`,
};

describe('A note that', () => {
  for (const [flaw, contents] of Object.entries(badNotes)) {
    it(`${flaw} neither throws nor hangs`, async () => {
      const name = `Note, die ${flaw.replace(/\W+/g, ' ')}.md`;
      const document = await writeNote(folder('scratch'), name, contents());
      const begun = performance.now();
      const lenses = await lensesOf(document);
      const links = await vscode.commands.executeCommand<readonly unknown[]>(
        'vscode.executeLinkProvider',
        document.uri,
      );
      if (/\w/.test(document.getText())) await hoverOver(document, /\w/.exec(document.getText())?.[0] ?? '');
      const milliseconds = performance.now() - begun;
      assert.ok(Array.isArray(lenses) && Array.isArray(links));
      assert.ok(milliseconds < limitMilliseconds, `It took ${Math.round(milliseconds)} ms.`);
    });
  }

  it('comes after bad ones has its lenses', async () => {
    const document = await writeNote(folder('scratch'), 'Danach.md', '# Weight Decay\n');
    assert.match((await lensesOf(document))[0]?.title ?? '', /Weight Decay/i);
  });
});
