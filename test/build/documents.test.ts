import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scripts } from '../../package.json';

/** A link of a document to a place in this project. */
interface DocumentLink {
  readonly text: string;
  /** Relative to the project. */
  readonly path: string;
  readonly fragment: string | undefined;
}

const documents = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

/** Documents that show by tests what they say. */
const provenByTests = /^(?:SECURITY|docs[\\/](?:reliability|performance|accessibility|platforms))\.md$/;

/** What a document says, without code. */
function proseOf(text: string): string {
  return text
    .replace(/^(```+|~~~+)[\s\S]*?^\1/gm, '')
    .replace(/(?<!`)`[^`\n]+`(?!`)/g, (code) => code.replace(/[[\]()]/g, ' '));
}

function linksIn(text: string, path: string): readonly DocumentLink[] {
  const inline = /\[((?:[^[\]]|\\.)*)\]\(<?([^()\s>]+)>?(?:\s+"[^"]*")?\)/g;
  return [...proseOf(text).matchAll(inline)].flatMap(([, title = '', target = '']) => {
    if (/^[a-z][a-z\d+.-]*:/i.test(target)) return [];
    const [file = '', fragment] = decodeURI(target).split('#');
    return [{ text: title, path: file === '' ? path : join(dirname(path), file), fragment }];
  });
}

/** As GitHub names headings: twice the same one is told apart by a number. */
function headingIds(text: string): readonly string[] {
  const counts = new Map<string, number>();
  const headings = text.replace(/^(```+)[\s\S]*?^\1/gm, '').matchAll(/^#{1,6}[ \t]+(.+?)[ \t#]*$/gm);
  return [...headings].map(([, heading = '']) => {
    const plain = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const id = plain.replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '').replaceAll(' ', '-');
    const count = counts.get(id) ?? 0;
    counts.set(id, count + 1);
    return count === 0 ? id : `${id}-${count}`;
  });
}

/** Places that a document names itself. */
function anchorIds(text: string): readonly string[] {
  return [...text.matchAll(/<a (?:id|name)="([^"]+)">/g)].map(([, id = '']) => id);
}

/** What a link has wrong; `undefined` for nothing. */
function problemOf({ path, fragment }: DocumentLink): string | undefined {
  if (!existsSync(path)) return `${path} is not there`;
  if (!fragment || !path.endsWith('.md')) return undefined;
  const text = readFileSync(path, 'utf8');
  const isThere = [...headingIds(text), ...anchorIds(text)].includes(fragment);
  return isThere ? undefined : `${path} has no #${fragment}`;
}

/** The titles of tests in a source. What the runner or JavaScript puts into them is any text. */
function testTitles(source: string): readonly RegExp[] {
  const title = /(?<![\w.])(?:describe|it|test)\b|(?<=\]|\)|`)\)?\(\s*(?=['"`])/g;
  return [...source.matchAll(title)].flatMap(({ index, 0: found }) => {
    const call = source.slice(index + found.length);
    const literal = /^(?:\.\w+)*\(?\s*(?:'((?:\\.|[^'\\])*)'|"((?:\\.|[^"\\])*)"|`((?:\\.|[^`\\])*)`)/.exec(
      call,
    );
    const text = literal?.[1] ?? literal?.[2] ?? literal?.[3];
    return text === undefined ? [] : [titlePattern(text.replace(/\\(['"`])/g, '$1'))];
  });
}

function titlePattern(title: string): RegExp {
  const parts = title.split(/%[sdijo]|\$\{[^}]*\}|\$\w+/);
  return new RegExp(`^${parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('.+')}$`, 's');
}

function hasTest(source: string, title: string): boolean {
  return testTitles(source).some((pattern) => pattern.test(title));
}

describe('The documents', () => {
  it.each(documents)('%s leads to files and headings that are there', (path) => {
    const problems = linksIn(readFileSync(path, 'utf8'), path).map(problemOf);
    expect(problems.filter((problem) => problem !== undefined)).toEqual([]);
  });

  it.each(documents)('%s names commands that are there', (path) => {
    const named = [...readFileSync(path, 'utf8').matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  it.each(documents.filter((path) => provenByTests.test(path)))(
    '%s names tests by titles that they have',
    (path) => {
      // A file that is called by its own name is not about one of its tests.
      const toTests = linksIn(readFileSync(path, 'utf8'), path).filter(
        (link) => link.path.endsWith('.test.ts') && link.text !== link.path,
      );
      const lost = toTests.filter(
        (link) => !existsSync(link.path) || !hasTest(readFileSync(link.path, 'utf8'), link.text),
      );
      expect(lost).toEqual([]);
    },
  );

  it('include one about security that shows its limits by tests', () => {
    const links = linksIn(readFileSync('SECURITY.md', 'utf8'), 'SECURITY.md');
    expect(links.filter((link) => link.path.endsWith('.test.ts')).length).toBeGreaterThan(30);
  });
});

describe('A check of documents', () => {
  const path = 'docs/x.md';

  it.each([
    ['a file that is not there', '[a](nowhere.md)', ['docs/nowhere.md is not there']],
    [
      'a heading that is not there',
      '[a](../README.md#no-such-heading)',
      ['README.md has no #no-such-heading'],
    ],
    ['a file that is there', '[a](../README.md)', [undefined]],
    ['a folder', '[a](decisions)', [undefined]],
    ['the web', '[a](https://example.org/x.md) [b](mailto:a@b.c)', []],
    ['code', '`[a](nowhere.md)`\n\n```\n[a](nowhere.md)\n```', []],
  ])('judges links to %s', (_what, text, expected) => {
    expect(linksIn(text, path).map(problemOf)).toEqual(expected);
  });

  it.each([
    ["it('is so', () => {})", 'is so', true],
    ["it('is so', () => {})", 'is', false],
    ["// is so\nit('is not', f)", 'is so', false],
    ["it.each([['a']])('is so: %s', f)", 'is so: a', true],
    ["it.each([\n  ['a', 1],\n])(\n  'is so: %s',\n f)", 'is so: %s', true],
    [`it(\`is $\{flaw} so\`, f)`, 'is very so', true],
    ["it('isn\\'t', f)", "isn't", true],
    ['it("isn\'t", f)', "isn't", true],
    ["describe.skipIf(x)('on Linux', f)", 'on Linux', true],
  ])('knows the titles of tests: %s', (source, title, isThere) => {
    expect(hasTest(source, title)).toBe(isThere);
  });

  it('names headings as GitHub does', () => {
    expect(headingIds('# Größe & `Maß`!\n## a b\n## a b\n```\n# no\n```\n')).toEqual([
      'größe--maß',
      'a-b',
      'a-b-1',
    ]);
  });

  it('looks at files alone that are files', () => {
    expect(documents.every((document) => statSync(document).isFile())).toBe(true);
  });
});
