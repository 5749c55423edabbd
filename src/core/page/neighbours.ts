import { attributesHtml, escapeHtml, linkHtml } from '../html';
import { dirname, type Files, isNotePath, noteName } from '../index/linkResolver';
import { getOrAdd } from '../maps';
import { foldCase } from '../terms/fold';
import type { NotePage, PageIndex } from './notePage';
import { pageText } from './words';

/** The notes before and after one, relative to the vault; `undefined` where there is none. */
export interface Neighbours {
  readonly previous: string | undefined;
  readonly next: string | undefined;
}

/** Notes whose names are the same but for their numbers. */
interface Numbered {
  readonly path: string;
  /** By value; a date counts as one number. */
  readonly numbers: readonly number[];
}

/** Dates as ISO and as Germans write them, or digits. */
const numberInName = /(\d{4})-(\d{2})-(\d{2})(?!\d)|(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)|\d+/g;

/** The numbered notes of a folder, by what their names have in common. */
type Families = ReadonlyMap<string, readonly Numbered[]>;

/** By vault, of which the files are one object for all pages, and folder, for as long as the names stay: a vault has thousands of them, and a page is made with every keystroke. */
const known = new WeakMap<Files, { readonly revision: number; readonly folders: Map<string, Families> }>();

/**
 * The lectures before and after a note: the notes of its folder whose names are the same but for one number. Where several numbers could be
 * that one, it is the last. Numbers may be missing in between.
 */
export function neighboursOf(index: PageIndex, path: string): Neighbours {
  const { family, numbers } = parts(path);
  const others = numbers.length > 0 ? (familiesOf(index, dirname(path)).get(family) ?? []) : [];
  for (let at = numbers.length - 1; at >= 0; at--) {
    const row = others.filter((other) =>
      other.numbers.every((number, place) => (number === numbers[place]) !== (place === at)),
    );
    if (row.length > 0) return around(row, at, numbers[at] ?? 0);
  }
  return { previous: undefined, next: undefined };
}

/** What is nearest to a number on both sides; `at` says which of its numbers counts. */
function around(row: readonly Numbered[], at: number, own: number): Neighbours {
  const of = ({ numbers }: Numbered): number => numbers[at] ?? 0;
  return {
    previous: nearest(row, (other) => own - of(other)),
    next: nearest(row, (other) => of(other) - own),
  };
}

/** The note with the smallest distance above 0, of equals the first in code-unit order. */
function nearest(row: readonly Numbered[], distanceOf: (other: Numbered) => number): string | undefined {
  let best: { readonly path: string; readonly distance: number } | undefined;
  for (const other of row) {
    const distance = distanceOf(other);
    const isNearer = !best || distance < best.distance;
    if (distance > 0 && (isNearer || (distance === best?.distance && other.path < best.path)))
      best = { path: other.path, distance };
  }
  return best?.path;
}

function familiesOf(index: PageIndex, folder: string): Families {
  let names = known.get(index.files);
  if (names?.revision !== index.namesRevision) {
    names = { revision: index.namesRevision, folders: new Map() };
    known.set(index.files, names);
  }
  return getOrAdd(names.folders, folder, () => familiesIn(index, folder));
}

function familiesIn({ files }: PageIndex, folder: string): Families {
  const families = new Map<string, Numbered[]>();
  for (const path of files.paths()) {
    if (!path.startsWith(folder) || dirname(path) !== folder || !isNotePath(path)) continue;
    const { family, numbers } = parts(path);
    getOrAdd(families, family, () => []).push({ path, numbers });
  }
  return families;
}

/** Links to the notes before and after a page's; `''` where there are none. */
export function neighboursHtml(page: NotePage): string {
  const { previous, next } = neighboursOf(page.index, page.path);
  const links = neighbourHtml(page, previous, 'previous') + neighbourHtml(page, next, 'next');
  if (links === '') return '';
  const label = pageText('neighbours', page.locale);
  return `<nav${attributesHtml({ class: 'll-neighbours', 'aria-label': label })}>${links}</nav>\n`;
}

function neighbourHtml(page: NotePage, path: string | undefined, side: 'previous' | 'next'): string {
  if (path === undefined) return '';
  const label = `<span class="ll-neighbour-side">${escapeHtml(pageText(side, page.locale))}</span>`;
  const href = page.hrefOf({ path, subpath: undefined, line: undefined });
  const rel = side === 'previous' ? 'prev' : 'next';
  return linkHtml(href, `${label} ${escapeHtml(noteName(path))}`, { class: 'll-neighbour', rel });
}

/** What the notes of a family have in common, and the numbers by which they differ. */
function parts(path: string): { readonly family: string; readonly numbers: readonly number[] } {
  const numbers: number[] = [];
  const family = foldCase(noteName(path)).replace(
    numberInName,
    (digits, year?: string, month?: string, day?: string, d?: string, m?: string, y?: string) => {
      const date = [year ?? y, month ?? m, day ?? d];
      const isDate = date[0] !== undefined;
      numbers.push(Number(isDate ? date.map((part = '') => part.padStart(2, '0')).join('') : digits));
      // No file has these in its name.
      return isDate ? '//' : '/';
    },
  );
  return { family, numbers };
}
