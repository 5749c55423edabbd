import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CachedNote, decodeCachedNotes, encodeCachedNotes } from '../../src/core/index/cachedNotes';
import { decodeNote, type EncodedNote, encodeNote } from '../../src/core/notes/noteCodec';
import { parseNote } from '../../src/core/notes/parseNote';
import { anyNote, anyPlace, anyText } from '../kit/anyNote';
import { fuzz } from '../kit/reliability';

const version = '1.2.3';

const cachedNotes: fc.Arbitrary<readonly CachedNote[]> = fc.array(
  fc.record({
    path: anyText,
    size: fc.nat(),
    mtime: fc.nat(2 ** 42),
    note: anyNote.map(parseNote),
  }),
  { minLength: 1, maxLength: 3 },
);

/** What may happen to the bytes of a file; places are parts of its length. */
const damage = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), at: anyPlace }),
  fc.record({ kind: fc.constant('flip' as const), at: anyPlace, bit: fc.nat(7) }),
  fc.record({ kind: fc.constant('swap' as const), at: anyPlace, with: anyPlace }),
  fc.record({ kind: fc.constant('zero' as const), at: anyPlace, count: fc.integer({ min: 1, max: 600 }) }),
  fc.record({ kind: fc.constant('repeat' as const), at: anyPlace, count: fc.integer({ min: 1, max: 600 }) }),
  fc.record({ kind: fc.constant('append' as const), text: anyText }),
);

function damaged(bytes: Buffer, how: typeof damage extends fc.Arbitrary<infer D> ? D : never): Buffer {
  const copy = Buffer.from(bytes);
  if (how.kind === 'append') return Buffer.concat([copy, Buffer.from(how.text)]);
  const at = Math.floor(how.at * copy.length);
  switch (how.kind) {
    case 'cut':
      return copy.subarray(0, at);
    case 'flip':
      copy[at] = (copy[at] ?? 0) ^ (1 << how.bit);
      return copy;
    case 'swap': {
      const other = Math.floor(how.with * copy.length);
      [copy[at], copy[other]] = [copy[other] ?? 0, copy[at] ?? 0];
      return copy;
    }
    case 'zero':
      return copy.fill(0, at, Math.min(copy.length, at + how.count));
    case 'repeat':
      return Buffer.concat([copy.subarray(0, at + how.count), copy.subarray(at)]);
  }
}

describe('A file of kept notes', () => {
  it('that was damaged in any way is refused or says what was written, never anything else', () =>
    fuzz('damaged-caches', fc.tuple(cachedNotes, fc.array(damage, { maxLength: 3 })), ([notes, damages]) => {
      const bytes = Buffer.from(encodeCachedNotes(notes, version));
      const contents = new TextDecoder().decode(damages.reduce(damaged, bytes));
      const read = decodeCachedNotes(contents, version);
      if (damages.length === 0 || read) expect(read).toEqual(notes);
      expect(decodeCachedNotes(contents, '1.2.4')).toBeUndefined();
    }));
});

describe('A packed note', () => {
  const oddValue = fc.oneof(
    fc.integer(),
    fc.double(),
    anyText,
    fc.constantFrom(2 ** 32, 1e15, -1, 0.5, 10_000),
  );
  const change = fc.record({ at: fc.nat(), value: oddValue, isCut: fc.boolean() });

  it('with other values in it is refused or read, without a hang', () =>
    fuzz(
      'damaged-notes',
      fc.tuple(anyNote, fc.array(change, { minLength: 1, maxLength: 4 })),
      ([text, changes]) => {
        const packed: (number | string)[] = [...encodeNote(parseNote(text))];
        for (const { at, value, isCut } of changes) {
          if (isCut) packed.splice(at % packed.length, 1);
          else packed[at % packed.length] = value;
        }
        let note: ReturnType<typeof decodeNote> | undefined;
        try {
          note = decodeNote(packed as EncodedNote);
        } catch (error) {
          expect(String(error)).toContain('Not an encoded note');
        }
        if (note) expect(encodeNote(note).length).toBeLessThanOrEqual(packed.length + 1);
      },
    ));
});
