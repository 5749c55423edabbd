import * as vscode from 'vscode';
import { buttonAnchors } from '../core/features/demoAnchors';
import type { ConceptTable } from '../core/index/conceptTable';
import { TextLines } from '../core/text';
import { noteSelector, type Vaults } from './vaults';

/** What `package.json` asks for, to offer the run button only where there is something to run. */
const key = 'lectureLab.noteHasDemos';

/** Keeps a context key that says whether the note in the active editor has demos. Looks again when the typing pauses. */
export function registerNoteHasDemos(vaults: Vaults, concepts: ConceptTable): vscode.Disposable {
  let last: boolean | undefined;
  const update = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    const hasDemos = document !== undefined && hasDemosIn(document, vaults, concepts);
    if (hasDemos === last) return;
    last = hasDemos;
    void vscode.commands.executeCommand('setContext', key, hasDemos);
  };
  update();
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(update),
    vaults.onDidChange(update),
  );
}

function hasDemosIn(document: vscode.TextDocument, vaults: Vaults, concepts: ConceptTable): boolean {
  if (vscode.languages.match(noteSelector, document) === 0) return false;
  const note = vaults.noteOf(document);
  return (
    note.demoBlocks.length > 0 || buttonAnchors(note, concepts, new TextLines(document.getText())).length > 0
  );
}
