import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { formulaAssets } from '../../scripts/lib/exportAssets.mjs';
import { excerptHtml } from '../../src/core/features/excerptHtml';
import { parseNote } from '../../src/core/notes/parseNote';
import { exportNote } from '../../src/export/exportNote';
import { isViewMessage } from '../../src/protocol/checkPanelMessages';
import { labPolicy } from '../../src/vscode/experimentPanel/labPolicy';
import { linkPaths } from '../kit/hostilePaths';
import { renderPage } from '../kit/page';
import { vaultOf } from '../kit/vault';

const assets = { pageStyles: '', script: 'init();', ...formulaAssets() };

/** Exports a note; says what was read for it. */
async function exported(
  text: string,
  files: Readonly<Record<string, string>> = {},
): Promise<{ readonly html: string; readonly read: readonly string[] }> {
  const read: string[] = [];
  const all: Readonly<Record<string, string>> = { ...files, 'N.md': text };
  const bytesOf = async (path: string): Promise<Uint8Array | undefined> => {
    read.push(path);
    return all[path] === undefined ? undefined : new TextEncoder().encode(all[path]);
  };
  const { html } = await exportNote(
    {
      ...{ path: 'N.md', text, note: parseNote(text), index: vaultOf(all), locale: 'de', title: 'N' },
      ...{ lineBreaks: false, figures: false, termsWith: undefined, preamble: '' },
    },
    {
      bytesOf,
      textOf: async (path) => {
        read.push(path);
        return all[path];
      },
      failed: (error) => {
        throw error;
      },
    },
    assets,
  );
  return { html, read };
}

function bodyOf(html: string): string {
  return html.slice(html.indexOf('<main'));
}

