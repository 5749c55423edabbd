import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportAssets } from '../../scripts/lib/exportAssets.mjs';
import { filesIn, readVault } from '../../src/cli/readVault';
import { parseNote } from '../../src/core/notes/parseNote';
import { exportNote } from '../../src/export/exportNote';

const root = join(import.meta.dirname, '../..');
const assets = await exportAssets();
const theme = readFileSync(join(root, 'webview/preview/exportTheme.css'), 'utf8');

/** Notes that come with the project, and the real ones where they are. */
const folders = ['media/sample-vault', '../shared/notes'].map((path) => join(root, path)).filter(existsSync);
const notes = folders.flatMap((folder) =>
  filesIn(folder)
    .filter((path) => path.endsWith('.md'))
    .map((path) => ({ folder, path })),
);

/** A note as VS Code's command exports it. */
async function exported({ folder, path }: (typeof notes)[number]): Promise<string> {
  const { index, texts } = readVault(folder, []);
  const text = texts.get(path) ?? '';
  const { html } = await exportNote(
    {
      ...{ path, text, note: parseNote(text), index, locale: 'de', title: path, preamble: '' },
      ...{ lineBreaks: true, figures: true, termsWith: undefined },
    },
    {
      textOf: async (other) => texts.get(other),
      bytesOf: async (file) => readFileSync(join(folder, file)),
      failed: (error) => {
        throw error;
      },
    },
    assets,
  );
  return html;
}

/** What a pattern finds: its group where it has one. */
function matches(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(([whole, group]) => group ?? whole);
}

/** What a reader sees of the page: no tags, and of formulas no source. */
function shownText(html: string): string {
  return html
    .replace(/^.*<main/s, '<main')
    .replace(/<pre>.*?<\/pre>|<code>.*?<\/code>|<span class="katex-mathml">.*?<\/math><\/span>/gs, '')
    .replace(/<[^>]*>/g, '');
}

/** Elements of the page that are not closed where they must be, or closed without having been opened. */
function wrongNesting(html: string): readonly string[] {
  const empty = /^(?:area|br|col|hr|img|input|link|meta|source|wbr|!doctype)$/i;
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [tag, end, name = '', selfEnd] of html
    .replace(/<(style|script)[^>]*>.*?<\/\1>/gs, '')
    .matchAll(/<(\/?)([a-zA-Z!][\w-]*)(?:[^>"]|"[^"]*")*?(\/?)>/g)) {
    if (selfEnd || empty.test(name)) continue;
    if (!end) open.push(name);
    else if (open.pop() !== name) wrong.push(tag);
  }
  return [...wrong, ...open];
}

describe.each(notes)('$path as a file', (note) => {
  const file = exported(note);

  it('needs nothing that is not in it', async () => {
    const html = await file;
    expect(matches(html, /\b(?:src|href)="(?!#|data:|https?:|mailto:)[^"]*"/g)).toEqual([]);
    expect(matches(html, /\bsrc="(?!data:)[^"]*"|url\((?!["']?data:)[^)]*|@import[^;]*/g)).toEqual([]);
  });

  it('leaves no Markdown, and every formula is set', async () => {
    const html = await file;
    expect(matches(shownText(html), /.*(?:\$\$|\[\[|\]\]).*|^\s*> \[!.*/gm)).toEqual([]);
    expect(matches(html, /class="[^"]*katex-error"[^>]*>/g)).toEqual([]);
  });

  it('has links that lead to places on its page, each id once', async () => {
    const html = await file;
    const ids = matches(html, / id="([^"]*)"/g);
    expect(ids).toEqual([...new Set(ids)]);
    const targets = matches(html, / href="#([^"]*)"/g);
    expect(targets.filter((target) => target !== '' && !ids.includes(target))).toEqual([]);
  });

  it('is well nested', async () => {
    expect(wrongNesting(await file)).toEqual([]);
  });
});

describe('the styles and the script of exported files', () => {
  it('have a value for each of VS Code’s variables that they need, light and dark', () => {
    const all = assets.pageStyles + assets.script;
    const needed = new Set([...all.matchAll(/var\((--vscode-[\w-]+)\)/g)].map(([, name]) => name ?? ''));
    const dark = theme.slice(theme.indexOf('prefers-color-scheme: dark'));
    expect(needed.size).toBeGreaterThan(10);
    for (const name of needed) {
      expect(theme).toContain(`${name}:`);
      if (!/font/.test(name)) expect(dark).toContain(`${name}:`);
    }
  });

  it('come from nowhere else, and are small', () => {
    expect(assets.pageStyles).not.toMatch(/@import|url\((?!["']?data:)/);
    expect(assets.script).not.toMatch(/\bimport\(|\bfetch\(|https?:\/\/(?!www\.w3\.org\/)/);
    expect(assets.script.length + assets.pageStyles.length).toBeLessThan(90_000);
  });
});
