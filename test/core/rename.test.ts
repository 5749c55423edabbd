import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftRename } from '../../src/core/features/rename/draftRename';
import { draftMoves, movesOf } from '../../src/core/features/rename/moves';
import { isRefusal, type Refusal } from '../../src/core/features/rename/refusal';
import { renamePlan } from '../../src/core/features/rename/renamePlan';
import { renameTargetAt } from '../../src/core/features/rename/renameTarget';
import type { VaultIndex } from '../../src/core/index/vaultIndex';
import { type Position, TextLines } from '../../src/core/text';
import { marked } from '../kit/markedText';
import { done, type Files } from '../kit/renamed';
import { vaultOf } from '../kit/vault';

/** Takes the cursor out of the one file that has it. */
function cursorIn(files: Files): { files: Files; path: string; cursor: Position } {
  const [path, text] = Object.entries(files).find(([, text]) => text.includes('¦')) ?? ['', ''];
  const { text: plain, cursor } = marked(text);
  return { files: { ...files, [path]: plain }, path, cursor };
}

function targetIn(source: Files) {
  const { files, path, cursor } = cursorIn(source);
  const index = vaultOf(files);
  const note = index.note(path);
  if (!note) throw new Error(`${path} is no note.`);
  const lines = new TextLines(files[path] ?? '');
  return { files, index, lines, target: renameTargetAt(index, { path, note, lines }, cursor) };
}

/** What stands at the cursor `¦` gets another name. */
function rename(source: Files, newName: string): Files | Refusal {
  const { files, index, target } = targetIn(source);
  return done(files, isRefusal(target) ? target : draftRename(index, target.renamable, newName));
}

/** The text at the cursor that would be replaced, and the name that is offered. */
function offered(source: Files): { text: string; name: string; kind: string } | string {
  const { lines, target } = targetIn(source);
  if (isRefusal(target)) return target.refused;
  return { text: lines.slice(target.range), name: target.name, kind: target.renamable.kind };
}

/** Files and folders get other paths, as in the explorer. */
function move(files: Files, moves: Readonly<Record<string, string>>): Files | Refusal {
  const index = vaultOf(files);
  const all = Object.entries(moves).flatMap(([from, to]) => movesOf(index.files, { from, to }));
  return done(files, draftMoves(index, all));
}

describe('At the cursor', () => {
  const vault = {
    'N.md': '---\naliases: [Stochastisch, "SGD"]\n---\n# Eins\n\n## Zwei\n\nText ^satz-1\n',
    'x/Folien 05.pdf': '',
  };
  it.each([
    ['a link', '[[¦N]]', { kind: 'file', text: 'N', name: 'N' }],
    ['the brackets of a link', '¦[[N]]', { kind: 'file', text: 'N', name: 'N' }],
    [
      'a link with folder and extension',
      '![[x/Fol¦ien 05.pdf|100]]',
      { kind: 'file', text: 'Folien 05.pdf', name: 'Folien 05.pdf' },
    ],
    [
      'a Markdown link',
      '[x](x/Folien¦%2005.pdf)',
      { kind: 'file', text: 'Folien%2005.pdf', name: 'Folien 05.pdf' },
    ],
    ['a link with .md', '[x](<./N¦.md> "T")', { kind: 'file', text: 'N', name: 'N' }],
    ['a heading in a link', '[[N#Ei¦ns#Zwei|x]]', { kind: 'heading', text: 'Eins', name: 'Eins' }],
    ['a later heading in a link', '[[N#eins# zw¦ei |x]]', { kind: 'heading', text: 'zwei', name: 'Zwei' }],
    ['a block id in a link', '[[N#^sa¦tz-1]]', { kind: 'block-id', text: 'satz-1', name: 'satz-1' }],
    ['a declared alias in a link', '[[N| SG¦D ]]', { kind: 'alias', text: 'SGD', name: 'SGD' }],
    ['a heading', '## Drei¦ ^abc', { kind: 'heading', text: 'Drei', name: 'Drei' }],
    ['the signs of a heading', '¦# Drei #', { kind: 'heading', text: 'Drei', name: 'Drei' }],
    ['an underlined heading', 'Drei¦\n===', { kind: 'heading', text: 'Drei', name: 'Drei' }],
    ['a block id', '- Punkt ^a¦1', { kind: 'block-id', text: 'a1', name: 'a1' }],
    ['a tag', 'Text #fach/dl¦vc', { kind: 'tag', text: 'fach/dlvc', name: 'fach/dlvc' }],
    ['the upper part of a tag', 'Text #fa¦ch/dlvc', { kind: 'tag', text: 'fach', name: 'fach' }],
    ['a tag of the properties', '---\ntags: [a, "#b/c¦"]\n---\n', { kind: 'tag', text: 'b/c', name: 'b/c' }],
    ['one of several tags in a text', '---\ntags: a, b¦b\n---\n', { kind: 'tag', text: 'bb', name: 'bb' }],
    [
      'an alias of the properties',
      "---\r\naliases:\r\n  - 'It''s¦'\r\n---\r\n",
      { kind: 'alias', text: "It''s", name: "It's" },
    ],
    [
      'a picture in a link',
      '[![a](x/Folien¦%2005.pdf)](N.md)',
      { kind: 'file', text: 'Folien%2005.pdf', name: 'Folien 05.pdf' },
    ],
  ])('%s is found with its exact place and name', (_what, text, expected) => {
    expect(offered({ ...vault, 'Q.md': text })).toEqual(expected);
  });

  it.each([
    ['text', 'Nur T¦ext', 'nothing'],
    ['code', '`[[N¦]]`', 'nothing'],
    ['a fence', '```\n# Kein¦e\n```', 'nothing'],
    ['an address', '[x](https://example.org/N¦.md)', 'nothing'],
    ['a property of no names', '---\ntitle: N¦\n---\n', 'nothing'],
    ['a link to its own note', '[x](%20¦)', 'nothing'],
    ['a link to nothing', '[[Nirgend¦wo]]', 'unresolved'],
    ['a heading that is not there', '[[N#Dr¦ei]]', 'unresolved'],
    ['a block that is not there', '[[N#^d¦rei]]', 'unresolved'],
    ['what a link only shows', '[[N|hi¦er]]', 'shown-text'],
    ['the size of a picture', '![[x/Folien 05.pdf|10¦0]]', 'shown-text'],
  ])('%s has no name to change', (_what, text, reason) => {
    expect(offered({ ...vault, 'Q.md': text })).toBe(reason);
  });
});

