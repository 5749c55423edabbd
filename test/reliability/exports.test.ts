import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formulaAssets } from '../../scripts/lib/exportAssets.mjs';
import { parseNote } from '../../src/core/notes/parseNote';
import { exportNote } from '../../src/export/exportNote';
import { anyNote } from '../kit/anyNote';
import { fuzz } from '../kit/reliability';
import { readHtml } from '../kit/strictHtml';
import { vaultOf } from '../kit/vault';

const assets = { pageStyles: '.ll-page{}', script: 'init();', ...formulaAssets() };
const path = 'Notiz.md';

async function exported(files: Readonly<Record<string, string>>): Promise<string> {
  const text = files[path] ?? '';
  const { html } = await exportNote(
    {
      ...{ path, text, note: parseNote(text), index: vaultOf(files), locale: 'de', title: text.slice(0, 40) },
      ...{ lineBreaks: true, figures: true, termsWith: undefined, preamble: '' },
    },
    {
      textOf: async (file) => files[file],
      bytesOf: async (file) =>
        files[file] === undefined ? undefined : new TextEncoder().encode(files[file]),
      failed: (error) => {
        throw error;
      },
    },
    assets,
  );
  return html;
}

const links = fc.constantFrom(
  '[x](command:quit)',
  '[x](javascript:alert)',
  '[x](vscode://a/b)',
  '<command:quit>',
  '![x](file:///etc/passwd)',
  '[[A]] ![[bild.png]]',
  '$\\begin{array}\\\\\\end{array}$ $$\\begin{array}\\\\\\end{array}$$',
);

/** Without HTML of their own, which an export leaves as it is. */
const notes = fc
  .tuple(anyNote, links, anyNote)
  .map(([text, link, more]) => `${text}\n\n${link}\n\n${more}`.replace(/<(?!command)/g, '‹'));

describe('An exported note', () => {
  it('is a document without mistakes that leads nowhere but to itself and the web', () =>
    fuzz('exports', fc.tuple(notes, notes), async ([text, other]) => {
      const html = await exported({ [path]: text, 'A.md': other, 'bild.png': 'png' });
      const body = /<main class="markdown-body">\n(.*)\n<\/main>/s.exec(html)?.[1];
      const { elements, problems } = readHtml(body ?? '</main>');
      expect(problems.filter((problem) => !/katex/.test(problem))).toEqual([]);
      for (const { name, attributes } of elements) {
        expect(name).not.toMatch(/^(?:script|iframe|object|base|meta)$/);
        if (attributes.href !== undefined) expect(attributes.href).toMatch(/^(?:#|https?:|mailto:)/i);
        if (attributes.src !== undefined) expect(attributes.src).toMatch(/^(?:data:|https:)/i);
      }
    }));
});
