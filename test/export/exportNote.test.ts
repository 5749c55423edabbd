import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formulaAssets } from '../../scripts/lib/exportAssets.mjs';
import { parseNote } from '../../src/core/notes/parseNote';
import { pageTerms } from '../../src/core/page/pageTerms';
import { type ExportedNote, exportNote, type NoteToExport } from '../../src/export/exportNote';
import { withoutLabel } from '../kit/page';
import { vaultOf } from '../kit/vault';

const assets = { pageStyles: '.ll-page{}', script: 'init();', ...formulaAssets() };

/** Exports a note of a vault in memory. `path` is the only note, `Notiz.md`, where `files` is its text. */
async function exported(
  files: Readonly<Record<string, string>> | string,
  path = 'Notiz.md',
  change: Partial<NoteToExport> = {},
): Promise<ExportedNote> {
  const all = typeof files === 'string' ? { [path]: files } : files;
  const text = all[path] ?? '';
  const note: NoteToExport = {
    ...{ path, text, note: parseNote(text), index: vaultOf(all), locale: 'de', title: 'Notiz' },
    ...{ lineBreaks: true, figures: false, termsWith: undefined, preamble: '' },
    ...change,
  };
  return exportNote(
    note,
    {
      textOf: async (file) => all[file],
      bytesOf: async (file) => (all[file] === undefined ? undefined : new TextEncoder().encode(all[file])),
      failed: (error) => {
        throw error;
      },
    },
    assets,
  );
}

/** What stands between `<main …>` and `</main>`. */
async function bodyOf(...given: Parameters<typeof exported>): Promise<string> {
  const { html } = await exported(...given);
  return /<main class="markdown-body">\n(.*)\n<\/main>/s.exec(html)?.[1]?.trim() ?? '';
}

