import * as vscode from 'vscode';
import { errorText } from '../../core/errorText';
import type { DemoPlace } from '../../core/features/keepDemo';
import type { TextEdit } from '../../core/text';
import type { Origin } from '../../protocol/panelMessages';
import { toVscodeRange } from '../convert';
import { noteSelector } from '../vaults';

/** A note that the lab writes into, and where in it. */
export interface WritingPlace {
  readonly document: vscode.TextDocument;
  readonly place: DemoPlace;
}

/**
 * The place in a note that the lab was opened from; where it was opened from none, the user chooses among the open notes, at the cursor.
 * `undefined` when the user gives up. Rejects where there is no note, in a sentence for the user.
 * @param otherwise a further choice instead of a note.
 */
export async function chooseWritingPlace<T extends vscode.QuickPickItem>(
  origin: Origin | undefined,
  otherwise?: T,
): Promise<WritingPlace | T | undefined> {
  if (origin) {
    const { line, anchorText, demoLine } = origin;
    const place = { line, anchorText, ...(demoLine !== undefined && { demoLine }) };
    return { document: await openedNote(vscode.Uri.parse(origin.uri, true)), place };
  }
  const notes = openNotes().map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri }));
  const items = [...notes, ...(otherwise ? [otherwise] : [])];
  if (items.length === 0) throw new Error(vscode.l10n.t('Open the note first that it shall go into.'));
  const placeHolder = vscode.l10n.t('Into which note?');
  const picked = await vscode.window.showQuickPick<vscode.QuickPickItem>(items, { placeHolder });
  const uri = notes.find((item) => item === picked)?.uri;
  return uri ? placeAtCursor(uri) : picked && otherwise;
}

async function openedNote(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  if (vscode.languages.match(noteSelector, document) > 0) return document;
  throw new Error(vscode.l10n.t('{0} is no note.', uri.path));
}

/** The notes in tabs of this window, those in sight first, each once. */
function openNotes(): readonly vscode.Uri[] {
  const shown = vscode.window.visibleTextEditors
    .filter(({ document }) => vscode.languages.match(noteSelector, document) > 0)
    .map(({ document }) => document.uri);
  const inTabs = vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .flatMap(({ input }) => (input instanceof vscode.TabInputText ? [input.uri] : []))
    .filter(({ path }) => /\.md$/i.test(path));
  const byText = new Map([...shown, ...inTabs].map((uri) => [uri.toString(), uri]));
  return [...byText.values()];
}

/** Where the cursor is; the end of a note that is not in sight. */
async function placeAtCursor(uri: vscode.Uri): Promise<WritingPlace> {
  const document = await openedNote(uri);
  const editor = vscode.window.visibleTextEditors.find((other) => other.document === document);
  return { document, place: { line: editor?.selection.active.line ?? document.lineCount - 1 } };
}

/**
 * Changes a note as one edit, without saving it, and shows the changed place in the column that the note has. Rejects where the note
 * cannot be changed, and then nothing is.
 * @param line 0-based, of the note as it is then.
 */
export async function writeInto(
  document: vscode.TextDocument,
  edits: readonly TextEdit[],
  line: number,
): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of edits) edit.replace(document.uri, toVscodeRange(range), newText);
  if (edits.length > 0 && !(await vscode.workspace.applyEdit(edit))) throw new Error(changedText());
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  const start = new vscode.Position(line, 0);
  await vscode.window.showTextDocument(document, {
    viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One,
    selection: new vscode.Range(start, start),
  });
}

/** Why nothing is written into a note that is no longer what it was. */
export function changedText(): string {
  return vscode.l10n.t('The note cannot be changed, or has changed meanwhile.');
}

/** Why nothing is written where a code block above would swallow it. */
export function swallowedText(): string {
  return vscode.l10n.t('Above that place there is a code block that is never closed.');
}

/** Tells the user why nothing came of what the lab was asked to write. */
export function tellFailure(error: unknown): void {
  const reason = errorText(error);
  void vscode.window.showErrorMessage(vscode.l10n.t('The note was not changed: {0}', reason));
}