describe('A note that is renamed', () => {
  it('takes every kind of link with it, and nothing else changes', () => {
    const links = (name: string, encoded: string) =>
      [
        `\ufeffSiehe [[${name}]], [[ ${name} | ${'Alt'} ]] und ![[${name}#Teil#Unterteil|300]].\r`,
        `> [!note] Alt und [[${name}#^b1]]\r`,
        `> mehr  [[./${name}.md|x]]\t \r`,
        `| a | b |\r\n|---|---|\r\n| [[${name}\\|Alt]] | [t](${encoded}.md "Alt") |\r`,
        `\`[[Alt]]\` $[[Alt]]$ %%Alt%% [t](<${name}.md>) [b]( ${encoded}.md#Teil )\r`,
        '```\r\n[[Alt]]\r\n```\r',
        '[[Altes]] [[Alt 2]] [[x/Alt]] Alt',
      ].join('\n');
    const files = {
      'Alt.md': '# Teil\n\n[[#Teil]] [[Alt]]\n',
      'Q.md': links('Alt', 'Alt'),
      'x/Z.md': '[[../Alt]] [[¦Alt]]',
    };
    expect(rename(files, 'Neuer Name')).toEqual({
      'Neuer Name.md': '# Teil\n\n[[#Teil]] [[Neuer Name]]\n',
      'Q.md': links('Neuer Name', 'Neuer%20Name'),
      'x/Z.md': '[[../Neuer Name]] [[Neuer Name]]',
    });
  });

  it.each([
    ['stays in its folder', 'B', 'a/B.md', '[[B]]'],
    ['keeps its kind when .md is written', 'B.md', 'a/B.md', '[[B]]'],
    ['moves with a path', 'b/c/B', 'b/c/B.md', '[[B]]'],
    ['moves to the top of the vault', '/B', 'B.md', '[[B]]'],
    ['may have dots in its name', 'B 1.5', 'a/B 1.5.md', '[[B 1.5]]'],
  ])('%s', (_what, name, path, link) => {
    expect(rename({ 'a/A.md': '', 'Q.md': '[[A¦]]' }, name)).toEqual({ [path]: '', 'Q.md': link });
  });

  it('takes quoted links in properties with it', () => {
    const text = (name: string) =>
      `---\nweiter: "[[${name}#x|y]]"\nliste:\n  - '[[${name}]]'\nroh: [[A]]\n---\n`;
    const files = { 'A.md': '', 'P.md': text('A'), 'Q.md': '[[¦A]]' };
    expect(rename(files, 'B')).toEqual({ 'B.md': '', 'P.md': text('B'), 'Q.md': '[[B]]' });
  });

  it('that is an attachment keeps its extension', () => {
    const files = { 'Folien 5.pdf': '', 'Q.md': '![[Folien¦ 5.pdf#page=3|x]]' };
    const expected = { 'Folien 6.pdf': '', 'Q.md': '![[Folien 6.pdf#page=3|x]]' };
    expect(rename(files, 'Folien 6')).toEqual(expected);
    expect(rename(files, 'Folien 6.pdf')).toEqual(expected);
  });

  it.each([
    ['', 'empty-name', ''],
    ['  ', 'empty-name', ''],
    ['a:b', 'forbidden-characters', ':'],
    ['a#b^c', 'forbidden-characters', '# ^'],
    ['a[1]', 'forbidden-characters', '[ ]'],
    ['a\\b', 'forbidden-characters', '\\'],
    ['../B', 'forbidden-characters', '/ .'],
    ['a//B', 'forbidden-characters', '/ .'],
    ['.B', 'forbidden-characters', '.'],
    ['vorhanden', 'file-exists', 'Vorhanden.md'],
    ['B\nC', 'several-lines', ''],
    ['a\ud800', 'forbidden-characters', '\ufffd'],
  ])('cannot be called %j', (name, refused, detail) => {
    expect(rename({ 'A.md': '', 'Vorhanden.md': '', 'Q.md': '[[A¦]]' }, name)).toEqual({ refused, detail });
  });

  it('may end with a dot, and stay in a folder whose name does', () => {
    const files = { 'Kap. 1./A.md': '', 'Q.md': '[[A¦]]' };
    expect(rename(files, 'Abb.')).toEqual({ 'Kap. 1./Abb..md': '', 'Q.md': '[[Abb.]]' });
  });

  it('is refused where no link could lead to it', () => {
    const files = { 'C#/A.md': '', 'B.md': '', 'Q.md': '[[A¦]]' };
    expect(rename(files, 'B')).toEqual({ refused: 'unlinkable', detail: 'C#/B.md' });
  });

  it('may change its case only', () => {
    expect(rename({ 'log.md': '', 'Q.md': '[[log¦]]' }, 'Log')).toEqual({ 'Log.md': '', 'Q.md': '[[log]]' });
  });

  it('refuses as a whole when a note has changed meanwhile, is gone, or would lose bytes', () => {
    const index = vaultOf({ 'A.md': '', 'Q.md': 'x [[A]]', 'R.md': '[[A]]' });
    const draft = draftMoves(index, [{ from: 'A.md', to: 'B.md' }]);
    const planOf = (text: string) =>
      renamePlan(
        draft,
        new Map([
          ['R.md', '[[A]]'],
          ['Q.md', text],
        ]),
      );
    expect(planOf('x y [[A]]')).toEqual({ refused: 'changed', detail: 'Q.md' });
    expect(planOf('x [[A]] \ufffd')).toEqual({ refused: 'unreadable', detail: 'Q.md' });
    expect(renamePlan(draft, new Map([['R.md', '[[A]]']]))).toEqual({
      refused: 'unreadable',
      detail: 'Q.md',
    });
  });
});

