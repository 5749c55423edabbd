import * as vscode from 'vscode';
import { isBelow } from '../core/index/vaultPath';
import { insideFolders } from './insideFolders';

/** What a disk says about a path. */
export interface FileState {
  readonly isFolder: boolean;
  /** In bytes. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly mtime: number;
}

/**
 * Where the files of a vault are. `stat` and `read` give `undefined` for what is not there, not readable, or neither file nor folder. Nothing is read through symbolic
 * links that lead out of the vault and of all other folders of the workspace: a vault that somebody else has made must not show its reader
 * files that are none of it, or put them into an exported page.
 */
export interface Disk {
  /** Follows symbolic links anywhere. */
  stat(uri: vscode.Uri): Promise<FileState | undefined>;
  read(uri: vscode.Uri): Promise<Uint8Array | undefined>;
  /** Whether a file is in the vault, symbolic links followed; of one that is not there yet: whether it would be. */
  holds(uri: vscode.Uri): Promise<boolean>;
}

/** The disk of a folder: by Node where this host is one and the folder is on its machine, else by VS Code, which takes several times as long. */
export function diskOf(root: vscode.Uri): Disk {
  return isOnNode(root) ? nodeDisk(root) : workspaceDisk(root);
}

/** Whether a folder is watched by what watches folders one by one, and not trees: Linux, see `YoungFolders`. */
export function isWatchedByFolder(root: vscode.Uri): boolean {
  return isOnNode(root) && nodeProcess()?.platform === 'linux';
}

/** Whether something readable has this path. */
export async function isThere(uri: vscode.Uri): Promise<boolean> {
  return (await diskOf(uri).stat(uri)) !== undefined;
}

/** Rejects, in a sentence for the user, where a file of a vault would be written through a link that leads out of it. */
export async function checkHeld(root: vscode.Uri, uri: vscode.Uri): Promise<void> {
  if (await diskOf(root).holds(uri)) return;
  const path = vscode.workspace.asRelativePath(uri);
  throw new Error(
    vscode.l10n.t('{0} leads out of the vault through a symbolic link, so nothing is written there.', path),
  );
}

/** Whether this host is Node and a folder is on its machine. */
function isOnNode(root: vscode.Uri): boolean {
  return root.scheme === 'file' && nodeProcess()?.versions?.node !== undefined;
}

/** In the browser there is no `process`. */
function nodeProcess() {
  const { process } = globalThis as { process?: { versions?: { node?: string }; platform?: string } };
  return process;
}

function nodeDisk(root: vscode.Uri): Disk {
  const placeOf = (uri: vscode.Uri) =>
    ifThere(() => insideFolders(uri.fsPath, [root.fsPath, ...foldersOnDisk()]));
  return {
    stat: (uri) =>
      ifThere(async () => {
        const { stat } = await import('node:fs/promises');
        const found = await stat(uri.fsPath);
        const isFolder = found.isDirectory();
        if (isFolder ? await leadsBack(uri) : !found.isFile()) return undefined;
        return { isFolder, size: found.size, mtime: found.mtimeMs };
      }),
    read: (uri) =>
      ifThere(async () => {
        const { readFile, stat } = await import('node:fs/promises');
        const place = await placeOf(uri);
        // Whoever opens a pipe waits for its other end, and a device has no end.
        return place !== undefined && (await stat(place)).isFile() ? readFile(place) : undefined;
      }),
    holds: async (uri) => (await placeOf(uri)) !== undefined,
  };
}

/** Whether a folder is a symbolic link to a folder that it is in: below it everything would be there again, without end. */
async function leadsBack(uri: vscode.Uri): Promise<boolean> {
  const { lstat, realpath } = await import('node:fs/promises');
  return (
    (await lstat(uri.fsPath)).isSymbolicLink() &&
    isBelow(await realpath(uri.fsPath), await realpath(vscode.Uri.joinPath(uri, '..').fsPath))
  );
}

function foldersOnDisk(): readonly string[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.filter(({ uri }) => uri.scheme === 'file').map(({ uri }) => uri.fsPath);
}

/** VS Code says what is a symbolic link, but not where it leads: through none of them anything is read or written. */
function workspaceDisk(root: vscode.Uri): Disk {
  const plainFolders = new Set<string>([root.path]);
  const isPlain = async (uri: vscode.Uri): Promise<boolean> => {
    if (plainFolders.has(uri.path)) return true;
    const type = (await ifThere(async () => vscode.workspace.fs.stat(uri)))?.type ?? vscode.FileType.Unknown;
    const parent = vscode.Uri.joinPath(uri, '..');
    if ((type & vscode.FileType.SymbolicLink) !== 0 || parent.path === uri.path) return false;
    const isInPlain = await isPlain(parent);
    if (isInPlain && type === vscode.FileType.Directory) plainFolders.add(uri.path);
    return isInPlain;
  };
  return {
    stat: (uri) =>
      ifThere(async () => {
        const { type, size, mtime } = await vscode.workspace.fs.stat(uri);
        return { isFolder: (type & vscode.FileType.Directory) !== 0, size, mtime };
      }),
    read: (uri) =>
      ifThere(async () => ((await isPlain(uri)) ? vscode.workspace.fs.readFile(uri) : undefined)),
    holds: isPlain,
  };
}

async function ifThere<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch {
    return undefined;
  }
}
