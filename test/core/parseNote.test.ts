import { describe, expect, it } from 'vitest';
import { formulasIn } from '../../src/core/notes/formulas';
import type { Note } from '../../src/core/notes/note';
import { parseNote } from '../../src/core/notes/parseNote';
import { type Range, TextLines } from '../../src/core/text';
import { marked } from '../kit/markedText';

/** What a note says, each thing as the source text of its range. */
function read<K extends 'headings' | 'links' | 'leadIns' | 'blockIds' | 'tags'>(
  text: string,
  kind: K,
): string[] {
  const lines = new TextLines(text);
  return parseNote(text)[kind].map((entry: { range: Range }) => lines.slice(entry.range));
}

/** The ranges that the markers enclose are the ones found. */
function expectRanges(source: string, ranges: (note: Note) => readonly Range[]): void {
  const { text, ranges: expected } = marked(source);
  expect(ranges(parseNote(text))).toEqual(expected);
}

describe('Links', () => {
  it.each([
    ['[[Vektoren#Norm|Norm]]', { path: 'Vektoren', subpath: 'Norm', alias: 'Norm' }],
    ['[[Slides 05.pdf|Folien]]', { path: 'Slides 05.pdf', subpath: undefined, alias: 'Folien' }],
    ['[[#Momentum]]', { path: '', subpath: 'Momentum', alias: undefined }],
    ['[[a#b#c]]', { path: 'a', subpath: 'b#c', alias: undefined }],
    ['[[a#^id-1]]', { path: 'a', subpath: '^id-1', alias: undefined }],
    ['[[Sq]uare]]', { path: 'Sq]uare', subpath: undefined, alias: undefined }],
    ['![[Bild.png|100x145]]', { path: 'Bild.png', subpath: undefined, alias: '100x145' }],
    ['![[x.pdf#page=3]]', { path: 'x.pdf', subpath: 'page=3', alias: undefined }],
    ['[[https://example.org]]', { path: 'https://example.org', subpath: undefined, alias: undefined }],
    ['[[a|b|c]]', { path: 'a', subpath: undefined, alias: 'b|c' }],
  ])('takes %s apart', (source, parts) => {
    expect(parseNote(`Siehe ${source}.`).links).toMatchObject([parts]);
  });

  it('takes the inner one of nested links', () => {
    expect(read('[[Nested [[Inner]] x]]', 'links')).toEqual(['[[Inner]]']);
  });

  it.each([
    '[[Multi\nLine]]',
    '[[]]',
    '[[ ]]',
    '`[[code]]`',
    '$[[x]]$',
    '%% [[x]] %%',
    '\\[[x]]',
    '```\n[[x]]\n```',
    '[[offen',
  ])('sees no link in %j', (source) => {
    expect(parseNote(source).links).toEqual([]);
  });

  it('knows their places in quotes, lists, callouts and headings', () => {
    expectRanges(
      '# Über ⟦[[A]]⟧\n\n> - x ⟦[[B|b]]⟧ y\n>   ⟦![[C]]⟧\n\n> [!note] Titel ⟦[[D]]⟧\n> > tief ⟦[[E]]⟧\n',
      (note) => note.links.map(({ range }) => range),
    );
  });

  it('knows their places in table cells, where the bar is escaped', () => {
    expectRanges(
      '| a | b |\n|---|---|\n| x ⟦[[N\\|n]]⟧ | ⟦[[M]]⟧ |\n⟦[[O]]⟧ | y\n> | q |\n> |---|\n> | ⟦[[P]]⟧ |',
      (note) => note.links.map(({ range }) => range),
    );
    expect(parseNote('| a |\n|---|\n| [[N\\|n]] |').links).toMatchObject([{ path: 'N', alias: 'n' }]);
  });

  it('are whole on a line below a table', () => {
    expect(read('| a | b |\n|---|---|\n| c | d |\n![[Bild.png|300]]\n', 'links')).toEqual([
      '![[Bild.png|300]]',
    ]);
  });

  it('counts columns in UTF-16 and lines over CRLF and lone CR', () => {
    expectRanges('😀 ⟦[[A]]⟧\r\n\r\nä ⟦[[B]]⟧\rc ⟦[[C]]⟧', (note) => note.links.map(({ range }) => range));
  });
});

