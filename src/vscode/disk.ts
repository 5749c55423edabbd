import * as vscode from 'vscode';

/** What a disk says about a path. */
export interface FileState {
  readonly isFolder: boolean;
  /** In bytes. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly mtime: number;
}

/** Where the files of a vault are. Both functions give `undefined` for what is not there or not readable. */
export interface Disk {
  stat(uri: vscode.Uri): Promise<FileState | undefined>;
  read(uri: vscode.Uri): Promise<Uint8Array | undefined>;
}

/** The disk of a folder: by Node where this host is one and the folder is on its machine, else by VS Code, which takes several times as long. */
export function diskOf(root: vscode.Uri): Disk {
  return root.scheme === 'file' && isNode() ? nodeDisk : workspaceDisk;
}

/** Whether something readable has this path. */
export async function isThere(uri: vscode.Uri): Promise<boolean> {
  return (await diskOf(uri).stat(uri)) !== undefined;
}

/** In the browser there is no `process`. */
function isNode(): boolean {
  return (globalThis as { process?: { versions?: { node?: string } } }).process?.versions?.node !== undefined;
}

const nodeDisk: Disk = {
  stat: (uri) =>
    ifThere(async () => {
      const { stat } = await import('node:fs/promises');
      const found = await stat(uri.fsPath);
      return { isFolder: found.isDirectory(), size: found.size, mtime: found.mtimeMs };
    }),
  read: (uri) =>
    ifThere(async () => {
      const { readFile } = await import('node:fs/promises');
      return readFile(uri.fsPath);
    }),
};

const workspaceDisk: Disk = {
  stat: (uri) =>
    ifThere(async () => {
      const { type, size, mtime } = await vscode.workspace.fs.stat(uri);
      return { isFolder: (type & vscode.FileType.Directory) !== 0, size, mtime };
    }),
  read: (uri) => ifThere(async () => vscode.workspace.fs.readFile(uri)),
};

async function ifThere<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch {
    return undefined;
  }
}
