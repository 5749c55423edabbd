import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Completion, type Completions, completionsAt } from '../../src/core/features/completion';
import { linkableBlocks } from '../../src/core/features/linkableBlocks';
import { fitOf, searchKey } from '../../src/core/features/textSearch';
import { parseObsidianSettings } from '../../src/core/index/obsidianSettings';
import { parseNote } from '../../src/core/notes/parseNote';
import { TextLines } from '../../src/core/text';
import { marked } from '../kit/markedText';
import { vaultOf } from '../kit/vault';

type Files = Readonly<Record<string, string>>;

const source = 'Mathe/Quelle.md';

/** What completion offers at `¦` of the note `Mathe/Quelle.md` in a vault of these files. */
async function complete(
  written: string,
  files: Files = {},
  settings: object = {},
): Promise<Completions | undefined> {
  const { text, cursor } = marked(written);
  const index = vaultOf({ ...files, [source]: text });
  return completionsAt({
    index,
    settings: parseObsidianSettings(JSON.stringify(settings)),
    path: source,
    note: parseNote(text),
    lines: new TextLines(text),
    position: cursor,
    textOf: async (path) => files[path],
  });
}

async function itemsAt(written: string, files?: Files, settings?: object): Promise<readonly Completion[]> {
  return (await complete(written, files, settings))?.items ?? [];
}

async function inserted(written: string, files?: Files, settings?: object): Promise<readonly string[]> {
  return (await itemsAt(written, files, settings)).map(({ insertText }) => insertText);
}

/** The line with the best completion inserted, and with the id that it writes into the same note. */
async function lineAfter(written: string, files?: Files): Promise<string> {
  const { text } = marked(written);
  const completions = await complete(written, files);
  const [best] = completions?.items ?? [];
  if (!completions || !best) throw new Error(`Nothing is offered in ${written}.`);
  const lines = new TextLines(text);
  const { start, end } = completions.range;
  const line = lines.line(start.line);
  return line.slice(0, start.column) + best.insertText + line.slice(end.column);
}

const files: Files = {
  'Vektoren.md': '# Vektoren\n\n## Norm\n',
  'Analysis/Norm.md': '---\naliases: [Länge, Betrag]\n---\n',
  'Übung 3.md': '',
  'Übungen/Blatt.md': '',
  'bilder/Skizze.png': '',
};