describe('After a move', () => {
  it.each<[string, Files, Readonly<Record<string, string>>, Files]>([
    [
      'bare names that still lead there stay',
      { 'A.md': '', 'Q.md': '[[A]] [[a|x]] [t](A.md)' },
      { 'A.md': 'tief/unten/A.md' },
      { 'tief/unten/A.md': '', 'Q.md': '[[A]] [[a|x]] [t](A.md)' },
    ],
    [
      'bare names become paths where they are not unique',
      { 'A.md': '', 'y/B.md': '', 'Q.md': '[[A]] [[A.md#h|x]] ![t](<A.md>)' },
      { 'A.md': 'x/B.md' },
      { 'x/B.md': '', 'y/B.md': '', 'Q.md': '[[x/B]] [[x/B.md#h|x]] ![t](<x/B.md>)' },
    ],
    [
      'links to another note stay there when the new name would take them',
      { 'tief/B.md': '', 'A.md': '', 'Q.md': '[[A]]', 'R.md': '[[B]] [[B|b]]' },
      { 'A.md': 'B.md' },
      { 'tief/B.md': '', 'B.md': '', 'Q.md': '[[B]]', 'R.md': '[[tief/B]] [[tief/B|b]]' },
    ],
    [
      'paths stay paths',
      { 'a/b/N.md': '', 'Q.md': '[[b/N]] [[a/b/N]] [[/a/b/N.md]]' },
      { 'a/b/N.md': 'a/c/M.md' },
      { 'a/c/M.md': '', 'Q.md': '[[c/M]] [[a/c/M]] [[/a/c/M.md]]' },
    ],
    [
      'relative links stay relative',
      { 'a/N.md': '', 'a/Q.md': '[[./N]] [t](./N.md) [t](N.md)', 'b/R.md': '[[../a/N]] [t](../a/N.md#h)' },
      { 'a/N.md': 'b/N.md' },
      { 'b/N.md': '', 'a/Q.md': '[[../b/N]] [t](../b/N.md) [t](N.md)', 'b/R.md': '[[./N]] [t](./N.md#h)' },
    ],
    [
      'links of the moved note are seen from its new place',
      {
        'a/Q.md': '[[./N]] [[N]] [t](bild.png) ![[../X]]',
        'a/N.md': '',
        'N.md': '',
        'a/bild.png': '',
        'X.md': '',
      },
      { 'a/Q.md': 'a/b/Q.md' },
      {
        'a/b/Q.md': '[[../N]] [[N]] [t](bild.png) ![[../../X]]',
        'a/N.md': '',
        'N.md': '',
        'a/bild.png': '',
        'X.md': '',
      },
    ],
    [
      'a link that its own folder decided becomes a path',
      { 'a/Q.md': '[[N]]', 'a/N.md': '', 'b/N.md': '' },
      { 'a/Q.md': 'b/Q.md' },
      { 'b/Q.md': '[[a/N]]', 'a/N.md': '', 'b/N.md': '' },
    ],
    [
      'folders take everything below them, and what stays inside keeps its links',
      {
        'VL/1.md': '[[./2]] [[VL/2]] [[../G]]',
        'VL/2.md': '',
        'VL/x/b.png': '',
        'VLX/3.md': '',
        'G.md': '[[VL/1|1]] ![](VL/x/b.png)',
      },
      { VL: 'Alt/DLVC' },
      {
        'Alt/DLVC/1.md': '[[./2]] [[Alt/DLVC/2]] [[../../G]]',
        'Alt/DLVC/2.md': '',
        'Alt/DLVC/x/b.png': '',
        'VLX/3.md': '',
        'G.md': '[[Alt/DLVC/1|1]] ![](Alt/DLVC/x/b.png)',
      },
    ],
    [
      'two notes may change places',
      { 'A.md': 'a [[B]]', 'B.md': 'b [[A]]', 'Q.md': '[[A]] [[B]]' },
      { 'A.md': 'B.md', 'B.md': 'A.md' },
      { 'B.md': 'a [[A]]', 'A.md': 'b [[B]]', 'Q.md': '[[B]] [[A]]' },
    ],
    [
      'spaces around the parts of a Markdown link stay',
      { 'A.md': '', 'Q.md': '[t](< A.md #h>) [t](A.md%20#h)' },
      { 'A.md': 'B.md' },
      { 'B.md': '', 'Q.md': '[t](< B.md #h>) [t](B.md#h)' },
    ],
    [
      'umlauts are the same however they are composed',
      { 'U\u0308bung.md': '', 'Q.md': '[[\u00dcbung]] [t](%C3%9Cbung.md) [t](\u00dcbung.md)' },
      { 'U\u0308bung.md': 'Gr\u00f6\u00dfe 1.md' },
      {
        'Gr\u00f6\u00dfe 1.md': '',
        'Q.md': '[[Gr\u00f6\u00dfe 1]] [t](Gr%C3%B6%C3%9Fe%201.md) [t](Gr\u00f6\u00dfe%201.md)',
      },
    ],
    [
      'Markdown links encode what would end them',
      { 'A.md': '', 'Q.md': '[t](A.md) [t](<A.md>) [t](A.md (Titel))' },
      { 'A.md': 'f(x) 100% #1 (a.md' },
      {
        'f(x) 100% #1 (a.md': '',
        'Q.md':
          '[t](f%28x%29%20100%25%20%231%20%28a.md) [t](<f(x) 100%25 %231 (a.md>) [t](f%28x%29%20100%25%20%231%20%28a.md (Titel))',
      },
    ],
    [
      'links to nothing stay, also when the new name is what they ask for',
      { 'A.md': '', 'Q.md': '[[B]] [[C]] [[A]]' },
      { 'A.md': 'B.md' },
      { 'B.md': '', 'Q.md': '[[B]] [[C]] [[B]]' },
    ],
    [
      'a Markdown link may go over lines of a quote',
      { 'A.md': '', 'Q.md': '> [lang\r\n> er](\r\n> A.md\r\n> "A.md") x' },
      { 'A.md': 'B.md' },
      { 'B.md': '', 'Q.md': '> [lang\r\n> er](\r\n> B.md\r\n> "A.md") x' },
    ],
  ])('%s', (_what, files, moves, expected) => {
    expect(move(files, moves)).toEqual(expected);
  });

  it('a link that cannot be written stays and is counted', () => {
    const files = { 'A.md': '', 'Q.md': '[[A]] [t](A.md)' };
    expect(move(files, { 'A.md': 'C#.md' })).toEqual({ 'C#.md': '', 'Q.md': '[[A]] [t](C%23.md)' });
    expect(draftMoves(vaultOf(files), [{ from: 'A.md', to: 'C#.md' }]).lostLinks).toBe(1);
  });
});

