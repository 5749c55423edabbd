import type { VaultIndex } from '../index/vaultIndex';
import { foldCase } from '../terms/fold';

/** A tag of the vault. */
export interface VaultTag {
  /** Without `#`, as it is written first. */
  readonly name: string;
  /** How many times it is used; of `a` also the uses of `a/b`. */
  readonly count: number;
}

/** All tags of a vault, those in properties and the upper ones of nested tags included; the most used first. */
export function vaultTags(index: Pick<VaultIndex, 'notes'>): readonly VaultTag[] {
  const uses = new Map<string, number>();
  const use = (name: string): void => {
    uses.set(name, (uses.get(name) ?? 0) + 1);
  };
  for (const [, note] of index.notes()) {
    for (const { name } of note.tags) use(name);
    for (const name of note.properties.tags) use(name);
  }
  const tags = new Map<string, VaultTag>();
  for (const [written, count] of uses) {
    for (const name of withUpperTags(written)) {
      const key = foldCase(name);
      const known = tags.get(key);
      tags.set(key, { name: known?.name ?? name, count: (known?.count ?? 0) + count });
    }
  }
  return [...tags.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

/** `a/b/c` is also an `a/b` and an `a`. */
function withUpperTags(name: string): readonly string[] {
  const parts = name.split('/').filter((part) => part !== '');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
