import { headingKey } from '../../index/headingKey';
import { basename, dirname } from '../../index/linkResolver';
import { headingLinkText } from '../../index/linkText';
import { findPlace, headingPath, headingSegments, placeKind } from '../../index/places';
import type { VaultIndex } from '../../index/vaultIndex';
import type { BlockId, Heading, Note } from '../../notes/note';
import { foldCase } from '../../terms/fold';
import { withHeadingLinks } from './headingLinks';
import { draftMoves } from './moves';
import { type Refusal, refuse } from './refusal';
import {
  emptyDraft,
  type LinkChange,
  type PropertyChange,
  type RenameDraft,
  renamedEntry,
} from './renamePlan';
import { headingName, type Renamable } from './renameTarget';
import { isTagName, renamedTag } from './tagNames';

/** What a rename reads of the vault. */
export type RenameIndex = Pick<VaultIndex, 'files' | 'note' | 'notes' | 'backlinks' | 'sourcesOfName'>;

/** What changes in the vault when something gets another name; or why it cannot be called so. */
export function draftRename(
  index: RenameIndex,
  renamable: Renamable,
  newName: string,
): RenameDraft | Refusal {
  const name = newName.trim();
  if (name === '') return refuse('empty-name');
  if (/[\r\n]/.test(name)) return refuse('several-lines');
  // Half a character can be neither saved nor percent-encoded.
  if (/\p{Surrogate}/u.test(name)) return refuse('forbidden-characters', '\ufffd');
  switch (renamable.kind) {
    case 'file':
      return draftFile(index, renamable.path, name);
    case 'heading':
      return draftHeading(index, renamable.path, renamable.heading, name);
    case 'block-id':
      return draftBlockId(index, renamable.path, renamable.block, name.replace(/^\^/, ''));
    case 'tag':
      return draftTag(index, renamable.tag, name.replace(/^#/, ''));
    case 'alias':
      return draftAlias(index, renamable.path, renamable.alias, name);
  }
}

/** What file systems or links do not take in a name. */
const forbiddenInNames = /[\\:*?"<>|#^[\]\p{Cc}]|%%/gu;

/**
 * A name without `/` leaves the file in its folder; one with `/` is a path in the vault and moves it. The kind of the file stays, be the
 * extension written or not.
 */
function draftFile(index: RenameIndex, path: string, name: string): RenameDraft | Refusal {
  const forbidden = name.match(forbiddenInNames);
  if (forbidden) return refuse('forbidden-characters', [...new Set(forbidden)].join(' '));
  const written = withExtensionOf(path, name.replace(/^\//, ''));
  // Files that begin with a dot are hidden from notes, and Windows drops a dot or space at the end.
  if (written.split('/').some((part) => part === '' || /^[. ]|[. ]$/.test(part)))
    return refuse('forbidden-characters', name.includes('/') ? '/ .' : '.');
  const staysInFolder = !name.includes('/') && dirname(path) !== '';
  const to = staysInFolder ? `${dirname(path)}/${written}` : written;
  const taken = index.files
    .named(basename(to))
    .find((other) => other !== path && foldCase(other) === foldCase(to));
  if (taken !== undefined) return refuse('file-exists', taken);
  const draft = draftMoves(index, [{ from: path, to }]);
  return draft.lostLinks > 0 ? refuse('unlinkable', to) : draft;
}

function withExtensionOf(path: string, name: string): string {
  const extension = /[^/](\.[^./]+)$/.exec(path)?.[1] ?? '';
  const hasExtension = foldCase(name).endsWith(foldCase(extension)) && name.length > extension.length;
  return hasExtension ? name : name + extension;
}

function draftHeading(
  index: RenameIndex,
  path: string,
  heading: Heading,
  name: string,
): RenameDraft | Refusal {
  const note = index.note(path);
  const at = note?.headings.indexOf(heading) ?? -1;
  if (!note || at < 0) return refuse('changed', path);
  const present = headingName(note, heading);
  const source = name + heading.source.slice(present.name.length);
  if (headingKey(name) === '') return refuse('empty-name');
  if (present.range.start.line < present.range.end.line) return refuse('several-lines');
  const backlinks = index
    .backlinks(path)
    .filter(({ link }) => link.subpath && placeKind(link.subpath) === 'heading');
  const segment = headingLinkText(source);
  const renamed = withHeading(note, at, source);
  const links: LinkChange[] = [];
  for (const { source: from, link } of backlinks) {
    const headings = headingPath(note, link.subpath ?? '');
    const part = headings.indexOf(heading);
    if (part >= 0) links.push({ path: from, link, part, text: segment });
    const segments = headingSegments(link.subpath ?? '');
    const subpath = segments.map((written, index) => (index === part ? segment : written)).join('#');
    if (!isSamePlace(note, headings, renamed, headingPath(renamed, subpath))) return refuse('heading-exists');
  }
  const text = { path, range: present.range, before: present.name, text: name };
  const draft = { ...emptyDraft, links, texts: [text], heading: { path, index: at, source } };
  return withHeadingLinks(index, draft);
}

function withHeading(note: Note, index: number, source: string): Note {
  const headings = note.headings.map((heading, at) => (at === index ? { ...heading, source } : heading));
  return { ...note, headings };
}

/** Whether a link's last heading is still the one it was: of headings with the same text only the first can be reached. */
function isSamePlace(
  before: Note,
  headings: readonly Heading[],
  after: Note,
  headingsAfter: readonly Heading[],
): boolean {
  const [last, lastAfter] = [headings.at(-1), headingsAfter.at(-1)];
  if (!last) return true;
  return lastAfter !== undefined && before.headings.indexOf(last) === after.headings.indexOf(lastAfter);
}

function draftBlockId(index: RenameIndex, path: string, block: BlockId, id: string): RenameDraft | Refusal {
  const note = index.note(path);
  if (!note?.blockIds.includes(block)) return refuse('changed', path);
  if (!/^[A-Za-z0-9-]+$/.test(id)) return refuse('bad-block-id');
  const key = id.toLowerCase();
  if (note.blockIds.some((other) => other !== block && other.id.toLowerCase() === key))
    return refuse('block-id-exists');
  const links = index.backlinks(path).flatMap(({ source, link }): readonly LinkChange[] => {
    const isBlock = link.subpath !== undefined && placeKind(link.subpath) === 'block';
    const place = isBlock ? findPlace(note, link.subpath) : undefined;
    return place?.kind === 'block' && place.block === block
      ? [{ path: source, link, part: 0, text: `^${id}` }]
      : [];
  });
  const text = { path, range: block.range, before: `^${block.id}`, text: `^${id}` };
  return withHeadingLinks(index, { ...emptyDraft, links, texts: [text] });
}

/** All notes that have the tag or one below it, in the text or in the properties. A tag that exists already takes the other one in. */
function draftTag(index: RenameIndex, from: string, to: string): RenameDraft | Refusal {
  if (!isTagName(to)) return refuse('bad-tag');
  const notes = [...index.notes()];
  const texts = notes.flatMap(([path, note]) =>
    note.tags.flatMap(({ name, range }) => {
      const renamed = renamedTag(name, from, to);
      return renamed === undefined ? [] : [{ path, range, before: `#${name}`, text: `#${renamed}` }];
    }),
  );
  const properties = notes.flatMap(([path, note]) => propertyChanges(path, note, { key: 'tags', from, to }));
  return withHeadingLinks(index, { ...emptyDraft, texts, properties });
}

function propertyChanges(
  path: string,
  note: Note,
  change: Omit<PropertyChange, 'path' | 'count'>,
): readonly PropertyChange[] {
  const count = note.properties[change.key].filter((name) => renamedEntry(name, change) !== undefined).length;
  return count > 0 ? [{ path, count, ...change }] : [];
}

function draftAlias(index: RenameIndex, path: string, from: string, to: string): RenameDraft | Refusal {
  const note = index.note(path);
  if (!note?.properties.aliases.includes(from)) return refuse('changed', path);
  const forbidden = to.match(/[[\]|]/g);
  if (forbidden) return refuse('forbidden-characters', [...new Set(forbidden)].join(' '));
  if (note.properties.aliases.some((other) => other !== from && foldCase(other) === foldCase(to)))
    return refuse('alias-exists');
  const shown = from.normalize('NFC');
  const links = index
    .backlinks(path)
    .filter(({ link }) => link.kind === 'wikilink' && link.alias?.normalize('NFC') === shown)
    .map(({ source, link }): LinkChange => ({ path: source, link, part: 'alias', text: to }));
  const properties = propertyChanges(path, note, { key: 'aliases', from, to });
  return withHeadingLinks(index, { ...emptyDraft, links, properties });
}
