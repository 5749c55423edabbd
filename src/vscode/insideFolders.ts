import { isBelow } from '../core/index/vaultPath';

/** Folders by the paths that they have without symbolic links, as far as somebody has asked. */
const realFolders = new Map<string, string>();

/**
 * Where a file really is, on the disk of a host that is Node; `undefined` where symbolic links on the way lead out of all given folders. Of a
 * file that is not there yet: where it would be made. Paths are absolute, as the system writes them. Rejects where nobody can say.
 */
export async function insideFolders(path: string, folders: readonly string[]): Promise<string | undefined> {
  const real = await realPath(path);
  if (folders.some((folder) => isBelow(realFolders.get(folder) ?? folder, real))) return real;
  // Asked for the first time, or a folder that is a link itself and leads elsewhere by now.
  for (const folder of folders) realFolders.set(folder, await realPath(folder));
  return folders.some((folder) => isBelow(realFolders.get(folder) ?? folder, real)) ? real : undefined;
}

async function realPath(path: string): Promise<string> {
  const { realpath } = await import('node:fs/promises');
  try {
    return await realpath(path);
  } catch {
    // Not there; or on a disk that has no such paths, where every folder is looked at.
    return realPathByParent(path);
  }
}

async function realPathByParent(path: string): Promise<string> {
  const [, parent = '', rest = ''] = /^(.*[^\\/])([\\/]+[^\\/]+)[\\/]*$/.exec(path) ?? [];
  // Who writes through a link that leads to nothing makes the file there.
  if (await isLink(path)) throw new Error('a symbolic link to nothing');
  if (/^[\\/]+\.\.$/.test(rest)) throw new Error('a way back from nothing');
  return parent === '' ? path : (await realPath(parent)) + rest;
}

async function isLink(path: string): Promise<boolean> {
  const { lstat } = await import('node:fs/promises');
  try {
    return (await lstat(path)).isSymbolicLink();
  } catch {
    return false;
  }
}
