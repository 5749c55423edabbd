// Texts that are slow for parsers that go back: by how much does the time grow when they get twice as long? linear [FILTER]
import { createGrammar } from '../src/core/grammar/grammar';
import { opaqueRanges } from '../src/core/notes/opaque';
import { parseNote } from '../src/core/notes/parseNote';
import { report } from './measure';

/** Texts that repeat something `count` times. */
const repeated = [
  '[[',
  '![[',
  '$',
  '> ',
  '%%',
  '==',
  '$$',
  '`',
  '[',
  '![',
  '](',
  '[^',
  '^',
  '#',
  '<',
  '*',
  '_',
  '~~',
  '- ',
  '\\',
];

/** CommonMark's own list (commonmark/cmark test/pathological_tests.py), and its like for our constructs. */
const pathological: Readonly<Record<string, (count: number) => string>> = {
  'nested strong emphasis': (n) => `${'*a **a '.repeat(n)}b${' a** a*'.repeat(n)}`,
  'emphasis closers without openers': (n) => 'a_ '.repeat(n),
  'emphasis openers without closers': (n) => '_a '.repeat(n),
  'link closers without openers': (n) => 'a]'.repeat(n),
  'link openers without closers': (n) => '[a'.repeat(n),
  'link openers and emphasis closers': (n) => '[ a_'.repeat(n),
  'mismatched openers and closers': (n) => '*a_ '.repeat(n),
  'openers and closers, multiple of 3': (n) => `a**b${'c* '.repeat(n)}`,
  'pattern [ (]( repeated': (n) => '[ (]('.repeat(n),
  'pattern ![[]() repeated': (n) => '![[]()'.repeat(n),
  'hard link/emph': (n) => `**x [a*b**c*](d)${' *x'.repeat(n)}`,
  'nested brackets': (n) => `${'['.repeat(n)}a${']'.repeat(n)}`,
  'brackets with one late end': (n) => `${'['.repeat(n)}]`,
  'nested link texts': (n) => `${'['.repeat(n)}a${'](b)'.repeat(n)}`,
  'nested block quotes': (n) => `${'> '.repeat(n)}a`,
  'deeply nested lists': (n) =>
    Array.from({ length: Math.floor(Math.sqrt(n)) }, (_, d) => `${'  '.repeat(d)}* a\n`).join(''),
  'list items on one line': (n) => `${'* '.repeat(n)}a`,
  'U+0000': (n) => 'abc\0de\0'.repeat(n),
  'backtick runs of growing length': (n) =>
    Array.from({ length: Math.floor(Math.sqrt(2 * n)) }, (_, length) => `e${'`'.repeat(length)}`).join(''),
  'unclosed inline links <': (n) => '[a](<b'.repeat(n),
  'unclosed inline links': (n) => '[a](b'.repeat(n),
  'unclosed autolinks': (n) => '<http://a'.repeat(n),
  'unclosed comments <!--': (n) => `</${'<!--'.repeat(n)}`,
  'unclosed <?': (n) => '<?'.repeat(n),
  'unclosed <!A': (n) => '<!A '.repeat(n),
  'unclosed CDATA': (n) => '<![CDATA['.repeat(n),
  'open tags': (n) => '<div '.repeat(n),
  'empty lines in nested lists': (n) => `${'- '.repeat(30)}a\n${'\n'.repeat(n)}`,
  'reference definitions': (n) => Array.from({ length: n }, (_, label) => `[r${label}]: u\n`).join(''),
  'references to one definition': (n) => `${'[r] '.repeat(n)}\n\n[r]: u`,
  entities: (n) => '&amp;'.repeat(n),
  'entity starts': (n) => '&'.repeat(n),
  tables: (n) => `|a|b|\n|-|-|\n${'|x|y|\n'.repeat(n)}`,
  'table columns': (n) => `${'|a'.repeat(n)}|\n${'|-'.repeat(n)}|\n`,
  'table cells missing': (n) => {
    const side = Math.floor(Math.sqrt(n));
    return `${'|a'.repeat(side)}|\n${'|-'.repeat(side)}|\n${'|\n'.repeat(side)}`;
  },
  'setext candidates': (n) => 'a\n'.repeat(n),
  'fences without end': (n) => '```\n'.repeat(n + 1),
  'quotes with a paragraph each': (n) => '> a\n\n'.repeat(n),
  callouts: (n) => '> [!info] a\n> b\n\n'.repeat(n),
  'nested callouts': (n) => `${'> '.repeat(n)}[!info] a`,
  headings: (n) => '# a\n'.repeat(n),
  wikilinks: (n) => '[[a]]'.repeat(n),
  'wikilinks open with a late end': (n) => `${'[[a '.repeat(n)}]]`,
  'embeds open with a late end': (n) => `${'![[a '.repeat(n)}]]`,
  'wikilinks with a bar each': (n) => '[[a|'.repeat(n),
  formulas: (n) => '$a$ '.repeat(n),
  'formulas that cannot end': (n) => '$a '.repeat(n),
  'formula ends that cannot begin': (n) => 'a$ '.repeat(n),
  'escaped dollars': (n) => `$${'\\$'.repeat(n)}`,
  'display formulas open': (n) => '$$a '.repeat(n),
  'display formulas, a line each': (n) => '$$a\n'.repeat(n),
  'display formulas below a list item': (n) => `- a\n${'$$a\n'.repeat(n)}`,
  'display formula without end in a note of paragraphs': (n) => `$$\n${'a\n\n'.repeat(n)}`,
  'many display formulas with text behind': (n) => '$$a\n\n'.repeat(n),
  comments: (n) => '%%a%% '.repeat(n),
  'comments open': (n) => '%%a '.repeat(n),
  'comments, a line each': (n) => '%%\n'.repeat(n + 1),
  'comment openers, paragraphs between': (n) => '%%a\n\n'.repeat(n),
  highlights: (n) => '==a== '.repeat(n),
  'highlights open': (n) => '==a '.repeat(n),
  tags: (n) => '#a '.repeat(n),
  'block ids': (n) => 'a ^b\n\n'.repeat(n),
  carets: (n) => 'a ^b '.repeat(n),
  footnotes: (n) => '[^a] '.repeat(n),
  'footnote definitions': (n) => Array.from({ length: n }, (_, label) => `[^${label}]: a\n\n`).join(''),
  'footnote definitions in a row': (n) => '[^a]: b\n'.repeat(n),
  'properties without end': (n) => `---\n${'a: b\n'.repeat(n)}`,
  properties: (n) => `---\n${Array.from({ length: n }, (_, key) => `k${key}: b\n`).join('')}---\n`,
  aliases: (n) => `---\naliases:\n${'  - a\n'.repeat(n)}---\n`,
  'lead-ins': (n) => '**a:** b\n\n'.repeat(n),
  'lead-ins open': (n) => `**${'a '.repeat(n)}`,
  words: (n) => 'wort '.repeat(n),
  spaces: (n) => ' '.repeat(n),
  'inner spaces': (n) => `a${' '.repeat(n)}b`,
  addresses: (n) => 'https://a.b '.repeat(n),
};

const cases: Readonly<Record<string, (count: number) => string>> = {
  ...Object.fromEntries(repeated.map((piece) => [`${piece} repeated`, (n: number) => piece.repeat(n)])),
  ...pathological,
};

let grammar: ReturnType<typeof createGrammar> | undefined;

/** Who reads notes: the index, the editor's look for prose, and hovers. */
const readers: Readonly<Record<string, (text: string) => void>> = {
  parseNote,
  opaqueRanges,
  render: (text) => {
    grammar ??= createGrammar();
    grammar.render(text);
  },
};

/** How often the plain repetitions repeat; a tenth of a megabyte and more without a line break is nothing that anybody writes. */
const repetitions = 100_000;

/** The longer pieces of the other list. */
const pieces = 10_000;

/** Three doublings: one alone is decided by whether a text still fits into the processor's cache. */
const doublings = 3;

/** Above this many milliseconds nothing longer is tried: the growth is known by then. */
const enough = 1000;

/** The shortest of some runs: what the machine does besides only adds. */
function shortest(read: (text: string) => void, text: string): number {
  let best = Number.POSITIVE_INFINITY;
  let total = 0;
  for (let turn = 0; turn < 2 || (turn < 10 && total < 50); turn++) {
    const start = performance.now();
    read(text);
    const ms = performance.now() - start;
    total += ms;
    best = Math.min(best, ms);
  }
  return best;
}

interface Growth {
  readonly count: number;
  readonly ms: number;
  readonly ratio: number;
}

/** By how much the time grows with a doubling of the length: 2 is linear, 4 quadratic. */
function growth(read: (text: string) => void, make: (count: number) => string, count: number): Growth {
  const shorter = count / 2 ** doublings;
  const before = shortest(read, make(shorter));
  if (before > enough) return growth(read, make, shorter);
  const ms = shortest(read, make(count));
  return { count, ms, ratio: (ms / before) ** (1 / doublings) };
}

const filter = process.argv[2] ?? '';
const results = Object.entries(cases)
  .filter(([name]) => name.includes(filter))
  .flatMap(([name, make]) =>
    Object.entries(readers).map(([reader, read]) => {
      try {
        return { name, reader, ...growth(read, make, name in pathological ? pieces : repetitions) };
      } catch (error) {
        return { name, reader, count: 0, ms: 0, ratio: Number.MAX_VALUE, error: String(error) };
      }
    }),
  );
report({ results });
