import type { Files } from '../index/linkResolver';
import { isNotePath } from '../index/linkResolver';
import { linkPathTo } from '../index/linkText';
import type { ObsidianSettings } from '../index/obsidianSettings';
import type { VaultIndex } from '../index/vaultIndex';
import { isMarkdownLink } from '../notes/markdownLinkParts';
import type { Link, Note } from '../notes/note';
import { wikilinkText } from '../notes/plainText';
import { comparePositions, type Range, type TextEdit, type TextLines } from '../text';
import { linkSpans } from './rename/linkSpans';
import { spelled } from './rename/linkSpelling';

/** Where a link is written, and how the vault writes links. */
export interface LinkPlace {
  readonly files: Pick<Files, 'named' | 'resolve'>;
  readonly settings: Pick<ObsidianSettings, 'linkFormat' | 'useMarkdownLinks'>;
  /** The note in which the link will stand. */
  readonly source: string;
  /** Whether it will stand in a table, where a bar divides cells. */
  readonly isInTable?: boolean;
}

/** What a new link leads to and shows. */
export interface LinkWish {
  readonly path: string;
  /** What stands behind `#`; `undefined` for the note itself. */
  readonly subpath: string | undefined;
  /** What the link shows; `undefined` for what links show by themselves. */
  readonly shown: string | undefined;
}

/** A new link, written as the vault's settings want it. */
export function writtenLink(place: LinkPlace, { path, subpath, shown }: LinkWish): string {
  const isOwn = path === place.source && subpath !== undefined;
  const linkPath = isOwn ? '' : linkPathTo(place.files, path, place.source, place.settings.linkFormat);
  if (place.settings.useMarkdownLinks) return markdownLink(path, linkPath, subpath, shown);
  const anchor = subpath === undefined ? '' : `#${subpath}`;
  const alias = shown === undefined ? '' : `${place.isInTable ? '\\|' : '|'}${aliasText(shown, place)}`;
  return `[[${linkPath}${anchor}${alias}]]`;
}

function markdownLink(path: string, linkPath: string, subpath: string | undefined, shown?: string): string {
  const withExtension = linkPath !== '' && isNotePath(path) ? `${linkPath}.md` : linkPath;
  const segments = (subpath ?? '').split('#').map((segment) => spelled(segment, 'encoded', ''));
  const anchor = subpath === undefined ? '' : `#${segments.join('#')}`;
  const text = shown ?? subpath?.split('#').at(-1) ?? linkPath;
  const label = text.replace(/\s+/g, ' ').replace(/[[\]]/g, '\\$&');
  return `[${label}](${spelled(withExtension, 'encoded', '')}${anchor})`;
}

/** Two brackets would end the link, and in a table a bar its cell. */
function aliasText(shown: string, { isInTable }: LinkPlace): string {
  const oneLine = shown.replace(/\s+/g, ' ').replaceAll(']]', '] ]').replaceAll('[[', '[ [');
  return isInTable ? oneLine.replace(/(?<!\\)\|/g, '\\|') : oneLine;
}

/** A note with its text. */
export interface NoteText {
  readonly path: string;
  readonly note: Note;
  readonly lines: TextLines;
}

/**
 * A piece of a note as it must be written in another note: every link in it leads where it led, and shows what it showed. All else stays as
 * it is.
 */
export function textForNote(
  { path, note, lines }: NoteText,
  range: Range,
  place: LinkPlace,
  index: Pick<VaultIndex, 'resolve'>,
): string {
  const links = note.links.filter((link) => isWithin(link.range, range));
  const edits = links
    .flatMap((link) => retargeted(link, lines, path, place, index))
    .sort((a, b) => comparePositions(a.range.start, b.range.start));
  let at = lines.offsetAt(range.start);
  let text = '';
  for (const edit of edits) {
    text += lines.text.slice(at, lines.offsetAt(edit.range.start)) + edit.newText;
    at = lines.offsetAt(edit.range.end);
  }
  return text + lines.text.slice(at, lines.offsetAt(range.end));
}

/** Whether a range lies in another one, ends included. */
export function isWithin(inner: Range, outer: Range): boolean {
  return comparePositions(outer.start, inner.start) <= 0 && comparePositions(inner.end, outer.end) <= 0;
}

function retargeted(
  link: Link,
  lines: TextLines,
  from: string,
  { files, settings, source }: LinkPlace,
  index: Pick<VaultIndex, 'resolve'>,
): readonly TextEdit[] {
  const before = index.resolve(link, from);
  const after = index.resolve(link, source);
  if (before.status !== 'found') return [];
  if (after.status === 'found' && after.path === before.path) return [];
  const spans = linkSpans(lines, link);
  if (!spans) return [];
  const linkPath = linkPathTo(files, before.path, source, settings.linkFormat);
  const withExtension = isMarkdownLink(link) && isNotePath(before.path) ? `${linkPath}.md` : linkPath;
  const newText = spelled(withExtension, spans.form, lines.slice(spans.path));
  return [{ range: spans.path, newText }, ...keptText(link, lines)];
}

/** A link without a text of its own shows its path, which is another one now. */
function keptText(link: Link, lines: TextLines): readonly TextEdit[] {
  if (link.kind !== 'wikilink' || link.alias !== undefined) return [];
  const { line, column } = link.range.end;
  const end = { line, column: column - ']]'.length };
  return [{ range: { start: end, end }, newText: `${barIn(lines.line(line))}${wikilinkText(link)}` }];
}

/** How a line divides a link's target from its text: in a table a plain bar would divide cells. */
export function barIn(line: string): '|' | '\\|' {
  return isTableRow(line) ? '\\|' : '|';
}

/** Whether a line looks like a row of a table. */
export function isTableRow(line: string): boolean {
  return /^[\s>]*\|/.test(line);
}
