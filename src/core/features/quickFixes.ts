import { isNotePath, noteName } from '../index/linkResolver';
import { headingLinkText, linkPathTo } from '../index/linkText';
import { newNotePath, type ObsidianSettings } from '../index/obsidianSettings';
import { headingPath, headingSegments } from '../index/places';
import type { VaultIndex } from '../index/vaultIndex';
import { isMarkdownLink } from '../notes/markdownLinkParts';
import type { Link } from '../notes/note';
import { wikilinkText } from '../notes/plainText';
import { foldCase } from '../terms/fold';
import type { Range, TextEdit, TextLines } from '../text';
import { closest } from './closest';
import type { DemoProblem } from './demoProblem';
import type { LinkDiagnosis } from './diagnostics';
import { vaultFiles } from './fileChoices';
import { subpathTo } from './headingSubpath';
import { linkSpans } from './rename/linkSpans';
import { spelled } from './rename/linkSpelling';
import { searchKey } from './textSearch';

/** One way to mend a link, or what a note says about its demos. */
export type QuickFix =
  /** Makes a note at `path`, relative to the vault, that says `text`. */
  | { readonly kind: 'create-note'; readonly path: string; readonly text: string }
  /** Changes what is wrong; `name` is what the link names then, or the value that stands there, for people. */
  | {
      readonly kind: 'did-you-mean' | 'pipe-alias' | 'qualify' | 'use-value';
      readonly name: string;
      readonly edits: readonly TextEdit[];
    };

/** What quick fixes are made from. */
export interface QuickFixContext {
  readonly index: Pick<VaultIndex, 'files' | 'notes' | 'note' | 'namesRevision'>;
  readonly settings: ObsidianSettings;
  /** The note in which the link stands, and its lines. */
  readonly path: string;
  readonly lines: TextLines;
}

/** How many similar names are offered. */
const mostSimilar = 3;

/** What can be done about a link, the likeliest first; a link whose parts cannot be told apart gets no changes. */
export function quickFixes(diagnosis: LinkDiagnosis, context: QuickFixContext): readonly QuickFix[] {
  switch (diagnosis.code) {
    case 'missing-note':
      return [...similarFiles(diagnosis.link, context), ...newNote(diagnosis.link, context)];
    case 'link-by-alias':
      return [
        ...diagnosis.notes.flatMap((note) => retargeted('pipe-alias', diagnosis.link, note, context)),
        ...newNote(diagnosis.link, context),
      ];
    case 'missing-heading':
      return similarHeadings(diagnosis, context);
    case 'missing-block':
      return similarBlocks(diagnosis, context);
    case 'ambiguous-link':
      return diagnosis.candidates.flatMap((path) => retargeted('qualify', diagnosis.link, path, context));
  }
}

/** Problems whose replacements are no guess at a name, but the nearest that is allowed. */
const ofValues: ReadonlySet<DemoProblem['code']> = new Set([
  'out-of-range',
  'not-whole',
  'not-a-number',
  'bad-seed',
  'bad-sweep',
  'sweep-order',
]);

/** What can be done about what a note says about its demos, the likeliest first. */
export function demoFixes({ code, range, replacements }: DemoProblem): readonly QuickFix[] {
  const kind = ofValues.has(code) ? 'use-value' : 'did-you-mean';
  return replacements.map((newText) => ({ kind, name: newText, edits: [{ range, newText }] }));
}

/** Obsidian's own way to make a note: to follow a link to it. */
function newNote(link: Link, { settings, path: source }: QuickFixContext): readonly QuickFix[] {
  const isFile = link.kind === 'image' || (link.kind === 'markdown' && /\.[a-z0-9]+$/i.test(link.path));
  if (isFile && !isNotePath(link.path)) return [];
  const path = newNotePath(settings, link.path, source);
  return path === undefined ? [] : [{ kind: 'create-note', path, text: headingsText(link.subpath ?? '') }];
}

/** The headings that a link asks for, each below the one before. */
function headingsText(subpath: string): string {
  if (subpath.startsWith('^')) return '';
  const headings = headingSegments(subpath).slice(0, 6);
  return headings.map((heading, index) => `${'#'.repeat(index + 1)} ${heading.trim()}\n`).join('\n');
}

