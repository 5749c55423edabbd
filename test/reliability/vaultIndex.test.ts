import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileChoices } from '../../src/core/features/fileChoices';
import { glossaryByNote, glossaryList, missingTerms } from '../../src/core/features/glossaryList';
import { findSymbols } from '../../src/core/features/symbols';
import { vaultFolders } from '../../src/core/features/vaultFolders';
import { vaultTags } from '../../src/core/features/vaultTags';
import { dirname, isNotePath } from '../../src/core/index/linkResolver';
import { parseObsidianSettings } from '../../src/core/index/obsidianSettings';
import { VaultIndex } from '../../src/core/index/vaultIndex';
import { parseNote } from '../../src/core/notes/parseNote';
import { neighboursOf } from '../../src/core/page/neighbours';
import { anyLinkPath, anyName, anyPath } from '../kit/anyVault';
import { casesOf, recordFigure, seed } from '../kit/reliability';

type Files = ReadonlyMap<string, string>;

/** One thing that happens to a vault; files are chosen by a number among those that are there. */
type Operation =
  | { readonly kind: 'write'; readonly path: string; readonly text: string }
  | { readonly kind: 'edit'; readonly file: number; readonly text: string }
  | { readonly kind: 'delete'; readonly file: number }
  | { readonly kind: 'move'; readonly file: number; readonly path: string }
  | { readonly kind: 'moveFolder'; readonly file: number; readonly folder: string }
  | { readonly kind: 'ask' };

const settings = parseObsidianSettings('{}');
const glossaries = ['Glossar'];
const names = ['A', 'Note', 'x y', 'Größe', 'Glossar', 'VL 1'];

const line = fc.oneof(
  fc
    .tuple(fc.constantFrom('[[', '![['), anyLinkPath, fc.constantFrom('', '#A', '#Größe#B', '#^b', '|x'))
    .map(([open, path, rest]) => `${open}${path}${rest}]]`),
  anyLinkPath.map((path) => `[x](<${path}>)`),
  fc.tuple(fc.constantFrom('# ', '## ', '### '), anyName).map((parts) => parts.join('')),
  anyName.map((name) => `**${name}**: ist ein Begriff, s. [[#A]].`),
  anyName.map((name) => `> [!info] Definition: ${name}\n> Text.`),
  fc.constantFrom('Text ^b', '#tag/a #b', '[[#^b]]', ''),
);

const properties = fc.record({
  aliases: fc.array(anyName, { maxLength: 2 }),
  glossary: fc.option(anyName),
});

const noteText = fc.tuple(fc.option(properties), fc.array(line, { maxLength: 6 })).map(([head, lines]) => {
  const quoted = (name: string) => JSON.stringify(name);
  const glossary = head?.glossary ? `glossary: ${quoted(head.glossary)}\n` : '';
  const yaml = head ? `---\naliases: [${head.aliases.map(quoted)}]\n${glossary}---\n` : '';
  return `${yaml}${lines.join('\n\n')}\n`;
});

const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('write' as const), path: anyPath, text: noteText }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('edit' as const), file: fc.nat(50), text: noteText }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('delete' as const), file: fc.nat(50) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('move' as const), file: fc.nat(50), path: anyPath }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('moveFolder' as const),
      file: fc.nat(50),
      folder: fc.constantFrom('', 'c', 'a/b', 'Ü'),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'ask' as const }) },
);

/** The paths that a move gives to files: none where it changes nothing. */
function movesOf(files: Files, change: Operation & { readonly kind: 'move' | 'moveFolder' }): Files {
  const file = [...files.keys()][change.file % Math.max(1, files.size)];
  if (file === undefined) return new Map();
  if (change.kind === 'move')
    return new Map(isNotePath(file) === isNotePath(change.path) ? [[file, change.path]] : []);
  const folder = dirname(file);
  if (folder === '') return new Map();
  const inside = [...files.keys()].filter((path) => path.startsWith(`${folder}/`));
  const prefix = change.folder === '' ? '' : `${change.folder}/`;
  return new Map(inside.map((path) => [path, prefix + path.slice(folder.length + 1)]));
}

/** A vault as a list of files, and an index that is told of each change. */
class ChangingVault {
  readonly files = new Map<string, string>();
  readonly index = new VaultIndex(glossaries);