describe('A heading that is renamed', () => {
  it('takes the links through it with it, and no others', () => {
    const files = {
      'N.md':
        '## Al¦t: Teil ## \r\n\r\n### X\r\n\r\n[[#Alt Teil]] `#Alt Teil`\r\n\r\n## Alt: Teil\r\n\r\n### Y\r\n',
      'Q.md':
        '[[N#Alt  Teil|Alt: Teil]] [[N#alt teil#X]] ![[N# Alt Teil ]] [[N#Alt Teil#Y]] [[N#X]] [t](N.md#Alt%20Teil "t")\n| [[N#Alt Teil\\|x]] |\n|---|\n',
    };
    expect(rename(files, 'Neu | #1: Größe')).toEqual({
      'N.md':
        '## Neu | #1: Größe ## \r\n\r\n### X\r\n\r\n[[#Neu 1 Größe]] `#Alt Teil`\r\n\r\n## Alt: Teil\r\n\r\n### Y\r\n',
      'Q.md':
        '[[N#Neu 1 Größe|Alt: Teil]] [[N#Neu 1 Größe#X]] ![[N# Neu 1 Größe ]] [[N#Alt Teil#Y]] [[N#X]] [t](N.md#Neu%201%20Größe "t")\n| [[N#Neu 1 Größe\\|x]] |\n|---|\n',
    });
  });

  it('leaves links to another one with the same text alone', () => {
    const files = { 'N.md': '# A\n\n## X\n\n# B\n\n## ¦X\n', 'Q.md': '[[N#X]] [[N#B#X]] [[N#A#X]]' };
    expect(rename(files, 'Y')).toEqual({
      'N.md': '# A\n\n## X\n\n# B\n\n## Y\n',
      'Q.md': '[[N#X]] [[N#B#Y]] [[N#A#X]]',
    });
  });

  it.each([
    ['a block id', '# ¦Alt ^id\n', '# Neu ^id\n'],
    ['an underline', '¦Alt\n===\n', 'Neu\n===\n'],
    ['a quote', '> ## ¦Alt\n> [[#Alt]]\n', '> ## Neu\n> [[#Neu]]\n'],
    ['markup', '# **A¦lt** $x$\n', '# Neu\n'],
    ['tabs', '#\t¦Alt\t#\t\n', '#\tNeu\t#\t\n'],
  ])('keeps %s', (_what, text, expected) => {
    expect(rename({ 'N.md': text }, ' Neu ')).toEqual({ 'N.md': expected });
  });

  it.each([
    ['# A¦', 'X #', 'no-heading'],
    ['A¦\n===', '- X', 'no-heading'],
    ['A¦\n===', '> X', 'no-heading'],
    ['# A¦', '?!', 'empty-name'],
    ['# A¦', 'X ^id', 'ok'],
    ['A¦\nB\n===', 'X', 'several-lines'],
    ['# X\n\n# A¦\n\n[[#A]]', 'x', 'heading-exists'],
    ['# A¦\n\n# X\n\n[[#X]]', 'x', 'heading-exists'],
  ])('%j cannot be called %j', (text, name, reason) => {
    const answer = rename({ 'N.md': text }, name);
    expect(isRefusal(answer) ? answer.refused : 'ok').toBe(reason);
  });

  it('may take the name that a link to nothing asks for', () => {
    expect(rename({ 'N.md': '# A¦\n\n[[#B]]\n' }, 'B')).toEqual({ 'N.md': '# B\n\n[[#B]]\n' });
  });

  it('may share its text with another one to which nothing leads', () => {
    expect(rename({ 'N.md': '# X\n\n# A¦\n' }, 'X')).toEqual({ 'N.md': '# X\n\n# X\n' });
  });
});

