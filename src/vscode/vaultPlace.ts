import * as vscode from 'vscode';
import { isNotePath } from '../core/index/linkResolver';

/**
 * The file that a URI names which comes from a page, a link or another extension; `undefined` for one that these have no business with.
 * What may be named is in the workspace, open, or a note on this machine's own disk: a page must not have VS Code ask a server on the
 * network, or open whatever lies about.
 */
export function vaultPlace(text: string): vscode.Uri | undefined {
  const uri = parsed(text);
  if (!uri || uri.path.split(/[\\/]/).includes('..')) return undefined;
  const isOwn =
    vscode.workspace.getWorkspaceFolder(uri) !== undefined ||
    vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString()) ||
    (uri.scheme === 'file' && uri.authority === '' && isNotePath(uri.path));
  return isOwn ? uri : undefined;
}

function parsed(text: string): vscode.Uri | undefined {
  try {
    return vscode.Uri.parse(text, true);
  } catch {
    return undefined;
  }
}
