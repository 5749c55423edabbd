import { dirname } from '../index/linkResolver';
import type { VaultIndex } from '../index/vaultIndex';
import { foldCase } from '../terms/fold';

type FilesIndex = Pick<VaultIndex, 'files' | 'namesRevision'>;

const known = new WeakMap<FilesIndex, { readonly revision: number; readonly folders: ReadonlySet<string> }>();

/** The folders in which a vault has files, folded, without `/` at their ends; `''` is its root. Kept until a file comes or goes. */
export function vaultFolders(index: FilesIndex): ReadonlySet<string> {
  const before = known.get(index);
  if (before?.revision === index.namesRevision) return before.folders;
  const folders = new Set(['']);
  for (const path of index.files.paths()) {
    for (let folder = foldCase(dirname(path)); !folders.has(folder); folder = dirname(folder))
      folders.add(folder);
  }
  known.set(index, { revision: index.namesRevision, folders });
  return folders;
}
