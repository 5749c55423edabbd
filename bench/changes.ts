// Single changes in a vault that is read, until links, backlinks and lenses are right again. changes DIR
import type { VaultIndex } from '../src/core/index/vaultIndex';
import type { Note } from '../src/core/notes/note';
import { parseNote } from '../src/core/notes/parseNote';
import { TextLines } from '../src/core/text';
import { concepts, indexVault, refresh, textOf } from './indexVault';
import { argument, median, quantile, report, times } from './measure';

const folder = argument(0);

/** Notes of this length are what is edited most. */
const typicalLength = 2000;

/** Enough that a pause of the garbage collector does not decide. */
const repetitions = 100;

/** A change of a hub's name touches all that link to it. */
const hubRepetitions = 7;

interface Subject {
  readonly path: string;
  readonly note: Note;
}

const index = indexVault(folder);
const backlinkCounts = countBacklinks(index);
const typical = noteOfLength(typicalLength);
const hub = mostLinked();
// Terms are put into their table when somebody first asks for one; that is part of the start.
index.terms().findAt('', 0);
concepts.findAll('');

report({
  notes: index.noteCount,
  hub: hub.path,
  hubBacklinks: backlinkCounts.get(hub.path) ?? 0,
  typicalLength: textOf(folder, typical.path).length,
  edit: summary(edits(typical, repetitions)),
  ...replacements('', typical, repetitions),
  ...replacements('hub', hub, hubRepetitions),
});

/** The note gets another link each time. */
function edits({ path }: Subject, count: number): readonly number[] {
  const text = textOf(folder, path);
  const targets = [...backlinkCounts.keys()];
  return times(count, (turn) => {
    const target = targets[(turn * 7919) % targets.length] ?? '';
    const changed = `${text}\n\nSiehe [[${target}|${turn}]].`;
    const note = parseNote(changed);
    index.setNote(path, note);
    refresh(index, path, note, new TextLines(changed));
    if (!index.backlinks(target).some(({ source }) => source === path))
      throw new Error(`${target} misses a backlink.`);
  });
}

/** Takes a note out, puts it back and gives it another name, each in turn. */
function replacements(prefix: string, { path }: Subject, count: number): Record<string, Summary> {
  const text = textOf(folder, path);
  const renamed = path.replace(/\.md$/i, ' (neu).md');
  const deleted: number[] = [];
  const created: number[] = [];
  const moved: number[] = [];
  const expected = index.backlinks(path).length;
  const [source = path] = index.sourcesOfName(path);
  const open = new TextLines(textOf(folder, source));
  for (let turn = 0; turn < count; turn++) {
    deleted.push(...times(1, () => remove(path, open)));
    created.push(...times(1, () => create(path, text)));
    if (index.backlinks(path).length !== expected) throw new Error(`${path} has lost backlinks.`);
    moved.push(
      ...times(1, () => {
        remove(path, open);
        create(renamed, text);
      }),
    );
    remove(renamed, open);
    create(path, text);
  }
  const name = (word: string): string =>
    prefix === '' ? word : `${prefix}${word[0]?.toUpperCase()}${word.slice(1)}`;
  return {
    [name('delete')]: summary(deleted),
    [name('create')]: summary(created),
    [name('rename')]: summary(moved),
  };
}

function create(path: string, text: string): void {
  const note = parseNote(text);
  index.setNote(path, note);
  refresh(index, path, note, new TextLines(text));
}

/** What an open note that links to the file shows is made anew, too; `open` are its lines. */
function remove(path: string, open: TextLines): void {
  const [source] = index.sourcesOfName(path);
  index.delete(path);
  index.backlinks(path);
  const note = source === undefined ? undefined : index.note(source);
  if (source !== undefined && note) refresh(index, source, note, open);
}

interface Summary {
  readonly median: number;
  readonly p95: number;
}

function summary(values: readonly number[]): Summary {
  return { median: median(values), p95: quantile(values, 0.95) };
}

function countBacklinks(vault: VaultIndex): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [source, note] of vault.notes()) {
    for (const link of note.links) {
      const target = vault.resolve(link, source);
      if (target.status !== 'found' || !vault.note(target.path)) continue;
      counts.set(target.path, (counts.get(target.path) ?? 0) + 1);
    }
  }
  return counts;
}

function mostLinked(): Subject {
  const [path] = [...backlinkCounts].reduce((best, other) => (other[1] > best[1] ? other : best));
  return subject(path);
}

function noteOfLength(length: number): Subject {
  const distance = (path: string): number => Math.abs(textOf(folder, path).length - length);
  const linking = [...index.notes()].filter(([, { links }]) => links.length > 0).map(([path]) => path);
  const distances = linking.map((path) => ({ path, distance: distance(path) }));
  return subject(distances.reduce((best, other) => (other.distance < best.distance ? other : best)).path);
}

function subject(path: string): Subject {
  const note = index.note(path);
  if (!note) throw new Error(`There is no note ${path}.`);
  return { path, note };
}
