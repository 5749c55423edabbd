import * as vscode from 'vscode';
import { errorText } from '../core/errorText';

/**
 * Writes a file whole or not at all: beside its place first, then moved there. A file that was there before stays as it was where writing
 * fails. Rejects in a sentence for the user that says what to do.
 */
export async function writeWhole(target: vscode.Uri, bytes: Uint8Array): Promise<void> {
  const beside = target.with({ path: `${target.path}.${crypto.randomUUID()}.tmp` });
  try {
    await vscode.workspace.fs.writeFile(beside, bytes);
    await vscode.workspace.fs.rename(beside, target, { overwrite: true });
  } catch (error) {
    // On a full disk the half of a file is what keeps others from being written.
    await removeIfThere(beside);
    throw new Error(
      vscode.l10n.t(
        '{0} cannot be written. Check whether the disk is full and whether the folder can be written to. ({1})',
        vscode.workspace.asRelativePath(target),
        errorText(error),
      ),
    );
  }
}

/** Deletes a file; one that is gone already is no failure. */
export async function removeIfThere(uri: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.delete(uri);
  } catch {
    // Somebody else was faster.
  }
}
