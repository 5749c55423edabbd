import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Extraction, extractToGlossary } from '../../src/core/features/extractToGlossary';
import { germanSortKey } from '../../src/core/features/germanOrder';
import { glossaryPaths, placeInGlossary } from '../../src/core/features/glossaryPlace';
import { glossarySelection } from '../../src/core/features/glossarySelection';
import { applyEdits } from '../../src/core/features/rename/renamePlan';
import { parseObsidianSettings } from '../../src/core/index/obsidianSettings';
import { parseNote } from '../../src/core/notes/parseNote';
import { TextLines } from '../../src/core/text';
import { marked } from '../kit/markedText';
import { vaultOf } from '../kit/vault';

const glossary = '## Adam\n\nVerfahren.\n\n## Loss\n\nFehlermaß.\n';

interface Setup {
  readonly glossary?: string;
  readonly settings?: object;
  /** What is typed where the selection names no term. */
  readonly term?: string;
}

/** Extracts what is between `⟦` and `⟧`: the lecture, the glossary and the cursor after it, or why nothing was done. */
function extract(
  source: string,
  { glossary: glossaryText = glossary, settings = {}, term }: Setup = {},
): { lecture: string; glossary: string; cursor: Extraction['cursor'] } | string {
  const { text, ranges } = marked(source);
  const index = vaultOf({ 'Mathe/VL 1.md': text, 'Glossar.md': glossaryText, 'Mathe/Bild.md': '' }, [
    'Glossar',
  ]);
  const lines = new TextLines(text);
  const note = { path: 'Mathe/VL 1.md', note: parseNote(text), lines };
  const nowhere = { start: lines.positionAt(0), end: lines.positionAt(0) };
  const selection = glossarySelection(note, ranges[0] ?? nowhere, index.definitions(note.path));
  if ('refused' in selection) return selection.refused;
  const context = {
    index,
    files: index.files,
    settings: parseObsidianSettings(JSON.stringify(settings)),
    source: note,
  };
  const name = term ?? selection.term ?? 'Ohne Namen';
  const done = extractToGlossary(selection, name, { path: 'Glossar.md', text: glossaryText }, context);
  if ('refused' in done) return done.refused;
  return {
    lecture: applyEdits(lines, done.source),
    glossary: applyEdits(new TextLines(glossaryText), done.glossary),
    cursor: done.cursor,
  };
}

describe('A definition goes into the glossary', () => {
  it.each([
    ['a lead-in', '⟦*Bias:* eine Konstante.⟧\n', '[[Glossar#Bias|Bias]]\n', 'eine Konstante.'],
    [
      'a lead-in without its first mark',
      '*⟦Bias:* eine Konstante.⟧\n',
      '[[Glossar#Bias|Bias]]\n',
      'eine Konstante.',
    ],
    ['part of a lead-in', '⟦*Bias:* eins.⟧ Zwei.\n', '[[Glossar#Bias|Bias]] Zwei.\n', 'eins.'],
    ['several lines', '⟦**Bias**: eins\nzwei⟧\n\ndrei\n', '[[Glossar#Bias|Bias]]\n\ndrei\n', 'eins\nzwei'],
    ['a list item', '- ⟦Bias: eine Konstante⟧\n- x\n', '- [[Glossar#Bias|Bias]]\n- x\n', 'eine Konstante'],
    [
      'a list item, whole line',
      '⟦- Bias: eins\n  zwei⟧\n- x\n',
      '- [[Glossar#Bias|Bias]]\n- x\n',
      'eins\nzwei',
    ],
    ['a quote', '⟦> **Bias**\n> eine Konstante⟧\n', '> [[Glossar#Bias|Bias]]\n', 'eine Konstante'],
    [
      'a callout',
      '⟦> [!info] Definition *Bias*\n> eins\n> zwei⟧\n\nx\n',
      '[[Glossar#Bias|Bias]]\n\nx\n',
      'eins\nzwei',
    ],
    [
      'a callout with a plain title',
      '⟦> [!info] Definition: Bias\n> eins⟧\n',
      '[[Glossar#Bias|Bias]]\n',
      'eins',
    ],
    [
      'a callout in a quote',
      '> x\n>\n> ⟦> [!info] Satz (Bias)\n> > eins⟧\n',
      '> x\n>\n> [[Glossar#Bias|Bias]]\n',
      'eins',
    ],
    [
      'a marked sentence',
      '⟦**Bias** ist eine Konstante.⟧\n',
      '[[Glossar#Bias|Bias]]\n',
      '**Bias** ist eine Konstante.',
    ],
    ['a block with an id', '⟦*Bias:* eins. ^id-1⟧\n', '[[Glossar#Bias|Bias]] ^id-1\n', 'eins.'],
    [
      'its links led from there on',
      '# A\n\n⟦*Bias:* siehe [[#A]], [[Bild]] und [x](Bild.md).⟧\n',
      '# A\n\n[[Glossar#Bias|Bias]]\n',
      'siehe [[VL 1#A|A]], [[Bild]] und [x](Bild.md).',
    ],
  ])('%s', (_what, source, lecture, body) => {
    expect(extract(source)).toEqual({
      lecture,
      glossary: `## Adam\n\nVerfahren.\n\n## Bias\n\n${body}\n\n## Loss\n\nFehlermaß.\n`,
      cursor: undefined,
    });
  });

  it('sentences without a term get the name that is typed', () => {
    expect(extract('⟦Das verschiebt nur. Sonst nichts.⟧\n', { term: 'Bias' })).toMatchObject({
      lecture: '[[Glossar#Bias|Bias]]\n',
      glossary:
        '## Adam\n\nVerfahren.\n\n## Bias\n\nDas verschiebt nur. Sonst nichts.\n\n## Loss\n\nFehlermaß.\n',
    });
  });
});

