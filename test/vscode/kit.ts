import * as vscode from 'vscode';
import type { LectureLabApi } from '../../src/extension';

/** Prints a line for the person who runs the tests. The mark tells it from what VS Code logs. */
export function say(text: string): void {
  console.log(`│ ${text}`);
}

/** Whether this extension host is a browser's worker, as on vscode.dev; else it is Node. */
export const isInBrowser = typeof process === 'undefined';

/** The extension under test. */
export function extension(): vscode.Extension<LectureLabApi> {
  const found = vscode.extensions.getExtension<LectureLabApi>('lecture-lab.lecture-lab');
  if (!found) throw new Error('The extension lecture-lab.lecture-lab is not installed in this window.');
  return found;
}

/** A folder of the test workspace by its name; `undefined` if the workspace has none of that name. */
export function findFolder(name: string): vscode.Uri | undefined {
  return vscode.workspace.workspaceFolders?.find((folder) => folder.name === name)?.uri;
}

/** A folder that every test workspace has. `scratch` is empty and has no glossary. */
export function folder(name: 'sample-vault' | 'scratch'): vscode.Uri {
  const found = findFolder(name);
  if (!found) throw new Error(`The test workspace has no folder "${name}".`);
  return found;
}

/** Opens a note as an editor would, without showing it. */
export function openNote(root: vscode.Uri, name: string): Thenable<vscode.TextDocument> {
  return vscode.workspace.openTextDocument(vscode.Uri.joinPath(root, name));
}

/** Writes a note and opens it. A string is written as UTF-8. */
export async function writeNote(
  root: vscode.Uri,
  name: string,
  contents: string | Uint8Array,
): Promise<vscode.TextDocument> {
  const bytes = typeof contents === 'string' ? new TextEncoder().encode(contents) : contents;
  await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(root, name), bytes);
  return openNote(root, name);
}

/** A CodeLens as a reader sees it: the line it stands above and its title. */
export interface SeenLens {
  readonly line: string;
  readonly title: string;
}

/** The extension's CodeLenses of a note, in document order. */
export async function lensesOf(document: vscode.TextDocument): Promise<readonly SeenLens[]> {
  const lenses = await commandsOf(document);
  return lenses.map(({ line, command }) => ({ line, title: command.title }));
}

/** The extension's CodeLenses of a note with what a click on them runs. */
export async function commandsOf(
  document: vscode.TextDocument,
): Promise<readonly { readonly line: string; readonly command: vscode.Command }[]> {
  const lenses = await vscode.commands.executeCommand<readonly vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    document.uri,
    1000,
  );
  return lenses.flatMap(({ range, command }) =>
    command && ['lectureLab.runDemo', 'lectureLab.chooseDemo'].includes(command.command)
      ? [{ line: document.lineAt(range.start).text, command }]
      : [],
  );
}

/** The place of a text in a note: the middle of its first occurrence at or after `from`. */
export function positionOf(document: vscode.TextDocument, text: string, from = ''): vscode.Position {
  const contents = document.getText();
  const start = contents.indexOf(text, Math.max(0, contents.indexOf(from)));
  if (start < 0) throw new Error(`"${text}" is not in ${document.uri.path}.`);
  return document.positionAt(start + Math.floor(text.length / 2));
}

/** The Markdown of the extension's hover over a text; empty where there is none. */
export async function hoverOver(document: vscode.TextDocument, text: string, from = ''): Promise<string> {
  const hovers = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    positionOf(document, text, from),
  );
  const parts = hovers.flatMap(({ contents }) => contents);
  return parts.map((part) => (part instanceof vscode.MarkdownString ? part.value : String(part))).join('\n');
}

/** Where "Go to Definition" leads from a text. */
export async function definitionsOf(
  document: vscode.TextDocument,
  text: string,
): Promise<readonly vscode.Location[]> {
  const found = await vscode.commands.executeCommand<readonly (vscode.Location | vscode.LocationLink)[]>(
    'vscode.executeDefinitionProvider',
    document.uri,
    positionOf(document, text),
  );
  return found.map((target) =>
    'targetUri' in target ? new vscode.Location(target.targetUri, target.targetRange) : target,
  );
}

/** The URI of the first of these places; `undefined` where there is none. */
export async function definitionUri(
  document: vscode.TextDocument,
  text: string,
): Promise<string | undefined> {
  const [first] = await definitionsOf(document, text);
  return first?.uri.toString();
}

/**
 * Asks again until the answer is as hoped, because a vault is read in the background. Gives the last answer after 20 seconds, so that the
 * assertion on it can say what is wrong.
 */
export async function eventually<T>(ask: () => Promise<T>, isHoped: (answer: T) => boolean): Promise<T> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const answer = await ask();
    if (isHoped(answer) || Date.now() > deadline) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The next event that is as hoped; rejects after `limit` milliseconds. */
export function nextEvent<T>(
  event: vscode.Event<T>,
  isHoped: (value: T) => boolean,
  limit = 45_000,
): Promise<T> {
  return new Promise((resolve, reject) => {
    let last: T | undefined;
    const subscription = event((value) => {
      last = value;
      if (isHoped(value)) settle(() => resolve(value));
    });
    const timer = setTimeout(
      () =>
        settle(() =>
          reject(new Error(`No such event within ${limit} ms. The last one: ${JSON.stringify(last)}`)),
        ),
      limit,
    );
    function settle(finish: () => void): void {
      clearTimeout(timer);
      subscription.dispose();
      finish();
    }
  });
}
