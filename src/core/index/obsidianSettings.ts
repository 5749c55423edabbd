import { linearPattern } from '../linearPattern';
import { foldCase } from '../terms/fold';
import { dirname, isNotePath, joinPath, normalizeLinkPath } from './linkResolver';
import type { LinkFormat } from './linkText';
import { isPlainName, vaultPath } from './vaultPath';

/** What Obsidian keeps in `.obsidian/app.json`, as far as features use it. Folders are relative to the vault, `''` its root. */
export interface ObsidianSettings {
  /** Where a new note goes: the vault's root, the folder of the note that links to it, or `folder`. */
  readonly newNoteFolder: { readonly kind: 'root' | 'current' | 'folder'; readonly folder: string };
  /** Where a new attachment goes: `folder` counts from the vault's root, or from the folder of the note that it is for. */
  readonly attachmentFolder: { readonly from: 'vault' | 'note'; readonly folder: string };
  /** How new links name files. */
  readonly linkFormat: LinkFormat;
  /** Whether new links are `[text](note.md)` rather than `[[note]]`. */
  readonly useMarkdownLinks: boolean;
  /** Whether the vault has such settings: a folder that Obsidian has opened has. */
  readonly isVault: boolean;
  /** Whether a single line break in a text is a space, as in Markdown, rather than a line break. */
  readonly strictLineBreaks: boolean;
  /** Whether a file is one of Obsidian's "excluded files": still a target of links, but left out of lists or put at their end. */
  readonly ignored: (path: string) => boolean;
}

/**
 * Reads `.obsidian/app.json`. Never throws: what is not there, not readable or not known counts as Obsidian's default.
 * @param json the file's text; `undefined` where the vault has none.
 */
export function parseObsidianSettings(json: string | undefined): ObsidianSettings {
  const values = readObject(json);
  return {
    newNoteFolder: newNoteFolderOf(values),
    attachmentFolder: attachmentFolderOf(values.attachmentFolderPath),
    linkFormat: linkFormats.find((format) => format === values.newLinkFormat) ?? 'shortest',
    useMarkdownLinks: values.useMarkdownLinks === true,
    isVault: json !== undefined,
    strictLineBreaks: values.strictLineBreaks === true,
    ignored: ignoreRule(values.userIgnoreFilters),
  };
}

/**
 * The path at which a note must be made so that a link leads to it. A link path with folders decides the folder itself, any other the
 * setting. `undefined` for what cannot be a note: a path out of the vault, a hidden file, an attachment, or a name that Windows refuses.
 * @param linkPath as in the link, without `#heading`.
 * @param source the note in which the link stands.
 */
export function newNotePath(
  settings: ObsidianSettings,
  linkPath: string,
  source: string,
): string | undefined {
  const target = normalizeLinkPath(linkPath);
  const isRelative = /^\.\.?\//.test(target);
  const folder = isRelative
    ? dirname(source)
    : target.includes('/')
      ? ''
      : newNoteFolderFor(settings, source);
  const path = joinPath(folder, target.replace(/^\/+/, ''));
  if (path === undefined || isAttachmentPath(path)) return undefined;
  const file = isNotePath(path) ? path : `${path}.md`;
  return file.split('/').every(isFitName) ? file : undefined;
}

/** The folder for an attachment that is put into the note `source`; `''` for the vault's root. */
export function attachmentFolderFor({ attachmentFolder }: ObsidianSettings, source: string): string {
  if (attachmentFolder.from === 'vault') return attachmentFolder.folder;
  return [dirname(source), attachmentFolder.folder].filter((part) => part !== '').join('/');
}

const linkFormats: readonly LinkFormat[] = ['shortest', 'relative', 'absolute'];

/** A hidden file, or characters that Obsidian refuses in names because not every file system takes them. */
const unfitName = /^\.|[*"\\<>|?]/;

function isFitName(name: string): boolean {
  return name.trim() !== '' && isPlainName(name) && !unfitName.test(name);
}

/** What Obsidian shows as attachments. Any other dot in a link is part of a note's name: `Note.1`. */
const attachmentExtension =
  /\.(?:avif|bmp|gif|jpe?g|png|svg|webp|flac|m4a|mp3|ogg|wav|webm|3gp|mkv|mov|mp4|ogv|pdf|canvas|base)$/i;

/** Whether the path of a link names what Obsidian shows as an attachment, going by its extension. */
export function isAttachmentPath(path: string): boolean {
  return attachmentExtension.test(path);
}

type Values = Readonly<Record<string, unknown>>;

function readObject(json: string | undefined): Values {
  try {
    const value: unknown = JSON.parse(json?.replace(/^\uFEFF/, '') ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Values) : {};
  } catch {
    return {};
  }
}

function newNoteFolderOf({ newFileLocation, newFileFolderPath }: Values): ObsidianSettings['newNoteFolder'] {
  const folder = folderPath(newFileFolderPath);
  if (newFileLocation === 'current') return { kind: 'current', folder: '' };
  return newFileLocation === 'folder' && folder ? { kind: 'folder', folder } : { kind: 'root', folder: '' };
}

function newNoteFolderFor({ newNoteFolder }: ObsidianSettings, source: string): string {
  return newNoteFolder.kind === 'current' ? dirname(source) : newNoteFolder.folder;
}

function attachmentFolderOf(value: unknown): ObsidianSettings['attachmentFolder'] {
  const isBelowNote = typeof value === 'string' && /^\.(?:\/|$)/.test(normalizeLinkPath(value));
  return { from: isBelowNote ? 'note' : 'vault', folder: folderPath(value) ?? '' };
}

/** A folder that Obsidian can show, which leaves out hidden ones; `undefined` for what is none in the vault. */
function folderPath(value: unknown): string | undefined {
  const path = typeof value === 'string' ? vaultPath(value) : undefined;
  return path?.split('/').some((name) => name.startsWith('.')) ? undefined : path;
}

function ignoreRule(filters: unknown): ObsidianSettings['ignored'] {
  const rules = (Array.isArray(filters) ? filters : []).flatMap(toRule);
  return (path) => rules.some((rule) => rule(path));
}

/** `/…/` is a regular expression, anything else the beginning of paths; both in any case. A broken expression is left out. */
function toRule(filter: unknown): readonly ((path: string) => boolean)[] {
  if (typeof filter !== 'string' || filter.trim() === '' || filter === '/') return [];
  const pattern = /^\/(.+)\/$/s.exec(filter)?.[1];
  if (pattern === undefined) {
    const prefix = foldCase(filter.replace(/^\//, ''));
    return [(path) => foldCase(path).startsWith(prefix)];
  }
  const test = linearPattern(pattern, 'i');
  return test ? [test] : [];
}