describe('A block id that is renamed', () => {
  const files = {
    'N.md': 'Text ^al¦t\n\n[[#^alt]] ^alt-2\n',
    'Q.md': '![[N#^ALT|x]] [t](N.md#^alt) [[N#^alt-2]] [[#^alt]]',
  };
  it('takes its links with it', () => {
    expect(rename(files, '^neu-1')).toEqual({
      'N.md': 'Text ^neu-1\n\n[[#^neu-1]] ^alt-2\n',
      'Q.md': '![[N#^neu-1|x]] [t](N.md#^neu-1) [[N#^alt-2]] [[#^alt]]',
    });
  });

  it.each([
    ['ümlaut', 'bad-block-id'],
    ['a b', 'bad-block-id'],
    ['ALT-2', 'block-id-exists'],
  ])('cannot be called %s', (name, refused) => {
    expect(rename(files, name)).toEqual({ refused, detail: '' });
  });
});

describe('A tag that is renamed', () => {
  it('changes everywhere, with all below it, in text and properties', () => {
    const files = {
      'A.md':
        '---\r\ntags: [dlvc, "#DLVC/vl1", andere]\r\n---\r\n#dl¦vc und #Dlvc/x/y, #dlvcx `#dlvc` [[#dlvc]]\r\n',
      'B.md': '---\ntags:\n  - dlvc # Fach\n  - "dlvc/a"\ntitle: dlvc\n---\n',
      'C.md': '---\ntags: a, dlvc #\n---\n',
      'D.md': '#andere',
    };
    expect(rename(files, '#fach/deep')).toEqual({
      'A.md':
        '---\r\ntags: [fach/deep, "#fach/deep/vl1", andere]\r\n---\r\n#fach/deep und #fach/deep/x/y, #dlvcx `#dlvc` [[#dlvc]]\r\n',
      'B.md': '---\ntags:\n  - fach/deep # Fach\n  - "fach/deep/a"\ntitle: dlvc\n---\n',
      'C.md': '---\ntags: a, fach/deep #\n---\n',
      'D.md': '#andere',
    });
  });

  it('by its upper part only keeps the lower ones', () => {
    expect(rename({ 'A.md': '#Fa¦ch/dlvc #fach #anders/fach' }, 'Kurs')).toEqual({
      'A.md': '#Kurs/dlvc #Kurs #anders/fach',
    });
  });

  it('gets quotation marks where YAML would take it for something else', () => {
    expect(rename({ 'A.md': '---\ntags: [x]\n---\n#¦x' }, 'true')).toEqual({
      'A.md': '---\ntags: ["true"]\n---\n#true',
    });
  });

  it.each(['a b', '123', 'a,b', 'a//b', '/a', '#', 'a#b'])('cannot be called %s', (name) => {
    expect(rename({ 'A.md': '#x¦' }, name)).toEqual({
      refused: 'bad-tag',
      detail: '',
    });
  });
});