  do(change: Operation): void {
    switch (change.kind) {
      case 'write':
        this.#write(change.path, change.text);
        break;
      case 'edit':
        this.#withFile(change.file, (path) => this.#write(path, change.text));
        break;
      case 'delete':
        this.#withFile(change.file, (path) => this.#delete(path));
        break;
      case 'ask':
        answersOf(this.index, this.files);
        break;
      default:
        for (const [from, to] of movesOf(this.files, change)) this.#move(from, to);
    }
  }

  #withFile(number: number, work: (path: string) => void): void {
    const path = [...this.files.keys()][number % Math.max(1, this.files.size)];
    if (path !== undefined) work(path);
  }

  #write(path: string, text: string): void {
    this.files.set(path, text);
    tell(this.index, path, text);
  }

  #delete(path: string): void {
    this.files.delete(path);
    this.index.delete(path);
  }

  #move(from: string, to: string): void {
    const text = this.files.get(from) ?? '';
    this.#delete(from);
    this.#write(to, text);
  }
}

function tell(index: VaultIndex, path: string, text: string): void {
  if (isNotePath(path)) index.setNote(path, parseNote(text));
  else index.addAttachment(path);
}

/** An index that has never known anything else. */
function freshIndex(files: Files): VaultIndex {
  const index = new VaultIndex(glossaries);
  for (const path of [...files.keys()].sort()) tell(index, path, files.get(path) ?? '');
  return index;
}

const isIgnored = (path: string): boolean => path.startsWith('b/');
const sorted = (entries: Iterable<unknown>): readonly string[] =>
  Array.from(entries, (entry) => JSON.stringify(entry)).sort();

/** Everything that an index can be asked, in an order that does not depend on what happened before. */
function answersOf(index: VaultIndex, files: Files): Readonly<Record<string, readonly string[]>> {
  const paths = [...files.keys()].sort();
  const words = names.join(' und ');
  const choices = { source: 'a/A.md', prefersAttachments: false, limit: 1000 };
  return {
    files: sorted(index.files.paths()),
    notes: sorted(Array.from(index.notes(), ([path]) => path)),
    links: paths.flatMap((path) =>
      (index.note(path)?.links ?? []).map((link) => JSON.stringify([path, index.resolve(link, path)])),
    ),
    backlinks: paths.flatMap((path) => sorted(index.backlinks(path).map((backlink) => [path, backlink]))),
    definitions: paths.map((path) => JSON.stringify(index.definitions(path))),
    terms: [undefined, ...paths].flatMap((path) =>
      index
        .terms(path)
        .findAll(words)
        .map(({ values, ...place }) => JSON.stringify([path, place, sorted(values)])),
    ),
    aliases: names.map((name) => JSON.stringify([...index.notesWithAlias(name)].sort())),
    sources: names.map((name) => JSON.stringify([...index.sourcesOfName(name)].sort())),
    folders: sorted(vaultFolders(index)),
    neighbours: paths.map((path) => JSON.stringify(neighboursOf(index, path))),
    symbols: sorted(findSymbols(index, '', isIgnored)),
    tags: sorted(vaultTags(index)),
    choices: sorted(fileChoices(index, settings, '', choices)),
    glossary: sorted(glossaryList(index, isIgnored)),
    glossaryByNote: sorted(glossaryByNote(index, isIgnored)),
    missing: sorted(missingTerms(index, isIgnored)),
    count: [String(index.noteCount)],
  };
}

function expectSameAsFresh({ index, files }: ChangingVault): void {
  expect(answersOf(index, files)).toEqual(answersOf(freshIndex(files), files));
}

/** After how many operations the two are compared. */
const between = 50;

describe('A vault in which notes, attachments and folders come, change, move and go', () => {
  it('answers every question as one that has just been read', () => {
    let count = 0;
    const lives = fc.array(operation, { minLength: 3 * between, maxLength: 5 * between, size: 'max' });
    fc.assert(
      fc.property(lives, (operations) => {
        const vault = new ChangingVault();
        operations.forEach((change, at) => {
          vault.do(change);
          if (at % between === between - 1) expectSameAsFresh(vault);
        });
        expectSameAsFresh(vault);
        count += operations.length;
      }),
      { numRuns: casesOf('vault-lives'), seed },
    );
    recordFigure('vault-operations', count);
  });
});
