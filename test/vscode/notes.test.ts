import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { definitionsOf, eventually, folder, hoverOver, positionOf, writeNote } from './kit';

/** A small vault of its own in the empty folder of the workspace. */
async function writeVault(
  name: string,
  files: Readonly<Record<string, string>>,
): Promise<vscode.TextDocument[]> {
  const root = vscode.Uri.joinPath(folder('scratch'), name);
  return Promise.all(Object.entries(files).map(([path, text]) => writeNote(root, path, text)));
}

/** Places as `file:line`, sorted; lines are 0-based. */
function places(locations: readonly vscode.Location[]): string[] {
  return locations.map(({ uri, range }) => `${uri.path.split('/').at(-1)}:${range.start.line}`).sort();
}

async function referencesAt(document: vscode.TextDocument, text: string): Promise<string[]> {
  const found = await vscode.commands.executeCommand<readonly vscode.Location[]>(
    'vscode.executeReferenceProvider',
    document.uri,
    positionOf(document, text),
  );
  // VS Code's own Markdown support answers too, with the declaration of a heading.
  return [...new Set(places(found))];
}

async function targetsAt(document: vscode.TextDocument, text: string): Promise<string[]> {
  const places = await definitionsOf(document, text);
  return places.map(({ uri, range }) => `${uri.path.split('/').at(-1)}:${range.start.line}`);
}

describe('A vault', () => {
  let [target, source]: readonly vscode.TextDocument[] = [];

  before(async () => {
    [target, source] = await writeVault('Verweise', {
      'Ziel 1.md':
        '---\naliases: [Zweitname]\n---\n# Oben\n\n## Mitte\n\nFormel $\\sigma$ hier.\n\n> [!tip] Rat\n> Lies *das*.\n\n## Unten\n\nAbsatz ^abs\n\nFußnote[^1].\n\n[^1]: Erklärung der Fußnote.\n',
      'Quelle 1.md':
        '[[Ziel 1]] und [[Ziel 1#Oben#Mitte|dort]]\n\n![[Ziel 1#^abs]] [m](Ziel%201.md#Unten)\n\n![[Bild 1.png|120]] #thema/eins\n\nSiehe [[Doppelt 1]] und [[Nichts 1]].\n\n%%\nlanger\nKommentar\n%%\n',
      'a/Doppelt 1.md': '# A\n',
      'b/Doppelt 1.md': '# B\n#thema\n',
    });
    await writeNote(
      vscode.Uri.joinPath(folder('scratch'), 'Verweise'),
      'Bild 1.png',
      new Uint8Array([137, 80]),
    );
  });

  it('has links to nested headings, blocks, footnotes and Markdown links that lead there', async () => {
    assert.ok(source && target);
    const there = await eventually(
      () => targetsAt(source as vscode.TextDocument, 'Mitte|dort'),
      (found) => found.length > 0,
    );
    assert.deepEqual(there, ['Ziel 1.md:5']);
    assert.deepEqual(await targetsAt(source, '^abs'), ['Ziel 1.md:14']);
    assert.ok((await targetsAt(source, 'Ziel%201.md#Unten')).includes('Ziel 1.md:12'));
    assert.deepEqual(await targetsAt(target, '[^1]'), ['Ziel 1.md:18']);
  });

  it('shows all files that an ambiguous link may mean', async () => {
    assert.ok(source);
    const found = await eventually(
      () => targetsAt(source as vscode.TextDocument, 'Doppelt 1'),
      (targets) => targets.length === 2,
    );
    assert.deepEqual(found, ['Doppelt 1.md:0', 'Doppelt 1.md:0']);
  });

  it('shows on hover what a link leads to, rendered', async () => {
    assert.ok(source);
    const section = await eventually(
      () => hoverOver(source as vscode.TextDocument, 'Ziel 1#Oben'),
      (hover) => hover.includes('Mitte'),
    );
    assert.match(section, /<img src="data:image\/svg\+xml;base64,/);
    assert.match(section, /<blockquote><p><b>Rat<\/b><\/p>/);
    assert.doesNotMatch(section, /Unten|Absatz/);
    assert.match(section, /command:lectureLab\.openLocation/);
    assert.match(await hoverOver(source, 'Ziel 1#^abs'), /<p>Absatz <\/p>/);
    assert.match(await hoverOver(source, 'Bild 1.png'), /<img src="[^"]*Bild%201\.png" width="120">/);
    assert.match(await hoverOver(source, 'Nichts 1'), /gibt es nicht|no such file/);
    assert.match(await hoverOver(target as vscode.TextDocument, '[^1]'), /Erklärung der Fußnote/);
  });

  it('knows every reference to a note, a heading, a block and a tag', async () => {
    assert.ok(source && target);
    const toHeading = await eventually(
      () => referencesAt(target as vscode.TextDocument, '## Mitte'),
      (found) => found.length > 1,
    );
    assert.deepEqual(toHeading, ['Quelle 1.md:0', 'Ziel 1.md:5']);
    assert.deepEqual(await referencesAt(target, '^abs'), ['Quelle 1.md:2', 'Ziel 1.md:14']);
    assert.deepEqual(await referencesAt(target, 'Formel'), ['Quelle 1.md:0', 'Quelle 1.md:2', 'Ziel 1.md:0']);
    const tags = await referencesAt(source, '#thema/eins');
    assert.deepEqual(tags, ['Quelle 1.md:4']);
  });

  it('has headings and definitions as symbols of the workspace', async () => {
    await writeNote(folder('scratch'), 'Symbole.md', '# Zwirbelkopf\n\n**Zwirbelsatz:** Alles zwirbelt.\n');
    const names = await eventually(
      async () => {
        const found = await vscode.commands.executeCommand<readonly vscode.SymbolInformation[]>(
          'vscode.executeWorkspaceSymbolProvider',
          'zwirbel',
        );
        return found.filter(({ containerName }) => containerName === 'Symbole').map(({ name }) => name);
      },
      (found) => found.length > 1,
    );
    assert.deepEqual(names, ['Zwirbelkopf', 'Zwirbelsatz']);
  });

  it('folds callouts and comments', async () => {
    assert.ok(source && target);
    const foldingsOf = async (document: vscode.TextDocument) => {
      const ranges = await vscode.commands.executeCommand<readonly vscode.FoldingRange[]>(
        'vscode.executeFoldingRangeProvider',
        document.uri,
      );
      return ranges.map(({ start, end }) => `${start}-${end}`);
    };
    assert.ok((await foldingsOf(target)).includes('9-10'));
    assert.ok((await foldingsOf(source)).includes('8-11'));
  });

  it('follows files that come, change and go, and unsaved editors before the disk', async () => {
    assert.ok(source);
    const root = vscode.Uri.joinPath(folder('scratch'), 'Verweise');
    const leadsTo = async (expected: string[]) => {
      const found = await eventually(
        () => targetsAt(source as vscode.TextDocument, 'Nichts 1'),
        (targets) => String(targets) === String(expected),
      );
      assert.deepEqual(found, expected);
    };
    await leadsTo([]);
    const created = vscode.Uri.joinPath(root, 'Nichts 1.md');
    await vscode.workspace.fs.writeFile(created, new TextEncoder().encode('# Da\n'));
    await leadsTo(['Nichts 1.md:0']);
    const moved = vscode.Uri.joinPath(root, 'sub/Nichts 1.md');
    await vscode.workspace.fs.rename(created, moved);
    await leadsTo(['Nichts 1.md:0']);
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(root, 'sub'), { recursive: true });
    await leadsTo([]);
  });
});