describe('a note as one HTML file', () => {
  it('is a whole document in the language of its page', async () => {
    const { html } = await exported('# Regularisierung', 'Notiz.md', { title: 'VL <4> & "5"' });
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="de">\n<head>\n<meta charset="utf-8">/);
    expect(html).toContain('<title>VL &lt;4&gt; &amp; &quot;5&quot;</title>');
    expect(html).toMatch(/<\/main>\n<\/body>\n<\/html>\n$/);
  });

  it('has its formulas typeset, and no dollar signs left', async () => {
    const body = await bodyOf('Es gilt $a^2$:\n\n$$\n\\frac{1}{2}\n$$\n');
    expect(body).toContain('<span class="katex">');
    expect(body).toContain('katex-display');
    expect(body).not.toContain('$');
  });

  it('brings no fonts and no rules for formulas where it has none', async () => {
    const { html } = await exported('Kein `$x$`.');
    expect(html).not.toContain('@font-face');
    expect(html).toContain('<style>.ll-page{}</style>');
  });

  it('gives its headings the ids that its links lead to', async () => {
    const body = await bodyOf('# Größe (Teil 1)\n\nSiehe [[#Größe (Teil 1)|oben]].');
    const id = / id="([^"]+)"/.exec(body)?.[1];
    expect(id).toBeDefined();
    expect(body).toContain(`href="#${id}"`);
  });

  it('shows links to other notes as their texts, and keeps those to the web', async () => {
    const body = await bodyOf({
      'Notiz.md': '[[Ziel|dort]], [da](Ziel.md), [Netz](https://example.org) und [[Ziel#Kapitel]]',
      'Ziel.md': '# Kapitel\n',
    });
    expect(body.match(/<a [^>]*>/g)).toEqual([expect.stringContaining('href="https://example.org"')]);
    expect(body).toMatch(/<span class="[^"]*ll-link-outside[^"]*"[^>]*>dort<\/span>/);
    expect(body).toMatch(/<span class="[^"]*ll-link-outside[^"]*"[^>]*>da<\/span>/);
  });

  it('says of a link to another note where it leads', async () => {
    const body = await bodyOf({ 'Notiz.md': '[[Ziel|dort]] [da](a/Ziel.md)', 'a/Ziel.md': '' });
    const span = '<span class="ll-link ll-link-outside" title="Verweis auf „Ziel“, hier nicht enthalten">';
    expect(withoutLabel(body)).toBe(`<p>${span}dort</span> ${span}da</span></p>`);
  });

  it('holds its pictures itself', async () => {
    const body = await bodyOf({
      'Notiz.md': '![[a b.PNG|100]]\n\n![Bild](bild.svg)',
      'a b.PNG': 'png',
      'bild.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    });
    expect(body).toContain(`src="data:image/png;base64,${btoa('png')}"`);
    expect(body).toContain('src="data:image/svg+xml;base64,');
    expect(body).not.toMatch(/src="(?!data:)/);
  });

  it('holds the pictures of raw HTML, and leaves alone what is none of its vault', async () => {
    const body = await bodyOf({
      'Notiz.md':
        '<img width="9" src="bild.png">\n\nText <IMG src=\'bild.png\'/> <img src="fehlt.png"> <img alt="src=x">',
      'bild.png': 'png',
    });
    expect(body.match(/src="data:image\/png;base64,cG5n"/g)).toHaveLength(2);
    expect(body).toContain('<img width="9" src="data:');
    expect(body).toContain('<img src="fehlt.png"> <img alt="src=x">');
  });

  it('shows the name of a picture that is too large, and says so', async () => {
    const huge = 'x'.repeat(20_000_001);
    const { html, leftOut } = await exported({ 'Notiz.md': '![[riesig.png]]', 'riesig.png': huge });
    expect(leftOut).toEqual(['riesig.png']);
    expect(html).toContain('<span class="ll-missing-file">Bild nicht enthalten: riesig.png</span>');
    expect(html).not.toContain('<img');
  });

  it('shows the names of pictures that are not in the vault, and asks the web for those that are there', async () => {
    const body = await bodyOf(
      '![](weg/fehlt.png) ![Alt](http://example.org/a.png) ![](https://example.org/b.png)',
    );
    expect(body).toMatch(
      /nicht enthalten: fehlt\.png<.*nicht enthalten: Alt<.*<img src="https:\/\/example\.org\/b\.png"/,
    );
  });

  it('takes in notes that it embeds, and those within them', async () => {
    const body = await bodyOf({
      'Notiz.md': '![[Innen]]',
      'Innen.md': 'Innerer Text.\n\n![[Ganz innen]]\n',
      'Ganz innen.md': 'Innerster Text.\r\n\r\n![[bild.png]]',
      'bild.png': 'png',
    });
    expect(body).toContain('Innerer Text.');
    expect(body).toContain('Innerster Text.');
    expect(body).toContain('data:image/png');
  });

  it('offers figures of its concepts, and nothing to run', async () => {
    const body = await bodyOf('# Norm-Clipping\n\nText.\n', 'Notiz.md', { figures: true });
    expect(body).toContain('<details class="ll-figure" data-figure="vector-clipping"');
    expect(body).not.toContain('ll-demo');
  });

  it('explains terms from notes that it reads for that', async () => {
    const files = {
      'Notiz.md': 'Die Lernrate zählt.',
      'Glossar.md': '# Lernrate\nWie weit ein Schritt geht.\n',
    };
    const index = vaultOf(files, ['Glossar.md']);
    const body = await bodyOf(files, 'Notiz.md', {
      index,
      termsWith: (textOf) =>
        pageTerms({
          ...{ index, path: 'Notiz.md', note: parseNote(files['Notiz.md']), locale: 'de', textOf },
          ...{ shipped: undefined, shippedTitle: '' },
        }),
    });
    expect(body).toContain('href="#ll-term-1"');
    expect(body).toContain('Wie weit ein Schritt geht.');
  });

  it('lets no element of the note lead the reader elsewhere', async () => {
    const body = await bodyOf(
      '<META http-equiv="refresh" content="0;url=https://example.org">\n\nText <meta name="x">',
    );
    expect(body).not.toMatch(/<meta/i);
  });

  it('has the same links and pictures whatever stands around them', async () => {
    const pieces = [
      '$x$',
      '[[Ziel]]',
      '![[bild.png]]',
      '**a**',
      '[da](Ziel.md)',
      '> [!note]- T\n',
      '\n\n',
      '- ',
      '# ',
      '| a |',
      '<b>',
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), async (parts) => {
        const body = await bodyOf({ 'Notiz.md': parts.join(' '), 'Ziel.md': 'Ziel', 'bild.png': 'png' });
        expect(body).not.toMatch(/href="(?!#|https?:)/);
        expect(body).not.toMatch(/src="(?!data:)/);
      }),
      { numRuns: 30 },
    );
  });
});
