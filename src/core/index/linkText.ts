import { basename, dirname, type Files, isNotePath } from './linkResolver';

/** How links name files, as Obsidian's setting *New link format* has it. */
export type LinkFormat = 'shortest' | 'relative' | 'absolute';

/**
 * What a wikilink in the note `source` must say to lead to the file `target`, in the format asked for where that is unambiguous. Notes
 * lose their `.md`, attachments keep their extension.
 */
export function linkPathTo(
  files: Pick<Files, 'named' | 'resolve'>,
  target: string,
  source: string,
  format: LinkFormat,
): string {
  const leadsThere = (path: string): boolean => {
    const resolved = files.resolve(path, source);
    return resolved.status === 'found' && resolved.path === target;
  };
  const full = withoutExtension(target);
  const candidates = {
    shortest: files.named(basename(target)).length <= 1 ? [basename(full)] : [],
    relative: [relativePath(full, source), `./${relativePath(full, source)}`],
    absolute: [],
  }[format];
  return [...candidates, full, `/${full}`].find(leadsThere) ?? full;
}

/** A path as seen from the folder of the note `source`: `../Folien/Slides 05.pdf`. */
export function relativePath(target: string, source: string): string {
  const to = target.split('/');
  const from = dirname(source) === '' ? [] : dirname(source).split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

function withoutExtension(path: string): string {
  return isNotePath(path) ? path.slice(0, -'.md'.length) : path;
}

/** A heading as links write it: what would end or divide a link becomes a space. */
export function headingLinkText(heading: string): string {
  return heading
    .replace(/%%|\[\[|\]\]|[:#|^\\\r\n]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