describe('A phrase becomes a link to an entry to be filled', () => {
  it.each([
    ['as it is', 'Der ⟦Bias⟧ da', {}, 'Der [[Glossar#Bias|Bias]] da'],
    ['under another name', 'Die ⟦Biases⟧ da', { term: 'Bias' }, 'Die [[Glossar#Bias|Biases]] da'],
    ['between marks', 'Der ⟦*Bias*⟧ da', {}, 'Der *[[Glossar#Bias|Bias]]* da'],
    [
      'in a table',
      '| a | ⟦Biases⟧ |\n|--|--|\n',
      { term: 'Bias' },
      '| a | [[Glossar#Bias\\|Biases]] |\n|--|--|\n',
    ],
    [
      'as a Markdown link',
      'Die ⟦Biases⟧',
      { term: 'Bias', settings: { useMarkdownLinks: true, newLinkFormat: 'absolute' } },
      'Die [Biases](Glossar.md#Bias)',
    ],
  ])('%s', (_how, source, setup, lecture) => {
    const done = extract(source, setup);
    expect(done).toEqual({
      lecture,
      glossary: '## Adam\n\nVerfahren.\n\n## Bias\n\n\n\n## Loss\n\nFehlermaß.\n',
      cursor: { line: 6, column: 0 },
    });
  });
});

describe('An entry that is there already stays, and only the link is made', () => {
  it.each([
    ['a phrase', 'Das ⟦Adam⟧-Verfahren', {}, 'Das [[Glossar#Adam|Adam]]-Verfahren'],
    ['in another case', 'so ⟦adam⟧', {}, 'so [[Glossar#Adam|adam]]'],
    ['a definition keeps its text', '⟦*Adam:* Text.⟧', {}, '*[[Glossar#Adam|Adam]]:* Text.'],
    [
      'a callout too',
      '⟦> [!info] Definition *Adam*\n> Text⟧',
      {},
      '> [!info] Definition *[[Glossar#Adam|Adam]]*\n> Text',
    ],
  ])('%s', (_what, source, setup, lecture) => {
    expect(extract(source, setup)).toEqual({ lecture, glossary, cursor: undefined });
  });

  it('sentences without a term are left alone', () => {
    expect(extract('⟦Ein Satz. Noch einer.⟧', { term: 'Adam' })).toBe('exists');
  });
});

describe('Nothing is extracted', () => {
  it.each([
    ['from nothing', 'a⟦ ⟧b', 'empty'],
    ['from a link', 'siehe [[⟦Adam⟧]]', 'link'],
    ['that cuts a link', '⟦*Bias:* siehe [[Glo⟧ssar]]', 'link'],
    ['from a heading', '# Der ⟦Bias⟧', 'heading'],
    ['with a heading', '⟦eins.\n\n# zwei\n\ndrei.⟧', 'heading'],
    ['from a formula', '$a ⟦b⟧ c$', 'no-prose'],
    ['from several cells', '| a⟦a | b⟧b |\n|--|--|\n', 'no-prose'],
    ['from properties', '---\ntitle: ⟦Bias⟧\n---\n', 'no-prose'],
    ['whose footnote would stay behind', '⟦*Bias:* eins.[^1]⟧\n\n[^1]: zwei\n', 'footnote'],
  ])('%s', (_what, source, refused) => {
    expect(extract(source)).toBe(refused);
  });

  it('into a glossary that would swallow it', () => {
    expect(extract('⟦Bias⟧', { glossary: '## Adam\n\n```\nnie zu\n' })).toBe('unsafe');
    expect(extract('⟦*Bias:* x\n```\nnie zu⟧')).toBe('unsafe');
  });
});

