import { describe, expect, it } from 'vitest';
import type { VaultIndex } from '../../../src/core/index/vaultIndex';
import { neighboursOf } from '../../../src/core/page/neighbours';
import type { NotePage, PageIndex } from '../../../src/core/page/notePage';
import { notePages } from '../../../src/core/page/notePages';
import { pageOf, vscodeMarkdownIt } from '../../kit/page';
import { vaultOf } from '../../kit/vault';

/** A vault as a host has it that follows what each page asks: another object for each page. */
function followed(index: VaultIndex): PageIndex {
  return {
    files: index.files,
    namesRevision: index.namesRevision,
    placesRevision: index.placesRevision,
    resolve: (link, source) => index.resolve(link, source),
    note: (path) => index.note(path),
    backlinks: (path) => index.backlinks(path),
    definitions: (path) => index.definitions(path),
  };
}

describe('What is known of a vault', () => {
  it('lets a definition be read once for all drawings of a page, until names in the vault change', () => {
    const index = vaultOf({ 'Notiz.md': 'Die Norm', 'Ziel.md': '' });
    let page: NotePage | undefined;
    const read: string[] = [];
    const md = vscodeMarkdownIt();
    md.core.ruler.push('count', ({ src }) => {
      read.push(src);
    });
    md.use(notePages, {
      pageOf: () => page,
      failed: (error: unknown) => {
        throw error;
      },
    });
    const tokens = md.parse('Die Norm', {});
    const from = { source: 'Ziel.md', line: 0, from: 'Ziel' };
    const norm = { passage: 0, start: 4, end: 8, name: 'Norm', markdown: '[[Ziel]], [[Neu]]', ...from };
    const draw = (): string => {
      page = pageOf({ 'Notiz.md': 'Die Norm' }, 'Notiz.md', {
        index: followed(index),
        termsIn: () => [norm],
      });
      return md.renderer.render(tokens, md.options, {});
    };
    const first = draw();
    expect(draw()).toBe(first);
    expect(read).toEqual(['Die Norm', norm.markdown]);
    index.addAttachment('Neu.md');
    expect(draw()).not.toBe(first);
    expect(read).toEqual(['Die Norm', norm.markdown, norm.markdown]);
  });

  it('lets neighbours be looked for once for all drawings of a page, until names in the vault change', () => {
    const index = vaultOf({ 'VL 1.md': '', 'VL 2.md': '' });
    let lookedThrough = 0;
    const paths: PageIndex['files']['paths'] = () => {
      lookedThrough++;
      return index.files.paths();
    };
    const files: PageIndex['files'] = Object.assign(Object.create(index.files), { paths });
    const nextOf = (path: string): string | undefined =>
      neighboursOf({ ...followed(index), files }, path).next;
    expect(nextOf('VL 1.md')).toBe('VL 2.md');
    expect(nextOf('VL 2.md')).toBeUndefined();
    expect(lookedThrough).toBe(1);
    index.addAttachment('VL 3.md');
    expect(nextOf('VL 2.md')).toBe('VL 3.md');
    expect(lookedThrough).toBe(2);
  });
});
