import { describe, expect, it } from 'vitest';
import { expectExactRanges } from '../kit/exactRanges';
import { realVaultArchives, unpackVault } from '../kit/realVaults';
import { vaultOf } from '../kit/vault';

/** What Obsidian makes of them: wikilinks and embeds, and how many of them lead nowhere. */
const known: Readonly<Record<string, { readonly links: number; readonly unresolved: number }>> = {
  'MrChaos1314__Obsidian-Mathe-Oberstufe-G8-NRW.tar.gz': { links: 551, unresolved: 0 },
  'digitalyoshixi__zettelkasten.tar.gz': { links: 37_359, unresolved: 2489 },
};

describe.each(realVaultArchives())('The vault %s', (archive) => {
  const files = unpackVault(archive);
  const vault = vaultOf(files);
  const links = [...vault.notes()].flatMap(([path, note]) =>
    note.links
      .filter(({ kind }) => kind === 'wikilink' || kind === 'embed')
      .map((link) => ({ path, link, target: vault.resolve(link, path) })),
  );

  it('has ranges that cut their own text out of every note', () => {
    for (const [path, text] of Object.entries(files)) if (path.endsWith('.md')) expectExactRanges(text);
  });

  it('has the links that Obsidian sees, and the same ones lead nowhere', () => {
    const expected = known[archive];
    if (!expected) return;
    const unresolved = links.filter(({ target }) => target.status === 'unresolved').length;
    expect(Math.abs(links.length - expected.links)).toBeLessThanOrEqual(0.01 * expected.links);
    expect(Math.abs(unresolved - expected.unresolved)).toBeLessThanOrEqual(0.01 * expected.unresolved);
  });

  it('knows every link also from the note that it leads to', () => {
    const found = links.filter(({ target }) => target.status === 'found' && vault.note(target.path));
    const targets = new Set(found.map(({ target }) => (target.status === 'found' ? target.path : '')));
    const backlinks = [...targets]
      .flatMap((path) => vault.backlinks(path))
      .filter(({ link }) => link.kind === 'wikilink' || link.kind === 'embed');
    expect(backlinks.length).toBe(found.length);
  });

  it('is the same when it is put together in another order', () => {
    const shuffled = vaultOf(Object.fromEntries(Object.entries(files).reverse()));
    for (const { path, link, target } of links) expect(shuffled.resolve(link, path)).toEqual(target);
  });
});
