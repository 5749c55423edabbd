import * as vscode from 'vscode';
import { firstOccurrences, termsInNote } from '../core/features/termsInNote';
import type { ConceptTable } from '../core/index/conceptTable';
import { commandIds, demosOf } from './commands';
import { toVscodeRange } from './convert';
import { experiments } from './experimentCatalog';
import { openedLecture } from './sampleVault';
import type { SampleVaultOrder } from './sampleVaultCommand';
import { noteSelector, type Vaults } from './vaults';

/** How long a term is waited for while the vault is read, in milliseconds. */
const longestWait = 3000;

/**
 * The walkthrough's commands that show what there is to see: in the note that is open, else in the lecture of the sample vault, which is opened
 * for that where it is not.
 */
export function registerTryOut(vaults: Vaults, concepts: ConceptTable): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commandIds.showTerm, async () => {
      const editor = await showNote('term');
      if (editor) await showTerm(editor, vaults);
    }),
    vscode.commands.registerCommand(commandIds.runFirstDemo, async () => {
      const editor = await showNote('demo');
      if (editor) await runFirstDemo(editor.document, vaults, concepts);
    }),
  );
}

/** An editor with a note. `undefined` where the sample vault is being opened: its window shows what was asked for. */
async function showNote(next: 'term' | 'demo'): Promise<vscode.TextEditor | undefined> {
  const isNote = ({ document }: vscode.TextEditor): boolean =>
    vscode.languages.match(noteSelector, document) > 0;
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const shown = [...(activeTextEditor ? [activeTextEditor] : []), ...visibleTextEditors].find(isNote);
  if (shown) return vscode.window.showTextDocument(shown.document, shown.viewColumn);
  const tab = noteTab();
  if (tab) return vscode.window.showTextDocument(tab.uri, { viewColumn: tab.column });
  const lecture = await openedLecture();
  // The walkthrough stays in view.
  if (lecture) return vscode.window.showTextDocument(lecture, { viewColumn: vscode.ViewColumn.Beside });
  const order: SampleVaultOrder = { next };
  await vscode.commands.executeCommand(commandIds.openSampleVault, order);
  return undefined;
}

/** A note behind another tab. */
function noteTab(): { readonly uri: vscode.Uri; readonly column: vscode.ViewColumn } | undefined {
  for (const { tabs, viewColumn } of vscode.window.tabGroups.all) {
    for (const { input } of tabs) {
      if (input instanceof vscode.TabInputText && /\.md$/i.test(input.uri.path)) {
        return { uri: input.uri, column: viewColumn };
      }
    }
  }
  return undefined;
}

/** Puts the cursor on the first term of the vault in a note, and shows what a pointer would. */
async function showTerm(editor: vscode.TextEditor, vaults: Vaults): Promise<void> {
  const { document } = editor;
  const vault = vaults.vaultOf(document.uri);
  await vault.read(longestWait);
  const path = vault.pathOf(document.uri);
  const terms = vault.index.terms(path, vault.noteOf(document));
  const [first] = firstOccurrences(termsInNote(terms, path, document.getText()));
  if (!first) return offerSampleVault();
  const range = toVscodeRange(first.range);
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenter);
  await vscode.commands.executeCommand('editor.action.showHover');
}

async function offerSampleVault(): Promise<void> {
  const open = vscode.l10n.t('Open Sample Vault');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('This note uses no term that a glossary of the vault explains. The sample vault has some.'),
    open,
  );
  const order: SampleVaultOrder = { next: 'term' };
  if (chosen === open) await vscode.commands.executeCommand(commandIds.openSampleVault, order);
}

/** Where a note has no demo, all experiments are there to choose from. */
async function runFirstDemo(
  document: vscode.TextDocument,
  vaults: Vaults,
  concepts: ConceptTable,
): Promise<void> {
  await experiments.ready();
  const [first] = await demosOf(document, vaults.noteOf(document), concepts);
  await vscode.commands.executeCommand(commandIds.runDemo, ...(first ? [first.order] : []));
}
