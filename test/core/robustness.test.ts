import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LinkKind, Note } from '../../src/core/notes/note';
import { parseNote } from '../../src/core/notes/parseNote';
import { type Range, TextLines } from '../../src/core/text';
import { realNotes, sampleNotes } from '../kit/notes';

/** Pieces that Obsidian gives a meaning, to be strung together in any order. */
const pieces = fc.constantFrom(
  ...[
    '[[',
    ']]',
    '![[',
    '|',
    '\\|',
    '#',
    '^',
    '%%',
    '==',
    '$',
    '$$',
    '*',
    '**',
    '***',
    ':',
    '`',
    '```\n',
    '\n',
    '\n\n',
    '\r\n',
  ],
  ...[
    '> ',
    '> [!note] ',
    '- ',
    '1. ',
    '    ',
    '\t',
    '# ',
    '---\n',
    '| a | b |\n|---|---|\n| ',
    ' | ',
    'Wort',
    'Größe',
    '😀',
    ' ',
    '\\',
  ],
  ...['<div>', '</div>', '<!--', '[x](y)', '^id', '#tag', '\u0000', '\ud800', 'u\u0308'],
);
const notes = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''));

const linkMarks = {
  wikilink: { starts: '[[', ends: ']]' },
  embed: { starts: '![[', ends: ']]' },
  markdown: { starts: '[', ends: ')' },
  image: { starts: '![', ends: ')' },
} as const satisfies Readonly<Record<LinkKind, unknown>>;

/** Every range of a note with what must stand in it, line by line, when it is cut out of the source. */
function* claims(note: Note): Generator<{ range: Range; starts: string; ends: string }> {
  for (const { kind, range } of note.links) yield { range, ...linkMarks[kind] };
  for (const { range, isDisplay } of note.formulas) {
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

function expectExactRanges(text: string): void {
  const lines = new TextLines(text);
  const note = parseNote(text);
  for (const { range, starts, ends } of claims(note)) {
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
  for (const { range, source } of note.headings) {
    const firstLine = source.split('\n')[0] ?? '';
    expect(lines.slice(range).replaceAll('\0', '\ufffd').startsWith(firstLine)).toBe(true);
  }
}

describe('Every range cuts its own text out of the source', () => {
  it('in any mixture of Markdown', () => {
    fc.assert(fc.property(notes, expectExactRanges), { numRuns: 2000 });
  });

  it.each([...sampleNotes(), ...realNotes()])('in $name', ({ text }) => {
    expectExactRanges(text);
  });
});

describe('A note of any kind is read without an error and without a hang', () => {
  it.each([
    ['nothing', ''],
    ['bytes that are no UTF-8', new TextDecoder().decode(new Uint8Array([0xff, 0xfe, 0x80, 0x41, 0xc3]))],
    ['one line of 5 MB', 'Größe '.repeat(800_000)],
    ['5 MB of text', `${'x'.repeat(120_000)}`],
    ...[
      '[[',
      '![[',
      '$',
      '$$',
      '$$ ',
      '%%',
      '%% ',
      '==',
      '*',
      '***',
      '`',
      '> ',
      '> [!',
      '- ',
      '#',
      '^',
      '[',
      '|',
      '<!--',
    ].map((mark): [string, string] => [`20,000 times ${mark}`, mark.repeat(20_000)]),
    ...['[[', '$$', '> [!note]', '> [!', '%%', '$', '- [[', '> $$'].map((mark): [string, string] => [
      `20,000 lines of ${mark}`,
      `${mark}\n`.repeat(20_000),
    ]),
    ['a table with 2,000 columns', `${'|a'.repeat(2000)}|\n${'|-'.repeat(2000)}|\n${'|[[b]]'.repeat(2000)}|`],
  ])('%s', (_name, text) => {
    expect(() => parseNote(text)).not.toThrow();
  });
});
