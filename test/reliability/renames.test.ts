import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftRename } from '../../src/core/features/rename/draftRename';
import { draftMoves } from '../../src/core/features/rename/moves';
import { isRefusal } from '../../src/core/features/rename/refusal';
import { foldCase } from '../../src/core/terms/fold';
import { anyText } from '../kit/anyNote';
import { anyLinkPath, anyPath } from '../kit/anyVault';
import { fuzz } from '../kit/reliability';
import { done, type Files } from '../kit/renamed';
import { vaultOf } from '../kit/vault';

const key = (path: string): string => foldCase(path).replaceAll('\u00a0', ' ');

const subpath = fc.constantFrom('', '', '#A', '#Größe', '#A#B', '#^b', '#fehlt');
const line = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom('[[', '![['), anyLinkPath, subpath, fc.constantFrom('', '|x'))
      .map(([open, path, sub, shown]) => `${open}${path}${sub}${shown}]]`),
  },
  { weight: 2, arbitrary: fc.tuple(anyLinkPath, subpath).map(([path, sub]) => `[x](<${path}${sub}>)`) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '# A',
      '## B',
      '# Größe',
      'Text ^b',
      '## A',
      '> [[#A]]',
      '`[[A]]`',
      '[[#Größe]]',
    ),
  },
  { weight: 1, arbitrary: anyText },
);
const noteText = fc
  .tuple(fc.array(line, { maxLength: 8 }), fc.constantFrom('\n\n', '\n', '\r\n\r\n'))
  .map(([lines, eol]) => lines.join(eol));

/** Vaults as a disk has them: no two files with names that count as one. */
const vaults = fc
  .uniqueArray(fc.tuple(anyPath, noteText), { minLength: 2, maxLength: 7, selector: ([path]) => key(path) })
  .map((entries): Files => Object.fromEntries(entries));

/** Where each link of each note leads: file, and line of the place in it; `''` for nowhere. */
function targetsOf(files: Files, back: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const index = vaultOf(files);
  return new Map(
    Array.from(index.notes(), ([path, { links }]) => {
      const targets = links.map((link) => {
        const target = index.resolve(link, path);
        if (target.status !== 'found') return '';
        return `${back.get(target.path) ?? target.path} ${target.place?.range.start.line ?? target.missing ?? ''}`;
      });
      return [back.get(path) ?? path, targets] as const;
    }),
  );
}

describe('When a file gets another path', () => {
  it('every link leads to the place that it led to, but for those that are said to be lost', () =>
    fuzz('file-renames', fc.tuple(vaults, fc.nat(), anyPath), ([files, number, wish]) => {
      const from = Object.keys(files)[number % Object.keys(files).length] ?? '';
      // A file keeps its kind.
      const to = wish.replace(/(?:\.md|\.png|\.pdf)?$/i, /(?:\.md|\.png|\.pdf)?$/i.exec(from)?.[0] ?? '');
      if (Object.keys(files).some((path) => key(path) === key(to))) return;
      const draft = draftMoves(vaultOf(files), [{ from, to }]);
      const after = done(files, draft);
      if (isRefusal(after)) {
        expect(after.refused).toBe('unreadable');
        return;
      }
      const before = targetsOf(files, new Map());
      const now = targetsOf(after, new Map([[to, from]]));
      const lost = [...before].flatMap(([path, targets]) =>
        targets.filter((target, at) => target !== '' && target !== now.get(path)?.[at]),
      );
      expect(lost.length, JSON.stringify({ from, to, after, lost })).toBeLessThanOrEqual(draft.lostLinks);
    }));
});

const headingNames = fc.oneof(
  fc.constantFrom(
    'Neu',
    'A',
    'B',
    'Größe',
    'a: b',
    'f(x) = 1',
    '**fett**',
    '100 %',
    'C#',
    '[[A]]',
    '- x',
    '1.',
    '😀',
  ),
  anyText,
);

describe('When a heading gets another name', () => {
  it('every link that led to it leads to it still, or the rename is refused', () =>
    fuzz('heading-renames', fc.tuple(vaults, fc.nat(), headingNames), ([files, number, newName]) => {
      const index = vaultOf(files);
      const places = [...index.notes()].flatMap(([path, { headings }]) =>
        headings.map((heading) => ({ path, heading })),
      );
      const place = places[number % Math.max(1, places.length)];
      if (!place) return;
      const after = done(files, draftRename(index, { kind: 'heading', ...place }, newName));
      if (isRefusal(after)) return;
      const here = `${place.path} ${place.heading.range.start.line}`;
      const now = targetsOf(after, new Map());
      for (const [path, targets] of targetsOf(files, new Map())) {
        // A heading may have links in its text, which come and go with it.
        if (path === place.path && now.get(path)?.length !== targets.length) continue;
        const same = targets.map((target, at) => target !== here || now.get(path)?.[at] === here);
        expect(same, JSON.stringify({ here, newName, after })).not.toContain(false);
      }
    }));
});
