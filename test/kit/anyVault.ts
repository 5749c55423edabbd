import fc from 'fast-check';

/** Names that are hard to tell apart, or hard to write in a link. */
export const anyName = fc.constantFrom(
  ...[
    'A',
    'a',
    'B',
    'AB',
    'Note',
    'Note.1',
    'Ü',
    'U\u0308',
    'Größe',
    'x y',
    'x\u00a0y',
    'ẞ',
    'ß',
    'İ',
    'ΑΣ',
    'ας',
    'VL 1',
    'VL 2',
  ],
  ...['f(x)', '100%', 'Glossar', 'a.md', '😀', '.', '..', 'b.'],
);

/** Folders with a `/` at their ends; `''` is the vault's root. */
export const anyFolder = fc.constantFrom('', '', 'a/', 'b/', 'A/', 'a/b/', 'b/a/', 'Ü/', 'a/b/a/', 'x y/');

const ending = fc.constantFrom('.md', '.md', '.md', '.MD', '.png', '.pdf', '');

/** Paths of notes and attachments, as a disk may have them. */
export const anyPath = fc
  .tuple(anyFolder, anyName, ending)
  .map((parts) => parts.join(''))
  .filter((path) => !/(?:^|\/)\.{1,2}$/.test(path));

/** Paths as links write them: with folders, relative, from the root, with other slashes and spaces. */
export const anyLinkPath = fc
  .tuple(
    fc.constantFrom('', '', '', './', '../', '../../', '/', ' ', '.\\', 'b/../', '//'),
    anyFolder,
    fc.oneof({ weight: 9, arbitrary: anyName }, { weight: 1, arbitrary: fc.constant('') }),
    ending,
    fc.constantFrom('', '', ' '),
  )
  .map((parts) => parts.join(''));
