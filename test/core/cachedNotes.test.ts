import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CachedNote,
  decodeCachedNotes,
  encodeCachedNotes,
  shardCount,
  shardOf,
} from '../../src/core/index/cachedNotes';
import { decodeNote, encodeNote } from '../../src/core/notes/noteCodec';
import { parseNote } from '../../src/core/notes/parseNote';
import { markdownPieces } from '../kit/markdownPieces';
import { realNotes, sampleNotes } from '../kit/notes';

const cached: CachedNote = {
  path: 'a/Ü.md',
  size: 12,
  mtime: 1700000000000,
  note: parseNote('# A\n\n[[B|c]] ^id\n'),
};

describe('A note that is kept', () => {
  it('is the same when it is read again, whatever it says', () => {
    fc.assert(
      fc.property(markdownPieces, (text) => {
        const note = parseNote(text);
        expect(decodeNote(JSON.parse(JSON.stringify(encodeNote(note))))).toEqual(note);
      }),
      { numRuns: 500 },
    );
  });

  it.each([...sampleNotes(), ...realNotes()])('is the same: $name', ({ text }) => {
    const note = parseNote(text);
    expect(decodeNote(JSON.parse(JSON.stringify(encodeNote(note))))).toEqual(note);
  });

  it('stays in one file with others, always the same', () => {
    const shards = Array.from({ length: 10_000 }, (_, index) => shardOf(`Ordner/Notiz ${index}.md`));
    expect(shards.every((shard) => Number.isInteger(shard) && shard >= 0 && shard < shardCount)).toBe(true);
    expect(new Set(shards).size).toBe(shardCount);
    expect(shardOf('a.md')).toBe(shardOf('a.md'));
  });
});

describe('A file of kept notes', () => {
  it('gives back the notes with what their files were like', () => {
    expect(decodeCachedNotes(encodeCachedNotes([cached], '1.0'), '1.0')).toEqual([cached]);
    expect(decodeCachedNotes(encodeCachedNotes([], '1.0'), '1.0')).toEqual([]);
  });

  const contents = encodeCachedNotes([cached], '1.0');
  it.each([
    ['of another version', contents.replace('1.0', '0.9')],
    ['that is empty', ''],
    ['that is no JSON', 'x'],
    ['with something else in it', '{"notes":[]}'],
    ['with null in it', 'null'],
    ['with a note without an end', contents.replace(/,\d+\]\]\]$/, ']]]')],
    ['with more than a note', contents.replace(/\]\]\]$/, ',1]]]')],
    ['with another digit', contents.replace('1700000000000', '1700000000001')],
    ['with a number for a text', contents.replace('"a/Ü.md"', '7')],
    ['with a list longer than itself', contents.replace(/\[0,\d+,(-1|\d+,\d+),\d+,/, '[0,1,$1,99999999,')],
  ])('counts as not there %s', (_what, damaged) => {
    expect(damaged).not.toBe(contents);
    expect(decodeCachedNotes(damaged, '1.0')).toBeUndefined();
  });

  it('counts as not there, or is right, wherever it was cut off', () => {
    for (let length = 0; length < contents.length; length++) {
      expect(decodeCachedNotes(contents.slice(0, length), '1.0')).toBeUndefined();
    }
  });
});