describe('After [[ completion offers', () => {
  it('notes, aliases in piped form, and attachments last', async () => {
    const items = await itemsAt('Siehe [[¦', files);
    expect(items.map(({ kind, label, insertText }) => `${kind} ${label}: ${insertText}`)).toEqual([
      'note Quelle: Quelle]]',
      'note Norm: Norm]]',
      'note Blatt: Blatt]]',
      'alias Betrag: Norm|Betrag]]',
      'alias Länge: Norm|Länge]]',
      'note Übung 3: Übung 3]]',
      'note Vektoren: Vektoren]]',
      'attachment Skizze.png: Skizze.png]]',
    ]);
  });

  it.each([
    ['umlauts typed as they are', '[[üb¦', ['Übung 3]]']],
    ['umlauts typed as ae, oe, ue', '[[ueb¦', ['Übung 3]]']],
    ['umlauts typed without dots, if all else fails', '[[ubung¦', ['Übung 3]]']],
    ['aliases with umlauts typed as ae', '[[laenge¦', ['Norm|Länge]]']],
    ['the middle of words', '[[ektor¦', ['Vektoren]]']],
    ['letters in order', '[[vktn¦', ['Vektoren]]']],
    ['paths when a slash is typed', '[[uebungen/¦', ['Blatt]]']],
    ['letters composed of two code points', '[[U\u0308bung¦', ['Übung 3]]']],
    ['nothing that does not fit', '[[xyz¦', []],
  ])('by %s', async (_how, written, expected) => {
    expect(await inserted(written, files)).toEqual(expected);
  });

  it('what begins with the text before words that do, these before parts of words', async () => {
    const names = { 'Abnorm.md': '', 'Die Norm.md': '', 'Normal.md': '', 'Norm.md': '', 'nxoxrxm.md': '' };
    expect(await inserted('[[norm¦', names)).toEqual([
      'Norm]]',
      'Normal]]',
      'Die Norm]]',
      'Abnorm]]',
      'nxoxrxm]]',
    ]);
  });

  it('notes of the same name with the folders that tell them apart', async () => {
    const items = await itemsAt('[[norm¦', { 'a/Norm.md': '', 'b/Norm.md': '' });
    expect(items.map(({ insertText, detail }) => [insertText, detail])).toEqual([
      ['a/Norm]]', 'a'],
      ['b/Norm]]', 'b'],
    ]);
  });

  it('paths in the format that Obsidian is set to', async () => {
    expect(await inserted('[[vekt¦', files, { newLinkFormat: 'relative' })).toEqual(['../Vektoren]]']);
    expect(await inserted('[[blatt¦', files, { newLinkFormat: 'absolute' })).toEqual(['Übungen/Blatt]]']);
  });

  it('excluded files at the very end', async () => {
    const offered = await inserted(
      '[[norm¦',
      { 'Archiv/Norm 1.md': '', 'x normal.md': '' },
      { userIgnoreFilters: ['Archiv/'] },
    );
    expect(offered).toEqual(['x normal]]', 'Norm 1]]']);
  });

  it('attachments first after ![[', async () => {
    expect((await itemsAt('![[¦', files))[0]).toMatchObject({
      kind: 'attachment',
      insertText: 'Skizze.png]]',
    });
  });

  it('at most 200 of many, the best ones', async () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`Note a${index}.md`, '']));
    const offered = await inserted('[[a¦', { ...many, 'a.md': '' });
    expect(offered).toHaveLength(200);
    expect(offered[0]).toBe('a]]');
  });

  it("the target's aliases as shown text after |", async () => {
    expect(await inserted('[[Norm|b¦]]', files)).toEqual(['Betrag']);
  });

  it.each([
    ['closing brackets that are there stay', 'a [[vekt¦]] b', 'a [[Vektoren]] b'],
    ['missing ones are added', 'a [[vekt¦ b', 'a [[Vektoren]] b'],
    ['those of the next link are its own', 'a [[vekt¦ b [[c]]', 'a [[Vektoren]] b [[c]]'],
    ['the rest of the old name goes', '[[vekt¦ere]]', '[[Vektoren]]'],
    ['heading and text stay', '[[vekt¦#Norm|so]]', '[[Vektoren#Norm|so]]'],
    ['a text of its own replaces none by an alias', '[[läng¦|so]]', '[[Norm|so]]'],
    ['a bar in a table has its backslash', '| [[läng¦ | x |', '| [[Norm\\|Länge]] | x |'],
    ['in properties too', '---\nup: "[[vekt¦]]"\n---\n', 'up: "[[Vektoren]]"'],
  ])('%s', async (_what, written, line) => {
    expect(await lineAfter(written, files)).toBe(line);
  });

  it('a file that came, and not one that went', async () => {
    const index = vaultOf({ 'Alt.md': '' });
    const { text, cursor } = marked('[[¦');
    const ask = async () => {
      const settings = parseObsidianSettings(undefined);
      const lines = new TextLines(text);
      const found = await completionsAt({
        index,
        settings,
        path: 'Q.md',
        note: parseNote(text),
        lines,
        position: cursor,
        textOf: async () => undefined,
      });
      return found?.items.map(({ label }) => label);
    };
    expect(await ask()).toEqual(['Alt']);
    index.setNote('Neu.md', parseNote(''));
    index.delete('Alt.md');
    expect(await ask()).toEqual(['Neu']);
    index.setNote('Neu.md', parseNote('---\naliases: Frisch\n---'));
    expect(await ask()).toEqual(['Neu', 'Frisch']);
  });
});

describe('After # in a link completion offers', () => {
  const chapters = { 'N.md': '# A: eins\n\n## Norm\n\n### *Tief*\n\n# B\n\n## Norm\n\n## Norm\n' };
  it('headings as links write them, with their parents where a heading needs them', async () => {
    expect(await inserted('[[N#¦', chapters)).toEqual(['A eins]]', 'Norm]]', '*Tief*]]', 'B]]', 'B#Norm]]']);
  });

  it('headings whose links lead to exactly them', async () => {
    const index = vaultOf(chapters);
    const lines = await Promise.all(
      (await inserted('[[N#¦]]', chapters)).map((subpath) =>
        index.resolve({ kind: 'wikilink', path: 'N', subpath }, source),
      ),
    );
    expect(lines.map((target) => target.status === 'found' && target.place?.range.start.line)).toEqual([
      0, 2, 4, 6, 8,
    ]);
  });

  it.each([
    ['those that fit what is typed', '[[N#tie¦', ['*Tief*]]']],
    ['those below a heading, written anew', '[[N#B#no¦', ['Norm]]', 'B#Norm]]']],
    ['those of the note itself', '# Selbst\n\n[[#¦', ['Selbst]]']],
    ['none of a note that is not there', '[[Weg#¦', []],
    ['none of an attachment', '[[Bild.png#¦', []],
  ])('%s', async (_what, written, expected) => {
    expect(await inserted(written, { ...chapters, 'Bild.png': '' })).toEqual(expected);
  });
});