describe('An alias that is renamed', () => {
  const note = (alias: string) => `---\r\naliases:\r\n  - ${alias}\r\n  - Alt 2\r\n---\r\nAlt\r\n`;
  it('changes in its note and in the links that show it', () => {
    const files = {
      'N.md': note('Alt'),
      'M.md': '---\naliases: Alt\n---\n',
      'Q.md':
        '[[N|A¦lt]] [[N# | Alt ]] [[N|alt]] [[N|Alt 2]] [[M|Alt]] ![[N|Alt]] [Alt](N.md)\n| [[N\\|Alt]] |\n|---|\n',
    };
    expect(rename(files, 'Neu')).toEqual({
      ...files,
      'N.md': note('Neu'),
      'Q.md':
        '[[N|Neu]] [[N# | Neu ]] [[N|alt]] [[N|Alt 2]] [[M|Alt]] ![[N|Alt]] [Alt](N.md)\n| [[N\\|Neu]] |\n|---|\n',
    });
  });

  it.each([
    ['aliases: A¦lt # x', 'a: b', 'aliases: "a: b" # x'],
    ['aliases: [A¦lt, b]', 'a, b', 'aliases: ["a, b", b]'],
    ['aliases: [A¦lt, b]', 'a-b c', 'aliases: [a-b c, b]'],
    ['aliases:\n- A¦lt', 'a, b', 'aliases:\n- a, b'],
    ["aliases: ['A¦lt']", "It's", "aliases: ['It''s']"],
    ['aliases: ["A¦lt"]', 'Das "x"', 'aliases: ["Das \\"x\\""]'],
  ])('in %j to %j stays good YAML', (yaml, name, expected) => {
    expect(rename({ 'N.md': `---\n${yaml}\n---\n` }, name)).toEqual({ 'N.md': `---\n${expected}\n---\n` });
  });

  it.each([
    ['', 'empty-name', ''],
    ['a|b', 'forbidden-characters', '|'],
    ['ALT 2', 'alias-exists', ''],
  ])('cannot be called %j', (name, refused, detail) => {
    expect(rename({ 'N.md': '---\naliases: [Alt¦, Alt 2]\n---\n' }, name)).toEqual({ refused, detail });
  });
});

