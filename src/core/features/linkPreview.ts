import type { Place } from '../index/places';
import type { Note } from '../notes/note';
import { propertiesEnd } from '../notes/properties';
import { TextLines } from '../text';

/** What a link's target says, in the target's own Markdown: the section, the block, or the note from behind its properties on. */
export function previewMarkdown(text: string, note: Note, place: Place | undefined): string {
  const lines = new TextLines(text);
  const { first, end } = place?.lines ?? { first: (propertiesEnd(lines) ?? -1) + 1, end: note.lineCount };
  const shown: string[] = [];
  for (let line = first; line < end; line++) shown.push(lines.line(line));
  return shown.join('\n').trim();
}

/** Pictures that a hover can show. */
const imageName = /\.(?:png|jpe?g|gif|webp|svg|bmp|avif)$/i;

/** Whether a file is a picture. */
export function isImagePath(path: string): boolean {
  return imageName.test(path);
}

/** A size at the end of an image's text: `100`, `100x145`, `Text|100`. */
const sizeAtEnd = /(?:^|\|)\s*(\d{1,4})(?:x(\d{1,4}))?\s*$/;

/** The size that an image embed asks for: `|100`, `|100x145`, also behind a text; `undefined` for none. In CSS pixels. */
export function imageSize(
  alias: string | undefined,
): { readonly width: number; readonly height?: number } | undefined {
  const match = sizeAtEnd.exec(alias ?? '');
  if (!match?.[1]) return undefined;
  return { width: Number(match[1]), ...(match[2] && { height: Number(match[2]) }) };
}

/** What an image embed says besides its size; `''` for nothing. */
export function imageText(alias: string | undefined): string {
  return (alias ?? '').replace(sizeAtEnd, '').trim();
}

/** The page that a link into a PDF asks for, 1-based; `undefined` for none. */
export function pageOf(subpath: string | undefined): number | undefined {
  const page = /(?:^|[#&])page=(\d+)/.exec(subpath ?? '')?.[1];
  return page === undefined ? undefined : Number(page);
}