describe('After #^ in a link completion offers', () => {
  it('blocks with their ids, others with an id to be written', async () => {
    const items = await itemsAt('[[N#^¦', { 'N.md': 'Erster Absatz. ^eins\n\nZweiter Absatz.\n' });
    expect(
      items.map(({ label, insertText, mark }) => [label, insertText === `${mark?.id}]]`, mark?.path]),
    ).toEqual([
      ['Erster Absatz.', false, undefined],
      ['Zweiter Absatz.', true, 'N.md'],
    ]);
    expect(items[0]?.insertText).toBe('eins]]');
  });

  it('blocks by their text or their id', async () => {
    const note = { 'N.md': 'Erster Absatz. ^eins\n\nÜbung macht.\n' };
    expect((await itemsAt('[[N#^ueb¦', note)).map(({ label }) => label)).toEqual(['Übung macht.']);
    expect((await itemsAt('[[N#^eins¦]]', note)).map(({ insertText }) => insertText)).toEqual(['eins']);
  });

  it('not the block in which the link itself stands', async () => {
    expect((await itemsAt('Oben.\n\nHier [[#^¦\n')).map(({ label }) => label)).toEqual(['Oben.']);
  });

  it('nothing when the target is gone meanwhile', async () => {
    expect(await itemsAt('[[N#^¦')).toEqual([]);
  });
});

/** A text with the id of the one block that needs one written into it, `ID` for the id. */
function withId(text: string, kind: string): string {
  const block = linkableBlocks(text, parseNote(text)).find((other) => other.kind === kind && other.edit);
  if (!block?.edit) return `no ${kind} without id`;
  const lines = new TextLines(text);
  const { range, newText } = block.edit;
  const written =
    text.slice(0, lines.offsetAt(range.start)) + newText + text.slice(lines.offsetAt(range.end));
  const found = parseNote(written).blockIds.find(({ id }) => id === block.id);
  expect(found?.block.first).toBe(block.lines.first);
  return written.replace(block.id, 'ID');
}

describe('A block id is written', () => {
  it.each([
    ['behind a paragraph', 'paragraph', 'Eins\nzwei  \n\nDrei ^x\n', 'Eins\nzwei ^ID\n\nDrei ^x\n'],
    ['behind the last line of a file', 'paragraph', 'Ende', 'Ende ^ID'],
    ['behind a list item', 'item', '- a ^x\n- b\n  - c ^y\n', '- a ^x\n- b ^ID\n  - c ^y\n'],
    ['below a list', 'list', '- a\n- b\n\nText', '- a\n- b\n\n^ID\n\nText'],
    ['below a quote, apart from what follows', 'quote', '> q\n# H', '> q\n\n^ID\n\n# H'],
    ['below a callout', 'callout', '> [!note] T\n> x\n', '> [!note] T\n> x\n\n^ID\n'],
    ['below a table', 'table', '| a |\n| - |\n| 1 |\n\nText', '| a |\n| - |\n| 1 |\n\n^ID\n\nText'],
    ['below code', 'code', '```js\n1\n```', '```js\n1\n```\n\n^ID'],
    ['below a formula', 'formula', '$$\nx\n$$\n', '$$\nx\n$$\n\n^ID\n'],
  ])('%s', (_where, kind, text, expected) => {
    expect(withId(text, kind)).toBe(expected);
  });

  it.each(['- a\n- b\n\n^liste\n', '> q\n\n^liste\n', '```\nx\n```\n\n^liste\n'])(
    'not a second time: %j',
    (text) => {
      const [block] = linkableBlocks(text, parseNote(text));
      expect(block).toMatchObject({ id: 'liste', edit: undefined });
    },
  );

  it('never inside quotes and callouts, and not into properties, headings or drawings', () => {
    const text = '---\na: b\n---\n# H\n\n> - x\n>\n> y\n';
    expect(linkableBlocks(text, parseNote(text)).map(({ kind }) => kind)).toEqual(['quote']);
    const drawing = '---\nexcalidraw-plugin: parsed\n---\n\nText\n';
    expect(linkableBlocks(drawing, parseNote(drawing))).toEqual([]);
  });

  it.each(['```js\n1\n', '~~~\n```', '```'])('never below code that does not end: %j', (text) => {
    expect(linkableBlocks(text, parseNote(text))).toEqual([]);
  });

  it('the same for the same text wherever it stands, and another one for its double', () => {
    const idsOf = (text: string) => linkableBlocks(text, parseNote(text)).map(({ id }) => id);
    const [id] = idsOf('Gleich.\n');
    expect(idsOf('Davor.\n\nGleich.\n\nGleich.\n')[1]).toBe(id);
    expect(new Set(idsOf('Gleich.\n\nGleich.\n\nGleich.\n')).size).toBe(3);
    expect(id).toMatch(/^[0-9a-z]{6}$/);
  });

  it('with Windows line breaks', () => {
    const text = 'Eins\r\n\r\nZwei\r\n';
    expect(linkableBlocks(text, parseNote(text)).map(({ edit }) => edit?.range.start)).toEqual([
      { line: 0, column: 4 },
      { line: 2, column: 4 },
    ]);
  });
});

