import { describe, expect, it } from 'vitest';
import { headingKey } from '../../src/core/index/headingKey';
import { LinkResolver } from '../../src/core/index/linkResolver';
import { headingLinkText, linkPathTo } from '../../src/core/index/linkText';
import type { VaultIndex } from '../../src/core/index/vaultIndex';
import { parseNote } from '../../src/core/notes/parseNote';
import { vaultOf } from '../kit/vault';

function resolve(files: readonly string[], link: string, source = 'Quelle.md') {
  const resolver = new LinkResolver();
  for (const file of files) resolver.add(file);
  return resolver.resolve(link, source);
}

describe('A link finds its file as in Obsidian', () => {
  it.each([
    ['R0 in any case', ['Log.md'], 'LOG', undefined, 'Log.md'],
    ['R0 however letters are composed', ['U\u0308bung.md'], '\u00dcbung', undefined, 'U\u0308bung.md'],
    ['R0 with a no-break space', ['a b.md'], 'a\u00a0b', undefined, 'a b.md'],
    ['R0 to a name with a no-break space', ['a\u00a0b.md'], 'a b', undefined, 'a\u00a0b.md'],
    ['R0 however a sigma is written', ['ΑΣ.md'], 'ας', undefined, 'ΑΣ.md'],
    ['R0 with backslashes', ['a/b.md'], 'a\\b', undefined, 'a/b.md'],
    ['R1 to the note itself', [], '', 'a/x.md', 'a/x.md'],
    ['R2 relative to the source', ['y.md', 'a/y.md'], '../y', 'a/x.md', 'y.md'],
    ['R2 from the vault root', ['Note.md', 'a/Note.md'], '/Note', 'a/x.md', 'Note.md'],
    ['R3 by exact path before all else', ['Note.md', 'a/b/Note.md'], 'Note', 'a/b/x.md', 'Note.md'],
    ['R4 by the end of a path', ['a/b/Note.md'], 'b/Note', undefined, 'a/b/Note.md'],
    ['R5 in its own folder first', ['k/Note.md', 'a/b/Note.md'], 'Note', 'a/b/x.md', 'a/b/Note.md'],
    ['R6 by the shortest path', ['zzzz/Note.md', 'a/b/Note.md'], 'Note', undefined, 'a/b/Note.md'],
    ['R10 with an extension', ['Slides 05.pdf'], 'Slides 05.pdf', undefined, 'Slides 05.pdf'],
    ['R10 with a dot in a name', ['Note.1.md', 'Note.1'], 'Note.1', undefined, 'Note.1.md'],
    ['P5 with .md in any case', ['Ext.md'], 'Ext.MD', undefined, 'Ext.md'],
  ])('%s', (_rule, files, link, source, path) => {
    expect(resolve(files, link, source)).toEqual({ status: 'found', path });
  });

  it('R7 a tie is ambiguous, with its candidates', () => {
    expect(resolve(['b/N.md', 'a/N.md'], 'N')).toEqual({
      status: 'ambiguous',
      path: 'a/N.md',
      candidates: ['a/N.md', 'b/N.md'],
    });
  });

  it.each([
    ['out of the vault', ['x.md'], '../../x'],
    ['to part of a name', ['Subnote.md'], 'note'],
    ['to a file that was deleted', [], 'weg'],
  ])('but not %s', (_what, files, link) => {
    expect(resolve(files, link)).toEqual({ status: 'missing' });
  });
});

describe('A heading link compares', () => {
  it.each([
    ['Was ist L2-Norm?', 'was ist l2-norm'],
    ['**Fett** & Co.', 'fett co'],
    ['$L_2$-Norm', 'l_2 -norm'],
    ['See [[Other]]', 'see other'],
    ['wifi 2.4 vs 5.0', 'wifi 2 4 vs 5 0'],
  ])('%s as %s', (heading, key) => {
    expect(headingKey(heading)).toBe(key);
  });
});

describe('A link finds its place', () => {
  const vault = vaultOf({
    'N.md': '# A\n\n## X\n\n# B\n\n## X\n\nText ^Id-1\n\n# Was ist **L2**-Norm?\n',
    'L.md': '---\naliases: [AL]\n---\n',
    'Zeichnung.md': '---\nexcalidraw-plugin: parsed\n---\n# Text Elements\n[[X]] ^abc\n',
    'Folien.pdf': '',
  });
  const wikilink = (path: string, subpath?: string) =>
    vault.resolve({ kind: 'wikilink', path, subpath }, 'Q.md');

  it.each([
    ['the first of equal headings (H3)', 'X', 2],
    ['a heading below a heading (H2)', 'B#X', 6],
    ['a heading, empty segments left out (H0)', '#B##X', 6],
    ['a heading without its punctuation and in any case (H1)', 'was ist L2 -norm', 10],
    ['a block, in any case (B1)', '^id-1', 8],
  ])('%s', (_what, subpath, line) => {
    const target = wikilink('N', subpath);
    expect(target).toMatchObject({
      status: 'found',
      place: { range: { start: { line } } },
      missing: undefined,
    });
  });

  it.each([
    ['Y', 'heading'],
    ['X#A', 'heading'],
    ['A#B', 'heading'],
    ['^nein', 'block'],
  ])('or opens the note at its top for %s (H5)', (subpath, missing) => {
    expect(wikilink('N', subpath)).toMatchObject({
      status: 'found',
      path: 'N.md',
      place: undefined,
      missing,
    });
  });

  it.each(['^area=x1', '^frame=x1', '^group=x1', '^abc'])(
    'and misses nothing in a drawing: %s',
    (subpath) => {
      expect(wikilink('Zeichnung', subpath)).toMatchObject({ status: 'found', missing: undefined });
    },
  );

  it('and knows that a page of a PDF is no heading (P6)', () => {
    expect(wikilink('Folien.pdf', 'page=3')).toMatchObject({ status: 'found', missing: undefined });
  });

  it('never by an alias (R8), which is known all the same', () => {
    expect(wikilink('AL')).toEqual({ status: 'unresolved' });
    expect(vault.notesWithAlias('al')).toEqual(['L.md']);
  });

  it('never by a heading or a title (R9)', () => {
    const titled = vaultOf({ 'x.md': '---\ntitle: Titel\n---\n# Kopf\n' });
    for (const path of ['Titel', 'Kopf']) {
      expect(titled.resolve({ kind: 'wikilink', path, subpath: undefined }, 'x.md').status).toBe(
        'unresolved',
      );
    }
  });

  it('not any more when the note is gone', () => {
    const changing = vaultOf({ 'T.md': '# T' });
    changing.delete('T.md');
    expect(changing.resolve({ kind: 'wikilink', path: 'T', subpath: undefined }, 'Q.md')).toEqual({
      status: 'unresolved',
    });
  });
});

