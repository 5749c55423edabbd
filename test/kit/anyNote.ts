import fc from 'fast-check';
import { markdownPieces } from './markdownPieces';
import { sampleNotes } from './notes';

/** Characters that programs stumble over: composed, invisible, from right to left, halves, beginnings of files, ends of lines. */
const oddCharacters = fc.constantFrom(
  ...[
    'u\u0308',
    '\u0308',
    'é\u0323',
    '\u200d',
    '👩‍🔬',
    '🏳️‍🌈',
    '\u200b',
    '\u00ad',
    '\u00a0',
    '\u202e',
    '\u2066',
    'שלום',
    'مرحبا',
  ],
  ...[
    '\ud800',
    '\udc00',
    '\ud83d',
    '\0',
    '\ufeff',
    '\ufffd',
    '\uffff',
    '\x7f',
    '\x1b',
    '\u2028',
    '\u2029',
    '\x85',
    '\v',
    '\f',
  ],
  ...['\r', '\r\n', '\n\r', '\r\r\n', 'ß', 'ẞ', 'İ', 'ı', 'ς', '\ufb01', 'Ǆ', '𝔘', '\u{10ffff}'],
);

/** Any UTF-16, halves of characters included. */
const anyCodeUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units));

/** What most often ends, opens or divides something. */
const signs = fc.constantFrom(
  ...'[]()|#^%$=*_`>-!:<&"\\{}~@'.split(''),
  '\n',
  '\n\n',
  '\n---\n',
  '\n```\n',
  '\n> ',
  '\n- ',
  '\n| ',
);

/** Text of any kind, mostly short. */
export const anyText = fc.oneof(
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
  { weight: 1, arbitrary: anyCodeUnits },
  {
    weight: 2,
    arbitrary: fc.array(fc.oneof(oddCharacters, signs), { maxLength: 12 }).map((parts) => parts.join('')),
  },
);

/** A part of a length, below 1; all places are as likely, which they are not among doubles. */
export const anyPlace = fc.nat(999_999).map((millionth) => millionth / 1_000_000);

/** A change of a text; places are parts of its length. */
interface Change {
  readonly kind: 'insert' | 'delete' | 'repeat' | 'swap' | 'break';
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom('insert', 'delete', 'repeat', 'swap', 'break'),
  at: anyPlace,
  length: fc.nat(60),
  text: fc.oneof(oddCharacters, signs, markdownPieces),
});

function changed(text: string, { kind, at, length, text: piece }: Change): string {
  const start = Math.floor(at * text.length);
  const [before, part, after] = [
    text.slice(0, start),
    text.slice(start, start + length),
    text.slice(start + length),
  ];
  switch (kind) {
    case 'insert':
      return before + piece + part + after;
    case 'delete':
      return before + after;
    case 'repeat':
      return before + part + part + part + after;
    case 'swap':
      return part + before + after;
    case 'break':
      return text.replaceAll('\n', /[\r\n]/.test(piece) ? piece : '\r\n');
  }
}

/** A text with a few changes that nobody would make. */
export function mutated(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(texts, fc.array(change, { minLength: 1, maxLength: 5 }))
    .map(([text, changes]) => changes.reduce(changed, text));
}

/** Stretches of the notes of the sample vault, some 30 lines long. */
const samples = sampleNotes().flatMap(({ text }) => text.match(/(?:.*\n){1,30}/g) ?? []);

/** One piece many times, which is where parsers that go back take forever. */
const repetitions = fc
  .tuple(fc.oneof(signs, oddCharacters, markdownPieces), fc.integer({ min: 2, max: 300 }))
  .map(([piece, count]) => piece.slice(0, 40).repeat(count));

/** Notes of any kind: strung together, real ones with changes, repetitions, no text at all. */
export const anyNote = fc.oneof(
  { weight: 4, arbitrary: markdownPieces },
  {
    weight: 3,
    arbitrary: fc.array(fc.oneof(markdownPieces, anyText), { maxLength: 5 }).map((parts) => parts.join('')),
  },
  { weight: 4, arbitrary: mutated(fc.constantFrom(...samples)) },
  { weight: 1, arbitrary: mutated(markdownPieces) },
  { weight: 1, arbitrary: repetitions },
  { weight: 1, arbitrary: anyText },
);
