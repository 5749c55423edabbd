import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { insideFolders } from '../../src/vscode/insideFolders';

const top = realpathSync(mkdtempSync(join(tmpdir(), 'lecture-lab-links-')));
const vault = join(top, 'vault');
const secret = join(top, 'secret');

mkdirSync(join(vault, 'notes'), { recursive: true });
mkdirSync(secret);
mkdirSync(join(top, 'vault-beside'));
writeFileSync(join(vault, 'notes/N.md'), 'note');
writeFileSync(join(secret, 'id_rsa'), 'key');
writeFileSync(join(top, 'vault-beside/x.md'), 'not mine');
// Of folders as Windows takes them without further rights.
symlinkSync(secret, join(vault, 'out'), 'junction');
symlinkSync(join(vault, 'notes'), join(vault, 'again'), 'junction');
symlinkSync(join(vault, 'out'), join(vault, 'twice'), 'junction');
symlinkSync(join(vault, 'circle'), join(vault, 'circle'), 'junction');
symlinkSync(join(top, 'nothing'), join(vault, 'dangling'), 'junction');
symlinkSync(vault, join(top, 'link-to-vault'), 'junction');

afterAll(() => rmSync(top, { recursive: true }));

async function placeOf(path: string, folders: readonly string[] = [vault]): Promise<string | undefined> {
  return insideFolders(path, folders).catch(() => undefined);
}

describe('A file of a vault', () => {
  it.each([
    ['as it stands', 'notes/N.md', 'notes/N.md'],
    ['through a link within the vault', 'again/N.md', 'notes/N.md'],
    ['that is not there yet', 'notes/new/N.md', 'notes/new/N.md'],
    ['the vault itself', '', ''],
  ])('is read and written: %s', async (_what, path, real) => {
    expect(await placeOf(join(vault, path))).toBe(join(vault, real));
  });

  it.each([
    ['through a linked folder', 'out/id_rsa'],
    ['through a link to a link', 'twice/id_rsa'],
    ['by dots behind a link', 'again/../../secret/id_rsa'],
    ['by dots', '../secret/id_rsa'],
    ['in a folder whose name begins alike', '../vault-beside/x.md'],
    ['new in a linked folder', 'out/new.md'],
    ['through a link to itself', 'circle/N.md'],
    ['made through a link to nothing', 'dangling'],
    ['below a link to nothing', 'dangling/new.md'],
    ['by dots behind what is not there', 'nothing/../../secret/id_rsa'],
    ['with a NUL', 'out/id_rsa\0.png'],
  ])('is neither read nor written where it is outside: %s', async (_what, path) => {
    // Not `join`, which takes dots away.
    expect(await placeOf(`${vault}/${path}`)).toBeUndefined();
  });

  it.skipIf(process.platform === 'win32')(
    'is not read where it is itself a link to a file outside',
    async () => {
      symlinkSync(join(secret, 'id_rsa'), join(vault, 'picture.png'));
      expect(await placeOf(join(vault, 'picture.png'))).toBeUndefined();
    },
  );

  it('is read where the vault is opened by a link', async () => {
    const link = join(top, 'link-to-vault');
    expect(await placeOf(join(link, 'notes/N.md'), [link])).toBe(join(vault, 'notes/N.md'));
    expect(await placeOf(join(link, 'out/id_rsa'), [link])).toBeUndefined();
  });

  it('is read where its real folder is another one of the workspace', async () => {
    expect(await placeOf(join(vault, 'out/id_rsa'), [vault, secret])).toBe(join(secret, 'id_rsa'));
  });
});