describe('The policy', () => {
  it('of the lab allows its own files, one script and its own worker', () => {
    expect(labPolicy('https://files', 'abc')).toBe(
      "default-src 'none'; script-src https://files 'nonce-abc'; style-src https://files 'unsafe-inline'; font-src https://files; " +
        "img-src https://files data: blob:; connect-src https://files; worker-src blob:; base-uri 'none'; form-action 'none'",
    );
  });

  it('of an exported file allows its own script by its hash, and pictures from the web', async () => {
    const { html } = await exported('# Titel');
    const hash = createHash('sha256').update('init();').digest('base64');
    expect(/http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1]).toBe(
      "default-src 'none'; img-src data: https:; media-src data:; style-src 'unsafe-inline'; font-src data:; " +
        `script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
  });
});

describe('An exported file', () => {
  it.each(linkPaths)('takes in nothing but files of the vault: %j', async (path) => {
    const own = { 'passwd.md': 'own', 'secret.png': 'own', passwd: 'own' };
    const { read } = await exported(
      `![[${path}]] ![[${path}.md]] ![x](<${path}>)\n\n<img src="${path}">\n`,
      own,
    );
    for (const file of read) expect(Object.keys(own)).toContain(file);
  });

  it('keeps its policy first, whatever the note has', async () => {
    const { html } = await exported(
      '</main></body></html><head><meta http-equiv="Content-Security-Policy" content="default-src *">',
    );
    expect(html.match(/<meta http-equiv/gi)).toHaveLength(1);
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<style'));
  });

  it.each([
    ['a link of Markdown that runs', '[x](javascript:alert(1))', /href="javascript:/i],
    ['one that is encoded', '[x](&#106;avascript:alert(1))', /href="[^"]*javascript:/i],
    ['a link to a page within an address', '[x](data:text/html,<script>1</script>)', /href="data:/i],
    ['a link to a command', '[x](command:workbench.action.quit)', /href="command:/i],
    ['a link to a file', '[x](file:///etc/passwd)', /href="file:/i],
    ['a wikilink that runs', '[[javascript:alert(1)]]', /href="[^"]*javascript:/i],
    [
      'a reload',
      '<meta http-equiv=refresh content="0;url=https://example.org">',
      /<meta http-equiv=refresh/i,
    ],
    ['a reload within a line', 'a <meta/http-equiv=refresh content="0;url=x"> b', /<meta\/http/i],
    ['a picture’s text that ends its attribute', '![" onerror="alert(1)](x.png)', /<img[^>]* onerror=/i],
    ['a wikilink that ends its attribute', '[[x" onmouseover="alert(1)|y]]', /<[^>]* onmouseover="/i],
    ['a heading that ends its id', '# a" onclick="alert(1)', /<[^>]* onclick="/i],
    ['a tag in a term of a callout', '> [!note" onclick="x"] T', /<[^>]* onclick="/i],
    ['a formula with a link that runs', '$\\href{javascript:alert(1)}{x}$', /href="javascript:/i],
    ['a formula with HTML of its own', '$\\htmlData{x=1" onclick="alert(1)}{x}$', /<[^>]* onclick="/i],
    ['a formula with a picture from elsewhere', '$\\includegraphics{https://example.org/x.png}$', /<img/i],
  ])('has no %s', async (_what, text, hostile) => {
    const { html } = await exported(text);
    expect(bodyOf(html)).not.toMatch(hostile);
  });

  it('shows a vector picture as a picture, in which no script runs', async () => {
    const { html } = await exported('![[x.svg]]', {
      'x.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    });
    expect(bodyOf(html)).toMatch(/<img [^>]*src="data:image\/svg\+xml;base64,/);
    expect(bodyOf(html)).not.toContain('<script');
  });
});

describe('A page in the preview', () => {
  it.each([
    ['a property', '---\ntags: ["x\\" onclick=\\"1"]\naliases: ["<img src=x onerror=1>"]\n---\nText'],
    ['a heading', '# <a onclick=1>'.replace('<', '\\<')],
    ['a wikilink', '[[x" onclick="1]] [[<img src=x onerror=1>]]'],
    ['an embed', '![[x" onclick="1]] ![[<img src=x onerror=1>]]'],
    ['a tag', '#a"onclick="1'],
    ['a footnote', 'x[^a" onclick="1]\n\n[^a" onclick="1]: y'],
    ['a demo block', '```demo\nexperiment: "<img src=x onerror=1>"\n```'],
    ['a callout', '> [!x" onclick="1] \\<img src=x onerror=1>'],
    ['code', '```x" onclick="1\n<img src=x onerror=1>\n```'],
  ])('has no handler and no tag made of %s', (_what, text) => {
    // What stands between the quotes of an attribute is no attribute.
    const html = renderPage(text).replace(/="[^"]*"/g, '=""');
    expect(html).not.toMatch(/<[a-z][^<>]*\son\w+\s*=/i);
    expect(html).not.toMatch(/<(?:img|script|iframe)\b/i);
  });
});

describe('A hover', () => {
  const context = { renderFormula: () => undefined, hrefOf: () => undefined, imageOf: () => undefined };

  it.each([
    '[x](command:workbench.action.terminal.new)',
    '[x](<command:lectureLab.openLocation?%5B%22file:///etc/passwd%22%5D>)',
    '[[command:x]]',
    '<a href="command:x">x</a>',
    '![x](command:x)',
    '[x](vscode://extension/y)',
    '[x](file:///etc/passwd)',
    '[x](javascript:1)',
    '<command:x>',
    '[x]: command:x\n\n[x]',
  ])('links no command and no file of the machine: %s', (markdown) => {
    expect(excerptHtml(markdown, context)).not.toMatch(/(?:href|src)="/);
  });
});

describe('A message of the page', () => {
  it.each([
    { type: 'runCommand', command: 'workbench.action.quit' },
    { type: 'toString' },
    { type: '__proto__' },
    { type: 'originRequested' },
    { type: 'originRequested', origin: 'file:///etc/passwd' },
    { type: 'exportRequested', fileName: 'x.svg', format: 'html', content: '' },
    { type: ['ready'], version: 1 },
    'ready',
    null,
    [],
  ])('is ignored where the host knows no such: %j', (message) => {
    expect(isViewMessage(message)).toBe(false);
  });
});

describe('Properties of a note', () => {
  it('that multiply by aliases are a problem of the note, and nothing more', () => {
    const levels = Array.from(
      { length: 12 },
      (_, level) => `l${level + 1}: &l${level + 1} [${`*l${level}, `.repeat(9)}]`,
    );
    const note = parseNote(`---\nl0: &l0 [lol]\n${levels.join('\n')}\ntags: *l12\n---\n# Text\n`);
    expect(note.headings.map(({ text }) => text)).toEqual(['Text']);
    expect(note.problems.length).toBeGreaterThan(0);
  });

  it('that are nested deeply are read or refused, without an error', () => {
    for (const deep of ['['.repeat(5000), `${'{a: '.repeat(2000)}x`, '- '.repeat(3000)])
      expect(parseNote(`---\ntags: ${deep}\n---\n# Text\n`).headings).toHaveLength(1);
  });

  it('cannot change what objects are', () => {
    parseNote('---\n__proto__:\n  polluted: true\nconstructor: {prototype: {polluted: true}}\n---\n');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});
