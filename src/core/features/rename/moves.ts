import { linkParts } from '../../grammar/wikilink';
import {
  basename,
  dirname,
  type Files,
  isNotePath,
  joinPath,
  normalizeLinkPath,
} from '../../index/linkResolver';
import { relativePath } from '../../index/linkText';
import type { VaultIndex } from '../../index/vaultIndex';
import { isMarkdownLink } from '../../notes/markdownLinkParts';
import type { Link } from '../../notes/note';
import { foldCase } from '../../terms/fold';
import { withHeadingLinks } from './headingLinks';
import { emptyDraft, type LinkChange, type Move, type RenameDraft } from './renamePlan';

/** What a move changes, and what it cannot. */
export interface MoveDraft extends RenameDraft {
  /** How many links will lead nowhere or elsewhere, since no link can be written that leads to the file's new path. */
  readonly lostLinks: number;
}

/** The moves of all files that a file or folder takes with it: itself, or what lies below it. */
export function movesOf(files: Pick<Files, 'paths'>, { from, to }: Move): readonly Move[] {
  const moves: Move[] = [];
  for (const path of files.paths()) {
    if (path === from) moves.push({ from, to });
    else if (path.startsWith(`${from}/`)) moves.push({ from: path, to: to + path.slice(from.length) });
  }
  return moves;
}

/**
 * What links must say when files get other paths, so that every link still leads to the file that it leads to now. Links that do so
 * anyway stay as they are, and so do those that lead nowhere.
 */
export function draftMoves(
  index: Pick<VaultIndex, 'files' | 'note' | 'sourcesOfName' | 'backlinks'>,
  moves: readonly Move[],
): MoveDraft {
  const newPaths = new Map(moves.map(({ from, to }) => [from, to]));
  const after = index.files.moved(newPaths);
  const links: LinkChange[] = [];
  let lostLinks = 0;
  for (const path of sourcesConcerned(index, moves)) {
    for (const link of index.note(path)?.links ?? []) {
      const text = movedLinkPath(
        link,
        { files: index.files, source: path },
        { files: after, source: newPaths.get(path) ?? path },
        newPaths,
      );
      if (text === link.path) continue;
      if (text === undefined) lostLinks++;
      else links.push({ path, link, part: 'path', text });
    }
  }
  return withHeadingLinks(index, { ...emptyDraft, links, moves, lostLinks });
}

/** The notes with links that use an old or a new name, and the moved notes: theirs are seen from another folder. */
function sourcesConcerned(
  index: Pick<VaultIndex, 'note' | 'sourcesOfName'>,
  moves: readonly Move[],
): ReadonlySet<string> {
  const sources = new Set<string>();
  for (const { from, to } of moves) {
    for (const name of [from, to]) for (const source of index.sourcesOfName(name)) sources.add(source);
    if (index.note(from)) sources.add(from);
  }
  return sources;
}

/** The files of a vault, as a note sees them. */
interface View {
  readonly files: Pick<Files, 'resolve' | 'resolveMarkdown' | 'named'>;
  /** The note's path. */
  readonly source: string;
}

/** The path that a link must have after the moves; `undefined` where none leads there. */
function movedLinkPath(
  link: Link,
  before: View,
  after: View,
  newPaths: ReadonlyMap<string, string>,
): string | undefined {
  const present = link.path === '' ? undefined : leadsTo(link.path, link, before);
  if (present === undefined) return link.path;
  const wanted = newPaths.get(present) ?? present;
  if (leadsTo(link.path, link, after) === wanted) return link.path;
  return spellings(link, present, wanted, before, after).find(
    (path) => isWritable(path, link) && leadsTo(path, link, after) === wanted,
  );
}

function leadsTo(path: string, link: Link, { files, source }: View): string | undefined {
  const resolved = isMarkdownLink(link) ? files.resolveMarkdown(path, source) : files.resolve(path, source);
  return resolved.status === 'missing' ? undefined : resolved.path;
}

/** Whether a wikilink with a path has this path: `#` and `]]` in a file's name would end it. Markdown links encode them. */
function isWritable(path: string, link: Link): boolean {
  return isMarkdownLink(link) || (linkParts(path).path === path && !/\[\[|\]\]/.test(path));
}

/** The paths that a link to `wanted` may have, in the manner in which it was written before; the nearest first. */
function spellings(
  link: Link,
  present: string,
  wanted: string,
  before: View,
  after: View,
): readonly string[] {
  const written = normalizeLinkPath(link.path);
  const withSuffix = (path: string): string => withWrittenExtension(path, written);
  const full = withSuffix(wanted);
  const relative = relativePath(full, after.source);
  const dotted = relative.startsWith('../') ? relative : `./${relative}`;
  const fallbacks = [full, `/${full}`];
  if (/^\.\.?\//.test(written)) return [dotted, ...fallbacks];
  if (written.startsWith('/')) return [`/${full}`, full];
  if (isMarkdownLink(link) && isBeside(written, present, before.source))
    return [relative, dotted, ...fallbacks];
  if (!written.includes('/')) {
    const isUnique = after.files.named(basename(wanted)).length <= 1;
    return isUnique ? [basename(full), ...fallbacks] : fallbacks;
  }
  if (foldCase(written) === foldCase(withSuffix(present))) return fallbacks;
  return [...endings(full, written.split('/').length), ...fallbacks];
}

/** A written `.md` stays, and none is added. */
function withWrittenExtension(path: string, written: string): string {
  if (!isNotePath(path)) return path;
  const name = path.slice(0, -'.md'.length);
  return isNotePath(written) ? name + written.slice(-'.md'.length) : name;
}

/** Whether a Markdown link's path is meant from the source's folder on. */
function isBeside(written: string, present: string, source: string): boolean {
  const path = joinPath(dirname(source), written) ?? '';
  return [path, `${path}.md`].some((beside) => foldCase(beside) === foldCase(present));
}

/** The ends of a path, from one with as many parts as asked for on. */
function endings(path: string, parts: number): readonly string[] {
  const all = path.split('/');
  return all.slice(parts).map((_, more) => all.slice(-(parts + more)).join('/'));
}
