import * as vscode from 'vscode';

/** Adds a folder to the window, as its last one, while something is done. The folder itself is left as it is. */
export async function withWorkspaceFolder(folder: vscode.Uri, act: () => Promise<void>): Promise<void> {
  await addWorkspaceFolder(folder);
  try {
    await act();
  } finally {
    await removeWorkspaceFolder(folder);
  }
}

/** Resolves when the window has the folder, as its last one. */
export function addWorkspaceFolder(uri: vscode.Uri): Promise<void> {
  const count = vscode.workspace.workspaceFolders?.length ?? 0;
  return changed(() => vscode.workspace.updateWorkspaceFolders(count, 0, { uri }));
}

/** Resolves when the window is without the folder. */
export function removeWorkspaceFolder(uri: vscode.Uri): Promise<void> {
  const index = vscode.workspace.workspaceFolders?.findIndex(
    (folder) => folder.uri.toString() === uri.toString(),
  );
  if (index === undefined || index < 0) throw new Error(`The window has no folder ${uri}.`);
  return changed(() => vscode.workspace.updateWorkspaceFolders(index, 1));
}

function changed(change: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const subscription = vscode.workspace.onDidChangeWorkspaceFolders(() => {
      subscription.dispose();
      resolve();
    });
    if (change()) return;
    subscription.dispose();
    reject(new Error('VS Code refused to change the folders of the window.'));
  });
}
