import * as vscode from 'vscode';
import { draftRename } from '../../core/features/rename/draftRename';
import { isRefusal, type Refusal } from '../../core/features/rename/refusal';
import { type RenameTarget, renameTargetAt } from '../../core/features/rename/renameTarget';
import { TextLines } from '../../core/text';
import { toPosition, toVscodeRange } from '../convert';
import { refusalText, unreadVaultText } from '../renameTexts';
import type { Vault } from '../vault';
import { addTextEdits, type OwnRename, planInVault, type VaultRename } from '../vaultRename';
import { noteSelector, type Vaults } from '../vaults';

/** How long the input box waits for the vault, in milliseconds: what stands at the cursor is mostly known without. */
const longestWaitForName = 2_000;

/** How long the rename itself waits until the vault is read, in milliseconds. */
const longestWaitForVault = 60_000;

/** Rename Symbol (F2) for notes, headings, block ids, tags and aliases. */
export function registerRename(vaults: Vaults, ownRename: OwnRename): vscode.Disposable {
  return vscode.languages.registerRenameProvider(noteSelector, {
    prepareRename: async (document, position) => {
      const vault = vaults.vaultOf(document.uri);
      await vault.read(longestWaitForName);
      const target = targetAt(vault, document, position);
      if (isRefusal(target)) throw new Error(refusalText(target));
      return { range: toVscodeRange(target.range), placeholder: target.name };
    },
    provideRenameEdits: async (document, position, newName) => {
      const vault = vaults.vaultOf(document.uri);
      await vault.read(longestWaitForVault);
      if (!vault.isRead) return refused(unreadVaultText());
      const rename = await renameAt(vault, document, position, newName);
      if (isRefusal(rename)) return refused(refusalText(rename));
      ownRename.announce(rename);
      return workspaceEdit(rename);
    },
  });
}

function targetAt(
  vault: Vault,
  document: vscode.TextDocument,
  position: vscode.Position,
): RenameTarget | Refusal {
  const note = vault.noteOf(document);
  const lines = new TextLines(document.getText());
  return renameTargetAt(vault.index, { path: vault.pathOf(document.uri), note, lines }, toPosition(position));
}

async function renameAt(
  vault: Vault,
  document: vscode.TextDocument,
  position: vscode.Position,
  newName: string,
): Promise<VaultRename | Refusal> {
  const target = targetAt(vault, document, position);
  if (isRefusal(target)) return target;
  const draft = draftRename(vault.index, target.renamable, newName);
  return isRefusal(draft) ? draft : planInVault(vault, draft);
}

/** An error would hand the rename over to VS Code's own Markdown support, which knows nothing of wikilinks and would do half of it. */
function refused(reason: string): vscode.WorkspaceEdit {
  void vscode.window.showWarningMessage(vscode.l10n.t('Nothing was renamed. {0}', reason));
  return new vscode.WorkspaceEdit();
}

/** Texts first, under the old path: one undo takes all of it back. */
function workspaceEdit(rename: VaultRename): vscode.WorkspaceEdit {
  const { vault, plan } = rename;
  const edit = new vscode.WorkspaceEdit();
  addTextEdits(edit, rename);
  for (const { from, to } of plan.moves) {
    edit.renameFile(vault.uriOf(from), vault.uriOf(to), { overwrite: false });
  }
  return edit;
}
