/** A term of a definition list with what explains it, as offsets in the paragraph's content. */
export interface ListedTerm {
  /** Without marks of emphasis. */
  readonly term: string;
  readonly start: number;
  readonly end: number;
  /** Behind the colon. */
  readonly bodyStart: number;
  readonly bodyEnd: number;
}

/** A line that explains the terms above it. */
const explanation = /^:[ \t]+\S/;

const longestTerm = 80;

/**
 * `Term`, below it `: what it means`: what Markdown Extra calls a definition list and Obsidian shows as it is. Several terms may share an
 * explanation, and entries may follow one another without an empty line.
 */
export function listedTerms(content: string): readonly ListedTerm[] {
  const lines = content.split('\n');
  const offsets: number[] = [0];
  for (const line of lines) offsets.push((offsets.at(-1) ?? 0) + line.length + 1);
  const found: ListedTerm[] = [];
  let terms: number[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (!explanation.test(lines[at] ?? '')) {
      terms.push(at);
      continue;
    }
    const bodyStart = (offsets[at] ?? 0) + 1;
    while (at + 1 < lines.length && !beginsEntry(lines, at + 1)) at++;
    const bodyEnd = (offsets[at] ?? 0) + (lines[at]?.length ?? 0);
    for (const line of terms) {
      const term = (lines[line] ?? '').replace(/^[*_\s]+|[*_\s]+$/g, '');
      const start = (offsets[line] ?? 0) + (lines[line] ?? '').indexOf(term);
      if (term !== '' && term.length <= longestTerm)
        found.push({ term, start, end: start + term.length, bodyStart, bodyEnd });
    }
    terms = [];
  }
  return found;
}

/** Whether a line is the term of the next entry: an explanation follows, and it is none itself. */
function beginsEntry(lines: readonly string[], at: number): boolean {
  return explanation.test(lines[at + 1] ?? '') && !explanation.test(lines[at] ?? '');
}
