import { describe, expect, it } from 'vitest';
import {
  attachmentFolderFor,
  newNotePath,
  parseObsidianSettings,
} from '../../src/core/index/obsidianSettings';

const read = (settings: object) => parseObsidianSettings(JSON.stringify(settings));

describe("Obsidian's settings", () => {
  it.each([
    ['no file', undefined],
    ['an empty file', ''],
    ['broken JSON', '{"newLinkFormat": "abso'],
    ['JSON that is no object', '7'],
    ['null', 'null'],
    [
      'values of other kinds',
      '{"newFileLocation": 3, "attachmentFolderPath": {}, "newLinkFormat": "kurz", "userIgnoreFilters": "x"}',
    ],
  ])('are its defaults for %s', (_what, json) => {
    const settings = parseObsidianSettings(json);
    expect(settings).toMatchObject({
      newNoteFolder: { kind: 'root', folder: '' },
      attachmentFolder: { from: 'vault', folder: '' },
      linkFormat: 'shortest',
      useMarkdownLinks: false,
    });
    expect(settings.ignored('Archiv/Alt.md')).toBe(false);
  });

  it('say how links are written, also with a byte order mark', () => {
    expect(parseObsidianSettings('\uFEFF{"newLinkFormat":"relative","useMarkdownLinks":true}')).toMatchObject(
      {
        linkFormat: 'relative',
        useMarkdownLinks: true,
      },
    );
  });
});

describe('A new note is made', () => {
  const inRoot = read({});
  const beside = read({ newFileLocation: 'current' });
  const inFolder = read({ newFileLocation: 'folder', newFileFolderPath: '/Eingang/Neu/' });
  it.each([
    ['at the root', inRoot, 'Neu', 'Neu.md'],
    ['beside the note', beside, 'Neu', 'Mathe/Neu.md'],
    ['in the folder for new notes', inFolder, 'Neu', 'Eingang/Neu/Neu.md'],
    ['where the link says', inFolder, 'Physik/Neu', 'Physik/Neu.md'],
    ['relative to the note', inFolder, '../Neu', 'Neu.md'],
    ['at the root for a leading slash', beside, '/Neu', 'Neu.md'],
    ['with its dot', inRoot, 'Note.1', 'Note.1.md'],
    ['with one .md', inRoot, 'Neu.MD', 'Neu.MD'],
    ['with backslashes read as slashes', inRoot, 'a\\b', 'a/b.md'],
  ])('%s', (_where, settings, link, path) => {
    expect(newNotePath(settings, link, 'Mathe/Quelle.md')).toBe(path);
  });

  it.each(['../../x', '', 'Bild.png', 'https://x.de', 'Was?', 'a//b', '.git/config', 'a/', 'x\u0007'])(
    'never for %j',
    (link) => {
      expect(newNotePath(inRoot, link, 'Mathe/Quelle.md')).toBeUndefined();
    },
  );

  it('at the root where the folder is none', () => {
    const settings = read({ newFileLocation: 'folder', newFileFolderPath: '../außerhalb' });
    expect(newNotePath(settings, 'Neu', 'a/Q.md')).toBe('Neu.md');
  });
});

describe('An attachment goes', () => {
  it.each([
    ['to the root', '/', 'a/N.md', ''],
    ['beside the note', './', 'a/N.md', 'a'],
    ['beside a note at the root', './', 'N.md', ''],
    ['below the folder of the note', './Bilder', 'a/N.md', 'a/Bilder'],
    ['below the root', './Bilder', 'N.md', 'Bilder'],
    ['to a folder of the vault', 'Anhänge/Bilder', 'a/N.md', 'Anhänge/Bilder'],
    ['to the root for a folder outside', '../x', 'a/N.md', ''],
  ])('%s', (_where, attachmentFolderPath, source, folder) => {
    expect(attachmentFolderFor(read({ attachmentFolderPath }), source)).toBe(folder);
  });
});

describe('Excluded files', () => {
  it.each([
    ['in a folder', ['Archiv/'], 'Archiv/2019/Alt.md', true],
    ['in any case', ['archiv/'], 'Archiv/Alt.md', true],
    ['not where the folder is deeper', ['Archiv/'], 'Mathe/Archiv/Alt.md', false],
    ['by an expression', ['/\\.excalidraw\\.md$/'], 'Skizze.Excalidraw.md', true],
    ['by the rules that can be read', ['/[/', 7, '', 'Tmp'], 'Tmp/x.md', true],
    ['not by a broken expression', ['/[/'], '[', false],
    ['not by an empty rule', ['', ' ', '/'], 'N.md', false],
  ])('are known %s', (_how, userIgnoreFilters, path, isIgnored) => {
    expect(read({ userIgnoreFilters }).ignored(path)).toBe(isIgnored);
  });
});