describe('Markdown links', () => {
  it.each([
    [
      '[x](My%20Note.md#%C3%9Cber%20uns)',
      { kind: 'markdown', path: 'My Note.md', subpath: 'Über uns', alias: 'x' },
    ],
    ['[x](<My Note.md> "Titel")', { kind: 'markdown', path: 'My Note.md', subpath: undefined }],
    ['[x](#Kopf)', { kind: 'markdown', path: '', subpath: 'Kopf' }],
    ['![Bild](a/b.png)', { kind: 'image', path: 'a/b.png', alias: 'Bild' }],
    ['[x](100%.md)', { kind: 'markdown', path: '100%.md' }],
  ])('takes %s apart', (source, parts) => {
    expect(parseNote(`Siehe ${source}.`).links).toMatchObject([parts]);
    expect(read(`> - Siehe ${source}.`, 'links')).toEqual([source]);
  });

  it.each([
    '[x](https://a.de/b.md)',
    '[x](mailto:a@b.de)',
    '[x]()',
    '`[x](y)`',
    '<https://a.de>',
    '[x][y]\n\n[y]: z.md',
  ])('sees none in %j', (source) => {
    expect(parseNote(source).links).toEqual([]);
  });

  it('may have a picture for text, but no other link', () => {
    expect(read('[![a](b.png)](c.md) [x [[y]] z](d.md)', 'links')).toEqual([
      '[![a](b.png)](c.md)',
      '![a](b.png)',
      '[[y]]',
    ]);
  });
});

describe('Links in properties', () => {
  it('count when they are quoted', () => {
    expect(read('---\nweiter: "[[A|a]]"\nliste:\n  - \'[[B#c]]\'\nx: [[C]]\n---\n', 'links')).toEqual([
      '[[A|a]]',
      '[[B#c]]',
    ]);
  });
});

describe('Footnotes', () => {
  it('have marks in the text and explanations, over several lines too', () => {
    const source =
      'Text⟦[^1]⟧ und ⟦[^lang]⟧.\n\n⟦[^1]⟧: Kurz [[A]].\n⟦[^lang]⟧: Erster Absatz.\n\n  Zweiter [[B]].\n\nDanach\n';
    expectRanges(source, (note) => note.footnotes.map(({ range }) => range));
    const note = parseNote(marked(source).text);
    expect(note.footnotes.map(({ kind, label, lines }) => [kind, label, lines.first, lines.end])).toEqual([
      ['reference', '1', 0, 1],
      ['reference', 'lang', 0, 1],
      ['definition', '1', 2, 3],
      ['definition', 'lang', 3, 7],
    ]);
    expect(note.links.map(({ path }) => path)).toEqual(['A', 'B']);
  });

  it('may stand in the line itself', () => {
    expect(read('Text^[mit [[A]] und $x$] weiter', 'links')).toEqual(['[[A]]']);
  });

  it('are none in code, and no link definition either', () => {
    expect(parseNote('`[^1]`\n\n[^]: x').footnotes).toEqual([]);
    expect(parseNote('# A\n[^1]: [[B]]').links).toMatchObject([{ path: 'B' }]);
  });
});

describe('A drawing', () => {
  it('is none where the property says nothing', () => {
    expect(parseNote('---\nexcalidraw-plugin:\n---\n[[A]]').links).toHaveLength(1);
  });

  it('is known by its properties and not read further', () => {
    const note = parseNote(
      '---\nexcalidraw-plugin: parsed\ntags: [excalidraw]\naliases: Skizze\n---\n# Text\n[[A]] ^abc\n```compressed-json\nN4KA\n```\n',
    );
    expect(note).toMatchObject({ kind: 'drawing', headings: [], links: [], blockIds: [] });
    expect(note.properties).toMatchObject({ aliases: ['Skizze'], tags: ['excalidraw'] });
  });
});

