import { expect } from 'vitest';
import { formulasIn } from '../../src/core/notes/formulas';
import type { LinkKind, Note } from '../../src/core/notes/note';
import { parseNote } from '../../src/core/notes/parseNote';
import { type Range, TextLines } from '../../src/core/text';

const linkMarks = {
  wikilink: { starts: '[[', ends: ']]' },
  embed: { starts: '![[', ends: ']]' },
  markdown: { starts: '[', ends: ')' },
  image: { starts: '![', ends: ')' },
} as const satisfies Readonly<Record<LinkKind, unknown>>;

/** Every range of a note with what must stand in it, line by line, when it is cut out of the source. */
function* claims(note: Note, text: string): Generator<{ range: Range; starts: string; ends: string }> {
  for (const { kind, range } of note.links) yield { range, ...linkMarks[kind] };
  for (const { range, isDisplay } of formulasIn(text)) {
    const mark = isDisplay ? '$$' : '$';
    yield { range, starts: mark, ends: mark };
  }
  for (const { range, id } of note.blockIds) yield { range, starts: `^${id}`, ends: id };
  for (const { range, label, kind } of note.footnotes) {
    yield { range, starts: `[^${label}`, ends: ']' };
    if (kind === 'definition')
      yield {
        range: { start: range.start, end: { line: range.end.line, column: range.end.column + 1 } },
        starts: '[',
        ends: ':',
      };
  }
  for (const { range, name } of note.tags) yield { range, starts: `#${name}`, ends: name };
}

/** Fails unless every range of a note cuts its own text out of the source. */
export function expectExactRanges(text: string): void {
  const lines = new TextLines(text);
  const note = parseNote(text);
  for (const { range, starts, ends } of claims(note, text)) {
    const raw = lines.slice(range).replaceAll('\0', '\ufffd');
    expect(
      raw.startsWith(starts) && raw.endsWith(ends),
      `${JSON.stringify(raw)} in ${JSON.stringify(text)}`,
    ).toBe(true);
  }
  for (const { kind, range, path } of note.links) {
    // In Markdown links the path is percent-encoded.
    if (linkMarks[kind].ends === ']]') expect(lines.slice(range).replaceAll('\0', '\ufffd')).toContain(path);
  }
  for (const { range, entries, strayLines } of note.demoBlocks) {
    const cut = (part: Range) => lines.slice(part).replaceAll('\0', '\ufffd');
    expect(cut(range)).toMatch(/^(?:```|~~~)/);
    for (const { name, nameRange, value, valueRange } of entries) {
      expect([cut(nameRange), cut(valueRange)]).toEqual([name, value]);
    }
    for (const stray of strayLines) expect(cut(stray)).toMatch(/^[^\s#][^\r\n]*$/);
  }
  for (const { range, source } of note.headings) {
    const firstLine = source.split('\n')[0] ?? '';
    expect(lines.slice(range).replaceAll('\0', '\ufffd').startsWith(firstLine)).toBe(true);
  }
}
