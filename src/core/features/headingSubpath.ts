import { headingLinkText } from '../index/linkText';
import { headingPath } from '../index/places';
import type { Heading, Note } from '../notes/note';

/**
 * What stands behind `#` in a link to a heading: its own text where that is enough, else as many of the headings above it as are needed.
 * `undefined` for a heading that no link reaches, because another one with the same path comes first.
 */
export function subpathTo(note: Note, heading: Heading): string | undefined {
  let subpath = headingLinkText(heading.source);
  let at = note.headings.indexOf(heading);
  let { level } = heading;
  while (headingPath(note, subpath).at(-1) !== heading) {
    do at--;
    while (at >= 0 && (note.headings[at] as Heading).level >= level);
    const parent = note.headings[at];
    if (!parent) return undefined;
    level = parent.level;
    subpath = `${headingLinkText(parent.source)}#${subpath}`;
  }
  return subpath;
}