describe('Formulas', () => {
  it.each([
    ['Wert $\\sigma$ und', [['\\sigma', false]]],
    ['Ziel: $$a+b$$ weiter', [['a+b', true]]],
    [
      '$$a$$ und $$b$$',
      [
        ['a', true],
        ['b', true],
      ],
    ],
    ['$$\na\n$$', [['a', true]]],
    ['> $$\n> a\n> $$', [['a', true]]],
    ['- $$a$$', [['a', true]]],
    ['- Punkt\n$$a\n\nb$$', [['a\nb', true]]],
    [
      '- Punkt $$\na\n$$\n- Punkt $$\nb\n$$',
      [
        ['\na\n', true],
        ['\nb\n', true],
      ],
    ],
    ['$(x,y)$', [['(x,y)', false]]],
    ['$\\|w\\|_1=\\sum |w|$', [['\\|w\\|_1=\\sum |w|', false]]],
    ['5$ und 10$', []],
    ['von 5$ bis 10$ und $x$', [['x', false]]],
    [
      'W$_1$ und P$(x)$z.B.',
      [
        ['_1', false],
        ['(x)', false],
      ],
    ],
    ['$ x$ und $y $', []],
    ['$a$$b$', []],
    ['$a\nb$', []],
    ['$\\$5$', [['\\$5', false]]],
    ['`$x$`', []],
    ['\\$x$', []],
    ['$$offen\n\nText', []],
  ])('reads %j', (source, expected) => {
    expect(formulasIn(source).map(({ tex, isDisplay }) => [tex, isDisplay])).toEqual(expected);
  });

  it('has ranges with the dollar signs, over several lines of a quote too', () => {
    const { text, ranges } = marked('a ⟦$x$⟧ b ⟦$$y$$⟧\n\n> ⟦$$\n> z\n> $$⟧\n\n- ⟦$w$⟧');
    expect(formulasIn(text).map(({ range }) => range)).toEqual(ranges);
    expect(formulasIn(text, 3)[0]?.range.start.line).toBe(3);
  });

  it('does not swallow the note where a formula is left open', () => {
    expect(parseNote('$$ offen\n\n# Danach').headings).toMatchObject([{ text: 'Danach' }]);
  });
});

describe('Headings', () => {
  it('know text, place and where their section ends', () => {
    const { text } = marked('# A\n\n## B\n\nText\n\n## C\n\n# D');
    expect(
      parseNote(text).headings.map(({ level, text: title, sectionEnd }) => [level, title, sectionEnd]),
    ).toEqual([
      [1, 'A', 8],
      [2, 'B', 6],
      [2, 'C', 8],
      [1, 'D', 9],
    ]);
  });

  it('have plain text without markup', () => {
    const source = '## **Fett** & $L_2$ [[Vektoren#Norm|Norm]] `x` ==y== ##';
    expect(parseNote(source).headings[0]?.text).toBe('Fett & L_2 Norm x y');
    expect(read(source, 'headings')).toEqual(['**Fett** & $L_2$ [[Vektoren#Norm|Norm]] `x` ==y==']);
  });

  it('may be underlined', () => {
    expect(read('Titel\n===\n\nText', 'headings')).toEqual(['Titel']);
  });

  it('are none in code, comments and properties', () => {
    expect(parseNote('---\n# x: 1\n---\n\n```\n# a\n```\n\n%%\n# b\n%%\n').headings).toEqual([]);
  });
});

describe('Callouts', () => {
  it('have a type, a title with marked terms and a body', () => {
    const text = '> [!abstract]- Definition *Regularisierung*\n> Jede **Art**.\n> Mehr.\n\nDanach';
    const lines = new TextLines(text);
    const [callout] = parseNote(text).callouts;
    expect(callout).toMatchObject({
      type: 'abstract',
      title: 'Definition Regularisierung',
      markedTerms: ['Regularisierung'],
    });
    expect(lines.slice(callout!.titleRange)).toBe('Definition *Regularisierung*');
    expect(lines.slice(callout!.body)).toBe('> Jede **Art**.\n> Mehr.');
  });

  it('nest, may have a title only, and know an unknown type as written', () => {
    const callouts = parseNote('> [!Frage]\n> > [!note] Nur Titel').callouts;
    expect(callouts.map(({ type, title }) => [type, title])).toEqual([
      ['frage', ''],
      ['note', 'Nur Titel'],
    ]);
  });

  it('are none where the mark is not at the start', () => {
    expect(parseNote('> x [!note] y\n\n[!note] z').callouts).toEqual([]);
  });
});