describe('The glossaries of a note', () => {
  const vault = { 'b/Glossar.md': '', 'a/glossar.md': '', 'Mathe/Begriffe.md': '', 'Begriffe.md': '' };
  const { files } = vaultOf(vault);
  const settings = {
    notes: ['Mathe/begriffe', 'Glossar.md', 'Glossary', 'glossar'],
    byNote: { 'Physik/**': ['Begriffe'] },
  };

  it('are found by name or path, in the order of the settings', () => {
    const found = glossaryPaths(files, { notes: settings.notes }, 'VL.md', undefined);
    expect(found).toEqual(['Mathe/Begriffe.md', 'a/glossar.md', 'b/Glossar.md']);
  });

  it('are those that settings or the note itself choose', () => {
    expect(glossaryPaths(files, settings, 'Physik/VL.md', undefined)).toEqual([
      'Mathe/Begriffe.md',
      'Begriffe.md',
    ]);
    expect(glossaryPaths(files, settings, 'VL.md', ['b/Glossar'])).toEqual(['b/Glossar.md']);
  });
});

describe('The place of a new entry', () => {
  const placed = (text: string, term: string, path = 'Glossar.md'): string => {
    const lines = new TextLines(text);
    return applyEdits(lines, [placeInGlossary(path, lines, { term, body: 'x' }).edit]);
  };

  it.each([
    ['an empty note', '', 'B', '## B\n\nx\n'],
    ['a note with a title only', '# Glossar\n', 'B', '# Glossar\n\n## B\n\nx\n'],
    ['before the first', '## Cc\n\nc\n', 'B', '## B\n\nx\n\n## Cc\n\nc\n'],
    ['behind the last, without a line break', '## A\n\na', 'B', '## A\n\na\n\n## B\n\nx'],
    [
      'umlauts',
      '## Adam\n\na\n\n## Azimut\n\nz\n',
      'Ähre',
      '## Adam\n\na\n\n## Ähre\n\nx\n\n## Azimut\n\nz\n',
    ],
    ['unsorted: at the end', '## C\n\nc\n\n## A\n\na\n', 'B', '## C\n\nc\n\n## A\n\na\n\n## B\n\nx\n'],
    ['without gaps', '## Aa\na\n## Cc\nc\n', 'B', '## Aa\na\n\n## B\nx\n\n## Cc\nc\n'],
    ['CRLF', '## A\r\n\r\na\r\n', 'B', '## A\r\n\r\na\r\n\r\n## B\r\n\r\nx\r\n'],
    ['properties', '---\ntags: [x]\n---\n', 'B', '---\ntags: [x]\n---\n\n## B\n\nx\n'],
    [
      'below its letter',
      '# A\n\n## Aa\n\n# C\n\n## Cc\n',
      'Ca',
      '# A\n\n## Aa\n\n# C\n\n## Ca\n\nx\n\n## Cc\n',
    ],
    [
      'behind the letter before',
      '# A\n\n## Aa\n\n# C\n\n## Cc\n',
      'Az',
      '# A\n\n## Aa\n\n## Az\n\nx\n\n# C\n\n## Cc\n',
    ],
    [
      'behind sections of an entry',
      '## Aa\n\n### Bsp\n\nb\n\n## Cc\n\nc\n',
      'B',
      '## Aa\n\n### Bsp\n\nb\n\n## B\n\nx\n\n## Cc\n\nc\n',
    ],
    ['an only letter', '# A\n', 'Ca', '# A\n\n## Ca\n\nx\n'],
    ['not in a quote', '## A\n\n> ## C\n\nc\n', 'B', '## A\n\n> ## C\n\nc\n\n## B\n\nx\n'],
  ])('%s', (_where, text, term, result) => {
    expect(placed(text, term)).toBe(result);
  });

  const name = fc.stringMatching(/^[A-Za-zÄÖÜäöüß][a-zäöüß ]{0,8}[a-zäöüß]$/);
  const body = fc.constantFrom(
    '',
    'Text.',
    'a\n\nb',
    '- x\n- y',
    '> [!tip] T\n> x',
    '```\n# kein Titel\n```',
    '| a |\n|--|\n| b |',
  );
  const entry = fc.record({ name, body, gap: fc.boolean(), level: fc.constantFrom(2, 2, 2, 3) });
  const glossaryText = fc
    .tuple(
      fc.constantFrom('', '# Glossar\n\n', '---\naliases: [x]\n---\n', 'Vorab.\n\n'),
      fc.array(entry, { maxLength: 8 }),
      fc.boolean(),
      fc.boolean(),
      fc.constantFrom('\n', '\r\n'),
    )
    .map(([head, entries, sorts, closes, eol]) => {
      const keyed = entries.map((one) => ({ ...one, key: germanSortKey(one.name) }));
      if (sorts) keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
      const blocks = keyed.map(
        ({ name, body, gap, level }) => `${'#'.repeat(level)} ${name}\n${gap ? '\n' : ''}${body}`,
      );
      return `${head}${blocks.join('\n\n')}${closes ? '\n' : ''}`.replaceAll('\n', eol);
    });

  /** Each heading with what stands below it up to the next one, and what stands above all. */
  function sections(text: string): readonly string[] {
    const lines = new TextLines(text);
    const starts = parseNote(text).headings.map(({ range }) => range.start.line);
    return [0, ...starts].map((line, at) => {
      const end = starts[at] ?? lines.count;
      return lines.slice({ start: { line, column: 0 }, end: { line: end, column: 0 } }).trimEnd();
    });
  }

  it('leaves all other entries as they are, byte for byte, and sorted where they were', () => {
    fc.assert(
      fc.property(glossaryText, name, body, (text, term, body) => {
        const lines = new TextLines(text);
        const { edit, headingLine, bodyLine } = placeInGlossary('Glossar.md', lines, { term, body });
        const result = applyEdits(lines, [edit]);
        const at = lines.offsetAt(edit.range.start);
        expect(edit.range.end).toEqual(edit.range.start);
        expect(result).toBe(text.slice(0, at) + edit.newText + text.slice(at));
        expect(/\r\n/.test(result) && /(?<!\r)\n/.test(result)).toBe(false);
        if (text !== '')
          expect(result.endsWith('\n')).toBe(text.endsWith('\n') || (body === '' && result.endsWith('\n')));
        const resultLines = new TextLines(result);
        const inserted = parseNote(result).headings.findIndex(
          ({ range }) => range.start.line === headingLine,
        );
        expect(parseNote(result).headings[inserted]?.text).toBe(term);
        if (body !== '') expect(resultLines.line(bodyLine)).toBe(body.split('\n')[0]);
        else expect(resultLines.line(bodyLine)).toBe('');
        expect(sections(result).toSpliced(inserted + 1, 1)).toEqual(sections(text));
      }),
    );
  });
});

