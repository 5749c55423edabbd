import type { Definition } from '../index/glossary';
import type { TermFinder } from '../index/vaultIndex';
import { opaqueRanges } from '../notes/opaque';
import type { TermMatch } from '../terms/termTable';
import { contains, type Range, TextLines } from '../text';

/** A term in the prose of a note. */
export interface TermPlace {
  readonly range: Range;
  readonly match: TermMatch<Definition>;
}

/**
 * Every term in the prose of a note, in document order: not in code, formulas, link targets, comments, nor where it is defined.
 * @param path of the note, to know its own definitions by.
 * @param text the whole note.
 */
export function termsInNote(terms: TermFinder, path: string, text: string): readonly TermPlace[] {
  const lines = new TextLines(text);
  return terms.findAll(prose(text, lines)).flatMap((match) => {
    const range = { start: lines.positionAt(match.start), end: lines.positionAt(match.end) };
    const isOwn = match.values.some(
      (definition) =>
        definition.path === path &&
        (contains(definition.range, range.start) || contains(definition.body, range.start)),
    );
    return isOwn ? [] : [{ range, match }];
  });
}

/** Each term once, where it occurs first. */
export function firstOccurrences(places: readonly TermPlace[]): readonly TermPlace[] {
  const seen = new Set<string>();
  return places.filter(({ match }) => {
    const term = match.values[0]?.term ?? '';
    return !seen.has(term) && Boolean(seen.add(term));
  });
}

/** The text with everything else blanked, so that offsets stay and no phrase reaches across. */
function prose(text: string, lines: TextLines): string {
  let masked = '';
  let end = 0;
  for (const range of opaqueRanges(text)) {
    const [from, to] = [lines.offsetAt(range.start), lines.offsetAt(range.end)];
    if (to <= end) continue;
    masked += text.slice(end, Math.max(from, end)) + '\0'.repeat(to - Math.max(from, end));
    end = to;
  }
  return masked + text.slice(end);
}
