import { describe, expect, it } from 'vitest';
import { demoAnchors } from '../../src/core/features/demoAnchors';
import { demosPropertyProblems, offeredExperiments } from '../../src/core/features/demosProperty';
import { conceptTable } from '../../src/core/index/conceptTable';
import { decodeNote, encodeNote } from '../../src/core/notes/noteCodec';
import { parseNote } from '../../src/core/notes/parseNote';
import { TextLines } from '../../src/core/text';
import { experiments } from '../kit/experiments';
import { marked } from '../kit/markedText';

const concepts = conceptTable(experiments);

/** A note with these properties and this text. */
const note = (properties: string, text = '') => `---\n${properties}\n---\n${text}`;

const lecture = '# Bagging & Dropout\n\n**Dropout:** Text\n\n# Übungen\n\n# Ensemble\n';

function anchors(properties: string, text = lecture): readonly string[] {
  const all = note(properties, text);
  return demoAnchors(parseNote(all), concepts, new TextLines(all)).map(
    ({ kind, text: name, experiments: ids }) => `${kind} ${name}: ${ids}`,
  );
}

const fromText = [
  'heading Bagging & Dropout: bagging,dropout',
  'strong Dropout: dropout',
  'heading Ensemble: bagging',
];

describe('The property demos', () => {
  it.each([
    ['is absent', 'tags: [a]', fromText],
    ['is true', 'demos: true', fromText],
    ['is false', 'demos: false', []],
    ['is an empty list', 'demos: []', []],
    ['is empty', 'demos:', []],
    ['says none', 'demos: keine', []],
    [
      'is an experiment',
      'demos: dropout',
      ['property demos: dropout', 'heading Bagging & Dropout: dropout', 'strong Dropout: dropout'],
    ],
    [
      'is the name of a concept',
      'demos: "Ensembles"',
      ['property demos: bagging', 'heading Bagging & Dropout: bagging', 'heading Ensemble: bagging'],
    ],
    ['is a list', 'demos: [dropout, bagging]', ['property demos: dropout,bagging', ...fromText]],
    [
      'is a list of lines',
      'demos:\n  - bagging',
      ['property demos: bagging', 'heading Bagging & Dropout: bagging', 'heading Ensemble: bagging'],
    ],
    [
      'names a heading',
      'demos: { "Bagging & Dropout": dropout }',
      ['heading Bagging & Dropout: dropout', 'strong Dropout: dropout', 'heading Ensemble: bagging'],
    ],
    [
      'names a heading that names no concept',
      'demos:\n- übungen: [bagging, Dropout]',
      [...fromText.slice(0, 2), 'heading Übungen: bagging,dropout', ...fromText.slice(2)],
    ],
    [
      'takes the demos from a heading',
      'demos:\n  Ensemble: false\n  Bagging & Dropout: []',
      ['strong Dropout: dropout'],
    ],
    [
      'is a list with a heading in it',
      'demos:\n- dropout\n- Übungen: bagging',
      [
        'property demos: dropout',
        'heading Bagging & Dropout: dropout',
        'strong Dropout: dropout',
        'heading Übungen: bagging',
      ],
    ],
    ['is no valid YAML', 'demos: [dropout', fromText],
  ])('%s', (_name, properties, expected) => {
    expect(anchors(properties)).toEqual(expected);
  });

  it('says which experiments count everywhere', () => {
    const offered = (properties: string) => offeredExperiments(parseNote(note(properties)), concepts);
    expect(offered('tags: a')).toBeUndefined();
    expect(offered('demos: { A: dropout }')).toBeUndefined();
    expect(offered('demos: false')).toEqual(new Set());
    expect(offered('demos: [dropout, Ensemble]')).toEqual(new Set(['dropout', 'bagging']));
  });

  it.each([
    ['---\n⟦demos⟧: ⟦dropout⟧ # so\n---\n'],
    ['---\ntags: [a]\n"⟦demos⟧": ["⟦a b⟧", \'⟦c⟧\', ⟦d e⟧ ]\n---\n'],
    ['---\n⟦demos⟧:\n  - ⟦a⟧\n  -   "⟦b⟧"\nx: 1\n---\n'],
    ['---\r\n⟦demos⟧:\r\n  ⟦Kapitel 1⟧: ⟦a⟧\r\n  "⟦Kapitel: 2⟧":\r\n    - ⟦b⟧\r\n---\r\n'],
  ])('has exact ranges, and keeps them: %j', (source) => {
    const { text, ranges } = marked(source);
    const parsed = parseNote(text);
    const { demos } = parsed.properties;
    const offers = demos?.offers ?? [];
    const found = offers.flatMap((offer) => [...(offer.heading ? [offer.heading] : []), ...offer.demos]);
    expect([demos?.range, ...found.map(({ range }) => range)]).toEqual(ranges);
    const lines = new TextLines(text);
    for (const { text: name, range } of found) expect(lines.slice(range)).toBe(name);
    expect(decodeNote(JSON.parse(JSON.stringify(encodeNote(parsed))))).toEqual(parsed);
  });

  it.each([
    ['nothing', 'demos: [dropout, Ensembles]', []],
    ['an id with a slip of the pen', 'demos: [⟦dorpout⟧]', [['unknown-demo', ['dropout']]]],
    ['a concept with one', 'demos: "⟦Ensmble⟧"', [['unknown-demo', ['bagging']]]],
    ['what is nothing at all', 'demos: ⟦Kaffee⟧', [['unknown-demo', []]]],
    ['a heading that is not there', 'demos: { ⟦Übungn⟧: dropout }', [['unknown-heading', ['Übungen']]]],
    [
      'heading and experiment',
      'demos:\n- ⟦Ensembel⟧: [⟦bagign⟧]',
      [
        ['unknown-heading', ['Ensemble']],
        ['unknown-demo', ['bagging']],
      ],
    ],
  ])('is told what is wrong: %s', (_name, properties, expected) => {
    const { text, ranges } = marked(note(properties, lecture));
    const problems = demosPropertyProblems(parseNote(text), concepts, experiments);
    expect(problems.map(({ code, replacements }) => [code, replacements])).toEqual(expected);
    expect(problems.map(({ range }) => range)).toEqual(ranges);
  });
});
