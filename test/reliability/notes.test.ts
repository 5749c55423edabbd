import { describe, expect, it } from 'vitest';
import { parseNote } from '../../src/core/notes/parseNote';
import { anyNote } from '../kit/anyNote';
import { expectExactRanges } from '../kit/exactRanges';
import { realNotes, sampleNotes } from '../kit/notes';
import { fuzz } from '../kit/reliability';

describe('Every range cuts its own text out of the source', () => {
  it('in notes of any kind', () => fuzz('parse-any-note', anyNote, expectExactRanges));

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
    ...['[[', '$$', '> [!note]', '> [!', '%%', '$', '- [[', '> $$', '```demo', '- ```demo', '>> ```demo'].map(
      (mark): [string, string] => [`20,000 lines of ${mark}`, `${mark}\n`.repeat(20_000)],
    ),
    ['a table with 2,000 columns', `${'|a'.repeat(2000)}|\n${'|-'.repeat(2000)}|\n${'|[[b]]'.repeat(2000)}|`],
  ])('%s', (_name, text) => {
    expect(() => parseNote(text)).not.toThrow();
  });
});
