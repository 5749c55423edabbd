import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../../webview/preview');

/** A style sheet with all that it imports. */
function styles(path: string): string {
  const css = readFileSync(path, 'utf8');
  return css.replace(/@import "([^"]+)";/g, (_, name: string) => styles(join(path, '..', name)));
}

/** What has no colour, and what no printed page shows: controls, and what appears beside the pointer. */
const unprinted = /font-|^--vscode-(?:button|dropdown|input|editorHoverWidget|list|toolbar)-?/;

it('A printed page takes no colour from the theme', () => {
  const css = styles(join(folder, 'preview.css'));
  const print = readFileSync(join(folder, 'print.css'), 'utf8');
  const used = new Set([...css.matchAll(/var\((--vscode-[\w-]+)/g)].map(([, name = '']) => name));
  const set = new Set([...print.matchAll(/(--vscode-[\w-]+):/g)].map(([, name = '']) => name));
  expect(used.size).toBeGreaterThan(10);
  expect([...used].filter((name) => !set.has(name) && !unprinted.test(name))).toEqual([]);
});
