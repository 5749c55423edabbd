import { describe, expect, it } from 'vitest';
import { headingKey } from '../../src/core/index/headingKey';
import { LinkResolver } from '../../src/core/index/linkResolver';
import { VaultIndex } from '../../src/core/index/vaultIndex';

function resolve(files: readonly string[], link: string, source = 'Quelle.md') {
  const resolver = new LinkResolver();
  for (const file of files) resolver.add(file);
  return resolver.resolve(link, source);
}

describe('A link finds its file as in Obsidian', () => {
  it.each([
    ['R0 in any case', ['Log.md'], 'LOG', undefined, 'Log.md'],
    ['R0 however letters are composed', ['U\u0308bung.md'], '\u00dcbung', undefined, 'U\u0308bung.md'],
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
  const vault = new VaultIndex([]);
  vault.setNote('N.md', '# A\n\n## X\n\n# B\n\n## X\n\nText ^Id-1\n');
  it.each([
    ['the first of equal headings (H3)', 'X', 2],
    ['a heading below a heading (H2)', 'B#X', 6],
    ['a block, in any case (B1)', '^id-1', 8],
  ])('%s', (_what, subpath, line) => {
    const target = vault.resolve({ path: 'N', subpath }, 'Q.md');
    expect(target).toMatchObject({ status: 'found', range: { start: { line } }, isMissingPlace: false });
  });

  it.each(['Y', 'X#A', '^nein'])('or opens the note at its top for %s (H5)', (subpath) => {
    const target = vault.resolve({ path: 'N', subpath }, 'Q.md');
    expect(target).toEqual({ status: 'found', path: 'N.md', range: undefined, isMissingPlace: true });
  });

  it('never by an alias (R8)', () => {
    vault.setNote('L.md', '---\naliases: [AL]\n---\n');
    expect(vault.resolve({ path: 'AL', subpath: undefined }, 'Q.md')).toEqual({ status: 'missing' });
  });

  it('not any more when the note is gone', () => {
    vault.setNote('T.md', '# T');
    vault.delete('T.md');
    expect(vault.resolve({ path: 'T', subpath: undefined }, 'Q.md')).toEqual({ status: 'missing' });
  });
});
