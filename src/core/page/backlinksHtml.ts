import { inGermanOrder } from '../features/germanOrder';
import { escapeHtml, linkHtml } from '../html';
import { dirname, noteName } from '../index/linkResolver';
import type { Backlink } from '../index/vaultIndex';
import { getOrAdd } from '../maps';
import type { Heading, Note } from '../notes/note';
import { foldCase } from '../terms/fold';
import type { NotePage } from './notePage';
import { pageText } from './words';

/** How many notes are listed. */
const mostNotes = 50;

/** How many places of one note are listed. */
const mostPlaces = 8;

/** The notes with links to a page's note, each with the headings below which they stand; `''` for none. */
export function backlinksHtml(page: NotePage): string {
  const bySource = linesBySource(page.index.backlinks(page.path), page.path);
  if (bySource.size === 0) return '';
  const sources = inGermanOrder([...bySource.keys()].sort(), noteName).slice(0, mostNotes);
  const names = occurrences(sources.map(nameKey));
  const items = sources.map((source) => {
    const isAmbiguous = (names.get(nameKey(source)) ?? 0) > 1;
    return sourceHtml(page, source, bySource.get(source) ?? [], isAmbiguous);
  });
  const title = escapeHtml(pageText('backlinks', page.locale, bySource.size));
  return `<section class="ll-backlinks" aria-labelledby="ll-backlinks-title"><h2 id="ll-backlinks-title">${title}</h2><ul>${items.join('')}</ul>${moreHtml(page, 'p', bySource.size - sources.length)}</section>\n`;
}

/** The 0-based lines in which other notes have links. */
function linesBySource(backlinks: readonly Backlink[], path: string): ReadonlyMap<string, readonly number[]> {
  const bySource = new Map<string, number[]>();
  for (const { source, link } of backlinks) {
    if (source === path) continue;
    getOrAdd(bySource, source, () => []).push(link.range.start.line);
  }
  return bySource;
}

function nameKey(path: string): string {
  return foldCase(noteName(path));
}

function occurrences(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

function sourceHtml(page: NotePage, source: string, lines: readonly number[], isAmbiguous: boolean): string {
  const link = placeHtml(page, source, noteName(source), undefined);
  const folder = isAmbiguous ? ` <small>${escapeHtml(dirname(source) || '/')}</small>` : '';
  return `<li>${link}${folder}${placesHtml(page, source, headingsAbove(page.index.note(source), lines))}</li>`;
}

function placesHtml(page: NotePage, source: string, headings: readonly Heading[]): string {
  if (headings.length === 0) return '';
  const places = headings
    .slice(0, mostPlaces)
    .map(({ text, range }) => `<li>${placeHtml(page, source, text, range.start.line)}</li>`);
  return `<ul>${places.join('')}${moreHtml(page, 'li', headings.length - mostPlaces)}</ul>`;
}

function placeHtml(page: NotePage, path: string, shown: string, line: number | undefined): string {
  const href = page.hrefOf({ path, subpath: undefined, line });
  return linkHtml(href, escapeHtml(shown), { class: 'll-link' });
}

/** The headings below which lines of a note stand, each once, in document order. */
function headingsAbove(note: Note | undefined, lines: readonly number[]): readonly Heading[] {
  const headings = (note?.headings ?? []).filter(({ text }) => text !== '');
  const found = new Set(
    lines.map((line) => headings.findLast(({ range }) => range.start.line <= line)?.range.start.line),
  );
  return headings.filter(({ range }) => found.has(range.start.line));
}

function moreHtml({ locale }: NotePage, tag: 'p' | 'li', count: number): string {
  return count > 0 ? `<${tag}>${escapeHtml(pageText('more', locale, count))}</${tag}>` : '';
}
