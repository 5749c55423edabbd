import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/core/features/diagnostics';
import { type QuickFix, quickFixes } from '../../src/core/features/quickFixes';
import { parseObsidianSettings } from '../../src/core/index/obsidianSettings';
import { parseNote } from '../../src/core/notes/parseNote';
import type { TextEdit } from '../../src/core/text';
import { comparePositions, TextLines } from '../../src/core/text';
import { vaultOf } from '../kit/vault';

const source = 'Mathe/Quelle.md';

const files = {
  'Vektoren.md':
    '---\naliases: [Pfeil, x]\n---\n# Norm\n\n## Beweis\n\n# Rang\n\n## Beweis\n\nText ^satz-1\n',
  'a/Doppelt.md': '',
  'b/Doppelt.md': '',
  'Übung 3.md': '',
  'Folien/Slides 05.pdf': '',
};

/** The quick fixes for the first thing that is wrong in the text of `Mathe/Quelle.md`. */
function fixesFor(text: string, settings: object = {}): readonly QuickFix[] {
  const index = vaultOf({ ...files, [source]: text });
  const lines = new TextLines(text);
  const [diagnosis] = diagnose(index, source, parseNote(text), lines);
  if (!diagnosis || !('link' in diagnosis)) throw new Error(`Nothing is wrong with a link in ${text}.`);
  const context = { index, settings: parseObsidianSettings(JSON.stringify(settings)), path: source, lines };
  return quickFixes(diagnosis, context);
}

function applied(text: string, edits: readonly TextEdit[]): string {
  const lines = new TextLines(text);
  return edits
    .toSorted((a, b) => comparePositions(b.range.start, a.range.start))
    .reduce(
      (result, { range, newText }) =>
        result.slice(0, lines.offsetAt(range.start)) + newText + result.slice(lines.offsetAt(range.end)),
      text,
    );
}

/** What the text becomes by each fix of a kind. */
function mended(text: string, kind: QuickFix['kind'], settings?: object): readonly string[] {
  return fixesFor(text, settings).flatMap((fix) =>
    fix.kind === kind && fix.kind !== 'create-note' ? [applied(text, fix.edits)] : [],
  );
}

function created(text: string, settings?: object): QuickFix | undefined {
  return fixesFor(text, settings).find(({ kind }) => kind === 'create-note');
}

describe('A missing note can be created', () => {
  it.each([
    ['at the root', '[[Neu]]', {}, 'Neu.md', ''],
    ['beside the note', '[[Neu]]', { newFileLocation: 'current' }, 'Mathe/Neu.md', ''],
    ['in a folder', '[[Neu]]', { newFileLocation: 'folder', newFileFolderPath: 'Neues' }, 'Neues/Neu.md', ''],
    ['where the link says', '[[Physik/Neu|so]]', { newFileLocation: 'current' }, 'Physik/Neu.md', ''],
    ['with the heading that is linked', '[[Neu#Satz von Rolle]]', {}, 'Neu.md', '# Satz von Rolle\n'],
    ['with nested headings', '[[Neu#A#B]]', {}, 'Neu.md', '# A\n\n## B\n'],
    ['without the block that is linked', '[[Neu#^abc]]', {}, 'Neu.md', ''],
    ['from a Markdown link', '[x](Neu%20da.md)', {}, 'Neu da.md', ''],
    ['although another one has its name as an alias', '[[Pfeil]]', {}, 'Pfeil.md', ''],
  ])('%s', (_where, text, settings, path, contents) => {
    expect(created(text, settings)).toEqual({ kind: 'create-note', path, text: contents });
  });

  it.each(['![[weg.png]]', '![x](weg.md.png)', '[x](programm.py)', '[[Was?]]', '[[../../x]]'])(
    'but nothing else can: %s',
    (text) => {
      expect(created(text)).toBeUndefined();
    },
  );
});

describe('"Did you mean" offers', () => {
  it.each([
    ['similar notes', '[[Vektorne#Norm|so]]', '[[Vektoren#Norm|so]]'],
    ['notes with umlauts written out', '[[Uebung 3]]', '[[Übung 3]]'],
    ['the right folder', '[[Falsch/Vektoren]]', '[[Vektoren]]'],
    ['attachments', '![[Slides 5.pdf]]', '![[Slides 05.pdf]]'],
    ['Markdown links encoded as they must be', '[x](Uebung%203.md)', '[x](Übung%203.md)'],
    ['similar headings', '[[Vektoren#Nrom|so]]', '[[Vektoren#Norm|so]]'],
    ['headings below those that are there', '[[Vektoren#Rang#Bewies]]', '[[Vektoren#Rang#Beweis]]'],
    ['similar blocks', '[[Vektoren#^satz1]]', '[[Vektoren#^satz-1]]'],
    ['links in tables', '| a |\n| - |\n| [[Vektorne\\|x]] |', '| a |\n| - |\n| [[Vektoren\\|x]] |'],
  ])('%s', (_what, text, expected) => {
    expect(mended(text, 'did-you-mean')).toEqual([expected]);
  });

  it('nothing that is not similar', () => {
    expect(mended('[[Ganz anders]]', 'did-you-mean')).toEqual([]);
    expect(mended('[[Vektoren#Ganz anders]]', 'did-you-mean')).toEqual([]);
  });

  it('what is meant before creating a note', () => {
    expect(fixesFor('[[Vektorne]]').map(({ kind }) => kind)).toEqual(['did-you-mean', 'create-note']);
  });
});

describe('A link by alias can be made a piped one', () => {
  it.each([
    ['that shows the alias', '[[Pfeil]]', '[[Vektoren|Pfeil]]'],
    ['that keeps its text', '[[pfeil|so]]', '[[Vektoren|so]]'],
    ['that shows what it showed with a heading', '[[Pfeil#Norm]]', '[[Vektoren#Norm|Pfeil > Norm]]'],
    ['in an embed, which shows no text', '![[Pfeil]]', '![[Vektoren]]'],
    ['in a Markdown link, which has a text', '[so](Pfeil)', '[so](Vektoren.md)'],
    ['in a table', '| a |\n| - |\n| [[Pfeil]] |', '| a |\n| - |\n| [[Vektoren\\|Pfeil]] |'],
  ])('%s', (_how, text, expected) => {
    expect(mended(text, 'pipe-alias')).toEqual([expected]);
  });

  it('in the link format that Obsidian is set to', () => {
    expect(mended('[[Pfeil]]', 'pipe-alias', { newLinkFormat: 'relative' })).toEqual([
      '[[../Vektoren|Pfeil]]',
    ]);
  });
});

describe('An ambiguous link can be qualified', () => {
  it.each([
    ['and shows what it showed', '[[Doppelt]]', ['[[a/Doppelt|Doppelt]]', '[[b/Doppelt|Doppelt]]']],
    ['and keeps its text', '[[Doppelt#^x|so]]', []],
    ['in an embed', '![[Doppelt]]', ['![[a/Doppelt]]', '![[b/Doppelt]]']],
    ['in a Markdown link', '[x](Doppelt.md)', ['[x](a/Doppelt.md)', '[x](b/Doppelt.md)']],
  ])('%s', (_how, text, expected) => {
    expect(mended(text, 'qualify')).toEqual(expected);
  });
});
