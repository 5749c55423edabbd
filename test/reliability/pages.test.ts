import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyNote } from '../kit/anyNote';
import { FullPages } from '../kit/fullPages';
import { markdownPieces } from '../kit/markdownPieces';
import { fuzz } from '../kit/reliability';
import { type HtmlElement, readHtml } from '../kit/strictHtml';

const path = 'Ordner/Notiz.md';

/** Notes that texts made of pieces can lead to and embed. */
const others = {
  'A.md': '# Kopf\n\nText ^id\n\n[^1] ![[A#Kopf]]\n\n[^1]: Ende\n',
  'Wort.md': '---\naliases: [Größe]\n---\n- ein Punkt ^id\n\n![[Notiz]] ![[A]]\n',
  'Glossar.md': '# Wort\n\nEin [[Wort]], s. $x^2$.\n\n# Größe\n\nWie **groß** etwas ist.\n',
  'a.png': '',
  'Folien.pdf': '',
};

function pagesWith(text: string, files: Readonly<Record<string, string>> = others): FullPages {
  return new FullPages({ ...files, [path]: text }, { rawHtml: false });
}

function pageOf(text: string): string {
  return pagesWith(text).render(path);
}

/** What Obsidian gives a meaning, and what would break out of HTML where it is not escaped. */
const intruders = [
  '"><script>x</script>',
  "' onload=x ",
  '" onload="x',
  '<img src=x onerror=x>',
  '-->',
  '&quot;',
];
const schemes = [
  'javascript:alert(1)',
  'command:quit',
  'vscode://x/y',
  'file:///x',
  'data:text/html,x',
  'JaVaScRiPt:x',
];
const dangerous = fc.constantFrom(...intruders, ...schemes);

/** Places of a note at which others' words become part of HTML. */
const placesFor = (word: string): readonly string[] => [
  `[[${word}]] `,
  `[[A|${word}]] `,
  `[[A#${word}]] `,
  `[[A#^${word}]] `,
  `[[#${word}]] `,
  `![[${word}]]\n\n`,
  `![[A|${word}]]\n\n`,
  `![[A#${word}]]\n\n`,
  `![[a.png|${word}]] `,
  `![[${word}.png]] ![[${word}.pdf#page=${word}]] `,
  `![[Folien.pdf#${word}]]\n\n`,
  `![${word}](a.png "${word}") `,
  `\n\n# ${word}\n\n## ${word} ^${word}\n\n### ${word}\n\n`,
  `\n\n> [!${word}]- ${word}\n> ${word}\n\n`,
  `\n\n> [!note|${word}] ${word}\n\n`,
  `#${word} `,
  `[^${word}] ^[${word}]\n\n[^${word}]: ${word}\n\n`,
  `Text ^${word}\n\n`,
  `- [${word[0] ?? ''}] ${word}\n\n`,
  `$${word}$ $$${word}$$ `,
  `%%${word}%% ==${word}== `,
  `\n\n\`\`\`${word}\n${word}\n\`\`\`\n\n`,
  `\n\n\`\`\`demo\nexperiment: dropout\n${word}\n\`\`\`\n\n`,
  `\n\n| ${word} |\n|---|\n| [[A\\|${word}]] |\n\n`,
];

