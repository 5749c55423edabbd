import type { Token } from 'markdown-it';
import { sharedGrammar } from '../grammar/grammar';
import { getOrAdd } from '../maps';
import type { Heading, Note } from '../notes/note';

/** What a heading's address does without: all but letters, digits, `-`, `_` and spaces. */
const notInSlug = /[^\p{Alphabetic}\p{M}\p{Nd}\p{Nl}\p{Pc}\- ]/gu;

/** A heading's plain text as VS Code's preview and GitHub name it: `Größe & Co.` is `größe--co`. */
export function headingSlug(text: string): string {
  return text.trim().toLowerCase().replace(notInSlug, '').replaceAll(' ', '-');
}

const idsByNote = new WeakMap<Note, ReadonlyMap<number, string>>();

/** The ids of a note's headings on its page, percent-encoded, by 0-based line and in document order. */
export function headingIdsOf(note: Note): ReadonlyMap<number, string> {
  return getOrAdd(idsByNote, note, () => makeIds(note));
}

/** Counts headings with one slug as VS Code does: `-1` behind the second. A number that a heading has as its text is passed over. */
function makeIds({ headings }: Note): ReadonlyMap<number, string> {
  const counts = new Map<string, number>();
  const ids = new Map<number, string>();
  for (const heading of headings) {
    const slug = slugOf(heading);
    let count = counts.get(slug) ?? 0;
    let name = slug;
    while (counts.has(name)) name = `${slug}-${++count}`;
    counts.set(slug, count);
    counts.set(name, counts.get(name) ?? 0);
    ids.set(heading.range.start.line, encodeURIComponent(name));
  }
  return ids;
}

/** VS Code counts words alone. Of a heading that has none, as one with a formula only, no id would be left. */
function slugOf({ source, text }: Heading): string {
  const words = wordsOf(sharedGrammar().parseInline(source, {}));
  return headingSlug(words) || headingSlug(text) || 'section';
}

function wordsOf(tokens: readonly Token[]): string {
  return tokens
    .map(({ type, content, children }) => {
      if (children && children.length > 0) return wordsOf(children);
      return type === 'text' || type === 'code_inline' ? content : '';
    })
    .join('');
}
