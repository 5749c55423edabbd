import * as vscode from 'vscode';
import { firstOccurrences, termsInNote } from '../core/features/termsInNote';
import { toVscodeRange } from './convert';
import { settings } from './settings';
import { noteSelector, type Vaults } from './vaults';

/** How long the typing must pause before terms are looked for again, in milliseconds. */
const pause = 400;

/** Underlines the vault's terms where they first occur in a note, for those who have asked for it. */
export function registerTermUnderlines(vaults: Vaults): vscode.Disposable {
  const decoration = vscode.window.createTextEditorDecorationType({
    textDecoration: 'underline dotted; text-underline-offset: 3px',
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const updateSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      for (const editor of vscode.window.visibleTextEditors) underline(editor, decoration, vaults);
    }, pause);
  };
  updateSoon();
  return vscode.Disposable.from(
    decoration,
    { dispose: () => clearTimeout(timer) },
    vscode.window.onDidChangeVisibleTextEditors(updateSoon),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('lectureLab')) updateSoon();
    }),
    vaults.onDidChange(updateSoon),
  );
}

function underline(
  editor: vscode.TextEditor,
  decoration: vscode.TextEditorDecorationType,
  vaults: Vaults,
): void {
  const { document } = editor;
  if (vscode.languages.match(noteSelector, document) === 0) return;
  const isWanted = settings.underlineTerms(document.uri);
  editor.setDecorations(decoration, isWanted ? firstTerms(document, vaults) : []);
}

function firstTerms(document: vscode.TextDocument, vaults: Vaults): vscode.Range[] {
  const vault = vaults.vaultOf(document.uri);
  const path = vault.pathOf(document.uri);
  const terms = vault.index.terms(path, vault.noteOf(document));
  const places = firstOccurrences(termsInNote(terms, path, document.getText()));
  return places.map(({ range }) => toVscodeRange(range));
}
