import fc from 'fast-check';
import picomatch from 'picomatch/posix';
import { describe, expect, it } from 'vitest';
import { globTest } from '../../src/core/glob';
import { GlossaryChoice } from '../../src/core/index/glossaryChoice';
import { parseObsidianSettings } from '../../src/core/index/obsidianSettings';
import { linearPattern } from '../../src/core/linearPattern';

/** For which a search that goes back takes longer than anybody lives. */
const longName = 'a'.repeat(5000);

describe('A pattern that comes with a vault', () => {
  it.each([
    '(a+)+$',
    '(a|a)*b',
    '(?:a*)*b',
    `${'a*'.repeat(20)}b`,
    '((a+)+)+b',
    '(a{1,9}){1,9}b',
    `${'a?'.repeat(100)}b`,
  ])('cannot hang the search for excluded files: %s', (pattern) => {
    const { ignored } = parseObsidianSettings(JSON.stringify({ userIgnoreFilters: [`/${pattern}/`] }));
    expect(ignored(`${longName}!`)).toBe(false);
  });

  it.each([
    `${'*a'.repeat(12)}*b`,
    '+(+(+(a)))b*',
    `{${'a*,'.repeat(40)}}*b`,
    `**/${'*'.repeat(40)}b`,
    '{'.repeat(200),
  ])('cannot hang the choice of glossaries, neither by settings nor by a note: %s', (glob) => {
    const choice = new GlossaryChoice({ notes: [glob], byNote: { [glob]: [glob] } });
    expect(choice.isGlossary(`${longName}.md`)).toBe(false);
    expect(choice.glossariesOf('N.md', [glob])(`${longName}.md`)).toBe(false);
  });

  it.each([
    ['backreferences', '(a)\\1'],
    ['looking ahead', 'a(?=b)'],
    ['looking behind', '(?<!a)b'],
    ['more steps than a path needs', '(?:a{1000}){1000}'],
    ['rounds of nothing', '(?:(?:(?:){1000}){1000}){1000}'],
    ['what is broken', '(['],
    ['what is longer than any sensible one', 'a'.repeat(501)],
  ])('is left out where it has %s', (_what, pattern) => {
    expect(linearPattern(pattern)).toBeUndefined();
  });
});

describe('A pattern in linear time', () => {
  it.each([
    '^Archiv/',
    '\\.excalidraw\\.md$',
    'a|b',
    '^(?:a|bc)+$',
    '[^/]+/x',
    '[\\]a-c]',
    'a{2,3}b',
    'a{2}',
    'a{2,}$',
    '\\bzwei\\b',
    '\\Bx',
    '',
    '^$',
    'a??b',
    '.',
    '\\d{4}-\\d\\d',
    '(?<jahr>\\d+)/',
    'x{,2}',
    ']',
    '\\u00e4',
    '[]',
    '[^]',
    'ä',
  ])('finds what JavaScript finds: %s', (pattern) => {
    const expected = new RegExp(pattern, 'i');
    const found = linearPattern(pattern, 'i');
    const texts = [
      '',
      'a',
      'B',
      'Archiv/x',
      'n/Archiv/',
      'S.Excalidraw.md',
      'bcabc',
      'aab',
      'aaaab',
      'eins zwei drei',
      'xx',
      '2024-05',
      '2024/5',
      ']',
      'x{,2}',
      'Ä',
      'a\nb',
    ];
    expect(texts.map((text) => found?.(text))).toEqual(texts.map((text) => expected.test(text)));
  });

  it('finds what JavaScript finds, whatever pattern and text', () => {
    const part = fc.constantFrom(
      'a',
      'b',
      '.',
      '[ab]',
      '[^a]',
      '^',
      '$',
      '|',
      '(?:a|b)',
      '(a',
      ')',
      '*',
      '+',
      '?',
      '{2}',
      '{1,2}',
      '\\b',
      '\\w',
      '/',
    );
    const pattern = fc
      .array(part, { maxLength: 7 })
      .map((parts) => parts.join(''))
      .filter((text) => isPattern(text));
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', '/', 'A'), { maxLength: 8 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(pattern, text, (source, searched) => {
        expect(linearPattern(source, 'i')?.(searched)).toBe(new RegExp(source, 'i').test(searched));
      }),
      { numRuns: 3000, seed: 7 },
    );
  });
});

describe('A glob', () => {
  const paths = [
    'a',
    'a.md',
    'b/a.md',
    'b/c/a.md',
    '.git',
    'b/.git/x',
    'a-b',
    'ab',
    'abc',
    'b',
    'a+b(c)',
    'b/c',
    'Wörter/Begriffe KI',
    'a]b',
  ];

  it.each([
    '*',
    '**',
    '**/*',
    '*.md',
    '**/a.md',
    'b/**',
    'b/*',
    'b/*/a.md',
    '**/.git',
    '?',
    'a?',
    'a[-b]*',
    '{a,ab}',
    '{a,b/*}',
    'a{b,{c,-}}*',
    'b/**/a.md',
    '**/begriffe *',
    '**/Begriffe *',
    '!a',
    '!**/*.md',
    'a+b(c)',
    '**/c/**',
    'a**',
  ])('means what it meant to everybody: %s', (glob) => {
    const expected = picomatch(glob, { dot: true, noextglob: true });
    expect(paths.filter(globTest([glob]))).toEqual(paths.filter((path) => expected(path)));
  });

  it.each([
    ['a brace without its other one', '{a', ['{a']],
    ['a bracket without its other one', 'a[', ['a[']],
    ['an escaped star', 'a\\*', ['a*']],
    ['a plus and parentheses', '+(a)', ['+(a)']],
  ])('takes %s as it stands', (_what, glob, expected) => {
    expect(['a', '{a', 'a[', 'a*', 'ab', '+(a)'].filter(globTest([glob]))).toEqual(expected);
  });

  it('takes what a class leaves out', () => {
    expect(['a', 'b', '/'].filter(globTest(['[!a]']))).toEqual(['b']);
  });

  it('fits nothing where it is too long to be one', () => {
    expect(globTest(['a'.repeat(1000)])('a'.repeat(1000))).toBe(false);
  });
});

function isPattern(source: string): boolean {
  try {
    new RegExp(source, 'i');
    return true;
  } catch {
    return false;
  }
}
