import { describe, expect, it } from 'vitest';
import { buttonAnchors, demoAnchors, nearestFirst } from '../../src/core/features/demoAnchors';
import { conceptTable } from '../../src/core/index/conceptTable';
import { parseNote } from '../../src/core/notes/parseNote';
import { TextLines } from '../../src/core/text';
import { specs } from '../../src/experiments/specs.gen';
import { realNotes, sampleNotes } from '../kit/notes';

const concepts = conceptTable(specs);

function anchors(text: string): string[] {
  return demoAnchors(parseNote(text), concepts, new TextLines(text)).map(
    ({ kind, text: title, experiments }) => `${kind} ${title}: ${experiments}`,
  );
}

describe('A demo is offered', () => {
  it.each([
    ['# Regularisierung', 'heading Regularisierung: weight-decay,sparsity,capacity'],
    ['***Weight Decay:***\n\nText', 'strong Weight Decay: weight-decay,sparsity'],
    [
      '> [!abstract] Definition *Regularisierung*\n> Text',
      'callout Definition Regularisierung: weight-decay,sparsity,capacity',
    ],
    ['> **Gradient Clipping:**\n> Text', 'quote Gradient Clipping: gradient-clipping'],
    ['- Norm-Clipping: Text', 'list-item Norm-Clipping: gradient-clipping'],
    [
      '# Weight Decay und Gradient Clipping',
      'heading Weight Decay und Gradient Clipping: weight-decay,gradient-clipping,sparsity',
    ],
    ['- Early Stopping\n- Kaffee trinken', 'bullet Early Stopping: early-stopping'],
    ['1. **Weight Decay** hält die Gewichte klein', 'bullet Weight Decay: weight-decay,sparsity'],
    ['> - **Norm-Clipping** kürzt', 'bullet Norm-Clipping: gradient-clipping'],
    [
      'Text.\n$L_1$- (auch Lasso-)Regularisierung: $|w|$',
      'line $L_1$- (auch Lasso-)Regularisierung: sparsity',
    ],
    [
      'Thikonov-Regularisierung (auch $L_2$): $w^2$',
      'line Thikonov-Regularisierung (auch $L_2$): weight-decay',
    ],
  ])('at %j', (text, expected) => {
    expect(anchors(text)).toEqual([expected]);
  });

  it.each([
    'Die Regularisierung hilft.',
    '# Kochen',
    '```\n# Regularisierung\n```',
    '*Regularisierung* ist gut',
    '- Early Stopping beendet das Training',
    'Hier hilft Weight Decay: die Gewichte bleiben klein',
    'Siehe Weight Decay:\n- so',
    '```\n- Early Stopping\nLasso: x\n```',
    '%%\n- Early Stopping\n%%',
    '- Bias',
    '> [!example] Ergebnis: Weight Decay\n> ![[x.svg]]',
    '# Statistik\n- **Bias** eines Schätzers',
  ])('not at %j', (text) => {
    expect(anchors(text)).toEqual([]);
  });
});

describe('A term below a heading', () => {
  it('is taken together with it where it names nothing alone', () => {
    const text = '# Initialisierung\n- **Bias** bei 0\n\n# Initialization\n- **Biases**: 0';
    expect(anchors(text)).toEqual([
      expect.stringMatching(/^heading Initialisierung: initial-scale/),
      'bullet Bias: relu-bias',
      expect.stringMatching(/^heading Initialization: initial-scale/),
      'strong Biases: relu-bias',
    ]);
  });
});

describe('A button', () => {
  it('stands above no bullet, and above no italic lead-in whose heading has it', () => {
    const text =
      '# Gradient Clipping\n\n*Gradient Clipping:* setzt\n- Norm-Clipping: ganz\n\n# Sonst\n\n*Weight Decay:* x';
    const found = buttonAnchors(parseNote(text), concepts, new TextLines(text)).map(
      ({ kind, text: title }) => `${kind} ${title}`,
    );
    expect(found).toEqual(['heading Gradient Clipping', 'emphasis Weight Decay']);
  });

  it.each([...sampleNotes(), ...realNotes()].filter(({ name }) => name === 'DLVC - VL 5.md'))(
    'stands above the concepts of the lecture note $name',
    ({ text }) => {
      const found = buttonAnchors(parseNote(text), concepts, new TextLines(text)).map(
        ({ kind, text: title }) => `${kind} ${title}`,
      );
      expect(found).toEqual(
        expect.arrayContaining([
          'heading Gradient Clipping',
          'heading Regularisierung',
          'callout Definition Regularisierung',
          'strong Weight Decay',
          'heading Reduktion der Modellkapazität',
        ]),
      );
    },
  );
});

it('The list of demos begins with those of the section at the cursor, in the order of their buttons', () => {
  const offers = [
    { line: 0, id: 'a' },
    { line: 4, id: 'b' },
    { line: 4, id: 'c' },
    { line: 9, id: 'd' },
  ];
  const idsFrom = (line: number) =>
    nearestFirst(offers, line)
      .map(({ id }) => id)
      .join('');
  expect([0, 3, 4, 8, 9, 20].map(idsFrom)).toEqual(['abcd', 'abcd', 'bcad', 'bcad', 'dbca', 'dbca']);
});