describe('Whatever is selected', () => {
  const pieces = [
    '*Bias:* eine Konstante, siehe [[Bild]]. ^anker',
    '**Rang** ist eine Zahl. Und $x_1 + y$ auch.',
    '- Norm: eine Länge\n  mit *Fortsetzung*\n- Spur: eine Summe\n  - tiefer',
    '> **Kern**\n> was verschwindet\n> und bleibt',
    '> [!tip] Rat\n> Lies *das* hier.',
    '# Kapitel\n\nEin Satz. Noch ein Satz!',
    '```\nprogramm = 1\n```',
    '| Spalte | zwei |\n|--|--|\n| drei | vier [[Bild\\|b]] |',
    '$$\na = b\n$$',
    '[Text](Bild.md) und `Code` und ==wichtig==',
  ];
  const words = (text: string): readonly string[] => (text.match(/[\p{L}\p{N}]+/gu) ?? []).toSorted();

  const isLetter = (text: string, at: number): boolean => /[\p{L}\p{N}]/u.test(text[at] ?? '');
  function wordStart(text: string, at: number): number {
    let start = at;
    while (isLetter(text, start) && isLetter(text, start - 1)) start--;
    return start;
  }
  function wordEnd(text: string, at: number): number {
    let end = at;
    while (isLetter(text, end) && isLetter(text, end - 1)) end++;
    return end;
  }

  it('no word is lost, and all else stays as it is', () => {
    let done = 0;
    fc.assert(
      fc.property(
        fc.shuffledSubarray(pieces, { minLength: 1 }),
        fc.nat(),
        fc.nat(),
        fc.constantFrom('\n', '\r\n'),
        (blocks, from, length, eol) => {
          const text = blocks.join('\n\n').replaceAll('\n', eol);
          const start = wordStart(text, from % text.length);
          const end = wordEnd(text, Math.min(text.length, start + 1 + (length % 120)));
          const result = extract(`${text.slice(0, start)}⟦${text.slice(start, end)}⟧${text.slice(end)}`);
          if (typeof result === 'string') return;
          done++;
          const left = [...words(result.lecture + result.glossary)];
          for (const word of words(`${text.replace(/\[!\w+\]/g, '')} ${glossary}`)) {
            const at = left.indexOf(word);
            expect(at, `${word} in ${JSON.stringify(result)}`).toBeGreaterThanOrEqual(0);
            left.splice(at, 1);
          }
          // A lead-in is taken with the mark before it, a callout whole.
          const lineStart = text.lastIndexOf('\n', start - 1) + 1;
          const blockEnd = text.indexOf(eol + eol, end);
          expect(result.lecture.startsWith(text.slice(0, lineStart))).toBe(true);
          expect(result.lecture.endsWith(blockEnd < 0 ? '' : text.slice(blockEnd))).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
    expect(done).toBeGreaterThan(30);
  });
});