describe('Lead-ins', () => {
  it.each([
    ['*Gradient Clipping:* setzt herab.', 'emphasis', 'Gradient Clipping', ' setzt herab.'],
    ['**Early stopping:**\n- nicht zu lange', 'strong', 'Early stopping', '\n- nicht zu lange'],
    ['***Weight Decay:***\n\nStrafe für Größe', 'strong', 'Weight Decay', '\n\nStrafe für Größe'],
    ['**Dropout**: Masken', 'strong', 'Dropout', ' Masken'],
    ['- Norm-Clipping: der ganze', 'list-item', 'Norm-Clipping', ' der ganze'],
    [
      '> **Skalierung der Eingabedaten**\n> Der Bereich',
      'quote',
      'Skalierung der Eingabedaten',
      '\n> Der Bereich',
    ],
    ['> **Dropout:**\n> Units', 'quote', 'Dropout', '\n> Units'],
  ])('reads %j', (text, kind, term, body) => {
    const [leadIn] = parseNote(text).leadIns;
    const lines = new TextLines(text);
    expect(leadIn).toMatchObject({ kind, term });
    expect(lines.slice(leadIn!.range)).toBe(term);
    expect(lines.slice(leadIn!.body).trim()).toBe(body.trim());
  });

  it.each([
    'Die *Gewichtungen* sind wichtig.',
    '**Gewichte** sinnvoll skaliert',
    '- um 12:30: Beginn',
    '- Ein Satz. Und dann: noch einer',
    'Ziel: steuern',
  ])('sees none in %j', (text) => {
    expect(parseNote(text).leadIns).toEqual([]);
  });
});

describe('Block ids', () => {
  it.each([
    ['the paragraph that they end', 'eins\nzwei ^id\n\ndrei', [0, 2]],
    ['the list item that they end', '- a\n- b ^id\n- c', [1, 2]],
    ['a list, alone below it', '- a\n- b\n\n^id', [0, 2]],
    ['a quote, alone below it', '> a\n> b\n\n^id', [0, 2]],
    ['a callout, without a blank line too', '> [!note] T\n> b\n^id', [0, 2]],
    ['a table, with and without a blank line', '| a |\n|---|\n| b |\n^id', [0, 3]],
    ['code', '```\nx\n```\n\n^id', [0, 3]],
    ['a formula', '$$\nx\n$$\n^id', [0, 3]],
  ])('name %s', (_what, text, [first, end]) => {
    expect(parseNote(text).blockIds).toMatchObject([{ id: 'id', block: { first, end } }]);
  });

  it.each(['Text^id', 'Text ^id mehr', '> Zitat ^id', '| a ^id |\n|---|', '^', 'Text ^i_d', '`^id`'])(
    'are none in %j',
    (text) => {
      expect(parseNote(text).blockIds).toEqual([]);
    },
  );
});

describe('Block ids, tags and properties', () => {
  it('are found with their places', () => {
    const text = 'Absatz #dl/grundlagen #2024 a#b ^id-1\n\n- x ^y\n';
    expect(read(text, 'blockIds')).toEqual(['^id-1', '^y']);
    expect(read(text, 'tags')).toEqual(['#dl/grundlagen']);
  });

  it('aliases may be a list or a text, and broken YAML is a problem of the note', () => {
    expect(parseNote('---\naliases: [L2, Ridge]\n---\n').properties.aliases).toEqual(['L2', 'Ridge']);
    expect(parseNote('---\naliases: SC\n---\n').properties.aliases).toEqual(['SC']);
    expect(parseNote('---\nx: 1\na: [b\n---\n# T').problems).toMatchObject([
      { range: { start: { line: 2 } } },
    ]);
  });

  it.each([
    ['aliases:\n  - A b\n  - "C: d"', ['A b', 'C: d']],
    ['aliases:\n- A\n- B # Kommentar', ['A', 'B']],
    ['aliases: [\'A\', B, "C"]', ['A', 'B', 'C']],
    ['aliases: 2024', ['2024']],
    ['aliases:', []],
    ['aliases: null', []],
    ['x: {a: 1}\naliases: A', ['A']],
    ['text: |\n  aliases: nein\naliases: ja', ['ja']],
    ['aliases: *x', []],
  ])('reads the aliases of %j as YAML does', (yaml, aliases) => {
    expect(parseNote(`---\n${yaml}\n---\n`).properties.aliases).toEqual(aliases);
  });

  it('reads tags of properties with and without #, as list or text', () => {
    expect(parseNote('---\ntags: ["#a/b", c]\n---\n').properties.tags).toEqual(['a/b', 'c']);
    expect(parseNote('---\ntags: a, b c\n---\n').properties.tags).toEqual(['a', 'b', 'c']);
  });
});
