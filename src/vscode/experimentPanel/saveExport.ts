import * as vscode from 'vscode';
import { errorText } from '../../core/errorText';
import { writeWhole } from '../writeWhole';
import { type CheckedExport, checkExport, type ExportOrder } from './exportOrder';

/** Why a file of the page is not written, for the learner. */
export function refusalText(refusal: Extract<CheckedExport, { refusal: string }>['refusal']): string {
  switch (refusal) {
    case 'bad-name':
      return vscode.l10n.t('The lab asked for a file name that is not allowed.');
    case 'too-large':
      return vscode.l10n.t('The picture is larger than 20 MB.');
    case 'wrong-content':
      return vscode.l10n.t('The lab sent something other than a picture or a table.');
  }
}

/** Where a file is first offered to be saved: the folder of the note where it is on a file system that can be written to, else the workspace's first; `undefined`: there is none. */
export function startFolder(note: string | undefined): vscode.Uri | undefined {
  const uri = note === undefined ? undefined : vscode.Uri.parse(note);
  if (uri && vscode.workspace.fs.isWritableFileSystem(uri.scheme)) return vscode.Uri.joinPath(uri, '..');
  return vscode.workspace.workspaceFolders?.[0]?.uri;
}

function filterOf(format: ExportOrder['format']): Record<string, string[]> {
  const names = {
    png: vscode.l10n.t('Picture'),
    svg: vscode.l10n.t('Vector graphic'),
    csv: vscode.l10n.t('Table'),
  };
  return { [names[format]]: [format] };
}

async function write(target: vscode.Uri, bytes: Uint8Array): Promise<void> {
  await writeWhole(target, bytes);
  const open = vscode.l10n.t('Open');
  const path = vscode.workspace.asRelativePath(target);
  const answer = await vscode.window.showInformationMessage(vscode.l10n.t('Saved as {0}', path), open);
  if (answer === open) await vscode.commands.executeCommand('vscode.open', target);
}

/**
 * Saves what the page asks to have saved where the learner says, and tells where that was. `note` is the URI of the note that the lab was
 * opened from. Failures are told to the learner.
 */
export async function saveExport(order: ExportOrder, note: string | undefined): Promise<void> {
  try {
    const checked = checkExport(order);
    if ('refusal' in checked) throw new Error(refusalText(checked.refusal));
    const folder = startFolder(note);
    const defaultUri = folder ? vscode.Uri.joinPath(folder, order.fileName) : vscode.Uri.file(order.fileName);
    const target = await vscode.window.showSaveDialog({ defaultUri, filters: filterOf(order.format) });
    if (target) await write(target, checked.bytes);
  } catch (error) {
    const reason = errorText(error);
    void vscode.window.showErrorMessage(vscode.l10n.t('Nothing was saved: {0}', reason));
  }
}
