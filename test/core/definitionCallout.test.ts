import { describe, expect, it } from 'vitest';
import { blockInsertion, definitionCallout, definitionText } from '../../src/core/features/definitionCallout';
import { applyEdits } from '../../src/core/features/rename/renamePlan';
import { parseObsidianSettings } from '../../src/core/index/obsidianSettings';
import { parseNote } from '../../src/core/notes/parseNote';
import { TextLines } from '../../src/core/text';
import { marked } from '../kit/markedText';
import { vaultOf } from '../kit/vault';

const source = 'Mathe/VL 1.md';

/** The callout that shows what `path` says about a term in a lecture. */
function calloutOf(term: string, path: string, text: string, settings: object = {}): string {
  const index = vaultOf({ [path]: text, [source]: '', 'Mathe/Norm.md': '', 'Physik/Norm.md': '' }, [
    'Glossar',
  ]);
  const definition = index.definitions(path).find((other) => other.term === term);
  if (!definition) throw new Error(`${path} does not explain ${term}.`);
  const place = { files: index.files, settings: parseObsidianSettings(JSON.stringify(settings)), source };
  const from = { path, note: parseNote(text), lines: new TextLines(text) };
  return definitionCallout(definitionText(definition, from, place, index));
}

describe('The callout with a definition', () => {
  it('quotes each line, and its links lead where they led', () => {
    const text =
      '## Bias\n\nSiehe [[#Rang]] und [[#Rang|dort]], [[./Norm]]:\n$$\nx\n$$\n\n- eins\n\n## Rang\n\nx\n';
    expect(calloutOf('Bias', 'Physik/Glossar.md', text)).toBe(
      [
        '> [!abstract] Definition *Bias*',
        '> Siehe [[Glossar#Rang|Rang]] und [[Glossar#Rang|dort]], [[Physik/Norm|./Norm]]:',
        '> $$',
        '> x',
        '> $$',
        '>',
        '> - eins',
        '>',
        '> — [[Glossar#Bias]]',
      ].join('\n'),
    );
  });

  it('takes text out of callouts, quotes and lists', () => {
    const shown = (text: string): string =>
      calloutOf('Bias', 'VL 2.md', text).split('\n').slice(1, -2).join('\n');
    expect(shown('> [!info] Definition *Bias*\r\n> - eins\r\n>   - zwei\r\n')).toBe('> - eins\n>   - zwei');
    expect(shown('> **Bias**\n> eins\n> zwei\n')).toBe('> eins\n> zwei');
    expect(shown('> > [!info] Definition *Bias*\n> > eins\n')).toBe('> eins');
    expect(shown('> [!info] Definition *Bias*\n> > eins\n')).toBe('> > eins');
    expect(shown('- Bias: eins\n  zwei\n- x\n')).toBe('> eins\n> zwei');
  });

  it('names the lecture that a lead-in is from, in the link format of the vault', () => {
    const settings = { useMarkdownLinks: true };
    expect(calloutOf('Bias', 'VL 2.md', '# A\n\n*Bias:* x\n').split('\n').at(-1)).toBe('> — [[VL 2]]');
    expect(calloutOf('Bias', 'VL 2.md', '*Bias:* x\n', settings).split('\n').at(-1)).toBe(
      '> — [VL 2](VL%202.md)',
    );
  });
});

describe('A block is put in', () => {
  it.each([
    ['an empty note', '¦', 'X'],
    ['an empty line', 'a\n\n¦\n\nb', 'a\n\nX\n\nb'],
    ['an empty line beside text', 'a\n¦\nb', 'a\n\nX\n\nb'],
    ['a line of spaces', 'a\n\n  ¦ \n\nb', 'a\n\nX\n\nb'],
    ['the end', 'a\n\n¦', 'a\n\nX'],
    ['behind a paragraph', 'a ¦b\nc\n\nd', 'a b\nc\n\nX\n\nd'],
    ['behind the last paragraph', 'a¦', 'a\n\nX'],
    ['between a paragraph and a heading', 'a¦\n# b', 'a\n\nX\n\n# b'],
    ['behind a quote', '> a¦\n> b\n\nc', '> a\n> b\n\nX\n\nc'],
    ['behind a list with gaps', '- a\n¦\n- b\n\nc', '- a\n\n- b\n\nX\n\nc'],
    ['behind code', '```\na\n¦\nb\n```\nc', '```\na\n\nb\n```\n\nX\n\nc'],
    ['behind properties', '---\nti¦tle: a\n---\nb', '---\ntitle: a\n---\n\nX\n\nb'],
    ['behind a table', '| a |\n|--|\n| ¦b |\n', '| a |\n|--|\n| b |\n\nX\n'],
  ])('%s', (_where, source, result) => {
    const { text, cursor } = marked(source);
    const lines = new TextLines(text);
    expect(applyEdits(lines, [blockInsertion(parseNote(text), lines, cursor, 'X')])).toBe(result);
  });
});