const hostileNotes = fc
  .array(
    dangerous.chain((word) => fc.constantFrom(...placesFor(word))),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

const hostileProperties = fc
  .array(fc.tuple(dangerous, dangerous, fc.constantFrom('', '- ', "'", '"')), { maxLength: 4 })
  .map((rows) => rows.map(([key, value, mark]) => `${key}: ${mark}${value}${mark.trim()}\n`).join(''))
  .map((rows) => `---\n${rows}tags: [${rows.slice(0, 20)}]\naliases: ["[[javascript:x|y]]"]\n---\n`);

/** Whether following it stays in the vault or goes to the web. Notes' own Markdown links are markdown-it's matter. */
function isHarmless(address: string): boolean {
  return /^(?:https?:|mailto:)/i.test(address) || !/^[a-z][a-z0-9+.-]*:/i.test(address);
}

function expectHarmless(elements: readonly HtmlElement[]): void {
  for (const { name, attributes } of elements) {
    expect(name).not.toMatch(/^(?:script|iframe|style|object|base|meta|link)$/i);
    for (const [attribute, value] of Object.entries(attributes)) {
      expect(attribute).not.toMatch(/^on/i);
      if (/^(?:href|data-href|src)$/.test(attribute)) expect(value).toSatisfy(isHarmless);
    }
  }
}

/** Vaults with a note of any kind and others of any kind, which it may embed. */
const anyVault = fc
  .record({ text: anyNote, a: anyNote, glossary: markdownPieces })
  .map(({ text, a, glossary }) => ({
    ...others,
    'A.md': a,
    'Glossar.md': `${others['Glossar.md']}\n\n${glossary}`,
    [path]: text,
  }));

describe('A page of any text', () => {
  it('is HTML that no browser needs to mend, and nothing in it runs anything', () =>
    fuzz('page-html', anyVault, (files) => {
      const { problems, elements } = readHtml(new FullPages(files, { rawHtml: false }).render(path));
      expect(problems).toEqual([]);
      expectHarmless(elements);
    }));

  it('is the same HTML each time it is drawn from the same tokens', () =>
    fuzz('page-tokens', anyNote, (text) => {
      // With the note's own HTML, which may be anything.
      const pages = new FullPages({ ...others, [path]: text });
      const tokens = pages.tokensOf(path);
      const first = pages.render(path, tokens);
      const between = JSON.stringify(tokens);
      expect(pages.render(path, tokens)).toBe(first);
      expect(JSON.stringify(tokens)).toBe(between);
    }));

  it('does not depend on what was drawn before', () =>
    fuzz('page-history', fc.tuple(anyNote, anyNote), ([text, before]) => {
      const files = { ...others, 'B.md': before };
      const pages = pagesWith(text, files);
      const tokens = pages.tokensOf(path);
      pages.render('B.md');
      expect(pages.render(path)).toBe(pagesWith(text, files).render(path));
      expect(pages.render(path, tokens)).toBe(pages.render(path));
    }));
});

describe('Words of a note', () => {
  it('never become elements, attributes or addresses that run something', () =>
    fuzz('page-hostile-words', fc.tuple(hostileProperties, hostileNotes), ([properties, text]) => {
      const { elements, problems } = readHtml(pageOf(properties + text));
      expect(problems).toEqual([]);
      expectHarmless(elements);
    }));

  it('as names of files lead to these files and nowhere else', () =>
    fuzz('page-file-names', fc.array(dangerous, { minLength: 1, maxLength: 3 }), (words) => {
      const names = words.map((word) => word.replaceAll('/', '_'));
      const files = Object.fromEntries(
        names.flatMap((name) => [
          [`Ordner/${name}.md`, `# ${name}\n\n[[Notiz]] ${name} ^id\n`],
          [`${name} 1.md`, '[[Notiz]]'],
          [`${name}.png`, ''],
          [`${name}.mp3`, ''],
        ]),
      );
      const links = names.flatMap((name) => [
        `[[${name}]] ![[${name}.png|100]] ![[${name}.mp3]] [[${name} 1]]`,
        `![[${name}]]`,
        `[x](<${name}.md>) ![x](<${name}.png>)`,
      ]);
      const { elements, problems } = readHtml(pagesWith(links.join('\n\n'), files).render(path));
      expect(problems).toEqual([]);
      expectHarmless(elements.filter(({ attributes }) => /\bll-/.test(attributes.class ?? '')));
      expect(elements.some(({ attributes }) => attributes.class?.includes('ll-embed'))).toBe(true);
    }));
});

describe('A note of any kind becomes a page', () => {
  it.each([
    ['nothing', ''],
    ['a blank line', '\n'],
    ['properties only', '---\na: b\n---\n'],
    ['properties only, without a line break behind', '---\na: b\n---'],
    ['empty properties', '---\n---\n'],
    ['properties without end', '---\na: [\n'],
    ['properties that are no YAML', '---\na: [\n"\n---\n# A\n'],
    ['a byte order mark', '\uFEFF---\na: b\n---\n# A\n'],
    [
      'line breaks of Windows',
      '---\r\na: b\r\n---\r\n# A\r\n\r\n> [!note] B\r\n> C\r\n\r\n$$\r\nx\r\n$$\r\n',
    ],
    ['line breaks of old Macs', '# A\r\r> [!note] B\r> C\r'],
    ['NUL', '# A\0\n\n[[A\0|\0]] ![[\0]] [^\0] #\0 ^\0\n\n[^\0]: \0\n'],
    [
      'half characters',
      '# \ud800\n\n[[\ud800]] ![[\udc00.png]] [[A#\ud800]] #\ud800\n\n> [!\ud800] \ud800\n',
    ],
    ['an embed of itself', '![[Notiz]]\n\n![[Notiz#^id]] ^id\n'],
    ['a heading without text', '#\n\n##\n\n###\n\n#\n'],
    [
      'blocks ids everywhere',
      '# A ^a\n\n- b ^b\n\n^c\n\n> d ^d\n\n| e |\n|---|\n| f ^f |\n^g\n\n```\nh\n```\n^h\n',
    ],
    ['one id many times', 'a ^x\n\nb ^x\n\nc ^X\n\n- d ^x\n'],
    ['one heading many times', '# A\n\n# A\n\n# A-1\n\n## a\n\n### A!\n'],
    [
      'footnotes within one another',
      'a[^1]\n\n[^1]: b[^2] ^[c[^1]]\n\n[^2]: d[^1]\n\n    > [!note] e[^3]\n\n[^3]: f\n',
    ],
    ['callouts in lists in callouts', '> [!note]- a\n> - b\n>   > [!tip]+ c\n>   > 1. [ ] d\n>\n> ![[A]]\n'],
  ])('%s', (_name, text) => {
    const { problems, elements } = readHtml(pageOf(text));
    expect(problems).toEqual([]);
    expectHarmless(elements);
  });

  it('whatever breaks its lines', () => {
    const lines = [
      '---',
      'a: b',
      '---',
      '# A',
      '',
      '> [!note]- B',
      '> C [[A]]',
      '',
      '$$',
      'x',
      '$$',
      '',
      'd',
      'e ^f',
      '',
    ];
    expect(pageOf(lines.join('\r\n'))).toBe(pageOf(lines.join('\n')));
  });
});
