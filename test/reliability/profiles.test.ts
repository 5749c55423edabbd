import fc from 'fast-check';
import type { MarkdownIt, Token } from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { createGrammar } from '../../src/core/grammar/grammar';
import { readDemoLine } from '../../src/core/notes/demoLine';
import { formulasIn } from '../../src/core/notes/formulas';
import { parseNote } from '../../src/core/notes/parseNote';
import { readProperties } from '../../src/core/notes/properties';
import { anyText } from '../kit/anyNote';
import { markdownPieces } from '../kit/markdownPieces';
import { fuzz } from '../kit/reliability';

const full: MarkdownIt = createGrammar();

/** What the whole grammar finds in a text, in order: links, formulas and tags with what they say. */
function foundByAllRules(text: string): string[] {
  const found: string[] = [];
  const visit = (token: Token): void => {
    if (token.type === 'wikilink' || token.type === 'embed') found.push(`${token.type} ${token.content}`);
    if (token.type === 'math_inline' || token.type === 'math_block') found.push(`formula ${token.content}`);
    if (token.type === 'tag') found.push(`tag ${token.content}`);
    if (token.type === 'fence' && token.info.trim() === 'demo')
      found.push(`demo ${entriesIn(token.content)}`);
    for (const child of token.children ?? []) visit(child);
  };
  for (const token of full.parse(text, {})) visit(token);
  return found.sort();
}

/** What the entries of a block's content say, by markdown-it's own idea of that content. */
function entriesIn(content: string): string {
  return content
    .split('\n')
    .flatMap((line) => {
      const read = readDemoLine(line);
      if (read.kind !== 'entry') return [];
      return [line.slice(read.name.start, read.name.end), line.slice(read.value.start, read.value.end)];
    })
    .join('|');
}

function foundByIndex(text: string): string[] {
  const { links, tags, demoBlocks } = parseNote(text);
  const wikilinks = links.flatMap(({ kind, range }) => {
    if (kind !== 'wikilink' && kind !== 'embed') return [];
    const line = text.split('\n')[range.start.line] ?? '';
    const raw = line.slice(range.start.column, range.end.column).replaceAll('\\|', '|');
    return [`${kind} ${raw.replace(/^!?\[\[|\]\]$/g, '')}`];
  });
  const tex = formulasIn(text).map((formula) => `formula ${formula.tex}`);
  const demos = demoBlocks.map(
    ({ entries }) => `demo ${entries.flatMap(({ name, value }) => [name, value]).join('|')}`,
  );
  return [...wikilinks, ...tex, ...tags.map(({ name }) => `tag ${name}`), ...demos].sort();
}

/** Reference links count in a whole text and not in the index, which has no use for them; properties are no Markdown. */
const comparable = markdownPieces.filter((text) => !/\]:|\r|^---|\0/.test(text) && !text.includes('\\|'));

describe('The index', () => {
  it('finds what the whole grammar finds', () =>
    fuzz('index-profile', comparable, (text) => {
      expect(foundByIndex(text)).toEqual(foundByAllRules(text));
    }));
});

const yamlPieces = fc.constantFrom(
  ...[
    'aliases',
    'tags',
    'x',
    ':',
    ': ',
    ' ',
    '- ',
    '  - ',
    '\n',
    '\n',
    '[',
    ']',
    ', ',
    '"',
    "'",
    '#',
    ' #',
    'A b',
    'ä/ö',
    '1',
    'null',
    '{',
    '|',
    '*',
    '&',
    '\\',
    '-',
    '~',
    '@',
  ],
);

const yamlTexts = fc
  .array(fc.oneof({ weight: 15, arbitrary: yamlPieces }, { weight: 1, arbitrary: anyText }), {
    maxLength: 14,
  })
  .map((pieces) => pieces.join(''));

describe('Properties', () => {
  it('are read as a YAML parser reads them, or are a problem where it sees one', () =>
    fuzz('yaml-properties', yamlTexts, (yaml) => {
      const { properties, problem } = readProperties(yaml);
      let parsed: unknown;
      try {
        parsed = parseYaml(yaml, { logLevel: 'error' });
      } catch {
        expect(problem).toBeDefined();
        return;
      }
      expect(problem).toBeUndefined();
      const isMap = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
      const { aliases } = (isMap ? parsed : {}) as { aliases?: unknown };
      const expected = (Array.isArray(aliases) ? aliases : [aliases])
        .filter((entry) => typeof entry === 'string' || typeof entry === 'number')
        .map((entry) => String(entry).trim())
        .filter((entry) => entry !== '');
      expect(properties.aliases).toEqual(expected);
    }));
});