/** Where every link of a vault leads, under the paths before a move; in the order of notes and links. */
function targetsOf(
  index: VaultIndex,
  paths: readonly string[],
  before: (path: string) => string,
): readonly string[] {
  return paths.flatMap((source) =>
    (index.note(source)?.links ?? []).map((link) => {
      const target = index.resolve(link, source);
      return target.status === 'found' ? before(target.path) : '';
    }),
  );
}

describe('A heading that holds what is renamed', () => {
  const files = {
    'Alt.md': '---\naliases: [A]\n---\nText ^b1\n',
    'N.md': '# Zu [[Alt|A]] #alt\n\n## Mehr zu [[Alt#^b1]] ##\n\n[[#Zu Alt A alt]]\n',
    'Q.md': '[[N#Zu Alt A alt#Mehr zu Alt b1|A]] [t](N.md#Zu%20Alt%20A%20alt)',
  };
  it.each<[string, Files, string, Files]>([
    [
      'a note',
      { ...files, 'R.md': '[[Alt¦]]' },
      'Neu',
      {
        'Neu.md': files['Alt.md'],
        'N.md': '# Zu [[Neu|A]] #alt\n\n## Mehr zu [[Neu#^b1]] ##\n\n[[#Zu Neu A alt]]\n',
        'Q.md': '[[N#Zu Neu A alt#Mehr zu Neu b1|A]] [t](N.md#Zu%20Neu%20A%20alt)',
        'R.md': '[[Neu]]',
      },
    ],
    [
      'a block id',
      { ...files, 'R.md': '[[Alt#^b¦1]]' },
      'b2',
      {
        'Alt.md': files['Alt.md'].replace('b1', 'b2'),
        'N.md': files['N.md'].replace('b1', 'b2'),
        'Q.md': '[[N#Zu Alt A alt#Mehr zu Alt b2|A]] [t](N.md#Zu%20Alt%20A%20alt)',
        'R.md': '[[Alt#^b2]]',
      },
    ],
    [
      'a tag',
      { ...files, 'R.md': '#al¦t' },
      'neu',
      {
        'Alt.md': files['Alt.md'],
        'N.md': '# Zu [[Alt|A]] #neu\n\n## Mehr zu [[Alt#^b1]] ##\n\n[[#Zu Alt A neu]]\n',
        'Q.md': '[[N#Zu Alt A neu#Mehr zu Alt b1|A]] [t](N.md#Zu%20Alt%20A%20neu)',
        'R.md': '#neu',
      },
    ],
  ])('changes with %s, and so do the links through it', (_what, vault, name, expected) => {
    expect(rename(vault, name)).toEqual(expected);
  });
});

describe('Any move in any vault', () => {
  const folders = ['', 'x/', 'y/', 'x/y/', 'Übung 1/'];
  const names = ['A', 'B', 'a b', 'N.1', 'Größe'];
  const folder = fc.constantFrom(...folders);
  const name = fc.constantFrom(...names, 'Gro\u0308ße', 'f(x)', 'a');
  const path = fc
    .tuple(folder, name, fc.constantFrom('.md', '.md', '.md', '.pdf'))
    .map((parts) => parts.join(''));
  const prefix = fc.constantFrom(...folders, './', '../', '/');
  const suffix = fc.constantFrom('', '#A', '#^b', '|A', '|100', '# A#B | x ');
  const form = fc.constantFrom('[[', '![[', 'encoded', 'angle', 'cell');

  /** Notes with links to `name`, spelled as it is, and with what looks like links. */
  function textWithLinks(names: fc.Arbitrary<string>): fc.Arbitrary<string> {
    const link = fc
      .tuple(prefix, names, fc.constantFrom('', '.md', '.pdf'), suffix, form)
      .map(([folder, name, extension, rest, written]) =>
        writtenLink(`${folder}${name}${extension}`, rest, written),
      );
    const piece = fc.oneof(link, fc.constantFrom('Text A', '\r\n', '`[[A]]`', '> '));
    return fc.array(piece, { maxLength: 8 }).map((parts) => parts.join(' '));
  }

  function writtenLink(target: string, rest: string, written: string): string {
    if (written === 'encoded') return `[A](${target.replaceAll(' ', '%20')} "A")`;
    if (written === 'angle') return `![A B](<${target}>)`;
    if (written === 'cell') return `\n\n| a |\n|---|\n| [[${target}${rest.replace('|', '\\|')}]] |\n\n`;
    return `${written}${target}${rest}]]`;
  }

  const vault = fc.dictionary(path, textWithLinks(name), { minKeys: 2, maxKeys: 8 });
  const moves = fc.array(fc.tuple(fc.nat(), path), { minLength: 1, maxLength: 3 });

  /** Moves of notes and attachments to places that are free and of the same kind. */
  function movesIn(
    files: Files,
    wishes: readonly (readonly [number, string])[],
  ): ReadonlyMap<string, string> {
    const taken = new Set(Object.keys(files).map((other) => other.normalize('NFC').toLowerCase()));
    const result = new Map<string, string>();
    for (const [number, wish] of wishes) {
      const from = Object.keys(files)[number % Object.keys(files).length] ?? '';
      const to = wish.replace(/\.\w+$/, from.slice(from.lastIndexOf('.')));
      const key = to.normalize('NFC').toLowerCase();
      if (taken.has(key) || result.has(from)) continue;
      taken.add(key);
      result.set(from, to);
    }
    return result;
  }

  it('leaves every link at the file where it led', () => {
    fc.assert(
      fc.property(vault, moves, (files, wishes) => {
        const paths = movesIn(files, wishes);
        const after = move(files, Object.fromEntries(paths));
        if (isRefusal(after)) throw new Error(JSON.stringify(after));
        const back = new Map([...paths].map(([from, to]) => [to, from]));
        const sources = Object.keys(files);
        const before = targetsOf(vaultOf(files), sources, (target) => target);
        const now = targetsOf(
          vaultOf(after),
          sources.map((source) => paths.get(source) ?? source),
          (target) => back.get(target) ?? target,
        );
        expect(now.map((target, at) => (before[at] === '' ? '' : target))).toEqual(before);
      }),
      { numRuns: 600 },
    );
  });

  it('that is taken back gives every file as it was, where names are unambiguous', () => {
    const exact = fc.constantFrom(...names);
    const note = fc.tuple(folder, exact, textWithLinks(exact));
    const notes = fc.uniqueArray(note, { minLength: 2, selector: ([, name]) => name.toLowerCase() });
    fc.assert(
      fc.property(notes, fc.nat(), (list, number) => {
        const files = Object.fromEntries(list.map(([where, base, text]) => [`${where}${base}.md`, text]));
        const from = Object.keys(files)[number % list.length] ?? '';
        const to = from.replace(/[^/]+$/, 'Neu 1.md');
        const there = move(files, { [from]: to });
        if (isRefusal(there)) throw new Error(JSON.stringify(there));
        expect(move(there, { [to]: from })).toEqual(files);
      }),
      { numRuns: 600 },
    );
  });
});

