import { describe, expect, it } from 'vitest';
import {
  attachmentFolderFor,
  newNotePath,
  parseObsidianSettings,
} from '../../src/core/index/obsidianSettings';
import { isBelow, vaultPath } from '../../src/core/index/vaultPath';
import { markdownLinkParts } from '../../src/core/notes/markdownLinkParts';
import { parseNote } from '../../src/core/notes/parseNote';
import { readDemoFileName } from '../../src/vscode/notePreview/demoLinks';
import { linkPaths } from '../kit/hostilePaths';
import { vaultOf } from '../kit/vault';

const own = ['passwd', 'notes/N.md', 'notes/a.md', 'secret.png'];
const vault = vaultOf(Object.fromEntries(own.map((path) => [path, ''])));

describe('A link of a note', () => {
  it.each(linkPaths)('leads nowhere or to a file of the vault: %j', (path) => {
    for (const text of [
      `[[${path}]]`,
      `![[${path}]]`,
      `[x](<${path}>)`,
      `![x](<${path}>)`,
      `![[${path}.md]]`,
    ]) {
      for (const link of parseNote(text).links) {
        const target = vault.resolve(link, 'notes/N.md');
        if (target.status === 'found') expect(own).toContain(target.path);
      }
    }
  });

  it.each([
    'C:/x.png',
    'file:///etc/passwd',
    '//server/share/x.png',
    'command:x',
    'vscode://x',
    'data:text/html,x',
    'javascript:x',
  ])('with a scheme or a server is none into the vault: %s', (address) => {
    expect(markdownLinkParts(address)).toBeUndefined();
  });

  it('is decoded once, so that what is encoded twice stays a name', () => {
    expect(markdownLinkParts('%252e%252e/x')).toEqual({ path: '%2e%2e/x', subpath: undefined });
    expect(
      vault.resolve({ kind: 'image', path: '%2e%2e/secret.png', subpath: undefined }, 'notes/N.md').status,
    ).toBe('unresolved');
  });
});

describe('A path of a setting', () => {
  it.each([
    '..',
    '../x',
    'a/../../x',
    '..\\x',
    'a\\..\\..\\x',
    'C:',
    'C:\\x',
    'C:/x',
    'c:x',
    'file:///x',
    'x.md::$DATA',
    'x:y',
    'CON',
    'con.sty',
    'a/NUL/b',
    'COM1',
    'LPT9.txt',
    'a\0b',
    'a\nb',
    'x.',
    'a./b',
    'a /b',
    '. ./x',
    '...',
  ])('is refused where it leads out of the vault, or elsewhere on some system: %j', (written) => {
    expect(vaultPath(written)).toBeUndefined();
  });

  it.each([
    ['experiments', 'experiments'],
    ['/experiments/', 'experiments'],
    ['a\\b', 'a/b'],
    ['./a/./b', 'a/b'],
    ['a/../b', 'b'],
    ['//server/share', 'server/share'],
    ['/etc/passwd', 'etc/passwd'],
    ['%2e%2e/x', '%2e%2e/x'],
    ['a∕..∕x', 'a∕..∕x'],
    ['.hidden/x.sty', '.hidden/x.sty'],
    ['console.sty', 'console.sty'],
    ['Übungen 1.2/x', 'Übungen 1.2/x'],
    ['', ''],
    ['a/..', ''],
  ])('is one in the vault: %j', (written, path) => {
    expect(vaultPath(written)).toBe(path);
  });

  it.each([
    ['/vault', '/vault', true],
    ['/vault', '/vault/a', true],
    ['/vault', '/vault-2/a', false],
    ['/vault', '/vault\\..\\x', false],
    ['/', '/etc', true],
    ['C:\\', 'C:\\a', true],
    ['C:\\vault', 'C:\\vault\\a', true],
    ['C:\\vault', 'C:\\vaults', false],
    ['\\\\server\\share', '\\\\server\\share\\a', true],
  ])('%j holds %j: %s', (folder, path, isInside) => {
    expect(isBelow(folder, path)).toBe(isInside);
  });
});

describe("Obsidian's settings of a hostile vault", () => {
  const outside = [
    '..',
    '../x',
    'a/../../x',
    '..\\..\\x',
    './../../x',
    'C:\\x',
    '.git/hooks',
    '.vscode',
    'CON',
    'x/..//../y',
    'a\0b',
    7,
    null,
    ['..'],
  ];

  it.each(outside)('put no attachment outside, or into a hidden folder: %j', (attachmentFolderPath) => {
    const settings = parseObsidianSettings(JSON.stringify({ attachmentFolderPath }));
    expect(['', 'a']).toContain(attachmentFolderFor(settings, 'a/N.md'));
  });

  it.each(outside)('put no new note outside, or into a hidden folder: %j', (newFileFolderPath) => {
    const settings = parseObsidianSettings(JSON.stringify({ newFileLocation: 'folder', newFileFolderPath }));
    expect(newNotePath(settings, 'New', 'a/N.md')).toBe('New.md');
  });

  it.each(linkPaths)('and a hostile link make no note outside: %j', (path) => {
    const made = newNotePath(parseObsidianSettings(undefined), path, 'a/N.md');
    if (made !== undefined) expect(vaultPath(made)).toBe(made);
  });

  it.each([
    '../New',
    '../../New',
    '.git/config',
    'CON',
    'a/nul',
    'a./b',
    'a /b',
    'x:y',
    '.obsidian/plugins/x',
    'a\0b',
  ])('never make %j of a link in the vault’s own folder', (path) => {
    expect(newNotePath(parseObsidianSettings(undefined), path, 'N.md')).toBeUndefined();
  });
});

describe('The name of a link to a demo', () => {
  it.each([
    'momentum.1..lecture-lab-demo',
    'momentum.1.a\\..\\..\\b.md.lecture-lab-demo',
    'momentum.1.a:b.md.lecture-lab-demo',
    'momentum.1.a\0.md.lecture-lab-demo',
    'mo/mentum.1.a.md.lecture-lab-demo',
    'momentum.9999999999.a.md.lecture-lab-demo',
    '<script>.1.a.md.lecture-lab-demo',
    'momentum.-1.a.md.lecture-lab-demo',
  ])('is that of some other file where it is hostile: %j', (name) => {
    expect(readDemoFileName(name)).toBeUndefined();
  });
});
