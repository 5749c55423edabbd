import { strict as assert } from 'node:assert';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import * as vscode from 'vscode';
import { folder } from './kit';

/** What scripts/lib/inHostTests.mjs says of this run. */
interface Options {
  readonly isNightly: boolean;
  /** Where figures are kept for docs/reliability.md. */
  readonly figureFolder: string;
}

/** How this run was ordered. */
export function options(): Options {
  const { workspaceFile } = vscode.workspace;
  if (!workspaceFile) throw new Error('The tests need a workspace file.');
  return JSON.parse(readFileSync(vscode.Uri.joinPath(workspaceFile, '../options.json').fsPath, 'utf8'));
}

/** As `recordFigure` of test/kit/reliability.ts, which knows the size of a run by the environment. */
export function recordFigure(id: string, value: number): void {
  const { isNightly, figureFolder } = options();
  mkdirSync(figureFolder, { recursive: true });
  const figure = { id, value, size: isNightly ? 'nightly' : 'ci' };
  writeFileSync(join(figureFolder, `${id}.json`), `${JSON.stringify(figure)}\n`);
}

/** Milliseconds until a vault must have caught up with what has happened to it: a guard against hangs, on any machine. */
export const limit = 240_000;

/** Asks until the answer agrees with what is so on disk, and fails with the difference where it never does. Both are asked again each time. */
export async function agrees<T>(ask: () => Promise<T>, expected: () => T): Promise<void> {
  const deadline = Date.now() + limit;
  for (;;) {
    const [answer, wanted] = [await ask(), expected()];
    if (JSON.stringify(answer) === JSON.stringify(wanted)) return;
    if (Date.now() > deadline) assert.deepEqual(answer, wanted);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The folder of the scratch vault on this machine. */
export const root = () => folder('scratch').fsPath;

/** A path of the scratch vault on this machine. */
export const place = (path: string) => join(root(), path);

/** A path of the scratch vault for VS Code. */
export const uriOf = (path: string) => vscode.Uri.joinPath(folder('scratch'), path);

/** The path in the scratch vault, with `/`. */
export const pathOf = (uri: vscode.Uri) => relative(root(), uri.fsPath).split(sep).join('/');

/** Writes a file of the scratch vault, with the folders that it needs, as another program does. */
export function put(path: string, text: string): void {
  mkdirSync(dirname(place(path)), { recursive: true });
  writeFileSync(place(path), text);
}

/** The links of a text, as written. */
export const linksIn = (text: string): readonly string[] =>
  Array.from(text.matchAll(/\[\[([^\]]+)\]\]/g), ([, link]) => link as string);

/** Where the links of a note lead, as VS Code is told: text of the link and path, in their order. Links to nothing are not among them. */
export async function linksOf(document: vscode.TextDocument): Promise<readonly string[]> {
  const links = await vscode.commands.executeCommand<readonly vscode.DocumentLink[]>(
    'vscode.executeLinkProvider',
    document.uri,
  );
  return links.map(
    ({ range, target }) => `${document.getText(range).slice(2, -2)} → ${target ? pathOf(target) : ''}`,
  );
}

/** The notes that link to a note, once for each link; the note's first line must be without links and no heading. */
export async function sourcesOf(path: string): Promise<readonly string[]> {
  const locations = await vscode.commands.executeCommand<readonly vscode.Location[]>(
    'vscode.executeReferenceProvider',
    uriOf(path),
    new vscode.Position(0, 0),
  );
  const sources = locations.map(({ uri }) => pathOf(uri)).filter((source) => source !== path);
  return sources.sort();
}
