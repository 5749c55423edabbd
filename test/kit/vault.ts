import { isNotePath } from '../../src/core/index/linkResolver';
import { VaultIndex } from '../../src/core/index/vaultIndex';
import { parseNote } from '../../src/core/notes/parseNote';

/** A vault in memory: texts by path; what is no note is an attachment. */
export function vaultOf(
  files: Readonly<Record<string, string>>,
  glossaryNotes: readonly string[] = [],
): VaultIndex {
  const index = new VaultIndex(glossaryNotes);
  for (const [path, text] of Object.entries(files)) {
    if (isNotePath(path)) index.setNote(path, parseNote(text));
    else index.addAttachment(path);
  }
  return index;
}