describe('Any rename at any place of any text', () => {
  const pieces = [
    ...[
      '[[',
      ']]',
      '![[',
      '|',
      '\\|',
      '#',
      '^',
      ' ^id',
      '`',
      '\n',
      '\n\n',
      '\r\n',
      '> ',
      '- ',
      '# ',
      '\n# A',
      '\n===\n',
    ],
    ...[
      '---\ntags: [a, b]\naliases: A\n---\n',
      '| a |\n|---|\n| ',
      ' |',
      '[x](',
      '<',
      '>',
      ')',
      '"t"',
      '%20',
      '&amp;',
      '\\',
    ],
    ...[
      'N',
      'N.md',
      './N',
      '[[N#A#B|A]]',
      '[[#^id]]',
      '[t](N.md#A)',
      ' #a/b',
      'Größe',
      '😀',
      '\u0000',
      '\ud800',
      ' ',
      '%%',
      '$',
    ],
  ];
  const texts = fc
    .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 25 })
    .map((parts) => parts.join(''));
  const newNames = fc.constantFrom(
    'Neu',
    'neu 1',
    'x/Neu',
    '# A',
    '- a: b',
    'true',
    '[[N]]',
    '%20',
    "'",
    'A',
    '\\',
  );

  it('is refused or keeps the number of links, headings, tags and block ids', () => {
    fc.assert(
      fc.property(texts, fc.double({ min: 0, max: 1, noNaN: true }), newNames, (text, place, newName) => {
        const at = Math.floor(place * text.length);
        const files = {
          'Q.md': `${text.slice(0, at)}¦${text.slice(at)}`,
          'N.md': '---\naliases: [A]\n---\n# A\n## B\n\nx ^id\n',
        };
        const { target } = targetIn(files);
        const after = rename(files, newName);
        if (isRefusal(target) || isRefusal(after)) return;
        // A heading's text may hold whatever it likes.
        const isHeading = target.renamable.kind === 'heading';
        const countsOf = (vault: Files) =>
          [...vaultOf(vault).notes()].map(([path, { links, headings, tags, blockIds }]) => {
            const lists = isHeading ? [headings] : [headings, links, tags, blockIds];
            return `${path === 'Q.md' ? 'Q' : 'N'}: ${lists.map((list) => list.length)}`;
          });
        expect(countsOf(after).sort()).toEqual(countsOf({ ...files, 'Q.md': text }).sort());
      }),
      { numRuns: 1000 },
    );
  });
});
