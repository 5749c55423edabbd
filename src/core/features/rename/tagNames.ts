import { parseNote } from '../../notes/parseNote';
import { foldCase } from '../../terms/fold';

/** What a tag is called when `from` is called `to`: the tag itself and those below it. `undefined` for all other tags. */
export function renamedTag(tag: string, from: string, to: string): string | undefined {
  const depth = from.split('/').length;
  const levels = tag.split('/');
  if (foldCase(levels.slice(0, depth).join('/')) !== foldCase(from)) return undefined;
  return [to, ...levels.slice(depth)].join('/');
}

/** Whether the note grammar takes `#name` for one tag, all of it. */
export function isTagName(name: string): boolean {
  if (name.split('/').includes('')) return false;
  const [tag] = parseNote(`#${name}`).tags;
  return tag?.name === name;
}