function similarFiles(link: Link, context: QuickFixContext): readonly QuickFix[] {
  const wanted = searchKey(noteName(link.path.trim()));
  const files = vaultFiles(context.index, context.settings);
  // Names are compared with their extension where the link has one.
  const candidates = files.map((file) => [file.key, file.path] as const);
  return closest(wanted, candidates, mostSimilar).flatMap(({ item }) =>
    retargeted('did-you-mean', link, item, context),
  );
}

/** The link with another path; the rest stays. */
function retargeted(
  kind: 'did-you-mean' | 'pipe-alias' | 'qualify',
  link: Link,
  target: string,
  { index, settings, path: source, lines }: QuickFixContext,
): readonly QuickFix[] {
  const spans = linkSpans(lines, link);
  if (!spans) return [];
  const format = kind === 'qualify' ? 'absolute' : settings.linkFormat;
  const linkPath = linkPathTo(index.files, target, source, format);
  const withExtension = isMarkdownLink(link) && isNotePath(target) ? `${linkPath}.md` : linkPath;
  const newText = spelled(withExtension, spans.form, lines.slice(spans.path));
  const name = isNotePath(target) ? target.slice(0, -'.md'.length) : target;
  const shown = kind === 'did-you-mean' ? [] : keepShownText(link, lines);
  return [{ kind, name, edits: [{ range: spans.path, newText }, ...shown] }];
}

/**
 * What a reader saw stays: a link without a text of its own shows its path, which an alias or a folder has no place in. Embeds show no
 * text, and Markdown links have one.
 */
function keepShownText(link: Link, lines: TextLines): readonly TextEdit[] {
  if (link.kind !== 'wikilink' || link.alias !== undefined) return [];
  const { line, column } = link.range.end;
  const end = { line, column: column - ']]'.length };
  const bar = /^[\s>]*\|/.test(lines.line(line)) ? '\\|' : '|';
  return [{ range: { start: end, end }, newText: `${bar}${wikilinkText(link)}` }];
}

type MissingPlace = Extract<LinkDiagnosis, { code: 'missing-heading' | 'missing-block' }>;

function similarHeadings(
  { link, target, wanted }: MissingPlace,
  context: QuickFixContext,
): readonly QuickFix[] {
  const note = context.index.note(target);
  if (!note) return [];
  const reached = reachedSegments(link.subpath ?? '', wanted);
  const parent = headingPath(note, reached).at(-1);
  const below = parent
    ? note.headings.filter(
        ({ level, range }) =>
          level > parent.level &&
          range.start.line > parent.range.start.line &&
          range.start.line < parent.sectionEnd,
      )
    : note.headings;
  const candidates = below.map((heading) => [searchKey(headingLinkText(heading.source)), heading] as const);
  return closest(searchKey(wanted), candidates, mostSimilar).flatMap(({ item }) => {
    const subpath = subpathTo(note, item);
    return subpath === undefined ? [] : withSubpath(link, subpath, item.text, context);
  });
}

/** The part of a heading path before the segment that leads nowhere. */
function reachedSegments(subpath: string, wanted: string): string {
  const segments = headingSegments(subpath);
  return segments
    .slice(
      0,
      Math.max(
        0,
        segments.findIndex((segment) => segment.trim() === wanted),
      ),
    )
    .join('#');
}

function similarBlocks(
  { link, target, wanted }: MissingPlace,
  context: QuickFixContext,
): readonly QuickFix[] {
  const ids = context.index.note(target)?.blockIds.map(({ id }) => id) ?? [];
  const candidates = ids.map((id) => [foldCase(id), id] as const);
  return closest(foldCase(wanted.slice(1)), candidates, mostSimilar).flatMap(({ item }) =>
    withSubpath(link, `^${item}`, `^${item}`, context),
  );
}

/** The link with another subpath; the rest stays. */
function withSubpath(
  link: Link,
  subpath: string,
  name: string,
  { lines }: QuickFixContext,
): readonly QuickFix[] {
  const spans = linkSpans(lines, link);
  const range = spans && rangeOver(spans.segments);
  if (!spans || !range) return [];
  const newText = subpath
    .split('#')
    .map((segment) => spelled(segment, spans.form, lines.slice(range)))
    .join('#');
  return [{ kind: 'did-you-mean', name, edits: [{ range, newText }] }];
}

function rangeOver(ranges: readonly Range[]): Range | undefined {
  const [first] = ranges;
  const last = ranges.at(-1);
  return first && last && { start: first.start, end: last.end };
}