describe('Completion offers tags', () => {
  const tagged = { 'a.md': '#mathe/linear #Physik', 'b.md': '---\ntags: [mathe]\n---\n#physik #Übung' };
  it('of the whole vault, those of properties and the upper ones included, with how often they are used', async () => {
    const items = await itemsAt('Text #¦', tagged);
    expect(items.map(({ label, detail }) => `${label} ${detail}`)).toEqual([
      'Physik 2',
      'mathe 2',
      'mathe/linear 1',
      'Übung 1',
    ]);
  });

  it.each([
    ['after # and some letters', 'Text #ueb¦', ['Übung']],
    ['below another tag', '#mathe/¦', ['mathe/linear']],
    ['in a list of properties', '---\ntags:\n  - mat¦\n---\n', ['mathe', 'mathe/linear']],
    ['in an inline list of properties', '---\ntags: [a, ph¦]\n---\n', ['Physik']],
  ])('%s', async (_where, written, expected) => {
    expect(await inserted(written, tagged)).toEqual(expected);
  });

  it('and replaces the rest of the tag', async () => {
    expect(await lineAfter('#ma¦th x', tagged)).toBe('#mathe x');
  });
});

describe('Completion offers callout types', () => {
  it('by name and by other names', async () => {
    const items = await itemsAt('> [!¦');
    expect(items).toHaveLength(27);
    expect((await itemsAt('> [!tl¦'))[0]).toMatchObject({
      label: 'tldr',
      detail: 'abstract',
      insertText: 'tldr] ',
    });
  });

  it('nested, in list items, and without a second bracket', async () => {
    expect(await lineAfter('> > [!warn¦]')).toBe('> > [!warning]');
    expect(await lineAfter('- > [!bu¦')).toBe('- > [!bug] ');
  });
});

describe('Completion offers nothing', () => {
  it.each([
    ['in plain text', 'Norm¦'],
    ['behind a link', '[[Norm]] n¦'],
    ['in a code span', 'a `[[n¦` b'],
    ['in a code block', '```\n[[n¦\n```\n'],
    ['in an unclosed code block', '```\n[[n¦'],
    ['in a formula', '$x [[n¦$'],
    ['in a display formula', '$$\n#n¦\n$$\n'],
    ['in a comment', '%%\n[[n¦\n%%\n'],
    ['for a tag in a word', 'a#n¦'],
    ['for a callout outside of a quote', '[!no¦'],
    ['for a callout in code', '```\n> [!no¦\n```\n'],
    ['in other properties', '---\ntitle: n¦\n---\n'],
    ['in an empty note', '¦'],
  ])('%s', async (_where, written) => {
    expect(await complete(written, { 'Norm.md': '#norm' })).toBeUndefined();
  });

  it.each([
    ['in a code span', '- a `[[n¦` b', false],
    ['in a formula', '- a $x [[n¦$ b', false],
    ['in a code block', '- ```\n  [[n¦\n  ```', false],
    ['behind a code span, though,', '- `a` [[n¦', true],
  ])('%s in a list of a thousand lines', async (_where, item, isOffered) => {
    const list = '- `a` und $x$\n'.repeat(1000);
    const found = await complete(`${list}${item}\n${list}`, { 'Norm.md': '' });
    expect(found !== undefined).toBe(isOffered);
  });

  it('and never fails, whatever is written', async () => {
    const piece = fc.constantFrom(
      '[[',
      ']]',
      '#',
      '^',
      '|',
      '!',
      '> [!',
      '---\n',
      'tags:',
      '- ',
      '\n',
      'a',
      'ü',
      '`',
      '$',
      ' ',
    );
    const text = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(text, text, async (before, after) => {
        const found = await complete(`${before}¦${after}`, { 'a.md': 'a\n\n- ü\n' });
        if (!found) return;
        expect(found.range.start.line).toBe(found.range.end.line);
        const { text: whole, cursor } = marked(`${before}¦${after}`);
        expect(new TextLines(whole).slice({ start: found.range.start, end: cursor })).toBe(found.typed);
      }),
      { numRuns: 300 },
    );
  });
});

describe('A search key', () => {
  it.each([
    ['Übung', 'uebung'],
    ['Straße', 'strasse'],
    ['Café', 'cafe'],
    ['U\u0308bung', 'uebung'],
    ['ÉTUDE', 'etude'],
    ['İ', 'i'],
  ])('of %s is %s', (text, key) => {
    expect(searchKey(text)).toBe(key);
  });

  it('fits by its beginning better than by a part', () => {
    expect(
      ['norm', 'normal', 'die norm', 'abnorm', 'nxoxrxm', 'mron'].map((key) => fitOf(key, 'norm')),
    ).toEqual([0, 1, 2, 3, 4, undefined]);
  });
});