describe('A Markdown link', () => {
  it.each([
    ['beside the note first (R11)', ['Note.md', 'a/Note.md'], 'Note.md', 'a/x.md', 'a/Note.md'],
    ['else anywhere in the vault (R11)', ['k/Note.md'], 'Note.md', 'a/x.md', 'k/Note.md'],
    ['below the folder of the note', ['a/b/Note.md', 'b/Note.md'], 'b/Note.md', 'a/x.md', 'a/b/Note.md'],
    ['by its full path', ['b/Note.md'], 'b/Note.md', 'a/x.md', 'b/Note.md'],
    ['without .md', ['a/Note.md'], 'Note', 'a/x.md', 'a/Note.md'],
  ])('leads %s', (_how, files, path, source, target) => {
    const index = vaultOf(Object.fromEntries(files.map((file) => [file, ''])));
    expect(index.resolve({ kind: 'markdown', path, subpath: undefined }, source)).toMatchObject({
      path: target,
    });
  });
});

describe('The notes that link to a note', () => {
  const linksTo = (vault: VaultIndex, path: string) =>
    vault
      .backlinks(path)
      .map(({ source, link }) => `${source}:${link.range.start.line}`)
      .sort();

  it('are known however the links are written, those of the note itself included', () => {
    const vault = vaultOf({
      'a/Ziel.md': '# H\n\n[[#H]]\n',
      'b.md': '[[ziel]] [[a/Ziel|x]]\n![[Ziel.md#H]]\n[x](a/Ziel.md)\n[[Ziele]]\n',
    });
    expect(linksTo(vault, 'a/Ziel.md')).toEqual(['a/Ziel.md:2', 'b.md:0', 'b.md:0', 'b.md:1', 'b.md:2']);
  });

  it.each([
    [' A.md', '[[/ A]]'],
    ['A .md', '[[A .md]]'],
    ['ΑΣ.md', '[[ασ.md]]'],
    ['a\u00a0b.md', '[[a b]]'],
  ])('are known of %j, which is linked as %s', (path, link) => {
    expect(linksTo(vaultOf({ [path]: '', 'q.md': link }), path)).toEqual(['q.md:0']);
  });

  it('change when a note comes that the links prefer, and when it goes', () => {
    const vault = vaultOf({ 'sub/Ziel.md': '', 'a.md': '[[Ziel]]' });
    expect(linksTo(vault, 'sub/Ziel.md')).toEqual(['a.md:0']);
    vault.setNote('Ziel.md', parseNote(''));
    expect(linksTo(vault, 'sub/Ziel.md')).toEqual([]);
    expect(linksTo(vault, 'Ziel.md')).toEqual(['a.md:0']);
    vault.delete('Ziel.md');
    expect(linksTo(vault, 'sub/Ziel.md')).toEqual(['a.md:0']);
  });

  it('change with their own text', () => {
    const vault = vaultOf({ 'Ziel.md': '', 'a.md': '[[Ziel]]' });
    vault.setNote('a.md', parseNote('nichts'));
    expect(linksTo(vault, 'Ziel.md')).toEqual([]);
  });
});

describe('A link that is written', () => {
  it.each([
    ['has the name alone where it is the only one', ['a/N.md'], 'a/N.md', 'x.md', 'shortest', 'N'],
    [
      'has the whole path where others have the name',
      ['a/N.md', 'b/N.md'],
      'a/N.md',
      'x.md',
      'shortest',
      'a/N',
    ],
    [
      'keeps the extension of attachments',
      ['a/Folien 1.pdf'],
      'a/Folien 1.pdf',
      'x.md',
      'shortest',
      'Folien 1.pdf',
    ],
    ['is seen from its own folder', ['a/N.md'], 'a/N.md', 'b/c/x.md', 'relative', '../../a/N'],
    ['goes from the root', ['a/N.md'], 'a/N.md', 'b/x.md', 'absolute', 'a/N'],
  ] as const)('%s', (_what, files, target, source, format, expected) => {
    const { files: known } = vaultOf(Object.fromEntries(files.map((file) => [file, ''])));
    expect(linkPathTo(known, target, source, format)).toBe(expected);
  });

  it('names a heading without what would end or divide it (H4)', () => {
    expect(headingLinkText('Was: [[A]] | B #c ^d %%e%% ? 2.4')).toBe('Was A B c d e ? 2.4');
  });
});
