import { basename, dirname, isNotePath, noteName } from '../index/linkResolver';
import type { ObsidianSettings } from '../index/obsidianSettings';
import type { VaultIndex } from '../index/vaultIndex';
import { BestOf, fitOf, searchKey } from './textSearch';

/** A file that a link can name, by its own name or by one of its aliases. */
export interface FileChoice {
  readonly kind: 'note' | 'attachment' | 'alias';
  readonly path: string;
  /** The note's name, the attachment's with its extension, or the alias. */
  readonly name: string;
  /** Whether it is one of Obsidian's excluded files. */
  readonly isIgnored: boolean;
  readonly folder: string;
  /** Search keys of the name and of the whole path without `.md`. */
  readonly key: string;
  readonly pathKey: string;
}

/** What completion asks of an index. */
export type NamesIndex = Pick<VaultIndex, 'files' | 'notes' | 'namesRevision'>;

/** All that can be chosen in a vault. */
interface KnownChoices {
  readonly revision: number;
  readonly settings: ObsidianSettings;
  readonly choices: readonly FileChoice[];
}

/** Looking through a vault takes long, looking through a list that is made at once does not: it is kept until a name changes. */
const knownChoices = new WeakMap<NamesIndex, KnownChoices>();

/**
 * The files and aliases that fit what was typed, best first: excluded files behind all others, then by how well they fit, attachments
 * before notes where they are wanted, then what is in the folder of the note `source`.
 * @param typed a name, or the path of a file where it has a `/`.
 */
export function fileChoices(
  index: NamesIndex,
  settings: ObsidianSettings,
  typed: string,
  { source, prefersAttachments, limit }: { source: string; prefersAttachments: boolean; limit: number },
): readonly FileChoice[] {
  const wanted = searchKey(typed.trim());
  const byPath = wanted.includes('/');
  const folder = dirname(source);
  const best = new BestOf<{ choice: FileChoice; order: number }>(
    limit,
    (a, b) => a.order - b.order || compareKeys(a.choice, b.choice),
  );
  for (const choice of choicesOf(index, settings)) {
    const fit = fitOf(byPath ? choice.pathKey : choice.key, wanted);
    if (fit === undefined) continue;
    const isLater = (choice.kind === 'attachment') !== prefersAttachments;
    const isFar = choice.folder !== folder;
    best.add({
      choice,
      order: (choice.isIgnored ? 100 : 0) + fit * 10 + (isLater ? 2 : 0) + (isFar ? 1 : 0),
    });
  }
  return best.items.map(({ choice }) => choice);
}

/** All files of a vault with their search keys. */
export function vaultFiles(index: NamesIndex, settings: ObsidianSettings): readonly FileChoice[] {
  return choicesOf(index, settings).filter(({ kind }) => kind !== 'alias');
}

function compareKeys(a: FileChoice, b: FileChoice): number {
  return a.key.length - b.key.length || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}

function choicesOf(index: NamesIndex, settings: ObsidianSettings): readonly FileChoice[] {
  const known = knownChoices.get(index);
  if (known?.revision === index.namesRevision && known.settings === settings) return known.choices;
  const choices = [...index.files.paths()].map((path) => fileChoice(path, settings));
  for (const [path, { properties }] of index.notes()) {
    for (const name of properties.aliases) {
      choices.push({ ...fileChoice(path, settings), kind: 'alias', name, key: searchKey(name) });
    }
  }
  knownChoices.set(index, { revision: index.namesRevision, settings, choices });
  return choices;
}

function fileChoice(path: string, settings: ObsidianSettings): FileChoice {
  const isNote = isNotePath(path);
  const name = isNote ? noteName(path) : basename(path);
  const pathKey = searchKey(isNote ? path.slice(0, -'.md'.length) : path);
  return {
    kind: isNote ? 'note' : 'attachment',
    path,
    name,
    isIgnored: settings.ignored(path),
    folder: dirname(path),
    key: pathKey.slice(pathKey.lastIndexOf('/') + 1),
    pathKey,
  };
}
